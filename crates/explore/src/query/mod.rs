//! What is asked: words and filters, shared by every view.

mod axis;
mod filter;
mod selection;
mod sorting;

pub use axis::Axis;
pub use filter::Filter;
pub use selection::Selection;
pub use sorting::Sorting;

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
}
