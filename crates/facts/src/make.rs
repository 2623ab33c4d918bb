//! What every statement has: topics, instruments, its period and its public name.

use std::collections::BTreeMap;
use std::ops::Range;

use entente_corpus::id::fact_id;
use entente_corpus::{EntityKind, Evidence, Fact, Modality, Record, Statement};
use entente_text::{PartialDate, Span};

use super::resolve::resolve;
use super::view::{Named, Sentence, View};

/// A statement on `evidence` with what its sentence names.
pub(crate) fn statement(sentence: &Sentence, evidence: Evidence, modality: Modality, rule: &str) -> Statement {
    Statement {
        id: String::new(),
        modality,
        verb: None,
        strength: None,
        speaker: None,
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

/// Words that tie a date to what stands before them: "the treaty signed in May 2010".
const ANOTHERS: &[&str] = &[
    "agreed",
    "signed",
    "adopted",
    "concluded",
    "established",
    "launched",
    "issued",
    "dated",
    "agreement",
    "treaty",
    "convention",
    "declaration",
    "statement",
    "resolution",
    "act",
    "order",
    "memorandum",
];
/// Words between such a word and its date, at most.
const NEAR: usize = 4;

/// When it was done or will be: the one date of the sentence; of several none is the statement's. What is only said
/// happens when it is said: a date behind the verb is that of another thing.
pub(crate) fn period(
    view: &View,
    sentence: &Sentence,
    verb: &Range<usize>,
    is_of_deeds: bool,
) -> Option<Fact<PartialDate>> {
    let [when] = sentence.dates.as_slice() else { return None };
    let behind = when.range.start >= verb.end;
    let named = sentence.named.iter().any(|name| overlaps(&name.range, &when.range));
    if named || behind && (!is_of_deeds || is_anothers(sentence, verb.end, &when.range)) {
        return None;
    }
    resolve(when, view.date(), view.evidence(sentence.passage, when.range.clone())?)
}

/// True where a date behind `from` belongs to something else that is dated by it.
fn is_anothers(sentence: &Sentence, from: usize, date: &Range<usize>) -> bool {
    let words: Vec<&str> = sentence
        .words
        .iter()
        .filter(|word| from <= word.start && word.end <= date.start)
        .map(|word| word.folded.as_str())
        .collect();
    words.iter().rev().take(NEAR).any(|word| ANOTHERS.contains(word)) || words.contains(&"according")
}

/// Public names for facts of one document, equal words told apart by their order.
pub(crate) struct Names<'a> {
    record: &'a Record,
    seen: BTreeMap<(String, String), usize>,
}

impl<'a> Names<'a> {
    pub(crate) fn of(record: &'a Record) -> Self {
        Self { record, seen: BTreeMap::new() }
    }

    /// The name of a fact called `name`, told in `words` of `passage`.
    pub(crate) fn name(&mut self, view: &View, name: &str, passage: Option<u32>, words: &str) -> String {
        let anchor = passage.and_then(|at| view.passage(at)).map_or("", |passage| passage.anchor.as_str());
        let fingerprint = anchor.rsplit('-').next().unwrap_or("");
        let nth = self.seen.entry((fingerprint.to_owned(), words.to_owned())).or_default();
        let id = fact_id(name, self.record.id.digest(), fingerprint, words, *nth);
        *nth += 1;
        id
    }
}

/// The words of the source under `span`.
pub(crate) fn words<'a>(view: &View<'a>, span: Span) -> &'a str {
    span.of(&view.body.text)
}

/// True where two ranges share a byte.
pub(crate) fn overlaps(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}
