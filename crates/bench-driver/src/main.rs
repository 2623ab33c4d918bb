//! The search engine in a page of its own: `globalThis.ententeEngine` with `open(tables, lists, places)` and
//! `search(text, mode, limit)`.
//!
//! In: the three streams of an index, and queries. Out: numbers of documents, best first. It is compared with other engines, each in
//! a page of its own. It shows nothing and keeps no titles.

use std::cell::RefCell;
use std::rc::Rc;

use entente_bench::{Engine, Mode};
use entente_search::Blob;
use wasm_bindgen::prelude::*;

fn main() {
    let engine: Rc<RefCell<Option<Engine>>> = Rc::default();
    let kept = engine.clone();
    let open = Closure::<dyn Fn(js_sys::Uint8Array, js_sys::Uint8Array, js_sys::Uint8Array) -> bool>::new(
        move |tables: js_sys::Uint8Array, lists: js_sys::Uint8Array, places: js_sys::Uint8Array| {
            // Places are copied when a query first needs words next to each other.
            let later = Blob::later(move || Some(places.to_vec()));
            *kept.borrow_mut() = Engine::open(&tables.to_vec(), Blob::here(lists.to_vec()), later);
            kept.borrow().is_some()
        },
    );
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
