//! Every rule has an entry in the registry, and its examples show what it does.
//!
//! The registry is `crates/corpus/data/rules/`. An example is a sentence, which is put below a heading, or whole files: text
//! with a line break is a file `note.txt`, and a line `@@NAME` begins the file of that name. `entente.toml` gives settings;
//! a `.docx` or `.pdf` file is the body of one. `\n`, `\t`, `\\` and `\x41` stand for bytes, `{3×words}` for
//! words that are repeated.

#[path = "rules/example.rs"]
mod example;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use entente_corpus::{Corpus, rules};
use entente_facts::occasions::frames::frames;
use entente_ingest::{Settings, Source, explain_passage, ingest};
use entente_tables::{Cell, table};

/// Ids that come out of `corpus`, by the table of the registry that has to know them.
fn rules_of(corpus: &Corpus) -> BTreeSet<(&'static str, String)> {
    let mut out = BTreeSet::new();
    for name in [
        "metadata",
        "sections",
        "passages",
        "mentions",
        "acronyms",
        "engagements",
        "statements",
        "amounts",
        "anomalies",
    ] {
        let table = table(corpus, name).expect("a table");
        let column = table.columns.iter().position(|column| *column == "rule").expect("it has evidence");
        for row in &table.rows {
            if let Cell::Text(rule) = &row[column] {
                let is_frame = name == "engagements" && rules::FRAMES.sentence(rule).is_some();
                out.insert((if is_frame { "frames" } else { name }, rule.to_string()));
            }
        }
    }
    for engagement in corpus.bodies.iter().flatten().flat_map(|body| &body.engagements) {
        out.extend(engagement.date.iter().map(|date| ("dates", date.rule.clone())));
    }
    for (at, _, body) in corpus.documents() {
        for passage in 0..u32::try_from(body.passages.len()).unwrap_or(0) {
            let lines = explain_passage(&corpus.catalogue, body, at, passage);
            for line in lines.iter().filter(|line| line.trim_start().starts_with("found: ")) {
                let named = rules::FRAMES.iter().filter(|(id, _)| line.contains(&format!("[{id}]")));
                out.extend(named.map(|(id, _)| ("frames", id.to_owned())));
            }
        }
    }
    out
}

/// A row of the registry.
struct Entry {
    table: &'static str,
    id: String,
    example: String,
    counter_example: String,
}

fn registry() -> Vec<Entry> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../corpus/data/rules");
    let mut out = Vec::new();
    for (table, known) in rules::ALL {
        let text = std::fs::read_to_string(folder.join(format!("{table}.tsv"))).expect("the table is there");
        for line in text.lines().skip(1) {
            let [id, sentence, example, counter_example] = line.split('\t').collect::<Vec<_>>()[..] else {
                panic!("{table}: {line:?} has not four columns")
            };
            assert_eq!(known.sentence(id), Some(sentence));
            let (id, example, counter_example) = (id.to_owned(), example.to_owned(), counter_example.to_owned());
            out.push(Entry { table, id, example, counter_example });
        }
    }
    out
}

/// One test, so that each example is read once.
#[test]
fn every_rule_is_found_in_its_example_and_not_in_its_counter_example() {
    let registry = registry();
    let known: BTreeSet<(&str, String)> = registry.iter().map(|entry| (entry.table, entry.id.clone())).collect();
    let mut seen: BTreeMap<String, BTreeSet<(&'static str, String)>> = BTreeMap::new();
    let mut wrong = Vec::new();
    for entry in &registry {
        for (text, wanted) in [(&entry.example, true), (&entry.counter_example, false)] {
            let found = seen.entry(text.clone()).or_insert_with(|| rules_of(&example::read(text)));
            let has = found.iter().any(|(table, id)| *table == entry.table && *id == entry.id);
            if has != wanted {
                let what = if wanted { "is not found in its example" } else { "is found in its counter-example" };
                wrong.push(format!("{} {} {what} {text:?}: {found:?}", entry.table, entry.id));
            }
        }
    }
    for (text, found) in &seen {
        wrong.extend(
            found.difference(&known).map(|(table, id)| format!("no entry for {table} {id}, found in {text:?}")),
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_that_the_seeds_show_has_an_entry() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
    let mut sources = Vec::new();
    for entry in std::fs::read_dir(folder).expect("the seeds are there").flatten() {
        let file = entry.file_name().to_string_lossy().into_owned();
        sources.push(Source { file, bytes: std::fs::read(entry.path()).expect("it can be read") });
    }
    let known: BTreeSet<(&str, String)> = registry().into_iter().map(|entry| (entry.table, entry.id)).collect();
    let found = rules_of(&ingest(&sources, &Settings::default()));
    let unknown: Vec<_> = found.difference(&known).collect();
    assert!(unknown.is_empty(), "no entry for {unknown:?}");
    assert!(found.len() > 60, "the seeds show many rules");
}

#[test]
fn every_frame_has_an_entry() {
    for frame in frames().iter().filter(|frame| frame.is_rule()) {
        assert!(rules::FRAMES.sentence(&frame.id).is_some(), "{}", frame.id);
    }
    for (id, _) in rules::FRAMES.iter() {
        assert!(frames().iter().any(|frame| frame.id == id), "{id} is no frame");
    }
}
