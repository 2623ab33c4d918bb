//! Dates as filters compare them and as they are shown.

use entente_corpus::{Basis, Fact};
use entente_text::PartialDate;

use crate::models::listing::Dated;

/// First and last day that a date may mean, as `yyyymmdd`.
pub(crate) type Days = (u32, u32);

/// The days that a date of a filter may mean; `None` if it is not a date.
pub(crate) fn days(date: &str) -> Option<Days> {
    date.parse::<PartialDate>().ok()?.bounds()
}

/// A date as it is shown.
pub(crate) fn dated(fact: &Fact<PartialDate>) -> Dated {
    Dated { date: fact.value, precision: fact.value.precision(), basis: fact.basis, supplied: fact.is_supplied() }
}

/// A bound that a text allows: shown as concluded, never as printed.
pub(crate) fn bound(date: PartialDate) -> Dated {
    Dated { date, precision: date.precision(), basis: Basis::Inferred, supplied: false }
}

/// True if a date is known to the month: it touches two months at most.
pub(crate) fn has_month((first, last): Days) -> bool {
    let months = |day: u32| day / 10_000 * 12 + day / 100 % 100;
    first > 0 && last < u32::MAX && months(last) - months(first) <= 1
}

/// The key of [`chronological`] turned round: what has no known year still comes last.
pub(crate) fn newest_first(key: (u32, u32)) -> (u32, u32) {
    if key.0 == u32::MAX { key } else { (u32::MAX - key.0, key.1) }
}

/// Sort key of a date: a year before its months, a month before its days; what has no known year comes last.
pub(crate) fn chronological(date: Option<PartialDate>) -> (u32, u32) {
    date.and_then(PartialDate::bounds).map_or((u32::MAX, u32::MAX), |(first, last)| (first, u32::MAX - last))
}
