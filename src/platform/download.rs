//! Saving a file that the page has made.

use wasm_bindgen::{JsCast, JsValue};

/// Offers `bytes` as a file; false where the page may not save.
pub(crate) fn save_bytes(name: &str, kind: &str, bytes: &[u8]) -> bool {
    offer(name, kind, &js_sys::Uint8Array::from(bytes))
}

/// Offers `text` as a file; false where the page may not save: in a sandbox nothing would happen.
pub(crate) fn save(name: &str, kind: &str, text: &str) -> bool {
    offer(name, &format!("{kind};charset=utf-8"), &JsValue::from_str(text))
}

fn offer(name: &str, kind: &str, content: &JsValue) -> bool {
    let Some(window) = web_sys::window() else { return false };
    // A sandboxed frame has the origin "null"; a page opened from a disk has not.
    if window.location().protocol().is_ok_and(|protocol| protocol != "file:") && window.origin() == "null" {
        return false;
    }
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(kind);
    let parts = js_sys::Array::of1(content);
    let Ok(blob) = web_sys::Blob::new_with_blob_sequence_and_options(&parts, &options) else { return false };
    let Ok(address) = web_sys::Url::create_object_url_with_blob(&blob) else { return false };
    let link = window.document().and_then(|document| document.create_element("a").ok());
    let done = link.and_then(|link| link.dyn_into::<web_sys::HtmlElement>().ok()).is_some_and(|link| {
        let set = link.set_attribute("href", &address).is_ok() && link.set_attribute("download", name).is_ok();
        link.click();
        set
    });
    // The browser has taken the text by then.
    gloo::timers::callback::Timeout::new(10_000, move || {
        let _ = web_sys::Url::revoke_object_url(&address);
    })
    .forget();
    done
}
