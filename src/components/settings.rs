//! The menu of the reader's settings.

use yew::prelude::*;

use crate::hooks::PreferencesContext;
use crate::messages as m;
use crate::platform::dom;
use crate::preferences::{MARKS, Preferences, THEMES};

/// The menu.
#[component]
pub(crate) fn Settings() -> Html {
    let Some(context) = use_context::<PreferencesContext>() else { return html! {} };
    let now = &context.now;
    let choice = |label: &'static str, is_pressed: bool, next: Preferences| {
        let set = context.set.clone();
        let pressed = if is_pressed { "true" } else { "false" };
        html! {
            <button type="button" aria-pressed={pressed} onclick={move |_| set.emit(next.clone())}>{ label }</button>
        }
    };
    let themes = THEMES.map(|(theme, label)| choice(label, now.theme == theme, Preferences { theme, ..now.clone() }));
    let marks = MARKS.map(|(marks, label)| choice(label, now.marks == marks, Preferences { marks, ..now.clone() }));
    let keys = [(true, m::ON), (false, m::OFF)]
        .map(|(keys, label)| choice(label, now.keys == keys, Preferences { keys, ..now.clone() }));
    html! {
        <details class="menu" data-side="end">
            <summary class="button">{ m::SETTINGS }</summary>
            <div class="layer">
                { group("colours", m::COLOURS, &themes) }
                { group("name-marks", m::NAME_MARKS, &marks) }
                { group("letter-keys", m::LETTER_KEYS, &keys) }
                <button class="plain-button" type="button" onclick={|_| dom::dialog("keys", true)}>{ m::KEYS }</button>
            </div>
        </details>
    }
}

fn group(id: &'static str, label: &'static str, choices: &[Html]) -> Html {
    html! {
        <>
            <span {id}>{ label }</span>
            <div class="choices" role="group" aria-labelledby={id}>{ for choices.iter().cloned() }</div>
        </>
    }
}
