//! Links that lead nowhere, and a file without documents: never a blank page.

use yew::prelude::*;

use crate::components::references::address;
use crate::components::text::{bdi, text};
use crate::context::use_view_context;
use crate::messages as m;
use crate::route::View;

/// A view that this version does not have.
#[component]
pub(crate) fn UnknownView() -> Html {
    let route = use_view_context().route;
    let path = if let View::Unknown(path) = &route.view { path.clone() } else { route.to_string() };
    html! {
        <div class="page">
            <h1>{ m::UNKNOWN_VIEW }</h1>
            <p>{ m::LINK_ASKS_FOR }<code>{ bdi(&path) }</code>{ m::OTHER_VERSION }</p>
            <WaysOn />
        </div>
    }
}

/// Properties of [`NothingFound`].
#[derive(Properties, PartialEq)]
pub(crate) struct NothingFoundProps {
    /// What is not there.
    pub(crate) what: &'static str,
    /// What the list would contain; by default that the link may be to another file.
    #[prop_or(m::LINK_TO_OTHER)]
    pub(crate) lead: &'static str,
}

/// Something that a link names and this file does not have, or a list without rows.
#[component]
pub(crate) fn NothingFound(props: &NothingFoundProps) -> Html {
    html! { <div class="page"><h1>{ props.what }</h1><p>{ props.lead }</p><WaysOn /></div> }
}

/// Properties of [`Damaged`].
#[derive(Properties, PartialEq)]
pub(crate) struct DamagedProps {
    /// What cannot be shown and why.
    pub(crate) sentence: AttrValue,
}

/// A screen that would be made of a part of the documents that cannot be read.
#[component]
pub(crate) fn Damaged(props: &DamagedProps) -> Html {
    html! {
        <div class="page">
            <h1>{ m::FAULT }</h1>
            <p class="notice" role="alert">{ text(&props.sentence) }</p>
            <WaysOn />
        </div>
    }
}

/// A file without documents.
#[component]
pub(crate) fn EmptyFile() -> Html {
    html! { <div class="page"><h1>{ m::EMPTY }</h1><p>{ m::EMPTY_HINT }</p></div> }
}

#[component]
fn WaysOn() -> Html {
    let route = use_view_context().route;
    let ways = [(View::Documents, m::DOCUMENTS), (View::Search, m::SEARCH), (View::Overview, m::OVERVIEW)];
    html! {
        <ul class="ways">
            for (view, label) in ways {
                <li><a href={address(&route, view)}>{ label }</a></li>
            }
        </ul>
    }
}
