//! The page around this one: messages to and from it, and what scripts of the same origin may call.
//!
//! Until the parent has said `hello` from an allowed origin only `ready` goes out, and nothing
//! with content ever goes to `*`. The height of the page is content as well: it reveals whether a word was found. Allowed are the
//! origins given at pack time, else the page's own; `null`, which is every local file's and every sandbox's origin, never is, and
//! a page of that origin listens to nobody.

use std::cell::{Cell, RefCell};

use gloo::events::EventListener;
use wasm_bindgen::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

use crate::library::Library;
use crate::platform::{dom, location, timer};

/// Milliseconds until the first height is sent.
const FIRST_HEIGHT_MILLISECONDS: u32 = 100;

/// Longest address of a message that is followed, in bytes.
const MAX_URL_BYTES: usize = 8_192;
/// Most bytes of a quote that are sent.
const MAX_QUOTE_BYTES: usize = 4_096;
/// Messages of the parent that are answered within [`WINDOW_MILLISECONDS`] milliseconds.
const MAX_MESSAGES: u32 = 50;
const WINDOW_MILLISECONDS: f64 = 1_000.0;

thread_local! {
    /// The origin that has said hello.
    static HOST: RefCell<Option<String>> = const { RefCell::new(None) };
    /// When the first message of the last second came, and how many have come since.
    static MESSAGES: Cell<(f64, u32)> = const { Cell::new((f64::MIN, 0)) };
}

/// Listens to the parent window. Announces that the page is ready, and sends its height to a host that has said hello.
pub(crate) fn connect(library: &Library) {
    if !dom::is_framed() {
        return;
    }
    let Some(window) = web_sys::window() else { return };
    let allowed = allowed(window.origin(), &library.head.options.hosts);
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

/// The origins that are listened to by a page of the origin `own`. That of a sandbox is "null", whatever its address says; a
/// page there, or on a disk, listens to nobody.
fn allowed(own: String, hosts: &[String]) -> Vec<String> {
    match hosts {
        _ if own == "null" => Vec::new(),
        [] => vec![own],
        hosts => hosts.to_vec(),
    }
}

/// Tells the parent where the reader has gone.
pub(crate) fn navigated(fragment: &str) {
    to_host("navigate", &[("url", JsValue::from_str(fragment))]);
}

/// Tells the parent which passage the reader has chosen.
pub(crate) fn selected(document: &str, passage: &str, quote: &str) {
    let values = [("document", document), ("passage", passage), ("quote", sent_quote(quote))];
    to_host("select", &values.map(|(name, value)| (name, JsValue::from_str(value))));
}

/// The part of `quote` that is sent.
fn sent_quote(quote: &str) -> &str {
    &quote[..quote.floor_char_boundary(MAX_QUOTE_BYTES)]
}

/// True if a message may lead to `url`.
fn is_followed(url: &str) -> bool {
    url.starts_with("#/") && url.len() <= MAX_URL_BYTES
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
    if is_flooded() {
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
            tell_height();
        }
        Some("navigate") if known => {
            if let Some(url) = text("url").filter(|url| is_followed(url)) {
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

/// True if the parent has sent more messages than are answered.
fn is_flooded() -> bool {
    let messages = counted(MESSAGES.get(), timer::now());
    MESSAGES.set(messages);
    messages.1 > MAX_MESSAGES
}

/// When the window began in which a message comes `now`, and how many have come in it.
fn counted((since, count): (f64, u32), now: f64) -> (f64, u32) {
    if now - since > WINDOW_MILLISECONDS { (now, 1) } else { (since, count.saturating_add(1)) }
}

/// Sends to the origin that has said hello, and to nobody before.
fn to_host(kind: &str, values: &[(&str, JsValue)]) {
    if let Some(origin) = HOST.with_borrow(Clone::clone) {
        send(kind, values, &origin);
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

/// The element whose height is the page's.
fn application() -> Option<web_sys::Element> {
    web_sys::window()?.document()?.get_element_by_id("app")
}

/// Tells the host the height of the content.
fn tell_height() {
    if let Some(app) = application() {
        to_host("resize", &[("height", JsValue::from_f64(app.get_bounding_client_rect().height()))]);
    }
}

/// Tells the host the height of the content whenever it changes.
fn watch_height() {
    let Some(app) = application() else { return };
    // Browsers do not lay out a frame that is out of sight, so the height is measured once after the first view is drawn.
    gloo::timers::callback::Timeout::new(FIRST_HEIGHT_MILLISECONDS, tell_height).forget();
    let tell = Closure::<dyn FnMut()>::new(tell_height);
    if let Ok(observer) = web_sys::ResizeObserver::new(tell.as_ref().unchecked_ref()) {
        observer.observe(&app);
        // Both live as long as the page.
        tell.forget();
        std::mem::forget(observer);
    }
}

#[cfg(test)]
mod tests {
    use super::{MAX_MESSAGES, MESSAGES, WINDOW_MILLISECONDS, allowed, counted, is_followed, sent_quote};

    #[test]
    fn addresses_and_quotes_of_messages_are_bounded() {
        for (url, followed) in [
            ("#/search?q=cyber".to_owned(), true),
            (format!("#/{}", "a".repeat(8_190)), true),
            (format!("#/{}", "a".repeat(8_191)), false),
            ("https://evil.example/#/".to_owned(), false),
            ("javascript:alert(1)".to_owned(), false),
            (String::new(), false),
        ] {
            assert_eq!(is_followed(&url), followed, "{} bytes", url.len());
        }
        assert_eq!(sent_quote(&"a".repeat(5_000)).len(), 4_096);
        assert_eq!(sent_quote(&"한".repeat(2_000)).len(), 4_095, "no letter is cut");
        assert_eq!(sent_quote("Korea"), "Korea");
    }

    #[test]
    fn a_page_in_a_sandbox_listens_to_nobody_not_even_to_a_named_host() {
        let hosts = ["https://intranet.example".to_owned()];
        for (own, hosts, expected) in [
            ("https://own.example", &[][..], &["https://own.example"][..]),
            ("https://own.example", &hosts[..], &["https://intranet.example"]),
            ("null", &[], &[]),
            ("null", &hosts, &[]),
        ] {
            assert_eq!(allowed(own.to_owned(), hosts), expected, "{own} {hosts:?}");
        }
    }

    #[test]
    fn so_many_messages_a_second_are_answered_and_no_more() {
        let mut messages = MESSAGES.get();
        let mut answered = |milliseconds: f64| {
            messages = counted(messages, milliseconds);
            messages.1 <= MAX_MESSAGES
        };
        assert_eq!((0..1_000).filter(|at| answered(f64::from(*at))).count(), 50);
        assert!(!answered(WINDOW_MILLISECONDS) && answered(WINDOW_MILLISECONDS + 1.0), "the next second begins anew");
    }
}
