//! Chinese: words are cut by the tables, the verb comes after its subject, and prepositions before it mark the rest.

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

use super::korean::relations_of;
use super::pieces::{Piece, PieceKind, VerbPiece, bracketed, tokens_of};
use super::tables::{EndingForm, Grammar, Traits, prefix_end};
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
    let mut pieces = segment(text, atoms);
    wake_verbs(text, &mut pieces);
    hide_subjects(text, &mut pieces);
    hide_modifiers(&mut pieces);
    let tokens = tokens_of(text, Language::Chinese, &pieces);
    let parsed = build(&tokens, &pieces);
    let relations = relations_of(&pieces);
    Reading { tokens, parsed, relations }
}

fn segment(text: &str, atoms: &[ByteAtom]) -> Vec<Piece> {
    let aside = bracketed(text);
    let (mut next_aside, mut next_atom) = (0, 0);
    let mut out: Vec<Piece> = Vec::new();
    let mut at = 0;
    while at < text.len() {
        while aside.get(next_aside).is_some_and(|range| range.end <= at) {
            next_aside += 1;
        }
        while atoms.get(next_atom).is_some_and(|atom| atom.bytes.end <= at) {
            next_atom += 1;
        }
        if let Some(range) = aside.get(next_aside).filter(|range| range.start <= at) {
            out.push(Piece { span: range.clone(), kind: PieceKind::Bracketed });
            at = range.end;
            continue;
        }
        let atom = atoms.get(next_atom);
        if let Some(atom) = atom.filter(|atom| atom.bytes.start <= at) {
            out.push(Piece { span: at..atom.bytes.end, kind: PieceKind::Atom(atom.kind) });
            at = atom.bytes.end;
            continue;
        }
        // A title in its own brackets is one noun, whatever it names.
        let title =
            text[at..].strip_prefix('《').and_then(|rest| rest.find('》')).map(|length| at + '《'.len_utf8() + length);
        if let Some(end) = title.map(|end| end + '》'.len_utf8()) {
            out.push(Piece { span: at..end, kind: PieceKind::Noun });
            at = end;
            continue;
        }
        let limit = atom.map_or(text.len(), |atom| atom.bytes.start);
        let limit = aside.get(next_aside).map_or(limit, |range| limit.min(range.start));
        let rest = &text[at..limit];
        let Some(first) = rest.chars().next() else { break };
        if !first.is_alphanumeric() && first != '·' {
            at += first.len_utf8();
            continue;
        }
        let (length, kind) = word(rest).unwrap_or((first.len_utf8(), PieceKind::Noun));
        match out.last_mut() {
            // Letters that no table has make one noun.
            Some(last) if matches!((&last.kind, &kind), (PieceKind::Noun, PieceKind::Noun)) && last.span.end == at => {
                last.span.end = at + length;
            }
            _ => out.push(Piece { span: at..at + length, kind }),
        }
        at += length;
    }
    out
}

/// The longest word of the tables that begins `rest`; of equals a noun first, then a verb.
fn word(rest: &str) -> Option<(usize, PieceKind)> {
    let grammar = grammar();
    let longest = grammar.longest_noun.max(grammar.longest_stem).max(grammar.longest_mark);
    (1..=longest).rev().find_map(|count| {
        let end = prefix_end(rest, count);
        let form = &rest[..end];
        if form.chars().count() < count {
            return None;
        }
        if grammar.is_noun(form) {
            return Some((end, PieceKind::Noun));
        }
        if let Some(row) = grammar.verbs_of(form).first() {
            let mut piece = VerbPiece {
                verb: Some(&row.verb),
                form: EndingForm::Final,
                traits: Traits::default(),
                auxiliary: false,
            };
            let suffix = prefix_end(&rest[end..], 1);
            let ending = grammar.ending(row.class, &rest[end..end + suffix]);
            if let Some(ending) = ending {
                piece.traits = ending.traits;
            }
            return Some((end + if ending.is_some() { suffix } else { 0 }, PieceKind::Verb(piece)));
        }
        grammar.mark(form).map(|mark| (end, PieceKind::of_mark(mark)))
    })
}

/// Makes verbs of the nouns for an occasion that end a part of a sentence without one: "同法国总统**会谈**。".
fn wake_verbs(text: &str, pieces: &mut Vec<Piece>) {
    let (mut with, mut verb) = (false, false);
    let mut at = 0;
    while at < pieces.len() {
        let end = pieces[at].span.end;
        let parted = text[end..].chars().next().is_none_or(|c| !c.is_alphanumeric());
        match &pieces[at].kind {
            PieceKind::Particle(Relation::With) => with = true,
            PieceKind::Verb(_) => verb = true,
            PieceKind::Noun if parted && with && !verb => {
                if let Some((start, woken)) = verb_at_end(&text[pieces[at].span.clone()]) {
                    let start = pieces[at].span.start + start;
                    pieces[at].span.end = start;
                    pieces.insert(at + 1, Piece { span: start..end, kind: woken });
                    at += 1;
                }
            }
            _ => {}
        }
        if parted {
            (with, verb) = (false, false);
        }
        at += 1;
    }
}

/// The verb for an occasion that ends a noun, after at least one letter, and the byte at which it begins.
fn verb_at_end(noun: &str) -> Option<(usize, PieceKind)> {
    let starts = noun.char_indices().skip(1).map(|(at, _)| at).filter(|at| noun.len() - at <= MAX_OCCASION_CHARS * 3);
    starts.into_iter().find_map(|at| {
        let row = grammar().verbs_of(&noun[at..]).first()?;
        let occasion = classes_of(&noun[at..], Language::Chinese).has(Class::Occasion);
        let verb =
            VerbPiece { verb: Some(&row.verb), form: EndingForm::Final, traits: Traits::default(), auxiliary: false };
        occasion.then_some((at, PieceKind::Verb(verb)))
    })
}

/// Makes nouns of the verbs for an occasion that are the subject of a verb which ends their part of the sentence: "领导人**会晤**于5月举行".
fn hide_subjects(text: &str, pieces: &mut [Piece]) {
    for at in 0..pieces.len() {
        let is_verb = |at: usize| matches!(pieces.get(at).map(|piece| &piece.kind), Some(PieceKind::Verb(_)));
        let word = &text[pieces[at].span.clone()];
        if !is_verb(at) || !classes_of(word, Language::Chinese).has(Class::Occasion) {
            continue;
        }
        let mut last = at + 1;
        while last < pieces.len() && pieces[last].span.start == pieces[last - 1].span.end && !is_verb(last) {
            last += 1;
        }
        let joined = last < pieces.len() && pieces[last].span.start == pieces[last - 1].span.end;
        let led = matches!(
            pieces.get(at + 1).map(|piece| &piece.kind),
            Some(PieceKind::Particle(Relation::In) | PieceKind::Future)
        );
        let ends = joined && text[pieces[last].span.end..].chars().next().is_none_or(|c| !c.is_alphanumeric());
        if led && ends {
            pieces[at].kind = PieceKind::Noun;
        }
    }
}

/// Makes nouns of the verbs that only say which thing is meant: "达成的共识", "与来华访问的总理".
fn hide_modifiers(pieces: &mut [Piece]) {
    // From the last piece to the first: a genitive reaches back to the preposition or the comma before it.
    let mut of = false;
    for at in (0..pieces.len()).rev() {
        let parted = pieces.get(at + 1).is_some_and(|next| next.span.start > pieces[at].span.end);
        if parted {
            of = false;
        }
        match &pieces[at].kind {
            PieceKind::Particle(Relation::Of) => of = true,
            PieceKind::Verb(_) if of => {
                let before = at.checked_sub(1).map(|before| &pieces[before].kind);
                let led = matches!(before, Some(PieceKind::Particle(_) | PieceKind::And | PieceKind::Verb(_)));
                let at_once =
                    matches!(pieces.get(at + 1).map(|piece| &piece.kind), Some(PieceKind::Particle(Relation::Of)));
                if led || at_once {
                    pieces[at].kind = PieceKind::Adverb;
                }
                if !led {
                    of = false;
                }
            }
            _ => {}
        }
    }
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
/// Characters of a noun for an occasion, at most.
const MAX_OCCASION_CHARS: usize = 4;
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
