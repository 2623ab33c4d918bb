//! A document in two lines: its title, and what is known of it.

use entente_explore::DocumentCard;
use yew::prelude::*;

use super::date_label::date_label;
use crate::messages as m;

/// The line of a document; where something is asked, with the passages that match.
pub(crate) fn document_line(card: &DocumentCard, link: String, asked: bool) -> Html {
    let link = AttrValue::from(link);
    let language = card.language.as_deref().map_or(m::NO_LANGUAGE, m::language).to_owned();
    html! {
        <li class="document-line" key={card.id.clone()}>
            { title(card, Some(&link)) }
            <p class="facts">
                { date_label(card.date.as_ref(), card.edition.as_deref()) }
                if card.kind.as_str() != "other" { <span>{ m::kind(card.kind.as_str()) }</span> }
                <span>{ publisher(card) }</span>
                <span>{ language }</span>
                <span>{ m::words(card.words) }</span>
                <span>{ m::passages(card.passages) }</span>
                <span>{ m::size(card.bytes) }</span>
                if asked { <strong>{ format!("{} found", m::passages(card.matching)) }</strong> }
            </p>
        </li>
    }
}

/// The title as printed; in brackets where supplied; else that none is printed, and the first words.
pub(crate) fn title(card: &DocumentCard, link: Option<&AttrValue>) -> Html {
    let language = card.language.clone();
    let linked = |words: Html| match link {
        Some(link) => html! { <a class="title" href={link.clone()}>{ words }</a> },
        None => html! { <span class="title">{ words }</span> },
    };
    match &card.title {
        Some(title) if card.title_supplied => linked(html! { <bdi lang={language}>{ "[" }{ title }{ "]" }</bdi> }),
        Some(title) => linked(html! { <bdi lang={language}>{ title }</bdi> }),
        None => {
            html! { <><span class="untitled">{ m::NO_TITLE }{ " " }</span>{ linked(html! { <bdi lang={language}>{ &card.begins }</bdi> }) }</> }
        }
    }
}

fn publisher(card: &DocumentCard) -> Html {
    match &card.publisher {
        Some(publisher) => html! { <bdi class="printed">{ publisher }</bdi> },
        None => html! { <span class="missing">{ m::NO_PUBLISHER }</span> },
    }
}
