//! The wordings of a clause as one strip and as a list, each with the words that changed.

use entente_verify::History;
use entente_verify::report::{HistoryStep, Target};
use yew::prelude::*;

use crate::components::element::{element, words};
use crate::components::references::{address, passage_id};
use crate::components::row_tools::RowContext;
use crate::components::strip::strip;
use crate::components::text::{printed_in, text};
use crate::components::verdicts::{place_of, source_of};
use crate::context::ViewContext;
use crate::messages as m;
use crate::route::View;
use crate::screens::verify::sentence::{compare_key, compared, wording_row};

/// The screen.
pub(crate) fn history_of_clause(here: &ViewContext, found: &History) -> Html {
    let at = RowContext::from(here);
    let places: Vec<&Target> = found.steps.iter().map(|step| &step.target).collect();
    let own = found.steps.iter().position(|step| step.is_clause);
    let lead = vec![text(&m::history_lead(found.steps.len())), text(" "), place_of(&here.route, &found.clause)];
    let mut head = vec![words("h1", "", m::HISTORY), element("p", "", lead)];
    if found.is_cut {
        head.push(words("p", "", m::CLAUSE_CUT));
    }
    let steps = found.steps.iter().enumerate();
    let steps =
        steps.map(|(n, step)| history_step(&at, step, n.checked_sub(1).and_then(|before| found.steps.get(before))));
    let mut parts = vec![
        element("header", "head", head),
        strip(&places, own),
        compare_key([("del", m::REMOVED, m::ONLY_BEFORE), ("ins", m::ADDED, m::ONLY_AFTER)]),
        element("ol", "history precedents", steps.collect()),
    ];
    if found.more > 0 {
        parts.push(words("p", "note", &m::further_places(found.more)));
    }
    element("div", "page", parts)
}

fn history_step(at: &RowContext, step: &HistoryStep, before: Option<&HistoryStep>) -> Html {
    let target = &step.target;
    let printed = match &step.difference {
        Some(difference) if !difference.changes.is_empty() => compared(difference),
        Some(_) | None => printed_in(&target.quote, target.language.as_deref()),
    };
    let (before_it, after_it) = step.is_cut;
    let more = |is_cut: bool, sign: &'static str| text(if is_cut { sign } else { "" });
    let printed = html! { <>{ more(before_it, "… ") }{ printed }{ more(after_it, " …") }</> };
    let compare = before.map(|before| {
        let ids = (passage_id(&source_of(&before.target)), passage_id(&source_of(target)));
        html! { <a href={address(&at.route, View::Compare(ids.0, ids.1))}>{ m::COMPARE }</a> }
    });
    let says = m::step_says(step.is_clause, step.difference.as_ref().map(|difference| difference.words));
    let row = wording_row(at, vec![target], printed, &step.parties, compare.unwrap_or_default(), &says);
    html! { <li class="precedent" aria-current={step.is_clause.then_some("true")}>{ for row }</li> }
}
