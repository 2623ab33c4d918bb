//! A corpus written into a page.

use entente_corpus::{Catalogue, Corpus};
use entente_explore::packed::{self, Packed};
use entente_page::{Contents, Index, PageError, Payload};

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
    entente_page::with_contents(template, &contents, &|| index(corpus))
}

/// The texts of `corpus` as a page carries them.
#[must_use]
pub fn payload(corpus: &Corpus, options: &Options) -> Payload {
    let json = "a corpus has no map keys that are not strings";
    let Catalogue {
        schema, title, description, edition, marking, documents, entities, unread, patterns, redacted, ..
    } = &corpus.catalogue;
    let catalogue = Catalogue {
        schema: *schema,
        title: title.clone(),
        description: description.clone(),
        edition: edition.clone(),
        marking: marking.clone(),
        unread: unread.clone(),
        patterns: patterns.clone(),
        redacted: redacted.clone(),
        ..Catalogue::default()
    };
    let Catalogue { acronyms, series, links, .. } = &corpus.catalogue;
    let ties = [serde_json::to_string(acronyms), serde_json::to_string(series), serde_json::to_string(links)];
    Payload {
        schema: *schema,
        catalogue: serde_json::to_string(&catalogue).expect(json),
        records: documents.iter().map(|record| serde_json::to_string(record).expect(json)).collect(),
        names: entities.iter().map(|entity| serde_json::to_string(entity).expect(json)).collect(),
        ties: ties.map(|tie| tie.expect(json)),
        bodies: corpus.bodies.iter().map(|body| serde_json::to_string(body).expect(json)).collect(),
        options: entente_page::payload::Options { no_links: options.no_links, hosts: options.hosts.clone() },
    }
}

/// What a large page carries so that it need not read its texts before it can be searched.
#[must_use]
pub fn index(corpus: &Corpus) -> Index {
    let Packed { tables, lists, places } = Packed::new(corpus);
    Index { version: packed::VERSION, tables, lists, places }
}

/// The packer's title, else how many documents there are.
#[must_use]
pub fn title(corpus: &Corpus) -> String {
    corpus.catalogue.title.clone().unwrap_or_else(|| match corpus.catalogue.documents.len() {
        1 => "1 document".to_owned(),
        n => format!("{n} documents"),
    })
}
