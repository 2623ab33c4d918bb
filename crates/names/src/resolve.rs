//! Names become entities: one for each key, named by the form printed most.
//!
//! In: linked tables. Out: entities and short forms in the catalogue, mentions in the bodies.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use entente_text::fold::fold;
use entente_text::order;

use entente_corpus::{Body, Catalogue, Entity, EntityKind, Form, Mention};

use super::candidate::Key;
use super::entity::{Printed, entity, identifiers};
use super::expand;
use super::mention_table::MentionTable;
use super::supplied::Supplied;
use crate::gazetteer::offices;
use crate::gazetteer::topics::TOPICS;

/// Writes the tables.
pub(crate) fn resolve(tables: &[MentionTable], supplied: &Supplied, catalogue: &mut Catalogue, bodies: &mut [Body]) {
    let (language, main) = main_language(catalogue);
    let PrintedForms { forms, order, mut within } = PrintedForms::of(tables, &main);
    broaden(&order, &forms, &mut within);
    let ids = identifiers(&order);
    let mut keys: Vec<&Key> = order.iter().map(|(key, _)| key).collect();
    order::sort_by_key(&mut keys, |key| &ids[*key]);
    let indices: BTreeMap<Key, u32> = order::map(keys.iter().map(|key| (*key).clone()).zip(0..));
    let parent =
        |key: &Key| within.get(key).and_then(|owner| indices.get(owner)).filter(|at| indices.get(key) != Some(at));
    catalogue.entities = keys
        .iter()
        .map(|key| {
            let mut entity = entity(key, ids[*key].clone(), parent(key).copied(), &forms[*key], &language);
            add_other_names(&mut entity, key, within.get(*key), supplied);
            entity
        })
        .collect();
    catalogue.acronyms = expand::acronyms(tables, &indices).into();
    for (table, body) in tables.iter().zip(bodies) {
        body.mentions = Vec::with_capacity(table.mentions.len());
        body.mentions.extend(table.mentions.iter().filter_map(|placed| mention(placed, &indices)));
        body.unclassified =
            table.unclassified.iter().map(|(text, count)| Form { text: text.clone(), count: *count }).collect();
        order::sort_by_key(&mut body.unclassified, |form| (Reverse(form.count), form.text.clone()));
    }
}

/// How the documents print each key.
#[derive(Default)]
struct PrintedForms {
    /// By key and form.
    forms: BTreeMap<Key, BTreeMap<String, Printed>>,
    /// The keys in the order in which they are first printed, each with its first form.
    order: Vec<(Key, String)>,
    /// The key that one belongs to: the state of an agency, say.
    within: BTreeMap<Key, Key>,
}

impl PrintedForms {
    /// Counts the mentions of all documents; those of `main` are in the file's main language.
    fn of(tables: &[MentionTable], main: &BTreeSet<usize>) -> Self {
        let mut out = Self::default();
        for (document, table) in tables.iter().enumerate() {
            for placed in &table.mentions {
                // Most names are printed again and again: nothing is copied for these.
                let of_key = match out.forms.get_mut(&placed.key) {
                    Some(known) => known,
                    None => {
                        out.order.push((placed.key.clone(), placed.surface.clone()));
                        out.forms.entry(placed.key.clone()).or_default()
                    }
                };
                let printed = match of_key.get_mut(&placed.surface) {
                    Some(known) => known,
                    None => of_key.entry(placed.surface.clone()).or_default(),
                };
                printed.count += 1;
                printed.naming += u32::from(placed.names);
                printed.documents.insert(document);
                if main.contains(&document) {
                    printed.in_main += 1;
                    printed.naming_in_main += u32::from(placed.names);
                }
                if let Some(owner) = placed.within.clone().filter(|_| placed.key.kind != EntityKind::Person) {
                    out.within.entry(placed.key.clone()).or_insert(owner);
                }
            }
        }
        out
    }
}

/// Adds the names by which an entity is found besides its printed forms: the packer's, former ones, and those of offices.
fn add_other_names(entity: &mut Entity, key: &Key, owner: Option<&Key>, supplied: &Supplied) {
    if let Some(name) = supplied.shown(key) {
        entity.name = name.to_owned();
        entity.known_as.push(fold(name));
    }
    entity.known_as.extend(supplied.former(key).cloned());
    if entity.kind == EntityKind::Agency {
        let owner = owner.filter(|owner| owner.known && owner.kind == EntityKind::Country);
        let country = owner.map(|owner| owner.name.to_lowercase());
        let printed = entity.forms.iter().map(|form| form.text.as_str());
        entity.known_as.extend(offices::other_names(country.as_deref(), printed));
    }
    // What is printed is known by its forms.
    let printed: BTreeSet<String> = order::set(entity.forms.iter().map(|form| fold(&form.text)));
    entity.known_as.retain(|name| !printed.contains(name));
    order::sort(&mut entity.known_as);
    entity.known_as.dedup();
}

/// The language that most documents are in, the first of equals, and these documents.
fn main_language(catalogue: &Catalogue) -> (String, BTreeSet<usize>) {
    let mut documents: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for (document, record) in catalogue.documents.iter().enumerate() {
        if let Some(language) = record.and_then(|record| record.language.as_ref()) {
            let language = language.value.split('-').next().unwrap_or_default();
            documents.entry(language).or_default().insert(document);
        }
    }
    let main = documents.into_iter().max_by_key(|(_, all)| (all.len(), Reverse(all.first().copied())));
    main.map(|(language, all)| (language.to_owned(), all)).unwrap_or_default()
}

fn mention(placed: &super::mention_table::PlacedMention, indices: &BTreeMap<Key, u32>) -> Option<Mention> {
    let is_person = placed.key.kind == EntityKind::Person;
    let affiliation = placed.within.as_ref().filter(|_| is_person).and_then(|key| indices.get(key)).copied();
    Some(Mention {
        entity: *indices.get(&placed.key)?,
        passage: placed.passage,
        span: placed.span,
        role: placed.role,
        affiliation,
        rule: placed.rule.to_owned(),
    })
}

/// A topic belongs to the nearest broader one that the documents mention.
fn broaden(order: &[(Key, String)], forms: &BTreeMap<Key, BTreeMap<String, Printed>>, within: &mut BTreeMap<Key, Key>) {
    for (key, _) in order.iter().filter(|(key, _)| key.kind == EntityKind::Topic && key.known) {
        let mut above = TOPICS.above(&key.name).into_iter().map(|broader| Key::new(key.kind, broader));
        if let Some(broader) = above.find(|broader| forms.contains_key(broader)) {
            within.insert(key.clone(), broader);
        }
    }
}
