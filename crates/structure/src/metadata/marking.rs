//! The markings that a document prints, as metadata and as notes.
//!
//! In: the cells of a document. Out: each marking once, where it is printed first, and notes on it.

use entente_corpus::{Anomaly, AnomalyKind, Basis, MetadataField, Metadatum, PassageKind};
use entente_text::fold::fold;

use super::add;
use super::cells::Cell;
use crate::marking::marking;

/// A marking in small letters counts at the top of a document only.
const TOP: usize = 15;

/// Finds the markings of `cells`.
pub(super) fn read(cells: &[Cell], all: &mut Vec<Metadatum>) {
    let mut found: Vec<String> = Vec::new();
    for cell in cells {
        let at_edge = cell.place < TOP || cell.kind == PassageKind::Furniture;
        let Some(value) = marking(cell.text, at_edge) else { continue };
        let folded = fold(value);
        if !found.contains(&folded) {
            let start = cell.text.find(value).unwrap_or(0);
            let fact =
                cell.fact(value.to_owned(), Basis::Stated, "marking-alone-on-a-line", start..start + value.len());
            add(all, MetadataField::Marking, fact);
            found.push(folded);
        }
    }
}

/// Notes on what is marked: each marking that is printed, and that one contradicts another.
pub(super) fn notes(all: &[Metadatum]) -> Vec<Anomaly> {
    let printed: Vec<&Metadatum> =
        all.iter().filter(|datum| datum.field == MetadataField::Marking && !datum.fact.evidence.is_empty()).collect();
    let first = printed.first().map_or("", |datum| datum.fact.value.as_str());
    let note = |(n, datum): (usize, &&Metadatum)| {
        let place = datum.fact.evidence.first()?;
        let value = &datum.fact.value;
        let (detail, rule) = if n == 0 {
            (
                format!("the document is marked “{value}”; who may be given it is for its issuer to say"),
                "marking-printed",
            )
        } else {
            (format!("the document is marked “{value}” here and “{first}” elsewhere"), "markings-differ")
        };
        let kind = AnomalyKind::Marking;
        Some(Anomaly { kind, passage: place.passage, span: place.span, detail, rule: rule.to_owned() })
    };
    printed.iter().enumerate().filter_map(note).collect()
}
