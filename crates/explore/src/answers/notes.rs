//! Source notes: oddities in the texts. They are reported and never corrected.

use entente_corpus::{AnomalyKind, Evidence};

use super::choose::{Entry, NO_PARTS, choose};
use super::sort_rows::{SortKey, date_key, sort_rows};
use crate::desk::Desk;
use crate::models::facts::{List, Source};
use crate::query::{Axis, Query, Selection};

/// One note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteRow {
    /// What sort.
    pub kind: AnomalyKind,
    /// What the source has, as a sentence.
    pub detail: String,
    /// Where; `None` for a file that could not be read.
    pub source: Option<Source>,
    /// Path of the file.
    pub file: String,
}

/// Notes that pass the filters, in the order of the files and of position.
pub(crate) fn notes(desk: &Desk, query: &Query, selection: &Selection) -> List<NoteRow> {
    let mut found = Vec::new();
    for (document, body) in desk.corpus.bodies.numbered() {
        found.extend(body.anomalies.iter().map(|anomaly| (document, anomaly)));
    }
    let unread = &desk.corpus.catalogue.unread;
    let named =
        |document: u32, passage: Option<u32>| passage.map(|passage| desk.named(document, passage)).unwrap_or_default();
    let entry = |kind: AnomalyKind, words: &str| Entry {
        own: vec![(Axis::NoteKind, kind.as_str().to_owned())],
        words: words.to_owned(),
        ..Entry::default()
    };
    let mut entries: Vec<Entry> = found
        .iter()
        .map(|(document, anomaly)| Entry {
            dates: desk.dates_named(*document, anomaly.passage).to_vec(),
            documents: vec![*document],
            names: named(*document, anomaly.passage),
            ..entry(anomaly.kind, &anomaly.detail)
        })
        .collect();
    entries.extend(
        unread.iter().map(|file| entry(AnomalyKind::UnsupportedFormat, &format!("{} {}", file.file, file.reason))),
    );
    let chosen = choose(desk, &entries, query, selection);
    let row = |at: usize| match found.get(at) {
        Some((document, anomaly)) => {
            let place = Evidence { passage: anomaly.passage, span: anomaly.span };
            let file = desk.corpus.catalogue.documents.get(*document as usize).map(|record| record.file.clone());
            Some(NoteRow {
                kind: anomaly.kind,
                detail: anomaly.detail.clone(),
                source: Some(desk.source(*document, place)),
                file: file.unwrap_or_default(),
            })
        }
        None => unread.get(at - found.len()).map(|file| NoteRow {
            kind: AnomalyKind::UnsupportedFormat,
            detail: format!("{}. {}", file.reason, file.hint),
            source: None,
            file: file.file.clone(),
        }),
    };
    let mut order = chosen.rows.clone();
    sort_rows(&mut order, selection.sorting(), |at, column| match (column, found.get(at)) {
        ("kind", Some((_, anomaly))) => SortKey::words(anomaly.kind.as_str()),
        ("kind", None) => SortKey::words(AnomalyKind::UnsupportedFormat.as_str()),
        ("words", Some((_, anomaly))) => SortKey::words(&anomaly.detail),
        ("document", Some((document, _))) => SortKey::words(desk.corpus.title_of(*document as usize)),
        ("date", Some((document, _))) => date_key(desk, *document, None),
        _ => None,
    });
    chosen.list(entries.len(), order, NO_PARTS, row)
}
