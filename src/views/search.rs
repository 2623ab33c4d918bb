//! Passages for the words and filters asked, grouped by document.

use entente_explore::{Filter, Hit, HitGroup, Place, Query, Results, Unit, UnitList};
use yew::prelude::*;

use super::preview::preview;
use crate::components::chips::Chips;
use crate::components::date_label::date_label;
use crate::components::facets::{facet_panel, shared};
use crate::components::highlighted_text::highlighted_text;
use crate::components::list_tools::{ExportButton, FullPassagesButton};
use crate::components::references::{address, evidence, source_link, untitled};
use crate::components::search_box::search_box;
use crate::components::shared::Shared;
use crate::components::sort_choice::SortChoice;
use crate::components::text::{bdi, bdi_in, small, text, unseen};
use crate::components::use_here::{on_event, use_here};
use crate::components::year_histogram::year_histogram;
use crate::here::{Act, Field, Here};
use crate::messages as m;
use crate::platform::dom;
use crate::route::{Route, View};

/// At most this many words of a query are searched for alone if nothing is found.
const MAX_WORDS_ALONE: usize = 4;
/// Words of fewer characters are not searched for alone.
const MIN_WORD_CHARS: usize = 3;
/// Words of fewer characters are not searched for by their beginning.
const MIN_PREFIX_WORD_CHARS: usize = 5;

/// Properties of [`Search`].
#[derive(Properties, PartialEq)]
pub(crate) struct SearchProps {
    pub(crate) results: Shared<Results>,
    /// Rows of another unit than passages; `None` if passages are asked for.
    pub(crate) units: Option<Shared<UnitList>>,
}

/// The view.
#[component]
pub(crate) fn Search(props: &SearchProps) -> Html {
    let here = use_here();
    let query = &here.route.query;
    let results = &props.results;
    let asked = if query.text.is_empty() { m::SEARCH.to_owned() } else { m::colon(m::SEARCH, &query.text) };
    html! {
        <div class="page search-view">
            <h1 class="unseen-text asked">{ bdi(&asked) }</h1>
            { question(&here, results) }
            { facet_panel(&here, &shared(&results.facets), m::PASSAGES) }
            { answer(&here, results, props.units.as_deref()) }
            if let Some(found) = here.preview(results.rc()) {
                { preview(&here, &found) }
            }
        </div>
    }
}

/// What is asked, and how it was read.
fn question(here: &Here, results: &Results) -> Html {
    html! {
        <div class="ask">
            { search_box(here, Field::Search) }
            <p class="hint">
                { m::SEARCH_HINT }
                for example in m::SEARCH_EXAMPLES {
                    { " " }
                    <code>{ *example }</code>
                }
            </p>
            <Chips />
            if let Some(read_as) = &results.read_as {
                <p class="read-as">{ m::READ_AS }{ ": " }<code>{ text(read_as) }</code></p>
            }
            if let Some(meant) = &results.did_you_mean {
                <p class="read-as">
                    { m::DID_YOU_MEAN }
                    <a href={with_text(here, meant)}>{ bdi(meant) }</a>
                    { "?" }
                </p>
            }
            for remark in &results.remarks {
                <p class="remark">{ text(remark) }</p>
            }
        </div>
    }
}

/// The address of the same search with other words.
fn with_text(here: &Here, words: &str) -> String {
    here.route.with(here.route.query.with_text(words)).to_string()
}

fn answer(here: &Here, results: &Results, units: Option<&UnitList>) -> Html {
    let hits = || results.groups.iter().flat_map(|group| &group.hits);
    let folded: usize = hits().map(|hit| hit.also.len()).sum();
    let (shown, total) = match units {
        Some(units) => (units.rows.len(), units.total),
        None => (hits().count() + folded, results.total),
    };
    let count = match units {
        Some(units) => m::unit_count(here.route.unit, units.total),
        None => m::found(results.total, results.documents, results.unfiltered),
    };
    let can_broaden = results.total > 0 && !here.route.query.text.is_empty();
    html! {
        <div class="results">
            { year_histogram(here, &results.years) }
            <div class="result-head">
                <p class="count">
                    { text(&count) }
                    if folded > 0 && units.is_none() {
                        { m::folded(folded) }
                    }
                </p>
                if results.total > 0 {
                    <div class="result-tools">
                        { unit_choice(here) }
                        <FullPassagesButton />
                        <SortChoice orders={&m::RESULT_ORDERS[..]} />
                        <ExportButton />
                    </div>
                }
            </div>
            if results.total == 0 {
                { nothing(here, results) }
            }
            if let Some(units) = units {
                { unit_list(here, units) }
            } else {
                for group in &results.groups {
                    { hit_group(here, group) }
                }
            }
            if shown < total {
                <button class="button" type="button" onclick={on_event(here, Act::More)}>{ m::more(shown, total) }</button>
            }
            if let Some((words, count)) = &results.some {
                <p class="read-as"><a href={with_text(here, words)}>{ m::some_words(*count) }</a></p>
            }
            if can_broaden {
                <button class="button" type="button" onclick={on_event(here, Act::Broaden)}>{ m::BROADEN }</button>
            }
        </div>
    }
}

/// Rows of another unit than passages: what each is called, its words, its place.
fn unit_list(here: &Here, units: &UnitList) -> Html {
    let row_address = |id: &str, document: &str| match here.route.unit {
        Unit::Statements => address(&here.route, View::Statement(id.to_owned())),
        Unit::Engagements => address(&here.route, View::Engagement(id.to_owned())),
        Unit::Mentions => address(&here.route, View::Name(id.to_owned())),
        Unit::Passages => address(&here.route, View::Document { id: document.to_owned(), passage: None }),
        Unit::Documents => here.route.to(View::Document { id: document.to_owned(), passage: None }).to_string(),
    };
    html! {
        <ol class="unit-list">
            for row in &units.rows {
                <li class="said">
                    <a class="title" href={row_address(&row.id, &row.source.document)}>
                        { bdi_in(&row.name, row.source.language.as_deref()) }
                    </a>
                    { evidence(&row.source) }
                    { source_link(&here.route, &row.source) }
                </li>
            }
        </ol>
    }
}

/// What is counted.
fn unit_choice(here: &Here) -> Html {
    let (dispatch, route) = (here.then.clone(), here.route.clone());
    let onchange = Callback::from(move |event: Event| {
        let unit = Unit::from_word(&dom::chosen(&event)).unwrap_or_default();
        dispatch.act(Act::Go(Route { unit, ..(*route).clone() }));
    });
    html! {
        <label class="sort">
            { unseen(m::COUNTED_IN) }
            <select id="unit" {onchange}>
                for unit in Unit::ALL {
                    <option value={unit.as_str()} selected={here.route.unit == *unit}>{ m::unit(*unit) }</option>
                }
            </select>
        </label>
    }
}

fn hit_group(here: &Here, group: &HitGroup) -> Html {
    let href = here.route.to(View::Document { id: group.document.clone(), passage: None }).to_string();
    html! {
        <section class="hit-group" key={group.document.as_str()}>
            <h2>
                if !group.titled {
                    { untitled() }
                }
                <a class="title" {href}>{ bdi(&group.title) }</a>
                if group.date.is_some() {
                    <small>{ date_label(group.date.as_ref(), None) }</small>
                }
                { small(&m::passages(group.total)) }
            </h2>
            <ol>
                for found in &group.hits {
                    { hit(here, found, &group.title) }
                }
            </ol>
        </section>
    }
}

fn hit(here: &Here, hit: &Hit, title: &str) -> Html {
    // The title stands above: it is not said again.
    let headings: Vec<&str> = hit.section.iter().map(String::as_str).filter(|heading| *heading != title).collect();
    let place = &hit.place;
    let view = View::Document { id: place.document.clone(), passage: Some(place.passage.clone()) };
    let query = Query { text: here.route.query.text.clone(), filter: Filter::default() };
    let href = Route { query, ..here.route.plain(view) }.to_string();
    let is_previewed = here
        .ui
        .look
        .as_ref()
        .is_some_and(|(document, passage)| *document == place.document && *passage == place.passage);
    let onfocus = on_event(here, Act::Look(place.document.clone(), place.passage.clone()));
    html! {
        <li class="hit" key={place.passage.as_str()} data-looked={is_previewed.then_some("true")}>
            <a {href} {onfocus}>
                <span class="place">{ text(&m::place(place.number.as_deref(), &place.lines)) }</span>
                <span class="words" dir="auto">
                    if hit.cut {
                        { "… " }
                    }
                    { highlighted_text(&hit.snippet, 0, false) }
                    if !hit.whole {
                        { " …" }
                    }
                </span>
                if !headings.is_empty() {
                    <span class="path">{ bdi(&headings.join(" › ")) }</span>
                }
                if !hit.missing.is_empty() {
                    <span class="path">{ m::NOT_IN_IT }{ bdi(&hit.missing.join(", ")) }</span>
                }
            </a>
            for other in &hit.also {
                <p class="also">
                    { m::ALSO_AT }
                    <a href={compare_address(here, place, &other.place)}>
                        { bdi(&other.title) }
                        { ", " }
                        { text(&m::place(other.place.number.as_deref(), &other.place.lines)) }
                    </a>
                    { ": " }
                    { m::words_differ(other.differ) }
                </p>
            }
        </li>
    }
}

fn compare_address(here: &Here, one: &Place, other: &Place) -> String {
    let id = |place: &Place| format!("{}:{}", place.document, place.passage);
    address(&here.route, View::Compare(id(one), id(other)))
}

/// A search that finds something where the one asked finds nothing: its label and how much it finds.
struct WayOn {
    query: Query,
    label: String,
    count: usize,
}

/// Why nothing was found, and ways on that lead somewhere, each with its count.
fn nothing(here: &Here, results: &Results) -> Html {
    let query = &here.route.query;
    let ways = ways_on(here, results);
    html! {
        <div class="nothing">
            <h2>{ text(&m::no_passage(&query.text, !query.filter.is_empty())) }</h2>
            <ul>
                for way in &ways {
                    <li>
                        <a href={here.route.with(way.query.clone()).to_string()}>{ text(&way.label) }</a>
                        { ": " }
                        { m::passages(way.count) }
                    </li>
                }
            </ul>
            if ways.is_empty() {
                <p><a href={address(&here.route, View::Documents)}>{ m::EVERY_DOCUMENT }</a></p>
            }
        </div>
    }
}

fn ways_on(here: &Here, results: &Results) -> Vec<WayOn> {
    let query = &here.route.query;
    let mut ways = Vec::new();
    let mut try_query = |query: Query, label: String| {
        let count = here.holdings.search(&query, 0).total;
        ways.push(WayOn { query, label, count });
    };
    if let Some(meant) = &results.did_you_mean {
        try_query(query.with_filter(Filter::default()).with_text(meant), meant.clone());
    }
    if !query.filter.is_empty() {
        try_query(query.with_filter(Filter::default()), m::SAME_WITHOUT_FILTERS.to_owned());
        if !query.text.is_empty() {
            try_query(query.with_text(""), m::FILTERS_ALONE.to_owned());
        }
    }
    let words = query.text.split_whitespace().filter(|word| word.chars().count() >= MIN_WORD_CHARS);
    for word in words.take(MAX_WORDS_ALONE) {
        let alone = Query::default().with_text(word);
        if alone.text != query.text {
            try_query(alone, m::only_word(word));
        }
        // The word may be written with another ending.
        let letters: Vec<char> = word.chars().collect();
        if letters.len() >= MIN_PREFIX_WORD_CHARS && word.chars().all(char::is_alphanumeric) {
            let begin: String = letters[..letters.len() - 2].iter().collect();
            let begun = format!("{begin}*");
            try_query(Query::default().with_text(&begun), m::begins_so(&begun));
        }
    }
    ways.retain(|way| way.count > 0);
    ways
}
