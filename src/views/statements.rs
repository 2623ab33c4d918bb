//! Statements: the list, and one of them.

use entente_explore::tables::{StatementList, StatementRow};
use yew::prelude::*;

use crate::components::cells;
use crate::components::facts::{date, value};
use crate::components::list_page::{Ask, Place, list_page};
use crate::components::section::section;
use crate::components::table::{Row, Table};
use crate::messages as m;
use crate::route::{Route, View};

/// Heads of a table of statements.
pub(crate) const HEADS: &[&str] = &[m::SPEAKER, m::VERB, m::WORDS, m::TOWARDS, m::TOPIC, m::SOURCE];

/// The list.
pub(crate) fn list(place: &Place, found: &StatementList) -> Html {
    let route = &place.route;
    let list = &found.list;
    if list.of == 0 {
        return super::not_found::nothing(route, m::NO_STATEMENTS, m::STATEMENTS_LEAD);
    }
    let rows: Vec<Row> = list.rows.iter().map(|found| row(route, found)).collect();
    let ask = Ask {
        heading: m::statements_heading(list.rows.len(), found.speakers),
        lead: html! { { m::STATEMENTS_LEAD } },
        table: "statements",
        count: m::shown(list.rows.len(), list.of, m::statements),
        above: Html::default(),
    };
    list_page(
        place,
        ask,
        &list.groups,
        &list.exported,
        html! { <Table name="statements" label={m::STATEMENTS} heads={HEADS} named_by={2} {rows} /> },
    )
}

/// A statement in a row.
pub(crate) fn row(route: &Route, row: &StatementRow) -> Row {
    let link = route.plain(View::Statement(row.id.clone())).to_string();
    Row {
        id: format!("st-{}", row.id),
        cells: vec![
            row.speaker.as_ref().map(|who| cells::speaker(route, who)).unwrap_or_default(),
            html! { <>if let Some(verb) = &row.verb { <i class="printed">{ verb }</i>{ " " } }<span class="tag">{ m::word(row.modality.as_str()) }</span></> },
            html! { <a class="words-link" href={link}><bdi class="printed" lang={row.source.language.clone()}>{ &row.source.quote }</bdi></a> },
            cells::names(route, &row.counterparts),
            cells::names(route, &row.topics),
            cells::source(route, &row.source),
        ],
    }
}

/// One statement.
pub(crate) fn one(route: &Route, found: Option<&StatementRow>) -> Html {
    let Some(row) = found else {
        return super::not_found::missing(route, m::UNKNOWN_STATEMENT);
    };
    let party = |party: &Option<entente_explore::tables::PartyRef>| party.as_ref().map(|who| cells::party(route, who));
    let names = |names: &[entente_explore::tables::NameRef]| (!names.is_empty()).then(|| cells::names(route, names));
    html! {
        <div class="page fact">
            <header class="head">
                <p class="crumb"><a href={route.plain(View::Statements).to_string()}>{ m::STATEMENTS }</a><span>{ m::word(row.modality.as_str()) }</span></p>
                <h1 class="printed statement-heading"><bdi lang={row.source.language.clone()}>{ &row.source.quote }</bdi></h1>
                <p>{ cells::source(route, &row.source) }</p>
            </header>
            { section(m::SAYS, "", html! { <>
                <dl class="facts-list">
                    { value(m::SPEAKER, row.speaker.as_ref().map(|who| cells::speaker(route, who))) }
                    { value(m::ON_BEHALF, party(&row.on_behalf_of)) }
                    { value(m::VERB, row.verb.as_ref().map(|verb| html! { <i class="printed">{ verb }</i> })) }
                    { value(m::STRENGTH, row.strength.map(|strength| html! { <>{ m::word(strength.as_str()) }</> })) }
                    { value(m::ACTOR, party(&row.actor)) }
                    { value(m::TOWARDS, names(&row.counterparts)) }
                    { value(m::TOPICS, names(&row.topics)) }
                    { value(m::INSTRUMENTS, names(&row.instruments)) }
                    { value(m::PERIOD, row.period.as_ref().map(|period| date(Some(period), None, None))) }
                    { value(m::SECTION, (!row.section.is_empty()).then(|| html! { <bdi class="printed">{ row.section.join(" › ") }</bdi> })) }
                    { value(m::RULE, Some(html! { <>{ m::word(&row.rule) }</> })) }
                </dl>
            </> }) }
        </div>
    }
}
