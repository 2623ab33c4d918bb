//! One passage of a document, in the form that its kind has.

use std::rc::Rc;

use entente_corpus::PassageKind;
use entente_explore::Block;
use yew::prelude::*;

use super::highlighted_text::{Marks, highlighted_text};
use super::text::text;
use crate::messages as m;

/// Cells of one row that are drawn: rows of tens of thousands stop a browser. The source shows all of them.
const MAX_CELLS: usize = 500;
/// Rows of one table that are drawn together.
pub(crate) const MAX_ROWS: usize = 500;

/// How passages are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Showing {
    /// Kinds of names that are marked.
    pub(crate) names: Marks,
    /// True for the source's own text, markup included.
    pub(crate) source: bool,
    /// True if a click on an address opens it.
    pub(crate) links: bool,
}

/// A passage at `address`. `tools` are what the reader can do with the passage in view, `side` is what the rest of the file has to
/// say of it.
pub(crate) fn passage(
    block: &Block,
    is_current: bool,
    address: String,
    showing: Showing,
    tools: Option<Html>,
    side: Html,
) -> Html {
    let place = m::place_on(block.number(), block.pages, &block.lines);
    let level = if block.level > 0 { Some(block.level.min(6).to_string()) } else { None };
    let hits = if block.hits > 0 { Some(block.hits.to_string()) } else { None };
    html! {
        <div
            class="passage"
            id={block.anchor.clone()}
            data-kind={block.kind.as_str()}
            data-level={level}
            data-hits={hits}
            data-template={block.template.then_some("true")}
            lang={block.language.clone()}
            tabindex="-1"
            aria-current={is_current.then_some("true")}
        >
            <a class="place" href={address} lang={m::LANGUAGE} aria-label={m::link_to(&place)}>{ text(&place) }</a>
            if showing.source {
                { source_text(block) }
            } else {
                { reading_text(block, showing) }
            }
            if let Some(tools) = tools {
                <div class="tools" lang={m::LANGUAGE}>{ tools }</div>
            }
            { side }
        </div>
    }
}

/// The passage that prints the title, drawn as the title of the page; `beside` is its address, its tools, and what the rest of the
/// file has to say of it.
pub(crate) fn titled_passage(
    block: &Block,
    is_current: bool,
    language: Option<String>,
    words: Html,
    (address, tools, side): (String, Option<Html>, Html),
) -> Html {
    let place = m::place_on(block.number(), block.pages, &block.lines);
    html! {
        <div
            class="passage title-passage"
            id={block.anchor.clone()}
            data-kind={block.kind.as_str()}
            tabindex="-1"
            aria-current={is_current.then_some("true")}
        >
            <h1 class="printed" lang={language} dir="auto">{ words }</h1>
            <a class="place" href={address} lang={m::LANGUAGE} aria-label={m::link_to(&place)}>{ text(&place) }</a>
            if let Some(tools) = tools {
                <div class="tools" lang={m::LANGUAGE}>{ tools }</div>
            }
            { side }
        </div>
    }
}

fn source_text(block: &Block) -> Html {
    html! {
        for stretch in &block.source {
            <pre class="source" dir="auto">{ text(stretch) }</pre>
        }
    }
}

/// The words of a passage as they are read.
pub(crate) fn reading_text(block: &Block, showing: Showing) -> Html {
    let is_empty_answer = block.kind == PassageKind::Answer && block.empty;
    let has_marker = !matches!(block.kind, PassageKind::Quote | PassageKind::Row);
    let marker = if has_marker { block.marker.as_ref() } else { None };
    let inside = html! {
        <>
            if let Some(marker) = marker {
                <span class="marker">{ text(marker) }{ " " }</span>
            }
            { words(block, showing) }
            if is_empty_answer {
                <span lang={m::LANGUAGE}>{ "“" }{ words(block, showing) }{ m::UNDER_THIS_HEADING }</span>
            }
        </>
    };
    match (block.kind, block.level) {
        // The document's title is the page's first heading; its own begin below.
        (PassageKind::Heading, 0 | 1) => html! { <h2 dir="auto">{ inside }</h2> },
        (PassageKind::Heading, 2) => html! { <h3 dir="auto">{ inside }</h3> },
        (PassageKind::Heading, 3) => html! { <h4 dir="auto">{ inside }</h4> },
        (PassageKind::Heading, 4) => html! { <h5 dir="auto">{ inside }</h5> },
        (PassageKind::Heading, _) => html! { <h6 dir="auto">{ inside }</h6> },
        // No heading: a form's questions are at any depth, and levels may not be skipped.
        (PassageKind::Question, _) => html! { <p class="question" dir="auto">{ inside }</p> },
        (PassageKind::Quote, _) => html! { <blockquote dir="auto">{ inside }</blockquote> },
        (
            PassageKind::Paragraph
            | PassageKind::Item
            | PassageKind::Row
            | PassageKind::Answer
            | PassageKind::Caption
            | PassageKind::Note
            | PassageKind::Code
            | PassageKind::Furniture,
            _,
        ) => html! { <p class={is_empty_answer.then_some("left-empty")} dir="auto">{ inside }</p> },
    }
}

fn words(block: &Block, showing: Showing) -> Html {
    html! {
        <>
            for cell in block.cells.iter().take(MAX_CELLS) {
                { highlighted_text(cell, showing.names, showing.links) }
            }
            { cells_left_out(block) }
        </>
    }
}

/// How many cells of a passage are not drawn; nothing if all are.
fn cells_left_out(block: &Block) -> Html {
    let left_out = block.cells.len().saturating_sub(MAX_CELLS);
    html! {
        if left_out > 0 {
            <small lang={m::LANGUAGE}>{ " " }{ m::more_cells(left_out) }</small>
        }
    }
}

/// The rows of a table together.
pub(crate) fn passage_table(rows: &[Rc<Block>], showing: Showing) -> Html {
    let heads = || rows.iter().filter(|block| block.header);
    html! {
        <div class="table" role="region" aria-label={m::TABLE_OF_DOCUMENT} tabindex="0">
            <table>
                if heads().next().is_some() {
                    <thead>
                        for block in heads() {
                            { passage_row(block, showing) }
                        }
                    </thead>
                }
                <tbody>
                    for block in rows.iter().filter(|block| !block.header) {
                        { passage_row(block, showing) }
                    }
                </tbody>
            </table>
        </div>
    }
}

fn passage_row(block: &Block, showing: Showing) -> Html {
    html! {
        <tr id={block.anchor.clone()}>
            for cell in block.cells.iter().take(MAX_CELLS) {
                if block.header {
                    <th scope="col">{ highlighted_text(cell, showing.names, showing.links) }</th>
                } else {
                    <td>{ highlighted_text(cell, showing.names, showing.links) }</td>
                }
            }
            if block.cells.len() > MAX_CELLS {
                <td>{ cells_left_out(block) }</td>
            }
        </tr>
    }
}
