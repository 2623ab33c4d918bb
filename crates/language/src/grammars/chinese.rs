//! Chinese: words are cut by the tables, the verb comes after its subject, and prepositions before it mark the rest.

mod segment;

use std::ops::Range;
use std::sync::OnceLock;

use crate::class::Class;
use crate::clause::{Clause, ClauseKind, ParsedSentence};
use crate::language::Language;
use crate::lexicon::classes_of;
use crate::slot::{Governor, Slot, SlotRole};
use crate::tag::AtomKind;
use crate::token::{Gap, Tokens};
use crate::verb_group::{Time, VerbGroup};
use crate::verbs::{self, Government};

use self::segment::{MAX_OCCASION_CHARS, pieces_of};
use super::korean::relations_of;
use super::pieces::{Piece, PieceKind, VerbPiece, tokens_of};
use super::tables::Grammar;
use super::verb_final::tag;
use super::{ByteAtom, Reading, Relation};

const MARKS: &str = include_str!("../../data/grammars/chinese-marks.tsv");
const VERBS: &str = include_str!("../../data/grammars/chinese-verbs.tsv");
const ENDINGS: &str = include_str!("../../data/grammars/chinese-endings.tsv");
const NOUNS: &str = include_str!("../../data/grammars/chinese-nouns.tsv");

fn grammar() -> &'static Grammar {
    static GRAMMAR: OnceLock<Grammar> = OnceLock::new();
    GRAMMAR.get_or_init(|| Grammar::read(MARKS, VERBS, ENDINGS, NOUNS))
}

/// Reads a Chinese sentence.
pub(super) fn read<'a>(text: &'a str, atoms: &[ByteAtom]) -> Reading<'a> {
    let pieces = pieces_of(text, atoms);
    let tokens = tokens_of(text, Language::Chinese, &pieces);
    let parsed = build(&tokens, &pieces);
    let relations = relations_of(&pieces);
    Reading { tokens, parsed, relations }
}

/// A phrase that has no verb yet.
#[derive(Clone)]
struct Chunk {
    phrase: Range<usize>,
    relation: Relation,
    marker: Option<usize>,
    time: bool,
}

#[derive(Default)]
struct State {
    clauses: Vec<Clause>,
    /// Phrases before the verb to come.
    waiting: Vec<Chunk>,
    open: Option<Range<usize>>,
    preposition: Option<(usize, Relation)>,
    /// Phrases go to the verb before them, not to the next.
    after_verb: bool,
    future: bool,
    /// "已" comes before the verb to come.
    perfect: bool,
    negated: bool,
    conditional: bool,
    /// What the verbs before in the same part of the sentence do to the next.
    governors: Vec<Government>,
    /// The first clause of the part of the sentence between two commas.
    part: usize,
    subject: Range<usize>,
}

fn build(tokens: &Tokens, pieces: &[Piece]) -> ParsedSentence {
    let mut state = State { subject: 0..0, ..State::default() };
    for (at, piece) in pieces.iter().enumerate() {
        let gap = tokens.gap(at);
        if at > 0 && matches!(gap, Gap::Comma | Gap::Break) {
            state.close();
            state.end_part(tokens.follows_stop(at));
        }
        match &piece.kind {
            PieceKind::Atom(AtomKind::Time) => {
                state.close();
                let preposition = state.preposition.take();
                state.add(Chunk {
                    phrase: at..at + 1,
                    relation: Relation::Time,
                    marker: preposition.map(|(at, _)| at),
                    time: true,
                });
            }
            PieceKind::Atom(_) | PieceKind::Noun | PieceKind::Nominalizer => match &mut state.open {
                Some(open) => open.end = at + 1,
                None => state.open = Some(at..at + 1),
            },
            PieceKind::And | PieceKind::Particle(Relation::Of) => {
                if let Some(open) = state.open.as_mut().filter(|open| open.end == at) {
                    open.end = at + 1;
                }
            }
            PieceKind::Particle(relation @ (Relation::After | Relation::Before)) => {
                let had_phrase = state.open.is_some();
                if had_phrase {
                    state.preposition = Some((at, *relation));
                    state.close();
                }
                state.make_temporal();
            }
            PieceKind::Particle(relation) => {
                state.close();
                state.preposition = Some((at, *relation));
            }
            PieceKind::Verb(verb) => state.verb(tokens, at, *verb),
            PieceKind::Negation => {
                state.close();
                state.negated = true;
            }
            PieceKind::Future => {
                state.close();
                state.future = true;
            }
            PieceKind::Modal | PieceKind::Condition => {
                state.close();
                state.conditional = true;
            }
            PieceKind::Adverb => state.perfect |= tokens.printed(at).starts_with('已'),
            PieceKind::Bracketed | PieceKind::Relative => {}
        }
    }
    state.close();
    state.finish(pieces)
}

impl State {
    /// Ends the phrase that goes on.
    fn close(&mut self) {
        let Some(phrase) = self.open.take() else { return };
        let (marker, relation) = match self.preposition.take() {
            Some((at, relation)) => (Some(at), relation),
            None if self.after_verb => (None, Relation::Object),
            None => (None, Relation::Subject),
        };
        self.add(Chunk { phrase, relation, marker, time: false });
    }

    fn add(&mut self, chunk: Chunk) {
        // What comes after a verb is its object; a preposition belongs to the verb to come.
        if self.after_verb
            && chunk.marker.is_none()
            && !chunk.time
            && let Some(last) = self.clauses.last_mut()
        {
            last.after_verb.end = chunk.phrase.end;
            last.slots.push(slot(&chunk));
            return;
        }
        if self.waiting.len() < MAX_WAITING {
            self.waiting.push(chunk);
        }
    }

    fn verb(&mut self, tokens: &Tokens, at: usize, verb: VerbPiece) {
        self.close();
        let chunks = with_whole_names(tokens, std::mem::take(&mut self.waiting));
        let own =
            chunks.iter().rev().find(|chunk| chunk.relation == Relation::Subject).map(|chunk| chunk.phrase.clone());
        if let Some(own) = &own {
            self.subject = own.clone();
        }
        let government = verb.verb.map(|verb| verb.government).unwrap_or_default();
        let time = match () {
            () if self.future => Time::Future,
            () => Time::Past,
        };
        let group = VerbGroup {
            tokens: at..at + 1,
            head: at,
            verb: verb.verb,
            finite: true,
            // "了", "已": it is over.
            form: if verb.traits.past || self.perfect { verbs::Form::Past } else { verbs::Form::Base },
            time,
            progressive: false,
            passive: false,
            conditional: self.conditional,
            would: false,
            negated: std::mem::take(&mut self.negated),
            governors: self.governors.clone(),
        };
        let start = chunks.first().map_or(at, |chunk| chunk.phrase.start.min(chunk.marker.unwrap_or(usize::MAX)));
        let first = self.clauses.is_empty();
        self.clauses.push(Clause {
            kind: if first { ClauseKind::Main } else { ClauseKind::Coordinate },
            parent: self.clauses.len().checked_sub(1),
            before_verb: start.min(at)..at,
            verb: Some(group),
            after_verb: at + 1..at + 1,
            subject: own.unwrap_or_else(|| self.subject.clone()),
            subject_of: None,
            marker: None,
            slots: chunks.iter().map(slot).collect(),
        });
        let room = self.governors.len() < MAX_GOVERNORS;
        if room && (government.hypothetical || government.future || government.negative || government.deny) {
            self.governors.push(government);
        }
        self.after_verb = true;
    }

    /// "访问南非期间": the verbs of this part say when.
    fn make_temporal(&mut self) {
        for clause in self.clauses.iter_mut().skip(self.part) {
            clause.kind = ClauseKind::Temporal;
            if let Some(verb) = &mut clause.verb {
                verb.time = Time::Open;
            }
        }
    }

    /// A comma ends what "will" and "not" reach, but for "will", which goes on where no new subject begins.
    fn end_part(&mut self, stop: bool) {
        self.after_verb = false;
        self.preposition = None;
        self.perfect = false;
        self.negated = false;
        self.governors.clear();
        if stop {
            self.conditional = false;
            self.future = false;
            self.waiting.clear();
        }
        self.part = self.clauses.len();
    }

    fn finish(mut self, pieces: &[Piece]) -> ParsedSentence {
        let end = pieces.len();
        let rest = std::mem::take(&mut self.waiting);
        if self.clauses.is_empty() || !rest.is_empty() {
            let start = rest.first().map_or(0, |chunk| chunk.phrase.start);
            self.clauses.push(Clause {
                kind: ClauseKind::Nominal,
                parent: None,
                before_verb: start..end,
                verb: None,
                after_verb: end..end,
                subject: 0..0,
                subject_of: None,
                marker: None,
                slots: rest.iter().map(slot).collect(),
            });
        }
        let tags = pieces.iter().map(|piece| tag(&piece.kind)).collect();
        ParsedSentence { tokens: 0..end, tags, clauses: self.clauses }
    }
}

/// "挪威与加纳第三次海洋对话在北京举行": what "与" joins to an occasion is part of its name.
fn with_whole_names(tokens: &Tokens, chunks: Vec<Chunk>) -> Vec<Chunk> {
    let mut out: Vec<Chunk> = Vec::with_capacity(chunks.len());
    for chunk in chunks {
        let before = out.last_mut().filter(|last| {
            chunk.relation == Relation::With
                && last.relation == Relation::Subject
                && chunk.marker == Some(last.phrase.end)
                && names_occasion(tokens, &chunk.phrase)
        });
        match before {
            Some(last) => last.phrase.end = chunk.phrase.end,
            None => out.push(chunk),
        }
    }
    out
}

fn names_occasion(tokens: &Tokens, phrase: &Range<usize>) -> bool {
    let Some(last) = phrase.end.checked_sub(1) else { return false };
    let word = tokens.folded(last);
    let starts = word.char_indices().rev().take(MAX_OCCASION_CHARS).map(|(at, _)| at);
    starts.into_iter().any(|at| classes_of(&word[at..], Language::Chinese).has(Class::Occasion))
}

/// Verbs that govern one after them, at most.
const MAX_GOVERNORS: usize = 4;
/// Phrases that wait for a verb, at most.
const MAX_WAITING: usize = 64;

fn slot(chunk: &Chunk) -> Slot {
    let role = match (chunk.relation, chunk.marker) {
        (_, marker) if chunk.time => SlotRole::Time(marker),
        (Relation::Subject, _) => SlotRole::Subject,
        (Relation::Object, _) => SlotRole::Object,
        (_, Some(at)) => SlotRole::Complement(at),
        (_, None) => SlotRole::Complement(chunk.phrase.start),
    };
    let head = chunk.phrase.end.saturating_sub(1);
    Slot { role, governor: Governor::Verb, phrase: chunk.phrase.clone(), head, leading: chunk.time }
}

#[cfg(test)]
mod tests {
    use super::{ENDINGS, MARKS, NOUNS, VERBS};

    #[test]
    fn the_tables_are_sorted_and_understood() {
        super::super::tables::tests::check(MARKS, VERBS, ENDINGS, NOUNS);
    }
}
