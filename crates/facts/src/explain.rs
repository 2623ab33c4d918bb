//! How a passage was read, in words: its clauses, the frames that matched, what was found, and why something was not.

use entente_corpus::{Body, Catalogue, PassageKind};
use entente_language::describe::describe;

use crate::occasions;
use crate::statements::clauses;
use crate::view::{Sentence, View};
use crate::voice;

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
    for (n, sentence) in view.sentences(passage).into_iter().enumerate() {
        out.push(format!("sentence: {}", sentence.as_str().split_whitespace().collect::<Vec<_>>().join(" ")));
        let parse = sentence.parse();
        for line in describe(parse.parsed, parse.tokens) {
            out.push(format!("  clause: {line}"));
        }
        let mut frames = occasions::explain(&view, &sentence);
        frames.extend(explain_statements(&sentence, n == 0));
        if frames.is_empty() {
            out.push("  no frame: no noun or verb here tells of an occasion or states anything".to_owned());
        }
        out.extend(frames.into_iter().map(|line| format!("  {line}")));
    }
    out
}

/// A line for each statement frame that the sentence matched; the first sentence of a paragraph may begin with its verb.
fn explain_statements(sentence: &Sentence, first: bool) -> Vec<String> {
    let lead = if first { voice::lead(sentence, true) } else { None };
    let mut out: Vec<String> = Vec::new();
    if let Some(lead) = &lead {
        let verb = sentence.text.get(lead.said.verb.clone()).unwrap_or("");
        out.push(format!(
            "statement frame {} at the head of the paragraph, \"{verb}\": {} by the text's voice, if the text has named one [{}]",
            lead.frame.id, lead.said.act.modality, lead.said.rule
        ));
    }
    out.extend(clauses::explain(sentence, lead.as_ref()));
    out
}
