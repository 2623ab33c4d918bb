//! Passages for words and filters, and other units that they are counted in.

mod preview;
pub(crate) mod view;

use std::rc::Rc;

use entente_explore::tables::{Concordance, Preview};
use entente_explore::{Filter, Query, Results, UnitList};

use yew::prelude::*;

use super::data::counts_passages;
pub(crate) use super::data::search_query;
use super::{Export, Request, ScreenData};
use crate::library::Library;
use crate::messages as m;
use crate::route::ListLayout;
use crate::visit::PassageRef;

/// Words of a query that are offered by themselves where all of them find nothing.
const SINGLE_WORDS: usize = 4;
/// Shorter words are not offered by themselves.
const SINGLE_WORD_CHARS: usize = 3;
/// Words of fewer letters are not offered by their beginning.
const BEGINNING_CHARS: usize = 5;

/// What a search has found.
pub(crate) struct Found {
    pub(crate) results: Rc<Results>,
    /// Rows of another unit than passages.
    pub(crate) units: Option<UnitList>,
    /// Every hit on a line, if they are shown in context.
    pub(crate) lines: Option<Rc<Concordance>>,
    /// Ways on that lead somewhere, if nothing was found.
    pub(crate) ways: Vec<Way>,
}

/// A query that finds something.
pub(crate) struct Way {
    pub(crate) query: Query,
    pub(crate) passages: usize,
    pub(crate) label: String,
}

/// The results under the link's words and filters, in its order and unit.
pub(crate) fn load(request: &Request) -> ScreenData {
    let (library, route) = (&request.library, &request.route);
    let query = request.search_query();
    let mut results = library.search_by(&query, request.limit, route.sort.of_results());
    if request.full {
        library.unfold(&mut results, &query);
    }
    let units = (!counts_passages(route)).then(|| library.units(&query, route.unit, request.limit));
    let ways = if results.total == 0 { ways(library, &route.query, &results) } else { Vec::new() };
    let results = Rc::new(results);
    let is_in_context = route.layout == ListLayout::Context && results.total > 0;
    let lines = is_in_context.then(|| Rc::new(library.concordance(&query, route.context)));
    let pieces = lines.as_ref().map_or(0, |lines| lines.lines.len());
    // A concordance needs the width of the column with the passage.
    let beside = Some(results.clone()).filter(|_| !is_in_context);
    let found = Rc::new(Found { results, units, lines, ways });
    let data = ScreenData {
        pieces,
        export: Export::Search,
        results: beside,
        ..ScreenData::new(move || html! { <view::Search found={&found} /> })
    };
    if route.query.text.is_empty() { data } else { data.titled(m::colon(m::SEARCH, &route.query.text)) }
}

/// Ways on that lead somewhere, each with its count.
fn ways(library: &Library, query: &Query, results: &Results) -> Vec<Way> {
    let mut out = Vec::new();
    let mut offer = |query: Query, passages: usize, label: String| {
        if passages > 0 {
            out.push(Way { query, passages, label });
        }
    };
    let count = |query: &Query| library.search(query, 0).total;
    if let Some(meant) = &results.did_you_mean {
        let meant = query.with_filter(Filter::default()).with_text(meant);
        let (passages, label) = (count(&meant), meant.text.clone());
        offer(meant, passages, label);
    }
    if !query.filter.is_empty() {
        offer(query.with_filter(Filter::default()), results.unfiltered, m::SAME_WITHOUT_FILTERS.to_owned());
        if !query.text.is_empty() {
            let alone = query.with_text("");
            let passages = count(&alone);
            offer(alone, passages, m::FILTERS_ALONE.to_owned());
        }
    }
    let words = query.text.split_whitespace().filter(|word| word.chars().count() >= SINGLE_WORD_CHARS);
    for word in words.take(SINGLE_WORDS) {
        let alone = Query::default().with_text(word);
        if alone.text != query.text {
            let passages = count(&alone);
            offer(alone, passages, m::only_word(word));
        }
        // Words that begin the same, where none is so written.
        let letters: Vec<char> = word.chars().collect();
        if letters.len() >= BEGINNING_CHARS && letters.iter().all(|letter| letter.is_alphanumeric()) {
            let beginning: String = letters[..letters.len() - 2].iter().collect();
            let query = Query::default().with_text(&format!("{beginning}*"));
            let (passages, label) = (count(&query), m::begins_so(&query.text));
            offer(query, passages, label);
        }
    }
    out
}

/// The passage to be shown beside results: the chosen one if it is among them, else the first.
pub(crate) fn preview(
    library: &Library,
    results: &Results,
    chosen: Option<&PassageRef>,
    query: &Query,
) -> Option<Preview> {
    let places = || results.groups.iter().flat_map(|group| &group.hits).map(|hit| &hit.place);
    let is_chosen = |chosen: &PassageRef| {
        places().find(|place| place.document == chosen.document && place.passage == chosen.passage)
    };
    let place = chosen.and_then(is_chosen).or_else(|| places().next())?;
    library.preview(&place.document, &place.passage, query)
}
