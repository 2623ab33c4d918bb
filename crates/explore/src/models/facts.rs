//! What the rows of all lists share: names, sources, filters.

use super::listing::{Dated, FacetGroup, Years};
use crate::query::{Axis, Selection};

/// A name, ready to be linked.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NameRef {
    /// As this file's documents print it most.
    pub name: String,
    /// Kind of name, as its word.
    pub kind: &'static str,
    /// Public name, for links.
    pub id: String,
}

/// Somebody in the words of a document; "both sides" stays a role and has no name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartyRef {
    /// As printed here.
    pub words: String,
    /// Whom the words name.
    pub name: Option<NameRef>,
}

/// The place and the words that support a fact.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// Public name of the document.
    pub document: String,
    /// Its title, cut; the first words if none is printed.
    pub title: String,
    /// False: no title is printed.
    pub titled: bool,
    /// Anchor of the passage; empty if the words are outside of every passage.
    pub passage: String,
    /// First and last line.
    pub lines: (u32, u32),
    /// First and last page, if the format has pages.
    pub pages: Option<(u32, u32)>,
    /// The source's own number, as printed.
    pub number: Option<String>,
    /// The words, without markup.
    pub quote: String,
    /// Language of the document.
    pub language: Option<String>,
    /// Date of the document: never that of the fact, but what it is put in order by if it has none.
    pub date: Option<Dated>,
}

/// Some of the rows of a list, with the value of its status filter that selects exactly these.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListPart {
    /// Its word: "reworded", "undated", "never-opened".
    pub word: &'static str,
    /// How many rows of the list under its query.
    pub count: usize,
    /// The value of the axis `status`.
    pub status: &'static str,
    /// True if the part is the rows without that value.
    pub excluded: bool,
}

impl ListPart {
    /// What selects exactly these rows of the list.
    #[must_use]
    pub fn selection(&self) -> Selection {
        Selection::default().with(Axis::Status, self.status, self.excluded)
    }
}

impl<Row> List<Row> {
    /// How many rows are of the part with this word; none if the list has no such part.
    #[must_use]
    pub fn part(&self, word: &str) -> usize {
        self.parts.iter().find(|part| part.word == word).map_or(0, |part| part.count)
    }
}

/// The first of some rows, and how many there are.
#[derive(Clone, Debug, PartialEq)]
pub struct Part<Row> {
    /// The first.
    pub rows: Vec<Row>,
    /// All.
    pub total: usize,
}

/// The rows of a list under a query.
#[derive(Clone, Debug, PartialEq)]
pub struct List<Row> {
    /// Rows that pass, in the order of the list; of very many the first.
    pub rows: Vec<Row>,
    /// Rows that pass.
    pub total: usize,
    /// Number of rows of each part that the headline names; see [`ListPart`].
    pub parts: Vec<ListPart>,
    /// Documents of the rows that pass.
    pub documents: usize,
    /// Rows by year, under every filter but the dates themselves.
    pub years: Years,
    /// Rows in the file.
    pub of: usize,
    /// Filters.
    pub groups: Vec<FacetGroup>,
    /// Indices of the rows that pass in the export table, ascending.
    pub exported: Vec<usize>,
}
