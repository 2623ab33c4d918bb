//! What a person read, as it is written down.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

/// One document. Surfaces are copied from it, at most ten words each.
#[derive(Deserialize)]
pub(crate) struct Annotated {
    pub(crate) sha256: String,
    #[serde(default)]
    pub(crate) names: BTreeMap<String, Vec<String>>,
    pub(crate) roles: Option<Vec<Role>>,
    pub(crate) engagements: Option<Vec<Engagement>>,
    pub(crate) statements: Option<Vec<Statement>>,
    pub(crate) links: Option<Vec<Link>>,
    pub(crate) gaps: Option<Vec<String>>,
    /// Words here, words there, and the digest of the other document.
    pub(crate) restates: Option<Vec<(String, String, Option<String>)>>,
    pub(crate) cites: Option<Vec<String>>,
    /// `None`: not annotated; `Some(None)`: none is printed.
    #[serde(default, deserialize_with = "told")]
    pub(crate) date: Option<Option<String>>,
    #[serde(default, deserialize_with = "told")]
    pub(crate) title: Option<Option<String>>,
    pub(crate) kind: Option<String>,
    #[serde(default)]
    pub(crate) doubtful: Vec<String>,
}

/// A person's role as printed.
#[derive(Deserialize)]
pub(crate) struct Role {
    pub(crate) person: String,
    pub(crate) role: Option<String>,
    pub(crate) affiliation: Option<String>,
}

/// An occasion.
#[derive(Deserialize)]
pub(crate) struct Engagement {
    pub(crate) words: String,
    pub(crate) kind: String,
    pub(crate) date: Option<String>,
    pub(crate) basis: Option<String>,
    pub(crate) status: Option<String>,
    #[serde(default)]
    pub(crate) participants: Vec<String>,
    pub(crate) place: Option<String>,
    pub(crate) ordinal: Option<u16>,
}

/// Something said, done or planned.
#[derive(Deserialize)]
pub(crate) struct Statement {
    pub(crate) words: String,
    pub(crate) modality: String,
    pub(crate) strength: Option<String>,
    pub(crate) speaker: Option<String>,
    pub(crate) role: Option<String>,
}

/// A measure and its commitment.
#[derive(Deserialize)]
pub(crate) struct Link {
    pub(crate) kind: String,
    pub(crate) from: String,
    pub(crate) to: String,
}

/// Reads a file of annotations.
pub(crate) fn read(path: &Path) -> Result<Vec<Annotated>, String> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut out = Vec::new();
    for (n, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let row = serde_json::from_str(line).map_err(|error| format!("{}:{}: {error}", path.display(), n + 1))?;
        out.push(row);
    }
    Ok(out)
}

/// Tells a field that is absent from one that is `null`.
fn told<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<Option<String>>, D::Error> {
    Option::<String>::deserialize(from).map(Some)
}
