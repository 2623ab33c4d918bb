//! Agencies: the country of each, and one key for all ways to write its name.

use std::collections::{BTreeMap, BTreeSet};

use entente_corpus::EntityKind;
use entente_text::fold::fold;
use entente_text::order;

use super::short_forms::{place_short_forms, singular};
use crate::candidate::Key;
use crate::gazetteer::countries::{COUNTRIES, Form};
use crate::gazetteer::organisations::ORGANISATIONS;
use crate::mention_table::{MentionTable, PlacedMention};

/// Words of an agency's name that may be left out or stand elsewhere in it.
const SMALL_WORDS: &[&str] = &["of", "for", "and", "the"];
/// Words that name the rank of an agency and stand first or last in its name.
const RANKS: &[&str] = &["ministry", "department"];

/// Gives an agency without a country that of the same agency elsewhere in the document, else the document's own country.
pub(super) fn assign_countries(table: &mut MentionTable) {
    // "Ministry of Defense" and "Ministry of National Defense" of one document are those of two countries, if it names two.
    let name_of = |mention: &PlacedMention| (canonical_name(&mention.key.name), mention.key.name.contains("national"));
    let mut countries: BTreeMap<(String, bool), BTreeSet<Key>> = BTreeMap::new();
    for mention in table.mentions.iter().filter(|mention| is_unlisted_agency(mention)) {
        if let Some(within) = &mention.within {
            countries.entry(name_of(mention)).or_default().insert(within.clone());
        }
    }
    let home = table.home.clone();
    for mention in &mut table.mentions {
        if !is_unlisted_agency(mention) || mention.within.is_some() {
            continue;
        }
        match countries.get(&name_of(mention)) {
            Some(named) if named.len() == 1 => mention.within = named.first().cloned(),
            Some(_) => {}
            None => {
                mention.within = home.clone();
                if home.is_some() && mention.rule == "name-with-head" {
                    mention.rule = "agency-of-document";
                }
            }
        }
    }
}

/// Gives the ways to write an agency's name one key, a different one in each country.
pub(super) fn unify_names(table: &mut MentionTable) {
    let mut renamed: BTreeMap<Key, BTreeMap<Option<Key>, Key>> = BTreeMap::new();
    for mention in table.mentions.iter_mut().filter(|mention| is_unlisted_agency(mention)) {
        let country = mention.within.as_ref().filter(|within| within.kind == EntityKind::Country);
        let prefix = country.map_or("", |country| country.name.as_str());
        let key = agency_key(prefix, &canonical_name(&mention.key.name));
        let old = std::mem::replace(&mut mention.key, key.clone());
        renamed.entry(old).or_default().insert(mention.within.clone(), key);
    }
    // Persons still have the old key of the agency that they represent.
    for mention in table.mentions.iter_mut().filter(|mention| mention.key.kind == EntityKind::Person) {
        let new = mention.within.as_ref().and_then(|within| renamed.get(within)?.values().next());
        if let Some(key) = new {
            mention.within = Some(key.clone());
        }
    }
}

/// Gives a short form that nothing defines to the country before its brackets, as one of its agencies: "U.S. (TSA)".
pub(super) fn resolve_beside_countries(table: &mut MentionTable) {
    let defined: BTreeSet<&str> = order::set(table.definitions.iter().map(|definition| singular(&definition.short)));
    let mut keys: BTreeMap<String, Key> = BTreeMap::new();
    let mut countries: BTreeMap<Key, Key> = BTreeMap::new();
    for short in &table.short_forms {
        let is_known = defined.contains(short.text.as_str()) || ORGANISATIONS.acronym(&short.text).is_some();
        if let Some(country) = short.country.as_ref().filter(|_| !is_known) {
            let key = agency_key(&country.name, &fold(&short.text));
            keys.entry(short.text.clone()).or_insert_with(|| key.clone());
            countries.insert(key, country.clone());
        }
    }
    place_short_forms(table, |short| keys.get(short), "agency-beside-country");
    for mention in table.mentions.iter_mut().filter(|mention| mention.rule == "agency-beside-country") {
        mention.within = countries.get(&mention.key).cloned();
    }
}

fn agency_key(country: &str, name: &str) -> Key {
    Key::printed(EntityKind::Agency, format!("{country}:{name}"))
}

/// True for an agency that is not in the gazetteer.
fn is_unlisted_agency(mention: &PlacedMention) -> bool {
    mention.key.kind == EntityKind::Agency && !mention.key.known
}

/// The name of an agency without what varies: "Foreign Ministry" and "Ministry of Foreign Affairs" are "ministry foreign",
/// "Korean National Police Agency" and "National Police Agency" are "national police agency".
fn canonical_name(name: &str) -> String {
    let name = name.split_once(':').map_or(name, |(_, name)| name);
    let mut words: Vec<&str> = name.split(' ').filter(|word| !SMALL_WORDS.contains(word)).collect();
    let is_demonym = |word: &str| matches!(COUNTRIES.phrase(word), Some((_, Form::Demonym)));
    if let Some(at) = words.iter().position(|word| RANKS.contains(word)) {
        let rank = words.remove(at);
        words.retain(|word| *word != "affairs" && (*word != "national" || rank != "ministry"));
        words.insert(0, rank);
    } else if words.len() > 2 && is_demonym(words[0]) && matches!(words[1], "national" | "international") {
        words.remove(0);
    }
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::canonical_name;

    #[test]
    fn ways_to_write_an_agency_are_one_name() {
        let same = [
            ("foreign ministry", "ministry of foreign affairs"),
            ("ministry of defense", "ministry of national defense"),
            ("norwegian national police agency", "national police agency"),
        ];
        for (one, other) in same {
            assert_eq!(canonical_name(one), canonical_name(other), "{one}, {other}");
        }
        let different = [("foreign ministry", "defence ministry"), ("harbour police agency", "national police agency")];
        for (one, other) in different {
            assert_ne!(canonical_name(one), canonical_name(other), "{one}, {other}");
        }
    }
}
