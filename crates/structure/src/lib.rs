//! Text becomes passages and sections.
//!
//! In: a decoded text, plain, Markdown or HTML. Out: a [`Body`] whose passages are spans over that text;
//! every letter of it stands in one of them. [`passes`] is the table of all steps. What the document says of itself is read by [`metadata`].

mod aligned;
mod answers;
mod apart;
mod blocks;
mod columns;
pub mod contents;
mod damage;
mod debris;
mod direction;
mod figures;
mod furniture;
mod headings;
pub(crate) mod html;
pub mod hyphens;
mod inline;
mod line;
mod markdown;
mod marker;
pub(crate) mod marking;
pub mod metadata;
mod names;
mod nesting;
mod ordinal;
mod oversize;
mod pages;
mod passes;
pub mod personal;
mod questions;
mod raised;
pub mod running;
mod scan;
mod sections;
mod signatures;
mod table;
mod titles;
mod translation;
mod turns;
mod word_lists;
pub mod wrapped;

use entente_corpus::{Anomaly, Body, ReadingText};

use self::passes::{Origin, Reading};

pub use self::blocks::PassageDraft;
pub use self::headings::Class;
pub use self::html::printed;
pub use self::signatures::opens_signature;

/// True if `line` begins with a mark or number of a list.
pub fn begins_list(line: &str) -> bool {
    marker::marker(line).is_some()
}

/// True if `line` is a heading by what is printed on it.
pub fn heading_class(line: &str) -> bool {
    headings::class(line).is_some()
}

/// How a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextFormat {
    /// By its lines.
    Plain,
    /// By CommonMark and GitHub's extensions.
    Markdown,
    /// As a page of HTML.
    Html,
}

impl TextFormat {
    /// How `text` is written: by what it begins with, else by the name of its file.
    #[must_use]
    pub fn of(text: &str, file: &str) -> Self {
        let name = file.to_ascii_lowercase();
        let named = |endings: &[&str]| endings.iter().any(|end| name.ends_with(end));
        if html::is_html(text) || named(&[".html", ".htm", ".xhtml"]) && html::has_markup(text) {
            TextFormat::Html
        } else if named(&[".md", ".markdown", ".mdown", ".mkd"]) && !inline::is_unmarked(text) {
            TextFormat::Markdown
        } else {
            TextFormat::Plain
        }
    }
}

/// A document as passages and sections, with what a person reads of each passage.
#[derive(Debug, Default)]
pub struct Structured {
    /// Text, passages, sections, notes.
    pub body: Body,
    /// The reading text of each passage.
    pub texts: Vec<ReadingText>,
}

/// The structure of `text`, which is written in `format`. Offsets count bytes of `text`. An empty text has no passages.
///
/// ```
/// use entente_corpus::PassageKind;
/// use entente_structure::{TextFormat, structure};
///
/// let document = structure("# Ports\n\nThe *ministers* met.\n", TextFormat::Markdown);
/// let kinds: Vec<PassageKind> = document.body.passages.iter().map(|passage| passage.kind).collect();
/// assert_eq!(kinds, [PassageKind::Heading, PassageKind::Paragraph]);
/// // What a person reads, and where it is in the source text.
/// let reading = &document.texts[1];
/// assert_eq!(reading.text, "The ministers met.");
/// assert_eq!(reading.to_source(4..13).expect("a span").of(&document.body.text), "ministers");
/// assert!(structure("", TextFormat::Plain).body.passages.is_empty());
/// ```
#[must_use]
pub fn structure(text: &str, format: TextFormat) -> Structured {
    passes::run(Reading { text, ..Reading::default() }, format.into())
}

/// The structure of a text form, whose passages its reader has found.
#[must_use]
pub fn form(text: &str, drafts: Vec<PassageDraft>, anomalies: Vec<Anomaly>) -> Structured {
    passes::run(Reading { text, drafts, anomalies, ..Reading::default() }, Origin::Form)
}

#[cfg(test)]
mod tests {
    use super::TextFormat;

    #[test]
    fn a_text_is_what_it_begins_with_then_what_it_is_called() {
        for (text, file, format) in [
            ("<!doctype html><p>a", "a.md", TextFormat::Html),
            ("<p>The ministers met.", "a.HTML", TextFormat::Html),
            ("R&amp;D", "a.htm", TextFormat::Html),
            ("</ ports >", "a.html", TextFormat::Html),
            ("The ministers met.\n\n2 < 3", "a.html", TextFormat::Plain),
            ("<p>The ministers met.", "a.txt", TextFormat::Plain),
            ("# Ports", "a.md", TextFormat::Markdown),
            ("# Ports", "a.txt", TextFormat::Plain),
        ] {
            assert_eq!(TextFormat::of(text, file), format, "{file}: {text}");
        }
    }
}
