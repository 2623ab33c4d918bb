//! Line numbers of a text.

use entente_text::{Span, saturating_u32};

/// Where the lines of a text start. A line ends with `\n`, `\r\n`, a lone `\r` or a form feed.
///
/// ```
/// use entente_corpus::Lines;
/// use entente_text::Span;
///
/// let lines = Lines::of("first\nsecond\nthird");
/// assert_eq!((lines.count(), lines.range(Span::new(6, 19))), (3, (2, 3)));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lines {
    starts: Vec<u32>,
}

impl Lines {
    /// Finds the lines of `text`.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for (at, byte) in bytes.iter().enumerate() {
            let ends = match byte {
                b'\n' | b'\x0c' => true,
                b'\r' => bytes.get(at + 1) != Some(&b'\n'),
                _ => false,
            };
            if ends {
                starts.push(saturating_u32(at + 1));
            }
        }
        Self { starts }
    }

    /// Number, from 1, of the line with byte `offset`. An offset beyond the text is on the last line.
    #[must_use]
    pub fn line(&self, offset: u32) -> u32 {
        saturating_u32(self.starts.partition_point(|start| *start <= offset))
    }

    /// Offset in bytes of the start of line `line`, counted from 1; `None` if there is no such line.
    #[must_use]
    pub fn start(&self, line: u32) -> Option<u32> {
        self.starts.get((line as usize).checked_sub(1)?).copied()
    }

    /// First and last line of `span`, counted from 1. An empty span is on one line.
    #[must_use]
    pub fn range(&self, span: Span) -> (u32, u32) {
        (self.line(span.start), self.line(if span.is_empty() { span.start } else { span.end - 1 }))
    }

    /// Number of lines.
    #[must_use]
    pub fn count(&self) -> usize {
        self.starts.len()
    }
}

#[cfg(test)]
mod tests {
    use super::{Lines, Span};

    #[test]
    fn lines_count_from_one_with_every_line_end() {
        let lines = Lines::of("a\r\nb\rc\nd");
        assert_eq!(lines.line(0), 1);
        assert_eq!(lines.line(3), 2);
        assert_eq!(lines.line(5), 3);
        assert_eq!(lines.range(Span::new(0, 8)), (1, 4));
        assert_eq!(lines.range(Span::new(0, 3)), (1, 1), "the line end belongs to its line");
    }
}
