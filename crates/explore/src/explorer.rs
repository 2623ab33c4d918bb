//! The engine's façade: answers the page's questions about one corpus.
//!
//! Each answer is a free function of `answers`; a method here names it and says what it gives. Questions about facts are in
//! `facts`, questions about places, names and links in `places`.

mod facts;
mod places;

use std::rc::Rc;

use entente_corpus::Corpus;

use crate::answers::contents::Contents;
use crate::answers::picture::Picture;
use crate::answers::suggest::{Suggestion, Suggestions};
use crate::answers::units::{self, Unit, UnitList};
use crate::answers::{broaden, documents, explain, search, summary};
use crate::desk::Desk;
use crate::desk::kept::Kept;
use crate::models::listing::{DocumentList, Summary};
use crate::models::results::{Explanation, Results, Sort};
use crate::query::{Query, Sorting};

/// A corpus, ready to be asked.
#[derive(Debug)]
pub struct Explorer {
    pub(crate) desk: Desk,
    pub(crate) contents: Kept<Contents>,
    pub(crate) picture: Kept<Picture>,
    suggestions: Kept<Suggestions>,
}

impl Explorer {
    /// The explorer of `corpus`, which is indexed when words are first looked for.
    #[must_use]
    pub fn new(corpus: Rc<Corpus>) -> Self {
        Self::of(Desk::new(corpus))
    }

    /// The explorer of a desk that is laid out already.
    pub(crate) fn of(desk: Desk) -> Self {
        let (contents, picture, suggestions) = Default::default();
        Self { desk, contents, picture, suggestions }
    }

    /// Forgets what was made of the texts that were in before.
    pub(crate) fn refresh(&mut self) {
        self.desk.refresh();
        (self.contents, self.picture, self.suggestions) = Default::default();
    }

    /// The corpus itself.
    #[must_use]
    pub fn corpus(&self) -> &Corpus {
        &self.desk.corpus
    }

    /// Makes the index, if it is not made yet, so that the first question does not wait for it.
    pub fn make_index(&self) {
        self.desk.searched();
    }

    /// Bytes of memory that the index takes.
    #[must_use]
    pub fn index_bytes(&self) -> usize {
        self.desk.index().bytes()
    }

    /// What the whole file says of itself.
    #[must_use]
    pub fn summary(&self) -> Summary {
        summary::summary(&self.desk)
    }

    /// Documents under `query` in the order of the files, with facets: see [`Explorer::documents_by`].
    #[must_use]
    pub fn documents(&self, query: &Query) -> DocumentList {
        self.documents_by(query, Sort::Best)
    }

    /// Documents that have all of the words and pass all of the filters, each anywhere in the document; within one
    /// passage if the filter says so. By date those without one come last.
    #[must_use]
    pub fn documents_by(&self, query: &Query, sort: Sort) -> DocumentList {
        self.documents_sorted(query, &Sorting::from_results(sort))
    }

    /// The same in the order of columns; documents without a value in a column come last.
    #[must_use]
    pub fn documents_sorted(&self, query: &Query, sorting: &Sorting) -> DocumentList {
        documents::documents(&self.desk, query, sorting)
    }

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

    /// The query with words added that its best passages share; `None` if there are none.
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

    /// At most `limit` suggestions for what is being typed: names by any of their forms, titles, words.
    ///
    /// ```
    /// use entente_explore::Explorer;
    /// use entente_ingest::{Settings, Source, ingest};
    ///
    /// let source = Source { file: "a.txt".into(), bytes: "Korea and Japan met in Tokyo.\n".into() };
    /// let explorer = Explorer::new(ingest(&[source], &Settings::default()).into());
    /// assert_eq!(explorer.suggest("jap", 5)[0].text, "Japan");
    /// assert!(explorer.suggest("xylo", 5).is_empty());
    /// ```
    #[must_use]
    pub fn suggest(&self, typed: &str, limit: usize) -> Vec<Suggestion> {
        self.suggestions.get_or_make(&self.desk.corpus, || Suggestions::new(&self.desk)).of(&self.desk, typed, limit)
    }
}
