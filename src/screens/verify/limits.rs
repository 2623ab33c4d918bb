//! Which documents the precedents are taken from: their kind, whom the passages name, their years.

use entente_explore::{Axis, FacetValue};
use yew::prelude::*;

use super::Limits;
use crate::actions::RouteAction;
use crate::components::year_histogram::year_field;
use crate::context::ViewContext;
use crate::messages as m;
use crate::platform::dom;

/// Values of a choice that are listed.
const MAX_VALUES: usize = 200;

/// The choices. They are part of the link.
pub(crate) fn limit_choices(here: &ViewContext, limits: &Limits) -> Html {
    html! {
        <div class="limits" role="group" aria-label={m::PRECEDENTS_FROM}>
            <span class="label">{ m::PRECEDENTS_FROM }</span>
            { choice(here, "find", Axis::Kind, m::EVERY_KIND, &limits.kinds) }
            { choice(here, "partner", Axis::Country, m::EVERY_PARTNER, &limits.partners) }
            if let Some((first, last)) = limits.years {
                { year_field(here, Axis::From, m::FROM, first) }
                { year_field(here, Axis::To, m::TO, last) }
            }
        </div>
    }
}

/// A list of values, of which one can be chosen. Several values, or excluded ones, come only from links, and have chips.
fn choice(here: &ViewContext, id: &'static str, axis: Axis, every: &'static str, values: &[FacetValue]) -> Html {
    if values.is_empty() {
        return Html::default();
    }
    let (dispatch, route) = (here.dispatch.clone(), here.route.clone());
    let onchange = Callback::from(move |event: Event| {
        let mut filter = route.query.filter.clone();
        for value in route.query.filter.wanted(axis) {
            filter = filter.without(axis, value);
        }
        let chosen = dom::chosen(&event);
        if !chosen.is_empty() {
            filter = filter.with(axis, &chosen);
        }
        dispatch.act(RouteAction::Go(route.with(route.query.with_filter(filter)).into()));
    });
    let is_free = here.route.query.filter.wanted(axis).is_empty();
    html! {
        <select {id} aria-label={m::axis(axis)} {onchange}>
            <option value="" selected={is_free}>{ every }</option>
            for value in values.iter().filter(|value| value.count > 0 || value.chosen).take(MAX_VALUES) {
                <option value={value.id.clone()} selected={value.chosen}>
                    { m::value(axis, &value.id).unwrap_or_else(|| value.label.clone()) }
                </option>
            }
        </select>
    }
}
