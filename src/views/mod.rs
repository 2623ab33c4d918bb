//! One file a screen: a view composes components from what the explorer said.

mod about;
mod acronyms;
mod amounts;
mod commitments;
mod compare;
mod documents;
mod engagements;
mod name;
mod names;
mod not_found;
mod notes;
mod overview;
mod pairs;
mod preview;
pub(crate) mod reader;
mod search;
mod series;
mod statements;

#[cfg(test)]
mod snapshots;
#[cfg(test)]
mod tests;

use crate::element::El;
use crate::found::Found;
use crate::here::Here;

/// The view that shows what was found.
pub(crate) fn shown(here: &Here, found: &Found) -> El {
    match found {
        Found::Overview(glance) => overview::view(here, glance),
        Found::Search(results, units) => search::view(here, results, units.as_deref()),
        Found::Documents(list) => documents::view(here, list),
        Found::Document(open) => reader::view(here, open.as_ref()),
        Found::Names(list) => names::list(here, list),
        Found::Name(dossier) => name::one(here, dossier.as_ref()),
        Found::Engagements(list) => engagements::list(here, list),
        Found::Engagement(found) => engagements::one(here, found.as_deref()),
        Found::SeriesList(list) => series::list(here, list),
        Found::Series(found) => series::one(here, found.as_ref()),
        Found::Commitments(ledger) => commitments::list(here, ledger),
        Found::Statements(list) => statements::list(here, list),
        Found::Statement(found) => statements::one(here, found.as_deref()),
        Found::Pairs(list) => pairs::list(here, list),
        Found::Compare(found) => compare::one(here, found.as_deref()),
        Found::CompareNames(found) => compare::names(here, found.as_ref()),
        Found::Amounts(list) => amounts::list(here, list),
        Found::Acronyms(list) => acronyms::list(here, list),
        Found::Notes(list) => notes::list(here, list),
        Found::About(summary) => about::view(here, summary),
        Found::Waiting => crate::element::run(),
        Found::Nothing => not_found::view(here),
    }
}
