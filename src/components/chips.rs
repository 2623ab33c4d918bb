//! Filters in force, each with a cross that takes it away.

use entente_explore::Facet;
use entente_explore::tables::{Axis, Dimension};
use yew::prelude::*;

use super::text::{bdi, text};
use super::use_here::{on_event, use_here};
use crate::here::{Act, Here};
use crate::messages as m;
use crate::route::Route;

/// Properties of [`Chips`].
#[derive(Properties, PartialEq)]
pub(crate) struct ChipsProps {
    /// True if words have a chip too, because the view has no field that shows them.
    #[prop_or_default]
    pub(crate) words: bool,
}

/// A chip for each value of a filter; nothing if no filter is in force.
#[component]
pub(crate) fn Chips(props: &ChipsProps) -> Html {
    let here = use_here();
    let words = &here.route.query.text;
    let has_words = props.words && !words.is_empty();
    let filters = filters_in_force(&here.route);
    if filters.is_empty() && !has_words {
        return Html::default();
    }
    html! {
        <div class="chips" role="group" aria-label={m::FILTERS_IN_FORCE}>
            if has_words {
                <span class="chip">
                    { m::WORDS }
                    { ": " }
                    { bdi(words) }
                    <button type="button" aria-label={m::REMOVE_WORDS} onclick={on_event(&here, Act::Unword)}>{ "×" }</button>
                </span>
            }
            for (axis, value, excluded) in filters {
                { chip(&here, axis, value, excluded) }
            }
            <button class="plain-button" type="button" onclick={on_event(&here, Act::Clear)}>{ m::CLEAR_ALL }</button>
        </div>
    }
}

/// Each value of each filter, and whether it is shut out.
fn filters_in_force(route: &Route) -> Vec<(Axis, &str, bool)> {
    let (filter, selection) = (&route.query.filter, &route.selection);
    let mut out = Vec::new();
    for facet in Facet::ALL {
        let axis = Axis::Shared(*facet);
        out.extend(filter.wanted(*facet).iter().map(|value| (axis, value.as_str(), false)));
        out.extend(filter.unwanted(*facet).iter().map(|value| (axis, value.as_str(), true)));
    }
    for own in Dimension::ALL {
        let axis = Axis::Own(*own);
        out.extend(selection.wanted(*own).map(|value| (axis, value, false)));
        out.extend(selection.unwanted(*own).map(|value| (axis, value, true)));
    }
    out
}

fn chip(here: &Here, axis: Axis, value: &str, excluded: bool) -> Html {
    let label = match axis {
        Axis::Shared(facet) => here.holdings.label(facet, value),
        Axis::Own(own) => here.holdings.own_label(own, value),
    };
    let known = label.is_some();
    let named = if known { m::value(axis.as_str(), value) } else { None };
    let words = named.or(label).unwrap_or_else(|| value.to_owned());
    let name = m::axis(axis.as_str());
    let nearest = match axis {
        Axis::Shared(facet) if !known => here.holdings.nearest(facet, value),
        Axis::Shared(_) | Axis::Own(_) => None,
    };
    let release = on_event(here, Act::Release(axis, value.to_owned()));
    html! {
        <key={format!("{}{excluded}{value}", axis.as_str())}>
            <span class="chip" data-known={known.to_string()}>
                { name }
                { ": " }
                if excluded {
                    <em>{ m::EXCLUDED }{ " " }</em>
                }
                { bdi(&words) }
                if !known {
                    <em>{ ", " }{ m::NOT_IN_THIS_FILE }</em>
                }
                <button type="button" aria-label={m::remove_filter(name, &words)} onclick={release}>{ "×" }</button>
            </span>
            if let Some((id, label)) = nearest {
                <button
                    class="plain-button"
                    type="button"
                    onclick={on_event(here, Act::Replace(axis, value.to_owned(), id))}
                >
                    { text(&m::use_instead(&label)) }
                </button>
            }
        </>
    }
}
