//! Waiting, and what day it is.

use gloo::timers::callback::Timeout;

use crate::messages as m;

/// A pending call; dropping it calls it off.
pub(crate) struct Pending {
    _timeout: Timeout,
}

impl Pending {
    /// Lets it come, whatever happens meanwhile.
    pub(crate) fn forget(self) {
        self._timeout.forget();
    }
}

/// Calls `then` after `milliseconds`.
pub(crate) fn after(milliseconds: u32, then: impl FnOnce() + 'static) -> Pending {
    Pending { _timeout: Timeout::new(milliseconds, then) }
}

/// Milliseconds of some clock that only goes forward.
pub(crate) fn now() -> f64 {
    web_sys::window().and_then(|window| window.performance()).map_or_else(js_sys::Date::now, |clock| clock.now())
}

/// The day in words, by the reader's clock; `None` if there is no clock, as in tests.
pub(crate) fn today() -> Option<String> {
    if !cfg!(target_arch = "wasm32") {
        return None;
    }
    let now = js_sys::Date::new_0();
    let month = u8::try_from(now.get_month() + 1).unwrap_or(0);
    Some(m::day(now.get_full_year(), month, now.get_date()))
}

/// The day as names of files have it, such as "2026-11-29". Empty if there is no clock.
pub(crate) fn today_stamp() -> String {
    if !cfg!(target_arch = "wasm32") {
        return String::new();
    }
    let now = js_sys::Date::new_0();
    format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}

/// Milliseconds that work may take at a time: short enough that nothing seems to hang. Nobody looks at a hidden page, and
/// browsers call it once a second.
pub(crate) fn slice() -> f64 {
    let hidden = web_sys::window().and_then(|window| window.document()).is_some_and(|document| document.hidden());
    if hidden { 900.0 } else { 24.0 }
}
