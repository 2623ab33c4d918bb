//! What is asked: words and filters, shared by every view.

mod axis;
mod filter;
mod parse;
mod selection;
mod sorting;
mod table_side;

pub use axis::Axis;
pub use filter::Filter;
pub(crate) use parse::{parse_query, passage_axis};
pub use selection::Selection;
pub use sorting::Sorting;
pub use table_side::TableSide;

use entente_search::Query as Tree;

/// Words and filters together.
///
/// ```
/// use entente_explore::{Axis, Filter, Query};
///
/// let query = Query::default()
///     .with_text("  cyber exercise ")
///     .with_filter(Filter::default().with(Axis::Country, "kr").excluding(Axis::Kind, "report"));
/// assert_eq!(query.text, "cyber exercise");
/// assert_eq!(query.filter.wanted(Axis::Country), ["kr"]);
/// assert!(!query.is_empty() && Query::default().is_empty());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The query as typed, without white space at its ends.
    pub text: String,
    /// The filters.
    pub filter: Filter,
}

impl Query {
    /// True if nothing is asked.
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

    /// The same, and a value of a filter wanted in addition: as a filter, or as a word of the query if the axis has a wanted value,
    /// because a filter with two values lets through what has either.
    ///
    /// ```
    /// use entente_explore::{Axis, Query};
    ///
    /// let both = Query::default().with_text("cyber OR naval").narrowed(Axis::Topic, "trade").narrowed(Axis::Topic, "visa");
    /// assert_eq!(both.filter.wanted(Axis::Topic), ["trade"]);
    /// assert_eq!(both.text, "(cyber OR naval*) topic:visa");
    /// ```
    #[must_use]
    pub fn narrowed(&self, axis: Axis, value: &str) -> Self {
        if self.filter.wanted(axis).is_empty() {
            return self.with_filter(self.filter.with(axis, value));
        }
        // The last word may be the beginning of one only at the end of the query, so the query is written as it was read.
        let words = parse_query(&self.text, true).query;
        let mut parts = if let Tree::And(parts) = words { parts } else { vec![words] };
        parts.push(Tree::Filter(axis.as_str().to_owned(), value.to_owned()));
        self.with_text(&Tree::And(parts).to_string())
    }
}
