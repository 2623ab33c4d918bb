//! Keys that work outside fields, and what `Esc` closes.

use std::cell::Cell;
use std::rc::Rc;

use yew::prelude::*;

use crate::components::figure::FIGURES;
use crate::platform::dom;
use crate::route::View;
use crate::screens::compare::view::CHANGES;
use crate::screens::{SCREENS, Steps, screen};

/// What a key asks the application for. What only moves the focus is done here.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum KeyAction {
    /// Goes to a screen with nothing asked of it.
    Go(View),
    /// Goes some passages on in the document that is open.
    StepPassage(i32),
    /// Goes some hits on, from one document of the list to the next.
    StepHit(i32),
    /// Goes back from one row of a list to where the reader came from.
    Leave,
    /// Shows whole passages in lists, or their first lines.
    ToggleFull,
    /// Closes the filters that cover a list.
    CloseFilters,
    /// Says that this key does nothing here.
    Nothing(String),
}

/// What keys do on the screen that is shown.
#[derive(Clone, PartialEq)]
struct Keys {
    /// Single letters do something.
    letters: bool,
    steps: Steps,
    /// The field that `/` leads to.
    search_box: &'static str,
    act: Callback<KeyAction>,
}

/// What contains the passage that is cited and whose link is copied.
const CITED: &str = ":is(.passage[aria-current], .preview)";
/// The words of the one fact that a screen is about.
const FACT: &str = ".fact .said";
/// Results of a search.
const RESULTS: &str = ".hit > a, .kwic .found a";
/// The button that copies the link of what is shown.
const LINK_OF_VIEW: &str = "#link-of-view";
/// Rows of lists.
const ROWS: &str = ".fact-table tbody tr, .kwic tbody tr, .said, .context, .questions li, .comparison > *, .brief-part, .thread, .checked, .history > li, .partners tbody tr, .pair-meetings li";
/// What gets the focus in a row: what names it, else its first link.
const IN_ROW: &[&str] = &["th a", ".title", "a"];

/// Listens to keys. Single letters do nothing unless `letters` is set.
#[hook]
pub(crate) fn use_keyboard(view: &View, letters: bool, act: Callback<KeyAction>) {
    let steps = screen(view).map_or(Steps::Rows, |screen| screen.steps);
    let search_box = if *view == View::Search { "search" } else { "header-search" };
    let keys = Keys { letters, steps, search_box, act };
    // `g` was the last key: it is so for one key only, whatever is drawn meanwhile.
    let is_going = use_memo((), |()| Cell::new(false));
    use_effect_with(keys, move |keys| {
        let listener = listen(keys.clone(), is_going);
        move || drop(listener)
    });
}

fn listen(keys: Keys, is_going: Rc<Cell<bool>>) -> Option<dom::Listener> {
    dom::on_key(move |event| {
        let key = event.key();
        let done = match key.as_str() {
            "Escape" if dom::around_focus("#filters").is_some() => {
                keys.act.emit(KeyAction::CloseFilters);
                true
            }
            "Escape" if dom::around_focus(".fact-table[data-list] tbody tr").is_some() => dom::focus_field("find"),
            "Escape" => leave(),
            "ArrowDown" | "ArrowUp" if dom::around_focus(".menu[open]").is_some() => {
                let by = if key == "ArrowDown" { 1 } else { -1 };
                dom::step(".menu[open] > summary, .menu[open] .layer :is(a, button, input)", by);
                true
            }
            "Enter" if dom::focus_is(".passage") => dom::focus_first(".passage:focus :is(a.name, .side a)"),
            _ if event.ctrl_key() || event.meta_key() || event.alt_key() || dom::is_typing(event) => false,
            _ => keys.letters && letter(&keys, is_going.replace(key == "g"), &key),
        };
        if done {
            event.prevent_default();
        }
    })
}

/// Closes the layer, or steps out of what is inside a passage.
fn leave() -> bool {
    if dom::close_menus() {
        return true;
    }
    if dom::focus_is(".passage") {
        return false;
    }
    dom::around_focus(".passage").is_some_and(|passage| passage.focus().is_ok())
}

/// Copies, cites or collects the passage or the row that the reader is at; false if there is none with something to copy.
fn copy(key: &str, steps: Steps) -> bool {
    let tool = match key {
        "y" => "[data-does=quote]",
        "l" => "[data-does=link]",
        "b" => "[data-does=collect]",
        _ => "[data-does=note]",
    };
    let is_at_row = dom::around_focus(ROWS).is_some();
    if key == "l" && !is_at_row && dom::press(LINK_OF_VIEW) {
        return true;
    }
    if steps == Steps::Rows || is_at_row {
        return dom::press_near(ROWS, tool) || dom::press(&format!("{FACT} {tool}"));
    }
    dom::press(&format!("{CITED} {tool}"))
}

/// True if a key does something on a row or a passage, and none has the focus.
pub(crate) fn wants_row(key: &str) -> bool {
    matches!(key, "y" | "l" | "c" | "b")
        && dom::around_focus(ROWS).or_else(|| dom::around_focus(".passage, .hit")).is_none()
}

/// What a single letter does; false if no view has it as a key. A key that does nothing on this one says so.
fn letter(keys: &Keys, is_going: bool, key: &str) -> bool {
    if is_going && let Some(screen) = SCREENS.iter().find(|screen| screen.key == Some(key)) {
        keys.act.emit(KeyAction::Go(screen.view.clone()));
        return true;
    }
    let act = |action: KeyAction| {
        keys.act.emit(action);
        true
    };
    let is_done = match (key, keys.steps) {
        ("g", _) => true,
        ("/", _) => dom::focus_field(keys.search_box),
        ("f", Steps::Rows) => dom::focus_field("find"),
        // The filters of a search are beside it.
        ("f", Steps::Results) => dom::focus_first("#filters input"),
        ("j", Steps::Rows) => dom::step_rows(ROWS, IN_ROW, 1),
        ("k", Steps::Rows) => dom::step_rows(ROWS, IN_ROW, -1),
        ("j", Steps::Results) => dom::step(RESULTS, 1),
        ("k", Steps::Results) => dom::step(RESULTS, -1),
        ("j", Steps::Passages) => act(KeyAction::StepPassage(1)),
        ("k", Steps::Passages) => act(KeyAction::StepPassage(-1)),
        ("n", Steps::Passages) => act(KeyAction::StepHit(1)),
        ("p", Steps::Passages) => act(KeyAction::StepHit(-1)),
        ("n", Steps::Rows) => dom::step(CHANGES, 1),
        ("p", Steps::Rows) => dom::step(CHANGES, -1),
        ("u", Steps::Passages) => dom::follow("back-to-list"),
        ("u", Steps::Rows) => act(KeyAction::Leave),
        ("i", Steps::Passages) => {
            dom::toggle_folded(".head > .record");
            dom::focus_first(".head > .record > summary")
        }
        (".", Steps::Passages) => dom::toggle_folded(".folded"),
        ("[", _) => dom::follow("previous-document"),
        ("]", _) => dom::follow("next-document"),
        ("y" | "l" | "c" | "b", steps) => copy(key, steps),
        ("v", Steps::Rows) => dom::press(".row-height [aria-pressed=false]"),
        ("v", _) => act(KeyAction::ToggleFull),
        ("s", Steps::Rows) => dom::press_next_head(),
        ("t", _) => dom::step(FIGURES, 1),
        ("w", Steps::Rows) => dom::press(".brief-outputs [data-primary]"),
        ("1" | "2" | "3" | "4", _) => dom::press(&format!(".tabs a:nth-child({key})")),
        ("m", _) => match dom::around_focus(".side") {
            Some(side) => {
                let passage = side.closest(".passage").ok().flatten().map(|passage| passage.id());
                dom::focus(&passage.unwrap_or_default());
                true
            }
            None => dom::focus_first(&format!("{CITED} .side :is(a, button)")),
        },
        ("?", _) => {
            dom::dialog("keys", true);
            true
        }
        ("f" | "n" | "p" | "u" | "i" | "." | "s", _) => false,
        _ => return false,
    };
    if !is_done {
        keys.act.emit(KeyAction::Nothing(key.to_owned()));
    }
    true
}
