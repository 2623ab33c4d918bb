//! The inverted index: words to passages and places. It is the same bytes when it was made just now and when it came
//! with a page; more can be added to either.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use entente_text::order::{map, sort_by_key};

use entente_text::saturating_u32;

use crate::blob::Blob;
use crate::dictionary::{Dictionary, Interner};
use crate::families::Families;
use crate::postings::{Postings, Streams, Texts};
use crate::runs;
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

/// Which field a word occurs in.
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

/// Words whose lists are read to see whether they are what the tables say, and postings that are read of them.
const SAMPLE_WORDS: usize = 2_000;
const SAMPLE_POSTINGS: usize = 20_000;

/// A word of fewer passages is not among the common words ([`Index::common`]).
pub(crate) const COMMON_PASSAGES: usize = 20;

/// The index of a list of passages.
#[derive(Debug, Default)]
pub struct Index {
    /// Cuts queries as it cut the passages.
    pub analyser: Analyser,
    /// Words as written, folded, in order.
    pub words: Dictionary,
    families: Families,
    /// The passages' own texts.
    pub(crate) text: Postings,
    /// Headings, each path once, and which a passage has.
    pub(crate) sections: Postings,
    pub(crate) section_of: Vec<u32>,
    /// Titles, each once, and which a passage has.
    pub(crate) titles: Postings,
    pub(crate) title_of: Vec<u32>,
    /// The streams of all fields.
    lists: Blob,
    places: Blob,
    /// Words that several passages have, most of them first; made when first asked for.
    common: OnceCell<Vec<u32>>,
}

impl PartialEq for Index {
    fn eq(&self, other: &Self) -> bool {
        self.words == other.words
            && self.families == other.families
            && self.text == other.text
            && self.sections == other.sections
            && self.section_of == other.section_of
            && self.titles == other.titles
            && self.title_of == other.title_of
    }
}

/// An index as bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Packed {
    /// Words, lengths, and the offsets of the lists of each word. It is read at the start. Deflating makes it smaller.
    pub tables: Vec<u8>,
    /// The posting lists of all words. They are in memory from the start and read in place. Deflating does not help.
    pub lists: Vec<u8>,
    /// The places of words in their passages: needed once words have to stand together.
    pub places: Vec<u8>,
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
        self.texts.len()
    }

    /// The bytes of the index of what was added.
    #[must_use]
    pub fn pack(self) -> Packed {
        let Self { analyser, interner, texts, sections, titles } = self;
        let (words, numbers) = interner.sorted();
        let mut tables = Vec::new();
        words.pack(&mut tables);
        Families::pack(&words, &analyser, &texts, &numbers, &mut tables);
        let mut streams = Streams::default();
        texts.pack(&numbers, &mut tables, &mut streams);
        for shared in [sections, titles] {
            shared.texts.pack(&numbers, &mut tables, &mut streams);
            runs::put(&mut tables, &shared.of);
        }
        Packed { tables, lists: streams.lists, places: streams.places }
    }

    /// The index of what was added.
    #[must_use]
    pub fn finish(self) -> Index {
        let Packed { tables, lists, places } = self.pack();
        Index::open(&tables, Blob::here(lists), Blob::here(places)).unwrap_or_default()
    }
}

impl From<Index> for Builder {
    /// Takes an index up again, so that more can be added.
    fn from(index: Index) -> Self {
        let mut interner = Interner::default();
        for at in 0..saturating_u32(index.words.len()) {
            interner.number(index.words.get(at));
        }
        Self {
            analyser: index.analyser,
            interner,
            texts: index.text.texts(),
            sections: Shared::new(index.sections.texts(), index.section_of),
            titles: Shared::new(index.titles.texts(), index.title_of),
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

    /// The index whose bytes are [`Packed`]; `None` if they cannot be an index. Whether they are the bytes that were
    /// written is for others to know.
    #[must_use]
    pub fn open(mut tables: &[u8], lists: Blob, places: Blob) -> Option<Self> {
        let tables = &mut tables;
        let words = Dictionary::open(tables)?;
        let families = Families::open(&words, tables)?;
        let field = |tables: &mut &[u8]| Postings::open(tables, words.len(), &lists, &places);
        let text = field(tables)?;
        let sections = field(tables)?;
        let section_of = runs::take(tables, text.len(), sections.len())?;
        let titles = field(tables)?;
        let title_of = runs::take(tables, text.len(), titles.len())?;
        let analyser = Analyser::default();
        let common = OnceCell::new();
        let mut out =
            Self { analyser, words, families, text, sections, section_of, titles, title_of, lists, places, common };
        out.weigh();
        tables.is_empty().then_some(out)
    }

    fn weigh(&mut self) {
        let count = self.passages().max(1) as f64;
        let mean = |total: u64| (total as f64 / count).max(1.0);
        let shared =
            |postings: &Postings, of: &[u32]| -> u64 { of.iter().map(|at| u64::from(postings.length(*at))).sum() };
        let text = (0..saturating_u32(self.passages())).map(|at| u64::from(self.text.length(at))).sum();
        let (section, title) = (shared(&self.sections, &self.section_of), shared(&self.titles, &self.title_of));
        let (text, section, title) = (mean(text), mean(section), mean(title));
        self.text.weigh(|_, length| score::weight(Field::Text, 1, length, text));
        let having = passages_of(&self.section_of, self.sections.len());
        self.sections.weigh(|at, length| score::weight(Field::Section, having[at], length, section));
        let having = passages_of(&self.title_of, self.titles.len());
        self.titles.weigh(|at, length| score::weight(Field::Title, having[at], length, title));
    }

    /// Every word of the index, in order.
    pub fn terms(&self) -> impl Iterator<Item = &str> {
        (0..saturating_u32(self.words.len())).map(|at| self.words.get(at))
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

    /// Words that at least `least` passages have in their own text, most of them first; `least` is [`COMMON_PASSAGES`] or more.
    pub(crate) fn common(&self, least: usize) -> &[u32] {
        let common = self.common.get_or_init(|| {
            let words = 0..saturating_u32(self.words.len());
            let mut out: Vec<u32> = words.filter(|word| self.frequency(*word) >= COMMON_PASSAGES).collect();
            sort_by_key(&mut out, |word| (usize::MAX - self.frequency(*word), *word));
            out
        });
        &common[..common.partition_point(|word| self.frequency(*word) >= least)]
    }

    /// Number of passages that have any of `words` in their own text: forms of one word are counted together, as far as
    /// as their frequencies show, without reading their lists.
    pub(crate) fn frequency_of_any(&self, words: &[(u32, f32)]) -> usize {
        let mut counts: Vec<(u32, usize, usize)> = words
            .iter()
            .map(|(word, _)| {
                let (family, most) = self.families.of_word(*word);
                (family, most, self.frequency(*word))
            })
            .collect();
        counts.sort_unstable();
        let families = counts.chunk_by(|a, b| a.0 == b.0);
        families.map(|family| family.iter().map(|count| count.2).sum::<usize>().min(family[0].1)).sum()
    }

    /// The words with the same stem as `surface`.
    #[must_use]
    pub fn family(&self, surface: &str) -> &[u32] {
        self.families.of(&self.analyser.stem(surface))
    }

    /// The passages that have the word with this number in their own text, in order.
    pub fn passages_with(&self, word: u32) -> impl Iterator<Item = u32> {
        self.text.list(word).map(|(passage, _)| passage)
    }

    /// False where words' places cannot be fetched: what is said of words side by side is not to be trusted.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.places.is_there()
    }

    /// False where the list of a word does not have as many passages as the tables say: the lists are those of other texts,
    /// or no lists at all. Of a large index a sample of the words is looked at.
    #[must_use]
    pub fn lists_fit(&self) -> bool {
        let mut left = SAMPLE_POSTINGS;
        (0..saturating_u32(self.words.len())).step_by((self.words.len() / SAMPLE_WORDS).max(1)).all(|word| {
            let frequency = self.frequency(word);
            if frequency > left {
                return true;
            }
            left -= frequency;
            self.passages_with(word).count() == frequency
        })
    }

    /// True if the passage with this number was indexed with `text` as its own text: each word has its place.
    #[must_use]
    pub fn has_text(&self, passage: u32, text: &str) -> bool {
        let words: Option<Vec<u32>> =
            self.analyser.surfaces(text).iter().map(|surface| self.words.find(surface)).collect();
        let Some(words) = words else { return false };
        let mut distinct = words.clone();
        distinct.sort_unstable();
        distinct.dedup();
        // Places are read only where the lists lead there.
        if distinct.iter().any(|word| self.text.having(&[*word], &[passage]).is_empty()) {
            return false;
        }
        let found = self.text.places(&distinct, &[passage]);
        found.len() == words.len() && found.iter().all(|found| words.get(found.place as usize) == Some(&found.word))
    }

    /// Bytes of memory the index takes.
    #[must_use]
    pub fn bytes(&self) -> usize {
        [&self.text, &self.sections, &self.titles].iter().map(|postings| postings.bytes()).sum::<usize>()
            + self.words.bytes()
            + self.lists.len().unwrap_or(0)
            + self.places.len().unwrap_or(0)
            + 4 * (self.section_of.len() + self.title_of.len())
    }

    /// Postings read since the index was opened: how much work the questions were.
    #[must_use]
    pub fn visited(&self) -> u64 {
        [&self.text, &self.sections, &self.titles].iter().map(|postings| postings.visited()).sum()
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
    /// Texts by their words.
    known: BTreeMap<Vec<u32>, u32>,
    last: Option<(String, u32)>,
    texts: Texts,
    of: Vec<u32>,
}

impl Shared {
    fn new(texts: Texts, of: Vec<u32>) -> Self {
        let known = map((0..saturating_u32(texts.len())).map(|text| (texts.words_of(text).to_vec(), text)));
        Self { known, last: None, texts, of }
    }

    fn add(&mut self, text: &str, analyser: &Analyser, interner: &mut Interner) {
        // Mostly a passage has what the one before it has.
        let number = match &self.last {
            Some((last, number)) if last == text => *number,
            _ => {
                let mut words = Vec::new();
                analyser.each(text, |surface, _, _| words.push(interner.number(surface)));
                let number = match self.known.get(&words) {
                    Some(number) => *number,
                    None => {
                        self.texts.words.extend(&words);
                        let number = self.texts.end();
                        self.known.insert(words, number);
                        number
                    }
                };
                self.last = Some((text.to_owned(), number));
                number
            }
        };
        self.of.push(number);
    }
}
