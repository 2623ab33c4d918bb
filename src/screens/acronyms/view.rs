//! Short forms and what they stand for.

use std::rc::Rc;

use entente_corpus::Basis;
use entente_explore::tables::{AcronymRow, List};

use crate::components::cells;
use crate::components::list_page::{Ask, list_page};
use crate::components::table::{Row, Table};
use crate::context::ViewContext;
use crate::element::{El, link, of, printed, run, tag};
use crate::messages as m;
use crate::route::View;

const HEADS: &[&str] = &[m::ACRONYM, m::STANDS_FOR, m::SOURCE];

/// The list.
pub(crate) fn list(here: &ViewContext, list: &Rc<List<AcronymRow>>) -> El {
    if list.of == 0 {
        return crate::screens::not_found::view::nothing(here, m::NO_ACRONYMS, m::ACRONYMS_LEAD);
    }
    let ask = Ask {
        heading: m::acronyms_heading(list.sorts[1], list.total),
        lead: run().child(m::ACRONYMS_LEAD),
        count: m::counted_rows(list.rows.len(), list.total, list.of, m::acronyms),
        above: run(),
        listed: (list.rows.len(), list.total),
    };
    let (rows, at) = (list.clone(), here.clone());
    let table = Table {
        name: "acronyms",
        label: m::ACRONYMS,
        heads: HEADS,
        named_by: 0,
        length: list.rows.len(),
        from: here.serial,
        skip: 0,
    };
    list_page(here, ask, &list.groups, table.with(here, Rc::new(move |n| row(&at, n, &rows.rows[n]))))
}

fn row(here: &ViewContext, n: usize, row: &AcronymRow) -> Row {
    let short = match &row.name {
        Some(name) => link("", here.link(View::Name(name.id.clone()))).child(printed(&row.acronym)),
        None => printed(&row.acronym),
    };
    let expansion = match &row.expansion {
        Some(words) => {
            let elsewhere = (row.basis != Basis::Stated).then(|| tag(m::OPENED_ELSEWHERE));
            run().child(printed(words).attr("lang", &row.source.language)).child(" ").child(elsewhere)
        }
        None => of("span", "missing").child(m::NEVER_OPENED),
    };
    Row {
        id: format!("short-{n}"),
        cells: vec![short, run().child(expansion).child(cells::quote(&row.source)), cells::source(here, &row.source)],
    }
}
