//! What every statement has: topics, instruments, its period and its public name.

use std::collections::BTreeMap;
use std::ops::Range;

use entente_corpus::id::fact_id;
use entente_corpus::{EntityKind, Evidence, Modality, Record, Statement};
use entente_text::Span;
use entente_text::fold::fold;

use super::view::{Named, Sentence, View};

/// A statement on `evidence` with what its sentence names.
pub(crate) fn statement(sentence: &Sentence, evidence: Evidence, modality: Modality, rule: &str) -> Statement {
    Statement {
        id: String::new(),
        modality,
        verb: None,
        strength: None,
        speaker: None,
        speakers: Vec::new(),
        on_behalf_of: None,
        actor: None,
        counterparts: Vec::new(),
        topics: entities(&sentence.named, EntityKind::Topic),
        instruments: entities(&sentence.named, EntityKind::Instrument),
        period: None,
        evidence,
        rule: rule.to_owned(),
    }
}

/// Entities of one kind among names, each once, in the order of the text.
pub(crate) fn entities(named: &[Named], kind: EntityKind) -> Vec<u32> {
    let mut out = Vec::new();
    for name in named.iter().filter(|name| name.kind == kind) {
        if !out.contains(&name.entity) {
            out.push(name.entity);
        }
    }
    out
}

/// Public names for facts of one document, equal words distinguished by their order.
pub(crate) struct Names<'a> {
    record: &'a Record,
    seen: BTreeMap<(String, String), usize>,
}

impl<'a> Names<'a> {
    pub(crate) fn of(record: &'a Record) -> Self {
        Self { record, seen: BTreeMap::new() }
    }

    /// The name of a fact called `name`, reported in `words` of `passage`.
    pub(crate) fn name(&mut self, view: &View, name: &str, passage: Option<u32>, words: &str) -> String {
        let anchor = passage.and_then(|at| view.passage(at)).map_or("", |passage| passage.anchor.as_str());
        let fingerprint = anchor.rsplit('-').next().unwrap_or("");
        // The name is made of folded words: those that differ in blanks or marks alone are equal.
        let nth = self.seen.entry((fingerprint.to_owned(), fold(words))).or_default();
        let id = fact_id(name, self.record.id.digest(), fingerprint, words, *nth);
        *nth += 1;
        id
    }
}

/// The words of the source under `span`.
pub(crate) fn words<'a>(view: &View<'a>, span: Span) -> &'a str {
    span.of(&view.body.text)
}

/// True if two ranges share a byte.
pub(crate) fn overlaps(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}
