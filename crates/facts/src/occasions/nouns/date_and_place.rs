//! When and where the occasion of a noun is: what its clause, its own noun phrase and its name say.

use std::ops::Range;

use entente_corpus::{Basis, EngagementKind, EngagementStatus, EntityKind, Fact};
use entente_language::values::{DateMention as When, Printed};
use entente_language::{Governor, Slot, SlotRole};
use entente_names::gazetteer::countries::COUNTRIES;
use entente_names::gazetteer::places::PLACES;
use entente_text::PartialDate;

use super::{MIN_TARGET_YEARS, NounEvent, Telling, Told};
use crate::make;
use crate::occasions::document_date::complete_date;
use crate::occasions::parties::partners_with_dates;
use crate::occasions::setting::{find_dates, place_of};
use crate::resolve::resolve_towards;
use crate::view::Named;

impl NounEvent<'_, '_> {
    /// True for what something else is part of: "as **part of** the summit, the ministers met on 3 May".
    pub(super) fn is_whole_of_another(&self) -> bool {
        let own = self.phrase.words.start;
        let tokens = &self.sentence.parse().tokens;
        let before = own.checked_sub(1).filter(|at| tokens.has(*at, entente_language::Class::Article)).unwrap_or(own);
        before >= 2 && tokens.is(before - 1, "of") && tokens.is(before - 2, "part")
    }

    /// Dates that its own clause and noun give, then those in its name.
    pub(super) fn dates(&self, slots: &[&Slot]) -> Vec<&When> {
        let whole = self.is_whole_of_another();
        let slots: Vec<&Slot> =
            slots.iter().copied().filter(|slot| !whole || matches!(slot.governor, Governor::Noun(_))).collect();
        let slots = slots.as_slice();
        let fits = |when: &&When| !self.is_anothers(when);
        let mut out: Vec<&When> = find_dates(self.sentence, slots).into_iter().filter(fits).collect();
        if out.is_empty() {
            let name = self.sentence.bytes(&self.phrase.words);
            // "The April 2023 State Visit", "the October 27th meeting": right before the name or in it.
            let first = self.phrase.words.start;
            let beside = |when: &&When| {
                make::overlaps(&when.range, &name) || {
                    let gap = self.sentence.text.get(when.range.end..name.start).unwrap_or("-");
                    first > 0 && when.range.end <= name.start && gap.trim().is_empty() && self.is_premodifier(when)
                }
            };
            out.extend(self.sentence.dates.iter().filter(beside).filter(fits));
        }
        out
    }

    /// True if a determiner stands before the date: "**the** October 27th meeting" is one phrase, "in May talks" is not.
    pub(super) fn is_premodifier(&self, when: &When) -> bool {
        let at = self.sentence.words.partition_point(|word| word.start < when.range.start);
        let tokens = &self.sentence.parse().tokens;
        at.checked_sub(1).is_some_and(|before| {
            tokens.has(before, entente_language::Class::Determiner)
                || tokens.gap(before) == entente_language::Gap::Possessive
        })
    }

    /// True for a date that cannot be the occasion's: a year other than the one in its name, a bare year far ahead.
    pub(super) fn is_anothers(&self, when: &When) -> bool {
        // "The **first** visit since 1995": since then there was none.
        let since = matches!(when.value, Printed::Date(PartialDate::Since(_)));
        let first = self.phrase.words.start;
        let counts = (first.saturating_sub(1)..self.phrase.head).any(|at| self.sentence.word(at) == "first");
        if since && counts {
            return true;
        }
        let text = self.sentence.text.get(when.range.clone()).unwrap_or("");
        let Some(year) = text.parse::<u16>().ok().filter(|_| text.len() == 4) else { return false };
        let held = self.find_telling().is_some_and(|told| told.telling != Telling::Aside);
        self.phrase.year.is_some_and(|own| own != year) || self.is_far(year) && !held
    }

    /// True for a year so far after the text's own that it is one to aim at.
    pub(super) fn is_far(&self, year: u16) -> bool {
        let of_text = self.view.date().and_then(PartialDate::bounds).map(|(_, last)| last / 10_000);
        of_text.is_some_and(|known| u32::from(year) >= known.saturating_add(MIN_TARGET_YEARS))
    }

    pub(super) fn fact(&self, when: Option<&When>, told: Option<Told>, slots: &[&Slot]) -> Option<Fact<PartialDate>> {
        let planned =
            told.is_some_and(|told| told.status == Some(EngagementStatus::Planned)) || self.is_looked_forward_to();
        if let Some(when) = when {
            let evidence = self.view.evidence(self.sentence.passage, when.range.clone())?;
            return resolve_towards(when, self.view.date(), evidence, planned);
        }
        // "The 2030 Games" are named after their year, "PACC 2030 Summit" after a plan.
        let leads = |year: &u16| self.sentence.word(self.phrase.words.start) == year.to_string();
        let year = self.phrase.year.filter(|year| leads(year) || !self.is_far(*year)).and_then(PartialDate::year);
        if let Some(year) = year {
            let evidence = self.view.evidence(self.sentence.passage, self.sentence.bytes(&self.phrase.words))?;
            return Some(Fact::new(year, Basis::Stated, "year-in-name", evidence));
        }
        let clause = told.filter(|told| told.telling != Telling::Aside).map(|told| told.clause);
        let said = told.is_some_and(|told| told.status.is_some());
        complete_date(
            self.view,
            self.sentence,
            clause,
            slots,
            if said { Some(planned) } else { planned.then_some(true) },
        )
    }

    /// Partners that have a date each.
    pub(super) fn several(&self) -> Vec<(&Named, &When)> {
        partners_with_dates(self.sentence, &(self.phrase.words.end..self.next))
    }

    /// Where a visit goes: "his state visit to the United States".
    pub(super) fn destination(&self) -> Option<Range<usize>> {
        if self.phrase.kind != EngagementKind::Visit {
            return None;
        }
        let parse = self.sentence.parse();
        let tokens = self.noun_tokens();
        let slots = parse.parsed.clauses.iter().flat_map(|clause| clause.slots.iter());
        let to = slots.into_iter().find(|slot| {
            let led =
                matches!(slot.role, SlotRole::Complement(at) if parse.tokens.is(at, "to") && at + 1 >= tokens.end);
            led && matches!(slot.governor, Governor::Noun(noun) if tokens.contains(&noun))
        })?;
        let bytes = self.sentence.bytes(&to.phrase);
        let somewhere = self.sentence.named.iter().any(|name| {
            bytes.start <= name.range.start
                && name.range.end <= bytes.end
                && (name.is_state() || matches!(name.kind, EntityKind::Place | EntityKind::Region))
        });
        somewhere.then(|| place_of(self.sentence, &to.phrase)).flatten()
    }

    /// A city in the name, or a state that is not one of the two parties in the name.
    pub(super) fn place_in_name(&self) -> Option<Range<usize>> {
        let name = self.sentence.bytes(&self.phrase.words);
        let inside = |named: &&Named| name.start <= named.range.start && named.range.end <= name.end;
        let inside: Vec<&Named> = self.sentence.named.iter().filter(inside).collect();
        let sides = self.names_of_name();
        let beside =
            |named: &&Named| named.is_state() && sides.len() > 1 && sides.iter().all(|side| side.range != named.range);
        let city = inside.iter().find(|named| named.kind == EntityKind::Place);
        let named = city.copied().or_else(|| inside.into_iter().find(beside)).map(|named| named.range.clone());
        named.or_else(|| self.city_in_name(!sides.is_empty()))
    }

    /// "Seoul Nuclear Security Summit", "U.S.-DPRK Singapore Summit": a city at the start of the name or right before the
    /// noun; there a country, too, where the name says otherwise who meets.
    pub(super) fn city_in_name(&self, has_sides: bool) -> Option<Range<usize>> {
        let words = &self.sentence.words;
        let before = self.phrase.head.checked_sub(1).filter(|at| self.phrase.words.contains(at));
        let is_year = |at: &usize| words[*at].text.bytes().all(|b| b.is_ascii_digit());
        let first = self.phrase.words.clone().find(|at| !is_year(at)).filter(|at| *at < self.phrase.head);
        let city = |at: usize| {
            let found = PLACES.at(self.sentence.text, words, at).filter(|_| self.sentence.is_capital(at))?;
            Some(words[at].start..words.get(at + found.count - 1)?.end)
        };
        let country = || {
            let at = before.filter(|at| has_sides && self.sentence.is_capital(*at))?;
            let spaced = at > 0 && self.sentence.gap_after(at - 1) == " ";
            COUNTRIES.phrase(self.sentence.word(at)).filter(|_| spaced)?;
            Some(words[at].start..words[at].end)
        };
        first.and_then(city).or_else(|| before.and_then(city)).or_else(country)
    }

    /// True if the occasion itself stands before the verb: "On 5 May, at the summit, the ministers …".
    pub(super) fn leads(&self) -> bool {
        self.own_slot().is_some_and(|(_, slot)| slot.leading)
    }
}
