//! What every component can ask for: where the reader is, and how an act is dispatched.

use yew::prelude::*;

use crate::here::{Act, Here};

/// Where the reader is. A component that uses it is drawn again with every act; rows of long lists must not.
#[hook]
pub(crate) fn use_here() -> Here {
    use_context::<Here>().expect("the application provides it")
}

/// A callback that dispatches `act` for any event.
pub(crate) fn on_event<E: 'static>(here: &Here, act: Act) -> Callback<E> {
    let dispatch = here.then.clone();
    Callback::from(move |_| dispatch.act(act.clone()))
}
