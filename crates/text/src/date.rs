//! Partial dates, in the part of EDTF (Extended Date/Time Format, ISO 8601-2:2019) that documents need.
//!
//! In: `"2016-06-29"`, `"2014-08"`, `"2014"`, `"2014-05/2014-08"`, `"2009/.."`, `"XXXX-08-02"`,
//! `"XXXX-XX-08"`. Out: the same strings. It reads no running text: recognising dates in prose is
//! the reader's work.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// How much of a date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Precision {
    /// Year, month and day.
    Day,
    /// Year and month.
    Month,
    /// The year alone.
    Year,
    /// Two ends.
    Interval,
    /// An end is open, or the year (and perhaps the month) is not known.
    Open,
}

impl Precision {
    /// The word used in exports.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Month => "month",
            Self::Year => "year",
            Self::Interval => "interval",
            Self::Open => "open",
        }
    }
}

/// A calendar point whose parts may be unknown. A known day has no meaning without its
/// month unless the month is unknown as well (`XXXX-XX-08`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Point {
    /// Four-digit year, or not known.
    pub year: Option<u16>,
    /// 1 to 12, or not known.
    pub month: Option<u8>,
    /// 1 to 31, or not known.
    pub day: Option<u8>,
}

/// A date as far as it is known.
///
/// ```
/// use entente_text::{PartialDate, Precision};
///
/// let date: PartialDate = "2014-08".parse()?;
/// assert_eq!((date.precision(), date.to_string().as_str()), (Precision::Month, "2014-08"));
/// assert!("2014-13".parse::<PartialDate>().is_err());
/// # Ok::<(), entente_text::date::DateError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(try_from = "String", into = "String")]
pub enum PartialDate {
    /// One point.
    At(Point),
    /// From one point to another, both included.
    Between(Point, Point),
    /// From a point on, with no end known.
    Since(Point),
    /// Up to a point, with no start known.
    Until(Point),
}

/// The error for a string that is not a date in one of the forms of this module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateError(String);

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:?} is not a date; write it as 2016-06-29, 2014-08, 2014, 2014-05/2014-08, 2009/.., XXXX-08-02 or XXXX-XX-08",
            self.0
        )
    }
}

impl std::error::Error for DateError {}

impl PartialDate {
    /// A day; `None` if the calendar has no such day.
    ///
    /// ```
    /// use entente_text::PartialDate;
    ///
    /// assert_eq!(PartialDate::day(2016, 2, 29).map(|date| date.to_string()).as_deref(), Some("2016-02-29"));
    /// assert_eq!(PartialDate::day(2015, 2, 29), None);
    /// ```
    #[must_use]
    pub fn day(year: u16, month: u8, day: u8) -> Option<Self> {
        Point::new(Some(year), Some(month), Some(day)).map(Self::At)
    }

    /// A month; `None` if there is no such month.
    #[must_use]
    pub fn month(year: u16, month: u8) -> Option<Self> {
        Point::new(Some(year), Some(month), None).map(Self::At)
    }

    /// A year; `None` outside 1000 to 9999.
    #[must_use]
    pub fn year(year: u16) -> Option<Self> {
        Point::new(Some(year), None, None).map(Self::At)
    }

    /// How much is known.
    ///
    /// ```
    /// use entente_text::{PartialDate, Precision};
    ///
    /// let precision = |date: &str| date.parse().map(PartialDate::precision).ok();
    /// assert_eq!(precision("2014-05/2014-08"), Some(Precision::Interval));
    /// assert_eq!(precision("XXXX-08-02"), Some(Precision::Open));
    /// ```
    #[must_use]
    pub fn precision(self) -> Precision {
        match self {
            Self::At(Point { year: None, .. }) | Self::Since(_) | Self::Until(_) => Precision::Open,
            Self::At(Point { day: Some(_), .. }) => Precision::Day,
            Self::At(Point { month: Some(_), .. }) => Precision::Month,
            Self::At(_) => Precision::Year,
            Self::Between(..) => Precision::Interval,
        }
    }

    /// First and last day (as `yyyymmdd`) that the date may mean; an open end is 0 or `u32::MAX`.
    /// `None` if the year is not known, so that nothing can be compared.
    ///
    /// ```
    /// use entente_text::PartialDate;
    ///
    /// let bounds = |date: &str| date.parse().ok().and_then(PartialDate::bounds);
    /// assert_eq!(bounds("2014-02"), Some((2014_02_01, 2014_02_28)));
    /// assert_eq!(bounds("2009/.."), Some((2009_01_01, u32::MAX)));
    /// assert_eq!(bounds("XXXX-08-02"), None);
    /// ```
    #[must_use]
    pub fn bounds(self) -> Option<(u32, u32)> {
        match self {
            Self::At(point) => Some((point.first()?, point.last()?)),
            Self::Between(from, to) => Some((from.first()?, to.last()?)),
            Self::Since(from) => Some((from.first()?, u32::MAX)),
            Self::Until(to) => Some((0, to.last()?)),
        }
    }
}

impl Point {
    /// A point of the calendar; `None` if it has no such day, or if a month is missing
    /// between a known year and a known day.
    #[must_use]
    pub fn new(year: Option<u16>, month: Option<u8>, day: Option<u8>) -> Option<Self> {
        let known = year.is_none_or(|y| (1000..=9999).contains(&y))
            && month.is_none_or(|m| (1..=12).contains(&m))
            && day.is_none_or(|d| d >= 1 && d <= days_in(year, month))
            && !(year.is_some() && month.is_none() && day.is_some())
            && (year.is_some() || day.is_some());
        known.then_some(Self { year, month, day })
    }

    /// The day of the week, from 0 for Monday; `None` if the day is not wholly known.
    ///
    /// ```
    /// use entente_text::date::Point;
    ///
    /// let weekday = |day: Option<u8>| Point::new(Some(2016), Some(6), day).and_then(Point::weekday);
    /// assert_eq!((weekday(Some(29)), weekday(None)), (Some(2), None));
    /// ```
    #[must_use]
    pub fn weekday(self) -> Option<u8> {
        let (year, month, day) = (i32::from(self.year?), i32::from(self.month?), i32::from(self.day?));
        // Zeller's congruence: the year begins in March.
        let (year, month) = if month < 3 { (year - 1, month + 12) } else { (year, month) };
        let from_saturday = (day + 13 * (month + 1) / 5 + year + year / 4 - year / 100 + year / 400) % 7;
        u8::try_from((from_saturday + 5) % 7).ok()
    }

    /// The day `days` after this one, before it if negative; at most 27 either way. `None` if the day is not wholly known.
    #[must_use]
    pub fn plus_days(self, days: i8) -> Option<Self> {
        let (year, month) = (self.year?, self.month?);
        let day = i16::from(self.day?) + i16::from(days.clamp(-27, 27));
        let length = i16::from(days_in(Some(year), Some(month)));
        let (year, month, day) = if day < 1 {
            let (year, month) = if month == 1 { (year.checked_sub(1)?, 12) } else { (year, month - 1) };
            (year, month, day + i16::from(days_in(Some(year), Some(month))))
        } else if day > length {
            let (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
            (year, month, day - length)
        } else {
            (year, month, day)
        };
        Self::new(Some(year), Some(month), Some(u8::try_from(day).ok()?))
    }

    fn first(self) -> Option<u32> {
        let year = u32::from(self.year?);
        Some(year * 10_000 + u32::from(self.month.unwrap_or(1)) * 100 + u32::from(self.day.unwrap_or(1)))
    }

    fn last(self) -> Option<u32> {
        let year = u32::from(self.year?);
        let month = self.month.unwrap_or(12);
        let day = self.day.unwrap_or(days_in(self.year, Some(month)));
        Some(year * 10_000 + u32::from(month) * 100 + u32::from(day))
    }
}

/// Days of a month; 29 for a February of no year, 31 for no month.
fn days_in(year: Option<u16>, month: Option<u8>) -> u8 {
    match month {
        Some(4 | 6 | 9 | 11) => 30,
        Some(2) if year.is_some_and(|y| !(y % 4 == 0 && (y % 100 != 0 || y % 400 == 0))) => 28,
        Some(2) => 29,
        _ => 31,
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year {
            Some(year) => write!(f, "{year:04}")?,
            None => f.write_str("XXXX")?,
        }
        match (self.month, self.day) {
            (None, None) => Ok(()),
            (Some(month), None) => write!(f, "-{month:02}"),
            (Some(month), Some(day)) => write!(f, "-{month:02}-{day:02}"),
            (None, Some(day)) => write!(f, "-XX-{day:02}"),
        }
    }
}

impl FromStr for Point {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let error = || DateError(text.to_owned());
        let mut parts = text.split('-');
        let mut part = |digits: usize| -> Result<Option<Option<u16>>, DateError> {
            match parts.next() {
                None => Ok(None),
                Some(p) if p.len() == digits && p.bytes().all(|b| b == b'X') => Ok(Some(None)),
                Some(p) if p.len() == digits && p.bytes().all(|b| b.is_ascii_digit()) => Ok(Some(p.parse().ok())),
                Some(_) => Err(error()),
            }
        };
        let year = part(4)?.ok_or_else(error)?;
        let (month, day) = (part(2)?.flatten(), part(2)?.flatten());
        let small = |n: Option<u16>| n.and_then(|n| u8::try_from(n).ok());
        if parts.next().is_some() {
            return Err(error());
        }
        Self::new(year, small(month), small(day)).ok_or_else(error)
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::At(point) => write!(f, "{point}"),
            Self::Between(from, to) => write!(f, "{from}/{to}"),
            Self::Since(from) => write!(f, "{from}/.."),
            Self::Until(to) => write!(f, "../{to}"),
        }
    }
}

impl FromStr for PartialDate {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        Ok(match text.split_once('/') {
            None => Self::At(text.parse()?),
            Some((from, "..")) => Self::Since(from.parse()?),
            Some(("..", to)) => Self::Until(to.parse()?),
            Some((from, to)) => {
                let (from, to): (Point, Point) = (from.parse()?, to.parse()?);
                match (from.first(), to.last()) {
                    (Some(first), Some(last)) if first > last => return Err(DateError(text.to_owned())),
                    _ => Self::Between(from, to),
                }
            }
        })
    }
}

impl TryFrom<String> for PartialDate {
    type Error = DateError;

    fn try_from(text: String) -> Result<Self, DateError> {
        text.parse()
    }
}

impl From<PartialDate> for String {
    fn from(date: PartialDate) -> Self {
        date.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::{PartialDate, Point, Precision};

    #[test]
    fn every_form_reads_back_as_written() {
        for (text, precision) in [
            ("2016-06-29", Precision::Day),
            ("2014-08", Precision::Month),
            ("2014", Precision::Year),
            ("2014-05/2014-08", Precision::Interval),
            ("2009/..", Precision::Open),
            ("../2009-02", Precision::Open),
            ("XXXX-08-02", Precision::Open),
            ("XXXX-XX-08", Precision::Open),
            ("2016-02-29", Precision::Day),
        ] {
            let date: PartialDate = text.parse().unwrap();
            assert_eq!(date.to_string(), text);
            assert_eq!(date.precision(), precision, "{text}");
        }
    }

    #[test]
    fn what_no_calendar_has_is_refused() {
        for text in [
            "2015-02-29",
            "2014-13",
            "2014-00",
            "14",
            "2014-06-31",
            "",
            "2014-XX-08",
            "XXXX",
            "2015/2014",
            "2014-1-1",
            "2014-01-01-01",
            "2014-é",
        ] {
            assert!(text.parse::<PartialDate>().is_err(), "{text}");
        }
    }

    #[test]
    fn bounds_cover_all_days_the_date_may_mean() {
        let bounds = |text: &str| text.parse::<PartialDate>().unwrap().bounds();
        assert_eq!(bounds("2014-02"), Some((20_140_201, 20_140_228)));
        assert_eq!(bounds("2014"), Some((20_140_101, 20_141_231)));
        assert_eq!(bounds("2009/.."), Some((20_090_101, u32::MAX)));
        assert_eq!(bounds("XXXX-08-02"), None);
    }

    #[test]
    fn days_of_the_week_are_counted_over_months_and_years() {
        let day = |year, month, day| Point::new(Some(year), Some(month), Some(day)).expect("a day");
        assert_eq!(day(2024, 2, 29).weekday(), Some(3), "a Thursday");
        assert_eq!(day(2000, 1, 1).weekday(), Some(5), "a Saturday");
        assert_eq!(day(2023, 1, 2).plus_days(-3), Some(day(2022, 12, 30)));
        assert_eq!(day(2024, 2, 27).plus_days(3), Some(day(2024, 3, 1)));
        assert_eq!(day(2022, 12, 30).plus_days(4), Some(day(2023, 1, 3)));
        assert_eq!(Point::new(Some(2022), Some(1), None).and_then(Point::weekday), None);
    }
}
