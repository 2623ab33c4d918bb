//! Filters with counts: any of the values within a group, all of the groups.

use entente_explore::tables::{Axis, Dimension, Group};
use entente_explore::{Facet, FacetGroup, FacetValue};
use yew::prelude::*;

use crate::messages as m;
use crate::platform::dom;

/// Values shown before "more".
const SHOWN: usize = 6;

/// The panel: `unit` is what is counted, empty where the page says it; `toggled` is told a value that was
/// chosen or given up.
pub(crate) fn facet_panel(groups: &[Group], unit: &'static str, toggled: &Callback<(Axis, String)>) -> Html {
    let group = |group: &Group| {
        // One value that everything has chooses nothing.
        let useful = group.values.len() > 1 || group.values.iter().any(|value| value.chosen || value.excluded);
        useful.then(|| html! { <Values key={group.axis.as_str()} group={group.clone()} toggled={toggled.clone()} /> })
    };
    html! {
        <details class="filters" open={dom::is_wide()}>
            <summary>{ m::FILTERS }<span class="unit">{ unit }</span></summary>
            { for groups.iter().filter_map(group) }
        </details>
    }
}

#[derive(Properties, PartialEq)]
struct ValuesProps {
    group: Group,
    toggled: Callback<(Axis, String)>,
}

#[component]
fn Values(props: &ValuesProps) -> Html {
    let all = use_state(|| false);
    let group = &props.group;
    let most = group.values.iter().map(|value| value.count).max().unwrap_or(0).max(1);
    let shown =
        group.values.iter().enumerate().filter(|(n, value)| *all || *n < SHOWN || value.chosen).map(|(_, value)| value);
    let shown: Vec<&FacetValue> = shown.collect();
    let hidden = group.values.len() - shown.len();
    let more = {
        let all = all.clone();
        Callback::from(move |_: MouseEvent| all.set(!*all))
    };
    let row = |value: &FacetValue| {
        let axis = group.axis;
        let id = value.id.clone();
        let onchange = props.toggled.reform(move |_: Event| (axis, id.clone()));
        let width = format!("{}%", value.count * 100 / most);
        let label = m::value(axis.as_str(), &value.id).unwrap_or_else(|| value.label.clone());
        let printed = matches!(axis.as_str(), "document" | "series");
        html! {
            <label key={value.id.clone()} class="facet-value" data-zero={(value.count == 0).then_some("true")}>
                <svg class="facet-bar" aria-hidden="true"><rect width={width} height="100%" /></svg>
                <input type="checkbox" checked={value.chosen} {onchange} />
                <span class={classes!("label", printed.then_some("printed"))} title={label.clone()}><bdi>{ label }</bdi></span>
                <span class="count">{ if value.known { m::number(value.count) } else { m::NOT_IN_THIS_FILE.to_owned() } }</span>
            </label>
        }
    };
    html! {
        <fieldset class="facet">
            <legend>{ m::axis(group.axis.as_str()) }</legend>
            { for shown.into_iter().map(row) }
            if hidden > 0 {
                <button type="button" class="plain-button" onclick={more.clone()}>{ format!("{hidden} more") }</button>
            } else if *all && group.values.len() > SHOWN {
                <button type="button" class="plain-button" onclick={more}>{ "Fewer" }</button>
            }
        </fieldset>
    }
}

/// Groups of a search, as the panel takes them.
pub(crate) fn shared(groups: &[FacetGroup]) -> Vec<Group> {
    let axis = |facet: Facet| Dimension::from_word(facet.as_str()).map_or(Axis::Shared(facet), Axis::Own);
    groups.iter().map(|group| Group { axis: axis(group.facet), values: group.values.clone() }).collect()
}
