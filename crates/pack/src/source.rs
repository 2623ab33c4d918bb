//! A source of documents: a folder, or a page packed before.

use std::fs;
use std::path::Path;

use entente_corpus::{Body, Catalogue, Corpus, Late, SCHEMA, Unread, check, json};
use entente_page::{Head, Payload};

use crate::error::PackError;
use crate::{settings, walk};

/// A source, read.
#[derive(Debug)]
pub struct Loaded {
    /// The documents; files that could not be read are in `catalogue.unread`.
    pub corpus: Corpus,
    /// For a page: what it says of itself.
    pub head: Option<Head>,
}

/// Reads `path`, a folder of documents or a page; `progress` is told documents done and in all.
///
/// # Errors
/// [`PackError`] where nothing can be read; single files that cannot be read are no error.
pub fn load(path: &Path, progress: &mut dyn FnMut(usize, usize)) -> Result<Loaded, PackError> {
    if path.is_dir() { folder(path, &Reading::default(), progress) } else { page(path) }
}

/// How a folder is read, beyond what its `entente.toml` says.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// Keep the bytes of files whose text is a text form.
    pub originals: bool,
    /// Rules of redaction beside those of `entente.toml`.
    pub redact: Vec<String>,
}

/// Reads the folder `path` in the way that `reading` says.
///
/// # Errors
/// As [`load`].
pub fn folder(path: &Path, reading: &Reading, progress: &mut dyn FnMut(usize, usize)) -> Result<Loaded, PackError> {
    let mut settings = settings::read(path)?;
    settings.ingest.originals = reading.originals;
    for rule in &reading.redact {
        settings::redact(rule, &mut settings.ingest.redact).map_err(PackError::Rule)?;
    }
    let found = walk::walk(path, &settings.exclude)?;
    let of = found.sources.len();
    let mut corpus = entente_ingest::ingest_with(&found.sources, &settings.ingest, &mut |done| progress(done, of));
    corpus.catalogue.unread.extend(found.unread);
    corpus.catalogue.unread.extend(missing(&settings, &corpus));
    corpus.catalogue.unread.sort_by(|a, b| a.file.as_bytes().cmp(b.file.as_bytes()));
    Ok(Loaded { corpus, head: None })
}

/// Files that the settings describe and the folder does not have: what was said of them is in nothing.
fn missing(settings: &settings::Settings, corpus: &Corpus) -> Vec<Unread> {
    let read = |file: &str| corpus.catalogue.documents.iter().any(|record| record.file == file);
    let named = |file: &str| corpus.catalogue.unread.iter().any(|unread| unread.file == file);
    let described = settings.ingest.files.iter().map(|supplied| supplied.file.as_str());
    let gone = described.filter(|file| !read(file) && !named(file));
    gone.map(|file| Unread {
        file: file.to_owned(),
        reason: format!("{} describes it, and no such document is there", walk::SETTINGS),
        hint: "Correct its path, or take its [[file]] out.".to_owned(),
    })
    .collect()
}

fn page(path: &Path) -> Result<Loaded, PackError> {
    if !path.exists() {
        return Err(PackError::Missing(path.to_owned()));
    }
    let bytes = fs::read(path).map_err(|error| PackError::Io(path.to_owned(), error))?;
    let text = String::from_utf8(bytes).map_err(|_| PackError::NotASource(path.to_owned()))?;
    if !entente_page::is_page(&text) {
        return Err(PackError::NotASource(path.to_owned()));
    }
    let (head, payload) = entente_page::payload_of(&text).map_err(|error| PackError::Page(path.to_owned(), error))?;
    let corpus = corpus_of(&payload).map_err(|what| PackError::Corpus(path.to_owned(), what))?;
    Ok(Loaded { corpus, head: Some(head) })
}

/// The corpus that a payload holds, with a sentence where it holds none.
fn corpus_of(payload: &Payload) -> Result<Corpus, String> {
    if payload.schema != SCHEMA {
        return Err(format!("they are of schema {}, this version reads schema {SCHEMA}", payload.schema));
    }
    let mut catalogue: Catalogue = json::read(&payload.catalogue)?;
    catalogue.documents = payload.records.iter().map(|record| json::read(record)).collect::<Result<_, _>>()?;
    catalogue.entities = payload.names.iter().map(|name| json::read(name)).collect::<Result<_, _>>()?;
    let [acronyms, series, links] = &payload.ties;
    catalogue.acronyms = json::read(acronyms)?;
    catalogue.series = json::read(series)?;
    catalogue.links = json::read(links)?;
    let bodies = payload.bodies.iter().map(|body| json::read::<Late<Body>>(body)).collect::<Result<Vec<_>, _>>()?;
    let corpus = Corpus { catalogue, bodies };
    match check(&corpus).into_iter().next() {
        None => Ok(corpus),
        Some(fault) => Err(fault),
    }
}
