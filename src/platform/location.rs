//! The address bar and the history.

use std::cell::RefCell;
use std::collections::BTreeMap;

use gloo::events::EventListener;
use wasm_bindgen::JsValue;

use crate::platform::dom;
use crate::platform::dom::LinkPlace;

/// Where a reader was on a visited entry of the history.
#[derive(Clone, Debug, Default)]
struct Place {
    scroll: f64,
    /// The first passage in sight, and how far below the top of the window.
    passage: Option<(String, f64)>,
    /// The link that had the focus.
    link: Option<LinkPlace>,
    /// Pieces of the view that were drawn.
    drawn: usize,
}

thread_local! {
    /// Places by the entry's number. In memory only: nothing of what is read is stored.
    static PLACES: RefCell<BTreeMap<u32, Place>> = const { RefCell::new(BTreeMap::new()) };
    static ENTRY: RefCell<u32> = const { RefCell::new(0) };
    /// Entries of this load in the order of the history, each with the fragment that it shows.
    static HISTORY: RefCell<Vec<(u32, String)>> = const { RefCell::new(Vec::new()) };
    /// Tells this load of the page from others, whose entries stay in the history and whose places are forgotten.
    static LOAD: u32 = (js_sys::Math::random() * 1_000_000.0) as u32;
}

/// Entries of one load are numbered from here: the history's state is one number, load and entry in one.
const MAX_ENTRIES: f64 = 1_000_000.0;

/// What the history keeps for an entry of this load.
fn state_of(entry: u32) -> JsValue {
    JsValue::from_f64(LOAD.with(|load| f64::from(*load)) * MAX_ENTRIES + f64::from(entry))
}

/// The fragment, with its `#`.
pub(crate) fn fragment() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// Goes to `fragment` as a new entry of the history.
pub(crate) fn push(fragment: &str) {
    if let Some(window) = web_sys::window() {
        // Fails only where scripts may not navigate at all; the page then stays where it is.
        let _ = window.location().set_hash(fragment);
    }
}

/// Puts `fragment` in place of the present entry.
pub(crate) fn replace(fragment: &str) {
    let Some(window) = web_sys::window() else { return };
    let entry = ENTRY.with_borrow(|entry| *entry);
    HISTORY.with_borrow_mut(|history| {
        if let Some(place) = history.iter_mut().find(|(known, _)| *known == entry) {
            fragment.clone_into(&mut place.1);
        }
    });
    let state = state_of(entry);
    let done = window.history().and_then(|history| history.replace_state_with_url(&state, "", Some(fragment)));
    if done.is_err() {
        let _ = window.location().replace(fragment);
    }
}

/// Calls `changed` whenever the fragment is another.
pub(crate) fn listen(changed: impl Fn() + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    if let Ok(history) = window.history() {
        // The browser would scroll before the view is drawn.
        let manual = JsValue::from_str("manual");
        let _ = js_sys::Reflect::set(&history, &JsValue::from_str("scrollRestoration"), &manual);
    }
    Some(EventListener::new(&window, "hashchange", move |_| {
        remember();
        changed();
    }))
}

/// Notes where the reader is, before going elsewhere.
pub(crate) fn remember() {
    let place =
        Place { scroll: dom::scrolled(), passage: dom::passage_in_sight(), link: dom::focused_link(), drawn: 0 };
    let entry = ENTRY.with_borrow(|entry| *entry);
    PLACES.with_borrow_mut(|places| places.insert(entry, place));
}

/// Notes how much of the view was drawn that is being left.
pub(crate) fn remember_drawn(pieces: usize) {
    let entry = ENTRY.with_borrow(|entry| *entry);
    PLACES.with_borrow_mut(|places| places.entry(entry).or_default().drawn = pieces);
}

/// Gives the present entry its number. Where it was visited before: how many pieces were drawn then; scroll and focus are
/// put back by [`restore`].
pub(crate) fn arrive() -> Option<usize> {
    let history = web_sys::window().and_then(|window| window.history().ok());
    let state = history.as_ref().and_then(|history| history.state().ok()).and_then(|state| state.as_f64());
    // Entries are counted from 1, so that the entry of a fresh window is a new one.
    let ours = |state: &f64| (state / MAX_ENTRIES) as u32 == LOAD.with(|load| *load);
    let entry = state.filter(ours).map(|state| (state % MAX_ENTRIES) as u32);
    let known = entry.filter(|entry| PLACES.with_borrow(|places| places.contains_key(entry)));
    let next = PLACES.with_borrow(|places| places.keys().next_back().copied().unwrap_or(0)) + 1;
    let entry = known.unwrap_or(next);
    let left = ENTRY.replace(entry);
    HISTORY.with_borrow_mut(|history| note_entry(history, left, entry, fragment()));
    let drawn = PLACES.with_borrow_mut(|places| places.entry(entry).or_default().drawn);
    if let Some(history) = history {
        let _ = history.replace_state(&state_of(entry), "");
    }
    known.map(|_| drawn)
}

/// Takes up that `entry` is shown now, gone to from `left`. A new entry comes after the one that was left, and those that followed
/// it are gone.
fn note_entry(history: &mut Vec<(u32, String)>, left: u32, entry: u32, fragment: String) {
    match history.iter_mut().find(|(known, _)| *known == entry) {
        Some(place) => place.1 = fragment,
        None => {
            let kept = history.iter().position(|(known, _)| *known == left).map_or(history.len(), |at| at + 1);
            history.truncate(kept);
            history.push((entry, fragment));
        }
    }
}

/// How many entries back the last one before `entry` is whose fragment `is_wanted`.
fn entries_back(history: &[(u32, String)], entry: u32, is_wanted: impl Fn(&str) -> bool) -> Option<usize> {
    let now = history.iter().position(|(known, _)| *known == entry)?;
    let found = history[..now].iter().rposition(|(_, fragment)| is_wanted(fragment))?;
    Some(now - found)
}

/// Goes back to the last entry whose fragment `is_wanted`; false if there is none.
pub(crate) fn back_to(is_wanted: impl Fn(&str) -> bool) -> bool {
    let entry = ENTRY.with_borrow(|entry| *entry);
    let back = HISTORY.with_borrow(|history| entries_back(history, entry, is_wanted));
    let Some(steps) = back.and_then(|back| i32::try_from(back).ok()) else { return false };
    let history = web_sys::window().and_then(|window| window.history().ok());
    history.is_some_and(|history| history.go_with_delta(-steps).is_ok())
}

/// Puts scroll and focus back as they were on the present entry.
pub(crate) fn restore() {
    let entry = ENTRY.with_borrow(|entry| *entry);
    let Some(place) = PLACES.with_borrow(|places| places.get(&entry).cloned()) else { return };
    let found = place.link.is_some_and(|link| dom::focus_link(&link));
    if !found {
        dom::focus("main");
    }
    dom::scroll_to(place.scroll);
    // What is above it can have another height now: the record of a document is open only once.
    if let Some((passage, top)) = place.passage {
        dom::put_at(&passage, top);
    }
}

#[cfg(test)]
mod tests {
    use super::{entries_back, note_entry};

    #[test]
    fn the_way_back_counts_the_entries_that_are_still_there() {
        let mut history = Vec::new();
        let mut go = |left: u32, entry: u32, fragment: &str| {
            note_entry(&mut history, left, entry, fragment.to_owned());
            history.clone()
        };
        go(0, 1, "#/search");
        go(1, 2, "#/doc/a");
        go(2, 3, "#/doc/b");
        let history_at_b = go(3, 3, "#/doc/b/p2");
        let list = |fragment: &str| fragment == "#/search";
        assert_eq!(entries_back(&history_at_b, 3, list), Some(2));
        // Back to a, and from there to c: b is gone.
        go(3, 2, "#/doc/a");
        let history_at_c = go(2, 4, "#/doc/c");
        assert_eq!(entries_back(&history_at_c, 4, list), Some(2));
        assert_eq!(entries_back(&history_at_c, 1, list), None, "nothing is before it");
    }
}
