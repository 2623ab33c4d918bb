//! A concordance: hits on lines, the words that were found one below the other; above them a strip for each document.

use entente_explore::tables::{Concordance, ContextLine, ContextOrder, Dispersion};
use yew::prelude::*;

use super::long_list::{LongList, Rows};
use super::references::{document_title, passage_address};
use super::row_tools::{RowContext, source_cell};
use super::shared::Shared;
use super::text::{bdi, text, unseen};
use crate::context::use_view_context;
use crate::messages as m;
use crate::route::{ListLayout, Route};

/// Documents that have a strip, and those of them that are not folded: the lines are what the view is for.
const MAX_STRIPS: usize = 40;
const MAX_UNFOLDED_STRIPS: usize = 6;

/// The columns that lines can be sorted by: the order, and what it is called.
const ORDERS: &[(ContextOrder, &str)] = &[
    (ContextOrder::Left, m::WORDS_BEFORE),
    (ContextOrder::Place, m::WORDS_FOUND),
    (ContextOrder::Right, m::WORDS_AFTER),
];

/// Properties of [`ConcordanceTable`].
#[derive(Properties, PartialEq)]
pub(crate) struct ConcordanceProps {
    pub(crate) found: Shared<Concordance>,
}

/// The strips and the lines, as many as are drawn by now.
#[component]
pub(crate) fn ConcordanceTable(props: &ConcordanceProps) -> Html {
    let here = use_view_context();
    let (route, found) = (&here.route, &props.found);
    if found.lines.is_empty() {
        return html! { <p class="nothing">{ m::NO_LINES }</p> };
    }
    let at = RowContext::from(&here);
    let rows = Rows::new(found.rc(), 0..found.lines.len(), move |found, n| line(&at, &found.lines[n], n));
    html! {
        <div class="concordance">
            <p class="lines-count">{ m::lines_of(found.lines.len(), found.documents.len(), found.passages) }</p>
            { strips(route, &found.documents) }
            <table class="kwic" role="table" aria-label={m::AS_LINES} aria-rowcount={(found.lines.len() + 1).to_string()}>
                <thead role="rowgroup">
                    <tr role="row">
                        for (order, label) in ORDERS {
                            { sorted_head(route, *order, label) }
                        }
                        <th role="columnheader" scope="col">{ m::SOURCE }</th>
                    </tr>
                </thead>
                <tbody role="rowgroup"><LongList {rows} drawn={here.visit.drawn} /></tbody>
            </table>
        </div>
    }
}

/// A head that sorts the lines.
fn sorted_head(route: &Route, order: ContextOrder, label: &'static str) -> Html {
    let is_sorted = route.context == order;
    let href = Route { context: order, layout: ListLayout::Context, ..route.clone() }.to_string();
    html! {
        <th role="columnheader" scope="col" data-side={order.as_str()} aria-sort={if is_sorted { Some("ascending") } else { None }}>
            <a {href} title={m::SORT_LINES}>{ label }</a>
        </th>
    }
}

fn line(at: &RowContext, line: &ContextLine, n: usize) -> Html {
    let source = &line.source;
    let language = source.language.clone();
    html! {
        <tr role="row" key={n}>
            <td role="cell" class="before" lang={language.clone()}>{ bdi(&line.before) }</td>
            <th role="rowheader" scope="row" class="found" lang={language.clone()}>
                <a href={passage_address(&at.route, source)}>{ bdi(&line.words) }</a>
            </th>
            <td role="cell" class="after" lang={language}>{ bdi(&line.after) }</td>
            <td role="cell" class="source">{ source_cell(at, source) }</td>
        </tr>
    }
}

/// The places of the hits in each document, in the first ones unfolded.
fn strips(route: &Route, documents: &[Dispersion]) -> Html {
    let shown = &documents[..documents.len().min(MAX_STRIPS)];
    let (first, rest) = shown.split_at(shown.len().min(MAX_UNFOLDED_STRIPS));
    let strip_of = |document: &Dispersion| {
        html! {
            <li key={document.document.as_str()}>
                <span class="strip-title">{ strip_title(route, document) }</span>
                <span class="count">{ m::number(document.marks.len()) }{ unseen(m::HITS_ASIDE) }</span>
                { strip(&document.marks) }
            </li>
        }
    };
    html! {
        <>
            <ul class="dispersion" aria-label={m::DISPERSION}>{ for first.iter().map(strip_of) }</ul>
            if !rest.is_empty() {
                <details class="more">
                    <summary>{ m::n_more(documents.len() - first.len()) }</summary>
                    <ul class="dispersion">
                        { for rest.iter().map(strip_of) }
                        if documents.len() > MAX_STRIPS {
                            <li class="note">{ text(&m::and_more(documents.len() - MAX_STRIPS)) }</li>
                        }
                    </ul>
                </details>
            }
        </>
    }
}

fn strip_title(route: &Route, document: &Dispersion) -> Html {
    document_title(route, &document.document, &document.title, document.titled)
}

/// A line as long as the document with a mark for each hit; marks that would touch are one.
fn strip(marks: &[u16]) -> Html {
    let mut shown: Vec<u16> = marks.iter().map(|mark| mark - mark % 4).collect();
    shown.dedup();
    html! {
        <svg class="strip" aria-hidden="true" width="100%" height="14">
            <rect class="strip-line" y="6.5" width="100%" height="1" />
            for mark in shown {
                <rect class="strip-mark" x={format!("{}.{}%", mark / 10, mark % 10)} y="1" width="2" height="12" />
            }
        </svg>
    }
}

/// The switch between the list and the lines.
#[component]
pub(crate) fn LayoutChoice() -> Html {
    let here = use_view_context();
    let route = &here.route;
    let choice = |layout: ListLayout, label: &'static str| {
        let href = Route { layout, context: ContextOrder::Place, ..(**route).clone() }.to_string();
        html! { <a class="button" {href} aria-current={(route.layout == layout).then_some("true")}>{ label }</a> }
    };
    html! {
        <span class="layout-choice" role="group" aria-label={m::LAYOUT}>
            { choice(ListLayout::List, m::AS_LIST) }
            { choice(ListLayout::Context, m::AS_LINES) }
        </span>
    }
}
