//! Names: who or what is meant, and where.

use entente_text::Span;
use serde::{Deserialize, Serialize};

use crate::fact::{Basis, Evidence};
use crate::vocabulary::EntityKind;

/// Who or what is meant.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub struct Entity {
    /// Public name: alpha-2 in lower case for countries, else the gazetteer's key or a slug.
    pub id: String,
    /// What sort of thing.
    pub kind: EntityKind,
    /// The form that this file's documents print most.
    pub name: String,
    /// ISO 3166-1 alpha-2 for countries.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Entity it belongs to (an agency's country).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<u32>,
    /// Forms printed in this file, most frequent first.
    #[serde(default)]
    pub forms: Vec<Form>,
    /// Names by which a filter or query may call it, folded; not for showing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub known_as: Vec<String>,
}

/// One printed form of a name.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Form {
    /// As printed.
    pub text: String,
    /// How often.
    pub count: u32,
}

/// Words that name an entity.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Mention {
    /// Index in the catalogue's `entities`.
    pub entity: u32,
    /// Index of the passage.
    pub passage: u32,
    /// Bytes of the source text.
    pub span: Span,
    /// A person's role as printed here ("Ambassador for International Security Affairs").
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<Span>,
    /// Index of the entity for which a person stands here, as printed or as the role says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub affiliation: Option<u32>,
    /// Name of the rule that found it.
    pub rule: String,
}

/// A short form, and what it stands for in one document.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Acronym {
    /// As printed.
    pub acronym: String,
    /// What it stands for, as printed; `None` where nothing expands it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expansion: Option<String>,
    /// Stated in this document, inferred from another document of the file or from the gazetteer.
    pub basis: Basis,
    /// Index of the document.
    pub document: u32,
    /// The words that expand it, else its first place.
    pub evidence: Evidence,
    /// The entity it names, where it names one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entity: Option<u32>,
    /// Name of the rule that found it.
    pub rule: String,
}
