//! The list of documents, under the same filters as everything else.

use std::rc::Rc;

use entente_explore::DocumentList;

use crate::components::chips::chips;
use crate::components::document_line::document_line;
use crate::components::facets::{facet_panel, shared};
use crate::components::piece::piece;
use crate::context::ViewContext;
use crate::element::{El, el, of, run};
use crate::messages as m;
use crate::route::View;
use crate::visit::FIRST;

/// The view.
pub(crate) fn view(here: &ViewContext, list: &Rc<DocumentList>) -> El {
    if list.of == 0 {
        return crate::screens::not_found::view::empty();
    }
    let asked = !here.route.query.is_empty();
    let mut lines = of("ul", "document-list");
    let drawn = here.visit.drawn.min(list.documents.len());
    for first in (0..drawn).step_by(FIRST) {
        let end = (first + FIRST).min(drawn);
        let (at, list) = (here.clone(), list.clone());
        let slice = move || {
            let mut out = run();
            for card in &list.documents[first..end] {
                out.push(document_line(card, at.asked(View::Document { id: card.id.clone(), passage: None }), asked));
            }
            out
        };
        lines.push(piece(&first.to_string(), (here.serial, end, 0), Rc::new(slice)));
    }
    let nothing = list.documents.is_empty().then(|| of("p", "nothing").child(m::NO_DOCUMENT));
    let count = of("p", "count").child(m::shown(list.documents.len(), list.of, m::documents));
    let inside = el("div")
        .child(of("header", "head").child(el("h1").child(m::DOCUMENTS)))
        .child(chips(here, true))
        .child(
            of("div", "result-head").child(count).child(crate::screens::search::view::sort(here, &m::DOCUMENT_ORDERS)),
        )
        .child(nothing)
        .child(lines)
        .child(of("p", "note").child(m::DATES_AS_PRINTED));
    of("div", "page with-rail").child(facet_panel(here, &shared(&list.facets), m::DOCUMENTS)).child(inside)
}
