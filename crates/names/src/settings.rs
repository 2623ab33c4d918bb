//! Names in the packer's settings.

use entente_corpus::EntityKind;

/// Names in the packer's settings. They take precedence over what rules find; the rule of each such mention names the setting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// Names to find and to show.
    pub added: Vec<AddedName>,
    /// Names, printed forms or ids, that mean the same; the first of each list stays.
    pub merged: Vec<Vec<String>>,
    /// A name, and the path of the document in which it means something else.
    pub split: Vec<(String, String)>,
    /// A name, and what to show for it.
    pub renamed: Vec<(String, String)>,
    /// Words that are not names. Each mention of them is counted as unclassified.
    pub excluded: Vec<String>,
}

/// A name to find and to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddedName {
    /// What sort of thing.
    pub kind: EntityKind,
    /// What to show.
    pub name: String,
    /// How else it is printed.
    pub aliases: Vec<String>,
    /// ISO 3166-1 alpha-2 for countries.
    pub code: Option<String>,
    /// Name, id or code of what it belongs to.
    pub within: Option<String>,
}
