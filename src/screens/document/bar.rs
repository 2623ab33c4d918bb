//! The bar that stays in sight: the way back to the list, where one is in the document, the document and the hit before and after.

use yew::prelude::*;

use super::OpenDocument;
use super::in_view::{BAR, use_in_view};
use super::walk::{Step, Walk, next_hit};
use crate::actions::RouteAction;
use crate::components::shared::Shared;
use crate::components::text::{bdi, bdi_in, text, unseen};
use crate::context::{ViewContext, use_view_context};
use crate::messages as m;
use crate::route::Route;

/// Properties of [`ReaderBar`].
#[derive(Properties, PartialEq)]
pub(super) struct ReaderBarProps {
    pub(super) open: Shared<OpenDocument>,
}

/// The bar.
#[component]
pub(super) fn ReaderBar(props: &ReaderBarProps) -> Html {
    let here = use_view_context();
    let open = &props.open;
    let section = use_in_view(open, |open, seen| open.section_at(seen?.0));
    let (card, walk) = (&open.reading.card, &open.walk);
    let title = card.title.as_ref().unwrap_or(&card.begins);
    let language = card.language.as_deref();
    let heading = section.and_then(|at| open.reading.outline.get(at)).map(|entry| &entry.heading);
    html! {
        <nav class="reader-bar" id={BAR} aria-label={m::READING}>
            { back(&here, walk) }
            <p class="where">
                <span class="printed">{ bdi_in(title, language) }</span>
                if let Some(heading) = heading.filter(|heading| *heading != title) {
                    <span aria-hidden="true">{ "›" }</span>
                    <span class="printed section-in-view">{ bdi_in(heading, language) }</span>
                }
            </p>
            <div class="steps">
                { count(m::document_of(walk.document, walk.documents), m::short_of(walk.document, walk.documents)) }
                { document_step(walk.previous.as_ref(), m::PREVIOUS, "previous-document", "[") }
                { document_step(walk.next.as_ref(), m::NEXT, "next-document", "]") }
            </div>
            if walk.hits > 0 {
                { hits(&here, open) }
            }
        </nav>
    }
}

/// A count in words, and short where there is little room.
fn count(words: String, short: String) -> Html {
    html! { <><span class="long">{ text(&words) }</span><span class="short" aria-hidden="true">{ text(&short) }</span></> }
}

/// The way back to the list, to the place where it was left.
fn back(here: &ViewContext, walk: &Walk) -> Html {
    let (dispatch, list) = (here.dispatch.clone(), walk.list.clone());
    let onclick = Callback::from(move |event: MouseEvent| {
        // A new tab or window opens the list from scratch.
        if !event.ctrl_key() && !event.meta_key() && !event.shift_key() {
            event.prevent_default();
            dispatch.act(RouteAction::Return(list.clone()));
        }
    });
    html! {
        <a class="button back" id="back-to-list" href={walk.list.to_string()} {onclick}>
            <span aria-hidden="true">{ "←" }</span>
            <span class="long">{ unseen(m::BACK_TO_LIST) }{ " " }{ bdi(&walk.called) }</span>
            <kbd aria-hidden="true">{ m::KEY_BACK }</kbd>
        </a>
    }
}

/// A step to another document; its key alone at the end of the list.
fn document_step(step: Option<&Step>, label: &'static str, id: &'static str, key: &'static str) -> Html {
    match step {
        Some(step) => html! {
            <a class="button" {id} href={step.route.to_string()} aria-label={m::step_to(label, &step.title)} data-way={id}>
                <kbd aria-hidden="true">{ key }</kbd>
            </a>
        },
        None => {
            html! { <span class="button" data-off="true" aria-hidden="true" data-way={id}><kbd>{ key }</kbd></span> }
        }
    }
}

/// Which hit is in view, and the steps to others.
fn hits(here: &ViewContext, open: &OpenDocument) -> Html {
    let walk = &open.walk;
    let number = walk.hit_number(open.current_index());
    let step = |by: i32, label: &'static str, way: &'static str, key: &'static str| {
        let next = next_hit(open, &here.route, None, by);
        match next {
            Some(next) => hit_step(here, next, label, way, key),
            None => {
                html! { <span class="button" data-off="true" aria-hidden="true" data-way={way}><kbd>{ key }</kbd></span> }
            }
        }
    };
    html! {
        <div class="steps hits">
            <span class="long" role="status">{ m::hit_of(number, walk.hits) }</span>
            <span class="short" aria-hidden="true">{ number.map_or_else(|| m::number(walk.hits), |number| m::short_of(number, walk.hits)) }</span>
            { step(-1, m::PREVIOUS_HIT, "previous", "p") }
            { step(1, m::NEXT_HIT, "next", "n") }
        </div>
    }
}

fn hit_step(here: &ViewContext, next: Route, label: &'static str, way: &'static str, key: &'static str) -> Html {
    let href = next.to_string();
    let dispatch = here.dispatch.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        if !event.ctrl_key() && !event.meta_key() && !event.shift_key() {
            event.prevent_default();
            dispatch.act(RouteAction::Step(next.clone()));
        }
    });
    html! {
        <a class="button" {href} aria-label={label} data-way={way} {onclick}><kbd aria-hidden="true">{ key }</kbd></a>
    }
}
