//! The order of a list.

use crate::actions::RouteAction;
use entente_explore::{Sort, Sorting};
use yew::prelude::*;

use super::text::unseen;
use crate::context::use_view_context;

use crate::messages as m;
use crate::platform::dom;
use crate::route::Route;

/// Properties of [`SortChoice`].
#[derive(Properties, PartialEq)]
pub(crate) struct SortChoiceProps {
    /// Each with its label; the first is the list's own.
    pub(crate) orders: &'static [(Sort, &'static str)],
}

/// The choice.
#[component]
pub(crate) fn SortChoice(props: &SortChoiceProps) -> Html {
    let here = use_view_context();
    let (dispatch, route) = (here.dispatch.clone(), here.route.clone());
    let onchange = Callback::from(move |event: Event| {
        let sort = Sorting::from_words(&dom::chosen(&event)).unwrap_or_default();
        dispatch.act(RouteAction::Go(Route { sort, ..(*route).clone() }.into()));
    });
    html! {
        <label class="sort">
            { unseen(m::ORDER) }
            <select id="sort" {onchange}>
                for (order, label) in props.orders {
                    <option value={order.as_str()} selected={here.route.sort.of_results() == *order}>{ *label }</option>
                }
            </select>
        </label>
    }
}
