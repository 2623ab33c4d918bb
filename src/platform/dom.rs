//! The document: focus, scrolling, the title, the theme.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlElement};

/// What listens until it is dropped.
pub(crate) type Listener = gloo::events::EventListener;

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

fn by_id(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

/// Gives the focus to the element with this id, without scrolling.
pub(crate) fn focus(id: &str) {
    if let Some(element) = by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Puts the text cursor into a field and chooses what is in it.
pub(crate) fn focus_field(id: &str) {
    focus(id);
    if let Some(field) = by_id(id).and_then(|element| element.dyn_into::<web_sys::HtmlInputElement>().ok()) {
        field.select();
    }
}

/// Brings the element with this id into view.
pub(crate) fn show(id: &str) {
    if let Some(element) = by_id(id) {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Start);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Brings the element with this id into view, as near as it is.
pub(crate) fn show_near(id: &str) {
    if let Some(element) = by_id(id) {
        near(&element);
    }
}

fn near(element: &Element) {
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// The passage that the focus is in: its anchor.
pub(crate) fn focused_passage() -> Option<String> {
    Some(document()?.active_element()?.closest(".passage").ok()??.id())
}

/// Goes `step` rows on from the row that has the focus, which is given to what the first selector of `inside` finds there that finds
/// anything. Rows with nothing inside are passed over.
pub(crate) fn step_rows(rows: &str, inside: &[&str], step: i32) {
    let Some(document) = document() else { return };
    let Ok(found) = document.query_selector_all(rows) else { return };
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
            return;
        }
        at += step.signum();
    }
}

/// Brings an element of this class into view, the `step`-th from the one that has the focus, and gives it the focus.
pub(crate) fn step(selector: &str, step: i32) {
    let Some(document) = document() else { return };
    let Ok(found) = document.query_selector_all(selector) else { return };
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
}

/// Pixels from the top.
pub(crate) fn scrolled() -> f64 {
    web_sys::window().and_then(|window| window.scroll_y().ok()).unwrap_or(0.0)
}

/// Scrolls to so many pixels from the top.
pub(crate) fn scroll_to(pixels: f64) {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, pixels);
    }
}

/// Address of the link that has the focus.
pub(crate) fn focused_link() -> Option<String> {
    document()?.active_element()?.get_attribute("href")
}

/// Gives the focus to the first link with this address.
pub(crate) fn focus_link(address: &str) -> bool {
    let Some(found) = document().and_then(|document| document.query_selector_all("#main a[href]").ok()) else {
        return false;
    };
    let links = (0..found.length()).filter_map(|n| found.get(n)).filter_map(|node| node.dyn_into::<HtmlElement>().ok());
    let link = links.into_iter().find(|link| link.get_attribute("href").as_deref() == Some(address));
    link.is_some_and(|link| link.focus().is_ok())
}

/// Says the count of what is shown.
pub(crate) fn say_count() {
    let count = document().and_then(|document| document.query_selector("#main p.count").ok().flatten());
    if let Some(said) = by_id("said") {
        said.set_text_content(count.and_then(|count| count.text_content()).as_deref());
    }
}

/// Sets the window's title.
pub(crate) fn title(text: &str) {
    if let Some(document) = document() {
        document.set_title(text);
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

/// True where the page is shown inside another.
pub(crate) fn is_framed() -> bool {
    web_sys::window().is_some_and(|window| window.parent().ok().flatten().is_none_or(|parent| parent != window))
}

/// Tells the page around that the application is ready.
pub(crate) fn ready() {
    if let Some(performance) = web_sys::window().and_then(|window| window.performance()) {
        let _ = performance.mark("entente:ready");
    }
    root_attribute("data-ready", Some("true"));
    if let (Some(document), Ok(event)) = (document(), web_sys::CustomEvent::new("entente:ready")) {
        let _ = document.dispatch_event(&event);
    }
}

/// True where a single letter typed now would go into a field.
pub(crate) fn is_typing(event: &web_sys::KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|element| {
        let name = element.tag_name();
        let kind = element.get_attribute("type").unwrap_or_default();
        name == "TEXTAREA" || name == "SELECT" || (name == "INPUT" && kind != "checkbox" && kind != "radio")
    })
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

/// Gives the focus to the first element that `selector` finds; true where there is one.
pub(crate) fn focus_first(selector: &str) -> bool {
    let found = document().and_then(|document| document.query_selector(selector).ok().flatten());
    found.and_then(|element| element.dyn_into::<HtmlElement>().ok()).is_some_and(|element| element.focus().is_ok())
}

/// The nearest element around the focus that `selector` finds, the one with the focus among them.
pub(crate) fn around_focus(selector: &str) -> Option<HtmlElement> {
    document()?.active_element()?.closest(selector).ok()??.dyn_into().ok()
}

/// True where the element with the focus is one that `selector` finds.
pub(crate) fn focus_is(selector: &str) -> bool {
    let active = document().and_then(|document| document.active_element());
    active.is_some_and(|element| element.matches(selector).unwrap_or(false))
}

/// Closes what stands open around the focus, or anywhere: a citation. True where one was open.
pub(crate) fn close_citation() -> bool {
    let found = document().and_then(|document| document.query_selector("details.cite[open]").ok().flatten());
    let Some(open) = found else { return false };
    let _ = open.remove_attribute("open");
    let summary = open.query_selector("summary").ok().flatten();
    if let Some(summary) = summary.and_then(|summary| summary.dyn_into::<HtmlElement>().ok()) {
        let _ = summary.focus();
    }
    true
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

/// Closes every open menu; true where one was open.
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

/// Calls `scrolled` whenever the page is scrolled.
pub(crate) fn on_scroll(scrolled: impl Fn() + 'static) -> Option<Listener> {
    let document = document()?;
    Some(Listener::new(&document, "scroll", move |_| scrolled()))
}

/// True where what is drawn ends less than two screens below what is seen.
pub(crate) fn is_near_end() -> bool {
    let pixels = |value: Option<f64>| value.unwrap_or(0.0);
    let height =
        pixels(web_sys::window().and_then(|window| window.inner_height().ok()).and_then(|height| height.as_f64()));
    let end = document().and_then(|document| document.document_element()).map(|root| f64::from(root.scroll_height()));
    pixels(end) - scrolled() < height * 3.0
}

/// On paper nothing stays folded: opens what is folded in the view before it is printed, and folds it again after.
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
        listen("beforeprint", "#main details:not([open], .menu, .filters, .cite)", true),
        listen("afterprint", "#main details[data-unfolded]", false),
    ]
}

/// The element that the application is drawn into, emptied of the plain page.
pub(crate) fn mount() -> Option<Element> {
    let root = by_id("app").or_else(|| document()?.body().map(Into::into))?;
    root.set_inner_html("");
    Some(root)
}

/// True while more of the page may arrive.
pub(crate) fn is_loading() -> bool {
    document().is_some_and(|document| document.ready_state() == "loading")
}

/// Calls `then` when all of the page has arrived and the browser has nothing else to do, or soon.
pub(crate) fn once_loaded(then: impl FnOnce() + 'static) -> super::timer::Pending {
    super::timer::after(POLL_MILLISECONDS, move || {
        if is_loading() {
            once_loaded(then).forget();
        } else {
            then();
        }
    })
}

/// Milliseconds between two looks whether all of the page has arrived.
const POLL_MILLISECONDS: u32 = 50;

/// Follows the link with this id.
pub(crate) fn follow(id: &str) {
    if let Some(link) = by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        link.click();
    }
}

/// Presses the first button that `selector` finds.
pub(crate) fn press(selector: &str) -> bool {
    click(document().and_then(|document| document.query_selector(selector).ok().flatten()))
}

/// Presses what `selector` finds within the nearest element around the focus that `around` finds; false if there is nothing.
pub(crate) fn press_near(around: &str, selector: &str) -> bool {
    click(around_focus(around).and_then(|row| row.query_selector(selector).ok().flatten()))
}

fn click(found: Option<Element>) -> bool {
    let button = found.and_then(|element| element.dyn_into::<HtmlElement>().ok());
    button.inspect(HtmlElement::click).is_some()
}

/// What stands in the field that an event is about.
pub(crate) fn typed(event: &web_sys::Event) -> String {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
    target.map(|field| field.value()).unwrap_or_default()
}

/// True where outline and filters stand beside the text: over 60 em, as the style sheet has it.
pub(crate) fn is_wide() -> bool {
    wider("(min-width: 60.01em)")
}

fn wider(query: &str) -> bool {
    if cfg!(not(target_arch = "wasm32")) {
        return true;
    }
    let matching = web_sys::window().and_then(|window| window.match_media(query).ok().flatten());
    matching.is_none_or(|query| query.matches())
}

/// The value that is chosen in the list that an event is about.
pub(crate) fn chosen(event: &web_sys::Event) -> String {
    let value = event.target().and_then(|target| js_sys::Reflect::get(&target, &JsValue::from_str("value")).ok());
    value.and_then(|value| value.as_string()).unwrap_or_default()
}

/// True where a third column has room beside results: over 84 em, as the style sheet has it.
pub(crate) fn has_room() -> bool {
    wider("(min-width: 84.01em)")
}

/// The words that are selected inside one passage: its anchor and the words.
pub(crate) fn selected() -> Option<(String, String)> {
    let selection = web_sys::window()?.get_selection().ok().flatten()?;
    let words = String::from(selection.to_string());
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let passage = |node: Option<web_sys::Node>| {
        let node = node?;
        let element = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element())?;
        element.closest(".passage").ok().flatten()
    };
    let (from, to) = (passage(selection.anchor_node())?, passage(selection.focus_node())?);
    (!words.is_empty() && from == to).then(|| (from.id(), words))
}

/// Calls `changed` whenever other words are selected.
pub(crate) fn on_selection(changed: impl Fn() + 'static) -> Option<Listener> {
    let document = document()?;
    Some(Listener::new(&document, "selectionchange", move |_| changed()))
}
