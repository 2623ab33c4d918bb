//! A table of facts: one row a fact; a column's label goes with each cell, for small screens.
//!
//! Rows are drawn in slices: those that no screen shows yet follow with each rest, so that a view changes without
//! waiting and the browser's own find still reaches all of them.

use std::rc::Rc;

use super::piece::piece;
use crate::context::ViewContext;
use crate::element::{El, el, of, run};
use crate::visit::FIRST;

/// One row: cells in the order of the columns.
pub(crate) struct Row {
    /// Anchor, unique in the table.
    pub(crate) id: String,
    /// Cells.
    pub(crate) cells: Vec<El>,
}

/// What a table is.
pub(crate) struct Table {
    /// Names the columns' widths in the style sheet.
    pub(crate) name: &'static str,
    /// What the table holds.
    pub(crate) label: &'static str,
    /// Heads of the columns.
    pub(crate) heads: &'static [&'static str],
    /// The column that names the row.
    pub(crate) named_by: usize,
    /// Number of rows.
    pub(crate) length: usize,
    /// Where the rows come from: another place, other rows.
    pub(crate) from: usize,
    /// Rows of other tables that are drawn before these.
    pub(crate) skip: usize,
}

impl Table {
    /// The table with the rows that `row` makes; nothing where there are none.
    pub(crate) fn with(self, here: &ViewContext, row: Rc<dyn Fn(usize) -> Row>) -> El {
        if self.length == 0 {
            return run();
        }
        // Rows are laid out as grids: the roles say what the elements would say otherwise.
        let mut heads = el("tr").attr("role", "row");
        for head in self.heads {
            heads.push(el("th").attr("role", "columnheader").attr("scope", "col").child(*head));
        }
        let mut body = el("tbody").attr("role", "rowgroup");
        let drawn = here.visit.drawn.saturating_sub(self.skip).min(self.length);
        let (heads_of, named_by) = (self.heads, self.named_by);
        for first in (0..drawn).step_by(FIRST) {
            let end = (first + FIRST).min(drawn);
            let row = row.clone();
            let slice = move || {
                let mut out = run();
                for n in first..end {
                    out.push(cells(&row(n), heads_of, named_by));
                }
                out
            };
            body.push(piece(&first.to_string(), (self.from, end, 0), Rc::new(slice)));
        }
        of("table", "fact-table")
            .attr("role", "table")
            .attr("data-table", self.name)
            .attr("aria-label", self.label)
            .attr("aria-rowcount", self.length + 1)
            .child(el("thead").attr("role", "rowgroup").child(heads))
            .child(body)
    }
}

fn cells(row: &Row, heads: &'static [&'static str], named_by: usize) -> El {
    let mut out = el("tr").attr("role", "row").id(&row.id).key(&row.id);
    for (n, cell) in row.cells.iter().enumerate() {
        let one = if n == named_by {
            el("th").attr("role", "rowheader").attr("scope", "row")
        } else {
            el("td").attr("role", "cell")
        };
        out.push(one.attr("data-label", heads.get(n).copied()).child(cell.clone()));
    }
    out
}
