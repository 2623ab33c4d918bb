//! Engagements: as a row of a table, in a line, by their numbers in a series.

use entente_brief::Reference;
use entente_corpus::EngagementStatus;
use entente_explore::tables::{EngagementRow, Numbers};
use yew::prelude::*;

use super::date_label::date_or_bound;
use super::fact_table::Columns;
use super::references::{address, evidence, party_list};
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
    heads: &[m::DATE, m::ENGAGEMENT, m::WITH, m::KIND, m::NUMBER, m::SOURCE],
    named_by: 1,
};

/// One engagement as a row of the table.
pub(crate) fn engagement_row(at: &RowContext, row: &EngagementRow) -> Html {
    let route = &at.route;
    let called = html! {
        <>
            { engagement_link(route, row, "title") }
            { " " }
            { status_tag(row.status) }
            { evidence(&row.source) }
        </>
    };
    ENGAGEMENT_COLUMNS.row(
        format!("e-{}", row.id),
        [
            engagement_date(row),
            called,
            party_list(route, &row.participants),
            Html::from(m::word(row.kind.as_str())),
            number_in_series(route, row).unwrap_or_default(),
            fact_cell(at, &row.source, Reference::Engagement(row.id.clone())),
        ],
    )
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
