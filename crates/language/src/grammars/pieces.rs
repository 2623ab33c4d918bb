//! Pieces of a sentence: names and dates found before, nouns, particles, verbs with their endings, in the order of the text.

use std::ops::Range;

use entente_text::fold::fold;

use crate::language::Language;
use crate::lexicon::{WordClasses, word_classes_of};
use crate::tag::AtomKind;
use crate::token::{Gap, Shape, Token, Tokens};
use crate::verbs::Verb;

use super::Relation;
use super::tables::{EndingForm, Mark, Traits};

/// A piece of a sentence.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    /// Its bytes.
    pub(super) span: Range<usize>,
    /// What it is.
    pub(super) kind: PieceKind,
}

/// What a piece is.
#[derive(Clone, Debug)]
pub(super) enum PieceKind {
    /// A name or a date.
    Atom(AtomKind),
    /// A noun, or what nothing else claims.
    Noun,
    /// A noun that only makes one of the clause before it.
    Nominalizer,
    /// "and".
    And,
    /// A particle or a preposition.
    Particle(Relation),
    /// A verb with its ending.
    Verb(VerbPiece),
    /// "not" before a verb.
    Negation,
    /// "will" before a verb.
    Future,
    /// "should" before a verb.
    Modal,
    /// "if".
    Condition,
    /// In brackets: said beside the sentence.
    Bracketed,
    /// An adverb.
    Adverb,
    /// It opens a clause of its own: "qui".
    Relative,
}

impl PieceKind {
    /// What a small word is.
    pub(super) fn of_mark(mark: Mark) -> Self {
        match mark {
            Mark::Relation(relation) => Self::Particle(relation),
            Mark::Nominalizer => Self::Nominalizer,
            Mark::And => Self::And,
            Mark::Negation => Self::Negation,
            Mark::Future => Self::Future,
            Mark::Modal => Self::Modal,
            Mark::Condition => Self::Condition,
            Mark::Adverb => Self::Adverb,
            Mark::Relative => Self::Relative,
        }
    }
}

/// A verb with what its ending says.
#[derive(Clone, Copy, Debug)]
pub(super) struct VerbPiece {
    /// The verb; `None` for one that the table does not have.
    pub(super) verb: Option<&'static Verb>,
    /// How its ending marks the clause.
    pub(super) form: EndingForm,
    /// What its ending says.
    pub(super) traits: Traits,
    /// It only adds to the verb before it.
    pub(super) auxiliary: bool,
}

/// The pieces as tokens.
pub(super) fn tokens_of<'a>(text: &'a str, language: Language, pieces: &[Piece]) -> Tokens<'a> {
    let mut tokens: Vec<Token> = Vec::with_capacity(pieces.len());
    let mut end = 0;
    for piece in pieces {
        let printed = text.get(piece.span.clone()).unwrap_or("");
        let between = text.get(end..piece.span.start).unwrap_or("");
        let gap = match between.trim() {
            _ if tokens.is_empty() => Gap::Break,
            "" if between.is_empty() => Gap::Join,
            "" => Gap::Space,
            "," | "、" | "，" => Gap::Comma,
            _ => Gap::Break,
        };
        let folded = fold(printed);
        let WordClasses { own: classes, anywhere } = word_classes_of(&folded, language);
        tokens.push(Token {
            text: printed,
            span: piece.span.clone(),
            folded: folded.into(),
            gap,
            shape: Shape::of(printed),
            classes,
            anywhere,
        });
        end = piece.span.end;
    }
    Tokens { text, language, tokens }
}

/// The parts of `text` in round brackets, sorted, the outermost ones.
pub(super) fn bracketed(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for (at, c) in text.char_indices() {
        match c {
            '(' | '（' => open.push(at),
            ')' | '）' => {
                if let Some(start) = open.pop().filter(|_| open.is_empty()) {
                    out.push(start..at + c.len_utf8());
                }
            }
            _ => {}
        }
    }
    out
}
