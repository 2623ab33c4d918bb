//! The table of short forms: what each stands for in each document, and how that is known.
//!
//! In: the tables, and which entity each name became. Out: rows of the catalogue. Stated where the document
//! itself expands it; else inferred from its names, from another document, from the gazetteer; else unexpanded.

use std::collections::{BTreeMap, BTreeSet};

use entente_corpus::{Acronym, Basis, EntityKind, Evidence};
use entente_text::order;

use entente_text::fold::fold;

use super::acronyms::spells;
use super::candidate::Key;
use super::link::short_forms::{initials, is_long_form, mentions_around, singular};
use super::mention_table::{MentionTable, PlacedDefinition, PlacedWord};
use crate::gazetteer::classes::language_of;
use crate::gazetteer::countries::COUNTRIES;
use crate::gazetteer::organisations::ORGANISATIONS;

/// All short forms, by letters and then by document.
pub(crate) fn acronyms(tables: &[MentionTable], indices: &BTreeMap<Key, u32>) -> Vec<Acronym> {
    let elsewhere = defined(tables);
    let mut out = Vec::new();
    for (table, document) in tables.iter().zip(0_u32..) {
        let mut first: BTreeMap<&str, &PlacedWord> = BTreeMap::new();
        for short in &table.short_forms {
            first.entry(singular(&short.text)).or_insert(short);
        }
        let mut done: BTreeSet<&str> = BTreeSet::new();
        for definition in &table.definitions {
            let short = singular(&definition.short);
            if done.insert(short) {
                let evidence = Evidence { passage: Some(definition.passage), span: definition.span };
                let entity = entity_of(table, definition, indices);
                let expansion = Some(definition.long.clone());
                out.push(row(short, expansion, Basis::Stated, document, evidence, entity, definition.rule));
            }
        }
        let long = long_names(table);
        let surfaces: BTreeMap<&str, &Key> = order::map(
            table
                .mentions
                .iter()
                .rev()
                .filter(|placed| placed.key.kind != EntityKind::Topic)
                .map(|placed| (singular(&placed.surface), &placed.key)),
        );
        for (short, place) in first {
            if done.contains(short) {
                continue;
            }
            let evidence = Evidence { passage: Some(place.passage), span: place.span };
            let entity = surfaces.get(short).and_then(|key| indices.get(*key)).copied();
            let (expansion, basis, rule) = match inferred(short, &long, &elsewhere, table.language.as_deref()) {
                Some((expansion, rule)) => (Some(expansion), Basis::Inferred, rule),
                None if COUNTRIES.short(short).is_some() => continue,
                None => (None, Basis::Stated, "acronym-unexpanded"),
            };
            out.push(row(short, expansion, basis, document, evidence, entity, rule));
        }
    }
    order::sort_by(&mut out, |a, b| a.acronym.cmp(&b.acronym).then(a.document.cmp(&b.document)));
    out
}

fn row(
    acronym: &str,
    expansion: Option<String>,
    basis: Basis,
    document: u32,
    evidence: Evidence,
    entity: Option<u32>,
    rule: &str,
) -> Acronym {
    Acronym { acronym: acronym.to_owned(), expansion, basis, document, evidence, entity, rule: rule.to_owned() }
}

/// Definitions of all documents: what each short form stands for, where all that define it agree.
fn defined(tables: &[MentionTable]) -> BTreeMap<&str, BTreeMap<String, &str>> {
    let mut out: BTreeMap<&str, BTreeMap<String, &str>> = BTreeMap::new();
    for definition in tables.iter().flat_map(|table| &table.definitions) {
        let meanings = out.entry(singular(&definition.short)).or_default();
        meanings.entry(super::shapes::normal(&definition.long)).or_insert(&definition.long);
    }
    out
}

/// Names of several words that the document prints, by their initials.
fn long_names(table: &MentionTable) -> BTreeMap<String, BTreeSet<&str>> {
    let mut out: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    let found = table.mentions.iter().filter(|placed| placed.key.kind != EntityKind::Topic);
    let names = found.map(|placed| placed.surface.as_str()).chain(table.unclassified.keys().map(String::as_str));
    for name in names.filter(|name| name.contains(' ')) {
        out.entry(initials(name)).or_default().insert(name);
    }
    out
}

fn inferred(
    short: &str,
    long: &BTreeMap<String, BTreeSet<&str>>,
    elsewhere: &BTreeMap<&str, BTreeMap<String, &str>>,
    language: Option<&str>,
) -> Option<(String, &'static str)> {
    let plain: String = short.chars().filter(|c| *c != '.').collect();
    let entry = ORGANISATIONS.acronym(short);
    if plain.chars().count() > 2
        && let Some(names) = long.get(&plain)
    {
        // What the gazetteer knows by this short form goes before a name that happens to have its letters.
        let same = |name: &str| entry.is_none_or(|entry| entry.expansions().any(|known| fold(known) == fold(name)));
        let spelled: Vec<&&str> = names.iter().filter(|name| same(name)).collect();
        if let [name] = spelled[..] {
            return Some(((*name).to_owned(), "acronym-of-a-name"));
        }
    }
    if let Some(meanings) = elsewhere.get(short).filter(|meanings| meanings.len() == 1) {
        return meanings.values().next().map(|name| ((*name).to_owned(), "acronym-of-another-document"));
    }
    // "OTAN" in a French text stands for its French name.
    let all: Vec<&str> = entry?.expansions().filter(|name| spells(name, &plain)).collect();
    let own = language.and_then(|language| language.split('-').next());
    let expansion = all.iter().find(|name| own.is_some() && language_of(name) == own).or(all.first())?;
    Some(((*expansion).to_owned(), "acronym-of-gazetteer"))
}

/// The entity that a definition's long form names, where it names one.
fn entity_of(table: &MentionTable, definition: &PlacedDefinition, indices: &BTreeMap<Key, u32>) -> Option<u32> {
    let mut named = mentions_around(table, definition).filter(|placed| is_long_form(placed, definition));
    named.find_map(|placed| indices.get(&placed.key).copied())
}
