//! Filters in force, each with a cross.

use entente_explore::tables::{Axis, Dimension, Selection};
use entente_explore::{Facet, Filter};
use yew::prelude::*;

use crate::holdings::Holdings;
use crate::messages as m;
use crate::route::Route;

/// A chip for each value; `changed` is told the same view with the filters as they should be.
pub(crate) fn chips(route: &Route, holdings: &Holdings, changed: &Callback<Route>) -> Html {
    let filter = &route.query.filter;
    if filter.is_empty() && route.selection.is_empty() {
        return Html::default();
    }
    let cleared = route.selecting(Selection::default()).with(route.query.with_filter(Filter::default()));
    let clear = changed.reform(move |_: MouseEvent| cleared.clone());
    let mut all = Vec::new();
    for facet in Facet::ALL {
        for value in filter.wanted(*facet) {
            all.push(chip(route, holdings, changed, Axis::Shared(*facet), value, false));
        }
        for value in filter.unwanted(*facet) {
            all.push(chip(route, holdings, changed, Axis::Shared(*facet), value, true));
        }
    }
    for own in Dimension::ALL {
        all.extend(
            route.selection.wanted(*own).map(|value| chip(route, holdings, changed, Axis::Own(*own), value, false)),
        );
        all.extend(
            route.selection.unwanted(*own).map(|value| chip(route, holdings, changed, Axis::Own(*own), value, true)),
        );
    }
    html! {
        <div class="chips" role="group" aria-label="Filters in force">
            { for all }
            <button type="button" class="plain-button" onclick={clear}>{ m::CLEAR_ALL }</button>
        </div>
    }
}

fn chip(
    route: &Route,
    holdings: &Holdings,
    changed: &Callback<Route>,
    axis: Axis,
    value: &str,
    excluded: bool,
) -> Html {
    let (label, known, without) = match axis {
        Axis::Shared(facet) => {
            let label = holdings.label(facet, value);
            let known = label.is_some();
            let without = route.with(route.query.with_filter(route.query.filter.without(facet, value)));
            (label.unwrap_or_else(|| value.to_owned()), known, without)
        }
        Axis::Own(own) => {
            let label = holdings.own_label(own, value);
            let known = label.is_some();
            let without = route.selecting(route.selection.clone().without(own, value));
            (label.unwrap_or_else(|| value.to_owned()), known, without)
        }
    };
    let text = m::value(axis.as_str(), value).filter(|_| known).unwrap_or(label);
    let instead = match axis {
        Axis::Shared(facet) if !known => holdings.nearest(facet, value).map(|(id, label)| {
            let next = without.with(without.query.with_filter(without.query.filter.with(facet, &id)));
            let onclick = changed.reform(move |_: MouseEvent| next.clone());
            html! { <button type="button" class="plain-button" {onclick}>{ format!("Use {label} instead") }</button> }
        }),
        _ => None,
    };
    let remove = changed.reform(move |_: MouseEvent| without.clone());
    let name = m::axis(axis.as_str());
    html! {
        <>
            <span class="chip" data-known={known.to_string()}>
                { name }{ ": " }
                if excluded { <em>{ m::EXCLUDED }{ " " }</em> }
                <bdi>{ &text }</bdi>
                if !known { <em>{ ", " }{ m::NOT_IN_THIS_FILE }</em> }
                <button type="button" aria-label={format!("Remove filter {name}: {text}")} onclick={remove}>{ "×" }</button>
            </span>
            { instead }
        </>
    }
}
