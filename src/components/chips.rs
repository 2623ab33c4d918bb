//! The filters of the link, each with a cross that removes it.

use crate::actions::RouteAction;
use yew::prelude::*;

use super::text::{bdi, text};
use crate::context::ViewContext;
use crate::context::{on_event, use_view_context};
use crate::messages as m;
use crate::route::{Route, View};
use crate::screens::Chip;

/// Properties of [`Chips`].
#[derive(Properties, PartialEq)]
pub(crate) struct ChipsProps {
    /// True if words have a chip too, because the view has no field that shows them.
    #[prop_or_default]
    pub(crate) words: bool,
}

/// A chip for each value of a filter; nothing if the link has no filters.
#[component]
pub(crate) fn Chips(props: &ChipsProps) -> Html {
    let here = use_view_context();
    let words = &here.route.query.text;
    let has_words = props.words && !words.is_empty();
    if here.chips.is_empty() && !has_words {
        return Html::default();
    }
    html! {
        <div class="chips" role="group" aria-label={m::FILTERS_IN_FORCE}>
            if has_words {
                <span class="chip">
                    { m::WORDS }
                    { ": " }
                    { bdi(words) }
                    <button type="button" aria-label={m::REMOVE_WORDS} onclick={on_event(&here, RouteAction::ClearText)}>{ "×" }</button>
                </span>
            }
            for found in here.chips.iter() {
                { chip(&here, found) }
            }
            { same_passage(&here) }
            { all_of_them(&here) }
            <button class="plain-button" type="button" onclick={on_event(&here, RouteAction::ClearFilters)}>{ m::CLEAR_ALL }</button>
        </div>
    }
}

/// The link without the filter that comes last; `None` without filters.
pub(crate) fn without_last_chip(here: &ViewContext) -> Option<Route> {
    let route = &here.route;
    match here.chips.last() {
        Some(chip) => Some(route.without(chip.axis, &chip.value)),
        None if !route.query.text.is_empty() => Some(route.with(route.query.with_text(""))),
        None => None,
    }
}

/// The switch that makes the filters of documents and names hold within one passage. It changes nothing for one value.
fn same_passage(here: &ViewContext) -> Html {
    let is_same = here.route.query.filter.same_passage;
    let is_of_passages = |chip: &&Chip| !chip.axis.is_of_rows();
    let has_several = here.chips.iter().filter(is_of_passages).count() > 1;
    if !matches!(here.route.view, View::Documents | View::Names) || !(is_same || has_several) {
        return Html::default();
    }
    html! {
        <button
            class="chip"
            type="button"
            aria-pressed={is_same.to_string()}
            onclick={on_event(here, RouteAction::SamePassage(!is_same))}
        >
            { m::SAME_PASSAGE }
        </button>
    }
}

/// The link to the rows that have all chosen names of a kind, where several are chosen: the filters mean any of them.
fn all_of_them(here: &ViewContext) -> Html {
    let is_name = |chip: &&Chip| !chip.is_excluded && chip.axis.names().is_some();
    let names: Vec<&Chip> = here.chips.iter().filter(is_name).collect();
    let is_among_several = |chip: &&&Chip| names.iter().filter(|other| other.axis == chip.axis).count() > 1;
    let several: Vec<&&Chip> = names.iter().filter(is_among_several).collect();
    let can_have_all = matches!(
        here.route.view,
        View::Search
            | View::Documents
            | View::Engagements
            | View::Statements
            | View::Amounts
            | View::SeriesList
            | View::Pairs
            | View::Notes
    );
    if several.is_empty() || !can_have_all {
        return Html::default();
    }
    let mut route = Route::clone(&here.route);
    let mut words = route.query.text.clone();
    for chip in several {
        route = route.without(chip.axis, &chip.value);
        words = format!("{words} {}:{}", chip.axis.as_str(), chip.value);
    }
    let href = route.with(route.query.with_text(&words)).to_string();
    html! { <a class="chip" {href}>{ m::ALL_OF_THEM }</a> }
}

fn chip(here: &ViewContext, found: &Chip) -> Html {
    let Chip { axis, value, label, is_excluded, is_known, nearest } = found;
    let name = m::axis(*axis);
    let remove = on_event(here, RouteAction::RemoveValue(*axis, value.clone()));
    let replace = |id: &String| on_event(here, RouteAction::ReplaceValue(*axis, value.clone(), id.clone()));
    html! {
        <key={format!("{}{is_excluded}{value}", axis.as_str())}>
            <span class="chip" data-known={is_known.to_string()}>
                { name }
                { ": " }
                if *is_excluded {
                    <em>{ m::EXCLUDED }{ " " }</em>
                }
                { bdi(label) }
                if !is_known {
                    <em>{ ", " }{ m::NOT_IN_THIS_FILE }</em>
                }
                <button type="button" aria-label={m::remove_filter(name, label)} onclick={remove}>{ "×" }</button>
            </span>
            if let Some((id, label)) = nearest {
                <button class="plain-button" type="button" onclick={replace(id)}>{ text(&m::use_instead(label)) }</button>
            }
        </>
    }
}
