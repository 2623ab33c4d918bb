//! A note on what was done, for some seconds.

use yew::prelude::*;

use crate::actions::{Copied, CopyText};
use crate::platform::{clipboard, timer};

/// How long a note is shown.
const SHOWN_MILLISECONDS: u32 = 4_000;
/// How long a note is shown that something can be done with.
const SHOWN_LONGER_MILLISECONDS: u32 = 8_000;

/// What the note says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Toast {
    /// This is on the clipboard.
    Copied(Copied),
    /// A key was pressed that does nothing here; true if it would on a row.
    NothingHere(String, bool),
    /// The browser does not allow it: the reader copies this text by hand.
    ByHand(String),
    /// Something was collected; so many items are in the brief.
    Collected(usize),
    /// It was collected before; so many items are in the brief.
    CollectedAlready(usize),
    /// Something was taken out of the brief.
    Removed,
    /// A file of this name was saved, of a table with so many rows.
    Saved(String, Option<(usize, usize)>),
}

impl Toast {
    /// How long it is shown; `None` until something else is said.
    fn milliseconds(&self) -> Option<u32> {
        match self {
            // A field to copy from.
            Self::ByHand(_) => None,
            Self::Collected(_) | Self::Removed => Some(SHOWN_LONGER_MILLISECONDS),
            Self::Copied(_) | Self::NothingHere(..) | Self::CollectedAlready(_) | Self::Saved(..) => {
                Some(SHOWN_MILLISECONDS)
            }
        }
    }
}

/// The note that is shown, what shows one, and what copies a text and says so.
#[hook]
pub(crate) fn use_toast() -> (Option<Toast>, Callback<Toast>, Callback<CopyText>) {
    let toast = use_state(|| None::<Toast>);
    let pending = use_mut_ref(|| None);
    let (setter, timeout) = (toast.setter(), pending.clone());
    let show = use_callback((), move |note: Toast, ()| {
        timeout.replace(None);
        if let Some(milliseconds) = note.milliseconds() {
            let setter = setter.clone();
            timeout.replace(Some(timer::after(milliseconds, move || setter.set(None))));
        }
        setter.set(Some(note));
    });
    let shown = show.clone();
    let copy = use_callback((), move |CopyText(what, text): CopyText, ()| {
        shown.emit(if clipboard::copy(&text) { Toast::Copied(what) } else { Toast::ByHand(text) });
    });
    ((*toast).clone(), show, copy)
}
