//! Short forms and what they stand for.

use entente_corpus::Basis;
use entente_explore::tables::{AcronymRow, List};
use yew::prelude::*;

use crate::components::cells;
use crate::components::list_page::{Ask, Place, list_page};
use crate::components::table::{Row, Table};
use crate::messages as m;
use crate::route::{Route, View};

const HEADS: &[&str] = &[m::ACRONYM, m::STANDS_FOR, m::SOURCE];

/// The list.
pub(crate) fn list(place: &Place, list: &List<AcronymRow>) -> Html {
    let route = &place.route;
    if list.of == 0 {
        return super::not_found::nothing(route, m::NO_ACRONYMS, m::ACRONYMS_LEAD);
    }
    let never = list.rows.iter().filter(|row| row.expansion.is_none()).count();
    let rows: Vec<Row> = list.rows.iter().enumerate().map(|(n, found)| row(route, n, found)).collect();
    let ask = Ask {
        heading: m::acronyms_heading(never, list.rows.len()),
        lead: html! { { m::ACRONYMS_LEAD } },
        table: "acronyms",
        count: m::shown(list.rows.len(), list.of, m::acronyms),
        above: Html::default(),
    };
    list_page(
        place,
        ask,
        &list.groups,
        &list.exported,
        html! { <Table name="acronyms" label={m::ACRONYMS} heads={HEADS} {rows} /> },
    )
}

fn row(route: &Route, n: usize, row: &AcronymRow) -> Row {
    let short = match &row.name {
        Some(name) => {
            html! { <a class="printed" href={route.plain(View::Name(name.id.clone())).to_string()}><bdi>{ &row.acronym }</bdi></a> }
        }
        None => html! { <bdi class="printed">{ &row.acronym }</bdi> },
    };
    let expansion = match &row.expansion {
        Some(words) if row.basis == Basis::Stated => html! { <bdi class="printed">{ words }</bdi> },
        Some(words) => {
            html! { <><bdi class="printed">{ words }</bdi>{ " " }<span class="tag">{ m::OPENED_ELSEWHERE }</span></> }
        }
        None => html! { <span class="missing">{ m::NEVER_OPENED }</span> },
    };
    Row {
        id: format!("short-{n}"),
        cells: vec![
            short,
            html! { <>{ expansion }{ cells::quote(&row.source) }</> },
            cells::source(route, &row.source),
        ],
    }
}
