//! Texts that lie together: of each document its record, of each name what is known of it, and the documents' texts.
//!
//! In: many small texts. Out: some blocks of them, and the texts of one block. More in a block are smaller when they are
//! deflated, fewer are sooner there when one is shown.

use std::fmt::Write;
use std::ops::Range;

use crate::quick;

/// What the texts are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// What is known of a document without its text.
    Record,
    /// What is known of a name.
    Name,
    /// A document's text and everything that lies over it.
    Body,
}

impl Kind {
    /// What its elements are called.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Record => "record",
            Self::Name => "name",
            Self::Body => "body",
        }
    }

    /// The attribute that says which is the first text of a block.
    #[must_use]
    pub fn first(self) -> &'static str {
        match self {
            Self::Record | Self::Name => "data-first",
            Self::Body => "data-document",
        }
    }

    /// Bytes of texts that lie together. Of records and names few are looked at for an answer, and from many places.
    fn most(self) -> usize {
        match self {
            Self::Record | Self::Name => 32_000,
            Self::Body => 64_000,
        }
    }

    /// Which of `texts` lie together; where `apart`, each body is by itself.
    pub(crate) fn blocks(self, texts: &[impl AsRef<str>], apart: bool) -> Vec<Range<usize>> {
        let most = if apart && self == Self::Body { 0 } else { self.most() };
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

    /// `texts`, each JSON without a line end in it, as one: bodies a line each, others a JSON list.
    #[must_use]
    pub fn join(self, texts: &[impl AsRef<str>]) -> String {
        let texts: Vec<&str> = texts.iter().map(AsRef::as_ref).collect();
        match self {
            Self::Body => texts.join("\n"),
            Self::Record | Self::Name => format!("[{}]", texts.join(",\n")),
        }
    }

    /// The texts of a block.
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

/// The checksum of a block, clear, as its elements have it.
#[must_use]
pub fn sum(block: &str) -> String {
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
                assert!(joined.len() < kind.most() + 9_000);
                all.extend(kind.split(&joined).into_iter().map(str::to_owned));
            }
            assert_eq!(all, texts);
            assert!(kind.blocks(&[] as &[&str], false).is_empty());
        }
        assert_eq!(Kind::Body.blocks(&texts, true).len(), 900);
        assert_eq!((Kind::Name.split("[]").len(), Kind::Name.split("cut").len()), (0, 0));
        assert_ne!(sum("a"), sum("b"));
    }
}
