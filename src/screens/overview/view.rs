//! The whole file at a glance: what can be asked, threads, the documents, the names.

use entente_explore::tables::{Finding, Listed};
use entente_explore::{Axis, Selection};
use entente_explore::{DocumentCard, NameCount, Query, Summary};
use entente_text::PartialDate;
use yew::prelude::*;

use crate::components::bar::bar;
use crate::components::document_line::document_line;
use crate::components::references::address;
use crate::components::section::Section;
use crate::components::shared::Shared;
use crate::components::text::bdi;
use crate::components::thread::threads;
use crate::context::use_view_context;
use crate::messages as m;
use crate::route::{Route, View};
use crate::screens::not_found::view::EmptyFile;
use crate::screens::overview::Glance;

/// Names shown of a kind.
const SHOWN_NAMES: usize = 12;
/// Kinds of names shown.
const SHOWN_KINDS: &[&str] = &["country", "organisation", "topic"];
/// Countries and topics that the first sentence names.
const SENTENCE_COUNTRIES: usize = 2;
const SENTENCE_TOPICS: usize = 3;
/// Documents listed before the rest is a link: the list has a view of its own.
const SHOWN_DOCUMENTS: usize = 12;

/// Properties of [`Overview`].
#[derive(Properties, PartialEq)]
pub(crate) struct OverviewProps {
    pub(crate) glance: Shared<Glance>,
}

/// The view.
#[component]
pub(crate) fn Overview(props: &OverviewProps) -> Html {
    let route = use_view_context().route;
    let glance = &props.glance;
    let summary = &glance.summary;
    let Some(first) = glance.documents.documents.first() else {
        return html! { <EmptyFile /> };
    };
    html! {
        <div class="page">
            <header class="head">
                <h1>{ bdi(&summary.title) }</h1>
                if let Some(description) = &summary.description {
                    <p>{ bdi(description) }</p>
                }
                { start(&route, summary, &glance.documents.documents, first) }
            </header>
            { questions(&route, glance) }
            { threads(&route, &glance.threads) }
            <div class="with-margin">
                { documents(&route, &glance.documents.documents) }
                <div class="names-beside">
                    for kind in SHOWN_KINDS {
                        { names(&route, summary, kind) }
                    }
                </div>
            </div>
        </div>
    }
}

/// What the file contains, and where to start.
fn start(route: &Route, summary: &Summary, cards: &[DocumentCard], first: &DocumentCard) -> Html {
    html! {
        <p>
            { bdi(&sentence(summary, cards)) }
            { " " }
            { m::START_WITH }
            { " " }
            <a href={document_address(route, first)}>{ m::FIRST_DOCUMENT }</a>
            { " " }
            { m::OR_QUESTION }
        </p>
    }
}

/// "5 documents, 2014 to 2016 and 3 without a date. Mostly Korea and US; cyber security, terrorism, customs. 9,714 words."
fn sentence(summary: &Summary, cards: &[DocumentCard]) -> String {
    let dates = cards.iter().filter_map(|card| card.date.as_ref());
    let years: Vec<u16> = dates.flat_map(|dated| years(dated.date)).flatten().collect();
    let span = years.iter().min().copied().zip(years.iter().max().copied());
    let undated = cards.iter().filter(|card| card.date.is_none()).count();
    let most = |kind: &str, at_most: usize| -> Vec<String> {
        let mut of_kind: Vec<&NameCount> =
            summary.names.iter().filter(|name| name.kind == kind && name.passages > 0).collect();
        // In how many documents a name stands says more of a file than how often one of them prints it.
        entente_text::order::sort_by_key(&mut of_kind, |name| std::cmp::Reverse((name.documents, name.passages)));
        of_kind.into_iter().take(at_most).map(|name| name.name.clone()).collect()
    };
    let names = (most("country", SENTENCE_COUNTRIES), most("topic", SENTENCE_TOPICS));
    m::file_sentence(summary.documents, span, undated, &names.0, &names.1, summary.words)
}

/// The first and the last year of a date, as far as they are known.
fn years(date: PartialDate) -> [Option<u16>; 2] {
    match date {
        PartialDate::At(at) | PartialDate::Since(at) | PartialDate::Until(at) => [at.year, None],
        PartialDate::Between(from, to) => [from.year, to.year],
    }
}

fn document_address(route: &Route, card: &DocumentCard) -> String {
    route.to(View::Document { id: card.id.clone(), passage: None }).to_string()
}

fn documents(route: &Route, cards: &[DocumentCard]) -> Html {
    html! {
        <Section heading={m::DOCUMENTS} remark={m::FILE_ORDER}>
            <ul class="document-list">
                for card in cards.iter().take(SHOWN_DOCUMENTS) {
                    { document_line(card, document_address(route, card), false) }
                }
            </ul>
            if cards.len() > SHOWN_DOCUMENTS {
                <p><a href={address(route, View::Documents)}>{ m::all_documents(cards.len()) }</a></p>
            }
        </Section>
    }
}

/// The names of one kind that most passages name; nothing if there are none.
fn names(route: &Route, summary: &Summary, kind: &str) -> Html {
    let of_kind = summary.names.iter().filter(|name| name.kind == kind && name.passages > 0);
    let shown: Vec<_> = of_kind.take(SHOWN_NAMES).collect();
    if shown.is_empty() {
        return Html::default();
    }
    // Those that most passages name stand first.
    let most = shown[0].passages;
    html! {
        <Section heading={m::name_kinds(kind)} remark={m::PASSAGES_NAMING}>
            <ul class="bar-list">
                for name in shown {
                    <li key={name.id.as_str()}>
                        <a class="printed" href={address(route, View::Name(name.id.clone()))}>{ bdi(&name.name) }</a>
                        <span>{ m::in_documents(name.passages, name.documents) }</span>
                        { bar("", name.passages, most) }
                    </li>
                }
            </ul>
        </Section>
    }
}

/// Questions that this file can answer, each a link with its count; nothing if there are none.
fn questions(route: &Route, glance: &Glance) -> Html {
    let mut questions = Vec::new();
    for finding in &glance.findings {
        let (count, rest) = m::finding(finding);
        questions.push(question(answer_route(route, finding).to_string(), count, &rest));
    }
    let undated = glance.documents.documents.iter().filter(|card| card.date.is_none()).count();
    if undated > 0 {
        let without_date = Selection::default().with(Axis::Status, "undated", false);
        let href = route.plain(View::Documents).selecting(without_date).to_string();
        questions.push(question(href, m::documents(undated), &m::no_date_printed(undated)));
    }
    let unread = glance.summary.unread.len();
    if unread > 0 {
        let href = address(route, View::About);
        questions.push(question(href, m::files(unread), &m::could_not_be_read(unread)));
    }
    if questions.is_empty() {
        return Html::default();
    }
    html! {
        <Section heading={m::FINDINGS} remark={m::COUNTED}>
            <ul class="questions">{ questions }</ul>
        </Section>
    }
}

fn question(href: String, count: String, rest: &str) -> Html {
    html! { <li><a {href}><strong>{ count }</strong>{ " " }{ bdi(rest) }</a></li> }
}

/// The list that a finding counts, filtered to what it counts.
fn answer_route(route: &Route, found: &Finding) -> Route {
    let view = match found.list() {
        Listed::Commitments => View::Commitments,
        Listed::Pairs => View::Pairs,
        Listed::Series => View::SeriesList,
        Listed::Engagements => View::Engagements,
        Listed::Acronyms => View::Acronyms,
        Listed::Amounts => View::Amounts,
        Listed::Statements => View::Statements,
        Listed::Notes => View::Notes,
    };
    let route = route.plain(view).selecting(found.selection());
    route.with(Query::default().with_filter(found.filter()))
}
