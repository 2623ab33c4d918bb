//! What stands in cells: links to sources and names, words of the documents.

use entente_explore::tables::{NameRef, PartyRef, Source};

use crate::context::ViewContext;
use crate::element::{El, bdi, el, link, of, printed, run, tag};
use crate::messages as m;
use crate::route::View;

/// The place a fact stands in, as a link: short title and number or lines.
pub(crate) fn source(here: &ViewContext, source: &Source) -> El {
    link("source-link", address(here, source))
        .child(printed(&source.title).attr("lang", &source.language))
        .child(", ")
        .child(of("span", "at").child(at(source)))
}

/// The place alone, where the document is named already.
pub(crate) fn place(here: &ViewContext, source: &Source) -> El {
    let at = at(source);
    link("source-link", address(here, source))
        .attr("aria-label", m::comma(&source.title, &at))
        .child(of("span", "at").child(at))
}

/// A place in words.
pub(crate) fn at(source: &Source) -> String {
    m::place(source.number.as_deref(), &[source.lines])
}

/// Address of the passage.
pub(crate) fn address(here: &ViewContext, source: &Source) -> String {
    let passage = Some(source.passage.clone()).filter(|passage| !passage.is_empty());
    here.link(View::Document { id: source.document.clone(), passage })
}

/// What a passage is called outside its document: `DOC:PASSAGE`.
pub(crate) fn public(source: &Source) -> String {
    format!("{}:{}", source.document, source.passage)
}

/// Words of a document, in their language.
pub(crate) fn words(source: &Source) -> El {
    printed(&source.quote).attr("lang", &source.language)
}

/// The words a fact stands on.
pub(crate) fn quote(source: &Source) -> El {
    of("q", "sentence").child(bdi(&source.quote).attr("lang", &source.language))
}

/// A name that opens its dossier.
pub(crate) fn name(here: &ViewContext, name: &NameRef) -> El {
    link("name-link", here.link(View::Name(name.id.clone()))).attr("data-kind", name.kind).child(bdi(&name.name))
}

/// Several names.
pub(crate) fn names(here: &ViewContext, list: &[NameRef]) -> El {
    if list.is_empty() {
        return run();
    }
    let mut out = of("span", "name-list");
    for (n, one) in list.iter().enumerate() {
        out.push((n > 0).then_some("; "));
        out.push(name(here, one));
    }
    out
}

/// Somebody in the words of the document.
pub(crate) fn party(here: &ViewContext, party: &PartyRef) -> El {
    match &party.name {
        Some(named) => name(here, named),
        None => printed(&party.words),
    }
}

/// A speaker in the words of the document; words that name nobody are called a role.
pub(crate) fn speaker(here: &ViewContext, speaker: &PartyRef) -> El {
    let role = speaker.name.is_none().then(|| tag(m::ROLE_TAG));
    run().child(party(here, speaker)).child(" ").child(role)
}

/// Several of them.
pub(crate) fn parties(here: &ViewContext, list: &[PartyRef]) -> El {
    if list.is_empty() {
        return run();
    }
    let mut out = of("span", "name-list");
    for (n, one) in list.iter().enumerate() {
        out.push((n > 0).then_some("; "));
        out.push(party(here, one));
    }
    out
}

/// A document's title in running text.
pub(crate) fn title(here: &ViewContext, document: &str, title: &str, titled: bool) -> El {
    let address = here.link(View::Document { id: document.to_owned(), passage: None });
    run().child((!titled).then(untitled)).child(link("title", address).child(bdi(title)))
}

/// That a document prints no title.
pub(crate) fn untitled() -> El {
    of("span", "untitled").child(m::NO_TITLE).child(" ")
}

/// A bar behind or under a row, as wide as `count` is of `most`.
pub(crate) fn bar(class: &'static str, count: usize, most: usize) -> El {
    let rect = el("rect").attr("width", format!("{}%", count * 100 / most.max(1))).attr("height", "100%");
    of("svg", class).attr("aria-hidden", "true").child(rect)
}
