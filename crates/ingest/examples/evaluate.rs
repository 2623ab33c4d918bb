//! Precision and recall of names: `cargo run -p entente-ingest --example evaluate FOLDER ANNOTATIONS.jsonl`.
//!
//! The annotations are JSON Lines, one line a document: `{"sha256": "…", "names": {"KIND": ["words", …]}}`, each
//! surface once, at most ten words. What counts is whether a document's name of a kind is found at all, as
//! printed; a country counts by any of its forms. The worst mistakes are listed below the figures.
#![expect(clippy::print_stdout, clippy::disallowed_methods, reason = "a tool for people")]

use std::collections::{BTreeMap, BTreeSet};

use entente_ingest::{Settings, Source, ingest};
use entente_text::fold::fold;
use serde_json::Value;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(folder), Some(annotations)) = (arguments.next(), arguments.next()) else {
        return Err("wanted: a folder and a file of annotations".into());
    };
    let mut wanted: BTreeMap<String, Value> = BTreeMap::new();
    for line in std::fs::read_to_string(annotations)?.lines().filter(|line| !line.trim().is_empty()) {
        let row: Value = serde_json::from_str(line)?;
        wanted.insert(row["sha256"].as_str().unwrap_or_default().to_owned(), row["names"].clone());
    }
    let mut sources = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_file() {
            sources.push(Source { file: path.display().to_string(), bytes: std::fs::read(&path)? });
        }
    }
    let corpus = ingest(&sources, &Settings::default());
    let mut scores: BTreeMap<String, [usize; 3]> = BTreeMap::new();
    let mut mistakes: Vec<String> = Vec::new();
    for (record, body) in corpus.catalogue.documents.iter().zip(&corpus.bodies) {
        let Some(names) = wanted.get(&record.sha256).and_then(Value::as_object) else { continue };
        let mut found: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
        for mention in &body.mentions {
            let Some(entity) = corpus.catalogue.entities.get(mention.entity as usize) else { continue };
            found.entry(entity.kind.as_str()).or_default().insert(plain(mention.span.of(&body.text)));
        }
        for (kind, list) in names {
            let expected: BTreeSet<String> =
                list.as_array().into_iter().flatten().filter_map(Value::as_str).map(plain).collect();
            let here = found.remove(kind.as_str()).unwrap_or_default();
            let score = scores.entry(kind.clone()).or_default();
            score[0] += here.intersection(&expected).count();
            score[1] += here.len();
            score[2] += expected.len();
            mistakes.extend(here.difference(&expected).map(|name| format!("+ {kind}\t{name}\t{}", record.file)));
            mistakes.extend(expected.difference(&here).map(|name| format!("- {kind}\t{name}\t{}", record.file)));
        }
    }
    println!("kind\tprecision\trecall\tF1\tfound\tannotated");
    for (kind, [right, found, annotated]) in &scores {
        let (precision, recall) = (share(*right, *found), share(*right, *annotated));
        let f1 = if precision + recall > 0.0 { 2.0 * precision * recall / (precision + recall) } else { 0.0 };
        println!("{kind}\t{precision:.2}\t{recall:.2}\t{f1:.2}\t{found}\t{annotated}");
    }
    for mistake in mistakes {
        println!("{mistake}");
    }
    Ok(())
}

/// Folded, without an article and markup.
fn plain(name: &str) -> String {
    let folded = fold(&name.replace(['*', '_', '\\'], ""));
    folded.strip_prefix("the ").unwrap_or(&folded).trim_end_matches('.').to_owned()
}

#[expect(clippy::cast_precision_loss, reason = "names of a few documents")]
fn share(part: usize, of: usize) -> f64 {
    if of == 0 { 0.0 } else { part as f64 / of as f64 }
}
