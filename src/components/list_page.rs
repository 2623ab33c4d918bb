//! The frame of a list: a sentence on what was found, then filters, chips, the count, and the rows.

use crate::actions::SearchBoxAction;
use crate::visit::VisitAction;
use entente_explore::FacetGroup;
use entente_explore::tables::List;
use yew::prelude::*;

use super::chips::Chips;
use super::facets::facet_panel;
use super::list_tools::{ExportButton, FullPassagesButton};
use super::references::address;
use crate::context::{Field, ViewContext};
use crate::context::{on_event, use_view_context};
use crate::messages as m;
use crate::platform::dom;

/// Properties of [`ListPage`].
#[derive(Properties, PartialEq)]
pub(crate) struct ListPageProps {
    /// What was found, in a sentence.
    pub(crate) heading: String,
    /// What the list contains and what it does not mean.
    pub(crate) lead: Html,
    /// How many are shown of how many.
    pub(crate) count: String,
    /// Above the list, the whole width.
    #[prop_or_default]
    pub(crate) above: Html,
    /// Rows that are listed, and that pass the filters.
    pub(crate) listed: (usize, usize),
    /// Made by [`list_filters`].
    pub(crate) filters: Html,
    /// The rows.
    pub(crate) children: Html,
}

/// The filters of a list.
pub(crate) fn list_filters(here: &ViewContext, groups: &[FacetGroup]) -> Html {
    facet_panel(here, groups, "")
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
        <div class="page">
            <header class="head list-head">
                <div><h1>{ &props.heading }</h1><p>{ props.lead.clone() }</p></div>
                <div class="list-tools"><FullPassagesButton /><ExportButton /></div>
            </header>
            { props.above.clone() }
            <div class="with-rail">
                <div class="rail">
                    { find_field(&here) }
                    { props.filters.clone() }
                </div>
                <div class="list">
                    <Chips />
                    <p class="count">{ &props.count }</p>
                    if total == 0 {
                        <div class="nothing">
                            <p>{ m::NO_ROW }</p>
                            <p><a href={address(&here.route, here.route.view.clone())}>{ m::WITHOUT_FILTERS }</a></p>
                        </div>
                    }
                    { props.children.clone() }
                    if listed < total {
                        <button class="button" type="button" onclick={on_event(&here, VisitAction::ShowMore)}>
                            { m::more_rows(listed, total) }
                        </button>
                    }
                </div>
            </div>
        </div>
    }
}

/// The field that narrows the list to rows with these words.
fn find_field(here: &ViewContext) -> Html {
    let dispatch = here.dispatch.clone();
    let oninput =
        Callback::from(move |event: InputEvent| dispatch.act(SearchBoxAction::Type(Field::Find, dom::typed(&event))));
    html! {
        <label class="find">
            <span>{ m::FIND_IN_LIST }</span>
            <input
                id="find"
                type="search"
                autocomplete="off"
                spellcheck="false"
                dir="auto"
                value={here.text(Field::Find)}
                {oninput}
                onkeydown={leave_field(here, Field::Find)}
            />
        </label>
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
