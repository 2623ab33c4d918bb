//! `cargo xtask evaluate FOLDER… [ANNOTATIONS…]`: how well documents are read, beside what a person read.

use std::path::PathBuf;
use std::process::Command;

use crate::step::run as run_program;
use crate::{Fault, place};

/// Annotations that come with the product; those of documents that do not are passed over.
const OWN: &str = "crates/ingest/data/annotations";

/// Prints the figures of the documents in the folders among `arguments`.
pub(crate) fn run(arguments: &[&str]) -> Result<(), Fault> {
    let mut command = Command::new("cargo");
    command.args(["run", "--quiet", "--release", "--package", "entente-ingest", "--example", "evaluate", "--"]);
    command.args(arguments);
    if !arguments.iter().any(|argument| argument.ends_with(".jsonl")) {
        let mut own: Vec<PathBuf> = std::fs::read_dir(place::root().join(OWN))
            .map_err(|error| format!("{OWN}: {error}"))?
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| path.extension().is_some_and(|end| end == "jsonl"))
            .collect();
        own.sort();
        command.args(own);
    }
    run_program(&mut command)
}
