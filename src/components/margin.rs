//! The reader's margin: a line beside each passage, everything beside the one in view.
//!
//! Order of the parts: source notes, repeats, same names and topic, engagements, ledger, statements, short forms,
//! names.

use entente_explore::tables::{
    Margin, MarginLine, MeasureCounts, MeasureUnder, MeetingInLine, NoteHere, PairRow, RelatedPassage, Source,
    StatementHere,
};
use yew::prelude::*;

use super::date_label::{date_label, date_words};
use super::differences::differing_words;
use super::engagement::engagement_line;
use super::references::{address, name_list, passage_id, place_link, quoted_words, source_link};
use super::text::{printed, text};
use crate::messages as m;
use crate::route::{Route, View};

/// Most repeats, meetings and commitments that the line of a passage names. If there are more, it gives their number.
const NAMED_IN_LINE: usize = 2;

/// The line beside a passage: a link that brings the passage into view.
pub(crate) fn margin_line(href: String, line: &MarginLine) -> Html {
    let class = if line.notes.is_empty() { "sum" } else { "sum flag" };
    html! { <div class="side" lang={m::LANGUAGE}><a {class} {href}>{ text(&line_words(line)) }</a></div> }
}

/// What the line beside a passage says: "Repeated at l. 571, 2 words differ · Conference, 2013".
pub(crate) fn line_words(line: &MarginLine) -> String {
    let mut parts: Vec<String> = line.notes.iter().map(|kind| m::note_kind(kind.as_str()).to_owned()).collect();
    parts.extend(line.repeats.iter().take(NAMED_IN_LINE).map(|repeat| m::repeated(&repeat.place, repeat.differ)));
    let more = line.repeats.len().saturating_sub(NAMED_IN_LINE);
    if more > 0 {
        parts.push(m::repeated_more(more));
    }
    let meeting = |found: &MeetingInLine| m::margin_meeting(found.kind.as_str(), &date_words(found.date.as_ref()));
    parts.extend(line.engagements.iter().take(NAMED_IN_LINE).map(meeting));
    let more = line.engagements.len().saturating_sub(NAMED_IN_LINE);
    if more > 0 {
        parts.push(m::and_more(more));
    }
    if let Some(MeasureCounts { done, planned }) = line.ledger {
        parts.push(m::ledger(done, planned));
    }
    parts.extend(line.under.iter().take(NAMED_IN_LINE).map(|measure| m::done_for(measure.is_done, &measure.place)));
    parts.join(" · ")
}

/// Everything that is known about the passage in view.
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
            { part("", measures_under(route, margin)) }
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
    let note = |note: &NoteHere| {
        html! { <p><span class="flag">{ m::note_kind(note.kind.as_str()) }</span>{ ": " }{ text(&note.detail) }</p> }
    };
    margin.notes.iter().map(note).collect()
}

/// Where the same is said, and the words that differ.
fn said_twice(route: &Route, pair: &PairRow) -> Html {
    let (here, there) = (&pair.only_one, &pair.only_other);
    let count = |runs: &[String]| runs.iter().map(|run| run.split_whitespace().count()).sum::<usize>();
    let differ = if pair.difference.is_some() { count(here).max(count(there)) } else { 0 };
    let is_same_document = pair.one.document == pair.other.document;
    let compare = address(route, View::Compare(passage_id(&pair.one), passage_id(&pair.other)));
    let history = address(route, View::History(passage_id(&pair.one)));
    html! {
        <div>
            <p class="label">
                { m::REPEATED_AT }
                if is_same_document { { place_link(route, &pair.other) } } else { { source_link(route, &pair.other) } }
                { ", " }
                { m::differing(Some(differ)) }
                { " " }
                <a href={compare}>{ m::COMPARE }</a>
                { " " }
                <a href={history}>{ m::HISTORY_TOOL }</a>
            </p>
            if differ > 0 {
                <p>
                    if !there.is_empty() { { m::THERE }{ differing_words(there, &[], 3) } }
                    if !here.is_empty() { { m::HERE }{ differing_words(&[], here, 3) } }
                </p>
            }
        </div>
    }
}

fn related(route: &Route, margin: &Margin) -> Vec<Html> {
    let mut out = Vec::new();
    for RelatedPassage { source, date } in &margin.related {
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
    let Some(MeasureCounts { done, planned }) = margin.ledger else { return Vec::new() };
    vec![html! { <p><a href={address(route, View::Commitments)}>{ m::ledger(done, planned) }</a></p> }]
}

fn measures_under(route: &Route, margin: &Margin) -> Vec<Html> {
    let measure = |MeasureUnder { is_done, place }: &MeasureUnder<Source>| {
        html! { <p>{ m::measure_for(*is_done) }{ place_link(route, place) }{ " " }{ quoted_words(place) }</p> }
    };
    margin.under.iter().map(measure).collect()
}

fn statements(route: &Route, margin: &Margin) -> Vec<Html> {
    let mut out = Vec::new();
    for StatementHere { id, modality, verb } in &margin.statements {
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
