//! Passages by what they say, as numbers: what a check of another text asks for. No facets, no snippets.

use std::ops::Range;

use entente_corpus::ReadingText;
use entente_search::{Plan, Query as Tree, is_small};
use entente_text::order::sort_by_key;

use crate::answers::filter_passages::filter_passages;
pub use crate::desk::passages::PassageAt;
use crate::explorer::Explorer;
use crate::query::{Axis, Filter};

/// Words of a text that are a form of a name of this file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameAt {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// Indices of the entities that have this form, in order.
    pub entities: Vec<u32>,
}

/// Some of the passages of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PassageSet {
    /// By the number of the passage.
    through: Vec<bool>,
}

impl PassageSet {
    fn has(&self, number: usize) -> bool {
        self.through.get(number).copied().unwrap_or(false)
    }
}

/// The most words of a text that are searched for; the rarest ones are taken.
const MAX_SOUGHT_WORDS: usize = 14;
/// The rarest words of a text, which are searched for however many passages have them.
const ALWAYS_SOUGHT: usize = 5;
/// Passages that the words of a text are read in, all words together.
const MAX_PASSAGES_READ: usize = 40_000;
/// Words of the longest name that is looked for.
const MAX_NAME_WORDS: usize = 8;

/// A word of a text whose closest passages are searched for.
struct SoughtWord {
    word: String,
    /// Its place among the words of the text.
    at: usize,
    /// The number of passages that have it.
    frequency: usize,
}

impl Explorer {
    /// The `limit` passages that share most with `text`: rare words, and words in the same order. Best first. Of a long
    /// text, the rarest words are looked for. Passages outside of `within` are left out.
    #[must_use]
    pub fn closest_passages(&self, text: &str, limit: usize, within: Option<&PassageSet>) -> Vec<(PassageAt, f32)> {
        let index = self.desk.index();
        let mut words: Vec<SoughtWord> = Vec::new();
        for (at, word) in index.analyser.asked(text).into_iter().enumerate() {
            let frequency = index.words.find(&word).map_or(0, |number| index.frequency(number));
            if !is_small(&word) && frequency > 0 && words.iter().all(|known| known.word != word) {
                words.push(SoughtWord { word, at, frequency });
            }
            // A text of a million words needs no more of them to be found.
            if words.len() >= MAX_SOUGHT_WORDS * MAX_SOUGHT_WORDS {
                break;
            }
        }
        sort_by_key(&mut words, |word| (word.frequency, word.at));
        words.truncate(MAX_SOUGHT_WORDS);
        // The rarest words distinguish most and are read fastest: common ones are left out once enough passages are read.
        let mut passages = 0_usize;
        let mut taken = 0_usize;
        words.retain(|word| {
            passages = passages.saturating_add(word.frequency);
            taken += 1;
            taken <= ALWAYS_SOUGHT || passages <= MAX_PASSAGES_READ
        });
        sort_by_key(&mut words, |word| word.at);
        let sentence = Tree::Closest(words.into_iter().map(|sought| sought.word).collect());
        self.passages_of(&sentence, limit, within)
    }

    /// The passages that `filter` lets through; `None` if that is all of them.
    #[must_use]
    pub fn passages_under(&self, filter: &Filter) -> Option<PassageSet> {
        if filter.is_empty() {
            return None;
        }
        let count = self.desk.passages.all.len();
        let every = (0..entente_text::saturating_u32(count)).map(|number| (number, 0.0)).collect();
        let mut through = vec![false; count];
        for (number, _) in filter_passages(&self.desk, every, filter).through {
            if let Some(is_through) = through.get_mut(number as usize) {
                *is_through = true;
            }
        }
        Some(PassageSet { through })
    }

    /// True if a passage is in the set.
    #[must_use]
    pub fn is_within(&self, set: &PassageSet, at: PassageAt) -> bool {
        set.has(self.desk.passages.number(at.document as usize, at.passage as usize))
    }

    /// At most `limit` passages in which `words` follow one another, in the order of the file.
    #[must_use]
    pub fn passages_with_run(&self, words: &str, limit: usize) -> Vec<PassageAt> {
        let run = Tree::Phrase(words.split_whitespace().map(str::to_owned).collect());
        self.first_passages_of(&run, limit)
    }

    /// At most `limit` passages that have each of `runs` of words, in the order of the file.
    #[must_use]
    pub fn passages_with_all(&self, runs: &[String], limit: usize) -> Vec<PassageAt> {
        let run = |words: &String| Tree::Phrase(words.split_whitespace().map(str::to_owned).collect());
        self.first_passages_of(&Tree::And(runs.iter().map(run).collect()), limit)
    }

    /// The passage with this anchor of the document with this id, as links name them; `None` if there is no such passage.
    #[must_use]
    pub fn passage_named(&self, document: &str, anchor: &str) -> Option<PassageAt> {
        let (anchor, _) = self.resolve(document, anchor)?;
        let id = self.canonical(Axis::Document, document);
        let records = &self.desk.corpus.catalogue.documents;
        let document = records.iter().position(|record| record.is_some_and(|record| record.id.as_str() == id))?;
        let passages = &self.desk.corpus.bodies.get(document)?.passages;
        let passage = passages.iter().position(|passage| passage.anchor == anchor)?;
        Some(PassageAt { document: u32::try_from(document).ok()?, passage: u32::try_from(passage).ok()? })
    }

    /// The reading text of a passage; `None` if there is no such passage or its text is not there yet.
    #[must_use]
    pub fn reading_text(&self, at: PassageAt) -> Option<ReadingText> {
        let body = self.desk.corpus.bodies.get(at.document as usize)?;
        Some(ReadingText::of(body, body.passages.get(at.passage as usize)?))
    }

    /// First and last line of the words that `range` of the reading text of a passage shows, and the page they begin on.
    #[must_use]
    pub fn lines_of(
        &self,
        at: PassageAt,
        reading: &ReadingText,
        range: Range<usize>,
    ) -> Option<((u32, u32), Option<u32>)> {
        let passage = self.desk.body(at.document)?.passages.get(at.passage as usize)?;
        let span = reading.to_source(range).unwrap_or_else(|| passage.extent());
        let lines = self.desk.passages.lines(&self.desk.corpus, at.document as usize).range(span);
        let page = passage.pieces.iter().find(|piece| piece.span.overlaps(span)).and_then(|piece| piece.page);
        Some((lines, page))
    }

    /// The passages that restate this one, in order, itself not among them.
    #[must_use]
    pub fn restatements_of(&self, at: PassageAt) -> Vec<PassageAt> {
        let number = self.desk.passages.number(at.document as usize, at.passage as usize);
        let Ok(number) = u32::try_from(number) else { return Vec::new() };
        self.desk.restated().of(number).filter_map(|other| self.passage_at(other)).collect()
    }

    /// Indices of the entities that a passage names, in order.
    #[must_use]
    pub fn named_in(&self, at: PassageAt) -> Vec<u32> {
        self.desk.named(at.document, at.passage)
    }

    /// The words of `text` that are a form of a name of this file: the longest first, not overlapping, in order. Upper
    /// and lower case are the caller's matter.
    #[must_use]
    pub fn names_in_text(&self, text: &str) -> Vec<NameAt> {
        let analyser = &self.desk.analyser;
        let forms = self.desk.name_forms();
        let tokens = analyser.tokens(text);
        let (mut out, mut at) = (Vec::new(), 0);
        while at < tokens.len() {
            let most = MAX_NAME_WORDS.min(tokens.len() - at);
            let found = (1..=most).rev().find_map(|length| {
                let words: Vec<&str> = tokens[at..at + length].iter().map(|token| token.surface.as_str()).collect();
                let entities = forms.of(&words.join(" "));
                (!entities.is_empty()).then_some((entities, length))
            });
            let Some((entities, length)) = found else {
                at += 1;
                continue;
            };
            out.push(NameAt { range: tokens[at].start..tokens[at + length - 1].end, entities });
            at += length;
        }
        out
    }

    /// In how many passages a word occurs, whatever its case.
    #[must_use]
    pub fn passages_with_word(&self, word: &str) -> usize {
        let index = self.desk.index();
        let surfaces = index.analyser.asked(word);
        let frequency = |surface: &String| index.words.find(surface).map_or(0, |number| index.frequency(number));
        surfaces.iter().map(frequency).min().unwrap_or(0)
    }

    fn passages_of(&self, tree: &Tree, limit: usize, within: Option<&PassageSet>) -> Vec<(PassageAt, f32)> {
        let index = self.desk.index();
        let plan = Plan::new(index, tree, &self.desk.searched().synonyms);
        let mut found = plan.search(index, &|_, _| None).passages;
        // What is counted and not in yet has nothing to show.
        found.retain(|(number, _)| {
            self.desk.passages.kinds.get(*number as usize).copied().flatten().is_some()
                && within.is_none_or(|within| within.has(*number as usize))
        });
        let best = entente_search::rank_best(index, &plan, found, limit);
        best.into_iter().filter_map(|(number, score)| Some((self.passage_at(number)?, score))).collect()
    }

    fn first_passages_of(&self, tree: &Tree, limit: usize) -> Vec<PassageAt> {
        let index = self.desk.index();
        let plan = Plan::new(index, tree, &self.desk.searched().synonyms);
        let is_in = |number: u32| self.desk.passages.kinds.get(number as usize).copied().flatten().is_some();
        // Only passages with all of the words: what has some of them is another question.
        let found = plan.first(index, limit, &is_in);
        found.into_iter().filter_map(|number| self.passage_at(number)).collect()
    }

    fn passage_at(&self, number: u32) -> Option<PassageAt> {
        self.desk.passages.all.get(number as usize).copied()
    }
}
