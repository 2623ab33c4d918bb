//! An explorer as bytes: what is made of the texts once, so that a page opens without reading any.
//!
//! In: a corpus whose texts are all there. Out: the bytes of [`Packed`]; and from them, with the catalogue of the same
//! corpus, an explorer that answers as if it had read the texts. It does not know where bytes lie or whether they are
//! those that were written.

use std::rc::Rc;

use entente_corpus::{Corpus, PassageKind};
pub use entente_search::Blob;
use entente_search::varint::{put, put_text, take, take_text};
use entente_search::{Index, Packed as Lists, runs};

use crate::dimensions::{Dates, Dimensions, Found, Rows};
use crate::explorer::Explorer;
use crate::filter::Facet;
use crate::folding::Restated;
use crate::prepare::{Prepared, indexed, same_names};
use crate::tables::{Contents, Finding};

/// Version of the bytes. It changes when a reader of the old form would misread the new one, and when words are cut
/// or stemmed in another way.
pub const VERSION: u32 = 2;

/// See the module.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Packed {
    /// What is read at the start: facets, names that mean the same, counts, words. Deflating makes it smaller.
    pub tables: Vec<u8>,
    /// The lists of all words.
    pub lists: Vec<u8>,
    /// Where words stand in their passages.
    pub places: Vec<u8>,
}

impl Packed {
    /// What is made of `corpus`.
    #[must_use]
    pub fn new(corpus: &Corpus) -> Self {
        let Lists { tables: words, lists, places } = indexed(corpus).pack();
        let mut prepared = Prepared::room(corpus.bodies.iter().map(|body| body.passages.len()));
        for (document, body) in corpus.bodies.iter().enumerate() {
            prepared.put(document, body);
        }
        let found = Found::new(corpus, &prepared.units, &prepared.starts);
        let mut tables = Vec::new();
        put(&mut tables, VERSION);
        let kinds: Vec<u32> = prepared.kinds.iter().map(|kind| kind.map_or(0, number)).collect();
        put(&mut tables, length(kinds.len()));
        runs::put(&mut tables, &kinds);
        put(&mut tables, length(found.words.len()));
        for (facet, id, label) in &found.words {
            put_text(&mut tables, facet.as_str());
            put_text(&mut tables, id);
            put_text(&mut tables, label);
        }
        found.passages.pack(&mut tables);
        found.named.pack(&mut tables);
        let names = same_names(corpus);
        put(&mut tables, length(names.len()));
        for (one, other) in names {
            put_text(&mut tables, one);
            put_text(&mut tables, other);
        }
        let mut explorer = Explorer::of(Rc::new(corpus.clone()), prepared);
        explorer.refresh();
        Restated::new(corpus, &explorer.prepared).pack(&mut tables);
        explorer.contents().pack(&mut tables);
        Finding::pack(&explorer.findings(), corpus, &mut tables);
        tables.extend(words);
        Self { tables, lists, places }
    }
}

impl Explorer {
    /// False where bytes that are fetched late turn out not to be there, or not to be those that were written. It
    /// fetches them.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.prepared.index.is_whole()
    }

    /// The explorer whose bytes are those of [`Packed`] made of the same `corpus`, the texts of which are looked at
    /// only when they are shown; nothing where they are no such bytes.
    #[must_use]
    pub fn open(corpus: Rc<Corpus>, mut tables: &[u8], lists: Blob, places: Blob) -> Option<Self> {
        let bytes = &mut tables;
        if take(bytes) != VERSION {
            return None;
        }
        let mut prepared = Prepared::room(corpus.catalogue.documents.iter().map(|record| record.passages as usize));
        let count = take(bytes) as usize;
        if count != prepared.units.len() {
            return None;
        }
        let kinds = runs::take(bytes, count, PassageKind::ALL.len())?;
        prepared.kinds = kinds.into_iter().map(|kind| PassageKind::ALL.get(kind as usize).copied()).collect();
        let mut words = Vec::new();
        for _ in 0..take(bytes) {
            let facet = Facet::from_word(take_text(bytes))?;
            words.push((facet, take_text(bytes).to_owned(), take_text(bytes).to_owned()));
        }
        let passages = Rows::open(bytes, count)?;
        let found = Found { words, passages, named: Dates::open(bytes)? };
        let mut names = Vec::new();
        for _ in 0..take(bytes) {
            if bytes.is_empty() {
                return None;
            }
            names.push((take_text(bytes), take_text(bytes)));
        }
        let restated = Restated::open(bytes)?;
        let contents = Contents::open(bytes);
        let findings = Finding::open(bytes, &corpus);
        prepared.index = Index::open(bytes, lists, places).filter(|index| index.passages() == count)?;
        prepared.speak(&corpus, names);
        prepared.dimensions = Dimensions::new(&corpus, &prepared.units, found);
        let explorer = Self::of(corpus, prepared);
        let _ = explorer.made.restated.set(restated);
        let _ = explorer.made.contents.set(contents);
        let _ = explorer.made.findings.set(findings);
        Some(explorer)
    }
}

fn number(kind: PassageKind) -> u32 {
    PassageKind::ALL.iter().zip(0..).find(|(known, _)| **known == kind).map_or(0, |(_, at)| at)
}

fn length(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
