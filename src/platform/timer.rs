//! Waiting.

use gloo::timers::callback::Timeout;

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

/// Milliseconds that work may take at a time: short enough that nothing seems to hang. Nobody looks at a hidden page, and
/// browsers call it once a second.
pub(crate) fn slice() -> f64 {
    let hidden = web_sys::window().and_then(|window| window.document()).is_some_and(|document| document.hidden());
    if hidden { 900.0 } else { 24.0 }
}
