//! Searches for what was masked: sequences of words, and digits of numbers.
//!
//! A string is split into folded words. At each word, the sequences that begin with it are compared. Numbers are searched in groups
//! of digits that are close together. Both take time linear in the length of the string.

use std::collections::{BTreeMap, BTreeSet};

use entente_ingest::{Case, Needle, Sort};
use entente_text::fold::{fold, is_zero_width};
use entente_text::script::{is_han, is_hangul_syllable, is_kana};

use super::reading::readings;

/// The most bytes between two words of a sequence.
const MAX_GAP_BYTES: usize = 40;
/// The most bytes between two groups of digits of a number.
const MAX_DIGIT_GAP_BYTES: usize = 3;
/// The fewest letters of a single word. A shorter word is not searched.
const MIN_WORD_LETTERS: usize = 4;
/// The fewest digits of a number.
const MIN_DIGITS: usize = 7;
/// The most groups of digits of a number.
const MAX_GROUPS: usize = 12;

/// Everything that is searched.
pub(super) struct Needles<'a> {
    /// By their first word.
    sequences: BTreeMap<&'a str, Vec<&'a Needle>>,
    /// Words of scripts without spaces, which can be part of a run of letters.
    inside: BTreeMap<&'a str, &'a Needle>,
    /// Lengths of the words in `inside`, in characters.
    lengths: BTreeSet<usize>,
    numbers: BTreeMap<&'a str, &'a Needle>,
    addresses: bool,
}

/// A word of a string.
struct Word {
    start: usize,
    end: usize,
    folded: String,
    capital: bool,
}

impl<'a> Needles<'a> {
    /// Prepares `needles`. With `addresses`, no e-mail address at all may be left.
    pub(super) fn new(needles: &'a [Needle], addresses: bool) -> Self {
        let mut out = Self {
            sequences: BTreeMap::new(),
            inside: BTreeMap::new(),
            lengths: BTreeSet::new(),
            numbers: BTreeMap::new(),
            addresses,
        };
        for needle in needles {
            let Some(first) = needle.words.first() else { continue };
            let letters: usize = needle.words.iter().map(|word| word.chars().count()).sum();
            let alone = needle.words.len() == 1;
            if needle.sort == Sort::Number {
                if first.len() >= MIN_DIGITS {
                    out.numbers.insert(first, needle);
                }
            } else if first.chars().all(is_unspaced) && alone {
                if letters > 2 {
                    out.lengths.insert(letters);
                    out.inside.insert(first, needle);
                }
            } else if needle.case != Case::Titled && !(alone && letters < MIN_WORD_LETTERS) {
                out.sequences.entry(first).or_default().push(needle);
            }
        }
        out
    }

    /// The rule of something that is left in any reading of `text`; `None` if nothing is left.
    pub(super) fn found(&self, text: &str) -> Option<String> {
        readings(text).iter().find_map(|text| self.found_in_reading(text)).map(str::to_owned)
    }

    fn found_in_reading(&self, text: &str) -> Option<&str> {
        if self.addresses && has_address(text) {
            return Some("personal-data, e-mail address");
        }
        let words = split_words(text);
        let sequence = (0..words.len()).find_map(|at| self.sequence_at_start(&words[at..]));
        let needle = sequence.or_else(|| words.iter().find_map(|word| self.name_inside(&word.folded)));
        needle.or_else(|| self.number_in(&words)).map(|needle| needle.rule.as_str())
    }

    /// A sequence that begins at the first of `words`.
    fn sequence_at_start(&self, words: &[Word]) -> Option<&Needle> {
        let known = self.sequences.get(&*words[0].folded)?;
        known.iter().copied().find(|needle| {
            let count = needle.words.len();
            let here = words.get(..count).unwrap_or_default();
            let same =
                here.len() == count && here.iter().zip(&needle.words).all(|(word, wanted)| word.folded == *wanted);
            let near = here.windows(2).all(|pair| pair[1].start - pair[0].end <= MAX_GAP_BYTES);
            let cased = match needle.case {
                Case::Any => true,
                Case::Capital => here.first().is_some_and(|word| word.capital),
                Case::Capitals => here.iter().all(|word| word.capital),
                Case::Titled => false,
            };
            same && near && cased
        })
    }

    /// A name in a script without spaces that is a part of `word`.
    fn name_inside(&self, word: &str) -> Option<&Needle> {
        if self.inside.is_empty() || !word.chars().any(is_unspaced) {
            return None;
        }
        let starts: Vec<usize> = word.char_indices().map(|(at, _)| at).chain([word.len()]).collect();
        self.lengths.iter().find_map(|length| {
            starts.windows(length + 1).find_map(|ends| self.inside.get(&word[ends[0]..ends[*length]]).copied())
        })
    }

    /// A number in `words`, whose groups of digits are close together.
    fn number_in(&self, words: &[Word]) -> Option<&Needle> {
        if self.numbers.is_empty() {
            return None;
        }
        let is_group = |word: &Word| word.folded.bytes().all(|byte| byte.is_ascii_digit());
        for (n, first) in words.iter().enumerate().filter(|(_, word)| is_group(word)) {
            let mut digits = String::new();
            let mut end = first.start;
            for word in words[n..].iter().take(MAX_GROUPS) {
                if !is_group(word) || word.start - end > MAX_DIGIT_GAP_BYTES {
                    break;
                }
                digits.push_str(&word.folded);
                end = word.end;
                if let Some(needle) = self.numbers.get(digits.as_str()) {
                    return Some(needle);
                }
            }
        }
        None
    }
}

fn is_unspaced(c: char) -> bool {
    is_hangul_syllable(c) || is_han(c) || is_kana(c)
}

/// Splits `text` into words: runs of letters and digits. Zero-width characters and combining marks do not end a word.
fn split_words(text: &str) -> Vec<Word> {
    let mut out = Vec::new();
    let mut start: Option<usize> = None;
    let mut end = 0;
    let mut close = |start: &mut Option<usize>, end: usize| {
        if let Some(from) = start.take() {
            let word = &text[from..end];
            let folded: String = fold(word).chars().map(without_stroke).collect();
            out.push(Word { start: from, end, capital: word.starts_with(char::is_uppercase), folded });
        }
    };
    for (at, c) in text.char_indices() {
        if c.is_alphanumeric() {
            start.get_or_insert(at);
            end = at + c.len_utf8();
        } else if !is_zero_width(c) && !('\u{300}'..='\u{36f}').contains(&c) {
            close(&mut start, end);
        }
    }
    close(&mut start, end);
    out
}

/// Replaces letters with a stroke, which folding keeps.
fn without_stroke(c: char) -> char {
    match c {
        'ł' => 'l',
        'ø' => 'o',
        'đ' | 'ð' => 'd',
        'ı' => 'i',
        c => c,
    }
}

/// True if `text` contains an e-mail address.
fn has_address(text: &str) -> bool {
    text.match_indices('@').any(|(at, _)| {
        let named = text[..at].ends_with(|c: char| c.is_ascii_alphanumeric());
        let domain: &str = text[at + 1..]
            .split(|c: char| !(c.is_ascii_alphanumeric() || c == '.' || c == '-'))
            .next()
            .unwrap_or_default();
        let domain = domain.trim_end_matches(['.', '-']);
        let last = domain.rsplit('.').next().unwrap_or_default();
        named
            && last.len() < domain.len()
            && !domain.starts_with(['.', '-'])
            && !domain.contains("..")
            && last.len() >= 2
            && last.bytes().all(|byte| byte.is_ascii_alphabetic())
    })
}
