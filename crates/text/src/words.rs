//! Words of a text with their places.
//!
//! A word is a run of letters and digits; dotted abbreviations are one word ("U.S"), hyphens and
//! apostrophes part words. Scripts without spaces give one word a run: who searches or names looks inside.

use std::borrow::Cow;

use crate::decompose::is_mark;
use crate::fold::{fold_word, is_zero_width};

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word<'a> {
    /// Offset of its first byte in the text.
    pub start: usize,
    /// Byte after it.
    pub end: usize,
    /// As printed.
    pub text: &'a str,
    /// Folded.
    pub folded: Cow<'a, str>,
}

/// The words of `text`. "U.S." is one word "U.S"; "Korea-Japan" and "ROK's" are two.
///
/// ```
/// use entente_text::words::words;
///
/// let found = words("The U.S. and Zürich");
/// let texts: Vec<&str> = found.iter().map(|word| word.text).collect();
/// assert_eq!(texts, ["The", "U.S", "and", "Zürich"]);
/// assert_eq!((found[3].start, &*found[3].folded), (13, "zurich"));
/// ```
#[must_use]
pub fn words(text: &str) -> Vec<Word<'_>> {
    let mut out: Vec<Word> = Vec::new();
    each_word(text, |start, end| {
        let word = &text[start..end];
        out.push(Word { start, end, text: word, folded: fold_word(word) });
    });
    out
}

/// Calls `found` with the first byte of each word of `text` and the byte after it.
pub fn each_word(text: &str, mut found: impl FnMut(usize, usize)) {
    let mut abbreviation: Option<(usize, usize)> = None;
    runs(text, |start, end| {
        // "U.S": single capital letters with nothing but a full stop between them.
        if is_capital(&text[start..end]) {
            match abbreviation {
                Some((from, to)) if to + 1 == start && text.as_bytes()[to] == b'.' => {
                    abbreviation = Some((from, end));
                    return;
                }
                _ => {
                    if let Some((from, to)) = abbreviation.replace((start, end)) {
                        found(from, to);
                    }
                    return;
                }
            }
        }
        if let Some((from, to)) = abbreviation.take() {
            found(from, to);
        }
        found(start, end);
    });
    if let Some((from, to)) = abbreviation {
        found(from, to);
    }
}

/// As `char::is_alphanumeric`, which looks up in tables what the commonest scripts without small letters show at once.
fn is_word_char(c: char) -> bool {
    matches!(c, '\u{ac00}'..='\u{d7a3}' | '\u{4e00}'..='\u{9fff}' | '\u{3041}'..='\u{3096}') || c.is_alphanumeric()
}

/// Calls `found` for each run of letters and digits.
fn runs(text: &str, mut found: impl FnMut(usize, usize)) {
    let mut open: Option<(usize, usize)> = None;
    for (at, c) in text.char_indices() {
        let after = at + c.len_utf8();
        if is_word_char(c) {
            open = Some((open.map_or(at, |(start, _)| start), after));
        } else if let Some((start, end)) = open {
            // A mark belongs to its letter. Invisible characters neither separate nor end words.
            if c.is_ascii() || !(is_mark(c) || is_zero_width(c)) {
                found(start, end);
                open = None;
            } else if end == at && is_mark(c) {
                open = Some((start, after));
            }
        }
    }
    if let Some((start, end)) = open {
        found(start, end);
    }
}

fn is_capital(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.next().is_none()
}

/// `words` as they begin a sentence or a line. A first letter that is not one of the commonest of Latin, Greek or Cyrillic stays as
/// it is: the capitals of all scripts would be a table of 12 KB in the page.
///
/// ```
/// use entente_text::words::capitalised;
///
/// assert_eq!(capitalised("cyber security"), "Cyber security");
/// assert_eq!(capitalised("\u{e9}nergie"), "\u{c9}nergie");
/// assert_eq!(capitalised("핵 안보"), "핵 안보");
/// assert_eq!(capitalised(""), "");
/// ```
#[must_use]
pub fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| format!("{}{}", capital(first), letters.as_str()))
}

/// The capital of a Latin, Greek or Cyrillic letter of the commonest blocks; any other letter as it is.
fn capital(letter: char) -> char {
    let code = u32::from(letter);
    let capital = match code {
        0xF7 | 0x131 | 0x138 | 0x149 | 0x17F | 0x3C2 => code,
        0xFF => 0x178,
        0xE0..=0xFE | 0x3B1..=0x3C9 | 0x430..=0x44F => code - 0x20,
        0x450..=0x45F => code - 0x50,
        // Capitals and small letters in turn: in two stretches the small ones have even numbers.
        0x139..=0x148 | 0x179..=0x17E => code - u32::from(code % 2 == 0),
        0x100..=0x177 => code - code % 2,
        _ => return letter.to_ascii_uppercase(),
    };
    char::from_u32(capital).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    #[test]
    fn dotted_abbreviations_are_one_word() {
        let texts: Vec<&str> = super::words("the U.S.-ROK's E.U and A. Smith").iter().map(|word| word.text).collect();
        assert_eq!(texts, ["the", "U.S", "ROK", "s", "E.U", "and", "A", "Smith"]);
    }

    #[test]
    fn capitals_of_letters_with_marks_are_those_of_unicode() {
        // Without the letters that have a capital elsewhere or none of one letter.
        let rare = |letter: &char| "\u{131}\u{149}\u{17f}\u{3c2}".contains(*letter);
        for letter in ('a'..='\u{17f}').chain('α'..='ω').chain('а'..='џ').filter(|letter| !rare(letter)) {
            let expected: String = letter.to_uppercase().collect();
            if expected.chars().count() == 1 && letter != '\u{b5}' {
                assert_eq!(super::capitalised(&letter.to_string()), expected, "{letter}");
            }
        }
    }

    #[test]
    fn marks_and_what_takes_no_room_part_no_word() {
        let text = "Zu\u{308}rich secu\u{ad}rity\u{200b} \u{301}x";
        let words: Vec<String> = super::words(text).into_iter().map(|word| word.folded.into_owned()).collect();
        assert_eq!(words, ["zurich", "security", "x"]);
        assert!(super::words(text).iter().all(|word| word.text.ends_with(char::is_alphanumeric)));
    }
}
