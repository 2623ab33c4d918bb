//! A value and what it stands on.

use entente_text::{PartialDate, Span};
use serde::Serialize;
use serde_json::Value;

use crate::json::{self, Faults, FromJson, record, word};

/// How a value came to be known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Basis {
    /// The text says so.
    Stated,
    /// Markup of the source, its address or `entente.toml` says so.
    Metadata,
    /// Concluded by the rule named.
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

    fn from_word(word: &str) -> Option<Self> {
        [Self::Stated, Self::Metadata, Self::Inferred].into_iter().find(|basis| basis.as_str() == word)
    }
}

word!(Basis, Self::Inferred);

/// The words of the source that a fact stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Evidence {
    /// Index of the passage in its body; `None` where the words lie outside every passage
    /// (front matter, a `<meta>` element).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub passage: Option<u32>,
    /// Bytes of the document's source text.
    pub span: Span,
}

record!(Evidence { span; passage });

/// One value, how it is known and by which rule. `evidence` is empty only where the value was
/// supplied from outside the document (`entente.toml`), or stands on the file as a whole (its encoding).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Fact<T> {
    /// What is known.
    pub value: T,
    /// How.
    pub basis: Basis,
    /// Name of the rule that found it.
    pub rule: String,
    /// The words it stands on.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
}

record!(Fact<T> { value, basis, rule; evidence });

impl<T> Fact<T> {
    /// A fact that stands on one run of words.
    #[must_use]
    pub fn new(value: T, basis: Basis, rule: &str, evidence: Evidence) -> Self {
        Self { value, basis, rule: rule.to_owned(), evidence: vec![evidence] }
    }

    /// A value given from outside the document.
    #[must_use]
    pub fn supplied(value: T, rule: &str) -> Self {
        Self { value, basis: Basis::Metadata, rule: rule.to_owned(), evidence: Vec::new() }
    }

    /// True when nothing in the document says so: shown in square brackets.
    #[must_use]
    pub fn is_supplied(&self) -> bool {
        self.evidence.is_empty() && self.basis == Basis::Metadata
    }
}

/// One value found for one field of a record. The record holds the one chosen; this list holds
/// all, so that competing values stay visible.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Metadatum {
    /// Name of the field: `title`, `date`, `publisher`, `updated`, `period`, …
    pub field: String,
    /// The value as text; dates are EDTF.
    #[serde(flatten)]
    pub fact: Fact<String>,
    /// For dates.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
}

impl FromJson for Metadatum {
    fn from_json(value: &Value, faults: &Faults) -> Self {
        Self {
            field: json::required(value, "field", faults),
            // Its fields stand beside the others.
            fact: Fact::from_json(value, faults),
            date: json::optional(value, "date", faults),
        }
    }
}
