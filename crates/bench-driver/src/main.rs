//! The search engine in a page of its own: `globalThis.ententeEngine` with `open(documents)` and `search(text, mode, limit)`.
//!
//! In: documents as JSON Lines; queries as typed. Out: numbers of documents, best first. It is what is measured beside
//! other engines, each in a page of its own; it shows nothing and keeps no titles.

use std::cell::RefCell;
use std::rc::Rc;

use entente_bench::{Document, Engine, Mode};
use wasm_bindgen::prelude::*;

fn main() {
    let engine: Rc<RefCell<Option<Engine>>> = Rc::default();
    let kept = engine.clone();
    let open = Closure::<dyn Fn(js_sys::Uint8Array) -> u32>::new(move |bytes: js_sys::Uint8Array| {
        let bytes = bytes.to_vec();
        let lines = bytes.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
        let documents: Vec<Document> = lines.filter_map(|line| serde_json::from_slice(line).ok()).collect();
        *kept.borrow_mut() = Some(Engine::new(&documents));
        u32::try_from(documents.len()).unwrap_or(u32::MAX)
    });
    let search =
        Closure::<dyn Fn(String, String, u32) -> js_sys::Array>::new(move |text: String, mode: String, limit: u32| {
            let engine = engine.borrow();
            let found = engine.as_ref().map(|engine| engine.search(&text, Mode::from_word(&mode), limit as usize));
            found.unwrap_or_default().into_iter().map(|(document, _)| JsValue::from(document)).collect()
        });
    let object = js_sys::Object::new();
    for (name, function) in [("open", open.into_js_value()), ("search", search.into_js_value())] {
        let _ = js_sys::Reflect::set(&object, &name.into(), &function);
    }
    let _ = js_sys::Reflect::set(&js_sys::global(), &"ententeEngine".into(), &object);
}
