//! Pairs: what is said twice, with the words that differ.

use std::rc::Rc;

use entente_explore::tables::{List, PairRow};

use crate::components::list_page::{Ask, list_page};
use crate::components::section::section;
use crate::components::table::{Row, Table};
use crate::components::{cells, facts};
use crate::context::ViewContext;
use crate::element::{El, el, link, of, printed, run, small};
use crate::messages as m;
use crate::route::View;

const HEADS: &[&str] = &[m::FIRST_WORDS, m::WORDS_THAT_DIFFER, m::SAID_IN, m::AND_IN];
/// Runs of differing words that a row shows.
const RUNS: usize = 4;

/// The list: those with other words first, a form's own wording last.
pub(crate) fn list(here: &ViewContext, list: &Rc<List<PairRow>>) -> El {
    if list.of == 0 {
        return crate::screens::not_found::view::nothing(here, m::NO_PAIRS, m::PAIRS_LEAD);
    }
    let [differing, alike, _] = list.sorts;
    let (own, end) = (differing + alike, list.rows.len());
    let mut parts = run();
    for (heading, first, end) in [
        (m::DIFFERING, 0, differing.min(end)),
        (m::ALIKE, differing.min(end), own.min(end)),
        (m::TEMPLATES, own.min(end), end),
    ] {
        if end == first {
            continue;
        }
        let (rows, at) = (list.clone(), here.clone());
        let table = Table {
            name: "pairs",
            label: heading,
            heads: HEADS,
            named_by: 0,
            length: end - first,
            from: here.serial,
            skip: first,
        };
        let rows = table.with(here, Rc::new(move |n| row(&at, first + n, &rows.rows[first + n])));
        parts.push(section(heading, &m::pairs(end - first), rows).key(heading));
    }
    let ask = Ask {
        heading: m::pairs_heading(own, differing),
        lead: run().child(m::PAIRS_LEAD),
        count: m::counted_rows(list.rows.len(), list.total, list.of, m::pairs),
        above: run(),
        listed: (list.rows.len(), list.total),
    };
    list_page(here, ask, &list.groups, parts)
}

fn row(here: &ViewContext, n: usize, row: &PairRow) -> Row {
    let compare = here.link(View::Compare(cells::public(&row.one), cells::public(&row.other)));
    let first = printed(&m::cut(&row.one.quote)).attr("lang", &row.one.language);
    let (left, right) = &row.only;
    let differing = match row.difference {
        Some(kind) if left.is_empty() && right.is_empty() => small(&m::word(kind.as_str())),
        Some(_) => {
            let hidden = left.len().saturating_sub(RUNS) + right.len().saturating_sub(RUNS);
            facts::differing(left, right, RUNS).child((hidden > 0).then(|| small(&m::and_more(hidden))))
        }
        None => of("span", "missing").child(m::words_same(row.words)),
    };
    let other = if row.one.document == row.other.document {
        cells::place(here, &row.other)
    } else {
        cells::source(here, &row.other)
    };
    Row {
        id: format!("pair-{n}"),
        cells: vec![link("", compare).child(first), el("div").child(differing), cells::source(here, &row.one), other],
    }
}
