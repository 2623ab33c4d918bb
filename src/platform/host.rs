//! The page around this one: messages to and from it, and what scripts of the same origin may call.
//!
//! Until the parent has said `hello` from an allowed origin only `ready` and `resize` go out, and nothing
//! with content ever goes to `*`. Allowed are the origins given at pack time, else the page's own; `null`, which
//! is every local file's and every sandbox's origin, never is.

use std::cell::RefCell;

use gloo::events::EventListener;
use wasm_bindgen::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

use crate::holdings::Holdings;
use crate::platform::{dom, location};

/// Milliseconds until the first height is told.
const FIRST_HEIGHT: u32 = 100;

thread_local! {
    /// The origin that has said hello.
    static HOST: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Listens to the parent and tells it when the page is ready and how high it is.
pub(crate) fn connect(holdings: &Holdings) {
    if !dom::is_framed() {
        return;
    }
    let Some(window) = web_sys::window() else { return };
    let own = window.location().origin().unwrap_or_default();
    let hosts = &holdings.head.options.hosts;
    let allowed: Vec<String> = if hosts.is_empty() { vec![own] } else { hosts.clone() };
    let listener = EventListener::new(&window, "message", move |event| {
        if let Some(event) = event.dyn_ref::<web_sys::MessageEvent>() {
            receive(event, &allowed);
        }
    });
    // It listens for as long as the page is open.
    listener.forget();
    send("ready", &[], "*");
    watch_height();
}

/// Tells the parent where the reader has gone.
pub(crate) fn navigated(fragment: &str) {
    to_host("navigate", &[("url", fragment)]);
}

/// Tells the parent which passage the reader has chosen.
pub(crate) fn selected(document: &str, passage: &str, quote: &str) {
    to_host("select", &[("document", document), ("passage", passage), ("quote", quote)]);
}

fn receive(event: &web_sys::MessageEvent, allowed: &[String]) {
    let parent = web_sys::window().and_then(|window| window.parent().ok().flatten());
    let from_parent = event
        .source()
        .is_some_and(|source| parent.is_some_and(|parent| JsValue::from(source) == JsValue::from(parent)));
    let origin = event.origin();
    if !from_parent || origin == "null" || origin.is_empty() || !allowed.contains(&origin) {
        return;
    }
    let data = event.data();
    let text =
        |name: &str| js_sys::Reflect::get(&data, &JsValue::from_str(name)).ok().and_then(|value| value.as_string());
    if js_sys::Reflect::get(&data, &JsValue::from_str("entente")).ok().and_then(|value| value.as_f64()) != Some(1.0) {
        return;
    }
    let known = HOST.with_borrow(|host| host.as_deref() == Some(origin.as_str()));
    match text("type").as_deref() {
        Some("hello") => {
            HOST.replace(Some(origin));
            navigated(&location::fragment());
        }
        Some("navigate") if known => {
            if let Some(url) = text("url").filter(|url| url.starts_with("#/")) {
                location::push(&url);
            }
        }
        Some("theme") if known => {
            let value = text("value").filter(|value| ["light", "dark", "auto"].contains(&value.as_str()));
            if let Some(value) = value {
                dom::root_attribute("data-theme", Some(value.as_str()).filter(|value| *value != "auto"));
            }
        }
        _ => {}
    }
}

fn to_host(kind: &str, values: &[(&str, &str)]) {
    if let Some(origin) = HOST.with_borrow(Clone::clone) {
        let values: Vec<(&str, JsValue)> =
            values.iter().map(|(name, value)| (*name, JsValue::from_str(value))).collect();
        send(kind, &values, &origin);
    }
}

fn send(kind: &str, values: &[(&str, JsValue)], origin: &str) {
    let Some(parent) = web_sys::window().and_then(|window| window.parent().ok().flatten()) else { return };
    let message = js_sys::Object::new();
    let set = |name: &str, value: &JsValue| js_sys::Reflect::set(&message, &JsValue::from_str(name), value);
    let mut whole = set("entente", &JsValue::from_f64(1.0)).is_ok() && set("type", &JsValue::from_str(kind)).is_ok();
    for (name, value) in values {
        whole &= set(name, value).is_ok();
    }
    if whole {
        // A parent that has gone away needs no message.
        let _ = parent.post_message(&message, origin);
    }
}

/// Tells the parent the height of the content, now and whenever it changes.
fn watch_height() {
    let Some(app) =
        web_sys::window().and_then(|window| window.document()).and_then(|document| document.get_element_by_id("app"))
    else {
        return;
    };
    // A frame out of sight is not laid out by itself: it is asked once when the first view has been drawn.
    let first = app.clone();
    gloo::timers::callback::Timeout::new(FIRST_HEIGHT, move || {
        send("resize", &[("height", JsValue::from_f64(first.get_bounding_client_rect().height()))], "*");
    })
    .forget();
    let watched = app.clone();
    let tell = Closure::<dyn FnMut()>::new(move || {
        send("resize", &[("height", JsValue::from_f64(watched.get_bounding_client_rect().height()))], "*");
    });
    if let Ok(observer) = web_sys::ResizeObserver::new(tell.as_ref().unchecked_ref()) {
        observer.observe(&app);
        // Both live as long as the page.
        tell.forget();
        std::mem::forget(observer);
    }
}
