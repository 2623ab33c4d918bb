//! Stops long work from outside.
//!
//! In: a [`Stop`] that the starter of the work may fill at any time, from any thread. Out: the work ends at its next
//! [`checkpoint`] by unwinding with a [`Stopped`], which the caller catches. It knows neither clock nor memory: who asks for
//! the stop decides that. Without a stop, a checkpoint does nothing, and the same input gives the same bytes.

use std::cell::RefCell;
use std::sync::{Arc, OnceLock};

/// A request to stop, which may come while the work is being done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stop(Arc<OnceLock<String>>);

impl Stop {
    /// Asks for the stop and gives the reason as a clause ("the limit of 5 seconds was reached"). The first reason is kept.
    pub fn request(&self, reason: &str) {
        // Someone else was first.
        let _ = self.0.set(reason.to_owned());
    }

    /// The reason, once the stop was asked for.
    #[must_use]
    pub fn reason(&self) -> Option<&str> {
        self.0.get().map(String::as_str)
    }
}

/// The payload with which stopped work unwinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stopped;

thread_local! {
    static STOP: RefCell<Option<Stop>> = const { RefCell::new(None) };
}

/// Sets the stop of this thread back when the work ends, whether or not by unwinding.
struct Restore(Option<Stop>);

impl Drop for Restore {
    fn drop(&mut self) {
        STOP.set(self.0.take());
    }
}

/// Does `work`, whose checkpoints on this thread obey `stop`. `None` lets it run to its end.
pub fn with_stop<T>(stop: Option<Stop>, work: impl FnOnce() -> T) -> T {
    let _restore = Restore(STOP.replace(stop));
    work()
}

/// The reason to stop the work of this thread, if someone gave one.
#[must_use]
pub fn stop_reason() -> Option<String> {
    STOP.with_borrow(|stop| stop.as_ref()?.reason().map(str::to_owned))
}

/// The stop of this thread, to hand on to a thread that works for it.
#[must_use]
pub fn current_stop() -> Option<Stop> {
    STOP.with_borrow(Clone::clone)
}

/// Ends the work of this thread if its stop was asked for. Long loops call it once a round.
pub fn checkpoint() {
    if STOP.with_borrow(|stop| stop.as_ref().is_some_and(|stop| stop.reason().is_some())) {
        // No panic of ours: nothing is reported.
        std::panic::resume_unwind(Box::new(Stopped));
    }
}

#[cfg(test)]
mod tests {
    use std::panic::{AssertUnwindSafe, catch_unwind};

    use super::{Stop, Stopped, checkpoint, stop_reason, with_stop};

    #[test]
    fn work_stops_at_a_checkpoint_after_the_stop_was_asked_for() {
        checkpoint();
        let stop = Stop::default();
        let mut rounds = 0;
        let done = catch_unwind(AssertUnwindSafe(|| {
            with_stop(Some(stop.clone()), || {
                for round in 0..10 {
                    checkpoint();
                    rounds += 1;
                    if round == 3 {
                        stop.request("enough");
                        stop.request("too late");
                        assert_eq!(stop_reason().as_deref(), Some("enough"));
                        with_stop(None, checkpoint);
                    }
                }
            });
        }));
        let payload = done.expect_err("it was stopped");
        assert_eq!((payload.downcast_ref(), rounds), (Some(&Stopped), 4));
        // Outside of the work nothing is stopped.
        checkpoint();
        assert_eq!(stop_reason(), None);
    }
}
