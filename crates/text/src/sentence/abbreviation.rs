//! Stops that belong to a word: abbreviations, initials, numbers, dates.
//!
//! In: a place of a stop. Out: whether it may end a sentence. It looks a few characters around, never further.

use super::{is_asian, is_opener};

/// Titles and the like that a name follows.
const TITLES: &str = "mr mrs ms dr prof gen lt col maj capt cmdr cdr adm sgt sen rep gov pres amb hon rev fr st ste mt messrs \
    brig rt supt insp m mm mme mmes mlle mlles mgr hr fig vs cf viz approx ca resp e.g i.e h.e h.r.h h.m s.e \
    s.e.m z.b d.h u.a env c.-à-d";
/// Words that a number follows; without one they are words ("The answer is no.").
const BEFORE_NUMBERS: &str = "no nos nr art arts sec sect ch chap vol para paras par p pp res cl reg regs annex app ex tel ext jan feb \
    mar apr jun jul aug sep sept oct nov dec janv févr avr juil déc stat pub doc ed eds abs al";
/// Abbreviations that may also end a sentence, and that a name may follow.
const EITHER: &str = "inc ltd co corp jr sr etc al dept gov't govt assoc bros univ est int'l min max esq ph.d mio mrd jan feb \
    mar apr jun jul aug sep sept oct nov dec ed eds ave blvd gal rev";
/// Words that begin a sentence, seldom a name: after an abbreviation they show that it ended one.
const BEGINNERS: &str = "the this these that those it its in on at he she they we our their his her a an as both by for from if \
    when while there however but and under with to such all any no since after before i you my le la les il \
    elle ils elles ce cette ces dans en un une der die das es sie wir where what who how although during each \
    following then also";
/// Longest word looked at before or after a stop, in bytes: longer ones are no abbreviation.
const MAX_WORD_BYTES: usize = 24;

/// True if the stop after `text[start..end]` belongs to the word before it.
pub(super) fn is_abbreviated(text: &str, start: usize, end: usize, next: &str, closed: bool) -> bool {
    if is_lettered(text, start, end) || is_dated(text, start, end, next) {
        return true;
    }
    let word = word_before(text, start, end);
    let folded = word.to_lowercase();
    let known = |list: &str| holds(list, &folded);
    let next = next.trim_start_matches(is_opener);
    let head = next.chars().next().unwrap_or(' ');
    let word_behind: String = next.chars().take_while(|c| c.is_alphanumeric()).take(MAX_WORD_BYTES).collect();
    let initial = next[word_behind.len()..].starts_with('.');
    let begins = !initial && holds(BEGINNERS, &word_behind.to_lowercase());
    let single = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    let initials = word.contains('.') && word.split('.').all(|part| part.chars().count() <= 1) && !word.contains("..");
    let lettered = initials && word.chars().all(|c| c.is_alphabetic() || c == '.');
    if known(TITLES) && (word.chars().any(char::is_uppercase) || folded.contains('.') || is_lower_title(&folded)) {
        return !closed;
    }
    if known(BEFORE_NUMBERS) && (head.is_numeric() || is_roman(&word_behind) && word_behind != "I") {
        return true;
    }
    if single || lettered || known(EITHER) {
        return !begins && !closed;
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
    if !(ordinary || year) || holds(BEFORE_NUMBERS, &word.to_lowercase()) {
        return 0;
    }
    // A stop of another script takes more than a byte, and no note follows it.
    let Some(behind) = text.get(stop + 1..) else { return 0 };
    let inside = behind.strip_prefix('[').unwrap_or(behind);
    let digits = inside.bytes().take_while(u8::is_ascii_digit).take(4).count();
    let rest = &inside[digits..];
    let rest = if inside.len() < behind.len() { rest.strip_prefix(']').unwrap_or("x") } else { rest };
    let next = rest.trim_start();
    let begins = next.is_empty() || (next.len() < rest.len() && next.starts_with(char::is_uppercase));
    if (1..=3).contains(&digits) && begins { behind.len() - rest.len() } else { 0 }
}

/// Titles that are written small as well.
fn is_lower_title(folded: &str) -> bool {
    matches!(folded, "vs" | "cf" | "viz" | "approx" | "ca" | "resp" | "fig" | "env")
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

fn holds(list: &str, word: &str) -> bool {
    list.split(' ').any(|known| known == word)
}
