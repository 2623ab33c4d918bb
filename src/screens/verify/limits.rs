//! Which documents the precedents are taken from: their kind, whom the passages name, their years.

use entente_explore::{Facet, FacetValue};
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
            { choice(here, "find", Facet::Kind, m::EVERY_KIND, &limits.kinds) }
            { choice(here, "partner", Facet::Country, m::EVERY_PARTNER, &limits.partners) }
            if let Some((first, last)) = limits.years {
                { year_field(here, Facet::From, m::FROM, first) }
                { year_field(here, Facet::To, m::TO, last) }
            }
        </div>
    }
}

/// A list of values, of which one can be chosen. Several, or values that are shut out, come by a link alone, and have chips.
fn choice(here: &ViewContext, id: &'static str, facet: Facet, every: &'static str, values: &[FacetValue]) -> Html {
    if values.is_empty() {
        return Html::default();
    }
    let name = facet.as_str();
    let (dispatch, route) = (here.dispatch.clone(), here.route.clone());
    let onchange = Callback::from(move |event: Event| {
        let mut filter = route.query.filter.clone();
        for value in route.query.filter.wanted(facet) {
            filter = filter.without(facet, value);
        }
        let chosen = dom::chosen(&event);
        if !chosen.is_empty() {
            filter = filter.with(facet, &chosen);
        }
        dispatch.act(RouteAction::Go(route.with(route.query.with_filter(filter))));
    });
    let is_free = here.route.query.filter.wanted(facet).is_empty();
    html! {
        <select {id} aria-label={m::axis(name)} {onchange}>
            <option value="" selected={is_free}>{ every }</option>
            for value in values.iter().filter(|value| value.count > 0 || value.chosen).take(MAX_VALUES) {
                <option value={value.id.clone()} selected={value.chosen}>
                    { m::value(name, &value.id).unwrap_or_else(|| value.label.clone()) }
                </option>
            }
        </select>
    }
}
