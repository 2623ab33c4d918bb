//! How well a passage fits: BM25F (Zaragoza et al. 2004) with a bonus for words that stand together.

use crate::index::{Field, Index};

/// How soon more of a word adds nothing: 0 counts a word once, large values count every time.
pub const K1: f64 = 1.2;
/// How much a long passage is held against it: 0 not at all, 1 fully.
pub const B: f64 = 0.6;
/// What a word counts in a passage's own text, in the headings above it, and in its document's title. Titles and
/// headings are shared by many passages: they help to choose, they do not decide.
pub const WEIGHTS: [f64; 3] = [1.0, 0.35, 0.2];
/// What words side by side add at most, as a part of the score.
pub const PROXIMITY: f64 = 0.4;
/// Beyond this many words apart nothing is added.
pub const REACH: u32 = 12;

/// Rarity of a word that `passages` of the index have (the form that is never negative).
#[must_use]
pub fn rarity(index: &Index, passages: usize) -> f64 {
    let all = index.passages() as f64;
    let with = passages as f64;
    libm::log(1.0 + (all - with + 0.5) / (with + 0.5))
}

/// What `count` occurrences in `field` add to a word's weighted frequency in `passage`.
#[must_use]
pub fn frequency(index: &Index, passage: u32, field: Field, count: usize) -> f64 {
    let n = field as usize;
    let length = index.lengths.get(passage as usize).map_or(0.0, |lengths| f64::from(lengths[n]));
    let norm = 1.0 - B + B * length / index.mean[n];
    WEIGHTS[n] * count as f64 / norm
}

/// What a weighted frequency is worth for a word of this rarity.
#[must_use]
pub fn worth(frequency: f64, rarity: f64) -> f64 {
    rarity * frequency * (K1 + 1.0) / (frequency + K1)
}

/// The factor for words whose closest places are `apart` words from each other.
#[must_use]
pub fn together(apart: Option<u32>) -> f64 {
    match apart {
        Some(apart) if apart <= REACH => 1.0 + PROXIMITY * f64::from(REACH + 1 - apart.max(1)) / f64::from(REACH),
        _ => 1.0,
    }
}
