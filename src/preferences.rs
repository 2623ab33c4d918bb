//! The reader's settings: colours, name marks, keys. Nothing else is stored.

use serde_json::{Value, json};

use crate::messages as m;
use crate::platform::{dom, storage};

/// What the reader has set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Preferences {
    /// "auto", "light" or "dark".
    pub(crate) theme: &'static str,
    /// "faint", "full" or "off": how names are marked in running text.
    pub(crate) marks: &'static str,
    /// Single-letter keys work.
    pub(crate) keys: bool,
    /// "two" or "one": lines of a row in a list.
    pub(crate) rows: &'static str,
}

/// Colours, as they are stored and as they are called; the first is the default.
pub(crate) const THEMES: [(&str, &str); 3] = [("auto", m::AUTO), ("light", m::LIGHT), ("dark", m::DARK)];
/// How names are marked, as it is stored and as it is called; the first is the default.
pub(crate) const MARKS: [(&str, &str); 3] = [("faint", m::FAINT), ("full", m::FULL), ("off", m::OFF)];

/// Lines of a row, as they are stored and as they are called; the first is the default.
pub(crate) const ROWS: [(&str, &str); 2] = [("two", m::TWO_LINES), ("one", m::ONE_LINE)];

impl Preferences {
    /// What is stored; what cannot be read is left at its default.
    pub(crate) fn stored() -> Self {
        Self::read(&storage::read().unwrap_or_default())
    }

    /// Settings as [`Preferences::written`] writes them; each that cannot be read is left at its default.
    fn read(text: &str) -> Self {
        let stored: Value = serde_json::from_str(text).unwrap_or_default();
        let known = |name: &str, all: &[(&'static str, &str)]| {
            let is_stored = |word: &str| stored[name].as_str() == Some(word);
            all.iter().find(|(word, _)| is_stored(word)).unwrap_or(&all[0]).0
        };
        let (theme, marks) = (known("theme", &THEMES), known("marks", &MARKS));
        Self { theme, marks, keys: stored["keys"].as_bool().unwrap_or(true), rows: known("rows", &ROWS) }
    }

    /// As text: JSON.
    fn written(&self) -> String {
        json!({ "theme": self.theme, "marks": self.marks, "keys": self.keys, "rows": self.rows }).to_string()
    }

    /// Stores and shows them.
    pub(crate) fn keep(&self) {
        storage::write(&self.written());
        self.show();
    }

    /// Shows them.
    pub(crate) fn show(&self) {
        dom::root_attribute("data-theme", Some(self.theme).filter(|theme| *theme != "auto"));
        dom::root_attribute("data-rows", Some(self.rows).filter(|rows| *rows != "two"));
        dom::root_attribute("data-marks", Some(self.marks).filter(|marks| *marks != "faint"));
    }
}

#[cfg(test)]
mod tests {
    use super::Preferences;

    #[test]
    fn settings_read_back_and_what_cannot_be_read_is_left_at_its_default() {
        let own = Preferences { theme: "dark", marks: "off", keys: false, rows: "one" };
        assert_eq!(Preferences::read(&own.written()), own);
        let default = Preferences { theme: "auto", marks: "faint", keys: true, rows: "two" };
        for text in ["", "no JSON", "{\"theme\":\"pink\",\"keys\":7}", "{\"theme\":3}"] {
            assert_eq!(Preferences::read(text), default, "{text}");
        }
        // As an earlier version has left them.
        assert_eq!(Preferences::read("{\"keys\":true,\"theme\":\"light\"}").theme, "light");
    }
}
