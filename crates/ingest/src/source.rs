//! What comes in.

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
    /// Single documents.
    pub files: Vec<Supplied>,
}

/// What the packer says of one document. It goes before what the document says, and is shown as supplied.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Supplied {
    /// Path below the folder.
    pub file: String,
    /// Title.
    pub title: Option<String>,
    /// Date, as EDTF.
    pub date: Option<String>,
    /// Who issued it.
    pub publisher: Option<String>,
    /// Kind, a word of the vocabulary.
    pub kind: Option<String>,
    /// Address.
    pub url: Option<String>,
    /// Licence.
    pub licence: Option<String>,
    /// Language (BCP 47).
    pub language: Option<String>,
    /// Handling marking.
    pub marking: Option<String>,
}
