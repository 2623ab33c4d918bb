//! Raised numbers: exponents and marks of notes, which fuse with no number before them.
//!
//! In: passages with their markup and styles. Out: digits that are set raised right after other words are shown as raised
//! digits: "10<sup>3</sup>" reads "10³", "24<sup>1</sup> officers" reads "24¹ officers".

use entente_corpus::{Body, Markup, Passage, StyleKind};
use entente_text::Span;

/// Most digits of a raised number.
const MAX_DIGITS: usize = 4;
/// The raised digits.
const RAISED: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/// Shows the raised numbers of all passages of `body` as such.
pub(crate) fn show(body: &mut Body) {
    for passage in &mut body.passages {
        let raised: Vec<(usize, Markup)> =
            (0..passage.styles.len()).filter_map(|n| Some((n, raised_number(&body.text, passage, n)?))).collect();
        for (n, markup) in raised.into_iter().rev() {
            // The digits themselves are raised now.
            passage.styles.remove(n);
            let at = passage.markup.partition_point(|known| known.span.start < markup.span.start);
            passage.markup.insert(at, markup);
        }
    }
}

/// What shows the number that style `n` of `passage` raises; nothing if it raises anything else, or stands apart.
fn raised_number(text: &str, passage: &Passage, n: usize) -> Option<Markup> {
    let style = passage.styles.get(n).filter(|style| style.kind == StyleKind::Super)?;
    let first = passage.markup.partition_point(|markup| markup.span.end <= style.span.start);
    let inside = passage.markup[first..].iter().take_while(|markup| markup.span.start < style.span.end);
    // Characters that markup hides or replaces are not digits of the number.
    let mut start = style.span.start;
    let mut end = style.span.end;
    for markup in inside {
        if markup.span.start <= start {
            start = markup.span.end.max(start);
        } else {
            end = markup.span.start;
            break;
        }
    }
    let span = Span { start, end };
    let number = span.of(text);
    let digits = number.strip_prefix(['-', '−']).unwrap_or(number);
    let shaped = (1..=MAX_DIGITS).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    if start >= end || !shaped || !follows_words(text, passage, start) {
        return None;
    }
    let raised = digits.chars().filter_map(|digit| RAISED.chars().nth(digit.to_digit(10)? as usize));
    let sign = if digits.len() < number.len() { "⁻" } else { "" };
    Some(Markup { span, shows: sign.chars().chain(raised).collect() })
}

/// True if something other than a blank is shown right before byte `at`.
fn follows_words(text: &str, passage: &Passage, at: u32) -> bool {
    let mut at = at;
    let before = passage.markup.partition_point(|markup| markup.span.end <= at);
    for markup in passage.markup[..before].iter().rev() {
        if markup.span.end != at || !markup.shows.is_empty() {
            break;
        }
        at = markup.span.start;
    }
    let start = passage.pieces.iter().map(|piece| piece.span.start).filter(|start| *start <= at).max();
    let words = start.and_then(|start| text.get(start as usize..at as usize)).unwrap_or_default();
    words.chars().next_back().is_some_and(|c| !c.is_whitespace())
}

#[cfg(test)]
mod tests {
    use entente_corpus::ReadingText;

    use crate::{TextFormat, structure};

    #[test]
    fn raised_numbers_fuse_with_nothing() {
        let rows = [
            ("24<sup>1</sup> officers", "24¹ officers", TextFormat::Markdown),
            ("10<sup>3</sup> tonnes", "10³ tonnes", TextFormat::Markdown),
            ("10<sup>-6</sup> m<sup>3</sup>", "10⁻⁶ m³", TextFormat::Markdown),
            ("the agreement<sup>[12](#n)</sup> of Oslo", "the agreement¹² of Oslo", TextFormat::Markdown),
            ("the 20<sup>th</sup> port", "the 20th port", TextFormat::Markdown),
            ("<sup>1</sup> See above", "1 See above", TextFormat::Markdown),
            ("<p>10<sup>3</sup> tonnes, 5 km<sup>2</sup></p>", "10³ tonnes, 5 km²", TextFormat::Html),
            ("<p>the two states<sup>3</sup></p>", "the two states³", TextFormat::Html),
        ];
        for (text, expected, format) in rows {
            let found = structure(text, format);
            let read: Vec<&str> = found.texts.iter().map(|text: &ReadingText| text.text.as_str()).collect();
            assert_eq!(read, [expected], "{text}");
        }
    }
}
