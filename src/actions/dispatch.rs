//! The owners of the page's state, and how an action gets to its owner.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    Action, BriefAction, CheckAction, Cite, Copied, CopyText, FilterFieldAction, FocusAction, RouteAction,
    ScreenAction, SearchBoxAction,
};
use crate::context::Field;
use crate::display::{Display, DisplayAction};
use crate::hooks::{Checker, FilterField, Navigator, SearchBox};
use crate::platform::dom;
use crate::visit::{Visit, VisitAction};

/// The owners of the page's state.
#[derive(Clone)]
pub(crate) struct Owners {
    pub(crate) navigator: Navigator,
    pub(crate) visit: UseReducerHandle<Visit>,
    pub(crate) display: UseReducerDispatcher<Display>,
    pub(crate) search_box: SearchBox,
    pub(crate) filter_field: FilterField,
    pub(crate) copy: Callback<CopyText>,
    pub(crate) cite: Callback<Cite>,
    pub(crate) brief: Callback<BriefAction>,
    pub(crate) screen: Callback<ScreenAction>,
    pub(crate) checker: Checker,
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

    /// The field that is being typed into at this very moment, and its text.
    pub(crate) fn typed(&self) -> Option<(Field, String)> {
        self.owners.as_ref().and_then(|owners| owners.search_box.typed())
    }

    /// The text that is checked, as its field has it at this very moment.
    pub(crate) fn draft(&self) -> Rc<str> {
        self.owners.as_ref().map_or_else(|| Rc::from(""), |owners| owners.checker.draft())
    }

    /// Hands an action to its owner.
    pub(crate) fn act(&self, action: impl Action) {
        action.send(self);
    }
}

impl Action for RouteAction {
    fn send(self, to: &Dispatch) {
        let Some(owners) = &to.owners else { return };
        match self {
            Self::Return(list) => owners.navigator.back_to(&list),
            Self::Step(hit) => owners.navigator.step(&owners.visit.route, hit),
            other => owners.navigator.push(&other.target(&owners.visit.route)),
        }
    }
}

impl Action for VisitAction {
    fn send(self, to: &Dispatch) {
        // Without room beside the results it would not be visible.
        let is_seen = !matches!(self, Self::Preview(..) | Self::PreviewRow(_)) || dom::has_room();
        if let Some(owners) = &to.owners
            && is_seen
        {
            let opening = match &self {
                Self::OpenFilters(is_open) => Some(*is_open),
                _ => None,
            };
            owners.visit.dispatch(self);
            if let Some(is_open) = opening {
                dom::focus_soon(if is_open { "filters" } else { "open-filters" });
            }
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

impl Action for FilterFieldAction {
    fn send(self, to: &Dispatch) {
        let Some(owners) = &to.owners else { return };
        let field = &owners.filter_field;
        match self {
            Self::Type(text) => field.type_text(text),
            Self::Step(by) => field.step(by),
            Self::Add { at, is_excluded } => field.add(at, is_excluded),
            Self::Clear => field.clear(),
            Self::Close => field.close(),
            Self::Go(route) => owners.navigator.push(&route),
            Self::Replace(route) => field.replace(route),
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

impl Action for CheckAction {
    fn send(self, to: &Dispatch) {
        let Some(owners) = &to.owners else { return };
        if let Self::Save(form) = self {
            // Where a frame may not save, the text is copied.
            if let Some(text) = owners.checker.save(form) {
                owners.copy.emit(CopyText(Copied::Report, text));
            }
        } else {
            owners.checker.act(self);
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

impl Action for Cite {
    fn send(self, to: &Dispatch) {
        if let Some(owners) = &to.owners {
            owners.cite.emit(self);
        }
    }
}

impl Action for BriefAction {
    fn send(self, to: &Dispatch) {
        if let Some(owners) = &to.owners {
            owners.brief.emit(self);
        }
    }
}

impl Action for FocusAction {
    fn send(self, _: &Dispatch) {
        match self {
            Self::Step(selector, by) => {
                dom::step(selector, by);
            }
            Self::Show(id) => {
                dom::show(&id);
                dom::focus(&id);
            }
            Self::Scroll(id) => dom::show(&id),
        }
    }
}
