//! Rows of the exported tables, by the names of their columns.
//!
//! A column that a table does not have is empty, so that what is measured does not depend on how the corpus keeps it.

use entente_tables::{Cell, Table};

/// One row of a table.
#[derive(Clone, Copy)]
pub struct Item<'a> {
    columns: &'a [&'static str],
    cells: &'a [Cell],
}

impl<'a> Item<'a> {
    fn cell(self, column: &str) -> Option<&'a Cell> {
        let at = self.columns.iter().position(|name| *name == column)?;
        self.cells.get(at)
    }

    /// The words of a cell; `None` if it is empty. A list is joined by "; ".
    #[must_use]
    pub fn text(self, column: &str) -> Option<String> {
        match self.cell(column)? {
            Cell::Null => None,
            Cell::Text(text) | Cell::Json(text) => Some(text.clone()).filter(|text| !text.is_empty()),
            Cell::Shared(text) => Some(text.to_string()).filter(|text| !text.is_empty()),
            Cell::Number(number) => Some(entente_tables::written(*number)),
            Cell::Flag(flag) => Some(flag.to_string()),
            Cell::List(list) => Some(list.join("; ")).filter(|text| !text.is_empty()),
        }
    }

    /// The number in a cell.
    #[must_use]
    pub fn number(self, column: &str) -> Option<f64> {
        match self.cell(column)? {
            Cell::Number(number) => Some(*number),
            Cell::Null | Cell::Text(_) | Cell::Shared(_) | Cell::Json(_) | Cell::Flag(_) | Cell::List(_) => None,
        }
    }

    /// The members of a cell: of a list all, of words these alone.
    #[must_use]
    pub fn list(self, column: &str) -> Vec<String> {
        match self.cell(column) {
            Some(Cell::List(list)) => list.clone(),
            _ => self.text(column).into_iter().collect(),
        }
    }
}

/// All rows of a table.
pub fn rows(table: &Table) -> impl Iterator<Item = Item<'_>> {
    table.rows.iter().map(|cells| Item { columns: &table.columns, cells })
}

/// The rows of one document, by the column `file`.
#[must_use]
pub fn rows_of_file<'a>(table: &'a Table, file: &str) -> Vec<Item<'a>> {
    let is_here = |row: &Item| matches!(row.cell("file"), Some(Cell::Text(name)) if name == file);
    rows(table).filter(is_here).collect()
}

#[cfg(test)]
mod tests {
    use entente_tables::{Cell, Table};

    use super::{rows, rows_of_file};

    #[test]
    fn a_missing_column_is_empty() {
        let cells = vec!["a.txt".into(), Cell::Number(3.0), Cell::List(vec!["x".to_owned(), "y".to_owned()])];
        let table = Table { columns: vec!["file", "value", "parties"], rows: vec![cells] };
        let row = rows(&table).next().unwrap();
        assert_eq!((row.number("value"), row.number("value_max")), (Some(3.0), None));
        assert_eq!((row.text("parties").as_deref(), row.list("parties").len()), (Some("x; y"), 2));
        assert_eq!((rows_of_file(&table, "a.txt").len(), rows_of_file(&table, "b.txt").len()), (1, 0));
    }
}
