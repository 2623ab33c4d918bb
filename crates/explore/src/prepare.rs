//! What is made of a corpus once, at the start: reading texts, lines, index.

use std::ops::Range;

use entente_corpus::{Body, Corpus, Lines, Passage, ReadingText};
use entente_search::{Builder, Fields, Index};

/// One passage, by its number over all documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Unit {
    /// Index of its document.
    pub(crate) document: u32,
    /// Index within the document.
    pub(crate) passage: u32,
}

/// Everything that is made at the start.
#[derive(Debug)]
pub(crate) struct Prepared {
    /// All passages in order.
    pub(crate) units: Vec<Unit>,
    /// Number of each document's first passage.
    pub(crate) starts: Vec<usize>,
    /// Reading text of each unit.
    pub(crate) readings: Vec<ReadingText>,
    /// Entities named in each unit, sorted, without repeats.
    pub(crate) names: Vec<Vec<u32>>,
    /// Lines of each document.
    pub(crate) lines: Vec<Lines>,
    /// The index over all units.
    pub(crate) index: Index,
}

impl Prepared {
    /// Prepares `corpus`.
    pub(crate) fn new(corpus: &Corpus) -> Self {
        let mut out = Self::room(corpus.bodies.iter().map(|body| body.passages.len()));
        let mut builder = Builder::default();
        for (document, body) in corpus.bodies.iter().enumerate() {
            out.put(document, body);
            for number in out.numbers(document) {
                builder.add(out.fields(corpus, number, &out.section(corpus, number)));
            }
        }
        out.index = builder.finish();
        out
    }

    /// Room for documents of so many passages each, with nothing in it.
    pub(crate) fn room(passages: impl Iterator<Item = usize>) -> Self {
        let (mut units, mut starts) = (Vec::new(), Vec::new());
        for (count, document) in passages.zip(0_u32..) {
            starts.push(units.len());
            units.extend((0..u32::try_from(count).unwrap_or(u32::MAX)).map(|passage| Unit { document, passage }));
        }
        Self {
            readings: vec![ReadingText::default(); units.len()],
            names: vec![Vec::new(); units.len()],
            lines: vec![Lines::default(); starts.len()],
            index: Index::default(),
            units,
            starts,
        }
    }

    /// Takes in the text of `document`; the index is another matter.
    pub(crate) fn put(&mut self, document: usize, body: &Body) {
        let first = self.starts.get(document).copied().unwrap_or(0);
        for (passage, reading) in body.passages.iter().zip(self.readings.iter_mut().skip(first)) {
            *reading = ReadingText::of(body, passage);
        }
        for mention in &body.mentions {
            if let Some(named) = self.names.get_mut(first + mention.passage as usize) {
                named.push(mention.entity);
            }
        }
        for named in self.names.iter_mut().skip(first).take(body.passages.len()) {
            named.sort_unstable();
            named.dedup();
            named.shrink_to_fit();
        }
        if let Some(lines) = self.lines.get_mut(document) {
            *lines = Lines::of(&body.text);
        }
    }

    /// Numbers of the passages of `document`.
    pub(crate) fn numbers(&self, document: usize) -> Range<usize> {
        let start = |document: usize| self.starts.get(document).copied().unwrap_or(self.units.len());
        start(document)..start(document + 1)
    }

    /// The headings above passage `number` as they are indexed.
    pub(crate) fn section(&self, corpus: &Corpus, number: usize) -> String {
        let unit = self.units.get(number);
        unit.map_or_else(String::new, |unit| section_path(corpus, *unit, &self.starts, &self.readings).join(" "))
    }

    /// What passage `number` is found by.
    pub(crate) fn fields<'a>(&'a self, corpus: &'a Corpus, number: usize, section: &'a str) -> Fields<'a> {
        Fields {
            title: self.units.get(number).map_or("", |unit| corpus.title_of(unit.document as usize)),
            section,
            text: self.readings.get(number).map_or("", |reading| reading.text.as_str()),
        }
    }

    /// Number of the passage `passage` of `document`.
    pub(crate) fn number(&self, document: usize, passage: usize) -> usize {
        self.starts.get(document).map_or(0, |start| start + passage)
    }
}

/// The passage of a unit.
pub(crate) fn passage_of(corpus: &Corpus, unit: Unit) -> Option<&Passage> {
    corpus.bodies.get(unit.document as usize)?.passages.get(unit.passage as usize)
}

/// Headings above a unit, outermost first, without the unit itself.
pub(crate) fn section_path(corpus: &Corpus, unit: Unit, starts: &[usize], readings: &[ReadingText]) -> Vec<String> {
    let Some(body) = corpus.bodies.get(unit.document as usize) else { return Vec::new() };
    let start = starts.get(unit.document as usize).copied().unwrap_or(0);
    let mut path = Vec::new();
    let mut at = body.passages.get(unit.passage as usize).and_then(|passage| passage.section);
    while let Some(section) = at.and_then(|at| body.sections.get(at as usize)) {
        if section.heading != unit.passage {
            path.extend(readings.get(start + section.heading as usize).map(|reading| reading.text.clone()));
        }
        at = section.parent;
    }
    path.reverse();
    path
}
