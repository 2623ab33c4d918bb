//! Series of engagements: the list, and one of them.

pub(crate) mod view;

use std::rc::Rc;

use entente_explore::FacetGroup;
use entente_explore::tables::SeriesRow;
use yew::prelude::*;

use super::{Request, ScreenData};
use crate::components::shared::Shared;
use crate::messages as m;

/// The list under the link's words and filters.
pub(crate) fn load(request: &Request) -> ScreenData {
    let list = Rc::new(request.library.series_list(&request.query(), &request.selection()));
    let first = |row: &SeriesRow| Some((view::row_id(row), row.members.first()?.source.clone()));
    let places: Vec<_> = list.rows.iter().filter_map(first).collect();
    let drawn = list.clone();
    ScreenData::list(list.rows.len(), &list.exported, move || html! { <view::SeriesList list={&drawn} /> })
        .placed(places)
}

/// The filters of the list.
pub(crate) fn filters(request: &Request) -> Vec<FacetGroup> {
    request.library.series_list(&request.query(), &request.selection()).groups
}

/// One series.
pub(crate) fn load_one(request: &Request) -> ScreenData {
    let found = request.library.series(request.id()).map(Rc::new);
    let title = found.as_ref().map_or_else(|| m::UNKNOWN_SERIES.to_owned(), |found| found.name.clone());
    ScreenData::new(move || html! { <view::Series found={found.as_ref().map(Shared::from)} /> }).titled(title)
}
