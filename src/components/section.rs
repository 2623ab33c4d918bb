//! A part of a view under a hairline: heading at the left, a remark at the right.

use yew::prelude::*;

use super::text::text;

/// Properties of [`Section`].
#[derive(Properties, PartialEq)]
pub(crate) struct SectionProps {
    pub(crate) heading: AttrValue,
    /// What the numbers are, or where they come from.
    #[prop_or_default]
    pub(crate) remark: AttrValue,
    pub(crate) children: Html,
}

/// The part.
#[component]
pub(crate) fn Section(props: &SectionProps) -> Html {
    html! {
        <section class="section">
            <header>
                <h2>{ text(&props.heading) }</h2>
                if !props.remark.is_empty() {
                    <p>{ text(&props.remark) }</p>
                }
            </header>
            { props.children.clone() }
        </section>
    }
}
