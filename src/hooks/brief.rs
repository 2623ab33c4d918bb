//! What the reader has collected: the one owner of the draft, which lives as long as the window.
//!
//! In: actions, and links to the brief. Out: the draft as it is now. The link has the items; headings and notes are only in memory.

use std::cell::RefCell;
use std::rc::Rc;

use entente_brief::{Draft, Entry, With};
use yew::prelude::*;

use super::route::Navigator;
use super::toast::Toast;
use crate::actions::BriefAction;
use crate::platform::dom;
use crate::route::{Route, View};
use crate::visit::{Arrival, Visit};

/// The draft with what goes with it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Tray {
    /// Items, headings and notes.
    pub(crate) draft: Draft,
    /// What goes with the items.
    pub(crate) with: With,
    /// The draft before the last change.
    before: Option<Draft>,
}

/// What an action leads to besides another draft.
#[derive(Clone, Debug, Default, PartialEq)]
struct Outcome {
    toast: Option<Toast>,
    /// Id of the element that gets the focus.
    focus: Option<String>,
}

impl Tray {
    /// The draft as a link to the brief shows it; elsewhere as it is.
    pub(crate) fn at(&self, route: &Route) -> Self {
        if route.view == View::Brief && !route.items.is_empty() {
            Self { draft: self.draft.adopting(&route.items), ..self.clone() }
        } else {
            self.clone()
        }
    }

    /// Does what the reader asks for.
    fn change(&mut self, action: BriefAction) -> Outcome {
        let before = self.draft.clone();
        let mut outcome = Outcome::default();
        match action {
            BriefAction::Collect(reference) => {
                let was_there = self.draft.contains(&reference);
                self.draft = std::mem::take(&mut self.draft).collecting(reference);
                let items = self.draft.len();
                outcome.toast = Some(if was_there { Toast::CollectedAlready(items) } else { Toast::Collected(items) });
            }
            BriefAction::Move(at, by) => outcome.focus = Some(part_id(self.draft.shift(at, by))),
            BriefAction::Remove(at) => {
                self.draft.remove(at);
                let last = self.draft.entries.len().saturating_sub(1);
                outcome = Outcome { toast: Some(Toast::Removed), focus: Some(part_id(at.min(last))) };
            }
            BriefAction::AddHeading(at) => {
                self.draft.insert(at, Entry::Heading(String::new()));
                outcome.focus = Some(own_id(at));
            }
            BriefAction::AddNote(at) => {
                self.draft.insert(at + 1, Entry::Note(String::new()));
                outcome.focus = Some(own_id(at + 1));
            }
            BriefAction::Reword(at, words) => self.draft.reword(at, words),
            BriefAction::Rename(title) => self.draft.title = title,
            BriefAction::Choose(with) => self.with = with,
            BriefAction::Undo => {
                if let Some(draft) = self.before.take() {
                    self.draft = draft;
                }
                return outcome;
            }
            // What is taken out is not changed.
            BriefAction::TakeOut(_) => return outcome,
        }
        if self.draft != before {
            self.before = Some(before);
        }
        outcome
    }
}

/// Id of the element of an entry.
pub(crate) fn part_id(at: usize) -> String {
    format!("part-{at}")
}

/// Id of the field of a heading or a note.
pub(crate) fn own_id(at: usize) -> String {
    format!("own-{at}")
}

/// The draft as the link shows it, and what changes it.
#[hook]
pub(crate) fn use_tray(
    visit: &Visit,
    navigator: &Navigator,
    show: &Callback<Toast>,
) -> (Rc<Tray>, Callback<BriefAction>) {
    // As it is at this very moment: two actions can come before anything is drawn again.
    let latest: Rc<RefCell<Tray>> = use_mut_ref(Tray::default);
    let drawn = use_state_eq(Tray::default);
    let setter = drawn.setter();
    let adopt = (latest.clone(), navigator.clone());
    use_effect_with(visit.route.clone(), move |route| {
        let (latest, navigator) = adopt;
        let tray = latest.borrow().at(route);
        if route.view == View::Brief && route.items.is_empty() && !tray.draft.is_empty() {
            navigator.replace(Route { items: tray.draft.linked(), ..(**route).clone() }, Arrival::Link);
        }
        latest.replace(tray.clone());
        setter.set(tray);
    });
    let (setter, route) = (drawn.setter(), visit.route.clone());
    let (navigator, show) = (navigator.clone(), show.clone());
    let act = Callback::from(move |action: BriefAction| {
        let (tray, outcome) = {
            let mut tray = latest.borrow_mut();
            let outcome = tray.change(action);
            (tray.clone(), outcome)
        };
        let items = tray.draft.linked();
        setter.set(tray);
        if route.view == View::Brief && route.items != items {
            navigator.replace(Route { items, ..(*route).clone() }, Arrival::Step);
        }
        if let Some(toast) = outcome.toast {
            show.emit(toast);
        }
        if let Some(id) = outcome.focus {
            dom::focus_soon(&id);
        }
    });
    (Rc::new(drawn.at(&visit.route)), act)
}

#[cfg(test)]
mod tests {
    use entente_brief::Reference;

    use super::*;

    fn reference(id: &str) -> Reference {
        Reference::Statement(id.to_owned())
    }

    #[test]
    fn what_is_collected_is_counted_and_can_be_undone() {
        let mut tray = Tray::default();
        let first = tray.change(BriefAction::Collect(reference("1")));
        assert_eq!(first.toast, Some(Toast::Collected(1)));
        let again = tray.change(BriefAction::Collect(reference("1")));
        assert_eq!(again.toast, Some(Toast::CollectedAlready(1)));
        assert_eq!(tray.change(BriefAction::Collect(reference("2"))).toast, Some(Toast::Collected(2)));
        tray.change(BriefAction::Undo);
        assert_eq!(tray.draft.linked(), ["statement:1"]);
        tray.change(BriefAction::Remove(0));
        assert!(tray.draft.is_empty());
        tray.change(BriefAction::Undo);
        assert_eq!(tray.draft.linked(), ["statement:1"]);
    }

    #[test]
    fn an_entry_that_is_moved_keeps_the_focus_and_a_new_heading_gets_it() {
        let mut tray = Tray::default();
        for id in ["1", "2"] {
            tray.change(BriefAction::Collect(reference(id)));
        }
        assert_eq!(tray.change(BriefAction::Move(1, -1)).focus, Some("part-0".to_owned()));
        assert_eq!(tray.draft.linked(), ["statement:2", "statement:1"]);
        assert_eq!(tray.change(BriefAction::AddHeading(0)).focus, Some("own-0".to_owned()));
        assert_eq!(tray.change(BriefAction::AddNote(1)).focus, Some("own-2".to_owned()));
        tray.change(BriefAction::Reword(2, "Ask.".to_owned()));
        assert_eq!(tray.draft.entries[2], Entry::Note("Ask.".to_owned()));
    }

    #[test]
    fn a_link_shows_its_items_whatever_was_collected() {
        let mut tray = Tray::default();
        tray.change(BriefAction::Collect(reference("1")));
        let link = Route::read("#/brief?items=statement:2,statement:1");
        assert_eq!(tray.at(&link).draft.linked(), link.items);
        assert_eq!(tray.at(&Route::read("#/brief")).draft.linked(), ["statement:1"]);
        assert_eq!(link.to_string(), "#/brief?items=statement:2,statement:1");
    }
}
