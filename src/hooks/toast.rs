//! A note on what was done, for some seconds.

use yew::prelude::*;

use crate::platform::{clipboard, timer};

/// How long a note is shown.
const SHOWN_MILLISECONDS: u32 = 4_000;

/// What was copied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Toast {
    /// It is on the clipboard.
    Copied,
    /// The browser does not allow it: the reader copies this text by hand.
    ByHand(String),
}

/// The note that is shown, and what copies a text and shows one.
#[hook]
pub(crate) fn use_toast() -> (Option<Toast>, Callback<String>) {
    let toast = use_state(|| None::<Toast>);
    let pending = use_mut_ref(|| None);
    let setter = toast.setter();
    let copy = use_callback((), move |text: String, ()| {
        let is_copied = clipboard::copy(&text);
        let setter = setter.clone();
        // A field to copy from stays until something else is copied.
        pending.replace(None);
        if is_copied {
            let setter = setter.clone();
            pending.replace(Some(timer::after(SHOWN_MILLISECONDS, move || setter.set(None))));
        }
        setter.set(Some(if is_copied { Toast::Copied } else { Toast::ByHand(text) }));
    });
    ((*toast).clone(), copy)
}
