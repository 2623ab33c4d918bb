//! The reader's settings, as a context for every component that shows or changes them.

use yew::prelude::*;

use crate::preferences::Preferences;

/// The settings and what changes them.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct PreferencesContext {
    /// As they are.
    pub(crate) now: Preferences,
    /// Stores and shows others.
    pub(crate) set: Callback<Preferences>,
}

/// The settings, read from where they are stored. They are written only when the reader changes them.
#[hook]
pub(crate) fn use_preferences() -> PreferencesContext {
    let state = use_state_eq(Preferences::stored);
    let setter = state.setter();
    let set = use_callback((), move |next: Preferences, ()| {
        next.keep();
        setter.set(next);
    });
    PreferencesContext { now: (*state).clone(), set }
}
