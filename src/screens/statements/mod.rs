//! Statements: the list, and one of them.

pub(crate) mod view;

use std::rc::Rc;

use entente_explore::FacetGroup;
use yew::prelude::*;

use super::{Request, ScreenData};
use crate::components::shared::Shared;

/// The list under the link's words and filters.
pub(crate) fn load(request: &Request) -> ScreenData {
    let found = Rc::new(request.library.statements(&request.query(), &request.selection()));
    let drawn = found.clone();
    let list = &found.list;
    let places: Vec<_> = list.rows.iter().map(|row| (view::row_id(row), row.source.clone())).collect();
    ScreenData::list(list.rows.len(), &list.exported, move || html! { <view::Statements found={&drawn} /> })
        .placed(places)
}

/// The filters of the list.
pub(crate) fn filters(request: &Request) -> Vec<FacetGroup> {
    request.library.statements(&request.query(), &request.selection()).list.groups
}

/// One statement.
pub(crate) fn load_one(request: &Request) -> ScreenData {
    let found = request.library.statement(request.id()).map(Rc::new);
    ScreenData::new(move || html! { <view::Statement found={found.as_ref().map(Shared::from)} /> })
}
