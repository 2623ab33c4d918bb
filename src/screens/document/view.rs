//! A document to be read: the bar, the outline, head and text, the way on.

use yew::prelude::*;

use super::OpenDocument;
use super::bar::ReaderBar;
use super::edge::Edge;
use super::head::head;
use super::in_view::use_uncovered_notes;
use super::outline::Outline;
pub(crate) use super::text::WHOLE;
use super::text::{passages, selected_words};
use super::walk::Step;
use crate::components::shared::Shared;
use crate::components::text::{printed, text};
use crate::context::use_view_context;
use crate::messages as m;
use crate::screens::not_found::view::NothingFound;

/// Properties of [`Reader`].
#[derive(Properties, PartialEq)]
pub(crate) struct ReaderProps {
    pub(crate) open: Option<Shared<OpenDocument>>,
}

/// The view.
#[component]
pub(crate) fn Reader(props: &ReaderProps) -> Html {
    let here = use_view_context();
    use_uncovered_notes(&props.open);
    let Some(open) = &props.open else {
        return html! { <NothingFound what={m::UNKNOWN_DOCUMENT} /> };
    };
    let (reading, walk) = (&open.reading, &open.walk);
    html! {
        <>
            <ReaderBar {open} />
            <div class="page reader">
                <aside class="outline-rail" aria-label={m::OUTLINE}><Outline {open} /></aside>
                <article lang={reading.card.language.clone()}>
                    { head(&here, open) }
                    if let Some(notice) = &reading.notice {
                        <p class="notice" role="status" lang={m::LANGUAGE}>{ text(notice) }</p>
                    }
                    { passages(&here, open) }
                    { selected_words(&here, open) }
                    <footer lang={m::LANGUAGE}>
                        <nav class="neighbours" aria-label={m::NEIGHBOURS}>
                            { neighbour(walk.previous.as_ref(), m::PREVIOUS) }
                            { neighbour(walk.next.as_ref(), m::NEXT) }
                        </nav>
                    </footer>
                </article>
                <Edge {open} />
            </div>
        </>
    }
}

/// The way to the document before or after; nothing at the ends.
fn neighbour(step: Option<&Step>, label: &'static str) -> Html {
    html! {
        if let Some(step) = step {
            <a href={step.route.to_string()}><small>{ label }</small>{ printed(&step.title) }</a>
        }
    }
}
