//! Money, counts and shares.

use std::rc::Rc;

use entente_explore::tables::{AmountRow, List, PartyRef};

use crate::components::cells;
use crate::components::date_label::date;
use crate::components::list_page::{Ask, list_page};
use crate::components::table::{Row, Table};
use crate::context::ViewContext;
use crate::element::{El, el, printed, run, tag};
use crate::messages as m;

/// Heads of a table of amounts.
pub(crate) const HEADS: &[&str] = &[m::AMOUNT, m::WORDS, m::WHAT, m::PAYER, m::RECEIVER, m::DATE, m::SOURCE];

/// The list.
pub(crate) fn list(here: &ViewContext, list: &Rc<List<AmountRow>>) -> El {
    if list.of == 0 {
        return crate::screens::not_found::view::nothing(here, m::NO_AMOUNTS, m::AMOUNTS_LEAD);
    }
    let ask = Ask {
        heading: m::amounts_heading(list.sorts[0], list.total),
        lead: run().child(m::AMOUNTS_LEAD),
        count: m::counted_rows(list.rows.len(), list.total, list.of, m::amounts),
        above: run(),
        listed: (list.rows.len(), list.total),
    };
    let (rows, at) = (list.clone(), here.clone());
    let table = Table {
        name: "amounts",
        label: m::AMOUNTS,
        heads: HEADS,
        named_by: 0,
        length: list.rows.len(),
        from: here.serial,
        skip: 0,
    };
    list_page(here, ask, &list.groups, table.with(here, Rc::new(move |n| row(&at, &rows.rows[n]))))
}

/// An amount in a row.
pub(crate) fn row(here: &ViewContext, row: &AmountRow) -> Row {
    let party = |party: &Option<PartyRef>| party.as_ref().map(|who| cells::party(here, who)).unwrap_or_default();
    let purpose = row.purpose.as_ref().map(|purpose| printed(purpose).attr("lang", &row.source.language));
    Row {
        id: format!("a-{}", row.id),
        cells: vec![
            el("strong").attr("class", "value").child(m::amount(row)),
            run().child(purpose).child(cells::quote(&row.source)),
            row.status.map(|status| tag(&m::word(status.as_str()))).unwrap_or_default(),
            party(&row.payer),
            party(&row.receiver),
            row.date.as_ref().map(|when| date(Some(when), None, None)).unwrap_or_default(),
            cells::source(here, &row.source),
        ],
    }
}
