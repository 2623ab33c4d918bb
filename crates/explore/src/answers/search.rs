//! Passages under a query, best first, with facets.

use std::collections::BTreeMap;
use std::ops::Range;

use entente_search::Plan;
use entente_search::eval::Filters;

use super::ask::{Asked, ask, marking_plan, passages_with};
use super::block::block;
use super::filter_passages::filter_passages;
use super::rank::{Folded, folded};
use crate::desk::dates::dated;
use crate::desk::{Desk, resolve};
use crate::models::reading::Fragment;
use crate::models::results::{Also, Hit, HitGroup, Results, SomeWords, Sort};
use crate::query::Query;

/// If fewer passages than this have all of the words, passages with some of them are offered.
const ENOUGH_PASSAGES: usize = 10;
/// Length of a snippet: two lines at the width of the results.
const SNIPPET_CHARS: usize = 210;

/// At most `limit` passages under `query`. Empty words and filters alone list the passages in document order.
pub(crate) fn search(desk: &Desk, query: &Query, limit: usize, sort: Sort) -> Results {
    let mut asked = ask(desk, query);
    // A passage whose text has not arrived yet has nothing to show.
    asked.scores.retain(|(number, _)| desk.passages.kinds[*number as usize].is_some());
    let unfiltered = asked.scores.len();
    let found = filter_passages(desk, std::mem::take(&mut asked.scores), &asked.filter);
    let total = found.through.len();
    let mut totals = vec![0_usize; desk.corpus.catalogue.documents.len()];
    for (number, _) in &found.through {
        totals[desk.passages.document_of(*number) as usize] += 1;
    }
    let some = with_some_of_the_words(desk, &asked, &found.through, limit);
    let ranked = folded(desk, &asked.plan, found.through, limit, sort);
    let mut groups: Vec<HitGroup> = Vec::new();
    let mut places: BTreeMap<u32, usize> = BTreeMap::new();
    for (rank, folded) in (1..).zip(ranked) {
        let document = desk.passages.document_of(folded.number);
        let Some(record) = desk.corpus.catalogue.documents.get(document as usize) else { continue };
        let hit = hit(desk, folded, rank, &asked.plan);
        match places.get(&document) {
            Some(place) => groups[*place].hits.push(hit),
            None => {
                places.insert(document, groups.len());
                groups.push(HitGroup {
                    document: record.id.to_string(),
                    title: desk.corpus.title_of(document as usize).to_owned(),
                    titled: record.title.is_some(),
                    date: record.date.as_ref().map(dated),
                    total: totals[document as usize],
                    hits: vec![hit],
                });
            }
        }
    }
    Results {
        total,
        documents: totals.iter().filter(|count| **count > 0).count(),
        unfiltered,
        groups,
        facets: found.groups,
        years: found.years,
        did_you_mean: asked.did_you_mean,
        read_as: asked.read_as,
        remarks: asked.remarks,
        some,
    }
}

/// Replaces each snippet of `results` by the whole passage.
pub(crate) fn unfold(desk: &Desk, results: &mut Results, query: &Query) {
    let plan = marking_plan(desk, query);
    for hit in results.groups.iter_mut().flat_map(|group| &mut group.hits) {
        let Some((document, _)) = resolve::document(desk, &hit.place.document, None) else { continue };
        let found = resolve::passage(desk, document, &hit.place.passage);
        let block = found.and_then(|(at, _)| block(desk, document, at, &plan));
        if let Some(block) = block {
            hit.snippet = block.cells.into_iter().flatten().collect();
            (hit.cut, hit.whole) = (false, true);
        }
    }
}

/// If few passages have all of the words: those with some of them.
fn with_some_of_the_words(desk: &Desk, asked: &Asked, through: &[(u32, f32)], limit: usize) -> Option<SomeWords> {
    let words = asked.tree.any_of()?;
    if limit == 0 || through.is_empty() || through.len() >= ENOUGH_PASSAGES {
        return None;
    }
    let filters: Filters = &|name, value| Some(passages_with(desk, name, value));
    let further = asked.plan.search_some(desk.index(), filters, through);
    let more = filter_passages(desk, further, &asked.filter).through.len();
    (more > 0).then(|| SomeWords { query: words.to_string(), more })
}

fn hit(desk: &Desk, folded: Folded, rank: usize, plan: &Plan) -> Hit {
    let Folded { number, score, also } = folded;
    let at = desk.passages.all[number as usize];
    let text = desk.reading_text(at);
    let marks = plan.marks(desk.index_of(plan), &text);
    let window = entente_search::snippet(&text, &marks, SNIPPET_CHARS);
    Hit {
        rank,
        score,
        place: desk.place(number as usize),
        section: desk.section_path(at),
        snippet: fragments(&text, &marks, &window),
        cut: window.start > 0,
        whole: window == (0..text.len()),
        missing: plan.missing(desk.index_of(plan), number),
        also: also
            .into_iter()
            .map(|(number, differ)| {
                let document = desk.passages.document_of(number) as usize;
                Also { place: desk.place(number as usize), title: desk.corpus.title_of(document).to_owned(), differ }
            })
            .collect(),
    }
}

/// The window of a text, cut where a mark begins or ends.
fn fragments(text: &str, marks: &[Range<usize>], window: &Range<usize>) -> Vec<Fragment> {
    let plain = |range: Range<usize>| Fragment { text: text[range].to_owned(), ..Fragment::default() };
    let mut out = Vec::new();
    let mut at = window.start;
    for mark in marks.iter().filter(|mark| mark.start >= window.start && mark.end <= window.end) {
        if at < mark.start {
            out.push(plain(at..mark.start));
        }
        out.push(Fragment { hit: true, hit_start: true, ..plain(mark.clone()) });
        at = mark.end;
    }
    if at < window.end {
        out.push(plain(at..window.end));
    }
    out
}
