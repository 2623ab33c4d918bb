//! Shares and counts: what comes after a number that says what it measures.

use std::ops::Range;

use super::currency::{after_space, ends_noun};
use super::number::{Number, is_digit, is_unspaced};
use super::tables::{OrdinalPlace, ordinal_marks, sign_scale};
use crate::class::{Class, Classes};
use crate::lexicon::classes_anywhere;
use crate::token::{Gap, Tokens};

/// The byte after "%", "percent" or "per cent" that follows byte `at`.
pub(crate) fn after_percent(tokens: &Tokens, at: usize) -> Option<usize> {
    let rest = tokens.text.get(at..)?;
    let bare = rest.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    let start = at + rest.len() - bare.len();
    if rest.len() - bare.len() <= 3
        && let Some(sign) = bare.chars().next().filter(|c| matches!(c, '%' | '％'))
    {
        return Some(start + sign.len_utf8());
    }
    let first = tokens.token_at(at);
    let token = tokens.get(first)?;
    if token.span.start != start || start == at {
        return None;
    }
    if token.classes.has(Class::Percent) {
        return Some(token.span.end);
    }
    let second = tokens.get(first + 1).filter(|_| token.classes.has(Class::Per))?;
    (second.classes.has(Class::Cent) && tokens.between(first) == " ").then_some(second.span.end)
}

/// Words that are between a number and its noun only where they are part of another phrase.
const NO_ADJECTIVE: Classes = Classes::all_of(&[
    Class::Preposition,
    Class::Coordinator,
    Class::Auxiliary,
    Class::Relative,
    Class::Subordinator,
    Class::Determiner,
    Class::PersonalPronoun,
    Class::TimeUnit,
]);
/// Determiners that are between a number and its noun: "14 other ships".
const INNER: &[&str] = &["other", "more", "such", "several", "different"];

/// Most characters of a counter.
const MAX_COUNTER_CHARS: usize = 3;

/// The counter of Korean, Japanese or Chinese after byte `at`, perhaps after a word for "more than": "명" in "50여 명이".
fn counter(text: &str, at: usize) -> Option<Range<usize>> {
    let mut at = after_space(text, at);
    let first = text.get(at..)?.chars().next().filter(|c| is_unspaced(*c))?;
    if classes_anywhere(first.encode_utf8(&mut [0; 4])).has(Class::Approximator) {
        at = after_space(text, at + first.len_utf8());
    }
    let rest = text.get(at..)?;
    let ends = rest.char_indices().take(MAX_COUNTER_CHARS).map(|(start, c)| start + c.len_utf8());
    // "3人目": the third.
    let fits = |end: &usize| {
        let (word, after) = rest.split_at(*end);
        classes_anywhere(word).has(Class::Counted) && ends_noun(word, after) && !after.starts_with('目')
    };
    ends.filter(fits).last().map(|end| at..at + end)
}

/// The plural noun or the counter that a number before byte `at` counts, perhaps with one adjective before it.
pub(crate) fn counted_noun(tokens: &Tokens, at: usize) -> Option<Range<usize>> {
    if let Some(counter) = counter(tokens.text, at) {
        return Some(counter);
    }
    let first = tokens.token_at(at);
    if tokens.text.get(at..tokens.get(first)?.span.start)? != " " {
        return None;
    }
    let noun = |at: usize| tokens.get(at).filter(|_| is_counted(tokens, at)).map(|token| token.span.clone());
    let compound = tokens.has(first, Class::Counted) && tokens.between(first) == " ";
    noun(if compound && is_counted(tokens, first + 1) { first + 1 } else { first }).or_else(|| {
        let word = tokens.folded(first);
        let is_small = tokens.printed(first).chars().all(char::is_lowercase);
        let fits = INNER.contains(&word) || !tokens.has_any(first, NO_ADJECTIVE);
        let close = tokens.between(first) == " ";
        if is_small && fits && close { noun(first + 1) } else { None }
    })
}

/// "15 deaths **per 1,000** births", "for every 1,000": the number that begins at byte `start` only says of how many.
pub(crate) fn is_denominator(tokens: &Tokens, start: usize) -> bool {
    let Some(before) = tokens.token_at(start).checked_sub(1) else { return false };
    tokens.has(before, Class::Per) || matches!(tokens.folded(before), "every" | "each")
}

/// True for a bare year, which counts nothing.
pub(crate) fn is_year(numbers: &[Number]) -> bool {
    numbers.iter().all(|number| {
        let plain = number.scale.is_none() && !number.is_grouped;
        plain && (1900.0..2100.0).contains(&number.value.to_f64())
    })
}

/// True if the first number is below two, so that it counts no several things.
pub(crate) fn is_small(numbers: &[Number]) -> bool {
    numbers.first().is_none_or(|number| number.value.to_f64() < 2.0)
}

/// True if a number is in words. Signs as in "十五" are digits, unless there is one alone: "万人" is everybody.
pub(crate) fn is_worded(text: &str, numbers: &[Number]) -> bool {
    numbers.iter().filter(|number| number.in_words).any(|number| {
        let mut signs = text[number.span.clone()].chars();
        !signs.next().is_some_and(is_unspaced) || signs.next().is_none()
    })
}

/// True if the number at byte `start` is an ordinal, or the end of a number that is not understood: "第15", "수천만", "100余万".
pub(crate) fn continues_number(text: &str, start: usize) -> bool {
    let (before, rest) = text.split_at(start);
    let mut buffer = [0; 4];
    let is_scale = rest.chars().next().is_some_and(|c| sign_scale(c.encode_utf8(&mut buffer)).is_some());
    let bare = before.strip_suffix(' ').unwrap_or(before);
    let is_vague = bare.chars().next_back().is_some_and(|c| {
        let classes = classes_anywhere(c.encode_utf8(&mut buffer));
        is_unspaced(c) && (classes.has(Class::Approximator) || classes.has(Class::Quantifier))
    });
    let is_prefix = |(mark, place): &(&str, _)| *place == OrdinalPlace::Prefix && before.ends_with(mark);
    is_scale && is_vague || before.ends_with(is_unspaced) && ordinal_marks().iter().any(is_prefix)
}

/// True if the text goes on right at byte `at` with what belongs to the number but is not understood. After money, that is
/// another number, too.
pub(crate) fn is_cut(text: &str, at: usize, is_money: bool) -> bool {
    let mut rest = text.get(at..).unwrap_or("").chars();
    let (first, second) = (rest.next(), rest.next());
    match first {
        // "£ 3 5 0 ,0 0 0": of letters that are set apart no single one is the number.
        Some(' ') if is_money => second.is_some_and(is_digit) && !text[..at].ends_with(|c: char| !is_digit(c)),
        // "$90+ million": what the sign adds is not understood.
        Some('+') => true,
        Some(c) if c.is_alphanumeric() && !is_unspaced(c) => true,
        Some('-' | '–' | '—' | '~' | '/' | ':' | '.' | ',') => second.is_some_and(is_digit),
        _ => false,
    }
}

/// True if the number in words that begins at byte `start` goes on with one before a comma: "one thousand, **eight hundred**".
pub(crate) fn continues_words(tokens: &Tokens, start: usize) -> bool {
    let at = tokens.token_at(start);
    at.checked_sub(1).is_some_and(|before| tokens.gap(at) == Gap::Comma && tokens.has(before, Class::Scale))
}

/// True if token `at` is a plural noun, as far as its form shows.
fn is_counted(tokens: &Tokens, at: usize) -> bool {
    let word = tokens.printed(at);
    let plural = word.ends_with('s') && !word.ends_with("ss") && word.len() > 3;
    let known = tokens.has(at, Class::Counted);
    word.chars().all(char::is_lowercase) && (plural || known) && !tokens.has(at, Class::Uncounted)
}
