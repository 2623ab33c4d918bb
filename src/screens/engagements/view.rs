//! Engagements: the list, and one of them.

use entente_brief::Reference;
use entente_corpus::{EngagementStatus, rules};
use entente_explore::tables::{Conflict, EngagementRow, EngagementView, LaneGroup, Lanes, List};
use yew::prelude::*;

use crate::components::date_brush::Counted;
use crate::components::date_label::date_label;
use crate::components::engagement::{
    ENGAGEMENT_COLUMNS, engagement_id, engagement_line, engagement_row, number_in_series,
};
use crate::components::fact_table::FactTable;
use crate::components::facts_list::{facts_list, unless_empty};
use crate::components::list_page::{ListPage, list_filters, listed, row_count};
use crate::components::list_preview::{RowFacts, current_row, list_preview};
use crate::components::long_list::Rows;
use crate::components::references::{address, evidence, name_list, party_list, source_link};
use crate::components::row_tools::{RowContext, fact_cell};
use crate::components::section::Section;
use crate::components::shared::Shared;
use crate::components::text::{bdi_in, printed_in, text};
use crate::components::timeline::lanes::LanesChart;
use crate::context::ViewContext;
use crate::context::use_view_context;
use crate::messages as m;
use crate::route::{ListLayout, Route, View};
use crate::screens::not_found::view::NothingFound;

/// Filters that come first.
const FIRST_FILTERS: [&str; 5] = ["country", "engagement-kind", "status", "topic", "person"];

/// Properties of [`Engagements`].
#[derive(Properties, PartialEq)]
pub(crate) struct EngagementsProps {
    pub(crate) list: Shared<List<EngagementRow>>,
    /// The same as lanes, if the link asks for these.
    #[prop_or_default]
    pub(crate) lanes: Option<Shared<Lanes>>,
}

/// The list.
#[component]
pub(crate) fn Engagements(props: &EngagementsProps) -> Html {
    let here = use_view_context();
    let list = &props.list;
    if list.of == 0 {
        return html! { <NothingFound what={m::NO_ENGAGEMENTS} lead={m::ENGAGEMENTS_LEAD} /> };
    }
    let at = RowContext::from(&here);
    let inside = match &props.lanes {
        Some(lanes) if list.total > 0 => html! { <LanesChart {lanes} /> },
        _ => Html::default(),
    };
    let is_table = props.lanes.is_none();
    let rows = Rows::new(list.rc(), 0..list.rows.len(), move |list, n| engagement_row(&at, &list.rows[n]));
    html! {
        <ListPage
            heading={m::engagements_heading(list.total, list.part("undated"))}
            lead={m::ENGAGEMENTS_LEAD}
            count={row_count(list, m::engagements)}
            counted={Counted(m::engagements)}
            above={layouts(&here.route)}
            {is_table}
            listed={if is_table { listed(list) } else { (list.total, list.total) }}
            filters={list_filters(&here, &list.groups, &FIRST_FILTERS, m::show(&m::engagements(list.total)))}
            years={list.years.clone()}
            beside={if is_table { beside(&here, list) } else { None }}
        >
            if is_table {
                <FactTable columns={&ENGAGEMENT_COLUMNS} label={m::ENGAGEMENTS} {rows} is_list=true />
            } else {
                { inside }
            }
        </ListPage>
    }
}

/// The choice between table and lanes, and of what the lanes stand for.
fn layouts(route: &Route) -> Html {
    let choice = |layout: ListLayout, group: LaneGroup, label: &'static str, is_current: bool| {
        let href = Route { layout, group, ..route.clone() }.to_string();
        html! { <a {href} aria-current={is_current.then_some("true")}>{ label }</a> }
    };
    let is_lanes = route.layout == ListLayout::Lanes;
    html! {
        <nav class="relation-choices" aria-label={m::LAYOUT}>
            { choice(ListLayout::List, LaneGroup::Series, m::AS_TABLE, !is_lanes) }
            { choice(ListLayout::Lanes, route.group, m::AS_LANES, is_lanes) }
            if is_lanes {
                <span>{ m::LANES_BY }</span>
                for group in LaneGroup::ALL {
                    { choice(ListLayout::Lanes, *group, m::lane_group(*group), *group == route.group) }
                }
            }
        </nav>
    }
}

/// The meeting that the reader is at; nothing without room for it.
fn beside(here: &ViewContext, list: &List<EngagementRow>) -> Option<Html> {
    let n = current_row(here, list.rows.iter().map(engagement_id));
    let row = list.rows.get(n)?;
    let facts = RowFacts {
        name: &row.name,
        open: Some(address(&here.route, View::Engagement(row.id.clone()))),
        facts: facts_of(&here.route, row),
        source: &row.source,
    };
    list_preview(here, (n, list.total), facts)
}

/// Properties of [`Engagement`].
#[derive(Properties, PartialEq)]
pub(crate) struct EngagementProps {
    pub(crate) found: Option<Shared<EngagementView>>,
}

/// One engagement.
#[component]
pub(crate) fn Engagement(props: &EngagementProps) -> Html {
    let here = use_view_context();
    let route = here.route.clone();
    let Some(found) = &props.found else {
        return html! { <NothingFound what={m::UNKNOWN_ENGAGEMENT} /> };
    };
    let row = &found.row;
    let is_announced = matches!(row.status, Some(EngagementStatus::Announced | EngagementStatus::Planned));
    html! {
        <div class="page fact">
            <header class="head">
                <p class="crumb">
                    <a href={address(&route, View::Engagements)}>{ m::ENGAGEMENTS }</a>
                    <span>{ m::word(row.kind.as_str()) }</span>
                </p>
                <h1 class="printed">{ bdi_in(&row.name, row.source.language.as_deref()) }</h1>
                if is_announced {
                    <p>{ m::OUTCOME }</p>
                }
            </header>
            <Section heading={m::SAYS}>
                <div class="said">
                    { evidence(&row.source) }
                    { fact_cell(&RowContext::from(&here), &row.source, Reference::Engagement(row.id.clone())) }
                </div>
            </Section>
            { engagement_facts(&route, found) }
            if !row.again.is_empty() {
                <Section heading={m::AGAIN}>
                    for place in &row.again {
                        <div class="said">{ source_link(&route, place) }{ evidence(place) }</div>
                    }
                </Section>
            }
            if !found.conflicts.is_empty() {
                <Section heading={m::CONFLICTS}>
                    for Conflict { row, why } in &found.conflicts {
                        <div class="said">
                            { engagement_line(&route, row) }
                            <p>{ text(why) }</p>
                            { evidence(&row.source) }
                        </div>
                    }
                </Section>
            }
        </div>
    }
}

fn engagement_facts(route: &Route, found: &EngagementView) -> Html {
    let neighbour = |row: &Option<EngagementRow>| row.as_ref().map(|row| engagement_line(route, row));
    let mut facts = facts_of(route, &found.row);
    // How it was found comes last.
    let rule = facts.pop();
    facts.extend([(m::BEFORE, neighbour(&found.before)), (m::AFTER, neighbour(&found.after))]);
    facts.extend(rule);
    facts_list(facts)
}

/// What is known of a meeting; how it was found comes last.
fn facts_of(route: &Route, row: &EngagementRow) -> Vec<(&'static str, Option<Html>)> {
    let language = row.source.language.as_deref();
    let word = |word: &str| Html::from(m::word(word));
    let level = row.level.as_str();
    let series = row.series.as_ref().map(|series| {
        let href = address(route, View::Series(series.id.clone()));
        html! { <a class="printed" {href}>{ bdi_in(&series.name, language) }</a> }
    });
    vec![
        (m::DATE, Some(date_label(row.date.as_ref(), row.edition.as_deref()))),
        (m::BOUND, row.bound.as_ref().map(|bound| date_label(Some(bound), None))),
        (m::STATUS, row.status.map(|status| word(status.as_str()))),
        (m::PLACE, row.place.as_ref().map(|place| printed_in(place, language))),
        (m::WITH, unless_empty(&row.participants, |parties| party_list(route, parties))),
        (m::LEVEL, if level == "unknown" { None } else { Some(word(level)) }),
        (m::SERIES, series),
        (m::NUMBER, number_in_series(route, row)),
        (m::TOPICS, unless_empty(&row.topics, |names| name_list(route, names))),
        (m::RULE, Some(text(&m::rule(&[rules::ENGAGEMENTS, rules::FRAMES], &row.rule)))),
    ]
}
