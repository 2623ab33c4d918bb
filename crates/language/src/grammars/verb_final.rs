//! Clauses of languages that put the verb last: Korean and Japanese.
//!
//! Phrases wait until a verb comes that can take them. A verb that ends its sentence or goes on to another takes all that
//! wait; one before a noun ("열린 회의") only what comes between it and the topic of the sentence; one that is said or
//! meant ("했다고 밝혔다", "하기로 했다") is part of the clause of the verb after it, which says whether it is so.

mod governors;
mod parts;

use std::ops::Range;

use self::governors::govern;
pub(super) use self::parts::tag;

use self::parts::{group, slot, takes_auxiliary};
use super::Relation;
use super::pieces::{Piece, PieceKind, VerbPiece};
use super::tables::EndingForm;
use crate::clause::{Clause, ClauseKind, ParsedSentence};
use crate::slot::{Slot, SlotRole};
use crate::tag::AtomKind;
use crate::token::{Gap, Tokens};
use crate::verb_group::Time;
use crate::verbs::Government;

/// Phrases that wait for a verb, at most: a sentence of a megabyte without a verb is read all the same.
const MAX_WAITING: usize = 64;

/// What a verb takes over from the verb after it, at most.
const MAX_GOVERNORS: usize = 4;

/// The ending of a Korean verb before the noun that does it now.
const PRESENT_RELATIVE: char = '는';

/// A phrase that waits for its verb.
#[derive(Clone, Debug)]
struct Chunk {
    phrase: Range<usize>,
    relation: Relation,
    particle: Option<usize>,
    time: bool,
    /// A comma follows it.
    apart: bool,
}

/// A clause in the making.
struct Draft {
    clause: Clause,
    form: EndingForm,
    /// It has a tense of its own.
    tensed: bool,
}

struct Builder<'a> {
    tokens: &'a Tokens<'a>,
    pieces: &'a [Piece],
    waiting: Vec<Chunk>,
    /// The phrase that goes on, and whether a genitive is in it.
    open: Option<(Range<usize>, bool)>,
    drafts: Vec<Draft>,
    /// The subject of the last verb that goes on or ends a sentence.
    shared: Range<usize>,
    /// The token after the last verb.
    after_verb: usize,
    /// A verb before goes on to the next.
    linked: bool,
    /// "못" comes before the verb to come.
    negates: bool,
}

/// The clauses of a sentence of `pieces`, one a token.
pub(super) fn build(tokens: &Tokens, pieces: &[Piece]) -> ParsedSentence {
    let mut builder = Builder {
        tokens,
        pieces,
        waiting: Vec::new(),
        open: None,
        drafts: Vec::new(),
        shared: 0..0,
        after_verb: 0,
        linked: false,
        negates: false,
    };
    for at in 0..pieces.len() {
        builder.add(at);
    }
    builder.finish()
}

impl Builder<'_> {
    fn add(&mut self, at: usize) {
        let comma = self.tokens.gap(at) == Gap::Comma;
        if comma
            && let Some(last) =
                self.waiting.last_mut().filter(|last| last.phrase.end.max(last.particle.map_or(0, |at| at + 1)) == at)
        {
            last.apart = true;
        }
        match &self.pieces[at].kind {
            PieceKind::Bracketed | PieceKind::Adverb | PieceKind::Condition => {}
            PieceKind::Atom(AtomKind::Time) => {
                let joins = self.open.as_ref().is_some_and(|(open, of)| *of && open.end == at);
                if joins {
                    self.extend(at);
                } else if self.begins_genitive(at) {
                    self.close(Relation::Other, None);
                    self.open = Some((at..at + 1, true));
                } else {
                    self.close(Relation::Other, None);
                    self.wait(Chunk {
                        phrase: at..at + 1,
                        relation: Relation::Time,
                        particle: None,
                        time: true,
                        apart: false,
                    });
                }
            }
            PieceKind::And => {
                if self.open.as_ref().is_some_and(|(phrase, _)| phrase.end == at) {
                    self.extend(at);
                }
            }
            PieceKind::Atom(_) | PieceKind::Noun | PieceKind::Nominalizer => {
                if matches!(self.pieces[at].kind, PieceKind::Nominalizer) && self.is_after_relative(at) {
                    self.nominalize();
                }
                if self.open.is_some() && self.tokens.follows_stop(at) {
                    self.close(Relation::Other, None);
                }
                self.extend(at);
            }
            PieceKind::Particle(relation) => self.mark(at, *relation),
            PieceKind::Verb(verb) => self.verb(at, *verb),
            PieceKind::Negation => self.negates = true,
            PieceKind::Future | PieceKind::Modal | PieceKind::Relative => {}
        }
    }

    /// "2024년 5월의 회담": the date belongs to the noun after it.
    fn begins_genitive(&self, at: usize) -> bool {
        matches!(self.pieces.get(at + 1).map(|piece| &piece.kind), Some(PieceKind::Particle(Relation::Of)))
    }

    fn is_after_relative(&self, at: usize) -> bool {
        self.after_verb == at && self.drafts.last().is_some_and(|draft| draft.form == EndingForm::Relative)
    }

    /// The last clause is what the next verb speaks of.
    fn nominalize(&mut self) {
        let topic = self.waiting.iter().rev().find(|chunk| chunk.relation == Relation::Topic);
        let around = topic.map_or_else(|| self.shared.clone(), |chunk| chunk.phrase.clone());
        if let Some(draft) = self.drafts.last_mut() {
            draft.form = EndingForm::Nominal;
            draft.clause.kind = ClauseKind::Complement;
            if draft.clause.subject.is_empty() {
                draft.clause.subject = around;
            }
        }
    }

    fn extend(&mut self, at: usize) {
        match &mut self.open {
            Some((phrase, _)) => phrase.end = at + 1,
            None => self.open = Some((at..at + 1, false)),
        }
    }

    fn wait(&mut self, chunk: Chunk) {
        if self.waiting.len() >= MAX_WAITING {
            self.waiting.remove(0);
        }
        self.waiting.push(chunk);
    }

    fn mark(&mut self, at: usize, relation: Relation) {
        if relation == Relation::Of {
            if let Some((phrase, of)) = &mut self.open {
                phrase.end = at + 1;
                *of = true;
            }
            return;
        }
        if self.open.is_some() {
            self.close(relation, Some(at));
            return;
        }
        // "협력에 대해", "6일에는": a second particle after the first.
        let Some(last) = self.waiting.last_mut() else { return };
        let end = last.particle.map_or(last.phrase.end, |particle| particle + 1);
        let with = last.relation == Relation::With;
        if end == at && !with {
            if last.time || !matches!(relation, Relation::Topic | Relation::Subject) || last.particle.is_none() {
                last.relation = relation;
            }
            last.particle = Some(at);
        }
    }

    /// Lets the phrase that goes on wait as `relation`.
    fn close(&mut self, relation: Relation, particle: Option<usize>) {
        let Some((phrase, of)) = self.open.take() else { return };
        // A genitive without its noun is not one.
        let mut chunk = Chunk { phrase, relation, particle, time: false, apart: false };
        let joins = matches!(relation, Relation::Subject | Relation::Topic | Relation::With | Relation::Between)
            || of && matches!(relation, Relation::Object | Relation::In | Relation::To);
        let has_subject =
            self.waiting.iter().any(|chunk| matches!(chunk.relation, Relation::Subject | Relation::Topic));
        // "한국과 일본은": the first is coordinated with the second.
        if joins && !has_subject {
            while let Some(last) = self.waiting.last() {
                let adjacent = last.particle.is_some_and(|at| at + 1 == chunk.phrase.start);
                if last.relation != Relation::With || !adjacent {
                    break;
                }
                chunk.phrase.start = last.phrase.start;
                self.waiting.pop();
            }
        }
        self.wait(chunk);
    }

    fn verb(&mut self, at: usize, mut verb: VerbPiece) {
        verb.traits.negative |= std::mem::take(&mut self.negates);
        let adjacent = self.after_verb == at && !self.drafts.is_empty() && self.open.is_none();
        if verb.auxiliary && adjacent && self.add_auxiliary(at, verb) {
            return;
        }
        // "회담을 했다": with an object it is a verb by itself.
        let has_object = self.waiting.last().is_some_and(|last| {
            last.relation == Relation::Object && last.particle.is_some_and(|particle| particle + 1 == at)
        });
        if verb.auxiliary && !adjacent && !has_object && verb.verb.is_none_or(|verb| !verb.government.future) {
            // An auxiliary without a verb: "수 있다" after a noun that nobody knows.
            self.close(Relation::Other, None);
            self.after_verb = at + 1;
            return;
        }
        let form = self.form_with_auxiliaries(at, verb.form);
        if form == EndingForm::Bare && verb.verb.is_none() {
            // "활발하게": how something is done.
            return;
        }
        let bare = self.open.as_ref().is_some_and(|(phrase, _)| phrase.end == at);
        self.close(if bare { Relation::Object } else { Relation::Other }, None);
        let slots = self.take(form, verb.verb.is_some(), at);
        self.push(at, verb, slots);
    }

    /// The form that the auxiliaries right after the verb at `at` give it.
    fn form_with_auxiliaries(&self, at: usize, form: EndingForm) -> EndingForm {
        let mut form = form;
        for piece in self.pieces.iter().skip(at + 1) {
            match &piece.kind {
                PieceKind::Verb(next) if next.auxiliary && takes_auxiliary(form) => form = next.form,
                _ => break,
            }
        }
        form
    }

    /// "27일(현지시간) **치러지는** 총선": true if the phrase that waits last is a date right before a Korean verb in the present, which
    /// says when the noun after it is. An adjective ("3일 중요한 회의") takes no date.
    fn dates_relative(&self, verb: usize) -> bool {
        let present = self.tokens.printed(verb).ends_with(PRESENT_RELATIVE);
        let last = self.waiting.last().filter(|last| present && last.time && last.particle.is_none() && !last.apart);
        last.is_some_and(|last| (last.phrase.end..verb).all(|at| matches!(self.pieces[at].kind, PieceKind::Bracketed)))
    }

    /// The phrases that wait and belong to a verb of this form. A verb that the table does not have takes little.
    fn take(&mut self, form: EndingForm, known: bool, verb: usize) -> Vec<Chunk> {
        let subjects: Vec<usize> = (0..self.waiting.len())
            .filter(|at| matches!(self.waiting[*at].relation, Relation::Subject | Relation::Topic))
            .collect();
        let from = match form {
            EndingForm::Final | EndingForm::Link | EndingForm::Condition => 0,
            EndingForm::Relative if !known => {
                let marked = |chunk: &Chunk| {
                    !chunk.apart
                        && chunk.particle.is_some()
                        && matches!(chunk.relation, Relation::Object | Relation::Subject)
                };
                // "両国国民が実感できる": the nearer of two subjects is its own.
                let own = subjects.last().copied().filter(|last| {
                    subjects.len() > 1
                        && self.waiting[*last].relation == Relation::Subject
                        && self.waiting[*last..].iter().all(|chunk| !chunk.apart)
                });
                let marked = self.waiting.last().is_some_and(marked) || self.dates_relative(verb);
                own.unwrap_or(self.waiting.len() - usize::from(marked))
            }
            EndingForm::Relative => {
                let barrier = self.waiting.iter().rposition(|chunk| chunk.relation == Relation::Topic || chunk.apart);
                barrier.map_or(0, |at| at + 1)
            }
            EndingForm::Quote => match subjects.as_slice() {
                [_, .., last] => *last,
                [one] if self.waiting[*one].relation == Relation::Topic => one + 1,
                _ => 0,
            },
            EndingForm::Nominal | EndingForm::Intent | EndingForm::Purpose | EndingForm::Bare => {
                let barrier = self.waiting.iter().rposition(|chunk| chunk.relation == Relation::Topic);
                barrier.map_or(0, |at| at + 1)
            }
        };
        self.waiting.split_off(from)
    }

    fn push(&mut self, at: usize, verb: VerbPiece, chunks: Vec<Chunk>) {
        let kind = match verb.form {
            EndingForm::Final | EndingForm::Link if self.linked => ClauseKind::Coordinate,
            EndingForm::Final | EndingForm::Link | EndingForm::Bare => ClauseKind::Main,
            EndingForm::Relative => ClauseKind::Relative,
            EndingForm::Quote | EndingForm::Nominal => ClauseKind::Complement,
            EndingForm::Intent | EndingForm::Purpose => ClauseKind::Infinitive,
            EndingForm::Condition => ClauseKind::Adverbial,
        };
        let start = chunks.first().map_or(at, |chunk| chunk.phrase.start);
        let subject = chunks.iter().rev().find(|chunk| matches!(chunk.relation, Relation::Subject | Relation::Topic));
        let topic = self.waiting.iter().rev().find(|chunk| chunk.relation == Relation::Topic);
        let around = topic.map_or_else(|| self.shared.clone(), |chunk| chunk.phrase.clone());
        let own = subject.map(|chunk| chunk.phrase.clone());
        // What a relative clause speaks of may be the noun after it.
        let subject = match (own, verb.form) {
            (Some(own), _) => own,
            (None, EndingForm::Relative) => 0..0,
            (None, _) => around,
        };
        if matches!(verb.form, EndingForm::Final | EndingForm::Link) && !subject.is_empty() {
            self.shared = subject.clone();
        }
        let group = group(at, verb);
        let tensed = verb.traits.past || verb.traits.future;
        self.drafts.push(Draft {
            clause: Clause {
                kind,
                parent: None,
                before_verb: start..at,
                verb: Some(group),
                after_verb: at + 1..at + 1,
                subject,
                subject_of: None,
                marker: None,
                slots: chunks.iter().map(slot).collect(),
            },
            form: verb.form,
            tensed,
        });
        self.linked |= verb.form == EndingForm::Link;
        self.after_verb = at + 1;
    }

    /// Adds what an auxiliary says to the verb before it. False if that verb cannot take it.
    fn add_auxiliary(&mut self, at: usize, verb: VerbPiece) -> bool {
        let Some(draft) = self.drafts.last_mut() else { return false };
        if !takes_auxiliary(draft.form) {
            return false;
        }
        let government = verb.verb.map(|verb| verb.government).unwrap_or_default();
        let Some(group) = draft.clause.verb.as_mut() else { return false };
        group.tokens.end = at + 1;
        if government != Government::default() {
            group.governors.push(government);
        }
        group.negated |= verb.traits.negative;
        group.conditional |= verb.traits.hypothetical;
        if verb.traits.past && !government.future {
            group.time = Time::Past;
            draft.tensed = true;
        }
        if verb.traits.progressive {
            group.progressive = true;
        }
        let was_relative = draft.form == EndingForm::Relative;
        draft.form = verb.form;
        draft.clause.after_verb = at + 1..at + 1;
        draft.clause.kind = match verb.form {
            EndingForm::Final | EndingForm::Link | EndingForm::Bare => ClauseKind::Main,
            EndingForm::Relative => ClauseKind::Relative,
            EndingForm::Quote | EndingForm::Nominal => ClauseKind::Complement,
            EndingForm::Intent | EndingForm::Purpose => ClauseKind::Infinitive,
            EndingForm::Condition => ClauseKind::Adverbial,
        };
        self.after_verb = at + 1;
        // "개최할 예정이다": what waited beside the relative clause is its own after all.
        if matches!(verb.form, EndingForm::Final | EndingForm::Link) {
            let rest = std::mem::take(&mut self.waiting);
            if was_relative || !rest.is_empty() {
                self.prepend(rest);
            }
        }
        true
    }

    /// Gives the last clause the phrases that come before its own.
    fn prepend(&mut self, chunks: Vec<Chunk>) {
        let Some(draft) = self.drafts.last_mut() else { return };
        let subject = chunks.iter().rev().find(|chunk| matches!(chunk.relation, Relation::Subject | Relation::Topic));
        let own = draft.clause.slots.iter().any(|slot| slot.role == SlotRole::Subject);
        if let Some(subject) = subject.filter(|_| !own) {
            draft.clause.subject = subject.phrase.clone();
        } else if draft.clause.subject.is_empty() {
            draft.clause.subject = self.shared.clone();
        }
        if let Some(first) = chunks.first() {
            draft.clause.before_verb.start = first.phrase.start.min(draft.clause.before_verb.start);
        }
        let before: Vec<Slot> = chunks.iter().map(slot).collect();
        draft.clause.slots.splice(0..0, before);
        if !draft.clause.subject.is_empty() {
            self.shared = draft.clause.subject.clone();
        }
    }

    fn finish(mut self) -> ParsedSentence {
        let end = self.pieces.len();
        self.close(Relation::Other, None);
        let rest = std::mem::take(&mut self.waiting);
        if self.drafts.is_empty() || !rest.is_empty() {
            let start = rest.first().map_or(0, |chunk| chunk.phrase.start);
            let subject = rest.iter().find(|chunk| matches!(chunk.relation, Relation::Subject | Relation::Topic));
            self.drafts.push(Draft {
                clause: Clause {
                    kind: ClauseKind::Nominal,
                    parent: None,
                    before_verb: start..end,
                    verb: None,
                    after_verb: end..end,
                    subject: subject.map_or(0..0, |chunk| chunk.phrase.clone()),
                    subject_of: None,
                    marker: None,
                    slots: rest.iter().map(slot).collect(),
                },
                form: EndingForm::Final,
                tensed: false,
            });
        }
        govern(&mut self.drafts);
        let tags = self.pieces.iter().map(|piece| tag(&piece.kind)).collect();
        ParsedSentence { tokens: 0..end, tags, clauses: self.drafts.into_iter().map(|draft| draft.clause).collect() }
    }
}
