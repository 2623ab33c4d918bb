//! Patterns of the packer: words that report a fact in the documents of this file.

use serde::{Deserialize, Serialize};

/// A row that `[[pattern]]` of `entente.toml` adds to the frames of a file. Its rule is `pattern:` and its id.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub struct Pattern {
    /// Its name: small letters, digits and hyphens.
    pub id: String,
    /// The word by which tables name it: "noun", "event", "holds", "attends", "occurs", "verb".
    pub trigger: String,
    /// The nouns in the singular, or the verbs in their base form.
    pub words: Vec<String>,
    /// What it gives: a kind of engagement, a modality or a status of amounts; empty if the occasion's own noun says it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub gives: String,
    /// What must be there besides.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub slots: Vec<String>,
    /// What it does, in a sentence of the packer's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sentence: Option<String>,
}
