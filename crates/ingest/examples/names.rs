//! Shows the names found in files: `cargo run -p entente-ingest --example names FILE…`.
//!
//! One line for each mention (kind, entity, words, role, for whom, rule), then the entities, the short forms and
//! the capitalised names that were not classified.
#![expect(clippy::print_stdout, clippy::disallowed_methods, reason = "a tool for people")]

use entente_ingest::{Settings, Source, ingest};
use entente_text::Span;

fn main() -> std::io::Result<()> {
    let mut sources = Vec::new();
    for file in std::env::args().skip(1) {
        sources.push(Source { bytes: std::fs::read(&file)?, file });
    }
    let corpus = ingest(&sources, &Settings::default());
    let entities = &corpus.catalogue.entities;
    let name = |at: Option<u32>| at.and_then(|at| entities.get(at as usize)).map_or("", |entity| entity.id.as_str());
    for (_, record, body) in corpus.documents() {
        println!("== {}", record.file);
        let words = |span: Span| span.of(&body.text).replace('\n', " ");
        for mention in &body.mentions {
            let kind = entities.get(mention.entity as usize).map_or("", |entity| entity.kind.as_str());
            let role = mention.role.map_or_else(String::new, |role| format!(" [{}]", words(role)));
            let affiliation = name(mention.affiliation);
            println!(
                "{kind}\t{}\t{}{role}\t{affiliation}\t{}",
                name(Some(mention.entity)),
                words(mention.span),
                mention.rule
            );
        }
        for form in &body.unclassified {
            println!("unclassified\t{}\t{}", form.count, form.text);
        }
    }
    println!("== names");
    for entity in entities.iter().flatten() {
        let forms: Vec<String> = entity.forms.iter().map(|form| format!("{} ({})", form.text, form.count)).collect();
        println!("{}\t{}\t{}\t{}\t{}", entity.kind, entity.id, entity.name, name(entity.parent), forms.join("; "));
    }
    for acronym in corpus.catalogue.acronyms.get().into_iter().flatten() {
        let expansion = acronym.expansion.as_deref().unwrap_or("-");
        println!(
            "acronym\t{}\t{expansion}\t{}\t{}\t{}",
            acronym.acronym,
            acronym.basis.as_str(),
            name(acronym.entity),
            acronym.rule
        );
    }
    Ok(())
}
