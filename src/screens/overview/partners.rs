//! Partners beside topics: each number opens the passages that name both.

use entente_explore::tables::{Grid, GridName};
use entente_explore::{Axis, Filter, Query};
use yew::prelude::*;

use super::lists::shown;
use crate::components::heat_table::{HeatCell, HeatHead, HeatTable};
use crate::components::section::Section;
use crate::messages as m;
use crate::route::{Route, View};

/// The table; nothing without partners or topics.
pub(crate) fn partners(route: &Route, grid: &Grid) -> Html {
    if grid.rows.is_empty() || grid.columns.is_empty() {
        return Html::default();
    }
    let left_out: Vec<String> = grid.left_out.iter().map(|name| name.name.clone()).collect();
    let remark = if left_out.is_empty() { String::new() } else { m::left_out(&left_out) };
    let cell = |row: &GridName, column: &GridName, count: usize| HeatCell {
        count,
        address: both(route, row, column).into(),
        label: m::both_named(count, &row.name, &column.name).into(),
    };
    let cells = grid
        .rows
        .iter()
        .zip(&grid.cells)
        .map(|(row, counts)| grid.columns.iter().zip(counts).map(|(column, count)| cell(row, column, *count)).collect())
        .collect::<Vec<Vec<HeatCell>>>();
    let heads = |names: &[GridName]| names.iter().map(|name| head(route, name)).collect::<Vec<_>>();
    html! {
        <Section heading={m::PARTNERS_AND_TOPICS} remark={[m::PASSAGES_NAMING_BOTH, &remark].concat()}>
            <HeatTable figure="partners-and-topics" caption={m::PARTNERS_AND_TOPICS} unit={m::PASSAGES_UNIT} rows={heads(&grid.rows)} columns={heads(&grid.columns)} {cells} />
        </Section>
    }
}

fn head(route: &Route, name: &GridName) -> HeatHead {
    HeatHead {
        total: None,
        name: shown(&name.kind, &name.name).into(),
        address: route.plain(View::Name(name.id.clone())).to_string().into(),
    }
}

/// The passages that name both.
fn both(route: &Route, row: &GridName, column: &GridName) -> String {
    let filter = [row, column].into_iter().fold(Filter::default(), |filter, name| {
        Axis::from_word(&name.kind).map_or(filter.clone(), |axis| filter.with(axis, &name.id))
    });
    route.plain(View::Search).with(Query::default().with_filter(filter)).to_string()
}
