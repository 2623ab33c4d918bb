//! What comes in.

use entente_corpus::{DocumentKind, EntityKind};
use entente_text::PartialDate;

use crate::redact::Redaction;

/// One file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// Path below the folder, with `/` between names.
    pub file: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// What the packer says of the whole file of documents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Title.
    pub title: Option<String>,
    /// A sentence on what it holds.
    pub description: Option<String>,
    /// Edition.
    pub edition: Option<String>,
    /// Handling marking.
    pub marking: Option<String>,
    /// Language of documents that do not show their own (BCP 47).
    pub language: Option<String>,
    /// Keep the bytes of files whose text is a text form (DOCX, PDF, HWPX).
    pub originals: bool,
    /// What is masked before anything else is made of a document.
    pub redact: Redaction,
    /// Single documents.
    pub files: Vec<Supplied>,
    /// Names.
    pub names: Names,
}

/// What the packer says of names. It goes before what rules find, and is told by the rules' names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// Names to find and to show.
    pub added: Vec<AddedName>,
    /// Names, printed forms or ids, that mean the same; the first of each list stays.
    pub merged: Vec<Vec<String>>,
    /// A name, and the path of the document in which it means something else.
    pub split: Vec<(String, String)>,
    /// A name, and what to show for it.
    pub renamed: Vec<(String, String)>,
    /// Names that are none: wherever they stand they are counted with what is not classified.
    pub excluded: Vec<String>,
}

/// A name to find and to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddedName {
    /// What sort of thing.
    pub kind: EntityKind,
    /// What to show.
    pub name: String,
    /// How else it is printed.
    pub aliases: Vec<String>,
    /// ISO 3166-1 alpha-2 for countries.
    pub code: Option<String>,
    /// Name, id or code of what it belongs to.
    pub within: Option<String>,
}

/// What the packer says of one document. It goes before what the document says, and is shown as supplied.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Supplied {
    /// Path below the folder.
    pub file: String,
    /// Title.
    pub title: Option<String>,
    /// Date.
    pub date: Option<PartialDate>,
    /// Who issued it.
    pub publisher: Option<String>,
    /// Kind.
    pub kind: Option<DocumentKind>,
    /// Address.
    pub url: Option<String>,
    /// Licence.
    pub licence: Option<String>,
    /// Language (BCP 47).
    pub language: Option<String>,
    /// Handling marking.
    pub marking: Option<String>,
}
