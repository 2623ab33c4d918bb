//! A value and its evidence.

use entente_text::{PartialDate, Span};
use serde::{Deserialize, Serialize};

use crate::vocabulary::MetadataField;

/// How a value is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Basis {
    /// The text states it.
    Stated,
    /// Markup of the source, its address or `entente.toml` states it.
    Metadata,
    /// The named rule inferred it.
    #[default]
    Inferred,
}

impl Basis {
    /// The word used in exports.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::Metadata => "metadata",
            Self::Inferred => "inferred",
        }
    }
}

/// The words of the source that are the evidence of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
pub struct Evidence {
    /// Index of the passage in its body; `None` if the words are outside every passage (front matter, a `<meta>` element).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub passage: Option<u32>,
    /// Bytes of the document's source text.
    pub span: Span,
}

/// One value, how it is known and by which rule. `evidence` is empty only if the value was supplied from outside the document
/// (`entente.toml`), or is about the file as a whole (its encoding).
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
pub struct Fact<T> {
    /// The value.
    pub value: T,
    /// How it is known.
    pub basis: Basis,
    /// Name of the rule that found it.
    pub rule: String,
    /// The words that support it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
}

impl<T> Fact<T> {
    /// A fact with one run of words as its evidence.
    #[must_use]
    pub fn new(value: T, basis: Basis, rule: &str, evidence: Evidence) -> Self {
        Self { value, basis, rule: rule.to_owned(), evidence: vec![evidence] }
    }

    /// A value given from outside the document.
    #[must_use]
    pub fn supplied(value: T, rule: &str) -> Self {
        Self { value, basis: Basis::Metadata, rule: rule.to_owned(), evidence: Vec::new() }
    }

    /// True if nothing in the document states it. Such a value is shown in square brackets.
    #[must_use]
    pub fn is_supplied(&self) -> bool {
        self.evidence.is_empty() && self.basis == Basis::Metadata
    }
}

/// One value found for one field of a record. The record contains the one chosen; this list contains
/// all, so that competing values stay visible.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(from = "FlatMetadatum")]
pub struct Metadatum {
    /// What the value describes: title, date, publisher and so on.
    pub field: MetadataField,
    /// The value as text; dates are EDTF.
    #[serde(flatten)]
    pub fact: Fact<String>,
    /// For dates.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
}

/// A [`Metadatum`] as its JSON has it, the fields of the fact beside the others. Written out because
/// `#[serde(flatten)]` would copy every value into a buffer before reading it.
#[derive(Deserialize)]
struct FlatMetadatum {
    field: MetadataField,
    value: String,
    basis: Basis,
    rule: String,
    #[serde(default)]
    evidence: Vec<Evidence>,
    date: Option<PartialDate>,
}

impl From<FlatMetadatum> for Metadatum {
    fn from(flat: FlatMetadatum) -> Self {
        let FlatMetadatum { field, value, basis, rule, evidence, date } = flat;
        Self { field, fact: Fact { value, basis, rule, evidence }, date }
    }
}
