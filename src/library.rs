//! The documents and the engine over them: one immutable snapshot, replaced whole, compared by its generation.

use entente_text::saturating_u32;
use std::cell::{self, RefCell};
use std::ops::Deref;
use std::rc::Rc;

use entente_citations::Citation;
use entente_corpus::Unavailable;
use entente_explore::tables::{Concordance, ContextOrder, Preview, ResultSet};
use entente_explore::{
    Axis, DocumentList, Explorer, Filter, FoundRow, Growing, Query, Reading, Results, SearchRow, Selection, Sort,
    Sorting, Summary, Unit, UnitList,
};
use entente_page::Head;
use entente_page::payload::Checksum;
use entente_tables::{Cell, Table};

use crate::messages as m;
use crate::platform::payload::{self, parsed};
use crate::platform::texts::Texts;
use crate::platform::{dom, fault, timer};
use crate::route::Route;

/// How many documents are done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Progress {
    pub(crate) done: usize,
    /// All documents of the page.
    pub(crate) of: usize,
}

/// The documents that the page shows, with the engine that answers questions about them.
#[derive(Clone, Debug)]
pub(crate) struct Library {
    /// The engine over all documents; while texts are read, over the catalogue alone.
    explorer: Rc<Explorer>,
    /// The texts that are read by now, while others are missing.
    loading: Option<Rc<RefCell<LoadingTexts>>>,
    /// Texts that were read in their order, where an index came with the page: lists of facts need them all.
    read: Option<Rc<cell::Cell<usize>>>,
    /// The head of the payload.
    pub(crate) head: Rc<Head>,
    generation: u32,
    /// How often the engine was asked: drawing must not.
    #[cfg(test)]
    questions: Rc<cell::Cell<usize>>,
}

impl Library {
    /// The library that the page was opened with.
    pub(crate) fn new(explorer: Explorer, head: Head) -> Self {
        Self {
            explorer: Rc::new(explorer),
            loading: None,
            read: None,
            head: Rc::new(head),
            generation: 1,
            #[cfg(test)]
            questions: Rc::default(),
        }
    }

    /// Library of a page that carries an index.
    pub(crate) fn packed(explorer: Explorer, head: Head) -> Self {
        Self { read: Some(Rc::default()), ..Self::new(explorer, head) }
    }

    /// Library whose texts are read while it is shown. `light` has the catalogue alone.
    pub(crate) fn growing(light: Explorer, head: Head, loading: LoadingTexts) -> Self {
        Self { loading: Some(Rc::new(RefCell::new(loading))), ..Self::new(light, head) }
    }

    /// The same library as a new value, so that views are drawn again: more of the page has arrived.
    pub(crate) fn renewed(&self) -> Self {
        Self { generation: self.generation + 1, ..self.clone() }
    }

    /// Checks the rest of the index; if it is damaged, the library for which a new one is made.
    pub(crate) fn inspected(&self) -> Result<Self, String> {
        if self.read.is_none() || self.explorer.is_whole() {
            return Ok(self.renewed());
        }
        let again = payload::without_index()?;
        Ok(Self { generation: self.generation + 1, ..again })
    }

    /// Documents that are indexed, while search covers only these; `None` once all are.
    pub(crate) fn growth(&self) -> Option<Progress> {
        let loading = self.loading.as_ref()?.borrow();
        loading.growing.is_some().then(|| Progress { done: loading.next, of: loading.documents() })
    }

    /// Documents whose texts are read, while lists of facts wait for all of them; `None` once all are.
    pub(crate) fn reading_all(&self) -> Option<Progress> {
        let read = self.read.as_ref()?;
        Some(Progress { done: read.get(), of: self.explorer.corpus().bodies.len() })
    }

    /// Reads texts for some milliseconds. Returns the library that shows more, if there is enough more to show.
    pub(crate) fn grow(&self) -> Result<Option<Self>, String> {
        if dom::is_loading() {
            return Ok(None);
        }
        let until = timer::now() + timer::slice();
        if let Some(read) = &self.read {
            let bodies = &self.explorer.corpus().bodies;
            while timer::now() < until && read.get() < bodies.len() {
                match bodies.as_slice()[read.get()].fetch() {
                    Ok(_) => read.set(read.get() + 1),
                    Err(Unavailable::NotYet) => return Ok(None),
                    Err(Unavailable::Damaged(sentence)) => return Err(sentence),
                }
            }
            return Ok((read.get() == bodies.len()).then(|| Self { read: None, ..self.renewed() }));
        }
        let Some(loading) = &self.loading else { return Ok(None) };
        let mut loading = loading.borrow_mut();
        let documents = loading.documents();
        let before = loading.next * GROWTH_DRAWINGS / documents.max(1);
        while timer::now() < until && loading.next < documents {
            loading.take_next()?;
        }
        if loading.next == documents {
            let explorer = Rc::new(loading.finish()?);
            // Whoever has this library still, a script of the page for one, is answered from all as well.
            loading.done = Some(explorer.clone());
            return Ok(Some(Self { explorer, loading: None, ..self.renewed() }));
        }
        Ok((loading.next * GROWTH_DRAWINGS / documents.max(1) > before).then(|| self.renewed()))
    }

    /// The answer to a question that is asked of this library.
    ///
    /// # Errors
    /// Why a part of the documents that the question needs cannot be fetched. The answer is withheld then.
    pub(crate) fn complete<T>(&self, question: impl FnOnce() -> T) -> Result<T, Unavailable> {
        self.explorer.corpus().failures.watch(question)
    }

    /// The answer to a question, and why a part of the documents cannot be had that the question looked at.
    pub(crate) fn observe<T>(&self, question: impl FnOnce() -> T) -> (T, Option<Unavailable>) {
        self.explorer.corpus().failures.observe(question)
    }

    /// Asks the explorer of what is in. While texts come in, this goes before what the list knows.
    fn ask<T>(&self, question: impl FnOnce(&Explorer) -> T) -> T {
        self.count_question();
        match &self.loading {
            Some(loading) => {
                let mut loading = loading.borrow_mut();
                let done = loading.done.clone();
                match (&mut loading.growing, done) {
                    (Some(growing), _) => question(growing.explorer()),
                    (None, done) => question(done.as_ref().unwrap_or(&self.explorer)),
                }
            }
            None => question(&self.explorer),
        }
    }

    #[cfg(not(test))]
    fn count_question(&self) {}

    #[cfg(test)]
    fn count_question(&self) {
        self.questions.set(self.questions.get() + 1);
    }

    /// How often the engine was asked.
    #[cfg(test)]
    pub(crate) fn questions(&self) -> usize {
        self.questions.get()
    }

    /// See [`Explorer::search`].
    pub(crate) fn search(&self, query: &Query, limit: usize) -> Results {
        self.search_by(query, limit, Sort::Best)
    }

    /// See [`Explorer::search_by`].
    pub(crate) fn search_by(&self, query: &Query, limit: usize, sort: Sort) -> Results {
        self.ask(|explorer| explorer.search_by(query, limit, sort))
    }

    /// Tells these documents from those that were in before.
    pub(crate) fn generation(&self) -> u32 {
        self.generation
    }

    /// See [`Explorer::unfold`].
    pub(crate) fn unfold(&self, results: &mut Results, query: &Query) {
        self.ask(|explorer| explorer.unfold(results, query));
    }

    /// See [`Explorer::preview`].
    pub(crate) fn preview(&self, document: &str, passage: &str, query: &Query) -> Option<Preview> {
        self.ask(|explorer| explorer.preview(document, passage, query))
    }

    /// See [`Explorer::search_rows`].
    pub(crate) fn search_rows(&self, query: &Query, limit: usize) -> Vec<SearchRow> {
        self.ask(|explorer| explorer.search_rows(query, limit))
    }

    /// See [`Explorer::broadened`].
    pub(crate) fn broadened(&self, query: &Query) -> Option<String> {
        self.ask(|explorer| explorer.broadened(query))
    }

    /// See [`Explorer::concordance`].
    pub(crate) fn concordance(&self, query: &Query, order: ContextOrder) -> Concordance {
        self.ask(|explorer| explorer.concordance(query, order))
    }

    /// See [`Explorer::found_by_search`].
    pub(crate) fn found_by_search(&self, query: &Query, sort: Sort) -> ResultSet {
        self.ask(|explorer| explorer.found_by_search(query, sort))
    }

    /// See [`Explorer::found_by_document`].
    pub(crate) fn found_by_document(&self, query: &Query, sorting: &Sorting) -> ResultSet {
        self.ask(|explorer| explorer.found_by_document(query, sorting))
    }

    /// See [`Explorer::anchor`].
    pub(crate) fn anchor(&self, document: u32, passage: u32) -> Option<String> {
        self.ask(|explorer| explorer.anchor(document, passage))
    }

    /// The name with this id as it is shown; the id if this file has no such name.
    pub(crate) fn label_of_name(&self, id: &str) -> String {
        let entities = &self.corpus().catalogue.entities;
        entities.iter().flatten().find(|entity| entity.id == id).map_or(id, |entity| &entity.name).to_owned()
    }

    /// See [`Explorer::units`].
    pub(crate) fn units(&self, query: &Query, unit: Unit, limit: usize) -> UnitList {
        self.ask(|explorer| explorer.units(query, unit, limit))
    }

    /// See [`Explorer::found_rows`].
    pub(crate) fn found_rows(&self, query: &Query, unit: Unit, limit: usize) -> Vec<FoundRow> {
        self.ask(|explorer| explorer.found_rows(query, unit, limit))
    }

    /// See [`Explorer::documents_sorted`].
    pub(crate) fn documents_sorted(&self, query: &Query, sorting: &Sorting) -> DocumentList {
        self.ask(|explorer| explorer.documents_sorted(query, sorting))
    }

    /// See [`Explorer::documents_by`].
    pub(crate) fn documents_by(&self, query: &Query, sort: Sort) -> DocumentList {
        self.ask(|explorer| explorer.documents_by(query, sort))
    }

    /// See [`Explorer::summary`].
    pub(crate) fn summary(&self) -> Summary {
        self.ask(Explorer::summary)
    }

    /// See [`Explorer::reading`]. A text that is not in yet is taken in now.
    pub(crate) fn reading(&self, document: &str, passage: Option<&str>, query: &Query) -> Option<Reading> {
        if let Some(loading) = &self.loading {
            let id = self.explorer.canonical(Axis::Document, document);
            let documents = &self.explorer.corpus().catalogue.documents;
            let taken = documents
                .iter()
                .position(|record| record.is_some_and(|record| record.id.as_str() == id))
                .map(|document| loading.borrow_mut().take(document));
            if let Some(Err(sentence)) = taken {
                fault::show_soon(format!("{}: {sentence}.", m::FAULT));
            }
        }
        self.ask(|explorer| explorer.reading(document, passage, query))
    }
}

/// How often the views are drawn again while texts are read.
const GROWTH_DRAWINGS: usize = 8;

/// The texts of a page without an index while they are read, one after the other.
#[derive(Debug)]
pub(crate) struct LoadingTexts {
    growing: Option<Growing>,
    done: Option<Rc<Explorer>>,
    texts: Rc<Texts>,
    checksum: Checksum,
    next: usize,
}

impl LoadingTexts {
    /// No text is read yet. `checksum` has been taken over the catalogue.
    pub(crate) fn new(growing: Growing, texts: Rc<Texts>, checksum: Checksum) -> Self {
        Self { growing: Some(growing), done: None, texts, checksum, next: 0 }
    }

    fn documents(&self) -> usize {
        self.texts.head().documents as usize
    }

    /// Reads and indexes the next text.
    fn take_next(&mut self) -> Result<(), String> {
        let json = self.texts.json(self.next)?;
        self.checksum.add(&json);
        if let Some(growing) = &mut self.growing {
            if !growing.has(self.next) {
                growing.put(self.next, parsed(&json)?)?;
            }
            growing.index(self.next);
        }
        self.next += 1;
        Ok(())
    }

    /// Reads `document` before its turn.
    fn take(&mut self, document: usize) -> Result<(), String> {
        match &mut self.growing {
            Some(growing) if !growing.has(document) => growing.put(document, parsed(&self.texts.json(document)?)?),
            _ => Ok(()),
        }
    }

    /// The explorer of all texts, once they are read.
    ///
    /// # Errors
    ///
    /// Returns a sentence if they are not what was packed.
    fn finish(&mut self) -> Result<Explorer, String> {
        if !std::mem::take(&mut self.checksum).fits(self.texts.head()) {
            return Err(entente_page::payload::checksum_mismatch().to_string());
        }
        let growing = self.growing.take().ok_or("the texts are in already")?;
        growing.finish().map_err(|fault| format!("the documents in this file do not hold together ({fault})"))
    }
}

impl Library {
    /// `route` with its filter values as ids: codes and known names in any case are accepted.
    pub(crate) fn canonical_route(&self, route: Route) -> Route {
        let (asked, rows) = (&route.query.filter, &route.selection);
        let mut filter = Filter::default().within_one_passage(asked.same_passage);
        let mut selection = Selection::default();
        for axis in Axis::SHARED {
            for value in asked.wanted(*axis) {
                filter = filter.with(*axis, &self.canonical(*axis, value));
            }
            for value in asked.unwanted(*axis) {
                filter = filter.excluding(*axis, &self.canonical(*axis, value));
            }
        }
        for axis in Axis::OF_ROWS {
            let values = rows.wanted(*axis).map(|value| (value, false));
            for (value, is_excluded) in values.chain(rows.unwanted(*axis).map(|value| (value, true))) {
                selection = selection.with(*axis, &self.canonical(*axis, value), is_excluded);
            }
        }
        let query = route.query.with_filter(filter);
        route.with(query).selecting(selection)
    }
}

impl Library {
    /// A table as CSV for spreadsheets: those of its rows whose indices are given. `None` if there is no such table, or a part of
    /// the documents cannot be fetched.
    pub(crate) fn csv(&self, table: &str, rows: &[usize]) -> Option<String> {
        let mut table = self.complete(|| entente_tables::table(self.corpus(), table)).ok()??;
        let mut n = 0;
        table.rows.retain(|_| {
            n += 1;
            rows.binary_search(&(n - 1)).is_ok()
        });
        Some(entente_tables::csv(&table, true))
    }

    /// A document of this file, or a passage of it, as it is cited; `None` if it is not in the file.
    pub(crate) fn citation(&self, document: &str, passage: Option<&str>) -> Option<Citation> {
        let corpus = self.corpus();
        let at = corpus
            .catalogue
            .documents
            .iter()
            .position(|record| record.is_some_and(|record| record.id.as_str() == document))?;
        let anchored = |anchor: &str| corpus.bodies.get(at)?.passages.iter().position(|known| known.anchor == anchor);
        match passage {
            Some(anchor) => Citation::passage(corpus, at, anchored(anchor)?),
            None => Citation::document(corpus, at),
        }
    }

    /// Everything a search finds, as CSV for spreadsheets. `None` if a part of the documents cannot be fetched.
    pub(crate) fn search_csv(&self, query: &Query) -> Option<String> {
        let columns = vec!["rank", "document", "file", "line_start", "line_end", "passage", "section", "snippet"];
        let row = |row: SearchRow| {
            let rank = saturating_u32(row.rank);
            vec![
                Cell::from(rank),
                row.document.into(),
                row.file.into(),
                row.line_start.into(),
                row.line_end.into(),
                row.passage.into(),
                row.section.into(),
                row.snippet.into(),
            ]
        };
        let rows = self.complete(|| self.search_rows(query, usize::MAX)).ok()?.into_iter().map(row).collect();
        Some(entente_tables::csv(&Table { columns, rows }, true))
    }

    /// A whole table in the form that a script asks for.
    pub(crate) fn export(&self, table: &str, format: &str) -> Result<String, String> {
        let known = || format!("there is no table {table:?}; there are {}", entente_tables::TABLES.join(", "));
        if self.growth().is_some() {
            return Err("not all documents are in yet; ask again in some seconds".to_owned());
        }
        let table = entente_tables::table(self.corpus(), table).ok_or_else(known)?;
        if let Some((part, why)) = self.corpus().unavailable().into_iter().next() {
            return Err(format!("{part} cannot be had: {why}"));
        }
        match format {
            "" | "jsonl" => Ok(entente_tables::jsonl(&table)),
            "csv" => Ok(entente_tables::csv(&table, true)),
            _ => Err(format!("there is no format {format:?}; there are jsonl and csv")),
        }
    }
}

impl PartialEq for Library {
    fn eq(&self, other: &Self) -> bool {
        self.generation == other.generation
    }
}

impl Deref for Library {
    type Target = Explorer;

    fn deref(&self) -> &Explorer {
        self.count_question();
        &self.explorer
    }
}
