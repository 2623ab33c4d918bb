//! Prints how documents are read: `cargo run -p entente-ingest --example outline FILE…`
#![expect(clippy::print_stdout, clippy::disallowed_methods, reason = "a tool for people")]

use entente_corpus::ReadingText;
use entente_ingest::{Settings, Source, ingest};

fn main() -> std::io::Result<()> {
    for file in std::env::args().skip(1) {
        let corpus = ingest(&[Source { bytes: std::fs::read(&file)?, file }], &Settings::default());
        for (_, record, body) in corpus.documents() {
            println!("=== {} | {} | {}", record.id, record.kind.value, record.file);
            for datum in &body.metadata {
                println!(
                    "    {} = {} ({}, {})",
                    datum.field,
                    datum.fact.value,
                    datum.fact.basis.as_str(),
                    datum.fact.rule
                );
            }
            println!(
                "    language {:?}, {} words, begins {:?}",
                record.language.as_ref().map(|fact| &fact.value),
                record.words,
                record.begins
            );
            for passage in &body.passages {
                let text: String = ReadingText::of(body, passage).text.chars().take(90).collect();
                let marker = passage.marker.map_or("", |span| span.of(&body.text));
                let flags =
                    format!("{}{}", if passage.template { "T" } else { "" }, if passage.empty { "E" } else { "" });
                println!(
                    "{:>10} {}{flags} {} [{marker}] {text}",
                    passage.kind,
                    "  ".repeat(passage.level.into()),
                    passage.pieces.len()
                );
            }
            for anomaly in &body.anomalies {
                println!("    note {}: {}", anomaly.kind, anomaly.detail);
            }
        }
        for fault in entente_corpus::check(&corpus) {
            println!("FAULT {fault}");
        }
        for unread in &corpus.catalogue.unread {
            println!("=== {} not read: {}", unread.file, unread.reason);
        }
    }
    Ok(())
}
