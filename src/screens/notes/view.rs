//! What is odd in the sources.

use std::collections::BTreeSet;
use std::rc::Rc;

use entente_explore::tables::{List, NoteRow};

use crate::components::cells;
use crate::components::list_page::{Ask, list_page};
use crate::components::table::{Row, Table};
use crate::context::ViewContext;
use crate::element::{El, bdi, el, of, run};
use crate::messages as m;

const HEADS: &[&str] = &[m::KIND, m::SOURCE_HAS, m::SOURCE];

/// The list.
pub(crate) fn list(here: &ViewContext, list: &Rc<List<NoteRow>>) -> El {
    if list.of == 0 {
        return crate::screens::not_found::view::nothing(here, m::NO_NOTES, m::NOTES_LEAD);
    }
    let mut files: BTreeSet<&str> = BTreeSet::new();
    for row in &list.rows {
        files.insert(&row.file);
    }
    let ask = Ask {
        heading: m::notes_heading(list.total, files.len()),
        lead: run().child(m::NOTES_LEAD),
        count: m::counted_rows(list.rows.len(), list.total, list.of, m::notes),
        above: run(),
        listed: (list.rows.len(), list.total),
    };
    let (rows, at) = (list.clone(), here.clone());
    let table = Table {
        name: "notes",
        label: m::NOTES,
        heads: HEADS,
        named_by: 1,
        length: list.rows.len(),
        from: here.serial,
        skip: 0,
    };
    list_page(here, ask, &list.groups, table.with(here, Rc::new(move |n| row(&at, n, &rows.rows[n]))))
}

fn row(here: &ViewContext, n: usize, row: &NoteRow) -> Row {
    let words = row.source.as_ref().filter(|source| !source.quote.is_empty()).map(cells::quote);
    let place = match &row.source {
        Some(source) => cells::source(here, source),
        None => el("code").child(bdi(&row.file)),
    };
    Row {
        id: format!("note-{n}"),
        cells: vec![
            of("span", "flag").child(m::note_kind(row.kind.as_str())),
            run().child(bdi(&row.detail)).child(words),
            place,
        ],
    }
}
