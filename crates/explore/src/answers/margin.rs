//! The reader's margin: what the rest of the file has to say of a passage.

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

/// What there is to say of a passage, in one line beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MarginLine {
    /// Places that say the same.
    pub repeats: Vec<Repeat>,
    /// Meetings that the passage reports, each by its kind and date.
    pub engagements: Vec<(EngagementKind, Option<Dated>)>,
    /// For a commitment: measures undertaken and planned.
    pub ledger: Option<(usize, usize)>,
    /// For a measure: the commitments that it stands under, and whether it is done.
    pub under: Vec<(bool, Elsewhere)>,
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
    /// Passages about the same two actors and the same topic, each with the date of its document.
    pub related: Vec<(Source, Option<Dated>)>,
    /// What the first of them has in common with this one.
    pub shared: Vec<String>,
    /// Engagements that this passage reports.
    pub engagements: Vec<EngagementRow>,
    /// For a commitment: measures undertaken and planned, and its public name.
    pub ledger: Option<(usize, usize)>,
    /// For a measure: whether it is done, and the commitments it stands under.
    pub under: Vec<(bool, Source)>,
    /// Statements made here: public name, modality, verb.
    pub statements: Vec<(String, Modality, Option<String>)>,
    /// Short forms of this passage, as this file opens them.
    pub short: Vec<AcronymRow>,
    /// Names in it.
    pub names: Vec<NameRef>,
    /// Source notes: what sort, and what the source has.
    pub notes: Vec<(AnomalyKind, String)>,
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
                out.entry(anchor).or_default().engagements.push((found.kind, found.date.as_ref().map(dated)));
            }
        }
    }
    for link in &desk.corpus.catalogue.links {
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
            let counts = out.entry(anchor).or_default().ledger.get_or_insert((0, 0));
            if is_done { counts.0 += 1 } else { counts.1 += 1 }
        }
        if let Some(anchor) = passage_here(desk, document, link.from).and_then(anchor) {
            out.entry(anchor).or_default().under.push((is_done, elsewhere(desk, document, link.to)));
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
    for link in &desk.corpus.catalogue.links {
        match link.kind {
            LinkKind::Restates if !link.template && (here(link.from) || here(link.to)) => {
                out.restated.extend(pairs::row(desk, link).map(|row| if here(link.to) { row } else { turned(row) }));
            }
            LinkKind::Fulfils if here(link.to) => done += 1,
            LinkKind::Plans if here(link.to) => planned += 1,
            LinkKind::Fulfils | LinkKind::Plans if here(link.from) => {
                let is_done = link.kind == LinkKind::Fulfils;
                out.under.extend(pairs::place(desk, link.to).map(|(at, place)| (is_done, desk.source(at, place))));
            }
            LinkKind::Restates | LinkKind::Fulfils | LinkKind::Plans => {}
            LinkKind::Series | LinkKind::Conflicts | LinkKind::Cites | LinkKind::Related => {}
        }
    }
    let commitment = |found: &entente_corpus::Statement| {
        found.modality == Modality::Commitment && found.evidence.passage == Some(passage)
    };
    let in_ledger =
        done + planned > 0 || (body.statements.iter().any(commitment) && commitments::holds(desk, document, passage));
    out.ledger = in_ledger.then_some((done, planned));
    for (at, found) in (0_u32..).zip(&body.engagements) {
        if found.evidence.iter().any(|place| place.passage == Some(passage)) {
            out.engagements.extend(engagements::row(desk, (document, at)));
        }
    }
    for (at, found) in (0_u32..).zip(&body.statements) {
        if found.evidence.passage == Some(passage)
            && let Some(row) = statements::row(desk, (document, at))
        {
            out.statements.push((row.id, row.modality, row.verb));
        }
    }
    let text = desk.reading_text(PassageAt { document, passage });
    let has =
        |short: &str| text.split(|c: char| !c.is_alphanumeric() && c != '-' && c != '/').any(|word| word == short);
    for found in desk.corpus.catalogue.acronyms.iter().filter(|found| found.document == document) {
        if found.expansion.is_some() && has(&found.acronym) {
            out.short.push(acronyms::row(desk, found));
        }
    }
    relate(desk, number, document, &mut out);
    out.names = desk.names(&desk.named(document, passage));
    let noted = body.anomalies.iter().filter(|anomaly| anomaly.passage == Some(passage));
    out.notes = noted.map(|anomaly| (anomaly.kind, anomaly.detail.clone())).collect();
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
        let record = &desk.corpus.catalogue.documents[unit.document as usize];
        if out.related.is_empty() {
            let both = values.of_passage(other).iter().filter(|at| own.contains(at));
            let values = both.map(|at| &values.all[*at as usize]);
            let names = values.filter(|value| value.axis.names().is_some());
            out.shared = names.map(|value| value.label.clone()).collect();
        }
        out.related.push((desk.source(unit.document, evidence), record.date.as_ref().map(dated)));
    }
}

/// The pair seen from its other end.
fn turned(row: PairRow) -> PairRow {
    let (left, right) = row.only;
    PairRow { one: row.other, other: row.one, only: (right, left), ..row }
}
