//! When a value of a passage is the same as one of the checked text, and when it stands for it.

use entente_text::{PartialDate, Precision};

use super::read::{Value, Worth};
use crate::report::ValueKind;

impl Value {
    /// True if a passage that prints `source` bears this value out.
    pub(super) fn is_supported_by(&self, source: &Self) -> bool {
        match (&self.worth, &source.worth) {
            (Worth::Date(one), Worth::Date(other)) => {
                let is_period = matches!(one, PartialDate::At(_));
                one == other || is_period && contains(*one, *other) || same_day(*one, *other)
            }
            (Worth::Number(one), Worth::Number(other)) => {
                let is_bare = |value: &Self| matches!(value.kind, ValueKind::Number | ValueKind::Count);
                let like = self.kind == source.kind || is_bare(self) && is_bare(source);
                let unit = self.kind != ValueKind::Money
                    || self.unit == source.unit
                    || self.unit.is_empty()
                    || source.unit.is_empty();
                like && unit && one == other
            }
            (Worth::Month(one), Worth::Month(other)) => one == other,
            (Worth::Month(_), Worth::Number(_)) | (Worth::Number(_), Worth::Month(_)) => false,
            // Where one of two leaves out the year, the rest decides.
            (Worth::Month(month), Worth::Date(date)) => months(*date).contains(&Some(*month)),
            (Worth::Date(date), Worth::Month(month)) => {
                date.precision() == Precision::Month && months(*date).contains(&Some(*month))
            }
            // "the 2016 agreement" and "in 2016".
            (Worth::Date(date), Worth::Number(number)) | (Worth::Number(number), Worth::Date(date)) => {
                let year = number.whole().and_then(|year| PartialDate::year(u16::try_from(year).ok()?));
                let is_bare = |value: &Self| matches!(value.kind, ValueKind::Number | ValueKind::Date);
                is_bare(self) && is_bare(source) && year == Some(*date)
            }
        }
    }

    /// True if a passage that prints `source` may mean the same thing by it.
    pub(super) fn is_comparable(&self, source: &Self) -> bool {
        let same_kind = self.kind == source.kind;
        match self.kind {
            ValueKind::Date => match (&self.worth, &source.worth) {
                (Worth::Date(one), Worth::Date(other)) => one.precision() == other.precision(),
                (Worth::Month(_), Worth::Month(_)) => true,
                (Worth::Month(_), Worth::Date(date)) | (Worth::Date(date), Worth::Month(_)) => {
                    date.precision() == Precision::Month
                }
                _ => false,
            },
            ValueKind::Money | ValueKind::Share => same_kind,
            ValueKind::Count | ValueKind::Ordinal | ValueKind::Number => same_kind && self.unit == source.unit,
        }
    }
}

/// The months that a date names.
fn months(date: PartialDate) -> [Option<u8>; 2] {
    match date {
        PartialDate::At(one) | PartialDate::Since(one) | PartialDate::Until(one) => [one.month, None],
        PartialDate::Between(first, last) => [first.month, last.month],
    }
}

/// True if `one`, a year or a month, has `other` in it. A range of dates is borne out by the same range alone.
fn contains(one: PartialDate, other: PartialDate) -> bool {
    match (one.bounds(), other.bounds()) {
        (Some((first, last)), Some((from, to))) => first <= from && to <= last,
        _ => false,
    }
}

/// True if one of two dates leaves out the year and the rest is the same.
fn same_day(one: PartialDate, other: PartialDate) -> bool {
    match (one, other) {
        (PartialDate::At(one), PartialDate::At(other)) => {
            (one.year.is_none() || other.year.is_none())
                && (one.month, one.day) == (other.month, other.day)
                && one.month.is_some()
        }
        _ => false,
    }
}
