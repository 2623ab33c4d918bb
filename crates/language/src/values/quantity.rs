//! Shares and counts: what comes after a number that says what it measures.

use std::ops::Range;

use super::number::Number;
use crate::class::{Class, Classes};
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

/// The plural noun that a number before byte `at` counts, perhaps with one adjective before it.
pub(crate) fn counted_noun(tokens: &Tokens, at: usize) -> Option<Range<usize>> {
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
