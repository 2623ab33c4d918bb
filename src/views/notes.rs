//! What is odd in the sources.

use entente_explore::tables::{List, NoteRow};
use yew::prelude::*;

use crate::components::cells;
use crate::components::list_page::{Ask, Place, list_page};
use crate::components::table::{Row, Table};
use crate::messages as m;
use crate::route::Route;

const HEADS: &[&str] = &[m::KIND, m::SOURCE_HAS, m::SOURCE];

/// The list.
pub(crate) fn list(place: &Place, list: &List<NoteRow>) -> Html {
    let route = &place.route;
    if list.of == 0 {
        return super::not_found::nothing(route, m::NO_NOTES, m::NOTES_LEAD);
    }
    let mut files: Vec<&str> = list.rows.iter().map(|row| row.file.as_str()).collect();
    files.dedup();
    let rows: Vec<Row> = list.rows.iter().enumerate().map(|(n, found)| row(route, n, found)).collect();
    let ask = Ask {
        heading: m::notes_heading(list.rows.len(), files.len()),
        lead: html! { { m::NOTES_LEAD } },
        table: "anomalies",
        count: m::shown(list.rows.len(), list.of, m::notes),
        above: Html::default(),
    };
    list_page(
        place,
        ask,
        &list.groups,
        &list.exported,
        html! { <Table name="notes" label={m::NOTES} heads={HEADS} named_by={1} {rows} /> },
    )
}

fn row(route: &Route, n: usize, row: &NoteRow) -> Row {
    let words = row.source.as_ref().filter(|source| !source.quote.is_empty());
    Row {
        id: format!("note-{n}"),
        cells: vec![
            html! { <span class="flag">{ m::note_kind(row.kind.as_str()) }</span> },
            html! { <><bdi>{ &row.detail }</bdi>if let Some(source) = words { { cells::quote(source) } }</> },
            match &row.source {
                Some(source) => cells::source(route, source),
                None => html! { <code><bdi>{ &row.file }</bdi></code> },
            },
        ],
    }
}
