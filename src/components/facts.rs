//! Pieces of facts: dates with their bounds, numbers of a series, words that differ, labelled values.

use entente_corpus::EngagementStatus;
use entente_explore::Dated;
use entente_explore::tables::{Change, EngagementRow, Numbers, Run};
use yew::prelude::*;

use super::date_label::date_label;
use super::{cells, table::Row};
use crate::messages as m;
use crate::route::{Route, View};

/// A date; where none is printed, what the text allows, marked as concluded.
pub(crate) fn date(date: Option<&Dated>, bound: Option<&Dated>, edition: Option<&String>) -> Html {
    html! {
        <>
            { date_label(date, edition.map(String::as_str)) }
            if let Some(bound) = bound { <span class="bound" title={m::BOUND}>{ "[" }{ date_label(Some(bound), None) }{ "]" }</span> }
        </>
    }
}

/// Whether it took place; what was held goes without saying, and of what is not told nothing is said.
pub(crate) fn status(status: Option<EngagementStatus>) -> Html {
    match status {
        None | Some(EngagementStatus::Held) => Html::default(),
        Some(other) => html! { <span class="tag">{ m::word(other.as_str()) }</span> },
    }
}

/// The numbers of a series: held filled, announced hollow, those not in this file dashed.
pub(crate) fn numbers(route: &Route, numbers: &[Numbers]) -> Html {
    if numbers.is_empty() {
        return html! { <span class="missing">{ m::NONE_PRINTED }</span> };
    }
    let one = |number: &Numbers| match number {
        Numbers::Told(n, id, status) => {
            let link = route.plain(View::Engagement(id.clone())).to_string();
            let held = *status == Some(EngagementStatus::Held);
            html! { <a class="number" data-state={if held { "held" } else { "announced" }} href={link} aria-label={status.map(|status| format!("{n}, {}", m::word(status.as_str())))}>{ n }</a> }
        }
        Numbers::Missing(first, last) => html! {
            <span class="number" data-state="missing">{ m::run(*first, *last) }<span class="unseen-text">{ ", " }{ m::NOT_HERE }{ " " }</span></span>
        },
    };
    html! { <span class="numbers">{ for numbers.iter().map(one) }</span> }
}

/// Words of one side of a comparison.
pub(crate) fn runs(runs: &[Run], left: bool) -> Html {
    let one = |(n, run): (usize, &Run)| {
        let words = match run.change {
            Change::Same => html! { { &run.text } },
            Change::Formatting => html! { <span class="reformatted">{ &run.text }</span> },
            Change::Only if left => html! { <del>{ &run.text }</del> },
            Change::Only => html! { <ins>{ &run.text }</ins> },
        };
        html! { <>if n > 0 { { " " } }{ words }</> }
    };
    html! { <>{ for runs.iter().enumerate().map(one) }</> }
}

/// Heads of a table of engagements.
pub(crate) const ENGAGEMENT_HEADS: &[&str] = &[m::DATE, m::ENGAGEMENT, m::WITH, m::KIND, m::NUMBER, m::SOURCE];

/// A row of it.
pub(crate) fn engagement(route: &Route, row: &EngagementRow) -> Row {
    let link = route.plain(View::Engagement(row.id.clone())).to_string();
    Row {
        id: format!("e-{}", row.id),
        cells: vec![
            date(row.date.as_ref(), row.bound.as_ref(), row.edition.as_ref()),
            html! { <><a class="title" href={link}><bdi>{ &row.name }</bdi></a>{ " " }{ status(row.status) }{ cells::quote(&row.source) }</> },
            cells::parties(route, &row.participants),
            html! { { m::word(row.kind.as_str()) } },
            row.ordinal.map(|n| numbers(route, &[Numbers::Told(n, row.id.clone(), row.status)])).unwrap_or_default(),
            cells::source(route, &row.source),
        ],
    }
}

/// A labelled value of a fact; nothing where it is not known.
pub(crate) fn value(label: &'static str, value: Option<Html>) -> Html {
    value.map_or_else(Html::default, |value| html! { <div><dt>{ label }</dt><dd>{ value }</dd></div> })
}
