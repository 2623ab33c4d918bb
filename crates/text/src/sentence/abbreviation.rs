//! Stops that belong to a word: abbreviations, initials, numbers, dates.
//!
//! In: a place of a stop. Out: whether it may end a sentence. It looks a few characters around, never further.

use std::sync::LazyLock;

use super::{is_asian, is_opener};
use crate::WordSet;

/// Words that decide about a stop, by their class; without the stop after them, in small letters.
///
/// - `title`: a name follows ("Dr. Kim"). With a capital, unless it is a `lower-title` as well.
/// - `before-number`: a number follows ("No. 5"). Without one it is a word ("The answer is no.").
/// - `may-end-sentence`: an abbreviation that may also end a sentence, and that a name may follow ("etc.").
/// - `sentence-opener`: a word that begins a sentence and seldom a name; after an abbreviation it shows that the sentence ended.
const WORDS: &str = include_str!("../../data/abbreviations.tsv");

/// Longest word looked at before or after a stop, in bytes: longer ones are not abbreviations.
const MAX_WORD_BYTES: usize = 24;

/// True if the stop after `text[start..end]` belongs to the word before it.
pub(super) fn is_abbreviated(text: &str, start: usize, end: usize, next: &str, closed: bool) -> bool {
    if is_lettered(text, start, end) || is_dated(text, start, end, next) {
        return true;
    }
    let word = word_before(text, start, end);
    let folded = word.to_lowercase();
    let known = |class: &str| is_in_class(class, &folded);
    let next = next.trim_start_matches(is_opener);
    let head = next.chars().next().unwrap_or(' ');
    let next_word: String = next.chars().take_while(|c| c.is_alphanumeric()).take(MAX_WORD_BYTES).collect();
    let initial = next[next_word.len()..].starts_with('.');
    let begins = || !initial && is_in_class("sentence-opener", &next_word.to_lowercase());
    let single = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    let initials = word.contains('.') && word.split('.').all(|part| part.chars().count() <= 1) && !word.contains("..");
    let lettered = initials && word.chars().all(|c| c.is_alphabetic() || c == '.');
    if known("title") && (word.chars().any(char::is_uppercase) || folded.contains('.') || known("lower-title")) {
        return !closed;
    }
    if known("before-number") && (head.is_numeric() || is_roman(&next_word) && next_word != "I") {
        return true;
    }
    if single || lettered || known("may-end-sentence") {
        return !begins() && !closed;
    }
    false
}

/// "(b) The second": a letter in brackets counts passages.
pub(super) fn is_label(next: &str) -> bool {
    let inside = next.strip_prefix('(').unwrap_or("");
    let letters = inside.bytes().take_while(u8::is_ascii_lowercase).take(5).count();
    (1..=4).contains(&letters) && inside[letters..].starts_with(')')
}

/// "2026. 5. 3. 서울": the parts of a date, each with a stop.
fn is_dated(text: &str, start: usize, end: usize, next: &str) -> bool {
    let digits = |text: &str| text.bytes().rev().take_while(u8::is_ascii_digit).take(5).count();
    let own = digits(&text[start..end]);
    let before = text[start..end - own].trim_end_matches(' ');
    let follows = before.strip_suffix('.').is_some_and(|before| (1..=4).contains(&digits(before)));
    let ahead = next.bytes().take_while(u8::is_ascii_digit).take(3).count();
    let year = own == 4 || text[start..end - own].ends_with(['’', '\'']);
    let korean = year && next[ahead..].trim_start_matches(' ').starts_with(is_asian);
    let leads = (1..=2).contains(&ahead) && (next[ahead..].starts_with('.') || korean);
    (1..=4).contains(&own) && (leads || (own <= 2 && follows && next.starts_with(is_asian)))
}

/// "15." and "a." before the first word of a sentence are its number.
pub(super) fn is_lettered(text: &str, start: usize, end: usize) -> bool {
    let words = text[start..end].trim_start();
    if words.len() > 8 {
        return false;
    }
    let bare = words.trim_matches(['(', ')', '[', ']', '*', '#', ' ', '"']);
    let numbered = bare.chars().all(|c| c.is_ascii_digit() || c == '.') && bare.starts_with(|c: char| c.is_numeric());
    let single = bare.chars().count() == 1 && bare.chars().all(char::is_alphabetic);
    (numbered && bare.len() <= 6) || single || is_roman(bare)
}

/// Bytes of a note's number between the stop at `stop` and the next sentence: "the Assembly.3 The", "met.[12] It".
pub(super) fn note(text: &str, start: usize, stop: usize) -> usize {
    let word = word_before(text, start, stop);
    let ordinary = word.chars().count() >= 3 && word.chars().skip(1).all(char::is_lowercase);
    // "in May 2014.3 The ministers": after a year no decimals are printed before a capital.
    let year = word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()) && word.starts_with(['1', '2']);
    if !(ordinary || year) || is_in_class("before-number", &word.to_lowercase()) {
        return 0;
    }
    // A stop of another script takes more than a byte, and no note follows it.
    let Some(after) = text.get(stop + 1..) else { return 0 };
    let inside = after.strip_prefix('[').unwrap_or(after);
    let digits = inside.bytes().take_while(u8::is_ascii_digit).take(4).count();
    let rest = &inside[digits..];
    let rest = if inside.len() < after.len() { rest.strip_prefix(']').unwrap_or("x") } else { rest };
    let next = rest.trim_start();
    let begins = next.is_empty() || (next.len() < rest.len() && next.starts_with(char::is_uppercase));
    if (1..=3).contains(&digits) && begins { after.len() - rest.len() } else { 0 }
}

fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.len() <= 7 && word.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C'))
}

/// The word that ends at `end`: letters, digits, and dots and hyphens inside it.
fn word_before(text: &str, start: usize, end: usize) -> &str {
    let part = |c: &char| c.is_alphanumeric() || matches!(c, '.' | '\'' | '’');
    let length: usize = text[start..end].chars().rev().take_while(part).take(MAX_WORD_BYTES).map(char::len_utf8).sum();
    text[end - length..end].trim_start_matches(['.', '\'', '’'])
}

/// True if the table has `word` in a class.
fn is_in_class(class: &str, word: &str) -> bool {
    // A stop asks for several classes.
    static CLASSES: LazyLock<WordSet<(&str, &str)>> = LazyLock::new(|| {
        let rows = WORDS.lines().filter_map(|line| line.split_once('\t'));
        rows.flat_map(|(class, words)| words.split(' ').map(move |word| (class, word))).collect()
    });
    CLASSES.contains(&(class, word))
}

#[cfg(test)]
mod tests {
    use super::{WORDS, is_in_class};

    #[test]
    fn classes_and_their_words_are_sorted_and_unique() {
        let rows: Vec<(&str, &str)> = WORDS.lines().skip(1).filter_map(|line| line.split_once('\t')).collect();
        assert!(rows.len() == 5 && rows.is_sorted_by(|a, b| a.0 < b.0), "{rows:?}");
        for (class, words) in rows {
            assert!(words.split(' ').is_sorted_by(|a, b| a < b), "{class}");
        }
        assert!(is_in_class("title", "dr") && is_in_class("before-number", "no") && !is_in_class("title", "no"));
    }
}
