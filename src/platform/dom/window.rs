//! The window and the document as a whole: title, size, keys, selection, printing.

use wasm_bindgen::JsCast;
use web_sys::Element;

use super::{Listener, by_id, document};
use crate::visit::SelectedWords;

/// The element that the application is drawn into, emptied of the plain page.
pub(crate) fn mount() -> Option<Element> {
    let root = by_id("app").or_else(|| document()?.body().map(Into::into))?;
    root.set_inner_html("");
    Some(root)
}

/// Sets the window's title.
pub(crate) fn title(text: &str) {
    if let Some(document) = document() {
        document.set_title(text);
    }
}

/// Tells the style sheet how high the bar above a list is, so that the heads of its table stay below it.
pub(crate) fn measure_filter_bar() {
    let Some(bar) = document().and_then(|document| document.query_selector(".list-page > .filter-bar").ok().flatten())
    else {
        return;
    };
    let height = format!("{}px", bar.get_bounding_client_rect().height().floor());
    let style = |element: &Element| js_sys::Reflect::get(element, &"style".into()).ok();
    let Some(style) = bar.parent_element().as_ref().and_then(style) else { return };
    let set = js_sys::Reflect::get(&style, &"setProperty".into()).ok().and_then(|set| set.dyn_into().ok());
    if let Some(set) = set {
        let set: js_sys::Function = set;
        let _ = set.call2(&style, &"--filter-bar".into(), &height.into());
    }
}

/// Sets or takes away an attribute of the root element.
pub(crate) fn root_attribute(name: &str, value: Option<&str>) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = match value {
            Some(value) => root.set_attribute(name, value),
            None => root.remove_attribute(name),
        };
    }
}

/// Announces that the application is ready: a performance mark, an attribute and an event.
pub(crate) fn ready() {
    if let Some(performance) = web_sys::window().and_then(|window| window.performance()) {
        let _ = performance.mark("entente:ready");
    }
    root_attribute("data-ready", Some("true"));
    if let (Some(document), Ok(event)) = (document(), web_sys::CustomEvent::new("entente:ready")) {
        let _ = document.dispatch_event(&event);
    }
}

/// True while more of the page may arrive.
pub(crate) fn is_loading() -> bool {
    document().is_some_and(|document| document.ready_state() == "loading")
}

/// Calls `then` soon after all of the page has arrived.
pub(crate) fn once_loaded(then: impl FnOnce() + 'static) -> crate::platform::timer::Pending {
    crate::platform::timer::after(POLL_MILLISECONDS, move || {
        if is_loading() {
            once_loaded(then).forget();
        } else {
            then();
        }
    })
}

/// Milliseconds between two checks whether all of the page has arrived.
const POLL_MILLISECONDS: u32 = 50;

/// True if the page is shown inside another.
pub(crate) fn is_framed() -> bool {
    web_sys::window().is_some_and(|window| window.parent().ok().flatten().is_none_or(|parent| parent != window))
}

/// True if there is room for outline and filters beside the text: more than 60 em, as in the style sheet.
pub(crate) fn is_wide() -> bool {
    wider("(min-width: 60.01em)")
}

/// True if there is room for a third column beside results: more than 84 em, as in the style sheet.
pub(crate) fn has_room() -> bool {
    wider("(min-width: 84.01em)")
}

fn wider(query: &str) -> bool {
    if cfg!(not(target_arch = "wasm32")) {
        return true;
    }
    let matching = web_sys::window().and_then(|window| window.match_media(query).ok().flatten());
    matching.is_none_or(|query| query.matches())
}

/// Announces the number of results to screen readers.
pub(crate) fn say_count() {
    let count = document().and_then(|document| document.query_selector("#main p.count").ok().flatten());
    if let Some(said) = by_id("said") {
        said.set_text_content(count.and_then(|count| count.text_content()).as_deref());
    }
}

/// Prints the view.
pub(crate) fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

/// The words that are selected inside one passage; `None` if there are none, or if they belong to several passages.
pub(crate) fn selected() -> Option<SelectedWords> {
    let selection = web_sys::window()?.get_selection().ok().flatten()?;
    let words = String::from(selection.to_string());
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let passage = |node: Option<web_sys::Node>| {
        let node = node?;
        let element = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element())?;
        element.closest(".passage").ok().flatten()
    };
    let (from, to) = (passage(selection.anchor_node())?, passage(selection.focus_node())?);
    (!words.is_empty() && from == to).then(|| SelectedWords { passage: from.id(), words })
}

/// Calls `pressed` for every key pressed anywhere.
pub(crate) fn on_key(pressed: impl Fn(&web_sys::KeyboardEvent) + 'static) -> Option<Listener> {
    let document = document()?;
    let options = gloo::events::EventListenerOptions::enable_prevent_default();
    Some(Listener::new_with_options(&document, "keydown", options, move |event| {
        if let Some(event) = event.dyn_ref::<web_sys::KeyboardEvent>() {
            pressed(event);
        }
    }))
}

/// Calls `scrolled` whenever the page is scrolled.
pub(crate) fn on_scroll(scrolled: impl Fn() + 'static) -> Option<Listener> {
    let document = document()?;
    Some(Listener::new(&document, "scroll", move |_| scrolled()))
}

/// Calls `resized` whenever the size of the window changes.
pub(crate) fn on_resize(resized: impl Fn() + 'static) -> Option<Listener> {
    let window = web_sys::window()?;
    Some(Listener::new(&window, "resize", move |_| resized()))
}

/// Calls `changed` whenever other words are selected.
pub(crate) fn on_selection(changed: impl Fn() + 'static) -> Option<Listener> {
    let document = document()?;
    Some(Listener::new(&document, "selectionchange", move |_| changed()))
}
