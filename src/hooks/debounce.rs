//! Waiting until a reader pauses.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use crate::platform::timer::{self, Pending};

/// A call that is made once nothing has asked for it for a while.
#[derive(Clone)]
pub(crate) struct Debounce {
    milliseconds: u32,
    pending: Rc<RefCell<Option<Pending>>>,
    call: Rc<RefCell<Rc<dyn Fn()>>>,
}

impl Debounce {
    /// Makes the call after the time, counted from now.
    pub(crate) fn start(&self) {
        let (pending, call) = (self.pending.clone(), self.call.clone());
        let wait = timer::after(self.milliseconds, move || {
            pending.replace(None);
            // Borrowed no longer than the copy takes: the call may start the next wait.
            let call = call.borrow().clone();
            call();
        });
        self.pending.replace(Some(wait));
    }

    /// What is called from now on. It may know more than when the wait began.
    pub(crate) fn set(&self, call: impl Fn() + 'static) {
        self.call.replace(Rc::new(call));
    }

    /// Does not make the call.
    pub(crate) fn cancel(&self) {
        self.pending.replace(None);
    }

    /// True if the call is still to be made.
    pub(crate) fn is_pending(&self) -> bool {
        self.pending.borrow().is_some()
    }
}

/// A call that is made once nothing has started it for so many milliseconds. None is made after the component has gone.
#[hook]
pub(crate) fn use_debounce(milliseconds: u32) -> Debounce {
    let pending = use_mut_ref(|| None);
    let call = use_mut_ref(|| Rc::new(|| {}) as Rc<dyn Fn()>);
    let debounce = Debounce { milliseconds, pending, call };
    let last = debounce.clone();
    use_effect_with((), move |()| {
        move || {
            last.cancel();
            last.set(|| {});
        }
    });
    debounce
}
