//! One passage of a document, in the form that its kind has.

use std::rc::Rc;

use entente_corpus::PassageKind;
use entente_explore::Block;

use super::fragments::{Marks, fragments};
use crate::element::{El, el, link, of, run};
use crate::messages as m;

/// Cells of one row that are drawn: rows of tens of thousands stop a browser. The source shows all of them.
pub(crate) const MAX_CELLS: usize = 500;
/// Rows of one table that are drawn together.
pub(crate) const MAX_ROWS: usize = 500;

/// How passages are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Showing {
    /// Kinds of names that are marked.
    pub(crate) names: Marks,
    /// The source's own text, markup included.
    pub(crate) source: bool,
    /// Addresses open.
    pub(crate) links: bool,
}

/// A passage at `address`. `aside` is what the reader can do with the passage in view, and what the rest of the
/// file has to say of it.
pub(crate) fn passage(
    block: &Block,
    current: bool,
    address: String,
    showing: Showing,
    tools: Option<El>,
    side: El,
) -> El {
    let place = m::place(block.number(), &block.lines);
    let label = m::link_to(&place);
    let mut out = of("div", "passage")
        .id(&block.anchor)
        .attr("data-kind", block.kind.as_str())
        .attr("lang", &block.language)
        .attr("tabindex", "-1")
        .when("data-template", block.template)
        .when("aria-current", current);
    if block.level > 0 {
        out = out.attr("data-level", usize::from(block.level.min(6)));
    }
    if block.hits > 0 {
        out = out.attr("data-hits", block.hits);
    }
    out.child(link("place", address).attr("lang", m::LANGUAGE).attr("aria-label", label).child(place))
        .child(if showing.source { source(block) } else { reading(block, showing) })
        .child(tools.map(|tools| of("div", "tools").attr("lang", m::LANGUAGE).child(tools)))
        .child(side)
}

fn source(block: &Block) -> El {
    let mut out = run();
    for stretch in &block.source {
        out.push(of("pre", "source").attr("dir", "auto").child(stretch));
    }
    out
}

/// The words of a passage as they are read.
pub(crate) fn reading(block: &Block, showing: Showing) -> El {
    let words = || {
        let mut out = run();
        for cell in block.cells.iter().take(MAX_CELLS) {
            out.push(fragments(cell, showing.names, showing.links));
        }
        out.child(cells_left_out(block))
    };
    let marker = block.marker.as_ref().filter(|_| !matches!(block.kind, PassageKind::Quote | PassageKind::Row));
    let marker = marker.map(|marker| of("span", "marker").child(marker).child(" "));
    let inside = match block.kind {
        // The document's title is the page's first heading; its own begin below.
        PassageKind::Heading => el(match block.level {
            0 | 1 => "h2",
            2 => "h3",
            3 => "h4",
            4 => "h5",
            _ => "h6",
        }),
        // No heading: a form's questions stand at any depth, and levels may not be skipped.
        PassageKind::Question => of("p", "question"),
        PassageKind::Quote => el("blockquote"),
        PassageKind::Answer if block.empty => of("p", "left-empty"),
        _ => el("p"),
    };
    let empty = (block.kind == PassageKind::Answer && block.empty)
        .then(|| el("span").attr("lang", m::LANGUAGE).child("“").child(words()).child(m::UNDER_THIS_HEADING));
    inside.attr("dir", "auto").child(marker).child(words()).child(empty)
}

/// How many cells of a passage are not drawn, where there are any.
fn cells_left_out(block: &Block) -> Option<El> {
    let left_out = block.cells.len().checked_sub(MAX_CELLS).filter(|left_out| *left_out > 0)?;
    Some(el("small").attr("lang", m::LANGUAGE).child(" ").child(m::more_cells(left_out)))
}

/// The rows of a table together.
pub(crate) fn table(rows: &[Rc<Block>], showing: Showing) -> El {
    let (mut heads, mut body) = (el("thead"), el("tbody"));
    let mut headed = false;
    for block in rows {
        let mut row = el("tr").id(&block.anchor);
        for cell in block.cells.iter().take(MAX_CELLS) {
            let one = if block.header { el("th").attr("scope", "col") } else { el("td") };
            row.push(one.child(fragments(cell, showing.names, showing.links)));
        }
        if block.cells.len() > MAX_CELLS {
            row.push(el("td").child(cells_left_out(block)));
        }
        if block.header {
            headed = true;
            heads.push(row);
        } else {
            body.push(row);
        }
    }
    of("div", "table")
        .attr("role", "region")
        .attr("aria-label", m::TABLE_OF_DOCUMENT)
        .attr("tabindex", "0")
        .child(el("table").child(headed.then_some(heads)).child(body))
}
