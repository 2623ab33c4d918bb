//! Short forms, and what they stand for in each document.

use entente_corpus::{Acronym, Basis};

use super::choose::{Entry, choose};
use crate::desk::Desk;
use crate::models::facts::{List, NameRef, Source};
use crate::query::{Axis, Query, Selection};

/// One short form in one document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AcronymRow {
    /// As printed.
    pub acronym: String,
    /// What it stands for; `None` where nothing expands it.
    pub expansion: Option<String>,
    /// Stated in this document, or inferred from another.
    pub basis: Basis,
    /// What it names.
    pub name: Option<NameRef>,
    /// The words that expand it, else its first place.
    pub source: Source,
    /// Name of the rule that found it.
    pub rule: String,
}

/// Short forms that pass the filters, by letters and then by document.
pub(crate) fn acronyms(desk: &Desk, query: &Query, selection: &Selection) -> List<AcronymRow> {
    let all = &desk.corpus.catalogue.acronyms;
    let entries: Vec<Entry> = all.iter().map(entry).collect();
    let chosen = choose(&desk.corpus, &entries, query, selection);
    let order = chosen.rows.clone();
    // Those that nothing opens are the second sort.
    chosen.list(all.len(), order, &|at| usize::from(all[at].expansion.is_none()), |at| {
        all.get(at).map(|found| row(desk, found))
    })
}

fn entry(found: &Acronym) -> Entry {
    let status = match (&found.expansion, found.basis) {
        (None, _) => "never-opened",
        (Some(_), Basis::Stated) => "opened",
        (Some(_), _) => "opened-elsewhere",
    };
    Entry {
        dates: Vec::new(),
        documents: vec![found.document],
        names: found.entity.into_iter().collect(),
        own: vec![(Axis::Status, status.to_owned())],
        words: format!("{} {}", found.acronym, found.expansion.as_deref().unwrap_or("")),
    }
}

pub(crate) fn row(desk: &Desk, found: &Acronym) -> AcronymRow {
    AcronymRow {
        acronym: found.acronym.clone(),
        expansion: found.expansion.clone(),
        basis: found.basis,
        name: found.entity.and_then(|at| desk.name(at)),
        source: desk.source(found.document, found.evidence),
        rule: found.rule.clone(),
    }
}
