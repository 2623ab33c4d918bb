//! Collects the values that passages and documents have, and the dates they name.

use entente_text::saturating_u32;
use std::collections::BTreeMap;

use entente_corpus::{Corpus, End, EntityKind};
use entente_text::PartialDate;
use entente_text::order::{map, set, sort_by};

use super::dates::{Days, has_month};
use super::passages::Passages;
use super::rows::Dates;
use crate::query::Axis;

/// The status of a document without a date, and of an engagement without a date of a known year.
pub(crate) const UNDATED: &str = "undated";

/// The status of a document or an engagement whose year is known and whose month is not.
pub(crate) const NO_MONTH: &str = "no-month";

/// A value that was met for the first time.
#[derive(Debug)]
pub(crate) struct NewValue {
    pub(crate) axis: Axis,
    /// For links.
    pub(crate) id: String,
    /// For reading.
    pub(crate) label: String,
}

/// Values while they are gathered, by running numbers.
pub(crate) struct Gathered<'a> {
    pub(crate) values: Vec<NewValue>,
    /// Those that come more than once.
    words: BTreeMap<(Axis, String), u32>,
    corpus: &'a Corpus,
    numbers: &'a Passages,
}

impl<'a> Gathered<'a> {
    pub(crate) fn new(corpus: &'a Corpus, numbers: &'a Passages) -> Self {
        Self { values: Vec::new(), words: BTreeMap::new(), corpus, numbers }
    }

    /// A value that there is once.
    fn fresh(&mut self, axis: Axis, id: &str, label: &str) -> u32 {
        self.values.push(NewValue { axis, id: id.to_owned(), label: label.to_owned() });
        saturating_u32(self.values.len() - 1)
    }

    fn number(&mut self, axis: Axis, id: &str, label: &str) -> u32 {
        let key = (axis, id.to_owned());
        if let Some(known) = self.words.get(&key) {
            return *known;
        }
        let number = self.fresh(axis, id, label);
        self.words.insert(key, number);
        number
    }

    fn word(&mut self, axis: Axis, word: &str) -> u32 {
        self.number(axis, word, &word.replace('-', " "))
    }

    fn document(&mut self, at: usize) -> Vec<u32> {
        let Some(record) = self.corpus.catalogue.documents.get(at) else {
            return vec![self.fresh(Axis::Document, "", "")];
        };
        let title = self.corpus.title_of(at);
        let mut row = vec![self.fresh(Axis::Document, record.id.as_str(), title)];
        row.push(self.word(Axis::Kind, record.kind.value.as_str()));
        if record.date.is_none() {
            row.push(self.word(Axis::Status, UNDATED));
        }
        let days = record.date.as_ref().and_then(|date| date.value.bounds());
        if days.is_some_and(|days| !has_month(days)) {
            row.push(self.word(Axis::Status, NO_MONTH));
        }
        for (axis, fact) in [(Axis::Publisher, &record.publisher), (Axis::Language, &record.language)] {
            row.extend(fact.as_ref().map(|fact| self.number(axis, &fact.value, &fact.value)));
        }
        row
    }

    /// Numbers the values of the catalogue. Returns the value of each entity, and pairs of a document and a value.
    pub(crate) fn catalogue(&mut self) -> (Vec<u32>, Vec<(u32, u32)>) {
        let catalogue = &self.corpus.catalogue;
        let entities = catalogue
            .entities
            .iter()
            .map(|entity| match entity {
                Some(entity) => self.fresh(Axis::of_names(entity.kind), &entity.id, &entity.name),
                None => self.fresh(Axis::Topic, "", ""),
            })
            .collect();
        let mut documents: Vec<(u32, u32)> = Vec::new();
        for at in 0..catalogue.documents.len() {
            documents.extend(self.document(at).into_iter().map(|value| (saturating_u32(at), value)));
        }
        (entities, documents)
    }

    /// Number of a passage over all documents.
    fn place(&self, document: usize, passage: u32) -> Option<usize> {
        let known = (passage as usize) < self.corpus.bodies.get(document)?.passages.len();
        known.then(|| self.numbers.number(document, passage as usize))
    }

    /// Pairs of a passage and a value that it has.
    pub(crate) fn passages(&mut self, entities: &[u32]) -> Vec<(u32, u32)> {
        let corpus = self.corpus;
        let mut pairs: Vec<(u32, u32)> = Vec::new();
        let mut add = |place: Option<usize>, value: u32| {
            pairs.extend(place.and_then(|place| Some((u32::try_from(place).ok()?, value))));
        };
        let kinds = set(corpus.catalogue.entities.iter().flatten().map(|entity| entity.kind));
        let kinds: BTreeMap<EntityKind, u32> =
            map(kinds.into_iter().map(|kind| (kind, self.word(Axis::EntityKind, kind.as_str()))));
        for (document, body) in corpus.bodies.numbered() {
            let document = document as usize;
            for mention in &body.mentions {
                let place = self.place(document, mention.passage);
                if let (Some(value), Some(entity)) =
                    (entities.get(mention.entity as usize), corpus.catalogue.entities.get(mention.entity as usize))
                {
                    add(place, *value);
                    add(place, kinds[&entity.kind]);
                }
            }
            for statement in &body.statements {
                let place = statement.evidence.passage.and_then(|passage| self.place(document, passage));
                add(place, self.word(Axis::Modality, statement.modality.as_str()));
                for topic in &statement.topics {
                    entities.get(*topic as usize).into_iter().for_each(|value| add(place, *value));
                }
            }
            for engagement in &body.engagements {
                let series =
                    engagement.series.and_then(|at| corpus.catalogue.series.get().and_then(|all| all.get(at as usize)));
                let mut values: Vec<u32> =
                    engagement.topics.iter().filter_map(|at| entities.get(*at as usize)).copied().collect();
                values.push(self.word(Axis::EngagementKind, engagement.kind.as_str()));
                values.extend(engagement.status.map(|status| self.word(Axis::Status, status.as_str())));
                values.extend(series.map(|series| self.number(Axis::Series, &series.id, &series.name)));
                for passage in engagement.evidence.iter().filter_map(|evidence| evidence.passage) {
                    let place = self.place(document, passage);
                    values.iter().for_each(|value| add(place, *value));
                }
            }
            for anomaly in &body.anomalies {
                let place = anomaly.passage.and_then(|passage| self.place(document, passage));
                add(place, self.word(Axis::NoteKind, anomaly.kind.as_str()));
            }
        }
        for link in corpus.catalogue.links.get().into_iter().flatten() {
            let value = self.word(Axis::LinkKind, link.kind.as_str());
            for end in [link.from, link.to] {
                add(self.end(end), value);
            }
        }
        pairs
    }

    /// The passage at the end of a link.
    fn end(&self, end: End) -> Option<usize> {
        let body = |document: u32| self.corpus.bodies.get(document as usize);
        let (document, passage) = match end {
            End::Passage(document, at) => (document, at),
            End::Statement(document, at) => (document, body(document)?.statements.get(at as usize)?.evidence.passage?),
            End::Amount(document, at) => (document, body(document)?.amounts.get(at as usize)?.evidence.passage?),
            End::Engagement(document, at) => {
                (document, body(document)?.engagements.get(at as usize)?.evidence.first()?.passage?)
            }
            End::Document(_) | End::Entity(_) => return None,
        };
        self.place(document as usize, passage)
    }

    /// Dates that passages name: of what they tell, state or pay.
    pub(crate) fn dates(&self) -> Dates {
        let mut out: BTreeMap<u32, Vec<Days>> = BTreeMap::new();
        let mut add = |document: usize, passage: Option<u32>, date: Option<PartialDate>| {
            if let (Some(place), Some(days)) =
                (passage.and_then(|passage| self.place(document, passage)), date.and_then(PartialDate::bounds))
            {
                out.entry(saturating_u32(place)).or_default().push(days);
            }
        };
        for (document, body) in self.corpus.bodies.numbered() {
            let document = document as usize;
            for found in &body.engagements {
                let passage = found.evidence.first().and_then(|evidence| evidence.passage);
                add(document, passage, found.date.as_ref().map(|date| date.value));
            }
            for found in &body.statements {
                add(document, found.evidence.passage, found.period.as_ref().map(|date| date.value));
            }
            for found in &body.amounts {
                add(document, found.evidence.passage, found.date.as_ref().map(|date| date.value));
            }
        }
        let mut dates = Dates::default();
        for (passage, mut days) in out {
            sort_by(&mut days, Ord::cmp);
            days.dedup();
            dates.add(passage, &days);
        }
        dates
    }
}
