//! The index of names.

pub(crate) mod view;

use std::rc::Rc;

use entente_explore::FacetGroup;
use yew::prelude::*;

use super::{Request, ScreenData};

/// The list under the link's words and filters.
pub(crate) fn load(request: &Request) -> ScreenData {
    let list = Rc::new(request.library.names(&request.query(), &request.selection()));
    let drawn = list.clone();
    ScreenData::list(list.rows.len(), &list.exported, move || html! { <view::Names list={&drawn} /> })
}

/// The filters of the list.
pub(crate) fn filters(request: &Request) -> Vec<FacetGroup> {
    request.library.names(&request.query(), &request.selection()).groups
}
