//! Rows as the command line, scripts and downloads give them.

use serde::Serialize;

use crate::answers::units::{Unit, UnitRow};
use crate::explorer::Explorer;
use crate::models::reading::{Fragment, Place};
use crate::query::Query;

/// One passage found.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SearchRow {
    /// 1 is the best.
    pub rank: usize,
    /// Comparable within one search only.
    pub score: f32,
    /// Public name of the document.
    pub document: String,
    /// Path of its file.
    pub file: String,
    /// First line of the passage in the source text, from 1.
    pub line_start: u32,
    /// Its last line.
    pub line_end: u32,
    /// `DOCUMENT:PASSAGE`.
    pub passage: String,
    /// Headings above it, from the top, joined by ` > `.
    pub section: String,
    /// The part of the text that shows why it was found.
    pub snippet: String,
    /// Passages that say the same, with few words other.
    pub also: Vec<AlsoRow>,
    /// Title of the document, for people.
    #[serde(skip)]
    pub title: String,
}

/// A passage that says what the row's says.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AlsoRow {
    /// `DOCUMENT:PASSAGE`.
    pub passage: String,
    /// Path of its file.
    pub file: String,
    /// First line.
    pub line_start: u32,
    /// Last line.
    pub line_end: u32,
    /// How many words differ.
    pub differ: usize,
}

/// One document, statement, engagement, mention or source problem found.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FoundRow {
    /// 1 is the best.
    pub rank: usize,
    /// Comparable within one search only.
    pub score: f32,
    /// Public name of what was found; of a mention that of the name, of a source problem that of its document.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// Public name of the document.
    pub document: String,
    /// Path of its file.
    pub file: String,
    /// First line in the source text, from 1.
    pub line_start: u32,
    /// Last line.
    pub line_end: u32,
    /// `DOCUMENT:PASSAGE`.
    pub passage: String,
    /// Its words; of a document those of its best passage.
    pub quote: String,
}

impl Explorer {
    /// The best passages, in the order of the page.
    #[must_use]
    pub fn search_rows(&self, query: &Query, limit: usize) -> Vec<SearchRow> {
        let results = self.search(query, limit);
        let mut rows: Vec<SearchRow> = Vec::new();
        for group in results.groups {
            for hit in group.hits {
                let first = |place: &Place| place.lines.iter().map(|lines| lines.0).min().unwrap_or(0);
                let last = |place: &Place| place.lines.iter().map(|lines| lines.1).max().unwrap_or(0);
                let passage = |place: &Place| format!("{}:{}", place.document, place.passage);
                let words: String = hit.snippet.iter().map(|fragment: &Fragment| fragment.text.as_str()).collect();
                rows.push(SearchRow {
                    rank: hit.rank,
                    score: hit.score,
                    passage: passage(&hit.place),
                    line_start: first(&hit.place),
                    line_end: last(&hit.place),
                    also: hit
                        .also
                        .into_iter()
                        .map(|also| AlsoRow {
                            passage: passage(&also.place),
                            line_start: first(&also.place),
                            line_end: last(&also.place),
                            file: also.place.file,
                            differ: also.differ,
                        })
                        .collect(),
                    document: hit.place.document,
                    file: hit.place.file,
                    section: hit.section.join(" > "),
                    snippet: words.trim().to_owned(),
                    title: group.title.clone(),
                });
            }
        }
        entente_text::order::sort_by_key(&mut rows, |row| row.rank);
        rows
    }

    /// The best of another unit than passages, in the order of the page.
    #[must_use]
    pub fn found_rows(&self, query: &Query, unit: Unit, limit: usize) -> Vec<FoundRow> {
        let rows = (1..).zip(self.units(query, unit, limit).rows);
        let row = |(rank, UnitRow { id, name, score, source })| FoundRow {
            rank,
            score,
            id,
            name,
            file: self.file_of(&source.document),
            line_start: source.lines.0,
            line_end: source.lines.1,
            passage: format!("{}:{}", source.document, source.passage),
            document: source.document,
            quote: source.quote,
        };
        rows.map(row).collect()
    }

    fn file_of(&self, document: &str) -> String {
        let documents = &self.corpus().catalogue.documents;
        let found = documents.iter().flatten().find(|record| record.id.as_str() == document);
        found.map_or_else(String::new, |record| record.file.clone())
    }
}
