//! The wordings of a clause as one strip and as a list, each with the words that changed.

use entente_verify::History;
use entente_verify::report::{HistoryStep, Target};
use yew::prelude::*;

use crate::components::date_label::date_label;
use crate::components::references::{address, passage_id};
use crate::components::row_tools::{RowContext, source_tools};
use crate::components::shared::Shared;
use crate::components::strip::strip;
use crate::components::text::{printed_in, text};
use crate::components::verdicts::{place_of, place_row, source_of};
use crate::context::use_view_context;
use crate::messages as m;
use crate::route::View;
use crate::screens::not_found::view::NothingFound;
use crate::screens::verify::sentence::compared;

/// Properties of [`HistoryOfClause`].
#[derive(Properties, PartialEq)]
pub(crate) struct HistoryProps {
    pub(crate) found: Option<Shared<History>>,
}

/// The screen.
#[component]
pub(crate) fn HistoryOfClause(props: &HistoryProps) -> Html {
    let here = use_view_context();
    let Some(found) = &props.found else {
        return html! { <NothingFound what={m::UNKNOWN_CLAUSE} /> };
    };
    let at = RowContext::from(&here);
    let places: Vec<Target> = found.steps.iter().map(|step| step.target.clone()).collect();
    let own = found.steps.iter().position(|step| step.is_clause);
    html! {
        <div class="page">
            <header class="head">
                <h1>{ m::HISTORY }</h1>
                <p>{ m::history_lead(found.steps.len()) }{ " " }{ place_of(&here.route, &found.clause) }</p>
                if found.is_cut {
                    <p>{ m::CLAUSE_CUT }</p>
                }
            </header>
            { strip(&places, own) }
            <p class="compare-key">
                <span><del>{ m::REMOVED }</del>{ " " }{ m::ONLY_BEFORE }</span>
                <span><ins>{ m::ADDED }</ins>{ " " }{ m::ONLY_AFTER }</span>
            </p>
            <ol class="history precedents">
                for (n, step) in found.steps.iter().enumerate() {
                    { history_step(&at, step, n.checked_sub(1).and_then(|before| found.steps.get(before))) }
                }
            </ol>
            if found.more > 0 {
                <p class="note">{ m::further_places(found.more) }</p>
            }
        </div>
    }
}

fn history_step(at: &RowContext, step: &HistoryStep, before: Option<&HistoryStep>) -> Html {
    let target = &step.target;
    let words = match &step.difference {
        Some(difference) if !difference.changes.is_empty() => compared(difference),
        Some(_) | None => printed_in(&target.quote, target.language.as_deref()),
    };
    let compare = before.map(|before| {
        let ids = (passage_id(&source_of(&before.target)), passage_id(&source_of(target)));
        address(&at.route, View::Compare(ids.0, ids.1))
    });
    html! {
        <li class="precedent" aria-current={step.is_clause.then_some("true")}>
            { date_label(target.date.as_ref(), None) }
            <div>
                <p class="printed" dir="auto" lang={target.language.clone()}>{ words }</p>
                <ul class="places">{ place_row(at, target) }</ul>
                <p class="tools">
                    if !step.parties.is_empty() {
                        <span>{ m::with_parties(&step.parties) }</span>
                    }
                    if let Some(href) = compare {
                        <a {href}>{ m::COMPARE }</a>
                    }
                    { source_tools(at, &source_of(target)) }
                </p>
            </div>
            <span class="differing-count">
                { text(&m::step_says(step.is_clause, step.difference.as_ref().map(|difference| difference.words))) }
            </span>
        </li>
    }
}
