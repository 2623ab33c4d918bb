//! Whether a corpus holds together: every reference resolves, every span lies in its text.

use entente_text::Span;

use crate::Corpus;
use crate::document::{Body, Record};

/// What is wrong, one sentence each; nothing when all holds. A corpus that we wrote has none; one
/// that came with a page may.
#[must_use]
pub fn check(corpus: &Corpus) -> Vec<String> {
    let mut faults = Vec::new();
    let documents = &corpus.catalogue.documents;
    if documents.len() != corpus.bodies.len() {
        faults.push(format!("{} records but {} texts", documents.len(), corpus.bodies.len()));
    }
    let entities = corpus.catalogue.entities.len();
    for (n, entity) in corpus.catalogue.entities.iter().enumerate() {
        if entity.parent.is_some_and(|parent| parent as usize >= entities || parent as usize == n) {
            faults.push(format!("the name {:?} belongs to none that is there", entity.id));
        }
    }
    for (record, body) in documents.iter().zip(&corpus.bodies) {
        for fault in check_document(record, body, entities) {
            faults.push(format!("{}: {fault}", record.file));
        }
    }
    faults
}

fn check_document(record: &Record, body: &Body, entities: usize) -> Vec<String> {
    let mut faults = Vec::new();
    let inside = |span: Span| body.text.get(span.range()).is_some();
    if record.passages as usize != body.passages.len() {
        faults.push(format!("the record counts {} passages, the text has {}", record.passages, body.passages.len()));
    }
    for (n, section) in body.sections.iter().enumerate() {
        if section.parent.is_some_and(|parent| parent as usize >= n) || section.heading as usize >= body.passages.len()
        {
            faults.push(format!("section {} points nowhere", section.anchor));
        }
    }
    for passage in &body.passages {
        let spans =
            passage.pieces.iter().map(|piece| piece.span).chain(passage.markup.iter().map(|markup| markup.span));
        let spans =
            spans.chain(passage.styles.iter().map(|style| style.span)).chain(passage.number).chain(passage.marker);
        let references = passage.section.is_none_or(|section| (section as usize) < body.sections.len())
            && passage.of.is_none_or(|of| (of as usize) < body.passages.len());
        let sorted = passage.markup.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start);
        if !spans.into_iter().all(inside) || !references || !sorted {
            faults.push(format!("passage {} points outside the text", passage.anchor));
        }
    }
    for mention in &body.mentions {
        if mention.entity as usize >= entities
            || mention.passage as usize >= body.passages.len()
            || !inside(mention.span)
        {
            faults.push(format!("a mention at byte {} points nowhere", mention.span.start));
        }
    }
    let evidence = record.metadata.iter().flat_map(|datum| &datum.fact.evidence);
    for place in evidence {
        if !inside(place.span) || place.passage.is_some_and(|passage| passage as usize >= body.passages.len()) {
            faults.push(format!("the evidence at byte {} lies outside the text", place.span.start));
        }
    }
    for anomaly in &body.anomalies {
        if !inside(anomaly.span) || anomaly.passage.is_some_and(|passage| passage as usize >= body.passages.len()) {
            faults.push(format!("the note at byte {} lies outside the text", anomaly.span.start));
        }
    }
    faults
}
