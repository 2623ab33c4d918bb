//! A citation of a passage in three forms, each to be copied; the buttons that copy a passage or its address.

use crate::actions::{Copied, CopyText};
use entente_explore::{Block, DocumentCard};
use yew::prelude::*;

use super::highlighted_text::plain_text;
use super::text::text;
use crate::context::ViewContext;
use crate::context::on_event;
use crate::messages as m;
use crate::platform::clipboard;
use crate::route::View;

/// A passage as it is cited in running text: its words, the document, the place, the marking of the file.
pub(crate) fn citation_note(here: &ViewContext, card: &DocumentCard, words: &str, place: &str) -> String {
    note(card, words, place, marking(here))
}

/// How the packer wants the file to be handled.
fn marking(here: &ViewContext) -> Option<&str> {
    here.marking.as_deref()
}

fn note(card: &DocumentCard, words: &str, place: &str, marking: Option<&str>) -> String {
    let title = card.title.as_ref().unwrap_or(&card.begins);
    let mut about = String::new();
    let date = cited_date(card);
    for part in [&card.publisher, &date, &card.symbol].into_iter().flatten() {
        about.push_str(if about.is_empty() { " (" } else { ", " });
        about.push_str(part);
    }
    if !about.is_empty() {
        about.push(')');
    }
    let marking = marking.map(|marking| format!(" [{marking}]")).unwrap_or_default();
    format!("“{words}” {title}{about}, {place}.{marking}")
}

fn cited_date(card: &DocumentCard) -> Option<String> {
    let date = card.date.as_ref()?;
    let text = date.date.to_string();
    Some(if date.supplied { format!("[{text}]") } else { text })
}

fn bibtex(card: &DocumentCard, place: &str, marking: Option<&str>) -> String {
    let title = card.title.as_ref().unwrap_or(&card.begins);
    let digest = card.id.rsplit('-').next().unwrap_or_default();
    let mut out = format!("@misc{{{digest},\n  title = {{{title}}},\n");
    let date = cited_date(card);
    for (field, value) in [("author", &card.publisher), ("date", &date), ("number", &card.symbol), ("url", &card.url)] {
        if let Some(value) = value {
            out.push_str("  ");
            out.push_str(field);
            out.push_str(" = {");
            out.push_str(value);
            out.push_str("},\n");
        }
    }
    if let Some(marking) = marking {
        out.push_str(&format!("  keywords = {{{marking}}},\n"));
    }
    out + "  note = {" + place + "}\n}"
}

/// The folded citation.
pub(crate) fn citation(here: &ViewContext, card: &DocumentCard, block: &Block, address: &str) -> Html {
    let place = m::place(block.number(), &block.lines);
    let title = card.title.as_ref().unwrap_or(&card.begins);
    let forms = [
        (m::CITE_NOTE, Copied::Note, note(card, &plain_text(&block.cells), &place, marking(here))),
        (m::CITE_BIBTEX, Copied::BibTeX, bibtex(card, &place, marking(here))),
        (m::CITE_LINK, Copied::Link, format!("{title}, {place} {address}")),
    ];
    html! {
        <details class="cite" lang={m::LANGUAGE}>
            <summary>{ m::CITE }</summary>
            <dl>
                for (label, what, form) in forms {
                    <div>
                        <dt>{ label }</dt>
                        <dd>
                            <p class="cite-text">{ text(&form) }</p>
                            <button
                                class="plain-button"
                                type="button"
                                aria-label={m::copy_form(label)}
                                onclick={on_event(here, CopyText(what, form))}
                            >
                                { m::COPY }
                            </button>
                        </dd>
                    </div>
                }
            </dl>
        </details>
    }
}

/// Buttons that copy a passage with its source, and its address; the way to its earlier and later wordings.
pub(crate) fn copy_buttons(here: &ViewContext, card: &DocumentCard, block: &Block, address: &str) -> Html {
    let place = m::place(block.number(), &block.lines);
    let title = card.title.as_ref().unwrap_or(&card.begins);
    let quote = citation_note(here, card, &plain_text(&block.cells), &place);
    let link = clipboard::address(&m::comma(title, &place), address);
    let history = here.link(View::History(format!("{}:{}", card.id, block.anchor)));
    html! {
        <>
            <button class="plain-button" type="button" data-does="quote" onclick={on_event(here, CopyText(Copied::Quotation, quote))}>
                { m::COPY_QUOTE }
            </button>
            <button class="plain-button" type="button" data-does="link" onclick={on_event(here, CopyText(Copied::Link, link))}>
                { m::COPY_LINK }
            </button>
            <a class="tool-link" href={history}>{ m::HISTORY_TOOL }</a>
        </>
    }
}
