//! Keys that work outside fields, and what `Esc` closes.

use std::cell::Cell;

use crate::here::{Act, Then};
use crate::platform::dom;
use crate::route::View;
use crate::screens::SCREENS;

thread_local! {
    /// Single letters do something.
    static LETTERS: Cell<bool> = const { Cell::new(true) };
    /// `g` was the last key.
    static GOING: Cell<bool> = const { Cell::new(false) };
    /// What is gone through by `j` and `k`; nothing where that is the passages of a document.
    static LIST: Cell<Option<&'static str>> = const { Cell::new(None) };
    /// The field that `/` leads to.
    static BOX: Cell<&'static str> = const { Cell::new("header-search") };
}

/// What has the passage that is cited and whose link is copied.
const CITED: &str = ":is(.passage[aria-current], .preview)";

/// Single letters do something, or nothing.
pub(crate) fn allow(letters: bool) {
    LETTERS.set(letters);
}

/// Another view is shown.
pub(crate) fn at(view: &View) {
    BOX.set(if *view == View::Search { "search" } else { "header-search" });
    LIST.set(match view {
        View::Document { .. } => None,
        View::Search => Some(".hit > a"),
        _ => Some(".fact-table tbody th a, .context a, .document-line .title, .questions a, .comparison a, .said > a"),
    });
}

/// Listens to keys for as long as what is given back is kept.
pub(crate) fn listen(then: Then) -> Option<dom::Listener> {
    dom::on_key(move |event| {
        let key = event.key();
        let done = match key.as_str() {
            "Escape" => leave(),
            "ArrowDown" | "ArrowUp" if dom::around_focus(".menu[open]").is_some() => {
                let by = if key == "ArrowDown" { 1 } else { -1 };
                dom::step(".menu[open] > summary, .menu[open] .layer :is(a, button, input)", by);
                true
            }
            "Enter" if dom::focus_is(".passage") => dom::focus_first(".passage:focus :is(a.name, .side a)"),
            _ if event.ctrl_key() || event.meta_key() || event.alt_key() || dom::is_typing(event) => false,
            _ => LETTERS.get() && letter(&then, &key),
        };
        if done {
            event.prevent_default();
        }
    })
}

/// Closes the layer, or steps out of what is inside a passage.
fn leave() -> bool {
    if dom::close_menus() || dom::close_citation() {
        return true;
    }
    if dom::focus_is(".passage") {
        return false;
    }
    dom::around_focus(".passage").is_some_and(|passage| passage.focus().is_ok())
}

fn letter(then: &Then, key: &str) -> bool {
    let going = GOING.replace(key == "g");
    if going && let Some(screen) = SCREENS.iter().find(|screen| screen.key == Some(key)) {
        then.act(Act::View(screen.view.clone()));
        return true;
    }
    match (key, LIST.get()) {
        ("g", _) => {}
        ("/", _) => dom::focus_field(BOX.get()),
        ("f", Some(_)) => dom::focus_field("find"),
        ("j", Some(list)) => dom::step(list, 1),
        ("k", Some(list)) => dom::step(list, -1),
        ("j", None) => then.act(Act::Passage(1)),
        ("k", None) => then.act(Act::Passage(-1)),
        ("n", None) => then.act(Act::Match(1)),
        ("p", None) => then.act(Act::Match(-1)),
        ("[", _) => dom::follow("previous-document"),
        ("]", _) => dom::follow("next-document"),
        ("y", _) => dom::press(&format!("{CITED} [data-does=link]")),
        ("c", _) => {
            dom::press(&format!("{CITED} .cite summary"));
            dom::focus_first(&format!("{CITED} .cite[open] button"));
        }
        ("v", _) => then.act(Act::Full),
        ("m", _) => match dom::around_focus(".side") {
            Some(side) => {
                let passage = side.closest(".passage").ok().flatten().map(|passage| passage.id());
                dom::focus(&passage.unwrap_or_default());
            }
            None => {
                dom::focus_first(&format!("{CITED} .side :is(a, button)"));
            }
        },
        ("?", _) => then.act(Act::Sheet(true)),
        _ => return false,
    }
    true
}
