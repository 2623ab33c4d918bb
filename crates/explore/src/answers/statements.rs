//! Statements: who says what, with which verb, towards whom.

use std::collections::BTreeSet;

use entente_corpus::{Modality, Statement, Strength};
use entente_text::order::sort_by_key;

use super::choose::{Entry, NO_PARTS, choose};
use super::sort_rows::{SortKey, date_key, sort_rows};
use crate::desk::Desk;
use crate::desk::dates::{dated, newest_first};
use crate::desk::passages::PassageAt;
use crate::models::facts::{List, NameRef, PartyRef, Source};
use crate::models::listing::Dated;
use crate::query::{Axis, Query, Selection};

/// One statement.
#[derive(Clone, Debug, PartialEq)]
pub struct StatementRow {
    /// Public name, for links.
    pub id: String,
    /// The speech act: commits, plans, assesses, offers.
    pub modality: Modality,
    /// The verb, as printed.
    pub verb: Option<String>,
    /// How firmly.
    pub strength: Option<Strength>,
    /// Who says it.
    pub speaker: Option<PartyRef>,
    /// Those whom the words of the speaker name together; empty if they are one, or nobody who is known.
    pub speakers: Vec<NameRef>,
    /// For whom.
    pub on_behalf_of: Option<PartyRef>,
    /// Who does or will do it.
    pub actor: Option<PartyRef>,
    /// Towards whom.
    pub counterparts: Vec<NameRef>,
    /// What about.
    pub topics: Vec<NameRef>,
    /// Treaties, acts and the like that it names.
    pub instruments: Vec<NameRef>,
    /// When it was done or will be.
    pub period: Option<Dated>,
    /// Headings above it, outermost first.
    pub section: Vec<String>,
    /// Where, with the words.
    pub source: Source,
    /// Id of the rule that found it, or the sentence of the packer if a pattern of the packer found it.
    pub rule: String,
}

/// The statements under a query, with what their headline says.
#[derive(Clone, Debug, PartialEq)]
pub struct StatementList {
    /// The rows.
    pub list: List<StatementRow>,
    /// How many different speakers they have, as printed.
    pub speakers: usize,
}

/// Statements that pass the filters, the newest documents first.
pub(crate) fn statements(desk: &Desk, query: &Query, selection: &Selection) -> StatementList {
    let found = every(desk);
    let worded = !query.text.is_empty();
    let entries: Vec<Entry> = found.iter().map(|at| entry(desk, *at, worded)).collect();
    let chosen = choose(desk, &entries, query, selection);
    let mut order = chosen.rows.clone();
    // The newest documents come first. Statements of one document keep its order.
    sort_by_key(&mut order, |at| (newest_first(desk.date_of_fact(found[*at].0, None)), *at));
    sort_rows(&mut order, selection.sorting(), |at, column| {
        let (document, row) = (found[at].0, statement(desk, found[at])?);
        let words = |span| SortKey::words(&desk.words(document, row.evidence.passage, span));
        let named = |entities: &[u32]| SortKey::words(&desk.name(*entities.first()?)?.name);
        match column {
            "date" => date_key(desk, document, None),
            "speaker" => {
                let party = row.speaker?;
                party.entity.and_then(|at| SortKey::words(&desk.name(at)?.name)).or_else(|| words(party.span))
            }
            "verb" => words(row.verb?),
            "words" => words(row.evidence.span),
            "kind" => SortKey::words(row.modality.as_str()),
            "to" | "with" => named(&row.counterparts),
            "topic" => named(&row.topics),
            "document" => SortKey::words(desk.corpus.title_of(document as usize)),
            _ => None,
        }
    });
    let mut speakers: BTreeSet<(Option<u32>, String)> = BTreeSet::new();
    for at in &order {
        let party = statement(desk, found[*at]).and_then(|found| found.speaker);
        speakers.extend(party.map(|party| match party.entity {
            Some(entity) => (Some(entity), String::new()),
            None => (None, desk.words(found[*at].0, None, party.span).to_lowercase()),
        }));
    }
    let list = chosen.list(found.len(), order, NO_PARTS, |at| row(desk, found[at]));
    StatementList { list, speakers: speakers.len() }
}

/// The statement with this id.
pub(crate) fn statement_by_id(desk: &Desk, id: &str) -> Option<StatementRow> {
    let at = every(desk).into_iter().find(|at| statement(desk, *at).is_some_and(|found| found.id == id))?;
    row(desk, at)
}

/// Index of the document and of the statement in it.
pub(crate) type StatementAt = (u32, u32);

/// Every statement, in the order of the export table.
pub(crate) fn every(desk: &Desk) -> Vec<StatementAt> {
    let bodies = desk.corpus.bodies.numbered();
    bodies.flat_map(|(document, body)| (0_u32..).zip(&body.statements).map(move |(at, _)| (document, at))).collect()
}

pub(crate) fn statement(desk: &Desk, (document, at): StatementAt) -> Option<&Statement> {
    desk.corpus.bodies.get(document as usize)?.statements.get(at as usize)
}

/// Entities that a statement names, itself or by its parties.
pub(crate) fn named(found: &Statement) -> Vec<u32> {
    let parties = [&found.speaker, &found.on_behalf_of, &found.actor];
    let mut names: Vec<u32> = parties.into_iter().flatten().filter_map(|party| party.entity).collect();
    names.extend(found.speakers.iter().chain(&found.counterparts).chain(&found.topics).chain(&found.instruments));
    names
}

/// `worded` adds the words by which it is found.
fn entry(desk: &Desk, at: StatementAt, worded: bool) -> Entry {
    let Some(found) = statement(desk, at) else { return Entry::default() };
    let mut words = String::new();
    if worded {
        let spans = found.speaker.iter().map(|party| party.span).chain([found.evidence.span]);
        for span in spans {
            words.push_str(&desk.words(at.0, found.evidence.passage, span));
            words.push(' ');
        }
    }
    Entry {
        dates: found.period.iter().filter_map(|date| date.value.bounds()).collect(),
        documents: vec![at.0],
        names: named(found),
        own: vec![(Axis::Modality, found.modality.as_str().to_owned())],
        words,
    }
}

/// The statement as it is shown.
pub(crate) fn row(desk: &Desk, at: StatementAt) -> Option<StatementRow> {
    let found = statement(desk, at)?;
    let party = |party: Option<&entente_corpus::Party>| party.map(|party| desk.party(at.0, party));
    Some(StatementRow {
        id: found.id.clone(),
        modality: found.modality,
        verb: found.verb.map(|verb| desk.words(at.0, found.evidence.passage, verb)),
        strength: found.strength,
        speaker: party(found.speaker.as_ref()),
        speakers: desk.names(&found.speakers),
        on_behalf_of: party(found.on_behalf_of.as_ref()),
        actor: party(found.actor.as_ref()),
        counterparts: desk.names(&found.counterparts),
        topics: desk.names(&found.topics),
        instruments: desk.names(&found.instruments),
        period: found.period.as_ref().map(dated),
        section: found
            .evidence
            .passage
            .map(|passage| desk.section_path(PassageAt { document: at.0, passage }))
            .unwrap_or_default(),
        source: desk.source(at.0, found.evidence),
        rule: desk.rule(&found.rule),
    })
}
