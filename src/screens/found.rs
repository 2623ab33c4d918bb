//! What a reader goes through after a document was opened from a row of a list: the documents and passages that the list found.
//!
//! One function for each list from whose rows documents are opened, as a row of [`SCREENS`](super::SCREENS) has it.

use entente_explore::Selection;
use entente_explore::tables::{ResultSet, Source};

use super::data::search_query;
use super::documents::sorting;
use crate::library::Library;
use crate::route::{Route, View};

pub(super) fn by_search(library: &Library, list: &Route) -> ResultSet {
    library.found_by_search(&search_query(list), list.sort.of_results())
}

pub(crate) fn by_documents(library: &Library, list: &Route) -> ResultSet {
    library.found_by_document(&search_query(list), &sorting(list))
}

pub(super) fn by_engagements(library: &Library, list: &Route) -> ResultSet {
    let rows = library.engagements(&list.query, &selection(list)).rows;
    found_at(library, rows.into_iter().map(|row| row.source))
}

pub(super) fn by_statements(library: &Library, list: &Route) -> ResultSet {
    let rows = library.statements(&list.query, &selection(list)).list.rows;
    found_at(library, rows.into_iter().map(|row| row.source))
}

pub(super) fn by_pairs(library: &Library, list: &Route) -> ResultSet {
    let rows = library.pairs(&list.query, &selection(list)).rows;
    found_at(library, rows.into_iter().flat_map(|row| [row.one, row.other]))
}

pub(super) fn by_amounts(library: &Library, list: &Route) -> ResultSet {
    let rows = library.amounts(&list.query, &selection(list)).rows;
    found_at(library, rows.into_iter().map(|row| row.source))
}

pub(super) fn by_notes(library: &Library, list: &Route) -> ResultSet {
    let rows = library.notes(&list.query, &selection(list)).rows;
    found_at(library, rows.into_iter().filter_map(|row| row.source))
}

/// The mentions of the name that the link is of.
pub(super) fn by_name(library: &Library, list: &Route) -> ResultSet {
    let View::Name(id) = &list.view else { return ResultSet::default() };
    let documents = library.dossier(id).map(|dossier| dossier.documents).unwrap_or_default();
    found_at(library, documents.into_iter().flat_map(|document| document.mentions).map(|mention| mention.source))
}

fn selection(list: &Route) -> Selection {
    list.selection.clone().sorted_by(&list.sort)
}

fn found_at(library: &Library, sources: impl Iterator<Item = Source>) -> ResultSet {
    let places: Vec<(String, String)> = sources.map(|source| (source.document, source.passage)).collect();
    library.found_at(&places)
}
