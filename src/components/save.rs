//! The button that saves a table as CSV, with the rows that are shown.

use yew::prelude::*;

use crate::messages as m;
use crate::platform::{dom, download};

#[derive(Properties, PartialEq)]
pub(crate) struct SaveTableProps {
    /// Name of the table, as in `entente export`.
    pub(crate) name: &'static str,
    /// Makes the text.
    pub(crate) text: Callback<(), String>,
}

#[component]
pub(crate) fn SaveTable(props: &SaveTableProps) -> Html {
    let by_hand = use_state(|| None::<String>);
    let onclick = {
        let (name, text, by_hand) = (props.name, props.text.clone(), by_hand.clone());
        Callback::from(move |_: MouseEvent| {
            let text = text.emit(());
            // Where a frame may not save, the text is shown to be copied.
            by_hand.set((!download::save(&format!("{name}.csv"), "text/csv", &text)).then_some(text));
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
