//! Queries as words, with the filters of passages as their fields.

use entente_search::ParsedQuery;

use super::axis::Axis;

/// Reads the words of a query; where `typing` is set its last word may be the beginning of one.
pub(crate) fn parse_query(text: &str, typing: bool) -> ParsedQuery {
    let axes = Axis::SHARED.iter().chain(Axis::OF_ROWS).filter(|axis| axis.is_of_passages());
    let names: Vec<&str> = axes.map(|axis| axis.as_str()).collect();
    entente_search::parse_query(text, &names, typing)
}

/// The axis of passages that a field of a query names.
pub(crate) fn passage_axis(name: &str) -> Option<Axis> {
    Axis::from_word(name).filter(|axis| axis.is_of_passages())
}
