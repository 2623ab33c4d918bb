//! What stands in cells: links to sources and names, words of the documents.

use entente_explore::tables::{NameRef, PartyRef, Source};
use yew::prelude::*;

use crate::messages as m;
use crate::route::{Route, View};

/// The place a fact stands in, as a link: short title and number or lines.
pub(crate) fn source(route: &Route, source: &Source) -> Html {
    html! {
        <a class="source-link" href={address(route, source)}>
            <bdi class="printed" lang={source.language.clone()}>{ &source.title }</bdi>{ ", " }<span class="at">{ at(source) }</span>
        </a>
    }
}

/// The place alone, where the document is named already.
pub(crate) fn place(route: &Route, source: &Source) -> Html {
    html! { <a class="source-link" href={address(route, source)} aria-label={format!("{}, {}", source.title, at(source))}><span class="at">{ at(source) }</span></a> }
}

fn at(source: &Source) -> String {
    m::place(source.number.as_deref(), &[source.lines])
}

/// Address of the passage.
pub(crate) fn address(route: &Route, source: &Source) -> String {
    let passage = Some(source.passage.clone()).filter(|passage| !passage.is_empty());
    route.plain(View::Document { id: source.document.clone(), passage }).to_string()
}

/// The words a fact stands on.
pub(crate) fn quote(source: &Source) -> Html {
    html! { <q class="sentence"><bdi lang={source.language.clone()}>{ &source.quote }</bdi></q> }
}

/// A name that opens its dossier.
pub(crate) fn name(route: &Route, name: &NameRef) -> Html {
    let link = route.plain(View::Name(name.id.clone())).to_string();
    html! { <a class="name-link" data-kind={name.kind} href={link}><bdi>{ &name.name }</bdi></a> }
}

/// Several names.
pub(crate) fn names(route: &Route, list: &[NameRef]) -> Html {
    let items = list.iter().enumerate().map(|(n, one)| html! { <>if n > 0 { { "; " } }{ name(route, one) }</> });
    html! { <span class="name-list">{ for items }</span> }
}

/// Somebody in the words of the document.
pub(crate) fn party(route: &Route, party: &PartyRef) -> Html {
    match &party.name {
        Some(named) => name(route, named),
        None => html! { <bdi class="printed">{ &party.words }</bdi> },
    }
}

/// A speaker in the words of the document; words that name nobody are called a role.
pub(crate) fn speaker(route: &Route, speaker: &PartyRef) -> Html {
    let tag = speaker.name.is_none().then(|| html! { <span class="tag">{ m::ROLE_TAG }</span> });
    html! { <>{ party(route, speaker) }{ " " }{ tag }</> }
}

/// Several of them.
pub(crate) fn parties(route: &Route, list: &[PartyRef]) -> Html {
    let items = list.iter().enumerate().map(|(n, one)| html! { <>if n > 0 { { "; " } }{ party(route, one) }</> });
    html! { <span class="name-list">{ for items }</span> }
}

/// A document's title in running text.
pub(crate) fn title(route: &Route, document: &str, title: &str, titled: bool) -> Html {
    let link = route.plain(View::Document { id: document.to_owned(), passage: None }).to_string();
    html! {
        <>if !titled { <span class="untitled">{ m::NO_TITLE }{ " " }</span> }<a class="title" href={link}><bdi>{ title }</bdi></a></>
    }
}
