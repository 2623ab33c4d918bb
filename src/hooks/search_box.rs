//! What is typed into the fields, and what could be meant by it.

use std::cell::RefCell;
use std::rc::Rc;

use entente_explore::{Axis, Suggestion, SuggestionKind};
use yew::prelude::*;

use super::debounce::{Debounce, use_debounce};
use super::route::Navigator;
use crate::context::{Field, Suggested};
use crate::library::Library;
use crate::platform::dom;
use crate::route::{Route, View};
use crate::visit::{Arrival, Visit, VisitAction};

/// Rest after the last key before what is typed is looked for, in milliseconds.
const REST_MILLISECONDS: u32 = 120;
/// Suggestions shown.
const MAX_SUGGESTIONS: usize = 8;
/// Searches remembered while the page is open.
const MAX_RECENT_SEARCHES: usize = 6;

/// Text of a field that is not in the link, or not yet.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Typed {
    field: Field,
    text: String,
    /// The visit's number and the link when it was typed, or the link that it was put into.
    number: usize,
    route: Rc<Route>,
}

impl Typed {
    /// True if it still belongs to where the reader is. While a pause is waited for, other words and filters of the same view
    /// leave it; going back does not.
    fn belongs_to(&self, visit: &Visit, is_pending: bool) -> bool {
        let is_same_link = self.route == visit.route;
        self.number == visit.number && (is_same_link || (is_pending && visit.arrival != Arrival::Return))
    }
}

/// What could be meant.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Suggestions {
    shown: Vec<Suggestion>,
    chosen: Option<usize>,
    /// The number of the visit that they were asked for in.
    number: usize,
    /// Counts how often the page has emptied a field because of a key.
    cleared: usize,
}

/// What changes the suggestions.
pub(crate) enum SuggestionAction {
    /// Shows these, asked for in the visit of this number.
    Show(Vec<Suggestion>, usize),
    /// Chooses the next one, or the one before; from either end to none.
    Choose(i32),
    /// Closes them.
    Close,
    /// A field was emptied: it is drawn again.
    ClearField,
}

impl Reducible for Suggestions {
    type Action = SuggestionAction;

    fn reduce(self: Rc<Self>, action: SuggestionAction) -> Rc<Self> {
        match action {
            SuggestionAction::Show(shown, number) => Rc::new(Self { shown, chosen: None, number, ..(*self).clone() }),
            SuggestionAction::Choose(by) => {
                let last = self.shown.len().saturating_sub(1);
                let chosen = match (self.chosen, by > 0) {
                    _ if self.shown.is_empty() => None,
                    (None, true) => Some(0),
                    (None, false) => Some(last),
                    (Some(at), true) => (at < last).then_some(at + 1),
                    (Some(at), false) => at.checked_sub(1),
                };
                Rc::new(Self { chosen, ..(*self).clone() })
            }
            SuggestionAction::Close => Rc::new(Self { cleared: self.cleared, ..Self::default() }),
            SuggestionAction::ClearField => Rc::new(Self { cleared: self.cleared + 1, ..(*self).clone() }),
        }
    }
}

/// The fields of the view that is drawn.
#[derive(Clone)]
pub(crate) struct SearchBox {
    library: Library,
    visit: UseReducerHandle<Visit>,
    navigator: Navigator,
    /// Kept aside, so that a key that is pressed draws nothing.
    typed: Rc<RefCell<Option<Typed>>>,
    suggestions: UseReducerHandle<Suggestions>,
    /// Words that were searched for, the last first. In memory only.
    recent: Rc<RefCell<Vec<String>>>,
    debounce: Debounce,
}

/// The fields; what is typed goes into the link once the reader pauses.
#[hook]
pub(crate) fn use_search_box(library: &Library, visit: &UseReducerHandle<Visit>, navigator: &Navigator) -> SearchBox {
    let search_box = SearchBox {
        library: library.clone(),
        visit: visit.clone(),
        navigator: navigator.clone(),
        typed: use_mut_ref(|| None),
        suggestions: use_reducer(Suggestions::default),
        recent: use_mut_ref(Vec::new),
        debounce: use_debounce(REST_MILLISECONDS),
    };
    let latest = search_box.clone();
    search_box.debounce.set(move || latest.rest());
    search_box
}

impl SearchBox {
    /// What is suggested, as far as it belongs to where the reader is.
    pub(crate) fn suggested(&self) -> Suggested {
        Suggested { suggestions: self.suggestions().to_vec(), chosen: self.chosen(), cleared: self.suggestions.cleared }
    }

    /// The field that is being typed into and its text, as far as it belongs to where the reader is.
    pub(crate) fn typed(&self) -> Option<(Field, String)> {
        let is_pending = self.debounce.is_pending();
        let typed = self.typed.borrow();
        let typed = typed.as_ref().filter(|typed| typed.belongs_to(&self.visit, is_pending))?;
        Some((typed.field, typed.text.clone()))
    }

    fn suggestions(&self) -> &[Suggestion] {
        let is_current = self.suggestions.number == self.visit.number;
        if is_current { &self.suggestions.shown } else { &[] }
    }

    fn chosen(&self) -> Option<usize> {
        self.suggestions.chosen.filter(|at| *at < self.suggestions().len())
    }

    /// The text of a search box.
    fn text(&self, field: Field) -> String {
        if let Some((_, text)) = self.typed().filter(|(typing, _)| *typing == field) {
            return text;
        }
        match field {
            Field::Search => self.visit.route.query.text.clone(),
            Field::Header | Field::Facet(_) | Field::Side(_) | Field::Year(_) => String::new(),
        }
    }

    fn set_typed(&self, field: Field, text: String) {
        let (number, route) = (self.visit.number, self.visit.route.clone());
        self.typed.replace(Some(Typed { field, text, number, route }));
    }

    /// A key was pressed in a field.
    pub(crate) fn type_text(&self, field: Field, text: String) {
        if let Field::Year(axis) = field {
            return self.set_year(axis, &text);
        }
        let is_cleared = text.is_empty();
        self.set_typed(field, text);
        self.debounce.start();
        if is_cleared {
            self.suggestions.dispatch(SuggestionAction::ClearField);
        }
    }

    /// The view from or to a year; a field left empty asks for nothing.
    fn set_year(&self, axis: Axis, text: &str) {
        let route = &self.visit.route;
        let mut filter = route.query.filter.clone();
        for value in route.query.filter.wanted(axis) {
            filter = filter.without(axis, value);
        }
        if !text.trim().is_empty() {
            filter = filter.with(axis, text.trim());
        }
        self.navigator.push(&route.with(route.query.with_filter(filter)));
    }

    /// The reader pauses: what is typed goes into the link, and what could be meant is shown.
    fn rest(&self) {
        // The address has gone elsewhere: putting the words into the link now would take the reader back.
        if self.navigator.is_leaving() {
            return self.debounce.start();
        }
        // The pause has come: from here on the words belong to the link that they were typed at alone.
        let waited = self.typed.borrow().clone().filter(|typed| typed.belongs_to(&self.visit, true));
        let Some(Typed { field, text, .. }) = waited else { return };
        match field {
            Field::Facet(axis) => {
                self.typed.replace(None);
                return self.visit.dispatch(VisitAction::SearchFacet(axis, text));
            }
            Field::Side(side) => {
                self.typed.replace(None);
                return self.visit.dispatch(VisitAction::SearchSide(side, text));
            }
            Field::Search => {
                let next = self.visit.route.with(self.visit.route.query.with_text(&text));
                let route = self.navigator.replace(next, Arrival::Link);
                let number = self.visit.number;
                self.typed.replace(Some(Typed { field, text: text.clone(), number, route }));
            }
            Field::Header | Field::Year(_) => {}
        }
        self.suggest(&text);
    }

    /// Shows what could be meant by `text`; what was searched for before, if it is empty.
    fn suggest(&self, text: &str) {
        let found = if text.trim().is_empty() { self.recent() } else { self.meant(text) };
        self.suggestions.dispatch(SuggestionAction::Show(found, self.visit.number));
    }

    fn meant(&self, text: &str) -> Vec<Suggestion> {
        let mut found = self.library.suggest(text, MAX_SUGGESTIONS);
        // Those of one sort are together.
        entente_text::order::sort_by_key(&mut found, |found| match found.kind {
            SuggestionKind::Term => 0,
            SuggestionKind::Name(facet) => 1 + facet as usize,
            SuggestionKind::Document => usize::MAX,
        });
        found
    }

    fn recent(&self) -> Vec<Suggestion> {
        let recent = self.recent.borrow();
        let mut out = Vec::new();
        for text in recent.iter() {
            let (kind, id, text) = (SuggestionKind::Term, text.clone(), text.clone());
            out.push(Suggestion { kind, id, text, form: None, passages: 0, documents: 0 });
        }
        out
    }

    fn remember(&self, text: &str) {
        let text = text.trim().to_owned();
        let mut recent = self.recent.borrow_mut();
        recent.retain(|known| *known != text);
        if !text.is_empty() {
            recent.insert(0, text);
        }
        recent.truncate(MAX_RECENT_SEARCHES);
    }

    /// The words of a field were sent off: to the results, to the place that a pasted link names, or to the chosen suggestion.
    pub(crate) fn send(&self, field: Field) {
        if let Some(at) = self.chosen() {
            return self.follow(at);
        }
        let text = self.text(field);
        self.debounce.cancel();
        self.remember(&text);
        let route = &self.visit.route;
        let next = match self.library.pasted(&text) {
            Some(link) => Route::read(&link),
            None if field == Field::Search => route.with(route.query.with_text(&text)),
            None => route.to(View::Search).with(route.query.with_text(&text)),
        };
        if field == Field::Header {
            self.typed.replace(None);
        }
        self.suggestions.dispatch(SuggestionAction::Close);
        if next == **route {
            // They are found already.
            dom::focus("main");
        } else {
            self.navigator.push_search(&next);
        }
    }

    /// Chooses the next suggestion, or the one before; opens them if they are closed.
    pub(crate) fn step(&self, field: Field, by: i32) {
        if self.suggestions().is_empty() {
            let text = self.text(field);
            self.set_typed(field, text.clone());
            self.suggest(&text);
        } else {
            self.suggestions.dispatch(SuggestionAction::Choose(by));
        }
    }

    /// Takes the words of the chosen suggestion over into the field.
    pub(crate) fn complete(&self, field: Field) {
        let chosen = self.chosen().and_then(|at| self.suggestions().get(at)).map(|found| found.text.clone());
        if let Some(text) = chosen {
            self.set_typed(field, text);
            self.debounce.cancel();
            self.rest();
        }
    }

    /// Goes where a suggestion leads.
    pub(crate) fn follow(&self, at: usize) {
        let Some(found) = self.suggestions().get(at).cloned() else { return };
        let route = &self.visit.route;
        let next = match found.kind {
            SuggestionKind::Name(_) => route.plain(View::Name(found.id)),
            SuggestionKind::Document => route.plain(View::Document { id: found.id, passage: None }),
            SuggestionKind::Term => {
                self.remember(&found.text);
                route.to(View::Search).with(route.query.with_text(&found.id))
            }
        };
        self.debounce.cancel();
        self.typed.replace(None);
        self.suggestions.dispatch(SuggestionAction::Close);
        self.navigator.push(&next);
    }

    /// Closes the suggestions.
    pub(crate) fn close(&self) {
        if !self.suggestions().is_empty() {
            self.suggestions.dispatch(SuggestionAction::Close);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn visit(link: &str, number: usize, arrival: Arrival) -> Visit {
        Visit { number, ..Visit::new(Rc::new(Route::read(link)), arrival) }
    }

    #[test]
    fn typed_words_belong_to_the_link_that_they_were_typed_at() {
        let route = Rc::new(Route::read("#/names?q=a"));
        let typed = Typed { field: Field::Search, text: "ab".to_owned(), number: 3, route };
        let same = visit("#/names?q=a", 3, Arrival::Link);
        assert!(typed.belongs_to(&same, true) && typed.belongs_to(&same, false));
        // A filter is chosen while the reader types on: the words are kept until the pause.
        let filtered = visit("#/names?q=a&country=kr", 3, Arrival::Link);
        assert!(typed.belongs_to(&filtered, true) && !typed.belongs_to(&filtered, false));
        // Another view, or the way back: they are gone.
        assert!(!typed.belongs_to(&visit("#/notes", 4, Arrival::Link), true));
        assert!(!typed.belongs_to(&visit("#/names?q=a", 5, Arrival::Return), true));
        assert!(!typed.belongs_to(&visit("#/names", 3, Arrival::Return), true));
    }

    #[test]
    fn suggestions_are_gone_through_in_a_ring_with_none_between_the_ends() {
        let suggestion = |text: &str| Suggestion {
            kind: SuggestionKind::Term,
            id: text.to_owned(),
            text: text.to_owned(),
            form: None,
            passages: 1,
            documents: 1,
        };
        let mut state = Rc::new(Suggestions::default());
        state = state.reduce(SuggestionAction::Choose(1));
        assert_eq!(state.chosen, None, "nothing can be chosen from nothing");
        state = state.reduce(SuggestionAction::Show(vec![suggestion("a"), suggestion("b")], 0));
        let chosen = [1, 1, 1, -1, -1, -1].map(|by| {
            state = state.clone().reduce(SuggestionAction::Choose(by));
            state.chosen
        });
        assert_eq!(chosen, [Some(0), Some(1), None, Some(1), Some(0), None]);
        assert!(state.reduce(SuggestionAction::Close).shown.is_empty());
    }
}
