//! Links between places of the file.

use serde::{Deserialize, Serialize};

use crate::vocabulary::{DifferenceKind, LinkKind};

/// One end of a link. Numbers are indices: of the document, then in its body's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum End {
    /// A whole document.
    Document(u32),
    /// A passage.
    Passage(u32, u32),
    /// A statement.
    Statement(u32, u32),
    /// An engagement.
    Engagement(u32, u32),
    /// An amount.
    Amount(u32, u32),
    /// An entity of the catalogue.
    Entity(u32),
}

impl End {
    /// Index of its document; `None` for an entity.
    #[must_use]
    pub fn document(self) -> Option<u32> {
        match self {
            Self::Document(document)
            | Self::Passage(document, _)
            | Self::Statement(document, _)
            | Self::Engagement(document, _)
            | Self::Amount(document, _) => Some(document),
            Self::Entity(_) => None,
        }
    }
}

/// A link between two places, and why they belong together.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct Link {
    /// The kind.
    pub kind: LinkKind,
    /// The one that refers, does or comes later.
    pub from: End,
    /// The one referred to.
    pub to: End,
    /// How certain, or how similar: from 0 to 1.
    pub score: f32,
    /// For a restatement, the words that differ; `None` if nothing differs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub difference: Option<String>,
    /// The kind of difference.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub difference_kind: Option<DifferenceKind>,
    /// True if both places are the wording of a form.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub template: bool,
    /// A sentence of a fixed template, filled with names and numbers.
    pub why: String,
}
