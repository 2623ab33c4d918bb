//! What each token of a French sentence is.

use super::grammar;
use crate::class::Class;
use crate::grammars::ByteAtom;
use crate::grammars::tables::Mark;
use crate::tag::{AtomKind, Tag};
use crate::token::{Gap, Tokens};
use crate::verbs;

/// What a token is.
#[derive(Clone, Copy, Debug)]
pub(super) enum Word {
    Atom(AtomKind),
    Mark(Mark),
    Determiner,
    Pronoun,
    /// "se", "s'", and the second "nous" of two.
    Reflexive,
    Be,
    Have,
    Adverb,
    Number,
    Noun,
}

pub(super) fn words_of(tokens: &Tokens, atoms: &[ByteAtom]) -> Vec<Word> {
    let mut out = Vec::with_capacity(tokens.len());
    let mut next_atom = 0;
    for (at, token) in tokens.tokens.iter().enumerate() {
        while atoms.get(next_atom).is_some_and(|atom| atom.bytes.end <= token.span.start) {
            next_atom += 1;
        }
        let atom = atoms.get(next_atom).filter(|atom| atom.bytes.start < token.span.end);
        let lower = token.text.to_lowercase();
        let has = |class| token.classes.has(class);
        let elided = matches!(tokens.gap(at + 1), Gap::Join);
        let word = match () {
            () if atom.is_some() => Word::Atom(atom.map_or(AtomKind::Other, |atom| atom.kind)),
            // "Ainsi que la ministre".
            () if matches!(&*lower, "que" | "qu") && tokens.is(at.wrapping_sub(1), "ainsi") => Word::Mark(Mark::And),
            // "Nous nous engageons".
            () if lower == "nous" && tokens.is(at.wrapping_sub(1), "nous") => Word::Reflexive,
            () if lower == "se" || lower == "s" && elided => Word::Reflexive,
            () if has(Class::Be) && !(token.text.starts_with(char::is_uppercase) && at > 0) => Word::Be,
            () if has(Class::Have) && lower != "à" => Word::Have,
            () => match grammar().mark(&lower) {
                Some(mark) => Word::Mark(mark),
                None if has(Class::Negation) && !has(Class::Determiner) => Word::Adverb,
                // "M. Lund": a form of address, not the pronoun of "m'a".
                None if has(Class::PersonalPronoun) && !has(Class::Determiner) && (token.text != "M" || elided) => {
                    Word::Pronoun
                }
                None if has(Class::Determiner) => Word::Determiner,
                None if has(Class::Adverb)
                    || lower.ends_with("ment")
                        && lower.len() > 8
                        && !has(Class::StateBody)
                        && !has(Class::PartyNoun) =>
                {
                    Word::Adverb
                }
                None if lower.starts_with(|c: char| c.is_ascii_digit()) => Word::Number,
                None => Word::Noun,
            },
        };
        out.push(word);
    }
    out
}

pub(super) fn is_nominal(word: &Word) -> bool {
    matches!(word, Word::Noun | Word::Number | Word::Determiner)
        || matches!(word, Word::Atom(kind) if *kind != AtomKind::Time)
}

pub(super) fn tag_of(word: &Word) -> Tag {
    match word {
        Word::Atom(AtomKind::Time) => Tag::Time,
        Word::Atom(kind) => Tag::Name(*kind),
        Word::Mark(Mark::And) => Tag::Coordinator,
        Word::Mark(Mark::Negation) => Tag::Not,
        Word::Mark(Mark::Relative) => Tag::Relative,
        Word::Mark(Mark::Condition) => Tag::Subordinator,
        Word::Mark(_) => Tag::Preposition,
        Word::Determiner => Tag::Determiner,
        Word::Pronoun | Word::Reflexive => Tag::Pronoun,
        Word::Be => Tag::Be(verbs::Form::Third),
        Word::Have => Tag::Have(verbs::Form::Third),
        Word::Adverb => Tag::Adverb,
        Word::Number => Tag::Number,
        Word::Noun => Tag::Noun,
    }
}
