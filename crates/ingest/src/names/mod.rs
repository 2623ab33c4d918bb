//! Names: who and what the passages mention.
//!
//! In: structured bodies. Out: mentions in the bodies, entities in the catalogue, each named by the
//! form that the documents print most. It guesses no name that no document prints.

mod countries;
mod resolve;

use entente_corpus::{Body, Catalogue, ReadingText};

/// A name found in one passage.
pub(crate) struct Found {
    /// Key of what is meant.
    pub(crate) key: &'static str,
    /// Bytes of the reading text.
    pub(crate) range: std::ops::Range<usize>,
    /// Name of the rule.
    pub(crate) rule: &'static str,
    /// False for demonyms and the like, which do not name.
    pub(crate) names: bool,
}

/// Finds names in all passages.
pub(crate) fn recognise(catalogue: &mut Catalogue, bodies: &mut [Body]) {
    let mut resolver = resolve::Resolver::default();
    for (document, body) in bodies.iter().enumerate() {
        for (passage, index) in body.passages.iter().zip(0..) {
            let reading = ReadingText::of(body, passage);
            for found in countries::find(&reading.text) {
                if let Some(span) = reading.to_source(found.range.clone()) {
                    resolver.add(document, index, span, &reading.text[found.range.clone()], &found);
                }
            }
        }
    }
    resolver.finish(catalogue, bodies);
}
