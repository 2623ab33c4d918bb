//! The row of a list that the reader is at: what is known of it, and its passage in its place.

use entente_explore::tables::Source;
use yew::prelude::*;

use super::citation::{citation, copy_buttons};
use super::facts_list::facts_list;
use super::passage::{Showing, reading_text};
use super::references::source_link;
use super::text::bdi_in;
use crate::context::ViewContext;
use crate::messages as m;
use crate::route::View;

/// What the column shows of a row.
pub(crate) struct RowFacts<'a> {
    /// What the row is called, in the words of the document.
    pub(crate) name: &'a str,
    /// Where it opens; `None` if it has no screen of its own.
    pub(crate) open: Option<String>,
    /// What is known of it.
    pub(crate) facts: Vec<(&'static str, Option<Html>)>,
    /// Its place.
    pub(crate) source: &'a Source,
}

/// The index of the row that the reader is at among the ids of the rows' elements: the first, if at none.
pub(crate) fn current_row(here: &ViewContext, ids: impl Iterator<Item = String>) -> usize {
    let Some(row) = &here.visit.row else { return 0 };
    ids.enumerate().find(|(_, id)| id == row).map_or(0, |(n, _)| n)
}

/// The column; `None` if there is no room, or the row has no passage.
pub(crate) fn list_preview(here: &ViewContext, place: (usize, usize), row: RowFacts) -> Option<Html> {
    let found = here.preview.as_ref()?;
    let showing = Showing { names: here.display.highlights, source: false, links: false };
    let (card, block) = (&found.card, &found.block);
    let view = View::Document { id: card.id.clone(), passage: Some(block.anchor.clone()) };
    let href = here.route.to(view).to_string();
    let (n, total) = place;
    Some(html! {
        <aside class="preview" aria-label={m::PREVIEW}>
            <header>
                <p class="crumb">
                    <span>{ m::n_of(n + 1, total) }</span>
                    if let Some(href) = row.open {
                        <a {href}>{ m::OPEN }</a>
                    }
                </p>
                <h2 class="printed">{ bdi_in(row.name, row.source.language.as_deref()) }</h2>
            </header>
            { facts_list(row.facts) }
            <h3>{ m::WHERE_IT_STANDS }</h3>
            <p>{ source_link(&here.route, row.source) }</p>
            <div class="text" lang={card.language.clone()}>
                if let Some(before) = &found.before {
                    <div class="near">{ reading_text(before, Showing { names: 0, ..showing }) }</div>
                }
                <div class="chosen" lang={block.language.clone()}>
                    { reading_text(block, showing) }
                    <div class="tools" lang={m::LANGUAGE}>
                        { citation(here, card, block, &href) }
                        { copy_buttons(here, card, block, &href) }
                    </div>
                </div>
                if let Some(after) = &found.after {
                    <div class="near">{ reading_text(after, Showing { names: 0, ..showing }) }</div>
                }
            </div>
        </aside>
    })
}
