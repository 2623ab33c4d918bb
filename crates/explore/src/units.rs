//! What a search counts in: passages, or documents, statements, engagements, mentions.
//!
//! In: words and filters. Out: rows of one kind, best first, each with its place. Passages have an answer of their own
//! ([`Explorer::search`]); a fact is found where its passage is and its own words have some of what is asked.

use entente_corpus::{Body, Evidence};
use entente_search::Plan;
use entente_text::order::sort_by;

use crate::explorer::Explorer;
use crate::filter::Query;
use crate::results::Sort;
use crate::tables::Source;

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
}

impl Unit {
    /// Every unit.
    pub const ALL: &[Self] = &[Self::Passages, Self::Documents, Self::Statements, Self::Engagements, Self::Mentions];

    /// The word in links and on the command line.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Passages => "passages",
            Self::Documents => "documents",
            Self::Statements => "statements",
            Self::Engagements => "engagements",
            Self::Mentions => "mentions",
        }
    }

    /// The unit with this word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|unit| unit.as_str() == word)
    }
}

/// One of what was counted.
#[derive(Clone, Debug, PartialEq)]
pub struct UnitRow {
    /// Public name: of a document, statement or engagement; of a mention that of the name.
    pub id: String,
    /// What it is called: the name of an engagement or of who is mentioned, what a statement does; of a document its
    /// title.
    pub name: String,
    /// Comparable within one search only.
    pub score: f32,
    /// Where it stands, with its words; of a document its best passage.
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

/// A fact of a passage: its name's id, what it is called, its place.
type Found = (String, String, Evidence);

impl Explorer {
    /// The best `limit` of a unit under `query`.
    #[must_use]
    pub fn units(&self, query: &Query, unit: Unit, limit: usize) -> UnitList {
        match unit {
            Unit::Passages => self.passage_rows(query, limit),
            Unit::Documents => self.document_rows(query, limit),
            Unit::Statements => self.fact_rows(query, limit, &|body, passage| {
                let here = body.statements.iter().filter(|found| found.evidence.passage == Some(passage));
                here.map(|found| (found.id.clone(), found.modality.as_str().replace('-', " "), found.evidence))
                    .collect()
            }),
            Unit::Engagements => self.fact_rows(query, limit, &|body, passage| {
                let mut out: Vec<Found> = Vec::new();
                for found in &body.engagements {
                    // An engagement stands where it is told first.
                    if let Some(first) = found.evidence.first().filter(|first| first.passage == Some(passage)) {
                        out.push((found.id.clone(), found.name.of(&body.text).to_owned(), *first));
                    }
                }
                out
            }),
            Unit::Mentions => self.fact_rows(query, limit, &|body, passage| {
                let first = body.mentions.partition_point(|mention| mention.passage < passage);
                let here = body.mentions[first..].iter().take_while(|mention| mention.passage == passage);
                here.filter_map(|mention| {
                    let entity = self.corpus.catalogue.entities.get(mention.entity as usize)?;
                    let evidence = Evidence { passage: Some(passage), span: mention.span };
                    Some((entity.id.clone(), entity.name.clone(), evidence))
                })
                .collect()
            }),
        }
    }

    fn passage_rows(&self, query: &Query, limit: usize) -> UnitList {
        let asked = self.ask(query);
        let found = self.select(asked.scores, &asked.filter, false).through;
        let total = found.len();
        let ranked = self.ranked(&asked.plan, found, limit, Sort::Best);
        let row = |(number, score)| self.passage_row(number, score);
        UnitList { total, rows: ranked.into_iter().filter_map(row).collect() }
    }

    fn passage_row(&self, number: u32, score: f32) -> Option<UnitRow> {
        let unit = *self.prepared.units.get(number as usize)?;
        let body = self.corpus.bodies.get(unit.document as usize)?;
        let passage = body.passages.get(unit.passage as usize)?;
        let evidence = Evidence { passage: Some(unit.passage), span: passage.extent() };
        let source = self.desk().source(unit.document, evidence);
        Some(UnitRow { id: source.passage.clone(), name: source.title.clone(), score, source })
    }

    /// Documents: what is wanted may stand in several of their passages, the best of which is shown.
    fn document_rows(&self, query: &Query, limit: usize) -> UnitList {
        let asked = self.ask(query);
        let units = &self.prepared.units;
        let document = |number: u32| units.get(number as usize).map_or(u32::MAX, |unit| unit.document);
        // A document passes a filter where one of its passages does.
        let all: Vec<(u32, f32)> = (0_u32..).zip(units).map(|(number, _)| (number, 0.0)).collect();
        let mut open = vec![false; self.corpus.bodies.len()];
        for (number, _) in self.select(all, &asked.filter, true).through {
            open[document(number) as usize] = true;
        }
        let mut found = if asked.words.is_empty() {
            (0_u32..).zip(&open).map(|(document, _)| (document, 0.0)).collect()
        } else {
            let filters: entente_search::eval::Filters = &|name, value| Some(self.through(name, value));
            asked.plan.groups(&self.prepared.index, filters, &document)
        };
        found.retain(|(document, _)| open.get(*document as usize) == Some(&true));
        let total = found.len();
        sort_by(&mut found, |a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        found.truncate(limit);
        let row = |(document, score): (u32, f32)| {
            let numbers = self.prepared.numbers(document as usize);
            let mut inside: Vec<(u32, f32)> = asked.scores.clone();
            inside.retain(|(number, _)| numbers.contains(&(*number as usize)));
            let best = self.ranked(&asked.plan, inside, 1, Sort::Best).first().map(|(number, _)| *number);
            let number = best.or_else(|| u32::try_from(numbers.start).ok())?;
            let record = self.corpus.catalogue.documents.get(document as usize)?;
            let name = self.corpus.title_of(document as usize).to_owned();
            let source = self.passage_row(number, score).map(|row| row.source).unwrap_or_default();
            Some(UnitRow { id: record.id.to_string(), name, score, source })
        };
        UnitList { total, rows: found.into_iter().filter_map(row).collect() }
    }

    /// Facts in the passages found that have some of the words themselves, best passages first.
    fn fact_rows(&self, query: &Query, limit: usize, facts: &dyn Fn(&Body, u32) -> Vec<Found>) -> UnitList {
        let asked = self.ask(query);
        let found = self.select(asked.scores, &asked.filter, false).through;
        let count = found.len();
        let mut out = UnitList::default();
        for (number, score) in self.ranked(&asked.plan, found, count, Sort::Best) {
            let Some(unit) = self.prepared.units.get(number as usize) else { continue };
            let Some(body) = self.corpus.bodies.get(unit.document as usize) else { continue };
            for (id, name, evidence) in facts(body, unit.passage) {
                if !asked.words.is_empty() && !self.is_marked(&asked.plan, unit.document, evidence) {
                    continue;
                }
                out.total += 1;
                if out.rows.len() < limit {
                    let source = self.desk().source(unit.document, evidence);
                    out.rows.push(UnitRow { id, name, score, source });
                }
            }
        }
        out
    }

    fn is_marked(&self, plan: &Plan, document: u32, evidence: Evidence) -> bool {
        let words = self.desk().words(document, evidence.passage, evidence.span);
        !plan.marks(&self.prepared.index, &words).is_empty()
    }
}
