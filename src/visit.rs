//! One visit of a link: the link, and what the reader has opened there, which no link restores.

use std::collections::BTreeMap;
use std::rc::Rc;

use entente_explore::Axis;
use yew::Reducible;

use crate::route::{Route, View};

/// Results shown at first.
pub(crate) const FIRST_RESULTS: usize = 50;
/// Results shown in addition, each time more are asked for.
pub(crate) const FURTHER_RESULTS: usize = 200;
/// Pieces of a long list that are drawn at once: more than any screen shows.
pub(crate) const FIRST_PIECES: usize = 40;
/// Pieces that are drawn in addition, each time more are drawn.
const FURTHER_PIECES: usize = FIRST_PIECES * 6;

/// How the reader came to a link. It decides where the reader is put.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Arrival {
    /// By a link, an address, or a control.
    #[default]
    Link,
    /// By Back or Forward: to the place that was left.
    Return,
    /// By the words of a search box: to the results.
    Search,
    /// By a key that goes on from passage to passage: the passage is brought into view, not to the top.
    Step,
}

/// A passage by its public names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PassageRef {
    /// Id of the document.
    pub(crate) document: String,
    /// Anchor of the passage.
    pub(crate) passage: String,
}

/// Words that are selected in a passage of the document that is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SelectedWords {
    /// Anchor of the passage.
    pub(crate) passage: String,
    pub(crate) words: String,
}

/// The link, and what the reader has opened there.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Visit {
    /// The link, with its filter values as ids.
    pub(crate) route: Rc<Route>,
    /// How the reader came to it.
    pub(crate) arrival: Arrival,
    /// Counts the views that were gone to; another link of the same view leaves it.
    pub(crate) number: usize,
    /// Results that are shown at most.
    pub(crate) limit: usize,
    /// Pieces of a long list that are drawn by now.
    pub(crate) drawn: usize,
    /// Filters that show all their values, each with the words typed into its own field.
    pub(crate) open_facets: BTreeMap<Axis, String>,
    /// The passage beside the results.
    pub(crate) preview: Option<PassageRef>,
    /// The row of a list that the reader is at, by its element's id.
    pub(crate) row: Option<String>,
    /// All filters are shown.
    pub(crate) filters_open: bool,
    /// Words that are selected.
    pub(crate) selected: Option<SelectedWords>,
    /// Words typed to find what is on either side of a comparison.
    pub(crate) sides: [String; 2],
    /// A text of the reader's own that is compared. It is kept while the page is open.
    pub(crate) pasted: String,
    /// A table to be copied by hand, if a frame may not save.
    pub(crate) csv_by_hand: Option<String>,
    /// The record of a document is open: true in the first document that is opened.
    pub(crate) record_is_open: bool,
}

/// What changes a visit.
#[derive(Clone, Debug)]
pub(crate) enum VisitAction {
    /// The address is another: its link, how the reader came there, and how many pieces were drawn there before.
    LocationChanged(Rc<Route>, Arrival, usize),
    /// Shows more results.
    ShowMore,
    /// Draws more of a list of so many pieces.
    DrawMore(usize),
    /// Shows all values of a filter, or few.
    ToggleFacet(Axis),
    /// Looks for these words among the values of a filter.
    SearchFacet(Axis, String),
    /// Shows this passage beside the results.
    Preview(PassageRef),
    /// The reader has come to this row of a list.
    PreviewRow(String),
    /// Shows all filters, or not.
    OpenFilters(bool),
    /// Words were selected in a passage, or none.
    Select(Option<SelectedWords>),
    /// Looks for these words for a side of a comparison.
    SearchSide(usize, String),
    /// Compares this text of the reader's own.
    Paste(String),
    /// Shows a table to be copied by hand, or none.
    ShowCsv(Option<String>),
}

impl Visit {
    /// The first visit.
    pub(crate) fn new(route: Rc<Route>, arrival: Arrival) -> Self {
        Self {
            route,
            arrival,
            number: 0,
            limit: FIRST_RESULTS,
            drawn: FIRST_PIECES,
            open_facets: BTreeMap::new(),
            preview: None,
            row: None,
            filters_open: false,
            selected: None,
            sides: Default::default(),
            pasted: String::new(),
            csv_by_hand: None,
            record_is_open: true,
        }
    }

    /// Another link. What was opened on the last one is closed if it was another view.
    fn go(self: Rc<Self>, route: Rc<Route>, arrival: Arrival, drawn_before: usize) -> Rc<Self> {
        let mut next = (*self).clone();
        if route != self.route {
            let same_document = match (&route.view, &self.route.view) {
                (View::Document { id, .. }, View::Document { id: before, .. }) => id == before,
                _ => false,
            };
            let left_document = matches!(self.route.view, View::Document { .. }) && !same_document;
            (next.limit, next.csv_by_hand, next.selected) = (FIRST_RESULTS, None, None);
            if !same_document {
                next.drawn = FIRST_PIECES;
            }
            if route.view != self.route.view {
                next.number += 1;
                next.open_facets.clear();
                next.sides = Default::default();
                (next.preview, next.row, next.filters_open) = (None, None, false);
                next.record_is_open &= !left_document;
            }
            next.route = route;
        }
        next.arrival = arrival;
        // Where the reader was can be far down.
        next.drawn = next.drawn.max(drawn_before);
        Rc::new(next)
    }
}

impl Reducible for Visit {
    type Action = VisitAction;

    fn reduce(self: Rc<Self>, action: VisitAction) -> Rc<Self> {
        let mut next = (*self).clone();
        match action {
            VisitAction::LocationChanged(route, arrival, drawn) => return self.go(route, arrival, drawn),
            VisitAction::ShowMore => next.limit += FURTHER_RESULTS,
            VisitAction::DrawMore(pieces) => next.drawn += if pieces > self.drawn { FURTHER_PIECES } else { 0 },
            VisitAction::ToggleFacet(axis) => {
                if next.open_facets.remove(&axis).is_none() {
                    next.open_facets.insert(axis, String::new());
                }
            }
            VisitAction::SearchFacet(axis, words) => {
                next.open_facets.insert(axis, words);
            }
            VisitAction::Preview(passage) => next.preview = Some(passage),
            VisitAction::PreviewRow(row) => next.row = Some(row),
            VisitAction::OpenFilters(is_open) => next.filters_open = is_open,
            VisitAction::Select(words) if matches!(self.route.view, View::Document { .. }) => next.selected = words,
            // Words outside of a document's text have no source to be copied with.
            VisitAction::Select(_) => {}
            VisitAction::SearchSide(side, words) => {
                if let Some(known) = next.sides.get_mut(side) {
                    *known = words;
                }
            }
            VisitAction::Paste(text) => next.pasted = text,
            VisitAction::ShowCsv(text) => next.csv_by_hand = text,
        }
        Rc::new(next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(link: &str) -> Rc<Route> {
        Rc::new(Route::read(link))
    }

    /// A visit of `first` after `actions`, and then of `second`.
    fn then(first: &str, actions: Vec<VisitAction>, second: &str) -> Rc<Visit> {
        let mut visit = Rc::new(Visit::new(at(first), Arrival::Link));
        for action in actions {
            visit = visit.reduce(action);
        }
        visit.reduce(VisitAction::LocationChanged(at(second), Arrival::Link, 0))
    }

    fn opened() -> Vec<VisitAction> {
        vec![
            VisitAction::ShowMore,
            VisitAction::DrawMore(1_000),
            VisitAction::ToggleFacet(Axis::Country),
            VisitAction::SearchFacet(Axis::Topic, "cyb".to_owned()),
            VisitAction::Preview(PassageRef { document: "a".to_owned(), passage: "p1".to_owned() }),
            VisitAction::ShowCsv(Some("a,b".to_owned())),
        ]
    }

    #[test]
    fn another_view_closes_what_was_opened_and_other_words_keep_the_filters_open() {
        let elsewhere = then("#/search?q=a", opened(), "#/names");
        assert_eq!(*elsewhere, Visit { number: 1, ..Visit::new(at("#/names"), Arrival::Link) });
        let narrowed = then("#/search?q=a", opened(), "#/search?q=b");
        assert_eq!((narrowed.number, narrowed.limit, narrowed.drawn), (0, FIRST_RESULTS, FIRST_PIECES));
        assert_eq!(narrowed.open_facets.get(&Axis::Topic).map(String::as_str), Some("cyb"));
        assert!(narrowed.preview.is_some() && narrowed.csv_by_hand.is_none());
    }

    #[test]
    fn another_passage_of_a_document_keeps_what_is_drawn_and_its_record_open() {
        let draw = || vec![VisitAction::DrawMore(1_000)];
        let passage = then("#/doc/a-12345678", draw(), "#/doc/a-12345678/p1-abcdef");
        assert!(passage.drawn > FIRST_PIECES && passage.record_is_open);
        let other = then("#/doc/a-12345678", draw(), "#/doc/b-12345679");
        assert!(other.drawn == FIRST_PIECES && !other.record_is_open);
        assert!(!then("#/doc/a-12345678", draw(), "#/").record_is_open);
        assert!(then("#/names", draw(), "#/doc/a-12345678").record_is_open);
    }

    #[test]
    fn a_list_that_is_returned_to_is_drawn_as_far_as_it_was() {
        let visit = Rc::new(Visit::new(at("#/names"), Arrival::Link));
        let back = visit.reduce(VisitAction::LocationChanged(at("#/notes"), Arrival::Return, 520));
        assert_eq!((back.drawn, back.arrival), (520, Arrival::Return));
    }

    #[test]
    fn a_list_that_is_drawn_whole_is_not_drawn_again() {
        let visit = Rc::new(Visit::new(at("#/names"), Arrival::Link));
        assert_eq!(visit.clone().reduce(VisitAction::DrawMore(FIRST_PIECES)), visit);
        let words = Some(SelectedWords { passage: "p1".to_owned(), words: "words".to_owned() });
        assert_eq!(
            visit.clone().reduce(VisitAction::Select(words)),
            visit,
            "only a document has passages to select in"
        );
    }
}
