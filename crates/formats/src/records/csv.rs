//! CSV by RFC 4180, with the places of its values.
//!
//! In: the text. Out: records; the first one names the columns. The mark between values is the one that the
//! first line uses most.

use entente_corpus::Markup;
use entente_text::Span;

use super::{Record, Value};

/// The records of `text`; nothing where its first line names no columns.
pub(super) fn records(text: &str) -> Option<Vec<Record>> {
    let first = text.lines().next().unwrap_or("");
    let (count, delimiter) = [',', ';', '\t', '|']
        .iter()
        .map(|mark| (first.matches(*mark).count(), *mark))
        .max_by_key(|(count, _)| *count)?;
    if count == 0 {
        return None;
    }
    let mut out: Vec<Record> = Vec::new();
    let mut names: Vec<String> = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let (spans, next) = record(text, at, delimiter);
        let printed = spans.iter().any(|(span, _)| !span.of(text).trim().is_empty());
        if printed {
            let header = names.is_empty();
            if header {
                names = spans.iter().map(|(span, _)| span.of(text).trim().to_owned()).collect();
            }
            let values = spans.into_iter().enumerate().map(|(n, (span, markup))| Value {
                name: names.get(n).cloned().unwrap_or_default(),
                label: None,
                span,
                markup,
            });
            out.push(Record { span: Span::new(at, next), values: values.collect(), header });
        }
        at = next;
    }
    Some(out)
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
        // What stands behind a closing quote belongs to nothing; it is passed over.
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
