//! A document in two lines: its title, and what is known of it.

use entente_explore::DocumentCard;

use super::cells::untitled;
use super::date_label::date_label;
use crate::element::{El, bdi, el, link, of, printed, run};
use crate::messages as m;

/// The line of a document; where something is asked, with the passages that match.
pub(crate) fn document_line(card: &DocumentCard, address: String, asked: bool) -> El {
    let publisher = match &card.publisher {
        Some(publisher) => el("span").child(printed(publisher)),
        None => of("span", "missing").child(m::NO_PUBLISHER),
    };
    let facts = of("p", "facts")
        .child(date_label(card.date.as_ref(), card.edition.as_deref()))
        .child((card.kind.as_str() != "other").then(|| el("span").child(m::kind(card.kind.as_str()))))
        .child(publisher)
        .child(el("span").child(card.language.as_deref().map_or(m::NO_LANGUAGE, m::language)))
        .child(el("span").child(m::words(card.words)))
        .child(el("span").child(m::passages(card.passages)))
        .child(el("span").child(m::size(card.bytes)))
        .child(asked.then(|| el("strong").child(m::passages_found(card.matching))));
    of("li", "document-line").key(&card.id).child(title(card, Some(address))).child(facts)
}

/// The title as printed; in brackets where supplied; else that none is printed, and the first words.
pub(crate) fn title(card: &DocumentCard, address: Option<String>) -> El {
    let linked = match address {
        Some(address) => link("title", address),
        None => of("span", "title"),
    };
    let words = match &card.title {
        Some(title) if card.title_supplied => bdi(&format!("[{title}]")),
        Some(title) => bdi(title),
        None => bdi(&card.begins),
    };
    run().child(card.title.is_none().then(untitled)).child(linked.child(words.attr("lang", &card.language)))
}
