//! The data of the screen: made when the link, the documents, or how much is shown are others, and not when it is drawn. Those of
//! the screens that were shown last are kept: in a large file a list takes longer to make than to draw.

use std::rc::Rc;

use entente_explore::Axis;
use entente_explore::tables::{Preview, Source};
use yew::prelude::*;

use super::brief::Tray;
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
    sides: [String; 2],
    pasted: String,
    /// Only for the screen of the brief: collecting changes no other screen.
    tray: Option<Rc<Tray>>,
}

/// Screens whose data are kept.
const MAX_KEPT_SCREENS: usize = 8;

/// The data that were made, and what the next are made with.
#[derive(Default)]
struct Made {
    /// Number of the data that were made last.
    serial: usize,
    /// The document that is open.
    open: Option<Rc<OpenDocument>>,
    /// The data of the last screens, the latest last.
    kept: Vec<(Dependencies, Rc<Loaded>)>,
}

impl Made {
    /// The data for `dependencies`, made if they are not kept.
    fn data(&mut self, dependencies: Dependencies) -> Rc<Loaded> {
        let known = self.kept.iter().position(|(of, _)| *of == dependencies);
        let (dependencies, loaded) = match known {
            Some(at) => self.kept.remove(at),
            None => {
                let loaded = Rc::new(self.make(&dependencies));
                (dependencies, loaded)
            }
        };
        self.open = loaded.data.document.clone();
        // More of the page has arrived: what was made without it is not shown again.
        self.kept.retain(|(of, _)| of.library == dependencies.library);
        if self.kept.len() == MAX_KEPT_SCREENS {
            self.kept.remove(0);
        }
        self.kept.push((dependencies, loaded.clone()));
        loaded
    }

    fn make(&mut self, dependencies: &Dependencies) -> Loaded {
        self.serial += 1;
        let request = Request {
            library: dependencies.library.clone(),
            route: dependencies.route.clone(),
            limit: dependencies.limit,
            full: dependencies.full,
            searched_facets: dependencies.searched_facets.clone(),
            sides: dependencies.sides.clone(),
            pasted: dependencies.pasted.clone(),
            serial: self.serial,
            tray: dependencies.tray.clone().unwrap_or_default(),
            before: self.open.take(),
        };
        let (data, chips) = load(&request);
        Loaded { data, chips: chips.into(), serial: self.serial }
    }
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
    let mut made = made.borrow_mut();
    made.data(dependencies)
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
