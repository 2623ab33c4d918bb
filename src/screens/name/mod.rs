//! Everything about a name.

pub(crate) mod view;

use std::rc::Rc;

use yew::prelude::*;

use super::{Request, ScreenData};
use crate::components::shared::Shared;
use crate::messages as m;
use crate::route::ListLayout;

/// The dossier with the list that the link asks for.
pub(crate) fn load(request: &Request) -> ScreenData {
    let found = request.library.dossier(request.id()).map(Rc::new);
    let title = found.as_ref().map_or_else(|| m::UNKNOWN_NAME.to_owned(), |found| found.name.name.clone());
    let shown = found.as_ref().map_or(ListLayout::List, |found| view::shown_part(&request.route, found));
    let lines = (shown == ListLayout::Context)
        .then(|| request.library.concordance_of_name(request.id(), request.route.context));
    let lines = lines.flatten().map(Rc::new);
    let facts = found.as_ref().map_or(0, |found| match shown {
        ListLayout::Statements => found.statements.rows.len(),
        ListLayout::Amounts => found.amounts.rows.len(),
        ListLayout::List | ListLayout::Context | ListLayout::Lanes => found.engagements.rows.len(),
    });
    let pieces = lines.as_ref().map_or(facts, |lines| lines.lines.len());
    let draw = move || {
        html! { <view::Name dossier={found.as_ref().map(Shared::from)} lines={lines.as_ref().map(Shared::from)} /> }
    };
    ScreenData { pieces, ..ScreenData::new(draw).titled(title) }
}
