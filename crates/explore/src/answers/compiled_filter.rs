//! A filter prepared for many rows: finds the axes of the filter that a row of values fits.

use crate::desk::dates::{Days, days, is_since, is_until};
use crate::desk::values::Values;
use crate::query::{Axis, Filter};

/// A filter whose values are looked up once, so that a row is compared by the numbers of its values.
pub(crate) struct CompiledFilter<'a> {
    values: &'a Values,
    /// For each value of [`Values::all`]: 1 if it is wanted, 2 if it is excluded, 3 if both.
    marks: Vec<u8>,
    /// Axes of which some value is wanted, as bits.
    pub(crate) active: u32,
    /// Wanted and excluded ends of dates.
    from: Ends,
    to: Ends,
}

#[derive(Default)]
struct Ends {
    wanted: Vec<u32>,
    unwanted: Vec<u32>,
}

/// Axes that a passage or document fits, and axes that exclude it; one bit each ([`Axis::bit`]).
#[derive(Clone, Copy, Default)]
pub(crate) struct AxisBits {
    pub(crate) fits: u32,
    pub(crate) fails: u32,
}

impl<'a> CompiledFilter<'a> {
    pub(crate) fn new(values: &'a Values, filter: &'a Filter) -> Self {
        let mut marks = vec![0; values.all.len()];
        let mut active = 0;
        for (lists, mark) in [(&filter.include, 1), (&filter.exclude, 2)] {
            for (axis, ids) in lists {
                if mark == 1 {
                    active |= axis.bit();
                }
                for at in ids.iter().filter_map(|id| values.find(*axis, id)) {
                    marks[at as usize] |= mark;
                }
            }
        }
        // "from 2014" begins with its first day, "to 2014" ends with its last.
        let ends = |axis: Axis, end: fn(Days) -> u32| {
            let list = |ids: &[String]| ids.iter().filter_map(|id| days(id)).map(end).collect();
            Ends { wanted: list(filter.wanted(axis)), unwanted: list(filter.unwanted(axis)) }
        };
        let (from, to) = (ends(Axis::From, |days| days.0), ends(Axis::To, |days| days.1));
        Self { values, marks, active, from, to }
    }

    /// `state` with the axes that the values of `row` fit.
    pub(crate) fn add(&self, mut state: AxisBits, row: &[u32]) -> AxisBits {
        for at in row {
            let mark = self.marks[*at as usize];
            if mark != 0 {
                let bit = self.values.all[*at as usize].axis.bit();
                state.fits |= if mark & 1 != 0 { bit } else { 0 };
                state.fails |= if mark & 2 != 0 { bit } else { 0 };
            }
        }
        state
    }

    /// True if the filter asks for dates.
    pub(crate) fn is_dated(&self) -> bool {
        !(self.from.wanted.is_empty()
            && self.from.unwanted.is_empty()
            && self.to.wanted.is_empty()
            && self.to.unwanted.is_empty())
    }

    /// `state` with the axes of dates that `dates` fit. A date fits if any day that it may mean does, within the
    /// year in which it begins; one date has to fit both ends.
    pub(crate) fn date(&self, mut state: AxisBits, dates: &[Days]) -> AxisBits {
        let since = |ends: &[u32], days: &Days| ends.iter().any(|end| is_since(*days, *end));
        let until = |ends: &[u32], days: &Days| ends.iter().any(|end| is_until(*days, *end));
        let asked = |axis: Axis| self.active & axis.bit() != 0;
        let both = |days: &Days| {
            (!asked(Axis::From) || since(&self.from.wanted, days)) && (!asked(Axis::To) || until(&self.to.wanted, days))
        };
        state.fits |= if dates.iter().any(both) { date_bits() } else { 0 };
        state.fails |= if dates.iter().any(|days| since(&self.from.unwanted, days)) { Axis::From.bit() } else { 0 };
        state.fails |= if dates.iter().any(|days| until(&self.to.unwanted, days)) { Axis::To.bit() } else { 0 };
        state
    }

    /// The axes that shut out what has this state, as bits.
    pub(crate) fn failing(&self, state: AxisBits) -> u32 {
        (self.active & !state.fits) | state.fails
    }
}

/// The bits of the two axes that ask for dates.
pub(crate) fn date_bits() -> u32 {
    Axis::From.bit() | Axis::To.bit()
}
