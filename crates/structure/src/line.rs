//! Lines of a text.

use entente_text::Span;

/// A line without its end.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Line {
    /// From the first to the last character that is not white space; empty for a blank line.
    pub(crate) content: Span,
    /// Columns of white space before it; a tab counts four.
    pub(crate) indent: usize,
    /// Characters of `content`.
    pub(crate) width: usize,
}

impl Line {
    /// True if nothing is printed.
    pub(crate) fn is_blank(&self) -> bool {
        self.content.is_empty()
    }
}

/// The lines of `text`. `\n`, `\r\n`, a lone `\r` and a form feed end a line.
pub(crate) fn lines(text: &str) -> Vec<Line> {
    let mut out = Vec::new();
    let mut start = 0;
    for piece in text.split_inclusive(['\n', '\r', '\u{c}']) {
        let content = piece.trim();
        let before = piece.len() - piece.trim_start().len();
        let at = if content.is_empty() { start } else { start + before };
        out.push(Line {
            content: Span::new(at, at + content.len()),
            indent: piece[..if content.is_empty() { 0 } else { before }]
                .chars()
                .map(|c| if c == '\t' { 4 } else { 1 })
                .sum(),
            width: content.chars().count(),
        });
        start += piece.len();
    }
    // A `\r\n` was cut in two: its second half is not a line of its own.
    let bytes = text.as_bytes();
    let mut end = 0_usize;
    let mut kept = Vec::with_capacity(out.len());
    let mut at = 0_usize;
    for (line, piece) in out.into_iter().zip(text.split_inclusive(['\n', '\r', '\u{c}'])) {
        let second_half = piece == "\n" && at > 0 && bytes[at - 1] == b'\r' && end == at;
        at += piece.len();
        end = at;
        if !second_half {
            kept.push(line);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn every_line_end_counts_once() {
        let text = "a\r\n\r\n  b\n\tc\rd";
        let found: Vec<(&str, usize)> = lines(text).iter().map(|line| (line.content.of(text), line.indent)).collect();
        assert_eq!(found, [("a", 0), ("", 0), ("b", 2), ("c", 4), ("d", 0)]);
    }
}
