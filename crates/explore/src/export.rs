//! Rows as the command line, scripts and downloads give them.

use serde::Serialize;

use crate::explorer::Explorer;
use crate::filter::Query;
use crate::reading::Fragment;

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
    /// Title of the document, for people.
    #[serde(skip)]
    pub title: String,
}

impl Explorer {
    /// The best passages, in the order of the page.
    #[must_use]
    pub fn search_rows(&self, query: &Query, limit: usize) -> Vec<SearchRow> {
        let results = self.search(query, limit);
        let mut rows: Vec<SearchRow> = Vec::new();
        for group in results.groups {
            for hit in group.hits {
                let words: String = hit.snippet.iter().map(|fragment: &Fragment| fragment.text.as_str()).collect();
                rows.push(SearchRow {
                    rank: hit.rank,
                    score: hit.score,
                    passage: format!("{}:{}", hit.place.document, hit.place.passage),
                    line_start: hit.place.lines.iter().map(|lines| lines.0).min().unwrap_or(0),
                    line_end: hit.place.lines.iter().map(|lines| lines.1).max().unwrap_or(0),
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
}
