//! Who says what to whom and by when, in short texts: each row of `statement-cases.tsv` is a text with all of its statements.
//!
//! Columns: what the row shows, the text (`¶` parts paragraphs), its statements parted by ` ; `. A statement is its modality, its
//! verb and its speaker, then `→` its counterparts and `@` its period where it has them. A row without statements has a sentence that is not a statement.

use entente_corpus::{Body, Catalogue, Statement};
use entente_ingest::{Settings, Source, ingest};

const CASES: &str = include_str!("statement-cases.tsv");

fn told(catalogue: &Catalogue, body: &Body, found: &Statement) -> String {
    let name = |entity: u32| catalogue.entities.get(entity as usize).map_or("?", |entity| entity.name.as_str());
    let speaker = found.speaker.map_or("-", |party| match party.entity {
        Some(entity) => name(entity),
        None => party.span.of(&body.text),
    });
    let verb = found.verb.map_or("-", |verb| verb.of(&body.text));
    let mut out = format!("{} “{verb}” {speaker}", found.modality);
    if !found.counterparts.is_empty() {
        let all: Vec<&str> = found.counterparts.iter().map(|entity| name(*entity)).collect();
        out.push_str(&format!(" → {}", all.join(", ")));
    }
    if let Some(period) = &found.period {
        out.push_str(&format!(" @{}", period.value));
    }
    out
}

#[test]
fn each_text_has_its_statements() {
    let mut wrong = Vec::new();
    for row in CASES.lines().skip(1) {
        let columns: Vec<&str> = row.split('\t').collect();
        let [what, text, expected] = columns[..] else { panic!("three columns: {row}") };
        let bytes = format!("# Note\n\n{}\n", text.replace('¶', "\n\n")).into_bytes();
        let corpus = ingest(&[Source { file: "note.md".to_owned(), bytes }], &Settings::default());
        let body = corpus.bodies.get(0).expect("it is here");
        let found: Vec<String> = body.statements.iter().map(|found| told(&corpus.catalogue, body, found)).collect();
        if found.join(" ; ") != expected {
            wrong.push(format!("{what}: {text}\n  wanted {expected}\n  found  {}", found.join(" ; ")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
