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

    /// What token `at` is. The first step that knows it decides: a step may rely on what those before it have ruled out.
    fn tag(&self, at: usize) -> Tag {
        self.fixed(at)
            .or_else(|| self.auxiliary(at))
            .or_else(|| self.part_of_compound(at))
            .or_else(|| self.function_word(at))
            .or_else(|| self.subordinator(at))
            .or_else(|| self.verb_after_modal(at))
            .or_else(|| self.preposition(at))
            .or_else(|| self.verb(at))
            .unwrap_or_else(|| self.open_class(at))
    }

    /// True if token `at` has a capital that shows a name: not the first of its sentence, and not in a headline.
    fn is_name_like(&self, at: usize) -> bool {
        self.tokens.is_capital(at) && at > self.sentence.start && !self.headline
    }

    /// Marks, numbers, and words that only one neighbour decides on.
    fn fixed(&self, at: usize) -> Option<Tag> {
        let tokens = self.tokens;
        let has = |class| tokens.has(at, class);
        if tokens.gap(at) == Gap::Possessive {
            return Some(Tag::Genitive);
        }
        if tokens.is(at, "to") {
            return Some(Tag::To);
        }
        if has(Class::ParticipialAdjective) && self.is_before_noun(at) {
            return Some(Tag::Adjective);
        }
        if has(Class::NounAfterTo) && self.is_noun_after_to(at) {
            return Some(Tag::Noun);
        }
        let number =
            matches!(tokens.shape(at), Some(Shape::Number)) || has(Class::NumberWord) || has(Class::OrdinalWord);
        number.then_some(Tag::Number)
    }

    /// A form of "be", "have" or "do".
    fn auxiliary(&self, at: usize) -> Option<Tag> {
        let form = || inflections(self.tokens.folded(at)).first().map_or(Form::Base, |found| found.form);
        if self.tokens.has(at, Class::Be) {
            return Some(Tag::Be(form()));
        }
        if self.tokens.has(at, Class::Have) {
            return Some(Tag::Have(form()));
        }
        self.tokens.has(at, Class::Do).then(|| Tag::Do(form()))
    }

    /// The first part of a word with hyphens, whose parts do not have their own part of speech.
    fn part_of_compound(&self, at: usize) -> Option<Tag> {
        let tokens = self.tokens;
        // "Co-" and "re-" before a verb belong to it.
        if matches!(tokens.folded(at), "co" | "re")
            && tokens.gap(at + 1) == Gap::Join
            && !inflections(tokens.folded(at + 1)).is_empty()
        {
            return Some(Tag::Adverb);
        }
        // "follow-up measures", "so-called".
        let has = |class| tokens.has(at, class);
        let compound =
            self.is_hyphenated(at) && (has(Class::Preposition) || has(Class::Subordinator) || has(Class::Adverb));
        compound.then_some(Tag::Adjective)
    }

    /// Words of closed classes, except those that can be a verb or a noun, too.
    fn function_word(&self, at: usize) -> Option<Tag> {
        let tokens = self.tokens;
        let has = |class| tokens.has(at, class);
        // "May" as a modal comes before a verb and is small.
        if has(Class::Modal) && !(self.is_name_like(at) && has(Class::Month)) {
            return Some(Tag::Modal);
        }
        if has(Class::Negation) {
            return Some(if tokens.is(at, "no") { Tag::Determiner } else { Tag::Not });
        }
        if has(Class::Coordinator) {
            return Some(Tag::Coordinator);
        }
        if tokens.is(at, "that") {
            return Some(self.that(at));
        }
        if has(Class::Relative) {
            return Some(Tag::Relative);
        }
        if has(Class::Determiner) {
            return Some(Tag::Determiner);
        }
        // "Has itself repaired": between the parts of a verb a reflexive is an adverb.
        if has(Class::Reflexive) && matches!(self.tags.last(), Some(Tag::Have(_) | Tag::Be(_) | Tag::Modal)) {
            return Some(Tag::Adverb);
        }
        // "To do so".
        if tokens.is(at, "so") && matches!(self.tags.last(), Some(Tag::Do(_))) {
            return Some(Tag::Adverb);
        }
        has(Class::PersonalPronoun).then_some(Tag::Pronoun)
    }

    /// A word that opens a clause, or the verb that is written like it.
    fn subordinator(&self, at: usize) -> Option<Tag> {
        let tokens = self.tokens;
        if !tokens.has(at, Class::Subordinator) || tokens.has(at, Class::Preposition) {
            return None;
        }
        // "The council provided a way": between a subject and an object it is a verb.
        let past = inflections(tokens.folded(at)).iter().find(|found| found.form == Form::Past);
        let subject = self.tags.last().is_some_and(|tag| tag.is_nominal()) && tokens.gap(at) == Gap::Space;
        let verb = past.filter(|_| subject && self.begins_object(at + 1));
        Some(verb.map_or(Tag::Subordinator, |found| Tag::Verb(Form::Past, Some(found.verb))))
    }

    /// "Would **like** to thank": right after an auxiliary of mood a preposition is a verb, if it can be one.
    fn verb_after_modal(&self, at: usize) -> Option<Tag> {
        if !matches!(self.tags.last(), Some(Tag::Modal)) || !self.tokens.is(at + 1, "to") {
            return None;
        }
        let base = inflections(self.tokens.folded(at)).iter().find(|found| found.form == Form::Base)?;
        Some(Tag::Verb(Form::Base, Some(base.verb)))
    }

    /// A preposition, or the noun or adjective that is written like it.
    fn preposition(&self, at: usize) -> Option<Tag> {
        let tokens = self.tokens;
        if !tokens.has(at, Class::Preposition) {
            return None;
        }
        // "the second round of the talks".
        if tokens.has(at, Class::Occasion) && tokens.is(at + 1, "of") && tokens.gap(at) == Gap::Space {
            return Some(Tag::Noun);
        }
        // "the next meeting": after a determiner it is not a preposition.
        let inside = matches!(self.tags.last(), Some(Tag::Determiner)) && tokens.gap(at) == Gap::Space;
        Some(if inside { Tag::Adjective } else { Tag::Preposition })
    }

    /// An adverb, an adjective, an unknown verb, or else a noun.
    fn open_class(&self, at: usize) -> Tag {
        let tokens = self.tokens;
        let word = tokens.folded(at);
        let capital = self.is_name_like(at);
        // "the next meeting": an adverb of time is not between a determiner and a noun.
        if tokens.has(at, Class::TimeAdverb) && matches!(self.tags.last(), Some(Tag::Determiner)) {
            return Tag::Adjective;
        }
        let ends_as_adverb =
            word.len() >= MIN_INFLECTED_CHARS && word.ends_with("ly") && !tokens.has_any(at, NOUN_CLASSES);
        if tokens.has_any(at, ADVERBS) || !capital && ends_as_adverb {
            return Tag::Adverb;
        }
        if tokens.has(at, Class::Adjective) && !capital {
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
