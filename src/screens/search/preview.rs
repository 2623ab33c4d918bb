//! The passage chosen among the results, in its place, with its tools.

use entente_explore::Block;
use entente_explore::tables::Preview;
use yew::prelude::*;

use crate::components::citation::{citation, copy_buttons};
use crate::components::date_label::date_label;
use crate::components::document_line;
use crate::components::margin::margin_parts;
use crate::components::passage::{Showing, reading_text};
use crate::components::text::text;
use crate::context::ViewContext;
use crate::messages as m;
use crate::route::View;

/// The column.
pub(super) fn preview(here: &ViewContext, found: &Preview) -> Html {
    let showing = Showing { names: here.display.highlights, source: false, links: false };
    let (card, block) = (&found.card, &found.block);
    let view = View::Document { id: card.id.clone(), passage: Some(block.anchor.clone()) };
    let cited = here.link(view.clone());
    let href = here.route.to(view).to_string();
    html! {
        <aside class="preview" aria-label={m::PREVIEW}>
            <header>
                <h2>{ document_line::title(card, None) }</h2>
                <p class="facts">
                    <span>{ text(&m::place_on(block.number(), block.pages, &block.lines)) }</span>
                    { date_label(card.date.as_ref(), card.edition.as_deref()) }
                </p>
            </header>
            <div class="text" lang={card.language.clone()}>
                { neighbour(found.before.as_ref(), showing) }
                <div class="chosen" lang={block.language.clone()}>
                    { reading_text(block, showing) }
                    <div class="tools" lang={m::LANGUAGE}>
                        <a class="plain-button" href={href.clone()}>{ m::OPEN }</a>
                        { citation(here, card, block, &cited) }
                        { copy_buttons(here, card, block, &cited) }
                    </div>
                </div>
                { neighbour(found.after.as_ref(), showing) }
            </div>
            if let Some(margin) = &found.margin {
                <div class="side">{ margin_parts(&here.route, margin) }</div>
            }
        </aside>
    }
}

/// The passage before or after, without its names marked.
fn neighbour(block: Option<&Block>, showing: Showing) -> Html {
    html! {
        if let Some(block) = block {
            <div class="near">{ reading_text(block, Showing { names: 0, ..showing }) }</div>
        }
    }
}
