//! `[[pattern]]` of `entente.toml`: which words mean what in the documents of the folder.
//!
//! In: the tables as written. Out: patterns that were checked, also against their examples, or the line and the reason of an error.

use std::collections::BTreeSet;

use entente_ingest as ingest;
use entente_text::saturating_u32;
use serde::Deserialize;
use toml::Spanned;

use crate::settings::Text;

/// The most patterns of one folder.
const MAX_PATTERNS: usize = 100;
/// The longest example, in bytes.
const MAX_EXAMPLE_BYTES: usize = 500;

/// A pattern as written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PatternTable {
    id: Spanned<String>,
    trigger: Spanned<String>,
    words: Spanned<Vec<String>>,
    gives: Option<Spanned<String>>,
    slots: Option<Spanned<Vec<String>>>,
    sentence: Option<Spanned<String>>,
    example: Option<Spanned<String>>,
    #[serde(rename = "counter-example")]
    counter_example: Option<Spanned<String>>,
}

/// Checks the patterns of a folder.
pub(crate) fn check_patterns(text: &Text, tables: Vec<PatternTable>) -> Result<Vec<ingest::Pattern>, (usize, String)> {
    let mut out: Vec<ingest::Pattern> = Vec::new();
    let mut known: BTreeSet<String> = BTreeSet::new();
    for table in tables {
        let at = text.line(table.id.span().start);
        if out.len() == MAX_PATTERNS {
            return Err((at, format!("there are more than {MAX_PATTERNS} patterns")));
        }
        let pattern = table.to_pattern();
        if let Err(fault) = ingest::check_pattern(&pattern) {
            return Err((text.line(table.offset_of(fault.key)), format!("`{}`: {}", fault.key, fault.what)));
        }
        if !known.insert(pattern.id.clone()) {
            return Err((at, format!("`id` is {:?}, which a [[pattern]] above has", pattern.id)));
        }
        for (key, example, wanted) in
            [("example", &table.example, true), ("counter-example", &table.counter_example, false)]
        {
            let Some(example) = example else { continue };
            if let Some(what) = fault_of_example(&pattern, example.get_ref(), wanted) {
                return Err((text.line(example.span().start), format!("`{key}`: {what}")));
            }
        }
        out.push(pattern);
    }
    Ok(out)
}

impl PatternTable {
    fn to_pattern(&self) -> ingest::Pattern {
        let text = |value: &Option<Spanned<String>>| value.as_ref().map(|value| value.get_ref().clone());
        ingest::Pattern {
            id: self.id.get_ref().clone(),
            trigger: self.trigger.get_ref().clone(),
            words: self.words.get_ref().clone(),
            gives: text(&self.gives).unwrap_or_default(),
            slots: self.slots.as_ref().map(|slots| slots.get_ref().clone()).unwrap_or_default(),
            sentence: text(&self.sentence),
        }
    }

    /// Byte offset of the value of `key`, or of the pattern if it has no such key.
    fn offset_of(&self, key: &str) -> usize {
        let own = match key {
            "trigger" => Some(self.trigger.span()),
            "words" => Some(self.words.span()),
            "gives" => self.gives.as_ref().map(Spanned::span),
            "slots" => self.slots.as_ref().map(Spanned::span),
            "sentence" => self.sentence.as_ref().map(Spanned::span),
            _ => None,
        };
        own.unwrap_or_else(|| self.id.span()).start
    }
}

/// The reason why `example` does not fit: the pattern has to find something in it if `wanted`, else nothing.
fn fault_of_example(pattern: &ingest::Pattern, example: &str, wanted: bool) -> Option<String> {
    if example.len() > MAX_EXAMPLE_BYTES || example.contains(char::is_control) {
        return Some(format!("it is longer than {MAX_EXAMPLE_BYTES} bytes or has a line break; write one sentence"));
    }
    let source =
        ingest::Source { file: "example.md".to_owned(), bytes: format!("# Example\n\n{example}\n").into_bytes() };
    let settings = ingest::Settings { patterns: vec![pattern.clone()], ..ingest::Settings::default() };
    let corpus = ingest::ingest(&[source], &settings);
    let rule = [entente_corpus::rules::PATTERN, &pattern.id].concat();
    let lines: Vec<String> = corpus.bodies.get(0).map_or_else(Vec::new, |body| {
        let passages = 0..saturating_u32(body.passages.len());
        passages.flat_map(|at| ingest::explain_passage(&corpus.catalogue, body, 0, at)).collect()
    });
    let named = format!("[{rule}]");
    let found = lines.iter().any(|line| line.trim_start().starts_with("found: ") && line.contains(&named));
    match (found, wanted) {
        (false, true) => {
            let why = lines
                .iter()
                .find(|line| line.contains(&named))
                .map_or("no word of the pattern is matched", |line| line.trim());
            Some(format!("the pattern finds nothing in it: {why}"))
        }
        (true, false) => Some("the pattern finds something in it".to_owned()),
        _ => None,
    }
}
