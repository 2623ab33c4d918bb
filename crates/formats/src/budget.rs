//! How much of one document is read.
//!
//! All bounds are counts, so that the same document is cut at the same place on every machine. What comes before a bound
//! is read, and the bound that was reached is told.

use entente_corpus::{Anomaly, AnomalyKind};
use entente_text::{Span, checkpoint};

/// Bytes of text of one document that is no text file: some 2,500 pages.
pub(crate) const MAX_TEXT_BYTES: usize = 8_000_000;
/// Paragraphs, rows and cells of one document.
pub(crate) const MAX_BLOCKS: usize = 250_000;
/// Runs of text of one look.
pub(crate) const MAX_RUNS: usize = 1_000_000;

/// What may still be read of one document.
#[derive(Debug)]
pub(crate) struct Budget {
    text: usize,
    blocks: usize,
    runs: usize,
    reached: Option<&'static str>,
}

impl Default for Budget {
    fn default() -> Self {
        Self { text: MAX_TEXT_BYTES, blocks: MAX_BLOCKS, runs: MAX_RUNS, reached: None }
    }
}

impl Budget {
    /// Takes `bytes` of text.
    pub(crate) fn text(&mut self, bytes: usize) {
        match self.text.checked_sub(bytes) {
            Some(left) => self.text = left,
            None => self.reached = Some("more than 8,000,000 bytes of text"),
        }
    }

    /// Takes a paragraph, a row or a cell.
    pub(crate) fn block(&mut self) {
        match self.blocks.checked_sub(1) {
            Some(left) => self.blocks = left,
            None => self.reached = Some("more than 250,000 paragraphs, rows and cells"),
        }
    }

    /// Takes a run.
    pub(crate) fn run(&mut self) {
        checkpoint();
        match self.runs.checked_sub(1) {
            Some(left) => self.runs = left,
            None => self.reached = Some("more than 1,000,000 runs of text"),
        }
    }

    /// True if a bound was reached: what follows is left out.
    pub(crate) fn is_spent(&self) -> bool {
        self.reached.is_some()
    }

    /// What to tell at the end of a text of `length` bytes, where a bound was reached.
    pub(crate) fn note(&self, length: usize) -> Option<Anomaly> {
        self.reached.map(|what| cut(what, length))
    }
}

/// The note that a document has `what`, at the end of what was read of it.
pub(crate) fn cut(what: &str, length: usize) -> Anomaly {
    Anomaly {
        kind: AnomalyKind::TruncatedText,
        passage: None,
        span: Span::new(length, length),
        detail: format!("the file has {what}; the rest is left out"),
        rule: "bounded-reading".to_owned(),
    }
}
