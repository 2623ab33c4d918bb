//! The index of names.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use entente_corpus::{Entity, Late};
use entente_text::order::{set, sort_by_key};

use super::choose::{Entry, NO_PARTS, choose};
use crate::desk::Desk;
use crate::models::facts::{List, NameRef};
use crate::query::{Axis, Query, Selection};

/// One name of the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameRow {
    /// The name.
    pub name: NameRef,
    /// Other forms printed in this file, most frequent first.
    pub forms: Vec<String>,
    /// Whom it belongs to.
    pub parent: Option<NameRef>,
    /// ISO 3166-1 alpha-2 for countries.
    pub code: Option<String>,
    /// Times it is named.
    pub mentions: usize,
    /// Passages that name it.
    pub passages: usize,
    /// Documents that name it.
    pub documents: usize,
}

/// Names that pass the filters, with the counts of this file: by kind, most passages first.
pub(crate) fn names(desk: &Desk, query: &Query, selection: &Selection) -> List<NameRow> {
    let entities = &desk.corpus.catalogue.entities;
    let mut mentions = vec![0_usize; entities.len()];
    let mut passages: Vec<BTreeSet<(u32, u32)>> = vec![BTreeSet::new(); entities.len()];
    for (body, document) in desk.corpus.bodies.iter().zip(0_u32..) {
        for mention in &body.mentions {
            if let Some(count) = mentions.get_mut(mention.entity as usize) {
                *count += 1;
                passages[mention.entity as usize].insert((document, mention.passage));
            }
        }
    }
    let documents: Vec<BTreeSet<u32>> =
        passages.iter().map(|places| set(places.iter().map(|(document, _)| *document))).collect();
    let entry = |(at, entity): (u32, &Late<Entity>)| {
        let forms: Vec<&str> = entity.forms.iter().map(|form| form.text.as_str()).collect();
        Entry {
            dates: Vec::new(),
            documents: documents[at as usize].iter().copied().collect(),
            names: entity.parent.into_iter().collect(),
            own: vec![(Axis::EntityKind, entity.kind.as_str().to_owned())],
            words: format!("{} {} {}", entity.name, forms.join(" "), entity.known_as.join(" ")),
        }
    };
    let entries: Vec<Entry> = (0_u32..).zip(entities).map(entry).collect();
    let mut chosen = choose(&desk.corpus, &entries, query, selection);
    let row = |at: usize| {
        let entity = &entities[at];
        Some(NameRow {
            name: desk.name(u32::try_from(at).ok()?)?,
            forms: entity.forms.iter().map(|form| form.text.clone()).filter(|form| *form != entity.name).collect(),
            parent: entity.parent.and_then(|parent| desk.name(parent)),
            code: entity.code.clone(),
            mentions: mentions[at],
            passages: passages[at].len(),
            documents: documents[at].len(),
        })
    };
    let mut order = chosen.rows.clone();
    sort_by_key(&mut order, |at| (entities[*at].kind, Reverse(passages[*at].len()), entities[*at].name.as_str()));
    // All of them: the last kinds would be left out.
    chosen.most = usize::MAX;
    chosen.list(entities.len(), order, NO_PARTS, row)
}
