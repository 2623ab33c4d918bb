//! A check as rows: one a verdict, all with the same columns.

use std::ops::Range;

use serde::Serialize;

use crate::report::{Change, CheckedSentence, Difference, Run, Target};
use crate::wording;

/// One verdict.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Row {
    /// Number of the sentence, from 1.
    pub sentence: usize,
    /// sentence, quotation, attribution, date, money, share, count, ordinal, number, name or precedent.
    pub kind: &'static str,
    /// Byte of the checked text where the words begin.
    pub start: usize,
    /// Byte after them.
    pub end: usize,
    /// The words of the checked text.
    pub text: String,
    /// What is said of them, as a word.
    pub verdict: &'static str,
    /// The same in a sentence.
    pub says: String,
    /// Places in the documents, the best first.
    pub places: Vec<PlaceRow>,
    /// Further places that are not listed.
    pub more: usize,
    /// Words that differ.
    pub differing: Option<usize>,
    /// Each difference.
    pub changes: Vec<ChangeRow>,
    /// All words of both sides in order, where they differ.
    pub difference: Vec<RunRow>,
    /// What was left aside.
    pub left_aside: Vec<&'static str>,
    /// Who says it, or how the documents call it.
    pub name: Option<String>,
    /// The public name of that.
    pub name_id: Option<String>,
    /// States, blocs and organisations that a precedent names.
    pub parties: Vec<String>,
    /// How often a sentence's words are used, the best precedent among them.
    pub used: Option<usize>,
    /// The first year of these uses.
    pub since: Option<u16>,
}

/// A place in the documents.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct PlaceRow {
    /// Public name of the document.
    pub document: String,
    /// The passage, as `DOC:PASSAGE`.
    pub passage: String,
    /// Path of the file.
    pub file: String,
    /// First line.
    pub line_start: u32,
    /// Last line.
    pub line_end: u32,
    /// Printed page.
    pub page: Option<u32>,
    /// Title of the document.
    pub title: String,
    /// Date of the document, as EDTF.
    pub date: Option<String>,
    /// The words there.
    pub quote: String,
}

/// One difference.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ChangeRow {
    /// inserted, left-out, replaced or reordered.
    pub kind: &'static str,
    /// Words of the checked text.
    pub text: String,
    /// Words of the documents.
    pub source: String,
}

/// A run of words.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RunRow {
    /// both, text or source.
    pub side: &'static str,
    /// The words.
    pub text: String,
}

/// The rows for a sentence of `text`.
#[must_use]
pub fn rows(text: &str, sentence: &CheckedSentence) -> Vec<Row> {
    let row = |kind: &'static str, range: &Range<usize>, verdict: &'static str, says: String| Row {
        sentence: sentence.number,
        kind,
        start: range.start,
        end: range.end,
        text: text.get(range.clone()).unwrap_or_default().to_owned(),
        verdict,
        says,
        ..Row::default()
    };
    let mut first = row("sentence", &sentence.range, sentence.novelty.as_str(), wording::novelty(sentence));
    first.differing = sentence.precedents.first().map(|best| best.difference.words);
    first.used = sentence.uses.as_ref().map(|uses| uses.places.len());
    first.since = sentence.uses.as_ref().and_then(|uses| uses.since);
    let mut out = vec![first];
    for quotation in &sentence.quotations {
        let mut next = row("quotation", &quotation.range, quotation.verdict.as_str(), wording::quotation(quotation));
        next.places = quotation.targets.iter().map(place).collect();
        next.more = quotation.more;
        next.left_aside = quotation.foldings.iter().map(|folding| folding.as_str()).collect();
        compared(&mut next, &quotation.difference);
        out.push(next);
        if let Some(found) = &quotation.attribution {
            let verdict = if found.agrees { "agrees" } else { "another-speaker" };
            let mut next = row("attribution", &found.range, verdict, wording::attribution(found));
            next.places = vec![place(&found.target)];
            next.name = Some(found.source.clone());
            out.push(next);
        }
    }
    for value in &sentence.values {
        let mut next = row(value.kind.as_str(), &value.range, value.verdict.as_str(), wording::value(value));
        next.places = value.target.iter().map(place).collect();
        out.push(next);
    }
    for name in &sentence.names {
        let mut next = row("name", &name.range, name.verdict.as_str(), wording::name(name));
        (next.name, next.name_id) = name.entity.clone().unzip();
        out.push(next);
    }
    for precedent in &sentence.precedents {
        let words = precedent.difference.words;
        let verdict = if words == 0 { "identical" } else { "close" };
        let mut next = row("precedent", &sentence.range, verdict, wording::differing(words));
        next.places = std::iter::once(&precedent.target).chain(&precedent.also).map(place).collect();
        next.parties.clone_from(&precedent.parties);
        compared(&mut next, &precedent.difference);
        out.push(next);
    }
    out
}

fn compared(row: &mut Row, difference: &Difference) {
    let change = |change: &Change| ChangeRow {
        kind: change.kind.as_str(),
        text: change.text.clone(),
        source: change.source.clone(),
    };
    let run = |run: &Run| RunRow { side: run.side.as_str(), text: run.text.clone() };
    if !difference.runs.is_empty() {
        row.differing = Some(difference.words);
        row.changes = difference.changes.iter().map(change).collect();
        row.difference = difference.runs.iter().map(run).collect();
    }
}

fn place(target: &Target) -> PlaceRow {
    PlaceRow {
        document: target.document_id.clone(),
        passage: format!("{}:{}", target.document_id, target.anchor),
        file: target.file.clone(),
        line_start: target.lines.0,
        line_end: target.lines.1,
        page: target.page,
        title: target.title.clone(),
        date: target.date.as_ref().map(|date| date.date.to_string()),
        quote: target.quote.clone(),
    }
}
