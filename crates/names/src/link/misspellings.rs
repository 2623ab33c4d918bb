//! Misspelled names: a long name that is printed once and differs by one letter from a name that is printed more often.

use std::collections::BTreeMap;

use entente_corpus::EntityKind;

use crate::candidate::Key;
use crate::mention_table::MentionTable;

/// Bytes of the shortest name in which one wrong letter is taken for a slip.
const MIN_NAME_BYTES: usize = 14;
/// Names with the same half that are compared with each other, at most: more of them are a pattern and not slips.
const MAX_ALIKE: usize = 8;

/// Gives misspelled names the key of the name that is meant.
pub(super) fn resolve(tables: &mut [MentionTable]) {
    let mut counts: BTreeMap<Key, u32> = BTreeMap::new();
    for mention in tables.iter().flat_map(|table| &table.mentions) {
        if !mention.key.known && mention.key.name.len() >= MIN_NAME_BYTES {
            *counts.entry(mention.key.clone()).or_default() += 1;
        }
    }
    let corrections = corrections(&counts);
    for mention in tables.iter_mut().flat_map(|table| &mut table.mentions) {
        if let Some(key) = corrections.get(&mention.key) {
            mention.key = (*key).clone();
            mention.rule = "misspelling";
        }
        if let Some(key) = mention.within.as_ref().and_then(|within| corrections.get(within)) {
            mention.within = Some((*key).clone());
        }
    }
}

/// The misspelled keys, each with the one that is meant.
fn corrections(counts: &BTreeMap<Key, u32>) -> BTreeMap<&Key, &Key> {
    // Names that differ by one letter share one of their halves: only those are compared.
    let mut halves: BTreeMap<(EntityKind, bool, &str), Vec<&Key>> = BTreeMap::new();
    for key in counts.keys().filter(|key| key.name.is_ascii()) {
        let (left, right) = key.name.split_at(key.name.len() / 2);
        halves.entry((key.kind, false, left)).or_default().push(key);
        halves.entry((key.kind, true, right)).or_default().push(key);
    }
    let mut out = BTreeMap::new();
    for keys in halves.values().filter(|keys| (2..=MAX_ALIKE).contains(&keys.len())) {
        for slip in keys.iter().filter(|key| counts[**key] == 1) {
            let meant = keys.iter().filter(|key| counts[**key] > 1 && differ_by_one_letter(&slip.name, &key.name));
            if let Some(key) = meant.max_by_key(|key| counts[**key]) {
                out.insert(*slip, *key);
            }
        }
    }
    out
}

/// True if the names are of one length and differ in one letter. A digit is not a slip: it distinguishes names.
fn differ_by_one_letter(a: &str, b: &str) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let mut different = a.bytes().zip(b.bytes()).filter(|(a, b)| a != b);
    let first = different.next();
    different.next().is_none() && first.is_some_and(|(a, b)| a.is_ascii_alphabetic() && b.is_ascii_alphabetic())
}
