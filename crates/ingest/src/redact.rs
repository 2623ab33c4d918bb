//! Redaction: masks what the packer asks for, before anything else is derived from a document.
//!
//! In: what to mask, and the documents. Out: documents with a bar of fixed length in every such place, and a list of what was
//! masked, so that the finished page can be searched for it. A person whom one document names as its contact is masked in all
//! of them, so all documents are searched first. Then each is masked, and everything is derived from the masked text.
//!
//! The search runs over a text as a person reads it (`view`, `decode`). It finds numbers and addresses by their shape
//! (`phones`, `mails`, `shapes`), persons by the words around them (`contacts`, `columns`), and names in every form (`names`,
//! `matcher`). `masker` writes the bars; `run` handles all documents, the settings and the names of files.

mod columns;
mod contacts;
mod decode;
mod mails;
mod masker;
mod matcher;
mod names;
mod phones;
mod places;
mod report;
mod run;
mod shapes;
mod view;
mod words;

use entente_corpus::EntityKind;
use entente_text::fold::fold;

pub use names::{Case, Sort};
pub use report::{Needle, Place, Report};
pub use run::ingest_redacted;

pub(crate) use masker::Masker;
pub(crate) use run::ROUNDS;

/// What to mask.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Redaction {
    /// Telephone and fax numbers, e-mail addresses and contact persons.
    pub personal_data: bool,
    /// Names of these kinds.
    pub kinds: Vec<EntityKind>,
    /// These names, in every form and place.
    pub names: Vec<String>,
    /// Words of these shapes: `9` is a digit, `A` a letter, any other character is itself.
    pub patterns: Vec<String>,
    /// Columns of tables with these headers.
    pub columns: Vec<String>,
    /// Fields of front matter, and properties of files, with these names.
    pub fields: Vec<String>,
}

impl Redaction {
    /// True if there is nothing to mask.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let lists = [&self.names, &self.patterns, &self.columns, &self.fields];
        !self.personal_data && self.kinds.is_empty() && lists.iter().all(|list| list.is_empty())
    }

    /// Checks that `name` can be masked without masking other words.
    ///
    /// # Errors
    /// A sentence without the name if it is too short.
    pub fn check_name(name: &str) -> Result<(), String> {
        names::forms(name, names::Nature::Unknown).map(|_| ())
    }

    /// Checks that `pattern` can be masked without masking other words.
    ///
    /// # Errors
    /// A sentence if the shape would be found everywhere.
    pub fn check_pattern(pattern: &str) -> Result<(), String> {
        shapes::Shape::loose(pattern).map(|_| ())
    }

    /// Checks that a column or a field of this name can be found.
    ///
    /// # Errors
    /// A sentence if it has no letters.
    pub fn check_label(label: &str) -> Result<(), String> {
        if fold(label).contains(char::is_alphanumeric) { Ok(()) } else { Err("it has no letters".to_owned()) }
    }
}

#[cfg(test)]
mod tests;
