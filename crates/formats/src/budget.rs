//! How much of one document is read.
//!
//! All bounds are counts, so that the same document is cut at the same place on every machine. What comes before a bound
//! is read, and the bound that was reached is reported.

use entente_corpus::{Anomaly, AnomalyKind};
use entente_text::number::grouped;
use entente_text::{Span, checkpoint};

/// The rule of a note on a bound that was reached.
pub const BOUNDED_READING: &str = "bounded-reading";
/// Bytes of text of one document that is not a text file: some 2,500 pages.
const MAX_TEXT_BYTES: usize = 8_000_000;
/// Bytes of text that a file of any size may have, and how many more for each byte of it. Prose is packed to a third at best;
/// what is packed tighter repeats itself.
const SMALL_TEXT_BYTES: usize = 1_000_000;
const TEXT_BYTES_A_BYTE: usize = 2;
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
    /// Bytes of text that were there to begin with.
    whole: usize,
    reached: Option<String>,
}

impl Default for Budget {
    fn default() -> Self {
        Self::of(usize::MAX)
    }
}

impl Budget {
    /// What may be read of a file of `bytes`.
    pub(crate) fn of(bytes: usize) -> Self {
        let text = text_of(bytes);
        Self { text, blocks: MAX_BLOCKS, runs: MAX_RUNS, whole: text, reached: None }
    }

    /// Takes text, and returns what of it may be read.
    pub(crate) fn text<'a>(&mut self, words: &'a str) -> &'a str {
        if self.text >= words.len() {
            self.text -= words.len();
            return words;
        }
        let end = words.floor_char_boundary(std::mem::take(&mut self.text));
        self.reach(self.whole, "bytes of text");
        &words[..end]
    }

    fn reach(&mut self, most: usize, what: &str) {
        self.reached = Some(format!("more than {} {what}", grouped(&most.to_string())));
    }

    /// Takes a paragraph, a row or a cell.
    pub(crate) fn block(&mut self) {
        match self.blocks.checked_sub(1) {
            Some(left) => self.blocks = left,
            None => self.reach(MAX_BLOCKS, "paragraphs, rows and cells"),
        }
    }

    /// Takes a run.
    pub(crate) fn run(&mut self) {
        checkpoint();
        match self.runs.checked_sub(1) {
            Some(left) => self.runs = left,
            None => self.reach(MAX_RUNS, "runs of text"),
        }
    }

    /// True if a bound was reached: what follows is left out.
    pub(crate) fn is_spent(&self) -> bool {
        self.reached.is_some()
    }

    /// What to tell at the end of a text of `length` bytes, where a bound was reached.
    pub(crate) fn note(&self, length: usize) -> Option<Anomaly> {
        self.reached.as_ref().map(|what| cut(what, length))
    }
}

/// Bytes of text, or letters, that are read of a file of `bytes`.
pub(crate) fn text_of(bytes: usize) -> usize {
    bytes.saturating_mul(TEXT_BYTES_A_BYTE).saturating_add(SMALL_TEXT_BYTES).min(MAX_TEXT_BYTES)
}

/// The note that a document has `what`, at the end of what was read of it.
pub(crate) fn cut(what: &str, length: usize) -> Anomaly {
    Anomaly {
        kind: AnomalyKind::TruncatedText,
        passage: None,
        span: Span::new(length, length),
        detail: format!("the file has {what}; the rest is left out"),
        rule: BOUNDED_READING.to_owned(),
    }
}
