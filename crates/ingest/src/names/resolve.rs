//! Mentions become entities: one for each key, named by the form printed most.

use std::collections::{BTreeMap, BTreeSet};

use entente_corpus::{Body, Catalogue, Entity, EntityKind, Form, Mention};
use entente_text::Span;

use super::Found;
use crate::gazetteer::countries::COUNTRIES;

/// Collects mentions of the whole file of documents.
#[derive(Default)]
pub(crate) struct Resolver {
    /// By key: the forms printed.
    forms: BTreeMap<&'static str, BTreeMap<String, Printed>>,
    /// By document: key and mention, entity not yet known.
    mentions: Vec<(usize, &'static str, Mention)>,
}

/// How often and where a form is printed.
#[derive(Default)]
struct Printed {
    count: u32,
    /// Times it stands as a name of its own, not as a demonym.
    naming: u32,
    documents: BTreeSet<usize>,
}

impl Resolver {
    /// Adds one mention; `surface` is its reading text.
    pub(crate) fn add(&mut self, document: usize, passage: u32, span: Span, surface: &str, found: &Found) {
        let printed = self.forms.entry(found.key).or_default().entry(surface.to_owned()).or_default();
        printed.count += 1;
        printed.naming += u32::from(found.names);
        printed.documents.insert(document);
        self.mentions.push((
            document,
            found.key,
            Mention { entity: 0, passage, span, role: None, affiliation: None, rule: found.rule.to_owned() },
        ));
    }

    /// Writes entities into the catalogue and mentions into the bodies.
    pub(crate) fn finish(self, catalogue: &mut Catalogue, bodies: &mut [Body]) {
        let mut indices = BTreeMap::new();
        let mut entities: Vec<Entity> = self.forms.iter().map(|(key, forms)| entity(key, forms)).collect();
        entities.sort_by(|a, b| a.id.cmp(&b.id));
        for (entity, index) in entities.iter().zip(0_u32..) {
            indices.insert(entity.code.clone().unwrap_or_default(), index);
        }
        for (document, key, mut mention) in self.mentions {
            if let (Some(index), Some(body)) = (indices.get(key), bodies.get_mut(document)) {
                mention.entity = *index;
                body.mentions.push(mention);
            }
        }
        catalogue.entities = entities;
    }
}

fn entity(code: &str, forms: &BTreeMap<String, Printed>) -> Entity {
    let mut order: Vec<(&String, &Printed)> = forms.iter().collect();
    // Names before demonyms; then the most printed, in most documents, the longest, and by letters.
    order.sort_by_key(|(text, printed)| {
        (
            std::cmp::Reverse((printed.naming, printed.documents.len(), printed.count, text.chars().count())),
            (*text).clone(),
        )
    });
    let name = order.first().map_or_else(String::new, |(text, _)| (*text).clone());
    let mut printed: Vec<Form> =
        forms.iter().map(|(text, printed)| Form { text: text.clone(), count: printed.count }).collect();
    printed.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.text.cmp(&b.text)));
    Entity {
        id: code.to_lowercase(),
        kind: EntityKind::Country,
        name,
        code: Some(code.to_owned()),
        parent: None,
        forms: printed,
        known_as: COUNTRIES.known_as(code),
    }
}
