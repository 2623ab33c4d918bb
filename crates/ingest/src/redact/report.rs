//! What was masked: for the table that the packer sees, for the page, and for the search of the finished page.

use std::collections::BTreeMap;

use entente_corpus::Removed;

use super::names::{Case, NameForm, Nature, Sort, forms, plain};

/// The rule by which something is masked, in order of precedence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rule {
    PersonalData,
    Names,
    Kinds,
    Patterns,
    Columns,
    Fields,
}

impl Rule {
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::PersonalData => "personal-data",
            Self::Names => "names",
            Self::Kinds => "kinds",
            Self::Patterns => "patterns",
            Self::Columns => "columns",
            Self::Fields => "fields",
        }
    }
}

/// Why something is masked, and what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Reason {
    pub(super) rule: Rule,
    /// The kind of thing, in the singular, such as "e-mail address".
    pub(super) kind: &'static str,
    /// The entry of the rule's list, counted from 1; 0 if the rule has no list.
    pub(super) entry: usize,
}

/// Words that must not be anywhere in the page.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Secret {
    pub(super) text: String,
    pub(super) sort: Sort,
    pub(super) reason: Reason,
    /// A person's name, with all its shortenings.
    pub(super) nature: u8,
}

impl Secret {
    pub(super) fn new(text: String, sort: Sort, nature: Nature, reason: Reason) -> Self {
        let nature = match nature {
            Nature::Person => 0,
            Nature::Unknown => 1,
            Nature::Thing => 2,
        };
        Self { text, sort, reason, nature }
    }

    /// The forms that are looked for; empty if it cannot be distinguished from other words.
    pub(super) fn forms(&self) -> Vec<NameForm> {
        let nature = [Nature::Person, Nature::Unknown, Nature::Thing][usize::from(self.nature.min(2))];
        match self.sort {
            Sort::Name => forms(&self.text, nature).unwrap_or_default(),
            sort => plain(&self.text, sort).into_iter().collect(),
        }
    }
}

/// Something to search the finished page for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needle {
    /// The rule by which it was masked, to be named if the page still contains it.
    pub rule: String,
    /// What it is.
    pub sort: Sort,
    /// Its words in lower case, folded; of a number, its digits.
    pub words: Vec<String>,
    /// The upper or lower case that they need to count.
    pub case: Case,
}

/// A place that is masked, for a list of them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The document, by its path as it was found, or the settings.
    pub file: String,
    /// Line of the source text, counted from 1; 0 for the settings and names of files.
    pub line: u32,
    /// The rule.
    pub rule: String,
    /// What it is.
    pub kind: &'static str,
    /// The words.
    pub words: String,
}

/// What was masked.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// Number of places and documents for each kind and rule.
    pub removed: Vec<Removed>,
    /// What to search the finished page for.
    pub needles: Vec<Needle>,
    /// Every place, in the order of the documents' paths.
    pub places: Vec<Place>,
    /// True if contact details were masked, so that no address may be left.
    pub personal_data: bool,
    /// Entries of the settings' lists that mask nothing: "patterns, entry 1".
    pub unused: Vec<String>,
    /// Kinds of names that are still found after the last round of masking.
    pub left: Vec<&'static str>,
    /// New names of files whose names had masked words.
    pub(super) renamed: BTreeMap<String, String>,
}

impl Report {
    /// The path under which the page has `file`.
    #[must_use]
    pub fn file<'a>(&'a self, file: &'a str) -> &'a str {
        self.renamed.get(file).map_or(file, String::as_str)
    }

    /// Number of files that got another name.
    #[must_use]
    pub fn renamed(&self) -> usize {
        self.renamed.len()
    }
}

/// What to search the finished page for.
pub(super) fn needles(secrets: &[Secret]) -> Vec<Needle> {
    let mut out = Vec::new();
    for secret in secrets {
        let rule = match secret.reason.entry {
            0 => format!("{}, {}", secret.reason.rule.as_str(), secret.reason.kind),
            entry => format!("{}, entry {entry}", secret.reason.rule.as_str()),
        };
        for form in secret.forms() {
            let mut words: Vec<String> = vec![String::new()];
            for (n, c) in form.letters.chars().enumerate() {
                let joint = form.joints.iter().any(|(at, _)| *at == n);
                if joint && secret.sort != Sort::Number {
                    words.push(String::new());
                }
                if let Some(word) = words.last_mut() {
                    word.push(c);
                }
            }
            out.push(Needle { rule: rule.clone(), sort: secret.sort, words, case: form.case });
        }
    }
    out
}
