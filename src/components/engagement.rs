//! Engagements: as a row of a table, in a line, by their numbers in a series.

use entente_brief::Reference;
use entente_corpus::EngagementStatus;
use entente_explore::tables::{EngagementRow, Numbers};
use yew::prelude::*;

use super::date_label::{date_or_bound, document_date};
use super::fact_table::Columns;
use super::references::{address, first_parties};
use super::row_tools::{RowContext, fact_cell};
use super::text::{bdi_in, tag, unseen};
use crate::messages as m;
use crate::route::{Route, View};

/// The status in a frame; nothing if the engagement was held or its status is not known.
pub(crate) fn status_tag(status: Option<EngagementStatus>) -> Html {
    match status {
        None | Some(EngagementStatus::Held) => Html::default(),
        Some(other) => tag(&m::word(other.as_str())),
    }
}

/// The numbers of a series: held filled, announced hollow, those not in this file dashed.
pub(crate) fn series_numbers(route: &Route, numbers: &[Numbers]) -> Html {
    if numbers.is_empty() {
        return html! { <span class="missing">{ m::NONE_PRINTED }</span> };
    }
    html! {
        <span class="numbers">
            for number in numbers {
                { series_number(route, number) }
            }
        </span>
    }
}

fn series_number(route: &Route, number: &Numbers) -> Html {
    match number {
        Numbers::Told(n, id, status) => {
            let is_held = *status == Some(EngagementStatus::Held);
            let label = status.map(|status| m::comma(&n.to_string(), &m::word(status.as_str())));
            let href = address(route, View::Engagement(id.clone()));
            html! {
                <a class="number" {href} data-state={if is_held { "held" } else { "announced" }} aria-label={label}>
                    { *n }
                </a>
            }
        }
        Numbers::Missing(first, last) => html! {
            <span class="number" data-state="missing">{ m::run(*first, *last) }{ unseen(m::NOT_HERE_ASIDE) }</span>
        },
    }
}

/// The number of one engagement in its series; nothing if none is printed.
pub(crate) fn number_in_series(route: &Route, row: &EngagementRow) -> Option<Html> {
    let number = row.ordinal?;
    Some(series_numbers(route, &[Numbers::Told(number, row.id.clone(), row.status)]))
}

/// Columns of a table of engagements.
pub(crate) static ENGAGEMENT_COLUMNS: Columns = Columns {
    name: "engagements",
    heads: &[m::DATE, m::ENGAGEMENT, m::WITH, m::SOURCE],
    sorts: &["date", "name", "with", "document"],
    own_order: Some(("date", true)),
    named_by: 1,
};

/// The id of the row's element.
pub(crate) fn engagement_id(row: &EngagementRow) -> String {
    format!("e-{}", row.id)
}

/// One engagement as a row of the table.
pub(crate) fn engagement_row(at: &RowContext, row: &EngagementRow) -> Html {
    let route = &at.route;
    let called = html! {
        <>
            <span class="row-name">{ engagement_link(route, row, "title") }{ " " }{ status_tag(row.status) }</span>
            <span class="second-line">{ second_line(row) }</span>
        </>
    };
    ENGAGEMENT_COLUMNS.row_of_year(
        at.first_of_year.clone(),
        engagement_id(row),
        [
            date_of_row(row),
            called,
            first_parties(route, &row.participants),
            fact_cell(at, &row.source, Reference::Engagement(row.id.clone())),
        ],
    )
}

/// Its own date; without one that of its document, which says so.
fn date_of_row(row: &EngagementRow) -> Html {
    match (&row.date, &row.bound, &row.source.date) {
        (None, None, Some(document)) => document_date(document, row.edition.as_deref()),
        _ => engagement_date(row),
    }
}

/// Place, kind, level, number.
fn second_line(row: &EngagementRow) -> Html {
    let level = row.level.as_str();
    let level = if level == "unknown" { None } else { Some(m::word(level)) };
    let number = row.ordinal.map(m::ordinal_of);
    let parts = [row.place.clone(), Some(m::word(row.kind.as_str())), level, number];
    bdi_in(&m::commas(parts.into_iter().flatten()), row.source.language.as_deref())
}

/// One engagement in a line: date, name, status.
pub(crate) fn engagement_line(route: &Route, row: &EngagementRow) -> Html {
    html! {
        <>
            { engagement_date(row) }
            { " " }
            { engagement_link(route, row, "printed") }
            { " " }
            { status_tag(row.status) }
        </>
    }
}

fn engagement_date(row: &EngagementRow) -> Html {
    date_or_bound(row.date.as_ref(), row.bound.as_ref(), row.edition.as_deref())
}

fn engagement_link(route: &Route, row: &EngagementRow, class: &'static str) -> Html {
    let href = address(route, View::Engagement(row.id.clone()));
    html! { <a {class} {href}>{ bdi_in(&row.name, row.source.language.as_deref()) }</a> }
}

/// True if the date has a known year.
pub(crate) fn is_dated(row: &EngagementRow) -> bool {
    row.date.as_ref().is_some_and(|date| date.date.bounds().is_some())
}
