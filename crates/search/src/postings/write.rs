//! Collects texts as numbers of words and writes their posting lists.

use entente_text::saturating_u32;

use super::{BLOCK_TEXTS, WIDTH_BITS};
use crate::bits::{BitWriter, best_rice};
use crate::varint::put;

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
    /// Ends the text whose words have been pushed, and returns its number.
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

    /// Writes the posting lists. Word `w` gets the number `numbers[w]`.
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

/// The occurrences of all words as text and place, grouped by word.
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

/// Writes the posting list of a word with the occurrences `found` (text and place, sorted), and returns the number of texts.
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
