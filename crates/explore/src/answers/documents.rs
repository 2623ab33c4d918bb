//! Documents under a query.

use std::collections::BTreeMap;

use entente_search::eval::Filters;
use entente_text::order::sort_by_key;

use super::ask::{Asked, ask, passages_with};
use super::card::card;
use super::filter_passages::{Filtered, filter_documents, filter_passages_of_documents};
use super::sort_rows::{SortKey, date_key, sort_rows};
use crate::desk::Desk;
use crate::models::listing::DocumentList;
use crate::query::{Query, Sorting};

/// Documents under `query`, with facets, in the order of the files or in that of the columns asked for.
pub(crate) fn documents(desk: &Desk, query: &Query, sorting: &Sorting) -> DocumentList {
    let asked = ask(desk, query);
    let mut matching: BTreeMap<u32, usize> = BTreeMap::new();
    for (number, _) in &asked.scores {
        *matching.entry(desk.passages.document_of(*number)).or_default() += 1;
    }
    let found = matching_documents(desk, &asked);
    let mut documents: Vec<_> = found
        .through
        .iter()
        .filter_map(|(document, _)| {
            card(&desk.corpus, *document as usize, matching.get(document).copied().unwrap_or(0))
        })
        .collect();
    let mut order: Vec<usize> = (0..documents.len()).collect();
    sort_rows(&mut order, sorting, |at, column| {
        let card = &documents[at];
        match column {
            "date" => date_key(desk, found.through.get(at)?.0, None),
            "name" => SortKey::words(card.title.as_ref().unwrap_or(&card.begins)),
            "kind" => SortKey::words(card.kind.as_str()),
            "publisher" => SortKey::words(card.publisher.as_deref()?),
            "passages" => SortKey::count(card.passages),
            "words" => SortKey::count(card.words),
            _ => None,
        }
    });
    let mut cards: Vec<_> = documents.drain(..).map(Some).collect();
    let documents = order.into_iter().filter_map(|at| cards[at].take()).collect();
    DocumentList { documents, of: desk.corpus.catalogue.documents.len(), facets: found.groups, years: found.years }
}

/// The documents that have all of the words and pass all of the filters: each anywhere in the document, or all within
/// one passage if the filter says so. In the order of the documents, with the scores of their words.
pub(crate) fn matching_documents(desk: &Desk, asked: &Asked) -> Filtered {
    if asked.filter.same_passage {
        let found = filter_passages_of_documents(desk, asked.scores.clone(), &asked.filter);
        let mut best: BTreeMap<u32, f32> = BTreeMap::new();
        for (number, score) in &found.through {
            let known = best.entry(desk.passages.document_of(*number)).or_insert(*score);
            *known = known.max(*score);
        }
        return Filtered { through: best.into_iter().collect(), ..found };
    }
    let mut worded = if asked.words.is_empty() {
        let all = 0..u32::try_from(desk.corpus.catalogue.documents.len()).unwrap_or(u32::MAX);
        all.map(|document| (document, 0.0)).collect()
    } else {
        let filters: Filters = &|name, value| Some(passages_with(desk, name, value));
        asked.plan.groups(&desk.index, filters, &|number| desk.passages.document_of(number))
    };
    sort_by_key(&mut worded, |(document, _)| *document);
    filter_documents(desk, worded, &asked.filter)
}
