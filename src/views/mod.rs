//! One file a screen: a view composes components from the answer of the engine.

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
mod thread;

#[cfg(test)]
mod snapshots;
#[cfg(test)]
mod tests;

use yew::prelude::*;

use crate::components::shared::Shared;
use crate::found::Found;
use crate::here::Here;

/// The view that shows what was found. Another `key` draws it anew.
pub(crate) fn shown(here: &Here, found: &Found, key: &str) -> Html {
    html! {
        <ContextProvider<Here> {key} context={here.clone()}>{ view(found) }</ContextProvider<Here>>
    }
}

fn view(found: &Found) -> Html {
    match found {
        Found::Overview(glance) => html! { <overview::Overview {glance} /> },
        Found::Search(results, units) => {
            html! { <search::Search {results} units={units.as_ref().map(Shared::from)} /> }
        }
        Found::Documents(list) => html! { <documents::Documents {list} /> },
        Found::Document(open) => html! { <reader::Reader open={open.as_ref().map(Shared::from)} /> },
        Found::Names(list) => html! { <names::Names {list} /> },
        Found::Name(dossier) => html! { <name::Name dossier={dossier.as_ref().map(Shared::from)} /> },
        Found::Engagements(list) => html! { <engagements::Engagements {list} /> },
        Found::Engagement(found) => html! { <engagements::Engagement found={found.as_ref().map(Shared::from)} /> },
        Found::SeriesList(list) => html! { <series::SeriesList {list} /> },
        Found::Series(found) => html! { <series::Series found={found.as_ref().map(Shared::from)} /> },
        Found::Commitments(ledger) => html! { <commitments::Commitments {ledger} /> },
        Found::Statements(found) => html! { <statements::Statements {found} /> },
        Found::Statement(found) => html! { <statements::Statement found={found.as_ref().map(Shared::from)} /> },
        Found::Pairs(list) => html! { <pairs::Pairs {list} /> },
        Found::Compare(found) => html! { <compare::CompareTexts found={found.as_ref().map(Shared::from)} /> },
        Found::CompareNames(found) => html! { <compare::CompareNames found={found.as_ref().map(Shared::from)} /> },
        Found::Amounts(list) => html! { <amounts::Amounts {list} /> },
        Found::Acronyms(list) => html! { <acronyms::Acronyms {list} /> },
        Found::Notes(list) => html! { <notes::Notes {list} /> },
        Found::About(summary) => html! { <about::About {summary} /> },
        Found::Waiting => Html::default(),
        Found::Nothing => html! { <not_found::UnknownView /> },
    }
}
