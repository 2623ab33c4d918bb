//! Money, counts and shares.

use entente_explore::tables::AmountRow;
use yew::prelude::*;

use super::ViewProps;
use super::list::{Ask, list_page};
use crate::components::cells;
use crate::components::facts::date;
use crate::components::table::{Row, Table};
use crate::messages as m;
use crate::route::Route;

const HEADS: &[&str] = &[m::AMOUNT, m::WORDS, m::WHAT, m::PAYER, m::RECEIVER, m::DATE, m::SOURCE];

#[component]
pub(crate) fn Amounts(props: &ViewProps) -> Html {
    let ViewProps { library, route, .. } = props;
    let list =
        use_memo((library.clone(), route.query.clone(), route.selection.clone()), |(library, query, selection)| {
            library.amounts(query, selection)
        });
    if list.of == 0 {
        return super::not_found::nothing(route, m::NO_AMOUNTS, m::AMOUNTS_LEAD);
    }
    let money = list.rows.iter().filter(|row| is_money(row)).count();
    let rows: Vec<Row> = list.rows.iter().map(|found| row(route, found)).collect();
    let ask = Ask {
        heading: m::amounts_heading(money, list.rows.len()),
        lead: html! { { m::AMOUNTS_LEAD } },
        table: "amounts",
        count: m::shown(list.rows.len(), list.of, m::amounts),
        above: Html::default(),
    };
    list_page(
        props,
        ask,
        &list.groups,
        &list.exported,
        html! { <Table name="amounts" label={m::AMOUNTS} heads={HEADS} {rows} /> },
    )
}

/// Money has an ISO 4217 code.
fn is_money(row: &AmountRow) -> bool {
    row.unit.as_ref().is_some_and(|unit| unit.len() == 3 && unit.bytes().all(|byte| byte.is_ascii_uppercase()))
}

fn row(route: &Route, row: &AmountRow) -> Row {
    let unit = row.unit.as_deref().unwrap_or("");
    let value = if is_money(row) {
        format!("{unit} {}", m::quantity(row.value))
    } else {
        format!("{} {unit}", m::quantity(row.value))
    };
    let party = |party: &Option<entente_explore::tables::PartyRef>| {
        party.as_ref().map(|who| cells::party(route, who)).unwrap_or_default()
    };
    Row {
        id: format!("a-{}", row.id),
        cells: vec![
            html! { <strong class="value">{ value.replace(" %", "%") }</strong> },
            html! { <>if let Some(purpose) = &row.purpose { <bdi class="printed">{ purpose }</bdi> }{ cells::quote(&row.source) }</> },
            row.status
                .map_or_else(Html::default, |status| html! { <span class="tag">{ m::word(status.as_str()) }</span> }),
            party(&row.payer),
            party(&row.receiver),
            row.date.as_ref().map(|when| date(Some(when), None, None)).unwrap_or_default(),
            cells::source(route, &row.source),
        ],
    }
}
