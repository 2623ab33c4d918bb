//! The data of the screen: made when the link, the documents, or how much is shown are others, and not when it is drawn.

use std::cell::RefCell;
use std::rc::Rc;

use entente_explore::Axis;
use entente_explore::tables::Preview;
use yew::prelude::*;

use crate::library::Library;
use crate::platform::dom;
use crate::route::{Route, View};
use crate::screens::document::OpenDocument;
use crate::screens::search::preview;
use crate::screens::{Chip, Request, ScreenData, load};
use crate::visit::Visit;

/// Data that were made for a link.
pub(crate) struct Loaded {
    pub(crate) data: ScreenData,
    /// Filters in force, as they are named.
    pub(crate) chips: Rc<[Chip]>,
    /// Tells these data from all others that were made.
    pub(crate) serial: usize,
}

/// What the data depend on; where it is the same, they are the same.
#[derive(PartialEq)]
struct Dependencies {
    library: Library,
    route: Rc<Route>,
    limit: usize,
    full: bool,
    searched_facets: Vec<(Axis, String)>,
}

/// The data for where the reader is; `full` for whole passages in the results of a search.
#[hook]
pub(crate) fn use_screen_data(library: &Library, visit: &Visit, full: bool) -> Rc<Loaded> {
    let made = use_mut_ref(|| (0, None::<Rc<OpenDocument>>));
    let searched = visit.open_facets.iter().filter(|(_, words)| !words.trim().is_empty());
    let dependencies = Dependencies {
        library: library.clone(),
        route: visit.route.clone(),
        limit: visit.limit,
        full: full && visit.route.view == View::Search,
        searched_facets: searched.map(|(axis, words)| (*axis, words.clone())).collect(),
    };
    use_memo(dependencies, |dependencies| make(dependencies, &made))
}

/// Makes the data; `made` counts them, and keeps the document that is open.
fn make(dependencies: &Dependencies, made: &RefCell<(usize, Option<Rc<OpenDocument>>)>) -> Loaded {
    let (last, before) = made.take();
    let serial = last + 1;
    let request = Request {
        library: dependencies.library.clone(),
        route: dependencies.route.clone(),
        limit: dependencies.limit,
        full: dependencies.full,
        searched_facets: dependencies.searched_facets.clone(),
        serial,
        before,
    };
    let (data, chips) = load(&request);
    made.replace((serial, data.document.clone()));
    Loaded { data, chips: chips.into(), serial }
}

/// The passage beside the results; `None` if there is no room for it.
#[hook]
pub(crate) fn use_preview(library: &Library, visit: &Visit, loaded: &Rc<Loaded>) -> Option<Rc<Preview>> {
    let has_room = loaded.data.results.is_some() && dom::has_room();
    let dependencies = (loaded.serial, has_room, visit.preview.clone());
    let found = use_memo(dependencies, |(_, has_room, chosen)| {
        let results = loaded.data.results.as_ref().filter(|_| *has_room)?;
        preview(library, results, chosen.as_ref(), &visit.route.query).map(Rc::new)
    });
    (*found).clone()
}
