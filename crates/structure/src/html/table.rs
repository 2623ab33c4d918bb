//! Tables of a page: those that hold data become rows; those that only place things do not.

use std::collections::BTreeMap;

use entente_corpus::{PassageKind, Piece};
use entente_text::Span;
use entente_text::order;

use super::super::blocks::PassageDraft;
use super::Page;
use super::run::Run;
use super::token::Token;
use super::tree::Tree;

/// Elements that no table of data contains.
const NEVER_DATA: &[&str] = &["table", "h1", "h2", "h3", "form", "article", "nav", "pre", "blockquote"];
/// A cell with more letters contains a text, not a value.
const MAX_CELL_LETTERS: usize = 700;

/// The tables of data, by their element, with their numbers.
#[derive(Debug, Default)]
pub(super) struct Tables {
    numbers: BTreeMap<usize, u32>,
}

/// A place in a table of data.
#[derive(Clone, Copy, Debug)]
pub(super) struct TablePlace {
    /// Element of the row.
    pub(super) row: usize,
    /// Element of the cell.
    pub(super) cell: usize,
}

impl Tables {
    /// The cell around `inner`, where it lies in a table of data.
    pub(super) fn cell(&self, tree: &Tree, inner: Option<usize>) -> Option<TablePlace> {
        let is = |at: &usize, names: &[&str]| names.contains(&tree.elements[*at].name.as_str());
        let cell = tree.outwards(inner).find(|at| is(at, &["td", "th", "table"]))?;
        let row = tree.elements[cell].parent.filter(|at| is(at, &["tr"]))?;
        let table = tree.outwards(Some(row)).find(|at| is(at, &["table"]))?;
        self.numbers.contains_key(&table).then_some(TablePlace { row, cell })
    }
}

/// Finds the tables of data.
pub(super) fn tables(text: &str, tokens: &[Token], tree: &Tree) -> Tables {
    let elements = &tree.elements;
    let mut shapes: BTreeMap<usize, Shape> = BTreeMap::new();
    let table_of = |at: usize| tree.outwards(Some(at)).find(|at| elements[*at].name == "table");
    for (n, element) in elements.iter().enumerate() {
        if element.name == "table" {
            let placed = matches!(element.attribute("role"), Some("presentation" | "none"));
            shapes.entry(n).or_default().unfit |= placed;
        }
        let Some(table) = element.parent.and_then(table_of) else { continue };
        let shape = shapes.entry(table).or_default();
        shape.unfit |= NEVER_DATA.contains(&element.name.as_str());
        if matches!(element.name.as_str(), "td" | "th")
            && let Some(row) = element.parent
        {
            *shape.rows.entry(row).or_default() += 1;
            *shape.letters.entry(n).or_default() += 0;
        }
    }
    for (n, token) in tokens.iter().enumerate().filter(|(_, token)| token.kind.is_words()) {
        let cell = tree.outwards(tree.around[n]).find(|at| matches!(elements[*at].name.as_str(), "td" | "th"));
        if let Some(shape) = cell.and_then(table_of).and_then(|table| shapes.get_mut(&table))
            && let Some(letters) = cell.and_then(|cell| shape.letters.get_mut(&cell))
        {
            *letters += text[token.start..token.end].trim().chars().count();
        }
    }
    let data = shapes.into_iter().filter(|(_, shape)| shape.is_data()).map(|(table, _)| table);
    Tables { numbers: order::map(data.zip(0..)) }
}

/// What is known of a table.
#[derive(Debug, Default)]
struct Shape {
    unfit: bool,
    /// Cells of each row.
    rows: BTreeMap<usize, usize>,
    /// Characters of each cell.
    letters: BTreeMap<usize, usize>,
}

impl Shape {
    fn is_data(&self) -> bool {
        let wide = self.rows.values().filter(|cells| **cells >= 2).count();
        let filled = self.letters.values().filter(|letters| **letters > 0).count();
        !self.unfit && wide >= 2 && filled >= 3 && self.letters.values().all(|letters| *letters <= MAX_CELL_LETTERS)
    }
}

/// The passage of `row`; a cell without words is an empty piece, so that columns stay columns.
pub(super) fn row(page: &Page, row: usize, filled: &BTreeMap<usize, Run>) -> PassageDraft {
    let elements = &page.tree.elements;
    let cells: Vec<usize> = (row + 1..elements.len())
        .take_while(|at| elements[*at].open <= elements[row].close)
        .filter(|at| elements[*at].parent == Some(row) && matches!(elements[*at].name.as_str(), "td" | "th"))
        .collect();
    let mut draft = PassageDraft::new(PassageKind::Row, Span::default());
    draft.passage.pieces.clear();
    for cell in &cells {
        let words = filled.get(cell);
        let after = page.tokens[elements[*cell].open].end;
        let span = words.map_or(Span::new(after, after), Run::span);
        draft.passage.pieces.push(Piece { span, page: None });
        if let Some(run) = words {
            run.mark(page, &mut draft);
        }
    }
    order::sort_by_key(&mut draft.passage.styles, |style| (style.span, style.kind));
    let heads = |at: &usize| elements[*at].name == "th";
    draft.passage.header =
        cells.iter().all(heads) || page.tree.outwards(Some(row)).any(|at| elements[at].name == "thead");
    let table = page.tree.outwards(Some(row)).find(|at| elements[*at].name == "table");
    draft.passage.table = table.and_then(|table| page.tables.numbers.get(&table).copied());
    draft
}
