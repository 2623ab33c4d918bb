//! Names: who and what the passages mention.
//!
//! In: structured bodies. Out: mentions in the bodies, entities in the catalogue, each named by the
//! form that the documents print most. It guesses no name that no document prints.

mod countries;
mod entity;
mod found;
mod known;
mod resolve;
mod scan;
mod select;
mod topics;

use entente_corpus::{Body, Catalogue, ReadingText};

use scan::Scan;

/// Finds names in all passages.
pub(crate) fn recognise(catalogue: &mut Catalogue, bodies: &mut [Body]) {
    let mut resolver = resolve::Resolver::default();
    for (document, body) in bodies.iter().enumerate() {
        for (passage, index) in body.passages.iter().zip(0..) {
            let reading = ReadingText::of(body, passage);
            let scan = Scan::new(&reading.text);
            let mut all = countries::find(&scan);
            all.extend(known::find(&scan));
            all.extend(topics::find(&scan));
            for found in select::longest(all) {
                resolver.add(document, index, &reading, found);
            }
        }
    }
    resolver.finish(catalogue, bodies);
}
