//! Words written as one in the query and apart in the text: "cybersecurity", 사이버정책협의회.

use crate::eval;
use crate::index::{Field, Index};
use crate::korean::is_syllable;
use crate::plan::Run;

/// Least letters of each part of a word that the index also has as a whole: "nowhere" is not "now here".
const MIN_KNOWN_PART_CHARS: usize = 4;
/// Least letters of each part of a word that the index does not have.
const MIN_UNKNOWN_PART_CHARS: usize = 3;
/// Least syllables of each part of a Korean word.
const MIN_PART_SYLLABLES: usize = 2;
/// Longer Korean words are not taken apart.
const MAX_COMPOUND_SYLLABLES: usize = 40;

/// Ways to take one Korean word apart that are tried: more are not worth the time.
const MAX_WAYS: usize = 8;
/// Places that are looked at for these ways.
const MAX_STEPS: usize = 200;

/// The words that `surface` is made of, in every way in which some passage has them side by side.
pub(crate) fn splits(index: &Index, surface: &str, field: Option<Field>) -> Vec<Vec<Vec<u32>>> {
    let stands = |slots: &Vec<Vec<u32>>| {
        !eval::run(index, &Run { slots: slots.clone(), field, weight: 1.0, ..Run::default() }).is_empty()
    };
    if surface.chars().all(is_syllable) {
        let mut ways = Ways { index, found: Vec::new(), steps: 0 };
        let stem = index.analyser.stem(surface);
        if (MIN_PART_SYLLABLES * 2..=MAX_COMPOUND_SYLLABLES).contains(&stem.chars().count()) {
            ways.follow(&stem, &mut Vec::new());
        }
        ways.found.retain(stands);
        return ways.found;
    }
    if !surface.chars().all(char::is_alphabetic) {
        return Vec::new();
    }
    let least = if index.words.find(surface).is_some() { MIN_KNOWN_PART_CHARS } else { MIN_UNKNOWN_PART_CHARS };
    let letters = surface.chars().count();
    let cuts = surface.char_indices().enumerate().filter(|(n, _)| *n >= least && letters - n >= least);
    cuts.map(|(_, (at, _))| surface.split_at(at))
        .filter_map(|(a, b)| Some(vec![vec![index.words.find(a)?], vec![index.words.find(b)?]]))
        .find(stands)
        .into_iter()
        .collect()
}

/// Ways to take a Korean word apart into words of the index; the first may have begun before,
/// the last may go on.
struct Ways<'a> {
    index: &'a Index,
    found: Vec<Vec<Vec<u32>>>,
    steps: usize,
}

impl Ways<'_> {
    fn follow(&mut self, rest: &str, before: &mut Vec<Vec<u32>>) {
        self.steps += 1;
        if self.found.len() >= MAX_WAYS || self.steps > MAX_STEPS {
            return;
        }
        if !before.is_empty() {
            let last: Vec<u32> = self.index.words.beginning(rest).collect();
            if !last.is_empty() {
                let mut slots = before.clone();
                slots.push(last);
                self.found.push(slots);
            }
        }
        let letters = rest.chars().count();
        for (n, (at, _)) in rest.char_indices().enumerate().skip(MIN_PART_SYLLABLES) {
            if letters - n < MIN_PART_SYLLABLES {
                break;
            }
            let part = &rest[..at];
            let mut words: Vec<u32> = self.index.words.find(part).into_iter().collect();
            if before.is_empty() {
                // The first one may have begun earlier: 사이버정책 협의회 for 정책협의회.
                words = self.index.words.containing(part);
                words.retain(|word| self.index.words.get(*word).ends_with(part));
            }
            if !words.is_empty() {
                before.push(words);
                self.follow(&rest[at..], before);
                before.pop();
            }
        }
    }
}
