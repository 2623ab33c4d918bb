//! An explorer as bytes: what is made of the texts once, so that a page opens without reading any.
//!
//! In: a corpus whose texts are all there. Out: the bytes of [`Packed`]; and from them, with the catalogue of the same
//! corpus, an explorer that answers as if it had read the texts. It does not know where the bytes are stored or whether they are
//! those that were written.

use entente_text::saturating_u32;
use std::rc::Rc;

use entente_corpus::{Corpus, PassageKind, ReadingText};
pub use entente_search::Blob;
use entente_search::varint::{put, put_text, take, take_text};
use entente_search::{Index, Packed as Lists, runs};

use crate::answers::contents::Contents;
use crate::answers::picture::Picture;
use crate::desk::name_forms::NameForms;
use crate::desk::restated::Restated;
use crate::desk::values::Values;
use crate::desk::{Desk, indexing, words_of};
use crate::explorer::Explorer;

/// Version of the bytes. It changes when a reader of the old form would misread the new one, and when words are cut
/// or stemmed in another way.
pub const VERSION: u32 = 5;

/// Passages of a document that are compared with the index, and bytes of one up to which it is.
const SAMPLE_PASSAGES: usize = 8;
const SAMPLE_BYTES: usize = 10_000;

/// The parts of a packed index, as a page carries them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Packed {
    /// What is read at the start: facets, names that mean the same, counts, words. Deflating makes it smaller.
    pub tables: Vec<u8>,
    /// The lists of all words.
    pub lists: Vec<u8>,
    /// The places of words in their passages.
    pub places: Vec<u8>,
}

impl Packed {
    /// What is made of `corpus`.
    #[must_use]
    pub fn new(corpus: &Corpus) -> Self {
        Self::of(&Rc::new(corpus.clone()))
    }

    /// Computes the index of a corpus.
    #[must_use]
    pub fn of(shared: &Rc<Corpus>) -> Self {
        let corpus: &Corpus = shared;
        let Lists { tables: words, lists, places } = indexing::build(corpus).pack();
        let mut desk = Desk::unindexed(shared.clone());
        desk.refresh();
        let mut tables = Vec::new();
        put(&mut tables, VERSION);
        for record in corpus.catalogue.documents.iter() {
            put(&mut tables, record.map_or(0, |record| record.passages));
        }
        put(&mut tables, words_of(corpus));
        let kinds: Vec<u32> = desk.passages.kinds.iter().map(|kind| kind.map_or(0, number)).collect();
        put(&mut tables, saturating_u32(kinds.len()));
        runs::put(&mut tables, &kinds);
        let names = indexing::same_names(corpus);
        put(&mut tables, saturating_u32(names.len()));
        for (one, other) in names {
            put_text(&mut tables, one);
            put_text(&mut tables, other);
        }
        desk.values.pack(&mut tables);
        desk.name_forms().pack(&mut tables);
        desk.restated().pack(&mut tables);
        let explorer = Explorer::of(desk);
        explorer.contents().pack(&mut tables);
        explorer.picture().pack(&mut tables);
        tables.extend(words);
        Self { tables, lists, places }
    }
}

impl Explorer {
    /// Every word by which passages are found, in order.
    #[must_use]
    pub fn terms(&self) -> Vec<String> {
        self.desk.index().terms().map(str::to_owned).collect()
    }

    /// False where bytes that are fetched late turn out not to be there, or not to be those that were written, or where
    /// the index is not that of the texts. It fetches the bytes, and reads the texts of a few documents.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.desk.index().is_whole() && self.fits_texts()
    }

    /// True if some passages of the first, the middle and the last document were indexed with the texts that they have.
    fn fits_texts(&self) -> bool {
        let documents = self.desk.corpus.bodies.len();
        let mut sample = vec![0, documents / 2, documents.saturating_sub(1)];
        sample.dedup();
        sample.into_iter().filter_map(|document| Some((document, self.desk.corpus.bodies.get(document)?))).all(
            |(document, body)| {
                let first = self.desk.passages.starts.get(document).copied().unwrap_or(usize::MAX);
                body.passages.iter().take(SAMPLE_PASSAGES).enumerate().all(|(at, passage)| {
                    let text = ReadingText::of(body, passage).text;
                    text.len() > SAMPLE_BYTES
                        || self.desk.index().has_text(saturating_u32(first.saturating_add(at)), &text)
                })
            },
        )
    }

    /// Opens an explorer from the bytes of [`Packed`], made of the same `corpus`. Texts, records and names are read only when
    /// they are shown. `None` if the bytes do not fit.
    #[must_use]
    pub fn open(corpus: Rc<Corpus>, mut tables: &[u8], lists: Blob, places: Blob) -> Option<Self> {
        let bytes = &mut tables;
        if take(bytes) != VERSION {
            return None;
        }
        let documents = corpus.catalogue.documents.len();
        let passages: Vec<usize> = (0..documents).map(|_| take(bytes) as usize).collect();
        let words = take(bytes) as usize;
        let count = take(bytes) as usize;
        if bytes.is_empty() || passages.iter().try_fold(0_usize, |sum, n| sum.checked_add(*n)) != Some(count) {
            return None;
        }
        let mut desk = Desk::with_room(corpus, passages.into_iter());
        let kinds = runs::take(bytes, count, PassageKind::ALL.len())?;
        desk.passages.kinds = kinds.into_iter().map(|kind| PassageKind::ALL.get(kind as usize).copied()).collect();
        let mut names = Vec::new();
        for _ in 0..take(bytes) {
            if bytes.is_empty() {
                return None;
            }
            names.push((take_text(bytes), take_text(bytes)));
        }
        desk.values = Values::open(bytes, documents, count)?;
        if desk.values.of_entity.len() != desk.corpus.catalogue.entities.len() {
            return None;
        }
        let name_forms = NameForms::open(bytes)?;
        let restated = Restated::open(bytes)?;
        let contents = Contents::open(bytes);
        let picture = Picture::open(bytes)?;
        let index = Index::open(bytes, lists, places)?;
        if index.passages() != count || !index.lists_fit() {
            return None;
        }
        desk.set_index(index, names);
        let _ = desk.caches.words.set(words);
        let _ = desk.caches.name_forms.set(name_forms);
        let _ = desk.caches.restated.set(restated);
        let explorer = Self::of(desk);
        explorer.contents.set(contents);
        explorer.picture.set(picture);
        Some(explorer)
    }
}

fn number(kind: PassageKind) -> u32 {
    PassageKind::ALL.iter().zip(0..).find(|(known, _)| **known == kind).map_or(0, |(_, at)| at)
}
