//! A part of a view under a hairline: heading at the left, a remark at the right.

use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct SectionProps {
    /// Heading.
    pub(crate) heading: AttrValue,
    /// What the numbers are, or where they come from.
    #[prop_or_default]
    pub(crate) remark: Option<AttrValue>,
    pub(crate) children: Html,
}

#[component]
pub(crate) fn Section(props: &SectionProps) -> Html {
    html! {
        <section class="section">
            <header>
                <h2>{ &props.heading }</h2>
                if let Some(remark) = &props.remark {
                    <p>{ remark }</p>
                }
            </header>
            { props.children.clone() }
        </section>
    }
}
