//! Korean: words are parted into nouns and particles, verbs into stems and endings.

use std::sync::OnceLock;

use entente_text::each_word;
use entente_text::script::is_hangul_syllable;

use crate::language::Language;

use super::pieces::{Piece, PieceKind, VerbPiece, bracketed, tokens_of};
use super::tables::{EndingForm, Grammar, Mark, Traits};
use super::verb_final::build;
use super::{ByteAtom, Reading, Relation};

const MARKS: &str = include_str!("../../data/grammars/korean-marks.tsv");
const VERBS: &str = include_str!("../../data/grammars/korean-verbs.tsv");
const ENDINGS: &str = include_str!("../../data/grammars/korean-endings.tsv");
const NOUNS: &str = include_str!("../../data/grammars/korean-nouns.tsv");

/// Longest word that is looked into, in bytes.
const MAX_WORD_BYTES: usize = 90;
/// Characters of a stem that the table does not have, at least: "제한" is not a form of a verb.
const MIN_UNKNOWN_STEM: usize = 2;
/// The classes of verbs made of a noun and "하다" or "되다", which any noun can make.
const NOUN_VERBS: &[&str] = &["hada", "doeda"];

fn grammar() -> &'static Grammar {
    static GRAMMAR: OnceLock<Grammar> = OnceLock::new();
    GRAMMAR.get_or_init(|| Grammar::read(MARKS, VERBS, ENDINGS, NOUNS))
}

/// Reads a Korean sentence.
pub(super) fn read<'a>(text: &'a str, atoms: &[ByteAtom]) -> Reading<'a> {
    let pieces = segment(text, atoms);
    let tokens = tokens_of(text, Language::Korean, &pieces);
    let parsed = build(&tokens, &pieces);
    let relations = relations_of(&pieces);
    Reading { tokens, parsed, relations }
}

/// What each piece marks.
pub(super) fn relations_of(pieces: &[Piece]) -> Vec<Relation> {
    let relation = |piece: &Piece| match piece.kind {
        PieceKind::Particle(relation) => relation,
        _ => Relation::Other,
    };
    pieces.iter().map(relation).collect()
}

fn segment(text: &str, atoms: &[ByteAtom]) -> Vec<Piece> {
    let mut words = Vec::new();
    each_word(text, |start, end| words.push(start..end));
    let last = words.last().map_or(0, |word| word.end);
    let aside = bracketed(text);
    let (mut next_aside, mut next_atom) = (0, 0);
    let mut out: Vec<Piece> = Vec::new();
    let mut done = 0;
    for word in words {
        let mut start = word.start.max(done);
        while start < word.end {
            while aside.get(next_aside).is_some_and(|range| range.end <= start) {
                next_aside += 1;
            }
            if let Some(range) = aside.get(next_aside).filter(|range| range.start <= start) {
                out.push(Piece { span: range.clone(), kind: PieceKind::Bracketed });
                done = range.end;
                break;
            }
            while atoms.get(next_atom).is_some_and(|atom| atom.bytes.end <= start) {
                next_atom += 1;
            }
            let atom = atoms.get(next_atom).filter(|atom| atom.bytes.start < word.end);
            match atom {
                Some(atom) if atom.bytes.start <= start => {
                    out.push(Piece { span: start..atom.bytes.end, kind: PieceKind::Atom(atom.kind) });
                    done = atom.bytes.end;
                    start = done;
                }
                Some(atom) => {
                    part(text, start, atom.bytes.start, false, last, &mut out);
                    start = atom.bytes.start;
                }
                None => {
                    let after_atom = out
                        .last()
                        .is_some_and(|piece| piece.span.end == start && matches!(piece.kind, PieceKind::Atom(_)));
                    part(text, start, word.end, after_atom, last, &mut out);
                    start = word.end;
                }
            }
        }
        done = done.max(word.end);
    }
    out
}

/// Parts the word, or the rest of one after a name, at `start..end`.
fn part(text: &str, start: usize, end: usize, after_atom: bool, last: usize, out: &mut Vec<Piece>) {
    let Some(word) = text.get(start..end).filter(|word| !word.is_empty()) else { return };
    let whole = |kind| Piece { span: start..end, kind };
    if word.len() > MAX_WORD_BYTES || !word.chars().any(is_hangul_syllable) {
        out.push(whole(PieceKind::Noun));
        return;
    }
    let stands_alone = out.last().is_none_or(|piece| piece.span.end < start);
    if let Some(mark) = grammar().mark(word) {
        // "이" may be "this"; particles are at the end of a word.
        if after_atom || !stands_alone || !is_case(mark) || word.chars().count() > 1 {
            out.push(whole(PieceKind::of_mark(mark)));
            return;
        }
    }
    if grammar().is_noun(word) {
        out.push(whole(PieceKind::Noun));
        return;
    }
    // "한·중": what a dot joins is part of a name.
    if text[end..].starts_with(['·', '・', 'ㆍ']) || text[..start].ends_with(['·', '・', 'ㆍ']) && stands_alone {
        let noun = noun_end(word, after_atom);
        out.push(Piece { span: start..start + noun, kind: PieceKind::Noun });
        if let Some(mark) = word.get(noun..).and_then(|particle| grammar().mark(particle)) {
            out.push(Piece { span: start + noun..end, kind: PieceKind::of_mark(mark) });
        }
        return;
    }
    if let Some((stem, verb)) = find_verb(word, end == last) {
        // Officials end a sentence with the form of a noun: "합의되었음".
        let ends = end == last && verb.form == EndingForm::Nominal;
        let verb = if ends { VerbPiece { form: EndingForm::Final, ..verb } } else { verb };
        // "의견을 같이 했다": a noun and its light verb, written apart.
        let noun = out.last().filter(|piece| is_light(&verb) && matches!(piece.kind, PieceKind::Noun));
        let stem_before = noun.and_then(|piece| {
            let row = grammar().verbs_of(text.get(piece.span.clone())?).first()?;
            Some((piece.span.start, row))
        });
        if let Some((from, row)) = stem_before {
            out.pop();
            let verb = VerbPiece { verb: Some(&row.verb), auxiliary: false, ..verb };
            out.push(Piece { span: from..end, kind: PieceKind::Verb(verb) });
            return;
        }
        // The noun before a verb that is written with it: "공동개최하였다".
        if stem > 0 {
            out.push(Piece { span: start..start + stem, kind: PieceKind::Noun });
        }
        let after_intent =
            |piece: &Piece| matches!(&piece.kind, PieceKind::Verb(before) if before.form == EndingForm::Intent);
        let verb = if is_light(&verb) && out.last().is_some_and(after_intent) {
            VerbPiece { verb: grammar().verbs_of("기로").first().map(|row| &row.verb), auxiliary: false, ..verb }
        } else {
            verb
        };
        out.push(Piece { span: start + stem..end, kind: PieceKind::Verb(verb) });
        return;
    }
    let noun = noun_end(word, after_atom);
    if noun > 0 {
        let kind = match grammar().mark(&word[..noun]) {
            Some(Mark::Nominalizer) => PieceKind::Nominalizer,
            _ => PieceKind::Noun,
        };
        out.push(Piece { span: start..start + noun, kind });
    }
    if noun < word.len()
        && let Some(mark) = grammar().mark(&word[noun..])
    {
        out.push(Piece { span: start + noun..end, kind: PieceKind::of_mark(mark) });
    }
}

fn is_case(mark: Mark) -> bool {
    matches!(mark, Mark::Relation(_))
}

/// "하다" alone.
fn is_light(verb: &VerbPiece) -> bool {
    verb.verb.is_some_and(|verb| verb.lemma == "하다")
}

/// The byte at which the noun of `word` ends and its particle begins; the word's length if it has none.
fn noun_end(word: &str, after_atom: bool) -> usize {
    let chars: Vec<(usize, char)> = word.char_indices().collect();
    let from = chars.len().saturating_sub(grammar().longest_mark).max(usize::from(!after_atom));
    for (at, _) in chars.iter().skip(from) {
        let particle = &word[*at..];
        let Some(Mark::Relation(_)) = grammar().mark(particle) else { continue };
        let before = word[..*at].chars().next_back();
        if *at > 0 && (grammar().is_noun(word) || !fits(before, particle)) {
            continue;
        }
        if *at > 0 && nouns_end_with(word) {
            continue;
        }
        return *at;
    }
    word.len()
}

/// "국가대표회의": the end of the word is a noun that only looks like one with a particle.
fn nouns_end_with(word: &str) -> bool {
    word.char_indices().rev().take(grammar().longest_noun).any(|(at, _)| grammar().is_noun(&word[at..]))
}

/// True if the particle has the form that it takes after a syllable like `before`: "은" after a consonant, "는" after a vowel.
fn fits(before: Option<char>, particle: &str) -> bool {
    let Some(before) = before.filter(|c| is_hangul_syllable(*c)) else { return true };
    let last = (u32::from(before) - 0xac00) % 28;
    /// The final consonant of "서울", after which "로" stands as after a vowel.
    const RIEUL: u32 = 8;
    let first = particle.chars().next();
    match first {
        Some('은' | '을' | '과' | '이') => last != 0,
        Some('는' | '를' | '와' | '가') => last == 0,
        Some('으') => last != 0 && last != RIEUL,
        Some('로') => last == 0 || last == RIEUL,
        _ => true,
    }
}

/// The byte at which the verb of `word` begins, with what it says; `None` if the word is not a verb. `is_last` is true for the
/// last word of the sentence.
fn find_verb(word: &str, is_last: bool) -> Option<(usize, VerbPiece)> {
    let grammar = grammar();
    let starts: Vec<usize> = word.char_indices().map(|(at, _)| at).collect();
    for start in &starts {
        let rest = &word[*start..];
        let mut ends: Vec<usize> = rest.char_indices().map(|(at, _)| at).skip(1).take(grammar.longest_stem).collect();
        ends.push(rest.len());
        for end in ends.iter().rev() {
            for row in grammar.verbs_of(&rest[..*end]) {
                let Some(ending) = grammar.ending(row.class, &rest[*end..]) else { continue };
                // Only a verb made of a noun is written to the noun before it: "공동개최하였다".
                let noun = NOUN_VERBS.contains(&row.class) && rest[..*end].chars().count() >= MIN_UNKNOWN_STEM;
                if *start > 0 && !noun {
                    continue;
                }
                let verb = VerbPiece {
                    verb: Some(&row.verb),
                    form: ending.form,
                    traits: ending.traits,
                    auxiliary: row.auxiliary,
                };
                return Some((*start, verb));
            }
        }
    }
    for start in starts.iter().skip(MIN_UNKNOWN_STEM) {
        for class in NOUN_VERBS {
            if let Some(ending) = grammar.ending(class, &word[*start..]) {
                let verb = VerbPiece { verb: None, form: ending.form, traits: ending.traits, auxiliary: false };
                return Some((0, verb));
            }
        }
    }
    unknown_verb(word, is_last).map(|verb| (0, verb))
}

/// A verb that no table has, by its ending alone.
fn unknown_verb(word: &str, is_last: bool) -> Option<VerbPiece> {
    let grammar = grammar();
    let chars: Vec<(usize, char)> = word.char_indices().collect();
    let from = chars.len().saturating_sub(grammar.longest_ending).max(1);
    for (at, _) in chars.iter().skip(from) {
        let suffix = &word[*at..];
        let past = word[..*at].chars().next_back().is_some_and(ends_in_double_s);
        let class = match (past, is_last) {
            (true, _) => "unknown-past",
            (false, true) => "unknown-last",
            (false, false) => "unknown",
        };
        if let Some(ending) = grammar.ending(class, suffix).filter(|_| !nouns_end_with(word)) {
            let traits = Traits { past, ..ending.traits };
            return Some(VerbPiece { verb: None, form: ending.form, traits, auxiliary: false });
        }
    }
    None
}

/// True for a syllable that ends in "ㅆ", the mark of the past.
fn ends_in_double_s(c: char) -> bool {
    const DOUBLE_S: u32 = 20;
    is_hangul_syllable(c) && (u32::from(c) - 0xac00) % 28 == DOUBLE_S
}

#[cfg(test)]
mod tests {
    use super::{ENDINGS, MARKS, NOUNS, VERBS, fits, noun_end};

    #[test]
    fn the_tables_are_sorted_and_understood() {
        super::super::tables::tests::check(MARKS, VERBS, ENDINGS, NOUNS);
    }

    #[test]
    fn particles_are_cut_off_nouns_and_nothing_else_is() {
        for (word, noun) in [
            ("양측은", "양측"),
            ("정부는", "정부"),
            ("회의를", "회의"),
            ("회의", "회의"),
            ("평가", "평가"),
            ("국가", "국가"),
            ("서울에서는", "서울"),
            ("미국과의", "미국"),
            ("외교부", "외교부"),
            ("협의", "협의"),
        ] {
            assert_eq!(&word[..noun_end(word, false)], noun, "{word}");
        }
        assert!(fits(Some('울'), "로") && !fits(Some('은'), "는") && fits(None, "는"));
    }
}
