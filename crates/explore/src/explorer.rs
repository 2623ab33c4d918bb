//! The engine's façade: answers the page's questions about one corpus.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use entente_corpus::Corpus;

use crate::answers::acronyms::{self, AcronymRow};
use crate::answers::amounts::{self, AmountRow};
use crate::answers::commitments::{self, Ledger};
use crate::answers::compare::{self, Comparison};
use crate::answers::compare_names::{self, NamesCompared};
use crate::answers::contents::{self, Contents};
use crate::answers::dossier::{self, Dossier};
use crate::answers::engagements::{self, EngagementRow, EngagementView};
use crate::answers::findings::{self, Finding};
use crate::answers::margin::{self, Margin, MarginLine};
use crate::answers::names::{self, NameRow};
use crate::answers::notes::{self, NoteRow};
use crate::answers::pairs::{self, PairRow};
use crate::answers::preview::{self, Preview};
use crate::answers::series::{self, SeriesRow};
use crate::answers::statements::{self, StatementList, StatementRow};
use crate::answers::suggest::{Suggestion, Suggestions};
use crate::answers::threads::{self, Thread};
use crate::answers::units::{self, Unit, UnitList};
use crate::answers::{broaden, documents, explain, labels, reading, search, summary};
use crate::desk::{Desk, resolve};
use crate::models::facts::List;
use crate::models::listing::{DocumentList, Summary};
use crate::models::reading::Reading;
use crate::models::results::{Explanation, Results, Sort};
use crate::query::{Axis, Query, Selection, Sorting};

/// A corpus, ready to be asked.
#[derive(Debug)]
pub struct Explorer {
    pub(crate) desk: Desk,
    pub(crate) contents: OnceCell<Contents>,
    pub(crate) findings: OnceCell<Vec<Finding>>,
    suggestions: OnceCell<Suggestions>,
}

impl Explorer {
    /// Builds the index of `corpus`.
    #[must_use]
    pub fn new(corpus: Rc<Corpus>) -> Self {
        Self::of(Desk::new(corpus))
    }

    /// The explorer of a desk that is laid out already.
    pub(crate) fn of(desk: Desk) -> Self {
        let (contents, findings, suggestions) = Default::default();
        Self { desk, contents, findings, suggestions }
    }

    /// Forgets what was made of the texts that were in before.
    pub(crate) fn refresh(&mut self) {
        self.desk.refresh();
        (self.contents, self.findings, self.suggestions) = Default::default();
    }

    /// The corpus itself.
    #[must_use]
    pub fn corpus(&self) -> &Corpus {
        &self.desk.corpus
    }

    /// Bytes of memory that the index takes.
    #[must_use]
    pub fn index_bytes(&self) -> usize {
        self.desk.index.bytes()
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
    /// use entente_corpus::Corpus;
    /// use entente_explore::{Explorer, Query};
    ///
    /// // A corpus is made by `entente_ingest`; the empty one has nothing to find.
    /// let explorer = Explorer::new(Corpus::default().into());
    /// let results = explorer.search(&Query::default().with_text("cyber \"joint exercise"), 10);
    /// assert_eq!((results.total, results.groups.len()), (0, 0));
    /// assert_eq!(results.read_as.as_deref(), Some("cyber \"joint exercise\""));
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
    #[must_use]
    pub fn suggest(&self, typed: &str, limit: usize) -> Vec<Suggestion> {
        self.suggestions.get_or_init(|| Suggestions::new(&self.desk)).of(&self.desk, typed, limit)
    }

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

    /// How a value of `axis` reads; `None` if this file has no such value.
    #[must_use]
    pub fn label(&self, axis: Axis, value: &str) -> Option<String> {
        self.desk.values.label(axis, value)
    }

    /// How a value of an axis of rows reads; `None` if it is neither one of the axis's words nor a series of this file.
    #[must_use]
    pub fn own_label(&self, axis: impl Into<Axis>, value: &str) -> Option<String> {
        labels::own_label(&self.desk.corpus, axis.into(), value)
    }

    /// The `#/…` route of a pasted link, fragment or citation; `None` if `text` is a query.
    #[must_use]
    pub fn pasted(&self, text: &str) -> Option<String> {
        resolve::pasted(&self.desk, text)
    }

    /// How many rows each list has, without any filter.
    #[must_use]
    pub fn contents(&self) -> Contents {
        self.contents.get_or_init(|| contents::contents(&self.desk)).clone()
    }

    /// What the overview says first; a finding whose number is zero is left out.
    #[must_use]
    pub fn findings(&self) -> Vec<Finding> {
        self.findings.get_or_init(|| findings::findings(&self.desk)).clone()
    }

    /// At most `limit` threads of two engagements or more, those told of in most documents first; of one name if it is
    /// given.
    #[must_use]
    pub fn threads(&self, name: Option<&str>, limit: usize) -> Vec<Thread> {
        threads::threads(&self.desk, name, limit)
    }

    /// Names that pass the filters, with the counts of this file: by kind, most passages first.
    #[must_use]
    pub fn names(&self, query: &Query, selection: &Selection) -> List<NameRow> {
        names::names(&self.desk, query, selection)
    }

    /// Everything about the name with this id, or called so; `None` if this file has no such name.
    #[must_use]
    pub fn dossier(&self, id: &str) -> Option<Dossier> {
        dossier::dossier(&self.desk, id)
    }

    /// Engagements that pass the filters, the newest first: by their own date, else by that of their document.
    #[must_use]
    pub fn engagements(&self, query: &Query, selection: &Selection) -> List<EngagementRow> {
        engagements::engagements(&self.desk, query, selection)
    }

    /// The engagement with this id.
    #[must_use]
    pub fn engagement(&self, id: &str) -> Option<EngagementView> {
        engagements::engagement_view(&self.desk, id)
    }

    /// Series that pass the filters: those with numbers first, then by name.
    #[must_use]
    pub fn series_list(&self, query: &Query, selection: &Selection) -> List<SeriesRow> {
        series::series_list(&self.desk, query, selection)
    }

    /// The series with this id.
    #[must_use]
    pub fn series(&self, id: &str) -> Option<SeriesRow> {
        series::series(&self.desk, id)
    }

    /// The ledgers with the commitments that pass the filters.
    #[must_use]
    pub fn commitments(&self, query: &Query, selection: &Selection) -> Ledger {
        commitments::commitments(&self.desk, query, selection)
    }

    /// Statements that pass the filters, in the order of the documents.
    #[must_use]
    pub fn statements(&self, query: &Query, selection: &Selection) -> StatementList {
        statements::statements(&self.desk, query, selection)
    }

    /// The statement with this id.
    #[must_use]
    pub fn statement(&self, id: &str) -> Option<StatementRow> {
        statements::statement_by_id(&self.desk, id)
    }

    /// Pairs of passages that say the same: those whose words differ first, a form's own wording last.
    #[must_use]
    pub fn pairs(&self, query: &Query, selection: &Selection) -> List<PairRow> {
        pairs::pairs(&self.desk, query, selection)
    }

    /// Amounts that pass the filters, in the order of the documents.
    #[must_use]
    pub fn amounts(&self, query: &Query, selection: &Selection) -> List<AmountRow> {
        amounts::amounts(&self.desk, query, selection)
    }

    /// Short forms that pass the filters, by letters and then by document.
    #[must_use]
    pub fn acronyms(&self, query: &Query, selection: &Selection) -> List<AcronymRow> {
        acronyms::acronyms(&self.desk, query, selection)
    }

    /// Source notes that pass the filters, in the order of the files and of position.
    #[must_use]
    pub fn notes(&self, query: &Query, selection: &Selection) -> List<NoteRow> {
        notes::notes(&self.desk, query, selection)
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
