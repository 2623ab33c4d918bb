//! Passages for the words and filters asked, grouped by document.

use crate::actions::{RouteAction, ScreenAction};
use crate::visit::{PassageRef, VisitAction};
use entente_explore::tables::Source;
use entente_explore::{Hit, HitGroup, Place, Results, Unit, UnitList};
use yew::prelude::*;

use super::preview::preview;
use crate::components::chips::Chips;
use crate::components::concordance::{ConcordanceTable, LayoutChoice};
use crate::components::date_label::date_label;
use crate::components::facets::{FilterRail, rail};
use crate::components::filter_bar::open_button;
use crate::components::highlighted_text::highlighted_text;
use crate::components::list_tools::{ExportButton, FullPassagesButton, LinkButton};
use crate::components::references::{address, evidence, passage_address, source_link, untitled};
use crate::components::search_box::search_box;
use crate::components::shared::Shared;
use crate::components::sort_choice::SortChoice;
use crate::components::text::{bdi, bdi_in, small, text, unseen};
use crate::components::year_histogram::year_histogram;
use crate::context::{Field, ViewContext};
use crate::context::{on_event, use_view_context};
use crate::messages as m;
use crate::platform::dom;
use crate::route::{Route, View};
use crate::screens::search::{Found, Way};

/// Filters that come first.
const FIRST_FILTERS: [&str; 5] = ["country", "topic", "document", "kind", "modality"];

/// Properties of [`Search`].
#[derive(Properties, PartialEq)]
pub(crate) struct SearchProps {
    pub(crate) found: Shared<Found>,
}

/// The view.
#[component]
pub(crate) fn Search(props: &SearchProps) -> Html {
    let here = use_view_context();
    let query = &here.route.query;
    let results = &props.found.results;
    let asked = if query.text.is_empty() { m::SEARCH.to_owned() } else { m::colon(m::SEARCH, &query.text) };
    html! {
        <div class="page search-view" data-layout={here.route.layout.as_str()}>
            <h1 class="unseen-text asked">{ bdi(&asked) }</h1>
            { question(&here, results) }
            { filters(&here, results) }
            { answer(&here, &props.found) }
            if let Some(found) = &here.preview {
                { preview(&here, found) }
            }
        </div>
    }
}

/// The filters; on small screens a sheet, which the button beside what is asked opens.
fn filters(here: &ViewContext, results: &Results) -> Html {
    let options = FilterRail {
        unit: m::PASSAGES,
        first: &FIRST_FILTERS,
        show: m::show(&m::passages(results.total)),
        is_beside: true,
    };
    rail(here, &results.facets, &options)
}

/// What is asked, and how it was read.
fn question(here: &ViewContext, results: &Results) -> Html {
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
            <div class="small-filters">{ open_button(here, m::FILTERS) }</div>
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
fn with_text(here: &ViewContext, words: &str) -> String {
    here.route.with(here.route.query.with_text(words)).to_string()
}

fn answer(here: &ViewContext, found: &Found) -> Html {
    let (results, units) = (&found.results, found.units.as_ref());
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
                        <LayoutChoice />
                        { unit_choice(here) }
                        <FullPassagesButton />
                        <SortChoice orders={&m::RESULT_ORDERS[..]} />
                        <LinkButton called={count.clone()} />
                        <ExportButton />
                    </div>
                }
            </div>
            if results.total == 0 {
                { nothing(here, &found.ways) }
            }
            if let Some(lines) = &found.lines {
                <ConcordanceTable found={lines} />
            } else if let Some(units) = units {
                { unit_list(here, units) }
            } else {
                for group in &results.groups {
                    { hit_group(here, group) }
                }
            }
            if shown < total && found.lines.is_none() {
                <button class="button" type="button" onclick={on_event(here, VisitAction::ShowMore)}>{ m::more(shown, total) }</button>
            }
            if let Some(some) = &results.some {
                <p class="read-as"><a href={with_text(here, &some.query)}>{ m::some_words(some.more) }</a></p>
            }
            if can_broaden {
                <button class="button" type="button" onclick={on_event(here, ScreenAction::Broaden)}>{ m::BROADEN }</button>
            }
        </div>
    }
}

/// Rows of another unit than passages: what each is called, its words, its place.
fn unit_list(here: &ViewContext, units: &UnitList) -> Html {
    let row_address = |id: &str, source: &Source| {
        let document = source.document.clone();
        match here.route.unit {
            Unit::Statements => address(&here.route, View::Statement(id.to_owned())),
            Unit::Engagements => address(&here.route, View::Engagement(id.to_owned())),
            Unit::Mentions => address(&here.route, View::Name(id.to_owned())),
            Unit::Passages => address(&here.route, View::Document { id: document, passage: None }),
            Unit::Documents => here.route.to(View::Document { id: document, passage: None }).to_string(),
            Unit::Notes => passage_address(&here.route, source),
        }
    };
    html! {
        <ol class="unit-list">
            for row in &units.rows {
                <li class="said">
                    <a class="title" href={row_address(&row.id, &row.source)}>
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
fn unit_choice(here: &ViewContext) -> Html {
    let (dispatch, route) = (here.dispatch.clone(), here.route.clone());
    let onchange = Callback::from(move |event: Event| {
        let unit = Unit::from_word(&dom::chosen(&event)).unwrap_or_default();
        dispatch.act(RouteAction::Go(Route { unit, ..(*route).clone() }.into()));
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

fn hit_group(here: &ViewContext, group: &HitGroup) -> Html {
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

fn hit(here: &ViewContext, hit: &Hit, title: &str) -> Html {
    // The title is above: it is not said again.
    let headings: Vec<&str> = hit.section.iter().map(String::as_str).filter(|heading| *heading != title).collect();
    let place = &hit.place;
    let view = View::Document { id: place.document.clone(), passage: Some(place.passage.clone()) };
    let href = here.route.to(view).to_string();
    let is_previewed = here
        .visit
        .preview
        .as_ref()
        .is_some_and(|shown| shown.document == place.document && shown.passage == place.passage);
    let passage = PassageRef { document: place.document.clone(), passage: place.passage.clone() };
    let onfocus = on_event(here, VisitAction::Preview(passage));
    html! {
        <li class="hit" key={place.passage.as_str()} data-looked={is_previewed.then_some("true")}>
            <a {href} {onfocus}>
                <span class="place">{ text(&m::place_on(place.number.as_deref(), place.pages, &place.lines)) }</span>
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
                        { text(&m::place_on(other.place.number.as_deref(), other.place.pages, &other.place.lines)) }
                    </a>
                    { ": " }
                    { m::words_differ(other.differ) }
                </p>
            }
        </li>
    }
}

fn compare_address(here: &ViewContext, one: &Place, other: &Place) -> String {
    let id = |place: &Place| format!("{}:{}", place.document, place.passage);
    address(&here.route, View::Compare(id(one), id(other)))
}

/// That nothing was found, and ways on that lead somewhere, each with its count.
fn nothing(here: &ViewContext, ways: &[Way]) -> Html {
    let query = &here.route.query;
    html! {
        <div class="nothing">
            <h2>{ text(&m::no_passage(&query.text, !query.filter.is_empty())) }</h2>
            <ul>
                for way in ways {
                    <li>
                        <a href={here.route.with(way.query.clone()).to_string()}>{ text(&way.label) }</a>
                        { ": " }
                        { m::passages(way.passages) }
                    </li>
                }
            </ul>
            if ways.is_empty() {
                <p><a href={address(&here.route, View::Documents)}>{ m::EVERY_DOCUMENT }</a></p>
            }
        </div>
    }
}
