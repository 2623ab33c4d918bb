//! What happens once another link is drawn: the window's title, the page around, and where the reader is put.

use std::rc::Rc;

use yew::prelude::*;

use super::data::Loaded;
use crate::components::highlighted_text::plain_text;
use crate::messages as m;
use crate::platform::{dom, host, location, timer};
use crate::route::{Route, View};
use crate::screens::document::OpenDocument;
use crate::screens::label;
use crate::visit::{Arrival, Visit};

/// Rest after the last change before the count is said aloud, in milliseconds.
const SAID_MILLISECONDS: u32 = 400;

/// Settles each link that is drawn. `file` is the title of the file.
#[hook]
pub(crate) fn use_settle(visit: &Visit, loaded: &Rc<Loaded>, file: &str) {
    let before = use_mut_ref(|| None::<Rc<Route>>);
    let saying = use_mut_ref(|| None);
    let (loaded, arrival, file) = (loaded.clone(), visit.arrival, file.to_owned());
    use_effect_with(visit.route.clone(), move |route| {
        let before = before.replace(Some(route.clone()));
        saying.replace(before.is_some().then(|| timer::after(SAID_MILLISECONDS, dom::say_count)));
        let title = loaded.data.title.as_deref().unwrap_or(label(&route.view));
        dom::title(&m::window(title, &file));
        dom::root_attribute("data-embed", (route.embed || dom::is_framed()).then_some("true"));
        dom::root_attribute("data-reading", matches!(route.view, View::Document { .. }).then_some("true"));
        host::navigated(&route.to_string());
        // Filtering keeps the focus where it is.
        if before.as_ref().is_none_or(|before| before.view != route.view) {
            dom::shut_menus();
            put_reader(route, arrival, loaded.data.document.as_deref(), before.is_some());
        } else if before.as_ref().is_some_and(|before| before.sort != route.sort) {
            // Another order moves rows, and a row that is moved loses the focus.
            timer::after(0, dom::refocus_row).forget();
        }
    });
}

/// Puts the reader where another view begins, or where they were in it; `was_elsewhere` unless the page has just been opened.
fn put_reader(route: &Route, arrival: Arrival, document: Option<&OpenDocument>, was_elsewhere: bool) {
    if arrival == Arrival::Return {
        return location::restore();
    }
    if let Some(open) = document
        && let Some(anchor) = &open.reading.current
        && let Some(block) = open.blocks.iter().find(|block| block.anchor == *anchor)
    {
        dom::focus(anchor);
        match arrival {
            Arrival::Step => dom::show_near(anchor),
            Arrival::Link | Arrival::Return | Arrival::Search => dom::show(anchor),
        }
        return host::selected(&open.reading.card.id, anchor, &plain_text(&block.cells));
    }
    let is_search = route.view == View::Search;
    if is_search && arrival == Arrival::Search {
        // Whoever has sent the words off wants the results: keys go through them from here.
        dom::focus("main");
    } else if is_search && was_elsewhere {
        dom::focus_field("search");
    } else {
        if was_elsewhere {
            dom::scroll_to(0.0);
        }
        // The focus is given in this one place: a screen that gave it away by itself would lose it again here, or not, as the drawing goes.
        if !dom::focus_first("[data-first-focus]") && was_elsewhere {
            dom::focus("main");
        }
    }
}
