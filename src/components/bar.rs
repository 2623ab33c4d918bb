//! A bar that shows a proportion.

use yew::prelude::*;

/// A bar behind or under a row, as wide as `count` is of `most`.
pub(crate) fn bar(class: &'static str, count: usize, most: usize) -> Html {
    html! {
        <svg {class} aria-hidden="true">
            <rect width={format!("{}%", count * 100 / most.max(1))} height="100%" />
        </svg>
    }
}
