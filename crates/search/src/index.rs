//! The inverted index: words to passages and places, in memory.

use std::collections::BTreeMap;

use entente_text::order::permutation;

use crate::dictionary::{Dictionary, Interner, clamp};
use crate::fuzzy;
use crate::postings::{Postings, Texts};
use crate::score;
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

/// Which field a word stands in.
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

/// The index of a list of passages.
#[derive(Debug, Default, PartialEq)]
pub struct Index {
    /// Cuts queries as it cut the passages.
    pub analyser: Analyser,
    /// Words as written, folded, in order.
    pub words: Dictionary,
    /// Stems, in order.
    stems: Dictionary,
    /// For each stem, where its words begin in `forms`; one more at the end.
    families: Vec<u32>,
    /// Words by stem.
    forms: Vec<u32>,
    /// The letters of each word, for finding words with letters wrong.
    pub(crate) letters: Vec<u32>,
    /// The passages' own texts.
    pub(crate) text: Postings,
    /// Headings, each path once, and which a passage has.
    pub(crate) sections: Postings,
    pub(crate) section_of: Vec<u32>,
    section_texts: BTreeMap<String, u32>,
    /// Titles, each once, and which a passage has.
    pub(crate) titles: Postings,
    pub(crate) title_of: Vec<u32>,
    title_texts: BTreeMap<String, u32>,
}

/// An index that takes passages one after the other.
#[derive(Debug, Default)]
pub struct Builder {
    analyser: Analyser,
    interner: Interner,
    texts: Texts,
    sections: Shared,
    titles: Shared,
}

impl Builder {
    /// Indexes the next passage; it is called by its place in the order of adding. A title or heading that many
    /// passages share is read once.
    pub fn add(&mut self, fields: Fields) {
        let Self { analyser, interner, texts, sections, titles } = self;
        analyser.each(fields.text, |surface, _, _| texts.words.push(interner.number(surface)));
        texts.end();
        sections.add(fields.section, analyser, interner);
        titles.add(fields.title, analyser, interner);
    }

    /// Number of passages so far.
    #[must_use]
    pub fn passages(&self) -> usize {
        self.texts.starts.len() - 1
    }

    /// The index of what was added.
    #[must_use]
    pub fn finish(self) -> Index {
        let Self { analyser, interner, texts, sections, titles } = self;
        let (words, places) = interner.sorted();
        let numbers = 0..clamp(words.len());
        let found: Vec<String> = numbers.clone().map(|at| analyser.stem(words.get(at))).collect();
        let forms: Vec<u32> =
            permutation(found.len(), &|a, b| found[a].cmp(&found[b])).into_iter().map(clamp).collect();
        let mut families = Vec::new();
        let mut distinct: Vec<&str> = Vec::new();
        for (n, at) in (0_u32..).zip(&forms) {
            let stem = found[*at as usize].as_str();
            if distinct.last() != Some(&stem) {
                distinct.push(stem);
                families.push(n);
            }
        }
        families.push(clamp(forms.len()));
        let letters = numbers.map(|at| fuzzy::letters(words.get(at))).collect();
        let mut out = Index {
            stems: Dictionary::new(distinct),
            families,
            forms,
            letters,
            text: texts.sorted(&places),
            section_of: sections.of,
            sections: sections.texts.sorted(&places),
            section_texts: sections.known,
            title_of: titles.of,
            titles: titles.texts.sorted(&places),
            title_texts: titles.known,
            words,
            analyser,
        };
        out.weigh();
        out
    }
}

impl From<Index> for Builder {
    /// Takes an index up again, so that more can be added.
    fn from(index: Index) -> Self {
        if index.passages() == 0 {
            return Self::default();
        }
        let mut interner = Interner::default();
        for at in 0..clamp(index.words.len()) {
            interner.number(index.words.get(at));
        }
        let shared = |postings: Postings, known, of| Shared { texts: postings.into_texts(), known, of, last: None };
        Self {
            analyser: index.analyser,
            interner,
            texts: index.text.into_texts(),
            sections: shared(index.sections, index.section_texts, index.section_of),
            titles: shared(index.titles, index.title_texts, index.title_of),
        }
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

    fn weigh(&mut self) {
        let count = self.passages().max(1) as f64;
        let mean = |total: usize| (total as f64 / count).max(1.0);
        let shared =
            |postings: &Postings, of: &[u32]| -> usize { of.iter().map(|at| postings.words_of(*at).len()).sum() };
        let text = (0..clamp(self.passages())).map(|at| self.text.words_of(at).len()).sum();
        let (section, title) = (shared(&self.sections, &self.section_of), shared(&self.titles, &self.title_of));
        let (text, section, title) = (mean(text), mean(section), mean(title));
        self.text.weigh(|_, length| score::weight(Field::Text, 1, length, text));
        let having = passages_of(&self.section_of, self.sections.len());
        self.sections.weigh(|at, length| score::weight(Field::Section, having[at], length, section));
        let having = passages_of(&self.title_of, self.titles.len());
        self.titles.weigh(|at, length| score::weight(Field::Title, having[at], length, title));
    }

    /// Number of passages.
    #[must_use]
    pub fn passages(&self) -> usize {
        self.text.len()
    }

    /// The lists of a field; of the passages' own texts where none is named.
    #[must_use]
    pub fn postings(&self, field: Option<Field>) -> &Postings {
        match field {
            None | Some(Field::Text) => &self.text,
            Some(Field::Section) => &self.sections,
            Some(Field::Title) => &self.titles,
        }
    }

    /// Which text of a shared field each passage has; `None` for the passages' own texts.
    #[must_use]
    pub(crate) fn shared(&self, field: Option<Field>) -> Option<&[u32]> {
        match field {
            None | Some(Field::Text) => None,
            Some(Field::Section) => Some(&self.section_of),
            Some(Field::Title) => Some(&self.title_of),
        }
    }

    /// Number of passages that have the word with this number in their own text.
    #[must_use]
    pub fn frequency(&self, word: u32) -> usize {
        self.text.frequency(word)
    }

    /// The words of a passage's own text, in order, as numbers in [`Index::words`].
    #[must_use]
    pub fn words_of(&self, passage: u32) -> &[u32] {
        self.text.words_of(passage)
    }

    /// The words with the same stem as `surface`.
    #[must_use]
    pub fn family(&self, surface: &str) -> &[u32] {
        let Some(stem) = self.stems.find(&self.analyser.stem(surface)) else { return &[] };
        let at = |n: u32| self.families.get(n as usize).copied().unwrap_or(0) as usize;
        self.forms.get(at(stem)..at(stem + 1)).unwrap_or(&[])
    }

    /// The passages that have the word with this number in their own text, in order.
    pub fn passages_with(&self, word: u32) -> impl Iterator<Item = u32> {
        self.text.list(word).map(|(passage, _)| passage)
    }

    /// Bytes of memory the lists take.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.text.bytes()
            + self.sections.bytes()
            + self.titles.bytes()
            + 4 * (self.section_of.len() + self.title_of.len())
    }
}

/// How many passages have each text of a shared field.
fn passages_of(of: &[u32], texts: usize) -> Vec<u32> {
    let mut out = vec![0; texts];
    of.iter().for_each(|text| out[*text as usize] += 1);
    out
}

/// A field that passages share: each text is read once.
#[derive(Debug, Default)]
struct Shared {
    known: BTreeMap<String, u32>,
    last: Option<(String, u32)>,
    texts: Texts,
    of: Vec<u32>,
}

impl Shared {
    fn add(&mut self, text: &str, analyser: &Analyser, interner: &mut Interner) {
        // Mostly a passage has what the one before it has.
        let number = match &self.last {
            Some((last, number)) if last == text => *number,
            _ => match self.known.get(text) {
                Some(number) => *number,
                None => {
                    analyser.each(text, |surface, _, _| self.texts.words.push(interner.number(surface)));
                    let number = self.texts.end();
                    self.known.insert(text.to_owned(), number);
                    number
                }
            },
        };
        if self.last.as_ref().is_none_or(|(last, _)| last != text) {
            self.last = Some((text.to_owned(), number));
        }
        self.of.push(number);
    }
}
