//! The type behind which everything lies.

use std::collections::BTreeMap;
use std::rc::Rc;

use entente_corpus::{Corpus, PassageKind};
use entente_search::parse::Read;
use entente_text::order::sort_by;

use crate::filter::{Facet, Filter, Query};
use crate::listing::{DocumentList, NameCount, Summary};
use crate::prepare::{Prepared, passage_of, section_path};
use crate::reading::{Fragment, Place, Reading};
use crate::results::{Hit, HitGroup, Results};
use crate::tables::Desk;
use crate::{cards, facets, open, resolve};

/// A corpus, ready to be asked.
#[derive(Debug)]
pub struct Explorer {
    pub(crate) corpus: Rc<Corpus>,
    pub(crate) prepared: Prepared,
}

/// What surrounds a text is found after the text itself.
const FURNITURE: f64 = 0.3;
/// A heading says little by itself: what stands under it is found first.
const HEADING: f64 = 0.8;
/// Characters of a snippet: two lines at the width of the results.
const SNIPPET: usize = 210;

impl Explorer {
    /// Builds the index of `corpus`.
    #[must_use]
    pub fn new(corpus: Rc<Corpus>) -> Self {
        let prepared = Prepared::new(&corpus);
        Self { corpus, prepared }
    }

    /// Corpus and preparations, for the lists.
    pub(crate) fn desk(&self) -> Desk<'_> {
        Desk { corpus: &self.corpus, prepared: &self.prepared }
    }

    /// The corpus itself.
    #[must_use]
    pub fn corpus(&self) -> &Corpus {
        &self.corpus
    }

    /// What the file holds.
    #[must_use]
    pub fn summary(&self) -> Summary {
        let catalogue = &self.corpus.catalogue;
        let documents = catalogue.documents.len();
        let counts = self.name_counts();
        let mut names: Vec<NameCount> = catalogue
            .entities
            .iter()
            .zip(counts)
            .map(|(entity, (passages, documents))| NameCount {
                id: entity.id.clone(),
                name: entity.name.clone(),
                kind: entity.kind.as_str(),
                passages,
                documents,
            })
            .collect();
        sort_by(&mut names, |a, b| {
            a.kind.cmp(b.kind).then(b.passages.cmp(&a.passages)).then_with(|| a.name.cmp(&b.name))
        });
        Summary {
            title: catalogue.title.clone().unwrap_or_else(|| {
                if documents == 1 { "1 document".to_owned() } else { format!("{documents} documents") }
            }),
            description: catalogue.description.clone(),
            edition: catalogue.edition.clone(),
            marking: catalogue.marking.clone(),
            documents,
            passages: self.prepared.units.len(),
            words: catalogue.documents.iter().map(|record| record.words as usize).sum(),
            names,
            unread: catalogue
                .unread
                .iter()
                .map(|unread| (unread.file.clone(), unread.reason.clone(), unread.hint.clone()))
                .collect(),
        }
    }

    /// For each entity, the passages and documents that name it.
    fn name_counts(&self) -> Vec<(usize, usize)> {
        let mut counts: Vec<(usize, usize)> = vec![(0, 0); self.corpus.catalogue.entities.len()];
        let mut last: Vec<Option<u32>> = vec![None; counts.len()];
        for (unit, named) in self.prepared.units.iter().zip(&self.prepared.names) {
            for entity in named {
                let (Some(count), Some(last)) = (counts.get_mut(*entity as usize), last.get_mut(*entity as usize))
                else {
                    continue;
                };
                count.0 += 1;
                if last.replace(unit.document) != Some(unit.document) {
                    count.1 += 1;
                }
            }
        }
        counts
    }

    /// Documents under `query` (a document matches when one of its passages does), with facets.
    #[must_use]
    pub fn documents(&self, query: &Query) -> DocumentList {
        let asked = self.ask(query);
        let (through, facets) =
            facets::apply(&self.corpus, &self.prepared, asked.scores.keys().copied(), &asked.filter, true);
        let mut matching: BTreeMap<usize, usize> = BTreeMap::new();
        for number in through {
            *matching.entry(self.prepared.units[number].document as usize).or_default() += 1;
        }
        DocumentList {
            documents: matching
                .into_iter()
                .filter_map(|(document, count)| cards::card(&self.corpus, document, count))
                .collect(),
            of: self.corpus.catalogue.documents.len(),
            facets,
        }
    }

    /// Passages under `query`, at most `limit` of them, with facets. Empty words and filters alone list
    /// the passages in document order.
    #[must_use]
    pub fn search(&self, query: &Query, limit: usize) -> Results {
        let mut asked = self.ask(query);
        // What is counted in the catalogue and not in yet has nothing to show.
        asked.scores.retain(|number, _| passage_of(&self.corpus, self.prepared.units[*number]).is_some());
        let unfiltered = asked.scores.len();
        let (through, facets) =
            facets::apply(&self.corpus, &self.prepared, asked.scores.keys().copied(), &asked.filter, false);
        let total = through.len();
        let mut ranked: Vec<(usize, f64)> = through.iter().map(|number| (*number, asked.scores[number])).collect();
        sort_by(&mut ranked, |a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        let mut totals: BTreeMap<u32, usize> = BTreeMap::new();
        for number in &through {
            *totals.entry(self.prepared.units[*number].document).or_default() += 1;
        }
        let mut groups: Vec<HitGroup> = Vec::new();
        for (rank, (number, score)) in (1..).zip(ranked.into_iter().take(limit)) {
            let document = self.prepared.units[number].document as usize;
            let record = &self.corpus.catalogue.documents[document];
            let hit = self.hit(number, rank, score, &asked.read);
            match groups.iter_mut().find(|group| group.document == record.id.as_str()) {
                Some(group) => group.hits.push(hit),
                None => groups.push(HitGroup {
                    document: record.id.to_string(),
                    title: self.corpus.title_of(document).to_owned(),
                    titled: record.title.is_some(),
                    total: totals.get(&self.prepared.units[number].document).copied().unwrap_or(0),
                    hits: vec![hit],
                }),
            }
        }
        let documents = totals.len();
        let canonical = asked.read.query.to_string();
        let as_typed = canonical.trim_end_matches('*') == query.text.trim_end_matches('*');
        let read_as = (!query.text.is_empty() && asked.read.filters.is_empty() && !as_typed)
            .then(|| canonical.trim_end_matches('*').to_owned());
        Results { total, documents, unfiltered, groups, facets, read_as, remarks: asked.remarks }
    }

    fn hit(&self, number: usize, rank: usize, score: f64, read: &Read) -> Hit {
        let unit = self.prepared.units[number];
        let text = &self.prepared.readings[number].text;
        let marks = entente_search::marks(&self.prepared.index, &read.query, text);
        let window = entente_search::snippet(text, &marks, SNIPPET);
        let mut snippet = Vec::new();
        let mut at = window.start;
        let plain = |range: std::ops::Range<usize>| Fragment { text: text[range].to_owned(), ..Fragment::default() };
        for mark in marks.iter().filter(|mark| mark.start >= window.start && mark.end <= window.end) {
            if at < mark.start {
                snippet.push(plain(at..mark.start));
            }
            snippet.push(Fragment { hit: true, hit_start: true, ..plain(mark.clone()) });
            at = mark.end;
        }
        if at < window.end {
            snippet.push(plain(at..window.end));
        }
        Hit {
            rank,
            score: score as f32,
            place: self.place(number),
            section: section_path(&self.corpus, unit, &self.prepared.starts, &self.prepared.readings),
            snippet,
            cut: window.start > 0,
            whole: window == (0..text.len()),
        }
    }

    fn place(&self, number: usize) -> Place {
        let unit = self.prepared.units[number];
        let record = &self.corpus.catalogue.documents[unit.document as usize];
        let body = &self.corpus.bodies[unit.document as usize];
        let lines = &self.prepared.lines[unit.document as usize];
        let passage = passage_of(&self.corpus, unit);
        Place {
            document: record.id.to_string(),
            passage: passage.map_or_else(String::new, |passage| passage.anchor.clone()),
            file: record.file.clone(),
            lines: passage
                .map_or_else(Vec::new, |passage| passage.pieces.iter().map(|piece| lines.range(piece.span)).collect()),
            number: passage.and_then(|passage| passage.number).map(|span| span.of(&body.text).to_owned()),
        }
    }

    /// The document with this id (its last eight characters decide; else the one with the same slug, else
    /// the one with that passage, is given with a notice), with the words of `query` marked.
    #[must_use]
    pub fn reading(&self, document: &str, passage: Option<&str>, query: &Query) -> Option<Reading> {
        let (at, notice) = resolve::document(&self.corpus, document, passage)?;
        let read = self.read(&query.text);
        let mut reading = open::open(&self.corpus, &self.prepared, at, &read.query)?;
        reading.notice = notice;
        if let Some((found, notice)) = passage.and_then(|passage| resolve::passage(&self.corpus, at, passage)) {
            reading.current = reading.blocks.get(found).map(|block| block.anchor.clone());
            reading.notice = reading.notice.or(notice);
        }
        Some(reading)
    }

    /// The id that `value` means for `facet`: ids and known names in any case are rewritten to ids
    /// ("US", "Republic of Korea", "ROK"); what is not known stays as it is.
    #[must_use]
    pub fn canonical(&self, facet: Facet, value: &str) -> String {
        resolve::canonical(&self.corpus, facet, value)
    }

    /// For a value that is not in this file, the nearest one that is: id and label.
    #[must_use]
    pub fn nearest(&self, facet: Facet, value: &str) -> Option<(String, String)> {
        resolve::nearest(&self.corpus, facet, value)
    }

    /// How a value of `facet` reads; `None` where this file has no such value.
    #[must_use]
    pub fn label(&self, facet: Facet, value: &str) -> Option<String> {
        facets::label(&self.corpus, facet, value)
    }

    /// Where a pasted link, fragment or citation leads: `#/…` route; `None` where `text` is a query.
    #[must_use]
    pub fn pasted(&self, text: &str) -> Option<String> {
        resolve::pasted(&self.corpus, text)
    }

    fn read(&self, text: &str) -> Read {
        let names: Vec<&str> = Facet::ALL.iter().map(|facet| facet.as_str()).collect();
        entente_search::read(text, &names, true)
    }

    /// Reads a query: passages with scores, filters of the text and of the query together, what was odd.
    fn ask(&self, query: &Query) -> Asked {
        let read = self.read(&query.text);
        let mut filter: Filter = query.filter.clone();
        for (name, value, excluded) in &read.filters {
            if let Some(facet) = Facet::from_word(name) {
                let id = self.canonical(facet, value);
                filter = if *excluded { filter.excluding(facet, &id) } else { filter.with(facet, &id) };
            }
        }
        let mut remarks = read.remarks.clone();
        let scores = if read.query.is_empty() {
            (0..self.prepared.units.len()).map(|number| (number, 0.0)).collect()
        } else {
            let found = entente_search::search(&self.prepared.index, &read.query);
            remarks.extend(found.remarks);
            found
                .passages
                .into_iter()
                .map(|(number, score)| (number as usize, score * self.weight(number as usize)))
                .collect()
        };
        Asked { read, filter, scores, remarks }
    }

    fn weight(&self, number: usize) -> f64 {
        match passage_of(&self.corpus, self.prepared.units[number]).map(|passage| passage.kind) {
            Some(PassageKind::Furniture) => FURNITURE,
            Some(PassageKind::Heading | PassageKind::Question) => HEADING,
            _ => 1.0,
        }
    }
}

/// A query as it was read, and what it found before any filter.
struct Asked {
    read: Read,
    filter: Filter,
    scores: BTreeMap<usize, f64>,
    remarks: Vec<String>,
}
