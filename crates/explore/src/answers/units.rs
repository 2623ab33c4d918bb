//! What a search counts in: passages, or documents, statements, engagements, mentions.
//!
//! In: words and filters. Out: rows of one kind, best first, each with its place. Passages have an answer of their
//! own (`search`). A fact is found if its passage is, and its own words contain some of those asked for.

use entente_corpus::{Body, Evidence};
use entente_search::Plan;
use entente_text::order::sort_by;

use super::ask::{Asked, ask};
use super::documents::matching_documents;
use super::filter_passages::filter_passages;
use super::rank::ranked;
use crate::desk::Desk;
use crate::models::facts::Source;
use crate::models::results::Sort;
use crate::query::Query;

/// What is counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Unit {
    /// Passages.
    #[default]
    Passages,
    /// Documents that have all of the words, in whatever passages.
    Documents,
    /// Statements.
    Statements,
    /// Engagements.
    Engagements,
    /// Mentions of names.
    Mentions,
    /// Source problems.
    Notes,
}

impl Unit {
    /// Every unit.
    pub const ALL: &[Self] =
        &[Self::Passages, Self::Documents, Self::Statements, Self::Engagements, Self::Mentions, Self::Notes];

    /// The word in links and on the command line.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Passages => "passages",
            Self::Documents => "documents",
            Self::Statements => "statements",
            Self::Engagements => "engagements",
            Self::Mentions => "mentions",
            Self::Notes => "notes",
        }
    }

    /// The unit with this word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|unit| unit.as_str() == word)
    }
}

/// A row of a unit.
#[derive(Clone, Debug, PartialEq)]
pub struct UnitRow {
    /// Public name: of a document, statement or engagement; of a mention that of the name; of a note that of its document.
    pub id: String,
    /// What it is called: the name of an engagement or of who is mentioned, what a statement does, what is odd; of a
    /// document its title.
    pub name: String,
    /// Comparable within one search only.
    pub score: f32,
    /// Its place, with its words; of a document its best passage.
    pub source: Source,
}

/// Rows of a unit.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UnitList {
    /// How many there are in all.
    pub total: usize,
    /// The best ones, best first.
    pub rows: Vec<UnitRow>,
}

/// A fact of a passage.
struct PassageFact {
    /// Its public name; of a mention that of the name.
    id: String,
    /// What it is called.
    name: String,
    evidence: Evidence,
}

/// The best `limit` of a unit under `query`.
pub(crate) fn units(desk: &Desk, query: &Query, unit: Unit, limit: usize) -> UnitList {
    let asked = ask(desk, query);
    match unit {
        Unit::Passages => passage_rows(desk, asked, limit),
        Unit::Documents => document_rows(desk, &asked, limit),
        Unit::Statements => fact_rows(desk, asked, limit, &statements_of),
        Unit::Engagements => fact_rows(desk, asked, limit, &engagements_of),
        Unit::Mentions => fact_rows(desk, asked, limit, &|body, passage| mentions_of(desk, body, passage)),
        Unit::Notes => {
            let mut found = fact_rows(desk, asked, limit, &notes_of);
            for row in &mut found.rows {
                row.id.clone_from(&row.source.document);
            }
            found
        }
    }
}

fn statements_of(body: &Body, passage: u32) -> Vec<PassageFact> {
    let here = body.statements.iter().filter(|found| found.evidence.passage == Some(passage));
    here.map(|found| PassageFact {
        id: found.id.clone(),
        name: found.modality.as_str().replace('-', " "),
        evidence: found.evidence,
    })
    .collect()
}

/// An engagement belongs to the first passage that reports it.
fn engagements_of(body: &Body, passage: u32) -> Vec<PassageFact> {
    let mut out = Vec::new();
    for found in &body.engagements {
        if let Some(first) = found.evidence.first().filter(|first| first.passage == Some(passage)) {
            let name = found.name.of(&body.text).to_owned();
            out.push(PassageFact { id: found.id.clone(), name, evidence: *first });
        }
    }
    out
}

/// A note is named by its sentence; its own words are those of its passage.
fn notes_of(body: &Body, passage: u32) -> Vec<PassageFact> {
    let here = body.anomalies.iter().filter(|found| found.passage == Some(passage));
    here.map(|found| PassageFact {
        id: String::new(),
        name: found.detail.clone(),
        evidence: Evidence { passage: Some(passage), span: found.span },
    })
    .collect()
}

fn mentions_of(desk: &Desk, body: &Body, passage: u32) -> Vec<PassageFact> {
    let first = body.mentions.partition_point(|mention| mention.passage < passage);
    let here = body.mentions[first..].iter().take_while(|mention| mention.passage == passage);
    here.filter_map(|mention| {
        let entity = desk.corpus.catalogue.entities.get(mention.entity as usize)?;
        let evidence = Evidence { passage: Some(passage), span: mention.span };
        Some(PassageFact { id: entity.id.clone(), name: entity.name.clone(), evidence })
    })
    .collect()
}

fn passage_rows(desk: &Desk, asked: Asked, limit: usize) -> UnitList {
    let found = filter_passages(desk, asked.scores, &asked.filter).through;
    let total = found.len();
    let ranked = ranked(desk, &asked.plan, found, limit, Sort::Best);
    UnitList {
        total,
        rows: ranked.into_iter().filter_map(|(number, score)| passage_row(desk, number, score)).collect(),
    }
}

fn passage_row(desk: &Desk, number: u32, score: f32) -> Option<UnitRow> {
    let at = *desk.passages.all.get(number as usize)?;
    let evidence = Evidence { passage: Some(at.passage), span: desk.passage(at)?.extent() };
    let source = desk.source(at.document, evidence);
    Some(UnitRow { id: source.passage.clone(), name: source.title.clone(), score, source })
}

/// Documents with their best passage: what is wanted may be in several of them.
fn document_rows(desk: &Desk, asked: &Asked, limit: usize) -> UnitList {
    let mut found = matching_documents(desk, asked).through;
    let total = found.len();
    sort_by(&mut found, |a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    found.truncate(limit);
    let row = |(document, score): (u32, f32)| {
        let numbers = desk.passages.numbers(document as usize);
        let mut inside: Vec<(u32, f32)> = asked.scores.clone();
        inside.retain(|(number, _)| numbers.contains(&(*number as usize)));
        let best = ranked(desk, &asked.plan, inside, 1, Sort::Best).first().map(|(number, _)| *number);
        let number = best.or_else(|| u32::try_from(numbers.start).ok())?;
        let record = desk.corpus.catalogue.documents.get(document as usize)?;
        let name = desk.corpus.title_of(document as usize).to_owned();
        let source = passage_row(desk, number, score).map(|row| row.source).unwrap_or_default();
        Some(UnitRow { id: record.id.to_string(), name, score, source })
    };
    UnitList { total, rows: found.into_iter().filter_map(row).collect() }
}

/// Facts in the passages found that have some of the words themselves, best passages first.
fn fact_rows(desk: &Desk, asked: Asked, limit: usize, facts: &dyn Fn(&Body, u32) -> Vec<PassageFact>) -> UnitList {
    let found = filter_passages(desk, asked.scores, &asked.filter).through;
    let count = found.len();
    let mut out = UnitList::default();
    for (number, score) in ranked(desk, &asked.plan, found, count, Sort::Best) {
        let Some(at) = desk.passages.all.get(number as usize) else { continue };
        let Some(body) = desk.body(at.document) else { continue };
        for PassageFact { id, name, evidence } in facts(body, at.passage) {
            if !asked.words.is_empty() && !is_marked(desk, &asked.plan, at.document, evidence) {
                continue;
            }
            out.total += 1;
            if out.rows.len() < limit {
                let source = desk.source(at.document, evidence);
                out.rows.push(UnitRow { id, name, score, source });
            }
        }
    }
    out
}

fn is_marked(desk: &Desk, plan: &Plan, document: u32, evidence: Evidence) -> bool {
    let words = desk.words(document, evidence.passage, evidence.span);
    !plan.marks(desk.index_of(plan), &words).is_empty()
}
