//! Two sorts of things against each other: each number opens the passages that have both.

use entente_explore::tables::{CrossTable, GridName};
use entente_explore::{Axis, TableSide};
use yew::prelude::*;

use super::view::head;
use crate::components::chips::Chips;
use crate::components::list_page::no_row;
use crate::components::section::Section;
use crate::components::shared::Shared;
use crate::context::use_view_context;
use crate::messages as m;
use crate::route::{Route, View};
use crate::screens::overview::partners::grid_table;

/// Properties of [`Cross`].
#[derive(Properties, PartialEq)]
pub(crate) struct CrossProps {
    pub(crate) found: Shared<CrossTable>,
}

/// The view.
#[component]
pub(crate) fn Cross(props: &CrossProps) -> Html {
    let route = use_view_context().route;
    html! {
        <div class="page relations">
            { head(&route, m::CROSS_LEAD) }
            <Chips words=true />
            { table(&route, &props.found) }
        </div>
    }
}

fn table(route: &Route, found: &CrossTable) -> Html {
    let (rows, columns) = (route.rows, route.table_columns());
    let grid = &found.grid;
    if !rows.has_table_with(columns) {
        return html! { <p>{ m::NO_TABLE_WITH_ITSELF }</p> };
    }
    if grid.cells.iter().flatten().all(|count| *count == 0) {
        return if route.asks() {
            no_row(route)
        } else {
            html! { <p>{ m::NO_CROSS }</p> }
        };
    }
    let heading = m::cross_heading(rows, columns);
    let of_name = |name: &GridName| passages(route, &[name]);
    let of_both = |row: &GridName, column: &GridName| passages(route, &[row, column]);
    html! {
        <Section heading={heading.clone()}>
            { grid_table("cross-table", &heading, grid, &of_name, &of_both) }
            <p class="figure-note">{ m::cross_note(found) }</p>
            if [rows, columns].contains(&TableSide::Year) {
                <p class="figure-note">{ m::CROSS_YEARS }</p>
            }
        </Section>
    }
}

/// The passages that have all of these, under the words and filters of the table.
fn passages(route: &Route, names: &[&GridName]) -> String {
    let search = Route { view: View::Search, ..route.with_sides(TableSide::default(), None) };
    let narrowed = names.iter().fold(search, |search, name| match (Axis::from_word(&name.kind), name.id.parse()) {
        (Some(Axis::From), Ok(year)) => search.within_years(Some(year), Some(year)),
        (Some(axis), _) => search.with(search.query.narrowed(axis, &name.id)),
        (None, _) => search,
    });
    narrowed.to_string()
}
