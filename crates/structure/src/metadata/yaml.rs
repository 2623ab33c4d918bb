//! What the top level of a YAML text says: each key with its values and where they stand.
//!
//! Values over several lines, folded and literal blocks, quoted words, lists and comments are read by `saphyr-parser`. Of a
//! value that is a mapping the entry `name` counts.

use std::ops::Range;

use saphyr_parser::{Event, Parser, ScalarStyle};

/// Longest text that is read, in bytes: a front matter has a page, no book.
const MAX_BYTES: usize = 64 * 1024;

/// A key and what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) key: String,
    /// First byte of the key.
    pub(super) start: usize,
    /// Each value, white space folded, with its bytes.
    pub(super) values: Vec<(String, Range<usize>)>,
}

/// The entries of `text`; empty if it is not YAML, or not a mapping.
pub(super) fn entries(text: &str) -> Option<Vec<Entry>> {
    if text.len() > MAX_BYTES {
        return None;
    }
    let mut bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    bytes.push(text.len());
    let byte = |characters: usize| bytes.get(characters).copied().unwrap_or(text.len());
    let mut out: Vec<Entry> = Vec::new();
    // What is open, from the outside; for a mapping, whether its next scalar is a key, and the last key.
    let mut open: Vec<Open> = Vec::new();
    for event in Parser::new_from_str(text) {
        let (event, span) = event.ok()?;
        match event {
            Event::MappingStart(..) => open.push(Open::Mapping { key_next: true, is_name: false }),
            Event::SequenceStart(..) if open.is_empty() => return None,
            Event::SequenceStart(..) => open.push(Open::Sequence),
            Event::MappingEnd | Event::SequenceEnd => {
                open.pop();
                after_value(&mut open);
            }
            Event::Alias(_) => after_value(&mut open),
            Event::Scalar(value, style, ..) => {
                let range = byte(span.start.index())..byte(span.end.index());
                let words = value.split_whitespace().collect::<Vec<_>>().join(" ");
                let depth = open.len();
                let named = |it: &Open| !matches!(it, Open::Mapping { is_name: false, .. });
                let counts = open.iter().skip(1).all(named);
                match open.last_mut()? {
                    Open::Mapping { key_next: key_next @ true, is_name } => {
                        *key_next = false;
                        *is_name = words == "name";
                        if depth == 1 {
                            out.push(Entry { key: words, start: range.start, values: Vec::new() });
                        }
                        continue;
                    }
                    _ if !counts => {}
                    Open::Mapping { .. } | Open::Sequence => {
                        let empty = style == ScalarStyle::Plain && matches!(words.as_str(), "" | "~" | "null");
                        if !empty && let Some(entry) = out.last_mut() {
                            entry.values.push((words, range));
                        }
                    }
                }
                after_value(&mut open);
            }
            _ => {}
        }
    }
    (!out.is_empty()).then_some(out)
}

/// A mapping or a list that is being read.
enum Open {
    Mapping { key_next: bool, is_name: bool },
    Sequence,
}

/// After a value of a mapping its next key comes.
fn after_value(open: &mut [Open]) {
    if let Some(Open::Mapping { key_next, .. }) = open.last_mut() {
        *key_next = true;
    }
}

#[cfg(test)]
mod tests {
    use super::{MAX_BYTES, entries};

    fn read(text: &str) -> Option<Vec<(String, Vec<String>)>> {
        let entries = entries(text)?;
        Some(entries.into_iter().map(|it| (it.key, it.values.into_iter().map(|value| value.0).collect())).collect())
    }

    #[test]
    fn values_of_all_shapes_are_read() {
        for (text, expected) in [
            ("title: Ports # a note", vec!["Ports"]),
            ("title: Ports of\n  two states", vec!["Ports of two states"]),
            ("title: >-\n  Ports of\n  two states\ndate: 2014", vec!["Ports of two states"]),
            ("title: |\n  Ports of\n\n  two states\n", vec!["Ports of two states"]),
            ("title: \"Ports \\\n  of\\u2019s \\_ two: states\"", vec!["Ports of’s two: states"]),
            ("title: 'it''s'", vec!["it's"]),
            ("title: [A, B]", vec!["A", "B"]),
            ("title:\n- A\n- B\n", vec!["A", "B"]),
            ("title:\n  id: 7\n  name: A\n  list: [x]\n", vec!["A"]),
            ("title:\n- name: A\n  id: 7\n- name: B\n", vec!["A", "B"]),
            ("title: null", vec![]),
        ] {
            let read = read(text).unwrap_or_default();
            assert_eq!(
                read.first().map(|entry| entry.1.clone()),
                Some(expected.into_iter().map(str::to_owned).collect()),
                "{text}"
            );
        }
        assert_eq!(read("a: 1\nb: {c: 2, d: [3]}\ne: 4\n").map(|entries| entries.len()), Some(3));
    }

    #[test]
    fn a_front_matter_as_long_as_a_book_is_none() {
        let text = |length: usize| format!("title: Ports #{}", " ".repeat(length - "title: Ports #".len()));
        assert_eq!(read(&text(MAX_BYTES)).map(|entries| entries.len()), Some(1));
        assert_eq!(read(&text(MAX_BYTES + 1)), None);
    }

    #[test]
    fn what_is_no_mapping_is_nothing() {
        for text in ["title: Ports: a report", "words", "- a\n- b", "", "title: \"open", "\t\n"] {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(read(&"[".repeat(60_000)), None);
        let _ = read(&"a:\n ".repeat(10_000));
    }
}
