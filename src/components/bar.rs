//! A bar that shows a proportion.

use yew::prelude::*;

/// A bar in a row. Its width is the share of `count` in `most`.
pub(crate) fn bar(class: &'static str, count: usize, most: usize) -> Html {
    html! {
        <svg {class} aria-hidden="true">
            <rect width={format!("{}%", count * 100 / most.max(1))} height="100%" />
        </svg>
    }
}
