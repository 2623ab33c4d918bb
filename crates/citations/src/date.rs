//! Dates as other programs write them.

use entente_text::PartialDate;
use entente_text::date::Point;

/// The point at which a date begins, if its year is known: all that most forms can say.
pub(crate) fn first_point(date: PartialDate) -> Option<(u16, Option<u8>, Option<u8>)> {
    let Point { year, month, day } = match date {
        PartialDate::At(at) | PartialDate::Between(at, _) | PartialDate::Since(at) => at,
        PartialDate::Until(_) => return None,
    };
    Some((year?, month, day.filter(|_| month.is_some())))
}

/// The point at which an interval ends, if its year is known; `None` if the date is not an interval.
pub(crate) fn last_point(date: PartialDate) -> Option<(u16, Option<u8>, Option<u8>)> {
    match date {
        PartialDate::Between(_, end) => first_point(PartialDate::At(end)),
        PartialDate::At(_) | PartialDate::Since(_) | PartialDate::Until(_) => None,
    }
}

/// How much of a date is to be shown as known otherwise than by its own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateForm {
    /// As it is printed.
    Printed,
    /// Its year is taken from elsewhere.
    YearTaken,
    /// It is supplied by the packer.
    Supplied,
}

/// A date in words: "28 Jun 2016", "Aug 2014", "May–Aug 2014", "2 Aug, no year". A year that is taken from elsewhere, and all that is
/// supplied, is in brackets.
#[must_use]
pub fn date_words(date: PartialDate, form: DateForm) -> String {
    let text = match date {
        PartialDate::At(at @ Point { year: Some(year), .. }) if form == DateForm::YearTaken => {
            point(at).replace(&year.to_string(), &format!("[{year}]"))
        }
        PartialDate::At(at) => point(at),
        PartialDate::Between(from, to) => {
            let same_year = from.year.is_some() && from.year == to.year;
            match ((from.month, from.day), (to.month, to.day)) {
                ((Some(first), None), (Some(_), None)) if same_year => format!("{}–{}", month(first), point(to)),
                ((Some(first), Some(day)), (Some(last), Some(_))) if same_year && first == last => {
                    format!("{day}–{}", point(to))
                }
                ((Some(first), Some(day)), (Some(_), Some(_))) if same_year => {
                    format!("{day} {} – {}", month(first), point(to))
                }
                _ => format!("{} – {}", point(from), point(to)),
            }
        }
        PartialDate::Since(from) => format!("since {}", point(from)),
        PartialDate::Until(to) => format!("until {}", point(to)),
    };
    if form == DateForm::Supplied { format!("[{text}]") } else { text }
}

/// A month, by its number from 1.
fn month(n: u8) -> &'static str {
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    MONTHS.get(usize::from(n).wrapping_sub(1)).copied().unwrap_or("")
}

fn point(at: Point) -> String {
    match (at.year, at.month.map(month), at.day) {
        (Some(year), Some(month), Some(day)) => format!("{day} {month} {year}"),
        (Some(year), Some(month), None) => format!("{month} {year}"),
        (Some(year), ..) => year.to_string(),
        (None, Some(month), Some(day)) => format!("{day} {month}, no year"),
        (None, Some(month), None) => format!("{month}, no year"),
        (None, None, Some(day)) => format!("day {day}, no month or year"),
        (None, None, None) => "date not printed".to_owned(),
    }
}
