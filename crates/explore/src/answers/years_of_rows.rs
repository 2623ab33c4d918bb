//! Rows of a list by their dates: each by its own, else by those of its documents. Counts them by the years in which they begin,
//! and decides which fit the dates asked for.

use std::collections::{BTreeMap, BTreeSet};

use entente_corpus::Corpus;
use entente_text::order::set;

use crate::desk::dates::{Days, days, is_since, is_until};
use crate::models::listing::Years;
use crate::query::{Axis, Filter};

/// Counts of rows by year, while rows are gone through.
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

    /// Counts a row that names these dates and belongs to these documents.
    pub(crate) fn add(&mut self, corpus: &Corpus, dates: &[Days], documents: &[u32]) {
        let is_own = !dates.is_empty();
        let bounds = days_of_row(corpus, dates, documents);
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

/// The days of a row's own dates, else those of its documents.
fn days_of_row(corpus: &Corpus, dates: &[Days], documents: &[u32]) -> Vec<Days> {
    if !dates.is_empty() {
        return dates.to_vec();
    }
    let records = documents.iter().filter_map(|at| corpus.catalogue.documents.get(*at as usize));
    records.filter_map(|record| record.date.as_ref()?.value.bounds()).collect()
}

/// True if a date of the row with these dates and documents fits both ends asked for, and none fits an end that is shut out.
pub(crate) fn fits_dates(corpus: &Corpus, (dates, documents): (&[Days], &[u32]), filter: &Filter) -> bool {
    let ends = |dates: &[String]| -> Vec<Days> { dates.iter().filter_map(|date| days(date)).collect() };
    let is_after = |ends: &[Days], days: &Days| ends.iter().any(|end| is_since(*days, end.0));
    let is_before = |ends: &[Days], days: &Days| ends.iter().any(|end| is_until(*days, end.1));
    let (from, to) = (filter.wanted(Axis::From), filter.wanted(Axis::To));
    let (since, until) = (ends(from), ends(to));
    let (not_since, not_until) = (ends(filter.unwanted(Axis::From)), ends(filter.unwanted(Axis::To)));
    let fits = |days: &Days| (from.is_empty() || is_after(&since, days)) && (to.is_empty() || is_before(&until, days));
    let is_shut_out = |days: &Days| is_after(&not_since, days) || is_before(&not_until, days);
    let row = days_of_row(corpus, dates, documents);
    let is_asked = !(from.is_empty() && to.is_empty());
    (!is_asked || row.iter().any(fits)) && !row.iter().any(is_shut_out)
}
