//! Names: the entities that documents name, and the places that mention them.

use entente_text::Span;
use serde::{Deserialize, Serialize};

use crate::fact::{Basis, Evidence};
use crate::vocabulary::EntityKind;

/// A person, country, body or other thing that documents name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub struct Entity {
    /// Public name: alpha-2 in lower case for countries, else the gazetteer's key or a slug.
    pub id: String,
    /// The kind.
    pub kind: EntityKind,
    /// The form that the documents of the file print most.
    pub name: String,
    /// ISO 3166-1 alpha-2 for countries.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Index of the entity that it belongs to (the country of an agency).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<u32>,
    /// Forms printed in this file, most frequent first.
    #[serde(default)]
    pub forms: Vec<Form>,
    /// Names by which a filter or query may refer to it, folded. They are not shown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub known_as: Vec<String>,
}

/// One printed form of a name.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Form {
    /// As printed.
    pub text: String,
    /// How often it is printed.
    pub count: u32,
}

/// A mention: words that name an entity.
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
    /// Index of the entity that the person represents here, as printed or implied by the role.
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
    /// What it stands for, as printed; `None` if nothing expands it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expansion: Option<String>,
    /// Stated in this document, inferred from another document of the file or from the gazetteer.
    pub basis: Basis,
    /// Index of the document.
    pub document: u32,
    /// The words that expand it, else its first place.
    pub evidence: Evidence,
    /// The entity that it names, if any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entity: Option<u32>,
    /// Name of the rule that found it.
    pub rule: String,
}
