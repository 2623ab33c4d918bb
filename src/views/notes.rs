//! What is odd in the sources.

use entente_explore::tables::NoteRow;
use yew::prelude::*;

use super::ViewProps;
use crate::components::cells;
use crate::components::list_page::ListPage;
use crate::components::save::SaveTable;
use crate::components::table::{Row, Table};
use crate::messages as m;
use crate::route::Route;

const HEADS: &[&str] = &[m::KIND, m::SOURCE_HAS, m::SOURCE];

#[component]
pub(crate) fn Notes(props: &ViewProps) -> Html {
    let ViewProps { library, route, go, instead } = props;
    let list =
        use_memo((library.clone(), route.query.clone(), route.selection.clone()), |(library, query, selection)| {
            library.notes(query, selection)
        });
    if list.of == 0 {
        return super::not_found::nothing(route, m::NO_NOTES, m::NOTES_LEAD);
    }
    let mut files: Vec<&str> = list.rows.iter().map(|row| row.file.as_str()).collect();
    files.dedup();
    let rows: Vec<Row> = list.rows.iter().enumerate().map(|(n, found)| row(route, n, found)).collect();
    html! {
        <ListPage library={library.clone()} route={route.clone()} go={go.clone()} instead={instead.clone()}
            heading={m::notes_heading(list.rows.len(), files.len())} lead={html! { { m::NOTES_LEAD } }}
            tools={html! { <SaveTable library={library.clone()} table="anomalies" rows={list.exported.clone()} /> }}
            groups={list.groups.clone()} count={m::shown(list.rows.len(), list.of, m::notes)} nothing={list.rows.is_empty()}>
            <Table name="notes" label={m::NOTES} heads={HEADS} named_by={1} {rows} />
        </ListPage>
    }
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
