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
mod companies;
mod countries;
mod entity;
mod expand;
mod found;
pub mod gazetteer;
pub mod home;
mod homonyms;
mod instruments;
mod known;
mod korean;
mod lexicon;
mod link;
mod numbered;
mod persons;
mod places;
mod resolve;
mod scan;
mod select;
mod settings;
mod shapes;
mod sheet;
mod supplied;
mod topics;

use entente_corpus::{Body, Catalogue};

pub use gazetteer::is_country_code;
pub use settings::{AddedName, Names};

use lexicon::Lexicon;
use sheet::Sheet;
use supplied::Supplied;

/// Finds names in all passages; `names` are the packer's own.
pub fn recognise(catalogue: &mut Catalogue, bodies: &mut [Body], names: &Names) {
    let mut supplied = Supplied::of(names);
    let mut sheets: Vec<Sheet> = bodies.iter().map(|body| Sheet::of(body, &Lexicon::of(body), &supplied)).collect();
    for (sheet, body) in sheets.iter_mut().zip(&*bodies) {
        homonyms::apart(sheet, body);
    }
    for (sheet, record) in sheets.iter_mut().zip(&catalogue.documents) {
        sheet.home = home::home(record);
        sheet.language = record.language.as_ref().map(|language| language.value.clone());
    }
    link::link(&mut sheets);
    let files: Vec<&str> = catalogue.documents.iter().map(|record| record.file.as_str()).collect();
    supplied.apply(names, &mut sheets, &files);
    resolve::resolve(&sheets, &supplied, catalogue, bodies);
}
