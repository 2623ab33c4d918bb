//! Tables as text: JSON Lines and CSV (RFC 4180).

use std::fmt::Write as _;

use crate::{Cell, Table, written};

/// One JSON object a row.
#[must_use]
pub fn jsonl(table: &Table) -> String {
    let mut out = String::new();
    for row in &table.rows {
        if let [Cell::Json(json)] = row.as_slice() {
            out.push_str(json);
        } else {
            out.push('{');
            for (n, (column, cell)) in table.columns.iter().zip(row).enumerate() {
                if n > 0 {
                    out.push(',');
                }
                let _ = write!(out, "{}:", quoted(column));
                push_json(cell, &mut out);
            }
            out.push('}');
        }
        out.push('\n');
    }
    out
}

/// A header row, then a line a row; lists are joined by `; `, what is not known is empty. For a
/// spreadsheet it starts with a byte order mark, and cells that would run as formulas begin with an apostrophe.
#[must_use]
pub fn csv(table: &Table, spreadsheet: bool) -> String {
    let mut out = String::new();
    if spreadsheet {
        out.push('\u{feff}');
    }
    push_line(table.columns.iter().map(|column| (*column).to_owned()), &mut out);
    for row in &table.rows {
        push_line(row.iter().map(|cell| field(cell, spreadsheet)), &mut out);
    }
    out
}

fn push_json(cell: &Cell, out: &mut String) {
    match cell {
        Cell::Null => out.push_str("null"),
        Cell::Text(text) => out.push_str(&quoted(text)),
        Cell::Number(n) => out.push_str(&written(*n)),
        Cell::Flag(flag) => out.push_str(if *flag { "true" } else { "false" }),
        Cell::List(list) => {
            let items: Vec<String> = list.iter().map(|item| quoted(item)).collect();
            let _ = write!(out, "[{}]", items.join(","));
        }
        Cell::Json(json) => out.push_str(json),
    }
}

fn quoted(text: &str) -> String {
    // Writing a string as JSON cannot fail.
    serde_json::to_string(text).unwrap_or_default()
}

fn field(cell: &Cell, spreadsheet: bool) -> String {
    let words = match cell {
        Cell::Null => String::new(),
        Cell::Text(text) => text.clone(),
        // A number never runs as a formula, even below zero.
        Cell::Number(n) => return written(*n),
        Cell::Flag(flag) => flag.to_string(),
        Cell::List(list) => list.join("; "),
        Cell::Json(json) => json.clone(),
    };
    if spreadsheet
        && words
            .trim_start_matches([' ', '\u{a0}'])
            .starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
    {
        format!("'{words}")
    } else {
        words
    }
}

fn push_line(fields: impl Iterator<Item = String>, out: &mut String) {
    for (n, field) in fields.enumerate() {
        if n > 0 {
            out.push(',');
        }
        if field.contains(['"', ',', '\n', '\r']) {
            let _ = write!(out, "\"{}\"", field.replace('"', "\"\""));
        } else {
            out.push_str(&field);
        }
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::{csv, jsonl};
    use crate::{Cell, Table};

    fn sample() -> Table {
        Table {
            columns: vec!["a", "b", "c"],
            rows: vec![
                vec![Cell::from("=1+1"), Cell::Null, Cell::Number(0.5)],
                vec![Cell::from("say \"hi\",\nthere"), Cell::Flag(true), Cell::List(vec!["x".into(), "y".into()])],
                vec![Cell::from("-"), Cell::Number(-3.0), Cell::List(Vec::new())],
            ],
        }
    }

    #[test]
    fn json_lines_keep_types() {
        assert_eq!(
            jsonl(&sample()),
            "{\"a\":\"=1+1\",\"b\":null,\"c\":0.5}\n\
             {\"a\":\"say \\\"hi\\\",\\nthere\",\"b\":true,\"c\":[\"x\",\"y\"]}\n\
             {\"a\":\"-\",\"b\":-3,\"c\":[]}\n"
        );
    }

    #[test]
    fn csv_quotes_by_the_standard_and_changes_nothing() {
        assert_eq!(csv(&sample(), false), "a,b,c\r\n=1+1,,0.5\r\n\"say \"\"hi\"\",\nthere\",true,x; y\r\n-,-3,\r\n");
    }

    #[test]
    fn a_spreadsheet_runs_nothing() {
        assert_eq!(
            csv(&sample(), true),
            "\u{feff}a,b,c\r\n'=1+1,,0.5\r\n\"say \"\"hi\"\",\nthere\",true,x; y\r\n'-,-3,\r\n"
        );
    }
}
