//! Parts of speech: what each token of a sentence is, as far as its clauses need to know.
//!
//! Closed classes come from `words.tsv`, verbs from `verbs.tsv`; what a word that can be several things is, its
//! neighbours say. Names and dates found before are atoms: their tokens are not looked into.

mod verbs;

use std::ops::Range;

use self::verbs::{MIN_INFLECTED_CHARS, NOUN_CLASSES};
use crate::class::{Class, Classes};
use crate::token::{Gap, Shape, Tokens};
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

    /// True for what only comes before a noun.
    #[must_use]
    pub fn opens_noun_phrase(self) -> bool {
        matches!(self, Self::Determiner | Self::Adjective | Self::Number | Self::Genitive)
    }
}

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
    /// "With **visiting** Foreign Minister X", "the **visiting** minister": what comes before it wants a noun phrase.
    fn is_before_noun(&self, at: usize) -> bool {
        let tokens = self.tokens;
        let Some(before) = at.checked_sub(1).filter(|before| *before >= self.sentence.start) else { return false };
        let wants_noun = tokens.has(before, Class::Determiner) || tokens.is(before, "with");
        wants_noun && tokens.gap(at) == Gap::Space && tokens.gap(at + 1) == Gap::Space && at + 1 < self.sentence.end
    }

    /// "Called to **order** at noon", "went to **war**.": "to" comes before it, and no object follows.
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
        // "May" as a modal comes before a verb and is small.
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
            // "the next meeting": after a determiner it is not a preposition.
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
        // "the next meeting": an adverb of time is not between a determiner and a noun.
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
}

/// Every sort of adverb.
const ADVERBS: Classes =
    Classes::all_of(&[Class::Adverb, Class::FocusAdverb, Class::MannerAdverb, Class::TimeAdverb, Class::Connective]);
/// What begins a clause after "that".
const OPENS_CLAUSE: Classes = Classes::all_of(&[
    Class::Determiner,
    Class::PersonalPronoun,
    Class::Preposition,
    Class::Auxiliary,
    Class::Adverb,
    Class::Quantifier,
]);
