//! What a document is called, and its kind.

use entente_explore::DocumentCard;
use yew::prelude::*;

use super::references::untitled;
use super::text::bdi_in;
use crate::messages as m;

/// The kind of the document, unless nothing is known of it.
pub(crate) fn kind(card: &DocumentCard) -> Html {
    let kind = card.kind.as_str();
    html! {
        if kind != "other" {
            <span>{ m::kind(kind) }</span>
        }
    }
}

/// The title as printed, in brackets if the packer supplied it. Without a title, the first words and a note that none is printed.
pub(crate) fn title(card: &DocumentCard, address: Option<String>) -> Html {
    let language = card.language.as_deref();
    let words = match &card.title {
        Some(title) if card.title_supplied => bdi_in(&format!("[{title}]"), language),
        Some(title) => bdi_in(title, language),
        None => bdi_in(&card.begins, language),
    };
    html! {
        <>
            if card.title.is_none() {
                { untitled() }
            }
            if let Some(href) = address {
                <a class="title" {href}>{ words }</a>
            } else {
                <span class="title">{ words }</span>
            }
        </>
    }
}
