//! Filters with counts: any of the values within a group, all of the groups; a value can be shut out.

use crate::actions::{RouteAction, SearchBoxAction};
use crate::visit::VisitAction;
use entente_explore::{Axis, FacetGroup, FacetValue};
use entente_text::fold::fold;
use entente_text::order::sort_by_key;
use yew::prelude::*;

use super::bar::bar;
use super::list_page::leave_field;
use super::text::bdi;
use crate::context::on_event;
use crate::context::{Field, ViewContext, use_view_context};
use crate::messages as m;
use crate::platform::dom;

/// Values shown before "more".
const SHOWN_VALUES: usize = 6;
/// More values than this have a field to search them.
const MAX_UNSEARCHED_VALUES: usize = 12;
/// Values drawn of a long filter: its own field finds the others.
const MAX_VALUES: usize = 200;

/// How the filters of a view are shown.
pub(crate) struct FilterRail<'a> {
    /// Names what is counted; it is empty if the page says so elsewhere.
    pub(crate) unit: &'static str,
    /// Filters that come first, by their parameters; those that are most used in the view.
    pub(crate) first: &'a [&'a str],
    /// What the button says that leads from the filters to the rows on small screens: "Show 12 meetings".
    pub(crate) show: String,
    /// They are always beside the rows if there is room. Otherwise they are opened.
    pub(crate) is_beside: bool,
}

/// All filters. On small screens they are a sheet over the rows.
pub(crate) fn rail(here: &ViewContext, groups: &[FacetGroup], options: &FilterRail) -> Html {
    // A single value that everything has narrows nothing, and neither do values that no row has any more. A filter whose own field is
    // open stays: the field is typed into.
    let is_asked = |value: &FacetValue| value.chosen || value.excluded;
    let chooses = |group: &&FacetGroup| {
        let counts = |value: &FacetValue| group.of > 1 && value.count > 0;
        here.visit.open_facets.contains_key(&group.axis)
            || group.values.iter().any(|value| is_asked(value) || counts(value))
    };
    let mut groups: Vec<&FacetGroup> = groups.iter().filter(chooses).collect();
    let place = |group: &&FacetGroup| options.first.iter().position(|first| *first == group.axis.as_str());
    sort_by_key(&mut groups, |group| place(group).unwrap_or(usize::MAX));
    let is_open = here.visit.filters_open || (options.is_beside && dom::is_wide());
    html! {
        <section class="filters" id="filters" tabindex="-1" aria-label={m::ALL_FILTERS} hidden={!is_open}>
            <h2>{ m::FILTERS }<span class="unit">{ options.unit }</span></h2>
            <div class="facets">
                for group in groups {
                    { facet(here, group) }
                }
            </div>
            <div class="sheet-end">
                <button class="button" type="button" data-primary="true" onclick={on_event(here, VisitAction::OpenFilters(false))}>
                    { &options.show }
                </button>
            </div>
        </section>
    }
}

/// The values that are drawn, each with its label. `words` are folded; `None` if the filter shows few values. The engine has
/// looked for the words in names, by any form of them; here they are looked for in the interface's own words.
fn shown_values<'a>(group: &'a FacetGroup, words: Option<&str>) -> Vec<(&'a FacetValue, String)> {
    let mut out = Vec::new();
    let is_fixed = group.axis.has_fixed_words();
    for (n, value) in group.values.iter().enumerate() {
        let label = m::value(group.axis, &value.id).unwrap_or_else(|| value.label.clone());
        let is_shown = match words {
            Some(words) => out.len() < MAX_VALUES && (!is_fixed || words.is_empty() || fold(&label).contains(words)),
            None => (n < SHOWN_VALUES && value.count > 0) || value.chosen || value.excluded,
        };
        if is_shown {
            out.push((value, label));
        }
    }
    out
}

fn facet(here: &ViewContext, group: &FacetGroup) -> Html {
    let axis = group.axis;
    let unfolded = here.visit.open_facets.contains_key(&axis);
    let words = fold(&here.text(Field::Facet(axis)));
    let shown = shown_values(group, if unfolded { Some(&words) } else { None });
    let most = group.values.iter().map(|value| value.count).max().unwrap_or(0);
    let hidden = group.values.len() - shown.len();
    let nothing_fits = unfolded && shown.is_empty();
    let more = if unfolded { m::FEWER.to_owned() } else { m::n_more(hidden) };
    let has_more = if unfolded { group.of > SHOWN_VALUES } else { hidden > 0 };
    html! {
        <fieldset class="facet" key={axis.as_str()}>
            <legend>{ m::axis(axis) }</legend>
            if unfolded && group.of > MAX_UNSEARCHED_VALUES {
                <ValueField {axis} />
            }
            <div>
                for (value, label) in shown {
                    { facet_value(here, axis, value, label, most) }
                }
            </div>
            if nothing_fits {
                <p class="missing">{ m::NO_VALUE }</p>
            }
            if has_more {
                <button
                    class="plain-button"
                    type="button"
                    aria-expanded={unfolded.to_string()}
                    onclick={on_event(here, VisitAction::ToggleFacet(axis))}
                >
                    { more }
                </button>
            }
        </fieldset>
    }
}

#[derive(Properties, PartialEq)]
struct ValueFieldProps {
    /// What the filter filters by.
    axis: Axis,
}

/// The field that searches the values of a long filter. It is a component so that it has what is typed when it is drawn.
#[component]
fn ValueField(props: &ValueFieldProps) -> Html {
    let here = use_view_context();
    let axis = props.axis;
    let dispatch = here.dispatch.clone();
    let oninput = Callback::from(move |event: InputEvent| {
        dispatch.act(SearchBoxAction::Type(Field::Facet(axis), dom::typed(&event)))
    });
    html! {
        <input
            class="within"
            type="search"
            aria-label={m::find_in(m::axis(axis))}
            placeholder={m::find_in(m::axis(axis))}
            autocomplete="off"
            dir="auto"
            value={here.text(Field::Facet(axis))}
            {oninput}
            onkeydown={leave_field(&here, Field::Facet(axis))}
        />
    }
}

fn facet_value(here: &ViewContext, axis: Axis, value: &FacetValue, label: String, most: usize) -> Html {
    let is_printed = matches!(axis, Axis::Document | Axis::Series | Axis::Publisher);
    let count = if value.known { m::number(value.count) } else { m::NOT_IN_THIS_FILE.to_owned() };
    let choose = on_event(here, RouteAction::ToggleValue(axis, value.id.clone()));
    let exclude = on_event(here, RouteAction::ExcludeValue(axis, value.id.clone()));
    html! {
        <div
            class="facet-value"
            key={value.id.as_str()}
            data-zero={(value.count == 0).then_some("true")}
            data-excluded={value.excluded.then_some("true")}
        >
            { bar("facet-bar", value.count, most) }
            <label>
                <input type="checkbox" checked={value.chosen} onchange={choose} />
                <span class={if is_printed { "label printed" } else { "label" }} title={label.clone()}>{ bdi(&label) }</span>
                <span class="count">{ count }</span>
            </label>
            <button
                class="exclude"
                type="button"
                aria-pressed={value.excluded.to_string()}
                aria-label={m::exclude(&label)}
                title={m::exclude(&label)}
                onclick={exclude}
            >
                { "−" }
            </button>
        </div>
    }
}
