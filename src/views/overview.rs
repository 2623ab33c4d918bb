//! The whole file at a glance: what can be asked, the documents, the names.

use std::collections::BTreeMap;

use entente_explore::{DocumentCard, Facet, Filter, Query};
use yew::prelude::*;

use super::ViewProps;
use crate::components::document_line::document_line;
use crate::components::section::section;
use crate::messages as m;
use crate::route::{Route, View};

/// Names shown.
const NAMES: usize = 12;
/// Questions shown of one sort.
const QUESTIONS: usize = 3;

/// The view.
pub(crate) fn overview(props: &ViewProps) -> Html {
    let summary = props.library.summary();
    let list = props.library.documents(&Query::default());
    if list.documents.is_empty() {
        return super::not_found::empty();
    }
    let countries: Vec<_> = summary.names.iter().filter(|name| name.kind == "country").collect();
    let most = countries.first().map_or(1, |name| name.passages.max(1));
    let search = |facet: Facet, id: &str| {
        Route {
            query: Query::default().with_filter(Filter::default().with(facet, id)),
            ..props.route.plain(View::Search)
        }
        .to_string()
    };
    let first = list.documents.first().map(|card| document(&props.route, card));
    html! {
        <div class="page">
            <header class="head">
                <h1><bdi>{ &summary.title }</bdi></h1>
                if let Some(description) = &summary.description { <p><bdi>{ description }</bdi></p> }
                <p>
                    { format!("{}, {}, {}. Start with ", m::documents(summary.documents), m::words(summary.words), m::passages(summary.passages)) }
                    <a href={first.unwrap_or_default()}>{ "the first document" }</a>
                    { " or with a question." }
                </p>
            </header>
            { section("What you can ask", "Counted in this file", html! { <>
                <ul class="questions">{ for questions(props, &list.documents) }</ul>
            </> }) }
            { section(&m::DOCUMENTS, "In the order of the files", html! { <>
                <ul class="document-list">
                    { for list.documents.iter().map(|card| document_line(card, document(&props.route, card), false)) }
                </ul>
            </> }) }
            if !countries.is_empty() {
                { section("Countries", "Passages that name them", html! { <>
                    <ul class="name-bars">
                        { for countries.iter().take(NAMES).map(|name| html! {
                            <li key={name.id.clone()}>
                                <a class="printed" href={search(Facet::Country, &name.id)}><bdi>{ &name.name }</bdi></a>
                                <span>{ format!("{} in {}", m::passages(name.passages), m::documents(name.documents)) }</span>
                                <svg aria-hidden="true"><rect width={format!("{}%", name.passages * 100 / most)} height="100%" /></svg>
                            </li>
                        }) }
                    </ul>
                </> }) }
            }
        </div>
    }
}

/// Questions that this file can answer, each a link with its count.
fn questions(props: &ViewProps, documents: &[DocumentCard]) -> Vec<Html> {
    let mut out = Vec::new();
    let mut ask = |route: Route, count: String, rest: String| {
        out.push(html! { <li><a href={route.to_string()}><strong>{ count }</strong>{ " " }{ rest }</a></li> });
    };
    let summary = props.library.summary();
    for name in summary.names.iter().filter(|name| name.kind == "country").take(QUESTIONS) {
        let query = Query::default().with_filter(Filter::default().with(Facet::Country, &name.id));
        let route = Route { query, ..props.route.plain(View::Search) };
        ask(route, m::passages(name.passages), format!("in {} name {}", m::documents(name.documents), name.name));
    }
    let mut kinds: BTreeMap<&'static str, usize> = BTreeMap::new();
    for card in documents.iter().filter(|card| card.kind.as_str() != "other") {
        *kinds.entry(card.kind.as_str()).or_default() += 1;
    }
    for (kind, count) in kinds.into_iter().take(QUESTIONS) {
        let query = Query::default().with_filter(Filter::default().with(Facet::Kind, kind));
        ask(
            Route { query, ..props.route.plain(View::Documents) },
            m::documents(count),
            format!("of the kind “{}”", m::kind(kind)),
        );
    }
    let undated = documents.iter().filter(|card| card.date.is_none()).count();
    if undated > 0 {
        ask(
            props.route.plain(View::Documents),
            m::documents(undated),
            if undated == 1 { "prints no date".to_owned() } else { "print no date".to_owned() },
        );
    }
    if !summary.unread.is_empty() {
        let count = summary.unread.len();
        ask(
            props.route.plain(View::About),
            count.to_string(),
            if count == 1 { "file could not be read".to_owned() } else { "files could not be read".to_owned() },
        );
    }
    out
}

/// Address of a document.
pub(crate) fn document(route: &Route, card: &DocumentCard) -> String {
    route.to(View::Document { id: card.id.clone(), passage: None }).to_string()
}
