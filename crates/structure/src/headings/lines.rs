//! What a line is like that may be a heading: open at its end, a title, a place with a day.

use super::marks::MAX_PLAIN_CHARS;
use crate::word_lists::word_list;

/// True if `words` end on a word that another must follow.
pub(crate) fn is_open(words: &str) -> bool {
    words
        .split_whitespace()
        .next_back()
        .is_some_and(|last| word_list("title-open-word").contains(&last.to_lowercase().as_str()))
}

/// True if `words` begin with a word that another comes before.
pub(crate) fn opens(words: &str) -> bool {
    words
        .split_whitespace()
        .next()
        .is_some_and(|first| word_list("title-open-word").contains(&first.to_lowercase().as_str()))
}

/// Words of the longest title below an article's number.
const MAX_ARTICLE_TITLE_WORDS: usize = 12;

/// True for a short line that is set like a title.
pub(crate) fn is_title(words: &str) -> bool {
    words.split_whitespace().count() <= MAX_ARTICLE_TITLE_WORDS && plain(words)
}

/// A line short enough, without a sentence's end, that begins like a title.
pub(super) fn plain(words: &str) -> bool {
    let first = words.chars().find(|c| !matches!(c, '(' | '"' | '“' | '‘' | '\'' | '[' | '*'));
    let width = words.chars().count();
    let ends = words.trim_end_matches(['*', ')']).ends_with(['.', '?', '!', ';', ',', ':', '。', '…']);
    let year = words.bytes().take_while(u8::is_ascii_digit).count() == 4 && words[4..].starts_with(' ');
    let cased = year || first.is_some_and(|c| c.is_uppercase() || (c.is_alphabetic() && !c.is_lowercase()));
    let byline = words.starts_with("By ") || words.contains('<');
    (3..=MAX_PLAIN_CHARS).contains(&width)
        && cased
        && !byline
        && !ends
        && !words.contains(": ")
        && !words.contains(". ")
        && !words.contains("    ")
        && !links_on(words)
        && !(is_korean_line(words) && words.contains(','))
        && !words.contains('@')
        && !super::super::answers::is_empty(words)
        && !is_dated(words)
        && !(words.starts_with('[') && words.ends_with(']'))
        && words.chars().any(char::is_alphabetic)
}

/// Words of a line that says where and when.
const MAX_DATED_WORDS: usize = 6;

/// "Accra, 7 November 2018", "May 4, 2021", "令和元年6月5日": a place and a date, or a date alone.
fn is_dated(words: &str) -> bool {
    let parts: Vec<&str> = words.split([' ', ',']).filter(|part| !part.is_empty()).collect();
    let year = |part: &str| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_digit());
    let day = |part: &&str| {
        let digits = part.bytes().take_while(u8::is_ascii_digit).count();
        (1..=2).contains(&digits) && part[digits..].chars().all(|c| c.is_alphabetic() || c == '.')
    };
    let western = parts.len() <= MAX_DATED_WORDS
        && parts.last().is_some_and(|last| year(last))
        && parts.iter().rev().skip(1).take(2).any(day);
    // A day of the week may stand in brackets after the date.
    let day = words.trim_end().strip_suffix([')', '）']).and_then(|rest| rest.rsplit_once(['(', '（']));
    let eastern = words.chars().count() <= 30
        && day.map_or(words, |(date, _)| date).trim_end().ends_with(['日', '일'])
        && words.contains(['年', '년'])
        && words.contains(['月', '월']);
    western || eastern
}

/// A line of Korean that ends on a particle or a linking form is part of a sentence.
pub(crate) fn links_on(words: &str) -> bool {
    let bare = words.trim_end();
    is_korean_line(words) && word_list("korean-linking-form").iter().any(|form| bare.ends_with(form))
}

fn is_korean_line(words: &str) -> bool {
    words.chars().filter(|c| entente_text::script::is_hangul_syllable(*c)).count() >= 12
}
