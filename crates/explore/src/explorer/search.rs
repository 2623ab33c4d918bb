//! Searches: passages and other units under a query, and why they are found.

use super::Explorer;
use crate::answers::units::{self, Unit, UnitList};
use crate::answers::{broaden, explain, search};
use crate::models::results::{Explanation, Results, Sort};
use crate::query::Query;

impl Explorer {
    /// Passages under `query`, at most `limit` of them, best first, with facets. Empty words and filters alone list
    /// the passages in document order. A query that does not parse is searched as plain words, and the results say so.
    ///
    /// ```
    /// use entente_explore::{Explorer, Query};
    /// use entente_ingest::{Settings, Source, ingest};
    ///
    /// let text = "# Notes\n\nKorea and Japan held a joint exercise.\n\nNobody spoke.\n";
    /// let source = Source { file: "notes.md".into(), bytes: text.into() };
    /// let explorer = Explorer::new(ingest(&[source], &Settings::default()).into());
    /// let results = explorer.search(&Query::default().with_text("korea \"joint exercise"), 10);
    /// assert_eq!((results.total, results.documents), (1, 1));
    /// assert_eq!(results.read_as.as_deref(), Some("korea \"joint exercise\""));
    /// assert_eq!(explorer.search(&Query::default().with_text("picnic"), 10).total, 0);
    /// ```
    #[must_use]
    pub fn search(&self, query: &Query, limit: usize) -> Results {
        self.search_by(query, limit, Sort::Best)
    }

    /// Like [`Explorer::search`], in another order.
    #[must_use]
    pub fn search_by(&self, query: &Query, limit: usize, sort: Sort) -> Results {
        search::search(&self.desk, query, limit, sort)
    }

    /// Replaces each snippet of `results` by the whole passage.
    pub fn unfold(&self, results: &mut Results, query: &Query) {
        search::unfold(&self.desk, results, query);
    }

    /// The query with words added that its best passages share; `None` if they share no other words.
    #[must_use]
    pub fn broadened(&self, query: &Query) -> Option<String> {
        broaden::broadened(&self.desk, query)
    }

    /// The score of a passage under `query`, taken apart; `None` if it is not found.
    #[must_use]
    pub fn explain(&self, query: &Query, document: &str, passage: &str) -> Option<Explanation> {
        explain::explain(&self.desk, query, &[(document, passage)]).pop().flatten()
    }

    /// The scores of passages under `query`, each by its document and its own id, taken apart: the query is asked once.
    #[must_use]
    pub fn explain_all(&self, query: &Query, places: &[(&str, &str)]) -> Vec<Option<Explanation>> {
        explain::explain(&self.desk, query, places)
    }

    /// The best `limit` of a unit under `query`.
    #[must_use]
    pub fn units(&self, query: &Query, unit: Unit, limit: usize) -> UnitList {
        units::units(&self.desk, query, unit, limit)
    }
}
