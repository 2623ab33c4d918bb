//! The address as state: the one source of everything that survives a reload.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use yew::prelude::*;

use crate::library::Library;
use crate::platform::location;
use crate::route::Route;
use crate::screens::{Menu, screen};
use crate::visit::{Arrival, Visit, VisitAction};

/// Goes to other links.
#[derive(Clone)]
pub(crate) struct Navigator {
    library: Library,
    visit: UseReducerDispatcher<Visit>,
    /// The fragment of the address that the visit was made from.
    seen: Rc<RefCell<String>>,
    /// How the reader will have come to the link that is on its way.
    next: Rc<Cell<Arrival>>,
}

impl Navigator {
    /// Goes to `route` as a new entry of the history.
    pub(crate) fn push(&self, route: &Route) {
        location::push(&route.to_string());
    }

    /// Goes back to the last entry of the history that shows `route`, to the place where it was left; without one, to a new entry.
    pub(crate) fn back_to(&self, route: &Route) {
        let is_same = |fragment: &str| self.library.canonical_route(Route::read(fragment)) == *route;
        if !location::back_to(is_same) {
            self.push(route);
        }
    }

    /// Goes back from the screen of one row to where the reader came from, else to the list of such rows; false on any other screen.
    pub(crate) fn leave(&self, now: &Route) -> bool {
        let Some(Menu::Part(list)) = screen(&now.view).map(|screen| &screen.menu) else { return false };
        if !location::back_to(|fragment| Route::read(fragment).view != now.view) {
            self.push(&now.plain(list.clone()));
        }
        true
    }

    /// Goes on to `next`: in the document that is open in place of the present entry, to another one as a new entry.
    pub(crate) fn step(&self, now: &Route, next: Route) {
        if now.view.ids().first() == next.view.ids().first() {
            self.replace(next, Arrival::Step);
        } else {
            self.push(&next);
        }
    }

    /// As [`Navigator::push`], for the words of a search box.
    pub(crate) fn push_search(&self, route: &Route) {
        self.next.set(Arrival::Search);
        self.push(route);
    }

    /// Goes to `route` in place of the present entry; the link as it is now.
    pub(crate) fn replace(&self, route: Route, arrival: Arrival) -> Rc<Route> {
        location::replace(&route.to_string());
        self.seen.replace(location::fragment());
        let route = Rc::new(self.library.canonical_route(route));
        self.visit.dispatch(VisitAction::LocationChanged(route.clone(), arrival, 0));
        route
    }

    /// True if the address has changed and the event has not come yet: browsers send it a moment later.
    pub(crate) fn is_leaving(&self) -> bool {
        *self.seen.borrow() != location::fragment()
    }
}

/// The link of a fragment, with its filter values as ids, and how it is then written if any value was written otherwise.
pub(crate) fn linked(library: &Library, fragment: &str) -> (Route, Option<String>) {
    let asked = Route::read(fragment);
    let route = library.canonical_route(asked.clone());
    let written = (route != asked).then(|| route.to_string());
    (route, written)
}

/// The link at the fragment that was `seen`. The address has its filter values as ids afterwards, in the same entry of the history.
fn arrived(library: &Library, seen: &RefCell<String>) -> Rc<Route> {
    let (route, written) = linked(library, &seen.borrow());
    if let Some(written) = written {
        location::replace(&written);
        seen.replace(location::fragment());
    }
    Rc::new(route)
}

/// The link in the address bar, what is opened there, and the way elsewhere.
#[hook]
pub(crate) fn use_route(library: &Library) -> (UseReducerHandle<Visit>, Navigator) {
    let seen = use_mut_ref(location::fragment);
    let next = use_memo((), |()| Cell::new(Arrival::Link));
    let visit = {
        let (library, seen) = (library.clone(), seen.clone());
        use_reducer_eq(move || {
            let arrival = if location::arrive().is_some() { Arrival::Return } else { Arrival::Link };
            Visit::new(arrived(&library, &seen), arrival)
        })
    };
    // As they were when the view was drawn last.
    let latest = use_mut_ref(|| (library.clone(), 0));
    latest.replace((library.clone(), visit.drawn));
    let navigator =
        Navigator { library: library.clone(), visit: visit.dispatcher(), seen: seen.clone(), next: next.clone() };
    let dispatcher = visit.dispatcher();
    use_effect_with((), move |()| {
        let first_seen = seen.borrow().clone();
        let arrive = move || {
            let (library, drawn) = latest.borrow().clone();
            location::remember_drawn(drawn);
            let drawn_before = location::arrive();
            seen.replace(location::fragment());
            let route = arrived(&library, &seen);
            let expected = next.take();
            let arrival = if drawn_before.is_some() { Arrival::Return } else { expected };
            dispatcher.dispatch(VisitAction::LocationChanged(route, arrival, drawn_before.unwrap_or(0)));
        };
        // A long view is drawn in several turns, in which a link can be followed before anybody listens.
        if location::fragment() != first_seen {
            arrive();
        }
        let listener = location::listen(arrive);
        move || drop(listener)
    });
    (visit, navigator)
}
