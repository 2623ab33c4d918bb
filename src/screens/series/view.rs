//! Series: the register, and one of them with its members.

use entente_explore::tables::{List, SeriesRow, Source};
use yew::prelude::*;

use crate::components::date_brush::Counted;
use crate::components::date_label::date_label;
use crate::components::engagement::{ENGAGEMENT_COLUMNS, engagement_row, series_numbers, status_tag};
use crate::components::fact_table::{Columns, FactTable};
use crate::components::facts_list::{facts_list, unless_empty};
use crate::components::list_page::{ListPage, list_filters, listed, row_count};
use crate::components::list_preview::{RowFacts, current_row, list_preview};
use crate::components::long_list::Rows;
use crate::components::references::{address, first_names, name_list, source_link};
use crate::components::row_tools::{RowContext, source_cell};
use crate::components::section::Section;
use crate::components::shared::Shared;
use crate::components::text::{bdi_in, small, text};
use crate::context::{ViewContext, use_view_context};
use crate::messages as m;
use crate::route::{Route, View};
use crate::screens::not_found::view::NothingFound;

static COLUMNS: Columns = Columns {
    name: "series",
    heads: &[m::SERIES_NAME, m::WITH, m::LEVEL, m::NUMBERS, m::LAST, m::FREQUENCY, m::SOURCE],
    sorts: &["name", "with", "level", "number", "last", "", ""],
    own_order: Some(("last", true)),
    named_by: 0,
};

/// Filters that come first.
const FIRST_FILTERS: [&str; 5] = ["country", "engagement-kind", "status", "topic", "document"];

/// Properties of [`SeriesList`].
#[derive(Properties, PartialEq)]
pub(crate) struct SeriesListProps {
    pub(crate) list: Shared<List<SeriesRow>>,
}

/// The list.
#[component]
pub(crate) fn SeriesList(props: &SeriesListProps) -> Html {
    let here = use_view_context();
    let list = &props.list;
    if list.of == 0 {
        return html! { <NothingFound what={m::NO_SERIES} lead={m::SERIES_LEAD} /> };
    }
    let at = RowContext::from(&here);
    let rows = Rows::new(list.rc(), 0..list.rows.len(), move |list, n| series_row(&at, &list.rows[n]));
    html! {
        <ListPage
            heading={m::series_heading(list.total, list.part("numbered"))}
            lead={m::SERIES_LEAD}
            count={row_count(list, m::series)}
            counted={Counted(m::series)}
            listed={listed(list)}
            filters={list_filters(&here, &list.groups, &FIRST_FILTERS, m::show(&m::series(list.total)))}
            years={list.years.clone()}
            beside={beside(&here, list)}
        >
            <FactTable columns={&COLUMNS} label={m::SERIES} {rows} is_list=true />
        </ListPage>
    }
}

/// The id of the row's element.
pub(super) fn row_id(row: &SeriesRow) -> String {
    format!("s-{}", row.id)
}

/// The series that the reader is at, with the place of its first member; nothing without room for it.
fn beside(here: &ViewContext, list: &List<SeriesRow>) -> Option<Html> {
    let n = current_row(here, list.rows.iter().map(row_id));
    let row = list.rows.get(n)?;
    let facts = RowFacts {
        name: &row.name,
        open: Some(address(&here.route, View::Series(row.id.clone()))),
        facts: facts_of(&here.route, row),
        source: &row.members.first()?.source,
    };
    list_preview(here, (n, list.total), facts)
}

/// The language of a series' name: that of its first telling.
fn language(row: &SeriesRow) -> Option<&str> {
    row.members.first()?.source.language.as_deref()
}

fn series_row(at: &RowContext, row: &SeriesRow) -> Html {
    let route = &at.route;
    let href = address(route, View::Series(row.id.clone()));
    COLUMNS.row(
        row_id(row),
        [
            html! { <a class="title" {href}>{ bdi_in(&row.name, language(row)) }</a> },
            first_names(route, &row.counterparts),
            level(row).unwrap_or_default(),
            series_numbers(route, &row.numbers),
            last_date(row).unwrap_or_default(),
            row.frequency.as_ref().map(frequency).unwrap_or_default(),
            row.members.first().map(|member| source_cell(at, &member.source)).unwrap_or_default(),
        ],
    )
}

/// How often its engagements take place, in the words of a document.
fn frequency(words: &Source) -> Html {
    html! { <q class="printed" lang={words.language.clone()}>{ text(&words.quote) }</q> }
}

fn level(row: &SeriesRow) -> Option<Html> {
    let level = row.level.as_str();
    if level == "unknown" { None } else { Some(Html::from(m::word(level))) }
}

fn last_date(row: &SeriesRow) -> Option<Html> {
    let last = row.last.as_ref()?;
    Some(html! { <>{ date_label(Some(&last.date), None) }{ " " }{ status_tag(last.status) }</> })
}

/// Properties of [`Series`].
#[derive(Properties, PartialEq)]
pub(crate) struct SeriesProps {
    pub(crate) found: Option<Shared<SeriesRow>>,
}

/// One series.
#[component]
pub(crate) fn Series(props: &SeriesProps) -> Html {
    let here = use_view_context();
    let route = here.route.clone();
    let Some(series) = &props.found else {
        return html! { <NothingFound what={m::UNKNOWN_SERIES} /> };
    };
    let (members, likely) = (series.members.len(), series.likely.len());
    let at = RowContext::from(&here);
    let draw = move |series: &SeriesRow, n: usize| engagement_row(&at, &series.likely[n]);
    let likely_rows = Rows::new(series.rc(), 0..likely, draw);
    let at = RowContext::from(&here);
    let draw = move |series: &SeriesRow, n: usize| engagement_row(&at, &series.members[n]);
    let rows = Rows::new(series.rc(), 0..members, draw);
    html! {
        <div class="page fact">
            <header class="head">
                <p class="crumb">
                    <a href={address(&route, View::SeriesList)}>{ m::SERIES }</a>
                    <span>{ m::members_of_series(members, likely, series.documents) }</span>
                </p>
                <h1 class="printed">{ bdi_in(&series.name, language(series)) }</h1>
            </header>
            { facts_list(facts_of(&route, series)) }
            <Section heading={m::MEMBERS} remark={m::number(members)}>
                <FactTable columns={&ENGAGEMENT_COLUMNS} label={m::MEMBERS} {rows} />
            </Section>
            if likely > 0 {
                <Section heading={m::LIKELY_MEMBERS} remark={m::LIKELY_REMARK}>
                    <FactTable columns={&ENGAGEMENT_COLUMNS} label={m::LIKELY_MEMBERS} rows={likely_rows} skip={members} />
                </Section>
            }
        </div>
    }
}

/// What is known of a series.
fn facts_of(route: &Route, series: &SeriesRow) -> Vec<(&'static str, Option<Html>)> {
    let numbers = html! {
        <>
            { series_numbers(route, &series.numbers) }
            if series.missing > 0 {
                { " " }
                { small(&m::missing_numbers(series.missing)) }
            }
        </>
    };
    let frequency =
        series.frequency.as_ref().map(|words| html! { <>{ frequency(words) }{ " " }{ source_link(route, words) }</> });
    vec![
        (m::NUMBERS, Some(numbers)),
        (m::WITH, unless_empty(&series.counterparts, |names| name_list(route, names))),
        (m::TOPICS, unless_empty(&series.topics, |names| name_list(route, names))),
        (m::LEVEL, level(series)),
        (m::LAST, last_date(series)),
        (m::FREQUENCY, frequency),
    ]
}
