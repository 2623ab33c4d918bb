//! Series: the register, and one of them with its members.

use entente_explore::tables::{List, SeriesRow};
use yew::prelude::*;

use crate::components::cells;
use crate::components::facts::{ENGAGEMENT_HEADS, date, engagement, numbers, status, value};
use crate::components::list_page::{Ask, Place, list_page};
use crate::components::section::section;
use crate::components::table::{Row, Table};
use crate::messages as m;
use crate::route::{Route, View};

const HEADS: &[&str] = &[m::SERIES_NAME, m::WITH, m::LEVEL, m::NUMBERS, m::LAST, m::FREQUENCY, m::SOURCE];

/// The list.
pub(crate) fn list(place: &Place, list: &List<SeriesRow>) -> Html {
    let route = &place.route;
    if list.of == 0 {
        return super::not_found::nothing(route, m::NO_SERIES, m::SERIES_LEAD);
    }
    let numbered = list.rows.iter().filter(|row| !row.numbers.is_empty()).count();
    let frequent = list.rows.iter().filter(|row| row.frequency.is_some()).count();
    let rows: Vec<Row> = list.rows.iter().map(|found| row(route, found)).collect();
    let ask = Ask {
        heading: m::series_heading(list.rows.len(), numbered, frequent),
        lead: html! { { m::SERIES_LEAD } },
        table: "series",
        count: m::shown(list.rows.len(), list.of, m::series),
        above: Html::default(),
    };
    list_page(
        place,
        ask,
        &list.groups,
        &list.exported,
        html! { <Table name="series" label={m::SERIES} heads={HEADS} {rows} /> },
    )
}

fn row(route: &Route, row: &SeriesRow) -> Row {
    let link = route.plain(View::Series(row.id.clone())).to_string();
    Row {
        id: format!("s-{}", row.id),
        cells: vec![
            html! { <a class="title" href={link}><bdi>{ &row.name }</bdi></a> },
            cells::names(route, &row.counterparts),
            level(row).unwrap_or_default(),
            numbers(route, &row.numbers),
            last(row).unwrap_or_default(),
            row.frequency.as_ref().map(|words| html! { <q class="printed">{ &words.quote }</q> }).unwrap_or_default(),
            row.members.first().map(|member| cells::source(route, &member.source)).unwrap_or_default(),
        ],
    }
}

fn level(row: &SeriesRow) -> Option<Html> {
    (row.level.as_str() != "unknown").then(|| html! { <>{ m::word(row.level.as_str()) }</> })
}

fn last(row: &SeriesRow) -> Option<Html> {
    row.last.as_ref().map(|(last, held)| html! { <>{ date(Some(last), None, None) }{ " " }{ status(*held) }</> })
}

/// One series.
pub(crate) fn one(route: &Route, found: Option<&SeriesRow>) -> Html {
    let Some(series) = found else {
        return super::not_found::missing(route, m::UNKNOWN_SERIES);
    };
    let rows: Vec<Row> = series.members.iter().map(|member| engagement(route, member)).collect();
    html! {
        <div class="page fact">
            <header class="head">
                <p class="crumb"><a href={route.plain(View::SeriesList).to_string()}>{ m::SERIES }</a>
                    <span>{ m::engagements(series.members.len()) }{ ", " }{ m::documents(series.documents) }</span></p>
                <h1 class="printed"><bdi>{ &series.name }</bdi></h1>
            </header>
            <dl class="facts-list">
                { value(m::NUMBERS, Some(html! { <>{ numbers(route, &series.numbers) }if series.missing > 0 { <small>{ m::missing_numbers(series.missing) }</small> }</> })) }
                { value(m::WITH, (!series.counterparts.is_empty()).then(|| cells::names(route, &series.counterparts))) }
                { value(m::TOPICS, (!series.topics.is_empty()).then(|| cells::names(route, &series.topics))) }
                { value(m::LEVEL, level(series)) }
                { value(m::LAST, last(series)) }
                { value(m::FREQUENCY, series.frequency.as_ref().map(|words| html! { <><q class="printed">{ &words.quote }</q>{ " " }{ cells::source(route, words) }</> })) }
            </dl>
            { section(m::MEMBERS, &m::number(series.members.len()), html! { <>
                <Table name="engagements" label={m::MEMBERS} heads={ENGAGEMENT_HEADS} named_by={1} {rows} />
            </> }) }
        </div>
    }
}
