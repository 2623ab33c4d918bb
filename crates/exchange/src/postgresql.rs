//! All tables as a script for `psql`: it makes them in a schema of their own and copies the rows in, all or nothing.

use std::collections::BTreeMap;

use entente_corpus::Corpus;
use entente_tables::{Cell, table, written};

/// Types of the columns that are not text, by `COLUMN` or, where tables differ, by `TABLE.COLUMN`.
const TYPES: &str = include_str!("../data/postgresql-types.tsv");

pub(crate) fn write(corpus: &Corpus, write: &mut dyn FnMut(&str)) {
    let types = crate::pairs(TYPES);
    write("SET client_encoding = 'UTF8';\nBEGIN;\nCREATE SCHEMA \"entente\";\nSET LOCAL search_path TO \"entente\";\n");
    for name in crate::tables() {
        let table = table(corpus, name).unwrap_or_default();
        let columns: Vec<String> =
            table.columns.iter().map(|column| format!("\"{column}\" {}", type_of(&types, name, column))).collect();
        write(&format!("CREATE TABLE \"{name}\" ({});\nCOPY \"{name}\" FROM stdin;\n", columns.join(", ")));
        for row in &table.rows {
            let cells: Vec<String> = row.iter().map(field).collect();
            write(&format!("{}\n", cells.join("\t")));
        }
        write("\\.\n");
    }
    write("COMMIT;\n");
}

/// The type of a column.
pub(crate) fn type_of(types: &BTreeMap<&str, &'static str>, table: &str, column: &str) -> &'static str {
    types.get(format!("{table}.{column}").as_str()).or_else(|| types.get(column)).copied().unwrap_or("text")
}

/// A cell in the text format of COPY.
fn field(cell: &Cell) -> String {
    match cell {
        Cell::Null => "\\N".to_owned(),
        Cell::Text(text) | Cell::Json(text) => escaped(text),
        Cell::Shared(text) => escaped(text),
        Cell::Number(number) => written(*number),
        Cell::Flag(flag) => flag.to_string(),
        Cell::List(list) => {
            let quoted = |item: &String| format!("\"{}\"", item.replace('\\', "\\\\").replace('"', "\\\""));
            escaped(&format!("{{{}}}", list.iter().map(quoted).collect::<Vec<_>>().join(",")))
        }
    }
}

/// Words without what ends a field or a row. PostgreSQL has no text with the character 0.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\0' => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use entente_tables::Cell;

    use super::field;

    #[test]
    fn cells_cannot_end_their_field_or_row() {
        for (cell, written) in [
            (Cell::Null, "\\N"),
            (Cell::from("a\tb\nc\\.\r\0"), "a\\tb\\nc\\\\.\\r"),
            (
                Cell::from(vec!["x,y".to_owned(), "say \"no\"".to_owned(), "\\".to_owned()]),
                r#"{"x,y","say \\"no\\"","\\\\"}"#,
            ),
            (Cell::from(Vec::new()), "{}"),
            (Cell::Number(2.5), "2.5"),
            (Cell::from(true), "true"),
        ] {
            assert_eq!(field(&cell), written, "{cell:?}");
        }
    }
}
