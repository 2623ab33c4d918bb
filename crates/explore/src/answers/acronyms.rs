//! Short forms, and what they stand for.

use std::collections::BTreeMap;

use entente_corpus::{Acronym, Basis};
use entente_text::fold::fold;
use entente_text::order::{set, sort_by_key};

use super::choose::{Entry, PartOf, choose};
use super::sort_rows::{SortKey, sort_rows};
use crate::desk::Desk;
use crate::models::facts::{List, NameRef, Source};
use crate::query::{Axis, Query, Selection};

/// One short form with one meaning, in all documents that have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AcronymRow {
    /// As printed.
    pub acronym: String,
    /// What it stands for; `None` if nothing expands it.
    pub expansion: Option<String>,
    /// Stated in a document, or inferred from another.
    pub basis: Basis,
    /// What it names.
    pub name: Option<NameRef>,
    /// The words that expand it, or its first place if nothing expands it.
    pub source: Source,
    /// Documents that have it.
    pub documents: usize,
    /// Its first place in each of the other documents, at most [`MAX_PLACES`] of them.
    pub elsewhere: Vec<Source>,
    /// Name of the rule that found it.
    pub rule: String,
}

/// Places in other documents that a row has at most.
const MAX_PLACES: usize = 20;

/// The status of a short form that nothing expands.
pub(crate) const NEVER_OPENED: &str = "never-opened";

/// The parts of the list: expanded somewhere, never.
const PARTS: &[PartOf] = &[PartOf::without(NEVER_OPENED, "opened"), PartOf::with(NEVER_OPENED)];

/// Short forms that pass the filters, by letters.
pub(crate) fn acronyms(desk: &Desk, query: &Query, selection: &Selection) -> List<AcronymRow> {
    let all = desk.acronyms();
    let groups = grouped(desk);
    let entries: Vec<Entry> = groups.iter().map(|group| entry(all, group)).collect();
    let chosen = choose(desk, &entries, query, selection);
    let mut order = chosen.rows.clone();
    sort_rows(&mut order, selection.sorting(), |at, column| {
        let group = groups.get(at)?;
        let first = all.get(*group.first()?)?;
        match column {
            "name" => SortKey::words(&first.acronym),
            "stands-for" => SortKey::words(first.expansion.as_deref()?),
            "documents" => SortKey::count(set(group.iter().map(|at| all[*at].document)).len()),
            "document" => SortKey::words(desk.corpus.title_of(first.document as usize)),
            _ => None,
        }
    });
    let part_of = |at: usize| usize::from(all[groups[at][0]].expansion.is_none());
    let mut list = chosen.list(groups.len(), order, (PARTS, &part_of), |at| group_row(desk, groups.get(at)?));
    // The export table has a row for each document.
    let exported = set(list.exported.iter().flat_map(|at| groups[*at].iter().copied()));
    list.exported = exported.into_iter().collect();
    list
}

/// Indices of the short forms that are one row: the same letters with the same meaning. The one that states the meaning
/// comes first.
pub(crate) fn grouped(desk: &Desk) -> Vec<Vec<usize>> {
    let mut groups: BTreeMap<(&str, Option<String>), Vec<usize>> = BTreeMap::new();
    for (at, found) in desk.acronyms().iter().enumerate() {
        groups.entry((&found.acronym, found.expansion.as_deref().map(fold))).or_default().push(at);
    }
    let mut out: Vec<Vec<usize>> = groups.into_values().collect();
    for group in &mut out {
        sort_by_key(group, |at| (desk.acronyms()[*at].basis != Basis::Stated, *at));
    }
    out
}

fn entry(all: &[Acronym], group: &[usize]) -> Entry {
    let found = &all[group[0]];
    let status = match (&found.expansion, found.basis) {
        (None, _) => NEVER_OPENED,
        (Some(_), Basis::Stated) => "opened",
        (Some(_), _) => "opened-elsewhere",
    };
    Entry {
        dates: Vec::new(),
        documents: set(group.iter().map(|at| all[*at].document)).into_iter().collect(),
        names: set(group.iter().filter_map(|at| all[*at].entity)).into_iter().collect(),
        own: vec![(Axis::Status, status.to_owned())],
        words: format!("{} {}", found.acronym, found.expansion.as_deref().unwrap_or("")),
    }
}

fn group_row(desk: &Desk, group: &[usize]) -> Option<AcronymRow> {
    let all = desk.acronyms();
    let first = all.get(*group.first()?)?;
    let documents = set(group.iter().map(|at| all[*at].document));
    let mut others = documents.clone();
    others.remove(&first.document);
    let mut elsewhere = Vec::new();
    for found in group.iter().map(|at| &all[*at]) {
        if elsewhere.len() < MAX_PLACES && others.remove(&found.document) {
            elsewhere.push(desk.source(found.document, found.evidence));
        }
    }
    Some(AcronymRow { documents: documents.len(), elsewhere, ..row(desk, first) })
}

/// The row of a short form in one document.
pub(crate) fn row(desk: &Desk, found: &Acronym) -> AcronymRow {
    AcronymRow {
        acronym: found.acronym.clone(),
        expansion: found.expansion.clone(),
        basis: found.basis,
        name: found.entity.and_then(|at| desk.name(at)),
        source: desk.source(found.document, found.evidence),
        documents: 1,
        elsewhere: Vec::new(),
        rule: found.rule.clone(),
    }
}
