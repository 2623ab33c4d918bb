//! The button that saves a table as CSV, with the rows that are shown.

use yew::prelude::*;

use crate::library::Library;
use crate::messages as m;
use crate::platform::{dom, download};

#[derive(Properties, PartialEq)]
pub(crate) struct SaveTableProps {
    pub(crate) library: Library,
    /// Name of the table, as in `entente export`.
    pub(crate) table: &'static str,
    /// Which of its rows.
    pub(crate) rows: Vec<usize>,
}

#[component]
pub(crate) fn SaveTable(props: &SaveTableProps) -> Html {
    let by_hand = use_state(|| None::<String>);
    let onclick = {
        let (library, table, rows, by_hand) = (props.library.clone(), props.table, props.rows.clone(), by_hand.clone());
        Callback::from(move |_: MouseEvent| {
            let text = library.csv(table, &rows).unwrap_or_default();
            // Where a frame may not save, the text is shown to be copied.
            by_hand.set((!download::save(&format!("{table}.csv"), "text/csv", &text)).then_some(text));
        })
    };
    html! {
        <>
            <button type="button" class="button" {onclick}>{ m::EXPORT_CSV }</button>
            if let Some(text) = &*by_hand {
                <label class="by-hand" role="status">{ m::SAVE_BY_HAND }<textarea readonly=true rows="6" value={text.clone()} onfocus={|event: FocusEvent| dom::choose_all(&event)} /></label>
            }
        </>
    }
}
