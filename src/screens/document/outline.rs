//! The outline beside the text: it follows the scroll. Below it, the marks along the edge as a list.

use yew::prelude::*;

use super::OpenDocument;
use super::in_view::use_in_view;
use super::text::document_address;
use crate::components::margin::line_words;
use crate::components::shared::Shared;
use crate::components::text::{bdi, text, unseen};
use crate::context::use_view_context;
use crate::messages as m;
use crate::platform::dom;

/// Marks that are listed.
const MAX_MARKS: usize = 500;

/// Properties of [`Outline`].
#[derive(Properties, PartialEq)]
pub(super) struct OutlineProps {
    pub(super) open: Shared<OpenDocument>,
}

/// The headings of the document, the section in view marked; empty without any.
#[component]
pub(super) fn Outline(props: &OutlineProps) -> Html {
    let here = use_view_context();
    let open = &props.open;
    let inside = use_in_view(open, |open, seen| open.section_at(seen?.0));
    use_effect_with(inside, |_| dom::keep_in_sight(".outline-rail", ".outline [aria-current]"));
    let (reading, walk) = (&open.reading, &open.walk);
    let here_hits = walk.hits_here.len();
    let without = here.route.with(here.route.query.with_text("")).to_string();
    html! {
        <>
            if here_hits > 0 {
                <p class="hits-here">
                    { m::hits_here(here_hits) }
                    if !here.route.query.text.is_empty() {
                        { " " }
                        <a href={without}>{ m::CLEAR }</a>
                    }
                </p>
            }
            if !reading.outline.is_empty() {
                <details class="outline" open={dom::is_wide()}>
                    <summary>{ m::OUTLINE }</summary>
                    <nav aria-label={m::OUTLINE}>
                        <ol lang={reading.card.language.clone()}>
                            for (n, entry) in reading.outline.iter().enumerate() {
                                <li key={entry.passage.as_str()} data-level={entry.level.min(5).to_string()}>
                                    <a
                                        href={document_address(&here, &reading.card.id, Some(&entry.passage))}
                                        aria-current={(inside == Some(n)).then_some("location")}
                                    >
                                        { bdi(&entry.heading) }
                                        { hits_of(open, n) }
                                    </a>
                                </li>
                            }
                        </ol>
                    </nav>
                </details>
            }
            if !open.lines.is_empty() {
                <EdgeList open={open.clone()} />
            }
        </>
    }
}

/// Hits below a heading, deeper sections included; empty without any.
fn hits_of(open: &OpenDocument, n: usize) -> Html {
    let outline = &open.reading.outline;
    let place = |n: usize| outline.get(n).and_then(|entry| open.index_of(Some(&entry.passage)));
    let next = (n + 1..outline.len()).find(|next| outline[*next].level <= outline[n].level);
    let end = next.and_then(place).unwrap_or(open.blocks.len());
    let hits = place(n).map_or(0, |from| open.walk.hits_within(from, end));
    html! {
        if hits > 0 {
            <span class="count">{ m::number(hits) }{ unseen(m::HITS_ASIDE) }</span>
        }
    }
}

/// The marks along the edge in words, each a link. It is made when it is opened.
#[component]
fn EdgeList(props: &OutlineProps) -> Html {
    let here = use_view_context();
    let is_open = use_state_eq(|| false);
    let setter = is_open.setter();
    let ontoggle = Callback::from(move |event: Event| setter.set(dom::is_unfolded(&event)));
    let open = &props.open;
    let marked = || open.blocks.iter().filter_map(|block| Some((block, open.lines.get(&block.anchor)?)));
    html! {
        <details class="edge-list" {ontoggle}>
            <summary>{ m::EDGE_MARKS }</summary>
            if *is_open {
                <p class="note">{ m::EDGE_REMARK }</p>
                <ul>
                    for (block, line) in marked().take(MAX_MARKS) {
                        <li>
                            <a href={document_address(&here, &open.reading.card.id, Some(&block.anchor))}>
                                { text(&m::place_on(block.number(), block.pages, &block.lines)) }
                            </a>
                            { " " }
                            { text(&line_words(line)) }
                        </li>
                    }
                </ul>
                if marked().count() > MAX_MARKS {
                    <p>{ m::and_more(marked().count() - MAX_MARKS) }</p>
                }
            }
        </details>
    }
}
