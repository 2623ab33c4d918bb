//! The readers and finders as a WebAssembly module of their own.
//!
//! In: a file's name and bytes. Out: the corpus JSON of that one file. `cargo xtask budget` builds and weighs it; it is in no
//! product yet.

use entente_ingest::{Settings, Source, ingest_added};
use wasm_bindgen::prelude::wasm_bindgen;

/// The corpus JSON of one file; a file that cannot be read is named in it with the reason.
#[must_use]
#[wasm_bindgen]
pub fn read(file: String, bytes: Vec<u8>) -> String {
    let corpus = ingest_added(&Source { file, bytes }, &Settings::default());
    serde_json::to_string(&corpus).unwrap_or_default()
}
