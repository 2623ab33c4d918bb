//! Two numbers that are the ends of a range: "20-25 million", "between EUR 20 and 25 million", "from 10 to 12".

use super::currency::{Currency, currency_before};
use super::decimal::Decimal;
use super::number::{Number, is_digit, parse_number};
use crate::class::Class;
use crate::token::{Gap, Tokens};

/// A word that opens a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Opener {
    /// True for "between", whose ends "and" joins.
    pub(crate) is_between: bool,
}

/// The opener right before byte `at`.
pub(crate) fn opener_before(tokens: &Tokens, at: usize) -> Option<Opener> {
    let before = tokens.token_at(at).checked_sub(1)?;
    let token = tokens.get(before)?;
    if token.span.end > at || !tokens.text[token.span.end..at].trim().is_empty() {
        return None;
    }
    let is_between = token.classes.has(Class::Between);
    (is_between || token.classes.has(Class::RangeOpener)).then_some(Opener { is_between })
}

/// What follows the first number.
pub(crate) enum Joined {
    /// A second number.
    Number {
        number: Number,
        /// Printed before the second number.
        currency: Option<Currency>,
        /// A dash joins them, not a word.
        is_dash: bool,
    },
    /// A dash and digits that are not understood.
    NotUnderstood,
    /// Nothing that joins.
    Nothing,
}

/// The number that a dash or a word joins to the one before byte `at`.
pub(crate) fn joined_number(
    tokens: &Tokens,
    first: &Number,
    at: usize,
    opener: Option<Opener>,
    country: Option<&str>,
) -> Joined {
    let text = tokens.text;
    let rest = text.get(at..).unwrap_or("");
    let bare = rest.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    let dash = bare.chars().next().filter(|c| matches!(c, '-' | '–' | '—' | '~' | '～' | '∼' | '‑' | '‐' | '〜'));
    if let Some(dash) = dash {
        let after = bare[dash.len_utf8()..].trim_start_matches([' ', '\u{a0}', '\u{202f}']);
        let start = text.len() - after.len();
        let number = second_number(tokens, start, country);
        // "5 million – 3 of them": a dash with spaces parts clauses as well.
        let tight = bare.len() == rest.len();
        return match number {
            Some((number, currency))
                if tight || number.scale.is_some() || currency.is_some() || first.scale.is_none() =>
            {
                Joined::Number { number, currency, is_dash: true }
            }
            Some(_) => Joined::Nothing,
            None if after.starts_with(is_digit) => Joined::NotUnderstood,
            None => Joined::Nothing,
        };
    }
    let place = tokens.token_at(at);
    let is_between = opener.is_some_and(|opener| opener.is_between);
    let joiner = if is_between { tokens.has(place, Class::And) } else { is_joiner(tokens, place) };
    let spaced = tokens.gap(place) == Gap::Space && tokens.get(place).is_some_and(|token| token.span.start <= at + 3);
    if !(joiner && spaced) {
        return Joined::Nothing;
    }
    let Some(end) = tokens.get(place).map(|token| token.span.end) else { return Joined::Nothing };
    let after = text[end..].trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    match second_number(tokens, text.len() - after.len(), country) {
        Some((number, currency)) => Joined::Number { number, currency, is_dash: false },
        None => Joined::Nothing,
    }
}

/// True if token `at` joins the ends of a range by itself.
fn is_joiner(tokens: &Tokens, at: usize) -> bool {
    // In a short text of another language, too: "10 à 15 millions".
    tokens.get(at).is_some_and(|token| token.anywhere.has(Class::RangeJoiner) && !token.anywhere.has(Class::And))
}

/// The number at byte `at`, or after a currency there.
fn second_number(tokens: &Tokens, at: usize, country: Option<&str>) -> Option<(Number, Option<Currency>)> {
    if let Some(number) = parse_number(tokens, at, None) {
        return Some((number, None));
    }
    // The currency is short: the digits after it are near.
    let window = tokens.text.get(at..)?;
    let window = &window[..window.floor_char_boundary(12)];
    let digit = at + window.find(is_digit)?;
    let currency = currency_before(tokens, digit, country).filter(|currency| currency.span.start == at)?;
    let number = parse_number(tokens, digit, currency.code)?;
    Some((number, Some(currency)))
}

/// The values of one number or of both ends. The first end has the scale of the second where it has none of its own:
/// "20 to 25 million". `None` where the ends do not grow.
pub(crate) fn spread_scale(numbers: &[Number]) -> Option<(Decimal, Option<Decimal>)> {
    match numbers {
        [one] => Some((one.value, None)),
        [first, second] => {
            let low = match (first.scale, second.scale) {
                (None, Some(scale)) if !first.is_grouped => first.value.scaled(scale)?,
                (Some(_), None) if !second.is_grouped => return None,
                _ => first.value,
            };
            low.compare(second.value)?.is_lt().then_some((low, Some(second.value)))
        }
        _ => None,
    }
}
