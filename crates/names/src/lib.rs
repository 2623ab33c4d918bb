//! Names: who and what the passages mention.
//!
//! In: structured bodies. Out: mentions in the bodies, entities and short forms in the catalogue, each named
//! by the form that the documents print most. It guesses no name that no document prints.
//!
//! Each passage is scanned once (`mention_table`); lists (`countries`, `known`, `topics`) and shapes (`shapes`,
//! `persons`, `acronyms`) propose, `select` keeps the longest; then `link` gives mentions of one thing one key, and
//! `resolve` writes it down.

mod acronyms;
mod affiliation;
mod candidate;
mod companies;
mod countries;
mod entity;
mod expand;
pub mod gazetteer;
pub mod home;
mod homonyms;
mod instruments;
mod known;
mod korean;
mod lexicon;
mod link;
mod mention_table;
mod numbered;
mod persons;
mod places;
mod resolve;
mod scan;
mod select;
mod settings;
mod shapes;
mod state_signs;
mod supplied;
mod topics;

use entente_corpus::{Anomaly, AnomalyKind, Body, Catalogue, ReadingText};
use entente_text::executor::{self, Executor};
use entente_text::number::grouped;
use entente_text::order;

pub use gazetteer::is_country_code;
pub use settings::{AddedName, Names};

use candidate::Key;
use lexicon::Lexicon;
use mention_table::MentionTable;
use supplied::Supplied;

/// Names, short forms and capitalised words of one document that are found at most. A thousand pages have some 100,000.
const MAX_MENTIONS: usize = 500_000;

/// Finds names in all passages; `texts` are the reading texts of each body, `names` are the packer's own. The names of each
/// document are looked for by `executor`; who is who across documents is found afterwards, in their order.
pub fn recognise(
    catalogue: &mut Catalogue,
    bodies: &mut [Body],
    texts: &[Vec<ReadingText>],
    names: &Names,
    executor: &dyn Executor,
) {
    recognise_within(catalogue, (bodies, texts), names, executor, MAX_MENTIONS);
}

/// See [`recognise`]. Of a document with more than `most` mentions, the last passages are not looked through, and a note says so.
fn recognise_within(
    catalogue: &mut Catalogue,
    (bodies, texts): (&mut [Body], &[Vec<ReadingText>]),
    names: &Names,
    executor: &dyn Executor,
    most: usize,
) {
    let mut supplied = Supplied::of(names);
    let homes: Vec<Option<Key>> = catalogue.documents.iter().map(|record| home::home(record?)).collect();
    let languages: Vec<Option<&str>> =
        catalogue.documents.iter().map(|record| Some(record?.language.as_ref()?.value.as_str())).collect();
    let sizes: Vec<u64> = bodies.iter().map(|body| body.text.len() as u64).collect();
    let mut tables: Vec<MentionTable> = executor::map(executor, &sizes, |at| {
        let body = &bodies[at];
        let texts = texts.get(at).map(Vec::as_slice).unwrap_or_default();
        let mut table = MentionTable::of(body, texts, &Lexicon::of(body), &supplied, most);
        homonyms::remove_other_meanings(&mut table, body);
        table.home = homes.get(at).cloned().flatten();
        table.language = languages.get(at).copied().flatten().map(str::to_owned);
        link::link_document(&mut table);
        table
    });
    for (body, table) in bodies.iter_mut().zip(&tables) {
        if let Some(note) = table.end.and_then(|passage| note_of_end(body, passage, most)) {
            body.anomalies.push(note);
            order::sort_by_key(&mut body.anomalies, |anomaly| (anomaly.span, anomaly.kind));
        }
    }
    link::link_documents(&mut tables);
    let files: Vec<&str> =
        catalogue.documents.iter().map(|record| record.map_or("", |record| record.file.as_str())).collect();
    supplied.apply(names, &mut tables, &files);
    resolve::resolve(&tables, &supplied, catalogue, bodies);
}

/// The note that names are not looked for from `passage` on.
fn note_of_end(body: &Body, passage: u32, most: usize) -> Option<Anomaly> {
    let span = body.passages.get(passage as usize)?.pieces.first()?.span;
    Some(Anomaly {
        kind: AnomalyKind::TruncatedText,
        passage: Some(passage),
        span,
        detail: format!(
            "the text has more than {} names and capitalised words; no names are looked for from here on",
            grouped(&most.to_string())
        ),
        rule: "bounded-reading".to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use entente_corpus::{Catalogue, ReadingText};
    use entente_ingest::{Settings, Source, read};
    use entente_text::executor::Sequential;

    use super::{Names, recognise_within};

    #[test]
    fn names_of_a_document_are_bounded_and_the_first_are_found() {
        let bytes = "Korea met Japan.\n\n".repeat(10).into_bytes();
        let source = Source { file: "a.txt".to_owned(), bytes };
        let note = "the text has more than 11 names and capitalised words; no names are looked for from here on";
        for (most, mentions, note) in [(11, 6, Some(note)), (40, 20, None)] {
            let (record, body) = read(&source, &Settings::default()).expect("it is text");
            let mut catalogue = Catalogue::default();
            catalogue.documents.push(record);
            let texts = [ReadingText::all(&body)];
            let mut bodies = vec![body];
            recognise_within(&mut catalogue, (&mut bodies, &texts), &Names::default(), &Sequential, most);
            let notes = bodies[0].anomalies.iter().filter(|note| note.rule == "bounded-reading");
            let notes: Vec<_> = notes.map(|note| (note.detail.as_str(), note.passage)).collect();
            assert_eq!(bodies[0].mentions.len(), mentions);
            assert_eq!(notes, note.map(|detail| (detail, Some(3))).into_iter().collect::<Vec<_>>());
        }
    }
}
