//! CSV and JSON Lines: records, one a line, with a column that contains a text.
//!
//! In: the file's text and name. Out: a passage for every record's title, text and remaining values, as spans over
//! the file itself. A table without texts is rows.

mod csv;
mod json;

use std::collections::{BTreeMap, BTreeSet};

use entente_corpus::{Markup, PassageKind, Piece};
use entente_structure::{Class, PassageDraft};
use entente_text::Span;
use entente_text::fold::fold;
use entente_text::order;

/// Names of columns that hold a record's text, the likeliest first.
const TEXTS: &[&str] = &[
    "text",
    "body",
    "content",
    "fulltext",
    "full_text",
    "full text",
    "message",
    "본문",
    "내용",
    "texte",
    "内容",
    "正文",
    "본문내용",
];
/// Names of columns that hold its title.
const TITLES: &[&str] = &["title", "headline", "subject", "제목", "titre", "标题", "件名"];
/// Fewest words that a text has, in the middle of its column, where the column's name does not say so.
const MIN_TEXT_WORDS: usize = 12;

/// A table of records.
#[derive(Debug, Default)]
struct Records {
    /// The names of the columns, each once. A name can be as long as the file, so that values must not have a copy of it each.
    columns: Vec<String>,
    records: Vec<Record>,
}

/// Gives each name of a column its index.
#[derive(Debug, Default)]
struct ColumnNames {
    names: Vec<String>,
    indexes: BTreeMap<String, usize>,
}

impl ColumnNames {
    fn index(&mut self, name: String) -> usize {
        if let Some(index) = self.indexes.get(&name) {
            return *index;
        }
        self.names.push(name.clone());
        self.indexes.insert(name, self.names.len() - 1);
        self.names.len() - 1
    }
}

/// A value of a record.
#[derive(Clone, Debug, Default)]
struct Value {
    /// The index of its column's name.
    column: usize,
    /// The column's name in the file, where the record prints it.
    label: Option<Span>,
    /// Where the value stands, its quotes aside.
    span: Span,
    /// Escapes in it and what they show.
    markup: Vec<Markup>,
}

/// A record; what is not a record is kept as it is.
#[derive(Clone, Debug, Default)]
struct Record {
    span: Span,
    values: Vec<Value>,
    /// The names of the columns.
    header: bool,
}

/// The values of a table, by column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CellTable {
    /// The names of the columns, as printed.
    pub columns: Vec<String>,
    /// The values in the order of the text.
    pub cells: Vec<Cell>,
}

/// A value of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The index of its column in [`CellTable::columns`].
    pub column: usize,
    /// The value, its quotes aside.
    pub span: Span,
}

/// The values of `text`, if it is a table of records. The names of the columns are not values.
#[must_use]
pub fn cells(text: &str, file: &str) -> CellTable {
    let Records { columns, records } = records(text, file).unwrap_or_default();
    let values = records.into_iter().filter(|record| !record.header).flat_map(|record| record.values);
    let cells = values.map(|value| Cell { column: value.column, span: value.span }).collect();
    CellTable { columns, cells }
}

/// The records of `text`, where it is a table of them.
fn records(text: &str, file: &str) -> Option<Records> {
    let name = file.to_lowercase();
    if json::is_lines(text) {
        Some(json::records(text))
    } else if name.ends_with(".csv") || name.ends_with(".tsv") || name.ends_with(".tab") {
        csv::records(text)
    } else {
        None
    }
}

/// The passages of `text`, where it is a table of records.
pub fn drafts(text: &str, file: &str) -> Option<Vec<PassageDraft>> {
    let table = records(text, file)?;
    let body = column(&table, TEXTS).or_else(|| longest(text, &table));
    let title = column(&table, TITLES).filter(|_| body.is_some());
    let mut out = Vec::new();
    for record in &table.records {
        if record.values.is_empty() {
            let instruction = record.span.start == 0 && record.span.of(text).starts_with("sep=");
            let kind = if instruction { PassageKind::Furniture } else { PassageKind::Paragraph };
            out.push(PassageDraft::new(kind, record.span));
            continue;
        }
        let is = |value: &Value, column: &Option<usize>| !record.header && *column == Some(value.column);
        let printed = |value: &&Value| !value.span.of(text).trim().is_empty();
        for value in record.values.iter().filter(|value| is(value, &title)).filter(printed) {
            let mut draft = whole(text, PassageKind::Heading, value, value.span);
            draft.class = Some(Class::Markdown(1));
            out.push(draft);
        }
        let others: Vec<&Value> =
            record.values.iter().filter(|value| !is(value, &title) && !is(value, &body)).collect();
        if others.iter().any(printed) {
            out.push(row(&others, record.header));
        }
        for value in record.values.iter().filter(|value| is(value, &body)).filter(printed) {
            out.extend(paragraphs(text, value));
        }
    }
    out.iter().any(|draft| draft.passage.kind != PassageKind::Paragraph).then_some(out)
}

/// The column with one of `names`, among those of the first records.
fn column(table: &Records, names: &[&str]) -> Option<usize> {
    let first = table.records.iter().take(100).flat_map(|record| &record.values).map(|value| value.column);
    let first: BTreeSet<usize> = order::set(first);
    let known: Vec<(usize, String)> = first.into_iter().map(|column| (column, fold(&table.columns[column]))).collect();
    names.iter().find_map(|name| known.iter().find(|(_, known)| known == *name)).map(|(column, _)| *column)
}

/// The column with the longest values, where they are texts.
fn longest(text: &str, table: &Records) -> Option<usize> {
    let mut words: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for value in table.records.iter().filter(|record| !record.header).flat_map(|record| &record.values) {
        words.entry(value.column).or_default().push(value.span.of(text).split_whitespace().count());
    }
    let middle = words.into_iter().map(|(column, mut counts)| {
        counts.sort_unstable();
        (counts[counts.len() / 2], &table.columns[column], column)
    });
    let (count, name, column) = middle.max()?;
    (count >= MIN_TEXT_WORDS && !name.is_empty()).then_some(column)
}

fn row(values: &[&Value], header: bool) -> PassageDraft {
    let mut draft = PassageDraft::new(PassageKind::Row, Span::default());
    draft.passage.table = Some(0);
    draft.passage.header = header;
    let piece = |value: &&Value| {
        let start = value.label.map_or(value.span.start, |label| label.start);
        Piece { span: Span { start, end: value.span.end }, page: None }
    };
    draft.passage.pieces = values.iter().map(piece).collect();
    for value in values {
        if let Some(label) = value.label {
            // "key": "value" reads as key: value.
            let between = Span { start: label.end, end: value.span.start };
            draft.passage.markup.push(Markup { span: between, shows: ": ".to_owned() });
        }
        draft.passage.markup.extend(value.markup.iter().cloned());
    }
    draft
}

/// A text in parts: a line end, printed or escaped, ends a paragraph. One inside a sentence is where a line was wrapped.
fn paragraphs(text: &str, value: &Value) -> Vec<PassageDraft> {
    let mut out = Vec::new();
    let mut from = value.span.start;
    let words = value.span.of(text);
    let printed =
        words.match_indices('\n').filter(|(at, _)| !is_wrapped(&words[..*at], &words[at + 1..])).map(|(at, _)| {
            let at = value.span.start as usize + at;
            Span::new(at, at + 1)
        });
    let escaped = value.markup.iter().filter(|markup| markup.shows == "\n").map(|markup| markup.span);
    let mut breaks: Vec<Span> = printed.chain(escaped).collect();
    breaks.sort_unstable();
    let end = Span { start: value.span.end, end: value.span.end };
    for at in breaks.into_iter().chain([end]) {
        let span = Span { start: from, end: at.start.max(from) };
        if !span.of(text).trim().is_empty() {
            out.push(whole(text, PassageKind::Paragraph, value, span));
        }
        from = at.end;
    }
    out
}

/// True if the line end between `before` and `after` is inside a sentence: a small letter goes on what no stop has ended.
fn is_wrapped(before: &str, after: &str) -> bool {
    let before = before.strip_suffix('\r').unwrap_or(before);
    before.ends_with(|c: char| c.is_alphanumeric() || c == ',') && after.starts_with(char::is_lowercase)
}

/// A passage of `span` in `value`, white space at its ends aside.
fn whole(text: &str, kind: PassageKind, value: &Value, span: Span) -> PassageDraft {
    let words = span.of(text);
    let start = span.start as usize + words.len() - words.trim_start().len();
    let span = Span::new(start, start + words.trim().len());
    let mut draft = PassageDraft::new(kind, span);
    let from = value.markup.partition_point(|markup| markup.span.start < span.start);
    let inside = value.markup[from..].iter().take_while(|markup| markup.span.end <= span.end);
    draft.passage.markup = inside.cloned().collect();
    draft
}

#[cfg(test)]
mod tests {
    use entente_corpus::{PassageKind, ReadingText, check};

    use PassageKind::{Heading, Paragraph, Row};
    use entente_ingest::{Settings, Source, ingest};

    fn expect(file: &str, text: &str, expected: &[(PassageKind, &str)]) {
        let corpus = ingest(&[Source { file: file.into(), bytes: text.into() }], &Settings::default());
        assert_eq!(check(&corpus), Vec::<String>::new());
        let body = corpus.bodies.get(0).expect("it is here");
        let read: Vec<(PassageKind, String)> =
            body.passages.iter().map(|passage| (passage.kind, ReadingText::of(body, passage).text)).collect();
        let expected: Vec<(PassageKind, String)> =
            expected.iter().map(|(kind, words)| (*kind, (*words).to_owned())).collect();
        assert_eq!(read, expected, "{text}");
        assert_eq!(
            corpus.catalogue.documents.get(0).expect("it is here").title,
            None,
            "a record's title is not the table's"
        );
        let dataset =
            corpus.catalogue.documents.get(0).expect("it is here").kind.value == entente_corpus::DocumentKind::Dataset;
        assert_eq!(dataset, expected.iter().any(|(kind, _)| *kind == Row), "{text}");
        assert_eq!((body.text.as_str(), &body.original), (text, &None), "the file itself is the source text");
    }

    #[test]
    fn tables_with_a_text_are_titled_texts_and_rows_of_the_rest() {
        expect(
            "a.csv",
            "date,title,text\r\n2014-05-01,\"Talks, 4th\",\"They met.\nThey said \"\"yes\"\".\"\r\n2015,,Short.\r\n",
            &[
                (Row, "date title text"),
                (Heading, "Talks, 4th"),
                (Row, "2014-05-01"),
                (Paragraph, "They met."),
                (Paragraph, "They said \"yes\"."),
                (Row, "2015"),
                (Paragraph, "Short."),
            ],
        );
        expect(
            "a.jsonl",
            "{\"id\": 7, \"title\": \"A \\\"B\\\"\", \"text\": \"One\\u00e9.\\n\\nTwo \\ud83d\\ude00.\", \"tags\": [\"x\", {\"y\": 1}]}\n{\"text\":\"End.\"}\nno json\n",
            &[
                (Heading, "A \"B\""),
                (Row, "id: 7 tags: [\"x\", {\"y\": 1}]"),
                (Paragraph, "Oneé."),
                (Paragraph, "Two 😀."),
                (Paragraph, "End."),
                (Paragraph, "no json"),
            ],
        );
    }

    #[test]
    fn a_text_of_a_table_goes_on_where_its_lines_are_wrapped() {
        expect(
            "a.csv",
            "date,text\n2014-05-01,\"The two states met in the capital\r\nand agreed on a plan,\nwhich they named.\nIt holds.\"\n2015,Short.\n",
            &[
                (Row, "date text"),
                (Row, "2014-05-01"),
                (Paragraph, "The two states met in the capital and agreed on a plan, which they named."),
                (Paragraph, "It holds."),
                (Row, "2015"),
                (Paragraph, "Short."),
            ],
        );
    }

    #[test]
    fn tables_without_a_text_are_rows_and_texts_are_no_tables() {
        expect(
            "a.csv",
            "Year;Aid\n2014;1,000\n\n2015;\"2;000\"",
            &[(Row, "Year Aid"), (Row, "2014 1,000"), (Row, "2015 2;000")],
        );
        expect("a.tsv", "a\tb\n1\t2\n", &[(Row, "a b"), (Row, "1 2")]);
        expect("a.txt", "a,b\n1,2\n", &[(Paragraph, "a,b 1,2")]);
        expect("a.txt", "{not json}\n", &[(Paragraph, "{not json}")]);
        expect("a.csv", "One sentence without any table.", &[(Paragraph, "One sentence without any table.")]);
    }

    /// A copy of the name for each value would take 100 GB.
    #[test]
    fn a_name_of_a_column_costs_no_more_the_more_values_it_has() {
        const ROWS: usize = 50_000;
        let long = "name ".repeat(200_000);
        for (file, text) in [
            ("a.csv", format!("\"{long}\",b\n{}", "x,y\n".repeat(ROWS))),
            ("a.jsonl", format!("{{\"{long}\":\"x\",\"b\":\"y\"}}\n{}", "{\"a\":1}\n".repeat(ROWS))),
        ] {
            let table = super::cells(&text, file);
            assert!(table.columns.len() <= 3 && table.cells.len() >= ROWS, "{file}");
            assert_eq!(table.columns[table.cells[0].column].trim_end(), long.trim_end());
            assert!(super::drafts(&text, file).is_some_and(|drafts| drafts.len() > ROWS), "{file}");
        }
    }
}
