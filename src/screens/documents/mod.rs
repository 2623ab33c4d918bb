//! The list of documents.

pub(crate) mod view;

use std::rc::Rc;

use entente_explore::{FacetGroup, Sorting};
use yew::prelude::*;

use super::{Request, ScreenData};

/// The list under the link's words and filters, in its order: the newest first if the link asks for none.
pub(crate) fn load(request: &Request) -> ScreenData {
    let asked = &request.route.sort;
    let own = || Sorting::from_words("-date").unwrap_or_default();
    let sorting = if asked.is_empty() { own() } else { asked.clone() };
    let list = Rc::new(request.library.documents_sorted(&request.search_query(), &sorting));
    let pieces = list.documents.len();
    ScreenData { pieces, ..ScreenData::new(move || html! { <view::Documents list={&list} /> }) }
}

/// The filters of the list.
pub(crate) fn filters(request: &Request) -> Vec<FacetGroup> {
    request.library.documents_sorted(&request.search_query(), &Sorting::default()).facets
}
