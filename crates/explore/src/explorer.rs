//! The engine's façade: answers the page's questions about one corpus.
//!
//! Each answer is a free function of `answers`; a method here names it and says what it gives. Searches are in `search`,
//! questions about facts in `facts`, questions about places, names and links in `places`.

mod facts;
mod places;
mod search;

use std::rc::Rc;

use entente_corpus::Corpus;

use crate::answers::contents::Contents;
use crate::answers::picture::Picture;
use crate::answers::suggest::{Suggestion, Suggestions};
use crate::answers::{documents, summary};
use crate::desk::Desk;
use crate::desk::memo::Memo;
use crate::models::listing::{DocumentList, Summary};
use crate::models::results::Sort;
use crate::query::{Query, Sorting};

/// A corpus, ready to be asked.
#[derive(Debug)]
pub struct Explorer {
    pub(crate) desk: Desk,
    pub(crate) contents: Memo<Contents>,
    pub(crate) picture: Memo<Picture>,
    suggestions: Memo<Suggestions>,
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

    /// Counts and dates of the whole file.
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
