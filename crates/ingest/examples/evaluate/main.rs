//! How well documents are read, beside what a person read: `cargo xtask evaluate FOLDER… [ANNOTATIONS.jsonl…]`.
//!
//! In: folders of documents and files of annotations (JSON Lines, one line a document, found by its SHA-256). Out: one
//! line a measure and file of annotations, so that documents that rules were made on stand apart from others.
//! `--mistakes` lists each mistake below the figures; who must not see a document's text leaves it out.
//!
//! Comparing is by words: what is found is what is annotated where its quote holds the annotated words, folded. What
//! the annotations call doubtful counts neither way. It says nothing of documents that no annotation is of.
#![expect(clippy::print_stdout, clippy::print_stderr, clippy::disallowed_methods, reason = "a tool for people")]

mod annotation;
mod engagements;
mod links;
mod names;
mod pairing;
mod record;
mod statements;
mod tally;
mod wording;

use std::path::{Path, PathBuf};

use entente_corpus::id::{hexadecimal, sha256};
use entente_corpus::{Body, Corpus, Record};
use entente_ingest::{Settings, Source, ingest};

use annotation::Annotated;
use tally::Tally;

/// A document beside what a person read in it.
struct Reading<'a> {
    corpus: &'a Corpus,
    /// Index of the document in the corpus.
    at: usize,
    record: &'a Record,
    body: &'a Body,
    annotated: &'a Annotated,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (flags, arguments): (Vec<String>, Vec<String>) =
        std::env::args().skip(1).partition(|argument| argument.starts_with("--"));
    if let Some(unknown) = flags.iter().find(|flag| *flag != "--mistakes") {
        return Err(format!("{unknown} is no option; --mistakes is").into());
    }
    let (annotations, folders): (Vec<PathBuf>, Vec<PathBuf>) =
        arguments.iter().map(PathBuf::from).partition(|path| path.extension().is_some_and(|end| end == "jsonl"));
    if annotations.is_empty() || folders.is_empty() {
        return Err("wanted: folders of documents, and files of annotations (.jsonl)".into());
    }
    let mut sources = Vec::new();
    for folder in &folders {
        read(folder, &mut sources)?;
    }
    let mut tally = Tally::default();
    for path in &annotations {
        let name = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or("annotations");
        let annotated = annotation::read(path)?;
        let of = |wanted: &Annotated| sources.iter().find(|(digest, _)| *digest == wanted.sha256);
        let here: Vec<Source> = annotated.iter().filter_map(of).map(|(_, source)| source.clone()).collect();
        if here.len() < annotated.len() {
            eprintln!("{name}: {} of {} annotated documents are in the folders", here.len(), annotated.len());
        }
        tally.begin(name);
        // Each file of annotations is a corpus of its own, so that its figures do not depend on the others.
        let corpus = ingest(&here, &Settings::default());
        for (at, (record, body)) in corpus.catalogue.documents.iter().zip(&corpus.bodies).enumerate() {
            let Some(annotated) = annotated.iter().find(|known| known.sha256 == record.sha256) else { continue };
            let reading = Reading { corpus: &corpus, at, record, body, annotated };
            tally.document(&record.file);
            record::compare(&reading, &mut tally);
            names::compare(&reading, &mut tally);
            engagements::compare(&reading, &mut tally);
            statements::compare(&reading, &mut tally);
            links::compare(&reading, &mut tally);
        }
    }
    tally.print(flags.iter().any(|flag| flag == "--mistakes"));
    Ok(())
}

/// The files of a folder, each with its digest.
fn read(folder: &Path, out: &mut Vec<(String, Source)>) -> std::io::Result<()> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.sort();
    for path in files.into_iter().filter(|path| path.is_file()) {
        let bytes = std::fs::read(&path)?;
        out.push((hexadecimal(&sha256(&bytes)), Source { file: path.display().to_string(), bytes }));
    }
    Ok(())
}
