//! A document in two lines: its title, and what is known of it.

use entente_explore::DocumentCard;
use yew::prelude::*;

use super::date_label::date_label;
use super::references::untitled;
use super::text::{bdi_in, printed};
use crate::messages as m;

/// The line of a document. It counts the passages that match if something is `asked`.
pub(crate) fn document_line(card: &DocumentCard, address: String, asked: bool) -> Html {
    let language = card.language.as_deref().map_or(m::NO_LANGUAGE, m::language);
    html! {
        <li class="document-line" key={card.id.as_str()}>
            { title(card, Some(address)) }
            <p class="facts">
                { date_label(card.date.as_ref(), card.edition.as_deref()) }
                { kind(card) }
                if let Some(publisher) = &card.publisher {
                    <span>{ printed(publisher) }</span>
                } else {
                    <span class="missing">{ m::NO_PUBLISHER }</span>
                }
                <span>{ language }</span>
                <span>{ m::words(card.words) }</span>
                <span>{ m::passages(card.passages) }</span>
                <span>{ m::size(card.bytes) }</span>
                if asked {
                    <strong>{ m::passages_found(card.matching) }</strong>
                }
            </p>
        </li>
    }
}

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
