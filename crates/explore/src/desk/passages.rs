//! The passages of all documents, numbered in the order of the documents.

use entente_text::saturating_u32;
use std::cell::OnceCell;
use std::ops::Range;

use entente_corpus::{Body, Corpus, Lines, PassageKind};

/// Where a passage is, by indices.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PassageAt {
    /// Index of its document.
    pub document: u32,
    /// Index within the document.
    pub passage: u32,
}

/// All passages of a corpus. A text may come in later: its passages have their numbers from the start.
#[derive(Debug)]
pub(crate) struct Passages {
    /// All passages in order.
    pub(crate) all: Vec<PassageAt>,
    /// Number of each document's first passage.
    pub(crate) starts: Vec<usize>,
    /// The kind of each passage; `None` while its text is not in.
    pub(crate) kinds: Vec<Option<PassageKind>>,
    /// Lines of each document, found when they are first asked for.
    lines: Vec<OnceCell<Lines>>,
    no_lines: Lines,
}

impl Passages {
    /// Numbers for documents with the given number of passages each, with no text in.
    pub(crate) fn numbered(counts: impl Iterator<Item = usize>) -> Self {
        let (mut all, mut starts) = (Vec::new(), Vec::new());
        for (count, document) in counts.zip(0_u32..) {
            starts.push(all.len());
            all.extend((0..saturating_u32(count)).map(|passage| PassageAt { document, passage }));
        }
        Self {
            kinds: vec![None; all.len()],
            lines: vec![OnceCell::new(); starts.len()],
            no_lines: Lines::of(""),
            all,
            starts,
        }
    }

    /// Takes in the text of `document`.
    pub(crate) fn put(&mut self, document: usize, body: &Body) {
        let first = self.starts.get(document).copied().unwrap_or(0);
        for (passage, kind) in body.passages.iter().zip(self.kinds.iter_mut().skip(first)) {
            *kind = Some(passage.kind);
        }
        if let Some(lines) = self.lines.get_mut(document) {
            *lines = OnceCell::new();
        }
    }

    /// The lines of `document`; none while its text is not in.
    pub(crate) fn lines(&self, corpus: &Corpus, document: usize) -> &Lines {
        match (corpus.bodies.get(document), self.lines.get(document)) {
            (Some(body), Some(lines)) => lines.get_or_init(|| Lines::of(&body.text)),
            _ => &self.no_lines,
        }
    }

    /// Index of the document of passage number `number`; `u32::MAX` beyond the last passage.
    pub(crate) fn document_of(&self, number: u32) -> u32 {
        self.all.get(number as usize).map_or(u32::MAX, |at| at.document)
    }

    /// Numbers of the passages of `document`.
    pub(crate) fn numbers(&self, document: usize) -> Range<usize> {
        let start = |document: usize| self.starts.get(document).copied().unwrap_or(self.all.len());
        start(document)..start(document + 1)
    }

    /// Number of the passage `passage` of `document`.
    pub(crate) fn number(&self, document: usize, passage: usize) -> usize {
        self.starts.get(document).map_or(0, |start| start + passage)
    }
}
