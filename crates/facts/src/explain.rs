//! How a passage was read, in words: its clauses, the frames that matched, what was found, and why something was not.

use entente_corpus::{Body, Catalogue, PassageKind};
use entente_language::describe::describe;

use crate::occasions;
use crate::view::View;

/// A line for each clause of the passage, and below it a line for each frame that its words matched: the fact that was found,
/// or the guard that refused it. Empty for a passage that is not there.
#[must_use]
pub fn explain_passage(catalogue: &Catalogue, body: &Body, document: usize, passage: u32) -> Vec<String> {
    let Some(record) = catalogue.documents.get(document) else { return Vec::new() };
    let view = View::of(document, catalogue, record, body);
    let Some(found) = view.passage(passage) else { return Vec::new() };
    let mut out = Vec::new();
    if view.is_mute(passage) && found.kind != PassageKind::Heading {
        out.push("not read for facts: a form's own words, furniture, a contact block or an empty answer".to_owned());
        return out;
    }
    for sentence in view.sentences(passage) {
        out.push(format!("sentence: {}", sentence.as_str().split_whitespace().collect::<Vec<_>>().join(" ")));
        let parse = sentence.parse();
        let (parsed, tokens) = match sentence.reading() {
            Some(reading) => (&reading.parsed, &reading.tokens),
            None => (parse.parsed, parse.tokens),
        };
        for line in describe(parsed, tokens) {
            out.push(format!("  clause: {line}"));
        }
        let frames = occasions::explain(&view, &sentence);
        if frames.is_empty() {
            out.push("  no frame: no noun or verb here tells of an occasion".to_owned());
        }
        out.extend(frames.into_iter().map(|line| format!("  {line}")));
    }
    out
}
