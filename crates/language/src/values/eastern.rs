//! Dates of Korean, Japanese and Chinese: "2024년 3월 5일", "令和元年6月5日", "3月5日から7日まで", "二〇二四年三月".

use std::ops::Range;

use entente_text::PartialDate;
use entente_text::date::Point;

use super::ordinal::number_of;
use super::tables::{CalendarSign, calendar};

/// A date of these scripts.
pub(crate) struct EasternDate {
    pub(crate) span: Range<usize>,
    pub(crate) value: PartialDate,
}

/// The date that begins at byte `at`.
pub(crate) fn eastern_date(text: &str, at: usize) -> Option<EasternDate> {
    let mut reader = Reader { text, at };
    let first = reader.point(None)?;
    let mut end = reader.at;
    let mut value = PartialDate::At(first);
    let sign = reader.sign();
    let joined = match sign {
        Some(CalendarSign::From | CalendarSign::Joiner) => true,
        None => reader.dash(),
        _ => false,
    };
    if joined {
        let from_end = reader.at;
        reader.space();
        let last = reader.point(Some(first));
        if let Some(last) = last.filter(|last| follows(first, *last)) {
            value = PartialDate::Between(first, last);
            end = reader.at;
            if reader.sign() == Some(CalendarSign::Until) {
                end = reader.at;
            }
        } else if sign == Some(CalendarSign::From) && first.year.is_some() {
            value = PartialDate::Since(first);
            end = from_end;
        }
    } else {
        let opened = match sign {
            Some(CalendarSign::Since) if first.year.is_some() => Some(PartialDate::Since(first)),
            Some(CalendarSign::Until) if first.year.is_some() => Some(PartialDate::Until(first)),
            Some(CalendarSign::Duration) => return None,
            _ => None,
        };
        if let Some(opened) = opened {
            (value, end) = (opened, reader.at);
        }
    }
    Some(EasternDate { span: at..end, value })
}

/// True if `last` comes after `first`.
fn follows(first: Point, last: Point) -> bool {
    (first.year, first.month, first.day) < (last.year, last.month, last.day)
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl Reader<'_> {
    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or("")
    }

    /// At most one space.
    fn space(&mut self) {
        if let Some(c) = self.rest().chars().next().filter(|c| matches!(c, ' ' | '\u{a0}' | '\u{3000}')) {
            self.at += c.len_utf8();
        }
    }

    fn dash(&mut self) -> bool {
        let from = self.at;
        self.space();
        match self.rest().chars().next().filter(|c| matches!(c, '~' | '-' | '–' | '～' | '〜' | '∼')) {
            Some(c) => {
                self.at += c.len_utf8();
                true
            }
            None => {
                self.at = from;
                false
            }
        }
    }

    /// The sign at the place, which is passed.
    fn sign(&mut self) -> Option<CalendarSign> {
        let (word, sign) = calendar().iter().find(|(word, _)| self.rest().starts_with(word))?;
        self.at += word.len();
        Some(*sign)
    }

    /// A number and its sign, if the sign is `wanted`; the place stays where it is otherwise.
    fn part(&mut self, wanted: CalendarSign) -> Option<u16> {
        let from = self.at;
        let part = self.number_with_sign(wanted);
        if part.is_none() {
            self.at = from;
        }
        part
    }

    fn number_with_sign(&mut self, wanted: CalendarSign) -> Option<u16> {
        let (value, length) = number_of(self.rest())?;
        self.at += length;
        self.space();
        let found = self.sign()?;
        if found == wanted { u16::try_from(value).ok() } else { None }
    }

    /// "令和元年", "平成31年", "2024年", "2024년".
    fn year(&mut self) -> Option<u16> {
        let from = self.at;
        let era = match self.sign() {
            Some(CalendarSign::Era(before)) => Some(before),
            _ => {
                self.at = from;
                None
            }
        };
        let year = if let Some(before) = era {
            self.space();
            let first = self.at;
            let count = if self.sign() == Some(CalendarSign::FirstYear) && self.sign() == Some(CalendarSign::Year) {
                Some(1)
            } else {
                self.at = first;
                self.part(CalendarSign::Year)
            };
            count.and_then(|count| count.checked_add_signed(before))
        } else {
            self.part(CalendarSign::Year).filter(|year| (1000..=9999).contains(year))
        };
        if year.is_none() {
            self.at = from;
        }
        year
    }

    /// A point with at least a year, or month and day. After `first`, a day alone takes month and year from it.
    fn point(&mut self, first: Option<Point>) -> Option<Point> {
        let year = self.year();
        let after_year = self.at;
        if year.is_some() {
            self.space();
        }
        let month = self.part(CalendarSign::Month).and_then(|month| u8::try_from(month).ok());
        let after_month = self.at;
        if month.is_some() {
            self.space();
        }
        let day = match (month, first) {
            (Some(_), _) | (None, Some(_)) if year.is_none() || month.is_some() => {
                self.part(CalendarSign::Day).and_then(|day| u8::try_from(day).ok())
            }
            _ => None,
        };
        if day.is_none() {
            self.at = if month.is_some() { after_month } else { after_year };
        }
        let (year, month) = match first {
            Some(first) if year.is_none() => (first.year, month.or(if day.is_some() { first.month } else { None })),
            _ => (year, month),
        };
        if first.is_none() && year.is_none() && day.is_none() {
            return None;
        }
        Point::new(year, month, day)
    }
}
