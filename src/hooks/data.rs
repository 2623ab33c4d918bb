//! The data of the screen: made when the link, the documents, or how much is shown are others, and not when it is drawn.

use std::cell::RefCell;
use std::rc::Rc;

use entente_explore::Axis;
use entente_explore::tables::{Preview, Source};
use yew::prelude::*;

use super::brief::Tray;
use crate::library::Library;
use crate::platform::dom;
use crate::route::{Route, View};
use crate::screens::compare::Compared;
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
    sides: [String; 2],
    pasted: String,
    /// Only for the screen of the brief: collecting changes no other screen.
    tray: Option<Rc<Tray>>,
}

/// The data for where the reader is; `full` for whole passages in the results of a search.
#[hook]
pub(crate) fn use_screen_data(library: &Library, visit: &Visit, full: bool, tray: &Rc<Tray>) -> Rc<Loaded> {
    let made = use_mut_ref(Made::default);
    let is_compared = matches!(visit.route.view, View::Compare(..));
    let searched = visit.open_facets.iter().filter(|(_, words)| !words.trim().is_empty());
    let dependencies = Dependencies {
        library: library.clone(),
        route: visit.route.clone(),
        limit: visit.limit,
        full: full && visit.route.view == View::Search,
        searched_facets: searched.map(|(axis, words)| (*axis, words.clone())).collect(),
        sides: if is_compared { visit.sides.clone() } else { Default::default() },
        pasted: if is_compared { visit.pasted.clone() } else { String::new() },
        tray: (visit.route.view == View::Brief).then(|| tray.clone()),
    };
    use_memo(dependencies, |dependencies| make(dependencies, &made))
}

/// How many data were made, and what is kept of the last ones: the document that is open, and what is compared.
type Made = (usize, Option<Rc<OpenDocument>>, Option<Rc<Compared>>);

/// Makes the data.
fn make(dependencies: &Dependencies, made: &RefCell<Made>) -> Loaded {
    let (last, before, compared) = made.take();
    let serial = last + 1;
    let request = Request {
        library: dependencies.library.clone(),
        route: dependencies.route.clone(),
        limit: dependencies.limit,
        full: dependencies.full,
        searched_facets: dependencies.searched_facets.clone(),
        sides: dependencies.sides.clone(),
        pasted: dependencies.pasted.clone(),
        serial,
        tray: dependencies.tray.clone().unwrap_or_default(),
        before,
        compared,
    };
    let (data, chips) = load(&request);
    made.replace((serial, data.document.clone(), data.compared.clone()));
    Loaded { data, chips: chips.into(), serial }
}

/// The passage of a list's row, of the first one if the reader is at none.
pub(crate) fn row_preview(
    library: &Library,
    places: &[(String, Source)],
    row: Option<&str>,
    route: &Route,
) -> Option<Preview> {
    let chosen = row.and_then(|row| places.iter().find(|(id, _)| id == row)).or(places.first());
    let (_, source) = chosen.filter(|(_, source)| !source.passage.is_empty())?;
    library.preview(&source.document, &source.passage, &route.query)
}

/// The passage beside the results or the rows; `None` if there is no room for it.
#[hook]
pub(crate) fn use_preview(library: &Library, visit: &Visit, loaded: &Rc<Loaded>) -> Option<Rc<Preview>> {
    let data = &loaded.data;
    let has_room = (data.results.is_some() || !data.places.is_empty()) && dom::has_room();
    let dependencies = (loaded.serial, has_room, visit.preview.clone(), visit.row.clone());
    let found = use_memo(dependencies, |(_, has_room, chosen, row)| {
        if !*has_room {
            return None;
        }
        let found = match &data.results {
            Some(results) => preview(library, results, chosen.as_ref(), &visit.route.query),
            None => row_preview(library, &data.places, row.as_deref(), &visit.route),
        };
        found.map(Rc::new)
    });
    (*found).clone()
}
