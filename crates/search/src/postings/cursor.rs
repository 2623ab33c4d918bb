//! Walks over the posting list of a word.

use entente_text::saturating_u32;

use super::{BLOCK_TEXTS, Postings, WIDTH_BITS};
use crate::bits::BitReader;
use crate::varint::take;

/// The place of a block, known before the block is read.
#[derive(Clone, Copy, Debug, Default)]
struct Block {
    /// One more than the last text before the block.
    base: u32,
    last: u32,
    at: usize,
    places: usize,
}

/// Walks over the posting list of a word, one block in memory at a time.
#[derive(Debug)]
pub struct Cursor<'a> {
    postings: &'a Postings,
    lists: &'a [u8],
    places: Option<BitReader<'a>>,
    blocks: Vec<Block>,
    /// Number of the block in memory, number of its texts, and the current one of these.
    block: usize,
    len: usize,
    at: usize,
    frequency: usize,
    texts: [u32; BLOCK_TEXTS],
    counts: [u32; BLOCK_TEXTS],
    /// The start of the counts of the block, until they are read.
    uncounted: Option<BitReader<'a>>,
    /// Number of texts of the block whose places are read or skipped, and the width in bits of the low part of places.
    placed: (usize, u32),
}

impl<'a> Cursor<'a> {
    pub(super) fn new(postings: &'a Postings, word: u32) -> Self {
        let lists = postings.lists.bytes();
        let known = postings.words.get(word as usize).copied().unwrap_or_default();
        let mut out = Self {
            postings,
            lists,
            places: None,
            blocks: Vec::new(),
            block: 0,
            len: 0,
            at: 0,
            frequency: known.frequency as usize,
            texts: [0; BLOCK_TEXTS],
            counts: [0; BLOCK_TEXTS],
            uncounted: None,
            placed: (0, 0),
        };
        let count = out.frequency.div_ceil(BLOCK_TEXTS);
        let (start, places) = (known.at as usize, known.places as usize);
        if count == 1 {
            out.blocks.push(Block { base: 0, last: u32::MAX, at: start, places });
        } else if count > 1 {
            let mut table = lists.get(start..).unwrap_or_default();
            let all = table.len();
            let mut next = Block { places, ..Block::default() };
            out.blocks.reserve(count);
            let mut lengths = Vec::with_capacity(count);
            for _ in 0..count {
                let last = next.base.saturating_add(take(&mut table));
                lengths.push(take(&mut table) as usize);
                out.blocks.push(Block { last, ..next });
                next = Block { base: last.saturating_add(1), places: next.places + take(&mut table) as usize, ..next };
            }
            let mut at = start + all - table.len();
            for (block, length) in out.blocks.iter_mut().zip(lengths) {
                block.at = at;
                at += length;
            }
        }
        out.read(0);
        out
    }

    /// Reads block `at`; there is no current text if there is no such block.
    fn read(&mut self, at: usize) {
        self.block = at;
        (self.at, self.len, self.places, self.placed) = (0, 0, None, (0, 0));
        let Some(block) = self.blocks.get(at) else { return };
        let len = (self.frequency - at * BLOCK_TEXTS).min(BLOCK_TEXTS);
        let mut reader = BitReader::new(self.lists, block.at * 8);
        let k = reader.bits(WIDTH_BITS);
        let mut next = block.base;
        for text in &mut self.texts[..len] {
            *text = next.saturating_add(reader.rice(k));
            next = text.saturating_add(1);
        }
        // Damaged bytes may name texts that do not exist.
        let known = saturating_u32(self.postings.len());
        self.len = if next <= known { len } else { self.texts[..len].partition_point(|text| *text < known) };
        self.uncounted = Some(reader);
        self.postings.visited.0.set(self.postings.visited.0.get() + len as u64);
    }

    /// The current text; `None` after the last one.
    #[must_use]
    pub fn text(&self) -> Option<u32> {
        (self.at < self.len).then(|| self.texts[self.at])
    }

    /// Number of occurrences of the word in the current text.
    pub fn count(&mut self) -> u32 {
        if let Some(mut reader) = self.uncounted.take() {
            let k = reader.bits(WIDTH_BITS);
            for (count, text) in self.counts[..self.len].iter_mut().zip(&self.texts) {
                // Damaged bytes may give more occurrences than the text has words.
                *count = reader.rice(k).saturating_add(1).min(self.postings.length(*text));
            }
        }
        self.counts[self.at.min(BLOCK_TEXTS - 1)]
    }

    /// Moves to the next text.
    pub fn step(&mut self) {
        self.at += 1;
        if self.at >= self.len && self.len > 0 {
            self.read(self.block + 1);
        }
    }

    /// Moves to the first text that is `text` or comes after it.
    pub fn seek(&mut self, text: u32) {
        if self.blocks.get(self.block).is_some_and(|block| block.last < text) {
            let next = self.block + self.blocks[self.block..].partition_point(|block| block.last < text);
            self.read(next);
        }
        let rest = &self.texts[self.at.min(self.len)..self.len];
        // In most cases it is among the next eight.
        let near = rest.iter().take(8).take_while(|known| **known < text).count();
        self.at += if near < 8 { near } else { rest.partition_point(|known| *known < text) };
        if self.at >= self.len && self.len > 0 {
            self.read(self.block + 1);
        }
    }

    /// Calls `found` for each of `texts` that contains the word, with its index in `texts` and the cursor at that text. `texts`
    /// has to be sorted.
    pub fn meet(mut self, texts: &[u32], mut found: impl FnMut(usize, &mut Self)) {
        let mut at = 0;
        while let (Some(wanted), Some(here)) = (texts.get(at), self.text()) {
            if here < *wanted {
                self.seek(*wanted);
            } else if here == *wanted {
                found(at, &mut self);
                at += 1;
            } else {
                // One of the two lists may be much shorter than the other.
                let rest = &texts[at..];
                let near = rest.iter().take(8).take_while(|known| **known < here).count();
                at += if near < 8 { near } else { rest.partition_point(|known| *known < here) };
            }
        }
    }

    /// Calls `found` with each place of the word in the current text, counted in words from 0.
    pub fn places(&mut self, mut found: impl FnMut(u32)) {
        self.count();
        let Some(block) = self.blocks.get(self.block).filter(|_| self.at < self.len) else { return };
        let mut reader = match self.places {
            Some(reader) => reader,
            None => {
                let mut reader = BitReader::new(self.postings.places.bytes(), block.places * 8);
                self.placed = (0, reader.bits(WIDTH_BITS));
                reader
            }
        };
        let (passed, k) = self.placed;
        if passed <= self.at {
            for count in &self.counts[passed..self.at] {
                for _ in 0..*count {
                    reader.rice(k);
                }
            }
            let mut next = 0_u32;
            for _ in 0..self.counts[self.at] {
                let place = next.saturating_add(reader.rice(k));
                found(place);
                next = place.saturating_add(1);
            }
            self.placed = (self.at + 1, k);
        }
        self.places = Some(reader);
    }
}

impl Iterator for Cursor<'_> {
    type Item = (u32, u32);

    fn next(&mut self) -> Option<Self::Item> {
        let text = self.text()?;
        let count = self.count();
        self.step();
        Some((text, count))
    }
}
