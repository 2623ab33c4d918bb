//! What every view is given: the link, what the reader has opened and set, and what can be done.

use std::rc::Rc;

use entente_explore::tables::Preview;
use entente_page::Head;

use crate::here::{Then, Ui};
use crate::library::Library;
use crate::route::{Route, View};
use crate::screens::Chip;

/// A field that words are typed into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Field {
    /// The search box of the header.
    Header,
    /// The search box of the search view.
    Search,
    /// The field that narrows a list.
    Find,
    /// The field that searches the values of a filter.
    Facet(&'static str),
    /// The first or the last year.
    Year(&'static str),
}

/// What a view is drawn from, beside its data. It answers no question about the documents: those were asked before.
#[derive(Clone)]
pub(crate) struct ViewContext {
    pub(crate) holdings: Library,
    /// What the page says of its payload.
    pub(crate) head: Rc<Head>,
    pub(crate) route: Rc<Route>,
    pub(crate) ui: Rc<Ui>,
    pub(crate) then: Then,
    /// Tells the data that are drawn from all others that were made.
    pub(crate) serial: usize,
    /// Filters in force, as they are named.
    pub(crate) chips: Rc<[Chip]>,
    /// The passage beside the results of a search; `None` if there is no room.
    pub(crate) preview: Option<Rc<Preview>>,
    /// How the file is to be handled, as the packer has put it.
    pub(crate) marking: Option<Rc<str>>,
}

impl ViewContext {
    /// The address of a view with nothing asked of it.
    pub(crate) fn link(&self, view: View) -> String {
        self.route.plain(view).to_string()
    }

    /// The address of a view under the same words and filters.
    pub(crate) fn asked(&self, view: View) -> String {
        self.route.to(view).to_string()
    }

    /// Who is told what the reader does.
    pub(crate) fn then(&self) -> Then {
        self.then.clone()
    }

    /// What stands in a field: what is being typed, else what the link says.
    pub(crate) fn text(&self, field: Field) -> String {
        match (&self.ui.typed, field) {
            (Some((typing, text)), _) if *typing == field => text.clone(),
            (_, Field::Search | Field::Find) => self.route.query.text.clone(),
            (_, Field::Facet(name)) => self.ui.unfolded.get(name).cloned().unwrap_or_default(),
            (_, Field::Header | Field::Year(_)) => String::new(),
        }
    }
}

impl PartialEq for ViewContext {
    fn eq(&self, other: &Self) -> bool {
        // All else is made with one of these.
        self.serial == other.serial
            && self.route == other.route
            && Rc::ptr_eq(&self.ui, &other.ui)
            && self.preview.as_ref().map(Rc::as_ptr) == other.preview.as_ref().map(Rc::as_ptr)
    }
}
