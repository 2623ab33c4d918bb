//! A bar while the texts of a large page are read, for the index or for a list of facts. It also does the work, a slice at a
//! time.

use yew::prelude::*;

use crate::library::{Library, Progress};
use crate::messages as m;
use crate::platform::timer;

#[derive(Properties, PartialEq)]
pub(crate) struct GrowthProps {
    pub(crate) library: Library,
    /// There is more to show.
    pub(crate) grown: Callback<Library>,
    /// The texts cannot be used.
    pub(crate) failed: Callback<String>,
}

#[component]
pub(crate) fn Growth(props: &GrowthProps) -> Html {
    let growth = props.library.growth();
    let Progress { done, of } = growth.or(props.library.reading_all()).unwrap_or_default();
    // A component of its own, because the views below are drawn again at a few steps only.
    let slices = use_state(|| 0_u32);
    let (library, grown, failed) = (props.library.clone(), props.grown.clone(), props.failed.clone());
    use_effect_with((*slices, library.clone()), move |(count, _)| {
        let next = *count + 1;
        let pending = timer::after(0, move || match library.grow() {
            Ok(None) => slices.set(next),
            Ok(Some(library)) => grown.emit(library),
            Err(sentence) => failed.emit(sentence),
        });
        move || drop(pending)
    });
    html! {
        <p class="growing">
            <progress max={of.to_string()} value={done.to_string()} aria-label={m::OPENING} />
            if growth.is_some() { { m::growing(done, of) } } else { { m::reading(done, of) } }
            if growth.is_some() && props.library.head.index.is_some() { { m::LOST_INDEX } }
        </p>
    }
}
