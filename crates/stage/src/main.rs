//! The last step of a build of the page: makes the single page and the build for a server from staged parts.
//!
//! It is the hook of trunk, and `cargo xtask build` runs it in the same way. In: `TRUNK_STAGING_DIR` with the module and its
//! glue, `TRUNK_PROFILE` and `TRUNK_SOURCE_DIR`, as trunk sets them; the profile `quick` is that of `cargo xtask build --quick`. Out: `index.html` and `entente.html` (the same bytes),
//! `licences.txt` and `web/` in the staging folder, from which everything else is removed. It compiles nothing.
//!
//! `entente-stage optimise MODULE` makes another module smaller, in its place, as it makes that of the page.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a build step says what it does")]

mod deflate;
mod neighbours;
mod optimise;
mod parts;
mod serve;
mod shrink;
mod single;
mod streams;
mod web;

use std::path::PathBuf;
use std::process::ExitCode;

use entente_corpus::Corpus;

use crate::parts::Parts;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("stage: {error}");
            ExitCode::FAILURE
        }
    }
}

/// An error that stops the build, as a sentence.
type Fault = Box<dyn std::error::Error>;

fn run() -> Result<(), Fault> {
    let arguments: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    if let [command, module] = arguments.as_slice()
        && command.as_os_str() == "optimise"
    {
        let optimised = optimise::optimised(&std::fs::read(module)?)?;
        return Ok(std::fs::write(module, optimised)?);
    }
    let folder =
        |name: &str| std::env::var_os(name).map(PathBuf::from).ok_or(format!("{name} is not set; trunk sets it"));
    let staging = folder("TRUNK_STAGING_DIR")?;
    let source = folder("TRUNK_SOURCE_DIR")?;
    let corpus = seeds(&source)?;
    let profile = std::env::var("TRUNK_PROFILE").unwrap_or_default();
    if profile == "debug" {
        return serve::fill(&staging, &corpus);
    }
    let parts = Parts::take(&staging, &source)?;
    if profile == "quick" {
        return single::write(&staging, &parts, &parts.wasm, deflate::quickly, &corpus);
    }
    let wasm = optimise::optimised(&parts.wasm)?;
    web::write(&staging, &parts, &wasm, &corpus)?;
    single::write(&staging, &parts, &wasm, deflate::thoroughly, &corpus)
}

/// Reads the documents in `seeds/`. A file that cannot be read is named on stderr and left out.
fn seeds(source: &std::path::Path) -> Result<Corpus, Fault> {
    let loaded = entente_pack::load(&source.join("seeds"), &|_, _| {})?;
    for unread in &loaded.corpus.catalogue.unread {
        eprintln!("seeds/{}: not read: {}. {}", unread.file, unread.reason, unread.hint);
    }
    Ok(loaded.corpus)
}
