//! Fields: what is typed, chosen or dropped into them.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

use super::by_id;

/// True if a single letter typed now would go into a field.
pub(crate) fn is_typing(event: &web_sys::KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|element| {
        let name = element.tag_name();
        let kind = element.get_attribute("type").unwrap_or_default();
        name == "TEXTAREA"
            || name == "SELECT"
            || (name == "INPUT" && !matches!(kind.as_str(), "checkbox" | "radio" | "range"))
    })
}

/// The value of the field of an event; empty if it is not a field.
pub(crate) fn typed(event: &web_sys::Event) -> String {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
    target.map(|field| field.value()).unwrap_or_default()
}

/// The value of the field of an event, of one or of several lines.
pub(crate) fn entered(event: &web_sys::Event) -> String {
    let target = event.target();
    let area = target.as_ref().and_then(|target| target.dyn_ref::<web_sys::HtmlTextAreaElement>());
    area.map_or_else(|| typed(event), web_sys::HtmlTextAreaElement::value)
}

/// The value of the large field of an event; at most its first [`MAX_AREA_LETTERS`] letters. The field is kept quick, see
/// [`area_direction`].
pub(crate) fn typed_area(event: &web_sys::Event) -> String {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlTextAreaElement>().ok());
    let Some(field) = target else { return String::new() };
    let value = js_sys::Reflect::get(&field, &JsValue::from_str("value")).ok();
    let Some(text) = value.and_then(|value| value.dyn_into::<js_sys::JsString>().ok()) else { return String::new() };
    // What cannot be set stays as it was, which is slow at worst.
    let _ = field.set_attribute("dir", area_direction(text.length() as usize));
    String::from(text.slice(0, MAX_AREA_LETTERS))
}

/// The value of `dir` of a large field with `length` letters or bytes: found from the text only if the text is short. Chromium
/// looks for the direction again at each line that it breaks, from the beginning of the paragraph, so that a paragraph of some
/// megabytes would take minutes.
pub(crate) fn area_direction(length: usize) -> &'static str {
    if length <= MAX_DIRECTED_LETTERS { "auto" } else { "ltr" }
}

/// Most UTF-16 units of a field that are read.
const MAX_AREA_LETTERS: u32 = 1_100_000;
/// Most letters of a large field whose direction is found from them.
const MAX_DIRECTED_LETTERS: usize = 50_000;

/// The chosen value of the list of an event; empty if there is none.
pub(crate) fn chosen(event: &web_sys::Event) -> String {
    let value = event.target().and_then(|target| js_sys::Reflect::get(&target, &JsValue::from_str("value")).ok());
    value.and_then(|value| value.as_string()).unwrap_or_default()
}

/// Empties the field with this id.
pub(crate) fn empty_field(id: &str) {
    if let Some(field) = by_id(id).and_then(|element| element.dyn_into::<web_sys::HtmlInputElement>().ok()) {
        field.set_value("");
    }
}

/// Allows a drop on the element of an event.
pub(crate) fn allow_drop(event: &web_sys::DragEvent) {
    event.prevent_default();
}

/// Reads a dropped file. Its text goes to `read` if its name ends with one of `endings`, else its name goes to `refuse`. The
/// browser handles dropped words.
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
