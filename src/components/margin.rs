//! The reader's margin: a line beside each passage, everything beside the one in view.

use entente_explore::tables::{Margin, MarginLine, PairRow};
use yew::prelude::*;

use super::{cells, facts};
use crate::messages as m;
use crate::route::{Route, View};

/// The line beside a passage: a link that brings the passage into view.
pub(crate) fn line(link: String, line: &MarginLine) -> Html {
    let noted = !line.notes.is_empty();
    html! { <div class="side" lang="en"><a class={classes!("sum", noted.then_some("flag"))} href={link}>{ m::margin_line(line) }</a></div> }
}

/// Everything there is to say of the passage in view.
pub(crate) fn full(route: &Route, margin: &Margin) -> Html {
    let short = margin.short.iter().map(|short| {
        html! { <p><bdi class="printed">{ &short.acronym }</bdi>{ ": " }<bdi class="printed">{ short.expansion.clone().unwrap_or_default() }</bdi></p> }
    });
    let statement = |(id, modality, verb): &(String, entente_corpus::Modality, Option<String>)| {
        let link = route.plain(View::Statement(id.clone())).to_string();
        html! { <p><a href={link}>{ m::word(modality.as_str()) }</a>if let Some(verb) = verb { { ": " }<i class="printed">{ verb }</i> }</p> }
    };
    let engagement = |row: &entente_explore::tables::EngagementRow| {
        let link = route.plain(View::Engagement(row.id.clone())).to_string();
        html! { <p>{ facts::date(row.date.as_ref(), row.bound.as_ref(), None) }{ " " }<a class="printed" href={link}>{ &row.name }</a></p> }
    };
    html! {
        <div class="side" data-full="true" lang="en" role="group" aria-label={m::MARGIN}>
            { part("", margin.notes.iter().map(|(kind, detail)| html! { <p><span class="flag">{ m::note_kind(kind.as_str()) }</span>{ ": " }{ detail }</p> })) }
            { for margin.restated.iter().map(|pair| twice(route, pair)) }
            { part(m::ENGAGEMENTS_HERE, margin.engagements.iter().map(engagement)) }
            { part(m::IN_LEDGER, margin.ledger.iter().map(|(done, planned)| html! {
                <p><a href={route.plain(View::Commitments).to_string()}>{ m::ledger(*done, *planned) }</a></p>
            })) }
            { part(m::MEASURE_UNDER, margin.under.iter().map(|source| html! { <p>{ cells::place(route, source) }{ " " }<bdi class="printed">{ &source.quote }</bdi></p> })) }
            { part(m::STATEMENTS_HERE, margin.statements.iter().map(statement)) }
            { part(m::SHORT_HERE, short) }
            { part(m::NAMES_HERE, (!margin.names.is_empty()).then(|| html! { <p>{ cells::names(route, &margin.names) }</p> }).into_iter()) }
        </div>
    }
}

/// A part with its label; nothing where it is empty.
fn part(label: &'static str, rows: impl Iterator<Item = Html>) -> Html {
    let rows: Vec<Html> = rows.collect();
    if rows.is_empty() {
        return Html::default();
    }
    html! { <div>if !label.is_empty() { <p class="label">{ label }</p> }{ for rows }</div> }
}

/// Where the same is said, and the words that differ.
fn twice(route: &Route, pair: &PairRow) -> Html {
    let label = if pair.difference.is_some() { m::SAID_TWICE } else { m::SAID_TWICE_SAME };
    let (here, there) = &pair.only;
    let words = html! {
        <p class="printed differing">
            { for here.iter().take(3).map(|words| html! { <><del>{ words }</del>{ " " }</> }) }
            { for there.iter().take(3).map(|words| html! { <><ins>{ words }</ins>{ " " }</> }) }
        </p>
    };
    let compare = route.plain(View::Compare(address(&pair.one), address(&pair.other))).to_string();
    let links = html! { <p>{ cells::source(route, &pair.other) }{ " " }<a href={compare}>{ m::COMPARE }</a></p> };
    part(label, [words, links].into_iter())
}

fn address(source: &entente_explore::tables::Source) -> String {
    format!("{}:{}", source.document, source.passage)
}
