//! The document's own date: one that stands where documents print theirs.

use entente_corpus::{Basis, Metadatum, PassageKind};
use entente_text::PartialDate;
use entente_text::fold::fold;

use super::{Line, add_date};

/// Labels before a date, and the field it fills.
const LABELS: &[(&str, &str)] = &[
    ("date", "date"),
    ("dated", "date"),
    ("issued", "date"),
    ("date of issue", "date"),
    ("published", "date"),
    ("release date", "date"),
    ("날짜", "date"),
    ("일자", "date"),
    ("작성일", "date"),
    ("등록일", "date"),
    ("last updated", "updated"),
    ("updated", "updated"),
    ("calendar year", "period"),
    ("period", "period"),
];
/// A date alone on a line counts as the document's among this many first passages.
const WITHIN: usize = 12;
/// A line with a source, an author and a time is at most this long.
const LONGEST_BYLINE: usize = 100;

/// Finds the dates that are the document's own.
pub(crate) fn read(lines: &[Line], all: &mut Vec<Metadatum>) {
    for (n, line) in lines.iter().enumerate() {
        let text = &line.reading.text;
        // A heading that is a label, with the date below.
        if let Some(field) = label(text).filter(|_| line.kind == PassageKind::Heading)
            && let Some(next) = lines.get(n + 1)
            && let Some(date) = parse(&next.reading.text)
        {
            add_date(all, field, next.whole(date, Basis::Stated, "date-under-label"));
        }
        // A label and the date on one line.
        if let Some((name, rest)) = text.split_once(':')
            && let Some(field) = label(name)
            && let Some(date) = parse(rest)
        {
            let at = text.len() - rest.trim_start().len();
            add_date(all, field, line.fact(date, Basis::Stated, "date-behind-label", at..text.len()));
        }
    }
    let head = || lines.iter().filter(|line| line.kind != PassageKind::Furniture).take(WITHIN);
    let alone = head().filter_map(|line| {
        parse(&line.reading.text)
            .filter(|date| full(*date))
            .and_then(|date| line.whole(date, Basis::Stated, "date-alone-on-a-line"))
    });
    let alone: Vec<_> = alone.collect();
    for fact in alone {
        if !all.iter().any(|datum| datum.field == "date" && datum.fact.evidence == fact.evidence) {
            add_date(all, "date", Some(fact));
        }
    }
    // A time of day is printed where something was published, beside a source or an author.
    if !all.iter().any(|datum| datum.field == "date") {
        let byline = head().filter(|line| line.reading.text.chars().count() <= LONGEST_BYLINE);
        let stamped = byline.filter_map(|line| {
            let range = timestamp(&line.reading.text)?;
            let date = parse(&line.reading.text[range.clone()])?;
            line.fact(date, Basis::Stated, "timestamp-near-title", range)
        });
        let stamped: Vec<_> = stamped.collect();
        stamped.into_iter().for_each(|fact| add_date(all, "date", Some(fact)));
    }
    from_title(all);
}

/// Where "2012-06-04 09:20" stands in `text`.
fn timestamp(text: &str) -> Option<std::ops::Range<usize>> {
    const SHAPE: &[u8] = b"dddd-dd-dd dd:dd";
    let fits = |window: &[u8]| {
        window.iter().zip(SHAPE).all(|(byte, shape)| match shape {
            b'd' => byte.is_ascii_digit(),
            b'-' => matches!(byte, b'-' | b'.' | b'/'),
            b' ' => matches!(byte, b' ' | b'T'),
            shape => byte == shape,
        })
    };
    let start = text.as_bytes().windows(SHAPE.len()).position(fits)?;
    let before = start.checked_sub(1).and_then(|at| text.as_bytes().get(at));
    let whole = before.is_none_or(|byte| !byte.is_ascii_alphanumeric());
    whole.then_some(start..start + SHAPE.len())
}

/// A year that opens the title is the plan's or the report's year.
fn from_title(all: &mut Vec<Metadatum>) {
    let Some(title) = all.iter().find(|datum| datum.field == "title").map(|datum| datum.fact.clone()) else { return };
    let year = title
        .value
        .get(..4)
        .filter(|_| title.value.as_bytes().get(4) == Some(&b' '))
        .and_then(|year| year.parse().ok());
    let date = year.filter(|year| (1900..2100).contains(year)).and_then(PartialDate::year);
    let fact = date.map(|value| entente_corpus::Fact {
        value,
        basis: title.basis,
        rule: "year-in-title".to_owned(),
        evidence: title.evidence,
    });
    add_date(all, "date", fact);
}

fn full(date: PartialDate) -> bool {
    matches!(date.precision(), entente_text::Precision::Day | entente_text::Precision::Month)
}

fn label(text: &str) -> Option<&'static str> {
    let folded = fold(text.trim().trim_end_matches(':'));
    LABELS.iter().find(|(label, _)| *label == folded).map(|(_, field)| *field)
}

/// The date that `text` is, whole: "2016-06-28 12:00:00", "9 April 1981", "May 1993", "2010. 11. 15.",
/// "2024년 3월 5일", "2014".
pub(crate) fn parse(text: &str) -> Option<PartialDate> {
    let text = text.trim();
    if text.len() > 60 {
        return None;
    }
    let folded = fold(text);
    let parts: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    korean(&folded).or_else(|| numeric(&parts, &folded)).or_else(|| worded(&parts))
}

fn korean(text: &str) -> Option<PartialDate> {
    let (year, rest) = text.split_once(['년', '年'])?;
    let year = year.trim().parse().ok()?;
    let Some((month, rest)) = rest.split_once(['월', '月']) else {
        return rest.trim().is_empty().then(|| PartialDate::year(year)).flatten();
    };
    let month = month.trim().parse().ok()?;
    match rest.split_once(['일', '日']) {
        Some((day, _)) => PartialDate::day(year, month, day.trim().parse().ok()?),
        None => rest.trim().is_empty().then(|| PartialDate::month(year, month)).flatten(),
    }
}

fn numeric(parts: &[&str], text: &str) -> Option<PartialDate> {
    if text.contains(['~', '–', '/']) && !text.contains(':') && parts.len() > 3 {
        return None;
    }
    // "12.11.2021": with full stops the day comes first wherever it is written.
    if let [day, month, year] = parts
        && year.len() == 4
        && text.matches('.').count() == 2
        && text.ends_with(year)
    {
        return PartialDate::day(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    }
    let year: u16 = parts.first().filter(|part| part.len() == 4)?.parse().ok()?;
    let number = |n: usize| parts.get(n).and_then(|part| part.parse::<u8>().ok());
    match parts.len() {
        1 => (1900..2100).contains(&year).then(|| PartialDate::year(year)).flatten(),
        2 => PartialDate::month(year, number(1)?),
        3 => PartialDate::day(year, number(1)?, number(2)?),
        // A time of day behind the date: "12:00:00", "t20:28:43-05:00".
        _ if text.contains(':') => {
            let day = parts.get(2)?.split('t').next()?.parse().ok()?;
            PartialDate::day(year, number(1)?, day)
        }
        _ => None,
    }
}

const MONTHS: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
const DAYS: &[&str] = &["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

fn worded(parts: &[&str]) -> Option<PartialDate> {
    let parts: Vec<&str> =
        parts.iter().copied().filter(|part| !DAYS.contains(part) && !matches!(*part, "the" | "of" | "on")).collect();
    let at = parts.iter().position(|part| month(part).is_some())?;
    let month = month(parts[at])?;
    let day = |part: &str| part.trim_end_matches(|c: char| c.is_alphabetic()).parse::<u8>().ok();
    match parts.as_slice() {
        [_, year] if at == 0 => PartialDate::month(year_of(year)?, month),
        [first, _, year] if at == 1 => PartialDate::day(year_of(year)?, month, day(first)?),
        [_, second, year] if at == 0 => PartialDate::day(year_of(year)?, month, day(second)?),
        _ => None,
    }
}

fn year_of(part: &str) -> Option<u16> {
    part.parse().ok().filter(|year| part.len() == 4 && (1000..3000).contains(year))
}

fn month(part: &str) -> Option<u8> {
    let at = MONTHS
        .iter()
        .position(|month| *month == part || (part.len() >= 3 && part.len() <= 4 && month.starts_with(part)))?;
    u8::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn dates_read_with_the_precision_printed() {
        for (text, expected) in [
            ("2016-06-28 12:00:00", Some("2016-06-28")),
            ("2025-11-13 20:28:43-05:00", Some("2025-11-13")),
            ("2022-05-13T21:33:58Z", Some("2022-05-13")),
            ("9 April 1981", Some("1981-04-09")),
            ("April 9th, 1981", Some("1981-04-09")),
            ("Monday, 13 August 2001", Some("2001-08-13")),
            ("Jan 2013", Some("2013-01")),
            ("Sept. 2014", Some("2014-09")),
            ("2010. 11. 15.", Some("2010-11-15")),
            ("2024년 3월 5일", Some("2024-03-05")),
            ("12.11.2021", Some("2021-11-12")),
            ("12/11/2021", None),
            ("2014", Some("2014")),
            ("31 January – 1 February 2015", None),
            ("31 February 2015", None),
            ("August 2", None),
            ("1540", None),
            ("Seoul, 2 May 2014 and after", None),
        ] {
            assert_eq!(parse(text).map(|date| date.to_string()).as_deref(), expected, "{text}");
        }
    }
}
