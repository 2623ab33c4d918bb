//! The whole file at a glance: what can be asked, the documents, the names.

use entente_explore::tables::{Dimension, EngagementRow, Finding, Selection, Thread};
use entente_explore::{DocumentCard, Facet, Filter, NameCount, Query, Summary};
use yew::prelude::*;

use super::ViewProps;
use crate::components::document_line::document_line;
use crate::components::section::section;
use crate::components::{cells, facts};
use crate::messages as m;
use crate::route::{Route, View};

/// Names shown.
const NAMES: usize = 12;
/// Kinds of names shown.
const KINDS: &[&str] = &["country", "organisation", "topic"];
/// Steps shown of a thread.
const STEPS: usize = 4;
/// Threads shown.
const THREADS: usize = 4;
/// Documents listed before the rest is a link: the list has a view of its own.
const DOCUMENTS: usize = 40;

/// The view.
pub(crate) fn overview(props: &ViewProps) -> Html {
    let summary = props.holdings.summary();
    let list = props.holdings.documents(&Query::default());
    if list.documents.is_empty() {
        return super::not_found::empty();
    }
    let first = list.documents.first().map(|card| document(&props.route, card));
    html! {
        <div class="page">
            <header class="head">
                <h1><bdi>{ &summary.title }</bdi></h1>
                if let Some(description) = &summary.description { <p><bdi>{ description }</bdi></p> }
                <p>
                    { m::holds(summary.documents, summary.words, summary.passages) }{ " " }{ m::START_WITH }{ " " }
                    <a href={first.unwrap_or_default()}>{ m::FIRST_DOCUMENT }</a>
                    { " " }{ m::OR_QUESTION }
                </p>
            </header>
            { section(m::FINDINGS, m::COUNTED, html! { <>
                <ul class="questions">{ for questions(props, &list.documents) }</ul>
            </> }) }
            { threads(props) }
            { section(m::DOCUMENTS, m::FILE_ORDER, html! { <>
                <ul class="document-list">
                    { for list.documents.iter().take(DOCUMENTS).map(|card| document_line(card, document(&props.route, card), false)) }
                </ul>
                if list.documents.len() > DOCUMENTS {
                    <p><a href={props.route.plain(View::Documents).to_string()}>{ m::all_documents(list.documents.len()) }</a></p>
                }
            </> }) }
            { for KINDS.iter().map(|kind| names(&props.route, &summary, kind)) }
        </div>
    }
}

fn threads(props: &ViewProps) -> Html {
    let threads = props.holdings.threads(None, THREADS);
    if threads.is_empty() {
        return Html::default();
    }
    section(
        m::THREADS,
        m::THREADS_REMARK,
        html! { <ul class="threads">{ for threads.iter().map(|found| thread(&props.route, found)) }</ul> },
    )
}

/// The names of one kind that most passages name.
fn names(route: &Route, summary: &Summary, kind: &str) -> Html {
    let named: Vec<_> =
        summary.names.iter().filter(|name| name.kind == kind && name.passages > 0).take(NAMES).collect();
    let Some(most) = named.first().map(|name| name.passages.max(1)) else { return Html::default() };
    let row = |name: &&NameCount| {
        let link = route.plain(View::Name(name.id.clone())).to_string();
        html! {
            <li key={name.id.clone()}>
                <a class="printed" href={link}><bdi>{ &name.name }</bdi></a>
                <span>{ m::in_documents(name.passages, name.documents) }</span>
                <svg aria-hidden="true"><rect width={format!("{}%", name.passages * 100 / most)} height="100%" /></svg>
            </li>
        }
    };
    section(m::name_kinds(kind), m::PASSAGES_NAMING, html! { <ul class="name-bars">{ for named.iter().map(row) }</ul> })
}

/// Questions that this file can answer, each a link with its count.
fn questions(props: &ViewProps, documents: &[DocumentCard]) -> Vec<Html> {
    let mut out = Vec::new();
    let mut ask = |route: Route, count: String, rest: String| {
        out.push(
            html! { <li><a href={route.to_string()}><strong>{ count }</strong>{ " " }<bdi>{ rest }</bdi></a></li> },
        );
    };
    for found in props.holdings.findings() {
        let (count, rest) = m::finding(&found);
        ask(answered_by(&props.route, &found), count, rest);
    }
    let summary = props.holdings.summary();
    let undated = documents.iter().filter(|card| card.date.is_none()).count();
    if undated > 0 {
        let says = if undated == 1 { "prints no date" } else { "print no date" };
        ask(props.route.plain(View::Documents), m::documents(undated), says.to_owned());
    }
    if !summary.unread.is_empty() {
        let count = summary.unread.len();
        let says = if count == 1 { "file could not be read" } else { "files could not be read" };
        ask(props.route.plain(View::About), count.to_string(), says.to_owned());
    }
    out
}

/// The list that a finding counts, filtered to what it counts.
fn answered_by(route: &Route, found: &Finding) -> Route {
    let own = |view: View, dimension: Dimension, values: &[&str]| {
        let all = values.iter().fold(Selection::default(), |all, value| all.with(dimension, value, false));
        route.plain(view).selecting(all)
    };
    match found {
        Finding::Blank(..) => own(View::Commitments, Dimension::Status, &["nothing"]),
        Finding::Differing(..) => {
            own(View::Pairs, Dimension::DifferenceKind, &["wording", "numbers", "names", "formatting"])
        }
        Finding::Series(..) => route.plain(View::SeriesList),
        Finding::Undated(..) => route.plain(View::Engagements),
        Finding::Announced(_) => own(View::Engagements, Dimension::Status, &["announced", "planned"]),
        Finding::NeverOpened(..) => own(View::Acronyms, Dimension::Status, &["never-opened"]),
        Finding::Money(_) => route.plain(View::Amounts),
        Finding::Statements(..) => route.plain(View::Statements),
        Finding::Notes(_, document, _) => {
            let query = Query::default().with_filter(Filter::default().with(Facet::Document, document));
            Route { query, ..route.plain(View::Notes) }
        }
    }
}

/// Engagements of the same names and topic in the order of their dates.
pub(crate) fn thread(route: &Route, thread: &Thread) -> Html {
    let names: Vec<String> = thread.names.iter().map(|name| name.name.clone()).collect();
    let dated = |step: &EngagementRow| step.date.as_ref().is_some_and(|date| date.date.bounds().is_some());
    let step = |step: &EngagementRow| {
        let link = route.plain(View::Engagement(step.id.clone())).to_string();
        html! {
            <li data-undated={(!dated(step)).then_some("true")}>
                { facts::date(step.date.as_ref(), step.bound.as_ref(), step.edition.as_ref()) }
                <a class="printed" href={link}><bdi>{ &step.name }</bdi></a>{ " " }{ facts::status(step.status) }
                { cells::source(route, &step.source) }
            </li>
        }
    };
    let rest = thread.steps.len().saturating_sub(STEPS);
    let first = thread.steps.len() - rest.min(thread.steps.len());
    let about = thread.topic.as_ref().or(thread.names.last());
    let all = about.map(|name| route.plain(View::Name(name.id.clone())).to_string()).unwrap_or_default();
    html! {
        <li class="thread">
            <div>
                <h3>{ m::listed(&names) }if let Some(topic) = &thread.topic { { ": " }{ &topic.name } }</h3>
                <small>{ m::thread(thread.documents, thread.steps.len()) }</small>
            </div>
            <ol>{ for thread.steps.iter().take(first).map(step) }</ol>
            if rest > 0 { <a class="thread-rest" href={all}>{ m::and_more(rest) }</a> }
        </li>
    }
}

/// Address of a document.
pub(crate) fn document(route: &Route, card: &DocumentCard) -> String {
    route.to(View::Document { id: card.id.clone(), passage: None }).to_string()
}
