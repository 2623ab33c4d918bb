//! Documents under a query.

use entente_text::saturating_u32;
use std::collections::BTreeMap;

use entente_search::eval::Filters;
use entente_text::order::sort_by_key;

use super::ask::{Asked, ask, passages_with};
use super::card::card;
use super::compiled_filter::{AxisBits, CompiledFilter, date_bits};
use super::filter_passages::{Filtered, filter_documents, filter_passages_of_documents};
use super::sort_rows::{SortKey, date_key, sort_rows};
use crate::desk::Desk;
use crate::models::listing::DocumentList;
use crate::query::{Query, Sorting};

/// Documents under `query`, with facets, in the order of the files or in that of the columns asked for.
pub(crate) fn documents(desk: &Desk, query: &Query, sorting: &Sorting) -> DocumentList {
    let asked = ask(desk, query);
    let found = matching_documents(desk, &asked);
    let order = in_order(desk, &found, sorting);
    let matching = matching_passages(desk, &asked, &order);
    let matching = |document: u32| matching.get(&document).map_or(0, Vec::len);
    let documents = order.iter().filter_map(|at| card(&desk.corpus, *at as usize, matching(*at))).collect();
    let of = desk.corpus.catalogue.documents.len();
    let exported = found.through.iter().map(|(document, _)| *document as usize).collect();
    DocumentList { documents, exported, of, facets: found.groups, years: found.years }
}

/// The indices of the documents under `query` in the order of their list, and the query as it was read.
pub(crate) fn ordered_documents(desk: &Desk, query: &Query, sorting: &Sorting) -> (Asked, Vec<u32>) {
    let asked = ask(desk, query);
    let found = matching_documents(desk, &asked);
    let order = in_order(desk, &found, sorting);
    (asked, order)
}

/// The passages for which each of `documents` was found, ascending: those that have the words and, within one passage, what the filters
/// ask of passages. If a document has these in different passages only, those that have the words; without words those that have
/// something of what the filters ask. Nothing if nothing is asked of passages.
pub(crate) fn matching_passages(desk: &Desk, asked: &Asked, documents: &[u32]) -> BTreeMap<u32, Vec<u32>> {
    let (values, has_words) = (&desk.values, !asked.words.is_empty());
    let compiled = CompiledFilter::new(values, &asked.filter);
    let active = compiled.active & !date_bits();
    let mut worded: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for (number, _) in asked.scores.iter().filter(|_| has_words) {
        worded.entry(desk.passages.document_of(*number)).or_default().push(*number);
    }
    let mut out = BTreeMap::new();
    for document in documents {
        let of_document = compiled.add(AxisBits::default(), values.of_document(*document as usize));
        let asked_of_passages = active & !of_document.fits;
        let fits = |number: u32| compiled.add(AxisBits::default(), values.of_passage(number as usize)).fits;
        let mut found: Vec<u32> = match (has_words, asked_of_passages) {
            (true, _) => worded.remove(document).unwrap_or_default(),
            (false, 0) => continue,
            (false, _) => {
                let all = desk.passages.numbers(*document as usize).map(saturating_u32);
                all.filter(|number| fits(*number) & asked_of_passages != 0).collect()
            }
        };
        let whole = |number: &u32| asked_of_passages & !fits(*number) == 0;
        if found.iter().any(whole) {
            found.retain(whole);
        }
        let passage = |number: &u32| Some(desk.passages.all.get(*number as usize)?.passage);
        out.insert(*document, found.iter().filter_map(passage).collect());
    }
    out
}

/// Documents in the order of the columns asked for; without a value they come last.
fn in_order(desk: &Desk, found: &Filtered, sorting: &Sorting) -> Vec<u32> {
    let documents: Vec<u32> = found.through.iter().map(|(document, _)| *document).collect();
    let mut order: Vec<usize> = (0..documents.len()).collect();
    sort_rows(&mut order, sorting, |at, column| {
        let record = desk.corpus.catalogue.documents.get(documents[at] as usize)?;
        match column {
            "date" => date_key(desk, documents[at], None),
            "name" => SortKey::words(desk.corpus.title_of(documents[at] as usize)),
            "kind" => SortKey::words(record.kind.value.as_str()),
            "publisher" => SortKey::words(&record.publisher.as_ref()?.value),
            "passages" => SortKey::count(record.passages as usize),
            "words" => SortKey::count(record.words as usize),
            "bytes" => SortKey::count(record.bytes as usize),
            "language" => SortKey::words(&record.language.as_ref()?.value),
            _ => None,
        }
    });
    order.into_iter().map(|at| documents[at]).collect()
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
        let all = 0..saturating_u32(desk.corpus.catalogue.documents.len());
        all.map(|document| (document, 0.0)).collect()
    } else {
        let filters: Filters = &|name, value| Some(passages_with(desk, name, value));
        asked.plan.search_groups(desk.index(), filters, &|number| desk.passages.document_of(number))
    };
    sort_by_key(&mut worded, |(document, _)| *document);
    filter_documents(desk, worded, &asked.filter)
}

#[cfg(test)]
mod tests {
    use entente_ingest::{Settings, Source, ingest};

    use super::documents;
    use crate::answers::summary::summary;
    use crate::desk::Desk;
    use crate::query::{Axis, Filter, Query, Sorting};

    #[test]
    fn a_list_without_words_needs_no_index() {
        let source = Source { file: "a.txt".into(), bytes: "Korea and Japan met in Tokyo.\n".into() };
        let desk = Desk::new(ingest(&[source], &Settings::default()).into());
        let filtered = Query::default().with_filter(Filter::default().with(Axis::Country, "kr"));
        for query in [Query::default(), filtered] {
            assert_eq!(documents(&desk, &query, &Sorting::default()).documents.len(), 1);
        }
        assert_eq!(summary(&desk).documents, 1);
        assert!(!desk.is_indexed());
        assert_eq!(documents(&desk, &Query::default().with_text("tokyo"), &Sorting::default()).documents.len(), 1);
        assert_eq!(documents(&desk, &Query::default().with_text("paris"), &Sorting::default()).documents.len(), 0);
        assert!(desk.is_indexed());
    }
}
