//! A passage's reading text, cut into words once for all that look for names in it.

use entente_text::words::{Word, words};

/// The text and its words.
pub(crate) struct Scan<'a> {
    /// Reading text.
    pub(crate) text: &'a str,
    /// Its words.
    pub(crate) words: Vec<Word<'a>>,
}

impl<'a> Scan<'a> {
    /// Cuts `text`.
    pub(crate) fn new(text: &'a str) -> Self {
        Self { text, words: words(text) }
    }
}
