//! Links: how places of the file belong together.

use serde::Serialize;
use serde_json::Value;

use crate::json::{Faults, FromJson, record};
use crate::vocabulary::{DifferenceKind, LinkKind};

/// One end of a link. Numbers are indices: of the document, then in its body's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
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

impl FromJson for End {
    fn from_json(value: &Value, faults: &Faults) -> Self {
        let field = value.as_object().and_then(|object| object.iter().next());
        let (name, value) = field.map_or(("", value), |(name, value)| (name.as_str(), value));
        // Two of them stand on one number, the others on a pair.
        let one = || u32::from_json(value, faults);
        let two = |make: fn(u32, u32) -> Self| {
            let (document, n) = FromJson::from_json(value, faults);
            make(document, n)
        };
        match name {
            "document" => Self::Document(one()),
            "entity" => Self::Entity(one()),
            "passage" => two(Self::Passage),
            "statement" => two(Self::Statement),
            "engagement" => two(Self::Engagement),
            "amount" => two(Self::Amount),
            _ => {
                faults.note("an end of a link");
                Self::Document(0)
            }
        }
    }
}

impl End {
    /// The document in which it lies.
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

/// Two places that belong together, and why.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Link {
    /// How.
    pub kind: LinkKind,
    /// The one that refers, does or comes later.
    pub from: End,
    /// The one referred to.
    pub to: End,
    /// How sure, or how alike: 0 to 1.
    pub score: f32,
    /// For a restatement, the words that differ; `None`: nothing differs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub difference: Option<String>,
    /// What sort of difference.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub difference_kind: Option<DifferenceKind>,
    /// Both are a form's own wording.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub template: bool,
    /// A sentence of a fixed template, filled with names and numbers.
    pub why: String,
}

record!(Link { kind, from, to, score, why; difference, difference_kind, template });
