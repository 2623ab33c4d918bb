//! Cells, and rows that are built column by column.

use std::rc::Rc;

use crate::Table;

/// One value of a row.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Cell {
    /// Not known.
    #[default]
    Null,
    /// Words.
    Text(String),
    /// Words that many rows have.
    Shared(Rc<str>),
    /// A number.
    Number(f64),
    /// Yes or no.
    Flag(bool),
    /// Several values.
    List(Vec<String>),
    /// A JSON value that is already written.
    Json(String),
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<u32> for Cell {
    fn from(n: u32) -> Self {
        Self::Number(n.into())
    }
}

impl From<bool> for Cell {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl From<Vec<String>> for Cell {
    fn from(list: Vec<String>) -> Self {
        Self::List(list)
    }
}

impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

/// Cells by column, in the order in which they are given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row(Vec<(&'static str, Cell)>);

impl Row {
    /// A row with nothing in it.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `column`, unless it is set already: a column of the table takes precedence over one of the evidence.
    #[must_use]
    pub fn with(mut self, column: &'static str, cell: impl Into<Cell>) -> Self {
        self.fill(column, cell.into());
        self
    }

    /// Not generic, so that the page contains this code once.
    #[inline(never)]
    fn fill(&mut self, column: &'static str, cell: Cell) {
        if self.0.iter().all(|(name, _)| *name != column) {
            self.0.push((column, cell));
        }
    }
}

/// A table with these `columns`. Every row has them all, in their order.
pub(crate) fn collect(columns: &[&'static str], rows: impl IntoIterator<Item = Row>) -> Table {
    let cells = |row: Row| {
        debug_assert!(row.0.iter().map(|(name, _)| name).eq(columns), "{row:?} has other columns than {columns:?}");
        row.0.into_iter().map(|(_, cell)| cell).collect()
    };
    Table { columns: columns.to_vec(), rows: rows.into_iter().map(cells).collect() }
}
