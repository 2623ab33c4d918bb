//! Short forms and what they stand for.

pub(crate) mod view;

use std::rc::Rc;

use yew::prelude::*;

use super::{Request, ScreenData};

/// The list under the link's words and filters.
pub(crate) fn load(request: &Request) -> ScreenData {
    let list = Rc::new(request.library.acronyms(&request.query(), &request.selection()));
    let drawn = list.clone();
    ScreenData::list(list.rows.len(), &list.exported, move || html! { <view::Acronyms list={&drawn} /> })
}
