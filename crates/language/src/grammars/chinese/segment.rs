//! Cuts a Chinese sentence into the words of the tables, and tells its verbs from its nouns.

use super::super::ByteAtom;
use super::super::Relation;
use super::super::pieces::{Piece, PieceKind, VerbPiece, bracketed};
use super::super::tables::{EndingForm, Traits, prefix_end};
use super::grammar;
use crate::class::Class;
use crate::language::Language;
use crate::lexicon::classes_of;

/// Characters of a noun for an occasion, at most.
pub(super) const MAX_OCCASION_CHARS: usize = 4;

/// The pieces of `text`, in its order; `atoms` are names and values that are one word each.
pub(super) fn pieces_of(text: &str, atoms: &[ByteAtom]) -> Vec<Piece> {
    let mut pieces = segment(text, atoms);
    wake_verbs(text, &mut pieces);
    hide_subjects(text, &mut pieces);
    hide_modifiers(&mut pieces);
    pieces
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
