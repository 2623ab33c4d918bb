//! The filters of a query: wanted and excluded values of each axis.

use std::collections::BTreeMap;

use entente_text::fold::fold;

use super::axis::Axis;
use super::selection::Selection;

/// The filters of a query. A passage passes if it has any of the wanted values of each axis and none of
/// the excluded ones. Values are ids, sorted and without repeats, so that equal filters are equal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Wanted values of each axis; no empty lists.
    pub include: BTreeMap<Axis, Vec<String>>,
    /// Excluded values of each axis; no empty lists.
    pub exclude: BTreeMap<Axis, Vec<String>>,
    /// Words typed into the search field of an axis, folded. They choose nothing; they decide which of the axis's
    /// values are listed.
    pub looked_for: BTreeMap<Axis, String>,
    /// True if a document or a name has to pass all filters within one passage. A passage always has to.
    pub same_passage: bool,
}

impl Filter {
    /// True if nothing is filtered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.include.is_empty() && self.exclude.is_empty()
    }

    /// The wanted values of `axis`.
    #[must_use]
    pub fn wanted(&self, axis: Axis) -> &[String] {
        self.include.get(&axis).map_or(&[], Vec::as_slice)
    }

    /// The excluded values of `axis`.
    #[must_use]
    pub fn unwanted(&self, axis: Axis) -> &[String] {
        self.exclude.get(&axis).map_or(&[], Vec::as_slice)
    }

    /// The same filter with `value` wanted in addition.
    #[must_use]
    pub fn with(&self, axis: Axis, value: &str) -> Self {
        let mut next = self.clone();
        insert(&mut next.include, axis, value);
        next
    }

    /// The same filter with `value` excluded in addition.
    #[must_use]
    pub fn excluding(&self, axis: Axis, value: &str) -> Self {
        let mut next = self.clone();
        insert(&mut next.exclude, axis, value);
        next
    }

    /// The same filter, with only those values of `axis` listed that have `words` in their label.
    #[must_use]
    pub fn looking_for(&self, axis: Axis, words: &str) -> Self {
        let mut next = self.clone();
        next.looked_for.insert(axis, fold(words));
        next
    }

    /// The same filter with what a list of facts selects, as a search filters its passages by it.
    #[must_use]
    pub fn selecting(&self, selection: &Selection) -> Self {
        let mut next = self.clone();
        for axis in Axis::OF_ROWS.iter().copied().filter(|axis| axis.is_of_passages()) {
            next = selection.wanted(axis).fold(next, |next, value| next.with(axis, value));
            next = selection.unwanted(axis).fold(next, |next, value| next.excluding(axis, value));
        }
        next
    }

    /// The same filter, to hold within one passage or anywhere in a document.
    #[must_use]
    pub fn within_one_passage(&self, same_passage: bool) -> Self {
        Self { same_passage, ..self.clone() }
    }

    /// The same filter without `value`, whether it was wanted or excluded.
    #[must_use]
    pub fn without(&self, axis: Axis, value: &str) -> Self {
        let mut next = self.clone();
        remove(&mut next.include, axis, value);
        remove(&mut next.exclude, axis, value);
        next
    }

    /// The same filter with `value` wanted if it was not, and not if it was.
    ///
    /// ```
    /// use entente_explore::{Axis, Filter};
    ///
    /// let filter = Filter::default().with(Axis::Country, "kr").toggled(Axis::Country, "jp");
    /// assert_eq!(filter.wanted(Axis::Country), ["jp", "kr"]);
    /// assert!(filter.toggled(Axis::Country, "jp").toggled(Axis::Country, "kr").is_empty());
    /// ```
    #[must_use]
    pub fn toggled(&self, axis: Axis, value: &str) -> Self {
        if self.wanted(axis).iter().any(|wanted| wanted == value) {
            self.without(axis, value)
        } else {
            self.with(axis, value)
        }
    }
}

fn insert(values: &mut BTreeMap<Axis, Vec<String>>, axis: Axis, value: &str) {
    let values = values.entry(axis).or_default();
    if let Err(at) = values.binary_search_by(|known| known.as_str().cmp(value)) {
        values.insert(at, value.to_owned());
    }
}

fn remove(values: &mut BTreeMap<Axis, Vec<String>>, axis: Axis, value: &str) {
    if let Some(known) = values.get_mut(&axis) {
        known.retain(|known| known != value);
        if known.is_empty() {
            values.remove(&axis);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Axis, Filter};

    #[test]
    fn toggling_twice_changes_nothing_and_order_does_not_matter() {
        let filter = Filter::default().with(Axis::Country, "us").with(Axis::Country, "kr");
        assert_eq!(
            filter,
            Filter::default().with(Axis::Country, "kr").with(Axis::Country, "us").with(Axis::Country, "us")
        );
        assert_eq!(filter.toggled(Axis::Country, "jp").toggled(Axis::Country, "jp"), filter);
        assert!(filter.without(Axis::Country, "us").without(Axis::Country, "kr").is_empty());
    }
}
