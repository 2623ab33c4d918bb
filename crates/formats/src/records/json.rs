//! JSON Lines, with the places of its values.
//!
//! In: the text. Out: records. A line that is not a JSON object is kept as it is; what is nested in a value is shown
//! as it is printed.

use entente_corpus::Markup;
use entente_text::Span;
use serde::de::IgnoredAny;

use super::{ColumnNames, Record, Records, Value};

/// Lines looked at before a text counts as one.
const FIRST: usize = 3;

/// True if the first lines of `text` are JSON objects.
pub(super) fn is_lines(text: &str) -> bool {
    let mut first = text.lines().filter(|line| !line.trim().is_empty()).take(FIRST).peekable();
    let several = text.trim().contains('\n');
    several && first.peek().is_some() && first.enumerate().all(|(n, line)| is_object(line) || n == FIRST - 1 && n > 1)
}

fn is_object(line: &str) -> bool {
    line.trim_start().starts_with('{') && serde_json::from_str::<IgnoredAny>(line.trim()).is_ok()
}

/// The records of `text`.
pub(super) fn records(text: &str) -> Records {
    let mut out = Vec::new();
    let mut names = ColumnNames::default();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let words = line.trim();
        let from = at + line.len() - line.trim_start().len();
        at += line.len();
        if words.is_empty() {
            continue;
        }
        let span = Span::new(from, from + words.len());
        let values = if is_object(words) { values(text, span, &mut names) } else { Vec::new() };
        out.push(Record { span, values, header: false });
    }
    Records { columns: names.names, records: out }
}

/// The members of the object `span`, which is well formed.
fn values(text: &str, span: Span, names: &mut ColumnNames) -> Vec<Value> {
    let bytes = text.as_bytes();
    let end = span.end as usize;
    let mut out = Vec::new();
    let mut at = span.start as usize + 1;
    while let Some(key) = bytes[at..end].iter().position(|byte| *byte == b'"').map(|found| at + found) {
        let after = string(bytes, key, end);
        let label = Span::new(key + 1, after.saturating_sub(1).max(key + 1));
        let Some(colon) = bytes[after..end].iter().position(|byte| *byte == b':') else { break };
        let mut from = after + colon + 1;
        while from < end && bytes[from].is_ascii_whitespace() {
            from += 1;
        }
        let is_string = bytes.get(from) == Some(&b'"');
        let to = if is_string { string(bytes, from, end) } else { other(bytes, from, end) };
        let inside =
            if is_string { Span::new(from + 1, to.saturating_sub(1).max(from + 1)) } else { trimmed(text, from, to) };
        let name = serde_json::from_str(&text[key..after]).unwrap_or_else(|_| label.of(text).to_owned());
        let markup = if is_string { escapes(text, inside) } else { Vec::new() };
        out.push(Value { column: names.index(name), label: Some(label), span: inside, markup });
        at = to.max(from);
    }
    out
}

/// The byte after the string that begins at `at`.
fn string(bytes: &[u8], at: usize, end: usize) -> usize {
    let mut at = at + 1;
    while at < end {
        match bytes[at] {
            b'\\' => at += 2,
            b'"' => return at + 1,
            _ => at += 1,
        }
    }
    end
}

/// The byte after the number, word, list or object that begins at `at`.
fn other(bytes: &[u8], mut at: usize, end: usize) -> usize {
    let mut depth = 0_usize;
    while at < end {
        match bytes[at] {
            b'"' => at = string(bytes, at, end) - 1,
            b'[' | b'{' => depth += 1,
            b']' | b'}' if depth == 0 => return at,
            b']' | b'}' => depth -= 1,
            b',' if depth == 0 => return at,
            _ => {}
        }
        at += 1;
    }
    end
}

fn trimmed(text: &str, from: usize, to: usize) -> Span {
    let words = text.get(from..to).unwrap_or("");
    Span::new(from, from + words.trim_end().len())
}

/// The escapes in a string, and what they show.
fn escapes(text: &str, span: Span) -> Vec<Markup> {
    let mut out = Vec::new();
    let words = span.of(text);
    let mut at = 0;
    while let Some(found) = words[at..].find('\\') {
        at += found;
        let unit = |at: usize| {
            let digits = words.get(at + 2..at + 6)?;
            words.get(at..)?.starts_with("\\u").then(|| u16::from_str_radix(digits, 16).ok())?
        };
        let (length, shows) = match (unit(at), unit(at + 6)) {
            (Some(high @ 0xd800..=0xdbff), Some(low @ 0xdc00..=0xdfff)) => (12, String::from_utf16_lossy(&[high, low])),
            (Some(unit), _) => (6, String::from_utf16_lossy(&[unit])),
            (None, _) => match words[at + 1..].chars().next() {
                Some('n') => (2, "\n".to_owned()),
                Some('t' | 'r' | 'b' | 'f') => (2, " ".to_owned()),
                Some(c) => (1 + c.len_utf8(), c.to_string()),
                None => (1, String::new()),
            },
        };
        let start = span.start as usize + at;
        let end = (start + length).min(span.end as usize);
        out.push(Markup { span: Span::new(start, end), shows });
        at = end - span.start as usize;
    }
    out
}
