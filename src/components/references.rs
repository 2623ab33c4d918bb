//! References: links to sources and names, words of the documents with their places.
//!
//! Rows of long lists are made of these. They are functions, not components, because a list draws thousands of them and none has a
//! state of its own.

use entente_explore::tables::{NameRef, PartyRef, Source};
use yew::prelude::*;

use super::text::{bdi, bdi_in, printed, printed_in, tag, text};
use crate::messages as m;
use crate::route::{Route, View};
use crate::screens::is_list;

/// The place of a fact, as a link: short title and number or lines.
pub(crate) fn source_link(route: &Route, source: &Source) -> Html {
    html! {
        <a class="source-link" href={passage_address(route, source)}>
            { printed_in(&source.title, source.language.as_deref()) }
            { ", " }
            <span class="at">{ text(&place_label(source)) }</span>
        </a>
    }
}

/// The place alone, if the document is named already.
pub(crate) fn place_link(route: &Route, source: &Source) -> Html {
    let place = place_label(source);
    html! {
        <a class="source-link" href={passage_address(route, source)} aria-label={m::comma(&source.title, &place)}>
            <span class="at">{ text(&place) }</span>
        </a>
    }
}

/// A place in words.
pub(crate) fn place_label(source: &Source) -> String {
    m::place_on(source.number.as_deref(), source.pages, &[source.lines])
}

/// Address of the passage; of the document where no passage is known. From a list it keeps the list, so that the reader can go on
/// to the next row.
pub(crate) fn passage_address(route: &Route, source: &Source) -> String {
    let view = passage_view(source);
    if is_list(&route.view) { route.to(view).to_string() } else { address(route, view) }
}

/// Address of the passage by itself, as it is cited.
pub(crate) fn cited_address(route: &Route, source: &Source) -> String {
    address(route, passage_view(source))
}

fn passage_view(source: &Source) -> View {
    let passage = if source.passage.is_empty() { None } else { Some(source.passage.clone()) };
    View::Document { id: source.document.clone(), passage }
}

/// The address of a view with nothing asked of it.
pub(crate) fn address(route: &Route, view: View) -> String {
    route.plain(view).to_string()
}

/// What a passage is called outside its document: `DOC:PASSAGE`.
pub(crate) fn passage_id(source: &Source) -> String {
    format!("{}:{}", source.document, source.passage)
}

/// Words of a document, in their language.
pub(crate) fn quoted_words(source: &Source) -> Html {
    printed_in(&source.quote, source.language.as_deref())
}

/// The words that support a fact.
pub(crate) fn evidence(source: &Source) -> Html {
    html! { <q class="sentence">{ bdi_in(&source.quote, source.language.as_deref()) }</q> }
}

/// A name that opens its dossier.
pub(crate) fn name_link(route: &Route, name: &NameRef) -> Html {
    let href = address(route, View::Name(name.id.clone()));
    html! { <a class="name-link" {href} data-kind={name.kind}>{ bdi(&name.name) }</a> }
}

/// Several names; empty without any.
pub(crate) fn name_list(route: &Route, names: &[NameRef]) -> Html {
    separated(names.iter().map(|name| name_link(route, name)))
}

/// A party in the words of the document, or the name that it is known by.
pub(crate) fn party(route: &Route, party: &PartyRef) -> Html {
    match &party.name {
        Some(name) => name_link(route, name),
        None => printed(&party.words),
    }
}

/// A speaker in the words of the document; words that name nobody are marked as a role.
pub(crate) fn speaker(route: &Route, speaker: &PartyRef) -> Html {
    html! {
        <>
            { party(route, speaker) }
            { " " }
            if speaker.name.is_none() {
                { tag(m::ROLE_TAG) }
            }
        </>
    }
}

/// Parties, and names, that a row of a list shows.
const SHOWN_PARTIES: usize = 4;

/// The first parties, and how many more there are; empty without any.
pub(crate) fn first_parties(route: &Route, parties: &[PartyRef]) -> Html {
    with_rest(party_list(route, &parties[..parties.len().min(SHOWN_PARTIES)]), parties.len())
}

/// The first names, and how many more there are; empty without names.
pub(crate) fn first_names(route: &Route, names: &[NameRef]) -> Html {
    with_rest(name_list(route, &names[..names.len().min(SHOWN_PARTIES)]), names.len())
}

/// What is shown of `of`, and how many more there are.
fn with_rest(shown: Html, of: usize) -> Html {
    html! {
        <>
            { shown }
            if of > SHOWN_PARTIES {
                <small>{ " " }{ m::and_more(of - SHOWN_PARTIES) }</small>
            }
        </>
    }
}

/// Several parties; empty without any.
pub(crate) fn party_list(route: &Route, parties: &[PartyRef]) -> Html {
    separated(parties.iter().map(|one| party(route, one)))
}

fn separated(links: impl ExactSizeIterator<Item = Html>) -> Html {
    if links.len() == 0 {
        return Html::default();
    }
    html! {
        <span class="name-list">
            for (n, link) in links.enumerate() {
                if n > 0 {
                    { "; " }
                }
                { link }
            }
        </span>
    }
}

/// A document's title in running text, as a link.
pub(crate) fn document_title(route: &Route, document: &str, title: &str, titled: bool) -> Html {
    let href = address(route, View::Document { id: document.to_owned(), passage: None });
    html! {
        <>
            if !titled {
                { untitled() }
            }
            <a class="title" {href}>{ bdi(title) }</a>
        </>
    }
}

/// That a document prints no title.
pub(crate) fn untitled() -> Html {
    html! { <span class="untitled">{ m::NO_TITLE }{ " " }</span> }
}
