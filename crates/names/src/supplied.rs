//! Names as the packer sets them: added, merged, split, renamed, excluded.
//!
//! In: the settings of `entente.toml`. Out: mentions of added names, and sheets in which the packer's word goes
//! before any rule's. Each mention changed so says it by the name of its rule; what is excluded is counted as not classified.

use std::collections::{BTreeMap, BTreeSet};

use entente_corpus::EntityKind;
use entente_text::fold::fold;

use super::candidate::{Candidate, Key};
use super::entity::slug;
use super::known::is_capitals;
use super::mention_table::MentionTable;
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
        for (added, key) in names.added.iter().zip(&keys) {
            let within = added.within.as_ref().and_then(|within| {
                let own = names.added.iter().zip(&keys).find(|(other, _)| fold(&other.name) == fold(within));
                own.map(|(_, key)| key.clone()).or_else(|| known(within))
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

    /// Merges, splits and renames what the sheets hold; `files` are their documents' paths.
    pub(crate) fn apply(&mut self, names: &Names, sheets: &mut [MentionTable], files: &[&str]) {
        for merge in &names.merged {
            let called = Called::of(sheets);
            let mut keys = merge.iter().flat_map(|name| called.keys(name));
            let Some(kept) = keys.next() else { continue };
            let others: BTreeSet<Key> = keys.filter(|key| *key != kept).collect();
            self.merge(&kept, &others, sheets);
        }
        for (name, document) in &names.split {
            let keys = Called::of(sheets).keys(name);
            let of_document = sheets.iter_mut().zip(files).filter(|(_, file)| *file == document);
            for (sheet, file) in of_document {
                for placed in sheet.found.iter_mut().filter(|placed| keys.contains(&placed.key)) {
                    placed.key = Key::printed(placed.key.kind, format!("{}@{file}", placed.key.name));
                    placed.rule = "supplied-split";
                }
            }
        }
        for name in &names.excluded {
            let keys = Called::of(sheets).keys(name);
            for sheet in sheets.iter_mut() {
                let (out, kept) =
                    std::mem::take(&mut sheet.found).into_iter().partition(|placed| keys.contains(&placed.key));
                sheet.found = kept;
                for placed in Vec::<super::mention_table::Placed>::into_iter(out) {
                    *sheet.unclassified.entry(placed.surface).or_default() += 1;
                }
            }
        }
        for (from, to) in &names.renamed {
            for key in Called::of(sheets).keys(from) {
                self.former.entry(key.clone()).or_default().insert(fold(to));
                self.shown.insert(key, to.clone());
            }
        }
    }

    fn merge(&mut self, kept: &Key, others: &BTreeSet<Key>, sheets: &mut [MentionTable]) {
        for placed in sheets.iter_mut().flat_map(|sheet| &mut sheet.found) {
            if others.contains(&placed.key) {
                let former = self.former.entry(kept.clone()).or_default();
                former.insert(slug(&placed.surface));
                if placed.key.known {
                    former.insert(placed.key.name.to_lowercase());
                }
                placed.key = kept.clone();
                placed.rule = "supplied-merge";
            }
            if placed.within.as_ref().is_some_and(|within| others.contains(within)) {
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

/// Which keys are called by which names.
struct Called(BTreeMap<String, BTreeSet<Key>>);

impl Called {
    fn of(sheets: &[MentionTable]) -> Self {
        let mut names: BTreeMap<String, BTreeSet<Key>> = BTreeMap::new();
        for placed in sheets.iter().flat_map(|sheet| &sheet.found) {
            let mut add = |name: String| {
                names.entry(name).or_default().insert(placed.key.clone());
            };
            add(fold(&placed.surface));
            if placed.key.known {
                add(placed.key.name.to_lowercase());
            }
        }
        Self(names)
    }

    /// Those called `name`: by a printed form, else by an id.
    fn keys(&self, name: &str) -> Vec<Key> {
        let by_id =
            || self.0.iter().filter(|(form, _)| slug(form) == name).flat_map(|(_, keys)| keys.clone()).collect();
        self.0.get(&fold(name)).map_or_else(by_id, |keys| keys.iter().cloned().collect())
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
