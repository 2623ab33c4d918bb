//! Engagements: the list, and one of them.

pub(crate) mod view;

use std::rc::Rc;

use yew::prelude::*;

use super::{Request, ScreenData};
use crate::components::shared::Shared;
use crate::messages as m;

/// The list under the link's words and filters.
pub(crate) fn load(request: &Request) -> ScreenData {
    let list = Rc::new(request.library.engagements(&request.query(), &request.selection()));
    let drawn = list.clone();
    ScreenData::list(list.rows.len(), &list.exported, move || html! { <view::Engagements list={&drawn} /> })
}

/// One engagement.
pub(crate) fn load_one(request: &Request) -> ScreenData {
    let found = request.library.engagement(request.id()).map(Rc::new);
    let title = found.as_ref().map_or_else(|| m::UNKNOWN_ENGAGEMENT.to_owned(), |found| found.row.name.clone());
    ScreenData::new(move || html! { <view::Engagement found={found.as_ref().map(Shared::from)} /> }).titled(title)
}
