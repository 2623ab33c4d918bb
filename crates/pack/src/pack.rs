//! A corpus written into a page.

use std::cell::RefCell;
use std::rc::Rc;

use entente_corpus::{Catalogue, Corpus};
use entente_explore::packed::{self, Packed};
use entente_page::{Contents, Index, PageError, Payload};

use crate::parallel::{self, Bar, LAST};
use crate::plain;
use crate::source::Progress;

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
    entente_page::with_contents(template, &contents, &|| index(&Rc::new(corpus.clone())))
}

/// As [`page`], of a corpus of files of so many `bytes` with its index, which are not needed any more. Blocks of texts are
/// deflated on all cores; `progress` goes on from where [`crate::folder`] left it.
///
/// # Errors
/// As [`page`].
pub fn page_once(
    corpus: Corpus,
    index: Index,
    bytes: u64,
    (template, options): (&str, &Options),
    progress: Progress,
) -> Result<String, PageError> {
    let title = title(&corpus);
    let contents = Contents {
        plain: plain::html(&corpus, &title),
        title,
        payload: payload_once(corpus, options),
        compress: options.compress,
    };
    let index = RefCell::new(index);
    let run = parallel::writing(Bar { bytes, last: LAST, progress });
    entente_page::with_contents_by(template, &contents, &|| index.take(), &run)
}

/// The texts of `corpus` as a page carries them.
#[must_use]
pub fn payload(corpus: &Corpus, options: &Options) -> Payload {
    let bodies = corpus.bodies.iter().map(written).collect();
    payload_with(&corpus.catalogue, bodies, options)
}

/// As [`payload`]; each document's text goes once it is written.
fn payload_once(corpus: Corpus, options: &Options) -> Payload {
    let bodies = corpus.bodies.into_iter().map(|body| written(&body)).collect();
    payload_with(&corpus.catalogue, bodies, options)
}

/// `part` as JSON.
fn written(part: &impl serde::Serialize) -> String {
    serde_json::to_string(part).expect("a corpus has no map keys that are not strings")
}

fn payload_with(all: &Catalogue, bodies: Vec<String>, options: &Options) -> Payload {
    let Catalogue {
        schema, title, description, edition, marking, documents, entities, unread, patterns, redacted, ..
    } = all;
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
    Payload {
        schema: *schema,
        catalogue: written(&catalogue),
        records: documents.iter().map(written).collect(),
        names: entities.iter().map(written).collect(),
        ties: [written(&all.acronyms), written(&all.series), written(&all.links)],
        bodies,
        options: entente_page::payload::Options { no_links: options.no_links, hosts: options.hosts.clone() },
    }
}

/// What a large page carries so that it need not read its texts before it can be searched.
#[must_use]
pub fn index(corpus: &Rc<Corpus>) -> Index {
    let Packed { tables, lists, places } = Packed::of(corpus);
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
