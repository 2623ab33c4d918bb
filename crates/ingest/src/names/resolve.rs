//! Mentions become entities: one for each key, named by the form printed most.

use std::collections::{BTreeMap, BTreeSet};

use entente_corpus::{Body, Catalogue, Mention, ReadingText};

use super::entity::{Printed, entity, identifiers};
use super::found::{Found, Key};
use crate::gazetteer::topics::TOPICS;

/// Collects mentions of the whole file of documents.
#[derive(Default)]
pub(crate) struct Resolver {
    /// By key: the forms printed.
    forms: BTreeMap<Key, BTreeMap<String, Printed>>,
    /// Keys in the order in which they are first printed, and the form first printed.
    order: Vec<(Key, String)>,
    /// By key: to whom it belongs, as first told.
    within: BTreeMap<Key, Key>,
    /// By document: key, whom a person stands for, and the mention, entities not yet known.
    mentions: Vec<(usize, Key, Option<Key>, Mention)>,
}

impl Resolver {
    /// Adds one mention.
    pub(crate) fn add(&mut self, document: usize, passage: u32, reading: &ReadingText, found: Found) {
        let Some(span) = reading.to_source(found.range.clone()) else { return };
        let surface = &reading.text[found.range.clone()];
        if !self.forms.contains_key(&found.key) {
            self.order.push((found.key.clone(), surface.to_owned()));
        }
        let printed = self.forms.entry(found.key.clone()).or_default().entry(surface.to_owned()).or_default();
        printed.count += 1;
        printed.naming += u32::from(found.names);
        printed.documents.insert(document);
        let is_person = found.key.kind == entente_corpus::EntityKind::Person;
        if let Some(within) = found.within.clone().filter(|_| !is_person) {
            self.within.entry(found.key.clone()).or_insert(within);
        }
        let role = found.role.and_then(|role| reading.to_source(role));
        let mention = Mention { entity: 0, passage, span, role, affiliation: None, rule: found.rule.to_owned() };
        self.mentions.push((document, found.key, found.within.filter(|_| is_person), mention));
    }

    /// Writes entities into the catalogue and mentions into the bodies.
    pub(crate) fn finish(mut self, catalogue: &mut Catalogue, bodies: &mut [Body]) {
        self.broaden();
        let ids = identifiers(&self.order);
        let mut keys: Vec<&Key> = self.order.iter().map(|(key, _)| key).collect();
        keys.sort_by_key(|key| &ids[*key]);
        let indices: BTreeMap<&Key, u32> = keys.iter().copied().zip(0..).collect();
        catalogue.entities = keys
            .iter()
            .map(|key| {
                let parent = self.within.get(*key).and_then(|parent| indices.get(parent)).copied();
                entity(
                    key,
                    ids[*key].clone(),
                    parent.filter(|parent| indices.get(*key) != Some(parent)),
                    &self.forms[*key],
                )
            })
            .collect();
        let mut mentions: Vec<BTreeSet<(u32, u32, u32, usize)>> = vec![BTreeSet::new(); bodies.len()];
        for (n, (document, key, affiliation, mention)) in self.mentions.iter_mut().enumerate() {
            let Some(index) = indices.get(key) else { continue };
            mention.entity = *index;
            mention.affiliation = affiliation.as_ref().and_then(|key| indices.get(key)).copied();
            mentions[*document].insert((mention.passage, mention.span.start, u32::MAX - mention.span.end, n));
        }
        for (body, order) in bodies.iter_mut().zip(mentions) {
            body.mentions = order.into_iter().map(|(_, _, _, n)| self.mentions[n].3.clone()).collect();
        }
    }

    /// A topic belongs to the nearest broader one that the documents mention.
    fn broaden(&mut self) {
        for (key, _) in self.order.iter().filter(|(key, _)| key.kind == entente_corpus::EntityKind::Topic && key.known)
        {
            let mut above = TOPICS.above(&key.name).into_iter().map(|broader| Key::new(key.kind, broader));
            if let Some(broader) = above.find(|broader| self.forms.contains_key(broader)) {
                self.within.insert(key.clone(), broader);
            }
        }
    }
}
