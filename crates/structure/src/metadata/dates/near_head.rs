//! Days that stand at the head without a label: after words, after a place, beside a number or an hour.
//!
//! In: cells at the head, the opening. Out: the document's day.

use std::ops::Range;

use entente_corpus::{Basis, DocumentKind, MetadataField, Metadatum, PassageKind};
use entente_language::tokenize;
use entente_language::values::{Printed, find_dates, parse_date};
use entente_text::fold::fold;
use entente_text::{PartialDate, Precision};

use super::super::cells::LineCell;
use super::super::opening::Opening;
use super::super::roles::{Role, role};
use super::super::{add_date, datelines};
use super::{MAX_BYLINE_CHARS, dated, full};
use crate::word_lists::word_list;

/// Fields of a date, and the list of words that stand before it at the top of a document.
const BEFORE: &[(MetadataField, &str)] = &[
    (MetadataField::Date, "before-date-of-issue"),
    (MetadataField::Updated, "before-date-of-change"),
    (MetadataField::Tabled, "before-date-of-tabling"),
    (MetadataField::Event, "before-date-of-event"),
];

/// Words of a place before a date.
const PLACE: usize = 4;

/// A place with a day at the head or before the first sentence, or a day beside the document's number or its kind.
pub(super) fn placed<'a>(head: impl Iterator<Item = &'a LineCell<'a>>, opening: &Opening, all: &mut Vec<Metadatum>) {
    if dated(all) {
        return;
    }
    let mut beside = None;
    for cell in head {
        if let Some((range, date)) = datelines::line(cell.text).or_else(|| datelines::at_start(cell.text)) {
            return add_date(all, MetadataField::Date, cell.fact(date, Basis::Stated, "dateline", range));
        }
        let role = role(cell.text);
        // "Embargoed until 12am 27 January 2003", "Minister for Ports 27 December 2013".
        let last = |(range, _): &(Range<usize>, PartialDate)| range.end == cell.text.trim_end().len();
        if beside.is_none() && matches!(role, Role::ReleaseNote | Role::DeliveryNote | Role::PaperNote | Role::Office) {
            let found = datelines::first_day(cell.text).filter(last);
            beside = found.and_then(|(range, date)| cell.fact(date, Basis::Stated, "date-after-issuer", range));
        }
        // "1. Minutes of 14 March" on an agenda are those of the meeting before.
        let listed = cell.kind == PassageKind::Item || cell.is_numbered();
        if beside.is_none() && !listed && matches!(role, Role::Symbol | Role::Kind(_)) {
            // "Tabled on 2 May 2014" says what happened on its day; a number is printed without small letters.
            beside = datelines::first_day(cell.text)
                .filter(|(range, _)| role != Role::Symbol || !cell.text[..range.start].contains(char::is_lowercase))
                .and_then(|(range, date)| cell.fact(date, Basis::Stated, "date-beside-number-or-kind", range));
        }
    }
    let begun = opening.body.iter().take(2).find_map(|line| {
        let (range, date) = datelines::at_start(&line.reading.text)?;
        line.fact(date, Basis::Stated, "dateline", range)
    });
    add_date(all, MetadataField::Date, begun.or(beside));
}

/// "Assented to 3 May 2016", "Accra, 7 November 2018": words, or a place, that a date follows to the end of the line.
pub(super) fn before_date(cell: &LineCell, all: &mut Vec<Metadatum>) {
    let bare = cell.text.trim_matches(['(', ')', '[', ']', '*', ' ', '.']);
    if bare.chars().count() > MAX_BYLINE_CHARS {
        return;
    }
    let start = cell.text.find(bare).unwrap_or(0);
    let folded = fold(bare);
    for (field, list) in BEFORE {
        for label in word_list(list).iter().filter(|label| folded.starts_with(**label)) {
            let words = label.split(' ').count();
            let at = bare.match_indices(' ').nth(words - 1).map(|(at, _)| at + 1);
            let date = at.and_then(|at| Some((at, parse_date(&bare[at..])?)));
            if let Some((at, date)) = date {
                let range = start + at..start + bare.len();
                return add_date(all, *field, cell.fact(date, Basis::Stated, "date-behind-words", range));
            }
        }
    }
    let Some((place, date)) = bare.split_once(',').filter(|_| !dated(all)) else { return };
    let named = place.split(' ').count() <= PLACE && place.split(' ').all(|word| word.starts_with(char::is_uppercase));
    if let Some(day) =
        parse_date(date).filter(|date| named && date.precision() == Precision::Day && parse_date(bare).is_none())
    {
        let range = start + bare.len() - date.trim_start().len()..start + bare.len();
        add_date(all, MetadataField::Date, cell.fact(day, Basis::Stated, "date-behind-place", range));
    }
}

/// "2012年11月16日,外交部发言人主持例行记者会。": a record that begins with the day on which it was spoken.
pub(super) fn told_first(opening: &Opening, all: &mut Vec<Metadatum>) {
    let Some(first) = opening.body.first() else { return };
    let sentence = first.reading.text.split('。').next().unwrap_or_default();
    let day = datelines::first_day(sentence).filter(|(range, _)| range.start == 0);
    let spoken = matches!(
        super::super::kind::of_title(sentence),
        Some(DocumentKind::QAndA | DocumentKind::Speech | DocumentKind::Minutes)
    );
    if let Some((range, date)) = day.filter(|_| spoken) {
        add_date(all, MetadataField::Date, first.fact(date, Basis::Stated, "day-of-what-was-spoken", range));
    }
}

/// Where "2012-06-04 09:20" stands in `text`.
pub(super) fn timestamp(text: &str) -> Option<std::ops::Range<usize>> {
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

/// "7 March 2012 15:16", "10:26, February 28, 2019", "26 March 2015, 12:12 pm Press Release: Port Office": a day in words beside a time of day.
pub(super) fn timed(text: &str) -> Option<(Range<usize>, PartialDate)> {
    let clock = |words: &str| {
        let digits = |part: &str, count: std::ops::RangeInclusive<usize>| {
            count.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
        };
        let time = words.trim_end_matches(',').split_once(':');
        time.is_some_and(|(hour, minute)| digits(hour, 1..=2) && digits(minute, 2..=2))
    };
    let found = find_dates(&tokenize(text)).into_iter().next()?;
    let Printed::Date(date) = found.value else { return None };
    let (before, after) = (&text[..found.range.start], &text[found.range.end..]);
    // After a comma it is when something is held, unless the kind of what was published follows.
    let published = || {
        let (_, rest) = after.strip_prefix(", ")?.split_once(' ').filter(|(hour, _)| clock(hour))?;
        let rest = rest.strip_prefix("am").or_else(|| rest.strip_prefix("pm")).unwrap_or(rest);
        let (_, rest) = super::super::kind::named_at_start(rest.trim_start())?;
        rest.starts_with(':').then_some(())
    };
    let beside = after.split_whitespace().next().is_some_and(clock)
        || published().is_some()
        || before.trim_end().ends_with(',') && before.split_whitespace().next_back().is_some_and(clock);
    (beside && full(date)).then_some((found.range, date))
}
