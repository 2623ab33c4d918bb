//! An explorer whose texts are added one after the other, while it is used.
//!
//! In: a catalogue, then its texts in any order. Out: at any time an explorer over what is in; in the end the same
//! explorer that all texts at once would have made.

use std::rc::Rc;

use entente_corpus::check::{check_across, check_body};
use entente_corpus::{Acronym, Body, Catalogue, Corpus, Late, Link, Series};
use entente_search::Builder;

use crate::desk::{Desk, indexing};
use crate::explorer::Explorer;

/// An explorer that texts are added to.
#[derive(Debug)]
pub struct Growing {
    explorer: Explorer,
    /// The index while passages are added; else the explorer has it.
    builder: Option<Builder>,
    here: Vec<bool>,
    /// Passages indexed.
    indexed: usize,
    /// Parts that refer to several texts; they are added when all texts are in.
    ties: Ties,
    /// True if texts were added that are not counted yet.
    stale: bool,
}

/// The parts of a catalogue that refer to texts.
#[derive(Debug)]
struct Ties {
    acronyms: Late<Vec<Acronym>>,
    series: Late<Vec<Series>>,
    links: Late<Vec<Link>>,
}

impl Explorer {
    /// The explorer of `catalogue` without its texts: lists and records, and nothing to search.
    #[must_use]
    pub fn of_catalogue(catalogue: Catalogue) -> Self {
        Growing::new(catalogue).explorer
    }
}

impl Growing {
    /// The explorer of `catalogue`, no text in it yet.
    #[must_use]
    pub fn new(mut catalogue: Catalogue) -> Self {
        let Catalogue { acronyms, series, links, .. } = &mut catalogue;
        let ties =
            Ties { acronyms: std::mem::take(acronyms), series: std::mem::take(series), links: std::mem::take(links) };
        let passages: Vec<usize> =
            catalogue.documents.iter().map(|record| record.map_or(0, |record| record.passages as usize)).collect();
        let count = catalogue.documents.len();
        let corpus = Corpus::new(catalogue, vec![Body::default(); count]);
        let mut explorer = Explorer::of(Desk::with_room(Rc::new(corpus), passages.into_iter()));
        explorer.refresh();
        Self { explorer, builder: None, here: vec![false; count], indexed: 0, ties, stale: false }
    }

    /// True if the text of `document` is in.
    #[must_use]
    pub fn has(&self, document: usize) -> bool {
        self.here.get(document).copied().unwrap_or(false)
    }

    /// Takes in the text of `document`.
    ///
    /// # Errors
    /// A sentence if the text does not fit its record.
    pub fn put(&mut self, document: usize, body: Body) -> Result<(), String> {
        let series = self.ties.series.get().map_or(0, Vec::len);
        let corpus = Rc::get_mut(&mut self.explorer.desk.corpus).ok_or("the texts are in use")?;
        let record = corpus.catalogue.documents.get(document).ok_or("there is no such document")?;
        let entities = corpus.catalogue.entities.len();
        if let Some(fault) = check_body(record, &body, entities, series).into_iter().next() {
            return Err(fault);
        }
        self.explorer.desk.passages.put(document, &body);
        *corpus.bodies.get_mut(document).ok_or("there is no such document")? = body;
        self.here[document] = true;
        self.stale = true;
        Ok(())
    }

    /// Indexes `document`, which is in and follows on those indexed before; else nothing happens.
    pub fn index(&mut self, document: usize) {
        let desk = &mut self.explorer.desk;
        let numbers = desk.passages.numbers(document);
        if self.here.get(document) != Some(&true) || numbers.start != self.indexed {
            return;
        }
        self.indexed = numbers.end;
        let builder = self.builder.get_or_insert_with(|| Builder::from(desk.take_index()));
        indexing::add_document(&desk.corpus, document, builder);
    }

    /// The explorer of what is in and indexed. After something came in this walks over all that is in.
    pub fn explorer(&mut self) -> &Explorer {
        if let Some(builder) = self.builder.take() {
            // Whoever refreshes looks for the names that mean the same, too.
            let corpus = self.explorer.desk.corpus.clone();
            let names = if self.stale { Vec::new() } else { indexing::same_names(&corpus) };
            self.explorer.desk.set_index(builder.finish(), names);
        }
        if std::mem::take(&mut self.stale) {
            self.explorer.refresh();
        }
        &self.explorer
    }

    /// The explorer of all texts.
    ///
    /// # Errors
    /// A sentence where the texts do not hold together.
    pub fn finish(mut self) -> Result<Explorer, String> {
        self.explorer();
        let corpus = Rc::get_mut(&mut self.explorer.desk.corpus).ok_or("the texts are in use")?;
        let Ties { acronyms, series, links } = self.ties;
        (corpus.catalogue.acronyms, corpus.catalogue.series, corpus.catalogue.links) = (acronyms, series, links);
        if let Some(fault) = check_across(corpus).into_iter().next() {
            return Err(fault);
        }
        self.explorer.refresh();
        Ok(self.explorer)
    }
}
