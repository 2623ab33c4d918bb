//! What stands around every view: header, marking, foot.

use entente_explore::Summary;
use entente_explore::tables::Contents;
use yew::prelude::*;

use super::search_box::{SearchBox, Suggested};
use super::settings::{Preferences, Settings};
use crate::messages as m;
use crate::route::{Route, View};

#[derive(Properties, PartialEq)]
pub(crate) struct FrameProps {
    pub(crate) route: Route,
    pub(crate) summary: Summary,
    /// Which views have rows, and how many.
    pub(crate) contents: Contents,
    /// First characters of the digest of the documents.
    pub(crate) digest: AttrValue,
    pub(crate) preferences: Preferences,
    pub(crate) preferred: Callback<Preferences>,
    /// Words were sent off from the header.
    pub(crate) searched: Callback<String>,
    /// What could be meant by what is typed there.
    pub(crate) suggest: Callback<String, Vec<Suggested>>,
    /// A suggestion was chosen.
    pub(crate) go: Callback<Route>,
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
                        <summary class="button">{ label(&route.view) }</summary>
                        <div class="layer">{ small(route, &props.contents) }</div>
                    </details>
                    <ul class="wide-menu">{ wide(route, &props.contents) }</ul>
                </nav>
                <div class="header-search">
                    if !own_box {
                        <SearchBox id="header-search" text="" typed={Callback::noop()} entered={props.searched.clone()} suggest={props.suggest.clone()} go={props.go.clone()} />
                    }
                </div>
                <div class="actions">
                    <a class="button" href={route.plain(View::About).to_string()}>{ m::ABOUT }</a>
                    <Settings preferences={props.preferences.clone()} changed={props.preferred.clone()} />
                </div>
            </header>
            <main id="main" tabindex="-1">{ props.children.clone() }</main>
            <footer class="foot">
                if props.summary.title != m::documents(props.summary.documents) { <span><bdi>{ &props.summary.title }</bdi></span> }
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

/// A view with its rows; `None`: the view has no count.
type Entry = (View, Option<usize>);

/// The groups of views that have rows.
fn groups(contents: &Contents) -> Vec<(&'static str, Vec<Entry>)> {
    let all = [
        (m::READ, vec![(View::Documents, Some(contents.documents)), (View::Names, Some(contents.names))]),
        (
            m::FOLLOW,
            vec![
                (View::Engagements, Some(contents.engagements)),
                (View::SeriesList, Some(contents.series)),
                (View::Commitments, Some(contents.commitments)),
                (View::Statements, Some(contents.statements)),
            ],
        ),
        (
            m::CHECK,
            vec![
                (View::Pairs, Some(contents.pairs)),
                (View::Amounts, Some(contents.amounts)),
                (View::Acronyms, Some(contents.acronyms)),
                (View::Notes, Some(contents.notes)),
            ],
        ),
    ];
    let with_rows = all
        .into_iter()
        .map(|(name, views)| (name, views.into_iter().filter(|(_, count)| *count != Some(0)).collect::<Vec<Entry>>()));
    with_rows.filter(|(_, views)| !views.is_empty()).collect()
}

/// The view of the menu that `view` belongs to.
fn home(view: &View) -> View {
    match view {
        View::Document { .. } => View::Documents,
        View::Name(_) => View::Names,
        View::Engagement(_) => View::Engagements,
        View::Series(_) => View::SeriesList,
        View::Statement(_) => View::Statements,
        View::Compare(..) => View::Pairs,
        other => other.clone(),
    }
}

fn link(route: &Route, (view, count): &Entry) -> Html {
    let here = home(&route.view) == *view;
    html! {
        <li><a href={route.plain(view.clone()).to_string()} aria-current={here.then_some("page")}>{ label(view) }
            if let Some(count) = count { { " " }<span class="count">{ m::number(*count) }</span> }
        </a></li>
    }
}

/// Two links and a menu for each group.
fn wide(route: &Route, contents: &Contents) -> Html {
    let group = |(name, views): (&'static str, Vec<Entry>)| {
        let inside = views.iter().find(|(view, _)| *view == home(&route.view)).map(|(view, _)| label(view));
        html! {
            <li key={name}>
                <details class="menu group" data-inside={inside.map(|_| "true")} name="group">
                    <summary>{ name }if let Some(view) = inside { { ": " }{ view } }</summary>
                    <ul class="layer">{ for views.iter().map(|entry| link(route, entry)) }</ul>
                </details>
            </li>
        }
    };
    html! {
        <>
            { link(route, &(View::Overview, None)) }
            { link(route, &(View::Search, None)) }
            { for groups(contents).into_iter().map(group) }
        </>
    }
}

/// One menu with the groups as headings.
fn small(route: &Route, contents: &Contents) -> Html {
    let group = |(name, views): (&'static str, Vec<Entry>)| {
        html! {
            <><p>{ name }</p><ul>{ for views.iter().map(|entry| link(route, entry)) }</ul></>
        }
    };
    html! {
        <>
            <ul>{ link(route, &(View::Overview, None)) }{ link(route, &(View::Search, None)) }</ul>
            { for groups(contents).into_iter().map(group) }
        </>
    }
}

/// What a view is called.
pub(crate) fn label(view: &View) -> &'static str {
    match home(view) {
        View::Overview => m::OVERVIEW,
        View::Search => m::SEARCH,
        View::Documents => m::DOCUMENTS,
        View::Names => m::NAMES,
        View::Engagements => m::ENGAGEMENTS,
        View::SeriesList => m::SERIES,
        View::Commitments => m::COMMITMENTS,
        View::Statements => m::STATEMENTS,
        View::Pairs => m::PAIRS,
        View::Amounts => m::AMOUNTS,
        View::Acronyms => m::ACRONYMS,
        View::Notes => m::NOTES,
        View::About => m::ABOUT,
        _ => m::MENU,
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
