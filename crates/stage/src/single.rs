//! Writes the single page, which contains everything.

use std::fs;
use std::path::Path;

use entente_corpus::Corpus;
use entente_page::{Application, Assets};

use crate::Fault;
use crate::deflate::Deflate;
use crate::parts::Parts;
use crate::streams;

/// Writes `index.html`, `entente.html` with the same bytes, and `licences.txt`. The module is taken apart, and `deflate` compresses
/// its streams.
///
/// # Errors
/// If the module cannot be taken apart, the template cannot be made, or a file cannot be written.
pub(crate) fn write(
    staging: &Path,
    parts: &Parts,
    wasm: &[u8],
    deflate: Deflate,
    corpus: &Corpus,
) -> Result<(), Fault> {
    let deflated = deflate(&streams::apart(wasm)?)?;
    let application = Application::Inside { wasm: &deflated, glue: &parts.glue, boot: &parts.boot_single };
    let template = entente_page::template(&Assets { skeleton: &parts.skeleton, style: &parts.style, application })?;
    let page = entente_pack::page(corpus, &template, &entente_pack::Options::default())?;
    fs::write(staging.join("entente.html"), &page)?;
    fs::write(staging.join("index.html"), &page)?;
    fs::write(staging.join("licences.txt"), &parts.licences)?;
    println!(
        "stage: entente.html holds {} documents, {} KB in all, {} KB of WebAssembly before compression",
        corpus.bodies.len(),
        page.len() / 1000,
        wasm.len() / 1000
    );
    Ok(())
}
