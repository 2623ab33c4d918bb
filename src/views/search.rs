//! Passages for the words and filters asked, grouped by document.

use entente_explore::tables::Axis;
use entente_explore::{Filter, Hit, HitGroup, Query};
use yew::prelude::*;

use super::ViewProps;
use crate::components::chips::chips;
use crate::components::facets::{facet_panel, shared};
use crate::components::fragments::fragments;
use crate::components::search_box::SearchBox;
use crate::messages as m;
use crate::route::{Route, View};

/// Passages shown at first, and more with each press of the button.
const PAGE: usize = 50;

#[component]
pub(crate) fn Search(props: &ViewProps) -> Html {
    let query = &props.route.query;
    let asked = query.with_filter(query.filter.selecting(&props.route.selection));
    // How many are shown belongs to one query: another begins with a page.
    let asked_for = use_state(|| (asked.clone(), PAGE));
    let limit = if asked_for.0 == asked { asked_for.1 } else { PAGE };
    let results = use_memo((props.library.clone(), asked.clone(), limit), |(library, query, limit)| {
        library.search(query, *limit)
    });
    let route = props.route.clone();
    let toggled = props.go.reform(move |(axis, value): (Axis, String)| route.toggled(axis, &value));
    let route = props.route.clone();
    let typed = props.instead.reform(move |text: String| route.with(route.query.with_text(&text)));
    let entered = {
        let (library, route, go) = (props.library.clone(), props.route.clone(), props.go.clone());
        Callback::from(move |text: String| {
            let next = library
                .pasted(&text)
                .map_or_else(|| route.with(route.query.with_text(&text)), |link| Route::read(&link));
            go.emit(next);
        })
    };
    let shown: usize = results.groups.iter().map(|group| group.hits.len()).sum();
    let more = {
        let asked = asked.clone();
        Callback::from(move |_: MouseEvent| asked_for.set((asked.clone(), limit + PAGE * 4)))
    };
    html! {
        <div class="page search-view">
            <h1 class="unseen-text">{ m::SEARCH }</h1>
            <div class="ask">
                <SearchBox id="search" text={query.text.clone()} large=true {typed} {entered} />
                <p class="hint">{ m::SEARCH_HINT }</p>
                { chips(&props.route, &props.library, &props.go) }
                if let Some(read) = &results.read_as {
                    <p class="read-as">{ m::READ_AS }{ ": " }<code>{ read }</code></p>
                }
                { for results.remarks.iter().map(|remark| html! { <p class="remark">{ remark }</p> }) }
            </div>
            { facet_panel(&shared(&results.facets), m::PASSAGES, &toggled) }
            <div class="results">
                <p class="count" role="status">{ m::found(results.total, results.documents, results.unfiltered) }</p>
                if results.total == 0 { { nothing(props, results.unfiltered) } }
                { for results.groups.iter().map(|found| group(&props.route, found)) }
                if shown < results.total {
                    <button type="button" class="button" onclick={more}>{ format!("Show more: {} of {} are shown", m::number(shown), m::passages(results.total)) }</button>
                }
            </div>
        </div>
    }
}

fn group(route: &Route, group: &HitGroup) -> Html {
    let link = route.to(View::Document { id: group.document.clone(), passage: None }).to_string();
    html! {
        <section class="hit-group" key={group.document.clone()}>
            <h2>
                if !group.titled { <span class="untitled">{ m::NO_TITLE }{ " " }</span> }
                <a class="title" href={link}><bdi>{ &group.title }</bdi></a>
                <small>{ m::passages(group.total) }</small>
            </h2>
            <ol>{ for group.hits.iter().map(|found| hit(route, found, &group.title)) }</ol>
        </section>
    }
}

fn hit(route: &Route, hit: &Hit, title: &str) -> Html {
    // The title stands above: it is not said again.
    let path: Vec<&str> = hit.section.iter().map(String::as_str).filter(|heading| *heading != title).collect();
    let path = path.join(" › ");
    let view = View::Document { id: hit.place.document.clone(), passage: Some(hit.place.passage.clone()) };
    let link =
        Route { query: Query { text: route.query.text.clone(), filter: Filter::default() }, ..route.plain(view) }
            .to_string();

    html! {
        <li class="hit" key={hit.place.passage.clone()}>
            <a href={link}>
                <span class="place">{ m::place(hit.place.number.as_deref(), &hit.place.lines) }</span>
                <span class="words" dir="auto">
                    if hit.cut { { "… " } }
                    { fragments(&hit.snippet, false, false) }
                    if !hit.whole { { " …" } }
                </span>
                if !path.is_empty() {
                    <span class="path"><bdi>{ path }</bdi></span>
                }
            </a>
        </li>
    }
}

/// Why nothing was found, and ways on that lead somewhere.
fn nothing(props: &ViewProps, unfiltered: usize) -> Html {
    let query = &props.route.query;
    let mut ways = Vec::new();
    let mut way = |query: Query, count: usize, label: String| {
        if count > 0 {
            ways.push(html! { <li><a href={props.route.with(query).to_string()}>{ label }</a>{ ": " }{ m::passages(count) }</li> });
        }
    };
    if !query.filter.is_empty() {
        way(query.with_filter(Filter::default()), unfiltered, "The same words without filters".to_owned());
    }
    for word in query.text.split_whitespace().filter(|word| word.chars().count() > 2).take(4) {
        let alone = Query::default().with_text(word);
        if alone.text != query.text || !query.filter.is_empty() {
            let count = props.library.search(&alone, 0).total;
            way(alone, count, format!("Only “{word}”"));
        }
    }
    html! {
        <div class="nothing">
            <p>{ "No passage matches." }</p>
            if ways.is_empty() {
                <p><a href={props.route.plain(View::Documents).to_string()}>{ "All documents" }</a></p>
            } else {
                <ul>{ for ways }</ul>
            }
        </div>
    }
}
