//! Money, counts and shares.

use entente_brief::Reference;
use entente_corpus::rules;
use entente_explore::tables::{AmountRow, List, PartyRef};
use yew::prelude::*;

use crate::components::date_brush::Counted;
use crate::components::date_label::{date_label, document_date};
use crate::components::fact_table::{Columns, FactTable};
use crate::components::list_page::{ListPage, list_filters, listed, row_count};
use crate::components::list_preview::{RowFacts, current_row, list_preview};
use crate::components::long_list::Rows;
use crate::components::references::{evidence, party};
use crate::components::row_tools::{RowContext, fact_cell};
use crate::components::shared::Shared;
use crate::components::text::{printed_in, tag, text};
use crate::context::{ViewContext, use_view_context};
use crate::messages as m;
use crate::screens::not_found::view::NothingFound;

/// Columns of a table of amounts.
pub(crate) static COLUMNS: Columns = Columns {
    name: "amounts",
    heads: &[m::AMOUNT, m::WORDS, m::WHAT, m::PAYER, m::RECEIVER, m::DATE, m::SOURCE],
    sorts: &["amount", "", "kind", "payer", "receiver", "date", "document"],
    own_order: Some(("date", true)),
    named_by: 0,
};

/// Filters that come first.
const FIRST_FILTERS: [&str; 5] = ["status", "country", "organisation", "document", "kind"];

/// Properties of [`Amounts`].
#[derive(Properties, PartialEq)]
pub(crate) struct AmountsProps {
    pub(crate) list: Shared<List<AmountRow>>,
}

/// The list.
#[component]
pub(crate) fn Amounts(props: &AmountsProps) -> Html {
    let here = use_view_context();
    let list = &props.list;
    if list.of == 0 {
        return html! { <NothingFound what={m::NO_AMOUNTS} lead={m::AMOUNTS_LEAD} /> };
    }
    let at = RowContext::from(&here);
    let rows = Rows::new(list.rc(), 0..list.rows.len(), move |list, n| amount_row(&at, &list.rows[n]));
    html! {
        <ListPage
            heading={m::amounts_heading(list.part("money"), list.total)}
            lead={m::AMOUNTS_LEAD}
            count={row_count(list, m::amounts)}
            counted={Counted(m::amounts)}
            listed={listed(list)}
            filters={list_filters(&here, &list.groups, &FIRST_FILTERS, m::show(&m::amounts(list.total)))}
            years={list.years.clone()}
            beside={beside(&here, list)}
        >
            <FactTable columns={&COLUMNS} label={m::AMOUNTS} {rows} is_list=true />
        </ListPage>
    }
}

/// The id of the row's element.
pub(super) fn row_id(row: &AmountRow) -> String {
    format!("a-{}", row.id)
}

/// The amount that the reader is at; nothing without room for it.
fn beside(here: &ViewContext, list: &List<AmountRow>) -> Option<Html> {
    let n = current_row(here, list.rows.iter().map(row_id));
    let row = list.rows.get(n)?;
    let party = |who: &Option<PartyRef>| who.as_ref().map(|who| party(&here.route, who));
    let amount = m::amount(row);
    let facts = vec![
        (m::WORDS, row.purpose.as_ref().map(|words| printed_in(words, row.source.language.as_deref()))),
        (m::WHAT, row.status.map(|status| Html::from(m::word(status.as_str())))),
        (m::PAYER, party(&row.payer)),
        (m::RECEIVER, party(&row.receiver)),
        (m::DATE, row.date.as_ref().map(|date| date_label(Some(date), None))),
        (m::RULE, Some(text(&m::rule(&[rules::AMOUNTS], &row.rule)))),
    ];
    list_preview(here, (n, list.total), RowFacts { name: &amount, open: None, facts, source: &row.source })
}

/// An amount in a row.
pub(crate) fn amount_row(at: &RowContext, row: &AmountRow) -> Html {
    let route = &at.route;
    let party = |who: &Option<PartyRef>| who.as_ref().map(|who| party(route, who)).unwrap_or_default();
    let words = html! {
        <>
            if let Some(purpose) = &row.purpose {
                { printed_in(purpose, row.source.language.as_deref()) }
            }
            { evidence(&row.source) }
        </>
    };
    COLUMNS.row(
        row_id(row),
        [
            html! { <strong class="value">{ text(&m::amount(row)) }</strong> },
            words,
            row.status.map(|status| tag(&m::word(status.as_str()))).unwrap_or_default(),
            party(&row.payer),
            party(&row.receiver),
            date_of_row(row),
            fact_cell(at, &row.source, Reference::Amount(row.id.clone())),
        ],
    )
}

/// Its own date; without one that of its document, which says so.
fn date_of_row(row: &AmountRow) -> Html {
    match (&row.date, &row.source.date) {
        (Some(date), _) => date_label(Some(date), None),
        (None, Some(document)) => document_date(document, None),
        (None, None) => Html::default(),
    }
}
