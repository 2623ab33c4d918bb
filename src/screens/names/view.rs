//! The index of names, by kind.

use std::rc::Rc;

use entente_explore::tables::{List, NameRow};

use crate::components::cells;
use crate::components::list_page::{Ask, list_page};
use crate::components::section::section;
use crate::components::table::{Row, Table};
use crate::context::ViewContext;
use crate::element::{El, bdi, link, of, run};
use crate::messages as m;
use crate::route::View;

const HEADS: &[&str] = &[m::NAME, m::ALSO, m::BELONGS_TO, m::DOCUMENTS, m::PASSAGES];

/// The list.
pub(crate) fn list(here: &ViewContext, list: &Rc<List<NameRow>>) -> El {
    if list.of == 0 {
        return crate::screens::not_found::view::nothing(here, m::NO_NAMES, m::NAMES_LEAD);
    }
    let most = list.rows.iter().map(|row| row.passages).max().unwrap_or(0);
    let mut parts = run();
    let mut first = 0;
    // Rows stand in the order of their kinds.
    while let Some(row) = list.rows.get(first) {
        let kind = row.name.kind;
        let length = list.rows[first..].iter().take_while(|row| row.name.kind == kind).count();
        let (rows, at) = (list.clone(), here.clone());
        let draw = move |n: usize| self::row(&at, &rows.rows[first + n], most);
        let label = m::name_kinds(kind);
        let table = Table { name: "names", label, heads: HEADS, named_by: 0, length, from: here.serial, skip: first };
        parts.push(section(label, &m::number(length), table.with(here, Rc::new(draw))).key(kind));
        first += length;
    }
    let ask = Ask {
        heading: m::names(list.of),
        lead: run().child(m::NAMES_LEAD),
        count: m::counted_rows(list.rows.len(), list.total, list.of, m::names),
        above: run(),
        listed: (list.rows.len(), list.total),
    };
    list_page(here, ask, &list.groups, parts)
}

fn row(here: &ViewContext, row: &NameRow, most: usize) -> Row {
    let forms = row.forms.join("; ");
    let passages = link("bar-link", here.link(View::Name(row.name.id.clone())))
        .attr("aria-label", m::colon(&row.name.name, &m::passages(row.passages)))
        .child(m::number(row.passages))
        .child(cells::bar("row-bar", row.passages, most));
    Row {
        id: format!("name-{}", row.name.id),
        cells: vec![
            cells::name(here, &row.name),
            of("span", "printed clipped").attr("title", &forms).child(bdi(&forms)),
            row.parent.as_ref().map(|parent| cells::name(here, parent)).unwrap_or_default(),
            run().child(m::number(row.documents)),
            passages,
        ],
    }
}
