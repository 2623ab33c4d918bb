//! Saving a file that the page has made.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag};

/// Offers `text` as a file; false where the page may not save: in a sandbox nothing would happen.
pub(crate) fn save(name: &str, kind: &str, text: &str) -> bool {
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let options = options(&format!("{kind};charset=utf-8"));
    may_save() && Blob::new_with_str_sequence_and_options(&parts, &options).is_ok_and(|blob| offer(name, &blob))
}

/// Offers `bytes` as a file; see [`save`].
pub(crate) fn save_bytes(name: &str, kind: &str, bytes: &[u8]) -> bool {
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
    may_save()
        && Blob::new_with_u8_array_sequence_and_options(&parts, &options(kind)).is_ok_and(|blob| offer(name, &blob))
}

fn options(kind: &str) -> BlobPropertyBag {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    options
}

/// False in a sandboxed frame: its origin is "null". That of a page opened from a disk is, too.
fn may_save() -> bool {
    let Some(window) = web_sys::window() else { return false };
    let is_local = window.location().protocol().is_ok_and(|protocol| protocol == "file:");
    is_local || window.origin() != "null"
}

fn offer(name: &str, blob: &Blob) -> bool {
    let Ok(address) = web_sys::Url::create_object_url_with_blob(blob) else { return false };
    let document = web_sys::window().and_then(|window| window.document());
    let link = document.and_then(|document| document.create_element("a").ok());
    let done = link.and_then(|link| link.dyn_into::<web_sys::HtmlElement>().ok()).is_some_and(|link| {
        let set = link.set_attribute("href", &address).is_ok() && link.set_attribute("download", name).is_ok();
        link.click();
        set
    });
    // The browser has taken the file by then.
    gloo::timers::callback::Timeout::new(10_000, move || {
        let _ = web_sys::Url::revoke_object_url(&address);
    })
    .forget();
    done
}
