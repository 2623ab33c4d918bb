//! The type behind which everything lies.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use entente_corpus::{Corpus, PassageKind};
use entente_search::eval::Filters;
use entente_search::{Plan, Query as Tree};
use entente_text::order::{sort_by, sort_by_key};

use crate::dimensions::days;
use crate::facets::{self, Selection};
use crate::filter::{Facet, Filter, Query};
use crate::folding::{Folded, Restated};
use crate::listing::{DocumentList, NameCount, Summary};
use crate::named::{Called, Forms};
use crate::prepare::{Prepared, passage_of, reading_of, section_path};
use crate::reading::{Fragment, Place, Reading};
use crate::results::{Also, Explanation, Hit, HitGroup, Results, Sort};
use crate::suggest::{Suggestion, Suggestions};
use crate::tables::{Contents, Desk, Finding};
use crate::{cards, open, resolve};

/// A corpus, ready to be asked.
#[derive(Debug)]
pub struct Explorer {
    pub(crate) corpus: Rc<Corpus>,
    pub(crate) prepared: Prepared,
    pub(crate) made: Made,
}

/// What is made of corpus and preparations when it is first asked for.
#[derive(Debug, Default)]
pub(crate) struct Made {
    /// Words of all documents.
    pub(crate) words: OnceCell<usize>,
    suggestions: OnceCell<Suggestions>,
    pub(crate) restated: OnceCell<Restated>,
    pub(crate) forms: OnceCell<Forms>,
    pub(crate) contents: OnceCell<Contents>,
    pub(crate) findings: OnceCell<Vec<Finding>>,
}

/// What surrounds a text is found after the text itself.
const FURNITURE: f32 = 0.3;
/// A heading says little by itself: what stands under it is found first.
const HEADING: f32 = 0.8;
/// With fewer passages than this that have all of the words, those with some are offered.
const FEW: usize = 10;
/// Characters of a snippet: two lines at the width of the results.
const SNIPPET: usize = 210;

impl Explorer {
    /// Builds the index of `corpus`.
    #[must_use]
    pub fn new(corpus: Rc<Corpus>) -> Self {
        let prepared = Prepared::new(&corpus);
        Self::of(corpus, prepared)
    }

    /// The explorer of a corpus that is prepared already.
    pub(crate) fn of(corpus: Rc<Corpus>, prepared: Prepared) -> Self {
        Self { corpus, prepared, made: Made::default() }
    }

    /// Forgets what was made of the texts that were in before.
    pub(crate) fn refresh(&mut self) {
        self.prepared.count(&self.corpus);
        self.made = Made::default();
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

    /// Bytes of memory that the index takes.
    #[must_use]
    pub fn index_bytes(&self) -> usize {
        self.prepared.index.bytes()
    }

    /// What the file holds.
    #[must_use]
    pub fn summary(&self) -> Summary {
        let catalogue = &self.corpus.catalogue;
        let documents = catalogue.documents.len();
        let dimensions = &self.prepared.dimensions;
        let values = dimensions.of_entity.iter().filter_map(|at| dimensions.values.get(*at as usize));
        let mut names: Vec<NameCount> = values
            .map(|value| NameCount {
                id: value.id.clone(),
                name: value.label.clone(),
                kind: value.facet.as_str(),
                passages: value.passages as usize,
                documents: value.documents as usize,
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
            words: *self.made.words.get_or_init(|| crate::packed::words_of(&self.corpus) as usize),
            names,
            unread: catalogue
                .unread
                .iter()
                .map(|unread| (unread.file.clone(), unread.reason.clone(), unread.hint.clone()))
                .collect(),
            redacted: catalogue.redacted.clone(),
        }
    }

    /// Documents under `query` (a document matches when one of its passages does), with facets.
    #[must_use]
    pub fn documents(&self, query: &Query) -> DocumentList {
        let asked = self.ask(query);
        let found = self.select(asked.scores, &asked.filter, true);
        let mut matching: BTreeMap<usize, usize> = BTreeMap::new();
        for (number, _) in found.through {
            *matching.entry(self.prepared.units[number as usize].document as usize).or_default() += 1;
        }
        DocumentList {
            documents: matching
                .into_iter()
                .filter_map(|(document, count)| cards::card(&self.corpus, document, count))
                .collect(),
            of: self.corpus.catalogue.documents.len(),
            facets: found.groups,
            years: found.years,
        }
    }

    /// Like [`Explorer::documents`], in another order: by date, those without one last.
    #[must_use]
    pub fn documents_by(&self, query: &Query, sort: Sort) -> DocumentList {
        let mut list = self.documents(query);
        let newest = match sort {
            Sort::Best | Sort::Place => return list,
            Sort::Newest => true,
            Sort::Oldest => false,
        };
        sort_by_key(&mut list.documents, |card| {
            let bounds = card.date.as_ref().and_then(|date| date.date.bounds());
            bounds.map_or((u32::MAX, u32::MAX), |(first, last)| {
                if newest { (u32::MAX - last, u32::MAX - first) } else { (first, last) }
            })
        });
        list
    }

    /// Passages under `query`, at most `limit` of them, best first, with facets. Empty words and filters alone list
    /// the passages in document order.
    #[must_use]
    pub fn search(&self, query: &Query, limit: usize) -> Results {
        self.search_by(query, limit, Sort::Best)
    }

    /// Like [`Explorer::search`], in another order.
    #[must_use]
    pub fn search_by(&self, query: &Query, limit: usize, sort: Sort) -> Results {
        let mut asked = self.ask(query);
        // What is counted in the catalogue and not in yet has nothing to show.
        asked.scores.retain(|(number, _)| self.prepared.kinds[*number as usize].is_some());
        let unfiltered = asked.scores.len();
        let scores = std::mem::take(&mut asked.scores);
        let found = self.select(scores, &asked.filter, false);
        let total = found.through.len();
        let mut totals = vec![0_usize; self.corpus.catalogue.documents.len()];
        for (number, _) in &found.through {
            totals[self.prepared.units[*number as usize].document as usize] += 1;
        }
        let some = self.some(&asked, &found.through, limit);
        let ranked = self.folded(&asked.plan, found.through, limit, sort);
        let mut groups: Vec<HitGroup> = Vec::new();
        let mut places: BTreeMap<u32, usize> = BTreeMap::new();
        for (rank, folded) in (1..).zip(ranked) {
            let document = self.prepared.units[folded.number as usize].document;
            let hit = self.hit(folded, rank, &asked.plan);
            match places.get(&document) {
                Some(place) => groups[*place].hits.push(hit),
                None => {
                    places.insert(document, groups.len());
                    let record = &self.corpus.catalogue.documents[document as usize];
                    groups.push(HitGroup {
                        document: record.id.to_string(),
                        title: self.corpus.title_of(document as usize).to_owned(),
                        titled: record.title.is_some(),
                        date: record.date.as_ref().map(crate::tables::dated),
                        total: totals[document as usize],
                        hits: vec![hit],
                    });
                }
            }
        }
        Results {
            total,
            documents: totals.iter().filter(|count| **count > 0).count(),
            unfiltered,
            groups,
            facets: found.groups,
            years: found.years,
            did_you_mean: asked.did_you_mean,
            read_as: asked.read_as,
            remarks: asked.remarks,
            some,
        }
    }

    /// Gives each passage of `results` with all its words.
    pub fn unfold(&self, results: &mut Results, query: &Query) {
        let plan = self.asked(query);
        for hit in results.groups.iter_mut().flat_map(|group| &mut group.hits) {
            let Some((document, _)) =
                resolve::document(&self.corpus, &self.prepared.dimensions, &hit.place.document, None)
            else {
                continue;
            };
            let found = resolve::passage(&self.corpus, document, &hit.place.passage);
            let block = found.and_then(|(at, _)| open::block(&self.corpus, &self.prepared, document, at, &plan));
            if let Some(block) = block {
                hit.snippet = block.cells.into_iter().flatten().collect();
                (hit.cut, hit.whole) = (false, true);
            }
        }
    }

    /// Anchor of the passage that `passage` means in a document, and what is odd about the link.
    #[must_use]
    pub fn resolve(&self, document: &str, passage: &str) -> Option<(String, Option<String>)> {
        let (document, _) = resolve::document(&self.corpus, &self.prepared.dimensions, document, Some(passage))?;
        let (at, notice) = resolve::passage(&self.corpus, document, passage)?;
        Some((self.corpus.bodies.get(document)?.passages.get(at)?.anchor.clone(), notice))
    }

    /// Where few passages have all of the words: the query that finds those with some, and how many more these are.
    fn some(&self, asked: &Asked, through: &[(u32, f32)], limit: usize) -> Option<(String, usize)> {
        let words = asked.tree.any_of()?;
        if limit == 0 || through.is_empty() || through.len() >= FEW {
            return None;
        }
        let filters: Filters = &|name, value| Some(self.through(name, value));
        let further = asked.plan.further(&self.prepared.index, filters, through);
        let more = self.select(further, &asked.filter, false).through.len();
        (more > 0).then(|| (words.to_string(), more))
    }

    /// The best `limit` passages; those that say what a better one says stand under it.
    fn folded(&self, plan: &Plan, found: Vec<(u32, f32)>, limit: usize, sort: Sort) -> Vec<Folded> {
        let plain = |(number, score)| Folded { number, score, also: Vec::new() };
        if sort != Sort::Best {
            return self.ranked(plan, found, limit, sort).into_iter().map(plain).collect();
        }
        let restated = self.made.restated.get_or_init(|| Restated::new(&self.corpus, &self.prepared));
        // What is folded makes room for others: they are fetched until there are enough.
        let mut fetched = limit;
        loop {
            let ranked = self.ranked(plan, found.clone(), fetched, sort);
            let all = ranked.len() < fetched || fetched == 0;
            let mut folded = restated.fold(&self.corpus, &self.prepared, ranked);
            if all || folded.len() >= limit {
                folded.truncate(limit);
                return folded;
            }
            fetched += limit;
        }
    }

    pub(crate) fn select(&self, scores: Vec<(u32, f32)>, filter: &Filter, by_document: bool) -> Selection {
        facets::apply(&self.prepared.dimensions, &self.prepared.units, scores, filter, by_document)
    }

    pub(crate) fn ranked(&self, plan: &Plan, mut list: Vec<(u32, f32)>, limit: usize, sort: Sort) -> Vec<(u32, f32)> {
        let index = &self.prepared.index;
        if sort == Sort::Best {
            return entente_search::best(index, plan, list, limit);
        }
        let days = |number: u32| {
            let document = self.prepared.units[number as usize].document as usize;
            self.prepared.dimensions.dates_of(number as usize, document).first().copied()
        };
        match sort {
            Sort::Best | Sort::Place => {}
            Sort::Oldest => sort_by_key(&mut list, |(number, _)| days(*number).unwrap_or((u32::MAX, u32::MAX))),
            Sort::Newest => sort_by_key(&mut list, |(number, _)| {
                days(*number).map_or((u32::MAX, u32::MAX), |days| (u32::MAX - days.1, u32::MAX - days.0))
            }),
        }
        list.truncate(limit);
        let order: Vec<u32> = list.iter().map(|(number, _)| *number).collect();
        let near = entente_search::brought_near(index, plan, list);
        let score = |number: u32| near.binary_search_by_key(&number, |(known, _)| *known).map_or(0.0, |at| near[at].1);
        order.into_iter().map(|number| (number, score(number))).collect()
    }

    /// The score of a passage under `query`, taken apart; `None` where it is not found.
    #[must_use]
    pub fn explain(&self, query: &Query, document: &str, passage: &str) -> Option<Explanation> {
        self.explain_all(query, &[(document, passage)]).pop().flatten()
    }

    /// The scores of passages under `query`, each by its document and its own id, taken apart: the query is asked once.
    #[must_use]
    pub fn explain_all(&self, query: &Query, places: &[(&str, &str)]) -> Vec<Option<Explanation>> {
        let asked = self.ask(query);
        let found = |(document, passage): &(&str, &str)| {
            let (document, _) = resolve::document(&self.corpus, &self.prepared.dimensions, document, Some(passage))?;
            let (passage, _) = resolve::passage(&self.corpus, document, passage)?;
            let number = u32::try_from(self.prepared.number(document, passage)).ok()?;
            let at = asked.scores.binary_search_by_key(&number, |(known, _)| *known).ok()?;
            Some((number, asked.scores[at].1))
        };
        let found: Vec<Option<(u32, f32)>> = places.iter().map(found).collect();
        let numbers: Vec<u32> = found.iter().flatten().map(|(number, _)| *number).collect();
        let mut parts = asked.plan.explain(&self.prepared.index, &numbers).into_iter();
        let mut explained = |(number, score): (u32, f32)| {
            let mut parts = parts.next().unwrap_or_default();
            let (weight, what) = self.weight(number as usize);
            if weight < 1.0 {
                parts.push(entente_search::Part { what: what.to_owned(), value: weight, factor: true });
            }
            let named = asked.called.factor(self.prepared.dimensions.of_passage(number as usize));
            if named > 1.0 {
                let what = "it names, in whatever words, what is asked for".to_owned();
                parts.push(entente_search::Part { what, value: named, factor: true });
            }
            Explanation { parts, score: score * asked.plan.nearness(&self.prepared.index, &[number])[0] }
        };
        found.into_iter().map(|found| found.map(&mut explained)).collect()
    }

    /// At most `limit` suggestions for what is being typed: names by any of their forms, titles, words.
    #[must_use]
    pub fn suggest(&self, typed: &str, limit: usize) -> Vec<Suggestion> {
        let suggestions = self.made.suggestions.get_or_init(|| Suggestions::new(&self.corpus, &self.prepared));
        suggestions.of(&self.prepared, typed, limit)
    }

    fn hit(&self, folded: Folded, rank: usize, plan: &Plan) -> Hit {
        let Folded { number, score, also } = folded;
        let unit = self.prepared.units[number as usize];
        let text = reading_of(&self.corpus, unit);
        let marks = plan.marks(&self.prepared.index, &text);
        let window = entente_search::snippet(&text, &marks, SNIPPET);
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
            score,
            place: self.place(number as usize),
            section: section_path(&self.corpus, unit),
            snippet,
            cut: window.start > 0,
            whole: window == (0..text.len()),
            missing: plan.missing(&self.prepared.index, number),
            also: also
                .into_iter()
                .map(|(number, differ)| {
                    let document = self.prepared.units[number as usize].document as usize;
                    let title = self.corpus.title_of(document).to_owned();
                    Also { place: self.place(number as usize), title, differ }
                })
                .collect(),
        }
    }

    pub(crate) fn place(&self, number: usize) -> Place {
        let unit = self.prepared.units[number];
        let record = &self.corpus.catalogue.documents[unit.document as usize];
        let body = &self.corpus.bodies[unit.document as usize];
        let lines = self.prepared.lines(&self.corpus, unit.document as usize);
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
        let (at, notice) = resolve::document(&self.corpus, &self.prepared.dimensions, document, passage)?;
        let plan = self.asked(query);
        let mut reading = open::open(&self.corpus, &self.prepared, at, &plan)?;
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
        resolve::canonical(&self.corpus, &self.prepared.dimensions, facet, value)
    }

    /// For a value that is not in this file, the nearest one that is: id and label.
    #[must_use]
    pub fn nearest(&self, facet: Facet, value: &str) -> Option<(String, String)> {
        resolve::nearest(&self.prepared.dimensions, facet, value)
    }

    /// How a value of `facet` reads; `None` where this file has no such value.
    #[must_use]
    pub fn label(&self, facet: Facet, value: &str) -> Option<String> {
        self.prepared.dimensions.label(facet, value)
    }

    /// Where a pasted link, fragment or citation leads: `#/…` route; `None` where `text` is a query.
    #[must_use]
    pub fn pasted(&self, text: &str) -> Option<String> {
        resolve::pasted(&self.prepared.dimensions, text)
    }

    /// The words of `query` as a passage's own words are marked by them.
    pub(crate) fn asked(&self, query: &Query) -> Plan {
        self.plan(&read(&query.text, true).query.lifted(is_filter).1)
    }

    fn plan(&self, tree: &Tree) -> Plan {
        Plan::new(&self.prepared.index, tree, &self.prepared.synonyms)
    }

    /// Reads a query: passages with scores, filters of the text and of the query together, what was odd.
    pub(crate) fn ask(&self, query: &Query) -> Asked {
        let typed = read(&query.text, true);
        let (lifted, tree) = typed.query.lifted(is_filter);
        let mut filter: Filter = query.filter.clone();
        for (name, value, excluded) in &lifted {
            if let Some(facet) = Facet::from_word(name) {
                let id = self.canonical(facet, value);
                filter = if *excluded { filter.excluding(facet, &id) } else { filter.with(facet, &id) };
            }
        }
        let mut remarks = typed.remarks;
        let plan = self.plan(&tree);
        let analyser = &self.prepared.index.analyser;
        let forms = self.made.forms.get_or_init(|| Forms::new(&self.corpus, analyser));
        let canonical = read(&query.text, false).query;
        let called = forms.called(analyser, &canonical.said()).valued(&self.prepared.dimensions.of_entity);
        let scores: Vec<(u32, f32)> = if tree.is_empty() {
            (0_u32..).zip(&self.prepared.units).map(|(number, _)| (number, 0.0)).collect()
        } else {
            let found = plan.search(&self.prepared.index, &|name, value| Some(self.through(name, value)));
            remarks.extend(found.remarks);
            let weighed = |(number, score): (u32, f32)| {
                let at = number as usize;
                (number, score * self.weight(at).0 * called.factor(self.prepared.dimensions.of_passage(at)))
            };
            found.passages.into_iter().map(weighed).collect()
        };
        let did_you_mean = (!plan.meant.is_empty()).then(|| {
            plan.meant.iter().fold(canonical.clone(), |query, (from, to)| query.with_word(from, to)).to_string()
        });
        let as_typed: Vec<&str> = query.text.split_whitespace().collect();
        let read_as = Some(canonical.to_string())
            .filter(|written| !matches!(canonical, Tree::Closest(_)) && *written != as_typed.join(" "));
        Asked { filter, scores, remarks, plan, tree: canonical, words: tree, called, did_you_mean, read_as }
    }

    /// Which passages a filter inside the words of a query lets through.
    pub(crate) fn through(&self, name: &str, value: &str) -> Vec<bool> {
        let dimensions = &self.prepared.dimensions;
        let units = self.prepared.units.iter().enumerate();
        let dated = |fits: &dyn Fn(u32, u32) -> bool| -> Vec<bool> {
            let any = |number, document| dimensions.dates_of(number, document).iter().any(|days| fits(days.0, days.1));
            units.clone().map(|(number, unit)| any(number, unit.document as usize)).collect()
        };
        match (name, days(value), Facet::from_word(name)) {
            ("after" | "from", Some((first, _)), _) => dated(&|_, last| last >= first),
            ("before", Some((first, _)), _) => dated(&|start, _| start < first),
            ("to", Some((_, last)), _) => dated(&|start, _| start <= last),
            (_, _, Some(facet)) => {
                let found = dimensions.find(facet, &self.canonical(facet, value));
                let has = |row: &[u32]| found.is_some_and(|value| row.contains(&value));
                let own =
                    |number, document| has(dimensions.of_passage(number)) || has(dimensions.of_document(document));
                units.map(|(number, unit)| own(number, unit.document as usize)).collect()
            }
            (_, _, None) => vec![false; self.prepared.units.len()],
        }
    }

    /// What a passage's kind does to its score, and why.
    fn weight(&self, number: usize) -> (f32, &'static str) {
        match self.prepared.kinds.get(number).copied().flatten() {
            Some(PassageKind::Furniture) => (FURNITURE, "it surrounds the text"),
            Some(PassageKind::Heading | PassageKind::Question) => (HEADING, "a heading or question"),
            _ => (1.0, ""),
        }
    }
}

fn read(text: &str, typing: bool) -> entente_search::Read {
    let names: Vec<&str> = Facet::ALL.iter().chain(Facet::OF_FACTS).map(|facet| facet.as_str()).collect();
    entente_search::read(text, &names, typing)
}

fn is_filter(name: &str) -> bool {
    Facet::from_word(name).is_some()
}

/// A query as it was read, and what it found before any filter.
pub(crate) struct Asked {
    pub(crate) filter: Filter,
    pub(crate) scores: Vec<(u32, f32)>,
    remarks: Vec<String>,
    pub(crate) plan: Plan,
    /// As it was read, filters and all.
    pub(crate) tree: Tree,
    /// The same without the filters that hold for the whole query, the last word perhaps being typed.
    pub(crate) words: Tree,
    called: Called,
    did_you_mean: Option<String>,
    read_as: Option<String>,
}
