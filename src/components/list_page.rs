//! The frame of a list: a sentence on what was found, the filter bar, the rows, and the row that the reader is at beside them.

use crate::visit::VisitAction;
use entente_explore::tables::List;
use entente_explore::{FacetGroup, Years};
use yew::prelude::*;

use super::date_brush::Counted;
use super::facets::{FilterRail, rail};
use super::filter_bar::FilterBar;
use super::list_tools::{ExportButton, LinkButton, RowHeight};
use crate::actions::SearchBoxAction;
use crate::context::{Field, ViewContext, on_event, use_view_context};
use crate::messages as m;
use crate::platform::dom;
use crate::route::Route;

/// Properties of [`ListPage`].
#[derive(Properties, PartialEq)]
pub(crate) struct ListPageProps {
    /// What was found, in a sentence.
    pub(crate) heading: String,
    /// What the list contains and what it does not mean.
    pub(crate) lead: Html,
    /// How many are shown of how many.
    pub(crate) count: String,
    /// What is counted: "3 meetings".
    pub(crate) counted: Counted,
    /// Above the list, the whole width.
    #[prop_or_default]
    pub(crate) above: Html,
    /// Rows that are listed, and that pass the filters.
    pub(crate) listed: (usize, usize),
    /// Made by [`list_filters`].
    pub(crate) filters: Html,
    /// Rows by year.
    #[prop_or_default]
    pub(crate) years: Option<Years>,
    /// The row that the reader is at, drawn by [`super::list_preview::list_preview`]; nothing if there is no room.
    #[prop_or_default]
    pub(crate) beside: Option<Html>,
    /// It has rows, which can be of one line or two.
    #[prop_or(true)]
    pub(crate) is_table: bool,
    /// The rows.
    pub(crate) children: Html,
}

/// The filters of a list; `first` are those that come first, by their parameters.
pub(crate) fn list_filters(here: &ViewContext, groups: &[FacetGroup], first: &[&str], show: String) -> Html {
    rail(here, groups, &FilterRail { unit: "", first, show, is_beside: false })
}

/// Rows of a list that are listed, and that pass its filters.
pub(crate) fn listed<T>(list: &List<T>) -> (usize, usize) {
    (list.rows.len(), list.total)
}

/// "12 of 30 amounts", in the words of `counted`.
pub(crate) fn row_count<T>(list: &List<T>, counted: fn(usize) -> String) -> String {
    m::counted_rows(list.rows.len(), list.total, list.of, counted)
}

/// The frame with the rows inside.
#[component]
pub(crate) fn ListPage(props: &ListPageProps) -> Html {
    let here = use_view_context();
    let (listed, total) = props.listed;
    html! {
        <div class="page list-page" data-rail={here.visit.filters_open.then_some("true")}>
            <header class="head list-head">
                <div><h1>{ &props.heading }</h1><p>{ props.lead.clone() }</p></div>
                <div class="list-tools">
                    if props.is_table {
                        <RowHeight />
                    }
                    <LinkButton called={props.heading.clone()} />
                    <ExportButton />
                </div>
            </header>
            { props.above.clone() }
            <FilterBar years={props.years.clone()} counted={props.counted} />
            <p class="count">{ &props.count }</p>
            <div class="list-body" data-beside={props.beside.is_some().then_some("true")}>
                { props.filters.clone() }
                <div class="list">
                    if total == 0 {
                        { no_row(&here.route) }
                    }
                    { props.children.clone() }
                    if listed < total {
                        <button class="button" type="button" onclick={on_event(&here, VisitAction::ShowMore)}>
                            { m::more_rows(listed, total) }
                        </button>
                    }
                </div>
                { props.beside.clone() }
            </div>
        </div>
    }
}

/// What stands where nothing passes the filters.
pub(crate) fn no_row(route: &Route) -> Html {
    // The table of relations stays the one that it is.
    let whole = route.plain(route.view.clone()).with_sides(route.rows, route.columns).to_string();
    html! {
        <div class="nothing">
            <p>{ m::NO_ROW }</p>
            <p><a href={whole}>{ m::WITHOUT_FILTERS }</a></p>
        </div>
    }
}

/// `Enter` goes from a field to what it has found. `Esc` clears the field, or leaves it if it is empty.
pub(crate) fn leave_field(here: &ViewContext, field: Field) -> Callback<KeyboardEvent> {
    let dispatch = here.dispatch.clone();
    Callback::from(move |event: KeyboardEvent| {
        let is_filled = !dom::typed(&event).is_empty();
        match event.key().as_str() {
            "Escape" if is_filled => dispatch.act(SearchBoxAction::Type(field, String::new())),
            "Escape" | "Enter" => dom::focus("main"),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    })
}
