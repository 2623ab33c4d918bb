//! Answers of a search.

use super::listing::{Dated, FacetGroup, Years};
use super::reading::{Fragment, Place};

/// What a search found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Results {
    /// Passages found in all.
    pub total: usize,
    /// Documents that contain them.
    pub documents: usize,
    /// Passages that match the words alone, without the filters.
    pub unfiltered: usize,
    /// The best passages, grouped by document: groups by their best hit, hits by rank.
    pub groups: Vec<HitGroup>,
    /// Facets with counts of passages.
    pub facets: Vec<FacetGroup>,
    /// Passages by year, under every filter but the dates themselves.
    pub years: Years,
    /// The query with commoner words that were perhaps meant.
    pub did_you_mean: Option<String>,
    /// How the query was read, in its canonical form; `None` if it is what was typed.
    pub read_as: Option<String>,
    /// What was odd in the query, one sentence each.
    pub remarks: Vec<String>,
    /// If few passages have all of the words: those with some of them.
    pub some: Option<SomeWords>,
}

/// Further passages, which have some of the words of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SomeWords {
    /// The query that finds them, too.
    pub query: String,
    /// How many more they are.
    pub more: usize,
}

/// Hits of one document.
#[derive(Clone, Debug, PartialEq)]
pub struct HitGroup {
    /// Public name of the document.
    pub document: String,
    /// Title as printed, else the first words.
    pub title: String,
    /// False: `title` is the first words, no title is printed.
    pub titled: bool,
    /// Its date.
    pub date: Option<Dated>,
    /// Passages of this document found in all; `hits` may be fewer.
    pub total: usize,
    /// Best first.
    pub hits: Vec<Hit>,
}

/// A passage found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// 1 is the best.
    pub rank: usize,
    /// Higher is better; comparable within one search only.
    pub score: f32,
    /// Where.
    pub place: Place,
    /// Headings above it, outermost first.
    pub section: Vec<String>,
    /// The best window of its text, words found marked.
    pub snippet: Vec<Fragment>,
    /// True if words of the passage come before the snippet.
    pub cut: bool,
    /// True if the snippet is the whole passage.
    pub whole: bool,
    /// Of a pasted sentence, the words that this passage does not have.
    pub missing: Vec<String>,
    /// Passages that were found as well and say the same, with few words other.
    pub also: Vec<Also>,
}

/// A passage that says what another one says.
#[derive(Clone, Debug, PartialEq)]
pub struct Also {
    /// Where.
    pub place: Place,
    /// Title of its document, as printed, else its first words.
    pub title: String,
    /// How many words differ.
    pub differ: usize,
}

/// The order of a list of passages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// Best first.
    #[default]
    Best,
    /// By the date of the passage or its document, newest first; those without a date at the end.
    Newest,
    /// By date, oldest first; those without a date at the end.
    Oldest,
    /// In the order of the file.
    Place,
}

impl Sort {
    /// Every order.
    pub const ALL: &[Self] = &[Self::Best, Self::Newest, Self::Oldest, Self::Place];

    /// The word in links.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Best => "relevance",
            Self::Newest => "-date",
            Self::Oldest => "date",
            Self::Place => "document",
        }
    }

    /// The order with this word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|sort| sort.as_str() == word)
    }
}

/// The parts of a score: the sum of all parts but the factors, times each factor.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Explanation {
    /// Each part, named.
    pub parts: Vec<entente_search::Part>,
    /// The score.
    pub score: f32,
}
