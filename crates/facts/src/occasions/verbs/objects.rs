//! Whom or what the verb of an occasion has as its object: who is met, where somebody travels, what is signed.

use std::ops::Range;

use entente_corpus::{EngagementKind, EntityKind};
use entente_language::verbs::Form;
use entente_language::{Class, Clause, Slot, SlotRole, Tag};
use entente_text::fold::fold;

use super::VerbEvent;
use crate::make;
use crate::occasions::frames::is_in_set;
use crate::occasions::parties::{before_topic, names_in};
use crate::occasions::setting::place_of;
use crate::view::Sentence;

/// What the verb of an occasion needs, and what it says.
pub(super) struct VerbObject {
    /// Its tokens; those of the verb if it needs no object.
    pub(super) tokens: Range<usize>,
    /// The bytes of the place that it names.
    pub(super) place: Option<Range<usize>>,
}

impl VerbEvent<'_, '_> {
    /// What the frame needs; `None` if it is not there. The first need that the frame has decides.
    pub(super) fn object(&self, slots: &[&Slot]) -> Option<VerbObject> {
        let needs = |what| self.frame.needs(what);
        if needs("means") && !self.says_means() {
            return None;
        }
        if needs("paper") {
            self.paper(slots)
        } else if needs("forces") {
            self.forces(slots)
        } else if needs("somewhere") {
            self.visited(slots)
        } else if needs("guest") {
            self.guest(slots)
        } else if needs("destination") {
            let slot = own(slots).find(|slot| self.is_destination(slot))?;
            let place = self.somewhere(slot)?;
            Some(VerbObject { tokens: slot.phrase.clone(), place: Some(place) })
        } else if needs("object") {
            let slot = direct_object(slots)?;
            let place = place_of(self.sentence, &slot.phrase)?;
            Some(VerbObject { tokens: slot.phrase.clone(), place: Some(place) })
        } else if needs("person") {
            self.person(slots)
        } else {
            self.partner(slots)
        }
    }

    fn clause(&self) -> &Clause {
        &self.sentence.parse().parsed.clauses[self.at]
    }

    /// The subject of a passive verb, the object of another.
    fn affected(&self, slots: &[&Slot]) -> Option<Range<usize>> {
        let clause = self.clause();
        if clause.verb.as_ref()?.passive {
            Some(clause.subject.clone())
        } else {
            Some(direct_object(slots)?.phrase.clone())
        }
    }

    /// "Signed **a memorandum**".
    fn paper(&self, slots: &[&Slot]) -> Option<VerbObject> {
        let parse = self.sentence.parse();
        let verb = self.clause().verb.as_ref()?;
        let phrase = self.affected(slots)?;
        let is_paper =
            |at: usize| parse.tokens.has(at, Class::Instrument) || is_in_set("papers", parse.tokens.folded(at));
        let paper = phrase.clone().any(is_paper);
        paper.then(|| VerbObject { tokens: if verb.passive { verb.tokens.clone() } else { phrase }, place: None })
    }

    /// "Deployed **troops** to Mali".
    fn forces(&self, slots: &[&Slot]) -> Option<VerbObject> {
        let tokens = self.sentence.parse().tokens;
        let phrase = self.affected(slots)?;
        let forces = phrase.clone().any(|at| is_in_set("forces", tokens.folded(at)));
        let leads_there =
            |role: &SlotRole| matches!(role, SlotRole::Complement(at) if matches!(tokens.folded(*at), "to" | "in"));
        let to = own(slots).find(|slot| leads_there(&slot.role));
        forces.then(|| VerbObject { tokens: phrase, place: to.and_then(|slot| place_of(self.sentence, &slot.phrase)) })
    }

    /// "Visited **Lima**", "visited **President Mensah**".
    fn visited(&self, slots: &[&Slot]) -> Option<VerbObject> {
        let verb = self.clause().verb.as_ref()?;
        let slot = direct_object(slots).filter(|_| !verb.passive)?;
        let place = self.somewhere(slot);
        (place.is_some() || self.names_person(slot)).then(|| VerbObject { tokens: slot.phrase.clone(), place })
    }

    /// "Received **the Ambassador of Togo, Ms Mensah**": the office leads, the name follows.
    fn guest(&self, slots: &[&Slot]) -> Option<VerbObject> {
        let verb = self.clause().verb.as_ref()?;
        let is_guest = |slot: &&Slot| {
            let office = self.sentence.parse().tokens.has(slot.head, Class::Role);
            self.is_person(slot.head) || office && self.names_person(slot)
        };
        let slot = direct_object(slots).filter(|slot| !verb.passive && is_guest(slot))?;
        let place = own(slots).filter(|slot| self.is_destination(slot)).find_map(|slot| self.somewhere(slot));
        let needed = self.frame.needs("destination");
        (place.is_some() || !needed).then(|| VerbObject { tokens: slot.phrase.clone(), place })
    }

    /// "Called **President Mensah**".
    fn person(&self, slots: &[&Slot]) -> Option<VerbObject> {
        let tokens = self.sentence.parse().tokens;
        let verb = self.clause().verb.as_ref()?;
        let slot = direct_object(slots)?;
        let more = own(slots).filter(|slot| slot.role == SlotRole::Object).count() > 1
            || is_predicated(slot, own(slots).count());
        // "This so called Smith Plan": a name that others gave.
        let is_so_called = verb.tokens.start.checked_sub(1).is_some_and(|before| tokens.is(before, "so"));
        let called = self.names_person(slot) && !more && !is_so_called;
        called.then(|| VerbObject { tokens: slot.phrase.clone(), place: None })
    }

    /// A partner: the object, or who stands after "with"; those who meet among themselves need none.
    fn partner(&self, slots: &[&Slot]) -> Option<VerbObject> {
        let sentence = self.sentence;
        let parse = sentence.parse();
        let verb = self.clause().verb.as_ref()?;
        let names = |slot: &Slot| !names_in(sentence, &slot.phrase).is_empty();
        let leads = |at: usize| self.partner_prepositions().contains(&parse.tokens.folded(at));
        let with = own(slots).find(|slot| matches!(slot.role, SlotRole::Complement(at) if leads(at)) && names(slot));
        let object = direct_object(slots);
        let met = object.filter(|slot| names(slot));
        // "Met the **requirements** of Togo": what is asked for is fulfilled.
        if met.is_some_and(|slot| is_in_set("fulfilled", parse.tokens.folded(slot.head))) {
            return None;
        }
        if let Some(slot) = with.or(met) {
            return Some(VerbObject { tokens: before_topic(sentence, &slot.phrase), place: None });
        }
        let something = object.is_some_and(|slot| !names(slot) && self.kind == EngagementKind::Meeting);
        // "To meet **21st**-century challenges": a number is met by nobody.
        let next = verb.tokens.end;
        let counted = matches!(parse.parsed.tag(next), Some(Tag::Number | Tag::Genitive | Tag::Verb(Form::Gerund, _)))
            && !names_at(sentence, next);
        // "A and B spoke by phone": those who speak among themselves need none either.
        let among = self.kind == EngagementKind::Meeting || self.frame.needs("means");
        (!something && !counted && among).then(|| VerbObject { tokens: verb.tokens.clone(), place: None })
    }

    /// True if a person is named in a phrase.
    fn names_person(&self, slot: &Slot) -> bool {
        names_in(self.sentence, &slot.phrase).iter().any(|name| name.kind == EntityKind::Person)
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
        // "Spoke to the minister **about the video**": what they spoke about is not how they spoke.
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
}

/// The slots that do not come before the verb.
fn own<'s>(slots: &'s [&'s Slot]) -> impl Iterator<Item = &'s Slot> {
    slots.iter().copied().filter(|slot| !slot.leading)
}

/// The object after the verb.
fn direct_object<'s>(slots: &'s [&'s Slot]) -> Option<&'s Slot> {
    own(slots).find(|slot| slot.role == SlotRole::Object)
}

/// True if a name begins within a few tokens of `at`: "met **3 ministers of Togo**".
fn names_at(sentence: &Sentence, at: usize) -> bool {
    sentence.actors_in(&sentence.bytes(&(at..(at + 6).min(sentence.words.len())))).next().is_some()
}

/// "Called the plan fair": more stands after the object than a call has.
fn is_predicated(slot: &Slot, slots: usize) -> bool {
    slots > 1 && slot.head + 1 < slot.phrase.end
}
