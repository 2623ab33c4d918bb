//! What was held was held before the document that reports it.
//!
//! In: an occasion whose year or month is inferred. Out: the same in the last such year, or without the inferred part, where the
//! nearest one would be after the document.

use entente_corpus::{Basis, EngagementStatus, Fact};
use entente_text::PartialDate;
use entente_text::date::Point;

use super::draft::EventDraft;
use crate::view::View;

/// Days after the document on which an occasion may still have been held: where it is morning elsewhere, it is another day.
const MAX_DAYS_AFTER: i8 = 1;
/// The rule of a year or month that the document's date gives.
const INFERRED: &str = "year-of-document";
/// Letters that a month's name has, at least; "8th" has fewer.
const MIN_MONTH_LETTERS: usize = 3;

/// Moves an inferred date of an occasion that was held before the document's own.
pub(crate) fn keep_before_document(view: &View, draft: &mut EventDraft) {
    let Some(PartialDate::At(own)) = view.date() else { return };
    let held = draft.status == Some(EngagementStatus::Held);
    let Some(date) = draft.date.as_mut().filter(|date| held && date.rule == INFERRED) else { return };
    let (PartialDate::At(first) | PartialDate::Between(first, _)) = date.value else { return };
    if !is_after(first, own) {
        return;
    }
    let words = date.evidence.first().map_or("", |place| place.span.of(&view.body.text));
    if prints_month(words) {
        if let Some(value) = year_before(date.value) {
            date.value = value;
        }
    } else if let Some(bare) = Point::new(None, None, first.day) {
        // Which month is meant is not known.
        *date = Fact {
            value: PartialDate::At(bare),
            basis: Basis::Stated,
            rule: "date-in-sentence".to_owned(),
            evidence: std::mem::take(&mut date.evidence),
        };
    }
}

/// True if `point` is later than the day after the document's `own` date, or than its month where no day is known.
fn is_after(point: Point, own: Point) -> bool {
    let Some(latest) = own.day.and_then(|_| own.plus_days(MAX_DAYS_AFTER)) else {
        return (point.year, point.month) > (own.year, own.month);
    };
    point > latest
}

/// True for "2 August", "8월 2일"; false for "the 8th".
fn prints_month(words: &str) -> bool {
    let longest = words.split(|c: char| !c.is_alphabetic()).map(|word| word.chars().count()).max().unwrap_or(0);
    let digits = words.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty()).count();
    longest >= MIN_MONTH_LETTERS || digits > 1 || words.contains(['월', '月'])
}

/// The same days a year earlier; `None` if the year has no such day.
fn year_before(date: PartialDate) -> Option<PartialDate> {
    let before = |point: Point| Point::new(Some(point.year?.checked_sub(1)?), point.month, point.day);
    match date {
        PartialDate::At(point) => before(point).map(PartialDate::At),
        PartialDate::Between(from, to) => Some(PartialDate::Between(before(from)?, before(to)?)),
        PartialDate::Since(_) | PartialDate::Until(_) => None,
    }
}
