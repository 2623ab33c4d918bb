//! Statements: the list, and one of them.

pub(crate) mod view;

use std::rc::Rc;

use yew::prelude::*;

use super::{Request, ScreenData};
use crate::components::shared::Shared;

/// The list under the link's words and filters.
pub(crate) fn load(request: &Request) -> ScreenData {
    let found = Rc::new(request.library.statements(&request.query(), &request.selection()));
    let drawn = found.clone();
    let list = &found.list;
    ScreenData::list(list.rows.len(), &list.exported, move || html! { <view::Statements found={&drawn} /> })
}

/// One statement.
pub(crate) fn load_one(request: &Request) -> ScreenData {
    let found = request.library.statement(request.id()).map(Rc::new);
    ScreenData::new(move || html! { <view::Statement found={found.as_ref().map(Shared::from)} /> })
}
