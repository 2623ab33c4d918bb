//! The field that adds filters: what is typed into it, and the values of all filters that begin so.

use std::cell::RefCell;
use std::cmp::Reverse;
use std::rc::Rc;

use entente_explore::{Axis, FacetGroup};
use entente_text::fold::fold;
use entente_text::order::sort_by_key;
use yew::prelude::*;

use super::debounce::{Debounce, use_debounce};
use super::route::Navigator;
use crate::library::Library;
use crate::messages as m;
use crate::platform::dom;
use crate::route::Route;
use crate::screens::{Request, screen};
use crate::visit::{Arrival, FIRST_RESULTS, Visit};

/// Rest after the last key before values are looked for, in milliseconds.
const REST_MILLISECONDS: u32 = 120;
/// Values offered.
const MAX_OFFERS: usize = 8;
/// The element id of the field.
pub(crate) const FIELD: &str = "find";

/// What can be added to the filters.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Offer {
    /// A value of a filter: how it reads, and how many rows have it.
    Value { axis: Axis, id: String, label: String, count: usize },
    /// What begins in this year.
    Year(u16),
    /// Rows with these words.
    Words(String),
}

/// What is offered, and which of it is chosen.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Offers {
    pub(crate) shown: Vec<Offer>,
    pub(crate) chosen: usize,
    /// The words that were looked for.
    pub(crate) words: String,
    /// The number of the visit that they were asked for in.
    number: usize,
}

impl Offers {
    /// True if a value of a filter is among them.
    pub(crate) fn has_values(&self) -> bool {
        self.shown.iter().any(|offer| !matches!(offer, Offer::Words(_)))
    }
}

/// What changes the offers.
pub(crate) enum OfferAction {
    /// Shows these.
    Show(Offers),
    /// Chooses the next one, or the one before, in a ring.
    Choose(i32),
    /// Closes them.
    Close,
}

impl Reducible for Offers {
    type Action = OfferAction;

    fn reduce(self: Rc<Self>, action: OfferAction) -> Rc<Self> {
        match action {
            OfferAction::Show(offers) => Rc::new(offers),
            OfferAction::Choose(by) => {
                let count = self.shown.len().max(1);
                let step = if by > 0 { 1 } else { count - 1 };
                Rc::new(Self { chosen: (self.chosen + step) % count, ..(*self).clone() })
            }
            OfferAction::Close => Rc::default(),
        }
    }
}

/// The field of the view that is drawn.
#[derive(Clone)]
pub(crate) struct FilterField {
    library: Library,
    visit: UseReducerHandle<Visit>,
    navigator: Navigator,
    /// The text of the field, and the number of the visit that it was typed in: it is not drawn by the page.
    typed: Rc<RefCell<(String, usize)>>,
    offers: UseReducerHandle<Offers>,
    debounce: Debounce,
}

/// The field; what begins as what is typed is offered once the reader pauses.
#[hook]
pub(crate) fn use_filter_field(
    library: &Library,
    visit: &UseReducerHandle<Visit>,
    navigator: &Navigator,
) -> FilterField {
    let field = FilterField {
        library: library.clone(),
        visit: visit.clone(),
        navigator: navigator.clone(),
        typed: use_mut_ref(|| (String::new(), 0)),
        offers: use_reducer_eq(Offers::default),
        debounce: use_debounce(REST_MILLISECONDS),
    };
    let latest = field.clone();
    field.debounce.set(move || latest.rest());
    field
}

impl FilterField {
    /// What is offered, as far as it belongs to where the reader is.
    pub(crate) fn offers(&self) -> Offers {
        if self.offers.number == self.visit.number { (*self.offers).clone() } else { Offers::default() }
    }

    /// A key was pressed in the field.
    pub(crate) fn type_text(&self, text: String) {
        self.typed.replace((text, self.visit.number));
        self.debounce.start();
    }

    fn rest(&self) {
        // Another view has a field of its own, which is empty.
        if self.navigator.is_leaving() || self.typed.borrow().1 != self.visit.number {
            return;
        }
        self.offers.dispatch(OfferAction::Show(self.found()));
    }

    /// The offers for the text of the field at this moment.
    fn found(&self) -> Offers {
        let words = self.typed.borrow().0.trim().to_owned();
        let shown = offers(&self.library, &self.visit.route, &words);
        Offers { shown, chosen: 0, words, number: self.visit.number }
    }

    /// Chooses the next offer, or the one before.
    pub(crate) fn step(&self, by: i32) {
        self.offers.dispatch(OfferAction::Choose(by));
    }

    /// Adds the offer at `at`, or the one that is chosen; leaves its value out instead if `is_excluded`.
    pub(crate) fn add(&self, at: Option<usize>, is_excluded: bool) {
        // Who types fast has not seen what is offered: it is looked for now.
        let offers = if self.debounce.is_pending() { self.found() } else { self.offers() };
        let Some(offer) = offers.shown.get(at.unwrap_or(offers.chosen)) else { return };
        let next = added(&self.visit.route, offer, is_excluded);
        self.clear();
        if next != *self.visit.route {
            self.navigator.push(&next);
        }
    }

    /// Empties the field and closes what is offered.
    pub(crate) fn clear(&self) {
        self.typed.replace((String::new(), 0));
        self.debounce.cancel();
        dom::empty_field(FIELD);
        self.close();
    }

    /// Closes what is offered.
    pub(crate) fn close(&self) {
        self.offers.dispatch(OfferAction::Close);
    }

    /// Goes to `route` in place of the present entry of the history, as a slider does at each step.
    pub(crate) fn replace(&self, route: Route) {
        self.navigator.replace(route, Arrival::Link);
    }
}

/// `route` with an offer added.
fn added(route: &Route, offer: &Offer, is_excluded: bool) -> Route {
    match offer {
        Offer::Value { axis, id, .. } if is_excluded => route.without(*axis, id).shut_out(*axis, id),
        Offer::Value { axis, id, .. } => route.without(*axis, id).toggled(*axis, id),
        Offer::Year(year) => route.within_years(Some(*year), Some(*year)),
        Offer::Words(words) => route.with(route.query.with_text(words)),
    }
}

/// What could be meant by `words` on the list of `route`.
fn offers(library: &Library, route: &Rc<Route>, words: &str) -> Vec<Offer> {
    if words.is_empty() {
        return Vec::new();
    }
    let axes = Axis::SHARED.iter().chain(Axis::OF_ROWS);
    let searched = axes.map(|axis| (*axis, words.to_owned())).collect();
    let request = Request {
        library: library.clone(),
        route: route.clone(),
        limit: FIRST_RESULTS,
        full: false,
        searched_facets: searched,
        sides: <[String; 2]>::default(),
        pasted: String::new(),
        tray: Rc::default(),
        serial: 0,
        before: None,
        compared: None,
    };
    let groups =
        screen(&route.view).and_then(|screen| screen.filters).map_or_else(Vec::new, |filters| filters(&request));
    let mut out = values(&groups, words);
    if let Ok(year) = words.parse::<u16>()
        && words.len() == 4
    {
        out.insert(0, Offer::Year(year));
    }
    out.truncate(MAX_OFFERS);
    out.push(Offer::Words(words.to_owned()));
    out
}

/// The values that begin with `words`; then those in which a word does; then those that have them in another form of the name.
fn values(groups: &[FacetGroup], words: &str) -> Vec<Offer> {
    let wanted = fold(words);
    let mut found = Vec::new();
    for group in groups {
        for value in group.values.iter().filter(|value| value.count > 0 && !value.chosen && !value.excluded) {
            let fixed = m::value(group.axis, &value.id);
            let is_fixed = fixed.is_some();
            let label = fixed.unwrap_or_else(|| value.label.clone());
            // The word in links and exports is known as well: "person" is "People" here.
            let rank = rank(&fold(&label), &wanted, is_fixed);
            if let Some(rank) = rank.or((is_fixed && value.id.starts_with(&wanted)).then_some(1)) {
                let offer = Offer::Value { axis: group.axis, id: value.id.clone(), label, count: value.count };
                found.push(((rank, Reverse(value.count), value.id.clone()), offer));
            }
        }
    }
    sort_by_key(&mut found, |(key, _)| key.clone());
    found.into_iter().map(|(_, offer)| offer).collect()
}

/// Letters from which on a value is offered by another form of its name: fewer are in every name.
const ALIAS_CHARS: usize = 2;

/// How well a label fits, 0 the best; `None` if it does not. All three are folded.
fn rank(label: &str, words: &str, is_fixed: bool) -> Option<u8> {
    if label.starts_with(words) {
        return Some(0);
    }
    let begins = |at: usize| !label[..at].ends_with(char::is_alphanumeric);
    let mut places = label.match_indices(words).map(|(at, _)| at).peekable();
    match places.peek() {
        Some(_) => places.any(begins).then_some(1),
        None => (!is_fixed && words.chars().count() > ALIAS_CHARS).then_some(2),
    }
}

#[cfg(test)]
mod tests {
    use entente_explore::{Axis, FacetGroup, FacetValue};

    use super::{Offer, added, values};
    use crate::route::Route;

    fn group(axis: Axis, values: &[(&str, &str, usize)]) -> FacetGroup {
        let value = |(id, label, count): &(&str, &str, usize)| FacetValue {
            id: (*id).to_owned(),
            label: (*label).to_owned(),
            count: *count,
            chosen: false,
            excluded: false,
            known: true,
        };
        FacetGroup { axis, of: values.len(), values: values.iter().map(value).collect() }
    }

    #[test]
    fn values_of_all_filters_are_offered_by_the_beginnings_of_their_words() {
        let groups = [
            group(Axis::Country, &[("ca", "Canada", 2), ("cm", "Cameroon", 1), ("us", "United States", 9)]),
            group(Axis::Person, &[("kurt-campbell", "Kurt Campbell", 1), ("duca", "Duca", 4)]),
            group(Axis::EngagementKind, &[("call", "call", 1), ("visit", "visit", 3)]),
            group(Axis::EntityKind, &[("person", "person", 7)]),
        ];
        let labels = |words: &str| -> Vec<String> {
            values(&groups, words)
                .iter()
                .filter_map(|offer| match offer {
                    Offer::Value { label, count, .. } => Some(format!("{label} {count}")),
                    Offer::Year(_) | Offer::Words(_) => None,
                })
                .collect()
        };
        assert_eq!(labels("ca"), ["Canada 2", "call 1", "Cameroon 1", "Kurt Campbell 1"]);
        assert_eq!(labels("person")[0], "People 7", "by the word in links and exports");
        // What has the words in another form of its name was found by the engine; it comes last.
        assert_eq!(labels("CAMP")[0], "Kurt Campbell 1");
    }

    #[test]
    fn an_offer_is_added_or_left_out() {
        let route = Route::read("#/engagements?country=kr");
        let value = |id: &str| Offer::Value { axis: Axis::Country, id: id.to_owned(), label: String::new(), count: 1 };
        for (offer, is_excluded, to) in [
            (value("jp"), false, "#/engagements?country=jp&country=kr"),
            (value("jp"), true, "#/engagements?country=kr&-country=jp"),
            (value("kr"), true, "#/engagements?-country=kr"),
            (value("kr"), false, "#/engagements?country=kr"),
            (Offer::Words("ports".to_owned()), false, "#/engagements?q=ports&country=kr"),
            (Offer::Year(2014), false, "#/engagements?country=kr&from=2014&to=2014"),
        ] {
            assert_eq!(added(&route, &offer, is_excluded).to_string(), to);
        }
    }
}
