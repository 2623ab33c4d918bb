//! Pairs: what is said twice, with the words that differ.

use entente_explore::tables::{List, PairRow, Source};
use yew::prelude::*;

use crate::components::cells;
use crate::components::list_page::{Ask, Place, list_page};
use crate::components::section::section;
use crate::components::table::{Row, Table};
use crate::messages as m;
use crate::route::{Route, View};

const HEADS: &[&str] = &[m::FIRST_WORDS, m::WORDS_THAT_DIFFER, m::SAID_IN, m::AND_IN];
/// Characters of a passage's first words.
const FIRST: usize = 60;
/// Runs of differing words that a row shows.
const RUNS: usize = 4;

/// The list.
pub(crate) fn list(place: &Place, list: &List<PairRow>) -> Html {
    let route = &place.route;
    if list.of == 0 {
        return super::not_found::nothing(route, m::NO_PAIRS, m::PAIRS_LEAD);
    }
    let own = |row: &&PairRow| !row.template;
    let differs = |row: &&PairRow| row.difference.is_some();
    let said = list.rows.iter().filter(own).count();
    let ask = Ask {
        heading: m::pairs_heading(said, list.rows.iter().filter(own).filter(differs).count()),
        lead: html! { { m::PAIRS_LEAD } },
        table: "links",
        count: m::shown(list.rows.len(), list.of, m::pairs),
        above: Html::default(),
    };
    let part = |heading: &'static str, rows: Vec<&PairRow>| {
        let count = rows.len();
        let rows: Vec<Row> = rows.into_iter().enumerate().map(|(n, found)| row(route, heading, n, found)).collect();
        if rows.is_empty() {
            return Html::default();
        }
        html! { { section(heading, &m::pairs(count), html! { <><Table name="pairs" label={heading} heads={HEADS} {rows} /></> }) } }
    };
    let rows = html! {
        <>
            { part(m::DIFFERING, list.rows.iter().filter(own).filter(differs).collect()) }
            { part(m::ALIKE, list.rows.iter().filter(own).filter(|row| row.difference.is_none()).collect()) }
            { part(m::TEMPLATES, list.rows.iter().filter(|row| row.template).collect()) }
        </>
    };
    list_page(place, ask, &list.groups, &list.exported, rows)
}

/// Address of the comparison of two places.
pub(crate) fn compare(route: &Route, one: &Source, other: &Source) -> String {
    let place = |source: &Source| format!("{}:{}", source.document, source.passage);
    route.plain(View::Compare(place(one), place(other))).to_string()
}

fn row(route: &Route, part: &'static str, n: usize, row: &PairRow) -> Row {
    let first = cut(&row.one.quote);
    Row {
        id: format!("{}-{n}", part.split(' ').next().unwrap_or_default().to_lowercase()),
        cells: vec![
            html! { <a class="printed" href={compare(route, &row.one, &row.other)}><bdi lang={row.one.language.clone()}>{ first }</bdi></a> },
            if row.difference.is_some() {
                differing(row)
            } else {
                html! { <span class="missing">{ format!("{} the same", m::words(row.words)) }</span> }
            },
            cells::source(route, &row.one),
            if row.one.document == row.other.document {
                cells::place(route, &row.other)
            } else {
                cells::source(route, &row.other)
            },
        ],
    }
}

/// Words cut at a word.
fn cut(words: &str) -> String {
    match words.char_indices().nth(FIRST) {
        Some((at, _)) => format!("{}…", words[..at].rsplit_once(' ').map_or(&words[..at], |(whole, _)| whole)),
        None => words.to_owned(),
    }
}

fn differing(row: &PairRow) -> Html {
    let (left, right) = &row.only;
    let hidden = left.len().saturating_sub(RUNS) + right.len().saturating_sub(RUNS);
    html! {
        <span class="printed differing">
            { for left.iter().take(RUNS).map(|words| html! { <><del>{ cut(words) }</del>{ " " }</> }) }
            { for right.iter().take(RUNS).map(|words| html! { <><ins>{ cut(words) }</ins>{ " " }</> }) }
            if hidden > 0 { <small>{ m::and_more(hidden) }</small> }
            if left.is_empty() && right.is_empty() { <small>{ row.difference.map(|kind| m::word(kind.as_str())).unwrap_or_default() }</small> }
        </span>
    }
}
