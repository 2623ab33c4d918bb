//! Statements: the list, and one of them.

use entente_brief::Reference;
use entente_corpus::rules;
use entente_explore::tables::{List, PartyRef, StatementList, StatementRow};
use yew::prelude::*;

use crate::components::date_brush::Counted;
use crate::components::date_label::{date_label, document_date};
use crate::components::fact_table::{Columns, FactTable};
use crate::components::facts_list::{facts_list, unless_empty};
use crate::components::list_page::{ListPage, list_filters, listed, row_count};
use crate::components::list_preview::{RowFacts, current_row, list_preview};
use crate::components::long_list::Rows;
use crate::components::references::{address, first_names, name_list, party, quoted_words, speaker};
use crate::components::row_tools::{RowContext, fact_cell};
use crate::components::section::Section;
use crate::components::shared::Shared;
use crate::components::text::{printed_in, tag, text};
use crate::context::{ViewContext, use_view_context};
use crate::messages as m;
use crate::route::{Route, View};
use crate::screens::not_found::view::NothingFound;

/// Columns of a table of statements.
pub(crate) static COLUMNS: Columns = Columns {
    name: "statements",
    heads: &[m::SPEAKER, m::VERB, m::WORDS, m::TOWARDS, m::TOPIC, m::SOURCE],
    sorts: &["speaker", "verb", "words", "to", "topic", "date"],
    own_order: Some(("date", true)),
    named_by: 2,
};

/// Filters that come first.
const FIRST_FILTERS: [&str; 5] = ["modality", "country", "topic", "person", "agency"];

/// Properties of [`Statements`].
#[derive(Properties, PartialEq)]
pub(crate) struct StatementsProps {
    pub(crate) found: Shared<StatementList>,
}

/// The list.
#[component]
pub(crate) fn Statements(props: &StatementsProps) -> Html {
    let here = use_view_context();
    let list = &props.found.list;
    if list.of == 0 {
        return html! { <NothingFound what={m::NO_STATEMENTS} lead={m::STATEMENTS_LEAD} /> };
    }
    let at = RowContext::from(&here);
    let draw = move |found: &StatementList, n: usize| statement_row(&at, &found.list.rows[n]);
    let rows = Rows::new(props.found.rc(), 0..list.rows.len(), draw);
    html! {
        <ListPage
            heading={m::statements_heading(list.total, props.found.speakers)}
            lead={m::STATEMENTS_LEAD}
            count={row_count(list, m::statements)}
            counted={Counted(m::statements)}
            listed={listed(list)}
            filters={list_filters(&here, &list.groups, &FIRST_FILTERS, m::show(&m::statements(list.total)))}
            years={list.years.clone()}
            beside={beside(&here, list)}
        >
            <FactTable columns={&COLUMNS} label={m::STATEMENTS} {rows} is_list=true />
        </ListPage>
    }
}

/// The id of the row's element.
pub(super) fn row_id(row: &StatementRow) -> String {
    format!("st-{}", row.id)
}

/// The statement that the reader is at; nothing without room for it.
fn beside(here: &ViewContext, list: &List<StatementRow>) -> Option<Html> {
    let n = current_row(here, list.rows.iter().map(row_id));
    let row = list.rows.get(n)?;
    let facts = RowFacts {
        name: &row.source.quote,
        open: Some(address(&here.route, View::Statement(row.id.clone()))),
        facts: facts_of(&here.route, row),
        source: &row.source,
    };
    list_preview(here, (n, list.total), facts)
}

/// A statement in a row.
pub(crate) fn statement_row(at: &RowContext, row: &StatementRow) -> Html {
    let route = &at.route;
    let verb = html! {
        <>
            { verb(row) }
            { " " }
            { tag(&m::word(row.modality.as_str())) }
        </>
    };
    let href = address(route, View::Statement(row.id.clone()));
    COLUMNS.row_of_year(
        at.first_of_year.clone(),
        row_id(row),
        [
            if row.speakers.is_empty() {
                row.speaker.as_ref().map(|who| speaker(route, who)).unwrap_or_default()
            } else {
                first_names(route, &row.speakers)
            },
            verb,
            html! { <a class="words-link" {href}>{ quoted_words(&row.source) }</a> },
            first_names(route, &row.counterparts),
            first_names(route, &row.topics),
            html! { <>{ row.source.date.as_ref().map(|date| document_date(date, None)) }{ fact_cell(at, &row.source, Reference::Statement(row.id.clone())) }</> },
        ],
    )
}

/// The verb as printed; nothing if there is none.
fn verb(row: &StatementRow) -> Html {
    html! {
        if let Some(verb) = &row.verb {
            <i class="printed" lang={row.source.language.clone()}>{ text(verb) }</i>
        }
    }
}

/// Properties of [`Statement`].
#[derive(Properties, PartialEq)]
pub(crate) struct StatementProps {
    pub(crate) found: Option<Shared<StatementRow>>,
}

/// One statement.
#[component]
pub(crate) fn Statement(props: &StatementProps) -> Html {
    let here = use_view_context();
    let route = here.route.clone();
    let Some(row) = &props.found else {
        return html! { <NothingFound what={m::UNKNOWN_STATEMENT} /> };
    };
    html! {
        <div class="page fact">
            <header class="head">
                <p class="crumb">
                    <a href={address(&route, View::Statements)}>{ m::STATEMENTS }</a>
                    <span>{ m::word(row.modality.as_str()) }</span>
                </p>
                <h1 class="printed statement-heading">{ quoted_words(&row.source) }</h1>
                <p class="said">
                    { fact_cell(&RowContext::from(&here), &row.source, Reference::Statement(row.id.clone())) }
                </p>
            </header>
            <Section heading={m::SAYS}>{ facts_list(facts_of(&route, row)) }</Section>
        </div>
    }
}

/// What is known of a statement.
fn facts_of(route: &Route, row: &StatementRow) -> Vec<(&'static str, Option<Html>)> {
    let party = |who: &Option<PartyRef>| who.as_ref().map(|who| party(route, who));
    let word = |word: &str| Html::from(m::word(word));
    let section = |section: &[String]| printed_in(&section.join(" › "), row.source.language.as_deref());
    vec![
        (
            m::SPEAKER,
            unless_empty(&row.speakers, |names| name_list(route, names))
                .or_else(|| row.speaker.as_ref().map(|who| speaker(route, who))),
        ),
        (m::ON_BEHALF, party(&row.on_behalf_of)),
        (m::VERB, row.verb.as_ref().map(|_| verb(row))),
        (m::STRENGTH, row.strength.map(|strength| word(strength.as_str()))),
        (m::ACTOR, party(&row.actor)),
        (m::TOWARDS, unless_empty(&row.counterparts, |names| name_list(route, names))),
        (m::TOPICS, unless_empty(&row.topics, |names| name_list(route, names))),
        (m::INSTRUMENTS, unless_empty(&row.instruments, |names| name_list(route, names))),
        (m::PERIOD, row.period.as_ref().map(|period| date_label(Some(period), None))),
        (m::SECTION, unless_empty(&row.section, section)),
        (m::RULE, Some(text(&m::rule(&[rules::STATEMENTS], &row.rule)))),
    ]
}
