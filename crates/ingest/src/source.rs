//! Sources and settings: the input.

use entente_corpus::Pattern;
use entente_text::checkpoint::Stop;

pub use entente_formats::Source;
pub use entente_names::{AddedName, Names};
pub use entente_structure::metadata::Supplied;

use crate::redact::Redaction;

/// Settings of the packer for all documents together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Title.
    pub title: Option<String>,
    /// A sentence that describes the documents.
    pub description: Option<String>,
    /// Edition.
    pub edition: Option<String>,
    /// Handling marking.
    pub marking: Option<String>,
    /// Language of documents that do not show their own (BCP 47).
    pub language: Option<String>,
    /// Keep the bytes of files whose text is a text form (DOCX, PDF, HWPX).
    pub originals: bool,
    /// What to mask before anything else is derived from a document.
    pub redact: Redaction,
    /// Single documents.
    pub files: Vec<Supplied>,
    /// Names.
    pub names: Names,
    /// Patterns of the folder: words that report a fact, in addition to the built-in ones.
    pub patterns: Vec<Pattern>,
    /// Ways to end long work early.
    pub stops: Stops,
}

/// Ways to end long work early. None is set by default.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stops {
    /// Ends the reading of documents.
    pub reading: Stop,
    /// Ends the search for names and facts in what was read.
    pub finding: Stop,
}
