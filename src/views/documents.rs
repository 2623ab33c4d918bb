//! The list of documents, under the same filters as everything else.

use std::rc::Rc;

use entente_explore::tables::Axis;
use yew::prelude::*;

use super::ViewProps;
use super::overview::document;
use crate::components::chips::chips;
use crate::components::document_line::document_line;
use crate::components::facets::{facet_panel, shared};
use crate::components::long_list::LongList;
use crate::messages as m;

/// The view.
pub(crate) fn documents(props: &ViewProps) -> Html {
    let query = &props.route.query;
    let list = props.holdings.documents(&query.with_filter(query.filter.selecting(&props.route.selection)));
    if list.of == 0 {
        return super::not_found::empty();
    }
    let route = props.route.clone();
    let toggled = props.go.reform(move |(axis, value): (Axis, String)| route.toggled(axis, &value));
    let route = props.route.clone();
    let unworded = props.go.reform(move |_: MouseEvent| route.with(route.query.with_text("")));
    let (route, cards, asked) = (props.route.clone(), Rc::new(list.documents.clone()), !query.is_empty());
    let line = Callback::from(move |n: usize| {
        let card = &cards[n];
        document_line(card, document(&route, card), asked)
    });
    let count = if query.is_empty() {
        m::documents(list.of)
    } else {
        format!("{} of {}", list.documents.len(), m::documents(list.of))
    };
    html! {
        <div class="page with-rail">
            { facet_panel(&shared(&list.facets), m::DOCUMENTS, &toggled) }
            <div>
                <header class="head"><h1>{ m::DOCUMENTS }</h1></header>
                if !query.text.is_empty() {
                    <p class="chips"><span class="chip">{ "Words: " }<bdi>{ &query.text }</bdi><button type="button" aria-label="Remove the words" onclick={unworded}>{ "×" }</button></span></p>
                }
                { chips(&props.route, &props.holdings, &props.go) }
                <p role="status">{ count }</p>
                if list.documents.is_empty() {
                    <p class="nothing">{ "No document matches. Remove a filter above to widen the list." }</p>
                }
                <LongList class="document-list" length={list.documents.len()} {line} />
                <p class="note">{ "A date is shown only as the document prints it. Where none is printed, none is made." }</p>
            </div>
        </div>
    }
}
