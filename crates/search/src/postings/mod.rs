//! The inverted index of one field: for each word the texts that contain it, how often, and where in each.
//!
//! In: texts as numbers of words ([`write`]). Out: two streams of bytes, which are read in place. The posting list of a word
//! is cut into blocks of [`BLOCK_TEXTS`] texts. A list of several blocks begins with a table of their last texts and lengths, so
//! that [`Cursor`] can skip blocks. The places of words are in a stream of their own, which most questions never read.

mod cursor;
mod write;

use std::cell::Cell;

use entente_text::saturating_u32;

use crate::blob::Blob;
use crate::varint::take;

pub use cursor::Cursor;
pub(crate) use write::{Streams, Texts};

/// Texts of a block. Larger blocks take fewer bits, smaller ones can be passed over with less reading.
pub const BLOCK_TEXTS: usize = 128;
/// Bits that give the width of the low parts of a code.
const WIDTH_BITS: u32 = 5;

/// The posting lists of one field.
#[derive(Debug, Default, PartialEq)]
pub struct Postings {
    /// For each word the offsets of its list and of its places in the streams, in bytes, and the number of texts that
    /// contain it. One more entry marks the end.
    words: Vec<List>,
    lists: Blob,
    places: Blob,
    /// Number of words of each text.
    lengths: Vec<u32>,
    /// The weight of one occurrence in each text; it is higher in short texts.
    weights: Vec<f32>,
    /// Number of texts that were read from lists, to measure the work of a question.
    visited: Visited,
}

/// A word at one place of a text. Occurrences are ordered by text, place and word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Occurrence {
    /// Number of the text.
    pub text: u32,
    /// Place in the text, counted in words from 0.
    pub place: u32,
    /// Number of the word in the dictionary.
    pub word: u32,
}

/// A counter of work. Two indexes are equal whatever it says.
#[derive(Debug, Default)]
struct Visited(Cell<u64>);

impl PartialEq for Visited {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct List {
    at: u32,
    places: u32,
    frequency: u32,
}

impl Postings {
    /// Reads a field that [`Texts::pack`] wrote, in an index of `words` words. It takes the tables off the front of `tables`.
    /// `None` if the bytes do not fit.
    pub(crate) fn open(tables: &mut &[u8], words: usize, lists: &Blob, places: &Blob) -> Option<Self> {
        let count = take(tables) as usize;
        if count > tables.len() || words > tables.len() {
            return None;
        }
        let lengths: Vec<u32> = (0..count).map(|_| take(tables)).collect();
        let mut next = List { at: take(tables), places: take(tables), frequency: 0 };
        let mut all = Vec::with_capacity(words + 1);
        for _ in 0..words {
            let frequency = take(tables);
            all.push(List { frequency, ..next });
            if frequency > 0 {
                next.at = next.at.checked_add(take(tables))?;
                next.places = next.places.checked_add(take(tables))?;
            }
        }
        all.push(next);
        let fits = next.at as usize <= lists.len()? && all.iter().all(|list| list.frequency as usize <= count);
        fits.then(|| Self {
            words: all,
            lists: lists.clone(),
            places: places.clone(),
            lengths,
            weights: Vec::new(),
            visited: Visited::default(),
        })
    }

    /// Sets the weight of one occurrence in each text, from the number of the text and its length in words.
    pub(crate) fn weigh(&mut self, weight: impl Fn(usize, u32) -> f32) {
        self.weights = self.lengths.iter().enumerate().map(|(at, length)| weight(at, *length)).collect();
    }

    /// The texts that contain `word`, in order, with the number of occurrences. Empty if there is no such word.
    #[must_use]
    pub fn list(&self, word: u32) -> Cursor<'_> {
        Cursor::new(self, word)
    }

    /// Number of texts that contain `word`; 0 if there is no such word.
    #[must_use]
    pub fn frequency(&self, word: u32) -> usize {
        self.words.get(word as usize).map_or(0, |list| list.frequency as usize)
    }

    /// Number of words of a text; 0 if there is no such text.
    #[must_use]
    pub fn length(&self, text: u32) -> u32 {
        self.lengths.get(text as usize).copied().unwrap_or(0)
    }

    /// The weight of one occurrence in a text; 0 if there is no such text.
    #[must_use]
    pub fn weight(&self, text: u32) -> f32 {
        self.weights.get(text as usize).copied().unwrap_or(0.0)
    }

    /// Those of `texts` that contain any of `words`. `texts` has to be sorted.
    #[must_use]
    pub fn having(&self, words: &[u32], texts: &[u32]) -> Vec<u32> {
        let mut has = vec![false; texts.len()];
        for word in words {
            self.list(*word).meet(texts, |at, _| has[at] = true);
        }
        texts.iter().zip(has).filter(|(_, has)| *has).map(|(text, _)| *text).collect()
    }

    /// The occurrences of `words` in `texts`, sorted. `texts` has to be sorted.
    #[must_use]
    pub fn places(&self, words: &[u32], texts: &[u32]) -> Vec<Occurrence> {
        let mut out = Vec::new();
        for word in words {
            self.list(*word).meet(texts, |at, cursor| {
                let from = out.len();
                cursor.places(|place| out.push(Occurrence { text: texts[at], place, word: *word }));
                debug_assert!(out.len() > from);
            });
        }
        if words.len() > 1 {
            out.sort_unstable();
        }
        out
    }

    /// Restores all texts as they were before they were packed.
    pub(crate) fn texts(&self) -> Texts {
        let mut starts = vec![0_u32];
        for length in &self.lengths {
            starts.push(starts.last().copied().unwrap_or(0).saturating_add(*length));
        }
        let mut words = vec![0; starts.last().copied().unwrap_or(0) as usize];
        for word in 0..saturating_u32(self.words.len().saturating_sub(1)) {
            let mut cursor = self.list(word);
            while let Some(text) = cursor.text() {
                let start = starts.get(text as usize).copied().unwrap_or(0);
                cursor.places(|place| {
                    if let Some(known) = words.get_mut(start as usize + place as usize) {
                        *known = word;
                    }
                });
                cursor.step();
            }
        }
        Texts { starts, words }
    }

    /// Number of texts.
    #[must_use]
    pub fn len(&self) -> usize {
        self.lengths.len()
    }

    /// True if there are no texts.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Bytes of memory that it takes in addition to the streams.
    #[must_use]
    pub fn bytes(&self) -> usize {
        12 * self.words.len() + 8 * self.lengths.len()
    }

    /// Number of texts that were read from lists since the index was opened.
    #[must_use]
    pub fn visited(&self) -> u64 {
        self.visited.0.get()
    }
}

#[cfg(test)]
mod tests;
