//! Rows of a list by year: each in the years in which its own dates begin, else in that of its document.

use std::collections::{BTreeMap, BTreeSet};

use entente_corpus::Corpus;
use entente_text::PartialDate;
use entente_text::order::set;

use crate::desk::dates::Days;
use crate::models::listing::Years;

/// Counts rows by year; see the module.
pub(crate) struct YearsOfRows {
    /// First and last year of the axis.
    axis: Option<(u32, u32)>,
    /// Of each year: rows, and how many of them are there by the date of their document alone.
    counts: BTreeMap<u32, (usize, usize)>,
    out: Years,
}

impl YearsOfRows {
    /// Nothing is counted yet.
    pub(crate) fn new(axis: Option<(u32, u32)>) -> Self {
        Self { axis, counts: BTreeMap::new(), out: Years::default() }
    }

    /// Counts a row that names these dates and stands in these documents.
    pub(crate) fn add(&mut self, corpus: &Corpus, dates: &[Days], documents: &[u32]) {
        let is_own = !dates.is_empty();
        let records = documents.iter().filter_map(|at| corpus.catalogue.documents.get(*at as usize));
        let of_documents = records.filter_map(|record| record.date.as_ref().map(|date| date.value));
        let bounds = if is_own { dates.to_vec() } else { of_documents.filter_map(PartialDate::bounds).collect() };
        let years: BTreeSet<u32> = set(bounds.into_iter().map(|days| days.0 / 10_000).filter(|year| *year > 0));
        if years.is_empty() {
            self.out.undated += 1;
        }
        for year in years {
            match self.axis {
                Some((first, _)) if year < first => self.out.earlier += 1,
                Some((_, last)) if year <= last => {
                    let count = self.counts.entry(year).or_default();
                    count.0 += 1;
                    count.1 += usize::from(!is_own);
                }
                _ => self.out.later += 1,
            }
        }
    }

    /// The years.
    pub(crate) fn years(self) -> Years {
        let year = |year: u32| u16::try_from(year).unwrap_or(u16::MAX);
        let years = self.counts.iter().map(|(at, (count, _))| (year(*at), *count)).collect();
        let by_document = self.counts.iter().filter(|(_, (_, count))| *count > 0);
        let by_document = by_document.map(|(at, (_, count))| (year(*at), *count)).collect();
        Years { years, by_document, ..self.out }
    }
}
