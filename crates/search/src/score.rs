//! How well a passage fits: BM25F (Zaragoza et al. 2004) with a bonus for words near each other.

use crate::index::{Field, Index};

/// Saturation of the term frequency in BM25: 0 counts a word once, large values count each occurrence.
pub const K1: f32 = 1.5;
/// Length normalisation in BM25: 0 ignores the length of a passage, 1 divides by it. It and [`K1`] are in the middle of the
/// values that the literature has used for thirty years, so that they suit texts of any kind.
pub const B: f64 = 0.65;
/// What a word counts in a passage's own text, in the headings above it, and in its document's title, where that is
/// the passage's own. What passages share says less of each of them: see [`shared`].
pub const WEIGHTS: [f64; 3] = [1.0, 1.0, 1.0];
/// The most that words side by side add, as a share of the score: 0 adds nothing, 1 doubles it. In long texts words are near
/// each other by chance, too, so that this is kept below what one more word gives.
pub const NEARNESS_BONUS: f32 = 0.3;
/// Words that are further apart than this add nothing.
pub const REACH_WORDS: u32 = 12;
/// Nearness is not measured for more words than this: in a long query every word is near another.
pub const MAX_NEARNESS_WORDS: usize = 4;

/// Rarity of a word that `passages` of the index have (the form that is never negative).
#[must_use]
pub fn rarity(index: &Index, passages: usize) -> f32 {
    let all = index.passages() as f64;
    let with = (passages as f64).min(all);
    libm::log(1.0 + (all - with + 0.5) / (with + 0.5)) as f32
}

/// What one occurrence counts in a text of `length` words that so many passages have, where texts have `mean`.
#[must_use]
pub(crate) fn weight(field: Field, passages: u32, length: u32, mean: f64) -> f32 {
    (WEIGHTS[field as usize] * shared(passages) / (1.0 - B + B * f64::from(length) / mean)) as f32
}

/// What a title or heading says of each of the passages that share it, as a part of what it says of a single one:
/// a half where three share it, a fifth where sixty do. It helps to choose, it does not decide.
#[must_use]
pub(crate) fn shared(passages: u32) -> f64 {
    1.0 / (1.0 + libm::log(f64::from(passages.max(1))))
}

/// What a weighted frequency is worth for a word of this rarity.
#[must_use]
pub fn worth(frequency: f32, rarity: f32) -> f32 {
    rarity * frequency * (K1 + 1.0) / (frequency + K1)
}

/// How close two words are whose closest places are `apart` words from each other: 1 side by side, 0 beyond reach.
#[must_use]
pub fn closeness(apart: u32) -> f32 {
    (REACH_WORDS + 1).saturating_sub(apart.max(1)) as f32 / REACH_WORDS as f32
}
