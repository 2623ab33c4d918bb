//! For `trunk serve`: puts the documents into the page that trunk made, and keeps its loader and its reloading.

use std::fs;
use std::path::Path;
use std::rc::Rc;

use entente_corpus::Corpus;
use entente_page::payload;

use crate::Fault;

/// Puts the payload into the staged page.
///
/// # Errors
/// If the page cannot be read or written.
pub(crate) fn fill(staging: &Path, corpus: &Corpus) -> Result<(), Fault> {
    let path = staging.join("index.html");
    let page = fs::read_to_string(&path)?;
    let texts = entente_pack::pack::payload(corpus, &entente_pack::Options::default());
    let index = || entente_pack::pack::index(&Rc::new(corpus.clone()));
    let data = payload::write(&texts, "", false, &index, &payload::run_in_order);
    fs::write(&path, page.replace("<!-- entente:data -->", &data))?;
    Ok(())
}
