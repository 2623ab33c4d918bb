//! One passage of a document, in the form that its kind has.

use std::rc::Rc;

use entente_corpus::PassageKind;
use entente_explore::Block;
use yew::prelude::*;

use super::fragments::{Marks, fragments};
use crate::messages as m;

/// How passages are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Showing {
    /// Kinds of names that are marked.
    pub(crate) names: Marks,
    /// The source's own text, markup included.
    pub(crate) source: bool,
    /// Addresses open.
    pub(crate) links: bool,
}

#[derive(Properties, PartialEq)]
pub(crate) struct PassageProps {
    pub(crate) block: Rc<Block>,
    /// This is the passage that the link names.
    pub(crate) current: bool,
    /// Address of the passage.
    pub(crate) link: AttrValue,
    pub(crate) showing: Showing,
    /// What the reader can do with the passage in view.
    #[prop_or_default]
    pub(crate) tools: Html,
    /// What the rest of the file has to say of it.
    #[prop_or_default]
    pub(crate) side: Html,
}

#[component]
pub(crate) fn PassageView(props: &PassageProps) -> Html {
    let block = &props.block;
    let place = m::lines(&block.lines);
    let level = block.level.min(6).to_string();
    html! {
        <div
            class="passage"
            id={block.anchor.clone()}
            data-kind={block.kind.as_str()}
            data-level={(block.level > 0).then_some(level)}
            data-template={block.template.then_some("true")}
            data-hits={(block.hits > 0).then(|| block.hits.to_string())}
            aria-current={props.current.then_some("true")}
            lang={block.language.clone()}
            tabindex="-1"
        >
            <a class="place" href={props.link.clone()} lang="en" aria-label={format!("Link to this passage, {place}")}>{ place.clone() }</a>
            { if props.showing.source { source(block) } else { reading(block, props.showing) } }
            if props.current {
                <div class="tools" lang="en">{ props.tools.clone() }</div>
            }
            { props.side.clone() }
        </div>
    }
}

fn source(block: &Block) -> Html {
    block.source.iter().map(|stretch| html! { <pre class="source" dir="auto">{ stretch }</pre> }).collect()
}

fn reading(block: &Block, showing: Showing) -> Html {
    let words = || block.cells.iter().map(|cell| fragments(cell, showing.names, showing.links)).collect::<Html>();
    let marker = block.marker.as_ref().map(|marker| html! { <span class="marker">{ marker }{ " " }</span> });
    match block.kind {
        // The document's title is the page's first heading; its own begin below.
        PassageKind::Heading => match block.level {
            0 | 1 => html! { <h2 dir="auto">{ marker }{ words() }</h2> },
            2 => html! { <h3 dir="auto">{ marker }{ words() }</h3> },
            3 => html! { <h4 dir="auto">{ marker }{ words() }</h4> },
            4 => html! { <h5 dir="auto">{ marker }{ words() }</h5> },
            _ => html! { <h6 dir="auto">{ marker }{ words() }</h6> },
        },
        // No heading: a form's questions stand at any depth, and levels may not be skipped.
        PassageKind::Question => html! { <p class="question" dir="auto">{ marker }{ words() }</p> },
        PassageKind::Quote => html! { <blockquote dir="auto">{ words() }</blockquote> },
        PassageKind::Row => html! { <p dir="auto">{ words() }</p> },
        PassageKind::Answer if block.empty => html! {
            <p class="left-empty" dir="auto">{ marker }{ words() }<span lang="en">{ "“" }{ words() }{ "” under this heading" }</span></p>
        },
        _ => html! { <p dir="auto">{ marker }{ words() }</p> },
    }
}

#[derive(Properties, PartialEq)]
pub(crate) struct TableProps {
    /// Rows of one table.
    pub(crate) rows: Vec<Rc<Block>>,
    pub(crate) showing: Showing,
}

/// The rows of a table together.
#[component]
pub(crate) fn TableView(props: &TableProps) -> Html {
    let row = |block: &Rc<Block>| {
        let cell = |cell: &Vec<entente_explore::Fragment>| {
            let words = fragments(cell, props.showing.names, props.showing.links);
            if block.header {
                html! { <th scope="col">{ words }</th> }
            } else {
                html! { <td>{ words }</td> }
            }
        };
        html! { <tr id={block.anchor.clone()}>{ for block.cells.iter().map(cell) }</tr> }
    };
    let (heads, rows): (Vec<_>, Vec<_>) = props.rows.iter().partition(|block| block.header);
    html! {
        <div class="table" role="region" aria-label="Table of the document" tabindex="0">
            <table>
                if !heads.is_empty() { <thead>{ for heads.into_iter().map(row) }</thead> }
                <tbody>{ for rows.into_iter().map(row) }</tbody>
            </table>
        </div>
    }
}
