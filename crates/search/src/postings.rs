//! One field of all its texts: for each word the texts that have it, how often, and where in each.
//!
//! In: texts as numbers of words. Out: two streams of bytes that are read where they lie. A word's list is cut into
//! blocks of [`BLOCK_TEXTS`] texts; before a list of several blocks stands what is needed to pass over one: its last text and
//! its lengths. The places lie in a stream of their own, which most questions never ask for.

use std::cell::Cell;

use entente_text::saturating_u32;

use crate::bits::{BitReader, BitWriter, best_rice};
use crate::blob::Blob;
use crate::varint::{put, take};

/// Texts of a block. Larger blocks take fewer bits, smaller ones can be passed over with less reading.
pub const BLOCK_TEXTS: usize = 128;
/// Bits that give the width of the low parts of a code.
const WIDTH_BITS: u32 = 5;

/// Which texts have which words.
#[derive(Debug, Default, PartialEq)]
pub struct Postings {
    /// Where the list and the places of each word begin in their streams, and in how many texts it stands; one more at
    /// the end.
    words: Vec<List>,
    lists: Blob,
    places: Blob,
    /// Number of words of each text.
    lengths: Vec<u32>,
    /// What one occurrence weighs in each text: short texts say more with a word.
    weights: Vec<f32>,
    /// Texts read out of lists, for those who watch how much work a question is.
    visited: Visited,
}

/// A count of work, which is no part of what the lists are.
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

/// What is known of a block before it is read.
#[derive(Clone, Copy, Debug, Default)]
struct Block {
    /// The text before its first one, and one.
    base: u32,
    last: u32,
    at: usize,
    places: usize,
}

impl Postings {
    /// Reads what [`Texts::pack`] wrote of a field in an index of `words` words; `None` if it cannot be that.
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

    /// Sets what one occurrence weighs in each text, from its number and length.
    pub(crate) fn weigh(&mut self, weight: impl Fn(usize, u32) -> f32) {
        self.weights = self.lengths.iter().enumerate().map(|(at, length)| weight(at, *length)).collect();
    }

    /// The texts that have `word`, in order, and how often.
    #[must_use]
    pub fn list(&self, word: u32) -> Cursor<'_> {
        Cursor::new(self, word)
    }

    /// Number of texts that have `word`.
    #[must_use]
    pub fn frequency(&self, word: u32) -> usize {
        self.words.get(word as usize).map_or(0, |list| list.frequency as usize)
    }

    /// Number of words of a text.
    #[must_use]
    pub fn length(&self, text: u32) -> u32 {
        self.lengths.get(text as usize).copied().unwrap_or(0)
    }

    /// What one occurrence weighs in a text.
    #[must_use]
    pub fn weight(&self, text: u32) -> f32 {
        self.weights.get(text as usize).copied().unwrap_or(0.0)
    }

    /// Those of `texts`, which are in order, that have any of `words`.
    #[must_use]
    pub fn having(&self, words: &[u32], texts: &[u32]) -> Vec<u32> {
        let mut has = vec![false; texts.len()];
        for word in words {
            self.list(*word).meet(texts, |at, _| has[at] = true);
        }
        texts.iter().zip(has).filter(|(_, has)| *has).map(|(text, _)| *text).collect()
    }

    /// Where in `texts`, which are in order, any of `words` stands: text, place and word, in order.
    #[must_use]
    pub fn places(&self, words: &[u32], texts: &[u32]) -> Vec<(u32, u32, u32)> {
        let mut out = Vec::new();
        for word in words {
            self.list(*word).meet(texts, |at, cursor| {
                let from = out.len();
                cursor.places(|place| out.push((texts[at], place, *word)));
                debug_assert!(out.len() > from);
            });
        }
        if words.len() > 1 {
            out.sort_unstable();
        }
        out
    }

    /// All texts as they were before they were packed.
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

    /// True if there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Bytes of memory it takes beside the streams.
    #[must_use]
    pub fn bytes(&self) -> usize {
        12 * self.words.len() + 8 * self.lengths.len()
    }

    /// Texts read out of lists since the index was opened.
    #[must_use]
    pub fn visited(&self) -> u64 {
        self.visited.0.get()
    }
}

/// Walks over the list of a word.
#[derive(Debug)]
pub struct Cursor<'a> {
    postings: &'a Postings,
    lists: &'a [u8],
    places: Option<BitReader<'a>>,
    blocks: Vec<Block>,
    /// Block that is read, texts in it and the place in them.
    block: usize,
    len: usize,
    at: usize,
    frequency: usize,
    texts: [u32; BLOCK_TEXTS],
    counts: [u32; BLOCK_TEXTS],
    /// Where the counts of the block begin, while they are not read.
    uncounted: Option<BitReader<'a>>,
    /// Texts of the block whose places are passed, and the width of their low part.
    placed: (usize, u32),
}

impl<'a> Cursor<'a> {
    fn new(postings: &'a Postings, word: u32) -> Self {
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

    /// Reads block `at`; after the last one the walk is over.
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
        // Nothing that is not there, whatever the bytes say.
        let known = saturating_u32(self.postings.len());
        self.len = if next <= known { len } else { self.texts[..len].partition_point(|text| *text < known) };
        self.uncounted = Some(reader);
        self.postings.visited.0.set(self.postings.visited.0.get() + len as u64);
    }

    /// The text it stands at; nothing after the last one.
    #[must_use]
    pub fn text(&self) -> Option<u32> {
        (self.at < self.len).then(|| self.texts[self.at])
    }

    /// How often the word stands there.
    pub fn count(&mut self) -> u32 {
        if let Some(mut reader) = self.uncounted.take() {
            let k = reader.bits(WIDTH_BITS);
            for (count, text) in self.counts[..self.len].iter_mut().zip(&self.texts) {
                // No more than there is room for, whatever the bytes say.
                *count = reader.rice(k).saturating_add(1).min(self.postings.length(*text));
            }
        }
        self.counts[self.at.min(BLOCK_TEXTS - 1)]
    }

    /// Goes on to the next text.
    pub fn step(&mut self) {
        self.at += 1;
        if self.at >= self.len && self.len > 0 {
            self.read(self.block + 1);
        }
    }

    /// Goes on to the first text that is not before `text`.
    pub fn seek(&mut self, text: u32) {
        if self.blocks.get(self.block).is_some_and(|block| block.last < text) {
            let next = self.block + self.blocks[self.block..].partition_point(|block| block.last < text);
            self.read(next);
        }
        let rest = &self.texts[self.at.min(self.len)..self.len];
        // Mostly it is near.
        let near = rest.iter().take(8).take_while(|known| **known < text).count();
        self.at += if near < 8 { near } else { rest.partition_point(|known| *known < text) };
        if self.at >= self.len && self.len > 0 {
            self.read(self.block + 1);
        }
    }

    /// Calls `found` with each of `texts`, which are in order, that has the word: its index, and the cursor there.
    pub fn meet(mut self, texts: &[u32], mut found: impl FnMut(usize, &mut Self)) {
        let mut at = 0;
        while let (Some(wanted), Some(here)) = (texts.get(at), self.text()) {
            if here < *wanted {
                self.seek(*wanted);
            } else if here == *wanted {
                found(at, &mut self);
                at += 1;
            } else {
                // Few are wanted beside what is there, or the other way round.
                let rest = &texts[at..];
                let near = rest.iter().take(8).take_while(|known| **known < here).count();
                at += if near < 8 { near } else { rest.partition_point(|known| *known < here) };
            }
        }
    }

    /// Calls `found` with each place of the word in the text it stands at.
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

/// Collects texts before they are packed.
#[derive(Debug, PartialEq)]
pub(crate) struct Texts {
    pub(crate) starts: Vec<u32>,
    pub(crate) words: Vec<u32>,
}

impl Default for Texts {
    fn default() -> Self {
        Self { starts: vec![0], words: Vec::new() }
    }
}

/// The streams that the fields of an index share.
#[derive(Debug, Default)]
pub(crate) struct Streams {
    pub(crate) lists: Vec<u8>,
    pub(crate) places: Vec<u8>,
}

impl Texts {
    /// Ends the text whose words have been pushed; gives its number.
    pub(crate) fn end(&mut self) -> u32 {
        self.starts.push(saturating_u32(self.words.len()));
        saturating_u32(self.starts.len() - 2)
    }

    /// Number of texts.
    pub(crate) fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// The words of a text in order.
    pub(crate) fn words_of(&self, text: u32) -> &[u32] {
        let at = |n: usize| self.starts.get(n).copied().unwrap_or(0) as usize;
        self.words.get(at(text as usize)..at(text as usize + 1)).unwrap_or(&[])
    }

    /// Writes the lists, every word `w` now being `numbers[w]`.
    pub(crate) fn pack(mut self, numbers: &[u32], tables: &mut Vec<u8>, streams: &mut Streams) {
        self.words.iter_mut().for_each(|word| *word = numbers[*word as usize]);
        put(tables, saturating_u32(self.len()));
        self.starts.windows(2).for_each(|pair| put(tables, pair[1] - pair[0]));
        put(tables, saturating_u32(streams.lists.len()));
        put(tables, saturating_u32(streams.places.len()));
        let sorted = Occurrences::new(&self, numbers.len());
        for word in 0..numbers.len() {
            let found = sorted.of(word);
            let (lists, places) = (streams.lists.len(), streams.places.len());
            let frequency = list(found, streams);
            put(tables, frequency);
            if frequency > 0 {
                put(tables, saturating_u32(streams.lists.len() - lists));
                put(tables, saturating_u32(streams.places.len() - places));
            }
        }
    }
}

/// Where each word stands: text and place, by word.
struct Occurrences {
    starts: Vec<u32>,
    found: Vec<(u32, u32)>,
}

impl Occurrences {
    fn new(texts: &Texts, words: usize) -> Self {
        let mut starts = vec![0_u32; words + 1];
        texts.words.iter().for_each(|word| starts[*word as usize + 1] += 1);
        for word in 0..words {
            starts[word + 1] += starts[word];
        }
        let mut next = starts.clone();
        let mut found = vec![(0, 0); texts.words.len()];
        for text in 0..saturating_u32(texts.len()) {
            for (place, word) in (0_u32..).zip(texts.words_of(text)) {
                let at = &mut next[*word as usize];
                found[*at as usize] = (text, place);
                *at += 1;
            }
        }
        Self { starts, found }
    }

    fn of(&self, word: usize) -> &[(u32, u32)] {
        &self.found[self.starts[word] as usize..self.starts[word + 1] as usize]
    }
}

/// Writes the list of a word that was `found` at these texts and places; gives the number of texts.
fn list(found: &[(u32, u32)], streams: &mut Streams) -> u32 {
    let texts: Vec<&[(u32, u32)]> = found.chunk_by(|a, b| a.0 == b.0).collect();
    let (mut table, mut blocks) = (Vec::new(), Vec::new());
    let mut base = 0;
    for block in texts.chunks(BLOCK_TEXTS) {
        let mut next = base;
        let gaps: Vec<u32> = block.iter().map(|text| text[0].0 - std::mem::replace(&mut next, text[0].0 + 1)).collect();
        let counts: Vec<u32> = block.iter().map(|text| saturating_u32(text.len()) - 1).collect();
        let mut steps: Vec<u32> = Vec::new();
        for text in block {
            let mut next = 0;
            steps.extend(text.iter().map(|(_, place)| place - std::mem::replace(&mut next, place + 1)));
        }
        let coded = coded(&[&gaps, &counts]);
        let places = self::coded(&[&steps]);
        put(&mut table, next - 1 - base);
        put(&mut table, saturating_u32(coded.len()));
        put(&mut table, saturating_u32(places.len()));
        blocks.extend(coded);
        streams.places.extend(places);
        base = next;
    }
    if texts.len() > BLOCK_TEXTS {
        streams.lists.extend(table);
    }
    streams.lists.extend(blocks);
    saturating_u32(texts.len())
}

fn coded(lists: &[&[u32]]) -> Vec<u8> {
    let mut writer = BitWriter::default();
    for list in lists {
        let k = best_rice(list);
        writer.bits(k, WIDTH_BITS);
        list.iter().for_each(|value| writer.rice(*value, k));
    }
    writer.finish()
}

#[cfg(test)]
mod tests {
    use super::{BLOCK_TEXTS, Postings, Streams, Texts};
    use crate::blob::Blob;

    /// Texts of few and many words, common and rare ones.
    fn texts() -> Texts {
        let mut out = Texts::default();
        let mut state = 7_u32;
        for text in 0..5 * BLOCK_TEXTS as u32 {
            for _ in 0..text % 11 {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                let word = (state >> 8) % 97;
                out.words.push(if word > 60 { 0 } else { word * word / 40 });
            }
            out.end();
        }
        out
    }

    fn packed(texts: Texts) -> Postings {
        let numbers: Vec<u32> = (0..100).collect();
        let (mut tables, mut streams) = (Vec::new(), Streams::default());
        texts.pack(&numbers, &mut tables, &mut streams);
        let mut rest = tables.as_slice();
        let open = Postings::open(&mut rest, 100, &Blob::here(streams.lists), &Blob::here(streams.places));
        assert!(rest.is_empty());
        open.expect("just written")
    }

    #[test]
    fn what_is_packed_reads_back() {
        let (texts, postings) = (texts(), packed(texts()));
        assert_eq!(postings.texts(), texts);
        for word in 0..100 {
            let expected: Vec<(u32, u32)> = (0..texts.len() as u32)
                .map(|text| (text, texts.words_of(text).iter().filter(|known| **known == word).count() as u32))
                .filter(|(_, count)| *count > 0)
                .collect();
            assert_eq!(postings.list(word).collect::<Vec<_>>(), expected, "{word}");
            assert_eq!(postings.frequency(word), expected.len());
        }
    }

    #[test]
    fn a_cursor_passes_over_what_is_not_asked_for() {
        let (texts, postings) = (texts(), packed(texts()));
        let has = |text: u32| texts.words_of(text).contains(&0);
        for step in [1, 3, 50, 200] {
            let wanted: Vec<u32> = (0..texts.len() as u32).step_by(step).collect();
            let expected: Vec<u32> = wanted.iter().copied().filter(|text| has(*text)).collect();
            assert_eq!(postings.having(&[0], &wanted), expected, "{step}");
            let places: Vec<(u32, u32, u32)> = postings.places(&[0, 3], &wanted);
            let expected: Vec<(u32, u32, u32)> = wanted
                .iter()
                .flat_map(|text| (0..).zip(texts.words_of(*text)).map(move |(place, word)| (*text, place, *word)))
                .filter(|(_, _, word)| [0, 3].contains(word))
                .collect();
            assert_eq!(places, expected, "{step}");
        }
        let before = postings.visited();
        assert_eq!(postings.having(&[0], &[600]).len(), usize::from(has(600)));
        assert!(postings.visited() - before <= 2 * BLOCK_TEXTS as u64);
    }

    #[test]
    fn damaged_streams_give_less_and_end() {
        let numbers: Vec<u32> = (0..100).collect();
        let (mut tables, mut streams) = (Vec::new(), Streams::default());
        texts().pack(&numbers, &mut tables, &mut streams);
        for at in (0..streams.lists.len()).step_by(13) {
            let mut lists = streams.lists.clone();
            lists[at] ^= 0xff;
            let (lists, places) = (Blob::here(lists), Blob::here(streams.places.iter().map(|byte| !byte).collect()));
            let postings = Postings::open(&mut tables.as_slice(), 100, &lists, &places).expect("the tables are whole");
            let known = postings.len() as u32;
            assert!((0..100).all(|word| postings.list(word).all(|(text, _)| text < known)));
            drop(postings.texts());
        }
    }
}
