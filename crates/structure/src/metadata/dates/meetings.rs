//! Days of the meeting that a document reports, and documents that are dated by their meeting.
//!
//! In: cells at the head. Out: the day of the event, and the date of minutes and reports.

use entente_corpus::{Basis, DocumentKind, MetadataField, Metadatum};
use entente_language::tokenize;
use entente_language::values::{Printed, find_dates};
use entente_text::Precision;
use entente_text::fold::fold;

use super::super::cells::LineCell;
use super::super::{add_date, datelines};
use super::full;
use crate::word_lists::word_list;

/// A line that says where and when something was held is at most this long.
const MAX_HELD_CHARS: usize = 120;

/// What comes out of a meeting is of its last day: a report of a meeting with its place and days below the title.
pub(super) fn days_of_its_meeting<'a>(head: impl Iterator<Item = &'a LineCell<'a>>, all: &mut Vec<Metadatum>) {
    let mut tells = false;
    for cell in head {
        let folded = fold(cell.text);
        let days = datelines::last_of_days(cell.text).filter(|_| tells);
        if let Some((range, date)) = days {
            return add_date(
                all,
                MetadataField::Date,
                cell.fact(date, Basis::Inferred, "last-day-of-its-meeting", range),
            );
        }
        // The kinds are looked for last: that takes the longest.
        let held = !tells && folded.split(' ').any(|word| word_list("meeting-held").contains(&word));
        tells |= held && super::super::kind::of_title(cell.text).is_some();
    }
}

/// "Held in Valletta on 12 March 2019", "Séance publique tenue le 20 juin": the day of a meeting, at the top.
pub(super) fn held<'a>(head: impl Iterator<Item = &'a LineCell<'a>>, all: &mut Vec<Metadatum>) {
    if all.iter().any(|datum| datum.field == MetadataField::Event) {
        return;
    }
    for cell in head.filter(|cell| cell.text.chars().count() <= MAX_HELD_CHARS) {
        let words = tokenize(cell.text);
        let told = words.tokens.iter().find(|word| word_list("meeting-held").contains(&&*word.folded));
        let Some(from) = told.map(|word| word.span.end) else { continue };
        let found = find_dates(&words).into_iter().find(|when| when.range.start >= from);
        let Some((Printed::Date(date), range)) = found.map(|when| (when.value, when.range)) else { continue };
        if matches!(date.precision(), Precision::Day | Precision::Interval | Precision::Open) {
            add_date(all, MetadataField::Event, cell.fact(date, Basis::Stated, "day-of-the-meeting", range));
            return;
        }
    }
}

/// "Minutes of the meeting held on 20 May 2010": minutes are of the day of their meeting.
pub(super) fn minutes<'a>(mut head: impl Iterator<Item = &'a LineCell<'a>>, all: &mut Vec<Metadatum>) {
    let event = all.iter().find(|datum| datum.field == MetadataField::Event).cloned();
    let Some((event, day)) = event.and_then(|event| Some((event.fact, event.date.filter(|day| full(*day))?))) else {
        return;
    };
    let recorded = head.any(|cell| {
        let stands = cell.whole((), Basis::Stated, "").is_some_and(|fact| {
            event.evidence.iter().all(|place| fact.evidence.iter().any(|whole| whole.span.contains(place.span)))
        });
        stands
            && super::super::kind::of_title(cell.text.split(',').next().unwrap_or_default())
                == Some(DocumentKind::Minutes)
    });
    if recorded {
        let rule = "day-of-its-meeting".to_owned();
        let fact = entente_corpus::Fact { value: day, basis: Basis::Stated, rule, evidence: event.evidence };
        add_date(all, MetadataField::Date, Some(fact));
    }
}
