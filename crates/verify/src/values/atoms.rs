//! A text as numbers and words: what values are read from.

use std::ops::Range;

use entente_text::each_word;
use entente_text::fold::fold;

use super::number::{Number, digit};

/// Signs of a year, a month and a day after a number.
const CALENDAR: [char; 6] = ['년', '年', '월', '月', '일', '日'];

/// A number or a word. Letters right at digits are words of their own: "5bn", "2016년".
#[derive(Debug)]
pub(super) struct Atom {
    /// Bytes of the text.
    pub(super) range: Range<usize>,
    /// The word, folded; empty for a number.
    pub(super) word: String,
    /// What the number is worth.
    pub(super) number: Option<Number>,
    /// Digits alone, without marks.
    pub(super) is_plain: bool,
}

/// A text and its atoms, in order.
#[derive(Debug)]
pub(super) struct Atoms<'a> {
    /// The text.
    pub(super) text: &'a str,
    /// Its numbers and words.
    pub(super) all: Vec<Atom>,
}

impl<'a> Atoms<'a> {
    /// Takes time in line with the text's length.
    pub(super) fn new(text: &'a str) -> Self {
        let mut runs: Vec<(Range<usize>, bool)> = Vec::new();
        each_word(text, |start, end| {
            let word = &text[start..end];
            let (mut from, mut is_number) = (start, word.starts_with(|c: char| digit(c).is_some()));
            for (at, c) in word.char_indices() {
                let at = start + at;
                // The sign of a year, a month or a day is alone, whatever follows it.
                let after_sign = !is_number
                    && runs.last().is_some_and(|(before, is_number)| *is_number && before.end == from)
                    && CALENDAR.iter().any(|sign| text[from..at].chars().eq([*sign]));
                let is_digit = digit(c).is_some();
                if at > from && (is_digit != is_number || after_sign) {
                    runs.push((from..at, is_number));
                    (from, is_number) = (at, is_digit);
                }
            }
            runs.push((from..end, is_number));
        });
        let mut all: Vec<Atom> = Vec::new();
        let mut at = 0;
        while let Some((range, is_number)) = runs.get(at).cloned() {
            at += 1;
            if !is_number {
                let word = fold(&text[range.clone()]).replace('.', "");
                all.push(Atom { range, word, number: None, is_plain: false });
                continue;
            }
            // As many groups of digits as one mark each parts.
            let mut end = at;
            let mut marks = Vec::new();
            while let Some(mark) = runs.get(end).and_then(|next| mark(text, runs[end - 1].0.end, next)) {
                marks.push(mark);
                end += 1;
            }
            let groups: Vec<&str> = runs[at - 1..end].iter().map(|(range, _)| &text[range.clone()]).collect();
            let whole = Number::read(&groups, &marks);
            let is_plain = groups.len() == 1 || whole.is_none();
            let mut push =
                |range: Range<usize>, number| all.push(Atom { range, word: String::new(), number, is_plain });
            match whole {
                Some(_) => push(range.start..runs[end - 1].0.end, whole),
                // "29.6.2016" stays three numbers.
                None => runs[at - 1..end]
                    .iter()
                    .zip(&groups)
                    .for_each(|((range, _), group)| push(range.clone(), Number::read(&[*group], &[]))),
            }
            at = end;
        }
        Self { text, all }
    }

    /// The word at `at`, folded; empty for a number or outside.
    pub(super) fn word(&self, at: usize) -> &str {
        self.all.get(at).map_or("", |atom| &atom.word)
    }

    /// What the number at `at` is worth, if it is whole, in plain digits, and at most `max`.
    pub(super) fn plain(&self, at: usize, max: u64) -> Option<u64> {
        let atom = self.all.get(at).filter(|atom| atom.is_plain)?;
        atom.number?.whole().filter(|value| *value <= max)
    }

    /// As printed; empty outside.
    pub(super) fn printed(&self, at: usize) -> &'a str {
        self.all.get(at).map_or("", |atom| &self.text[atom.range.clone()])
    }

    /// The text between the atom before `at` and that at `at`; "\n" at both ends of the text.
    pub(super) fn gap(&self, at: usize) -> &'a str {
        let before = at.checked_sub(1).and_then(|before| self.all.get(before));
        before.zip(self.all.get(at)).map_or("\n", |(before, atom)| &self.text[before.range.end..atom.range.start])
    }

    /// True if the atom at `at` follows the one before it as words of one phrase do.
    pub(super) fn is_close(&self, at: usize) -> bool {
        matches!(self.gap(at).trim(), "" | "-" | ".") && !self.gap(at).contains('\n')
    }
}

/// The mark that parts a group of digits that ends at byte `end` from the `next` one.
fn mark(text: &str, end: usize, (next, is_number): &(Range<usize>, bool)) -> Option<char> {
    let mut between = text[end..next.start].chars();
    let mark = between.next().filter(|_| *is_number && between.next().is_none())?;
    let has_three = text[next.clone()].chars().count() == 3;
    match mark {
        ',' | '，' => Some(','),
        '.' | '．' => Some('.'),
        '\'' | '’' | '\u{a0}' | '\u{2009}' | '\u{202f}' if has_three => Some(' '),
        _ => None,
    }
}
