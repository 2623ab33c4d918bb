//! The list of documents.

pub(crate) mod view;

use std::rc::Rc;

use yew::prelude::*;

use super::{Request, ScreenData};

/// The list under the link's words and filters, in its order.
pub(crate) fn load(request: &Request) -> ScreenData {
    let list = Rc::new(request.library.documents_by(&request.search_query(), request.route.sort));
    let pieces = list.documents.len();
    ScreenData { pieces, ..ScreenData::new(move || html! { <view::Documents list={&list} /> }) }
}
