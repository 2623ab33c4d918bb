//! Which words of a sentence are verbs: the words around a word decide between verb, noun and adjective.

use super::{ADVERBS, Tag, Tagger};
use crate::class::{Class, Classes};
use crate::token::Gap;
use crate::verb_group::is_predicate;
use crate::verbs::{Form, Verb, inflections};

/// How far back a verb may stand with which another is coordinated.
const MAX_TOKENS_BACK: usize = 100;

/// Shortest word whose ending alone makes it a verb.
pub(super) const MIN_INFLECTED_CHARS: usize = 5;

/// Words whose "s" form after a name is a noun more often than a verb, by class.
const NOUNS_FIRST: Classes =
    Classes::all_of(&[Class::Occasion, Class::PluralOccasion, Class::Instrument, Class::PartyNoun]);

impl Tagger<'_> {
    /// A verb, or an adjective made of one; `None` if the word is neither here.
    pub(super) fn verb(&self, at: usize) -> Option<Tag> {
        let word = self.tokens.folded(at);
        // "Co-chaired" is a verb; of other compounds no word is.
        let prefixed = self.tokens.gap(at) == Gap::Join
            && at.checked_sub(1).is_some_and(|before| matches!(self.tokens.folded(before), "co" | "re"));
        if self.is_name_like(at) || self.is_hyphenated(at) && !prefixed {
            return None;
        }
        let before = self.tag_before(at);
        let known = inflections(word);
        for found in known {
            let verb = Some(found.verb);
            match found.form {
                // "To **further** strengthen": an adverb before a verb is not a verb.
                Form::Base
                    if self.tokens.has_any(at, ADVERBS) && !inflections(self.tokens.folded(at + 1)).is_empty() =>
                {
                    return None;
                }
                Form::Base if self.takes_base(at, before) => return Some(Tag::Verb(Form::Base, verb)),
                Form::Third if self.takes_third(at, before) => return Some(Tag::Verb(Form::Third, verb)),
                Form::Past | Form::Participle => {
                    return Some(if self.is_before_noun_only(at, before) {
                        Tag::Adjective
                    } else {
                        Tag::Verb(found.form, verb)
                    });
                }
                Form::Gerund => return self.gerund(at, before, verb),
                _ => {}
            }
        }
        // "Everything" is not a verb.
        let pronoun = self.tokens.has(at, Class::IndefinitePronoun);
        if !known.is_empty() || word.len() < MIN_INFLECTED_CHARS || pronoun || self.tokens.has_any(at, NOUN_CLASSES) {
            return None;
        }
        if word.ends_with("ed") && !word.ends_with("eed") {
            return Some(if self.is_before_noun_only(at, before) {
                Tag::Adjective
            } else {
                Tag::Verb(Form::Past, None)
            });
        }
        if word.ends_with("ing") {
            return self.gerund(at, before, None);
        }
        None
    }

    /// "so-called", "agreed-upon".
    pub(super) fn is_hyphenated(&self, at: usize) -> bool {
        let before = self.tokens.gap(at) == Gap::Join;
        let after = at + 1 < self.sentence.end && self.tokens.gap(at + 1) == Gap::Join;
        before || after
    }

    /// "the agreed text", "of renewed efforts": no verb is possible there.
    fn is_before_noun_only(&self, at: usize, before: Option<Tag>) -> bool {
        let led =
            matches!(before, Some(Tag::Determiner | Tag::Adjective | Tag::Genitive | Tag::Preposition | Tag::Number));
        let noun_follows = at + 1 < self.sentence.end
            && self.tokens.gap(at + 1) == Gap::Space
            && !self.tokens.has_any(at + 1, NO_NOUN);
        // "serious and sustained talks".
        let coordinated = matches!(before, Some(Tag::Coordinator))
            && self.tags.len() > 1
            && matches!(self.tags.get(self.tags.len() - 2), Some(Tag::Adjective))
            && noun_follows
            && !self.begins_object(at + 1);
        // "Promoted **increased** cooperation": right after another verb a past form comes before its noun.
        let governed = matches!(self.tags.last(), Some(Tag::Verb(..)))
            && self.tokens.gap(at) == Gap::Space
            && noun_follows
            && !self.begins_atom(at + 1)
            && !self.tokens.has(at + 1, Class::Determiner)
            && !self.tokens.is_capital(at + 1);
        // "the sustained and growing commitment".
        let listed = matches!(before, Some(Tag::Determiner)) && self.tokens.has(at + 1, Class::Coordinator);
        // "Of course, our trained": an owner comes before no verb.
        let owned = matches!(before, Some(Tag::Determiner))
            && at.checked_sub(1).is_some_and(|before| self.tokens.has(before, Class::Possessive));
        // "As discussed", "when asked" lead no noun.
        coordinated || owned || governed || led && (noun_follows || listed)
    }

    fn takes_base(&self, at: usize, before: Option<Tag>) -> bool {
        if self.tokens.gap(at) == Gap::Plural || self.ends_complement(at) {
            return false;
        }
        match before {
            Some(Tag::Modal | Tag::Do(_) | Tag::To) => true,
            Some(Tag::Pronoun) => {
                !matches!(self.tokens.folded(at.wrapping_sub(1)), "it" | "he" | "she" | "them" | "him" | "us")
            }
            // "We all agree that …".
            Some(Tag::Determiner) => {
                let before = at - self.sentence.start;
                before > 1
                    && self.tokens.has(at - 1, Class::Quantifier)
                    && matches!(self.tags.get(before - 2), Some(Tag::Pronoun))
                    && self.is_governed_by_verb(at)
            }
            // "We, the ministers of Kenya and Peru, commit …".
            Some(Tag::Name(_) | Tag::Noun) if self.follows_we(at) => !self.tokens.has_any(at, NOUN_CLASSES),
            // "Korea and Japan agree to …": what follows must be governed by a verb.
            Some(Tag::Name(_) | Tag::Noun) => {
                let ends_plural = self.tokens.folded(at.wrapping_sub(1)).ends_with('s');
                let plural = ends_plural || matches!(before, Some(Tag::Name(_)));
                // "Members plan to meet", "leaders call on Mali": what looks like a noun is a verb by what follows it.
                let led = ends_plural && self.leads_as_verb(at);
                let noun = self.tokens.has_any(at, NOUN_CLASSES) && !led;
                (led || self.is_governed_by_verb(at)) && plural && !noun && self.tokens.gap(at) == Gap::Space
            }
            // "to hold talks and sign an agreement".
            Some(Tag::Coordinator) => {
                let object = self.begins_object(at + 1)
                    || self.tokens.has(at + 1, Class::Preposition)
                    || self.tokens.has(at + 1, Class::PersonalPronoun);
                let present = self.follows_present(at);
                let to = self.tokens.is(at + 1, "to")
                    && inflections(self.tokens.folded(at)).iter().any(|found| found.verb.government.future)
                    && !self.tokens.has_any(at, NOUN_CLASSES);
                let led = (to || self.leads_as_verb(at)) && present;
                // "We support these efforts, including through training, **and commit** to …".
                let parted = self.tokens.gap(at - 1) == Gap::Comma && present && !self.tokens.has_any(at, NOUN_CLASSES);
                led || (self.follows_base(at) || parted) && object
            }
            _ => false,
        }
    }

    /// True if what comes after the verb at `at` is what a verb governs.
    fn is_governed_by_verb(&self, at: usize) -> bool {
        let reports = inflections(self.tokens.folded(at)).iter().any(|found| found.verb.government.report);
        self.begins_object(at + 1)
            || matches!(self.tokens.folded(at + 1), "to" | "that")
            || is_predicate(self.tokens.folded(at + 1))
            || self.tokens.has(at, Class::Linking) && self.begins_predicate(at + 1)
            || reports && self.tokens.has(at + 1, Class::Preposition)
    }

    /// "Remain **committed**", "remain **deeply concerned**".
    fn begins_predicate(&self, at: usize) -> bool {
        let at = at + usize::from(self.tokens.has_any(at, ADVERBS) || self.tokens.folded(at).ends_with("ly"));
        inflections(self.tokens.folded(at)).iter().any(|found| matches!(found.form, Form::Past | Form::Participle))
    }

    /// "Plan to meet", "call on Mali": a word that only a verb has after it, although the verb has the letters of a noun.
    fn leads_as_verb(&self, at: usize) -> bool {
        let next = self.tokens.folded(at + 1);
        inflections(self.tokens.folded(at)).iter().any(|found| {
            let infinitive = inflections(self.tokens.folded(at + 2)).iter().any(|found| found.form == Form::Base);
            found.verb.government.future && next == "to" && infinitive
                || found.verb.government.particle
                    && matches!(next, "on" | "upon")
                    && self.tokens.gap(at + 1) == Gap::Space
        })
    }

    /// "We, the ministers, **commit**": a comma closes the apposition to "we", and no verb comes before it.
    fn follows_we(&self, at: usize) -> bool {
        let first = self.sentence.start + usize::from(matches!(self.tags.first(), Some(Tag::Number)));
        self.tokens.gap(at) == Gap::Comma
            && matches!(self.tokens.folded(first), "we" | "i")
            && self.tokens.gap(first + 1) == Gap::Comma
            && self.tags.len() <= MAX_TOKENS_BACK
            && !self.tags.iter().any(|tag| matches!(tag, Tag::Verb(..) | Tag::Be(_) | Tag::Have(_) | Tag::Modal))
    }

    /// True if a verb of the present that a plural takes comes before.
    fn follows_present(&self, at: usize) -> bool {
        let before = at - self.sentence.start;
        let seen = self.tags.get(..before).unwrap_or(&[]);
        let plural = |(n, tag): (usize, &Tag)| match tag {
            Tag::Verb(Form::Base, _) => true,
            Tag::Be(Form::Third) => self.tokens.is(self.sentence.start + n, "are"),
            _ => false,
        };
        let from = seen.len().saturating_sub(MAX_TOKENS_BACK);
        seen.iter().enumerate().skip(from).any(plural)
    }

    /// "Called for UN **reforms**": the noun of a complement is not the subject of a verb right after it if its own verb comes before it.
    fn ends_complement(&self, at: usize) -> bool {
        let before = at - self.sentence.start;
        let seen = self.tags.get(..before).unwrap_or(&[]);
        let phrase = seen
            .iter()
            .rev()
            .take(MAX_TOKENS_BACK)
            .take_while(|tag| tag.is_nominal() || tag.opens_noun_phrase())
            .count();
        let Some(preposition) = before.checked_sub(phrase + 1).filter(|_| phrase > 0) else { return false };
        let of = self.tokens.is(self.sentence.start + preposition, "of");
        let first = self.sentence.start + preposition + 1;
        let unbroken = (first..=at).all(|token| !matches!(self.tokens.gap(token), Gap::Comma | Gap::Break));
        let governed = seen.get(..preposition).and_then(|seen| seen.last());
        // "To meet new **challenges**": nor is the object of an infinitive, unless it says something.
        if let Some(Tag::Verb(Form::Base, verb)) = seen.get(preposition)
            && matches!(governed, Some(Tag::To))
        {
            return unbroken && !verb.is_some_and(|verb| verb.government.report);
        }
        matches!(seen.get(preposition), Some(Tag::Preposition))
            && !of
            && unbroken
            && matches!(governed, Some(Tag::Verb(Form::Past | Form::Third | Form::Base, _)))
    }

    /// True if a base form governed by "to" or a modal comes before the coordinator before `at`.
    fn follows_base(&self, at: usize) -> bool {
        let before = at - self.sentence.start;
        let seen = self.tags.get(..before).unwrap_or(&[]);
        let verb = seen.iter().rev().find(|tag| matches!(tag, Tag::Verb(..) | Tag::Be(_)));
        matches!(verb, Some(Tag::Verb(Form::Base, _) | Tag::Be(Form::Base)))
    }

    fn takes_third(&self, at: usize, before: Option<Tag>) -> bool {
        if self.tokens.gap(at) == Gap::Plural || self.ends_complement(at) {
            return false;
        }
        let subject = match before {
            // "This includes …".
            Some(Tag::Determiner) => {
                self.tokens.has(at - 1, Class::Demonstrative)
                    && (at - 1 == self.sentence.start || self.tokens.gap(at - 1) != Gap::Space)
                    && !self.tokens.has_any(at, NOUN_CLASSES)
            }
            Some(Tag::Name(_)) => !self.tokens.has_any(at, NOUNS_FIRST) || self.begins_object(at + 1),
            Some(Tag::Noun | Tag::Pronoun | Tag::Relative) => !self.tokens.has_any(at, NOUN_CLASSES),
            Some(Tag::Coordinator) => !self.tokens.has_any(at, NOUN_CLASSES) && self.begins_object(at + 1),
            _ => false,
        };
        let last = at + 1 >= self.sentence.end;
        // "The United States seeks cooperation".
        let bare_object = matches!(before, Some(Tag::Name(_) | Tag::Pronoun))
            && self.tokens.gap(at + 1) == Gap::Space
            && !inflections(self.tokens.folded(at + 1)).iter().any(|found| found.form == Form::Past);
        let goes_on = self.begins_object(at + 1)
            || bare_object
            || self.tokens.has_any(at + 1, GOVERNED)
            || matches!(self.tokens.folded(at + 1), "to" | "that")
            || matches!(self.tokens.gap(at + 1), Gap::Comma | Gap::Break);
        subject && (goes_on || last) && self.tokens.folded(at) != "talks"
    }

    /// True if a noun phrase that a verb can govern begins at `at`.
    pub(super) fn begins_object(&self, at: usize) -> bool {
        at < self.sentence.end
            && (self.tokens.gap(at) == Gap::Space || self.follows_quote(at))
            && (self.begins_atom(at)
                || self.tokens.has(at, Class::Determiner)
                || self.tokens.has(at, Class::Adjective)
                || self.tokens.is_capital(at) && !self.headline)
    }

    /// True if nothing but a space and a quotation mark comes before the token.
    fn follows_quote(&self, at: usize) -> bool {
        let between = at.checked_sub(1).map_or("", |before| self.tokens.between(before));
        !between.is_empty()
            && between.chars().all(|c| c == ' ' || matches!(c, '"' | '\'' | '“' | '”' | '‘' | '’' | '«'))
    }

    /// A gerund is a noun after a determiner, an adjective before a noun without one of its own.
    fn gerund(&self, at: usize, before: Option<Tag>, verb: Option<&'static Verb>) -> Option<Tag> {
        // "A memorandum of understanding": what a paper is called after is a noun.
        let names_paper = at > self.sentence.start + 1
            && self.tokens.is(at - 1, "of")
            && self.tokens.has(at - 2, Class::Instrument)
            && !self.begins_object(at + 1);
        if names_paper || self.tokens.has_any(at, NOUN_CLASSES) && !self.begins_object(at + 1) {
            return None;
        }
        // "emerging technologies".
        if self.tokens.has(at, Class::Adjective) && !matches!(before, Some(Tag::Be(_))) {
            return Some(Tag::Adjective);
        }
        // "core emerging technology": between nouns it stands for an adjective.
        let noun_follows = at + 1 < self.sentence.end
            && self.tokens.gap(at + 1) == Gap::Space
            && !self.tokens.has_any(at + 1, NO_NOUN)
            && !self.begins_object(at + 1)
            && !self.begins_atom(at + 1);
        if noun_follows && matches!(before, Some(Tag::Noun | Tag::Adjective)) && self.tokens.gap(at) == Gap::Space {
            return Some(Tag::Adjective);
        }
        match before {
            Some(Tag::Determiner | Tag::Adjective | Tag::Genitive | Tag::Number) => None,
            Some(Tag::Be(_)) => Some(Tag::Verb(Form::Gerund, verb)),
            _ => Some(Tag::Verb(Form::Gerund, verb)),
        }
    }
}

/// Words that are nouns whatever their ending.
pub(super) const NOUN_CLASSES: Classes = Classes::all_of(&[
    Class::Occasion,
    Class::PluralOccasion,
    Class::PartyNoun,
    Class::Body,
    Class::StateBody,
    Class::Instrument,
    Class::Role,
]);

/// What follows a verb and no noun that the verb is part of.
const NO_NOUN: Classes = Classes::all_of(&[
    Class::Preposition,
    Class::Determiner,
    Class::Coordinator,
    Class::Subordinator,
    Class::Auxiliary,
    Class::PersonalPronoun,
    Class::Relative,
    Class::Adverb,
    Class::Negation,
]);

/// What a verb governs beside noun phrases.
const GOVERNED: Classes = Classes::all_of(&[Class::Preposition, Class::Adverb, Class::NumberWord, Class::Subordinator]);
