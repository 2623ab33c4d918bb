//! Engagements: the list, and one of them.

pub(crate) mod view;

use std::rc::Rc;

use entente_explore::FacetGroup;
use yew::prelude::*;

use super::{Request, ScreenData};
use crate::components::engagement::engagement_id;
use crate::components::shared::Shared;
use crate::messages as m;
use crate::route::ListLayout;

/// The list under the link's words and filters.
pub(crate) fn load(request: &Request) -> ScreenData {
    if request.route.layout == ListLayout::Lanes {
        return load_lanes(request);
    }
    let list = Rc::new(request.library.engagements(&request.query(), &request.selection()));
    let places: Vec<_> = list.rows.iter().map(|row| (engagement_id(row), row.source.clone())).collect();
    let drawn = list.clone();
    ScreenData::list(list.rows.len(), &list.exported, move || html! { <view::Engagements list={&drawn} /> })
        .placed(places)
}

/// The same meetings as lanes.
fn load_lanes(request: &Request) -> ScreenData {
    let (query, selection) = (request.query(), request.selection());
    let list = Rc::new(request.library.engagements(&query, &selection));
    let lanes = Rc::new(request.library.lanes(&query, &selection, request.route.group));
    let exported = list.exported.clone();
    ScreenData::list(
        0,
        &exported,
        move || html! { <view::Engagements list={&list} lanes={Some(Shared::from(&lanes))} /> },
    )
}

/// The filters of the list.
pub(crate) fn filters(request: &Request) -> Vec<FacetGroup> {
    request.library.engagements(&request.query(), &request.selection()).groups
}

/// One engagement.
pub(crate) fn load_one(request: &Request) -> ScreenData {
    let found = request.library.engagement(request.id()).map(Rc::new);
    let title = found.as_ref().map_or_else(|| m::UNKNOWN_ENGAGEMENT.to_owned(), |found| found.row.name.clone());
    ScreenData::new(move || html! { <view::Engagement found={found.as_ref().map(Shared::from)} /> }).titled(title)
}
