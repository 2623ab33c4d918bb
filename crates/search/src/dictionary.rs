//! Words in order, in one piece of memory; and the table by which they are numbered while an index is built.

use std::cell::OnceCell;

use entente_text::order::permutation;
use entente_text::saturating_u32;

use crate::fuzzy;
use crate::varint::{put, take};

/// Words, sorted and without repeats.
#[derive(Clone, Debug, Default)]
pub struct Dictionary {
    /// All words, each with a line end after it, so that parts can be looked for in one go.
    text: String,
    /// Byte where each word starts, and the length of `text`.
    starts: Vec<u32>,
    /// The letters of each word, for finding words with letters wrong; made when first asked for.
    letters: OnceCell<Vec<u32>>,
}

impl Dictionary {
    /// The words of `sorted`.
    pub fn new<'a>(sorted: impl IntoIterator<Item = &'a str>) -> Self {
        let (mut text, mut starts) = (String::new(), vec![0]);
        for word in sorted {
            text.push_str(word);
            text.push('\n');
            starts.push(saturating_u32(text.len()));
        }
        Self::of(text, starts)
    }

    /// The words of `text`, a line end after each, that start at `starts`; its length stands at their end.
    pub(crate) fn of(text: String, starts: Vec<u32>) -> Self {
        Self { text, starts, letters: OnceCell::new() }
    }

    /// Writes the words: of each how many bytes it shares with the one before it, and the others.
    pub(crate) fn pack(&self, out: &mut Vec<u8>) {
        put(out, saturating_u32(self.len()));
        let mut before = "";
        for at in 0..saturating_u32(self.len()) {
            let word = self.get(at);
            let shared = before.bytes().zip(word.bytes()).take_while(|(a, b)| a == b).count();
            put(out, saturating_u32(shared));
            put(out, saturating_u32(word.len() - shared));
            out.extend(&word.as_bytes()[shared..]);
            before = word;
        }
    }

    /// Reads what [`Dictionary::pack`] wrote; `None` if it is not that.
    pub(crate) fn open(tables: &mut &[u8]) -> Option<Self> {
        let count = take(tables) as usize;
        if count > tables.len() {
            return None;
        }
        let (mut text, mut starts) = (Vec::new(), vec![0]);
        let mut last = 0;
        for _ in 0..count {
            let (shared, rest) = (take(tables) as usize, take(tables) as usize);
            if shared > text.len() - last {
                return None;
            }
            let start = text.len();
            text.extend_from_within(last..last + shared);
            text.extend(tables.get(..rest)?);
            *tables = &tables[rest..];
            text.push(b'\n');
            starts.push(saturating_u32(text.len()));
            last = start;
        }
        Some(Self::of(String::from_utf8(text).ok()?, starts))
    }

    /// The letters of each word as a bit set.
    pub(crate) fn letters(&self) -> &[u32] {
        self.letters.get_or_init(|| (0..saturating_u32(self.len())).map(|at| fuzzy::letters(self.get(at))).collect())
    }

    /// Bytes of memory that it takes.
    pub(crate) fn bytes(&self) -> usize {
        self.text.len() + 4 * self.starts.len() + self.letters.get().map_or(0, |letters| 4 * letters.len())
    }

    /// Number of words.
    #[must_use]
    pub fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// True if there are no words.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Word number `at`; empty if there is no such word.
    #[must_use]
    pub fn get(&self, at: u32) -> &str {
        let start = self.starts.get(at as usize).copied().unwrap_or(0) as usize;
        let end = self.starts.get(at as usize + 1).map_or(start, |end| *end as usize - 1);
        self.text.get(start..end).unwrap_or("")
    }

    /// The number of `word`; `None` if it is not in the dictionary.
    #[must_use]
    pub fn find(&self, word: &str) -> Option<u32> {
        let at = self.before(|known| known < word);
        (saturating_u32(self.len()) > at && self.get(at) == word).then_some(at)
    }

    /// The numbers of words that begin with `prefix`.
    #[must_use]
    pub fn beginning(&self, prefix: &str) -> std::ops::Range<u32> {
        let start = self.before(|known| known < prefix);
        start..self.before(|known| known < prefix || known.starts_with(prefix))
    }

    /// The numbers of words that have `part` in them, in order.
    #[must_use]
    pub fn containing(&self, part: &str) -> Vec<u32> {
        let mut out = Vec::new();
        if part.is_empty() || part.contains('\n') {
            return out;
        }
        for (at, _) in self.text.match_indices(part) {
            let word = saturating_u32(self.starts.partition_point(|start| *start as usize <= at)).saturating_sub(1);
            if out.last() != Some(&word) {
                out.push(word);
            }
        }
        out
    }

    /// Number of words for which `is` is true. It has to be true for the first words and false for all others.
    fn before(&self, is: impl Fn(&str) -> bool) -> u32 {
        let (mut low, mut high) = (0, saturating_u32(self.len()));
        while low < high {
            let middle = low + (high - low) / 2;
            if is(self.get(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}

impl PartialEq for Dictionary {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

/// Numbers words in the order in which they come.
#[derive(Debug)]
pub(crate) struct Interner {
    text: String,
    ends: Vec<u32>,
    /// Open addressing: number of a word and one, or 0. Its length is a power of two.
    slots: Vec<u32>,
}

impl Default for Interner {
    fn default() -> Self {
        Self { text: String::new(), ends: Vec::new(), slots: vec![0; 1024] }
    }
}

impl Interner {
    /// Returns the number of `word`; a new word gets the next one.
    pub(crate) fn number(&mut self, word: &str) -> u32 {
        let mask = self.slots.len() - 1;
        let mut at = hash(word) as usize & mask;
        loop {
            match self.slots[at] {
                0 => break,
                known if self.get(known - 1) == word => return known - 1,
                _ => at = (at + 1) & mask,
            }
        }
        self.text.push_str(word);
        self.ends.push(saturating_u32(self.text.len()));
        let number = saturating_u32(self.ends.len());
        self.slots[at] = number;
        if self.ends.len() * 2 > self.slots.len() {
            self.grow();
        }
        number - 1
    }

    /// Word number `at`.
    pub(crate) fn get(&self, at: u32) -> &str {
        let start = (at as usize).checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        &self.text[start..self.ends[at as usize] as usize]
    }

    /// The words in order, and for each number the place of its word in that order.
    pub(crate) fn sorted(&self) -> (Dictionary, Vec<u32>) {
        let order = permutation(self.ends.len(), &|a, b| self.get(saturating_u32(a)).cmp(self.get(saturating_u32(b))));
        let mut places = vec![0; order.len()];
        for (place, number) in (0_u32..).zip(&order) {
            places[*number] = place;
        }
        (Dictionary::new(order.iter().map(|number| self.get(saturating_u32(*number)))), places)
    }

    fn grow(&mut self) {
        let mask = self.slots.len() * 2 - 1;
        let mut slots = vec![0; mask + 1];
        for number in 0..saturating_u32(self.ends.len()) {
            let mut at = hash(self.get(number)) as usize & mask;
            while slots[at] != 0 {
                at = (at + 1) & mask;
            }
            slots[at] = number + 1;
        }
        self.slots = slots;
    }
}

/// FNV-1a, folded once more so that the low digits depend on all letters.
fn hash(word: &str) -> u32 {
    let mut hash = 0x811c_9dc5_u32;
    for byte in word.bytes() {
        hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    hash ^ (hash >> 15)
}

#[cfg(test)]
mod tests {
    use super::{Dictionary, Interner};

    #[test]
    fn words_are_found_whole_by_their_beginning_and_by_a_part() {
        let words = Dictionary::new(["cyber", "cyberspace", "cycle", "외교부", "외교부는"]);
        assert_eq!(words.len(), 5);
        assert_eq!((words.find("cycle"), words.find("cy"), words.find("zebra")), (Some(2), None, None));
        assert_eq!((words.beginning("cyber"), words.beginning("외"), words.beginning("d")), (0..2, 3..5, 3..3));
        assert_eq!(
            (words.containing("교부"), words.containing("yb"), words.containing("r\nc")),
            (vec![3, 4], vec![0, 1], vec![])
        );
        assert_eq!(words.get(9), "");
        assert!(Dictionary::default().find("a").is_none() && Dictionary::default().beginning("a").is_empty());
    }

    #[test]
    fn numbers_stay_while_the_table_grows() {
        let mut interner = Interner::default();
        for n in 0..5000 {
            assert_eq!(interner.number(&format!("w{n}")), n);
        }
        assert_eq!(interner.number("w17"), 17);
        let (words, places) = interner.sorted();
        assert_eq!(words.get(places[17]), "w17");
    }
}
