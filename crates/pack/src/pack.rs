//! Writes a corpus into a page.

use std::cell::RefCell;
use std::rc::Rc;

use entente_corpus::{Catalogue, Corpus};
use entente_explore::packed::{self, Packed};
use entente_page::{Contents, Index, PageError, Payload};
use entente_text::number::count_documents;

use crate::parallel::{self, Bar, LAST};
use crate::plain;
use crate::source::Progress;

/// What the packer decides besides the documents.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Deflate the texts even if they are small.
    pub compress: bool,
    /// Addresses in documents are shown and never open.
    pub no_links: bool,
    /// Origins that may embed the page and talk to it.
    pub hosts: Vec<String>,
}

/// Makes the page that shows `corpus` from `template`, which is a template or any packed page.
///
/// ```
/// use entente_ingest::{Settings, Source, ingest};
/// use entente_pack::{Options, page};
/// use entente_page::{Assets, template};
///
/// let skeleton = "<!DOCTYPE html><html><head><!-- entente:policy --><title></title></head><body>\
///     <!-- entente:static --><!-- entente:application --><!-- entente:data --></body></html>";
/// let empty = template(&Assets { skeleton, ..Assets::default() })?;
/// let file = Source { file: "a.md".to_owned(), bytes: b"# Ports\n\nThe ministers met.\n".to_vec() };
/// let packed = page(&ingest(&[file], &Settings::default()), &empty, &Options::default())?;
/// assert!(packed.contains("The ministers met."));
/// assert!(page(&ingest(&[], &Settings::default()), "not a page", &Options::default()).is_err());
/// # Ok::<(), entente_page::PageError>(())
/// ```
///
/// # Errors
/// If `template` is not a page.
pub fn page(corpus: &Corpus, template: &str, options: &Options) -> Result<String, PageError> {
    let contents = Contents {
        title: title(corpus),
        plain: plain::html(corpus, &title(corpus)),
        payload: payload(corpus, options),
        compress: options.compress,
    };
    entente_page::with_contents(template, &contents, &|| index(&Rc::new(corpus.clone())))
}

/// As [`page`], but consumes the corpus and its index, so that fewer copies are in memory. `bytes` is the size of its files. Blocks
/// of texts are deflated on all cores. `progress` continues where [`crate::folder`] left it.
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
    let run = parallel::deflater(Bar { bytes, last: LAST, progress });
    entente_page::with_contents_by(template, &contents, &|| index.take(), &run)
}

/// The texts of `corpus` as a page carries them.
#[must_use]
pub fn payload(corpus: &Corpus, options: &Options) -> Payload {
    let bodies = corpus.bodies.as_slice().iter().map(to_json).collect();
    payload_with(&corpus.catalogue, bodies, options)
}

/// As [`payload`]. Drops the text of each document after it is written.
fn payload_once(corpus: Corpus, options: &Options) -> Payload {
    let bodies = corpus.bodies.into_iter().map(|body| to_json(&body)).collect();
    payload_with(&corpus.catalogue, bodies, options)
}

/// Writes `part` as JSON.
fn to_json(part: &impl serde::Serialize) -> String {
    serde_json::to_string(part).expect("the parts of a packed corpus are in memory, and map keys are strings")
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
        catalogue: to_json(&catalogue),
        records: documents.as_slice().iter().map(to_json).collect(),
        names: entities.as_slice().iter().map(to_json).collect(),
        ties: [to_json(&all.acronyms), to_json(&all.series), to_json(&all.links)],
        bodies,
        options: entente_page::payload::Options { no_links: options.no_links, hosts: options.hosts.clone() },
    }
}

/// The index of a large page, with which it can be searched before its texts are read.
#[must_use]
pub fn index(corpus: &Rc<Corpus>) -> Index {
    let Packed { tables, lists, places } = Packed::of(corpus);
    Index { version: packed::VERSION, tables, lists, places }
}

/// The packer's title, or else the number of documents.
#[must_use]
pub fn title(corpus: &Corpus) -> String {
    corpus.catalogue.title.clone().unwrap_or_else(|| count_documents(corpus.catalogue.documents.len()))
}
