//! `documents` and `metadata`.

use entente_corpus::{Basis, Evidence, MetadataField};

use crate::cell::collect;
use crate::columns;
use crate::source::Files;
use crate::{Row, Table};

/// One row for each document.
pub(crate) fn documents(files: &Files) -> Table {
    let row = |at: usize| {
        let record = files.record(at);
        let fact = |fact: Option<&entente_corpus::Fact<String>>| fact.map(|fact| fact.value.clone());
        let date = record.and_then(|record| record.date.as_ref());
        let publisher = record.and_then(|record| record.publisher.as_ref());
        let entity = publisher.and_then(|publisher| files.called(&publisher.value));
        // A name is shown as everywhere in the tables, unless the settings give it.
        let shown = entity.filter(|_| publisher.is_some_and(|publisher| !publisher.is_supplied()));
        Row::new()
            .with("id", record.map(|record| record.id.to_string()))
            .with("file", record.map(|record| record.file.clone()))
            .with("title", record.and_then(|record| fact(record.title.as_ref())))
            .with("title_basis", record.and_then(|record| record.title_basis().map(Basis::as_str)))
            .with("kind", record.map(|record| record.kind.value.as_str()))
            .with("publisher", shown.map(|entity| entity.name.clone()).or_else(|| fact(publisher)))
            .with("publisher_id", entity.map(|entity| entity.id.clone()))
            .with("language", record.and_then(|record| fact(record.language.as_ref())))
            .with("translation", record.and_then(|record| fact(record.translation.as_ref())))
            .with("date", date.map(|date| date.value.to_string()))
            .with("date_precision", date.map(|date| date.value.precision().as_str()))
            .with("date_basis", date.map(|date| date.basis.as_str()))
            .with("symbol", record.and_then(|record| fact(record.symbol.as_ref())))
            .with("url", record.and_then(|record| fact(record.url.as_ref())))
            .with(
                "marking",
                record.and_then(|record| {
                    fact(record.marking.as_ref()).or_else(|| files.corpus.catalogue.marking.clone())
                }),
            )
            .with("sha256", record.map(|record| record.sha256.clone()))
            .with("bytes", record.map(|record| record.bytes))
            .with("encoding", record.map(|record| record.encoding.value.clone()))
            .with("passages", record.map(|record| record.passages))
    };
    collect(columns::DOCUMENTS, (0..files.corpus.catalogue.documents.len()).map(row))
}

/// One row for each metadata value found, chosen or not.
pub(crate) fn metadata(files: &Files) -> Table {
    let row = |document: usize, field: MetadataField, value: &str, basis: Basis, precision: Option<&'static str>| {
        Row::new()
            .with("document", files.record(document).map(|record| record.id.to_string()))
            .with("field", field.as_str())
            .with("value", value)
            .with("basis", basis.as_str())
            .with("precision", precision)
    };
    let with = |row: Row, document: usize, evidence: &[Evidence], rule: &str| {
        files.evidence(row, document, evidence.first(), rule)
    };
    let mut rows = Vec::new();
    for (n, record, body) in files.each() {
        for datum in &body.metadata {
            let fact = &datum.fact;
            let precision = datum.date.map(|date| date.precision().as_str());
            rows.push(with(row(n, datum.field, &fact.value, fact.basis, precision), n, &fact.evidence, &fact.rule));
        }
        let recorded = |field: MetadataField| body.metadata.iter().any(|datum| datum.field == field);
        if !recorded(MetadataField::Kind) {
            let kind = &record.kind;
            rows.push(with(
                row(n, MetadataField::Kind, kind.value.as_str(), kind.basis, None),
                n,
                &kind.evidence,
                &kind.rule,
            ));
        }
        let language = record.language.as_ref().map(|fact| (MetadataField::Language, fact));
        for (field, fact) in language.into_iter().chain([(MetadataField::Encoding, &record.encoding)]) {
            if !recorded(field) {
                rows.push(with(row(n, field, &fact.value, fact.basis, None), n, &fact.evidence, &fact.rule));
            }
        }
    }
    collect(columns::METADATA, rows)
}
