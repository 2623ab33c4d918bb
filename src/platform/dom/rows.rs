//! Rows of lists, and what is pressed in them.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::{around_focus, by_id, document};

/// The row of a table that an event comes from.
fn row_of(event: &web_sys::Event) -> Option<Element> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    target.closest("tbody tr[id]").ok().flatten()
}

/// Marks the row of an event as the current one of its list, and returns its id.
pub(crate) fn mark_row(event: &web_sys::Event) -> Option<String> {
    let row = row_of(event)?;
    let before = document()?.query_selector("#main tr[aria-current]").ok().flatten();
    if let Some(before) = before.filter(|before| *before != row) {
        let _ = before.remove_attribute("aria-current");
    }
    let _ = row.set_attribute("aria-current", "true");
    Some(row.id())
}

/// What was clicked, unless it has an action of its own, as a link or button, or the reader has just selected words.
fn clicked(event: &web_sys::Event) -> Option<Element> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let has_action = target.closest("a, button, input, summary").ok()?.is_some();
    let selection = web_sys::window().and_then(|window| window.get_selection().ok().flatten());
    let has_selected = selection.is_some_and(|selection| !String::from(selection.to_string()).is_empty());
    (!has_action && !has_selected).then_some(target)
}

/// The id of the passage whose words were clicked; `None` as for any click with a meaning of its own, or if the reader is at this
/// passage already.
pub(crate) fn clicked_passage(event: &web_sys::Event) -> Option<String> {
    let passage = clicked(event)?.closest(".passage:not([aria-current])").ok()??;
    Some(passage.id()).filter(|id| !id.is_empty())
}

/// Gives the focus to the link of the clicked row. Does nothing if a link or button was clicked, or words are selected.
pub(crate) fn enter_row(event: &web_sys::Event) {
    if clicked(event).is_none() {
        return;
    }
    let link = row_of(event).and_then(|row| row.query_selector("th a, .title, a").ok().flatten());
    if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlElement>().ok()) {
        let _ = link.focus();
    }
}

/// Presses the head after the one that the list is sorted by, or the first one. False if there are no heads.
pub(crate) fn press_next_head() -> bool {
    let Some(found) = document().and_then(|document| document.query_selector_all("#main .sort-head").ok()) else {
        return false;
    };
    let heads: Vec<HtmlElement> =
        (0..found.length()).filter_map(|n| found.get(n)?.dyn_into::<HtmlElement>().ok()).collect();
    let is_sorted = |head: &HtmlElement| head.closest("[aria-sort]").ok().flatten().is_some();
    let at = heads.iter().position(is_sorted).map_or(0, |at| at + 1);
    heads.get(at).or(heads.first()).inspect(|head| head.click()).is_some()
}

/// Follows the link with this id.
pub(crate) fn follow(id: &str) -> bool {
    click(by_id(id))
}

/// Presses the first match of `selector`. False if there is none.
pub(crate) fn press(selector: &str) -> bool {
    click(document().and_then(|document| document.query_selector(selector).ok().flatten()))
}

/// Presses the first match of `selector` inside the nearest element around the focus that matches `around`. False if there is
/// none.
pub(crate) fn press_near(around: &str, selector: &str) -> bool {
    click(around_focus(around).and_then(|row| row.query_selector(selector).ok().flatten()))
}

fn click(found: Option<Element>) -> bool {
    let button = found.and_then(|element| element.dyn_into::<HtmlElement>().ok());
    button.inspect(HtmlElement::click).is_some()
}
