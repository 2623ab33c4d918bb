//! One field of all its texts: for each word the texts that have it, and for each text its words in order.

use crate::dictionary::clamp;

/// Which texts have which words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Postings {
    /// Where the list of each word begins in `texts` and `counts`; one more at the end.
    lists: Vec<u32>,
    /// The texts of all words, each list in order.
    texts: Vec<u32>,
    /// How often the word stands there; 255 stands for more as well.
    counts: Vec<u8>,
    /// Where each text begins in `words`; one more at the end.
    starts: Vec<u32>,
    /// The words of all texts in order.
    words: Vec<u32>,
    /// What one occurrence weighs in each text: short texts say more with a word.
    weights: Vec<f32>,
}

impl Postings {
    /// Sorts the `words` of texts that begin at `starts` into lists, for a dictionary of `all` words.
    pub(crate) fn new(all: usize, starts: Vec<u32>, words: Vec<u32>) -> Self {
        let ranges = || starts.windows(2).map(|pair| pair[0] as usize..pair[1] as usize);
        // The last text in which a word was seen, and one.
        let mut seen = vec![0_u32; all];
        let mut lists = vec![0_u32; all + 1];
        for (text, range) in (1_u32..).zip(ranges()) {
            for word in &words[range] {
                let word = *word as usize;
                if seen[word] != text {
                    seen[word] = text;
                    lists[word + 1] += 1;
                }
            }
        }
        for word in 0..all {
            lists[word + 1] += lists[word];
        }
        let total = lists.last().copied().unwrap_or(0) as usize;
        let (mut texts, mut counts) = (vec![0_u32; total], vec![0_u8; total]);
        let mut next: Vec<u32> = lists[..all].to_vec();
        seen.fill(0);
        for (text, range) in (1_u32..).zip(ranges()) {
            for word in &words[range] {
                let word = *word as usize;
                if seen[word] != text {
                    seen[word] = text;
                    texts[next[word] as usize] = text - 1;
                    next[word] += 1;
                }
                let count = &mut counts[next[word] as usize - 1];
                *count = count.saturating_add(1);
            }
        }
        Self { lists, texts, counts, starts, words, weights: Vec::new() }
    }

    /// Sets what one occurrence weighs in each text, from its number and length.
    pub(crate) fn weigh(&mut self, weight: impl Fn(usize, u32) -> f32) {
        self.weights = self.starts.windows(2).enumerate().map(|(at, pair)| weight(at, pair[1] - pair[0])).collect();
    }

    /// The texts that have `word`, in order, and how often.
    pub fn list(&self, word: u32) -> impl Iterator<Item = (u32, u8)> {
        let range = self.range(word);
        let counts = self.counts.get(range.clone()).unwrap_or(&[]);
        self.texts.get(range).unwrap_or(&[]).iter().copied().zip(counts.iter().copied())
    }

    /// Number of texts that have `word`.
    #[must_use]
    pub fn frequency(&self, word: u32) -> usize {
        self.range(word).len()
    }

    fn range(&self, word: u32) -> std::ops::Range<usize> {
        let at = |n: usize| self.lists.get(n).copied().unwrap_or(0) as usize;
        at(word as usize)..at(word as usize + 1).max(at(word as usize))
    }

    /// The words of a text in order.
    #[must_use]
    pub fn words_of(&self, text: u32) -> &[u32] {
        let at = |n: usize| self.starts.get(n).copied().unwrap_or(0) as usize;
        self.words.get(at(text as usize)..at(text as usize + 1)).unwrap_or(&[])
    }

    /// What one occurrence weighs in a text.
    #[must_use]
    pub fn weight(&self, text: u32) -> f32 {
        self.weights.get(text as usize).copied().unwrap_or(0.0)
    }

    /// The texts as they were before they were sorted into lists.
    pub(crate) fn into_texts(self) -> Texts {
        Texts { starts: self.starts, words: self.words }
    }

    /// Number of texts.
    #[must_use]
    pub fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// True where there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Bytes of memory it takes.
    #[must_use]
    pub fn bytes(&self) -> usize {
        4 * (self.lists.len() + self.texts.len() + self.starts.len() + self.words.len() + self.weights.len())
            + self.counts.len()
    }
}

/// Collects texts before they are sorted into lists.
#[derive(Debug)]
pub(crate) struct Texts {
    pub(crate) starts: Vec<u32>,
    pub(crate) words: Vec<u32>,
}

impl Default for Texts {
    fn default() -> Self {
        Self { starts: vec![0], words: Vec::new() }
    }
}

impl Texts {
    /// Ends the text whose words have been pushed; gives its number.
    pub(crate) fn end(&mut self) -> u32 {
        self.starts.push(clamp(self.words.len()));
        clamp(self.starts.len() - 2)
    }

    /// The lists, every word `w` now being `places[w]`.
    pub(crate) fn sorted(mut self, places: &[u32]) -> Postings {
        for word in &mut self.words {
            *word = places[*word as usize];
        }
        Postings::new(places.len(), self.starts, self.words)
    }
}
