//! What can be done with a whole list: whole passages shown, everything saved as CSV.

use crate::actions::{Copied, CopyText, ScreenAction};
use crate::display::DisplayAction;
use yew::prelude::*;

use crate::context::{on_event, use_view_context};
use crate::hooks::PreferencesContext;
use crate::platform::clipboard;
use crate::preferences::{Preferences, ROWS};
use crate::screens::label;

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

/// The choice between rows of two lines and of one, which is kept as a setting.
#[component]
pub(crate) fn RowHeight() -> Html {
    let Some(context) = use_context::<PreferencesContext>() else { return html! {} };
    let choice = |(rows, label): (&'static str, &'static str)| {
        let (set, next) = (context.set.clone(), Preferences { rows, ..context.now.clone() });
        let pressed = (context.now.rows == rows).to_string();
        html! {
            <button type="button" aria-pressed={pressed} onclick={move |_| set.emit(next.clone())}>{ label }</button>
        }
    };
    html! {
        <div class="choices row-height" role="group" aria-label={m::ROWS}>{ for ROWS.map(choice) }</div>
    }
}

/// Properties of [`LinkButton`].
#[derive(Properties, PartialEq)]
pub(crate) struct LinkButtonProps {
    /// What is shown, in a few words: they go before the link where it has no address of its own.
    pub(crate) called: String,
}

/// The button that copies the link of what is shown, with its words and filters.
#[component]
pub(crate) fn LinkButton(props: &LinkButtonProps) -> Html {
    let here = use_view_context();
    let called = m::colon(label(&here.route.view), &props.called);
    let link = clipboard::address(&called, &here.route.to_string());
    html! {
        <button class="button" type="button" id="link-of-view" onclick={on_event(&here, CopyText(Copied::View, link))}>
            { m::COPY_LINK }
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
