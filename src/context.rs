//! What every view gets in addition to its data: the link, what the reader has opened and set, and what can be done.

use std::rc::Rc;

use entente_explore::tables::Preview;
use entente_explore::{Axis, Suggestion};
use entente_page::Head;
use yew::prelude::*;

use crate::actions::{Action, Dispatch};
use crate::display::Display;
use crate::hooks::Checking;
use crate::hooks::Offers;
use crate::hooks::Tray;
use crate::route::{Route, View};
use crate::screens::Chip;
use crate::visit::Visit;

/// A field that words are typed into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Field {
    /// The search box of the header.
    Header,
    /// The search box of the search view.
    Search,
    /// The field that searches the values of a filter.
    Facet(Axis),
    /// The field that finds what is on a side of a comparison: 0 for the left one, 1 for the right one.
    Side(usize),
    /// The first or the last year: [`Axis::From`] or [`Axis::To`].
    Year(Axis),
}

/// What could be meant by what is typed.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Suggested {
    /// What could be meant.
    pub(crate) suggestions: Vec<Suggestion>,
    /// Index of the suggestion that is chosen.
    pub(crate) chosen: Option<usize>,
    /// Counts how often a field was emptied by the page: it is drawn again then.
    pub(crate) cleared: usize,
}

/// What a view is drawn from, in addition to its data. It cannot ask the engine: its data were made before.
#[derive(Clone)]
pub(crate) struct ViewContext {
    /// The link.
    pub(crate) route: Rc<Route>,
    /// What the reader has opened there.
    pub(crate) visit: Rc<Visit>,
    /// How texts are shown.
    pub(crate) display: Display,
    /// What could be meant by what is typed.
    pub(crate) suggested: Rc<Suggested>,
    /// What could be added to the filters.
    pub(crate) offers: Rc<Offers>,
    /// Where actions go.
    pub(crate) dispatch: Dispatch,
    /// Tells the data that are drawn from all others that were made.
    pub(crate) serial: usize,
    /// The link's filters, with their names.
    pub(crate) chips: Rc<[Chip]>,
    /// The passage beside the results of a search; `None` if there is no room.
    pub(crate) preview: Option<Rc<Preview>>,
    /// What the reader has collected.
    pub(crate) tray: Rc<Tray>,
    /// The text that is checked, and what is said of it.
    pub(crate) checking: Rc<Checking>,
    /// How the file is to be handled, as the packer has put it.
    pub(crate) marking: Option<Rc<str>>,
    /// The head of the payload.
    pub(crate) head: Rc<Head>,
}

impl ViewContext {
    /// The address of a view with nothing asked of it.
    pub(crate) fn link(&self, view: View) -> String {
        self.route.plain(view).to_string()
    }

    /// True if the suggestions are open below this field. Only one search box is on a page at a time.
    pub(crate) fn has_suggestions(&self, field: Field) -> bool {
        let is_elsewhere = self.dispatch.typed().is_some_and(|(typing, _)| typing != field);
        !self.suggested.suggestions.is_empty() && !is_elsewhere
    }

    /// The text of a field: what is being typed at this very moment, else what the link says. A component asks when it is drawn
    /// itself: keys can come between the drawing of a component and of those inside it.
    pub(crate) fn text(&self, field: Field) -> String {
        match (self.dispatch.typed(), field) {
            (Some((typing, text)), _) if typing == field => text,
            (_, Field::Search) => self.route.query.text.clone(),
            (_, Field::Facet(axis)) => self.visit.open_facets.get(&axis).cloned().unwrap_or_default(),
            (_, Field::Side(side)) => self.visit.sides.get(side).cloned().unwrap_or_default(),
            (_, Field::Header | Field::Year(_)) => String::new(),
        }
    }
}

impl PartialEq for ViewContext {
    /// All else was made with one of these.
    fn eq(&self, other: &Self) -> bool {
        let preview = |context: &Self| context.preview.as_ref().map(Rc::as_ptr);
        self.serial == other.serial
            && self.visit == other.visit
            && self.display == other.display
            && self.suggested == other.suggested
            && self.tray == other.tray
            && self.checking == other.checking
            && self.offers == other.offers
            && preview(self) == preview(other)
    }
}

/// What the view is drawn from in addition to its data. A component that uses it is drawn again whenever it changes; rows of long lists must not.
#[hook]
pub(crate) fn use_view_context() -> ViewContext {
    use_context::<ViewContext>().expect("the application provides it")
}

/// A callback that hands `action` to its owner, whatever the event.
pub(crate) fn on_event<E: 'static>(here: &ViewContext, action: impl Action) -> Callback<E> {
    let dispatch = here.dispatch.clone();
    Callback::from(move |_| dispatch.act(action.clone()))
}
