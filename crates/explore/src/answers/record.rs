//! The record of a document, line by line, each with the words it stands on.

use entente_corpus::{Body, Evidence, Fact, Lines, MetadataField, Record};

use crate::models::reading::RecordLine;

/// Every value known of every field; the chosen one of each first.
pub(crate) fn lines(record: &Record, body: &Body, lines: &Lines) -> Vec<RecordLine> {
    let mut out = Vec::new();
    let mut add =
        |field: MetadataField, value: String, basis: &'static str, rule: &str, evidence: &[Evidence], chosen: bool| {
            let evidence =
                evidence.iter().filter(|place| !place.span.is_empty()).map(|place| quote(place, body, lines)).collect();
            out.push(RecordLine { field, value, basis, rule: rule.to_owned(), evidence, chosen });
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
    out
}

/// Longest quotation, in characters.
const MAX_QUOTE_CHARS: usize = 160;

fn quote(place: &Evidence, body: &Body, lines: &Lines) -> (String, (u32, u32)) {
    let words: Vec<&str> = place.span.of(&body.text).split_whitespace().collect();
    let words = words.join(" ");
    let cut = words.char_indices().nth(MAX_QUOTE_CHARS).map(|(at, _)| at);
    (cut.map_or(words.clone(), |at| format!("{}…", &words[..at])), lines.range(place.span))
}
