//! All date expressions of a text, and a text that is a date as a whole.
//!
//! In: tokens. Out: partial dates with their places, in order, not overlapping. No year is made up; where two dates are
//! listed and the last one prints the year, it is the year of those before, too ("28 November and 1 December 2012").

use std::ops::Range;

use entente_text::date::Point;
use entente_text::fold::{fold, fold_word};
use entente_text::script::is_han;
use entente_text::{PartialDate, Precision};

use super::date::DateReader;
use super::eastern::eastern_date;
use super::number::is_digit;
use super::ordinal::suffixed;
use super::tables::{CalendarSign, calendar, is_numeral_sign, month_name};
use crate::class::Class;
use crate::token::{Shape, Tokens, tokenize};

/// A date expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateMention {
    /// Bytes of the text, words that open an end included ("since 2009").
    pub range: Range<usize>,
    /// What is printed.
    pub value: Printed,
}

/// What is printed of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Printed {
    /// A date, perhaps without its year.
    Date(PartialDate),
    /// "last April": a month that only the document's own date can place.
    LastMonth(u8),
}

/// Words between two dates of which one is meant.
const OR: [&str; 4] = ["or", "ou", "oder", "o"];

/// The month that `word` names, from 1, in any language. "may" and "march" are months with a capital only.
#[must_use]
pub fn month(word: &str) -> Option<u8> {
    let name = month_name(&fold_word(word))?;
    (!name.needs_capital || word.starts_with(char::is_uppercase)).then_some(name.month)
}

/// The day of the week that `word` (folded) names, from 0 for Monday. Abbreviations of other languages are too often other words.
#[must_use]
pub fn weekday(word: &str) -> Option<u8> {
    let rows = include_str!("../../data/weekdays.tsv").lines().skip(1);
    let named =
        rows.filter_map(|row| row.split_once('\t')).find(|(_, words)| words.split(' ').any(|known| known == word));
    named.and_then(|(number, _)| number.parse().ok())
}

/// The date expressions of a text, in order.
///
/// ```
/// use entente_language::tokenize;
/// use entente_language::values::find_dates;
///
/// let dates = find_dates(&tokenize("They met on 29 June 2016 and will meet again in 2018."));
/// let printed: Vec<&str> = dates.iter().map(|date| &"They met on 29 June 2016 and will meet again in 2018."[date.range.clone()]).collect();
/// assert_eq!(printed, ["29 June 2016", "2018"]);
/// ```
#[must_use]
pub fn find_dates(tokens: &Tokens) -> Vec<DateMention> {
    let reader = DateReader { tokens };
    let mut out: Vec<DateMention> = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        if matches!(token.shape, Shape::Hangul | Shape::Kana | Shape::Han) {
            eastern_dates(tokens, at, &mut out);
            let end = out.last().map_or(0, |last| last.range.end);
            at = (at + 1).max(tokens.token_at(end));
            continue;
        }
        // Every date has digits, a month or a word of a day in it; most words are neither.
        let begins = token.text.starts_with(|c: char| c.is_ascii_digit())
            || token.classes.has(Class::Month)
            || token.classes.has(Class::Last)
            || token.classes.has(Class::OrdinalWord)
            || token.classes.has(Class::NumberWord)
            || reader.short_part(at).is_some();
        match begins.then(|| reader.expression(at)).flatten() {
            Some((next, value)) => {
                out.push(reader.opened(at, next, value));
                at = next;
            }
            None => at += 1,
        }
    }
    share_year(tokens, &mut out);
    out
}

/// The dates that begin inside token `at`, in a script without spaces. They may go on in the tokens after it.
fn eastern_dates(tokens: &Tokens, at: usize, out: &mut Vec<DateMention>) {
    let Some(token) = tokens.get(at) else { return };
    let is_era = |rest: &str| {
        calendar().iter().any(|(word, sign)| matches!(sign, CalendarSign::Era(_)) && rest.starts_with(word))
    };
    let mut inside = false;
    for (offset, c) in token.text.char_indices() {
        let start = token.span.start + offset;
        let numeral = is_digit(c) || is_han(c) && is_numeral_sign(c);
        let begins = numeral && !inside || (is_han(c) || offset == 0) && is_era(&tokens.text[start..]);
        inside = numeral;
        let free = out.last().is_none_or(|last| last.range.end <= start);
        if !begins || !free {
            continue;
        }
        if let Some(date) = eastern_date(tokens.text, start) {
            out.push(DateMention { range: date.span, value: Printed::Date(date.value) });
        }
    }
}

impl DateReader<'_, '_> {
    /// The expression that begins at token `at`, and the token after it.
    fn expression(self, at: usize) -> Option<(usize, Printed)> {
        if let Some((next, month)) = self.last_month(at) {
            return Some((next, Printed::LastMonth(month)));
        }
        let (next, date) = self
            .interval(at)
            .or_else(|| self.point(at).map(|(next, point)| (next, PartialDate::At(point))))
            .or_else(|| self.bare_year(at))
            .or_else(|| self.bare_day(at))?;
        Some((next, Printed::Date(date)))
    }

    /// The mention of tokens `at..next`, with "since", "until", "by" before it and "onwards" after it.
    fn opened(self, at: usize, next: usize, value: Printed) -> DateMention {
        let span = self.tokens.bytes(at..next);
        let point = match value {
            Printed::Date(PartialDate::At(point)) if point.year.is_some() => point,
            _ => return DateMention { range: span, value },
        };
        let at = self.end_of(at);
        let before = at.checked_sub(1).filter(|before| self.is_close(*before));
        if let Some(before) = before.filter(|before| !self.has(*before, Class::Until) && self.is_no_later(*before)) {
            let start = self.tokens.bytes(before - 2..at).start;
            return DateMention { range: start..span.end, value: Printed::Date(PartialDate::Until(point)) };
        }
        if let Some(before) = before {
            let start = self.tokens.bytes(before..at).start;
            if self.has(before, Class::Since) {
                return DateMention { range: start..span.end, value: Printed::Date(PartialDate::Since(point)) };
            }
            if self.has(before, Class::Until) {
                return DateMention { range: start..span.end, value: Printed::Date(PartialDate::Until(point)) };
            }
            if self.has(before, Class::RangeOpener) && self.has(next, Class::Onward) && self.is_close(next - 1) {
                let end = self.tokens.bytes(next..next + 1).end;
                return DateMention { range: span.start..end, value: Printed::Date(PartialDate::Since(point)) };
            }
        }
        DateMention { range: span, value }
    }

    /// The token at which "the end of" begins that leads to the date at token `at` after a word like "by"; else `at`.
    fn end_of(self, at: usize) -> usize {
        let Some(end) = at.checked_sub(2).filter(|end| self.tokens.is(*end, "end") && self.tokens.is(end + 1, "of"))
        else {
            return at;
        };
        let from = end - usize::from(end > 0 && self.tokens.is(end - 1, "the"));
        let led = from > 0 && self.has(from - 1, Class::Until) && (from - 1..at).all(|at| self.adjoins(at));
        if led { from } else { at }
    }

    /// True if token `at` ends "no later than".
    fn is_no_later(self, at: usize) -> bool {
        at > 1 && self.tokens.is(at, "than") && self.tokens.is(at - 1, "later")
    }

    /// "in 2014", "(2014)"; "2014 Summit" is not: a year alone is a date only where the text treats it as one.
    fn bare_year(self, at: usize) -> Option<(usize, PartialDate)> {
        let year = self.plausible_year(at)?;
        let token = self.tokens.get(at)?;
        let opened =
            at.checked_sub(1).is_some_and(|before| self.has(before, Class::YearOpener) && self.adjoins(before));
        let opened = opened || self.end_of(at) < at;
        let text = self.tokens.text;
        let bracketed = text[..token.span.start].ends_with('(') && text[token.span.end..].starts_with(')');
        // "in 2014 cases" counts.
        let counts = self.tokens.has(at + 1, Class::Counted) && self.adjoins(at);
        // "in 2016 or 2017": which of them is not said.
        let is_one_of_two =
            OR.iter().any(|or| self.tokens.is(at + 1, or)) && self.adjoins(at) && self.plausible_year(at + 2).is_some();
        let counts = counts || is_one_of_two;
        ((opened || bracketed) && !counts).then(|| PartialDate::year(year).map(|date| (at + 1, date))).flatten()
    }

    /// "on the 8th".
    fn bare_day(self, at: usize) -> Option<(usize, PartialDate)> {
        let token = self.tokens.get(at)?;
        let is_ordinal = token.text.starts_with(|c: char| c.is_ascii_digit()) && suffixed(token.text).is_some();
        let opened = at >= 2 && self.tokens.is(at - 1, "the") && self.tokens.is(at - 2, "on") && self.adjoins(at - 2);
        let ends = self.tokens.get(at + 1).is_none_or(|next| {
            !self.adjoins(at)
                || !next.text.starts_with(char::is_uppercase)
                    && !next.classes.has(Class::Genitive)
                    && !next.classes.has(Class::Occasion)
        });
        if !(is_ordinal && opened && ends) {
            return None;
        }
        Some((at + 1, PartialDate::At(Point::new(None, None, Some(self.day(at)?))?)))
    }

    /// "last April".
    fn last_month(self, at: usize) -> Option<(usize, u8)> {
        if !self.tokens.has(at, Class::Last) || !self.is_close(at) {
            return None;
        }
        // "last May 2014" prints its year.
        let month = self.month(at + 1)?;
        self.year(at + 2).is_none().then_some((at + 2, month))
    }
}

/// Gives dates without a year the year of the date that they are listed with.
fn share_year(tokens: &Tokens, dates: &mut [DateMention]) {
    for at in (1..dates.len()).rev() {
        let (before, after) = (&dates[at - 1], &dates[at]);
        let (Printed::Date(first), Printed::Date(last)) = (before.value, after.value) else { continue };
        let Some(last) = first_point(last).filter(|last| last.year.is_some() && last.day.is_some()) else { continue };
        if is_list(tokens, before.range.end..after.range.start)
            && let Some(dated) = with_year(first, last)
        {
            dates[at - 1].value = Printed::Date(dated);
        }
    }
}

fn first_point(date: PartialDate) -> Option<Point> {
    match date {
        PartialDate::At(point) | PartialDate::Between(point, _) => Some(point),
        PartialDate::Since(_) | PartialDate::Until(_) => None,
    }
}

/// `date` in the year of `last`, if it comes before it and has no year of its own.
fn with_year(date: PartialDate, last: Point) -> Option<PartialDate> {
    let fill = |point: Point| {
        let comes_before =
            point.year.is_none() && point.month.is_some() && (point.month, point.day) < (last.month, last.day);
        if comes_before { Point::new(last.year, point.month, point.day) } else { None }
    };
    match date {
        PartialDate::At(point) => fill(point).map(PartialDate::At),
        PartialDate::Between(from, to) => Some(PartialDate::Between(fill(from)?, fill(to)?)),
        PartialDate::Since(_) | PartialDate::Until(_) => None,
    }
}

/// True if nothing but what joins members of a list stands in `range`: "and", "and on", commas.
fn is_list(tokens: &Tokens, range: Range<usize>) -> bool {
    const MAX_WORDS: usize = 3;
    let Some(gap) = tokens.text.get(range.clone()) else { return false };
    let from = tokens.token_at(range.start);
    let to = tokens.token_at(range.end);
    let reader = DateReader { tokens };
    let words = (from..to)
        .all(|at| reader.has(at, Class::And) || reader.has(at, Class::DateFiller) || reader.has(at, Class::Weekday));
    let joined = gap.contains(',') || (from..to).any(|at| reader.has(at, Class::And));
    to - from <= MAX_WORDS && words && joined && !gap.contains(['.', ';', ':', '(', ')', '\n'])
}

/// Longest text that is looked at as a date, in bytes.
const MAX_DATE: usize = 80;

/// The date that `text` is as a whole: "2016-06-28 12:00:00", "9 April 1981", "May 1993", "2010. 11. 15.",
/// "2024년 3월 5일", "令和元年6月5日", "1 January 2018 to 31 December 2018", "2014", "Tuesday, 17 March 2015, 10 a.m.". `None` if it is
/// anything else, or has more words than a date.
///
/// ```
/// use entente_language::values::parse_date;
///
/// assert_eq!(parse_date("2024년 3월 5일").map(|date| date.to_string()).as_deref(), Some("2024-03-05"));
/// assert_eq!(parse_date("May 1993").map(|date| date.to_string()).as_deref(), Some("1993-05"));
/// assert_eq!(parse_date("met on 5 March"), None);
/// ```
#[must_use]
pub fn parse_date(text: &str) -> Option<PartialDate> {
    let text = text.trim();
    if text.len() > MAX_DATE {
        return None;
    }
    let folded = fold(text);
    let parts: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    numeric(&parts, &folded).or_else(|| worded(text))
}

fn numeric(parts: &[&str], text: &str) -> Option<PartialDate> {
    if text.contains(['~', '–', '/']) && !text.contains(':') && parts.len() > 3 {
        return None;
    }
    let number = |n: usize| parts.get(n).and_then(|part| part.parse::<u8>().ok());
    if let [_, _, year] = parts
        && year.len() == 4
        && text.ends_with(year)
        && let (Some(first), Some(second), Ok(year)) = (number(0), number(1), year.parse())
    {
        // "12.11.2021": with full stops the day comes first wherever it is written.
        if text.matches('.').count() == 2 {
            return PartialDate::day(year, second, first);
        }
        // "14/09/2023": in either order, where only one is a day.
        if text.matches('/').count() == 2 {
            return match (first > 12, second > 12) {
                (true, false) => PartialDate::day(year, second, first),
                (false, true) => PartialDate::day(year, first, second),
                _ => None,
            };
        }
    }
    let year: u16 = parts.first().filter(|part| part.len() == 4)?.parse().ok()?;
    match parts.len() {
        1 => (1900..2100).contains(&year).then(|| PartialDate::year(year)).flatten(),
        2 => PartialDate::month(year, number(1)?),
        3 => PartialDate::day(year, number(1)?, number(2)?),
        // A time of day after the date: "12:00:00", "t20:28:43-05:00".
        _ if text.contains(':') => {
            let day = parts.get(2)?.split('t').next()?.parse().ok()?;
            PartialDate::day(year, number(1)?, day)
        }
        _ => None,
    }
}

/// A date in words with nothing beside it but days of the week, articles, and a time of day.
fn worded(text: &str) -> Option<PartialDate> {
    let tokens = tokenize(text);
    let found = find_dates(&tokens).into_iter().next()?;
    let Printed::Date(date) = found.value else { return None };
    let reader = DateReader { tokens: &tokens };
    let alone = tokens.tokens.iter().enumerate().all(|(at, token)| {
        let inside = token.span.start >= found.range.start && token.span.end <= found.range.end;
        let begins = token.span.start < found.range.start;
        let filler = reader.has(at, Class::DateFiller) || reader.has(at, Class::Weekday);
        inside || filler || is_weekday_sign(token.text) || !begins && is_clock(&tokens, at)
    });
    let partly =
        tokens.tokens.iter().any(|token| token.span.start < found.range.end && token.span.end > found.range.end);
    let known = matches!(date, PartialDate::At(Point { year: Some(_), .. }) | PartialDate::Between(..));
    let dated = date.bounds().is_some() || date.precision() == Precision::Interval;
    (alone && !partly && known && dated).then_some(date)
}

/// "(화)", "(火)": a day of the week in one sign.
fn is_weekday_sign(word: &str) -> bool {
    const MAX_WEEKDAY_BYTES: usize = 9;
    word.len() <= MAX_WEEKDAY_BYTES && crate::lexicon::classes_anywhere(&fold_word(word)).has(Class::Weekday)
}

/// True if token `at` belongs to a time of day: "10 a.m.", "15:30", "15h00".
fn is_clock(tokens: &Tokens, at: usize) -> bool {
    let word = tokens.folded(at);
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let hour = (1..=2).contains(&digits) && word[..digits].parse::<u8>().is_ok_and(|number| number < 60);
    let rest = &word[digits..];
    let is_clock = |word: &str| crate::lexicon::classes_anywhere(word).has(Class::Clock);
    let mut parts = rest.split(|c: char| c.is_ascii_digit()).filter(|part| !part.is_empty()).peekable();
    let named = parts.peek().is_some() && parts.all(is_clock);
    if digits == 0 {
        return named;
    }
    let by_colon = tokens.between(at) == ":" || at.checked_sub(1).is_some_and(|before| tokens.between(before) == ":");
    let reader = DateReader { tokens };
    let by_stop = tokens.between(at) == "." && reader.has(at + 2, Class::Clock);
    let by_word = rest.is_empty() && (reader.has(at + 1, Class::Clock) || by_stop);
    hour && (!rest.is_empty() && named || by_colon || by_word)
}

#[cfg(test)]
mod tests {
    use super::{Printed, find_dates, parse_date};
    use crate::token::tokenize;

    fn found(text: &str) -> Vec<String> {
        find_dates(&tokenize(text))
            .into_iter()
            .map(|mention| {
                let value = match mention.value {
                    Printed::Date(date) => date.to_string(),
                    Printed::LastMonth(month) => format!("last-{month}"),
                };
                format!("{} = {value}", &text[mention.range])
            })
            .collect()
    }

    #[test]
    fn every_case_of_the_table() {
        let mut failures = Vec::new();
        for line in include_str!("../../data/cases/dates.tsv").lines().skip(1) {
            let (text, expected) = line.split_once('\t').unwrap_or_else(|| panic!("two columns: {line}"));
            let expected: Vec<&str> = expected.split(" | ").filter(|date| *date != "none").collect();
            let found = found(text);
            if found != expected {
                failures.push(format!("{text:?}: {found:?}, expected {expected:?}"));
            }
        }
        assert!(failures.is_empty(), "{}", failures.join("\n"));
    }

    #[test]
    fn a_text_may_be_a_date_as_a_whole() {
        let mut failures = Vec::new();
        for line in include_str!("../../data/cases/whole-dates.tsv").lines().skip(1) {
            let (text, expected) = line.split_once('\t').unwrap_or_else(|| panic!("two columns: {line}"));
            let found = parse_date(text).map_or("none".to_owned(), |date| date.to_string());
            if found != expected {
                failures.push(format!("{text:?}: {found}, expected {expected}"));
            }
        }
        assert!(failures.is_empty(), "{}", failures.join("\n"));
    }
}
