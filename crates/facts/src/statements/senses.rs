//! Verbs that match a frame and mean something else with the words around them: "called on the minister", "has taken place".

use entente_corpus::EntityKind;
use entente_language::{AtomKind, Class, Clause, ClauseKind, Gap, Slot, SlotRole, Tag, Tokens};

use super::clauses::Match;
use super::frames::StatementTrigger;
use super::guards::guard;
use crate::actors::Subject;
use crate::occasions::frames::is_in_set;
use crate::occasions::guards::Guard;
use crate::view::{Named, Sentence};

/// Tokens after a verb in which its object can make it another sense.
const MAX_OBJECT_TOKENS: usize = 12;

/// The guard that refuses `found` because its verb has another sense here, or only describes.
pub(super) fn refuse_sense(sentence: &Sentence, found: &Match) -> Option<&'static Guard> {
    let parse = sentence.parse();
    let clause = parse.parsed.clauses.get(found.clause)?;
    let sense = Sense { sentence, found, tokens: parse.tokens, clause };
    if sense.takes_notice() {
        return guard("another-sense");
    }
    if sense.describes() {
        return guard("describes");
    }
    let another = sense.has_another_object()
        || sense.receives_person()
        || sense.visits_person()
        || sense.leads_own()
        || sense.is_to_me()
        || sense.calls_for_a_moment()
        || sense.pays_a_visit();
    if another { guard("another-sense") } else { None }
}

/// A verb that matches a frame, with what decides on its sense.
struct Sense<'a, 't> {
    sentence: &'a Sentence<'t>,
    found: &'a Match,
    tokens: &'a Tokens<'t>,
    clause: &'a Clause,
}

impl Sense<'_, '_> {
    /// The token after the verb and what belongs to it.
    fn end(&self) -> usize {
        self.found.verb.end
    }

    /// The last token of the verb.
    fn last(&self) -> usize {
        self.end().saturating_sub(1)
    }

    fn tag(&self, at: usize) -> Option<Tag> {
        self.sentence.parse().parsed.tag(at)
    }

    /// The lemma of the last verb; "" if it is not a known one.
    fn lemma(&self) -> &str {
        match self.tag(self.last()) {
            Some(Tag::Verb(_, Some(verb))) => verb.lemma,
            _ => "",
        }
    }

    fn objects(&self) -> impl Iterator<Item = &Slot> {
        self.clause.slots.iter().filter(|slot| slot.role == SlotRole::Object && !slot.leading)
    }

    /// True if token `at` is inside the name of a person.
    fn is_person(&self, at: usize) -> bool {
        let bytes = self.sentence.bytes(&(at..at + 1));
        self.sentence.named.iter().any(|name| {
            name.kind == EntityKind::Person && name.range.start <= bytes.start && bytes.end <= name.range.end
        })
    }

    /// "Are taking notice", "has taken place".
    fn takes_notice(&self) -> bool {
        is_in_set("takes-place", self.lemma()) && is_in_set("taken-without-deed", self.tokens.folded(self.end()))
    }

    /// "The council, established in 1978, brings", "Notice published in Oslo": an action without an object describes.
    fn describes(&self) -> bool {
        let parted = matches!(self.tokens.gap(self.found.verb.start), Gap::Comma | Gap::Break);
        let ends = matches!(self.tag(self.end()), Some(Tag::Preposition));
        self.found.frame.trigger == StatementTrigger::Deed
            && self.objects().next().is_none()
            && (parted || is_in_set("needs-object", self.lemma()) && ends)
    }

    /// "Observed a minute of silence": the frame names objects that give its verb another sense.
    fn has_another_object(&self) -> bool {
        let end = self.clause.after_verb.end.min(self.end() + MAX_OBJECT_TOKENS);
        (self.end()..end).any(|at| self.found.frame.is_another_with(self.tokens.folded(at)))
    }

    /// "Welcomed **Minister Lund** to Oslo": who receives somebody says nothing yet.
    fn receives_person(&self) -> bool {
        self.found.frame.is_another_with_persons() && self.objects().any(|slot| self.is_person(slot.head))
    }

    /// "Called on **Minister Lund**": who visits somebody says nothing yet.
    fn visits_person(&self) -> bool {
        let later = self.sentence.parse().parsed.clauses.iter().skip(self.found.clause + 1);
        let asks = || later.clone().any(|clause| clause.kind == ClauseKind::Infinitive);
        let is_on = |slot: &Slot| matches!(slot.role, SlotRole::Complement(at) if matches!(self.tokens.folded(at), "on" | "upon"));
        self.found.frame.has_slot("on")
            && !asks()
            && self.clause.slots.iter().any(|slot| is_on(slot) && self.is_person(slot.head))
    }

    /// "Directed its law school": who leads something of their own orders nobody.
    fn leads_own(&self) -> bool {
        is_in_set("leads-own", self.tokens.folded(self.last()))
            && self.tokens.has(self.end(), Class::Possessive)
            && !(self.end()..self.tokens.len()).any(|at| matches!(self.tokens.folded(at), "to" | "that"))
    }

    /// "They will allow me": what is done to the speaker alone is not a measure.
    fn is_to_me(&self) -> bool {
        self.found.frame.trigger == StatementTrigger::Modal && self.tokens.is(self.end(), "me")
    }

    /// True if the verb is "call on" or "call for".
    fn is_call(&self) -> bool {
        self.found.frame.trigger == StatementTrigger::WithWord && self.found.frame.has_slot("on")
    }

    /// "Called for a brief talk".
    fn calls_for_a_moment(&self) -> bool {
        self.is_call()
            && self.tokens.is(self.last(), "for")
            && self.tokens.has(self.end(), Class::Article)
            && is_in_set("short", self.tokens.folded(self.end() + 1))
    }

    /// "Called on the Speaker": who calls on somebody without wanting anything pays a visit.
    fn pays_a_visit(&self) -> bool {
        let tokens = self.tokens;
        if !self.is_call() || !matches!(tokens.folded(self.last()), "on" | "upon") {
            return false;
        }
        let mut rest = self.end()..tokens.len();
        let wants = rest.clone().any(|at| tokens.is(at, "to"));
        // "Called on the minister **to brief her**".
        let pays = |at: usize| tokens.is(at, "to") && is_in_set("pays-a-visit-to", tokens.folded(at + 1));
        let is_person =
            |at: usize| matches!(self.tag(at), Some(Tag::Name(AtomKind::Person))) || tokens.has(at, Class::Role);
        let to_person = (self.end()..self.clause.after_verb.end).any(is_person);
        let visits = rest.any(|at| is_in_set("courtesies", tokens.folded(at)) || to_person && pays(at));
        !wants || visits
    }
}

/// True if the speaker says how they speak: "I will make it short", "I will share with you", "I propose to confine my remarks to trade".
pub(super) fn is_of_speech(sentence: &Sentence, found: &Match, subject: &Subject) -> bool {
    let tokens = sentence.parse().tokens;
    let speaker = sentence.text.get(subject.range.clone()).is_some_and(|words| words.eq_ignore_ascii_case("i"));
    let last = found.verb.end.saturating_sub(1);
    let lemma = match sentence.parse().parsed.tag(last) {
        Some(Tag::Verb(_, Some(verb))) => verb.lemma,
        _ => tokens.folded(last),
    };
    let short = is_in_set("makes", lemma) && tokens.is(found.verb.end, "it");
    // "We’ll **turn it** over to you", "we will start now".
    let we = sentence.text.get(subject.range.clone()).is_some_and(|words| words.eq_ignore_ascii_case("we"));
    let hands_over = we && is_in_set("of-speech", lemma) && is_in_set("of-the-floor", tokens.folded(found.verb.end));
    let of_deeds = matches!(found.frame.trigger, StatementTrigger::Modal | StatementTrigger::Perfect);
    let near = found.verb.end..found.verb.end + MAX_OBJECT_TOKENS;
    let own_words = found.frame.act().is_of_deeds()
        && near
            .into_iter()
            .take_while(|at| !tokens.follows_stop(*at))
            .any(|at| tokens.is(at, "my") && (at + 1..at + 3).any(|noun| is_in_set("own-words", tokens.folded(noun))));
    hands_over || speaker && (of_deeds && (short || is_in_set("of-speech", lemma)) || own_words)
}

/// True if what a person is said to have done is their career: "has served as", "joined the bank", "is dedicated to".
pub(super) fn is_career(sentence: &Sentence, found: &Match, subject: &Subject) -> bool {
    let parse = sentence.parse();
    let words = sentence.text.get(subject.range.clone()).unwrap_or("").to_lowercase();
    let person = |name: &Named| Some(name.entity) == subject.entity && name.kind == EntityKind::Person;
    let is_person = sentence.named.iter().any(person) || matches!(words.as_str(), "he" | "she" | "who");
    let next = (found.verb.end..).find(|at| !matches!(parse.parsed.tag(*at), Some(Tag::Adverb)));
    // "Has worked to end the war", "has worked with allies".
    let aims = next.is_some_and(|at| is_in_set("aims-at", parse.tokens.folded(at)));
    let lemma = match parse.parsed.tag(found.verb.end.saturating_sub(1)) {
        Some(Tag::Verb(_, Some(verb))) => verb.lemma,
        _ => parse.tokens.folded(found.verb.end.saturating_sub(1)),
    };
    // "She built a dazzling career".
    let clause = parse.parsed.clauses.get(found.clause);
    let own = clause.is_some_and(|clause| {
        let objects = clause.slots.iter().filter(|slot| slot.role == SlotRole::Object && !slot.leading);
        objects.into_iter().any(|slot| is_in_set("own-achievement", parse.tokens.folded(slot.head)))
    });
    let career = is_in_set("career", lemma) && !aims || own;
    let deed = matches!(found.frame.trigger, StatementTrigger::Deed | StatementTrigger::Perfect) && career;
    let devoted =
        found.frame.trigger == StatementTrigger::State && is_in_set("devoted", parse.tokens.folded(found.trigger));
    is_person && (deed || devoted)
}
