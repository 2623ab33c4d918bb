//! `entities`, `mentions` and `acronyms`.

use std::collections::BTreeSet;

use entente_text::saturating_u32;

use entente_corpus::{Acronym, Evidence, Mention};

use crate::cell::collect;
use crate::columns;
use crate::source::Files;
use crate::{Row, Table};

/// One row for each name.
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
    collect(columns::ENTITIES, (0..entities.len()).map(row))
}

/// One row for each mention of a name.
pub(crate) fn mentions(files: &Files) -> Table {
    let row = |document: usize, mention: &Mention| {
        let entity = files.entity(mention.entity);
        let affiliation = mention.affiliation.and_then(|at| files.entity(at));
        let place = Evidence { passage: Some(mention.passage), span: mention.span };
        let row = Row::new()
            .with("entity", entity.map(|entity| entity.id.clone()))
            .with("kind", entity.map(|entity| entity.kind.as_str()))
            .with("name", entity.map(|entity| entity.name.clone()))
            .with("surface", files.words_in(document, Some(mention.passage), mention.span))
            .with("role", mention.role.map(|role| files.words(document, role)))
            .with("affiliation", affiliation.map(|entity| entity.name.clone()))
            .with("affiliation_id", affiliation.map(|entity| entity.id.clone()));
        files.evidence(row, document, Some(&place), &mention.rule)
    };
    let rows = files.each().flat_map(|(n, _, body)| body.mentions.iter().map(move |mention| (n, mention)));
    collect(columns::MENTIONS, rows.map(|(n, mention)| row(n, mention)))
}

/// One row for each short form in each document.
pub(crate) fn acronyms(files: &Files) -> Table {
    let row = |found: &Acronym| {
        let entity = found.entity.and_then(|at| files.entity(at));
        let row = Row::new()
            .with("acronym", found.acronym.as_str())
            .with("expansion", found.expansion.clone())
            .with("expansion_id", entity.map(|entity| entity.id.clone()))
            .with("basis", found.basis.as_str());
        files.evidence(row, found.document as usize, Some(&found.evidence), &found.rule)
    };
    collect(columns::ACRONYMS, files.corpus.catalogue.acronyms.get().into_iter().flatten().map(row))
}
