//! What can be done with the row of a list: cite it, copy its words, copy its link.

use std::rc::Rc;

use entente_explore::tables::Source;
use yew::prelude::*;

use super::references::{cited_address, place_label, source_link};
use crate::actions::{Copied, CopyText, Dispatch};
use crate::context::ViewContext;
use crate::messages as m;
use crate::platform::clipboard;
use crate::route::Route;

/// What rows are drawn with beside their data. It stays while a list does, so that rows are not drawn again.
#[derive(Clone)]
pub(crate) struct RowContext {
    pub(crate) route: Rc<Route>,
    dispatch: Dispatch,
    marking: Option<Rc<str>>,
}

impl From<&ViewContext> for RowContext {
    fn from(here: &ViewContext) -> Self {
        Self { route: here.route.clone(), dispatch: here.dispatch.clone(), marking: here.marking.clone() }
    }
}

/// Where a row's fact stands, with the row's tools, which show on the row that the reader points at.
pub(crate) fn source_cell(at: &RowContext, source: &Source) -> Html {
    html! { <>{ source_link(&at.route, source) }{ row_tools(at, source) }</> }
}

/// The tools of a row.
pub(crate) fn row_tools(at: &RowContext, source: &Source) -> Html {
    let reference = m::comma(&source.title, &place_label(source));
    let marking = at.marking.as_deref().map(|marking| format!(" [{marking}]")).unwrap_or_default();
    let quotation = format!("{} {reference}.{marking}", m::quoted(&source.quote));
    let link = clipboard::address(&reference, &cited_address(&at.route, source));
    let note = format!("{quotation} {link}");
    let tools = [
        ("note", m::CITE, Copied::Note, note),
        ("quote", m::COPY, Copied::Quotation, quotation),
        ("link", m::LINK, Copied::Link, link),
    ];
    html! {
        <span class="row-tools" role="group" aria-label={m::ROW_TOOLS}>
            for (does, label, what, text) in tools {
                <button class="plain-button" type="button" data-does={does} onclick={copy(at, what, text)}>{ label }</button>
            }
        </span>
    }
}

fn copy(at: &RowContext, what: Copied, text: String) -> Callback<MouseEvent> {
    let dispatch = at.dispatch.clone();
    Callback::from(move |_| dispatch.act(CopyText(what, text.clone())))
}
