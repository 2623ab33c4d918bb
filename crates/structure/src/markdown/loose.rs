//! Marks of emphasis with a blank on their inner side: `**Ports **are open`.
//!
//! In: a Markdown text. Out: where such pairs stand. CommonMark shows them as asterisks. Converters from word processors write
//! them where the blank after a bold word was bold as well, and then all over a text; so a text with a few of them means
//! emphasis, and one alone is left as it is.

use std::ops::Range;

/// The mark.
const MARK: &str = "**";
/// Pairs that a text has before they are taken for a converter's.
const MIN_PAIRS: usize = 3;
/// Longest run of words that is emphasised so, in bytes.
const MAX_INSIDE_BYTES: usize = 400;

/// A mark of a pair.
#[derive(Clone, Copy, Debug)]
pub(super) struct LooseMark {
    /// Where it begins, in bytes.
    pub(super) start: usize,
    /// Emphasis begins with it, or else ends.
    pub(super) opens: bool,
}

impl LooseMark {
    /// Where it ends, in bytes.
    pub(super) fn end(self) -> usize {
        self.start + MARK.len()
    }
}

/// The loose marks of a text, in order.
#[derive(Default)]
pub(super) struct LooseMarks(Vec<LooseMark>);

impl LooseMarks {
    /// The loose marks of `text`; none if it has too few of them.
    pub(super) fn of(text: &str) -> Self {
        let mut out = Self::default();
        let mut paragraph: Vec<usize> = Vec::new();
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            if line.trim().is_empty() {
                out.add(text, &paragraph);
                paragraph.clear();
            } else {
                paragraph.extend(marks(line).map(|mark| at + mark));
            }
            at += line.len();
        }
        out.add(text, &paragraph);
        if out.0.len() < 2 * MIN_PAIRS { Self::default() } else { out }
    }

    /// Adds the loose pairs among the marks of a paragraph, which open and close by turns.
    fn add(&mut self, text: &str, marks: &[usize]) {
        if marks.len() % 2 == 1 {
            return;
        }
        for pair in marks.chunks_exact(2) {
            let inside = &text[pair[0] + MARK.len()..pair[1]];
            let is_loose = inside.trim() != inside && !inside.trim().is_empty();
            if is_loose && inside.len() <= MAX_INSIDE_BYTES {
                self.0.push(LooseMark { start: pair[0], opens: true });
                self.0.push(LooseMark { start: pair[1], opens: false });
            }
        }
    }

    /// The marks of which a byte is in `range`.
    pub(super) fn inside(&self, range: &Range<usize>) -> &[LooseMark] {
        let first = self.0.partition_point(|mark| mark.end() <= range.start);
        let after = self.0.partition_point(|mark| mark.start < range.end);
        self.0.get(first..after).unwrap_or_default()
    }
}

/// Where two asterisks stand in `line`, neither more nor escaped.
fn marks(line: &str) -> impl Iterator<Item = usize> {
    line.match_indices(MARK).map(|(at, _)| at).filter(|at| {
        let before = line[..*at].ends_with(['*', '\\']);
        !before && !line[at + MARK.len()..].starts_with('*')
    })
}

#[cfg(test)]
mod tests {
    use entente_corpus::{PassageKind, ReadingText, StyleKind};

    use crate::{TextFormat, structure};

    #[test]
    fn a_converter_s_loose_marks_are_emphasis_and_one_alone_is_printed() {
        let text =
            "**Ports of Ghana **\n\n**Noting **the ports, and **recalling **the law,\n\nThe ** ports** are open.\n";
        let found = structure(text, TextFormat::Markdown);
        let read: Vec<&str> = found.texts.iter().map(|text: &ReadingText| text.text.as_str()).collect();
        assert_eq!(read, ["Ports of Ghana", "Noting the ports, and recalling the law,", "The ports are open."]);
        assert_eq!(found.body.passages[0].kind, PassageKind::Heading);
        let strong: Vec<&str> = found.body.passages[1]
            .styles
            .iter()
            .filter(|style| style.kind == StyleKind::Strong)
            .map(|style| style.span.of(text).trim())
            .collect();
        assert_eq!(strong, ["Noting", "recalling"]);

        let alone = structure("Two **kinds **of ports.\n\n2 ** 3 ** 4\n", TextFormat::Markdown);
        let read: Vec<&str> = alone.texts.iter().map(|text: &ReadingText| text.text.as_str()).collect();
        assert_eq!(read, ["Two **kinds **of ports.", "2 ** 3 ** 4"]);
    }
}
