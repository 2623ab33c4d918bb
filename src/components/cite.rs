//! A citation of a passage in three forms, each to be copied.

use entente_explore::{Block, DocumentCard};

use super::fragments::plain;
use crate::actions::CopyText;
use crate::context::ViewContext;
use crate::element::{El, button, el, of};
use crate::messages as m;

/// A passage as it is cited in running text: its words, the document, the place, the marking of the file.
pub(crate) fn note(card: &DocumentCard, words: &str, place: &str, marking: Option<&str>) -> String {
    let title = card.title.as_ref().unwrap_or(&card.begins);
    let mut about = String::new();
    let date = date(card);
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

fn date(card: &DocumentCard) -> Option<String> {
    let date = card.date.as_ref()?;
    let text = date.date.to_string();
    Some(if date.supplied { format!("[{text}]") } else { text })
}

fn bibtex(card: &DocumentCard, place: &str, marking: Option<&str>) -> String {
    let title = card.title.as_ref().unwrap_or(&card.begins);
    let digest = card.id.rsplit('-').next().unwrap_or_default();
    let mut out = format!("@misc{{{digest},\n  title = {{{title}}},\n");
    let date = date(card);
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
pub(crate) fn cite(here: &ViewContext, card: &DocumentCard, block: &Block, address: &str) -> El {
    let place = m::place(block.number(), &block.lines);
    let marking = here.marking.as_deref();
    let title = card.title.as_ref().unwrap_or(&card.begins);
    let forms = [
        (m::CITE_NOTE, note(card, &plain(&block.cells), &place, marking)),
        (m::CITE_BIBTEX, bibtex(card, &place, marking)),
        (m::CITE_LINK, format!("{title}, {place} {address}")),
    ];
    let mut list = el("dl");
    for (label, text) in forms {
        let copy = button("plain-button", here.dispatch.clone(), CopyText(text.clone()))
            .attr("aria-label", m::copy_form(label))
            .child(m::COPY);
        let form = el("dd").child(of("p", "cite-text").child(text)).child(copy);
        list.push(el("div").child(el("dt").child(label)).child(form));
    }
    of("details", "cite").attr("lang", m::LANGUAGE).child(el("summary").child(m::CITE)).child(list)
}
