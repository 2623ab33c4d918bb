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
    html! {
        <Section heading={m::PARTNERS_AND_TOPICS} remark={[m::PASSAGES_NAMING_BOTH, &remark].concat()}>
            { grid_table("partners-and-topics", m::PARTNERS_AND_TOPICS, grid, &|name| dossier(route, name), &|row, column| both(route, row, column)) }
        </Section>
    }
}

/// A table of passages: `of_name` is where the head of a row or column leads, `of_both` where a number does.
pub(crate) fn grid_table(
    figure: &'static str,
    caption: &str,
    grid: &Grid,
    of_name: &dyn Fn(&GridName) -> String,
    of_both: &dyn Fn(&GridName, &GridName) -> String,
) -> Html {
    let cell = |row: &GridName, column: &GridName, count: usize| HeatCell {
        count,
        address: of_both(row, column).into(),
        label: m::both_named(count, &called(row), &called(column)).into(),
    };
    let row = |(row, counts): (&GridName, &Vec<usize>)| {
        grid.columns.iter().zip(counts).map(|(column, count)| cell(row, column, *count)).collect()
    };
    let cells = grid.rows.iter().zip(&grid.cells).map(row).collect::<Vec<Vec<HeatCell>>>();
    let head = |name: &GridName| HeatHead { total: None, name: called(name).into(), address: of_name(name).into() };
    let heads = |names: &[GridName]| names.iter().map(head).collect::<Vec<_>>();
    html! {
        <HeatTable
            {figure}
            caption={caption.to_owned()}
            unit={m::PASSAGES_UNIT}
            rows={heads(&grid.rows)}
            columns={heads(&grid.columns)}
            {cells}
        />
    }
}

/// What the head of a row or column says: kinds of documents have words of the interface.
fn called(name: &GridName) -> String {
    let word = Axis::from_word(&name.kind).and_then(|axis| m::value(axis, &name.id));
    word.unwrap_or_else(|| shown(&name.kind, &name.name))
}

/// Where everything about a name is.
fn dossier(route: &Route, name: &GridName) -> String {
    route.plain(View::Name(name.id.clone())).to_string()
}

/// The passages that name both.
fn both(route: &Route, row: &GridName, column: &GridName) -> String {
    let filter = [row, column].into_iter().fold(Filter::default(), |filter, name| {
        Axis::from_word(&name.kind).map_or(filter.clone(), |axis| filter.with(axis, &name.id))
    });
    route.plain(View::Search).with(Query::default().with_filter(filter)).to_string()
}
