//! Who met whom: a table of names by names, the partners of one name, the meetings of two.

use entente_explore::tables::{NameRef, Pair, Picture, Relations as Found};
use entente_explore::{Axis, Filter, TableSide};
use yew::prelude::*;

use super::partners::partners;
use crate::components::chips::Chips;
use crate::components::engagement::engagement_line;
use crate::components::heat_table::{HeatCell, HeatHead, HeatTable};
use crate::components::list_page::no_row;
use crate::components::references::name_link;
use crate::components::section::Section;
use crate::components::shared::Shared;
use crate::context::use_view_context;
use crate::messages as m;
use crate::route::{Route, View};
use crate::screens::overview::partners::partners as partners_and_topics;

/// Properties of [`Relations`].
#[derive(Properties, PartialEq)]
pub(crate) struct RelationsProps {
    pub(crate) found: Shared<Found>,
    /// What is drawn of the whole file.
    pub(crate) picture: Shared<Picture>,
}

/// The view.
#[component]
pub(crate) fn Relations(props: &RelationsProps) -> Html {
    let route = use_view_context().route;
    let found = &props.found;
    html! {
        <div class="page relations">
            { head(&route, m::RELATIONS_LEAD) }
            <Chips words=true />
            if route.asks() && found.names.is_empty() && found.partners.is_none() && found.pair.is_none() {
                { no_row(&route) }
            } else {
                <div class="halves">
                    { table(&route, found) }
                    if let Some(pair) = &found.pair {
                        { meetings(&route, pair) }
                    } else if let Some(of_one) = &found.partners {
                        { partners(&route, of_one) }
                    }
                </div>
            }
            if !route.asks() {
                { partners_and_topics(&route, &props.picture.grid) }
            }
        </div>
    }
}

/// The heading, what the numbers count, and the choice of rows and columns.
pub(super) fn head(route: &Route, lead: &'static str) -> Html {
    let rows = |side: TableSide| {
        let columns = route.columns.filter(|columns| side.has_table_with(*columns));
        (side == route.rows, route.with_sides(side, columns))
    };
    let columns = |side: TableSide| (side == route.table_columns(), route.with_sides(route.rows, Some(side)));
    html! {
        <header class="head">
            <h1>{ m::RELATIONS }</h1>
            <p>{ lead }</p>
            { choices(m::TABLE_ROWS, TableSide::ALL.iter().map(|side| (*side, rows(*side)))) }
            { choices(m::TABLE_COLUMNS, TableSide::ALL.iter().filter(|side| route.rows.has_table_with(**side)).map(|side| (*side, columns(*side)))) }
        </header>
    }
}

/// Links to the tables with another side, the current one marked.
fn choices(label: &'static str, sides: impl Iterator<Item = (TableSide, (bool, Route))>) -> Html {
    let link = |(side, (is_current, to)): (TableSide, (bool, Route))| {
        html! { <a href={to.to_string()} aria-current={is_current.then_some("true")}>{ m::table_side(side) }</a> }
    };
    html! {
        <nav class="relation-choices" aria-label={label}>
            <span>{ label }</span>
            { for sides.map(link) }
        </nav>
    }
}

fn table(route: &Route, found: &Found) -> Html {
    if found.names.len() < 2 {
        return html! { <Section heading={m::WHO_MET_WHOM}><p>{ m::NO_RELATIONS }</p></Section> };
    }
    let head = |name: &NameRef, total: Option<usize>| HeatHead {
        name: name.name.clone().into(),
        total,
        address: looking_at(route, &[name]).into(),
    };
    let rows: Vec<HeatHead> = found.names.iter().map(|known| head(&known.name, Some(known.meetings))).collect();
    let (_, all_but_last) = found.names.split_last().unwrap_or((&found.names[0], &[]));
    let columns: Vec<HeatHead> = all_but_last.iter().map(|known| head(&known.name, None)).collect();
    let cell = |row: usize, column: usize, count: usize| {
        let (one, other) = (&found.names[row].name, &found.names[column].name);
        HeatCell {
            count,
            address: looking_at(route, &[one, other]).into(),
            label: m::met_each_other(count, &one.name, &other.name).into(),
        }
    };
    let cells = found.cells.iter().enumerate().map(|(row, counts)| {
        counts.iter().enumerate().map(|(column, count)| cell(row, column, *count)).collect::<Vec<_>>()
    });
    html! {
        <Section heading={m::WHO_MET_WHOM}>
            <HeatTable
                figure="who-met-whom"
                caption={m::WHO_MET_WHOM}
                unit={m::MEETINGS_UNIT}
                {rows}
                {columns}
                cells={cells.collect::<Vec<_>>()}
            />
            <p class="figure-note">{ m::relations_note(found) }</p>
        </Section>
    }
}

/// The same view with these names looked at instead of others.
pub(super) fn looking_at(route: &Route, names: &[&NameRef]) -> String {
    let mut filter: Filter = route.query.filter.clone();
    for axis in Axis::SHARED.iter().filter(|axis| axis.names().is_some() && **axis != Axis::Topic) {
        for value in route.query.filter.wanted(*axis) {
            filter = filter.without(*axis, value);
        }
    }
    for name in names {
        if let Some(axis) = Axis::from_word(name.kind) {
            filter = filter.with(axis, &name.id);
        }
    }
    route.with(route.query.with_filter(filter)).to_string()
}

/// The meetings of two names.
fn meetings(route: &Route, pair: &Pair) -> Html {
    let heading = m::met_each_other(pair.rows.len(), &pair.one.name, &pair.other.name);
    html! {
        <Section {heading}>
            <ul class="pair-meetings">
                for row in &pair.rows {
                    <li key={row.id.as_str()}>{ engagement_line(route, row) }</li>
                }
            </ul>
            <p class="more">
                { name_link(route, &pair.one) }
                { ", " }
                { name_link(route, &pair.other) }
                { ", " }
                <a href={looking_at(route, &[])}>{ m::ALL_RELATIONS }</a>
            </p>
        </Section>
    }
}

/// Where a name's dossier is.
pub(super) fn dossier(route: &Route, name: &NameRef) -> String {
    route.plain(View::Name(name.id.clone())).to_string()
}
