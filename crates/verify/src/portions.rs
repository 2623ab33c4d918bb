//! How much of a text is checked: its beginning, in sentences of bounded length, as many as may be.

use std::ops::Range;

use crate::quotations::Quote;

/// Bytes of a sentence: a longer one is read as several.
const MAX_SENTENCE_BYTES: usize = 4_000;
/// Quotations that are checked: the sentences after them are counted.
const MAX_ALL_QUOTATIONS: usize = 2_000;
/// Bytes of the sentences that are checked, so that long ones are not dearer than many.
const MAX_CHECKED_BYTES: usize = 500_000;
/// Quotations that begin in one sentence: one with more is read as several.
pub(crate) const MAX_QUOTATIONS: usize = 40;
/// Bytes of a text that are read: more than its first sentences ever take.
pub const MAX_TEXT_BYTES: usize = 1_000_000;

/// Bytes of `text` that are read: all of it, or up to the last end of a line within the bound.
pub(crate) fn beginning(text: &str) -> usize {
    if text.len() <= MAX_TEXT_BYTES {
        return text.len();
    }
    let end = text.floor_char_boundary(MAX_TEXT_BYTES);
    // Without ends of lines, a sentence may be cut.
    text[..end].rfind('\n').map_or(end, |line| if line * 2 > end { line + 1 } else { end })
}

/// A long sentence in parts, cut at blanks where there are any. No part has more quotations than are checked.
pub(crate) fn shorter(text: &str, sentence: Range<usize>, quotations: &[Quote]) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = sentence.start;
    loop {
        let first = quotations.partition_point(|quote| quote.outer.start < start);
        let next = quotations.get(first + MAX_QUOTATIONS).map(|quote| quote.outer.start).filter(|at| *at > start);
        let next = next.unwrap_or(sentence.end);
        let end = next.min(sentence.end);
        if end - start <= MAX_SENTENCE_BYTES {
            out.push(start..end);
            if end == sentence.end {
                return out;
            }
            start = end;
            continue;
        }
        let most = text.floor_char_boundary(start + MAX_SENTENCE_BYTES);
        let blank = text[start..most].rfind(char::is_whitespace).filter(|at| *at > 0);
        let end = blank.map_or(most, |at| start + at);
        out.push(start..end);
        start = end;
    }
}

/// How many of `sentences` are checked, by their bytes and quotations.
pub(crate) fn affordable(sentences: &[Range<usize>], quotations: &[Quote]) -> usize {
    let end = quotations.get(MAX_ALL_QUOTATIONS).map_or(usize::MAX, |quote| quote.outer.start);
    let mut bytes = 0;
    let fits = sentences.iter().take_while(|sentence| {
        bytes += sentence.len();
        bytes <= MAX_CHECKED_BYTES && sentence.end <= end
    });
    fits.count()
}
