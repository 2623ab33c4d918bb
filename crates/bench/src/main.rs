//! Measures the search engine: `entente-bench --collections FOLDER` and `entente-bench --latency DOCS QUERIES`.
//!
//! In: a folder with collections, each a folder of documents, queries and judged answers; or documents and a file of
//! queries by class. Out: one line for each collection or class. The judgements are those of the
//! collections.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "it measures, and says what it measured")]

mod collection;
mod korean;
mod latency;
mod measures;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use entente_bench::{Engine, Mode};

use crate::collection::Collection;
use crate::measures::Measures;

/// An error that stops a measurement, as a sentence.
pub(crate) type Fault = Box<dyn std::error::Error>;

/// The answers of a query that are measured.
const MAX_ANSWERS: usize = 100;

const USAGE: &str = "\
entente-bench --collections FOLDER         nDCG@10, MAP@100 and recall@100 of every collection below FOLDER,
                                           and of a Korean one that is made
entente-bench --latency DOCS QUERIES       times by class of query (DOCS: JSON Lines, gzipped or not; QUERIES: JSON)
entente-bench --index DOCS FOLDER          writes the index of documents, as a large page carries it
entente-bench --korean FOLDER              writes the Korean collection, for other engines";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments.as_slice() {
        ["--collections", folder] => measure_collections(Path::new(folder)),
        ["--korean", folder] => korean::write(Path::new(folder)),
        ["--index", documents, folder] => write_index(Path::new(documents), Path::new(folder)),
        ["--latency", documents, queries] => latency::run(Path::new(documents), Path::new(queries)),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("entente-bench: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Writes the three streams of an index.
fn write_index(documents: &Path, folder: &Path) -> Result<(), Fault> {
    let packed = Engine::pack(&collection::read_documents(documents)?);
    std::fs::create_dir_all(folder)?;
    for (name, bytes) in [("tables", packed.tables), ("lists", packed.lists), ("places", packed.places)] {
        std::fs::write(folder.join(name), bytes)?;
    }
    Ok(())
}

/// Measures every collection below `folder`, or `folder` itself if it is a collection.
fn measure_collections(folder: &Path) -> Result<(), Fault> {
    let is_one = |folder: &Path| folder.join("queries.tsv").exists();
    let mut folders: Vec<PathBuf> = vec![folder.to_owned()];
    if !is_one(folder) {
        folders = std::fs::read_dir(folder)?.flatten().map(|entry| entry.path()).filter(|path| is_one(path)).collect();
        folders.sort();
    }
    if folders.is_empty() {
        return Err(format!("{}: no folder there has a queries.tsv", folder.display()).into());
    }
    println!("{:<16} {:>8} {:>8} {:>8} {:>8} {:>8}", "collection", "docs", "queries", "nDCG@10", "MAP@100", "R@100");
    for folder in folders {
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        print_measures(&name, &Collection::read(&folder)?);
    }
    print_measures("korean (made)", &korean::make());
    Ok(())
}

fn print_measures(name: &str, collection: &Collection) {
    let engine = Engine::new(&collection.documents);
    let mut runs = BTreeMap::new();
    for (query, text) in &collection.queries {
        let found = engine.search(text, Mode::Sent, MAX_ANSWERS);
        let ids = found.iter().map(|(at, _)| collection.documents[*at as usize].id.clone()).collect();
        runs.insert(query.clone(), ids);
    }
    let Measures { ndcg, map, recall, queries } = measures::measure(&runs, &collection.judgements);
    let documents = collection.documents.len();
    println!("{name:<16} {documents:>8} {queries:>8} {ndcg:>8.4} {map:>8.4} {recall:>8.4}");
}
