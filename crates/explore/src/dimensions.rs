//! The values that passages and documents can be filtered by, numbered, and which has which.
//!
//! In: a corpus. Out: for each passage and document a row of numbers, and the dates they name. A passage has its
//! document's values as well; rows hold only its own.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use entente_corpus::{Corpus, End, EntityKind};
use entente_search::runs;
use entente_search::varint::{put, put_text, take, take_text};
use entente_text::PartialDate;
use entente_text::order::sort_by;

use crate::filter::Facet;
use crate::prepare::Unit;
use crate::rows::{Dates, Days, Rows};

/// One value of one facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Value {
    pub(crate) facet: Facet,
    /// For links.
    pub(crate) id: String,
    /// For reading.
    pub(crate) label: String,
    /// Passages and documents that have it.
    pub(crate) passages: u32,
    pub(crate) documents: u32,
}

/// All values and who has them.
#[derive(Debug, Default)]
pub(crate) struct Dimensions {
    /// By facet and then as they come in the catalogue and in the texts.
    pub(crate) values: Vec<Value>,
    /// Numbers of values, by facet and id; made when first asked for.
    by_id: OnceCell<Vec<u32>>,
    /// The value of each entity of the catalogue.
    pub(crate) of_entity: Vec<u32>,
    documents: Rows,
    passages: Rows,
    /// Dates of documents.
    dates: Vec<Option<Days>>,
    /// Dates that passages name; few do.
    named: Dates,
    /// First and last year of any date whose both ends are known.
    pub(crate) years: Option<(u32, u32)>,
}

impl Dimensions {
    /// Looks through `corpus`, the texts that are in it too; `units` are its passages, `starts` each document's first.
    pub(crate) fn new(corpus: &Corpus, units: &[Unit], starts: &[usize]) -> Self {
        let mut gathered = Gathered::new(corpus, starts);
        let (entities, documents) = gathered.catalogue();
        let passages = gathered.passages(&entities);
        let named = gathered.dates();
        let dates: Vec<Option<Days>> = corpus
            .catalogue
            .documents
            .iter()
            .map(|record| record.date.as_ref().and_then(|date| date.value.bounds()))
            .collect();
        // Values in the order of facets; what was a running number becomes that order.
        let mut order: Vec<u32> = (0..clamp(gathered.values.len())).collect();
        sort_by(&mut order, |a, b| {
            let facet = |at: &u32| gathered.values[*at as usize].0;
            facet(a).cmp(&facet(b)).then(a.cmp(b))
        });
        let mut places = vec![0_u32; order.len()];
        for (place, at) in (0_u32..).zip(&order) {
            places[*at as usize] = place;
        }
        let mut value = |at: &u32| {
            let (facet, id, label) = &mut gathered.values[*at as usize];
            Value { facet: *facet, id: std::mem::take(id), label: std::mem::take(label), passages: 0, documents: 0 }
        };
        let values = order.iter().map(&mut value).collect();
        let mut out = Self {
            values,
            by_id: OnceCell::new(),
            of_entity: entities.iter().map(|at| places[*at as usize]).collect(),
            documents: Rows::new(corpus.catalogue.documents.len(), &documents, &places),
            passages: Rows::new(units.len(), &passages, &places),
            years: None,
            dates,
            named,
        };
        out.count(units);
        out.years = out.span_of_years();
        out
    }

    /// Appends everything: an explorer that opens it looks at no record and no name.
    pub(crate) fn pack(&self, out: &mut Vec<u8>) {
        let facets: Vec<&[Value]> = self.values.chunk_by(|a, b| a.facet == b.facet).collect();
        put(out, clamp(facets.len()));
        for values in facets {
            put_text(out, values[0].facet.as_str());
            put(out, clamp(values.len()));
            for value in values {
                put_text(out, &value.id);
                put_text(out, &value.label);
                put(out, value.passages);
                put(out, value.documents);
            }
        }
        put(out, clamp(self.of_entity.len()));
        for (at, value) in (0_u32..).zip(&self.of_entity) {
            put(out, runs::zigzag(value.wrapping_sub(at)));
        }
        self.documents.pack(out);
        self.passages.pack(out);
        for date in &self.dates {
            let (first, last) = date.unwrap_or_default();
            put(out, first);
            put(out, last.wrapping_sub(first));
            put(out, u32::from(date.is_some()));
        }
        self.named.pack(out);
    }

    /// Takes what [`Dimensions::pack`] wrote of so many documents and passages off the front of `bytes`; nothing where
    /// there is none.
    pub(crate) fn open(bytes: &mut &[u8], documents: usize, passages: usize) -> Option<Self> {
        let mut values: Vec<Value> = Vec::new();
        for _ in 0..take(bytes) {
            let facet = Facet::from_word(take_text(bytes))?;
            if values.last().is_some_and(|before| before.facet >= facet) {
                return None;
            }
            for _ in 0..take(bytes) {
                let (id, label) = (take_text(bytes).to_owned(), take_text(bytes).to_owned());
                values.push(Value { facet, id, label, passages: take(bytes), documents: take(bytes) });
                if bytes.is_empty() {
                    return None;
                }
            }
        }
        let mut of_entity = Vec::new();
        for at in 0..take(bytes) {
            let value = runs::unzigzag(take(bytes)).wrapping_add(at);
            if bytes.is_empty() || value as usize >= values.len() {
                return None;
            }
            of_entity.push(value);
        }
        let documents_rows = Rows::open(bytes, documents, values.len())?;
        let passages = Rows::open(bytes, passages, values.len())?;
        let mut dates = Vec::with_capacity(documents);
        for _ in 0..documents {
            let first = take(bytes);
            let days = (first, first.wrapping_add(take(bytes)));
            dates.push((take(bytes) == 1).then_some(days));
        }
        let named = Dates::open(bytes)?;
        let mut out = Self {
            values,
            by_id: OnceCell::new(),
            of_entity,
            documents: documents_rows,
            passages,
            years: None,
            dates,
            named,
        };
        out.years = out.span_of_years();
        Some(out)
    }

    fn span_of_years(&self) -> Option<(u32, u32)> {
        let bounded = self.dates.iter().flatten().chain(self.named.days());
        let ends =
            bounded.flat_map(|days| [days.0, days.1]).filter(|day| (1..u32::MAX).contains(day)).map(|day| day / 10_000);
        ends.fold(None, |years: Option<(u32, u32)>, year| {
            Some(years.map_or((year, year), |(first, last)| (first.min(year), last.max(year))))
        })
    }

    /// Counts the passages and documents of each value.
    fn count(&mut self, units: &[Unit]) {
        let mut last = vec![u32::MAX; self.values.len()];
        for (number, unit) in units.iter().enumerate() {
            for at in self.documents.row(unit.document as usize).iter().chain(self.passages.row(number)) {
                let value = &mut self.values[*at as usize];
                value.passages += 1;
                if last[*at as usize] != unit.document {
                    last[*at as usize] = unit.document;
                    value.documents += 1;
                }
            }
        }
    }

    /// Values of a document.
    pub(crate) fn of_document(&self, document: usize) -> &[u32] {
        self.documents.row(document)
    }

    /// Values of a passage alone.
    pub(crate) fn of_passage(&self, number: usize) -> &[u32] {
        self.passages.row(number)
    }

    /// The dates that a passage names, else its document's.
    pub(crate) fn dates_of(&self, number: usize, document: usize) -> &[Days] {
        match u32::try_from(number).ok().and_then(|number| self.named.of(number)) {
            Some(days) => days,
            None => self.dates.get(document).map_or(&[], |days| days.as_slice()),
        }
    }

    /// The numbers of a facet's values.
    pub(crate) fn range(&self, facet: Facet) -> std::ops::Range<usize> {
        let start = self.values.partition_point(|value| value.facet < facet);
        start..start + self.values[start..].partition_point(|value| value.facet == facet)
    }

    /// The number of the value with this id.
    pub(crate) fn find(&self, facet: Facet, id: &str) -> Option<u32> {
        let order = |at: &u32| {
            let value = &self.values[*at as usize];
            value.facet.cmp(&facet).then_with(|| value.id.as_str().cmp(id))
        };
        let by_id = self.by_id();
        by_id.binary_search_by(order).ok().map(|at| by_id[at])
    }

    fn by_id(&self) -> &[u32] {
        self.by_id.get_or_init(|| {
            let mut out: Vec<u32> = (0..clamp(self.values.len())).collect();
            sort_by(&mut out, |a, b| {
                let (a, b) = (&self.values[*a as usize], &self.values[*b as usize]);
                a.facet.cmp(&b.facet).then_with(|| a.id.cmp(&b.id))
            });
            out
        })
    }

    /// How a value reads; `None` where this file has no such value. A date reads as it is written.
    pub(crate) fn label(&self, facet: Facet, id: &str) -> Option<String> {
        if facet.is_date() {
            return days(id).map(|_| id.to_owned());
        }
        self.find(facet, id).map(|at| self.values[at as usize].label.clone())
    }
}

fn clamp(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// The days that a date of a filter may mean.
pub(crate) fn days(date: &str) -> Option<Days> {
    date.parse::<PartialDate>().ok()?.bounds()
}

/// Values while they are gathered, by running numbers.
struct Gathered<'a> {
    /// Facet, id and label.
    values: Vec<(Facet, String, String)>,
    /// Those that come more than once.
    words: BTreeMap<(Facet, String), u32>,
    corpus: &'a Corpus,
    starts: &'a [usize],
}

impl<'a> Gathered<'a> {
    fn new(corpus: &'a Corpus, starts: &'a [usize]) -> Self {
        Self { values: Vec::new(), words: BTreeMap::new(), corpus, starts }
    }

    /// A value that there is once.
    fn fresh(&mut self, facet: Facet, id: &str, label: &str) -> u32 {
        self.values.push((facet, id.to_owned(), label.to_owned()));
        clamp(self.values.len() - 1)
    }

    fn number(&mut self, facet: Facet, id: &str, label: &str) -> u32 {
        let key = (facet, id.to_owned());
        if let Some(known) = self.words.get(&key) {
            return *known;
        }
        let number = self.fresh(facet, id, label);
        self.words.insert(key, number);
        number
    }

    fn word(&mut self, facet: Facet, word: &str) -> u32 {
        self.number(facet, word, &word.replace('-', " "))
    }

    fn document(&mut self, at: usize) -> Vec<u32> {
        let record = &self.corpus.catalogue.documents[at];
        let title = self.corpus.title_of(at);
        let mut row = vec![self.fresh(Facet::Document, record.id.as_str(), title)];
        row.push(self.word(Facet::Kind, record.kind.value.as_str()));
        for (facet, fact) in [(Facet::Publisher, &record.publisher), (Facet::Language, &record.language)] {
            row.extend(fact.as_ref().map(|fact| self.number(facet, &fact.value, &fact.value)));
        }
        row
    }

    /// Numbers the values that the catalogue tells: the value of each entity, and pairs of a document and a value.
    fn catalogue(&mut self) -> (Vec<u32>, Vec<(u32, u32)>) {
        let catalogue = &self.corpus.catalogue;
        let entities = catalogue
            .entities
            .iter()
            .map(|entity| self.fresh(Facet::of_names(entity.kind), &entity.id, &entity.name))
            .collect();
        let mut documents: Vec<(u32, u32)> = Vec::new();
        for (at, _) in (0_u32..).zip(&catalogue.documents) {
            documents.extend(self.document(at as usize).into_iter().map(|value| (at, value)));
        }
        (entities, documents)
    }

    /// Number of a passage over all documents.
    fn place(&self, document: usize, passage: u32) -> Option<usize> {
        let known = (passage as usize) < self.corpus.bodies.get(document)?.passages.len();
        known.then(|| self.starts[document] + passage as usize)
    }

    /// Pairs of a passage and a value that it has.
    fn passages(&mut self, entities: &[u32]) -> Vec<(u32, u32)> {
        let corpus = self.corpus;
        let mut pairs: Vec<(u32, u32)> = Vec::new();
        let mut add = |place: Option<usize>, value: u32| {
            pairs.extend(place.and_then(|place| Some((u32::try_from(place).ok()?, value))));
        };
        let kinds: BTreeMap<EntityKind, u32> = corpus
            .catalogue
            .entities
            .iter()
            .map(|entity| entity.kind)
            .collect::<BTreeSet<_>>()
            .into_iter()
            .map(|kind| (kind, self.word(Facet::EntityKind, kind.as_str())))
            .collect();
        for (document, body) in corpus.bodies.iter().enumerate() {
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
                add(place, self.word(Facet::Modality, statement.modality.as_str()));
                for topic in &statement.topics {
                    entities.get(*topic as usize).into_iter().for_each(|value| add(place, *value));
                }
            }
            for engagement in &body.engagements {
                let series = engagement.series.and_then(|at| corpus.catalogue.series.get(at as usize));
                let mut values: Vec<u32> =
                    engagement.topics.iter().filter_map(|at| entities.get(*at as usize)).copied().collect();
                values.push(self.word(Facet::EngagementKind, engagement.kind.as_str()));
                values.extend(engagement.status.map(|status| self.word(Facet::Status, status.as_str())));
                values.extend(series.map(|series| self.number(Facet::Series, &series.id, &series.name)));
                for passage in engagement.evidence.iter().filter_map(|evidence| evidence.passage) {
                    let place = self.place(document, passage);
                    values.iter().for_each(|value| add(place, *value));
                }
            }
            for anomaly in &body.anomalies {
                let place = anomaly.passage.and_then(|passage| self.place(document, passage));
                add(place, self.word(Facet::NoteKind, anomaly.kind.as_str()));
            }
        }
        for link in &corpus.catalogue.links {
            let value = self.word(Facet::LinkKind, link.kind.as_str());
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
    fn dates(&self) -> Dates {
        let mut out: BTreeMap<u32, Vec<Days>> = BTreeMap::new();
        let mut add = |document: usize, passage: Option<u32>, date: Option<PartialDate>| {
            if let (Some(place), Some(days)) =
                (passage.and_then(|passage| self.place(document, passage)), date.and_then(PartialDate::bounds))
            {
                out.entry(u32::try_from(place).unwrap_or(u32::MAX)).or_default().push(days);
            }
        };
        for (document, body) in self.corpus.bodies.iter().enumerate() {
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
