//! Questions about passages, names and links.

use std::collections::BTreeMap;

use super::Explorer;
use crate::answers::comparable::{self, Comparable};
use crate::answers::compare::{self, Comparison};
use crate::answers::compare_names::{self, NamesCompared};
use crate::answers::concordance::{self, Concordance, ContextOrder};
use crate::answers::margin::{self, Margin, MarginLine};
use crate::answers::preview::{self, Preview};
use crate::answers::result_set::{self, ResultSet};
use crate::answers::{labels, reading};
use crate::desk::resolve;
use crate::models::reading::Reading;
use crate::models::results::Sort;
use crate::query::{Axis, Query, Sorting};

impl Explorer {
    /// The document with this id at `passage`, the words of `query` marked. If no document has the id, the one with the
    /// same slug, else the one with that passage, is given with a notice.
    #[must_use]
    pub fn reading(&self, document: &str, passage: Option<&str>, query: &Query) -> Option<Reading> {
        reading::reading(&self.desk, document, passage, query)
    }

    /// Every hit of a search on a line with the text around it, however many are drawn.
    #[must_use]
    pub fn concordance(&self, query: &Query, order: ContextOrder) -> Concordance {
        concordance::of_search(&self.desk, query, order)
    }

    /// Every mention of the name with this id on a line with the text around it; `None` if this file has no such name.
    #[must_use]
    pub fn concordance_of_name(&self, id: &str, order: ContextOrder) -> Option<Concordance> {
        concordance::of_name(&self.desk, id, order)
    }

    /// What a search finds, by document: each document has the rank of its best passage.
    #[must_use]
    pub fn found_by_search(&self, query: &Query, sort: Sort) -> ResultSet {
        result_set::of_search(&self.desk, query, sort)
    }

    /// The documents of a list of documents in its order; if words are asked for, with the passages that have all of them.
    #[must_use]
    pub fn found_by_document(&self, query: &Query, sorting: &Sorting) -> ResultSet {
        result_set::of_documents(&self.desk, query, sorting)
    }

    /// The documents of these places, each given by document and passage, in the order in which they come first.
    #[must_use]
    pub fn found_at(&self, places: &[(String, String)]) -> ResultSet {
        result_set::of_places(&self.desk, places)
    }

    /// The anchor of a passage by the indices of its document and of itself; `None` while its text is not in.
    #[must_use]
    pub fn anchor(&self, document: u32, passage: u32) -> Option<String> {
        Some(self.desk.body(document)?.passages.get(passage as usize)?.anchor.clone())
    }

    /// The passage of a result between its neighbours; `None` if it is not in the file.
    #[must_use]
    pub fn preview(&self, document: &str, passage: &str, query: &Query) -> Option<Preview> {
        preview::preview(&self.desk, document, passage, query)
    }

    /// Anchor of the passage that `passage` means in a document, and what is odd about the link.
    #[must_use]
    pub fn resolve(&self, document: &str, passage: &str) -> Option<(String, Option<String>)> {
        reading::anchor(&self.desk, document, passage)
    }

    /// The id that `value` means for `axis`: ids and known names in any case are rewritten to ids
    /// ("US", "Republic of Korea", "ROK"); what is not known stays as it is.
    ///
    /// ```
    /// use entente_explore::{Axis, Explorer};
    /// use entente_ingest::{Settings, Source, ingest};
    ///
    /// let source = Source { file: "a.txt".into(), bytes: "Korea and Japan met in Tokyo.\n".into() };
    /// let explorer = Explorer::new(ingest(&[source], &Settings::default()).into());
    /// assert_eq!(explorer.canonical(Axis::Country, "KOREA"), "kr");
    /// assert_eq!(explorer.canonical(Axis::Country, "Atlantis"), "Atlantis");
    /// assert_eq!(explorer.label(Axis::Country, "kr").as_deref(), Some("Korea"));
    /// assert_eq!(explorer.label(Axis::Country, "fr"), None);
    /// ```
    #[must_use]
    pub fn canonical(&self, axis: Axis, value: &str) -> String {
        resolve::canonical(&self.desk, axis, value)
    }

    /// For a value that is not in this file, the nearest one that is: id and label.
    #[must_use]
    pub fn nearest(&self, axis: Axis, value: &str) -> Option<(String, String)> {
        resolve::nearest(&self.desk, axis, value)
    }

    /// The label of a value of `axis`. `None` if this file has no such value; words of a fixed list, such as kinds of
    /// meetings, have a label in every file.
    #[must_use]
    pub fn label(&self, axis: Axis, value: &str) -> Option<String> {
        labels::value_label(&self.desk, axis, value)
    }

    /// The `#/…` route of a pasted link, fragment or citation; `None` if `text` is a query.
    #[must_use]
    pub fn pasted(&self, text: &str) -> Option<String> {
        resolve::pasted(&self.desk, text)
    }

    /// Compares two passages (`DOC:PASSAGE`), sections (`DOC:sN-…`) or documents; `None` if one is not in the file.
    #[must_use]
    pub fn compare(&self, one: &str, other: &str) -> Option<Comparison> {
        compare::compare(&self.desk, one, other, "")
    }

    /// Like [`Explorer::compare`]; a side called [`PASTED`](compare::PASTED) is the text `pasted`.
    #[must_use]
    pub fn compare_with(&self, one: &str, other: &str, pasted: &str) -> Option<Comparison> {
        compare::compare(&self.desk, one, other, pasted)
    }

    /// At most `limit` documents, names and sections each whose title, name or heading has the words `typed`.
    #[must_use]
    pub fn comparable(&self, typed: &str, limit: usize) -> Vec<Comparable> {
        comparable::comparable(&self.desk, typed, limit)
    }

    /// Compares two names by their ids; `None` if one is not in the file.
    #[must_use]
    pub fn compare_names(&self, one: &str, other: &str) -> Option<NamesCompared> {
        compare_names::compare_names(&self.desk, one, other)
    }

    /// A line for each passage of a document with something to remark, by anchor.
    #[must_use]
    pub fn margin_lines(&self, document: &str) -> BTreeMap<String, MarginLine> {
        margin::margin_lines(&self.desk, document)
    }

    /// What other documents have about one passage.
    #[must_use]
    pub fn margin(&self, document: &str, passage: &str) -> Option<Margin> {
        margin::margin(&self.desk, document, passage)
    }
}
