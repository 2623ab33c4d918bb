//! A table of facts: one row a fact; a column's label goes with each cell, for small screens.

use yew::prelude::*;

use crate::platform::timer;

/// One row: cells in the order of the columns.
#[derive(Clone, PartialEq)]
pub(crate) struct Row {
    /// Anchor, unique in the table.
    pub(crate) id: String,
    /// Cells.
    pub(crate) cells: Vec<Html>,
}

#[derive(Properties, PartialEq)]
pub(crate) struct TableProps {
    /// Names the columns' widths in the style sheet.
    pub(crate) name: &'static str,
    /// What the table holds.
    pub(crate) label: AttrValue,
    /// Heads of the columns.
    pub(crate) heads: &'static [&'static str],
    /// The column that names the row.
    #[prop_or_default]
    pub(crate) named_by: usize,
    pub(crate) rows: Vec<Row>,
}

/// Rows that are drawn at once: more than any screen shows.
const FIRST: usize = 120;
/// Rows that follow with each rest.
const MORE: usize = 500;

/// How many of `total` things are drawn by now: the first at once, the others soon after, so that a
/// view changes without waiting and the browser's own find still reaches all of them.
#[hook]
pub(crate) fn use_growing(total: usize) -> usize {
    let drawn = use_state(|| FIRST);
    {
        let drawn = drawn.clone();
        use_effect_with((*drawn, total), move |(now, total)| {
            let next = now + MORE;
            let wait = (now < total).then(|| timer::after(30, move || drawn.set(next)));
            move || drop(wait)
        });
    }
    (*drawn).min(total)
}

#[component]
pub(crate) fn Table(props: &TableProps) -> Html {
    let drawn = use_growing(props.rows.len());
    if props.rows.is_empty() {
        return Html::default();
    }
    // Rows are laid out as grids: the roles say what the elements would say otherwise.
    let cell = |(n, cell): (usize, &Html)| {
        let label = props.heads.get(n).copied();
        if n == props.named_by {
            html! { <th role="rowheader" scope="row" data-label={label}>{ cell.clone() }</th> }
        } else {
            html! { <td role="cell" data-label={label}>{ cell.clone() }</td> }
        }
    };
    html! {
        <table role="table" class="fact-table" data-table={props.name} aria-label={props.label.clone()} aria-rowcount={(props.rows.len() + 1).to_string()}>
            <thead role="rowgroup"><tr role="row">{ for props.heads.iter().map(|head| html! { <th role="columnheader" scope="col">{ *head }</th> }) }</tr></thead>
            <tbody role="rowgroup">
                { for props.rows.iter().take(drawn).map(|row| html! { <tr role="row" key={row.id.clone()} id={row.id.clone()}>{ for row.cells.iter().enumerate().map(cell) }</tr> }) }
            </tbody>
        </table>
    }
}
