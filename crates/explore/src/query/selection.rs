//! Values wanted and excluded of the axes that the rows of a list have themselves.

use std::collections::BTreeSet;

use super::axis::Axis;
use super::sorting::Sorting;

/// Values wanted and excluded of each axis of rows; sorted and without repeats, so that equal selections are equal.
///
/// ```
/// use entente_explore::{Axis, Selection};
///
/// let selection = Selection::default().with(Axis::Status, "held", false).with(Axis::Status, "planned", true);
/// assert_eq!(selection.wanted(Axis::Status).collect::<Vec<_>>(), ["held"]);
/// assert_eq!(selection.unwanted(Axis::Status).collect::<Vec<_>>(), ["planned"]);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    wanted: BTreeSet<(Axis, String)>,
    unwanted: BTreeSet<(Axis, String)>,
    further: usize,
    sorting: Sorting,
}

impl Selection {
    /// The same, with this many rows made beyond the first ones of a list.
    #[must_use]
    pub fn further(mut self, rows: usize) -> Self {
        self.further = rows;
        self
    }

    /// The same, its rows in another order than the list's own.
    #[must_use]
    pub fn sorted_by(mut self, sorting: &Sorting) -> Self {
        self.sorting = sorting.clone();
        self
    }

    /// The order that is asked for.
    #[must_use]
    pub fn sorting(&self) -> &Sorting {
        &self.sorting
    }

    /// Rows to be made beyond the first ones.
    pub(crate) fn further_rows(&self) -> usize {
        self.further
    }

    /// True if nothing is selected.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.wanted.is_empty() && self.unwanted.is_empty()
    }

    /// The wanted values of `axis`.
    pub fn wanted(&self, axis: Axis) -> impl Iterator<Item = &str> {
        values(&self.wanted, axis)
    }

    /// The excluded values of `axis`.
    pub fn unwanted(&self, axis: Axis) -> impl Iterator<Item = &str> {
        values(&self.unwanted, axis)
    }

    /// The same with `value` wanted, or excluded, in addition.
    #[must_use]
    pub fn with(mut self, axis: Axis, value: &str, excluded: bool) -> Self {
        let values = if excluded { &mut self.unwanted } else { &mut self.wanted };
        values.insert((axis, value.to_owned()));
        self
    }

    /// The same without `value`.
    #[must_use]
    pub fn without(mut self, axis: Axis, value: &str) -> Self {
        let value = (axis, value.to_owned());
        self.wanted.remove(&value);
        self.unwanted.remove(&value);
        self
    }

    /// The same with `value` wanted if it was not, and not wanted if it was.
    #[must_use]
    pub fn toggled(self, axis: Axis, value: &str) -> Self {
        if self.wanted.contains(&(axis, value.to_owned())) {
            self.without(axis, value)
        } else {
            self.with(axis, value, false)
        }
    }
}

fn values(all: &BTreeSet<(Axis, String)>, axis: Axis) -> impl Iterator<Item = &str> {
    all.iter().filter(move |(of, _)| *of == axis).map(|(_, value)| value.as_str())
}
