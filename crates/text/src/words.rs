//! Words of a text with their places.
//!
//! A word is a run of letters and digits; dotted abbreviations are one word ("U.S"), hyphens and
//! apostrophes part words. Scripts without spaces give one word a run: who searches or names looks inside.

use crate::fold::fold;

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
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        if c.is_alphanumeric() {
            start.get_or_insert(at);
        } else if let Some(from) = start.take() {
            push(&mut out, text, from, at);
        }
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
}
