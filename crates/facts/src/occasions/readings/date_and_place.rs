//! When and where an occasion is, by what marks the phrases of its clause.

use std::ops::Range;

use entente_corpus::{EntityKind, Fact};
use entente_language::grammars::Relation;
use entente_language::values::{DateMention as When, Printed};
use entente_language::{ClauseKind, Language, Slot, SlotRole, Tag};
use entente_text::PartialDate;

use super::{Event, Occasion};
use crate::make;
use crate::occasions::document_date::today;
use crate::occasions::frames::{is_in_set, set_words};
use crate::resolve::resolve;
use crate::view::Named;

impl Event<'_, '_> {
    /// The place that a phrase names, if it names one.
    pub(super) fn somewhere(&self, phrase: &Range<usize>) -> Option<Range<usize>> {
        let bytes = self.bytes(phrase);
        if self.is_called_place(phrase) {
            return Some(self.place_bytes(phrase));
        }
        let inside = |name: &&Named| bytes.start <= name.range.start && name.range.end <= bytes.end;
        let mut names = self.sentence.named.iter().filter(inside);
        let place =
            names.find(|name| matches!(name.kind, EntityKind::Country | EntityKind::Place | EntityKind::Region))?;
        let last = self
            .sentence
            .named
            .iter()
            .filter(inside)
            .rfind(|name| matches!(name.kind, EntityKind::Country | EntityKind::Place | EntityKind::Region));
        Some(place.range.start..last.map_or(place.range.end, |last| last.range.end))
    }

    /// True if the last word of the phrase is what a place is called: "岡山県", "人民大会堂".
    pub(super) fn is_called_place(&self, phrase: &Range<usize>) -> bool {
        let Some(last) = phrase.end.checked_sub(1).filter(|last| phrase.contains(last)) else { return false };
        let printed = self.reading.tokens.printed(last);
        set_words("place-endings").iter().any(|ending| printed.ends_with(ending) && printed != *ending)
    }

    /// The slots of the clause with those that lead the clause before it, where this one has none of their kind.
    pub(super) fn settings(&self) -> Vec<&Slot> {
        let clauses = &self.reading.parsed.clauses;
        let about = |slot: &&Slot| {
            self.language() == Language::French && !slot.leading && self.reading.relation(slot) == Relation::About
        };
        // "À l'occasion de l'exposition sur la visite en France": what follows "sur" is said of that.
        let own: Vec<&Slot> = self.clause().slots.iter().take_while(|slot| !about(slot)).collect();
        if self.clause().kind != ClauseKind::Coordinate || own.iter().any(|slot| matches!(slot.role, SlotRole::Time(_)))
        {
            return own;
        }
        let first = clauses[..self.at]
            .iter()
            .rev()
            .find(|clause| matches!(clause.kind, ClauseKind::Main | ClauseKind::Coordinate));
        let leading = first.into_iter().flat_map(|clause| clause.slots.iter().filter(|slot| slot.leading));
        own.into_iter().chain(leading).collect()
    }

    /// The date of the clause or of the occasion's own phrase, and whether there are several.
    pub(super) fn date(&self, occasion: Option<&Occasion>) -> (Option<Fact<PartialDate>>, bool) {
        let fits = |slot: &&&Slot| {
            matches!(slot.role, SlotRole::Time(_))
                && matches!(
                    self.reading.relation(slot),
                    Relation::Time | Relation::In | Relation::To | Relation::Other | Relation::Topic | Relation::From
                )
        };
        // "Une visite **du 3 au 5 mars**": "du" alone before a date belongs to the noun before it.
        let is_interval = |slot: &Slot| {
            let bytes = self.bytes(&slot.phrase);
            let mut dates = self.sentence.dates.iter();
            dates.any(|date| {
                make::overlaps(&date.range, &bytes) && matches!(date.value, Printed::Date(PartialDate::Between(..)))
            })
        };
        let fits = |slot: &&&Slot| {
            fits(slot)
                || self.language() == Language::French
                    && matches!(slot.role, SlotRole::Time(_))
                    && self.reading.relation(slot) == Relation::Of
                    && is_interval(slot)
        };
        let settings = self.settings();
        let mut ranges: Vec<Range<usize>> = settings.iter().filter(fits).map(|slot| self.bytes(&slot.phrase)).collect();
        if let Some(occasion) = occasion.filter(|_| ranges.is_empty()) {
            ranges.push(self.bytes(&occasion.phrase));
        }
        let mut found: Vec<&When> = Vec::new();
        for range in &ranges {
            let dates = self.sentence.dates.iter().chain(&self.sentence.bare_days);
            found.extend(dates.filter(|date| make::overlaps(&date.range, range)));
        }
        let several = found.len() > 1;
        let date = found.first().filter(|_| !several).and_then(|when| {
            resolve(when, self.view.date(), self.view.evidence(self.sentence.passage, when.range.clone())?)
        });
        let date = date.or_else(|| {
            let says_today = settings.is_empty() || !several;
            let clause = self.clause();
            let end = clause.verb.as_ref().map_or(clause.after_verb.end, |verb| verb.tokens.end);
            let words = clause.before_verb.start.min(clause.subject.start)..end;
            let today_said = words.into_iter().any(|at| is_in_set("today", self.reading.tokens.printed(at)));
            today(self.view, self.sentence).filter(|_| says_today && today_said && found.is_empty())
        });
        (date, several)
    }

    /// Where it is.
    pub(super) fn place(&self, occasion: Option<&Occasion>) -> Option<Range<usize>> {
        let settings = self.settings();
        let fits = |slot: &&&Slot| {
            self.reading.relation(slot) == Relation::In
                && !matches!(slot.role, SlotRole::Time(_))
                && occasion.is_none_or(|occasion| occasion.phrase != slot.phrase)
        };
        // "Avant sa visite **en Arménie**, il a rencontré": the place of another occasion.
        let of_other = |slot: &&&Slot| {
            let before = settings
                .iter()
                .filter(|other| other.phrase.end <= slot.phrase.start)
                .max_by_key(|other| other.phrase.end);
            self.language() == Language::French
                && before.is_some_and(|other| {
                    other.phrase.end + 1 == slot.phrase.start
                        && occasion.is_none_or(|occasion| occasion.phrase != other.phrase)
                        && self.reading.relation(other) != Relation::Object
                        && self.occasion_in(&other.phrase).is_some()
                })
        };
        settings.iter().filter(fits).filter(|slot| !of_other(slot)).find_map(|slot| {
            if self.occasion_in(&slot.phrase).is_some() {
                return None;
            }
            let named = self.somewhere(&slot.phrase);
            let capital = self.language() == Language::French && self.reading.tokens.is_capital(slot.head);
            let somebody =
                !self.names_in(&self.bytes(&slot.phrase)).iter().all(|name| name.kind == EntityKind::Country);
            // "국제사회에서": only what is known as a place, or is called one, is a place.
            if capital && !somebody {
                return Some(self.place_bytes(&slot.phrase));
            }
            named
        })
    }

    /// The bytes of a place without the words of time before it.
    pub(super) fn place_bytes(&self, phrase: &Range<usize>) -> Range<usize> {
        let start =
            phrase.clone().find(|at| !matches!(self.reading.parsed.tag(*at), Some(Tag::Determiner | Tag::Time)));
        self.bytes(&(start.unwrap_or(phrase.start)..phrase.end))
    }
}
