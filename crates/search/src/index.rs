//! The inverted index: words to passages and places, in memory.

use std::collections::BTreeMap;

use crate::tokens::Analyser;

/// What a passage is searched by.
#[derive(Clone, Copy, Debug, Default)]
pub struct Fields<'a> {
    /// Title of its document.
    pub title: &'a str,
    /// Headings above it.
    pub section: &'a str,
    /// Its own text.
    pub text: &'a str,
}

/// Which field a posting is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// [`Fields::text`]
    Text,
    /// [`Fields::section`]
    Section,
    /// [`Fields::title`]
    Title,
}

impl Field {
    /// All fields, in the order of [`Lengths`].
    pub const ALL: [Self; 3] = [Self::Text, Self::Section, Self::Title];

    /// The field of this name in a query.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        match word {
            "title" => Some(Self::Title),
            "section" => Some(Self::Section),
            _ => None,
        }
    }
}

/// Words of each field of a passage.
pub type Lengths = [u32; 3];

/// One word in one field of one passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Posting {
    /// The passage.
    pub passage: u32,
    /// The field.
    pub field: Field,
    /// Positions of the word, in words from the field's start.
    pub positions: Vec<u32>,
}

/// The index of a list of passages.
#[derive(Debug, Default)]
pub struct Index {
    /// Cuts queries as it cut the passages.
    pub analyser: Analyser,
    /// Words as written, folded, in order.
    pub words: Vec<String>,
    /// Postings of each of `words`, in order of passage and field.
    pub postings: Vec<Vec<Posting>>,
    /// For each stem, the indices in `words`.
    pub stems: BTreeMap<String, Vec<u32>>,
    /// Words of each passage's fields.
    pub lengths: Vec<Lengths>,
    /// Mean of `lengths`.
    pub mean: [f64; 3],
}

/// An index that takes passages one after the other.
#[derive(Debug, Default)]
pub struct Builder {
    analyser: Analyser,
    terms: BTreeMap<String, Vec<Posting>>,
    lengths: Vec<Lengths>,
}

impl Builder {
    /// Indexes the next passage; it is called by its place in the order of adding.
    pub fn add(&mut self, fields: Fields) {
        let passage = u32::try_from(self.lengths.len()).unwrap_or(u32::MAX);
        let mut length = [0; 3];
        for (n, (field, text)) in
            [(Field::Text, fields.text), (Field::Section, fields.section), (Field::Title, fields.title)]
                .into_iter()
                .enumerate()
        {
            for token in self.analyser.tokens(text) {
                let at = length[n];
                length[n] += 1;
                let postings = match self.terms.get_mut(&token.surface) {
                    Some(postings) => postings,
                    None => self.terms.entry(token.surface).or_default(),
                };
                match postings.last_mut() {
                    Some(last) if last.passage == passage && last.field == field => last.positions.push(at),
                    _ => postings.push(Posting { passage, field, positions: vec![at] }),
                }
            }
        }
        self.lengths.push(length);
    }

    /// Number of passages so far.
    #[must_use]
    pub fn passages(&self) -> usize {
        self.lengths.len()
    }

    /// The index of what was added.
    #[must_use]
    pub fn finish(self) -> Index {
        let Self { analyser, terms, lengths } = self;
        let count = lengths.len().max(1) as f64;
        let mean = [0, 1, 2].map(|n| (lengths.iter().map(|length| f64::from(length[n])).sum::<f64>() / count).max(1.0));
        let (words, postings): (Vec<String>, Vec<Vec<Posting>>) = terms.into_iter().unzip();
        let mut stems: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        for (at, word) in (0_u32..).zip(&words) {
            stems.entry(analyser.stem(word)).or_default().push(at);
        }
        Index { analyser, words, postings, stems, lengths, mean }
    }
}

impl From<Index> for Builder {
    /// Takes an index up again, so that more can be added.
    fn from(index: Index) -> Self {
        let terms = index.words.into_iter().zip(index.postings).collect();
        Self { analyser: index.analyser, terms, lengths: index.lengths }
    }
}

impl Index {
    /// Indexes `passages`; a passage is called by its place in the list.
    #[must_use]
    pub fn new<'a>(passages: impl IntoIterator<Item = Fields<'a>>) -> Self {
        let mut builder = Builder::default();
        for fields in passages {
            builder.add(fields);
        }
        builder.finish()
    }

    /// Number of passages.
    #[must_use]
    pub fn passages(&self) -> usize {
        self.lengths.len()
    }

    /// The index in `words` of a folded word.
    #[must_use]
    pub fn word(&self, surface: &str) -> Option<u32> {
        self.words.binary_search_by(|word| word.as_str().cmp(surface)).ok().and_then(|at| u32::try_from(at).ok())
    }

    /// The indices of words that begin with `prefix`.
    #[must_use]
    pub fn beginning(&self, prefix: &str) -> std::ops::Range<usize> {
        let start = self.words.partition_point(|word| word.as_str() < prefix);
        let end = start + self.words[start..].partition_point(|word| word.starts_with(prefix));
        start..end
    }
}
