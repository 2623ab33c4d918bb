//! Cells, and rows that are filled by column.

use crate::Table;
use crate::columns::columns_of;

/// One value of a row.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Cell {
    /// Not known.
    #[default]
    Null,
    /// Words.
    Text(String),
    /// A number.
    Number(f64),
    /// Yes or no.
    Flag(bool),
    /// Several values.
    List(Vec<String>),
    /// A whole JSON value, written already.
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

    /// Fills `column`, unless it is filled already: a table's own column goes before one of the evidence.
    #[must_use]
    pub fn with(mut self, column: &'static str, cell: impl Into<Cell>) -> Self {
        self.fill(column, cell.into());
        self
    }

    /// Once for every type of cell: the page carries this code.
    #[inline(never)]
    fn fill(&mut self, column: &'static str, cell: Cell) {
        if self.0.iter().all(|(name, _)| *name != column) {
            self.0.push((column, cell));
        }
    }

    /// Puts another cell into `column`, where the row has it.
    pub(crate) fn replaced(mut self, column: &'static str, cell: impl Into<Cell>) -> Self {
        if let Some(found) = self.0.iter_mut().find(|(name, _)| *name == column) {
            found.1 = cell.into();
        }
        self
    }
}

/// The table called `name`, of `rows` that have its columns in their order.
pub(crate) fn collect(name: &str, rows: impl IntoIterator<Item = Row>) -> Table {
    let columns = columns_of(name);
    let cells = |row: Row| {
        debug_assert!(row.0.iter().map(|(column, _)| *column).eq(columns.iter().copied()), "{name}: {row:?}");
        row.0.into_iter().map(|(_, cell)| cell).collect()
    };
    let rows = rows.into_iter().map(cells).collect();
    Table { columns, rows }
}
