//! The passage chosen among the results, in its place, with its tools.

use entente_explore::tables::Preview;

use crate::actions::CopyText;
use crate::components::block::{self, Showing};
use crate::components::cite::{cite, note};
use crate::components::date_label::date_label;
use crate::components::fragments::plain;
use crate::components::{document_line, margin};
use crate::context::ViewContext;
use crate::element::{El, button, el, link, of, run};
use crate::messages as m;
use crate::platform::clipboard;
use crate::route::View;

/// The column.
pub(crate) fn preview(here: &ViewContext, found: &Preview) -> El {
    let showing = Showing { names: here.display.highlights, source: false, links: false };
    let card = &found.card;
    let block = &found.block;
    let view = View::Document { id: card.id.clone(), passage: Some(block.anchor.clone()) };
    let address = here.asked(view);
    let place = m::place(block.number(), &block.lines);
    let title = card.title.as_ref().unwrap_or(&card.begins);
    let marking = here.marking.as_deref();
    let quote = note(card, &plain(&block.cells), &place, marking);
    let copied = clipboard::address(&m::comma(title, &place), &address);
    let tools = of("div", "tools")
        .child(link("plain-button", address.clone()).child(m::OPEN))
        .child(cite(here, card, block, &address))
        .child(
            button("plain-button", here.dispatch.clone(), CopyText(quote))
                .attr("data-does", "quote")
                .child(m::COPY_QUOTE),
        )
        .child(
            button("plain-button", here.dispatch.clone(), CopyText(copied))
                .attr("data-does", "link")
                .child(m::COPY_LINK),
        );
    let near = |block: &Option<entente_explore::Block>| {
        block.as_ref().map(|block| of("div", "near").child(block::reading(block, Showing { names: 0, ..showing })))
    };
    let text = of("div", "text")
        .attr("lang", &card.language)
        .child(near(&found.before))
        .child(
            of("div", "chosen")
                .attr("lang", &block.language)
                .child(block::reading(block, showing))
                .child(tools.attr("lang", m::LANGUAGE)),
        )
        .child(near(&found.after));
    let head = el("header").child(el("h2").child(document_line::title(card, None))).child(
        of("p", "facts").child(el("span").child(place)).child(date_label(card.date.as_ref(), card.edition.as_deref())),
    );
    let side = found.margin.as_ref().map(|margin| of("div", "side").child(margin::parts(here, margin)));
    of("aside", "preview").attr("aria-label", m::PREVIEW).child(head).child(text).child(side.unwrap_or_else(run))
}
