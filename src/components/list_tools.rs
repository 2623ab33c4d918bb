//! What can be done with a whole list: whole passages shown, everything saved as CSV.

use crate::actions::ScreenAction;
use crate::display::DisplayAction;
use yew::prelude::*;

use crate::context::{on_event, use_view_context};

use crate::messages as m;

/// Switches between whole passages and their first lines.
#[component]
pub(crate) fn FullPassagesButton() -> Html {
    let here = use_view_context();
    html! {
        <button
            class="button"
            type="button"
            aria-pressed={here.display.full.to_string()}
            onclick={on_event(&here, DisplayAction::ToggleFull)}
        >
            { m::FULL_PASSAGES }
        </button>
    }
}

/// The button that saves. In a frame that may not save files, it also shows the text so that it can be copied.
#[component]
pub(crate) fn ExportButton() -> Html {
    let here = use_view_context();
    html! {
        <>
            <button class="button" type="button" onclick={on_event(&here, ScreenAction::Save)}>{ m::EXPORT_CSV }</button>
            if let Some(csv) = here.visit.csv_by_hand.clone() {
                <label class="by-hand" role="status">
                    { m::SAVE_BY_HAND }
                    <textarea id="by-hand" readonly=true rows="6" value={csv} />
                </label>
            }
        </>
    }
}
