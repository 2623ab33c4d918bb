//! A corpus written into a page.

use entente_corpus::Corpus;
use entente_page::{Contents, PageError, Payload};

use crate::plain;

/// What the packer decides beyond the documents.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Carry the texts deflated, whatever their size.
    pub compress: bool,
    /// Addresses in documents are shown and never opened.
    pub no_links: bool,
    /// Origins that may embed the page and talk to it.
    pub hosts: Vec<String>,
}

/// The page that shows `corpus`, made of `template` (a template or any packed page).
///
/// # Errors
/// Where `template` is no page.
pub fn page(corpus: &Corpus, template: &str, options: &Options) -> Result<String, PageError> {
    let contents = Contents {
        title: title(corpus),
        plain: plain::html(corpus, &title(corpus)),
        payload: payload(corpus, options),
        compress: options.compress,
    };
    entente_page::with_contents(template, &contents)
}

/// The texts of `corpus` as a page carries them.
#[must_use]
pub fn payload(corpus: &Corpus, options: &Options) -> Payload {
    let json = "a corpus has no map keys that are not strings";
    Payload {
        schema: corpus.catalogue.schema,
        catalogue: serde_json::to_string(&corpus.catalogue).expect(json),
        bodies: corpus.bodies.iter().map(|body| serde_json::to_string(body).expect(json)).collect(),
        options: entente_page::payload::Options { no_links: options.no_links, hosts: options.hosts.clone() },
    }
}

/// The packer's title, else how many documents there are.
#[must_use]
pub fn title(corpus: &Corpus) -> String {
    corpus.catalogue.title.clone().unwrap_or_else(|| match corpus.catalogue.documents.len() {
        1 => "1 document".to_owned(),
        n => format!("{n} documents"),
    })
}
