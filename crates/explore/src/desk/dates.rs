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

/// The days by which a date is counted and filtered: all that it may mean, within the year in which it begins. A period of
/// several years ("2014-03/2016", "2009/..") is one of the year of its beginning; so a filter for a year gives exactly what a
/// bar of that year counts. `None` if no beginning is known ("../2012").
pub(crate) fn counted_days((first, last): Days) -> Option<Days> {
    (first > 0).then(|| (first, last.min(first / 10_000 * 10_000 + 1231)))
}

/// True if a date may be on or after the day `end`.
pub(crate) fn is_since(days: Days, end: u32) -> bool {
    counted_days(days).is_some_and(|(_, last)| last >= end)
}

/// True if a date may be on or before the day `end`.
pub(crate) fn is_until(days: Days, end: u32) -> bool {
    counted_days(days).is_some_and(|(first, _)| first <= end)
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

#[cfg(test)]
mod tests {
    use super::{days, is_since, is_until};

    #[test]
    fn a_period_of_several_years_counts_where_it_begins() {
        for (date, from, to, fits) in [
            ("2014-03/2016", "2014", "2014", true),
            ("2014-03/2016", "2014-06", "2014-07", true),
            ("2014-03/2016", "2015", "2015", false),
            ("2009/..", "2009", "2009", true),
            ("2009/..", "2014", "2014", false),
            ("../2012", "2012", "2012", false),
            ("2014", "2014-05", "2014-05", true),
            ("2014-05/2014-08", "2014-06", "2014-06", true),
            ("2014-05", "2014-06", "2015", false),
        ] {
            let days = |date| days(date).expect("a date");
            let (date_days, (from_day, _), (_, to_day)) = (days(date), days(from), days(to));
            assert_eq!(is_since(date_days, from_day) && is_until(date_days, to_day), fits, "{date} in {from} to {to}");
        }
    }
}
