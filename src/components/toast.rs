//! A note on what was done: seen at the foot, and said aloud.

use yew::prelude::*;

use crate::hooks::Toast;
use crate::messages as m;

#[derive(Properties, PartialEq)]
pub(crate) struct ToastNoteProps {
    pub(crate) toast: Option<Toast>,
}

/// The note; empty while there is nothing to say.
#[component]
pub(crate) fn ToastNote(props: &ToastNoteProps) -> Html {
    let inside = match &props.toast {
        None => html! {},
        Some(Toast::Copied(what)) => html! { <p class="toast">{ m::copied(*what) }</p> },
        Some(Toast::NothingHere(key)) => html! { <p class="toast">{ m::nothing_here(key) }</p> },
        Some(Toast::ByHand(text)) => html! {
            <p class="toast">
                <label>{ m::COPY_BY_HAND }{ " " }<input class="copy-field" readonly=true value={text.clone()} /></label>
            </p>
        },
    };
    html! { <div class="notes" role="status">{ inside }</div> }
}
