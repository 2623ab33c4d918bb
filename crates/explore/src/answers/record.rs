//! The record of a document, line by line, each with the words that support it.

use entente_corpus::{Body, Evidence, Fact, Lines, MetadataField, Record};

use crate::desk::texts::pages_of;
use crate::models::reading::{RecordEvidence, RecordLine};

/// Every value known of every field; the chosen one of each first.
pub(crate) fn lines(record: &Record, body: &Body, lines: &Lines) -> Vec<RecordLine> {
    let mut out = Vec::new();
    let mut add =
        |field: MetadataField, value: String, basis: &'static str, rule: &str, evidence: &[Evidence], chosen: bool| {
            let evidence =
                evidence.iter().filter(|place| !place.span.is_empty()).map(|place| quote(place, body, lines)).collect();
            out.push(RecordLine { field, value, date: None, basis, rule: rule.to_owned(), evidence, chosen });
        };
    let kind = &record.kind;
    add(
        MetadataField::Kind,
        kind.value.as_str().replace('-', " "),
        kind.basis.as_str(),
        &kind.rule,
        &kind.evidence,
        true,
    );
    let mut seen = vec![MetadataField::Kind];
    for datum in &body.metadata {
        let chosen = !seen.contains(&datum.field);
        seen.push(datum.field);
        let Fact { value, basis, rule, evidence } = &datum.fact;
        add(datum.field, value.clone(), basis.as_str(), rule, evidence, chosen);
    }
    if let Some(language) = record.language.as_ref().filter(|_| !seen.contains(&MetadataField::Language)) {
        add(MetadataField::Language, language.value.clone(), language.basis.as_str(), &language.rule, &[], true);
    }
    let encoding = &record.encoding;
    add(MetadataField::Encoding, encoding.value.clone(), encoding.basis.as_str(), &encoding.rule, &[], true);
    // The metadata follow the kind in their order.
    for (line, datum) in out.iter_mut().skip(1).zip(&body.metadata) {
        line.date = datum.date;
    }
    out
}

/// Longest quotation, in characters.
const MAX_QUOTE_CHARS: usize = 160;

fn quote(place: &Evidence, body: &Body, lines: &Lines) -> RecordEvidence {
    let words: Vec<&str> = place.span.of(&body.text).split_whitespace().collect();
    let words = words.join(" ");
    let cut = words.char_indices().nth(MAX_QUOTE_CHARS).map(|(at, _)| at);
    let passage = place.passage.and_then(|at| body.passages.get(at as usize));
    RecordEvidence {
        quote: cut.map_or(words.clone(), |at| format!("{}…", &words[..at])),
        lines: lines.range(place.span),
        pages: passage.and_then(|passage| pages_of(passage, place.span)),
        passage: passage.map(|passage| passage.anchor.clone()),
    }
}
