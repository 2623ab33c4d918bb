//! Byte ranges in a text.

use serde::{Deserialize, Serialize};

use crate::saturating_u32;

/// A half-open range of **bytes** `[start, end)` in one text, on character boundaries.
///
/// `u32` keeps the corpus the same on 32- and 64-bit targets and bounds a text at 4 GiB.
/// In JSON it is the pair `[start, end]`.
///
/// ```
/// use entente_text::Span;
///
/// let text = "한국 and Japan";
/// let span = Span::new(0, 6);
/// assert_eq!((span.of(text), span.len()), ("한국", 6));
/// assert_eq!(Span::new(1, 6).of(text), "", "it does not begin at a character");
/// assert!(span.contains(Span::new(3, 6)) && !span.overlaps(Span::new(6, 9)));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(from = "(u32, u32)", into = "(u32, u32)")]
pub struct Span {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset after the last byte.
    pub end: u32,
}

impl Span {
    /// The span of `range`. Offsets beyond `u32::MAX` are clamped to it: longer texts are refused on reading.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        Self { start: saturating_u32(start), end: saturating_u32(end.max(start)) }
    }

    /// As a range for slicing.
    #[must_use]
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Number of bytes.
    #[must_use]
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// True if no byte is inside.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// The words of the span; `""` if it is not inside `text` or not on character boundaries.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or("")
    }

    /// True if `other` is wholly inside this span.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// True if both share at least one byte.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

impl From<(u32, u32)> for Span {
    fn from((start, end): (u32, u32)) -> Self {
        Self { start, end: end.max(start) }
    }
}

impl From<Span> for (u32, u32) {
    fn from(span: Span) -> Self {
        (span.start, span.end)
    }
}

#[cfg(test)]
mod tests {
    use super::Span;

    #[test]
    fn a_span_outside_the_text_reads_as_nothing() {
        assert_eq!(Span::new(0, 2).of("é"), "é");
        assert_eq!(Span::new(0, 1).of("é"), "", "inside a character");
        assert_eq!(Span::new(3, 9).of("abc"), "");
    }

    #[test]
    fn a_backward_range_is_empty() {
        assert!(Span::new(5, 2).is_empty());
        assert!(Span::from((5, 2)).is_empty());
    }
}
