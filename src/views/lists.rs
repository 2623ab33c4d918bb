//! Every list of facts and every single fact: asked once, drawn by the file of its kind.
//!
//! One component for all of them: each component costs the page some 10 KB.

use entente_explore::tables::{
    AcronymRow, AmountRow, Comparison, Dossier, EngagementRow, EngagementView, Ledger, List, NameRow, NoteRow, PairRow,
    SeriesRow, StatementList, StatementRow,
};
use yew::prelude::*;

use super::{
    ViewProps, acronyms, amounts, commitments, compare, engagements, name, names, not_found, notes, pairs, series,
    statements,
};
use crate::components::list_page::Place;
use crate::components::table::use_growing;
use crate::holdings::Holdings;
use crate::route::{Route, View};

/// What the view asked for.
#[expect(clippy::large_enum_variant, reason = "one is made for each view")]
enum Found {
    Names(List<NameRow>),
    Name(Option<Dossier>),
    Engagements(List<EngagementRow>),
    Engagement(Option<EngagementView>),
    SeriesList(List<SeriesRow>),
    Series(Option<SeriesRow>),
    Commitments(Ledger),
    Statements(StatementList),
    Statement(Option<StatementRow>),
    Pairs(List<PairRow>),
    Compare(Option<Comparison>),
    Amounts(List<AmountRow>),
    Acronyms(List<AcronymRow>),
    Notes(List<NoteRow>),
    Nothing,
}

fn find(holdings: &Holdings, route: &Route) -> Found {
    let (query, selection) = (&route.query, &route.selection);
    match &route.view {
        View::Names => Found::Names(holdings.names(query, selection)),
        View::Name(id) => Found::Name(holdings.dossier(id)),
        View::Engagements => Found::Engagements(holdings.engagements(query, selection)),
        View::Engagement(id) => Found::Engagement(holdings.engagement(id)),
        View::SeriesList => Found::SeriesList(holdings.series_list(query, selection)),
        View::Series(id) => Found::Series(holdings.series(id)),
        View::Commitments => Found::Commitments(holdings.commitments(query, selection)),
        View::Statements => Found::Statements(holdings.statements(query, selection)),
        View::Statement(id) => Found::Statement(holdings.statement(id)),
        View::Pairs => Found::Pairs(holdings.pairs(query, selection)),
        View::Compare(one, other) => Found::Compare(holdings.compare(one, other)),
        View::Amounts => Found::Amounts(holdings.amounts(query, selection)),
        View::Acronyms => Found::Acronyms(holdings.acronyms(query, selection)),
        View::Notes => Found::Notes(holdings.notes(query, selection)),
        _ => Found::Nothing,
    }
}

/// How many pieces a view that is no table has.
fn pieces(found: &Found) -> usize {
    match found {
        Found::Name(Some(dossier)) => dossier.mentions,
        Found::Compare(Some(comparison)) => comparison.facing.len(),
        _ => 0,
    }
}

#[component]
pub(crate) fn Lists(props: &ViewProps) -> Html {
    let ViewProps { holdings, route, go, instead } = props;
    let found = use_memo((holdings.clone(), route.clone()), |(holdings, route)| find(holdings, route));
    let drawn = use_growing(pieces(&found));
    let place = Place { holdings: holdings.clone(), route: route.clone(), go: go.clone(), instead: instead.clone() };
    match &*found {
        Found::Names(list) => names::list(&place, list),
        Found::Name(found) => name::one(route, found.as_ref(), drawn),
        Found::Engagements(list) => engagements::list(&place, list),
        Found::Engagement(found) => engagements::one(route, found.as_ref()),
        Found::SeriesList(list) => series::list(&place, list),
        Found::Series(found) => series::one(route, found.as_ref()),
        Found::Commitments(ledger) => commitments::list(&place, ledger),
        Found::Statements(list) => statements::list(&place, list),
        Found::Statement(found) => statements::one(route, found.as_ref()),
        Found::Pairs(list) => pairs::list(&place, list),
        Found::Compare(found) => compare::one(route, found.as_ref(), drawn),
        Found::Amounts(list) => amounts::list(&place, list),
        Found::Acronyms(list) => acronyms::list(&place, list),
        Found::Notes(list) => notes::list(&place, list),
        Found::Nothing => not_found::view(route, &route.to_string()),
    }
}
