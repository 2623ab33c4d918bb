//! What is asked: words and filters, shared by every view.

use std::collections::BTreeMap;

/// A dimension to filter by. Its name is the parameter in URLs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// Country named in the passage.
    Country,
    /// The document itself, by id.
    Document,
    /// Who issued the document.
    Publisher,
    /// Language of the document.
    Language,
    /// Kind of document.
    Kind,
}

impl Facet {
    /// Every facet that exists, in the order of URLs.
    pub const ALL: &[Self] = &[Self::Country, Self::Document, Self::Publisher, Self::Language, Self::Kind];

    /// The parameter's name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Country => "country",
            Self::Document => "document",
            Self::Publisher => "publisher",
            Self::Language => "language",
            Self::Kind => "kind",
        }
    }

    /// The facet with this parameter name.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|facet| facet.as_str() == word)
    }
}

/// Filters in force: any of the values within a facet, all of the facets. Values are ids, sorted
/// and without repeats, so that equal filters are equal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Wanted values of each facet; no empty lists.
    pub include: BTreeMap<Facet, Vec<String>>,
    /// Excluded values of each facet; no empty lists.
    pub exclude: BTreeMap<Facet, Vec<String>>,
}

impl Filter {
    /// True when nothing is filtered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.include.is_empty() && self.exclude.is_empty()
    }

    /// The wanted values of `facet`.
    #[must_use]
    pub fn wanted(&self, facet: Facet) -> &[String] {
        self.include.get(&facet).map_or(&[], Vec::as_slice)
    }

    /// The excluded values of `facet`.
    #[must_use]
    pub fn unwanted(&self, facet: Facet) -> &[String] {
        self.exclude.get(&facet).map_or(&[], Vec::as_slice)
    }

    /// The same filter with `value` wanted in addition.
    #[must_use]
    pub fn with(&self, facet: Facet, value: &str) -> Self {
        let mut next = self.clone();
        insert(&mut next.include, facet, value);
        next
    }

    /// The same filter with `value` excluded in addition.
    #[must_use]
    pub fn excluding(&self, facet: Facet, value: &str) -> Self {
        let mut next = self.clone();
        insert(&mut next.exclude, facet, value);
        next
    }

    /// The same filter without `value`, whether it was wanted or excluded.
    #[must_use]
    pub fn without(&self, facet: Facet, value: &str) -> Self {
        let mut next = self.clone();
        remove(&mut next.include, facet, value);
        remove(&mut next.exclude, facet, value);
        next
    }

    /// The same filter with `value` wanted if it was not, and not if it was.
    #[must_use]
    pub fn toggled(&self, facet: Facet, value: &str) -> Self {
        if self.wanted(facet).iter().any(|wanted| wanted == value) {
            self.without(facet, value)
        } else {
            self.with(facet, value)
        }
    }
}

/// Words and filters together: what every view shares.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The query as typed, white space at its ends taken off.
    pub text: String,
    /// Filters in force.
    pub filter: Filter,
}

impl Query {
    /// True when nothing is asked.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty() && self.filter.is_empty()
    }

    /// The same filters with other words.
    #[must_use]
    pub fn with_text(&self, text: &str) -> Self {
        Self { text: text.trim().to_owned(), filter: self.filter.clone() }
    }

    /// The same words with another filter.
    #[must_use]
    pub fn with_filter(&self, filter: Filter) -> Self {
        Self { text: self.text.clone(), filter }
    }
}

fn insert(values: &mut BTreeMap<Facet, Vec<String>>, facet: Facet, value: &str) {
    let values = values.entry(facet).or_default();
    if let Err(at) = values.binary_search_by(|known| known.as_str().cmp(value)) {
        values.insert(at, value.to_owned());
    }
}

fn remove(values: &mut BTreeMap<Facet, Vec<String>>, facet: Facet, value: &str) {
    if let Some(known) = values.get_mut(&facet) {
        known.retain(|known| known != value);
        if known.is_empty() {
            values.remove(&facet);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Facet, Filter};

    #[test]
    fn toggling_twice_changes_nothing_and_order_does_not_matter() {
        let filter = Filter::default().with(Facet::Country, "us").with(Facet::Country, "kr");
        assert_eq!(
            filter,
            Filter::default().with(Facet::Country, "kr").with(Facet::Country, "us").with(Facet::Country, "us")
        );
        assert_eq!(filter.toggled(Facet::Country, "jp").toggled(Facet::Country, "jp"), filter);
        assert!(filter.without(Facet::Country, "us").without(Facet::Country, "kr").is_empty());
    }
}
