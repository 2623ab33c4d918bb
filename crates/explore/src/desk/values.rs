//! The values that passages and documents can be filtered by, numbered, and which has which.
//!
//! In: a corpus. Out: for each passage and document a row of numbers, and the dates they name. A passage has its
//! document's values as well; rows hold only its own.

use entente_text::saturating_u32;
use std::cell::OnceCell;

use entente_corpus::Corpus;
use entente_search::runs;
use entente_search::varint::{put, put_text, take, take_text};
use entente_text::order::sort_by;

use super::dates::{Days, days};
use super::gather::{Gathered, NewValue};
use super::passages::Passages;
use super::rows::{Dates, Rows};
use super::years::years_of_most;
use crate::query::Axis;

/// One value of one axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Value {
    pub(crate) axis: Axis,
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
pub(crate) struct Values {
    /// By axis and then as they come in the catalogue and in the texts.
    pub(crate) all: Vec<Value>,
    /// Numbers of values, by axis and id; made when first asked for.
    by_id: OnceCell<Vec<u32>>,
    /// The value of each entity of the catalogue.
    pub(crate) of_entity: Vec<u32>,
    documents: Rows,
    passages: Rows,
    /// Dates of documents.
    dates: Vec<Option<Days>>,
    /// Dates that passages name; few do.
    named: Dates,
    /// First and last year of the bulk of all dates.
    pub(crate) years: Option<(u32, u32)>,
}

impl Values {
    /// Collects the values of `corpus`, the passages of which are `numbers`.
    pub(crate) fn new(corpus: &Corpus, numbers: &Passages) -> Self {
        let mut gathered = Gathered::new(corpus, numbers);
        let (entities, documents) = gathered.catalogue();
        let passages = gathered.passages(&entities);
        let named = gathered.dates();
        let dates: Vec<Option<Days>> = corpus
            .catalogue
            .documents
            .iter()
            .map(|record| record?.date.as_ref().and_then(|date| date.value.bounds()))
            .collect();
        // Values in the order of axes; a running number becomes a place in that order.
        let mut order: Vec<u32> = (0..saturating_u32(gathered.values.len())).collect();
        sort_by(&mut order, |a, b| {
            let axis = |at: &u32| gathered.values[*at as usize].axis;
            axis(a).cmp(&axis(b)).then(a.cmp(b))
        });
        let mut places = vec![0_u32; order.len()];
        for (place, at) in (0_u32..).zip(&order) {
            places[*at as usize] = place;
        }
        let mut value = |at: &u32| {
            let NewValue { axis, id, label } = &mut gathered.values[*at as usize];
            Value { axis: *axis, id: std::mem::take(id), label: std::mem::take(label), passages: 0, documents: 0 }
        };
        let all = order.iter().map(&mut value).collect();
        let mut out = Self {
            all,
            by_id: OnceCell::new(),
            of_entity: entities.iter().map(|at| places[*at as usize]).collect(),
            documents: Rows::new(corpus.catalogue.documents.len(), &documents, &places),
            passages: Rows::new(numbers.all.len(), &passages, &places),
            years: None,
            dates,
            named,
        };
        out.count(numbers);
        out.years = out.bulk_of_years();
        out
    }

    /// Appends everything: an explorer that opens it looks at no record and no name.
    pub(crate) fn pack(&self, out: &mut Vec<u8>) {
        let axiss: Vec<&[Value]> = self.all.chunk_by(|a, b| a.axis == b.axis).collect();
        put(out, saturating_u32(axiss.len()));
        for values in axiss {
            put_text(out, values[0].axis.as_str());
            put(out, saturating_u32(values.len()));
            for value in values {
                put_text(out, &value.id);
                put_text(out, &value.label);
                put(out, value.passages);
                put(out, value.documents);
            }
        }
        put(out, saturating_u32(self.of_entity.len()));
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

    /// Takes what [`Values::pack`] wrote of so many documents and passages off the front of `bytes`; `None` if
    /// there is none.
    pub(crate) fn open(bytes: &mut &[u8], documents: usize, passages: usize) -> Option<Self> {
        let mut values: Vec<Value> = Vec::new();
        for _ in 0..take(bytes) {
            let axis = Axis::from_word(take_text(bytes))?;
            if values.last().is_some_and(|before| before.axis >= axis) {
                return None;
            }
            for _ in 0..take(bytes) {
                let (id, label) = (take_text(bytes).to_owned(), take_text(bytes).to_owned());
                values.push(Value { axis, id, label, passages: take(bytes), documents: take(bytes) });
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
            all: values,
            by_id: OnceCell::new(),
            of_entity,
            documents: documents_rows,
            passages,
            years: None,
            dates,
            named,
        };
        out.years = out.bulk_of_years();
        Some(out)
    }

    fn bulk_of_years(&self) -> Option<(u32, u32)> {
        let days = self.dates.iter().flatten().chain(self.named.days());
        years_of_most(days.map(|days| days.0 / 10_000).collect())
    }

    /// Counts the passages and documents of each value.
    fn count(&mut self, numbers: &Passages) {
        let mut last = vec![u32::MAX; self.all.len()];
        for (number, at) in numbers.all.iter().enumerate() {
            for value_at in self.documents.row(at.document as usize).iter().chain(self.passages.row(number)) {
                let value = &mut self.all[*value_at as usize];
                value.passages += 1;
                if last[*value_at as usize] != at.document {
                    last[*value_at as usize] = at.document;
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

    /// The dates that a passage names.
    pub(crate) fn dates_named(&self, number: usize) -> &[Days] {
        u32::try_from(number).ok().and_then(|number| self.named.of(number)).unwrap_or_default()
    }

    /// The dates that a passage names, else its document's.
    pub(crate) fn dates_of(&self, number: usize, document: usize) -> &[Days] {
        match self.dates_named(number) {
            [] => self.dates.get(document).map_or(&[], |days| days.as_slice()),
            days => days,
        }
    }

    /// The date of a document as a whole: its own. A date that its passages name is not the document's.
    pub(crate) fn date_of_document(&self, document: usize) -> Option<Days> {
        self.dates.get(document).copied().flatten()
    }

    /// The numbers of an axis's values.
    pub(crate) fn range(&self, axis: Axis) -> std::ops::Range<usize> {
        let start = self.all.partition_point(|value| value.axis < axis);
        start..start + self.all[start..].partition_point(|value| value.axis == axis)
    }

    /// The number of the value with this id.
    pub(crate) fn find(&self, axis: Axis, id: &str) -> Option<u32> {
        let order = |at: &u32| {
            let value = &self.all[*at as usize];
            value.axis.cmp(&axis).then_with(|| value.id.as_str().cmp(id))
        };
        let by_id = self.by_id();
        by_id.binary_search_by(order).ok().map(|at| by_id[at])
    }

    fn by_id(&self) -> &[u32] {
        self.by_id.get_or_init(|| {
            let mut out: Vec<u32> = (0..saturating_u32(self.all.len())).collect();
            sort_by(&mut out, |a, b| {
                let (a, b) = (&self.all[*a as usize], &self.all[*b as usize]);
                a.axis.cmp(&b.axis).then_with(|| a.id.cmp(&b.id))
            });
            out
        })
    }

    /// How a value reads; `None` if this file has no such value. A date reads as it is written.
    pub(crate) fn label(&self, axis: Axis, id: &str) -> Option<String> {
        if axis.is_date() {
            return days(id).map(|_| id.to_owned());
        }
        self.find(axis, id).map(|at| self.all[at as usize].label.clone())
    }
}
