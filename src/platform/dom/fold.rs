//! Dialogs, menus and foldable elements.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::{Listener, by_id, document};

/// Opens or closes the dialog with this id.
pub(crate) fn dialog(id: &str, open: bool) {
    if let Some(dialog) = by_id(id).and_then(|element| element.dyn_into::<web_sys::HtmlDialogElement>().ok()) {
        if open && !dialog.open() {
            let _ = dialog.show_modal();
        } else if !open {
            dialog.close();
        }
    }
}

/// Closes every open menu, without moving the focus.
pub(crate) fn shut_menus() {
    let found = document().and_then(|document| document.query_selector_all("details.menu[open]").ok());
    for menu in found.iter().flat_map(|found| (0..found.length()).filter_map(|n| found.get(n))) {
        if let Ok(menu) = menu.dyn_into::<Element>() {
            let _ = menu.remove_attribute("open");
        }
    }
}

/// Closes every open menu. True if one was open.
pub(crate) fn close_menus() -> bool {
    let Some(found) = document().and_then(|document| document.query_selector_all("details.menu[open]").ok()) else {
        return false;
    };
    for n in 0..found.length() {
        if let Some(menu) = found.get(n).and_then(|node| node.dyn_into::<Element>().ok()) {
            let _ = menu.remove_attribute("open");
            if let Ok(Some(summary)) = menu.query_selector("summary")
                && let Ok(summary) = summary.dyn_into::<HtmlElement>()
            {
                let _ = summary.focus();
            }
        }
    }
    found.length() > 0
}

/// True if the foldable element of an event is open.
pub(crate) fn is_unfolded(event: &web_sys::Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|element| element.has_attribute("open"))
}

/// Opens all elements that `selector` finds, or closes them if all are open; false if there are none.
pub(crate) fn toggle_folded(selector: &str) -> bool {
    let Some(found) = document().and_then(|document| document.query_selector_all(selector).ok()) else { return false };
    let all = || (0..found.length()).filter_map(|n| found.get(n)?.dyn_into::<Element>().ok());
    let is_open = all().all(|element| element.has_attribute("open"));
    for element in all() {
        let _ = if is_open { element.remove_attribute("open") } else { element.set_attribute("open", "") };
    }
    found.length() > 0
}

/// Hides the notes beside passages that the notes of the passage in view would cover.
pub(crate) fn hide_covered_notes() {
    const COVERED: &str = "data-covered";
    let Some(document) = document() else { return };
    let all = |selector: &str| {
        let found = document.query_selector_all(selector).ok();
        let nodes = found.map_or_else(Vec::new, |found| (0..found.length()).filter_map(|n| found.get(n)).collect());
        nodes.into_iter().filter_map(|node| node.dyn_into::<Element>().ok()).collect::<Vec<_>>()
    };
    for line in all(".side[data-covered]") {
        let _ = line.remove_attribute(COVERED);
    }
    let parts = all(".text .side[data-full] > *");
    let Some(bottom) = parts.last().map(|part| part.get_bounding_client_rect().bottom()) else { return };
    let mut next = parts[0].closest(".passage").ok().flatten().and_then(|passage| passage.next_element_sibling());
    while let Some(passage) = next {
        if passage.get_bounding_client_rect().top() >= bottom {
            break;
        }
        if let Ok(Some(line)) = passage.query_selector(".side")
            && line.get_bounding_client_rect().top() < bottom
        {
            let _ = line.set_attribute(COVERED, "true");
        }
        next = passage.next_element_sibling();
    }
}

/// Unfolds the view before it is printed, and folds it again after.
pub(crate) fn unfold_for_print() -> [Option<Listener>; 2] {
    let all = |selector: &str, open: bool| {
        let found = document().and_then(|document| document.query_selector_all(selector).ok());
        for element in found.iter().flat_map(|found| (0..found.length()).filter_map(|n| found.get(n))) {
            if let Ok(element) = element.dyn_into::<Element>() {
                for name in ["open", "data-unfolded"] {
                    let _ = if open { element.set_attribute(name, "true") } else { element.remove_attribute(name) };
                }
            }
        }
    };
    let window = web_sys::window();
    let listen = |name: &'static str, selector: &'static str, open: bool| {
        window.as_ref().map(|window| Listener::new(window, name, move |_| all(selector, open)))
    };
    [
        listen("beforeprint", "#main details:not([open], .menu, .filters)", true),
        listen("afterprint", "#main details[data-unfolded]", false),
    ]
}
