//! Words of a text with their places.
//!
//! A word is a run of letters and digits; dotted abbreviations are one word ("U.S"), hyphens and
//! apostrophes part words. Scripts without spaces give one word a run: who searches or names looks inside.

use crate::decompose::is_mark;
use crate::fold::{fold, is_zero_width};

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word<'a> {
    /// Byte where it starts.
    pub start: usize,
    /// Byte behind it.
    pub end: usize,
    /// As printed.
    pub text: &'a str,
    /// Folded.
    pub folded: String,
}

/// The words of `text`. "U.S." is one word "U.S"; "Korea-Japan" and "ROK's" are two.
#[must_use]
pub fn words(text: &str) -> Vec<Word<'_>> {
    let mut out: Vec<Word> = Vec::new();
    let mut open: Option<(usize, usize)> = None;
    for (at, c) in text.char_indices() {
        let behind = at + c.len_utf8();
        if c.is_alphanumeric() {
            open = Some((open.map_or(at, |(start, _)| start), behind));
        } else if let Some((start, end)) = open {
            // A mark belongs to its letter; what takes no room parts nothing, but ends no word either.
            if c.is_ascii() || !(is_mark(c) || is_zero_width(c)) {
                push(&mut out, text, start, end);
                open = None;
            } else if end == at && is_mark(c) {
                open = Some((start, behind));
            }
        }
    }
    if let Some((start, end)) = open {
        push(&mut out, text, start, end);
    }
    out
}

fn push<'a>(out: &mut Vec<Word<'a>>, text: &'a str, start: usize, end: usize) {
    let single = |text: &str| text.chars().count() == 1 && text.chars().all(char::is_uppercase);
    if let Some(last) = out.last_mut()
        && last.end + 1 == start
        && text.as_bytes()[last.end] == b'.'
        && last.text.rsplit('.').next().is_some_and(single)
        && single(&text[start..end])
    {
        last.end = end;
        last.text = &text[last.start..end];
        last.folded = fold(last.text);
        return;
    }
    out.push(Word { start, end, text: &text[start..end], folded: fold(&text[start..end]) });
}

#[cfg(test)]
mod tests {
    #[test]
    fn dotted_abbreviations_are_one_word() {
        let texts: Vec<&str> = super::words("the U.S.-ROK's E.U and A. Smith").iter().map(|word| word.text).collect();
        assert_eq!(texts, ["the", "U.S", "ROK", "s", "E.U", "and", "A", "Smith"]);
    }

    #[test]
    fn marks_and_what_takes_no_room_part_no_word() {
        let text = "Zu\u{308}rich secu\u{ad}rity\u{200b} \u{301}x";
        let words: Vec<String> = super::words(text).into_iter().map(|word| word.folded).collect();
        assert_eq!(words, ["zurich", "security", "x"]);
        assert!(super::words(text).iter().all(|word| word.text.ends_with(char::is_alphanumeric)));
    }
}
