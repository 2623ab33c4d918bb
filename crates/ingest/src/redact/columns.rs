//! Finds columns of tables by their headers, and fields of front matter by their names.
//!
//! In: a text with its structure, or a table of records. Out: places of values. A column of names is one of persons if the
//! same table has a column of numbers or addresses, or if its header says so.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::ops::Range;

use entente_corpus::Body;
use entente_formats::records::{Cell, CellTable};
use entente_text::Span;
use entente_text::fold::fold;

use super::contacts::is_likely;
use super::phones;
use super::words::{Class, is};

/// Most lines of a text that are read as its front matter.
const MAX_FRONT_MATTER_LINES: usize = 200;

/// Why the values of a column are masked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    /// The packer names it.
    Named,
    /// It has persons.
    Persons,
    /// It has telephone numbers.
    Numbers,
}

/// The cells of each table of `body`.
pub(super) fn cells(body: &Body) -> Vec<CellTable> {
    let mut tables: BTreeMap<u32, CellTable> = BTreeMap::new();
    for passage in &body.passages {
        let Some(table) = passage.table else { continue };
        let words = |span: Span| span.of(&body.text).split_whitespace().collect::<Vec<_>>().join(" ");
        match tables.entry(table) {
            // The first row of a table names its columns.
            Entry::Vacant(entry) => {
                let mut columns: Vec<String> = Vec::new();
                for (column, piece) in passage.cells() {
                    match columns.get_mut(column) {
                        Some(name) => *name = format!("{name} {}", words(piece.span)),
                        None => columns.push(words(piece.span)),
                    }
                }
                entry.insert(CellTable { columns, cells: Vec::new() });
            }
            Entry::Occupied(mut table) => {
                let columns = table.get().columns.len();
                let named = passage.cells().filter(|(column, _)| *column < columns);
                let row = named.map(|(column, piece)| Cell { column, span: piece.span });
                table.get_mut().cells.extend(row);
            }
        }
    }
    tables.into_values().collect()
}

/// What the name of a column says about its values.
struct ColumnTraits {
    named: bool,
    persons: bool,
    names: bool,
    numbers: bool,
    details: bool,
}

impl ColumnTraits {
    /// Reads `name`. `named` are the packer's columns, folded.
    fn of(name: &str, named: &[String]) -> Self {
        let folded = fold(name);
        let plain = folded.trim_matches(|c: char| !c.is_alphanumeric()).replace('_', " ");
        Self {
            named: named.contains(&folded) || named.contains(&plain),
            persons: is(&plain, Class::PersonColumn),
            names: is(&plain, Class::NameColumn),
            numbers: phones::is_label(&plain),
            details: is(&plain, Class::PhoneLabel) || is(&plain, Class::MailLabel),
        }
    }
}

/// The values of `table` that are to be masked, and why. `named` are the packer's columns, folded.
pub(super) fn values(table: &CellTable, text: &str, named: &[String], personal: bool) -> Vec<(Range<usize>, Column)> {
    let traits: Vec<ColumnTraits> = table.columns.iter().map(|name| ColumnTraits::of(name, named)).collect();
    let contacts = table.cells.iter().any(|cell| traits[cell.column].details);
    let mut out = Vec::new();
    for cell in table.cells.iter().filter(|cell| !cell.span.of(text).trim().is_empty()) {
        let column = &traits[cell.column];
        let words = cell.span.of(text);
        let trimmed = cell.span.start as usize + words.len() - words.trim_start().len();
        let place = trimmed..trimmed + words.trim().len();
        let persons = column.persons || column.names && (contacts || is_likely(words.trim()));
        if column.named {
            out.push((place, Column::Named));
        } else if personal && persons && is_name(words) {
            out.push((place, Column::Persons));
        } else if personal && column.numbers && is_number(words) {
            out.push((place, Column::Numbers));
        }
    }
    out
}

/// True if a value can name persons: it has words, and not many.
fn is_name(words: &str) -> bool {
    let letters = words.chars().filter(|c| c.is_alphabetic()).count();
    let offices = fold(words);
    let office =
        offices.split(' ').any(|word| is(word.trim_matches(|c: char| !c.is_alphanumeric()), Class::OfficeWord));
    let first = words.chars().find(|c| c.is_alphanumeric());
    let capital = first.is_some_and(|c| !c.is_lowercase());
    let bare = words.trim().starts_with(char::is_alphabetic);
    capital
        && bare
        && letters >= 2
        && words.split_whitespace().count() <= 8
        && !words.contains(|c: char| c.is_ascii_digit())
        && !office
}

/// True if a value is a telephone number, perhaps with an extension.
fn is_number(words: &str) -> bool {
    let digits = words.chars().filter(char::is_ascii_digit).count();
    digits >= 5 && words.chars().filter(|c| c.is_alphabetic()).count() <= digits
}

/// The values of the fields `named`, folded, in the front matter and the head of `text`.
pub(super) fn fields(text: &str, named: &[String]) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    if named.is_empty() {
        return out;
    }
    let is_named = |name: &str| named.contains(&fold(name.trim_matches(['"', '\'', ' '])));
    let mut at = 0;
    let mut open = false;
    let front = text.trim_start_matches('\u{feff}').starts_with("---")
        || text.trim_start_matches('\u{feff}').starts_with("+++");
    for line in text.split_inclusive('\n').take(if front { MAX_FRONT_MATTER_LINES } else { 0 }) {
        let start = at;
        at += line.len();
        let words = line.trim();
        if start > 0 && matches!(words, "---" | "..." | "+++") {
            break;
        }
        let nested = line.starts_with([' ', '\t', '-']);
        let value = if nested && open {
            words.trim_start_matches('-').trim_start()
        } else {
            let parted = words.split_once([':', '=']);
            open = parted.is_some_and(|(name, _)| is_named(name));
            if !open {
                continue;
            }
            parted.map_or("", |(_, value)| value.trim())
        };
        let value = value.trim_matches(|c: char| "\"'[]>|,".contains(c) || c.is_whitespace());
        if !value.is_empty()
            && let Some(found) = line.rfind(value)
        {
            out.push(start + found..start + found + value.len());
        }
    }
    out.extend(meta(text, &is_named));
    out
}

/// The contents of `meta` elements by their names.
fn meta(text: &str, is_named: &dyn Fn(&str) -> bool) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    for (at, _) in text.match_indices(['m', 'M']) {
        if at == 0
            || text.as_bytes()[at - 1] != b'<'
            || !text[at..].get(..5).is_some_and(|name| name.eq_ignore_ascii_case("meta "))
        {
            continue;
        }
        let near = &text[at..text.floor_char_boundary((at + 4_000).min(text.len()))];
        let tag = &near[..near.find('>').unwrap_or(near.len())];
        let value = |attribute: &str| {
            let lower = tag.to_ascii_lowercase();
            let from = lower.find(&format!(" {attribute}="))? + attribute.len() + 2;
            let quote = tag[from..].chars().next()?;
            let inside = if matches!(quote, '"' | '\'') { &tag[from + 1..] } else { &tag[from..] };
            let end = if matches!(quote, '"' | '\'') {
                inside.find(quote)?
            } else {
                inside.find(' ').unwrap_or(inside.len())
            };
            let start = tag.len() - inside.len();
            Some(start..start + end)
        };
        let name = ["name", "property", "itemprop"].iter().find_map(|attribute| value(attribute));
        if let Some(content) = name.filter(|name| is_named(&tag[name.clone()])).and_then(|_| value("content")) {
            out.push(at + content.start..at + content.end);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use entente_formats::records::{Cell, CellTable};
    use entente_text::Span;

    use super::{Column, fields, values};

    #[test]
    fn fields_are_found_in_front_matter_and_heads() {
        let named = ["author".to_owned(), "drafter".to_owned()];
        for (text, expected) in [
            ("---\ntitle: T\nauthor: \"Jan Doe\"\n---\nauthor: no\n", vec!["Jan Doe"]),
            ("---\nAuthor:\n  - Jan Doe\n  - Mary Major\ntitle: T\n---\n", vec!["Jan Doe", "Mary Major"]),
            ("+++\nauthor = 'Jan Doe'\n+++\n", vec!["Jan Doe"]),
            ("<html><head><meta content=\"Jan Doe\" name=\"author\"><meta name=x content=y></head>", vec!["Jan Doe"]),
            ("author: Jan Doe\n", vec![]),
        ] {
            let found: Vec<&str> = fields(text, &named).into_iter().map(|range| &text[range]).collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    /// Folding the name again for each value takes minutes.
    #[test]
    fn the_name_of_a_column_is_looked_at_once() {
        const ROWS: usize = 50_000;
        let columns = vec!["x ".repeat(500_000), "Phone".to_owned()];
        let row = [Cell { column: 0, span: Span::new(0, 5) }, Cell { column: 1, span: Span::new(6, 15) }];
        let table = CellTable { columns, cells: row.repeat(ROWS) };
        let found = values(&table, "words 025550199", &[], true);
        assert_eq!(found.len(), ROWS);
        assert!(found.iter().all(|found| *found == (6..15, Column::Numbers)));
    }
}
