//! Passages for the words and filters asked, grouped by document.

use entente_explore::tables::Axis;
use entente_explore::{Facet, Filter, Hit, HitGroup, Query, Suggestion, SuggestionKind};
use yew::prelude::*;

use super::ViewProps;
use crate::components::chips::chips;
use crate::components::facets::{facet_panel, shared};
use crate::components::fragments::fragments;
use crate::components::save::SaveTable;
use crate::components::search_box::{SearchBox, Suggested};
use crate::holdings::Holdings;
use crate::messages as m;
use crate::route::{Route, View};

/// Passages shown at first, and more with each press of the button.
const PAGE: usize = 50;
/// Years that are named below their bars.
const YEARS_NAMED: usize = 8;
/// Suggestions shown.
const SUGGESTED: usize = 8;

#[component]
pub(crate) fn Search(props: &ViewProps) -> Html {
    let query = &props.route.query;
    let asked = query.with_filter(query.filter.selecting(&props.route.selection));
    // How many are shown belongs to one query: another begins with a page.
    let asked_for = use_state(|| (asked.clone(), PAGE));
    let limit = if asked_for.0 == asked { asked_for.1 } else { PAGE };
    let results = use_memo((props.holdings.clone(), asked.clone(), limit), |(holdings, query, limit)| {
        holdings.search(query, *limit)
    });
    let route = props.route.clone();
    let toggled = props.go.reform(move |(axis, value): (Axis, String)| route.toggled(axis, &value));
    let route = props.route.clone();
    let typed = props.instead.reform(move |text: String| route.with(route.query.with_text(&text)));
    let entered = {
        let (holdings, route, go) = (props.holdings.clone(), props.route.clone(), props.go.clone());
        Callback::from(move |text: String| {
            let next = holdings
                .pasted(&text)
                .map_or_else(|| route.with(route.query.with_text(&text)), |link| Route::read(&link));
            go.emit(next);
        })
    };
    let suggest = suggestions(&props.holdings, &props.route);
    let shown: usize = results.groups.iter().map(|group| group.hits.len()).sum();
    let more = {
        let asked = asked.clone();
        Callback::from(move |_: MouseEvent| asked_for.set((asked.clone(), limit + PAGE * 4)))
    };
    let rows = {
        let (holdings, asked) = (props.holdings.clone(), asked.clone());
        Callback::from(move |()| holdings.search_csv(&asked))
    };
    html! {
        <div class="page search-view">
            <h1 class="unseen-text">{ m::SEARCH }</h1>
            <div class="ask">
                <SearchBox id="search" text={query.text.clone()} large=true {typed} {entered} {suggest} go={props.go.clone()} />
                <p class="hint">{ m::SEARCH_HINT }</p>
                { chips(&props.route, &props.holdings, &props.go) }
                if let Some(read) = &results.read_as {
                    <p class="read-as">{ m::READ_AS }{ ": " }<code>{ read }</code></p>
                }
                if let Some(meant) = &results.did_you_mean {
                    <p class="read-as">{ "Did you mean " }<a href={props.route.with(query.with_text(meant)).to_string()}><bdi>{ meant }</bdi></a>{ "?" }</p>
                }
                { for results.remarks.iter().map(|remark| html! { <p class="remark">{ remark }</p> }) }
            </div>
            { facet_panel(&shared(&results.facets), m::PASSAGES, &toggled) }
            <div class="results">
                { histogram(&props.route, &results.years.years) }
                if results.total > 0 { <div class="result-tools"><SaveTable name="passages" text={rows} /></div> }
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

/// Suggestions for what is typed.
pub(crate) fn suggestions(holdings: &Holdings, route: &Route) -> Callback<String, Vec<Suggested>> {
    let (holdings, route) = (holdings.clone(), route.clone());
    Callback::from(move |typed: String| {
        let one = |found: Suggestion| {
            let (kind, next) = match found.kind {
                SuggestionKind::Name(facet) => (m::axis(facet.as_str()), route.plain(View::Name(found.id))),
                SuggestionKind::Document => {
                    (m::axis("document"), route.plain(View::Document { id: found.id, passage: None }))
                }
                SuggestionKind::Term => (m::WORDS, route.to(View::Search).with(route.query.with_text(&found.id))),
            };
            let form = found.form.filter(|form| *form != found.text);
            Suggested { text: found.text, form, kind, count: m::passages(found.passages), route: next }
        };
        holdings.suggest(&typed, SUGGESTED).into_iter().map(one).collect()
    })
}

/// Passages by year: each bar is a link to its year, so that keys reach it as well.
fn histogram(route: &Route, years: &[(u16, usize)]) -> Html {
    if years.len() < 2 {
        return Html::default();
    }
    let most = years.iter().map(|(_, count)| *count).max().unwrap_or(1).max(1);
    let step = years.len().div_ceil(YEARS_NAMED);
    let bar = |(n, (year, count)): (usize, &(u16, usize))| {
        let text = year.to_string();
        let filter = [Facet::From, Facet::To].iter().fold(route.query.filter.clone(), |filter, end| {
            let asked: Vec<String> = filter.wanted(*end).to_vec();
            asked.iter().fold(filter, |filter, value| filter.without(*end, value)).with(*end, &text)
        });
        let link = route.with(route.query.with_filter(filter)).to_string();
        let height = (count * 100 / most).max(2);
        html! {
            <li key={*year}>
                <a href={link} aria-label={format!("{year}: {}", m::passages(*count))}>
                    <svg aria-hidden="true"><rect y={format!("{}%", 100 - height)} width="100%" height={format!("{height}%")} /></svg>
                    if n % step == 0 { <b aria-hidden="true">{ text }</b> }
                </a>
            </li>
        }
    };
    html! { <ol class="histogram" aria-label={m::BY_YEAR}>{ for years.iter().enumerate().map(bar) }</ol> }
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
                    { fragments(&hit.snippet, 0, false) }
                    if !hit.whole { { " …" } }
                </span>
                if !path.is_empty() {
                    <span class="path"><bdi>{ path }</bdi></span>
                }
                if !hit.missing.is_empty() {
                    <span class="path">{ "Not in it: " }<bdi>{ hit.missing.join(", ") }</bdi></span>
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
            let count = props.holdings.search(&alone, 0).total;
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
