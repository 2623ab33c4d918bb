//! What took place, when and where, in short texts: each row of `occasion-cases.tsv` is a text with all of its occasions.
//!
//! Columns: what the row shows, the text (`¶` parts paragraphs), its occasions parted by ` ; `. An occasion is its kind, its name, its date and its place;
//! `-` where nothing is said.

use entente_corpus::{Body, Engagement};
use entente_ingest::{Settings, Source, ingest};

const CASES: &str = include_str!("occasion-cases.tsv");

fn told(body: &Body, found: &Engagement) -> String {
    let date = found.date.as_ref().map_or_else(|| "-".to_owned(), |date| date.value.to_string());
    let place = found.place.as_ref().map_or("-", |place| place.of(&body.text));
    format!("{} “{}” {date} {place}", found.kind, found.name.of(&body.text))
}

#[test]
fn each_text_has_its_occasions() {
    let mut wrong = Vec::new();
    for row in CASES.lines().skip(1) {
        let columns: Vec<&str> = row.split('\t').collect();
        let [what, text, expected] = columns[..] else { panic!("three columns: {row}") };
        let bytes = format!("# Note\n\n{}\n", text.replace('¶', "\n\n")).into_bytes();
        let corpus = ingest(&[Source { file: "note.md".to_owned(), bytes }], &Settings::default());
        let body = corpus.bodies.get(0).expect("it is here");
        let found: Vec<String> = body.engagements.iter().map(|found| told(body, found)).collect();
        if found.join(" ; ") != expected {
            wrong.push(format!("{what}: {text}\n  wanted {expected}\n  found  {}", found.join(" ; ")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Columns: what the row shows, the text, its occasions parted by ` ; `. An occasion is its status and who takes part.
const PARTIES: &str = include_str!("party-cases.tsv");

#[test]
fn each_occasion_has_its_status_and_parties() {
    let mut wrong = Vec::new();
    for row in PARTIES.lines().skip(1) {
        let columns: Vec<&str> = row.split('\t').collect();
        let [what, text, expected] = columns[..] else { panic!("three columns: {row}") };
        let bytes = format!("# Note\n\n5 May 2021\n\n{text}\n").into_bytes();
        let corpus = ingest(&[Source { file: "note.md".to_owned(), bytes }], &Settings::default());
        let body = corpus.bodies.get(0).expect("it is here");
        let told = |found: &Engagement| {
            let status = found.status.map_or("-", |status| status.as_str());
            let parties: Vec<&str> = found.participants.iter().map(|party| party.span.of(&body.text)).collect();
            format!("{status}: {}", parties.join(", "))
        };
        let found: Vec<String> = body.engagements.iter().map(told).collect();
        if found.join(" ; ") != expected {
            wrong.push(format!("{what}: {text}\n  wanted {expected}\n  found  {}", found.join(" ; ")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_title_that_names_a_call_says_how_people_spoke() {
    for (title, expected) in [
        ("Readout of the President’s Call with the Prime Minister", &["call Kwame Asare, Astrid Lund"][..]),
        ("Remarks on a Call to Action", &[]),
    ] {
        let text = "President Kwame Asare spoke with Prime Minister Astrid Lund about the plans of Togo on 3 May 2021.";
        let bytes = format!("# {title}\n\n{text}\n").into_bytes();
        let corpus = ingest(&[Source { file: "note.md".to_owned(), bytes }], &Settings::default());
        let body = corpus.bodies.get(0).expect("it is here");
        let told = |found: &Engagement| {
            let parties: Vec<&str> = found.participants.iter().map(|party| party.span.of(&body.text)).collect();
            format!("{} {}", found.kind, parties.join(", "))
        };
        let found: Vec<String> = body.engagements.iter().filter(|found| found.date.is_some()).map(told).collect();
        assert_eq!(found, expected, "{title}");
    }
}
