//! The reader's margin: a line beside each passage, everything beside the one in view.
//!
//! Order of the parts: source notes, said twice, same names and topic, engagements, ledger, statements, short forms,
//! names.

use entente_explore::tables::{Margin, MarginLine, PairRow};
use yew::prelude::*;

use super::date_label::date_label;
use super::differences::differing_words;
use super::engagement::engagement_line;
use super::references::{address, name_list, passage_id, place_link, quoted_words, source_link};
use super::text::{printed, text};
use crate::messages as m;
use crate::route::{Route, View};

/// The line beside a passage: a link that brings the passage into view.
pub(crate) fn margin_line(href: String, line: &MarginLine) -> Html {
    let class = if line.notes.is_empty() { "sum" } else { "sum flag" };
    html! { <div class="side" lang={m::LANGUAGE}><a {class} {href}>{ text(&m::margin_line(line)) }</a></div> }
}

/// Everything there is to say of the passage in view.
pub(crate) fn full_margin(route: &Route, margin: &Margin) -> Html {
    html! {
        <div class="side" data-full="true" lang={m::LANGUAGE} role="group" aria-label={m::MARGIN}>
            { margin_parts(route, margin) }
        </div>
    }
}

/// The parts alone.
pub(crate) fn margin_parts(route: &Route, margin: &Margin) -> Html {
    html! {
        <>
            { part("", notes(margin)) }
            for pair in &margin.restated {
                { said_twice(route, pair) }
            }
            { part(&m::same_names(&margin.shared), related(route, margin)) }
            { part(m::ENGAGEMENTS_HERE, engagements(route, margin)) }
            { part(m::IN_LEDGER, ledger(route, margin)) }
            { part(m::MEASURE_UNDER, measures_under(route, margin)) }
            { part(m::STATEMENTS_HERE, statements(route, margin)) }
            { part(m::SHORT_HERE, short_forms(margin)) }
            { part(m::NAMES_HERE, names(route, margin)) }
        </>
    }
}

/// A part with its label; nothing if it has no rows.
fn part(label: &str, rows: Vec<Html>) -> Html {
    if rows.is_empty() {
        return Html::default();
    }
    html! {
        <div>
            if !label.is_empty() {
                <p class="label">{ text(label) }</p>
            }
            { rows }
        </div>
    }
}

fn notes(margin: &Margin) -> Vec<Html> {
    let note = |(kind, detail): &(entente_corpus::AnomalyKind, String)| {
        html! { <p><span class="flag">{ m::note_kind(kind.as_str()) }</span>{ ": " }{ text(detail) }</p> }
    };
    margin.notes.iter().map(note).collect()
}

/// Where the same is said, and the words that differ.
fn said_twice(route: &Route, pair: &PairRow) -> Html {
    let label = if pair.difference.is_some() { m::SAID_TWICE } else { m::SAID_TWICE_SAME };
    let (left, right) = &pair.only;
    let compare = address(route, View::Compare(passage_id(&pair.one), passage_id(&pair.other)));
    let differing = html! { <p>{ differing_words(left, right, 3) }</p> };
    let history = address(route, View::History(passage_id(&pair.one)));
    let place = html! {
        <p>
            { source_link(route, &pair.other) }
            { " " }
            <a href={compare}>{ m::COMPARE }</a>
            { " " }
            <a href={history}>{ m::HISTORY_TOOL }</a>
        </p>
    };
    part(label, vec![differing, place])
}

fn related(route: &Route, margin: &Margin) -> Vec<Html> {
    let mut out = Vec::new();
    for (source, date) in &margin.related {
        out.push(html! {
            <p>
                if date.is_some() {
                    { date_label(date.as_ref(), None) }
                    { " " }
                }
                { source_link(route, source) }
            </p>
        });
    }
    out
}

fn engagements(route: &Route, margin: &Margin) -> Vec<Html> {
    margin.engagements.iter().map(|row| html! { <p>{ engagement_line(route, row) }</p> }).collect()
}

fn ledger(route: &Route, margin: &Margin) -> Vec<Html> {
    let Some((undertaken, planned)) = margin.ledger else { return Vec::new() };
    vec![html! { <p><a href={address(route, View::Commitments)}>{ m::ledger(undertaken, planned) }</a></p> }]
}

fn measures_under(route: &Route, margin: &Margin) -> Vec<Html> {
    let measure = |source| html! { <p>{ place_link(route, source) }{ " " }{ quoted_words(source) }</p> };
    margin.under.iter().map(measure).collect()
}

fn statements(route: &Route, margin: &Margin) -> Vec<Html> {
    let mut out = Vec::new();
    for (id, modality, verb) in &margin.statements {
        let href = address(route, View::Statement(id.clone()));
        out.push(html! {
            <p>
                <a {href}>{ m::word(modality.as_str()) }</a>
                if let Some(verb) = verb {
                    { ": " }
                    <i class="printed">{ text(verb) }</i>
                }
            </p>
        });
    }
    out
}

fn short_forms(margin: &Margin) -> Vec<Html> {
    let mut out = Vec::new();
    for found in &margin.short {
        let words = found.expansion.as_deref().unwrap_or_default();
        out.push(html! { <p>{ printed(&found.acronym) }{ ": " }{ printed(words) }</p> });
    }
    out
}

fn names(route: &Route, margin: &Margin) -> Vec<Html> {
    if margin.names.is_empty() {
        return Vec::new();
    }
    vec![html! { <p>{ name_list(route, &margin.names) }</p> }]
}
