//! The reader's settings: colours, name marks, keys. Nothing else is stored.

use serde::{Deserialize, Serialize};

use crate::element::{El, button, el, of, run};
use crate::here::{Act, Here};
use crate::messages as m;
use crate::platform::{dom, storage};

/// What the reader has set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Preferences {
    /// "auto", "light" or "dark".
    pub(crate) theme: &'static str,
    /// "faint", "full" or "off": how names are marked in running text.
    pub(crate) marks: &'static str,
    /// Single-letter keys work.
    pub(crate) keys: bool,
}

/// [`Preferences`] as an earlier version of the page may have stored them.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Stored {
    theme: String,
    marks: String,
    keys: Option<bool>,
}

const THEMES: [(&str, &str); 3] = [("auto", m::AUTO), ("light", m::LIGHT), ("dark", m::DARK)];
const MARKS: [(&str, &str); 3] = [("faint", m::FAINT), ("full", m::FULL), ("off", m::OFF)];

impl Preferences {
    /// What is stored; what cannot be read is left at its default.
    pub(crate) fn stored() -> Self {
        Self::read(&storage::read().unwrap_or_default())
    }

    /// Settings as [`Preferences::written`] writes them.
    fn read(text: &str) -> Self {
        let stored: Stored = serde_json::from_str(text).unwrap_or_default();
        let known = |word: &str, all: &[(&'static str, &str); 3]| {
            all.iter().find(|(known, _)| *known == word).unwrap_or(&all[0]).0
        };
        Self {
            theme: known(&stored.theme, &THEMES),
            marks: known(&stored.marks, &MARKS),
            keys: stored.keys.unwrap_or(true),
        }
    }

    /// As JSON text.
    fn written(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Stores and shows them.
    pub(crate) fn keep(&self) {
        storage::write(&self.written());
        self.show();
    }

    /// Shows them.
    pub(crate) fn show(&self) {
        dom::root_attribute("data-theme", Some(self.theme).filter(|theme| *theme != "auto"));
        dom::root_attribute("data-marks", Some(self.marks).filter(|marks| *marks != "faint"));
    }
}

/// The menu.
pub(crate) fn settings(here: &Here) -> El {
    let now = &here.ui.preferences;
    let mut themes = run();
    for (theme, label) in THEMES {
        themes.push(choice(here, label, now.theme == theme, Preferences { theme, ..now.clone() }));
    }
    let mut marks = run();
    for (value, label) in MARKS {
        marks.push(choice(here, label, now.marks == value, Preferences { marks: value, ..now.clone() }));
    }
    let mut keys = run();
    for (value, label) in [(true, m::ON), (false, m::OFF)] {
        keys.push(choice(here, label, now.keys == value, Preferences { keys: value, ..now.clone() }));
    }
    let layer = of("div", "layer")
        .child(group("colours", m::COLOURS, themes))
        .child(group("name-marks", m::NAME_MARKS, marks))
        .child(group("letter-keys", m::LETTER_KEYS, keys))
        .child(button("plain-button", here.then(), Act::Sheet(true)).child(m::KEYS));
    of("details", "menu").attr("data-side", "end").child(of("summary", "button").child(m::SETTINGS)).child(layer)
}

fn group(id: &'static str, label: &'static str, choices: El) -> El {
    run()
        .child(el("span").id(id).child(label))
        .child(of("div", "choices").attr("role", "group").attr("aria-labelledby", id).child(choices))
}

fn choice(here: &Here, label: &'static str, pressed: bool, next: Preferences) -> El {
    button("", here.then(), Act::Prefer(next)).attr("aria-pressed", if pressed { "true" } else { "false" }).child(label)
}

#[cfg(test)]
mod tests {
    use super::Preferences;

    #[test]
    fn settings_read_back_and_what_cannot_be_read_is_left_at_its_default() {
        let own = Preferences { theme: "dark", marks: "off", keys: false };
        assert_eq!(own.written(), r#"{"theme":"dark","marks":"off","keys":false}"#);
        assert_eq!(Preferences::read(&own.written()), own);
        let default = Preferences { theme: "auto", marks: "faint", keys: true };
        for text in ["", "no JSON", "{\"theme\":\"pink\",\"keys\":7}", "{\"theme\":3}"] {
            assert_eq!(Preferences::read(text), default, "{text}");
        }
        // As an earlier version has left them.
        assert_eq!(Preferences::read("{\"keys\":true,\"theme\":\"light\"}").theme, "light");
    }
}
