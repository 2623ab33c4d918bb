//! Filters in force, each with a cross.

use crate::actions::RouteAction;
use crate::context::ViewContext;
use crate::element::{El, bdi, button, el, of, run};
use crate::messages as m;
use crate::screens::Chip;

/// A chip for each value, and for words where the view has no field that shows them.
pub(crate) fn chips(here: &ViewContext, words: bool) -> El {
    let route = &here.route;
    let (filter, selection) = (&route.query.filter, &route.selection);
    let words = Some(&route.query.text).filter(|text| words && !text.is_empty());
    if filter.is_empty() && selection.is_empty() && words.is_none() {
        return run();
    }
    let mut out = of("div", "chips").attr("role", "group").attr("aria-label", m::FILTERS_IN_FORCE);
    out.push(words.map(|words| {
        let cross =
            button("", here.dispatch.clone(), RouteAction::ClearText).attr("aria-label", m::REMOVE_WORDS).child("×");
        of("span", "chip").child(m::WORDS).child(": ").child(bdi(words)).child(cross)
    }));
    for found in here.chips.iter() {
        out.push(chip(here, found));
    }
    out.child(button("plain-button", here.dispatch.clone(), RouteAction::ClearFilters).child(m::CLEAR_ALL))
}

fn chip(here: &ViewContext, found: &Chip) -> El {
    let Chip { axis, value, label, is_excluded, is_known, nearest } = found;
    let name = m::axis(axis.as_str());
    let remove = button("", here.dispatch.clone(), RouteAction::RemoveValue(*axis, value.clone()))
        .attr("aria-label", m::remove_filter(name, label))
        .child("×");
    let chip = of("span", "chip")
        .attr("data-known", if *is_known { "true" } else { "false" })
        .child(name)
        .child(": ")
        .child(is_excluded.then(|| el("em").child(m::EXCLUDED).child(" ")))
        .child(bdi(label))
        .child((!is_known).then(|| el("em").child(", ").child(m::NOT_IN_THIS_FILE)))
        .child(remove);
    let instead = nearest.as_ref().map(|(id, label)| {
        let act = RouteAction::ReplaceValue(*axis, value.clone(), id.clone());
        button("plain-button", here.dispatch.clone(), act).child(m::use_instead(label))
    });
    run().key(&format!("{}{is_excluded}{value}", axis.as_str())).child(chip).child(instead)
}
