//! Dates in words.

use entente_text::PartialDate;
use entente_text::date::Point;

use super::{NO_DATE, month, ordinal};

/// That no date is printed; with the edition of the book that the document is from.
#[must_use]
pub fn no_date(edition: Option<&str>) -> String {
    let edition = edition.map(|edition| ["; edition ", edition].concat()).unwrap_or_default();
    [NO_DATE, &edition].concat()
}

/// What the form of a date says, for those who do not see it.
#[must_use]
pub fn date_reading(form: &str) -> &'static str {
    match form {
        "month" => " (day not stated)",
        "year" => " (year only)",
        "taken" => " (year inferred)",
        "open" => " (not stated in full)",
        "supplied" => " (given by whoever made this file)",
        _ => "",
    }
}

/// A date in words: "28 Jun 2016", "Aug 2014", "May–Aug 2014", "2 Aug, no year"; a year that is taken from
/// elsewhere, and all that is supplied, is in brackets.
#[must_use]
pub fn date(date: PartialDate, form: &str) -> String {
    let text = match date {
        PartialDate::At(at @ Point { year: Some(year), .. }) if form == "taken" => {
            let year = year.to_string();
            point(at).replace(&year, &["[", &year, "]"].concat())
        }
        PartialDate::At(at) => point(at),
        PartialDate::Between(from, to) => {
            let same_year = from.year.is_some() && from.year == to.year;
            match ((from.month, from.day), (to.month, to.day)) {
                ((Some(first), None), (Some(_), None)) if same_year => [month(first), "–", &point(to)].concat(),
                ((Some(first), Some(day)), (Some(last), Some(_))) if same_year && first == last => {
                    [&day.to_string(), "–", &point(to)].concat()
                }
                ((Some(first), Some(day)), (Some(_), Some(_))) if same_year => {
                    [&day.to_string(), " ", month(first), " – ", &point(to)].concat()
                }
                _ => [&point(from), " – ", &point(to)].concat(),
            }
        }
        PartialDate::Since(from) => ["since ", &point(from)].concat(),
        PartialDate::Until(to) => ["until ", &point(to)].concat(),
    };
    if form == "supplied" { ["[", &text, "]"].concat() } else { text }
}

fn point(at: Point) -> String {
    let month = at.month.map(month);
    match (at.year, month, at.day) {
        (Some(year), Some(month), Some(day)) => format!("{day} {month} {year}"),
        (Some(year), Some(month), None) => format!("{month} {year}"),
        (Some(year), ..) => year.to_string(),
        (None, Some(month), Some(day)) => format!("{day} {month}, no year"),
        (None, Some(month), None) => format!("{month}, no year"),
        (None, None, Some(day)) => format!("{}, no month or year", ordinal(day)),
        (None, None, None) => NO_DATE.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::date;

    #[test]
    fn a_date_says_how_much_of_it_is_known() {
        for (text, form, expected) in [
            ("2016-06-28", "day", "28 Jun 2016"),
            ("2016-06-29", "taken", "29 Jun [2016]"),
            ("2023-12", "supplied", "[Dec 2023]"),
            ("2014-08", "month", "Aug 2014"),
            ("2014", "year", "2014"),
            ("2009/..", "interval", "since 2009"),
            ("2014-05/2014-08", "interval", "May–Aug 2014"),
            ("2013-05/2014-08", "interval", "May 2013 – Aug 2014"),
            ("2014-08-18/2014-08-22", "interval", "18–22 Aug 2014"),
            ("2014-05-28/2014-06-02", "interval", "28 May – 2 Jun 2014"),
            ("2013-12-30/2014-01-02", "interval", "30 Dec 2013 – 2 Jan 2014"),
            ("XXXX-08-02", "open", "2 Aug, no year"),
            ("XXXX-XX-08", "open", "8th, no month or year"),
        ] {
            assert_eq!(date(text.parse().expect("a date"), form), expected);
        }
    }
}
