//! `entities`, `mentions` and `acronyms`.

use std::collections::BTreeSet;

use entente_text::saturating_u32;

use entente_corpus::{Acronym, Evidence, Mention};

use crate::cell::collect;
use crate::source::Files;
use crate::{Row, Table};

/// One row a name.
pub(crate) fn entities(files: &Files) -> Table {
    let entities = &files.corpus.catalogue.entities;
    let mut counts = vec![(BTreeSet::new(), 0_u32); entities.len()];
    for (n, _, body) in files.each() {
        for mention in &body.mentions {
            if let Some((documents, mentions)) = counts.get_mut(mention.entity as usize) {
                documents.insert(n);
                *mentions += 1;
            }
        }
    }
    let row = |at: usize| {
        let entity = entities.get(at);
        let count = counts.get(at);
        let aliases: Vec<String> = entity.map_or_else(Vec::new, |entity| {
            entity.forms.iter().map(|form| form.text.clone()).filter(|form| *form != entity.name).collect()
        });
        let parent = entity.and_then(|entity| entity.parent).and_then(|at| files.entity(at));
        Row::new()
            .with("id", entity.map(|entity| entity.id.clone()))
            .with("kind", entity.map(|entity| entity.kind.as_str()))
            .with("name", entity.map(|entity| entity.name.clone()))
            .with("aliases", aliases)
            .with("code", entity.and_then(|entity| entity.code.clone()))
            .with("parent", parent.map(|parent| parent.name.clone()))
            .with("parent_id", parent.map(|parent| parent.id.clone()))
            .with("documents", count.map(|count| saturating_u32(count.0.len())))
            .with("mentions", count.map(|count| count.1))
    };
    collect(row(usize::MAX), (0..entities.len()).map(row))
}

/// One row a place where a name stands.
pub(crate) fn mentions(files: &Files) -> Table {
    let row = |document: usize, mention: Option<&Mention>| {
        let entity = mention.and_then(|mention| files.entity(mention.entity));
        let affiliation = mention.and_then(|mention| files.entity(mention.affiliation?));
        let place = mention.map(|mention| Evidence { passage: Some(mention.passage), span: mention.span });
        let row = Row::new()
            .with("entity", entity.map(|entity| entity.id.clone()))
            .with("kind", entity.map(|entity| entity.kind.as_str()))
            .with("name", entity.map(|entity| entity.name.clone()))
            .with("surface", mention.map(|mention| files.words(document, mention.span)))
            .with("role", mention.and_then(|mention| mention.role).map(|role| files.words(document, role)))
            .with("affiliation", affiliation.map(|entity| entity.name.clone()))
            .with("affiliation_id", affiliation.map(|entity| entity.id.clone()));
        files.evidence(row, document, place.as_ref(), mention.map_or("", |mention| mention.rule.as_str()))
    };
    let rows = files.each().flat_map(|(n, _, body)| body.mentions.iter().map(move |mention| (n, mention)));
    collect(row(usize::MAX, None), rows.map(|(n, mention)| row(n, Some(mention))))
}

/// One row a short form in a document.
pub(crate) fn acronyms(files: &Files) -> Table {
    let row = |found: Option<&Acronym>| {
        let entity = found.and_then(|found| files.entity(found.entity?));
        let row = Row::new()
            .with("acronym", found.map(|found| found.acronym.clone()))
            .with("expansion", found.and_then(|found| found.expansion.clone()))
            .with("expansion_id", entity.map(|entity| entity.id.clone()))
            .with("basis", found.map(|found| found.basis.as_str()));
        let document = found.map_or(usize::MAX, |found| found.document as usize);
        files.evidence(row, document, found.map(|found| &found.evidence), found.map_or("", |found| found.rule.as_str()))
    };
    collect(row(None), files.corpus.catalogue.acronyms.iter().map(|found| row(Some(found))))
}
