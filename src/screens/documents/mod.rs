//! The list of documents.

pub(crate) mod view;

use std::rc::Rc;

use entente_explore::{FacetGroup, Sorting};
use yew::prelude::*;

use super::{Request, ScreenData};
use crate::route::Route;

/// The list under the link's words and filters, in its order.
pub(crate) fn load(request: &Request) -> ScreenData {
    let list = Rc::new(request.library.documents_sorted(&request.search_query(), &sorting(&request.route)));
    let drawn = list.clone();
    ScreenData::list(list.documents.len(), &list.exported, move || html! { <view::Documents list={&drawn} /> })
}

/// The order of the list under a link: the newest first if the link asks for none.
pub(crate) fn sorting(route: &Route) -> Sorting {
    let own = || Sorting::from_words("-date").unwrap_or_default();
    if route.sort.is_empty() { own() } else { route.sort.clone() }
}

/// The filters of the list.
pub(crate) fn filters(request: &Request) -> Vec<FacetGroup> {
    request.library.documents_sorted(&request.search_query(), &Sorting::default()).facets
}
