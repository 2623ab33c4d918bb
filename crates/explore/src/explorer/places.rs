//! Questions about passages, names and links.

use std::collections::BTreeMap;

use super::Explorer;
use crate::answers::compare::{self, Comparison};
use crate::answers::compare_names::{self, NamesCompared};
use crate::answers::margin::{self, Margin, MarginLine};
use crate::answers::preview::{self, Preview};
use crate::answers::{labels, reading};
use crate::desk::resolve;
use crate::models::reading::Reading;
use crate::query::{Axis, Query};

impl Explorer {
    /// The document with this id at `passage`, the words of `query` marked. If no document has the id, the one with the
    /// same slug, else the one with that passage, is given with a notice.
    #[must_use]
    pub fn reading(&self, document: &str, passage: Option<&str>, query: &Query) -> Option<Reading> {
        reading::reading(&self.desk, document, passage, query)
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
        compare::compare(&self.desk, one, other)
    }

    /// Compares two names by their ids; `None` if one is not in the file.
    #[must_use]
    pub fn compare_names(&self, one: &str, other: &str) -> Option<NamesCompared> {
        compare_names::compare_names(&self.desk, one, other)
    }

    /// A line for every passage of a document of which there is something to say, by anchor.
    #[must_use]
    pub fn margin_lines(&self, document: &str) -> BTreeMap<String, MarginLine> {
        margin::margin_lines(&self.desk, document)
    }

    /// What the rest of the file says of one passage.
    #[must_use]
    pub fn margin(&self, document: &str, passage: &str) -> Option<Margin> {
        margin::margin(&self.desk, document, passage)
    }
}
