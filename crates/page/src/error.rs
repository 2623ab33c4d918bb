//! What can be wrong with a page.

use std::fmt;

/// Why a page cannot be used. Each message says what is wrong and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageError {
    /// Not a page of ours: give one that `entente pack` or the build has made.
    NotAPage,
    /// A page of ours from which a part was cut: get the file again from where it came.
    SlotMissing(&'static str),
    /// Made by a newer or much older program: open it with that program, or unpack and pack again.
    Format {
        /// What this program reads.
        expected: u32,
        /// What the page is.
        got: u32,
    },
    /// The payload is not what was written: get the file again from where it came.
    Damaged(String),
}

impl fmt::Display for PageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAPage => f.write_str("this is not a page made by Entente"),
            Self::SlotMissing(slot) => {
                write!(f, "the page lacks its part \u{201c}{slot}\u{201d}; get the file again from where it came")
            }
            Self::Format { expected, got } => write!(
                f,
                "the documents are stored in format {got}, this program reads format {expected}; \
                 pack the documents again with this version"
            ),
            Self::Damaged(what) => {
                write!(f, "the documents in this file are damaged ({what}); get the file again from where it came")
            }
        }
    }
}

impl std::error::Error for PageError {}
