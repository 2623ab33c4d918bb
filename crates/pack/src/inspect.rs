//! Compares a page with what it says about itself.
//!
//! In: a page and the corpus read from it. Out: digests of its bytes, and the parts that differ from those that this version makes
//! from the corpus: a title, a plain part, a list of hosts or an index that somebody changed after packing.

use std::path::Path;

use entente_corpus::Corpus;
use entente_page::payload::{self, Encoding};
use entente_page::slot::content;
use entente_page::{Head, PageError, Slot};

use crate::error::PackError;
use crate::pack::{Options, page};
use crate::source::page_text;

/// The result of an inspection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inspection {
    /// SHA-256 of the page without title, plain part and documents: application, style and policy.
    pub application: String,
    /// SHA-256 of the whole file.
    pub page: String,
    /// A sentence for each part that was changed after packing.
    pub differences: Vec<String>,
}

/// The parts of the data that make up the index.
const INDEX_PARTS: [&str; 4] = ["sums", "tables", "lists", "places"];

/// Compares the page at `path` with a page that is made from `corpus`, which was read from it together with `head`.
///
/// # Errors
/// If the page cannot be read.
pub fn inspect(path: &Path, head: &Head, corpus: &Corpus) -> Result<Inspection, PackError> {
    let text = page_text(path)?;
    let of_page = |error| PackError::Page(path.to_owned(), error);
    let application = entente_page::application_digest(&text).map_err(of_page)?;
    let mut differences = Vec::new();
    if application != head.application {
        differences.push("its application or its policy is not the one that it was packed with".to_owned());
    }
    if head.program == payload::PROGRAM {
        differences.extend(changed_parts(&text, head, corpus).map_err(of_page)?.iter().map(|what| (*what).to_owned()));
    } else {
        differences.push(format!(
            "it says that version {} made it; title, plain part, hosts and index can only be compared by that version",
            head.program
        ));
    }
    let page = entente_corpus::id::hexadecimal(&entente_corpus::id::sha256(text.as_bytes()));
    Ok(Inspection { application, page, differences })
}

/// A sentence for each part of the page `text` that differs from the one made from `corpus`.
fn changed_parts(text: &str, head: &Head, corpus: &Corpus) -> Result<Vec<&'static str>, PageError> {
    let options = Options {
        compress: head.encoding == Encoding::DeflateRaw,
        no_links: head.options.no_links,
        hosts: head.options.hosts.clone(),
    };
    let again = page(corpus, text, &options)?;
    let mut out = Vec::new();
    for (slot, what) in [
        (Slot::Title, "its title is not that of its documents"),
        (Slot::Static, "what it shows without scripts is not what its documents say"),
    ] {
        if content(text, slot)? != content(&again, slot)? {
            out.push(what);
        }
    }
    let (data, expected) = (content(text, Slot::Data)?, content(&again, Slot::Data)?);
    if data != expected {
        let of = |data: &str, name: &str| payload::joined_content(data, name);
        if INDEX_PARTS.iter().any(|name| of(data, name) != of(expected, name)) {
            out.push("its index does not fit its texts; the page makes a new one, packing again gives one that fits");
        } else if of(data, "head") != of(expected, "head") {
            out.push("what it says of itself (hosts, options, digests) is not what was packed");
        } else {
            out.push("its texts are not written as this version writes them");
        }
    }
    Ok(out)
}
