//! Draws screens of made-up documents without a browser, as HTML and as text. A screen that touches the browser while it is
//! drawn panics here.

use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use entente_explore::Explorer;
use entente_ingest::{Settings, Source, ingest};
use entente_page::payload::read_head;
use yew::LocalServerRenderer;
use yew::prelude::*;

use crate::actions::Dispatch;
use crate::context::{Suggested, ViewContext};
use crate::display::Display;
use crate::hooks::Checking;
use crate::hooks::Tray;
use crate::hooks::row_preview;
use crate::library::Library;
use crate::route::Route;
use crate::screens::search::preview;
use crate::screens::{Request, SCREENS, ScreenData, load};
use crate::visit::{Arrival, Visit};

pub(crate) const FORM: &str = "# Plan of Utopia\n\n## A. Ports\n\n### COMMITMENTS\n\n- Protect ports against attacks (2010).\n- Train the guards of ports (2011).\n\n### MEASURES UNDERTAKEN TO IMPLEMENT COMMITMENTS\n\nProtect ports against attacks\n\n- Korea built a fence around two ports in 2012.\n\n### FURTHER MEASURES PLANNED TO IMPLEMENT COMMITMENTS\n\n-\n";
pub(crate) const NEWS: &str = "Korea and Japan to hold 3rd Cyber Policy Consultation\n\nThe third Korea-Japan Cyber Policy Consultation will take place in Tokyo on June 29, 2016. The two sides agreed to share information on malicious activities.\n\nKorea will donate 500,000 US dollars to the Trust Fund of the CGPCS.\n";
pub(crate) const SAME: &str = "A report\n\nKorea built a fence around two ports in 2012.\n\nThe third Korea-Japan Cyber Policy Consultation will take place in Tokyo on June 29, 2016. The two sides agreed to share information on malicious acts.\n";

pub(crate) fn library(files: &[(&str, &str)]) -> Library {
    let source = |(file, text): &(&str, &str)| Source { file: (*file).to_owned(), bytes: text.as_bytes().to_vec() };
    library_of(ingest(&files.iter().map(source).collect::<Vec<_>>(), &Settings::default()))
}

pub(super) fn library_of(corpus: entente_corpus::Corpus) -> Library {
    let rest = r#""schema":2,"program":"0","application":"0","documents":0,"names":0,"bytes":0,"encoding":"json","sha256":"0123456789""#;
    let head = format!("{{\"format\":{},{rest}}}", entente_page::FORMAT);
    Library::new(Explorer::new(Rc::new(corpus)), read_head(&head).expect("a head"))
}

#[derive(Clone, Properties)]
pub(crate) struct ViewProps {
    pub(super) here: ViewContext,
    pub(crate) data: Rc<ScreenData>,
}

impl PartialEq for ViewProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.data, &other.data)
    }
}

#[component]
fn View(props: &ViewProps) -> Html {
    html! { <ContextProvider<ViewContext> context={props.here.clone()}>{ (props.data.draw)() }</ContextProvider<ViewContext>> }
}

/// What the reader has opened and set, and what is suggested: changes a visit, a display and suggestions in which nothing is.
pub(crate) type Opening<'a> = &'a dyn Fn(&mut Visit, &mut Display, &mut Suggested);

/// What the data of a link are made from.
pub(crate) fn request_of(library: &Library, link: &str) -> Request {
    let route = Rc::new(library.canonical_route(Route::read(link)));
    let limit = Visit::new(route.clone(), Arrival::Link).limit;
    let searched_facets = Vec::new();
    let (sides, pasted) = Default::default();
    let tray = Rc::new(Tray::default().at(&route));
    Request {
        library: library.clone(),
        route,
        limit,
        full: false,
        searched_facets,
        sides,
        pasted,
        tray,
        serial: 1,
        before: None,
        compared: None,
    }
}

/// What the view of a link is drawn from.
pub(crate) fn view_of(library: &Library, link: &str, open: Opening) -> ViewProps {
    let route = Rc::new(library.canonical_route(Route::read(link)));
    let (mut visit, mut display, mut suggested) =
        (Visit::new(route.clone(), Arrival::Link), Display::default(), Suggested::default());
    open(&mut visit, &mut display, &mut suggested);
    let tray = Rc::new(Tray::default().at(&route));
    let searched = visit.open_facets.iter().filter(|(_, words)| !words.is_empty());
    let request = Request {
        library: library.clone(),
        route: route.clone(),
        limit: visit.limit,
        full: display.full,
        searched_facets: searched.map(|(axis, words)| (*axis, words.clone())).collect(),
        sides: visit.sides.clone(),
        pasted: visit.pasted.clone(),
        serial: 1,
        tray: tray.clone(),
        before: None,
        compared: None,
    };
    let (data, chips) = load(&request);
    let chosen = visit.preview.as_ref();
    let beside = match &data.results {
        Some(results) => preview(library, results, chosen, &route.query),
        None => row_preview(library, &data.places, visit.row.as_deref(), &route),
    };
    let here = ViewContext {
        route,
        visit: Rc::new(visit),
        display,
        suggested: Rc::new(suggested),
        offers: Rc::default(),
        dispatch: Dispatch::default(),
        serial: 1,
        chips: chips.into(),
        preview: beside.map(Rc::new),
        tray,
        checking: Rc::default(),
        marking: None,
        head: library.head.clone(),
    };
    ViewProps { here, data: Rc::new(data) }
}

/// The view of a link with nothing opened or typed, as HTML. Drawing asks the engine nothing.
pub(crate) fn html(library: &Library, link: &str) -> String {
    html_with(library, link, &|_, _, _| {})
}

/// The view of a link under what the reader has opened and typed, as HTML. Drawing asks the engine nothing.
pub(crate) fn html_with(library: &Library, link: &str, open: Opening) -> String {
    let view = view_of(library, link, open);
    let asked = library.questions();
    let html = rendered::<View>(view);
    assert_eq!(library.questions(), asked, "{link} asks the engine while it is drawn");
    html
}

/// The check of a text under the link, as HTML. Drawing asks the engine nothing.
pub(crate) fn html_checked(library: &Library, link: &str, words: &str) -> String {
    let mut view = view_of(library, link, &|_, _, _| {});
    view.here.checking = Rc::new(Checking::of(library, words));
    let asked = library.questions();
    let html = rendered::<View>(view);
    assert_eq!(library.questions(), asked, "{link} asks the engine while it is drawn");
    html
}

pub(super) fn rendered<C: BaseComponent>(props: C::Properties) -> String {
    let rendered = LocalServerRenderer::<C>::with_props(props).hydratable(false).render();
    match pin!(rendered).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(html) => html,
        Poll::Pending => panic!("nothing is waited for while drawing"),
    }
}

/// The links of all screens that need no id, without words or filters.
pub(crate) fn screen_links() -> Vec<String> {
    let screens = SCREENS.iter().filter(|screen| screen.view.ids().is_empty());
    screens.map(|screen| format!("#/{}", screen.word)).collect()
}

/// The text of some HTML: tags taken out, white space folded.
pub(crate) fn text(html: &str) -> String {
    let mut out = String::new();
    for piece in html.split('<') {
        out.push_str(piece.split_once('>').map_or(piece, |(_, words)| words));
        out.push(' ');
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}
