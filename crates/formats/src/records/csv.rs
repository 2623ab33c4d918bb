//! CSV by RFC 4180, with the places of its values.
//!
//! In: the text. Out: records; the first one names the columns. The mark between values is the one that the
//! first line uses most, or that `sep=` names. Lines above the columns' names are kept as they are.

use entente_corpus::Markup;
use entente_text::Span;

use super::{ColumnNames, Record, Records, Value};

/// Marks between values.
const MARKS: [char; 4] = ['|', '\t', ';', ','];
/// First lines that are looked at.
const HEAD_LINES: usize = 10;

/// The records of `text`; nothing where its first line names no columns.
pub(super) fn records(text: &str) -> Option<Records> {
    let mut out: Vec<Record> = Vec::new();
    let mut names = ColumnNames::default();
    let mut columns: Vec<usize> = Vec::new();
    let mut at = 0;
    // "sep=;" is meant for spreadsheets and is not a row.
    let said = text.strip_prefix("sep=").and_then(|rest| rest.chars().next()).filter(|mark| MARKS.contains(mark));
    if said.is_some() {
        at = text.find('\n').map_or(text.len(), |end| end + 1);
        out.push(Record { span: Span::new(0, text[..at].trim_end().len()), ..Record::default() });
    }
    let head = || text[at..].lines().filter(|line| !line.trim().is_empty()).take(HEAD_LINES);
    let most = |mark: char| head().map(|line| line.matches(mark).count()).max().unwrap_or(0);
    let first = |mark: char| head().next().map_or(0, |line| line.matches(mark).count());
    let delimiter = said.or_else(|| {
        let named = MARKS.iter().copied().max_by_key(|mark| first(*mark)).filter(|mark| first(*mark) > 0);
        named.or_else(|| MARKS.iter().copied().max_by_key(|mark| most(*mark)).filter(|mark| most(*mark) > 1))
    })?;
    // Lines of one value above the names of the columns are the table's title.
    let widest = most(delimiter);
    let mut titles = head().take_while(|line| line.matches(delimiter).count() * 2 < widest).count();
    if titles == head().count() {
        titles = 0;
    }
    while at < text.len() {
        let (spans, next) = record(text, at, delimiter);
        let printed = spans.iter().any(|(span, _)| !span.of(text).trim().is_empty());
        if printed {
            let alone = spans.iter().filter(|(span, _)| !span.of(text).trim().is_empty()).count() == 1;
            if titles > 0 && alone {
                titles -= 1;
                out.push(Record { span: Span::new(at, at + text[at..next].trim_end().len()), ..Record::default() });
                at = next;
                continue;
            }
            titles = 0;
            let header = columns.is_empty();
            if header {
                columns = spans.iter().map(|(span, _)| names.index(span.of(text).trim().to_owned())).collect();
            }
            let values = spans.into_iter().enumerate().map(|(n, (span, markup))| {
                let column = columns.get(n).copied().unwrap_or_else(|| names.index(String::new()));
                Value { column, label: None, span, markup }
            });
            out.push(Record { span: Span::new(at, next), values: values.collect(), header });
        }
        at = next;
    }
    Some(Records { columns: names.names, records: out })
}

/// The values from `at` on, and where the next record begins.
fn record(text: &str, mut at: usize, delimiter: char) -> (Vec<(Span, Vec<Markup>)>, usize) {
    let bytes = text.as_bytes();
    let delimiter = delimiter as u8;
    let mut out = Vec::new();
    loop {
        let mut markup = Vec::new();
        let span = if bytes.get(at) == Some(&b'"') {
            let from = at + 1;
            at = from;
            loop {
                match bytes.get(at) {
                    None => break,
                    Some(b'"') if bytes.get(at + 1) == Some(&b'"') => {
                        // Of two quotes one is shown.
                        markup.push(Markup { span: Span::new(at, at + 1), shows: String::new() });
                        at += 2;
                    }
                    Some(b'"') => break,
                    Some(_) => at += 1,
                }
            }
            let span = Span::new(from, at);
            at = (at + 1).min(bytes.len());
            span
        } else {
            let from = at;
            while bytes.get(at).is_some_and(|byte| *byte != delimiter && !matches!(byte, b'\n' | b'\r')) {
                at += 1;
            }
            Span::new(from, at)
        };
        // What stands after a closing quote belongs to nothing; it is passed over.
        while bytes.get(at).is_some_and(|byte| *byte != delimiter && !matches!(byte, b'\n' | b'\r')) {
            at += 1;
        }
        out.push((span, markup));
        match bytes.get(at) {
            Some(byte) if *byte == delimiter => at += 1,
            Some(b'\r') if bytes.get(at + 1) == Some(&b'\n') => return (out, at + 2),
            Some(_) => return (out, at + 1),
            None => return (out, at),
        }
    }
}
