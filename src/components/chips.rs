//! Filters in force, each with a cross.

use entente_explore::Facet;
use entente_explore::tables::{Axis, Dimension};

use crate::element::{El, bdi, button, el, of, run};
use crate::here::{Act, Here};
use crate::messages as m;

/// A chip for each value, and for words where the view has no field that shows them.
pub(crate) fn chips(here: &Here, words: bool) -> El {
    let route = &here.route;
    let (filter, selection) = (&route.query.filter, &route.selection);
    let words = Some(&route.query.text).filter(|text| words && !text.is_empty());
    if filter.is_empty() && selection.is_empty() && words.is_none() {
        return run();
    }
    let mut out = of("div", "chips").attr("role", "group").attr("aria-label", m::FILTERS_IN_FORCE);
    out.push(words.map(|words| {
        let cross = button("", here.then(), Act::Unword).attr("aria-label", m::REMOVE_WORDS).child("×");
        of("span", "chip").child(m::WORDS).child(": ").child(bdi(words)).child(cross)
    }));
    for facet in Facet::ALL {
        for value in filter.wanted(*facet) {
            out.push(chip(here, Axis::Shared(*facet), value, false));
        }
        for value in filter.unwanted(*facet) {
            out.push(chip(here, Axis::Shared(*facet), value, true));
        }
    }
    for own in Dimension::ALL {
        for value in selection.wanted(*own) {
            out.push(chip(here, Axis::Own(*own), value, false));
        }
        for value in selection.unwanted(*own) {
            out.push(chip(here, Axis::Own(*own), value, true));
        }
    }
    out.child(button("plain-button", here.then(), Act::Clear).child(m::CLEAR_ALL))
}

fn chip(here: &Here, axis: Axis, value: &str, excluded: bool) -> El {
    let label = match axis {
        Axis::Shared(facet) => here.holdings.label(facet, value),
        Axis::Own(own) => here.holdings.own_label(own, value),
    };
    let known = label.is_some();
    let text = m::value(axis.as_str(), value).filter(|_| known).or(label).unwrap_or_else(|| value.to_owned());
    let name = m::axis(axis.as_str());
    let remove = button("", here.then(), Act::Release(axis, value.to_owned()))
        .attr("aria-label", m::remove_filter(name, &text))
        .child("×");
    let chip = of("span", "chip")
        .attr("data-known", if known { "true" } else { "false" })
        .child(name)
        .child(": ")
        .child(excluded.then(|| el("em").child(m::EXCLUDED).child(" ")))
        .child(bdi(&text))
        .child((!known).then(|| el("em").child(", ").child(m::NOT_IN_THIS_FILE)))
        .child(remove);
    let nearest = match axis {
        Axis::Shared(facet) if !known => here.holdings.nearest(facet, value),
        _ => None,
    };
    let instead = nearest.map(|(id, label)| {
        button("plain-button", here.then(), Act::Replace(axis, value.to_owned(), id)).child(m::use_instead(&label))
    });
    run().key(&format!("{}{excluded}{value}", axis.as_str())).child(chip).child(instead)
}
