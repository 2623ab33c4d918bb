//! Runs one job for each of many items, on the threads that the caller has.
//!
//! The engine starts no threads: a caller that has some gives an [`Executor`], any other gives [`Sequential`]. Results stand
//! in the order of the items either way, so the number of threads changes no byte of what comes out.

use std::sync::{Mutex, PoisonError};

use crate::checkpoint::{current_stop, with_stop};

/// Runs jobs for numbered items.
pub trait Executor {
    /// Calls `job` once with each number below the length of `sizes`, in any order and on any threads, and returns when
    /// all calls have returned. `sizes` are the bytes of the items, to show how far the work is.
    ///
    /// # Panics
    /// With the payload of a job that panicked.
    fn run(&self, sizes: &[u64], job: &(dyn Fn(usize) + Sync));
}

/// Runs the jobs one after the other on the thread of the caller.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sequential;

impl Executor for Sequential {
    fn run(&self, sizes: &[u64], job: &(dyn Fn(usize) + Sync)) {
        (0..sizes.len()).for_each(job);
    }
}

/// The results of `make` for each number below the length of `sizes`, in the order of the numbers. A stop that is set
/// on the caller's thread is set on all threads.
///
/// ```
/// use entente_text::executor::{Sequential, map};
///
/// assert_eq!(map(&Sequential, &[1, 1, 1], |at| at * 2), [0, 2, 4]);
/// ```
///
/// # Panics
/// With the payload of a call that panicked.
pub fn map<T: Send>(executor: &dyn Executor, sizes: &[u64], make: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let stop = current_stop();
    let slots: Vec<Mutex<Option<T>>> = sizes.iter().map(|_| Mutex::new(None)).collect();
    executor.run(sizes, &|at| {
        let made = with_stop(stop.clone(), || make(at));
        if let Some(slot) = slots.get(at) {
            *slot.lock().unwrap_or_else(PoisonError::into_inner) = Some(made);
        }
    });
    let made = |slot: Mutex<Option<T>>| {
        slot.into_inner().unwrap_or_else(PoisonError::into_inner).expect("an executor runs the job of every item")
    };
    slots.into_iter().map(made).collect()
}

#[cfg(test)]
mod tests {
    use std::panic::{AssertUnwindSafe, catch_unwind};

    use super::{Executor, Sequential, map};
    use crate::checkpoint::{Stop, Stopped, checkpoint, with_stop};

    /// Runs the items from the last to the first, each on a thread of its own.
    struct Backwards;

    impl Executor for Backwards {
        fn run(&self, sizes: &[u64], job: &(dyn Fn(usize) + Sync)) {
            for at in (0..sizes.len()).rev() {
                let done = std::thread::scope(|scope| scope.spawn(|| job(at)).join());
                if let Err(payload) = done {
                    std::panic::resume_unwind(payload);
                }
            }
        }
    }

    #[test]
    fn results_stand_in_the_order_of_the_items() {
        let sizes = [5; 40];
        assert_eq!(map(&Backwards, &sizes, |at| at * at), map(&Sequential, &sizes, |at| at * at));
        assert!(map(&Backwards, &[], |at| at).is_empty());
    }

    #[test]
    fn a_stop_of_the_caller_holds_on_other_threads() {
        let stop = Stop::default();
        stop.request("enough");
        let done = catch_unwind(AssertUnwindSafe(|| {
            with_stop(Some(stop.clone()), || map(&Backwards, &[1, 1], |_| checkpoint()));
        }));
        assert!(done.expect_err("it stops").is::<Stopped>());
    }
}
