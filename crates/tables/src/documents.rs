//! `documents` and `metadata`.

use entente_corpus::{Basis, Evidence, Late, Record};

use crate::cell::collect;
use crate::source::Files;
use crate::{Row, Table};

/// One row a document.
pub(crate) fn documents(files: &Files) -> Table {
    let row = |record: &Late<Record>| {
        let fact = |fact: Option<&entente_corpus::Fact<String>>| fact.map(|fact| fact.value.clone());
        let date = record.date.as_ref();
        let publisher = fact(record.publisher.as_ref());
        let publisher_id = publisher.as_deref().and_then(|name| files.called(name)).map(|entity| entity.id.clone());
        Row::new()
            .with("id", record.id.to_string())
            .with("file", record.file.clone())
            .with("title", fact(record.title.as_ref()))
            .with("title_basis", record.title_basis().map(Basis::as_str))
            .with("kind", record.kind.value.as_str())
            .with("publisher", publisher)
            .with("publisher_id", publisher_id)
            .with("language", fact(record.language.as_ref()))
            .with("translation", fact(record.translation.as_ref()))
            .with("date", date.map(|date| date.value.to_string()))
            .with("date_precision", date.map(|date| date.value.precision().as_str()))
            .with("date_basis", date.map(|date| date.basis.as_str()))
            .with("symbol", fact(record.symbol.as_ref()))
            .with("url", fact(record.url.as_ref()))
            .with("marking", fact(record.marking.as_ref()).or_else(|| files.corpus.catalogue.marking.clone()))
            .with("sha256", record.sha256.clone())
            .with("bytes", record.bytes)
            .with("encoding", record.encoding.value.clone())
            .with("passages", record.passages)
    };
    collect("documents", files.corpus.catalogue.documents.iter().map(row))
}

/// One row a value found, those not chosen too.
pub(crate) fn metadata(files: &Files) -> Table {
    let row = |document: usize, field: &str, value: &str, basis: Basis, precision: Option<&'static str>| {
        Row::new()
            .with("document", files.record(document).map(|record| record.id.to_string()))
            .with("field", field)
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
            rows.push(with(row(n, &datum.field, &fact.value, fact.basis, precision), n, &fact.evidence, &fact.rule));
        }
        let recorded = |field: &str| body.metadata.iter().any(|datum| datum.field == field);
        if !recorded("kind") {
            let kind = &record.kind;
            rows.push(with(row(n, "kind", kind.value.as_str(), kind.basis, None), n, &kind.evidence, &kind.rule));
        }
        let language = record.language.as_ref().map(|fact| ("language", fact));
        for (field, fact) in language.into_iter().chain([("encoding", &record.encoding)]) {
            if !recorded(field) {
                rows.push(with(row(n, field, &fact.value, fact.basis, None), n, &fact.evidence, &fact.rule));
            }
        }
    }
    collect("metadata", rows)
}
