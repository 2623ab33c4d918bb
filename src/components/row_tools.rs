//! What can be done with the row of a list: cite it, copy its words, copy its link, collect it.

use std::rc::Rc;

use entente_brief::Reference;
use entente_explore::tables::Source;
use yew::prelude::*;

use super::references::{address, cited_address, place_label, source_link};
use crate::actions::{Action, BriefAction, Cite, Copied, CopyText, Dispatch};
use crate::context::ViewContext;
use crate::messages as m;
use crate::platform::clipboard;
use crate::route::{Route, View};

/// What rows are drawn with beside their data. It stays while a list does, so that rows are not drawn again.
#[derive(Clone)]
pub(crate) struct RowContext {
    pub(crate) route: Rc<Route>,
    dispatch: Dispatch,
    marking: Option<Rc<str>>,
    /// What stands above the row if it is the first of its year.
    pub(crate) first_of_year: Option<AttrValue>,
}

impl RowContext {
    /// The same for row `n` of `rows`, with its year if that is another one than that of the row before. Rows of one year need no line
    /// that says so.
    pub(crate) fn of_year(&self, n: usize, rows: usize, year: impl Fn(usize) -> Option<u32>) -> Self {
        let own = year(n);
        let begins = n == 0 || year(n - 1) != own;
        let has_several = year(0) != year(rows.saturating_sub(1));
        let label = || own.map_or(AttrValue::from(m::NO_DATE), |year| year.to_string().into());
        Self { first_of_year: (begins && has_several).then(label), ..self.clone() }
    }
}

impl PartialEq for RowContext {
    /// A list is drawn anew for another link only.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.route, &other.route)
    }
}

impl From<&ViewContext> for RowContext {
    fn from(here: &ViewContext) -> Self {
        Self {
            route: here.route.clone(),
            dispatch: here.dispatch.clone(),
            marking: here.marking.clone(),
            first_of_year: None,
        }
    }
}

/// The place of a row's fact, with the row's tools, which show on the row that the reader points at. What is collected is the passage.
pub(crate) fn source_cell(at: &RowContext, source: &Source) -> Html {
    fact_cell(at, source, passage_reference(source))
}

/// The same for a fact that is collected by its own name.
pub(crate) fn fact_cell(at: &RowContext, source: &Source, reference: Reference) -> Html {
    html! { <>{ source_link(&at.route, source) }{ row_tools(at, source, reference) }</> }
}

/// The passage of a fact, as the brief calls it.
pub(crate) fn passage_reference(source: &Source) -> Reference {
    Reference::Passage(source.document.clone(), source.passage.clone())
}

/// The tools of a place; what is collected is its passage.
pub(crate) fn source_tools(at: &RowContext, source: &Source) -> Html {
    row_tools(at, source, passage_reference(source))
}

/// The tools of a row; `reference` is what is collected.
pub(crate) fn row_tools(at: &RowContext, source: &Source, reference: Reference) -> Html {
    let title = m::comma(&source.title, &place_label(source));
    let marking = at.marking.as_deref().map(|marking| format!(" [{marking}]")).unwrap_or_default();
    let quotation = format!("{} {title}.{marking}", m::quoted(&source.quote));
    let link = clipboard::address(&title, &cited_address(&at.route, source));
    let passage = (!source.passage.is_empty()).then(|| source.passage.clone());
    let cite = Cite { document: source.document.clone(), passage, words: Some(source.quote.clone()) };
    html! {
        <span class="row-tools" role="group" aria-label={m::ROW_TOOLS}>
            { tool(at, "note", m::CITE, cite) }
            { tool(at, "quote", m::COPY, CopyText(Copied::Quotation, quotation)) }
            { tool(at, "link", m::LINK, CopyText(Copied::Link, link)) }
            { tool(at, "collect", m::COLLECT, BriefAction::Collect(reference)) }
        </span>
    }
}

/// The tools of a row that is a document or a name by itself: its link, and how a document is cited.
pub(crate) fn whole_tools(at: &RowContext, title: &str, view: View) -> Html {
    let link = clipboard::address(title, &address(&at.route, view.clone()));
    html! {
        <span class="row-tools" role="group" aria-label={m::ROW_TOOLS}>
            if let View::Document { id, passage } = view {
                { tool(at, "note", m::CITE, Cite { document: id, passage, words: None }) }
            }
            { tool(at, "link", m::LINK, CopyText(Copied::Link, link)) }
        </span>
    }
}

fn tool(at: &RowContext, does: &'static str, label: &'static str, action: impl Action) -> Html {
    let dispatch = at.dispatch.clone();
    let onclick = Callback::from(move |_: MouseEvent| dispatch.act(action.clone()));
    html! { <button class="plain-button" type="button" data-does={does} {onclick}>{ label }</button> }
}
