//! Places that a check of a text has found, as links.

use entente_explore::tables::Source;
use entente_verify::report::Target;
use yew::prelude::*;

use super::references::source_link;
use super::row_tools::RowContext;
use super::text::small;
use crate::messages as m;
use crate::route::Route;

/// The place, as lists of facts have it.
pub(crate) fn source_of(target: &Target) -> Source {
    Source {
        document: target.document_id.clone(),
        title: m::cut(&target.title),
        titled: target.titled,
        passage: target.anchor.clone(),
        lines: target.lines,
        pages: target.page.map(|page| (page, page)),
        number: target.number.clone(),
        quote: target.quote.clone(),
        language: target.language.clone(),
        date: None,
    }
}

/// The place as a link.
pub(crate) fn place_of(route: &Route, target: &Target) -> Html {
    source_link(route, &source_of(target))
}

/// The place as a row of a list, with the kind of its document.
pub(crate) fn place_row(at: &RowContext, target: &Target) -> Html {
    let kind = if target.kind == "other" { m::KIND_UNKNOWN.to_owned() } else { m::kind_in_text(target.kind) };
    html! { <li>{ place_of(&at.route, target) }{ " " }{ small(&kind) }</li> }
}
