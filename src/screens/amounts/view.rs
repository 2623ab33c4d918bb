//! Money, counts and shares.

use entente_explore::tables::{AmountRow, List, PartyRef};
use yew::prelude::*;

use crate::components::date_label::date_label;
use crate::components::fact_table::{Columns, FactTable};
use crate::components::list_page::{ListPage, list_filters, listed, row_count};
use crate::components::long_list::Rows;
use crate::components::references::{evidence, party};
use crate::components::row_tools::{RowContext, source_cell};
use crate::components::shared::Shared;
use crate::components::text::{printed_in, tag, text};
use crate::context::use_view_context;
use crate::messages as m;
use crate::screens::not_found::view::NothingFound;

/// Columns of a table of amounts.
pub(crate) static COLUMNS: Columns = Columns {
    name: "amounts",
    heads: &[m::AMOUNT, m::WORDS, m::WHAT, m::PAYER, m::RECEIVER, m::DATE, m::SOURCE],
    named_by: 0,
};

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
            listed={listed(list)}
            filters={list_filters(&here, &list.groups)}
        >
            <FactTable columns={&COLUMNS} label={m::AMOUNTS} {rows} />
        </ListPage>
    }
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
        format!("a-{}", row.id),
        [
            html! { <strong class="value">{ text(&m::amount(row)) }</strong> },
            words,
            row.status.map(|status| tag(&m::word(status.as_str()))).unwrap_or_default(),
            party(&row.payer),
            party(&row.receiver),
            row.date.as_ref().map(|date| date_label(Some(date), None)).unwrap_or_default(),
            source_cell(at, &row.source),
        ],
    )
}
