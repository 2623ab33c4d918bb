//! Puts small texts together into blocks: records of documents, records of names, texts of documents.
//!
//! In: many small texts. Out: blocks of them, and the texts of one block. A large block deflates better; a small one is
//! inflated sooner when one of its texts is shown.

use std::fmt::Write;
use std::ops::Range;

use crate::quick;

/// The kind of texts in a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The record of a document, without its text.
    Record,
    /// The record of a name.
    Name,
    /// The text of a document with its structure and facts.
    Body,
}

impl Kind {
    /// The value of `data-entente` on its elements.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Record => "record",
            Self::Name => "name",
            Self::Body => "body",
        }
    }

    /// The attribute with the number of the first text in a block, counted from 0.
    #[must_use]
    pub fn first_attribute(self) -> &'static str {
        match self {
            Self::Record | Self::Name => "data-first",
            Self::Body => "data-document",
        }
    }

    /// Bytes up to which texts are put into one block. An answer needs few records, from all over the page: smaller blocks.
    fn max_bytes(self) -> usize {
        match self {
            Self::Record | Self::Name => 32_000,
            Self::Body => 64_000,
        }
    }

    /// Which `texts` go into one block, as ranges of their numbers. If `apart` is set, each body is a block of its own.
    pub(crate) fn blocks(self, texts: &[impl AsRef<str>], apart: bool) -> Vec<Range<usize>> {
        let most = if apart && self == Self::Body { 0 } else { self.max_bytes() };
        let mut out: Vec<Range<usize>> = Vec::new();
        let mut length = 0;
        for (at, text) in texts.iter().map(AsRef::as_ref).enumerate() {
            match out.last_mut() {
                Some(block) if length + text.len() <= most => block.end = at + 1,
                _ => {
                    length = 0;
                    out.push(at..at + 1);
                }
            }
            length += text.len();
        }
        out
    }

    /// Joins `texts`, each JSON without a line end, into one block: bodies one a line, others as a JSON list.
    #[must_use]
    pub fn join(self, texts: &[impl AsRef<str>]) -> String {
        let texts: Vec<&str> = texts.iter().map(AsRef::as_ref).collect();
        match self {
            Self::Body => texts.join("\n"),
            Self::Record | Self::Name => format!("[{}]", texts.join(",\n")),
        }
    }

    /// Splits a block into its texts. A damaged block of records gives none.
    #[must_use]
    pub fn split(self, block: &str) -> Vec<&str> {
        match self {
            Self::Body => block.split('\n').collect(),
            Self::Record | Self::Name => {
                let list = block.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or("");
                if list.is_empty() { Vec::new() } else { list.split(",\n").collect() }
            }
        }
    }
}

/// The checksum of a block before it is deflated, as eight hexadecimal digits: the attribute `data-sum`.
#[must_use]
pub fn checksum(block: &str) -> String {
    let mut out = String::new();
    let _ = write!(out, "{:08x}", quick::checksum(block.as_bytes()) >> 32);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_lie_together_up_to_a_size_and_come_apart_again() {
        let texts: Vec<String> = (0..900).map(|n| format!("{{\"a\":\"{}\"}}", "x,".repeat(n % 90))).collect();
        for kind in [Kind::Record, Kind::Name, Kind::Body] {
            let blocks = kind.blocks(&texts, false);
            assert!(blocks.len() > 1 && blocks.len() < 9, "{}", blocks.len());
            let mut all: Vec<String> = Vec::new();
            for block in blocks {
                assert_eq!(block.start, all.len());
                let joined = kind.join(&texts[block]);
                assert!(joined.len() < kind.max_bytes() + 9_000);
                all.extend(kind.split(&joined).into_iter().map(str::to_owned));
            }
            assert_eq!(all, texts);
            assert!(kind.blocks(&[] as &[&str], false).is_empty());
        }
        assert_eq!(Kind::Body.blocks(&texts, true).len(), 900);
        assert_eq!((Kind::Name.split("[]").len(), Kind::Name.split("cut").len()), (0, 0));
        assert_ne!(checksum("a"), checksum("b"));
    }
}
