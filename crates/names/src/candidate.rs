//! A name found in one passage, before it is known what else it is called.

use std::ops::Range;

use entente_corpus::EntityKind;

/// Who or what is meant, as one string for each thing.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Key {
    /// What sort of thing.
    pub(crate) kind: EntityKind,
    /// The gazetteer's key (a country's code), else the folded name.
    pub(crate) name: String,
    /// True for a gazetteer's key.
    pub(crate) known: bool,
}

/// A name found in one passage.
#[derive(Clone, Debug)]
pub(crate) struct Candidate {
    /// What is meant.
    pub(crate) key: Key,
    /// Bytes of the reading text.
    pub(crate) range: Range<usize>,
    /// Name of the rule.
    pub(crate) rule: &'static str,
    /// False for demonyms and the like, which do not name.
    pub(crate) names: bool,
    /// A person's role here.
    pub(crate) role: Option<Range<usize>>,
    /// The state or body that a person represents here; for others, to whom it belongs (an agency's country).
    pub(crate) within: Option<Key>,
}

impl Key {
    /// A gazetteer's key.
    pub(crate) fn new(kind: EntityKind, name: &str) -> Self {
        Self { kind, name: name.to_owned(), known: true }
    }

    /// A name that no gazetteer has.
    pub(crate) fn printed(kind: EntityKind, name: String) -> Self {
        Self { kind, name, known: false }
    }
}

impl Candidate {
    /// A name without role or owner.
    pub(crate) fn new(key: Key, range: Range<usize>, rule: &'static str) -> Self {
        Self { key, range, rule, names: true, role: None, within: None }
    }
}
