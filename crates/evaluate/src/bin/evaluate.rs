//! `cargo xtask evaluate FOLDER… [ANNOTATIONS…]`: how well documents are read, beside what a person read.
//!
//! In: folders of documents, and files or folders of annotations (`docs/annotations.md`); without annotations the
//! project's own. Out: the goals, then one line a measure and file of annotations, so that documents that rules were
//! made on stand apart from others. `--mistakes` lists each mistake below; somebody who must not see a document's text
//! leaves it out.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a tool for people")]

use std::path::{Path, PathBuf};

use entente_evaluate::compare::compare;
use entente_evaluate::reading::{Exported, read_folder};
use entente_evaluate::scores::Scores;
use entente_evaluate::{annotation, goals};
use entente_ingest::Source;

/// Annotations that come with the project. Those of documents that are not in the folders are passed over.
const OWN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/data/annotations");

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (flags, arguments): (Vec<String>, Vec<String>) =
        std::env::args().skip(1).partition(|argument| argument.starts_with("--"));
    if let Some(unknown) = flags.iter().find(|flag| *flag != "--mistakes") {
        return Err(format!("{unknown} is not an option; --mistakes is").into());
    }
    let (mut annotations, folders): (Vec<PathBuf>, Vec<PathBuf>) =
        arguments.iter().map(PathBuf::from).partition(|path| has_annotations(path));
    if folders.is_empty() {
        return Err("wanted: folders of documents, and perhaps files or folders of annotations (.jsonl)".into());
    }
    if annotations.is_empty() {
        annotations.push(PathBuf::from(OWN));
    }
    let mut sources = Vec::new();
    for folder in &folders {
        sources.extend(read_folder(folder)?);
    }
    let mut scores = Scores::default();
    for path in files_of_annotations(&annotations)? {
        evaluate(&path, &sources, &mut scores)?;
    }
    println!("{}", goals::table(&scores));
    print!("{}", scores.table());
    if flags.iter().any(|flag| flag == "--mistakes") {
        scores.mistakes().iter().for_each(|mistake| println!("{mistake}"));
    }
    Ok(())
}

/// True for a file of annotations, and for a folder that contains such files and no others.
fn has_annotations(path: &Path) -> bool {
    let is_file = |path: &Path| path.extension().is_some_and(|end| end == "jsonl");
    let inside: Vec<PathBuf> = path.read_dir().into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    is_file(path) || (!inside.is_empty() && inside.iter().all(|path| is_file(path)))
}

/// The files among `paths`, and those in the folders among them.
fn files_of_annotations(paths: &[PathBuf]) -> std::io::Result<Vec<PathBuf>> {
    let mut out = Vec::new();
    for path in paths {
        if !path.is_dir() {
            out.push(path.clone());
            continue;
        }
        let mut inside: Vec<PathBuf> = path.read_dir()?.filter_map(|entry| Some(entry.ok()?.path())).collect();
        inside.sort();
        out.extend(inside);
    }
    Ok(out)
}

/// Compares the documents of one file of annotations. They are a corpus of their own, so that their figures do not
/// depend on other documents.
fn evaluate(path: &Path, sources: &[(String, Source)], scores: &mut Scores) -> Result<(), String> {
    let name = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or("annotations");
    let annotations = annotation::read(path)?;
    let of = |sha256: &String| sources.iter().find(|(digest, _)| digest == sha256);
    let here: Vec<Source> =
        annotations.iter().filter_map(|wanted| of(&wanted.sha256)).map(|(_, source)| source.clone()).collect();
    if here.len() < annotations.len() {
        eprintln!("{name}: {} of {} annotated documents are in the folders", here.len(), annotations.len());
    }
    scores.begin_file(name);
    let exported = Exported::of(&here);
    for at in 0..exported.corpus.bodies.len() {
        if let Some(reading) = exported.reading(at, &annotations) {
            compare(&reading, scores);
        }
    }
    Ok(())
}
