//! Passages that say the same.

pub(crate) mod view;

use std::rc::Rc;

use entente_explore::FacetGroup;
use yew::prelude::*;

use super::{Request, ScreenData};

/// The list under the link's words and filters.
pub(crate) fn load(request: &Request) -> ScreenData {
    let list = Rc::new(request.library.pairs(&request.query(), &request.selection()));
    let places: Vec<_> = list.rows.iter().enumerate().map(|(n, row)| (view::row_id(n), row.one.clone())).collect();
    let drawn = list.clone();
    ScreenData::list(list.rows.len(), &list.exported, move || html! { <view::Pairs list={&drawn} /> }).placed(places)
}

/// The filters of the list.
pub(crate) fn filters(request: &Request) -> Vec<FacetGroup> {
    request.library.pairs(&request.query(), &request.selection()).groups
}
