//! Figures as pictures: `static/boot/figure.js` reads what the browser has drawn.

use wasm_bindgen::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

fn function(name: &str) -> Option<js_sys::Function> {
    js_sys::Reflect::get(&js_sys::global(), &JsValue::from_str(name)).ok()?.dyn_into().ok()
}

/// The figure around the element with this id as SVG, with `lines` below it; `None` where it cannot be had.
pub(crate) fn svg(id: &str, lines: &str) -> Option<String> {
    let (id, lines) = (JsValue::from_str(id), JsValue::from_str(lines));
    function("ententeFigure")?.call2(&JsValue::NULL, &id, &lines).ok()?.as_string()
}

/// Gives `svg` as PNG to `save` once it is drawn; never where it cannot be drawn.
pub(crate) fn png(svg: &str, save: impl FnOnce(&[u8]) + 'static) {
    let done = Closure::once_into_js(move |bytes: js_sys::Uint8Array| save(&bytes.to_vec()));
    if let Some(function) = function("ententePng") {
        let _ = function.call2(&JsValue::NULL, &JsValue::from_str(svg), &done);
    }
}
