//! The reader's margin: what other documents have about a passage.

use entente_text::saturating_u32;
use std::collections::BTreeMap;

use entente_corpus::{AnomalyKind, DifferenceKind, End, EngagementKind, Evidence, Link, LinkKind, Modality};
use entente_text::order::{set, sort_by_key};

use super::acronyms::{self, AcronymRow};
use super::commitments;
use super::compare::{Change, Run, differing};
use super::engagements::{self, EngagementRow};
use super::pairs::{self, PairRow};
use super::statements;
use crate::desk::dates::dated;
use crate::desk::passages::PassageAt;
use crate::desk::texts::cut;
use crate::desk::{Desk, resolve};
use crate::models::facts::{NameRef, Source};
use crate::models::listing::Dated;
use crate::query::Axis;

/// Characters of another document's title beside a passage.
const ELSEWHERE_CHARS: usize = 34;
/// Related passages that are shown, at most.
const MAX_RELATED_PASSAGES: usize = 4;

/// What is known about a passage, in one line beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MarginLine {
    /// Places that say the same.
    pub repeats: Vec<Repeat>,
    /// Meetings that the passage reports, each by its kind and date.
    pub engagements: Vec<MeetingInLine>,
    /// For a commitment: how many measures there are under it.
    pub ledger: Option<MeasureCounts>,
    /// For a measure: the commitments that it belongs to.
    pub under: Vec<MeasureUnder<Elsewhere>>,
    /// Source notes.
    pub notes: Vec<AnomalyKind>,
}

/// A place that says the same as a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repeat {
    /// Where.
    pub place: Elsewhere,
    /// How many words differ; `None` if it is only known that some do, because the other text is not read for that.
    pub differ: Option<usize>,
}

/// Another place, as it is called beside a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Elsewhere {
    /// In the same document: its own number, lines and pages.
    Here(Option<String>, (u32, u32), Option<(u32, u32)>),
    /// In another document, by its title, cut.
    Document(String),
}

/// Everything there is to say of one passage.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Margin {
    /// Where the same is said, with the words that differ: `one` is this passage.
    pub restated: Vec<PairRow>,
    /// Passages about the same two actors and the same topic.
    pub related: Vec<RelatedPassage>,
    /// What the first of them has in common with this one.
    pub shared: Vec<String>,
    /// Engagements that this passage reports.
    pub engagements: Vec<EngagementRow>,
    /// For a commitment: how many measures there are under it.
    pub ledger: Option<MeasureCounts>,
    /// For a measure: the commitments that it belongs to.
    pub under: Vec<MeasureUnder<Source>>,
    /// Statements made here.
    pub statements: Vec<StatementHere>,
    /// Short forms of this passage, as this file opens them.
    pub short: Vec<AcronymRow>,
    /// Names in it.
    pub names: Vec<NameRef>,
    /// Source notes.
    pub notes: Vec<NoteHere>,
}

/// A meeting that a passage reports, in one line beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeetingInLine {
    /// What sort.
    pub kind: EngagementKind,
    /// When; `None` if no date is known.
    pub date: Option<Dated>,
}

/// Measures under a commitment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MeasureCounts {
    /// Measures that were undertaken.
    pub done: usize,
    /// Measures that are planned.
    pub planned: usize,
}

/// A commitment that a measure belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeasureUnder<Place> {
    /// True if the measure was undertaken, false if it is planned.
    pub is_done: bool,
    /// The commitment.
    pub place: Place,
}

/// A passage about the same two actors and the same topic.
#[derive(Clone, Debug, PartialEq)]
pub struct RelatedPassage {
    /// Where.
    pub source: Source,
    /// Date of its document.
    pub date: Option<Dated>,
}

/// A statement that a passage makes.
#[derive(Clone, Debug, PartialEq)]
pub struct StatementHere {
    /// Public name, for links.
    pub id: String,
    /// What sort.
    pub modality: Modality,
    /// Its verb, as printed.
    pub verb: Option<String>,
}

/// A source note on a passage.
#[derive(Clone, Debug, PartialEq)]
pub struct NoteHere {
    /// What sort.
    pub kind: AnomalyKind,
    /// What the source has.
    pub detail: String,
}

/// A line for each passage of a document with something to remark, by anchor. The texts of other documents are not read.
pub(crate) fn margin_lines(desk: &Desk, document: &str) -> BTreeMap<String, MarginLine> {
    let mut out: BTreeMap<String, MarginLine> = BTreeMap::new();
    let Some((at, _)) = resolve::document(desk, document, None) else {
        return out;
    };
    let Some(body) = desk.corpus.bodies.get(at) else { return out };
    let document = saturating_u32(at);
    let anchor = |passage: u32| body.passages.get(passage as usize).map(|passage| passage.anchor.clone());
    for anomaly in &body.anomalies {
        if let Some(anchor) = anomaly.passage.and_then(anchor) {
            let line = out.entry(anchor).or_default();
            if !line.notes.contains(&anomaly.kind) {
                line.notes.push(anomaly.kind);
            }
        }
    }
    for found in &body.engagements {
        for passage in set(found.evidence.iter().filter_map(|place| place.passage)) {
            if let Some(anchor) = anchor(passage) {
                out.entry(anchor)
                    .or_default()
                    .engagements
                    .push(MeetingInLine { kind: found.kind, date: found.date.as_ref().map(dated) });
            }
        }
    }
    for link in desk.links() {
        if link.kind == LinkKind::Restates && !link.template {
            for (one, other) in [(link.from, link.to), (link.to, link.from)] {
                if let Some(anchor) = passage_here(desk, document, one).and_then(anchor) {
                    out.entry(anchor).or_default().repeats.push(repeat(desk, document, link, one, other));
                }
            }
        }
        if !matches!(link.kind, LinkKind::Fulfils | LinkKind::Plans) {
            continue;
        }
        let is_done = link.kind == LinkKind::Fulfils;
        if let Some(anchor) = passage_here(desk, document, link.to).and_then(anchor) {
            let counts = out.entry(anchor).or_default().ledger.get_or_insert_default();
            if is_done { counts.done += 1 } else { counts.planned += 1 }
        }
        if let Some(anchor) = passage_here(desk, document, link.from).and_then(anchor) {
            let place = elsewhere(desk, document, link.to);
            out.entry(anchor).or_default().under.push(MeasureUnder { is_done, place });
        }
    }
    out
}

/// The passage of an end of a link, if it is in `document`.
fn passage_here(desk: &Desk, document: u32, end: End) -> Option<u32> {
    if end.document() != Some(document) {
        return None;
    }
    pairs::place(desk, end)?.1.passage
}

/// What `other` repeats of `one`, which is in `document`.
fn repeat(desk: &Desk, document: u32, link: &Link, one: End, other: End) -> Repeat {
    let place = elsewhere(desk, document, other);
    let differ = match (&place, link.difference_kind) {
        (_, None | Some(DifferenceKind::Formatting)) => Some(0),
        (Elsewhere::Document(_), Some(_)) => None,
        (Elsewhere::Here(..), Some(_)) => {
            let words = |end: End| {
                let (document, at) = pairs::place(desk, end)?;
                Some(desk.words(document, at.passage, at.span))
            };
            words(one).zip(words(other)).map(|(one, other)| differing_words(&one, &other))
        }
    };
    Repeat { place, differ }
}

/// How many words differ between two texts: those of the side that has more of them.
fn differing_words(one: &str, other: &str) -> usize {
    let only = |runs: &[Run]| -> usize {
        let alone = runs.iter().filter(|run| run.change == Change::Only);
        alone.map(|run| run.text.split_whitespace().count()).sum()
    };
    let (left, right) = differing(one, other);
    only(&left).max(only(&right))
}

/// How the place of an end is called beside a passage of `document`.
fn elsewhere(desk: &Desk, document: u32, end: End) -> Elsewhere {
    match end.document() {
        Some(other) if other != document => {
            Elsewhere::Document(cut(desk.corpus.title_of(other as usize), ELSEWHERE_CHARS))
        }
        _ => {
            let source = pairs::place(desk, end).map(|(at, place)| desk.source(at, place)).unwrap_or_default();
            Elsewhere::Here(source.number, source.lines, source.pages)
        }
    }
}

/// Everything there is to say of one passage.
pub(crate) fn margin(desk: &Desk, document: &str, passage: &str) -> Option<Margin> {
    let (document, _) = resolve::document(desk, document, Some(passage))?;
    let (passage, _) = resolve::passage(desk, document, passage)?;
    let body = desk.corpus.bodies.get(document)?;
    let (number, document) = (desk.passages.number(document, passage), u32::try_from(document).ok()?);
    let passage = u32::try_from(passage).ok()?;
    let mut out = Margin::default();
    let here = |end: End| {
        end.document() == Some(document)
            && pairs::place(desk, end).is_some_and(|(_, place)| place.passage == Some(passage))
    };
    let (mut done, mut planned) = (0, 0);
    for link in desk.links() {
        match link.kind {
            LinkKind::Restates if !link.template && (here(link.from) || here(link.to)) => {
                out.restated.extend(pairs::row(desk, link).map(|row| if here(link.to) { row } else { swapped(row) }));
            }
            LinkKind::Fulfils if here(link.to) => done += 1,
            LinkKind::Plans if here(link.to) => planned += 1,
            LinkKind::Fulfils | LinkKind::Plans if here(link.from) => {
                let is_done = link.kind == LinkKind::Fulfils;
                let place = pairs::place(desk, link.to).map(|(at, place)| desk.source(at, place));
                out.under.extend(place.map(|place| MeasureUnder { is_done, place }));
            }
            LinkKind::Restates | LinkKind::Fulfils | LinkKind::Plans => {}
            LinkKind::Series | LinkKind::Conflicts | LinkKind::Cites | LinkKind::Related => {}
        }
    }
    let commitment = |found: &entente_corpus::Statement| {
        found.modality == Modality::Commitment && found.evidence.passage == Some(passage)
    };
    let in_ledger = done + planned > 0
        || (body.statements.iter().any(commitment) && commitments::has_commitment_in(desk, document, passage));
    out.ledger = in_ledger.then_some(MeasureCounts { done, planned });
    for (at, found) in (0_u32..).zip(&body.engagements) {
        if found.evidence.iter().any(|place| place.passage == Some(passage)) {
            out.engagements.extend(engagements::row(desk, (document, at)));
        }
    }
    for (at, found) in (0_u32..).zip(&body.statements) {
        if found.evidence.passage == Some(passage)
            && let Some(row) = statements::row(desk, (document, at))
        {
            out.statements.push(StatementHere { id: row.id, modality: row.modality, verb: row.verb });
        }
    }
    let text = desk.reading_text(PassageAt { document, passage });
    let has =
        |short: &str| text.split(|c: char| !c.is_alphanumeric() && c != '-' && c != '/').any(|word| word == short);
    for found in desk.acronyms().iter().filter(|found| found.document == document) {
        if found.expansion.is_some() && has(&found.acronym) {
            out.short.push(acronyms::row(desk, found));
        }
    }
    relate(desk, number, document, &mut out);
    out.names = desk.names(&desk.named(document, passage));
    let noted = body.anomalies.iter().filter(|anomaly| anomaly.passage == Some(passage));
    out.notes = noted.map(|anomaly| NoteHere { kind: anomaly.kind, detail: anomaly.detail.clone() }).collect();
    Some(out)
}

/// Passages that share two actors and a topic with passage number `number`: those of other documents, and
/// those that share most, first.
fn relate(desk: &Desk, number: usize, document: u32, out: &mut Margin) {
    let values = &desk.values;
    let own = values.of_passage(number);
    let mut found: Vec<(bool, usize, usize)> = Vec::new();
    for (other, unit) in desk.passages.all.iter().enumerate().filter(|(other, _)| *other != number) {
        let (mut actors, mut topics) = (0, 0);
        for at in values.of_passage(other).iter().filter(|at| own.contains(at)) {
            let axis = values.all[*at as usize].axis;
            topics += usize::from(axis == Axis::Topic);
            actors += usize::from(matches!(axis, Axis::Country | Axis::Bloc | Axis::Organisation));
        }
        if actors > 1 && topics > 0 {
            found.push((unit.document == document, usize::MAX - actors - topics, other));
        }
    }
    sort_by_key(&mut found, |place| *place);
    for (_, _, other) in found.into_iter().take(MAX_RELATED_PASSAGES) {
        let unit = desk.passages.all[other];
        let passage = desk.corpus.bodies.get(unit.document as usize);
        let Some(passage) = passage.and_then(|body| body.passages.get(unit.passage as usize)) else { continue };
        let evidence = Evidence { passage: Some(unit.passage), span: passage.extent() };
        let Some(record) = desk.corpus.catalogue.documents.get(unit.document as usize) else { continue };
        if out.related.is_empty() {
            let both = values.of_passage(other).iter().filter(|at| own.contains(at));
            let values = both.map(|at| &values.all[*at as usize]);
            let names = values.filter(|value| value.axis.names().is_some());
            out.shared = names.map(|value| value.label.clone()).collect();
        }
        let (source, date) = (desk.source(unit.document, evidence), record.date.as_ref().map(dated));
        out.related.push(RelatedPassage { source, date });
    }
}

/// The pair seen from its other end.
fn swapped(row: PairRow) -> PairRow {
    let PairRow { one, other, only_one, only_other, .. } = row;
    PairRow { one: other, other: one, only_one: only_other, only_other: only_one, ..row }
}
