//! Names: who and what the passages mention.
//!
//! In: structured bodies. Out: mentions in the bodies, entities and short forms in the catalogue, each named
//! by the form that the documents print most. It guesses no name that no document prints.
//!
//! Each passage is scanned once (`sheet`); lists (`countries`, `known`, `topics`) and shapes (`shapes`,
//! `persons`, `acronyms`) propose, `select` keeps the longest; then `link` finds out who is who, and
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
mod supplied;
mod topics;

use entente_corpus::{Body, Catalogue, ReadingText};
use entente_text::executor::{self, Executor};

pub use gazetteer::is_country_code;
pub use settings::{AddedName, Names};

use candidate::Key;
use lexicon::Lexicon;
use mention_table::MentionTable;
use supplied::Supplied;

/// Finds names in all passages; `texts` are the reading texts of each body, `names` are the packer's own. The names of each
/// document are looked for by `executor`; who is who across documents is found afterwards, in their order.
pub fn recognise(
    catalogue: &mut Catalogue,
    bodies: &mut [Body],
    texts: &[Vec<ReadingText>],
    names: &Names,
    executor: &dyn Executor,
) {
    let mut supplied = Supplied::of(names);
    let homes: Vec<Option<Key>> = catalogue.documents.iter().map(|record| home::home(record?)).collect();
    let languages: Vec<Option<&str>> =
        catalogue.documents.iter().map(|record| Some(record?.language.as_ref()?.value.as_str())).collect();
    let sizes: Vec<u64> = bodies.iter().map(|body| body.text.len() as u64).collect();
    let mut sheets: Vec<MentionTable> = executor::map(executor, &sizes, |at| {
        let body = &bodies[at];
        let mut sheet = MentionTable::of(body, texts.get(at).map_or(&[], Vec::as_slice), &Lexicon::of(body), &supplied);
        homonyms::apart(&mut sheet, body);
        sheet.home = homes.get(at).cloned().flatten();
        sheet.language = languages.get(at).copied().flatten().map(str::to_owned);
        link::link_document(&mut sheet);
        sheet
    });
    link::link_documents(&mut sheets);
    let files: Vec<&str> =
        catalogue.documents.iter().map(|record| record.map_or("", |record| record.file.as_str())).collect();
    supplied.apply(names, &mut sheets, &files);
    resolve::resolve(&sheets, &supplied, catalogue, bodies);
}
