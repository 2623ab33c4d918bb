//! A table of facts: one row a fact; a column's label goes with each cell, for small screens.
//!
//! In a list the heads sort, and the row that the reader is at is shown beside it.

use yew::prelude::*;

use super::long_list::{LongList, Rows};
use crate::actions::RouteAction;
use crate::context::{ViewContext, use_view_context};
use crate::messages as m;
use crate::platform::dom;
use crate::route::Route;
use crate::visit::VisitAction;

/// The columns of a table.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Columns {
    /// Names the columns' widths in the style sheet.
    pub(crate) name: &'static str,
    pub(crate) heads: &'static [&'static str],
    /// What each column is called in the order of a link; empty for one that does not sort.
    pub(crate) sorts: &'static [&'static str],
    /// The column that the list is sorted by if the link asks for nothing, and true if it falls.
    pub(crate) own_order: Option<(&'static str, bool)>,
    /// Index of the column that names the row.
    pub(crate) named_by: usize,
}

/// Columns that are sorted from the highest value down when their head is pressed first.
const FALLING: [&str; 5] = ["amount", "date", "documents", "last", "passages"];

/// Columns whose cells are clear without their label, where the label stands in the cell.
const CLEAR: [&str; 9] =
    [m::DATE, m::KIND, m::PUBLISHER, m::SOURCE, m::SPEAKER, m::STANDS_FOR, m::VERB, m::WORDS, m::WORDS_THAT_DIFFER];

impl Columns {
    /// One row: `id` is its anchor, unique in the table; `cells` are in the order of the columns.
    pub(crate) fn row(&self, id: String, cells: impl IntoIterator<Item = Html>) -> Html {
        self.row_of_year(None, id, cells)
    }

    /// The same row under a line with its year, if it is the first of it.
    pub(crate) fn row_of_year(
        &self,
        year: Option<AttrValue>,
        id: String,
        cells: impl IntoIterator<Item = Html>,
    ) -> Html {
        let cells = cells.into_iter().zip(self.heads).enumerate().map(|(n, (cell, head))| {
            let label = (!CLEAR.contains(head)).then_some(*head);
            if n == self.named_by {
                html! { <th role="rowheader" scope="row" data-label={label}>{ cell }</th> }
            } else {
                html! { <td role="cell" data-label={label}>{ cell }</td> }
            }
        });
        html! { <tr role="row" key={id.as_str()} id={id.clone()} data-year={year}>{ for cells }</tr> }
    }

    /// How a column is sorted: `Some(true)` if it falls.
    fn order_of(&self, route: &Route, column: &str) -> Option<bool> {
        let asked = route.sort.columns();
        if asked.is_empty() {
            return self.own_order.filter(|(own, _)| *own == column).map(|(_, falls)| falls);
        }
        asked.iter().find(|(known, _)| *known == column).map(|(_, falls)| *falls)
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
    /// It is the list of the view: its heads sort it.
    #[prop_or_default]
    pub(crate) is_list: bool,
}

/// The table; nothing if it has no rows.
#[component]
pub(crate) fn FactTable(props: &FactTableProps) -> Html {
    let here = use_view_context();
    let drawn = here.visit.drawn.saturating_sub(props.skip);
    if props.rows.len() == 0 {
        return Html::default();
    }
    let columns = props.columns;
    let (onfocusin, onclick) = (at_row(&here, props.is_list), enter_row(props.is_list));
    // Rows are laid out as grids: the roles say what the elements would say otherwise.
    html! {
        <table
            class="fact-table"
            role="table"
            data-table={columns.name}
            data-list={props.is_list.then_some("true")}
            aria-label={props.label}
            aria-rowcount={(props.rows.len() + 1).to_string()}
            {onfocusin}
            {onclick}
        >
            <thead role="rowgroup">
                <tr role="row">
                    for (n, head) in columns.heads.iter().enumerate() {
                        { column_head(&here, columns, columns.sorts.get(n).filter(|_| props.is_list), head) }
                    }
                </tr>
            </thead>
            <tbody role="rowgroup"><LongList rows={props.rows.clone()} {drawn} /></tbody>
        </table>
    }
}

/// The row that gets the focus is the one that is shown beside the list.
fn at_row(here: &ViewContext, is_list: bool) -> Option<Callback<FocusEvent>> {
    let dispatch = here.dispatch.clone();
    let mark = move |event: FocusEvent| {
        if let Some(row) = dom::mark_row(&event) {
            dispatch.act(VisitAction::PreviewRow(row));
        }
    };
    is_list.then(|| Callback::from(mark))
}

/// A click beside the links of a row goes to the row.
fn enter_row(is_list: bool) -> Option<Callback<MouseEvent>> {
    is_list.then(|| Callback::from(|event: MouseEvent| dom::enter_row(&event)))
}

fn column_head(here: &ViewContext, columns: &Columns, sort: Option<&&'static str>, head: &'static str) -> Html {
    let Some(column) = sort.copied().filter(|column| !column.is_empty()) else {
        return html! { <th role="columnheader" scope="col">{ head }</th> };
    };
    let order = columns.order_of(&here.route, column);
    let aria = order.map(|falls| if falls { "descending" } else { "ascending" });
    let (dispatch, route) = (here.dispatch.clone(), here.route.clone());
    // What a list is sorted by without being asked turns round like what it is asked for.
    let falls_first = match order {
        Some(falls) if route.sort.is_empty() => !falls,
        _ => FALLING.contains(&column),
    };
    let onclick = Callback::from(move |event: MouseEvent| {
        let sort = route.sort.pressed(column, falls_first, event.shift_key());
        dispatch.act(RouteAction::Go(Route { sort, ..(*route).clone() }.into()));
    });
    html! {
        <th role="columnheader" scope="col" aria-sort={aria} data-sorts="true">
            <button class="sort-head" type="button" {onclick}>{ head }</button>
        </th>
    }
}

#[cfg(test)]
mod tests {
    use super::{Columns, Route};

    #[test]
    fn a_column_says_how_the_list_is_sorted_also_if_nothing_is_asked() {
        let columns = Columns {
            name: "made",
            heads: &["Date", "Name"],
            sorts: &["date", "name"],
            own_order: Some(("date", true)),
            named_by: 1,
        };
        for (link, date, name) in [
            ("#/engagements", Some(true), None),
            ("#/engagements?sort=name", None, Some(false)),
            ("#/engagements?sort=-name,date", Some(false), Some(true)),
        ] {
            let route = Route::read(link);
            assert_eq!((columns.order_of(&route, "date"), columns.order_of(&route, "name")), (date, name), "{link}");
        }
    }
}
