//! The reader's settings: colours, keys. Nothing else is stored.

use yew::prelude::*;

use crate::messages as m;
use crate::platform::{dom, storage};

/// What the reader has set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Preferences {
    /// "auto", "light" or "dark".
    pub(crate) theme: String,
    /// Single-letter keys work.
    pub(crate) keys: bool,
}

impl Default for Preferences {
    fn default() -> Self {
        Self { theme: "auto".to_owned(), keys: true }
    }
}

impl Preferences {
    /// What is stored; what cannot be read is left at its default.
    pub(crate) fn stored() -> Self {
        let mut preferences = Self::default();
        let text = storage::read().unwrap_or_default();
        let value: serde_json::Value = serde_json::from_str(&text).unwrap_or_default();
        if let Some(theme) = value["theme"].as_str().filter(|theme| ["light", "dark"].contains(theme)) {
            preferences.theme = theme.to_owned();
        }
        preferences.keys = value["keys"].as_bool().unwrap_or(true);
        preferences
    }

    /// Stores and shows them.
    pub(crate) fn keep(&self) {
        storage::write(&serde_json::json!({ "theme": self.theme, "keys": self.keys }).to_string());
        self.show();
    }

    /// Shows them.
    pub(crate) fn show(&self) {
        dom::root_attribute("data-theme", Some(self.theme.as_str()).filter(|theme| *theme != "auto"));
    }
}

#[derive(Properties, PartialEq)]
pub(crate) struct SettingsProps {
    pub(crate) preferences: Preferences,
    pub(crate) changed: Callback<Preferences>,
}

#[component]
pub(crate) fn Settings(props: &SettingsProps) -> Html {
    let theme = |value: &'static str, label: &'static str| {
        let next = Preferences { theme: value.to_owned(), ..props.preferences.clone() };
        choice(label, props.preferences.theme == value, props.changed.reform(move |_: MouseEvent| next.clone()))
    };
    let keys = |value: bool, label: &'static str| {
        let next = Preferences { keys: value, ..props.preferences.clone() };
        choice(label, props.preferences.keys == value, props.changed.reform(move |_: MouseEvent| next.clone()))
    };
    html! {
        <details class="menu" data-side="end">
            <summary class="button">{ m::SETTINGS }</summary>
            <div class="layer">
                <span id="colours">{ m::COLOURS }</span>
                <div class="choices" role="group" aria-labelledby="colours">
                    { theme("auto", m::AUTO) }{ theme("light", m::LIGHT) }{ theme("dark", m::DARK) }
                </div>
                <span id="letter-keys">{ m::LETTER_KEYS }</span>
                <div class="choices" role="group" aria-labelledby="letter-keys">{ keys(true, m::ON) }{ keys(false, m::OFF) }</div>
                <button type="button" class="plain-button" onclick={|_: MouseEvent| dom::dialog("keys", true)}>{ m::KEYS }</button>
            </div>
        </details>
    }
}

fn choice(label: &'static str, pressed: bool, onclick: Callback<MouseEvent>) -> Html {
    html! { <button type="button" aria-pressed={pressed.to_string()} {onclick}>{ label }</button> }
}
