//! What is asked: words and filters, shared by every view.

use std::collections::BTreeMap;

use entente_corpus::EntityKind;
use entente_text::fold::fold;

use crate::tables::{Dimension, Selection};

/// A dimension to filter by. Its name is the parameter in URLs and the field in queries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// Country named in the passage: a state, territory or economy.
    Country,
    /// Bloc named in the passage.
    Bloc,
    /// Region named in the passage.
    Region,
    /// Organisation named in the passage.
    Organisation,
    /// Agency named in the passage.
    Agency,
    /// Company named in the passage.
    Company,
    /// Newspaper, agency or station named in the passage.
    Media,
    /// Person named in the passage.
    Person,
    /// Place named in the passage.
    Place,
    /// Forum named in the passage.
    Forum,
    /// Treaty, act or the like named in the passage.
    Instrument,
    /// System named in the passage.
    System,
    /// Operation named in the passage.
    Operation,
    /// Topic of the passage.
    Topic,
    /// The document itself, by id.
    Document,
    /// Who issued the document.
    Publisher,
    /// Language of the document.
    Language,
    /// Kind of document.
    Kind,
    /// Kind of a name in the passage.
    EntityKind,
    /// Kind of an engagement that the passage tells of.
    EngagementKind,
    /// Kind of a link from or to the passage.
    LinkKind,
    /// Kind of an oddity in the passage.
    NoteKind,
    /// What a statement in the passage does.
    Modality,
    /// Whether an engagement that the passage tells of has taken place.
    Status,
    /// Series of an engagement that the passage tells of.
    Series,
    /// First day of the dates asked for.
    From,
    /// Last day of the dates asked for.
    To,
}

impl Facet {
    /// Every facet that all views share, in the order of URLs.
    pub const ALL: &[Self] = &[
        Self::Country,
        Self::Bloc,
        Self::Region,
        Self::Organisation,
        Self::Agency,
        Self::Company,
        Self::Media,
        Self::Person,
        Self::Place,
        Self::Forum,
        Self::Instrument,
        Self::System,
        Self::Operation,
        Self::Topic,
        Self::Document,
        Self::Publisher,
        Self::Language,
        Self::Kind,
        Self::From,
        Self::To,
    ];

    /// What passages tell of: lists of facts filter their rows by these, a search its passages.
    pub const OF_FACTS: &[Self] = &[
        Self::EntityKind,
        Self::EngagementKind,
        Self::LinkKind,
        Self::NoteKind,
        Self::Modality,
        Self::Status,
        Self::Series,
    ];

    /// The parameter's name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Country => "country",
            Self::Bloc => "bloc",
            Self::Region => "region",
            Self::Organisation => "organisation",
            Self::Agency => "agency",
            Self::Company => "company",
            Self::Media => "media",
            Self::Person => "person",
            Self::Place => "place",
            Self::Forum => "forum",
            Self::Instrument => "instrument",
            Self::System => "system",
            Self::Operation => "operation",
            Self::Topic => "topic",
            Self::Document => "document",
            Self::Publisher => "publisher",
            Self::Language => "language",
            Self::Kind => "kind",
            Self::EntityKind => "entity-kind",
            Self::EngagementKind => "engagement-kind",
            Self::LinkKind => "link-kind",
            Self::NoteKind => "note-kind",
            Self::Modality => "modality",
            Self::Status => "status",
            Self::Series => "series",
            Self::From => "from",
            Self::To => "to",
        }
    }

    /// The facet with this parameter name.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().chain(Self::OF_FACTS).copied().find(|facet| facet.as_str() == word)
    }

    /// The facet of names of this kind.
    #[must_use]
    pub fn of_names(kind: EntityKind) -> Self {
        // Both lists have the same words; a kind without a facet would be a fault of this file, and a test holds it.
        Self::from_word(kind.as_str()).unwrap_or(Self::Topic)
    }

    /// The kind of name that it filters by, where it does.
    #[must_use]
    pub fn names(self) -> Option<EntityKind> {
        EntityKind::from_word(self.as_str())
    }

    /// True for the two that take a date instead of a value of the file.
    #[must_use]
    pub fn is_date(self) -> bool {
        matches!(self, Self::From | Self::To)
    }

    /// Its bit in a set of facets.
    pub(crate) fn bit(self) -> u32 {
        1 << self as u32
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
    /// Words that somebody looks for among the values of a facet: they choose nothing, but of thousands of values those
    /// with the words are named.
    pub looked_for: BTreeMap<Facet, String>,
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

    /// The same filter, with the values of `facet` named that have `words` in them.
    #[must_use]
    pub fn looking_for(&self, facet: Facet, words: &str) -> Self {
        let mut next = self.clone();
        next.looked_for.insert(facet, fold(words));
        next
    }

    /// The same filter with what a list of facts selects: passages that tell of it.
    #[must_use]
    pub fn selecting(&self, selection: &Selection) -> Self {
        let mut next = self.clone();
        for dimension in Dimension::ALL {
            let Some(facet) = Facet::from_word(dimension.as_str()) else { continue };
            next = selection.wanted(*dimension).fold(next, |next, value| next.with(facet, value));
            next = selection.unwanted(*dimension).fold(next, |next, value| next.excluding(facet, value));
        }
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
    use super::{EntityKind, Facet, Filter};

    #[test]
    fn every_kind_of_name_has_its_facet_and_every_facet_its_bit() {
        for kind in EntityKind::ALL {
            assert_eq!(Facet::of_names(*kind).as_str(), kind.as_str());
        }
        let facets = || Facet::ALL.iter().chain(Facet::OF_FACTS);
        let bits = facets().fold(0, |bits, facet| bits | facet.bit());
        assert_eq!(bits.count_ones() as usize, facets().count());
        assert!(facets().all(|facet| Facet::from_word(facet.as_str()) == Some(*facet)));
    }

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
