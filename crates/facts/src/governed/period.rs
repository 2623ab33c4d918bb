//! By when or when a statement itself says that it is done: "by 2027", "from 2025 to 2030".
//!
//! A date of another noun, clause or name is not the statement's period.

mod relative;

use std::ops::Range;

use entente_corpus::Fact;
use entente_language::grammars::{Reading, Relation};
use entente_language::{Class, Factuality, Gap, SlotRole, Tag};
use entente_text::PartialDate;

use super::{clauses_of, clauses_of_reading, governed_slots, slots_of_objects};
use crate::occasions::frames::{is_in_set, set_words};
use crate::occasions::setting::{dates_message, is_one_of_several};
use crate::resolve::{resolve, resolve_towards};
use crate::view::{Sentence, View};

/// The date by which or at which the verb of the statement itself says that it is done: "by 2027", "from 2025 to 2030", "in
/// 2026". Never "since", nor a date of another noun, clause or name.
pub(crate) fn find_period(view: &View, sentence: &Sentence, verb: &Range<usize>) -> Option<Fact<PartialDate>> {
    period_of(view, sentence, verb, &clauses_of(sentence, verb))
}

/// The date of what was agreed to be done: "agreed **to meet in 2027**". The time of the agreement itself is not its period.
pub(crate) fn find_agreed_period(view: &View, sentence: &Sentence, verb: &Range<usize>) -> Option<Fact<PartialDate>> {
    let clauses = clauses_of(sentence, verb);
    let own = sentence.parse().parsed.clauses.get(*clauses.first()?)?.verb.as_ref()?;
    // "Agreed to meet" is one group of verbs, "agreed with Kenya to meet" are two clauses.
    let agreed = if own.factuality() == Factuality::Planned { &clauses[..] } else { &clauses[1..] };
    if agreed.is_empty() { None } else { period_of(view, sentence, verb, agreed) }
}

fn period_of(view: &View, sentence: &Sentence, verb: &Range<usize>, clauses: &[usize]) -> Option<Fact<PartialDate>> {
    let tokens = sentence.parse().tokens;
    let objects = slots_of_objects(sentence, clauses).into_iter();
    // "Concluded a memorandum **in July 2013**" is said of both; brackets after a noun are its own.
    let objects = objects.filter(|slot| matches!(slot.role, SlotRole::Time(Some(_))));
    // "Raised their forecast of growth in 2021": the year is that of what is forecast.
    let all = &sentence.parse().parsed.clauses;
    let aims =
        clauses.iter().filter_map(|at| all.get(*at)).flat_map(|clause| &clause.slots).any(|slot| {
            slot.role == SlotRole::Object && !slot.leading && is_in_set("forecasts", tokens.folded(slot.head))
        });
    let mut found = governed_slots(sentence, clauses).into_iter().chain(objects).filter(|slot| match slot.role {
        SlotRole::Time(_) if aims && !slot.leading => false,
        // "In response to the call for warnings **by 2027**, Norway will help": the aim of what leads the sentence.
        SlotRole::Time(Some(at)) if slot.leading && is_inside_phrase(sentence, at) => false,
        SlotRole::Time(None) => true,
        // "Support for Togo's **elections in April**": the time of what has one.
        SlotRole::Time(Some(at)) if !slot.leading && follows_event(sentence, at) => false,
        SlotRole::Time(Some(at)) => is_in_set("dates-a-promise", tokens.folded(at)),
        SlotRole::Subject | SlotRole::Object | SlotRole::Complement(_) => false,
    });
    let Some(slot) = found.next() else { return relative::find_years_ahead(view, sentence, clauses) };
    if found.next().is_some() {
        return None;
    }
    let bytes = sentence.bytes(&slot.phrase);
    let when = sentence.dates.iter().find(|date| date.range.start < bytes.end && bytes.start < date.range.end)?;
    let named = sentence.named.iter().any(|name| crate::make::overlaps(&name.range, &when.range));
    // The day of the message is not that of what it says; of several days none is the one.
    let is_another = dates_message(sentence, when) || dates_term(sentence, &when.range);
    if is_another || is_one_of_several(sentence, when) || follows_report(sentence, slot, verb) {
        return None;
    }
    let planned = clauses.first().and_then(|at| all.get(*at)?.verb.as_ref());
    let ahead = planned.is_some_and(|verb| verb.factuality() == Factuality::Planned);
    let evidence = view.evidence(sentence.passage, when.range.clone())?;
    let mut date = resolve_towards(when, view.date(), evidence, ahead)?;
    // "By September 1 of this year": a day whose year only the document gives may be an end, too.
    if let (SlotRole::Time(Some(at)), PartialDate::At(point)) = (slot.role, date.value)
        && tokens.has(at, Class::Until)
    {
        date.value = PartialDate::Until(point);
    }
    (!named && !matches!(date.value, PartialDate::Since(_))).then_some(date)
}

/// "…, the minister **said today**": the day on which something is said, not that of what is said.
fn follows_report(sentence: &Sentence, slot: &entente_language::Slot, verb: &Range<usize>) -> bool {
    let parse = sentence.parse();
    let first = match slot.role {
        SlotRole::Time(Some(preposition)) => preposition,
        SlotRole::Time(None) | SlotRole::Subject | SlotRole::Object | SlotRole::Complement(_) => slot.phrase.start,
    };
    first.checked_sub(1).is_some_and(|at| {
        let bytes = sentence.bytes(&(at..at + 1));
        let own = bytes.start < verb.end && verb.start < bytes.end;
        !own && is_in_set("quotes", parse.tokens.folded(at))
    })
}

/// As [`find_period`], by the grammar of the sentence's language.
pub(crate) fn period_by_grammar(
    view: &View,
    sentence: &Sentence,
    reading: &Reading,
    verb: &Range<usize>,
) -> Option<Fact<PartialDate>> {
    let clauses = clauses_of_reading(sentence, reading, verb);
    let mut found = clauses.into_iter().flat_map(|clause| &clause.slots).filter(|slot| {
        let relation = reading.relation(slot);
        matches!(slot.role, SlotRole::Time(_))
            && !matches!(relation, Relation::After | Relation::Before | Relation::From)
    });
    let slot = found.next().filter(|_| found.next().is_none())?;
    let bytes = sentence.reading_bytes(reading, &slot.phrase);
    let mut dates = sentence.dates.iter().filter(|date| date.range.start < bytes.end && bytes.start < date.range.end);
    let when = dates.next().filter(|_| dates.next().is_none())?;
    let mut date = resolve(when, view.date(), view.evidence(sentence.passage, when.range.clone())?)?;
    // "2027년까지": the date ends before the particle.
    let rest = sentence.text.get(when.range.end..).unwrap_or("");
    let until =
        reading.relation(slot) == Relation::Until || set_words("until-east").iter().any(|mark| rest.starts_with(mark));
    if until && let PartialDate::At(point) = date.value {
        date.value = PartialDate::Until(point);
    }
    (!matches!(date.value, PartialDate::Since(_))).then_some(date)
}

/// True for the years of an office: "presented its candidature for the **term 2021 to 2023**".
fn dates_term(sentence: &Sentence, when: &Range<usize>) -> bool {
    let before = sentence.words.partition_point(|word| word.end <= when.start).checked_sub(1);
    before.is_some_and(|at| is_in_set("terms-of-office", sentence.word(at)))
}

/// True if a noun stands right before the preposition at `at`, with no comma between.
fn is_inside_phrase(sentence: &Sentence, at: usize) -> bool {
    let parse = sentence.parse();
    let noun = at.checked_sub(1).and_then(|before| parse.parsed.tag(before)).is_some_and(Tag::is_nominal);
    let quantified = at.checked_sub(1).is_some_and(|before| parse.tokens.has(before, Class::Quantifier));
    let aims = parse.tokens.is(at, "by");
    // "Because of your **work** in 2020": a common noun has the time.
    let common = at.checked_sub(1).is_some_and(|before| {
        let is_noun = matches!(parse.parsed.tag(before), Some(Tag::Noun)) && !parse.tokens.is_capital(before);
        is_noun && parse.tokens.is(at, "in")
    });
    (aims && (noun || quantified) || common) && parse.tokens.gap(at) == Gap::Space
}

/// True if a noun for what happens by itself stands right before the preposition at `at`.
fn follows_event(sentence: &Sentence, at: usize) -> bool {
    let tokens = sentence.parse().tokens;
    at.checked_sub(1).is_some_and(|noun| is_in_set("has-time", tokens.folded(noun)) && tokens.gap(at) == Gap::Space)
}
