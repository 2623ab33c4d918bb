//! How a text is written: as a table of records, as a page, as Markdown or by its lines. This is decided here and nowhere else.
//!
//! In: a decoded text and the name of its file. Out: its layout, with the passages of a table.

use entente_structure::{PassageDraft, TextFormat};

use crate::records;

/// How a text is written.
#[derive(Debug)]
pub enum Layout {
    /// A table of records, with its passages in the making.
    Table(Vec<PassageDraft>),
    /// Running text.
    Prose(TextFormat),
}

impl Layout {
    /// The layout of `text`: its content decides before the name of its `file`.
    #[must_use]
    pub fn of(text: &str, file: &str) -> Self {
        records::drafts(text, file).map_or_else(|| Self::Prose(TextFormat::of(text, file)), Self::Table)
    }
}

#[cfg(test)]
mod tests {
    use entente_structure::TextFormat;

    use super::Layout;

    #[test]
    fn a_table_is_a_table_and_all_else_is_prose() {
        for (text, file, expected) in [
            ("port,state\nSuva,Fiji\n", "a.csv", None),
            ("{\"port\": \"Suva\"}\n{\"port\": \"Oslo\"}\n", "a.txt", None),
            ("port,state\nSuva,Fiji\n", "a.txt", Some(TextFormat::Plain)),
            ("# Ports\n", "a.md", Some(TextFormat::Markdown)),
            ("<!doctype html><p>Ports", "a.md", Some(TextFormat::Html)),
        ] {
            let prose = match Layout::of(text, file) {
                Layout::Table(_) => None,
                Layout::Prose(format) => Some(format),
            };
            assert_eq!(prose, expected, "{file}: {text}");
        }
    }
}
