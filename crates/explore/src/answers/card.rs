//! A document's card: its record, ready to be drawn.

use entente_corpus::{Corpus, Fact};

use crate::desk::dates::dated;
use crate::models::listing::DocumentCard;

/// The card of document number `document`, with `matching` passages.
pub(crate) fn card(corpus: &Corpus, document: usize, matching: usize) -> Option<DocumentCard> {
    let record = corpus.catalogue.documents.get(document)?;
    let value = |fact: &Option<Fact<String>>| fact.as_ref().map(|fact| fact.value.clone());
    Some(DocumentCard {
        id: record.id.to_string(),
        file: record.file.clone(),
        title: value(&record.title),
        title_supplied: record.title.as_ref().is_some_and(Fact::is_supplied),
        begins: record.begins.clone(),
        kind: record.kind.value,
        publisher: value(&record.publisher),
        date: record.date.as_ref().map(dated),
        edition: value(&record.edition),
        language: value(&record.language),
        translation: value(&record.translation),
        symbol: value(&record.symbol),
        url: value(&record.url),
        passages: record.passages as usize,
        words: record.words as usize,
        bytes: record.bytes,
        encoding: record.encoding.value.clone(),
        sha256: record.sha256.clone(),
        matching,
    })
}
