//! Rows of an export table, read by the names of their columns.

use std::collections::BTreeMap;

use entente_corpus::Corpus;
use entente_tables::{Cell, Table, table, written};

/// A table whose rows are read.
pub(crate) struct Rows(Table);

/// One row.
#[derive(Clone, Copy)]
pub(crate) struct Row<'a> {
    columns: &'a [&'static str],
    cells: &'a [Cell],
}

impl Rows {
    /// The rows of the table `name`; none if there is no such table.
    pub(crate) fn of(corpus: &Corpus, name: &str) -> Self {
        Self(table(corpus, name).unwrap_or_default())
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = Row<'_>> {
        self.0.rows.iter().map(|cells| Row { columns: &self.0.columns, cells })
    }
}

impl<'a> Row<'a> {
    fn cell(&self, column: &str) -> Option<&'a Cell> {
        let at = self.columns.iter().position(|name| *name == column)?;
        self.cells.get(at)
    }

    /// The words in `column`; empty where nothing is known.
    pub(crate) fn text(&self, column: &str) -> &'a str {
        match self.cell(column) {
            Some(Cell::Text(text)) => text,
            Some(Cell::Shared(text)) => text,
            _ => "",
        }
    }

    /// The number in `column` as it is written; empty where none is known.
    pub(crate) fn number(&self, column: &str) -> String {
        match self.cell(column) {
            Some(Cell::Number(number)) => written(*number),
            _ => String::new(),
        }
    }

    /// The values in `column`; empty if it is not a list.
    pub(crate) fn list(&self, column: &str) -> &'a [String] {
        match self.cell(column) {
            Some(Cell::List(list)) => list,
            _ => &[],
        }
    }
}

/// Ids that are given, and how often. Two facts with the same words in one place have the same id; where one would replace the
/// other, the second gets a number.
#[derive(Default)]
pub(crate) struct Ids(BTreeMap<String, usize>);

impl Ids {
    /// `id`, with a number if it is given already.
    pub(crate) fn own(&mut self, id: &str) -> String {
        let count = self.0.entry(id.to_owned()).or_default();
        *count += 1;
        if *count == 1 { id.to_owned() } else { format!("{id}-{count}") }
    }
}
