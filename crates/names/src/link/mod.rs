//! Coreference of names: which mentions in a document, and in all documents, mean the same.
//!
//! In: the mention tables of all documents. Out: the same tables, in which all mentions of one thing have one key. Where the
//! text leaves a doubt, two things of one name stay two.

mod agencies;
mod editions;
mod misspellings;
mod persons;
pub(crate) mod short_forms;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use entente_text::order;

use super::candidate::Key;
use super::mention_table::MentionTable;

/// The steps within one document, in their order: each builds on the keys that those before it have given.
const STEPS: &[fn(&mut MentionTable)] = &[
    agencies::assign_countries,
    agencies::unify_names,
    editions::resolve_rounds,
    editions::resolve_years,
    persons::resolve_surnames,
    persons::resolve_lone_surnames,
    short_forms::resolve_defined,
    short_forms::resolve_initials,
    agencies::resolve_beside_countries,
];

/// Links the mentions in one document.
pub(crate) fn link_document(table: &mut MentionTable) {
    for step in STEPS {
        step(table);
    }
}

/// Links mentions across documents, each of which has been linked by itself.
pub(crate) fn link_documents(tables: &mut [MentionTable]) {
    short_forms::resolve_from_other_documents(tables);
    misspellings::resolve(tables);
}

/// Sorts mentions by place; at one place the longest comes first.
fn sort_by_place(table: &mut MentionTable) {
    order::sort_by_key(&mut table.mentions, |mention| {
        (mention.passage, mention.span.start, Reverse(mention.span.end), mention.key.kind)
    });
}

/// The keys of the things that are called by a name.
#[derive(Default)]
struct Bearers(BTreeMap<String, BTreeSet<Key>>);

impl Bearers {
    fn add(&mut self, name: String, key: &Key) {
        self.0.entry(name).or_default().insert(key.clone());
    }

    fn contains(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    fn keys(&self, name: &str) -> impl Iterator<Item = &Key> {
        self.0.get(name).into_iter().flatten()
    }

    /// The key of the only thing with this name; `None` if several have it, or nothing.
    fn only(&self, name: &str) -> Option<&Key> {
        self.0.get(name).filter(|keys| keys.len() == 1)?.first()
    }
}
