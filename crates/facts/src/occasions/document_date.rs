//! Dates that only the document's own date completes: "today", "on Tuesday", "in May". All of them are inferred.

use std::cmp::Ordering;

use entente_corpus::{Basis, Fact};
use entente_language::values::weekday as weekday_named;
use entente_language::{Slot, SlotRole};
use entente_text::PartialDate;
use entente_text::date::Point;

use super::setting::{find_month, is_today};
use crate::view::{Sentence, View};

/// Days of a week.
const WEEK: i8 = 7;

/// Months that an occasion may be past, if nothing says that it is past.
const MAX_MONTHS_PAST: u8 = 6;

/// The date that the words around an occasion and the document's own date give together. `clause` is the clause that reports it,
/// `slots` are those that may date it; `planned` is `None` if nothing says whether it is still to come. `None` where the
/// document has no date of its own.
pub(crate) fn complete_date(
    view: &View,
    sentence: &Sentence,
    clause: Option<usize>,
    slots: &[&Slot],
    planned: Option<bool>,
) -> Option<Fact<PartialDate>> {
    month(view, sentence, slots, planned)
        .or_else(|| weekday(view, sentence, slots, planned.unwrap_or_default()))
        .or_else(|| today(view, sentence).filter(|_| is_today(sentence, clause)))
}

/// The day of the document, where a sentence says "today".
pub(crate) fn today(view: &View, sentence: &Sentence) -> Option<Fact<PartialDate>> {
    let evidence = view.evidence(sentence.passage, sentence.range.clone())?;
    Some(Fact::new(PartialDate::At(own_day(view)?), Basis::Inferred, "today", evidence))
}

fn own_day(view: &View) -> Option<Point> {
    match view.date() {
        Some(PartialDate::At(point)) if point.day.is_some() => Some(point),
        _ => None,
    }
}

/// "On Tuesday": the last such day up to the document's own, or the next one for what is planned.
fn weekday(view: &View, sentence: &Sentence, slots: &[&Slot], planned: bool) -> Option<Fact<PartialDate>> {
    let tokens = &sentence.parse().tokens;
    let (named, bytes) = slots.iter().find_map(|slot| {
        let led = matches!(slot.role, SlotRole::Complement(at) if tokens.is(at, "on")) && slot.phrase.len() == 1;
        let named = weekday_named(tokens.folded(slot.phrase.start)).filter(|_| led)?;
        Some((i8::try_from(named).ok()?, sentence.bytes(&slot.phrase)))
    })?;
    let own = own_day(view)?;
    let after = (i8::try_from(own.weekday()?).ok()? - named).rem_euclid(WEEK);
    let days = if planned { (WEEK - after) % WEEK } else { -after };
    let evidence = view.evidence(sentence.passage, bytes)?;
    Some(Fact::new(PartialDate::At(own.plus_days(days)?), Basis::Inferred, "weekday-of-document", evidence))
}

/// The year of a month without one: of the last such month before the document's date, or the next one after it for what is
/// planned.
fn month(view: &View, sentence: &Sentence, slots: &[&Slot], planned: Option<bool>) -> Option<Fact<PartialDate>> {
    let (month, bytes) = find_month(sentence, slots)?;
    let Some(PartialDate::At(own)) = view.date() else { return None };
    let (year, own_month) = own.year.zip(own.month)?;
    // "Funds a conference in November", said in September: it may be past or to come.
    if planned.is_none() && (own_month + 12 - month) % 12 > MAX_MONTHS_PAST {
        return None;
    }
    let year = match (planned.unwrap_or_default(), month.cmp(&own_month)) {
        (false, Ordering::Greater) => year.checked_sub(1)?,
        (true, Ordering::Less) => year + 1,
        _ => year,
    };
    let evidence = view.evidence(sentence.passage, bytes)?;
    Some(Fact::new(PartialDate::month(year, month)?, Basis::Inferred, "month-of-document", evidence))
}
