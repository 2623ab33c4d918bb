//! Filters in force, each with a cross.

use entente_explore::{Facet, Filter};
use yew::prelude::*;

use super::facets::name;
use crate::library::Library;
use crate::messages as m;

#[derive(Properties, PartialEq)]
pub(crate) struct ChipsProps {
    pub(crate) filter: Filter,
    pub(crate) library: Library,
    /// The filter as it should be.
    pub(crate) changed: Callback<Filter>,
}

#[component]
pub(crate) fn Chips(props: &ChipsProps) -> Html {
    if props.filter.is_empty() {
        return Html::default();
    }
    let clear = props.changed.reform(|_: MouseEvent| Filter::default());
    let mut chips = Vec::new();
    for facet in Facet::ALL {
        for value in props.filter.wanted(*facet) {
            chips.push(chip(props, *facet, value, false));
        }
        for value in props.filter.unwanted(*facet) {
            chips.push(chip(props, *facet, value, true));
        }
    }
    html! {
        <div class="chips" role="group" aria-label="Filters in force">
            { for chips }
            <button type="button" class="plain-button" onclick={clear}>{ m::CLEAR_ALL }</button>
        </div>
    }
}

fn chip(props: &ChipsProps, facet: Facet, value: &str, excluded: bool) -> Html {
    let label = props.library.label(facet, value);
    let known = label.is_some();
    let text = match (facet, label) {
        (Facet::Kind, Some(_)) => m::kind(value),
        (Facet::Language, Some(_)) => m::language(value).to_owned(),
        (_, Some(label)) => label,
        (_, None) => value.to_owned(),
    };
    let without = props.filter.without(facet, value);
    let remove = props.changed.reform(move |_: MouseEvent| without.clone());
    let nearest = if known { None } else { props.library.nearest(facet, value) };
    let instead = nearest.map(|(id, label)| {
        let next = props.filter.without(facet, value).with(facet, &id);
        let onclick = props.changed.reform(move |_: MouseEvent| next.clone());
        html! { <button type="button" class="plain-button" {onclick}>{ format!("Use {label} instead") }</button> }
    });
    html! {
        <>
            <span class="chip" data-known={known.to_string()}>
                { name(facet) }{ ": " }
                if excluded { <em>{ m::EXCLUDED }{ " " }</em> }
                <bdi>{ &text }</bdi>
                if !known { <em>{ ", " }{ m::NOT_IN_THIS_FILE }</em> }
                <button type="button" aria-label={format!("Remove filter {}: {text}", name(facet))} onclick={remove}>{ "×" }</button>
            </span>
            { instead }
        </>
    }
}
