//! A note on what was done, for some seconds.

use yew::prelude::*;

use crate::actions::{Copied, CopyText};
use crate::platform::{clipboard, timer};

/// How long a note is shown.
const SHOWN_MILLISECONDS: u32 = 4_000;

/// What the note says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Toast {
    /// This is on the clipboard.
    Copied(Copied),
    /// A key was pressed that does nothing here.
    NothingHere(String),
    /// The browser does not allow it: the reader copies this text by hand.
    ByHand(String),
}

/// The note that is shown, what copies a text and shows one, and what says that a key does nothing.
#[hook]
pub(crate) fn use_toast() -> (Option<Toast>, Callback<CopyText>, Callback<String>) {
    let toast = use_state(|| None::<Toast>);
    let pending = use_mut_ref(|| None);
    let (setter, timeout) = (toast.setter(), pending.clone());
    let show = use_callback((), move |(note, stays): (Toast, bool), ()| {
        // A field to copy from stays until something else is said.
        timeout.replace(None);
        if !stays {
            let setter = setter.clone();
            timeout.replace(Some(timer::after(SHOWN_MILLISECONDS, move || setter.set(None))));
        }
        setter.set(Some(note));
    });
    let shown = show.clone();
    let copy = use_callback((), move |CopyText(what, text): CopyText, ()| {
        let is_copied = clipboard::copy(&text);
        shown.emit(if is_copied { (Toast::Copied(what), false) } else { (Toast::ByHand(text), true) });
    });
    let nothing = use_callback((), move |key: String, ()| show.emit((Toast::NothingHere(key), false)));
    ((*toast).clone(), copy, nothing)
}
