//! Filters with counts: any of the values within a group, all of the groups; a value can be shut out.

use entente_explore::tables::{Axis, Dimension, Group};
use entente_explore::{Facet, FacetGroup, FacetValue};
use entente_text::fold::fold;
use yew::events::Event;
use yew::virtual_dom::ListenerKind;

use super::cells::bar;
use crate::element::{El, bdi, button, el, of};
use crate::here::{Act, Field, Here};
use crate::messages as m;
use crate::platform::dom;

/// Values shown before "more".
const SHOWN: usize = 6;
/// More values than this have a field to search them.
const MANY: usize = 12;
/// Values drawn of a long filter: its own field finds the others.
const DRAWN: usize = 200;

/// The panel: `unit` is what is counted, empty where the page says it.
pub(crate) fn facet_panel(here: &Here, groups: &[Group], unit: &'static str) -> El {
    let mut out = of("details", "filters")
        .when("open", dom::is_wide())
        .child(el("summary").child(m::FILTERS).child(of("span", "unit").child(unit)));
    for group in groups {
        // One value that everything has chooses nothing.
        if group.of > 1 || group.values.iter().any(|value| value.chosen || value.excluded) {
            out.push(facet(here, group));
        }
    }
    out
}

fn facet(here: &Here, group: &Group) -> El {
    let name = group.axis.as_str();
    let within = here.ui.unfolded.get(name);
    let words = within.map(|_| fold(&here.text(Field::Facet(name)))).unwrap_or_default();
    let most = group.values.iter().map(|value| value.count).max().unwrap_or(0);
    let mut list = el("div");
    let mut shown = 0;
    for (n, value) in group.values.iter().enumerate() {
        let label = m::value(name, &value.id).unwrap_or_else(|| value.label.clone());
        let fits = match within {
            Some(_) => shown < DRAWN && (words.is_empty() || fold(&label).contains(&words)),
            None => n < SHOWN || value.chosen || value.excluded,
        };
        if fits {
            shown += 1;
            list.push(row(here, group.axis, value, label, most));
        }
    }
    let hidden = group.values.len() - shown;
    let find = (within.is_some() && group.of > MANY).then(|| {
        let then = here.then();
        let typed = std::rc::Rc::new(move |event: &Event| {
            then.act(Act::Typed(Field::Facet(name), dom::typed(event)));
        });
        of("input", "within")
            .attr("type", "search")
            .attr("aria-label", m::find_in(m::axis(name)))
            .attr("placeholder", m::find_in(m::axis(name)))
            .attr("autocomplete", "off")
            .attr("dir", "auto")
            .value(&here.text(Field::Facet(name)))
            .on(ListenerKind::oninput, typed)
            .on(ListenerKind::onkeydown, super::list_page::leave(here, Field::Facet(name)))
    });
    let more = if within.is_some() {
        Some(m::FEWER.to_owned()).filter(|_| group.of > SHOWN)
    } else {
        (hidden > 0).then(|| m::n_more(hidden))
    };
    of("fieldset", "facet")
        .key(name)
        .child(el("legend").child(m::axis(name)))
        .child(find)
        .child(list)
        .child((within.is_some() && shown == 0).then(|| of("p", "missing").child(m::NO_VALUE)))
        .child(more.map(|more| {
            button("plain-button", here.then(), Act::Unfold(name))
                .attr("aria-expanded", if within.is_some() { "true" } else { "false" })
                .child(more)
        }))
}

fn row(here: &Here, axis: Axis, value: &FacetValue, label: String, most: usize) -> El {
    let printed = matches!(axis.as_str(), "document" | "series" | "publisher");
    let count = if value.known { m::number(value.count) } else { m::NOT_IN_THIS_FILE.to_owned() };
    let tick = el("input").attr("type", "checkbox").checked(value.chosen).act(
        ListenerKind::onchange,
        here.then(),
        Act::Choose(axis, value.id.clone()),
    );
    let exclude = button("exclude", here.then(), Act::Exclude(axis, value.id.clone()))
        .attr("aria-pressed", if value.excluded { "true" } else { "false" })
        .attr("aria-label", m::exclude(&label))
        .attr("title", m::exclude(&label))
        .child("−");
    let words = of("span", if printed { "label printed" } else { "label" }).attr("title", &label).child(bdi(&label));
    of("div", "facet-value")
        .key(&value.id)
        .when("data-zero", value.count == 0)
        .when("data-excluded", value.excluded)
        .child(bar("facet-bar", value.count, most))
        .child(el("label").child(tick).child(words).child(of("span", "count").child(count)))
        .child(exclude)
}

/// Groups of a search, as the panel takes them.
pub(crate) fn shared(groups: &[FacetGroup]) -> Vec<Group> {
    let axis = |facet: Facet| Dimension::from_word(facet.as_str()).map_or(Axis::Shared(facet), Axis::Own);
    let mut out = Vec::new();
    for group in groups {
        out.push(Group { axis: axis(group.facet), values: group.values.clone(), of: group.of });
    }
    out
}
