//! Redaction: what the packer asks for is masked before anything else is made of a document.
//!
//! In: what is to be masked, and the documents. Out: documents with a bar of fixed length in every such place, and what was
//! masked, so that the finished page can be searched for it. All documents are looked through first, since a person whom one
//! of them names as its contact is masked in all of them; then each is masked, and everything is derived from the masked text.
//!
//! Words are looked for in a text as it is read (`view`, `decode`): numbers and addresses by their shape (`phones`, `mails`,
//! `shapes`), persons by what stands around them (`contacts`, `columns`), names in every form (`names`, `matcher`).
//! `masker` puts the bars, `run` goes over all documents, the settings and the names of files.

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

/// What is to be masked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Redaction {
    /// Telephone and fax numbers, e-mail addresses and contact persons.
    pub personal_data: bool,
    /// Names of these kinds.
    pub kinds: Vec<EntityKind>,
    /// These names, wherever they stand.
    pub names: Vec<String>,
    /// What has one of these shapes: 9 is a digit, A a letter.
    pub patterns: Vec<String>,
    /// Columns of tables with these headers.
    pub columns: Vec<String>,
    /// Fields of front matter and of what files say of themselves.
    pub fields: Vec<String>,
}

impl Redaction {
    /// True where nothing is asked for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let lists = [&self.names, &self.patterns, &self.columns, &self.fields];
        !self.personal_data && self.kinds.is_empty() && lists.iter().all(|list| list.is_empty())
    }

    /// Says why `name` could not be masked safely.
    ///
    /// # Errors
    /// A sentence without the name, where it is too short.
    pub fn check_name(name: &str) -> Result<(), String> {
        names::forms(name, names::Nature::Unknown).map(|_| ())
    }

    /// Says why `pattern` could not be masked safely.
    ///
    /// # Errors
    /// A sentence, where the shape would be found everywhere.
    pub fn check_pattern(pattern: &str) -> Result<(), String> {
        shapes::Shape::loose(pattern).map(|_| ())
    }

    /// Says why a column or a field of this name could not be found.
    ///
    /// # Errors
    /// A sentence, where it has no letters.
    pub fn check_label(label: &str) -> Result<(), String> {
        if fold(label).contains(char::is_alphanumeric) { Ok(()) } else { Err("it has no letters".to_owned()) }
    }
}

#[cfg(test)]
mod tests;
