//! Names as the packer sets them: added, merged, split, renamed, excluded.
//!
//! In: the settings of `entente.toml`. Out: mentions of added names, and tables in which the packer's word goes
//! before any rule's. Each mention changed so says it by the name of its rule; what is excluded is counted as not classified.

use std::collections::{BTreeMap, BTreeSet};

use entente_corpus::EntityKind;
use entente_text::fold::fold;
use entente_text::order;

use super::candidate::{Candidate, Key};
use super::entity::slug;
use super::known::is_capitals;
use super::mention_table::{MentionTable, PlacedMention};
use super::scan::Scan;
use crate::Names;
use crate::gazetteer::countries::COUNTRIES;
use crate::gazetteer::organisations::ORGANISATIONS;
use crate::gazetteer::phrases::{Phrases, is_unspaced};

/// The packer's names, ready to be found.
#[derive(Default)]
pub(crate) struct Supplied {
    phrases: Phrases<usize>,
    /// Short forms in capitals, as given.
    shorts: BTreeMap<String, usize>,
    keys: Vec<(Key, Option<Key>)>,
    /// By key: the name to show.
    shown: BTreeMap<Key, String>,
    /// By key: what else it was called before names were merged.
    former: BTreeMap<Key, BTreeSet<String>>,
}

impl Supplied {
    /// Reads the names to add.
    pub(crate) fn of(names: &Names) -> Self {
        let mut out = Self::default();
        let keys: Vec<Key> =
            names.added.iter().map(|added| key(added.kind, &added.name, added.code.as_deref())).collect();
        let mut by_name: BTreeMap<String, &Key> = BTreeMap::new();
        for (added, key) in names.added.iter().zip(&keys) {
            by_name.entry(fold(&added.name)).or_insert(key);
        }
        for (added, key) in names.added.iter().zip(&keys) {
            let within = added.within.as_ref().and_then(|within| {
                let own = by_name.get(&fold(within));
                own.map(|key| (*key).clone()).or_else(|| known(within))
            });
            let at = out.keys.len();
            for form in std::iter::once(&added.name).chain(&added.aliases) {
                if is_capitals(form) && !form.contains(' ') {
                    out.shorts.insert(form.clone(), at);
                } else {
                    out.phrases.add(&form.replace('*', " "), at);
                }
            }
            out.shown.insert(key.clone(), added.name.clone());
            out.keys.push((key.clone(), within));
        }
        out
    }

    /// The added names of a passage.
    pub(crate) fn find(&self, scan: &Scan) -> Vec<Candidate> {
        let mut out = Vec::new();
        if self.keys.is_empty() {
            return out;
        }
        let mut at = 0;
        while let Some(word) = scan.words.get(at) {
            at += 1;
            let mut add = |range, n: usize| {
                let (key, within) = &self.keys[n];
                out.push(Candidate { within: within.clone(), ..Candidate::new(key.clone(), range, "supplied-name") });
            };
            if word.text.chars().any(is_unspaced) {
                if let Some((length, n)) = self.phrases.glued(&scan.text[word.start..]) {
                    add(word.start..word.start + length, n);
                }
            } else if let Some(n) = self.shorts.get(word.text) {
                add(word.start..word.end, *n);
            } else if let Some(found) =
                self.phrases.at(scan.text, &scan.words, at - 1).filter(|_| scan.is_capital(at - 1))
            {
                add(scan.bytes(at - 1, at - 1 + found.count), found.value);
                at += found.count - 1;
            }
        }
        out
    }

    /// Merges, splits, excludes and renames the mentions in `tables`. `files` are the paths of their documents. Takes time in line with
    /// mentions and settings, because both may be many.
    pub(crate) fn apply(&mut self, names: &Names, tables: &mut [MentionTable], files: &[&str]) {
        if !names.merged.is_empty() {
            self.merge(&names.merged, tables);
        }
        if !names.split.is_empty() {
            split(&names.split, tables, files);
        }
        if !names.excluded.is_empty() {
            let called = Called::of(tables);
            let keys: BTreeSet<Key> = order::set(names.excluded.iter().flat_map(|name| called.keys(name)));
            exclude(&keys, tables);
        }
        if !names.renamed.is_empty() {
            let called = Called::of(tables);
            for (from, to) in &names.renamed {
                for key in called.keys(from) {
                    self.former.entry(key.clone()).or_default().insert(fold(to));
                    self.shown.insert(key, to.clone());
                }
            }
        }
    }

    /// Merges the names of each list, one list after the other.
    fn merge(&mut self, lists: &[Vec<String>], tables: &mut [MentionTable]) {
        let mut called = Called::of(tables);
        let mut becomes: BTreeMap<Key, Key> = BTreeMap::new();
        for list in lists {
            let mut keys = list.iter().flat_map(|name| called.keys(name)).collect::<Vec<Key>>().into_iter();
            let Some(kept) = keys.next() else { continue };
            for other in order::set(keys.filter(|key| *key != kept)) {
                called.replace(&other, &kept);
                becomes.insert(other, kept.clone());
            }
            // A later list may bring back a key that an earlier one has merged: it stays.
            becomes.remove(&kept);
        }
        let becomes = ends_of(&becomes);
        for placed in tables.iter_mut().flat_map(|table| &mut table.mentions) {
            if let Some(kept) = becomes.get(&placed.key) {
                let former = self.former.entry(kept.clone()).or_default();
                former.insert(slug(&placed.surface));
                if placed.key.known {
                    former.insert(placed.key.name.to_lowercase());
                }
                placed.key = kept.clone();
                placed.rule = "supplied-merge";
            }
            if let Some(kept) = placed.within.as_ref().and_then(|within| becomes.get(within)) {
                placed.within = Some(kept.clone());
            }
        }
    }

    /// The name to show for `key`, where the packer sets one.
    pub(crate) fn shown(&self, key: &Key) -> Option<&str> {
        self.shown.get(key).map(String::as_str)
    }

    /// Ids and names that `key` took over.
    pub(crate) fn former(&self, key: &Key) -> impl Iterator<Item = &String> {
        self.former.get(key).into_iter().flatten()
    }
}

/// For each key that is merged, the key that is left in the end.
fn ends_of(becomes: &BTreeMap<Key, Key>) -> BTreeMap<Key, Key> {
    let mut ends: BTreeMap<Key, Key> = BTreeMap::new();
    for first in becomes.keys() {
        let mut way = vec![first];
        let mut end = first;
        // No key is on the way twice, as each was left for good when it was merged; the bound is there in case that is ever wrong.
        while let Some(next) = becomes.get(end).filter(|_| way.len() <= becomes.len()) {
            if let Some(known) = ends.get(next) {
                end = known;
                break;
            }
            way.push(next);
            end = next;
        }
        let end = end.clone();
        for key in way.into_iter().filter(|key| **key != end) {
            ends.insert(key.clone(), end.clone());
        }
    }
    ends
}

/// Gives each name a key of its own in the document that it is split in.
fn split(splits: &[(String, String)], tables: &mut [MentionTable], files: &[&str]) {
    let mut called = Called::of(tables);
    let mut documents: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, file) in files.iter().enumerate() {
        documents.entry(file).or_default().push(at);
    }
    // Places of each key in the documents that are asked for.
    let mut places: BTreeMap<usize, BTreeMap<Key, Vec<usize>>> = BTreeMap::new();
    for (name, document) in splits {
        let keys = called.keys(name);
        for at in documents.get(document.as_str()).into_iter().flatten() {
            let Some(table) = tables.get_mut(*at) else { continue };
            let places = places.entry(*at).or_insert_with(|| {
                let mut places: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
                for (place, placed) in table.mentions.iter().enumerate() {
                    places.entry(placed.key.clone()).or_default().push(place);
                }
                places
            });
            for key in &keys {
                for place in places.remove(key).unwrap_or_default() {
                    let Some(placed) = table.mentions.get_mut(place) else { continue };
                    placed.key = Key::printed(placed.key.kind, format!("{}@{document}", placed.key.name));
                    placed.rule = "supplied-split";
                    called.add(&placed.surface, &placed.key);
                    places.entry(placed.key.clone()).or_default().push(place);
                }
            }
        }
    }
}

/// Takes the mentions of `keys` out. They are counted as not classified.
fn exclude(keys: &BTreeSet<Key>, tables: &mut [MentionTable]) {
    for table in tables.iter_mut() {
        let (out, kept): (Vec<PlacedMention>, Vec<PlacedMention>) =
            std::mem::take(&mut table.mentions).into_iter().partition(|placed| keys.contains(&placed.key));
        table.mentions = kept;
        for placed in out {
            *table.unclassified.entry(placed.surface).or_default() += 1;
        }
    }
}

/// Which keys are called by which names.
#[derive(Default)]
struct Called {
    /// By folded form.
    keys: BTreeMap<String, BTreeSet<Key>>,
    /// Folded forms by their slugs, which are ids.
    forms: BTreeMap<String, BTreeSet<String>>,
    /// Folded forms by key.
    names: BTreeMap<Key, BTreeSet<String>>,
}

impl Called {
    fn of(tables: &[MentionTable]) -> Self {
        let mut out = Self::default();
        for placed in tables.iter().flat_map(|table| &table.mentions) {
            out.add(&placed.surface, &placed.key);
        }
        out
    }

    /// Adds a mention.
    fn add(&mut self, surface: &str, key: &Key) {
        self.add_form(fold(surface), key);
        if key.known {
            self.add_form(key.name.to_lowercase(), key);
        }
    }

    fn add_form(&mut self, form: String, key: &Key) {
        let names = self.names.entry(key.clone()).or_default();
        if names.contains(&form) {
            return;
        }
        names.insert(form.clone());
        self.forms.entry(slug(&form)).or_default().insert(form.clone());
        self.keys.entry(form).or_default().insert(key.clone());
    }

    /// Calls `kept` by all names of `other`, which is called by none any more.
    fn replace(&mut self, other: &Key, kept: &Key) {
        for form in self.names.remove(other).unwrap_or_default() {
            if let Some(keys) = self.keys.get_mut(&form) {
                keys.remove(other);
                keys.insert(kept.clone());
            }
            self.names.entry(kept.clone()).or_default().insert(form);
        }
    }

    /// Those called `name`: by a printed form, else by an id.
    fn keys(&self, name: &str) -> Vec<Key> {
        if let Some(keys) = self.keys.get(&fold(name)) {
            return keys.iter().cloned().collect();
        }
        let forms = self.forms.get(name).into_iter().flatten();
        forms.filter_map(|form| self.keys.get(form)).flatten().cloned().collect()
    }
}

fn key(kind: EntityKind, name: &str, code: Option<&str>) -> Key {
    match code.and_then(|code| COUNTRIES.code(code)) {
        Some(code) if kind == EntityKind::Country => Key::new(kind, code),
        _ => Key::new(kind, &slug(name)),
    }
}

/// The key of what a gazetteer knows by this name, id or code.
fn known(name: &str) -> Option<Key> {
    if let Some(code) = COUNTRIES.code(name).or_else(|| COUNTRIES.phrase(&fold(name)).map(|(code, _)| code)) {
        return Some(Key::new(EntityKind::Country, code));
    }
    let entry = ORGANISATIONS.get(&slug(name)).or_else(|| ORGANISATIONS.acronym(name))?;
    Some(Key::new(entry.kind, entry.key))
}
