//! Engagements: the list, and one of them.

use entente_explore::tables::{EngagementRow, EngagementView, List};
use yew::prelude::*;

use crate::components::cells;
use crate::components::facts::{ENGAGEMENT_HEADS, date, engagement, numbers, status, value};
use crate::components::list_page::{Ask, Place, list_page};
use crate::components::section::section;
use crate::components::table::Table;
use crate::messages as m;
use crate::route::{Route, View};

/// The list.
pub(crate) fn list(place: &Place, list: &List<EngagementRow>) -> Html {
    let route = &place.route;
    if list.of == 0 {
        return super::not_found::nothing(route, m::NO_ENGAGEMENTS, m::ENGAGEMENTS_LEAD);
    }
    let dated = |row: &&EngagementRow| row.date.as_ref().is_some_and(|date| date.date.bounds().is_some());
    let undated = list.rows.len() - list.rows.iter().filter(dated).count();
    let rows = list.rows.iter().map(|row| engagement(route, row)).collect::<Vec<_>>();
    let ask = Ask {
        heading: m::engagements_heading(list.rows.len(), undated),
        lead: html! { { m::ENGAGEMENTS_LEAD } },
        table: "engagements",
        count: m::shown(list.rows.len(), list.of, m::engagements),
        above: Html::default(),
    };
    list_page(
        place,
        ask,
        &list.groups,
        &list.exported,
        html! { <Table name="engagements" label={m::ENGAGEMENTS} heads={ENGAGEMENT_HEADS} named_by={1} {rows} /> },
    )
}

/// One engagement.
pub(crate) fn one(route: &Route, found: Option<&EngagementView>) -> Html {
    let Some(EngagementView { row, conflicts, before, after }) = found else {
        return super::not_found::missing(route, m::UNKNOWN_ENGAGEMENT);
    };
    let announced = row.status.is_some_and(|status| matches!(status.as_str(), "announced" | "planned"));
    html! {
        <div class="page fact">
            <header class="head">
                <p class="crumb"><a href={route.plain(View::Engagements).to_string()}>{ m::ENGAGEMENTS }</a><span>{ m::word(row.kind.as_str()) }</span></p>
                <h1 class="printed"><bdi lang={row.source.language.clone()}>{ &row.name }</bdi></h1>
                if announced { <p>{ m::OUTCOME }</p> }
            </header>
            { says(route, row) }
            <dl class="facts-list">
                { value(m::DATE, Some(date(row.date.as_ref(), None, row.edition.as_ref()))) }
                { value(m::BOUND, row.bound.as_ref().map(|bound| date(Some(bound), None, None))) }
                { value(m::STATUS, row.status.map(|status| html! { <>{ m::word(status.as_str()) }</> })) }
                { value(m::PLACE, row.place.as_ref().map(|place| html! { <bdi class="printed">{ place }</bdi> })) }
                { value(m::WITH, (!row.participants.is_empty()).then(|| cells::parties(route, &row.participants))) }
                { value(m::LEVEL, (row.level.as_str() != "unknown").then(|| html! { <>{ m::word(row.level.as_str()) }</> })) }
                { value(m::SERIES, row.series.as_ref().map(|(id, name)| html! { <a class="printed" href={route.plain(View::Series(id.clone())).to_string()}><bdi>{ name }</bdi></a> })) }
                { value(m::NUMBER, row.ordinal.map(|n| numbers(route, &[entente_explore::tables::Numbers::Told(n, row.id.clone(), row.status)]))) }
                { value(m::TOPICS, (!row.topics.is_empty()).then(|| cells::names(route, &row.topics))) }
                { value(m::BEFORE, before.as_ref().map(|other| line(route, other))) }
                { value(m::AFTER, after.as_ref().map(|other| line(route, other))) }
                { value(m::RULE, Some(html! { <>{ m::word(&row.rule) }</> })) }
            </dl>
            if !row.again.is_empty() {
                { section(m::AGAIN, "", html! { <>{ for row.again.iter().map(|place| html! { <div class="said">{ cells::source(route, place) }{ cells::quote(place) }</div> }) }</> }) }
            }
            if !conflicts.is_empty() {
                { section(m::CONFLICTS, "", html! { <>{ for conflicts.iter().map(|(other, why)| html! { <div class="said">{ line(route, other) }<p>{ why }</p>{ cells::quote(&other.source) }</div> }) }</> }) }
            }
        </div>
    }
}

/// The words and the place.
fn says(route: &Route, row: &EngagementRow) -> Html {
    html! { { section(m::SAYS, "", html! { <><div class="said">{ cells::quote(&row.source) }{ cells::source(route, &row.source) }</div></> }) } }
}

/// Another engagement in a line.
fn line(route: &Route, row: &EngagementRow) -> Html {
    let link = route.plain(View::Engagement(row.id.clone())).to_string();
    html! { <>{ date(row.date.as_ref(), row.bound.as_ref(), None) }{ " " }<a class="printed" href={link}><bdi>{ &row.name }</bdi></a>{ " " }{ status(row.status) }</> }
}
