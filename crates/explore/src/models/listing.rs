//! What the file contains: documents, and values to filter by.

use entente_corpus::{Basis, DocumentKind, Removed, Unread};
use entente_text::{PartialDate, Precision};

use crate::query::Axis;

/// Counts and dates of the whole file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// The packer's title, else "N documents".
    pub title: String,
    /// The packer's own words, where given.
    pub description: Option<String>,
    /// Edition, where given.
    pub edition: Option<String>,
    /// Handling marking, where given.
    pub marking: Option<String>,
    /// Number of documents.
    pub documents: usize,
    /// Number of passages.
    pub passages: usize,
    /// Number of words.
    pub words: usize,
    /// Names found, most passages first, by kind of name; only kinds that have any.
    pub names: Vec<NameCount>,
    /// Files that could not be read.
    pub unread: Vec<Unread>,
    /// What was masked before the page was made.
    pub redacted: Vec<Removed>,
}

/// A name with the number of its passages and documents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameCount {
    /// Value for [`Axis::Country`] and other name filters.
    pub id: String,
    /// As this file's documents print it most.
    pub name: String,
    /// Kind of name, as its word.
    pub kind: &'static str,
    /// Passages.
    pub passages: usize,
    /// Documents.
    pub documents: usize,
}

/// A date with everything a reader may want to know of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated {
    /// The date.
    pub date: PartialDate,
    /// How much of it is known.
    pub precision: Precision,
    /// How it is known; see also `supplied` below.
    pub basis: Basis,
    /// From `entente.toml`, not from the document: shown in square brackets.
    pub supplied: bool,
}

/// One document in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentCard {
    /// Public name, for links.
    pub id: String,
    /// Path below the folder.
    pub file: String,
    /// The title, as printed or supplied.
    pub title: Option<String>,
    /// The title comes from the packer: shown in square brackets.
    pub title_supplied: bool,
    /// First words of the text, for a document without a title.
    pub begins: String,
    /// Kind of document.
    pub kind: DocumentKind,
    /// Who issued it, as printed.
    pub publisher: Option<String>,
    /// Its date.
    pub date: Option<Dated>,
    /// Edition of the book it is from, as printed.
    pub edition: Option<String>,
    /// BCP 47 tag.
    pub language: Option<String>,
    /// The words that call it a translation.
    pub translation: Option<String>,
    /// Symbol, as printed.
    pub symbol: Option<String>,
    /// Address it was taken from, as printed.
    pub url: Option<String>,
    /// Number of passages.
    pub passages: usize,
    /// Number of words.
    pub words: usize,
    /// Size of the file in bytes.
    pub bytes: u32,
    /// Encoding of the file.
    pub encoding: String,
    /// SHA-256 of the file, hexadecimal.
    pub sha256: String,
    /// Passages for which the document was found; none if nothing is asked of passages.
    pub matching: usize,
}

/// The documents under a query, and what else could be filtered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DocumentList {
    /// Documents that match, in the order of the files' paths.
    pub documents: Vec<DocumentCard>,
    /// Their rows in the table of documents, ascending.
    pub exported: Vec<usize>,
    /// Number of documents in the file.
    pub of: usize,
    /// Facets with counts of **documents**.
    pub facets: Vec<FacetGroup>,
    /// Documents by year.
    pub years: Years,
}

/// The values of one filter with counts under everything else that is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetGroup {
    /// What they filter by.
    pub axis: Axis,
    /// Values, most first; chosen ones are always present.
    pub values: Vec<FacetValue>,
    /// Values in the file or in the list, whatever is asked: more than one if there is something to choose. Those that
    /// are not among `values` have no higher count than the last one that is.
    pub of: usize,
}

/// How many begin in each year. What spans several years counts in the year in which it is known to begin.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Years {
    /// Years with any, in order.
    pub years: Vec<(u16, usize)>,
    /// How many have no date, or none with a known beginning.
    pub undated: usize,
    /// How many begin before the years of the axis, which cover the bulk of the file.
    pub earlier: usize,
    /// How many begin after them.
    pub later: usize,
    /// Of [`Years::years`], how many are counted by the date of their document alone. Lists of facts know that.
    pub by_document: Vec<(u16, usize)>,
}

/// One value of a facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetValue {
    /// For links.
    pub id: String,
    /// For reading: a name as printed, a kind's word, a document's title.
    pub label: String,
    /// How many would be shown with it chosen.
    pub count: usize,
    /// Wanted now.
    pub chosen: bool,
    /// Excluded now.
    pub excluded: bool,
    /// False: no such value in this file.
    pub known: bool,
}
