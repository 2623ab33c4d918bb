//! What a link means in this file: documents, passages, filter values.

use entente_corpus::{Body, Corpus, DocumentId, Entity, EntityKind, PassageId};
use entente_text::PartialDate;
use entente_text::fold::fold;

use super::Desk;
use super::values::{Value, Values};
use crate::query::Axis;

/// The document that a link means, and what is odd about it.
pub(crate) fn document(desk: &Desk, id: &str, passage: Option<&str>) -> Option<(usize, Option<String>)> {
    let (corpus, values) = (&desk.corpus, &desk.values);
    let asked: DocumentId = id.parse().ok()?;
    if let Some((at, _)) = called(values, &asked) {
        return Some((at, None));
    }
    let same_slug = || {
        let slug = |value: &Value| value.id.parse().is_ok_and(|known: DocumentId| known.slug() == asked.slug());
        documents(values).iter().position(|value| !asked.slug().is_empty() && slug(value))
    };
    let same_passage = || {
        let end = format!("-{}", passage?.parse::<PassageId>().ok()?.fingerprint);
        let has_passage = |body: &Body| body.passages.iter().any(|known| known.anchor.ends_with(&end));
        corpus.bodies.iter().position(|body| body.is_some_and(has_passage))
    };
    if let Some(at) = same_slug() {
        return Some((
            at,
            Some("The link names another version of this document; this is the one in this file.".to_owned()),
        ));
    }
    same_passage()
        .map(|at| (at, Some("The document of the link is not in this file; this one has the passage.".to_owned())))
}

/// The documents, in their order: no record is looked at for their ids.
fn documents(values: &Values) -> &[Value] {
    &values.all[values.range(Axis::Document)]
}

/// The document with this id, and how it is written here: the digest part alone decides, so that a better title breaks no
/// link.
fn called<'a>(values: &'a Values, id: &DocumentId) -> Option<(usize, &'a str)> {
    let mut known = documents(values).iter().enumerate();
    known.find(|(_, value)| value.id.ends_with(id.digest())).map(|(at, value)| (at, value.id.as_str()))
}

/// The passage that a link means: the fingerprint decides, the number chooses among equals; else the nearest number.
pub(crate) fn passage(desk: &Desk, document: usize, id: &str) -> Option<(usize, Option<String>)> {
    let corpus = &desk.corpus;
    let body = corpus.bodies.get(document)?;
    let asked = match id.parse::<PassageId>() {
        Ok(asked) => asked,
        Err(_) => return section(corpus, document, id).map(|at| (at, None)),
    };
    let end = format!("-{}", asked.fingerprint);
    let equals =
        body.passages.iter().enumerate().filter(|(_, passage)| passage.anchor.ends_with(&end)).map(|(at, _)| at);
    let wanted = usize::try_from(asked.number).unwrap_or(usize::MAX).saturating_sub(1);
    if let Some(at) = equals.min_by_key(|at| at.abs_diff(wanted)) {
        return Some((at, None));
    }
    let nearest = wanted.min(body.passages.len().checked_sub(1)?);
    Some((
        nearest,
        Some("The passage of the link is not in this document; this is the one nearest to its place.".to_owned()),
    ))
}

/// The heading of the section `sN-…`.
fn section(corpus: &Corpus, document: usize, id: &str) -> Option<usize> {
    let end = format!("-{}", id.strip_prefix('s')?.split_once('-')?.1);
    let sections = &corpus.bodies.get(document)?.sections;
    sections.iter().find(|section| section.anchor.ends_with(&end)).map(|section| section.heading as usize)
}

/// The id that `value` means for `axis`; what is not known stays as it is.
pub(crate) fn canonical(desk: &Desk, axis: Axis, value: &str) -> String {
    let (corpus, values) = (&desk.corpus, &desk.values);
    let folded = fold(value);
    let known = match (axis.names(), axis) {
        (Some(kind), _) => named(corpus, kind, &folded).map(|entity| entity.id.clone()),
        (None, Axis::Document) => {
            let by_id = value.parse::<DocumentId>().ok().and_then(|id| called(values, &id));
            by_id.map(|(_, id)| id.to_owned())
        }
        // The date as it would be written here.
        (None, Axis::From | Axis::To) => value.parse::<PartialDate>().ok().map(|date| date.to_string()),
        (None, _) => {
            let dashed = folded.replace(' ', "-");
            let fits = |known: &&Value| known.id == dashed || fold(&known.id) == folded || fold(&known.label) == folded;
            let known = values.all[values.range(axis)].iter().find(fits);
            known.or_else(|| publisher(desk, axis, &folded)).map(|known| known.id.clone())
        }
    };
    known.unwrap_or_else(|| value.to_owned())
}

/// The publisher that is the name with this id: tables give the ids of names.
fn publisher<'a>(desk: &'a Desk, axis: Axis, folded: &str) -> Option<&'a Value> {
    let values = &desk.values;
    let name = desk.corpus.catalogue.entities.iter().flatten().find(|entity| fold(&entity.id) == folded)?;
    let is_called = |words: &str| fold(&name.name) == words || name.forms.iter().any(|form| fold(&form.text) == words);
    let publishers = values.all[values.range(axis)].iter().filter(|_| axis == Axis::Publisher);
    publishers.into_iter().find(|known| {
        let words = fold(&known.label);
        is_called(&words) || name.known_as.contains(&words)
    })
}

/// The name of this kind that is called so: by its id, else by a form or another known name.
fn named<'a>(corpus: &'a Corpus, kind: EntityKind, folded: &str) -> Option<&'a Entity> {
    let entities = || corpus.catalogue.entities.iter().flatten().filter(|entity| entity.kind == kind);
    let called = |entity: &&Entity| {
        fold(&entity.name) == folded
            || entity.known_as.iter().any(|name| name == folded)
            || entity.forms.iter().any(|form| fold(&form.text) == folded)
    };
    entities().find(|entity| fold(&entity.id) == folded).or_else(|| entities().find(called))
}

/// The value of `axis` nearest to one that is not in this file.
pub(crate) fn nearest(desk: &Desk, axis: Axis, value: &str) -> Option<(String, String)> {
    let values = &desk.values;
    let folded = fold(value);
    let most = 2 + folded.chars().count() / 4;
    let near = values.all[values.range(axis)].iter().filter_map(|known| {
        let edits = |name: &str| entente_search::fuzzy::distance(&folded, &fold(name), most);
        let best = [edits(&known.id), edits(&known.label)].into_iter().flatten().min()?;
        Some((best, known))
    });
    near.min_by_key(|(edits, known)| (*edits, known.id.as_str()))
        .map(|(_, known)| (known.id.clone(), known.label.clone()))
}

/// The route that a pasted link, fragment or citation leads to.
pub(crate) fn pasted(desk: &Desk, text: &str) -> Option<String> {
    let text = text.trim();
    if let Some((_, fragment)) = text.split_once("#/") {
        return Some(format!("#/{}", fragment.split_whitespace().next().unwrap_or("")));
    }
    if let Some(known) = text.strip_prefix("name:").and_then(|name| entity(desk, name)) {
        return Some(format!("#/name/{}", desk.corpus.catalogue.entities.get(known as usize)?.id));
    }
    if let Some((document, passage)) = text.rsplit_once(':').and_then(|(file, lines)| at_line(desk, file, lines)) {
        return Some(format!("#/doc/{document}/{passage}"));
    }
    // "DOCUMENT:PASSAGE" as tables and citations write it, or a document's id alone.
    let (document_id, passage_id) =
        text.split_once(':').map_or((text, None), |(document, passage)| (document, Some(passage)));
    let id: DocumentId = document_id.parse().ok()?;
    let (_, id) = called(&desk.values, &id)?;
    Some(match passage_id {
        Some(passage) => format!("#/doc/{id}/{passage}"),
        None => format!("#/doc/{id}"),
    })
}

/// Ids of the document and of the passage at `FILE:LINE` or `FILE:LINE-LINE`, as the command line prints them; of a line between
/// passages, the one after it.
fn at_line(desk: &Desk, file: &str, lines: &str) -> Option<(String, String)> {
    let line: u32 = lines.split('-').next()?.parse().ok()?;
    let mut records = desk.corpus.catalogue.documents.numbered();
    let (document, record) = records.find(|(_, record)| record.file == file)?;
    let known = desk.passages.lines(&desk.corpus, document as usize);
    let passages = &desk.corpus.bodies.get(document as usize)?.passages;
    let first = |fits: &dyn Fn((u32, u32)) -> bool| {
        passages.iter().find(|passage| passage.pieces.iter().any(|piece| fits(known.range(piece.span))))
    };
    let passage = first(&|(from, to)| from <= line && line <= to).or_else(|| first(&|(from, _)| from > line))?;
    Some((record.id.to_string(), passage.anchor.clone()))
}

/// Number of the entity with this id, else of the one that is called so in the file.
pub(crate) fn entity(desk: &Desk, id: &str) -> Option<u32> {
    let entities = &desk.corpus.catalogue.entities;
    let folded = fold(id);
    let called = |entity: &Entity| {
        entity.known_as.contains(&folded) || entity.forms.iter().any(|form| fold(&form.text) == folded)
    };
    let first = |is_meant: &dyn Fn(&Entity) -> bool| entities.numbered().find(|(_, entity)| is_meant(entity));
    let found = first(&|entity| entity.id == id)
        .or_else(|| first(&|entity| entity.id == folded))
        .or_else(|| first(&|entity| entity.kind != EntityKind::Topic && called(entity)));
    found.map(|(at, _)| at)
}
