//! Counts values and years, one passage or document after another.

use crate::desk::dates::Days;
use crate::desk::values::Values;
use crate::models::listing::Years;

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CountOf {
    /// Every passage.
    Passages,
    /// Every document, once.
    Documents,
}

/// Places of the counts that belong to no year of the axis; the years of the axis come after them.
const UNDATED: usize = 0;
const EARLIER: usize = 1;
const LATER: usize = 2;
const FIRST_YEAR: usize = 3;

/// No document.
const NO_DOCUMENT: u32 = u32::MAX;

/// Counts of values and of years, while passages or documents are gone through.
pub(crate) struct Tally<'a> {
    values: &'a Values,
    count_of: CountOf,
    /// How many have each value.
    pub(crate) counts: Vec<u32>,
    /// The last document that was counted for each value.
    last: Vec<u32>,
    years: Vec<usize>,
    /// The last document that was counted for each place of `years`.
    last_in_year: Vec<u32>,
    /// Passages that are not counted yet.
    waiting: Waiting,
}

/// Passages of one document that fail the same axes.
#[derive(Clone, Copy, Default)]
struct Waiting {
    /// Index of the document.
    document: u32,
    /// The bits of the axes that fail ([`Axis::bit`](crate::query::Axis::bit)).
    failing: u32,
    /// How many passages.
    passages: u32,
}

impl<'a> Tally<'a> {
    pub(crate) fn new(values: &'a Values, count_of: CountOf) -> Self {
        let count = values.all.len();
        let years = FIRST_YEAR + values.years.map_or(0, |(first, last)| (last - first) as usize + 1);
        let no_document = |count: usize| vec![NO_DOCUMENT; if count_of == CountOf::Documents { count } else { 0 }];
        Self {
            values,
            count_of,
            counts: vec![0; count],
            last: no_document(count),
            years: vec![0; years],
            last_in_year: no_document(years),
            waiting: Waiting::default(),
        }
    }

    /// Counts a passage for the values of its document. Most passages of a document fail alike, so that they are
    /// counted together.
    pub(crate) fn add_for_document(&mut self, document: u32, failing: u32) {
        if (self.waiting.document, self.waiting.failing) == (document, failing) {
            self.waiting.passages += 1;
        } else {
            self.flush();
            self.waiting = Waiting { document, failing, passages: 1 };
        }
    }

    /// Counts the passages that were put off.
    pub(crate) fn flush(&mut self) {
        let Waiting { document, failing, passages } = std::mem::take(&mut self.waiting);
        if passages > 0 {
            self.add(document, self.values.of_document(document as usize), failing, passages);
        }
    }

    /// Counts the values of `row` whose passages pass all axes, except at most their own: `failing` has one bit or none.
    pub(crate) fn add(&mut self, document: u32, row: &[u32], failing: u32, count: u32) {
        for at in row {
            let at = *at as usize;
            if failing != 0 && self.values.all[at].axis.bit() != failing {
                continue;
            }
            match self.count_of {
                CountOf::Passages => self.counts[at] += count,
                CountOf::Documents => {
                    if std::mem::replace(&mut self.last[at], document) != document {
                        self.counts[at] += 1;
                    }
                }
            }
        }
    }

    /// Counts `dates`, which are in order: each in the year in which it begins, a year that two of them share once.
    /// What has no date, or only dates without a known beginning, is undated.
    pub(crate) fn add_years(&mut self, document: u32, dates: &[Days]) {
        let mut before = UNDATED;
        for days in dates.iter().filter(|days| days.0 > 0) {
            let place = self.place_of_year(days.0 / 10_000);
            if place != before {
                self.add_year(document, place);
                before = place;
            }
        }
        if before == UNDATED {
            self.add_year(document, UNDATED);
        }
    }

    fn place_of_year(&self, year: u32) -> usize {
        match self.values.years {
            Some((first, _)) if year < first => EARLIER,
            Some((first, last)) if year <= last => FIRST_YEAR + (year - first) as usize,
            _ => LATER,
        }
    }

    fn add_year(&mut self, document: u32, place: usize) {
        let counts = match self.count_of {
            CountOf::Passages => true,
            CountOf::Documents => std::mem::replace(&mut self.last_in_year[place], document) != document,
        };
        self.years[place] += usize::from(counts);
    }

    /// The years that were counted.
    pub(crate) fn into_years(self) -> Years {
        let first = self.values.years.map_or(0, |(first, _)| first);
        let years = (first..).zip(&self.years[FIRST_YEAR..]).filter(|(_, count)| **count > 0);
        Years {
            years: years.map(|(year, count)| (u16::try_from(year).unwrap_or(u16::MAX), *count)).collect(),
            undated: self.years[UNDATED],
            earlier: self.years[EARLIER],
            later: self.years[LATER],
            by_document: Vec::new(),
        }
    }
}
