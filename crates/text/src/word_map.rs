//! Tables of words, found by a fast hash.
//!
//! In: words that are known when the program is built. Out: maps and sets that tell at once whether a word is in them.
//! They are never walked over, so that their order shows nowhere: `clippy::iter_over_hash_type` is on.
#![expect(clippy::disallowed_types, reason = "with a hasher of our own, which gives the same in every run")]

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

/// A map from words.
pub type WordMap<K, V> = HashMap<K, V, BuildHasherDefault<WordHasher>>;
/// A set of words.
pub type WordSet<K> = HashSet<K, BuildHasherDefault<WordHasher>>;

/// An odd number with its bits well spread, by which each step multiplies: 2^64 divided by the golden ratio (Knuth, The Art of
/// Computer Programming, volume 3, section 6.4).
const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;
/// Bits by which the state is turned before each step, so that the order of steps matters.
const TURN: u32 = 23;

/// Hashes eight bytes a step. Only for tables of our own words: who chooses the keys can make them collide.
#[derive(Clone, Copy, Debug, Default)]
pub struct WordHasher {
    state: u64,
}

impl WordHasher {
    fn step(&mut self, bits: u64) {
        self.state = (self.state.rotate_left(TURN) ^ bits).wrapping_mul(SPREAD);
    }
}

impl Hasher for WordHasher {
    fn write(&mut self, bytes: &[u8]) {
        let mut rest = bytes;
        while let Some((chunk, after)) = rest.split_first_chunk() {
            self.step(u64::from_le_bytes(*chunk));
            rest = after;
        }
        // Two reads that overlap take four to seven bytes, three take one to three.
        if let (Some(first), Some(last)) = (rest.first_chunk(), rest.last_chunk()) {
            self.step(u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << 32);
        } else if let [first, .., last] | [first @ last] = rest {
            let middle = rest[rest.len() / 2];
            self.step(u64::from(*first) | u64::from(middle) << 8 | u64::from(*last) << 16);
        }
    }

    fn write_u8(&mut self, byte: u8) {
        self.step(u64::from(byte));
    }

    fn write_usize(&mut self, number: usize) {
        self.step(number as u64);
    }

    /// The high bits are the well mixed ones; tables look at the low ones, too.
    fn finish(&self) -> u64 {
        self.state ^ (self.state >> 32)
    }
}

#[cfg(test)]
mod tests {
    use std::hash::{Hash, Hasher};

    use super::{WordHasher, WordMap, WordSet};

    fn hash(word: &str) -> u64 {
        let mut hasher = WordHasher::default();
        word.hash(&mut hasher);
        hasher.finish()
    }

    #[test]
    fn words_are_found_and_others_are_not() {
        let map: WordMap<&str, usize> = [("meeting", 1), ("", 2), ("정상회담", 3)].into_iter().collect();
        assert_eq!((map.get("meeting"), map.get(""), map.get("정상회담")), (Some(&1), Some(&2), Some(&3)));
        assert!(!map.contains_key("meetings") && !map.contains_key("meetin"));
        let pairs: WordSet<(&str, &str)> = [("a", "bc")].into_iter().collect();
        assert!(pairs.contains(&("a", "bc")) && !pairs.contains(&("ab", "c")));
    }

    #[test]
    fn close_words_get_hashes_far_apart() {
        let words: Vec<String> = (0..20_000).map(|n| format!("word{n}")).collect();
        let low: std::collections::BTreeSet<u64> = words.iter().map(|word| hash(word) & 0x7fff).collect();
        // Thrown at random, 20,000 balls fill some 15,000 of 32,768 places.
        assert!(low.len() > 14_000, "{}", low.len());
    }
}
