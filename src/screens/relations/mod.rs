//! Who met whom.

mod graph;
mod partners;
pub(crate) mod view;

use std::rc::Rc;

use yew::prelude::*;

use super::{Request, ScreenData};

/// Relations under the link's words and filters; the names among the filters are those that are looked at.
pub(crate) fn load(request: &Request) -> ScreenData {
    let route = &request.route;
    let found = Rc::new(request.library.relations(&request.query(), &request.selection(), route.parties));
    let picture = request.library.picture();
    ScreenData::new(move || html! { <view::Relations found={&found} picture={&picture} /> })
}
