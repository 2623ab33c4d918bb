//! A note on what was done: seen at the foot, and said aloud.

use yew::prelude::*;

use crate::actions::BriefAction;
use crate::context::{on_event, use_view_context};
use crate::hooks::Toast;
use crate::messages as m;

#[derive(Properties, PartialEq)]
pub(crate) struct ToastNoteProps {
    pub(crate) toast: Option<Toast>,
}

/// The note; empty while there is nothing to say.
#[component]
pub(crate) fn ToastNote(props: &ToastNoteProps) -> Html {
    let here = use_view_context();
    let undo = || {
        html! {
            <button class="plain-button" type="button" onclick={on_event(&here, BriefAction::Undo)}>{ m::UNDO }</button>
        }
    };
    let inside = match &props.toast {
        None => html! {},
        Some(Toast::Copied(what)) => html! { <p class="toast">{ m::copied(*what) }</p> },
        Some(Toast::NothingHere(key, wants_row)) => {
            html! { <p class="toast">{ m::nothing_here(key, *wants_row) }</p> }
        }
        Some(Toast::Collected(items)) => html! { <p class="toast">{ m::collected(*items) }{ " " }{ undo() }</p> },
        Some(Toast::CollectedAlready(items)) => html! { <p class="toast">{ m::collected_already(*items) }</p> },
        Some(Toast::Removed) => html! { <p class="toast">{ m::REMOVED_FROM_BRIEF }{ " " }{ undo() }</p> },
        Some(Toast::Saved(name, None)) => html! { <p class="toast">{ m::saved(name) }</p> },
        Some(Toast::Saved(name, Some((rows, folded)))) => {
            html! { <p class="toast">{ m::saved_rows(*rows, *folded, name) }</p> }
        }
        Some(Toast::ByHand(text)) => html! {
            <p class="toast">
                <label>{ m::COPY_BY_HAND }{ " " }<input class="copy-field" readonly=true value={text.clone()} /></label>
            </p>
        },
    };
    html! { <div class="notes" role="status">{ inside }</div> }
}
