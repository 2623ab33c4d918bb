//! A list of which a part is drawn at first: ten thousand lines at once would take seconds.

use yew::prelude::*;

use crate::messages as m;

/// Lines drawn at first, and more with each press of the button.
const PART: usize = 200;

#[derive(Properties, PartialEq)]
pub(crate) struct LongListProps {
    pub(crate) class: Classes,
    /// Number of lines.
    pub(crate) length: usize,
    /// Draws a line.
    pub(crate) line: Callback<usize, Html>,
}

#[component]
pub(crate) fn LongList(props: &LongListProps) -> Html {
    let parts = use_state(|| 1_usize);
    let shown = (*parts * PART).min(props.length);
    let more = Callback::from(move |_: MouseEvent| parts.set(*parts * 4));
    html! {
        <>
            <ul class={props.class.clone()}>{ for (0..shown).map(|n| props.line.emit(n)) }</ul>
            if shown < props.length {
                <button type="button" class="button" onclick={more}>{ m::more(shown, props.length) }</button>
            }
        </>
    }
}
