//! A table of facts: one row a fact; a column's label goes with each cell, for small screens.

use yew::prelude::*;

use super::long_list::{LongList, Rows};
use crate::context::use_view_context;

/// The columns of a table.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Columns {
    /// Names the columns' widths in the style sheet.
    pub(crate) name: &'static str,
    pub(crate) heads: &'static [&'static str],
    /// Index of the column that names the row.
    pub(crate) named_by: usize,
}

impl Columns {
    /// One row: `id` is its anchor, unique in the table; `cells` stand in the order of the columns.
    pub(crate) fn row(&self, id: String, cells: impl IntoIterator<Item = Html>) -> Html {
        let cells = cells.into_iter().zip(self.heads).enumerate().map(|(n, (cell, head))| {
            if n == self.named_by {
                html! { <th role="rowheader" scope="row" data-label={*head}>{ cell }</th> }
            } else {
                html! { <td role="cell" data-label={*head}>{ cell }</td> }
            }
        });
        html! { <tr role="row" key={id.as_str()} id={id.clone()}>{ for cells }</tr> }
    }
}

/// Properties of [`FactTable`].
#[derive(Properties, PartialEq)]
pub(crate) struct FactTableProps {
    pub(crate) columns: &'static Columns,
    /// What the table contains.
    pub(crate) label: &'static str,
    /// Made by [`Columns::row`].
    pub(crate) rows: Rows,
    /// Rows of other tables that are drawn before these.
    #[prop_or_default]
    pub(crate) skip: usize,
}

/// The table; nothing if it has no rows.
#[component]
pub(crate) fn FactTable(props: &FactTableProps) -> Html {
    let drawn = use_view_context().visit.drawn.saturating_sub(props.skip);
    if props.rows.len() == 0 {
        return Html::default();
    }
    // Rows are laid out as grids: the roles say what the elements would say otherwise.
    html! {
        <table
            class="fact-table"
            role="table"
            data-table={props.columns.name}
            aria-label={props.label}
            aria-rowcount={(props.rows.len() + 1).to_string()}
        >
            <thead role="rowgroup">
                <tr role="row">
                    for head in props.columns.heads {
                        <th role="columnheader" scope="col">{ *head }</th>
                    }
                </tr>
            </thead>
            <tbody role="rowgroup"><LongList rows={props.rows.clone()} {drawn} /></tbody>
        </table>
    }
}
