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

/// If what had the focus was moved or is gone, gives it back to the row that the reader was at, else to the head that sorts.
pub(crate) fn refocus_row() {
    if focus_is("body") && !focus_first("#main tr[aria-current] :is(th a, .title, a)") {
        focus_first("#main [aria-sort] .sort-head");
    }
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

/// True if the page is shown inside another.
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

/// True if a single letter typed now would go into a field.
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

/// True if the element with the focus is one that `selector` finds.
pub(crate) fn focus_is(selector: &str) -> bool {
    let active = document().and_then(|document| document.active_element());
    active.is_some_and(|element| element.matches(selector).unwrap_or(false))
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

/// Calls `resized` whenever the window has another size.
pub(crate) fn on_resize(resized: impl Fn() + 'static) -> Option<Listener> {
    let window = web_sys::window()?;
    Some(Listener::new(&window, "resize", move |_| resized()))
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

/// Pixels between two places at which a passage is looked for.
const PROBE_STEP: f64 = 24.0;
/// Places at which it is looked for: between passages there is space.
const PROBES: i32 = 8;
/// Pixels from the left edge of the text to where it is looked for: in the words, not in the numbers before them.
const PROBE_INSET: f64 = 96.0;

/// What is seen of a text below a bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum SeenBelow {
    /// The text begins further down.
    Before,
    /// The ids of the first and of the last element.
    Between(String, String),
}

/// What is seen of the elements that `selector` finds between the element with the id `bar` and the end of the window; `None` if
/// there is something else at that place.
pub(crate) fn seen_below(bar: &str, selector: &str) -> Option<SeenBelow> {
    let document = document()?;
    let top = by_id(bar)?.get_bounding_client_rect().bottom();
    let column = document.query_selector(".text").ok()??.get_bounding_client_rect();
    let bottom = web_sys::window()?.inner_height().ok()?.as_f64()?;
    let x = column.left() + PROBE_INSET.min(column.width() / 2.0);
    let at = |y: f64| {
        let element = document.element_from_point(x as f32, y as f32)?;
        Some(element.closest(selector).ok()??.id())
    };
    if column.top() > top + PROBE_STEP {
        return Some(SeenBelow::Before);
    }
    let first = (1..=PROBES).find_map(|n| at(top + PROBE_STEP * f64::from(n)))?;
    let last = (1..=PROBES).find_map(|n| at(bottom - PROBE_STEP * f64::from(n)));
    Some(SeenBelow::Between(first.clone(), last.unwrap_or(first)))
}

/// How far down in an element a click was, in thousandths of its height.
pub(crate) fn thousandths_down(event: &web_sys::MouseEvent) -> usize {
    let target = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
    let Some(area) = target.map(|element| element.get_bounding_client_rect()) else { return 0 };
    let share = (f64::from(event.client_y()) - area.top()) / area.height().max(1.0);
    (share.clamp(0.0, 1.0) * 1000.0) as usize
}

/// Scrolls the first element that `inside` finds into the visible part of the area that `area` finds, and nothing else.
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

/// True if there is an element that `selector` finds.
pub(crate) fn is_there(selector: &str) -> bool {
    document().is_some_and(|document| document.query_selector(selector).is_ok_and(|found| found.is_some()))
}

/// True if the foldable element that an event is about stands open.
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

/// Marks the lines beside passages that lie under what is said of the passage in view: they are not shown.
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

/// True if what is drawn ends less than two screens below what is seen.
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
        listen("beforeprint", "#main details:not([open], .menu, .filters)", true),
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

/// What stands in the field of one or of several lines that an event is about.
pub(crate) fn entered(event: &web_sys::Event) -> String {
    let target = event.target();
    let area = target.as_ref().and_then(|target| target.dyn_ref::<web_sys::HtmlTextAreaElement>());
    area.map_or_else(|| typed(event), web_sys::HtmlTextAreaElement::value)
}

/// Prints the view.
pub(crate) fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

/// Letters of a field that are taken over: of ten million, the first are more than enough.
const MAX_AREA_LETTERS: u32 = 1_100_000;

/// What stands in the large field that an event is about; of a very long text its beginning.
pub(crate) fn typed_area(event: &web_sys::Event) -> String {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlTextAreaElement>().ok());
    let value = target.and_then(|field| js_sys::Reflect::get(&field, &JsValue::from_str("value")).ok());
    let text = value.and_then(|value| value.dyn_into::<js_sys::JsString>().ok());
    text.map(|text| String::from(text.slice(0, MAX_AREA_LETTERS))).unwrap_or_default()
}

/// Lets something be dropped where an event comes from.
pub(crate) fn allow_drop(event: &web_sys::DragEvent) {
    event.prevent_default();
}

/// Reads the file that was dropped: its text goes to `read` if its name ends with one of `endings`, else its name to `refuse`.
/// Words that were dropped go where the browser puts them.
pub(crate) fn take_dropped(
    event: &web_sys::DragEvent,
    endings: &[&str],
    read: yew::Callback<String>,
    refuse: yew::Callback<String>,
) {
    let Some(file) = event.data_transfer().and_then(|dropped| dropped.files()).and_then(|files| files.get(0)) else {
        return;
    };
    event.prevent_default();
    let name = file.name();
    let lower = name.to_lowercase();
    if !endings.iter().any(|ending| lower.ends_with(ending)) {
        return refuse.emit(name);
    }
    let reading = file.text();
    let done = wasm_bindgen::closure::Closure::once_into_js(move |text: JsValue| {
        if let Some(text) = text.dyn_ref::<js_sys::JsString>() {
            read.emit(String::from(text.slice(0, MAX_AREA_LETTERS)));
        }
    });
    let then = js_sys::Reflect::get(&reading, &JsValue::from_str("then")).ok();
    if let Some(then) = then.and_then(|then| then.dyn_into::<js_sys::Function>().ok()) {
        let _ = then.call1(&reading, &done);
    }
}

/// True if outline and filters stand beside the text: over 60 em, as the style sheet has it.
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

/// Gives the focus to the element with this id once what was asked for is drawn.
pub(crate) fn focus_soon(id: &'static str) {
    super::timer::after(0, move || focus(id)).forget();
}

/// Empties the field with this id.
pub(crate) fn empty_field(id: &str) {
    if let Some(field) = by_id(id).and_then(|element| element.dyn_into::<web_sys::HtmlInputElement>().ok()) {
        field.set_value("");
    }
}

/// The row of a table that an event comes from.
fn row_of(event: &web_sys::Event) -> Option<Element> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    target.closest("tbody tr[id]").ok().flatten()
}

/// Marks the row that an event comes from as the current one of its list: its id.
pub(crate) fn mark_row(event: &web_sys::Event) -> Option<String> {
    let row = row_of(event)?;
    let before = document()?.query_selector("#main tr[aria-current]").ok().flatten();
    if let Some(before) = before.filter(|before| *before != row) {
        let _ = before.remove_attribute("aria-current");
    }
    let _ = row.set_attribute("aria-current", "true");
    Some(row.id())
}

/// Gives the focus to the link that names the row on which a click fell, unless it fell on a link or button, or words are selected.
pub(crate) fn enter_row(event: &web_sys::Event) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let is_control = target.and_then(|target| target.closest("a, button, input").ok().flatten()).is_some();
    let selection = web_sys::window().and_then(|window| window.get_selection().ok().flatten());
    if is_control || selection.is_some_and(|selection| !String::from(selection.to_string()).is_empty()) {
        return;
    }
    let link = row_of(event).and_then(|row| row.query_selector("th a, .title, a").ok().flatten());
    if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlElement>().ok()) {
        let _ = link.focus();
    }
}

/// Presses the head after the one by which the list is sorted, the first if it is sorted by none; false if there is no head.
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

/// The value that is chosen in the list that an event is about.
pub(crate) fn chosen(event: &web_sys::Event) -> String {
    let value = event.target().and_then(|target| js_sys::Reflect::get(&target, &JsValue::from_str("value")).ok());
    value.and_then(|value| value.as_string()).unwrap_or_default()
}

/// True if a third column has room beside results: over 84 em, as the style sheet has it.
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
