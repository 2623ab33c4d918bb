//! The way through the list that a document was opened from: its documents and hits one after another.
//!
//! In: the link, which names the list with its words, filters and order. Out: where the reader is in it, and the links to what comes
//! before and after. Without a list it is the whole file.

use std::rc::Rc;

use entente_explore::tables::{FoundDocument, ResultSet};
use entente_explore::{Axis, Query};

use super::OpenDocument;
use crate::library::Library;
use crate::messages as m;
use crate::route::{Route, View};
use crate::screens::documents;
use crate::screens::found::by_documents;
use crate::screens::{label, screen};

/// A document of the list, as it is stepped to.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Step {
    pub(crate) route: Route,
    pub(crate) title: String,
}

/// Where the reader is in the list, and what comes before and after.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Walk {
    /// The list, and what the way back to it is called.
    pub(crate) list: Route,
    pub(crate) called: String,
    /// Number of the document, from 1, and how many the list has.
    pub(crate) document: usize,
    pub(crate) documents: usize,
    pub(crate) previous: Option<Step>,
    pub(crate) next: Option<Step>,
    /// Hits in all documents of the list, and in those before this one.
    pub(crate) hits: usize,
    hits_before: usize,
    /// Indices of the passages of this document that are hits, ascending.
    pub(crate) hits_here: Rc<[usize]>,
    /// The last hit before this document, and the first one after it.
    hit_before: Option<Route>,
    hit_after: Option<Route>,
}

/// What the list of a link found. It is kept while the reader goes through it.
#[derive(Clone, Debug)]
pub(crate) struct KeptSet {
    /// The list with its words, filters and order.
    list: Route,
    generation: u32,
    set: Rc<ResultSet>,
}

impl KeptSet {
    /// The result set of the list that `route` names; `before`, if it is of the same list.
    pub(crate) fn of(library: &Library, route: &Route, before: Option<&Self>) -> Self {
        let list = list_of(library, route);
        let generation = library.generation();
        if let Some(kept) = before.filter(|kept| kept.list == list && kept.generation == generation) {
            return kept.clone();
        }
        Self { set: Rc::new(result_set(library, &list)), list, generation }
    }

    /// The first passage for which a list of documents has this one: there it opens. A search has a link to each passage.
    pub(crate) fn first_passage(&self, library: &Library, id: &str) -> Option<String> {
        let id = library.canonical(Axis::Document, id);
        let documents = if self.list.view == View::Documents { &self.set.documents[..] } else { &[] };
        let document = documents.iter().find(|document| document.id == id)?;
        library.anchor(document.index, *document.passages.first()?)
    }
}

/// The list that the reader goes through: that of the link, unless it asks for nothing or not all texts are read that it is made of.
fn list_of(library: &Library, route: &Route) -> Route {
    let list = route.back_to_list();
    let is_whole_file = list.view == View::Search && !list.asks();
    let is_of_facts = !matches!(list.view, View::Search | View::Documents);
    if is_whole_file || (is_of_facts && library.reading_all().is_some()) { whole_file(route) } else { list }
}

fn whole_file(route: &Route) -> Route {
    route.plain(View::Documents)
}

/// What a list found; all documents if none are opened from its rows.
fn result_set(library: &Library, list: &Route) -> ResultSet {
    let found = screen(&list.view).and_then(|screen| screen.found).unwrap_or(by_documents);
    found(library, list)
}

/// What the way back to a list is called.
fn called(library: &Library, list: &Route) -> String {
    match &list.view {
        View::Search => m::results_for(&list.query.text),
        View::Name(id) => library.label_of_name(id),
        view => label(view).to_owned(),
    }
}

impl Walk {
    /// Where the document `id` is in the list of `route`. A document that the list does not have is read as one of the whole file,
    /// with the passages that have the words as its hits.
    pub(crate) fn new(library: &Library, route: &Route, kept: &KeptSet, id: &str, marked: &[usize]) -> Self {
        let position = |set: &ResultSet| set.documents.iter().position(|document| document.id == id);
        if let Some(at) = position(&kept.set) {
            return Self::at(library, route, &kept.list, &kept.set, at);
        }
        let list = whole_file(route);
        let mut set = library.found_by_document(&Query::default(), &documents::sorting(&list));
        let at = position(&set).unwrap_or(0);
        if let Some(document) = set.documents.get_mut(at) {
            document.passages = marked.iter().filter_map(|at| u32::try_from(*at).ok()).collect();
        }
        Self::at(library, route, &list, &set, at)
    }

    fn at(library: &Library, route: &Route, list: &Route, set: &ResultSet, at: usize) -> Self {
        let to = |document: &FoundDocument, passage: Option<&u32>| {
            let passage = passage.and_then(|passage| library.anchor(document.index, *passage));
            Route { view: View::Document { id: document.id.clone(), passage }, unknown: Vec::new(), ..route.clone() }
        };
        let step = |document: &FoundDocument| Step {
            route: to(document, document.passages.first()),
            title: document.title.clone(),
        };
        let (before, rest) = set.documents.split_at(at.min(set.documents.len()));
        let after = rest.get(1..).unwrap_or_default();
        let hits = |documents: &[FoundDocument]| documents.iter().map(|document| document.passages.len()).sum();
        let has_hits = |document: &&FoundDocument| !document.passages.is_empty();
        let here = rest.first().map(|document| document.passages.iter().map(|at| *at as usize).collect());
        Self {
            called: called(library, list),
            list: list.clone(),
            document: at + 1,
            documents: set.documents.len(),
            previous: before.last().map(step),
            next: after.first().map(step),
            hits: set.hits(),
            hits_before: hits(before),
            hits_here: here.unwrap_or_default(),
            hit_before: before.iter().rev().find(has_hits).map(|document| to(document, document.passages.last())),
            hit_after: after.iter().find(has_hits).map(|document| to(document, document.passages.first())),
        }
    }

    /// Number of the hit at passage `at` among all of the list, from 1; `None` if the passage is not a hit.
    pub(crate) fn hit_number(&self, at: Option<usize>) -> Option<usize> {
        let place = self.hits_here.binary_search(&at?).ok()?;
        Some(self.hits_before + place + 1)
    }

    /// Hits among the passages `from..end` of this document.
    pub(crate) fn hits_within(&self, from: usize, end: usize) -> usize {
        self.hits_here.partition_point(|hit| *hit < end) - self.hits_here.partition_point(|hit| *hit < from)
    }
}

/// The link of the hit that is `by` steps on from the passage with the focus, else from the one in view. Past the last hit of a
/// document it is the first one of the next. `None` at either end of the list.
pub(crate) fn next_hit(open: &OpenDocument, route: &Route, focused: Option<&str>, by: i32) -> Option<Route> {
    let walk = &open.walk;
    let at = open.index_of(focused).or_else(|| open.index_of(open.reading.current.as_deref()));
    let found = match (at, by > 0) {
        (Some(at), true) => walk.hits_here.iter().find(|hit| **hit > at),
        (Some(at), false) => walk.hits_here.iter().rev().find(|hit| **hit < at),
        (None, true) => walk.hits_here.first(),
        (None, false) => None,
    };
    match found {
        Some(hit) => open.passage_route(route, *hit),
        None if by > 0 => walk.hit_after.clone(),
        None => walk.hit_before.clone(),
    }
}
