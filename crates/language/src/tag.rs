//! Parts of speech: what each token of a sentence is, as far as its clauses need to know.
//!
//! Closed classes come from `words.tsv`, verbs from `verbs.tsv`; what a word that can be several things is, its
//! neighbours say. Names and dates found before are atoms: their tokens are not looked into.

use std::ops::Range;

use crate::class::{Class, Classes};
use crate::token::{Gap, Shape, Tokens};
use crate::verb_group::is_predicate;
use crate::verbs::{Form, Verb, inflections};

/// What an atom is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AtomKind {
    /// A state, a body, a group: something that acts.
    Party,
    /// A person.
    Person,
    /// A place.
    Place,
    /// A date or a range of dates.
    Time,
    /// Any other name.
    Other,
}

/// Tokens that are one thing: a name or a date found before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Atom {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What it is.
    pub kind: AtomKind,
}

/// A part of speech.
#[derive(Clone, Copy, Debug)]
pub enum Tag {
    /// Part of a name.
    Name(AtomKind),
    /// Part of a date.
    Time,
    /// A noun, or a word that nothing else claims.
    Noun,
    /// An adjective, or a participle in front of a noun.
    Adjective,
    /// "the", "its", "several".
    Determiner,
    /// The "s" after an apostrophe.
    Genitive,
    /// Digits or a number in words.
    Number,
    /// "they", "it".
    Pronoun,
    /// "who", "which", "where".
    Relative,
    /// "in", "between".
    Preposition,
    /// "and", "or", "but".
    Coordinator,
    /// "that", "because", "while".
    Subordinator,
    /// "to", before a verb or a noun.
    To,
    /// "not", "never".
    Not,
    /// "jointly", "also".
    Adverb,
    /// "will", "should".
    Modal,
    /// A form of "be".
    Be(Form),
    /// A form of "have".
    Have(Form),
    /// A form of "do".
    Do(Form),
    /// A form of another verb; the verb is not known where only the ending shows that it is one.
    Verb(Form, Option<&'static Verb>),
}

impl Tag {
    /// True for what a noun phrase can end with.
    #[must_use]
    pub fn is_nominal(self) -> bool {
        matches!(self, Self::Name(_) | Self::Noun | Self::Pronoun)
    }

    /// True for what only stands before a noun.
    #[must_use]
    pub fn opens_noun_phrase(self) -> bool {
        matches!(self, Self::Determiner | Self::Adjective | Self::Number | Self::Genitive)
    }
}

/// How far back a verb may stand with which another is coordinated.
const MAX_TOKENS_BACK: usize = 100;
/// Shortest word whose ending alone makes it a verb.
const MIN_INFLECTED_CHARS: usize = 5;
/// Words whose "s" form after a name is a noun more often than a verb, by class.
const NOUNS_FIRST: Classes =
    Classes::all_of(&[Class::Occasion, Class::PluralOccasion, Class::Instrument, Class::PartyNoun]);

/// The tags of the tokens of `sentence`, in order. `atoms` are sorted and do not overlap. In a headline a capital letter
/// shows nothing.
#[must_use]
pub fn tag_sentence(tokens: &Tokens, sentence: Range<usize>, atoms: &[Atom], headline: bool) -> Vec<Tag> {
    let mut tags: Vec<Tag> = Vec::with_capacity(sentence.len());
    let mut next_atom = atoms.partition_point(|atom| atom.tokens.end <= sentence.start);
    for at in sentence.clone() {
        while atoms.get(next_atom).is_some_and(|atom| atom.tokens.end <= at) {
            next_atom += 1;
        }
        let atom = atoms.get(next_atom).filter(|atom| atom.tokens.contains(&at));
        let tagger =
            Tagger { tokens, sentence: &sentence, tags: &tags, headline, atoms: &atoms[next_atom.min(atoms.len())..] };
        let tag = match atom {
            Some(atom) if atom.kind == AtomKind::Time => Tag::Time,
            Some(atom) => Tag::Name(atom.kind),
            None => tagger.tag(at),
        };
        tags.push(tag);
    }
    tags
}

struct Tagger<'a> {
    tokens: &'a Tokens<'a>,
    sentence: &'a Range<usize>,
    /// Tags of the tokens before.
    tags: &'a [Tag],
    headline: bool,
    /// Atoms that do not end before the token.
    atoms: &'a [Atom],
}

impl Tagger<'_> {
    /// "With **visiting** Foreign Minister X", "the **visiting** minister": what stands before it wants a noun phrase.
    fn is_before_noun(&self, at: usize) -> bool {
        let tokens = self.tokens;
        let Some(before) = at.checked_sub(1).filter(|before| *before >= self.sentence.start) else { return false };
        let wants_noun = tokens.has(before, Class::Determiner) || tokens.is(before, "with");
        wants_noun && tokens.gap(at) == Gap::Space && tokens.gap(at + 1) == Gap::Space && at + 1 < self.sentence.end
    }

    /// "Called to **order** at noon", "went to **war**.": "to" stands before it, and no object follows.
    fn is_noun_after_to(&self, at: usize) -> bool {
        let tokens = self.tokens;
        let follows = at > self.sentence.start && tokens.is(at - 1, "to") && tokens.gap(at) == Gap::Space;
        let next = at + 1;
        let ends = next >= self.sentence.end || tokens.gap(next) != Gap::Space || tokens.has(next, Class::Preposition);
        follows && ends
    }

    fn tag(&self, at: usize) -> Tag {
        let tokens = self.tokens;
        if tokens.gap(at) == Gap::Possessive {
            return Tag::Genitive;
        }
        let word = tokens.folded(at);
        let capital = tokens.is_capital(at) && at > self.sentence.start && !self.headline;
        let has = |class| tokens.has(at, class);
        if word == "to" {
            return Tag::To;
        }
        if has(Class::ParticipialAdjective) && self.is_before_noun(at) {
            return Tag::Adjective;
        }
        if has(Class::NounAfterTo) && self.is_noun_after_to(at) {
            return Tag::Noun;
        }
        if matches!(tokens.shape(at), Some(Shape::Number)) || has(Class::NumberWord) || has(Class::OrdinalWord) {
            return Tag::Number;
        }
        if has(Class::Be) || has(Class::Have) || has(Class::Do) {
            let form = inflections(word).first().map_or(Form::Base, |found| found.form);
            return if has(Class::Be) {
                Tag::Be(form)
            } else if has(Class::Have) {
                Tag::Have(form)
            } else {
                Tag::Do(form)
            };
        }
        // "Co-" and "re-" before a verb belong to it.
        if matches!(word, "co" | "re")
            && tokens.gap(at + 1) == Gap::Join
            && !inflections(tokens.folded(at + 1)).is_empty()
        {
            return Tag::Adverb;
        }
        // "follow-up measures", "so-called": in a compound no word has its own part.
        if self.is_hyphenated(at) && (has(Class::Preposition) || has(Class::Subordinator) || has(Class::Adverb)) {
            return Tag::Adjective;
        }
        // "May" as a modal stands before a verb and is small.
        if has(Class::Modal) && !(capital && has(Class::Month)) {
            return Tag::Modal;
        }
        if has(Class::Negation) {
            return if word == "no" { Tag::Determiner } else { Tag::Not };
        }
        if has(Class::Coordinator) {
            return Tag::Coordinator;
        }
        if word == "that" {
            return self.that(at);
        }
        if has(Class::Relative) {
            return Tag::Relative;
        }
        if has(Class::Determiner) {
            return Tag::Determiner;
        }
        // "Has itself repaired": between the parts of a verb a reflexive is an adverb.
        if has(Class::Reflexive) && matches!(self.tags.last(), Some(Tag::Have(_) | Tag::Be(_) | Tag::Modal)) {
            return Tag::Adverb;
        }
        // "To do so".
        if word == "so" && matches!(self.tags.last(), Some(Tag::Do(_))) {
            return Tag::Adverb;
        }
        if has(Class::PersonalPronoun) {
            return Tag::Pronoun;
        }
        if has(Class::Subordinator) && !has(Class::Preposition) {
            // "The council provided a way": between a subject and an object it is a verb.
            let past = inflections(word).iter().find(|found| found.form == Form::Past);
            let subject = self.tags.last().is_some_and(|tag| tag.is_nominal()) && tokens.gap(at) == Gap::Space;
            if let Some(found) = past.filter(|_| subject && self.begins_object(at + 1)) {
                return Tag::Verb(Form::Past, Some(found.verb));
            }
            return Tag::Subordinator;
        }
        // "Would like to thank": right after an auxiliary of mood a preposition is a verb, if it can be one.
        if matches!(self.tags.last(), Some(Tag::Modal)) && tokens.is(at + 1, "to") {
            let base = inflections(word).iter().find(|found| found.form == Form::Base);
            if let Some(found) = base {
                return Tag::Verb(Form::Base, Some(found.verb));
            }
        }
        if has(Class::Preposition) {
            // "the next meeting": after a determiner it is no preposition.
            let inside = matches!(self.tags.last(), Some(Tag::Determiner)) && tokens.gap(at) == Gap::Space;
            // "the second round of the talks".
            let noun = has(Class::Occasion) && tokens.is(at + 1, "of") && tokens.gap(at) == Gap::Space;
            return if noun {
                Tag::Noun
            } else if inside {
                Tag::Adjective
            } else {
                Tag::Preposition
            };
        }
        if let Some(tag) = self.verb(at, word, capital) {
            return tag;
        }
        // "the next meeting": between a determiner and a noun stands no adverb of time.
        if tokens.has(at, Class::TimeAdverb) && matches!(self.tags.last(), Some(Tag::Determiner)) {
            return Tag::Adjective;
        }
        let ends_as_adverb =
            word.len() >= MIN_INFLECTED_CHARS && word.ends_with("ly") && !tokens.has_any(at, NOUN_CLASSES);
        if tokens.has_any(at, ADVERBS) || !capital && ends_as_adverb {
            return Tag::Adverb;
        }
        if has(Class::Adjective) && !capital {
            return Tag::Adjective;
        }
        // "Will showcase": after an auxiliary of mood a word that nothing else claims is a verb.
        let led = matches!(self.tag_before(at), Some(Tag::Modal)) && !matches!(self.tags.last(), Some(Tag::Not));
        if led && !capital && tokens.gap(at) == Gap::Space && word.chars().all(char::is_alphabetic) {
            return Tag::Verb(Form::Base, None);
        }
        Tag::Noun
    }

    /// "That" opens a clause, unless a noun follows it: "that meeting".
    fn that(&self, at: usize) -> Tag {
        let verb_before = matches!(self.tag_before(at), Some(Tag::Verb(..) | Tag::Be(_)));
        let next = self.tokens.folded(at + 1);
        let singular_noun = inflections(next).is_empty()
            && !self.tokens.has_any(at + 1, OPENS_CLAUSE)
            && !self.tokens.is_capital(at + 1);
        if !verb_before && singular_noun && !self.begins_atom(at + 1) { Tag::Determiner } else { Tag::Subordinator }
    }

    /// The tag of the token before, adverbs and negations passed over; `None` at the start of the sentence.
    fn tag_before(&self, at: usize) -> Option<Tag> {
        let before = at - self.sentence.start;
        let mut tags = self.tags.get(..before)?.iter().rev();
        tags.find(|tag| !matches!(tag, Tag::Adverb | Tag::Not)).copied()
    }

    fn begins_atom(&self, at: usize) -> bool {
        self.atoms.iter().take(2).any(|atom| atom.tokens.start == at)
    }

    /// A verb, or an adjective made of one; `None` if the word is neither here.
    fn verb(&self, at: usize, word: &str, capital: bool) -> Option<Tag> {
        // "Co-chaired" is a verb; of other compounds no word is.
        let prefixed = self.tokens.gap(at) == Gap::Join
            && at.checked_sub(1).is_some_and(|before| matches!(self.tokens.folded(before), "co" | "re"));
        if capital || self.is_hyphenated(at) && !prefixed {
            return None;
        }
        let before = self.tag_before(at);
        let known = inflections(word);
        for found in known {
            let verb = Some(found.verb);
            match found.form {
                // "To **further** strengthen": an adverb before a verb is none itself.
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
        // "Everything" is no verb.
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
    fn is_hyphenated(&self, at: usize) -> bool {
        let before = self.tokens.gap(at) == Gap::Join;
        let after = at + 1 < self.sentence.end && self.tokens.gap(at + 1) == Gap::Join;
        before || after
    }

    /// "the agreed text", "of renewed efforts": no verb stands there.
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
        // "Promoted **increased** cooperation": right after another verb a past form stands before its noun.
        let governed = matches!(self.tags.last(), Some(Tag::Verb(..)))
            && self.tokens.gap(at) == Gap::Space
            && noun_follows
            && !self.begins_atom(at + 1)
            && !self.tokens.has(at + 1, Class::Determiner)
            && !self.tokens.is_capital(at + 1);
        // "the sustained and growing commitment".
        let listed = matches!(before, Some(Tag::Determiner)) && self.tokens.has(at + 1, Class::Coordinator);
        // "Of course, our trained": an owner stands before no verb.
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

    /// True if what stands after the verb at `at` is what a verb governs.
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

    /// "We, the ministers, **commit**": a comma closes what tells who "we" are, and no verb has stood before.
    fn follows_we(&self, at: usize) -> bool {
        let first = self.sentence.start + usize::from(matches!(self.tags.first(), Some(Tag::Number)));
        self.tokens.gap(at) == Gap::Comma
            && matches!(self.tokens.folded(first), "we" | "i")
            && self.tokens.gap(first + 1) == Gap::Comma
            && self.tags.len() <= MAX_TOKENS_BACK
            && !self.tags.iter().any(|tag| matches!(tag, Tag::Verb(..) | Tag::Be(_) | Tag::Have(_) | Tag::Modal))
    }

    /// True if a verb of the present that a plural takes stands before.
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

    /// "Called for UN **reforms**": the noun of a complement whose verb stands before it is no subject of a verb right after.
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

    /// True if a base form governed by "to" or a modal stands before the coordinator before `at`.
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
    fn begins_object(&self, at: usize) -> bool {
        at < self.sentence.end
            && (self.tokens.gap(at) == Gap::Space || self.follows_quote(at))
            && (self.begins_atom(at)
                || self.tokens.has(at, Class::Determiner)
                || self.tokens.has(at, Class::Adjective)
                || self.tokens.is_capital(at) && !self.headline)
    }

    /// True if nothing but a space and a quotation mark stands before the token.
    fn follows_quote(&self, at: usize) -> bool {
        let between = at.checked_sub(1).map_or("", |before| self.tokens.between(before));
        !between.is_empty()
            && between.chars().all(|c| c == ' ' || matches!(c, '"' | '\'' | '“' | '”' | '‘' | '’' | '«'))
    }

    /// A gerund is a noun after a determiner, an adjective before a noun without one of its own.
    fn gerund(&self, at: usize, before: Option<Tag>, verb: Option<&'static Verb>) -> Option<Tag> {
        if self.tokens.has_any(at, NOUN_CLASSES) && !self.begins_object(at + 1) {
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
const NOUN_CLASSES: Classes = Classes::all_of(&[
    Class::Occasion,
    Class::PluralOccasion,
    Class::PartyNoun,
    Class::Body,
    Class::StateBody,
    Class::Instrument,
    Class::Role,
]);
/// Every sort of adverb.
const ADVERBS: Classes =
    Classes::all_of(&[Class::Adverb, Class::FocusAdverb, Class::MannerAdverb, Class::TimeAdverb, Class::Connective]);
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
/// What begins a clause after "that".
const OPENS_CLAUSE: Classes = Classes::all_of(&[
    Class::Determiner,
    Class::PersonalPronoun,
    Class::Preposition,
    Class::Auxiliary,
    Class::Adverb,
    Class::Quantifier,
]);
