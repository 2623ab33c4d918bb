//! What is made of a corpus once, at the start: reading texts, lines, index.

use entente_corpus::{Corpus, Lines, Passage, ReadingText};
use entente_search::{Fields, Index};

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
        let mut units = Vec::new();
        let mut starts = Vec::new();
        let mut readings = Vec::new();
        let mut names: Vec<Vec<u32>> = Vec::new();
        for (body, document) in corpus.bodies.iter().zip(0_u32..) {
            starts.push(units.len());
            for (passage, at) in body.passages.iter().zip(0_u32..) {
                units.push(Unit { document, passage: at });
                readings.push(ReadingText::of(body, passage));
                names.push(Vec::new());
            }
            let first = starts.last().copied().unwrap_or(0);
            for mention in &body.mentions {
                if let Some(named) = names.get_mut(first + mention.passage as usize) {
                    named.push(mention.entity);
                }
            }
        }
        for named in &mut names {
            named.sort_unstable();
            named.dedup();
        }
        let sections: Vec<String> =
            units.iter().map(|unit| section_path(corpus, *unit, &starts, &readings).join(" ")).collect();
        let fields = units.iter().zip(&readings).zip(&sections).map(|((unit, reading), section)| Fields {
            title: corpus.title_of(unit.document as usize),
            section,
            text: &reading.text,
        });
        let index = Index::new(fields);
        let lines = corpus.bodies.iter().map(|body| Lines::of(&body.text)).collect();
        Self { units, starts, readings, names, lines, index }
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
