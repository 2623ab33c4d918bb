//! What a reader can do, by the state that owns what it changes, and the way there.
//!
//! A component imports the actions that it needs and hands them to the [`Dispatch`] of its context. The page's own state acts on them;
//! what only moves the focus or the scroll is done at once.

use std::rc::Rc;

use entente_explore::{Axis, Filter, Selection};
use yew::prelude::*;

use crate::context::Field;
use crate::display::{Display, DisplayAction};
use crate::hooks::{Navigator, SearchBox};
use crate::platform::dom;
use crate::route::Route;
use crate::visit::{Visit, VisitAction};

/// Something that a reader does, with the owner of what it changes.
pub(crate) trait Action: Clone + 'static {
    /// Hands it to its owner.
    fn send(self, to: &Dispatch);
}

/// Goes to another link, as a new entry of the history.
#[derive(Clone, Debug)]
pub(crate) enum RouteAction {
    /// This one.
    Go(Route),
    /// Wants a value of a filter, or no longer.
    ToggleValue(Axis, String),
    /// Shuts a value of a filter out, or lets it in again.
    ExcludeValue(Axis, String),
    /// Takes a value out of the filters.
    RemoveValue(Axis, String),
    /// Takes another value instead of one that this file does not have.
    ReplaceValue(Axis, String, String),
    /// Takes all filters away.
    ClearFilters,
    /// Takes the words away.
    ClearText,
}

impl RouteAction {
    /// The link that it leads to from `route`.
    fn target(self, route: &Route) -> Route {
        match self {
            Self::Go(next) => next,
            Self::ToggleValue(axis, value) => route.toggled(axis, &value),
            Self::ExcludeValue(axis, value) => route.shut_out(axis, &value),
            Self::RemoveValue(axis, value) => route.without(axis, &value),
            Self::ReplaceValue(axis, value, next) => route.without(axis, &value).toggled(axis, &next),
            Self::ClearFilters => {
                route.with(route.query.with_filter(Filter::default())).selecting(Selection::default())
            }
            Self::ClearText => route.with(route.query.with_text("")),
        }
    }
}

/// What is typed into a field, and what could be meant by it.
#[derive(Clone, Debug)]
pub(crate) enum SearchBoxAction {
    /// A key was pressed in a field: what stands in it now.
    Type(Field, String),
    /// The words of a field are sent off.
    Send(Field),
    /// Chooses the next suggestion, or the one before; opens them if they are closed.
    Step(Field, i32),
    /// Takes the words of the chosen suggestion over.
    Complete(Field),
    /// Goes where a suggestion leads.
    Follow(usize),
    /// Closes the suggestions.
    CloseSuggestions,
}

/// What is done with the whole screen.
#[derive(Clone, Copy, Debug)]
pub(crate) enum ScreenAction {
    /// Saves its export as CSV.
    Save,
    /// Adds words to the query that the best results share.
    Broaden,
}

/// Copies a text, and says what it is.
#[derive(Clone, Debug)]
pub(crate) struct CopyText(pub(crate) Copied, pub(crate) String);

/// What a text that is copied is to the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Copied {
    /// The words of a passage with their source.
    Quotation,
    /// A citation for running text.
    Note,
    /// An entry of a bibliography.
    BibTeX,
    /// An address.
    Link,
}

/// Moves the focus, which no state of the page knows.
#[derive(Clone, Debug)]
pub(crate) enum FocusAction {
    /// Goes some steps from one element that the selector finds to the next.
    Step(&'static str, i32),
    /// Brings the element with this id into view and gives it the focus.
    Show(String),
}

/// The owners of the page's state.
#[derive(Clone)]
pub(crate) struct Owners {
    pub(crate) navigator: Navigator,
    pub(crate) visit: UseReducerHandle<Visit>,
    pub(crate) display: UseReducerDispatcher<Display>,
    pub(crate) search_box: SearchBox,
    pub(crate) copy: Callback<CopyText>,
    pub(crate) screen: Callback<ScreenAction>,
}

/// Hands actions to their owners; without owners, as in a test, to nobody.
#[derive(Clone, Default)]
pub(crate) struct Dispatch {
    owners: Option<Rc<Owners>>,
}

impl Dispatch {
    /// To these owners.
    pub(crate) fn new(owners: Owners) -> Self {
        Self { owners: Some(owners.into()) }
    }

    /// The field that is being typed into at this very moment, and what stands in it.
    pub(crate) fn typed(&self) -> Option<(Field, String)> {
        self.owners.as_ref().and_then(|owners| owners.search_box.typed())
    }

    /// Hands an action to its owner.
    pub(crate) fn act(&self, action: impl Action) {
        action.send(self);
    }
}

impl Action for RouteAction {
    fn send(self, to: &Dispatch) {
        if let Some(owners) = &to.owners {
            owners.navigator.push(&self.target(&owners.visit.route));
        }
    }
}

impl Action for VisitAction {
    fn send(self, to: &Dispatch) {
        // Without room beside the results nothing would be seen of it.
        let is_seen = !matches!(self, Self::Preview(..)) || dom::has_room();
        if let Some(owners) = &to.owners
            && is_seen
        {
            owners.visit.dispatch(self);
        }
    }
}

impl Action for DisplayAction {
    fn send(self, to: &Dispatch) {
        if let Some(owners) = &to.owners {
            owners.display.dispatch(self);
        }
    }
}

impl Action for SearchBoxAction {
    fn send(self, to: &Dispatch) {
        let Some(search_box) = to.owners.as_ref().map(|owners| &owners.search_box) else { return };
        match self {
            Self::Type(field, text) => search_box.type_text(field, text),
            Self::Send(field) => search_box.send(field),
            Self::Step(field, by) => search_box.step(field, by),
            Self::Complete(field) => search_box.complete(field),
            Self::Follow(at) => search_box.follow(at),
            Self::CloseSuggestions => search_box.close(),
        }
    }
}

impl Action for ScreenAction {
    fn send(self, to: &Dispatch) {
        if let Some(owners) = &to.owners {
            owners.screen.emit(self);
        }
    }
}

impl Action for CopyText {
    fn send(self, to: &Dispatch) {
        if let Some(owners) = &to.owners {
            owners.copy.emit(self);
        }
    }
}

impl Action for FocusAction {
    fn send(self, _: &Dispatch) {
        match self {
            Self::Step(selector, by) => dom::step(selector, by),
            Self::Show(id) => {
                dom::show(&id);
                dom::focus(&id);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_route_action_leads_to_its_link() {
        let country = Axis::Country;
        let value = |value: &str| value.to_owned();
        for (from, action, to) in [
            ("#/names", RouteAction::ToggleValue(country, value("kr")), "#/names?country=kr"),
            ("#/names?country=kr", RouteAction::ToggleValue(country, value("kr")), "#/names"),
            ("#/names?country=kr", RouteAction::ExcludeValue(country, value("kr")), "#/names?-country=kr"),
            ("#/names?-country=kr", RouteAction::ExcludeValue(country, value("kr")), "#/names"),
            ("#/names?country=kr&country=us", RouteAction::RemoveValue(country, value("kr")), "#/names?country=us"),
            (
                "#/names?country=atlantis",
                RouteAction::ReplaceValue(country, value("atlantis"), value("at")),
                "#/names?country=at",
            ),
            ("#/notes?q=a&country=kr&note-kind=spelling", RouteAction::ClearFilters, "#/notes?q=a"),
            ("#/names?q=a&country=kr", RouteAction::ClearText, "#/names?country=kr"),
            ("#/names?q=a", RouteAction::Go(Route::read("#/about")), "#/about"),
        ] {
            assert_eq!(action.target(&Route::read(from)).to_string(), to, "from {from}");
        }
    }
}
