//! Shows the facts found in files: `cargo run -p entente-ingest --example facts FILE…`.
//!
//! One line for each engagement, statement, amount and link, with its rule. The words of engagements and statements come
//! last. The example `names` shows names.
#![expect(clippy::print_stdout, clippy::disallowed_methods, reason = "a tool for people")]

use entente_corpus::{Party, PassageKind, ReadingText};
use entente_ingest::{Settings, Source, ingest};
use entente_text::Span;

fn main() -> std::io::Result<()> {
    let mut sources = Vec::new();
    for file in std::env::args().skip(1) {
        sources.push(Source { bytes: std::fs::read(&file)?, file });
    }
    let corpus = ingest(&sources, &Settings::default());
    for (_, record, body) in corpus.documents() {
        let date = record.date.as_ref().map_or_else(|| "-".to_owned(), |date| date.value.to_string());
        println!("== {} ({}, {date})", record.file, record.kind.value);
        let words = |span: Span| span.of(&body.text).split_whitespace().collect::<Vec<_>>().join(" ");
        let party = |party: &Party| format!("{}{}", words(party.span), if party.entity.is_some() { "" } else { "°" });
        let told = |found: Option<Party>| found.as_ref().map_or_else(|| "-".to_owned(), party);
        for found in &body.engagements {
            let date = found.date.as_ref().map(|date| format!("{} {}", date.value, date.basis.as_str()));
            println!(
                "E {}\t{}\t{}\t#{}\t{}\tin {}\twith {}\t[{}] {}",
                words(found.name),
                found.kind,
                found.status.map_or("-", |status| status.as_str()),
                found.ordinal.unwrap_or(0),
                date.as_deref().unwrap_or("-"),
                found.place.map_or_else(|| "-".to_owned(), words),
                found.participants.iter().map(party).collect::<Vec<_>>().join(", "),
                found.level,
                found.rule,
            );
        }
        for found in &body.statements {
            println!(
                "S {}\t{}\t“{}”\tby {} for {}, done by {}\tin {}\t{}: {}",
                found.modality,
                found.strength.map_or("-", |strength| strength.as_str()),
                found.verb.map_or_else(|| "-".to_owned(), words),
                told(found.speaker),
                told(found.on_behalf_of),
                told(found.actor),
                found.period.as_ref().map_or_else(|| "-".to_owned(), |period| period.value.to_string()),
                found.rule,
                words(found.evidence.span),
            );
        }
        for found in &body.amounts {
            let status = found.status.map_or("-", |status| status.as_str());
            let unit = found.unit.as_deref().unwrap_or("-");
            println!("A {} {unit}\t{status}\t{} → {}", found.value, told(found.payer), told(found.receiver));
        }
        let said: Vec<u32> = body.statements.iter().filter_map(|found| found.evidence.passage).collect();
        for (passage, at) in body.passages.iter().zip(0_u32..) {
            let silent = !said.contains(&at) && !matches!(passage.kind, PassageKind::Heading | PassageKind::Furniture);
            if silent {
                println!("  nothing said: {}", ReadingText::of(body, passage).text);
            }
        }
    }
    for link in corpus.catalogue.links.get().into_iter().flatten() {
        println!(
            "L {}\t{:?} → {:?}\t{}\t{}",
            link.kind,
            link.from,
            link.to,
            link.why,
            link.difference.as_deref().unwrap_or("")
        );
    }
    Ok(())
}
