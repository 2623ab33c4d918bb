//! What the packer says of a document.

use entente_corpus::DocumentKind;
use entente_text::PartialDate;

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
