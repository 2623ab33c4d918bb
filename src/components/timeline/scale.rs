//! Maps dates to places on the axis of a chart, in percent of its width.

use entente_explore::tables::Period;
use entente_text::PartialDate;
use entente_text::date::Point;

/// Months of a year, and days of a month: every month is as wide as a month of 31 days.
const MONTHS: u32 = 12;
const DAYS: u32 = 31;

/// The width of the axis, in percent.
pub(crate) const WHOLE: f64 = 100.0;

/// The axis from the first day of one period to the last day of another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Scale {
    first: u32,
    days: u32,
}

/// A place on the axis, in percent of the width.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Extent {
    /// A day.
    Day(f64),
    /// The middle of a month, if the day is not known.
    Month(f64),
    /// A year without a month: where it begins and how wide it is.
    Year(f64, f64),
    /// From one day to another.
    Span(f64, f64),
    /// From here on, with no known end.
    Since(f64),
    /// Up to here, with no known beginning.
    Until(f64),
}

impl Scale {
    /// The axis of these periods; `None` without periods.
    pub(crate) fn new(periods: &[Period]) -> Option<Self> {
        let first = day(periods.first()?.bounds().0);
        let last = day(periods.last()?.bounds().1);
        Some(Self { first, days: (last + 1).saturating_sub(first).max(1) })
    }

    /// The place of the beginning of a day, `yyyymmdd`, in percent of the width. Days outside of the axis are at its edge.
    pub(crate) fn at(self, yyyymmdd: u32) -> f64 {
        let days = day(yyyymmdd).saturating_sub(self.first).min(self.days);
        f64::from(days) * WHOLE / f64::from(self.days)
    }

    /// The place of a date; `None` if its year is not known.
    pub(crate) fn extent(self, date: PartialDate) -> Option<Extent> {
        let (first, last) = date.bounds()?;
        let end = |day: u32| self.at(day.saturating_add(1));
        let middle = (self.at(first) + end(last)) / 2.0;
        Some(match date {
            PartialDate::At(Point { day: Some(_), .. }) => Extent::Day(middle),
            PartialDate::At(Point { month: Some(_), .. }) => Extent::Month(middle),
            PartialDate::At(_) => Extent::Year(self.at(first), end(last) - self.at(first)),
            PartialDate::Between(..) => Extent::Span(self.at(first), end(last) - self.at(first)),
            PartialDate::Since(_) => Extent::Since(self.at(first)),
            PartialDate::Until(_) => Extent::Until(end(last)),
        })
    }
}

/// A day, `yyyymmdd`, as a running number.
fn day(yyyymmdd: u32) -> u32 {
    let (year, month, day) = (yyyymmdd / 10_000, yyyymmdd / 100 % 100, yyyymmdd % 100);
    (year * MONTHS + month.clamp(1, MONTHS) - 1) * DAYS + day.max(1) - 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_lies_where_its_period_is() {
        let period = |year| Period { year, month: None, documents: Vec::new(), meetings: 0 };
        let scale = Scale::new(&[period(2010), period(2011), period(2012), period(2013)]).expect("four years");
        let extent = |date: &str| scale.extent(date.parse().expect("a date")).expect("a known year");
        assert_eq!((scale.at(20_100_101), scale.at(20_120_101), scale.at(20_140_101)), (0.0, 50.0, 100.0));
        assert_eq!(extent("2012"), Extent::Year(50.0, 25.0));
        assert_eq!(extent("2011/2012"), Extent::Span(25.0, 50.0));
        assert_eq!(extent("2013/.."), Extent::Since(75.0));
        let Extent::Month(at) = extent("2010-07") else { panic!("a month") };
        assert!((12.5..14.6).contains(&at), "{at}");
        assert!(scale.extent("XXXX-08-02".parse().expect("a date")).is_none());
        assert_eq!(scale.at(17_760_704), 0.0, "at the edge");
        assert!(Scale::new(&[]).is_none());
    }
}
