//! How a document is read, one line a passage, for tests that say what a person sees.

use entente_corpus::{PassageKind, ReadingText};
use entente_ingest::{Settings, Source, read};

/// One line for each passage: its kind, its level if it has one, its own number, its text.
pub(crate) fn outline(file: &str, text: &str) -> Vec<String> {
    let source = Source { file: file.to_owned(), bytes: text.as_bytes().to_vec() };
    let (_, body) = read(&source, &Settings::default()).expect("a text");
    let line = |passage: &entente_corpus::Passage| {
        let level = if passage.level > 0 { passage.level.to_string() } else { String::new() };
        let number = passage.number.map_or(String::new(), |span| format!(" #{}", span.of(text)));
        let pieces = if passage.kind == PassageKind::Row || passage.pieces.len() == 1 {
            String::new()
        } else {
            format!(" in {} parts", passage.pieces.len())
        };
        format!("{}{level}{number}{pieces}: {}", passage.kind, ReadingText::of(&body, passage).text)
    };
    body.passages.iter().map(line).collect()
}

/// Asserts that `text` is read as `expected`.
#[track_caller]
pub(crate) fn expect(text: &str, expected: &[&str]) {
    assert_eq!(outline("x.txt", text), expected, "{text}");
}
