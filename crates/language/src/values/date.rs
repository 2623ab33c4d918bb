//! Dates: one point of the calendar, as far as it is printed.
//!
//! "29 June 2016", "June 29", "5 de mayo de 2014", "2016-06-29", "this 8th day of August, two thousand and twelve". No year
//! is ever made up: "On August 2" has none.

use entente_text::date::Point;

use super::number::parse_number;
use super::ordinal::{ordinal_at, suffixed};
use super::tables::month_name;
use crate::class::Class;
use crate::token::Tokens;

/// Years that a date may print.
const YEARS: std::ops::Range<u16> = 1500..2200;

/// The days of the week as Korean and Japanese offices write them in brackets after a date, from Monday.
const BRACKETED_WEEKDAYS: [&str; 2] = ["월화수목금토일", "月火水木金土日"];

/// The day of the week that a bracketed letter names, from 0 for Monday.
fn weekday_of(letter: &str) -> Option<u8> {
    let place = |days: &&str| days.chars().position(|day| letter.chars().eq([day]));
    BRACKETED_WEEKDAYS.iter().find_map(place).and_then(|place| u8::try_from(place).ok())
}

/// The century of a year of two digits.
const CENTURY: u16 = 2000;

/// Reads the parts of dates at tokens.
#[derive(Clone, Copy)]
pub(crate) struct DateReader<'a, 't> {
    pub(crate) tokens: &'a Tokens<'t>,
}

impl DateReader<'_, '_> {
    /// One point with at least month and day, or month and year, and the token after it.
    pub(crate) fn point(self, at: usize) -> Option<(usize, Point)> {
        self.year_first(at)
            .or_else(|| self.short_year_first(at))
            .or_else(|| self.day_first(at))
            .or_else(|| self.day_month(at))
            .or_else(|| self.month_first(at))
    }

    /// "2016-06-29", "2016. 6. 29."
    fn year_first(self, at: usize) -> Option<(usize, Point)> {
        let year = self.year(at)?;
        let joins = |at: usize| matches!(self.tokens.between(at).trim(), "-" | "." | "/" | "‑" | "–");
        if !joins(at) || !joins(at + 1) {
            return None;
        }
        let (month, day) = (self.small(at + 1)?, self.small(at + 2)?);
        Some((at + 3, Point::new(Some(year), Some(month), Some(day))?))
    }

    /// "21.10.19(화)", "’24.3.1": a year of two digits, as Korean offices write it. An apostrophe before it or the right day of the
    /// week after it shows that it is a date.
    fn short_year_first(self, at: usize) -> Option<(usize, Point)> {
        let joins = |at: usize| matches!(self.tokens.between(at), "." | ". ");
        let two_digits = self.tokens.get(at)?.text.len() == 2;
        let free = at.checked_sub(1).is_none_or(|before| !self.tokens.between(before).ends_with(['.', '-', '/']));
        if !two_digits || !free || !joins(at) || !joins(at + 1) {
            return None;
        }
        let year = CENTURY + u16::from(self.small(at)?);
        let point = Point::new(Some(year), Some(self.small(at + 1)?), Some(self.small(at + 2)?))?;
        let start = self.tokens.get(at)?.span.start;
        let marked = self.tokens.text[..start].ends_with(['\'', '‘', '’', '`']);
        let bracketed = at + 3 < self.tokens.len() && matches!(self.tokens.between(at + 2), "(" | ".(" | "（" | ".（");
        let weekday = self.tokens.get(at + 3).filter(|_| bracketed).and_then(|token| weekday_of(token.text));
        let fits = match weekday {
            Some(_) => weekday == point.weekday(),
            None => marked,
        };
        fits.then_some((at + 3, point))
    }

    /// "12.11.2021": with full stops the day comes first wherever it is written. "14/09/2023": only where one of the two
    /// cannot be a month.
    fn day_first(self, at: usize) -> Option<(usize, Point)> {
        let (first, second, year) = (self.small(at)?, self.small(at + 1)?, self.year(at + 2)?);
        let continues = at.checked_sub(1).is_some_and(|before| matches!(self.tokens.between(before), "." | "/" | "-"));
        let (day, month) = match (self.tokens.between(at), self.tokens.between(at + 1)) {
            ("." | ". ", "." | ". ") => (first, second),
            ("/", "/") if first > 12 => (first, second),
            ("/", "/") if second > 12 => (second, first),
            _ => return None,
        };
        if continues {
            return None;
        }
        Some((at + 3, Point::new(Some(year), Some(month), Some(day))?))
    }

    /// "29 June 2016", "29 June", "29th of June 2016", "5 de mayo de 2014", "9. Januar 2012".
    pub(crate) fn day_month(self, at: usize) -> Option<(usize, Point)> {
        let (day, mut next) = self.day_or_word(at)?;
        // "7 th July": in files of pages the ending often stands apart.
        let ending = usize::from(next == at + 1 && self.is_spaced_ending(at));
        next += ending;
        // "14-July-2016", "1° de junio".
        let joins = |at: usize| {
            let first = day == 1 && self.tokens.between(at) == "° ";
            self.adjoins(at) || self.tokens.between(at) == "-" || first
        };
        if self.has(next, Class::DayWord) && joins(next - 1) {
            next += 1;
        }
        let of = self.has(next, Class::Genitive);
        if !of && next > at + 1 + ending {
            return None;
        }
        let month_at = next + usize::from(of);
        let month = self.month(month_at)?;
        if !(at..month_at).all(joins) {
            return None;
        }
        let after = month_at + 1;
        let year_at = after + usize::from(self.has(after, Class::Genitive));
        match self.year_or_words(year_at).filter(|_| (month_at..year_at).all(joins)) {
            Some((year, end)) => Some((end, Point::new(Some(year), Some(month), Some(day))?)),
            None => Some((after, Point::new(None, Some(month), Some(day))?)),
        }
    }

    /// "June 29, 2016", "June 29", "June 2016", "June, 2013", "mayo de 2014".
    pub(crate) fn month_first(self, at: usize) -> Option<(usize, Point)> {
        let month = self.month(at)?;
        // Of "31 February 2015" not even the month is believed.
        let day_before = at.checked_sub(1).filter(|before| self.is_close(*before)).and_then(|before| self.day(before));
        let year_at = at + 1 + usize::from(self.has(at + 1, Class::Genitive));
        if let Some(year) = self.year(year_at).filter(|_| (at..year_at).all(|at| self.adjoins(at))) {
            if day_before.is_some_and(|day| Point::new(Some(year), Some(month), Some(day)).is_none()) {
                return None;
            }
            return Some((year_at + 1, Point::new(Some(year), Some(month), None)?));
        }
        let day = self.day(at + 1).filter(|_| self.is_close(at))?;
        match self.year(at + 2).filter(|_| self.adjoins(at + 1)) {
            Some(year) => Some((at + 3, Point::new(Some(year), Some(month), Some(day))?)),
            None => Some((at + 2, Point::new(None, Some(month), Some(day))?)),
        }
    }

    /// The month that token `at` names, from 1.
    pub(crate) fn month(self, at: usize) -> Option<u8> {
        let token = self.tokens.get(at).filter(|token| token.classes.has(Class::Month))?;
        Some(month_name(&token.folded)?.month)
    }

    /// A day in digits, perhaps with the ending of an ordinal: "29", "29th", "1er".
    pub(crate) fn day(self, at: usize) -> Option<u8> {
        let text = self.tokens.get(at)?.text;
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let suffix = &text[digits..];
        let fits = (1..=2).contains(&digits) && (suffix.is_empty() || suffixed(text).is_some());
        text[..digits].parse().ok().filter(|day| fits && (1..=31).contains(day))
    }

    /// True if the ending of the number at token `at` follows after a space: "7 th".
    fn is_spaced_ending(self, at: usize) -> bool {
        let (Some(number), Some(ending)) = (self.tokens.get(at), self.tokens.get(at + 1)) else { return false };
        self.tokens.between(at) == " " && suffixed(&format!("{}{}", number.text, ending.text)).is_some()
    }

    /// A day in digits or in words, and the token after it.
    fn day_or_word(self, at: usize) -> Option<(u8, usize)> {
        if let Some(day) = self.day(at) {
            return Some((day, at + 1));
        }
        if !self.has(at, Class::OrdinalWord) && !self.has(at, Class::NumberWord) {
            return None;
        }
        let (value, next) = ordinal_at(self.tokens, at)?;
        // Words are a day only before "of": "the first March meeting" is not a date.
        let of = next + usize::from(self.has(next, Class::DayWord));
        let day = u8::try_from(value).ok().filter(|day| (1..=31).contains(day))?;
        // "Her first, in May 2021": a comma parts it from the month.
        let close = (next.saturating_sub(1)..of).all(|at| self.is_close(at));
        (close && self.has(of, Class::Genitive)).then_some((day, next))
    }

    /// A year in four digits.
    pub(crate) fn year(self, at: usize) -> Option<u16> {
        let text = self.tokens.get(at)?.text;
        let is_number = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse().ok().filter(|year| is_number && YEARS.contains(year))
    }

    /// A year in digits or in words, and the token after it.
    fn year_or_words(self, at: usize) -> Option<(u16, usize)> {
        if let Some(year) = self.year(at) {
            return Some((year, at + 1));
        }
        let token = self.tokens.get(at).filter(|token| token.classes.has(Class::NumberWord))?;
        let number = parse_number(self.tokens, token.span.start, None).filter(|number| number.in_words)?;
        let value = number.value.to_f64();
        let year = (1900..2100).find(|year| f64::from(*year) == value)?;
        Some((year, self.tokens.token_at(number.span.end)))
    }

    /// A year without a month.
    pub(crate) fn plausible_year(self, at: usize) -> Option<u16> {
        self.year(at).filter(|year| (1700..2100).contains(year))
    }

    fn small(self, at: usize) -> Option<u8> {
        let text = self.tokens.get(at)?.text;
        if text.len() > 2 { None } else { text.parse().ok() }
    }

    /// True if token `at` has `class` in any language.
    pub(crate) fn has(self, at: usize, class: Class) -> bool {
        self.tokens.get(at).is_some_and(|token| token.anywhere.has(class))
    }

    /// Only white space or a full stop between token `at` and the next.
    pub(crate) fn is_close(self, at: usize) -> bool {
        at + 1 < self.tokens.len() && matches!(self.tokens.between(at).trim(), "" | ".")
    }

    /// White space, a comma or a full stop between token `at` and the next: what is inside one date.
    pub(crate) fn adjoins(self, at: usize) -> bool {
        at + 1 < self.tokens.len() && matches!(self.tokens.between(at).trim(), "" | "," | ".")
    }
}
