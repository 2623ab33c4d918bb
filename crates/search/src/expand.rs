//! Which words of the index a word of a query stands for.

use std::collections::BTreeMap;

use crate::fuzzy;
use crate::index::Index;
use crate::query::Word;
use crate::tokens::is_unspaced;

/// How much a match counts that is not the very word.
pub const STEM: f64 = 0.8;
/// See [`STEM`]; for the beginning of a longer word.
pub const PREFIX: f64 = 0.6;
/// See [`STEM`]; for a part of a word in a script without spaces.
pub const PART: f64 = 0.8;
/// See [`STEM`]; for a word with letters wrong.
pub const FUZZY: f64 = 0.5;

/// Indices of words with what each counts, and what has to be said.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Expansion {
    /// Index in [`Index::words`] and weight between 0 and 1.
    pub words: BTreeMap<u32, f64>,
    /// "No passage has “cosultation”; passages with “consultation” are shown."
    pub remark: Option<String>,
}

/// The words that `surface`, folded, stands for.
#[must_use]
pub fn expand(index: &Index, surface: &str, word: &Word) -> Expansion {
    let mut words: BTreeMap<u32, f64> = BTreeMap::new();
    let mut add = |at: u32, weight: f64| {
        let known = words.entry(at).or_insert(weight);
        *known = known.max(weight);
    };
    if let Some(at) = index.word(surface) {
        add(at, 1.0);
    }
    for at in index.stems.get(&index.analyser.stem(surface)).into_iter().flatten() {
        add(*at, STEM);
    }
    if word.prefix {
        for at in index.beginning(surface) {
            add(u32::try_from(at).unwrap_or(u32::MAX), PREFIX);
        }
    }
    if is_unspaced(surface) {
        for (at, known) in (0_u32..).zip(&index.words) {
            if known.contains(surface) {
                add(at, PART);
            }
        }
    }
    if !words.is_empty() && !word.fuzzy {
        return Expansion { words, remark: None };
    }
    let near = nearest(index, surface);
    let remark = near.first().filter(|_| words.is_empty()).map(|at| {
        let shown = &index.words[*at as usize];
        format!("No passage has \u{201c}{}\u{201d}; passages with \u{201c}{shown}\u{201d} are shown.", word.text)
    });
    for at in near {
        words.entry(at).or_insert(FUZZY);
    }
    Expansion { words, remark }
}

/// The words nearest in spelling: only those with the fewest edits, most printed first.
fn nearest(index: &Index, surface: &str) -> Vec<u32> {
    let most = fuzzy::allowance(surface.chars().count());
    if most == 0 {
        return Vec::new();
    }
    let edits = |known: &String| fuzzy::distance(surface, known, most);
    let near: Vec<(usize, u32)> =
        (0_u32..).zip(&index.words).filter_map(|(at, known)| Some((edits(known)?, at))).collect();
    let fewest = near.iter().map(|(edits, _)| *edits).min();
    let mut best: Vec<u32> = near.into_iter().filter(|(edits, _)| Some(*edits) == fewest).map(|(_, at)| at).collect();
    best.sort_by_key(|at| std::cmp::Reverse(index.postings[*at as usize].len()));
    best
}
