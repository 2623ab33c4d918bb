//! Links that lead nowhere, and a file without documents: never a blank page.

use yew::prelude::*;

use crate::messages as m;
use crate::route::{Route, View};

/// A view that this version does not have.
pub(crate) fn view(route: &Route, path: &str) -> Html {
    html! {
        <div class="page">
            <h1>{ m::UNKNOWN_VIEW }</h1>
            <p>{ "The link asks for " }<code><bdi>{ path }</bdi></code>{ ". It may be from another version of this page." }</p>
            { ways(route) }
        </div>
    }
}

/// A document that is not in this file.
pub(crate) fn document(route: &Route) -> Html {
    html! {
        <div class="page">
            <h1>{ m::UNKNOWN_DOCUMENT }</h1>
            <p>{ "The link may be to another file of documents, or the document was taken out of this one." }</p>
            { ways(route) }
        </div>
    }
}

/// Something that a link names and this file does not have.
pub(crate) fn missing(route: &Route, what: &'static str) -> Html {
    html! {
        <div class="page"><h1>{ what }</h1><p>{ m::LINK_TO_OTHER }</p>{ ways(route) }</div>
    }
}

/// A list without rows: what it would hold.
pub(crate) fn nothing(route: &Route, what: &'static str, lead: &'static str) -> Html {
    html! { <div class="page"><h1>{ what }</h1><p>{ lead }</p>{ ways(route) }</div> }
}

/// A file without documents.
pub(crate) fn empty() -> Html {
    html! { <div class="page"><h1>{ m::EMPTY }</h1><p>{ m::EMPTY_HINT }</p></div> }
}

fn ways(route: &Route) -> Html {
    html! {
        <ul class="ways">
            <li><a href={route.plain(View::Documents).to_string()}>{ m::DOCUMENTS }</a></li>
            <li><a href={route.plain(View::Search).to_string()}>{ m::SEARCH }</a></li>
            <li><a href={route.plain(View::Overview).to_string()}>{ m::OVERVIEW }</a></li>
        </ul>
    }
}
