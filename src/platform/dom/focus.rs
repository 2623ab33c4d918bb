//! The focus: who has it, and where it goes.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::scroll::near;
use super::{by_id, document};

/// Gives the focus to the element with this id, without scrolling.
pub(crate) fn focus(id: &str) {
    if let Some(element) = by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Turns in which an element is expected to be drawn: a busy machine draws a screen in several.
const MAX_FOCUS_TURNS: u32 = 40;

/// Gives the focus to the element with this id as soon as it is drawn.
pub(crate) fn focus_soon(id: &str) {
    focus_within(id.to_owned(), MAX_FOCUS_TURNS);
}

fn focus_within(id: String, turns: u32) {
    let in_next_turn = move || {
        focus(&id);
        if turns > 0 && !focus_is(&["#", &id].concat()) {
            focus_within(id, turns - 1);
        }
    };
    crate::platform::timer::after(0, in_next_turn).forget();
}

/// Gives the focus to a field and selects its text. False if there is no element with this id.
pub(crate) fn focus_field(id: &str) -> bool {
    focus(id);
    let found = by_id(id);
    let is_there = found.is_some();
    if let Some(field) = found.and_then(|element| element.dyn_into::<web_sys::HtmlInputElement>().ok()) {
        field.select();
    }
    is_there
}

/// Gives the focus to the first match of `selector`. True if there is one.
pub(crate) fn focus_first(selector: &str) -> bool {
    let found = document().and_then(|document| document.query_selector(selector).ok().flatten());
    found.and_then(|element| element.dyn_into::<HtmlElement>().ok()).is_some_and(|element| element.focus().is_ok())
}

/// A link of the view, to be found again when the view is drawn anew.
#[derive(Clone, Debug)]
pub(crate) struct LinkPlace {
    address: String,
    /// How many links with the same address come before it.
    before: usize,
}

/// The links of the view with this address, in order.
fn links_to(address: &str) -> Vec<HtmlElement> {
    let found = document().and_then(|document| document.query_selector_all("#main a[href]").ok());
    let Some(found) = found else { return Vec::new() };
    let links = (0..found.length()).filter_map(|n| found.get(n)).filter_map(|node| node.dyn_into::<HtmlElement>().ok());
    links.filter(|link| link.get_attribute("href").as_deref() == Some(address)).collect()
}

/// The link with the focus; `None` if something else has it.
pub(crate) fn focused_link() -> Option<LinkPlace> {
    let active = document()?.active_element()?;
    let address = active.get_attribute("href")?;
    let before = links_to(&address).iter().position(|link| **link == active).unwrap_or(0);
    Some(LinkPlace { address, before })
}

/// If what had the focus was moved or is gone, gives it back to the row that the reader was at, else to the head that sorts.
pub(crate) fn refocus_row() {
    if focus_is("body") && !focus_first("#main tr[aria-current] :is(th a, .title, a)") {
        focus_first("#main [aria-sort] .sort-head");
    }
}

/// Gives the focus to this link, or to the last one with its address if there are fewer now. True if there is one.
pub(crate) fn focus_link(place: &LinkPlace) -> bool {
    let links = links_to(&place.address);
    let link = links.get(place.before).or(links.last());
    link.is_some_and(|link| link.focus().is_ok())
}

/// The anchor of the passage with the focus; `None` if something else has it.
pub(crate) fn focused_passage() -> Option<String> {
    Some(document()?.active_element()?.closest(".passage").ok()??.id())
}

/// The nearest match of `selector` around the focus; it may be the element with the focus itself.
pub(crate) fn around_focus(selector: &str) -> Option<HtmlElement> {
    document()?.active_element()?.closest(selector).ok()??.dyn_into().ok()
}

/// True if the element with the focus matches `selector`.
pub(crate) fn focus_is(selector: &str) -> bool {
    let active = document().and_then(|document| document.active_element());
    active.is_some_and(|element| element.matches(selector).unwrap_or(false))
}

/// Moves the focus by `step` rows from the row that has it. In the new row, the first match of the first selector of `inside`
/// with a match gets the focus. Rows without a match are skipped. False if there are no rows.
pub(crate) fn step_rows(rows: &str, inside: &[&str], step: i32) -> bool {
    let Some(document) = document() else { return false };
    let Ok(found) = document.query_selector_all(rows) else { return false };
    let element =
        |n: i32| u32::try_from(n).ok().and_then(|n| found.get(n)).and_then(|node| node.dyn_into::<Element>().ok());
    let count = i32::try_from(found.length()).unwrap_or(0);
    let active = document.active_element();
    let has_focus = |row: Element| active.as_ref().is_some_and(|active| row.contains(Some(active)));
    let mut at = match (0..count).find(|n| element(*n).is_some_and(has_focus)) {
        Some(at) => at + step,
        None if step > 0 => 0,
        None => count - 1,
    };
    while let Some(row) = element(at) {
        let target = inside.iter().find_map(|selector| row.query_selector(selector).ok().flatten());
        if let Some(target) = target.and_then(|target| target.dyn_into::<HtmlElement>().ok()) {
            let _ = target.focus();
            near(&target);
            break;
        }
        at += step.signum();
    }
    count > 0
}

/// Moves the focus by `step` among the elements that match `selector`, and scrolls to the new one. False if there
/// are none.
pub(crate) fn step(selector: &str, step: i32) -> bool {
    let Some(document) = document() else { return false };
    let Ok(found) = document.query_selector_all(selector) else { return false };
    let count = i32::try_from(found.length()).unwrap_or(0);
    let active = document.active_element();
    let at = (0..count).find(|n| {
        let element = u32::try_from(*n).ok().and_then(|n| found.get(n));
        element.is_some_and(|element| active.as_ref().is_some_and(|active| element.contains(Some(active))))
    });
    let next = at.map_or(if step > 0 { 0 } else { count - 1 }, |at| at + step);
    let element =
        u32::try_from(next).ok().and_then(|n| found.get(n)).and_then(|node| node.dyn_into::<HtmlElement>().ok());
    if let Some(element) = element {
        let _ = element.focus();
        near(&element);
    }
    count > 0
}
