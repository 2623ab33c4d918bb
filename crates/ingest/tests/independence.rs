//! What is found in a document does not depend on the other documents of its folder: those change only labels, ids, series and links.

use std::collections::BTreeMap;

use entente_corpus::{Body, Corpus};
use entente_ingest::{Settings, Source, ingest};

/// The five given documents.
const DOCUMENTS: [(&str, &[u8]); 5] = [
    ("0.txt", include_bytes!("../../../seeds/000_cede19f12f8b50b1.txt")),
    ("1.txt", include_bytes!("../../../seeds/001_35786128aa01aab2.txt")),
    ("2.txt", include_bytes!("../../../seeds/002_84c0b2401288784c.txt")),
    ("3.txt", include_bytes!("../../../seeds/003_5ee81abf99b99bdd.txt")),
    ("4.txt", include_bytes!("../../../seeds/004_643633df317a56d9.txt")),
];

/// A document that writes the names of the others small, and that prints namesakes of their persons.
const OTHER: &str = "Notes\n\nThe painter met shin, sullivan and akiba about apec, mofa, cho and yoon at noon in the park.\n\n\
    Ambassador Arthur Sullivan and Minister Clara Painter opened the exhibition. Dr. Cho spoke.\n";

fn read(documents: &[(&str, &[u8])]) -> Corpus {
    let sources: Vec<Source> =
        documents.iter().map(|(file, bytes)| Source { file: (*file).to_owned(), bytes: bytes.to_vec() }).collect();
    ingest(&sources, &Settings::default())
}

/// The facts of a document as text, with each name as the place of its first mention in that document.
fn facts(corpus: &Corpus, document: usize) -> Vec<String> {
    let body: &Body = corpus.bodies.get(document).expect("it is here");
    let mut first = BTreeMap::new();
    for mention in &body.mentions {
        let at = first.entry(mention.entity).or_insert(mention.span.start);
        *at = mention.span.start.min(*at);
    }
    // An affiliation may be mentioned nowhere in the document; its kind stands for it then.
    let place = |entity: u32| match first.get(&entity) {
        Some(at) => format!("@{at}"),
        None => format!("{:?}", corpus.catalogue.entities.get(entity as usize).expect("it is here").kind),
    };
    let many = |entities: &[u32]| entities.iter().map(|entity| place(*entity)).collect::<Vec<_>>();
    let mut out = Vec::new();
    for it in &body.mentions {
        let affiliation = it.affiliation.map(place);
        out.push(format!("mention {:?} {} {:?} {:?} {}", it.span, place(it.entity), it.role, affiliation, it.rule));
    }
    for it in &body.engagements {
        let who: Vec<_> = it.participants.iter().map(|party| (party.span, party.entity.map(place))).collect();
        out.push(format!(
            "engagement {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {who:?} {:?} {}",
            it.name,
            it.kind,
            it.ordinal,
            it.date,
            it.bound,
            it.place,
            it.level,
            it.status,
            many(&it.topics),
            it.rule
        ));
    }
    for it in &body.statements {
        let party =
            |party: &Option<entente_corpus::Party>| party.as_ref().map(|party| (party.span, party.entity.map(place)));
        out.push(format!(
            "statement {} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {}",
            it.id,
            it.modality,
            it.verb,
            it.strength,
            party(&it.speaker),
            party(&it.on_behalf_of),
            party(&it.actor),
            many(&it.counterparts),
            many(&it.topics),
            many(&it.instruments),
            it.period,
            it.rule
        ));
    }
    for it in &body.amounts {
        let party =
            |party: &Option<entente_corpus::Party>| party.as_ref().map(|party| (party.span, party.entity.map(place)));
        out.push(format!(
            "amount {} {} {:?} {:?} {:?} {:?} {:?} {}",
            it.id,
            it.value,
            it.value_max,
            it.unit,
            party(&it.payer),
            party(&it.receiver),
            it.status,
            it.rule
        ));
    }
    out
}

#[test]
fn each_document_gives_the_same_facts_alone_as_beside_the_others() {
    let together = read(&DOCUMENTS);
    for (at, document) in DOCUMENTS.iter().enumerate() {
        let alone = facts(&read(&[*document]), 0);
        assert!(alone.len() > 20, "{}", document.0);
        assert_same(&alone, &facts(&together, at), document.0);
    }
}

#[test]
fn a_document_that_writes_names_small_or_prints_namesakes_changes_no_other() {
    for document in DOCUMENTS {
        let alone = facts(&read(&[document]), 0);
        let beside = facts(&read(&[document, ("other.txt", OTHER.as_bytes())]), 0);
        assert_same(&alone, &beside, document.0);
    }
}

#[track_caller]
fn assert_same(alone: &[String], beside: &[String], file: &str) {
    let lost: Vec<_> = alone.iter().filter(|fact| !beside.contains(fact)).collect();
    let added: Vec<_> = beside.iter().filter(|fact| !alone.contains(fact)).collect();
    assert!(lost.is_empty() && added.is_empty(), "{file}: alone only {lost:#?}, beside others only {added:#?}");
}
