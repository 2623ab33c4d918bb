//! What a document's own date adds to a date in its text: a year, a month; always marked as inferred.
//!
//! The document's date is never the date of an event. It only says which year "June 29" lies in, and only where it is
//! known to the month itself.

use entente_corpus::{Basis, Evidence, Fact};
use entente_language::values::{DateMention as When, Printed};
use entente_text::PartialDate;
use entente_text::date::Point;

/// A bare day ("on the 8th") lies this near to the day of the document, or stays one.
const MAX_DAYS_APART: i32 = 7;

/// The date that `when` means in a document of this date; `None` where nothing places it.
pub(crate) fn resolve(when: &When, document: Option<PartialDate>, evidence: Evidence) -> Option<Fact<PartialDate>> {
    resolve_towards(when, document, evidence, false)
}

/// As [`resolve`]; of what is still to come (`ahead`), a day without its year is the next such day, not the nearest.
pub(crate) fn resolve_towards(
    when: &When,
    document: Option<PartialDate>,
    evidence: Evidence,
    ahead: bool,
) -> Option<Fact<PartialDate>> {
    let own = match document {
        Some(PartialDate::At(point)) => point.year.zip(point.month).map(|(year, month)| (year, month, point.day)),
        _ => None,
    };
    let (value, inferred) = match when.value {
        Printed::Date(date) => match own.and_then(|own| placed(date, own, ahead)) {
            Some(placed) => (placed, Some("year-of-document")),
            None => (date, None),
        },
        Printed::LastMonth(month) => {
            let (year, of, _) = own?;
            // "last August" said in August is a year ago.
            let year = if month < of { year } else { year.checked_sub(1)? };
            (PartialDate::month(year, month)?, Some("relative-to-document"))
        }
    };
    Some(match inferred {
        Some(rule) => Fact::new(value, Basis::Inferred, rule, evidence),
        None => Fact::new(value, Basis::Stated, "date-in-sentence", evidence),
    })
}

/// A date without its year, placed where it is nearest to the document's own.
fn placed(date: PartialDate, own: (u16, u8, Option<u8>), ahead: bool) -> Option<PartialDate> {
    match date {
        PartialDate::At(point) => place(point, own, ahead).map(PartialDate::At),
        PartialDate::Between(from, to) if from.year.is_none() => {
            let date = PartialDate::Between(place(from, own, ahead)?, place(to, own, ahead)?);
            date.bounds().filter(|(first, last)| first <= last).map(|_| date)
        }
        _ => None,
    }
}

fn place(point: Point, (year, month, day): (u16, u8, Option<u8>), ahead: bool) -> Option<Point> {
    match (point.year, point.month, point.day) {
        (None, Some(m), Some(d)) => {
            let here = days(year, month, day.unwrap_or(15));
            // What has just begun may still be planned.
            let may_be = |y: &u16| !ahead || days(*y, m, d) - here >= -MAX_DAYS_APART;
            let years = [year.checked_sub(1)?, year, year + 1].into_iter().filter(may_be);
            Point::new(Some(years.min_by_key(|y| (days(*y, m, d) - here).abs())?), Some(m), Some(d))
        }
        (None, None, Some(d)) => {
            let here = i32::from(day?);
            ((i32::from(d) - here).abs() <= MAX_DAYS_APART)
                .then(|| Point::new(Some(year), Some(month), Some(d)))
                .flatten()
        }
        _ => None,
    }
}

/// Days from a fixed day, near enough to compare distances of months.
fn days(year: u16, month: u8, day: u8) -> i32 {
    i32::from(year) * 365 + (i32::from(month) - 1) * 30 + i32::from(day)
}

#[cfg(test)]
mod tests {
    use super::resolve;
    use entente_corpus::{Basis, Evidence};
    use entente_language::tokenize;
    use entente_language::values::find_dates;
    use entente_text::Span;

    #[test]
    fn a_year_comes_from_the_document_only_where_its_date_is_known() {
        let cases = [
            ("on June 29, with", Some("2016-06-28"), Some(("2016-06-29", Basis::Inferred))),
            ("on January 3, with", Some("2016-12-30"), Some(("2017-01-03", Basis::Inferred))),
            ("on December 30, with", Some("2017-01-02"), Some(("2016-12-30", Basis::Inferred))),
            ("on June 29, with", Some("2016"), Some(("XXXX-06-29", Basis::Stated))),
            ("on June 29, with", None, Some(("XXXX-06-29", Basis::Stated))),
            ("in October 2015", Some("2016-06-28"), Some(("2015-10", Basis::Stated))),
            ("a meeting on the 8th to", Some("2023-12-09"), Some(("2023-12-08", Basis::Inferred))),
            ("a meeting on the 8th to", Some("2023-12-28"), Some(("XXXX-XX-08", Basis::Stated))),
            ("a meeting on the 8th to", None, Some(("XXXX-XX-08", Basis::Stated))),
            ("agreed last August", Some("2023-12-09"), Some(("2023-08", Basis::Inferred))),
            ("agreed last August", Some("2023-03-09"), Some(("2022-08", Basis::Inferred))),
            ("agreed last August", None, None),
        ];
        for (text, document, expected) in cases {
            let found = find_dates(&tokenize(text));
            let evidence = Evidence { passage: None, span: Span::new(0, text.len()) };
            let date = resolve(&found[0], document.map(|date| date.parse().expect("a date")), evidence);
            let date = date.map(|date| (date.value.to_string(), date.basis));
            assert_eq!(date.as_ref().map(|(date, basis)| (date.as_str(), *basis)), expected, "{text} in {document:?}");
        }
    }
}
