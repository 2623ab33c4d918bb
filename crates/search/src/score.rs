//! How well a passage fits: BM25F (Zaragoza et al. 2004) with a bonus for words that stand together.

use crate::index::{Field, Index};

/// How soon more of a word adds nothing: 0 counts a word once, large values count every time.
pub const K1: f32 = 1.2;
/// How much a long passage is held against it: 0 not at all, 1 fully.
pub const B: f64 = 0.6;
/// What a word counts in a passage's own text, in the headings above it, and in its document's title. Titles and
/// headings are shared by many passages: they help to choose, they do not decide.
pub const WEIGHTS: [f64; 3] = [1.0, 0.35, 0.2];
/// What words side by side add at most, as a part of the score: 0 nothing, 1 doubles it.
pub const PROXIMITY: f32 = 0.4;
/// Beyond this many words apart nothing is added.
pub const REACH: u32 = 12;
/// Nearness is measured for so many words at most: in a long query everything stands near something.
pub const SHORT: usize = 8;

/// Rarity of a word that `passages` of the index have (the form that is never negative).
#[must_use]
pub fn rarity(index: &Index, passages: usize) -> f32 {
    let all = index.passages() as f64;
    let with = (passages as f64).min(all);
    libm::log(1.0 + (all - with + 0.5) / (with + 0.5)) as f32
}

/// What one occurrence counts in a text of `length` words where texts have `mean`.
#[must_use]
pub(crate) fn weight(field: Field, length: u32, mean: f64) -> f32 {
    (WEIGHTS[field as usize] / (1.0 - B + B * f64::from(length) / mean)) as f32
}

/// What a weighted frequency is worth for a word of this rarity.
#[must_use]
pub fn worth(frequency: f32, rarity: f32) -> f32 {
    rarity * frequency * (K1 + 1.0) / (frequency + K1)
}

/// How close two words are whose closest places are `apart` words from each other: 1 side by side, 0 beyond reach.
#[must_use]
pub fn closeness(apart: u32) -> f32 {
    (REACH + 1).saturating_sub(apart.max(1)) as f32 / REACH as f32
}
