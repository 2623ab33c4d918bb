//! Filters: which passages they let through, and what each value would give.
//!
//! Any of the values within a facet, all of the facets, none of the excluded. A facet's own counts
//! are made under all **other** facets, so that a second value of it can be chosen.

use std::collections::{BTreeMap, BTreeSet};

use entente_corpus::{Corpus, EntityKind};

use crate::filter::{Facet, Filter};
use crate::listing::{FacetGroup, FacetValue};
use crate::prepare::{Prepared, Unit};

/// The values that a passage has for `facet`.
pub(crate) fn values<'a>(corpus: &'a Corpus, prepared: &Prepared, number: usize, facet: Facet) -> Vec<&'a str> {
    let Some(Unit { document, .. }) = prepared.units.get(number).copied() else { return Vec::new() };
    let Some(record) = corpus.catalogue.documents.get(document as usize) else { return Vec::new() };
    match facet {
        Facet::Country => prepared.names[number]
            .iter()
            .filter_map(|entity| corpus.catalogue.entities.get(*entity as usize))
            .filter(|entity| entity.kind == EntityKind::Country)
            .map(|entity| entity.id.as_str())
            .collect(),
        Facet::Document => vec![record.id.as_str()],
        Facet::Publisher => record.publisher.iter().map(|fact| fact.value.as_str()).collect(),
        Facet::Language => record.language.iter().map(|fact| fact.value.as_str()).collect(),
        Facet::Kind => vec![record.kind.value.as_str()],
    }
}

/// How many units have a value. Units come in order, so that the last one tells repeats.
#[derive(Clone, Copy, Debug, Default)]
struct Count {
    units: usize,
    last: Option<usize>,
}

impl Count {
    fn add(&mut self, unit: usize) {
        if self.last.replace(unit) != Some(unit) {
            self.units += 1;
        }
    }
}

/// True where `facet` alone lets the passage through.
fn passes(values: &[&str], filter: &Filter, facet: Facet) -> bool {
    let among = |list: &[String]| list.iter().any(|wanted| values.contains(&wanted.as_str()));
    let wanted = filter.wanted(facet);
    (wanted.is_empty() || among(wanted)) && !among(filter.unwanted(facet))
}

/// Which of `numbers`, which are in order, the filter lets through, and the counts of every facet's values in passages or documents.
pub(crate) fn apply(
    corpus: &Corpus,
    prepared: &Prepared,
    numbers: impl Iterator<Item = usize>,
    filter: &Filter,
    by_document: bool,
) -> (Vec<usize>, Vec<FacetGroup>) {
    let mut through = Vec::new();
    let mut counts: BTreeMap<Facet, BTreeMap<&str, Count>> = BTreeMap::new();
    for number in numbers {
        let all: Vec<Vec<&str>> = Facet::ALL.iter().map(|facet| values(corpus, prepared, number, *facet)).collect();
        let failing: Vec<Facet> = Facet::ALL
            .iter()
            .zip(&all)
            .filter(|(facet, values)| !passes(values, filter, **facet))
            .map(|(facet, _)| *facet)
            .collect();
        if failing.is_empty() {
            through.push(number);
        }
        for (facet, values) in Facet::ALL.iter().zip(&all) {
            if failing.is_empty() || failing == [*facet] {
                let unit = if by_document { prepared.units[number].document as usize } else { number };
                for value in values {
                    counts.entry(*facet).or_default().entry(value).or_default().add(unit);
                }
            }
        }
    }
    let groups = Facet::ALL
        .iter()
        .map(|facet| group(corpus, *facet, counts.remove(facet).unwrap_or_default(), filter))
        .collect();
    (through, groups)
}

fn group(corpus: &Corpus, facet: Facet, counts: BTreeMap<&str, Count>, filter: &Filter) -> FacetGroup {
    let mut values: Vec<FacetValue> = Vec::new();
    let mut ids: BTreeSet<&str> = counts.keys().copied().collect();
    ids.extend(every(corpus, facet));
    let asked = filter.wanted(facet).iter().chain(filter.unwanted(facet));
    for id in asked.map(String::as_str).filter(|id| !counts.contains_key(id)) {
        ids.insert(id);
    }
    let labels = labels(corpus, facet);
    for id in ids {
        let label = labels.get(id).cloned();
        values.push(FacetValue {
            id: id.to_owned(),
            known: label.is_some(),
            label: label.unwrap_or_else(|| id.to_owned()),
            count: counts.get(id).map_or(0, |count| count.units),
            chosen: filter.wanted(facet).iter().any(|wanted| wanted == id),
            excluded: filter.unwanted(facet).iter().any(|unwanted| unwanted == id),
        });
    }
    entente_text::order::sort_by(&mut values, |a, b| b.count.cmp(&a.count).then_with(|| a.label.cmp(&b.label)));
    FacetGroup { facet, values }
}

/// Every value of `facet` in this file: a value without passages stays choosable.
pub(crate) fn every(corpus: &Corpus, facet: Facet) -> Vec<&str> {
    let documents = corpus.catalogue.documents.iter();
    match facet {
        Facet::Country => {
            let countries = corpus.catalogue.entities.iter().filter(|entity| entity.kind == EntityKind::Country);
            countries.map(|entity| entity.id.as_str()).collect()
        }
        Facet::Document => documents.map(|record| record.id.as_str()).collect(),
        Facet::Publisher => {
            documents.filter_map(|record| record.publisher.as_ref()).map(|fact| fact.value.as_str()).collect()
        }
        Facet::Language => {
            documents.filter_map(|record| record.language.as_ref()).map(|fact| fact.value.as_str()).collect()
        }
        Facet::Kind => documents.map(|record| record.kind.value.as_str()).collect(),
    }
}

/// How each value of `facet` reads.
pub(crate) fn labels(corpus: &Corpus, facet: Facet) -> BTreeMap<&str, String> {
    match facet {
        Facet::Country => {
            corpus.catalogue.entities.iter().map(|entity| (entity.id.as_str(), entity.name.clone())).collect()
        }
        Facet::Document => {
            let documents = corpus.catalogue.documents.iter().enumerate();
            documents.map(|(at, record)| (record.id.as_str(), corpus.title_of(at).to_owned())).collect()
        }
        Facet::Kind => every(corpus, facet).into_iter().map(|id| (id, id.replace('-', " "))).collect(),
        Facet::Publisher | Facet::Language => every(corpus, facet).into_iter().map(|id| (id, id.to_owned())).collect(),
    }
}

/// How a value reads; `None` where this file has no such value.
pub(crate) fn label(corpus: &Corpus, facet: Facet, id: &str) -> Option<String> {
    labels(corpus, facet).remove(id)
}
