//! What is made of a corpus once, at the start: index, lines, what can be filtered by. Reading texts are made when
//! they are shown: kept for all passages, they would take nine times the room of the documents.

use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::ops::Range;

use entente_corpus::{Body, Corpus, Lines, Passage, PassageKind, ReadingText};
use entente_search::{Builder, Fields, Index, Language, Synonyms};
use entente_text::checkpoint;

use crate::dimensions::Dimensions;
use crate::filter::Facet;

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
    /// What each unit is; `None` where its text is not in yet.
    pub(crate) kinds: Vec<Option<PassageKind>>,
    /// Lines of each document, found when they are first asked for.
    lines: Vec<OnceCell<Lines>>,
    no_lines: Lines,
    /// The index over all units.
    pub(crate) index: Index,
    /// Names that mean the same.
    pub(crate) synonyms: Synonyms,
    /// What passages can be filtered by.
    pub(crate) dimensions: Dimensions,
}

impl Prepared {
    /// Prepares `corpus`.
    pub(crate) fn new(corpus: &Corpus) -> Self {
        let mut out = Self::room(corpus.bodies.iter().map(|body| body.passages.len()));
        for (document, body) in corpus.bodies.iter().enumerate() {
            out.put(document, body);
        }
        out.index = indexed(corpus).finish();
        out.count(corpus);
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
            kinds: vec![None; units.len()],
            lines: vec![OnceCell::new(); starts.len()],
            no_lines: Lines::of(""),
            index: Index::default(),
            synonyms: Synonyms::default(),
            dimensions: Dimensions::default(),
            units,
            starts,
        }
    }

    /// Takes in the text of `document`; index and counts are other matters.
    pub(crate) fn put(&mut self, document: usize, body: &Body) {
        let first = self.starts.get(document).copied().unwrap_or(0);
        for (passage, kind) in body.passages.iter().zip(self.kinds.iter_mut().skip(first)) {
            *kind = Some(passage.kind);
        }
        if let Some(lines) = self.lines.get_mut(document) {
            *lines = OnceCell::new();
        }
    }

    /// The lines of `document`.
    pub(crate) fn lines(&self, corpus: &Corpus, document: usize) -> &Lines {
        match (corpus.bodies.get(document), self.lines.get(document)) {
            (Some(body), Some(lines)) => {
                let text = &body.text;
                // What cannot be had yet is not kept.
                if body.is_here() { lines.get_or_init(|| Lines::of(text)) } else { &self.no_lines }
            }
            _ => &self.no_lines,
        }
    }

    /// Counts anew what the texts that are in can be filtered by, and which names mean the same.
    pub(crate) fn count(&mut self, corpus: &Corpus) {
        self.dimensions = Dimensions::new(corpus, &self.units, &self.starts);
        self.speak(same_names(corpus));
    }

    /// Takes up which names mean the same, and which languages the documents are in.
    pub(crate) fn speak<'a>(&mut self, names: impl IntoIterator<Item = (&'a str, &'a str)>) {
        self.synonyms = Synonyms::new(&self.index.analyser, names);
        let languages = self.dimensions.range(Facet::Language);
        for document in 0..self.starts.len() {
            let values = self.dimensions.of_document(document).iter().map(|at| *at as usize);
            let tag =
                values.filter(|at| languages.contains(at)).map(|at| self.dimensions.values[at].id.as_str()).next();
            if let Some(language) = tag.and_then(Language::from_tag) {
                let numbers = self.numbers(document);
                let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
                self.synonyms.speak(language, number(numbers.start)..number(numbers.end));
            }
        }
    }

    /// Numbers of the passages of `document`.
    pub(crate) fn numbers(&self, document: usize) -> Range<usize> {
        let start = |document: usize| self.starts.get(document).copied().unwrap_or(self.units.len());
        start(document)..start(document + 1)
    }

    /// Number of the passage `passage` of `document`.
    pub(crate) fn number(&self, document: usize, passage: usize) -> usize {
        self.starts.get(document).map_or(0, |start| start + passage)
    }
}

/// The index of all passages, still open.
pub(crate) fn indexed(corpus: &Corpus) -> Builder {
    let mut builder = Builder::default();
    for document in 0..corpus.bodies.len() {
        index(corpus, document, &mut builder);
    }
    builder
}

/// Indexes the passages of `document`.
pub(crate) fn index(corpus: &Corpus, document: usize, builder: &mut Builder) {
    let Some(body) = corpus.bodies.get(document) else { return };
    let title = corpus.title_of(document);
    let paths = section_paths(body);
    for (passage, at) in body.passages.iter().zip(0_u32..) {
        checkpoint();
        let section = above(body, at, passage.section).and_then(|at| paths.get(at)).map_or("", String::as_str);
        builder.add(Fields { title, section, text: &ReadingText::of(body, passage).text });
    }
}

/// The section whose heading stands above a passage: a heading stands below the one around it.
fn above(body: &Body, passage: u32, section: Option<u32>) -> Option<usize> {
    let at = section? as usize;
    let section = body.sections.get(at)?;
    if section.heading == passage { section.parent.map(|parent| parent as usize) } else { Some(at) }
}

/// For each section its heading and those around it, in words.
fn section_paths(body: &Body) -> Vec<String> {
    let mut paths: Vec<String> = Vec::new();
    for section in &body.sections {
        let heading = body.passages.get(section.heading as usize).map(|passage| ReadingText::of(body, passage).text);
        let parent = section.parent.and_then(|parent| paths.get(parent as usize)).map_or("", String::as_str);
        paths.push(format!("{parent} {}", heading.unwrap_or_default()));
    }
    paths
}

/// Forms of a name that are looked for in its place.
const FORMS: usize = 4;

/// Pairs of names that mean the same: short forms and what they stand for; names in another script.
pub(crate) fn same_names(corpus: &Corpus) -> Vec<(&str, &str)> {
    let mut seen = BTreeSet::new();
    let mut pairs = every_same_name(corpus);
    pairs.retain(|pair| seen.insert(*pair));
    pairs
}

fn every_same_name(corpus: &Corpus) -> Vec<(&str, &str)> {
    let mut pairs = Vec::new();
    for acronym in &corpus.catalogue.acronyms {
        if let Some(expansion) = &acronym.expansion {
            pairs.push((acronym.acronym.as_str(), expansion.as_str()));
            pairs.push((expansion.as_str(), acronym.acronym.as_str()));
        }
    }
    for entity in &corpus.catalogue.entities {
        let printed = || entity.forms.iter().map(|form| form.text.as_str());
        for name in printed().chain(entity.known_as.iter().map(String::as_str)) {
            let other = |form: &&str| is_latin(form) != is_latin(name);
            pairs.extend(printed().filter(other).take(FORMS).map(|form| (name, form)));
        }
    }
    pairs
}

fn is_latin(name: &str) -> bool {
    name.chars().any(|c| c.is_ascii_alphabetic())
}

/// The passage of a unit.
pub(crate) fn passage_of(corpus: &Corpus, unit: Unit) -> Option<&Passage> {
    corpus.bodies.get(unit.document as usize)?.passages.get(unit.passage as usize)
}

/// Entities named in a passage, in order, without repeats.
pub(crate) fn named(body: &Body, passage: u32) -> Vec<u32> {
    // Mentions stand in the order of passages.
    let first = body.mentions.partition_point(|mention| mention.passage < passage);
    let here = body.mentions[first..].iter().take_while(|mention| mention.passage == passage);
    let mut named: Vec<u32> = here.map(|mention| mention.entity).collect();
    named.sort_unstable();
    named.dedup();
    named
}

/// What a person reads of a unit.
pub(crate) fn reading_of(corpus: &Corpus, unit: Unit) -> String {
    let body = corpus.bodies.get(unit.document as usize);
    body.zip(passage_of(corpus, unit)).map_or_else(String::new, |(body, passage)| ReadingText::of(body, passage).text)
}

/// Headings above a unit, outermost first, without the unit itself.
pub(crate) fn section_path(corpus: &Corpus, unit: Unit) -> Vec<String> {
    let Some(body) = corpus.bodies.get(unit.document as usize) else { return Vec::new() };
    let mut path = Vec::new();
    let mut at = body.passages.get(unit.passage as usize).and_then(|passage| passage.section);
    while let Some(section) = at.and_then(|at| body.sections.get(at as usize)) {
        if section.heading != unit.passage {
            path.push(reading_of(corpus, Unit { document: unit.document, passage: section.heading }));
        }
        at = section.parent;
    }
    path.reverse();
    path
}
