//! Japanese: no space parts its words, so they are cut by script and by the tables.

use std::ops::Range;
use std::sync::OnceLock;

use entente_text::script::{is_han, is_kana};

use crate::language::Language;

use super::korean::relations_of;
use super::pieces::{Piece, PieceKind, VerbPiece, bracketed, tokens_of};
use super::tables::{EndingForm, Grammar, Traits, prefix_end};
use super::verb_final::build;
use super::{ByteAtom, Reading};

const MARKS: &str = include_str!("../../data/grammars/japanese-marks.tsv");
const VERBS: &str = include_str!("../../data/grammars/japanese-verbs.tsv");
const ENDINGS: &str = include_str!("../../data/grammars/japanese-endings.tsv");
const NOUNS: &str = include_str!("../../data/grammars/japanese-nouns.tsv");

/// The class of verbs made of a noun and "する", which any noun can make.
const NOUN_VERBS: &str = "sahen";
/// Characters of such a noun that no table has.
const UNKNOWN_STEM: usize = 2;

fn grammar() -> &'static Grammar {
    static GRAMMAR: OnceLock<Grammar> = OnceLock::new();
    GRAMMAR.get_or_init(|| Grammar::read(MARKS, VERBS, ENDINGS, NOUNS))
}

/// Reads a Japanese sentence.
pub(super) fn read<'a>(text: &'a str, atoms: &[ByteAtom]) -> Reading<'a> {
    let pieces = Cutter { text, out: Vec::new(), noun: None }.cut(atoms);
    let tokens = tokens_of(text, Language::Japanese, &pieces);
    let parsed = build(&tokens, &pieces);
    let relations = relations_of(&pieces);
    Reading { tokens, parsed, relations }
}

struct Cutter<'a> {
    text: &'a str,
    out: Vec<Piece>,
    /// The noun that goes on.
    noun: Option<Range<usize>>,
}

impl Cutter<'_> {
    fn cut(mut self, atoms: &[ByteAtom]) -> Vec<Piece> {
        let aside = bracketed(self.text);
        let (mut next_aside, mut next_atom) = (0, 0);
        let mut at = 0;
        while at < self.text.len() {
            while aside.get(next_aside).is_some_and(|range| range.end <= at) {
                next_aside += 1;
            }
            while atoms.get(next_atom).is_some_and(|atom| atom.bytes.end <= at) {
                next_atom += 1;
            }
            if let Some(range) = aside.get(next_aside).filter(|range| range.start <= at) {
                self.push(range.clone(), PieceKind::Bracketed);
                at = range.end;
                continue;
            }
            let atom = atoms.get(next_atom);
            if let Some(atom) = atom.filter(|atom| atom.bytes.start <= at) {
                self.push(at..atom.bytes.end, PieceKind::Atom(atom.kind));
                at = atom.bytes.end;
                continue;
            }
            let limit = atom.map_or(self.text.len(), |atom| atom.bytes.start);
            let limit = aside.get(next_aside).map_or(limit, |range| limit.min(range.start));
            at = self.step(at, limit);
        }
        self.close();
        self.out
    }

    /// Reads what begins at `at`, not beyond `limit`, and gives the byte after it.
    fn step(&mut self, at: usize, limit: usize) -> usize {
        let rest = &self.text[at..limit];
        let Some(first) = rest.chars().next() else { return limit };
        if !first.is_alphanumeric() && !matches!(first, '・' | 'ー' | '々') {
            self.close();
            return at + first.len_utf8();
        }
        if let Some(end) = self.noun_of_table(rest) {
            self.extend(at..at + end);
            return at + end;
        }
        if let Some((end, verb)) = find_verb(rest, &self.text[at..]) {
            self.push(at..at + end, PieceKind::Verb(verb));
            return at + end;
        }
        let mark = self.mark(at, rest);
        if let Some(end) = self.unknown_verb(at, rest, mark.as_ref().map_or(0, |(end, _)| *end)) {
            return end;
        }
        if let Some((end, kind)) = mark {
            self.push(at..at + end, kind);
            return at + end;
        }
        if is_hiragana(first) {
            return self.hiragana(at, rest);
        }
        self.extend(at..at + first.len_utf8());
        at + first.len_utf8()
    }

    /// The bytes of a noun of the table that begins `rest`.
    fn noun_of_table(&self, rest: &str) -> Option<usize> {
        let grammar = grammar();
        (2..=grammar.longest_noun).rev().map(|count| prefix_end(rest, count)).find(|end| grammar.is_noun(&rest[..*end]))
    }

    /// The longest small word that begins `rest`. One of one Chinese character comes after a noun or a verb only.
    fn mark(&self, at: usize, rest: &str) -> Option<(usize, PieceKind)> {
        let grammar = grammar();
        (1..=grammar.longest_mark).rev().find_map(|count| {
            let end = prefix_end(rest, count);
            let form = rest.get(..end)?;
            let mark = grammar.mark(form)?;
            let inside = form.chars().all(is_han)
                && (rest[end..].chars().next().is_some_and(|c| is_han(c) || c.is_alphanumeric() && !is_hiragana(c))
                    || count == 1 && self.noun.as_ref().is_none_or(|noun| noun.end != at));
            (!inside).then(|| (end, PieceKind::of_mark(mark)))
        })
    }

    /// A verb made of the noun that goes on and "する", neither of which the table has as a verb: "実感できる". Its ending is longer
    /// than `least` bytes. The byte after it.
    fn unknown_verb(&mut self, at: usize, rest: &str, least: usize) -> Option<usize> {
        let grammar = grammar();
        let noun = self.noun.clone().filter(|noun| noun.end == at)?;
        let run = &self.text[noun.clone()];
        let stem = run.char_indices().rev().nth(UNKNOWN_STEM - 1)?.0;
        let ends = (1..=grammar.longest_ending).rev().map(|count| prefix_end(rest, count)).filter(|end| *end > least);
        let (end, ending) = ends.into_iter().find_map(|end| Some((end, grammar.ending(NOUN_VERBS, &rest[..end])?)))?;
        self.push_unknown(noun.start + stem..at + end, ending.form, ending.traits);
        Some(at + end)
    }

    fn push_unknown(&mut self, range: Range<usize>, form: EndingForm, traits: Traits) {
        let form = form_in_text(form, &self.text[range.end..]);
        self.split_noun(range.start);
        self.push(range, PieceKind::Verb(VerbPiece { verb: None, form, traits, auxiliary: false }));
    }

    /// Hiragana that no table has: the ending of a verb if a Chinese character comes before it, else an adverb.
    fn hiragana(&mut self, at: usize, rest: &str) -> usize {
        let end = rest.find(|c| !is_hiragana(c)).unwrap_or(rest.len());
        let word = &rest[..end];
        let last = self.noun.clone().filter(|noun| noun.end == at).and_then(|noun| {
            let (last, c) = self.text[noun.clone()].char_indices().next_back()?;
            is_han(c).then_some(noun.start + last)
        });
        let form = match word.chars().next_back() {
            Some('て' | 'え' | 'し' | 'り') => Some(EndingForm::Link),
            Some('た' | 'る' | 'す') => Some(EndingForm::Final),
            _ => None,
        };
        if let Some((start, form)) = last.zip(form) {
            self.push_unknown(start..at + end, form, Traits { past: word.ends_with('た'), ..Traits::default() });
        } else {
            self.push(at..at + end, PieceKind::Adverb);
        }
        at + end
    }

    /// Ends the noun that goes on at byte `end`.
    fn split_noun(&mut self, end: usize) {
        if let Some(noun) = &mut self.noun {
            noun.end = end;
            if noun.start >= noun.end {
                self.noun = None;
            }
        }
    }

    fn extend(&mut self, range: Range<usize>) {
        match &mut self.noun {
            Some(noun) if noun.end == range.start => noun.end = range.end,
            _ => {
                self.close();
                self.noun = Some(range);
            }
        }
    }

    fn close(&mut self) {
        if let Some(span) = self.noun.take() {
            self.out.push(Piece { span, kind: PieceKind::Noun });
        }
    }

    fn push(&mut self, span: Range<usize>, kind: PieceKind) {
        self.close();
        self.out.push(Piece { span, kind });
    }
}

fn is_hiragana(c: char) -> bool {
    is_kana(c) && matches!(c, '\u{3041}'..='\u{309f}')
}

/// The verb that begins `rest`, the longest stem and ending first, and its bytes. `text` is all that follows.
fn find_verb(rest: &str, text: &str) -> Option<(usize, VerbPiece)> {
    let grammar = grammar();
    let mut seen = usize::MAX;
    for count in (1..=grammar.longest_stem).rev() {
        let stem = prefix_end(rest, count);
        if stem == seen {
            continue;
        }
        seen = stem;
        for row in grammar.verbs_of(&rest[..stem]) {
            let after = &rest[stem..];
            let longest = (1..=grammar.longest_ending).rev().map(|count| prefix_end(after, count));
            let found = longest.into_iter().find_map(|end| Some((end, grammar.ending(row.class, &after[..end])?)));
            let Some((end, ending)) = found else {
                // "深め、": the stem alone goes on to another verb; "予定" at the end of a sentence stands for itself.
                let alone = match row.class {
                    "ichi" if text[stem..].starts_with('、') => Some(EndingForm::Link),
                    "desu" if text[stem..].trim().is_empty() => Some(EndingForm::Final),
                    _ => None,
                };
                if let Some(form) = alone {
                    let verb =
                        VerbPiece { verb: Some(&row.verb), form, traits: Traits::default(), auxiliary: row.auxiliary };
                    return Some((stem, verb));
                }
                continue;
            };
            let verb = VerbPiece {
                verb: Some(&row.verb),
                form: form_in_text(ending.form, &text[stem + end..]),
                traits: ending.traits,
                auxiliary: row.auxiliary,
            };
            return Some((stem + end, verb));
        }
    }
    None
}

/// What a form is before the text that follows it: a verb that could end its sentence says which noun is meant if a noun
/// follows, and what somebody says before "と".
fn form_in_text(form: EndingForm, after: &str) -> EndingForm {
    if form != EndingForm::Final {
        return form;
    }
    let after = after.trim_start_matches(['」', '』', '”', '"', ')', '）']);
    let next = after.trim_start().chars().next();
    match next {
        None | Some('。' | '．' | '.' | '；' | '！' | '？') => EndingForm::Final,
        _ if after.starts_with("という") || after.starts_with("との") => EndingForm::Quote,
        Some('と') => EndingForm::Quote,
        Some('が' | 'の' | 'け') => EndingForm::Link,
        Some('、' | '，') => EndingForm::Link,
        _ => EndingForm::Relative,
    }
}

#[cfg(test)]
mod tests {
    use super::{ENDINGS, MARKS, NOUNS, VERBS};

    #[test]
    fn the_tables_are_sorted_and_understood() {
        super::super::tables::tests::check(MARKS, VERBS, ENDINGS, NOUNS);
    }
}
