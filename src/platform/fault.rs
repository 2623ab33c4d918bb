//! What is shown when the application meets a fault that it cannot mend.

use gloo::timers::callback::Timeout;
use wasm_bindgen::{JsCast, JsValue};

const SENTENCE: &str = "The application has stopped because of a fault in it. Nothing was changed, and nothing left this page. \
    Reload the page or open the overview to go on; the documents can be read below as plain text.";

/// From now on a panic shows a card with its details and the documents as text.
pub(crate) fn watch() {
    // yew sets a hook of its own where it is given none.
    yew::set_custom_panic_hook(Box::new(|info| {
        let details = format!("Entente {}\n{info}", env!("CARGO_PKG_VERSION"));
        report(&details);
        show(SENTENCE, &details);
    }));
}

/// Says `sentence` above the documents, which are given as plain text.
pub(crate) fn show(sentence: &str, details: &str) {
    let function = js_sys::Reflect::get(&js_sys::global(), &JsValue::from_str("ententePlain"));
    if let Some(function) = function.ok().and_then(|function| function.dyn_into::<js_sys::Function>().ok()) {
        // What the script itself cannot do, nothing else can.
        let _ = function.call2(&JsValue::NULL, &JsValue::from_str(sentence), &JsValue::from_str(details));
    }
}

/// As [`show`], once what is going on has ended: a view that is being drawn cannot be replaced.
pub(crate) fn show_soon(sentence: String) {
    Timeout::new(0, move || show(&sentence, "")).forget();
}

fn report(details: &str) {
    let console = js_sys::Reflect::get(&js_sys::global(), &JsValue::from_str("console")).ok();
    let error = console.as_ref().and_then(|console| js_sys::Reflect::get(console, &JsValue::from_str("error")).ok());
    if let Some(error) = error.and_then(|error| error.dyn_into::<js_sys::Function>().ok()) {
        let _ = error.call1(&JsValue::NULL, &JsValue::from_str(details));
    }
}
