//! Names that views still use for [`crate::context`], and their acts, each of which is handed to the state that owns it.

use std::collections::BTreeMap;
use std::fmt;

use entente_explore::Filter;
use entente_explore::Suggestion;
use entente_explore::tables::{Axis, Selection};
use yew::prelude::*;

use crate::components::fragments::Marks;
pub(crate) use crate::context::{Field, ViewContext as Here};
use crate::display::{Display, DisplayAction};
use crate::hooks::{Navigator, SearchBox};
use crate::platform::dom;
use crate::route::Route;
pub(crate) use crate::visit::FIRST;
use crate::visit::{Visit, VisitAction};

/// Something that a reader does.
#[derive(Clone, Debug)]
pub(crate) enum Act {
    Go(Route),
    Choose(Axis, String),
    Exclude(Axis, String),
    Release(Axis, String),
    Replace(Axis, String, String),
    Clear,
    Unword,
    Unfold(&'static str),
    Typed(Field, String),
    Sent(Field),
    Option(Field, i32),
    Complete(Field),
    Follow(usize),
    Shut,
    Broaden,
    More,
    Save,
    Copy(String),
    Mark(Marks),
    Source,
    Step(&'static str, i32),
    Full,
    Show(String),
    Look(String, String),
}

/// Who is told what a reader does.
#[derive(Clone, PartialEq)]
pub(crate) struct Then(Callback<Act>);

impl Then {
    /// Tells `callback`.
    pub(crate) fn new(callback: Callback<Act>) -> Self {
        Self(callback)
    }

    /// Tells it.
    pub(crate) fn act(&self, act: Act) {
        self.0.emit(act);
    }
}

impl fmt::Debug for Then {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Then")
    }
}

/// What the reader has opened and typed, gathered from the states that own it.
#[derive(Clone, Debug)]
pub(crate) struct Ui {
    pub(crate) unfolded: BTreeMap<&'static str, String>,
    pub(crate) typed: Option<(Field, String)>,
    pub(crate) suggested: Vec<Suggestion>,
    pub(crate) option: Option<usize>,
    pub(crate) drawn: usize,
    pub(crate) marks: Marks,
    pub(crate) source: bool,
    pub(crate) full: bool,
    pub(crate) record: bool,
    pub(crate) by_hand: Option<String>,
    pub(crate) look: Option<(String, String)>,
    pub(crate) selected: Option<(String, String)>,
}

impl Ui {
    pub(crate) fn new(visit: &Visit, display: &Display) -> Self {
        Self {
            unfolded: visit.open_facets.clone(),
            typed: None,
            suggested: Vec::new(),
            option: None,
            drawn: visit.drawn,
            marks: display.highlights,
            source: display.source,
            full: display.full,
            record: visit.record_is_open,
            by_hand: visit.csv_by_hand.clone(),
            look: visit.preview.clone(),
            selected: visit.selected.clone(),
        }
    }

    pub(crate) fn typing(self, search_box: &SearchBox) -> Self {
        Self {
            typed: search_box.typed().map(crate::hooks::Typed::parts),
            suggested: search_box.suggestions().to_vec(),
            option: search_box.chosen(),
            ..self
        }
    }
}

/// The states that own what acts change.
pub(crate) struct Owners {
    pub(crate) navigator: Navigator,
    pub(crate) visit: UseReducerHandle<Visit>,
    pub(crate) display: UseReducerDispatcher<Display>,
    pub(crate) search_box: SearchBox,
    pub(crate) copy: Callback<String>,
    pub(crate) save: Callback<()>,
    pub(crate) broaden: Callback<()>,
}

impl Owners {
    pub(crate) fn act(&self, act: Act) {
        let route = self.visit.route.clone();
        let go = |route: Route| self.navigator.push(&route);
        match act {
            Act::Go(route) => go(route),
            Act::Choose(axis, value) => go(route.toggled(axis, &value)),
            Act::Exclude(axis, value) => go(route.shut_out(axis, &value)),
            Act::Release(axis, value) => go(route.without(axis, &value)),
            Act::Replace(axis, value, next) => go(route.without(axis, &value).toggled(axis, &next)),
            Act::Clear => go(route.with(route.query.with_filter(Filter::default())).selecting(Selection::default())),
            Act::Unword => go(route.with(route.query.with_text(""))),
            Act::Unfold(name) => self.visit.dispatch(VisitAction::ToggleFacet(name)),
            Act::Typed(field, text) => self.search_box.type_text(field, text),
            Act::Sent(field) => self.search_box.send(field),
            Act::Option(field, by) => self.search_box.step(field, by),
            Act::Complete(field) => self.search_box.complete(field),
            Act::Follow(at) => self.search_box.follow(at),
            Act::Shut => self.search_box.close(),
            Act::Broaden => self.broaden.emit(()),
            Act::More => self.visit.dispatch(VisitAction::ShowMore),
            Act::Save => self.save.emit(()),
            Act::Copy(text) => self.copy.emit(text),
            Act::Mark(marks) => self.display.dispatch(DisplayAction::SetHighlights(marks)),
            Act::Source => self.display.dispatch(DisplayAction::ToggleSource),
            Act::Step(selector, by) => dom::step(selector, by),
            Act::Full => self.display.dispatch(DisplayAction::ToggleFull),
            Act::Show(id) => {
                dom::show(&id);
                dom::focus(&id);
            }
            Act::Look(document, passage) => {
                if dom::has_room() {
                    self.visit.dispatch(VisitAction::Preview(document, passage));
                }
            }
        }
    }
}
