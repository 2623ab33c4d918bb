//! A part of a view under a hairline: heading at the left, a remark at the right.

use yew::prelude::*;

/// A part with what the numbers are, or where they come from, as its remark. A function: each component
/// costs the page some 10 KB.
pub(crate) fn section(heading: &str, remark: &str, children: Html) -> Html {
    html! {
        <section class="section">
            <header>
                <h2>{ heading.to_owned() }</h2>
                if !remark.is_empty() { <p>{ remark.to_owned() }</p> }
            </header>
            { children }
        </section>
    }
}
