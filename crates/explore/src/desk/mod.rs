//! The ground of every answer: one corpus, its index, and what its passages can be filtered by.
//!
//! In: a corpus. Out: a [`Desk`], which the answers read. It gives no answers itself. Reading texts are made when they
//! are shown: kept for all passages, they would take nine times the room of the documents.

pub(crate) mod dates;
pub(crate) mod gather;
pub(crate) mod indexing;
pub(crate) mod memo;
pub(crate) mod name_forms;
pub(crate) mod passages;
pub(crate) mod resolve;
pub(crate) mod restated;
mod rows;
pub(crate) mod texts;
pub(crate) mod values;
pub(crate) mod years;

use entente_text::saturating_u32;
use std::cell::OnceCell;
use std::rc::Rc;

use entente_corpus::{Acronym, Body, Corpus, Link, Series};
use entente_search::tokens::Analyser;
use entente_search::{Index, Language, Plan, Synonyms};

use crate::query::Axis;
use name_forms::NameForms;
use passages::Passages;
use restated::Restated;
use values::Values;

/// A corpus with its index and the values of its passages. Answers read it and never change it.
#[derive(Debug)]
pub(crate) struct Desk {
    /// Documents, and what was found in them.
    pub(crate) corpus: Rc<Corpus>,
    /// All passages, numbered.
    pub(crate) passages: Passages,
    /// What words are looked up in: made when words are first looked for, which a list of documents does without.
    searched: OnceCell<Searched>,
    /// Nothing to look words up in.
    nothing: Searched,
    /// Cuts names and queries as the index cuts texts.
    pub(crate) analyser: Analyser,
    /// What passages can be filtered by.
    pub(crate) values: Values,
    pub(crate) caches: Caches,
}

/// What words are looked up in.
#[derive(Debug, Default)]
pub(crate) struct Searched {
    /// The index over all passages.
    pub(crate) index: Index,
    /// Names that mean the same.
    pub(crate) synonyms: Synonyms,
}

/// Values that are computed from corpus and index at the first call.
#[derive(Debug, Default)]
pub(crate) struct Caches {
    pub(crate) words: OnceCell<usize>,
    pub(crate) name_forms: OnceCell<NameForms>,
    pub(crate) restated: OnceCell<Restated>,
}

impl Desk {
    /// The desk of `corpus`, which is indexed when words are first looked for.
    pub(crate) fn new(corpus: Rc<Corpus>) -> Self {
        let mut desk = Self::unindexed(corpus);
        desk.refresh();
        desk.searched = OnceCell::new();
        desk
    }

    /// The desk of `corpus` with its texts in and nothing in its index.
    pub(crate) fn unindexed(corpus: Rc<Corpus>) -> Self {
        let counts: Vec<usize> = corpus.bodies.iter().map(|body| body.map_or(0, |body| body.passages.len())).collect();
        let mut desk = Self::with_room(corpus.clone(), counts.into_iter());
        for (document, body) in corpus.bodies.numbered() {
            desk.passages.put(document as usize, body);
        }
        desk
    }

    /// The desk of `corpus` with numbers for so many passages of each document, no text in, and nothing in its
    /// index.
    pub(crate) fn with_room(corpus: Rc<Corpus>, counts: impl Iterator<Item = usize>) -> Self {
        Self {
            corpus,
            passages: Passages::numbered(counts),
            searched: OnceCell::from(Searched::default()),
            nothing: Searched::default(),
            analyser: Analyser::default(),
            values: Values::default(),
            caches: Caches::default(),
        }
    }

    /// Counts again what the texts that are in can be filtered by and which names mean the same; forgets what was made
    /// before.
    pub(crate) fn refresh(&mut self) {
        self.values = Values::new(&self.corpus, &self.passages);
        self.caches = Caches::default();
        if let Some(searched) = self.searched.take() {
            self.set_index(searched.index, indexing::same_names(&self.corpus.clone()));
        }
    }

    /// What words are looked up in.
    pub(crate) fn searched(&self) -> &Searched {
        self.searched.get_or_init(|| {
            let index = indexing::build(&self.corpus).finish();
            Searched { index, synonyms: self.synonyms(indexing::same_names(&self.corpus)) }
        })
    }

    /// True if the index is made already.
    #[cfg(test)]
    pub(crate) fn is_indexed(&self) -> bool {
        self.searched.get().is_some()
    }

    /// The index over all passages.
    pub(crate) fn index(&self) -> &Index {
        &self.searched().index
    }

    /// What the words of a query are looked up in; nothing for a query without words, which needs no index.
    pub(crate) fn searched_if(&self, has_words: bool) -> &Searched {
        if has_words { self.searched() } else { &self.nothing }
    }

    /// The index that `plan` was made for.
    pub(crate) fn index_of(&self, plan: &Plan) -> &Index {
        &self.searched_if(!plan.is_empty()).index
    }

    /// The index, to add passages to; `None` until [`Desk::set_index`] is called.
    pub(crate) fn take_index(&mut self) -> Index {
        self.searched.take().unwrap_or_default().index
    }

    /// Takes up an index, and `names` that mean the same.
    pub(crate) fn set_index<'a>(&mut self, index: Index, names: impl IntoIterator<Item = (&'a str, &'a str)>) {
        let synonyms = self.synonyms(names);
        self.searched = OnceCell::from(Searched { index, synonyms });
    }

    /// Which of `names` mean the same, in the languages of the documents.
    fn synonyms<'a>(&self, names: impl IntoIterator<Item = (&'a str, &'a str)>) -> Synonyms {
        let mut synonyms = Synonyms::new(&self.analyser, names);
        let languages = self.values.range(Axis::Language);
        for document in 0..self.passages.starts.len() {
            let values = self.values.of_document(document).iter().map(|at| *at as usize);
            let tag = values.filter(|at| languages.contains(at)).map(|at| self.values.all[at].id.as_str()).next();
            if let Some(language) = tag.and_then(Language::from_tag) {
                let numbers = self.passages.numbers(document);
                synonyms.speak(language, saturating_u32(numbers.start)..saturating_u32(numbers.end));
            }
        }
        synonyms
    }

    /// The body of a document by its index as facts write it.
    pub(crate) fn body(&self, document: u32) -> Option<&Body> {
        self.corpus.bodies.get(document as usize)
    }

    /// Words of all documents.
    pub(crate) fn words_in_all(&self) -> usize {
        *self.caches.words.get_or_init(|| words_of(&self.corpus) as usize)
    }

    /// Every form of every name, as queries are compared with them.
    pub(crate) fn name_forms(&self) -> &NameForms {
        self.caches.name_forms.get_or_init(|| NameForms::new(&self.corpus, &self.analyser))
    }

    /// Short forms; none, noted as a failure of the corpus, if they cannot be had.
    pub(crate) fn acronyms(&self) -> &[Acronym] {
        self.corpus.catalogue.acronyms.get().map_or(&[], Vec::as_slice)
    }

    /// Runs of engagements; none, noted as a failure of the corpus, if they cannot be had.
    pub(crate) fn series(&self) -> &[Series] {
        self.corpus.catalogue.series.get().map_or(&[], Vec::as_slice)
    }

    /// Links between places of the file; none, noted as a failure of the corpus, if they cannot be had.
    pub(crate) fn links(&self) -> &[Link] {
        self.corpus.catalogue.links.get().map_or(&[], Vec::as_slice)
    }

    /// Which passages restate which.
    pub(crate) fn restated(&self) -> &Restated {
        self.caches.restated.get_or_init(|| Restated::new(&self.corpus, &self.passages))
    }
}

/// Words of all documents of `corpus`.
pub(crate) fn words_of(corpus: &Corpus) -> u32 {
    corpus.catalogue.documents.iter().flatten().fold(0_u32, |sum, record| sum.saturating_add(record.words))
}
