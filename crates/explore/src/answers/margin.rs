//! The reader's margin: what the rest of the file has to say of a passage.

use std::collections::BTreeMap;

use entente_corpus::{AnomalyKind, End, Evidence, LinkKind, Modality};
use entente_text::order::{set, sort_by_key};

use super::acronyms::{self, AcronymRow};
use super::commitments;
use super::engagements::{self, EngagementRow};
use super::pairs::{self, PairRow};
use super::statements;
use crate::desk::dates::dated;
use crate::desk::passages::PassageAt;
use crate::desk::{Desk, resolve};
use crate::models::facts::{NameRef, Source};
use crate::models::listing::Dated;
use crate::query::Axis;

/// Related passages that are shown, at most.
const MAX_RELATED_PASSAGES: usize = 4;

/// How much there is to say of a passage: one line beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MarginLine {
    /// Places that say the same.
    pub restated: usize,
    /// Engagements that the passage reports.
    pub engagements: usize,
    /// For a commitment: measures undertaken and planned.
    pub ledger: Option<(usize, usize)>,
    /// Source notes.
    pub notes: Vec<AnomalyKind>,
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
    /// For a measure: the commitments it stands under.
    pub under: Vec<Source>,
    /// Statements made here: public name, modality, verb.
    pub statements: Vec<(String, Modality, Option<String>)>,
    /// Short forms of this passage, as this file opens them.
    pub short: Vec<AcronymRow>,
    /// Names in it.
    pub names: Vec<NameRef>,
    /// Source notes: what sort, and what the source has.
    pub notes: Vec<(AnomalyKind, String)>,
}

/// A line for every passage of a document of which there is something to say, by anchor.
pub(crate) fn margin_lines(desk: &Desk, document: &str) -> BTreeMap<String, MarginLine> {
    let mut out: BTreeMap<String, MarginLine> = BTreeMap::new();
    let Some((at, _)) = resolve::document(desk, document, None) else {
        return out;
    };
    let Some(body) = desk.corpus.bodies.get(at) else { return out };
    let document = u32::try_from(at).unwrap_or(u32::MAX);
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
                out.entry(anchor).or_default().engagements += 1;
            }
        }
    }
    for link in &desk.corpus.catalogue.links {
        if link.kind == LinkKind::Restates && !link.template {
            // Only here: other texts are not read for what is said beside this one.
            let here = [link.from, link.to].into_iter().filter(|end| end.document() == Some(document));
            for (_, place) in here.filter_map(|end| pairs::place(desk, end)) {
                if let Some(anchor) = place.passage.and_then(anchor) {
                    out.entry(anchor).or_default().restated += 1;
                }
            }
        }
        if let (LinkKind::Fulfils | LinkKind::Plans, End::Statement(there, at)) = (link.kind, link.to) {
            let found = body.statements.get(at as usize).filter(|_| there == document);
            if let Some(anchor) = found.and_then(|found| anchor(found.evidence.passage?)) {
                let counts = out.entry(anchor).or_default().ledger.get_or_insert((0, 0));
                if link.kind == LinkKind::Fulfils { counts.0 += 1 } else { counts.1 += 1 }
            }
        }
    }
    out
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
                out.under.extend(pairs::place(desk, link.to).map(|(at, place)| desk.source(at, place)));
            }
            _ => {}
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
            match values.all[*at as usize].axis {
                Axis::Topic => topics += 1,
                Axis::Country | Axis::Bloc | Axis::Organisation => actors += 1,
                _ => {}
            }
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
