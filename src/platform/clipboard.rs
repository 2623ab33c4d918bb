//! Copying, also where the page is not a secure context.

use wasm_bindgen::{JsCast, JsValue};

/// Copies `text`; false where the browser does not allow it, so that a field with the text is shown instead.
/// A chosen field and the old command work on `file://`, on plain http and in frames alike.
pub(crate) fn copy(text: &str) -> bool {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return false };
    let Some(body) = document.body() else { return false };
    let Some(field) = document
        .create_element("textarea")
        .ok()
        .and_then(|element| element.dyn_into::<web_sys::HtmlTextAreaElement>().ok())
    else {
        return false;
    };
    let before = document.active_element().and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
    field.set_value(text);
    field.set_class_name("unseen-field");
    let _ = field.set_attribute("aria-hidden", "true");
    if body.append_child(&field).is_err() {
        return false;
    }
    field.select();
    let command = js_sys::Reflect::get(&document, &JsValue::from_str("execCommand"))
        .ok()
        .and_then(|f| f.dyn_into::<js_sys::Function>().ok());
    let done = command.and_then(|command| command.call1(&document, &JsValue::from_str("copy")).ok());
    field.remove();
    if let Some(before) = before {
        let _ = before.focus();
    }
    done.is_some_and(|done| done.is_truthy())
}

/// Copies a text with its formatting: `html` for word processors, `plain` for everything else; false where the browser does not allow it.
pub(crate) fn copy_rich(html: &str, plain: &str) -> bool {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return false };
    let (html, text) = (html.to_owned(), plain.to_owned());
    let is_filled = std::rc::Rc::new(std::cell::Cell::new(false));
    let filled = is_filled.clone();
    let options = gloo::events::EventListenerOptions::run_in_capture_phase();
    let options = gloo::events::EventListenerOptions { passive: false, ..options };
    // Only the event of the old command can set both forms, and it also works outside of a secure context.
    let listener = gloo::events::EventListener::once_with_options(&document, "copy", options, move |event| {
        let data = js_sys::Reflect::get(event, &JsValue::from_str("clipboardData")).ok();
        let set = data.as_ref().and_then(|data| js_sys::Reflect::get(data, &JsValue::from_str("setData")).ok());
        let Some(set) = set.and_then(|set| set.dyn_into::<js_sys::Function>().ok()) else { return };
        let data = data.unwrap_or_default();
        let put = |kind: &str, text: &str| set.call2(&data, &JsValue::from_str(kind), &JsValue::from_str(text)).is_ok();
        if put("text/html", &html) && put("text/plain", &text) {
            event.prevent_default();
            filled.set(true);
        }
    });
    let is_copied = copy(plain);
    drop(listener);
    is_copied && is_filled.get()
}

/// The address to copy: on a server the whole, elsewhere citation and fragment, not the reader's disk.
pub(crate) fn address(citation: &str, fragment: &str) -> String {
    // Views are drawn without a browser in tests.
    let window = if cfg!(target_arch = "wasm32") { web_sys::window() } else { None };
    let location = window.map(|window| window.location());
    let served = location
        .as_ref()
        .and_then(|location| location.protocol().ok())
        .is_some_and(|protocol| protocol.starts_with("http"));
    let base =
        location.and_then(|location| location.href().ok()).map(|href| href.split('#').next().unwrap_or("").to_owned());
    match base.filter(|_| served) {
        Some(base) => format!("{base}{fragment}"),
        None => format!("{citation} {fragment}"),
    }
}
