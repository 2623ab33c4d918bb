//! Waiting.

use gloo::timers::callback::Timeout;

/// A pending call; dropping it calls it off.
pub(crate) struct Pending {
    _timeout: Timeout,
}

/// Calls `then` after `milliseconds`.
pub(crate) fn after(milliseconds: u32, then: impl FnOnce() + 'static) -> Pending {
    Pending { _timeout: Timeout::new(milliseconds, then) }
}
