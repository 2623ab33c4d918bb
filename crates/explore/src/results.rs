//! Answers of a search.

use crate::listing::FacetGroup;
use crate::reading::{Fragment, Place};

/// What a search found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Results {
    /// Passages found in all.
    pub total: usize,
    /// Documents they stand in.
    pub documents: usize,
    /// Passages that match the words alone, without the filters.
    pub unfiltered: usize,
    /// The best passages, grouped by document: groups by their best hit, hits by rank.
    pub groups: Vec<HitGroup>,
    /// Facets with counts of passages.
    pub facets: Vec<FacetGroup>,
    /// How the query was read, in its canonical form; `None` where it is what was typed.
    pub read_as: Option<String>,
    /// What was odd in the query, one sentence each.
    pub remarks: Vec<String>,
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
    /// True when words of the passage stand before the snippet.
    pub cut: bool,
    /// True when the snippet is the whole passage.
    pub whole: bool,
}
