//! Checks that a corpus is consistent: every reference resolves, every span is within its text.

use entente_text::{PartialDate, Span};

use crate::Corpus;
use crate::document::{Body, Record};
use crate::fact::{Evidence, Fact};
use crate::link::End;
use crate::statement::Party;

/// Returns one sentence for each fault; none if the corpus is consistent. A corpus from a page may have faults, one that
/// `ingest` made has none.
#[must_use]
pub fn check(corpus: &Corpus) -> Vec<String> {
    let mut faults: Vec<String> =
        corpus.unavailable().into_iter().map(|(part, why)| format!("{part} cannot be had: {why}")).collect();
    let documents = &corpus.catalogue.documents;
    if documents.len() != corpus.bodies.len() {
        faults.push(format!("{} records but {} texts", documents.len(), corpus.bodies.len()));
    }
    let entities = corpus.catalogue.entities.len();
    for (n, entity) in corpus.catalogue.entities.iter().enumerate() {
        let Some(entity) = entity else { continue };
        if entity.parent.is_some_and(|parent| parent as usize >= entities || parent as usize == n) {
            faults.push(format!("the name {:?} belongs to none that is there", entity.id));
        }
    }
    let series = corpus.catalogue.series.get().map_or(0, Vec::len);
    for (record, body) in documents.iter().zip(corpus.bodies.iter()) {
        let (Some(record), Some(body)) = (record, body) else { continue };
        faults.extend(check_body(record, body, entities, series));
    }
    faults.extend(check_across(corpus));
    faults
}

/// Returns one sentence for each fault of one text, in a corpus with so many entities and series. The other texts are not
/// looked at.
#[must_use]
pub fn check_body(record: &Record, body: &Body, entities: usize, series: usize) -> Vec<String> {
    let mut faults = check_document(record, body, entities);
    faults.extend(check_facts(body, entities, series));
    faults.into_iter().map(|fault| format!("{}: {fault}", record.file)).collect()
}

/// Returns one sentence for each fault between texts: in abbreviations, series and links.
#[must_use]
pub fn check_across(corpus: &Corpus) -> Vec<String> {
    let mut faults = Vec::new();
    let catalogue = &corpus.catalogue;
    let entities = catalogue.entities.len();
    let body = |document: u32| corpus.bodies.get(document as usize);
    for acronym in catalogue.acronyms.get().into_iter().flatten() {
        let there = body(acronym.document).is_some_and(|body| holds(body, &acronym.evidence));
        if !there || acronym.entity.is_some_and(|entity| entity as usize >= entities) {
            faults.push(format!("the short form {:?} points nowhere", acronym.acronym));
        }
    }
    for series in catalogue.series.get().into_iter().flatten() {
        let member =
            |(document, at): &(u32, u32)| body(*document).is_some_and(|body| (*at as usize) < body.engagements.len());
        let words = |(document, span): (u32, Span)| body(document).is_some_and(|body| has(body, span));
        let counterparts = series.counterparts.iter().all(|entity| (*entity as usize) < entities);
        if !series.members.iter().all(member) || !series.frequency.is_none_or(words) || !counterparts {
            faults.push(format!("the series {:?} points nowhere", series.id));
        }
    }
    let resolves = |end: End| match end {
        End::Document(document) => body(document).is_some(),
        End::Passage(document, at) => body(document).is_some_and(|body| (at as usize) < body.passages.len()),
        End::Statement(document, at) => body(document).is_some_and(|body| (at as usize) < body.statements.len()),
        End::Engagement(document, at) => body(document).is_some_and(|body| (at as usize) < body.engagements.len()),
        End::Amount(document, at) => body(document).is_some_and(|body| (at as usize) < body.amounts.len()),
        End::Entity(at) => (at as usize) < entities,
    };
    for link in catalogue.links.get().into_iter().flatten() {
        if !resolves(link.from) || !resolves(link.to) {
            faults.push(format!("a link ({}) points nowhere", link.kind));
        }
    }
    faults
}

/// Engagements, statements and amounts of one document.
fn check_facts(body: &Body, entities: usize, series: usize) -> Vec<String> {
    let mut faults = Vec::new();
    let known = |list: &[u32]| list.iter().all(|entity| (*entity as usize) < entities);
    let party = |party: &Party| has(body, party.span) && party.entity.is_none_or(|entity| (entity as usize) < entities);
    let dated = |date: &Option<Fact<PartialDate>>| {
        date.as_ref().is_none_or(|date| date.evidence.iter().all(|place| holds(body, place)))
    };
    for found in &body.engagements {
        let there = has(body, found.name)
            && found.place.is_none_or(|place| has(body, place))
            && !found.evidence.is_empty()
            && found.evidence.iter().all(|place| holds(body, place))
            && found.series.is_none_or(|at| (at as usize) < series)
            && found.participants.iter().all(party)
            && known(&found.topics)
            && dated(&found.date);
        if !there {
            faults.push(format!("the engagement {:?} points nowhere", found.id));
        }
    }
    for found in &body.statements {
        let parties = [&found.speaker, &found.on_behalf_of, &found.actor];
        let there = holds(body, &found.evidence)
            && found.verb.is_none_or(|verb| has(body, verb))
            && parties.into_iter().flatten().all(party)
            && known(&found.speakers)
            && known(&found.counterparts)
            && known(&found.topics)
            && known(&found.instruments)
            && dated(&found.period);
        if !there {
            faults.push(format!("the statement {:?} points nowhere", found.id));
        }
    }
    for found in &body.amounts {
        let there = holds(body, &found.evidence)
            && found.payer.iter().chain(&found.receiver).all(party)
            && found.purpose.is_none_or(|purpose| has(body, purpose))
            && dated(&found.date);
        if !there {
            faults.push(format!("the amount {:?} points nowhere", found.id));
        }
    }
    faults
}

/// The text has these bytes.
fn has(body: &Body, span: Span) -> bool {
    body.text.get(span.range()).is_some()
}

/// The text has these bytes, and the passage.
fn holds(body: &Body, place: &Evidence) -> bool {
    has(body, place.span) && place.passage.is_none_or(|passage| (passage as usize) < body.passages.len())
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
            || !mention.role.is_none_or(inside)
            || mention.affiliation.is_some_and(|affiliation| affiliation as usize >= entities)
        {
            faults.push(format!("a mention at byte {} points nowhere", mention.span.start));
        }
    }
    let evidence = body.metadata.iter().flat_map(|datum| &datum.fact.evidence);
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
