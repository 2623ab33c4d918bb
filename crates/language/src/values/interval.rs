//! Intervals: two points, or one and a half.
//!
//! "28 to 30 May 2014", "January 30-31, 2023", "31 January – 1 February 2015", "7/8 May 2012", "2013-2014", "May to August
//! 2014", "between 2014 and 2016", "the first quarter of 2024".

use entente_text::date::Point;
use entente_text::{PartialDate, Precision};

use super::date::DateReader;
use super::ordinal::ordinal_at;
use crate::class::Class;

/// Most days in a list: "5, 6 and 7 May".
const MAX_DAYS: usize = 8;

impl DateReader<'_, '_> {
    /// The interval that begins at token `at`, and the token after it.
    pub(crate) fn interval(self, at: usize) -> Option<(usize, PartialDate)> {
        self.days_of_month(at)
            .or_else(|| self.month_of_days(at))
            .or_else(|| self.points(at))
            .or_else(|| self.months(at))
            .or_else(|| self.years(at))
            .or_else(|| self.part_of_year(at))
    }

    /// "first quarter of 2024", "second half of 2024", "Q1 2024".
    fn part_of_year(self, at: usize) -> Option<(usize, PartialDate)> {
        let (number, months, next) = self.short_part(at).or_else(|| {
            let (number, next) = ordinal_at(self.tokens, at)?;
            let months = if self.has(next, Class::Quarter) {
                3
            } else if self.has(next, Class::HalfYear) {
                6
            } else {
                return None;
            };
            Some((u8::try_from(number).ok()?, months, next + 1))
        })?;
        let year_at = next + usize::from(self.has(next, Class::Genitive));
        let year = self.year(year_at).filter(|_| (at..year_at).all(|at| self.adjoins(at)))?;
        let last = number.checked_mul(months).filter(|last| number > 0 && *last <= 12)?;
        let month = |month: u8| Point::new(Some(year), Some(month), None);
        between(year_at + 1, month(last - months + 1)?, month(last)?)
    }

    /// "Q3": its number, the months of each such part, and the token after it.
    pub(super) fn short_part(self, at: usize) -> Option<(u8, u8, usize)> {
        let text = self.tokens.get(at)?.text;
        let (letter, number) = text.split_at_checked(1)?;
        let number = number.parse().ok().filter(|_| text.len() == 2)?;
        match letter {
            "Q" => Some((number, 3, at + 1)),
            "H" => Some((number, 6, at + 1)),
            _ => None,
        }
    }

    /// "28 to 30 May 2014", "5, 6 and 7 May", "7/8 May 2012".
    fn days_of_month(self, at: usize) -> Option<(usize, PartialDate)> {
        let first = self.day(at)?;
        let mut last = at;
        // Days in a row may be listed; any two may be joined.
        for _ in 0..MAX_DAYS {
            let next = last + 1;
            let follows = self.day(next).zip(self.day(last)).is_some_and(|(next, before)| next == before + 1);
            if !(self.tokens.between(last) == ", " && follows) {
                break;
            }
            last = next;
        }
        let slash = (self.tokens.between(last) == "/").then_some(last + 1);
        let to = slash.or_else(|| self.joint(last))?;
        let to = self.without_weekday(to);
        self.day(to)?;
        let (next, end) = self.day_month(to)?;
        between(next, Point::new(end.year, end.month, Some(first))?, end)
    }

    /// "January 30-31, 2023", "Feb 11~13, 2013".
    fn month_of_days(self, at: usize) -> Option<(usize, PartialDate)> {
        let month = self.month(at)?;
        let first = self.day(at + 1).filter(|_| self.is_close(at))?;
        let to = self.joint(at + 1).or_else(|| (self.tokens.between(at + 1) == "/").then_some(at + 2))?;
        let last = self.day(to)?;
        // "May 5 – 7 June" is two points.
        if self.month(to + 1).is_some() && self.is_close(to) {
            return None;
        }
        let year = self.year(to + 1).filter(|_| self.adjoins(to));
        let next = to + 1 + usize::from(year.is_some());
        between(next, Point::new(year, Some(month), Some(first))?, Point::new(year, Some(month), Some(last))?)
    }

    /// Two whole points; the year may be printed once. "in May 2013 and June 2014" are two dates.
    fn points(self, at: usize) -> Option<(usize, PartialDate)> {
        let (mid, from) = self.point(at)?;
        let to = self.joint(mid - 1)?;
        if self.has(mid, Class::And) && !self.is_between(at) {
            return None;
        }
        let (next, last) = self.point(self.without_weekday(to))?;
        between(next, Point::new(from.year.or(last.year), from.month, from.day)?, last)
    }

    /// "May to August 2014", "between May and August 2014".
    fn months(self, at: usize) -> Option<(usize, PartialDate)> {
        let month = self.month(at)?;
        let to = self.joint(at)?;
        if self.has(at + 1, Class::And) && !self.is_between(at) {
            return None;
        }
        let (next, last) = self.month_first(to).filter(|(_, last)| last.day.is_none())?;
        between(next, Point::new(last.year, Some(month), None)?, last)
    }

    /// "2014-2016", "2014/15", "from 2014 to 2016". Two years are joined by a dash, or by an opener and a word.
    fn years(self, at: usize) -> Option<(usize, PartialDate)> {
        let first = self.plausible_year(at)?;
        let point = |year: u16| Point::new(Some(year), None, None);
        if let Some(last) = self.short_year(at, first) {
            return between(at + 2, point(first)?, point(last)?);
        }
        let to = self.joint(at)?;
        let last = self.plausible_year(to).filter(|last| *last > first)?;
        let by_dash = to == at + 1;
        let opened = at
            .checked_sub(1)
            .is_some_and(|before| self.has(before, Class::RangeOpener) || self.has(before, Class::Between));
        if !(by_dash || opened) {
            return None;
        }
        between(to + 1, point(first)?, point(last)?)
    }

    /// The year that two digits after "2014/" or "2014-" stand for. "2011-12" may be a month, so it is not an interval.
    fn short_year(self, at: usize, first: u16) -> Option<u16> {
        let text = self.tokens.get(at + 1)?.text;
        let digits: u16 = text.parse().ok().filter(|_| text.len() == 2)?;
        let last = first - first % 100 + digits;
        let fits = match self.tokens.between(at) {
            "/" => last == first + 1,
            "-" | "–" => digits > 12 && last > first,
            _ => false,
        };
        let ends = !matches!(self.tokens.between(at + 1), "-" | "/" | "–");
        (fits && ends).then_some(last)
    }

    /// The token after what joins two ends, where token `at` is followed by a dash or a word like "to".
    fn joint(self, at: usize) -> Option<usize> {
        let gap = self.tokens.between(at).trim();
        // "3.–5. März".
        if matches!(gap.trim_start_matches('.').trim(), "-" | "–" | "—" | "~" | "∼" | "～" | "‑") {
            return Some(at + 1);
        }
        let is_joined = matches!(gap, "" | ".") && self.has(at + 1, Class::RangeJoiner);
        (is_joined && self.adjoins(at + 1)).then_some(at + 2)
    }

    /// True if "between" opens what begins at token `at`.
    fn is_between(self, at: usize) -> bool {
        let at = if at > 0 && self.has(at - 1, Class::Weekday) { at - 1 } else { at };
        at.checked_sub(1).is_some_and(|before| self.has(before, Class::Between))
    }

    /// The token after a day of the week at token `at`, or `at`.
    fn without_weekday(self, at: usize) -> usize {
        at + usize::from(self.has(at, Class::Weekday) && self.adjoins(at))
    }
}

/// An interval that runs backwards is two dates, not one.
fn between(next: usize, from: Point, to: Point) -> Option<(usize, PartialDate)> {
    let date = PartialDate::Between(from, to);
    let grows = match date.bounds() {
        Some((first, last)) => first <= last,
        None => (from.month, from.day) <= (to.month, to.day),
    };
    (grows && date.precision() == Precision::Interval).then_some((next, date))
}
