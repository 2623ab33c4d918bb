//! `entities`, `mentions` and `acronyms`.

use std::collections::BTreeSet;

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
        let (entity, (documents, mentions)) = (&entities[at], &counts[at]);
        let aliases: Vec<String> =
            entity.forms.iter().map(|form| form.text.clone()).filter(|form| *form != entity.name).collect();
        let parent = entity.parent.and_then(|at| files.entity(at));
        Row::new()
            .with("id", entity.id.clone())
            .with("kind", entity.kind.as_str())
            .with("name", entity.name.clone())
            .with("aliases", aliases)
            .with("code", entity.code.clone())
            .with("parent", parent.map(|parent| parent.name.clone()))
            .with("parent_id", parent.map(|parent| parent.id.clone()))
            .with("documents", u32::try_from(documents.len()).unwrap_or(u32::MAX))
            .with("mentions", *mentions)
    };
    collect("entities", (0..entities.len()).map(row))
}

/// One row a place where a name stands.
pub(crate) fn mentions(files: &Files) -> Table {
    let row = |document: usize, mention: &Mention| {
        let entity = files.entity(mention.entity);
        let affiliation = mention.affiliation.and_then(|at| files.entity(at));
        let place = Evidence { passage: Some(mention.passage), span: mention.span };
        let row = Row::new()
            .with("entity", entity.map(|entity| entity.id.clone()))
            .with("kind", entity.map(|entity| entity.kind.as_str()))
            .with("name", entity.map(|entity| entity.name.clone()))
            .with("surface", files.words(document, mention.span))
            .with("role", mention.role.map(|role| files.words(document, role)))
            .with("affiliation", affiliation.map(|entity| entity.name.clone()))
            .with("affiliation_id", affiliation.map(|entity| entity.id.clone()));
        files.evidence(row, document, Some(&place), mention.rule.as_str())
    };
    let rows = files.each().flat_map(|(n, _, body)| body.mentions.iter().map(move |mention| (n, mention)));
    collect("mentions", rows.map(|(n, mention)| row(n, mention)))
}

/// One row a short form in a document.
pub(crate) fn acronyms(files: &Files) -> Table {
    let row = |found: &Acronym| {
        let entity = found.entity.and_then(|at| files.entity(at));
        let row = Row::new()
            .with("acronym", found.acronym.clone())
            .with("expansion", found.expansion.clone())
            .with("expansion_id", entity.map(|entity| entity.id.clone()))
            .with("basis", found.basis.as_str());
        let document = found.document as usize;
        files.evidence(row, document, Some(&found.evidence), found.rule.as_str())
    };
    collect("acronyms", files.corpus.catalogue.acronyms.iter().map(row))
}
