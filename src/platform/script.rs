//! `window.entente`: what scripts of a page of the same origin may call. Every call gives a promise.

use entente_explore::{Axis, Filter, Query, Unit};
use wasm_bindgen::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

use crate::library::Library;
use crate::platform::location;
use crate::route::Route;

/// Hits given where no limit is asked for.
const DEFAULT_HITS: usize = 20;

/// Puts the object into place.
pub(crate) fn offer(library: &Library) {
    let object = js_sys::Object::new();
    let asked = library.clone();
    let search =
        Closure::<dyn Fn(JsValue, JsValue) -> js_sys::Promise>::new(move |query: JsValue, options: JsValue| {
            promise(search(&asked, &query.as_string().unwrap_or_default(), &options))
        });
    let navigate = Closure::<dyn Fn(JsValue) -> js_sys::Promise>::new(|url: JsValue| {
        let url = url.as_string().unwrap_or_default();
        if url.starts_with("#/") {
            location::push(&url);
            return promise(Ok(JsValue::from_str(&Route::read(&url).to_string())));
        }
        promise(Err("navigate takes a link of this page, which begins with \"#/\"".to_owned()))
    });
    let exported = library.clone();
    let export = Closure::<dyn Fn(JsValue, JsValue) -> js_sys::Promise>::new(move |table: JsValue, format: JsValue| {
        let (table, format) = (table.as_string().unwrap_or_default(), format.as_string().unwrap_or_default());
        let text = match table.as_str() {
            "corpus" => super::payload::whole(),
            _ => exported.export(&table, &format),
        };
        promise(text.map(|text| JsValue::from_str(&text)))
    });
    let counted = library.clone();
    let corpus = Closure::<dyn Fn() -> js_sys::Promise>::new(move || {
        let summary = counted.summary();
        let object = js_sys::Object::new();
        let count = |n: usize| JsValue::from_f64(n as f64);
        for (name, value) in [
            ("title", JsValue::from_str(&summary.title)),
            ("documents", count(summary.documents)),
            ("passages", count(summary.passages)),
            ("words", count(summary.words)),
            ("sha256", JsValue::from_str(&counted.head.sha256)),
        ] {
            let _ = js_sys::Reflect::set(&object, &JsValue::from_str(name), &value);
        }
        promise(Ok(object.into()))
    });
    let functions = [
        ("search", search.into_js_value()),
        ("navigate", navigate.into_js_value()),
        ("export", export.into_js_value()),
        ("corpus", corpus.into_js_value()),
    ];
    for (name, function) in functions {
        let _ = js_sys::Reflect::set(&object, &JsValue::from_str(name), &function);
    }
    let _ = js_sys::Reflect::set(&js_sys::global(), &JsValue::from_str("entente"), &object);
}

/// `search(query, {limit, filters, unit})`: rows as `entente search --format jsonl` prints them.
fn search(library: &Library, query: &str, options: &JsValue) -> Result<JsValue, String> {
    let get = |name: &str| {
        js_sys::Reflect::get(options, &JsValue::from_str(name))
            .ok()
            .filter(|value| !value.is_undefined() && !value.is_null())
    };
    let limit =
        get("limit").and_then(|limit| limit.as_f64()).map_or(DEFAULT_HITS, |limit| limit.clamp(0.0, 1e6) as usize);
    let mut filter = Filter::default();
    if let Some(filters) = get("filters").and_then(|filters| filters.dyn_into::<js_sys::Object>().ok()) {
        for entry in js_sys::Object::entries(&filters).iter().filter_map(|entry| entry.dyn_into::<js_sys::Array>().ok())
        {
            let name = entry.get(0).as_string().unwrap_or_default();
            let axis = Axis::from_word(&name).filter(|axis| axis.is_of_passages());
            let axis = axis.ok_or(format!("there is no filter {name:?}"))?;
            let values = entry.get(1).dyn_into::<js_sys::Array>().unwrap_or_else(|value| js_sys::Array::of1(&value));
            for value in values.iter().filter_map(|value| value.as_string()) {
                filter = filter.with(axis, &library.canonical(axis, &value));
            }
        }
    }
    let query = Query::default().with_text(query).with_filter(filter);
    let word = get("unit").and_then(|unit| unit.as_string()).unwrap_or_default();
    let unit = Unit::from_word(&word).unwrap_or_default();
    if Unit::from_word(&word).is_none() && !word.is_empty() {
        return Err(format!("there is no unit {word:?}"));
    }
    let rows = library.complete(|| match unit {
        Unit::Passages => serde_json::to_string(&library.search_rows(&query, limit)),
        unit => serde_json::to_string(&library.found_rows(&query, unit, limit)),
    });
    let rows =
        rows.map_err(|why| format!("a part of the documents cannot be had: {why}; ask again in some seconds"))?;
    parsed(&rows.unwrap_or_default())
}

fn parsed(json: &str) -> Result<JsValue, String> {
    js_sys::JSON::parse(json).map_err(|_| "the answer cannot be given".to_owned())
}

fn promise(outcome: Result<JsValue, String>) -> js_sys::Promise {
    match outcome {
        Ok(value) => js_sys::Promise::resolve(&value),
        Err(message) => js_sys::Promise::reject(&js_sys::Error::new(&message)),
    }
}
