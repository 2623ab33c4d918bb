//! What stands around every view: header, marking, foot.

use entente_explore::Summary;
use yew::prelude::*;

use super::search_box::SearchBox;
use super::settings::{Preferences, Settings};
use crate::messages as m;
use crate::route::{Route, View};

#[derive(Properties, PartialEq)]
pub(crate) struct FrameProps {
    pub(crate) route: Route,
    pub(crate) summary: Summary,
    /// First characters of the digest of the documents.
    pub(crate) digest: AttrValue,
    pub(crate) preferences: Preferences,
    pub(crate) preferred: Callback<Preferences>,
    /// Words were sent off from the header.
    pub(crate) searched: Callback<String>,
    pub(crate) children: Html,
}

#[component]
pub(crate) fn Frame(props: &FrameProps) -> Html {
    let route = &props.route;
    let marking = props.summary.marking.as_ref().map(|marking| html! { <p class="marking"><bdi>{ marking }</bdi></p> });
    let own_box = matches!(route.view, View::Search);
    html! {
        <>

            { marking.clone() }
            <header class="top">
                <a class="skip" href={format!("{route}")} onclick={skip()}>{ m::SKIP }</a>
                <a class="brand" href={route.plain(View::Overview).to_string()} aria-label="Entente, overview">{ brand() }{ "Entente" }</a>
                <nav aria-label={m::NAVIGATION}>
                    <details class="menu small-menu">
                        <summary class="button">{ current(&route.view) }</summary>
                        <ul class="layer">{ links(route) }</ul>
                    </details>
                    <ul class="wide-menu">{ links(route) }</ul>
                </nav>
                <div class="header-search">
                    if !own_box {
                        <SearchBox id="header-search" text="" typed={Callback::noop()} entered={props.searched.clone()} />
                    }
                </div>
                <div class="actions">
                    <a class="button" href={route.plain(View::About).to_string()}>{ m::ABOUT }</a>
                    <Settings preferences={props.preferences.clone()} changed={props.preferred.clone()} />
                </div>
            </header>
            <main id="main" tabindex="-1">{ props.children.clone() }</main>
            <footer class="foot">
                <span><bdi>{ &props.summary.title }</bdi></span>
                <span>{ format!("{}, {}", m::documents(props.summary.documents), m::passages(props.summary.passages)) }</span>
                <span>
                    if let Some(edition) = &props.summary.edition { { format!("Edition {edition}, ") } }
                    { format!("corpus {}", props.digest) }
                </span>
                <span>{ m::OFFLINE }</span>
                <a href={route.plain(View::About).to_string()}>{ m::ABOUT }</a>
            </footer>
            { marking }
        </>
    }
}

fn links(route: &Route) -> Html {
    let link = |view: View, label: &'static str| {
        let here = route.view == view || (view == View::Documents && matches!(route.view, View::Document { .. }));
        html! { <li><a href={route.plain(view).to_string()} aria-current={here.then_some("page")}>{ label }</a></li> }
    };
    html! { <>{ link(View::Overview, m::OVERVIEW) }{ link(View::Search, m::SEARCH) }{ link(View::Documents, m::DOCUMENTS) }</> }
}

fn current(view: &View) -> &'static str {
    match view {
        View::Overview => m::OVERVIEW,
        View::Search => m::SEARCH,
        View::Documents | View::Document { .. } => m::DOCUMENTS,
        View::About => m::ABOUT,
        View::Unknown(_) => m::MENU,
    }
}

/// The skip link moves the focus itself: its address would be another view.
fn skip() -> Callback<MouseEvent> {
    Callback::from(|event: MouseEvent| {
        event.prevent_default();
        crate::platform::dom::focus("main");
    })
}

/// Two sheets side by side, their overlap filled: what two sides have in common.
fn brand() -> Html {
    html! {
        <svg viewBox="0 0 20 12" aria-hidden="true">
            <rect x="1" y="1" width="11" height="10" fill="none" stroke="currentColor" stroke-width="1.6" />
            <rect x="8" y="1" width="11" height="10" fill="none" stroke="currentColor" stroke-width="1.6" />
            <rect class="overlap" x="8" y="1" width="4" height="10" />
        </svg>
    }
}
