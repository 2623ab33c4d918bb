//! What was found in a document, compared with what a person read in it.
//!
//! Comparing is by words: something found is what is annotated if its quote contains the annotated words, folded. What
//! the annotation calls doubtful counts neither way.

mod amounts;
mod citations;
mod engagements;
mod links;
mod names;
mod record;
mod restatements;
mod statements;

use crate::reading::Reading;
use crate::scores::Scores;

/// Compares every part of the document that is annotated.
pub fn compare(reading: &Reading, scores: &mut Scores) {
    scores.begin_document(&reading.record.file);
    record::compare(reading, scores);
    names::compare(reading, scores);
    engagements::compare(reading, scores);
    statements::compare(reading, scores);
    amounts::compare(reading, scores);
    links::compare(reading, scores);
    restatements::compare(reading, scores);
    citations::compare(reading, scores);
}
