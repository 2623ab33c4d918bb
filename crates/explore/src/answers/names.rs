//! The index of names.

use std::cmp::Reverse;
use std::ops::Range;

use entente_corpus::Entity;
use entente_text::order::sort_by_key;

use super::choose::{Entry, NO_PARTS, choose};
use super::compiled_filter::{AxisBits, CompiledFilter};
use super::facet_groups::facet_groups_up_to;
use super::sort_rows::{SortKey, sort_rows};
use crate::desk::Desk;
use crate::desk::dates::Days;
use crate::models::facts::{List, NameRef};
use crate::models::listing::{FacetGroup, FacetValue};
use crate::query::{Axis, Filter, Query, Selection};

/// One name of the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameRow {
    /// The name.
    pub name: NameRef,
    /// Other forms printed in this file, most frequent first.
    pub forms: Vec<String>,
    /// Whom it belongs to.
    pub parent: Option<NameRef>,
    /// ISO 3166-1 alpha-2 for countries.
    pub code: Option<String>,
    /// Times it is named.
    pub mentions: usize,
    /// Passages that name it.
    pub passages: usize,
    /// Documents that name it.
    pub documents: usize,
}

/// Names that pass the filters, with the counts of this file: by kind, most passages first.
///
/// A name passes a filter if a document that names it does, or, within one passage, if a passage that names it does.
pub(crate) fn names(desk: &Desk, query: &Query, selection: &Selection) -> List<NameRow> {
    // A name that cannot be had keeps its place and has no row.
    let entities: Vec<Option<&Entity>> = desk.corpus.catalogue.entities.iter().collect();
    let mut mentions = vec![0_usize; entities.len()];
    let mut distinct = Distinct::new(entities.len());
    let (mut in_passages, mut in_documents) = (mentions.clone(), mentions.clone());
    for body in desk.corpus.bodies.iter().flatten() {
        for mention in &body.mentions {
            if let Some(count) = mentions.get_mut(mention.entity as usize) {
                *count += 1;
            }
        }
        // Mentions are in the order of passages.
        for here in body.mentions.chunk_by(|one, next| one.passage == next.passage) {
            count_each(&mut in_passages, &distinct.of(here.iter().map(|mention| mention.entity)));
        }
        count_each(&mut in_documents, &distinct.of(body.mentions.iter().map(|mention| mention.entity)));
    }
    let places = places(desk, &query.filter);
    let passing = passing(&places, &query.filter, entities.len());
    // Words and kinds are the names' own; the other filters are those of the places.
    let own = query.with_filter(Filter::default());
    let worded = !query.text.is_empty();
    let all: Vec<Entry> =
        entities.iter().map(|entity| entity.map_or_else(Entry::default, |entity| entry(entity, worded))).collect();
    let mut chosen = choose(desk, &all, &own, selection);
    let fitting = chosen.rows.clone();
    if passing.len() < all.len() {
        let some: Vec<Entry> = passing.iter().map(|at| all[*at].clone()).collect();
        chosen = choose(desk, &some, &own, selection);
        chosen.rows = chosen.rows.into_iter().map(|at| passing[at]).collect();
    }
    let counts = counts(desk, &places, &fitting, entities.len());
    chosen.groups.extend(groups(desk, &counts, &query.filter));
    chosen.most = usize::MAX;
    let row = |at: usize| {
        let entity = entities[at]?;
        Some(NameRow {
            name: desk.name(u32::try_from(at).ok()?)?,
            forms: entity.forms.iter().map(|form| form.text.clone()).filter(|form| *form != entity.name).collect(),
            parent: entity.parent.and_then(|parent| desk.name(parent)),
            code: entity.code.clone(),
            mentions: mentions[at],
            passages: in_passages[at],
            documents: in_documents[at],
        })
    };
    let kind = |at: usize| entities[at].map(|entity| entity.kind);
    let mut order = chosen.rows.clone();
    sort_by_key(&mut order, |at| {
        (kind(*at), Reverse(in_passages[*at]), entities[*at].map(|entity| entity.name.as_str()))
    });
    sort_rows(&mut order, selection.sorting(), |at, column| match column {
        "name" => SortKey::words(&entities[at]?.name),
        "documents" => SortKey::count(in_documents[at]),
        "passages" => SortKey::count(in_passages[at]),
        "mentions" => SortKey::count(mentions[at]),
        "kind" => SortKey::words(entities[at]?.kind.as_str()),
        _ => None,
    });
    // Names of a kind stay together.
    if selection.sorting().columns().first().is_none_or(|(column, _)| *column != "kind") {
        sort_by_key(&mut order, |at| kind(*at));
    }
    chosen.list(entities.len(), order, NO_PARTS, row)
}

/// `worded`: with the words by which it is found.
fn entry(entity: &Entity, worded: bool) -> Entry {
    let mut words = String::new();
    if worded {
        let forms: Vec<&str> = entity.forms.iter().map(|form| form.text.as_str()).collect();
        words = [entity.name.as_str(), &forms.join(" "), &entity.known_as.join(" ")].join(" ");
    }
    Entry { own: vec![(Axis::EntityKind, entity.kind.as_str().to_owned())], words, ..Entry::default() }
}

/// Finds the different ones among numbers below a bound, without sorting them.
struct Distinct {
    /// Of each number the round in which it was met last.
    met: Vec<usize>,
    round: usize,
}

impl Distinct {
    fn new(bound: usize) -> Self {
        Self { met: vec![0; bound], round: 0 }
    }

    /// Each of `numbers` once, in the order in which they come; none that is not below the bound.
    fn of(&mut self, numbers: impl Iterator<Item = u32>) -> Vec<u32> {
        self.round += 1;
        let (met, round) = (&mut self.met, self.round);
        numbers
            .filter(|number| met.get_mut(*number as usize).is_some_and(|met| std::mem::replace(met, round) != round))
            .collect()
    }
}

/// Adds one to the count of each of `names`.
fn count_each(counts: &mut [usize], names: &[u32]) {
    for name in names {
        counts[*name as usize] += 1;
    }
}

/// A document or a passage: the names in it, its values, and the axes that shut it out.
struct NamingPlace {
    names: Vec<u32>,
    values: Vec<u32>,
    failing: u32,
}

/// All documents; all passages if the filter is to hold within one.
fn places(desk: &Desk, filter: &Filter) -> Vec<NamingPlace> {
    let values = &desk.values;
    let compiled = CompiledFilter::new(values, filter);
    let mut out = Vec::new();
    let mut distinct_names = Distinct::new(desk.corpus.catalogue.entities.len());
    let mut distinct_values = Distinct::new(values.all.len());
    let mut add = |document: u32, numbers: Range<usize>, names: Vec<u32>, dates: &[Days]| {
        let rows = numbers.flat_map(|number| values.of_passage(number)).chain(values.of_document(document as usize));
        let row = distinct_values.of(rows.copied());
        let mut state = compiled.add(AxisBits::default(), &row);
        if compiled.is_dated() {
            state = compiled.date(state, dates);
        }
        out.push(NamingPlace { names, values: row, failing: compiled.failing(state) });
    };
    for (document, body) in desk.corpus.bodies.numbered() {
        let numbers = desk.passages.numbers(document as usize);
        if filter.same_passage {
            for (number, passage) in numbers.zip(0_u32..) {
                add(
                    document,
                    number..number + 1,
                    desk.named(document, passage),
                    values.dates_of(number, document as usize),
                );
            }
        } else {
            let names = distinct_names.of(body.mentions.iter().map(|mention| mention.entity));
            let date = values.date_of_document(document as usize);
            add(document, numbers, names, date.as_slice());
        }
    }
    out
}

/// The names of the places that the filter lets through; all names if nothing is filtered.
fn passing(places: &[NamingPlace], filter: &Filter, count: usize) -> Vec<usize> {
    let mut passes = vec![filter.is_empty(); count];
    for name in places.iter().filter(|place| place.failing == 0).flat_map(|place| &place.names) {
        if let Some(passes) = passes.get_mut(*name as usize) {
            *passes = true;
        }
    }
    (0..count).filter(|at| passes[*at]).collect()
}

/// For each value, how many of the `fitting` names would be listed with it chosen.
fn counts(desk: &Desk, places: &[NamingPlace], fitting: &[usize], count: usize) -> Vec<u32> {
    let mut fits = vec![false; count];
    for at in fitting {
        fits[*at] = true;
    }
    // The places of each value that nothing shuts out but, at most, the value's own axis.
    let mut places_of: Vec<Vec<&NamingPlace>> = vec![Vec::new(); desk.values.all.len()];
    for place in places.iter().filter(|place| place.failing.count_ones() <= 1) {
        for value in &place.values {
            if place.failing == 0 || place.failing == desk.values.all[*value as usize].axis.bit() {
                places_of[*value as usize].push(place);
            }
        }
    }
    let mut last = vec![u32::MAX; count];
    let mut count_of = |value: u32, places: &[&NamingPlace]| {
        let names = places.iter().flat_map(|place| &place.names).map(|name| *name as usize);
        let new = |name: &usize| fits.get(*name) == Some(&true) && std::mem::replace(&mut last[*name], value) != value;
        names.filter(new).fold(0_u32, |sum, _| sum + 1)
    };
    (0_u32..).zip(&places_of).map(|(value, places)| count_of(value, places)).collect()
}

fn groups(desk: &Desk, counts: &[u32], filter: &Filter) -> Vec<FacetGroup> {
    let groups = facet_groups_up_to(desk, counts, filter, usize::MAX).into_iter();
    let groups = groups.filter(|group| !group.axis.is_of_rows()).map(|group| {
        let is_shown = |value: &FacetValue| value.count > 0 || value.chosen || value.excluded;
        let values = group.values.into_iter().filter(is_shown).collect();
        FacetGroup { axis: group.axis, values, of: group.of }
    });
    groups.filter(|group| !group.values.is_empty()).collect()
}
