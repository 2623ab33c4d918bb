//! The documents of a list with the passages that were found in each, to be read one after another.
//!
//! In: words, filters and an order, or the places of a list's rows. Out: documents in the order of the list, passages in the order
//! of the text. No text is read: passages stay numbers until the reader goes to one.

use std::collections::BTreeMap;

use super::ask::ask;
use super::documents::{matching_passages, ordered_documents};
use super::filter_passages::filter_passages;
use super::rank::ranked;
use crate::desk::{Desk, resolve};
use crate::models::results::Sort;
use crate::query::{Query, Sorting};

/// A document of a result set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundDocument {
    /// Its index in the corpus.
    pub index: u32,
    /// Public name.
    pub id: String,
    /// Title as printed, else its first words.
    pub title: String,
    /// Indices of the passages that were found in it, ascending.
    pub passages: Vec<u32>,
}

/// The result of a list, by document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ResultSet {
    /// Documents in the order of the list.
    pub documents: Vec<FoundDocument>,
}

impl ResultSet {
    /// Passages found in all documents.
    #[must_use]
    pub fn hits(&self) -> usize {
        self.documents.iter().map(|document| document.passages.len()).sum()
    }
}

/// The result of a search. Documents are in the order of their best passages.
pub(crate) fn of_search(desk: &Desk, query: &Query, sort: Sort) -> ResultSet {
    let asked = ask(desk, query);
    let through = filter_passages(desk, asked.scores, &asked.filter).through;
    let (limit, plan) = (through.len(), &asked.plan);
    let found = ranked(desk, plan, through, limit, sort);
    by_document(
        desk,
        found
            .iter()
            .filter_map(|(number, _)| desk.passages.all.get(*number as usize))
            .map(|at| (at.document, Some(at.passage))),
    )
}

/// The documents of a list of documents, with the passages for which each was found.
pub(crate) fn of_documents(desk: &Desk, query: &Query, sorting: &Sorting) -> ResultSet {
    let (asked, order) = ordered_documents(desk, query, sorting);
    let mut passages = matching_passages(desk, &asked, &order);
    let mut set = by_document(desk, order.iter().map(|document| (*document, None)));
    for document in &mut set.documents {
        document.passages = passages.remove(&document.index).unwrap_or_default();
    }
    set
}

/// The places of a list's rows, each by document and passage.
pub(crate) fn of_places(desk: &Desk, places: &[(String, String)]) -> ResultSet {
    let index = |(document, passage): &(String, String)| {
        let (at, _) = resolve::document(desk, document, None)?;
        let found = resolve::passage(desk, at, passage).and_then(|(passage, _)| u32::try_from(passage).ok());
        Some((u32::try_from(at).ok()?, found))
    };
    by_document(desk, places.iter().filter_map(index))
}

/// The documents of these places in the order in which they come first.
fn by_document(desk: &Desk, places: impl Iterator<Item = (u32, Option<u32>)>) -> ResultSet {
    let mut documents: Vec<FoundDocument> = Vec::new();
    let mut known: BTreeMap<u32, usize> = BTreeMap::new();
    for (index, passage) in places {
        let place = match known.get(&index) {
            Some(place) => *place,
            None => {
                let Some(record) = desk.corpus.catalogue.documents.get(index as usize) else { continue };
                let title = desk.corpus.title_of(index as usize).to_owned();
                documents.push(FoundDocument { index, id: record.id.to_string(), title, passages: Vec::new() });
                known.insert(index, documents.len() - 1);
                documents.len() - 1
            }
        };
        documents[place].passages.extend(passage);
    }
    for document in &mut documents {
        document.passages.sort_unstable();
        document.passages.dedup();
    }
    ResultSet { documents }
}
