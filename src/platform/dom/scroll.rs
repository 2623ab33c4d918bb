//! Scrolling, and what is in sight.

use wasm_bindgen::JsCast;
use web_sys::Element;

use super::{by_id, document};

/// Scrolls to the start of the element with this id.
pub(crate) fn show(id: &str) {
    if let Some(element) = by_id(id) {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Start);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Scrolls as little as possible until the element with this id is in sight.
pub(crate) fn show_near(id: &str) {
    if let Some(element) = by_id(id) {
        near(&element);
    }
}

pub(super) fn near(element: &Element) {
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Pixels that the page is scrolled down.
pub(crate) fn scrolled() -> f64 {
    web_sys::window().and_then(|window| window.scroll_y().ok()).unwrap_or(0.0)
}

/// Scrolls to this many pixels from the top.
pub(crate) fn scroll_to(pixels: f64) {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, pixels);
    }
}

/// The first passage of a document that begins in sight, and how many pixels below the top of the window.
pub(crate) fn passage_in_sight() -> Option<(String, f64)> {
    let passages = document()?.query_selector_all(PASSAGES).ok()?;
    let placed = |n| {
        let element: Element = passages.get(n)?.dyn_into().ok()?;
        Some((element.id(), element.get_bounding_client_rect().top()))
    };
    (0..passages.length()).filter_map(placed).find(|(_, top)| *top >= 0.0)
}

/// Scrolls until the element with this id is this many pixels below the top of the window.
pub(crate) fn put_at(id: &str, top: f64) {
    if let Some(element) = by_id(id) {
        scroll_to(scrolled() + element.get_bounding_client_rect().top() - top);
    }
}

/// True if the page ends less than two screens below the part in sight.
pub(crate) fn is_near_end() -> bool {
    let pixels = |value: Option<f64>| value.unwrap_or(0.0);
    let height =
        pixels(web_sys::window().and_then(|window| window.inner_height().ok()).and_then(|height| height.as_f64()));
    let end = document().and_then(|document| document.document_element()).map(|root| f64::from(root.scroll_height()));
    pixels(end) - scrolled() < height * 3.0
}

/// Scrolls the area that matches `area` so that the first match of `inside` is in sight. Nothing else is scrolled.
pub(crate) fn keep_in_sight(area: &str, inside: &str) {
    let found = |selector: &str| document()?.query_selector(selector).ok()?;
    let (Some(area), Some(element)) = (found(area), found(inside)) else { return };
    if area.scroll_height() <= area.client_height() {
        return;
    }
    let (outer, inner) = (area.get_bounding_client_rect(), element.get_bounding_client_rect());
    let above = outer.top() - inner.top();
    let below = inner.bottom() - outer.bottom();
    if above > 0.0 || below > 0.0 {
        let by = if above > 0.0 { -above } else { below };
        area.set_scroll_top(area.scroll_top() + by as i32);
    }
}

/// Pixels between two points at which a passage is looked for.
const PROBE_STEP: f64 = 24.0;
/// Number of these points. There is space between passages, so one is not enough.
const PROBES: i32 = 8;
/// Pixels between the left edge of the text and these points: they are in the words, not in the numbers before them.
const PROBE_INSET: f64 = 96.0;

/// The part of a text in sight below a bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum SeenBelow {
    /// The text begins further down.
    Before,
    /// The ids of the first and of the last element.
    Between(String, String),
}

/// What a passage in a document's text is.
const PASSAGES: &str = ".reader .passage, .reader .table tr[id]";

/// The passages in sight between the element with the id `bar` and the end of the window. `None` if something else is there.
pub(crate) fn seen_below(bar: &str) -> Option<SeenBelow> {
    let document = document()?;
    let top = by_id(bar)?.get_bounding_client_rect().bottom();
    let column = document.query_selector(".text").ok()??.get_bounding_client_rect();
    let bottom = web_sys::window()?.inner_height().ok()?.as_f64()?;
    let x = column.left() + PROBE_INSET.min(column.width() / 2.0);
    let at = |y: f64| {
        let element = document.element_from_point(x as f32, y as f32)?;
        Some(element.closest(PASSAGES).ok()??.id())
    };
    if column.top() > top + PROBE_STEP {
        return Some(SeenBelow::Before);
    }
    let first = (1..=PROBES).find_map(|n| at(top + PROBE_STEP * f64::from(n)))?;
    let last = (1..=PROBES).find_map(|n| at(bottom - PROBE_STEP * f64::from(n)));
    Some(SeenBelow::Between(first.clone(), last.unwrap_or(first)))
}

/// The height of a click in its element, in thousandths from the top.
pub(crate) fn thousandths_down(event: &web_sys::MouseEvent) -> usize {
    let target = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
    let Some(area) = target.map(|element| element.get_bounding_client_rect()) else { return 0 };
    let share = (f64::from(event.client_y()) - area.top()) / area.height().max(1.0);
    (share.clamp(0.0, 1.0) * 1000.0) as usize
}
