//! The whole: holdings, route, frame, view; keys; what happens between two views.

use std::cell::RefCell;

use entente_explore::{Facet, Reading};
use yew::prelude::*;

use crate::components::frame::Frame;
use crate::components::growth::Growth;
use crate::components::keys::key_sheet;
use crate::components::settings::Preferences;
use crate::holdings::Holdings;
use crate::messages as m;
use crate::platform::{dom, fault, host, location, payload, script};
use crate::route::{Route, View};
use crate::views::about::about;
use crate::views::documents::documents;
use crate::views::lists::Lists;
use crate::views::overview::overview;
use crate::views::reader::Reader;
use crate::views::search::{Search, suggestions};
use crate::views::{ViewProps, not_found};

/// Reads what the page carries and shows it; where that cannot be, says so above the plain list.
pub fn start() {
    fault::watch();
    Preferences::stored().show();
    match payload::holdings() {
        Err(sentence) => fault::show(&format!("{}: {sentence}.", m::FAULT), VERSION),
        Ok(holdings) => {
            if let Some(root) = dom::mount() {
                script::offer(&holdings);
                yew::Renderer::<App>::with_root_and_props(root, AppProps { holdings: holdings.clone() }).render();
                dom::ready();
                host::connect(&holdings);
            }
        }
    }
}

#[derive(Properties, PartialEq)]
struct AppProps {
    holdings: Holdings,
}

/// What a fault's details begin with.
const VERSION: &str = concat!("Entente ", env!("CARGO_PKG_VERSION"));
/// Characters of a digest that are shown.
const DIGEST: usize = 8;

#[component]
fn App(props: &AppProps) -> Html {
    let current = use_state(|| props.holdings.clone());
    let holdings = &*current;
    let route = use_state(|| holdings.canonical_route(Route::read(&location::fragment())));
    let preferences = use_state(Preferences::stored);
    let arrived = use_mut_ref(|| false);
    {
        let holdings = holdings.clone();
        let route = route.clone();
        let arrived = arrived.clone();
        use_effect_with((), move |()| {
            arrived.replace(location::arrive());
            let listener = location::listen(move || {
                arrived.replace(location::arrive());
                route.set(holdings.canonical_route(Route::read(&location::fragment())));
            });
            move || drop(listener)
        });
    }
    use_effect_with((*route).clone(), settle(holdings.clone(), arrived));
    {
        let route = route.clone();
        let keys = preferences.keys;
        use_effect_with(((*route).clone(), keys), move |(route, keys)| {
            let listener = listen_to_keys(route.clone(), *keys);
            move || drop(listener)
        });
    }
    let go = Callback::from(|next: Route| location::push(&next.to_string()));
    let instead = {
        let route = route.clone();
        Callback::from(move |next: Route| {
            location::replace(&next.to_string());
            route.set(next);
        })
    };
    let searched = {
        let (holdings, here) = (holdings.clone(), (*route).clone());
        go.reform(move |text: String| match holdings.pasted(&text) {
            Some(link) => Route::read(&link),
            None => here.to(View::Search).with(here.query.with_text(&text)),
        })
    };
    let preferred = {
        let preferences = preferences.clone();
        Callback::from(move |next: Preferences| {
            next.keep();
            preferences.set(next);
        })
    };
    let summary = use_memo(holdings.clone(), |holdings| holdings.summary());
    let contents = use_memo(holdings.clone(), |holdings| holdings.contents());
    let grown = {
        let current = current.clone();
        Callback::from(move |holdings: Holdings| current.set(holdings))
    };
    let failed = Callback::from(|sentence: String| fault::show(&format!("{}: {sentence}.", m::FAULT), VERSION));
    let suggest = suggestions(holdings, &route);
    let digest: String = holdings.head.sha256.chars().take(DIGEST).collect();
    let view = ViewProps { holdings: holdings.clone(), route: (*route).clone(), go: go.clone(), instead };
    html! {
        <Frame route={(*route).clone()} summary={(*summary).clone()} contents={(*contents).clone()} {digest} preferences={(*preferences).clone()} {preferred} {searched} {suggest} go={go.clone()}>
            if holdings.growth().is_some() {
                <Growth holdings={holdings.clone()} {grown} {failed} />
            }
            { unknown(&route) }
            { shown(view) }
            { key_sheet() }
        </Frame>
    }
}

/// The view that the route names.
pub(crate) fn shown(view: ViewProps) -> Html {
    match view.route.view.clone() {
        View::Overview => overview(&view),
        View::Search => html! { <Search ..view /> },
        View::Documents => documents(&view),
        View::About => about(&view),
        View::Document { id, passage } => html! { <Reader {view} {id} passage={passage.map(AttrValue::from)} /> },
        View::Unknown(path) => not_found::view(&view.route, &path),
        // Another view is another instance: what it has drawn begins anew.
        _ => {
            let key = view.route.plain(view.route.view.clone()).to_string();
            html! { <Lists {key} ..view /> }
        }
    }
}

/// Names the parameters of the link that this version does not know.
fn unknown(route: &Route) -> Html {
    if route.unknown.is_empty() {
        return Html::default();
    }
    let names: Vec<String> = route.unknown.iter().map(|(name, _)| format!("“{name}”")).collect();
    html! { <p class="notice" role="status">{ "This page does not know " }<bdi>{ names.join(", ") }</bdi>{ " in the link; it was left aside." }</p> }
}

/// What happens once a view is drawn: title, embedding, and where the reader is put.
fn settle(holdings: Holdings, arrived: std::rc::Rc<RefCell<bool>>) -> impl FnOnce(&Route) {
    move |route: &Route| {
        dom::title(&title(&holdings, route));
        dom::root_attribute("data-embed", (route.embed || dom::is_framed()).then_some("true"));
        thread_local! { static LAST: RefCell<Option<Route>> = const { RefCell::new(None) }; }
        let before = LAST.replace(Some(route.clone()));
        host::navigated(&route.to_string());
        let back = arrived.replace(false);
        let moved = before.as_ref().is_none_or(|before| before.view != route.view);
        // Filtering keeps the focus where it is.
        if !moved {
            return;
        }
        dom::shut_menus();
        if back {
            location::restore();
            return;
        }
        if let View::Document { id, passage: Some(passage) } = &route.view {
            let query = entente_explore::Query::default();
            let shown = holdings.reading(id, Some(passage), &query).and_then(chosen);
            if let Some((document, anchor, quote)) = shown {
                dom::focus(&anchor);
                dom::show(&anchor);
                host::selected(&document, &anchor, &quote);
                return;
            }
        }
        match &route.view {
            View::Search if before.is_some() => dom::focus_field("search"),
            _ if before.is_some() => {
                dom::scroll_to(0.0);
                dom::focus("main");
            }
            _ => {}
        }
    }
}

/// Document, anchor and words of the passage that a reading is at.
fn chosen(reading: Reading) -> Option<(String, String, String)> {
    let anchor = reading.current?;
    let block = reading.blocks.into_iter().find(|block| block.anchor == anchor)?;
    let quote = block.cells.iter().flatten().map(|fragment| fragment.text.as_str()).collect();
    Some((reading.card.id, anchor, quote))
}

fn title(holdings: &Holdings, route: &Route) -> String {
    let file = holdings.summary().title;
    let view = match &route.view {
        View::Overview => return format!("{file} · Entente"),
        View::Search if route.query.text.is_empty() => m::SEARCH.to_owned(),
        View::Search => format!("{}: {}", m::SEARCH, route.query.text),
        View::Document { id, .. } => holdings
            .label(Facet::Document, &holdings.canonical(Facet::Document, id))
            .unwrap_or_else(|| m::UNKNOWN_DOCUMENT.to_owned()),
        View::Name(id) => holdings.dossier(id).map_or_else(|| m::UNKNOWN_NAME.to_owned(), |dossier| dossier.name.name),
        View::Engagement(id) => {
            holdings.engagement(id).map_or_else(|| m::UNKNOWN_ENGAGEMENT.to_owned(), |found| found.row.name)
        }
        View::Series(id) => holdings.series(id).map_or_else(|| m::UNKNOWN_SERIES.to_owned(), |found| found.name),
        View::Compare(..) => m::COMPARE.to_owned(),
        View::Unknown(_) => m::UNKNOWN_VIEW.to_owned(),
        other => crate::components::frame::label(other).to_owned(),
    };
    format!("{view} · {file} · Entente")
}

/// Keys that work outside fields.
fn listen_to_keys(route: Route, letters: bool) -> Option<impl Drop> {
    thread_local! { static GOING: RefCell<bool> = const { RefCell::new(false) }; }
    dom::on_key(move |event| {
        let key = event.key();
        if key == "Escape" && dom::close_menus() {
            return event.prevent_default();
        }
        if !letters || event.ctrl_key() || event.meta_key() || event.alt_key() || dom::is_typing(event) {
            return;
        }
        let going = GOING.replace(key == "g");
        let list = match route.view {
            View::Search => ".hit a",
            View::Document { .. } => ".passage",
            _ => ".fact-table tbody th a, .context a, .document-line .title",
        };
        let go = |view: View| location::push(&route.plain(view).to_string());
        match (going, key.as_str()) {
            (true, "o") => go(View::Overview),
            (true, "s") => go(View::Search),
            (true, "d") => go(View::Documents),
            (true, "a") => go(View::About),
            (true, "n") => go(View::Names),
            (true, "e") => go(View::Engagements),
            (true, "r") => go(View::SeriesList),
            (true, "c") => go(View::Commitments),
            (true, "t") => go(View::Statements),
            (true, "p") => go(View::Pairs),
            (true, "m") => go(View::Amounts),
            (true, "f") => go(View::Acronyms),
            (true, "x") => go(View::Notes),
            (_, "/") => dom::focus_field(if route.view == View::Search { "search" } else { "header-search" }),
            (_, "j") => dom::step(list, 1),
            (_, "k") => dom::step(list, -1),
            (_, "n") => dom::step(".passage[data-hits]", 1),
            (_, "p") => dom::step(".passage[data-hits]", -1),
            (_, "[") => dom::follow("previous-document"),
            (_, "]") => dom::follow("next-document"),
            (_, "y") => dom::press(".passage[aria-current] .tools button"),
            (_, "c") => dom::press(".passage[aria-current] .cite summary"),
            (_, "v") => dom::toggle_root("data-full-passages"),
            (_, "m") => dom::step(".passage[aria-current] .side a, .passage[aria-current] .place", 1),
            (_, "?") => dom::dialog("keys", true),
            _ => return,
        }
        event.prevent_default();
    })
}
