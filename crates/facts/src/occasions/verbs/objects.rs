//! Whom or what the verb of an occasion has as its object: who is met, where somebody travels, what is signed.

use std::ops::Range;

use entente_corpus::{EngagementKind, EntityKind};
use entente_language::verbs::Form;
use entente_language::{Class, ClauseKind, Slot, SlotRole, Tag};
use entente_text::fold::fold;

use super::{VerbEvent, is_predicated, names_at};
use crate::make;
use crate::occasions::frames::is_in_set;
use crate::occasions::parties::{before_topic, complement_parties, names_in};
use crate::occasions::setting::place_of;

impl VerbEvent<'_, '_> {
    /// The tokens of what the verb needs, and the place that they name; `None` if it is not there.
    pub(super) fn object(&self, slots: &[&Slot], kind: EngagementKind) -> Option<(Range<usize>, Option<Range<usize>>)> {
        let sentence = self.sentence;
        let parse = sentence.parse();
        let clause = &parse.parsed.clauses[self.at];
        let verb = clause.verb.as_ref()?;
        let own = || slots.iter().filter(|slot| !slot.leading);
        let object = || own().find(|slot| slot.role == SlotRole::Object);
        let names = |slot: &Slot| !names_in(sentence, &slot.phrase).is_empty();
        if self.frame.needs("means") && !self.says_means() {
            return None;
        }
        if self.frame.needs("paper") {
            let phrase = if verb.passive { clause.subject.clone() } else { object()?.phrase.clone() };
            let paper = phrase
                .clone()
                .any(|at| parse.tokens.has(at, Class::Instrument) || is_in_set("papers", parse.tokens.folded(at)));
            return paper.then(|| (if verb.passive { verb.tokens.clone() } else { phrase }, None));
        }
        if self.frame.needs("forces") {
            let phrase = if verb.passive { clause.subject.clone() } else { object()?.phrase.clone() };
            let forces = phrase.clone().any(|at| is_in_set("forces", parse.tokens.folded(at)));
            let to = own().find(
                |slot| matches!(slot.role, SlotRole::Complement(at) if matches!(parse.tokens.folded(at), "to" | "in")),
            );
            return forces.then(|| (phrase, to.and_then(|slot| place_of(sentence, &slot.phrase))));
        }
        if self.frame.needs("somewhere") {
            let slot = object().filter(|_| !verb.passive)?;
            let place = self.somewhere(slot);
            let somebody = names_in(sentence, &slot.phrase).iter().any(|name| name.kind == EntityKind::Person);
            return (place.is_some() || somebody).then(|| (slot.phrase.clone(), place));
        }
        if self.frame.needs("guest") {
            // "Received **the Ambassador of Togo, Ms Mensah**": the office leads, the name follows.
            let guest = |slot: &&Slot| {
                let office = parse.tokens.has(slot.head, Class::Role);
                self.is_person(slot.head)
                    || office && names_in(sentence, &slot.phrase).iter().any(|name| name.kind == EntityKind::Person)
            };
            let slot = object().filter(|slot| !verb.passive && guest(slot))?;
            let place = own().filter(|slot| self.is_destination(slot)).find_map(|slot| self.somewhere(slot));
            let needed = self.frame.needs("destination");
            return (place.is_some() || !needed).then(|| (slot.phrase.clone(), place));
        }
        if self.frame.needs("destination") {
            let slot = own().find(|slot| self.is_destination(slot))?;
            let place = self.somewhere(slot)?;
            return Some((slot.phrase.clone(), Some(place)));
        }
        if self.frame.needs("object") {
            let slot = object()?;
            let place = place_of(sentence, &slot.phrase)?;
            return Some((slot.phrase.clone(), Some(place)));
        }
        if self.frame.needs("person") {
            let slot = object()?;
            let person = names_in(sentence, &slot.phrase).iter().any(|name| name.kind == EntityKind::Person);
            let more =
                own().filter(|slot| slot.role == SlotRole::Object).count() > 1 || is_predicated(slot, own().count());
            // "This so called Smith Plan": a name that others gave.
            let is_so_called = verb.tokens.start.checked_sub(1).is_some_and(|before| parse.tokens.is(before, "so"));
            return (person && !more && !is_so_called).then(|| (slot.phrase.clone(), None));
        }
        // A partner: the object, or who stands after "with"; those who meet among themselves need none.
        let leads = |at: usize| self.partner_prepositions().contains(&parse.tokens.folded(at));
        let with = own().find(|slot| matches!(slot.role, SlotRole::Complement(at) if leads(at)) && names(slot));
        let met = object().filter(|slot| names(slot));
        // "Met the **requirements** of Togo": what is asked for is fulfilled.
        if met.is_some_and(|slot| is_in_set("fulfilled", parse.tokens.folded(slot.head))) {
            return None;
        }
        if let Some(slot) = with.or(met) {
            return Some((before_topic(sentence, &slot.phrase), None));
        }
        let something = object().is_some_and(|slot| !names(slot) && kind == EngagementKind::Meeting);
        // "To meet **21st**-century challenges": a number is met by nobody.
        let next = verb.tokens.end;
        let counted = matches!(parse.parsed.tag(next), Some(Tag::Number | Tag::Genitive | Tag::Verb(Form::Gerund, _)))
            && !names_at(sentence, next);
        // "A and B spoke by phone": those who speak among themselves need none either.
        let among = kind == EngagementKind::Meeting || self.frame.needs("means");
        (!something && !counted && among).then(|| (verb.tokens.clone(), None))
    }

    /// What leads to those with whom the subject meets or speaks.
    pub(super) fn partner_prepositions(&self) -> &'static [&'static str] {
        if self.frame.needs("means") { &["with", "alongside", "to"] } else { &["with", "alongside"] }
    }

    /// True if the sentence says that people spoke from afar, or the title does: "Readout of the President's **call with** …".
    fn says_means(&self) -> bool {
        let title = self.view.record.title.as_ref().map_or("", |title| title.value.as_str());
        let called = fold(title).split_whitespace().zip(fold(title).split_whitespace().skip(1)).any(|(one, next)| {
            is_in_set("means", one) || is_in_set("call-noun", one) && matches!(next, "with" | "between")
        });
        called || self.says_means_itself()
    }

    fn says_means_itself(&self) -> bool {
        let parse = self.sentence.parse();
        let clause = &parse.parsed.clauses[self.at];
        // "Spoke to the minister **about the video**": what they spoke about is no means.
        before_topic(self.sentence, &clause.after_verb)
            .chain(clause.before_verb.clone())
            .any(|at| is_in_set("means", parse.tokens.folded(at)))
    }

    /// True if token `at` is part of a person's name.
    fn is_person(&self, at: usize) -> bool {
        let word = self.sentence.bytes(&(at..at + 1));
        self.sentence.named.iter().any(|name| name.kind == EntityKind::Person && make::overlaps(&name.range, &word))
    }

    pub(super) fn is_destination(&self, slot: &Slot) -> bool {
        let parse = self.sentence.parse();
        let tokens = &parse.tokens;
        let verb = parse.parsed.clauses[self.at].verb.as_ref();
        let leaves = verb.is_some_and(|verb| is_in_set("leaves", verb.lemma()));
        match slot.role {
            SlotRole::Object => self.frame.needs("somewhere"),
            SlotRole::Complement(at) => {
                // "Left **for** Togo".
                let leads_there = if leaves { tokens.is(at, "for") } else { matches!(tokens.folded(at), "to" | "in") };
                self.frame.needs("destination") && leads_there && !slot.leading
            }
            _ => false,
        }
    }

    /// The place that a slot names: a country, a region, a place, or a body with a seat.
    fn somewhere(&self, slot: &Slot) -> Option<Range<usize>> {
        let bytes = self.sentence.bytes(&slot.phrase);
        // "Welcomed the envoy to the United Nations": whom a body takes in has gone nowhere.
        let seats = !self.frame.needs("guest");
        let named = self.sentence.named.iter().any(|name| {
            let is_seat = matches!(name.kind, EntityKind::Bloc | EntityKind::Agency | EntityKind::Organisation);
            bytes.start <= name.range.start
                && name.range.end <= bytes.end
                && (matches!(name.kind, EntityKind::Country | EntityKind::Place | EntityKind::Region)
                    || seats && is_seat)
        });
        named.then(|| place_of(self.sentence, &slot.phrase)).flatten()
    }

    /// Who is said to lead those who are the subject, in a participle right after it.
    pub(super) fn leaders(&self) -> Vec<entente_corpus::Party> {
        let clauses = &self.sentence.parse().parsed.clauses;
        let subject = clauses[self.at].subject.clone();
        let of_subject = clauses.iter().filter(|clause| {
            let leads = clause.verb.as_ref().is_some_and(|verb| verb.passive && is_in_set("leads", verb.lemma()));
            leads && clause.kind == ClauseKind::Participial && clause.subject == subject && !subject.is_empty()
        });
        let slots: Vec<&Slot> = of_subject.flat_map(|clause| &clause.slots).collect();
        complement_parties(self.view, self.sentence, &slots, &["by"])
    }

    /// True if the subject is several, or a body: those who can meet among themselves.
    pub(super) fn gathers(&self) -> bool {
        let parse = self.sentence.parse();
        let subject = parse.parsed.subject_of(self.at);
        let several = names_in(self.sentence, &subject).len() > 1;
        let body = subject.clone().any(|at| {
            let tokens = &parse.tokens;
            tokens.has(at, Class::PartyNoun)
                || tokens.has(at, Class::Body)
                || tokens.has(at, Class::Forum)
                || tokens.has(at, Class::Role) && tokens.folded(at).ends_with('s')
        });
        several || body
    }

    /// "With the treaty between A and B": the parties of a paper that is the object or the subject.
    pub(super) fn paper_parties(&self) -> Vec<entente_corpus::Party> {
        let parse = self.sentence.parse();
        let clause = &parse.parsed.clauses[self.at];
        let slots: Vec<&Slot> = clause.slots.iter().filter(|slot| slot.role != SlotRole::Subject).collect();
        complement_parties(self.view, self.sentence, &slots, &["between"])
    }
}
