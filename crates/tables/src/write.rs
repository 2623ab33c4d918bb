//! Tables as text: JSON Lines and CSV (RFC 4180).

use std::fmt::Write as _;

use csv::Terminator;

use crate::{Cell, Table, written};

/// Rows of one part of a text.
const ROWS_A_PART: usize = 1_000;

/// One JSON object a row.
#[must_use]
pub fn jsonl(table: &Table) -> String {
    let mut out = String::new();
    write_rows(&table.columns, &table.rows, &mut out);
    out
}

/// Calls `write` with the text of [`jsonl`] in parts that consist of whole lines. The text as a whole can take more memory than
/// the table, because rows share what is in many of them.
pub fn jsonl_in_parts(table: &Table, write: &mut dyn FnMut(&str)) {
    for rows in table.rows.chunks(ROWS_A_PART) {
        let mut out = String::new();
        write_rows(&table.columns, rows, &mut out);
        write(&out);
    }
}

fn write_rows(columns: &[&str], rows: &[Vec<Cell>], out: &mut String) {
    for row in rows {
        if let [Cell::Json(json)] = row.as_slice() {
            out.push_str(json);
        } else {
            out.push('{');
            for (n, (column, cell)) in columns.iter().zip(row).enumerate() {
                if n > 0 {
                    out.push(',');
                }
                let _ = write!(out, "{}:", quoted(column));
                push_json(cell, out);
            }
            out.push('}');
        }
        out.push('\n');
    }
}

/// Writes CSV as RFC 4180 has it: a header row, then one line for each row, each ended by CR LF. Lists are joined by `; `, what is
/// not known is empty. For a spreadsheet the text starts with a byte order mark, and cells that would run as formulas begin
/// with an apostrophe. A table without rows is its header row.
///
/// ```
/// use entente_tables::{Cell, Table, csv};
///
/// let table = Table { columns: vec!["name", "count"], rows: vec![vec![Cell::from("a, b"), Cell::from(2)]] };
/// assert_eq!(csv(&table, false), "name,count\r\n\"a, b\",2\r\n");
/// ```
#[must_use]
pub fn csv(table: &Table, spreadsheet: bool) -> String {
    let mut out = String::new();
    csv_in_parts(table, spreadsheet, &mut |part| out.push_str(part));
    out
}

/// Calls `write` with the text of [`csv`] in parts that consist of whole records.
pub fn csv_in_parts(table: &Table, spreadsheet: bool, write: &mut dyn FnMut(&str)) {
    let head = records([table.columns.iter().map(|name| (*name).to_owned())]);
    write(&format!("{}{head}", if spreadsheet { BYTE_ORDER_MARK } else { "" }));
    for rows in table.rows.chunks(ROWS_A_PART) {
        write(&records(rows.iter().map(|row| row.iter().map(|cell| field(cell, spreadsheet)))));
    }
}

/// Records of CSV.
fn records<R: Iterator<Item = String>>(rows: impl IntoIterator<Item = R>) -> String {
    let mut writer = ::csv::WriterBuilder::new().terminator(Terminator::CRLF).flexible(true).from_writer(Vec::new());
    // Memory takes every byte, and every cell was text.
    let write = || -> Result<(), ::csv::Error> {
        for row in rows {
            writer.write_record(row.map(String::into_bytes))?;
        }
        writer.flush().map_err(Into::into)
    };
    write().expect("writing to memory does not fail");
    let bytes = writer.into_inner().expect("it was flushed");
    String::from_utf8(bytes).expect("cells are text")
}

/// What a spreadsheet needs at the start of a file to read it as UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

fn push_json(cell: &Cell, out: &mut String) {
    match cell {
        Cell::Null => out.push_str("null"),
        Cell::Text(text) => out.push_str(&quoted(text)),
        Cell::Shared(text) => out.push_str(&quoted(text)),
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
        Cell::Shared(text) => text.to_string(),
        // A number never runs as a formula, even below zero.
        Cell::Number(n) => return written(*n),
        Cell::Flag(flag) => flag.to_string(),
        Cell::List(list) => list.join("; "),
        Cell::Json(json) => json.clone(),
    };
    if spreadsheet { defused(&words) } else { words }
}

/// Characters with which a spreadsheet begins a formula, in both widths.
const BEGINS_FORMULA: [char; 8] = ['=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];
/// Characters at which a spreadsheet cuts a line that it reads with other separators than ours. A comma is not among
/// them: a cell with one is quoted.
const SEPARATORS: [char; 5] = [';', '\t', '\r', '\n', '|'];

/// `words` with an apostrophe before all that a spreadsheet would run, at the start and after each separator. A plain
/// negative number stays as it is.
fn defused(words: &str) -> String {
    let mut out = String::with_capacity(words.len() + 1);
    let starts_with_separator = words.starts_with(SEPARATORS) && !words.starts_with(';');
    if starts_with_separator {
        out.push('\'');
    }
    for part in words.split_inclusive(SEPARATORS) {
        let begins = part.trim_start_matches(is_unseen);
        if begins.starts_with(BEGINS_FORMULA) && !is_plain_negative(part.trim_end_matches(SEPARATORS)) {
            out.push('\'');
        }
        out.push_str(part);
    }
    out
}

/// True if a spreadsheet drops or hides `c` before the first character of a cell: blanks of every width,
/// control characters, marks of no width, and quotation marks.
fn is_unseen(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || c == '"'
        || matches!(
            c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{3164}'
        )
        || matches!(c, '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
        || matches!(c, '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}')
        || matches!(c, '\u{fff9}'..='\u{fffc}' | '\u{e0000}'..='\u{e0fff}')
}

/// True for a number below zero and nothing else ("-5", "-1,234.50", "-3 %").
fn is_plain_negative(words: &str) -> bool {
    let number = words.trim().strip_prefix('-').map(|rest| rest.strip_suffix('%').unwrap_or(rest).trim_end());
    number.is_some_and(|number| {
        number.starts_with(|c: char| c.is_ascii_digit())
            && number.ends_with(|c: char| c.is_ascii_digit())
            && number.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
    })
}

#[cfg(test)]
mod tests {
    use super::{csv, csv_in_parts, jsonl, jsonl_in_parts};
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
    fn parts_are_whole_lines_and_together_the_text() {
        let row = |n: u32| vec![Cell::Shared("many".into()), Cell::from(n), Cell::from("two\nlines")];
        let table = Table { columns: vec!["a", "b", "c"], rows: (0..2_500).map(row).collect() };
        let (mut lines, mut records) = (Vec::new(), Vec::new());
        jsonl_in_parts(&table, &mut |part| lines.push(part.to_owned()));
        csv_in_parts(&table, true, &mut |part| records.push(part.to_owned()));
        assert_eq!((lines.concat(), records.concat()), (jsonl(&table), csv(&table, true)));
        assert_eq!(lines.iter().map(|part| part.lines().count()).collect::<Vec<_>>(), [1_000, 1_000, 500]);
        assert!(records.len() == 4 && records.iter().all(|part| part.ends_with("\r\n")));
        assert!(lines[0].starts_with("{\"a\":\"many\",\"b\":0,\"c\":\"two\\nlines\"}\n"));
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

    /// A cell is quoted only if it contains a quotation mark, a comma or a line end.
    #[test]
    fn only_cells_that_need_it_are_quoted() {
        for (words, written) in [
            ("plain", "plain"),
            (" both sides ", " both sides "),
            ("a;b\tc|d", "a;b\tc|d"),
            ("#note", "#note"),
            ("'quoted'", "'quoted'"),
            ("back\\slash", "back\\slash"),
            ("a,b", "\"a,b\""),
            ("say \"hi\"", "\"say \"\"hi\"\"\""),
            ("\"", "\"\"\"\""),
            ("a\nb", "\"a\nb\""),
            ("a\rb", "\"a\rb\""),
            ("a\r\nb", "\"a\r\nb\""),
            ("공동성명, 2016", "\"공동성명, 2016\""),
            ("\u{feff}\0\u{2028}", "\u{feff}\0\u{2028}"),
            ("", ""),
        ] {
            let table = Table { columns: vec!["a", "b"], rows: vec![vec![Cell::from(words), Cell::Null]] };
            assert_eq!(csv(&table, false), format!("a,b\r\n{written},\r\n"), "{words:?}");
        }
        assert_eq!(csv(&Table { columns: vec!["a", "b"], rows: Vec::new() }, false), "a,b\r\n", "no rows");
        let one = Table { columns: vec!["a"], rows: vec![vec![Cell::Null]] };
        assert_eq!(csv(&one, false), "a\r\n\"\"\r\n", "one empty cell is a row, not a blank line");
    }

    #[test]
    fn what_a_spreadsheet_would_run_gets_an_apostrophe_and_nothing_else_does() {
        for (words, expected) in [
            ("=1+1", "'=1+1"),
            (" =1", "' =1"),
            ("\u{200b}=1", "'\u{200b}=1"),
            ("\u{feff}=1", "'\u{feff}=1"),
            ("\u{ad}\u{2060}@SUM(1)", "'\u{ad}\u{2060}@SUM(1)"),
            ("\u{3000}\u{ff1d}1", "'\u{3000}\u{ff1d}1"),
            ("\u{0}=1", "'\u{0}=1"),
            ("\u{202e}+1", "'\u{202e}+1"),
            ("\"=1", "'\"=1"),
            ("\t=1", "'\t'=1"),
            ("\n-cmd", "'\n'-cmd"),
            ("a;=HYPERLINK(1)", "a;'=HYPERLINK(1)"),
            ("a; =1; +2;b", "a;' =1;' +2;b"),
            (";=1", ";'=1"),
            ("a\t@x", "a\t'@x"),
            ("a|=1", "a|'=1"),
            ("a\n=1", "a\n'=1"),
            ("-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0"),
            ("-", "'-"),
            ("--5", "'--5"),
            ("-5-", "'-5-"),
            ("+82-2-555", "'+82-2-555"),
            ("-5", "-5"),
            (" -1,234.50 ", " -1,234.50 "),
            ("-3 %", "-3 %"),
            ("a;-5;b", "a;-5;b"),
            ("a = b; c + d", "a = b; c + d"),
            ("a, =1", "a, =1"),
            ("", ""),
        ] {
            assert_eq!(super::defused(words), expected, "{words:?}");
        }
    }

    #[test]
    fn a_spreadsheet_runs_nothing() {
        assert_eq!(
            csv(&sample(), true),
            "\u{feff}a,b,c\r\n'=1+1,,0.5\r\n\"say \"\"hi\"\",\nthere\",true,x; y\r\n'-,-3,\r\n"
        );
    }
}
