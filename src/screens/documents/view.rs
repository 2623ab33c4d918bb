//! The list of documents, under the same filters as everything else.

use entente_explore::DocumentList;
use yew::prelude::*;

use crate::components::chips::Chips;
use crate::components::document_line::document_line;
use crate::components::facets::facet_panel;
use crate::components::long_list::{LongList, Rows};
use crate::components::shared::Shared;
use crate::components::sort_choice::SortChoice;
use crate::context::use_view_context;
use crate::messages as m;
use crate::route::View;
use crate::screens::not_found::view::EmptyFile;

/// Properties of [`Documents`].
#[derive(Properties, PartialEq)]
pub(crate) struct DocumentsProps {
    pub(crate) list: Shared<DocumentList>,
}

/// The view.
#[component]
pub(crate) fn Documents(props: &DocumentsProps) -> Html {
    let here = use_view_context();
    let list = &props.list;
    if list.of == 0 {
        return html! { <EmptyFile /> };
    }
    let route = here.route.clone();
    let rows = Rows::new(list.rc(), 0..list.documents.len(), move |list, n| {
        let card = &list.documents[n];
        let address = route.to(View::Document { id: card.id.clone(), passage: None }).to_string();
        document_line(card, address, !route.query.is_empty())
    });
    html! {
        <div class="page with-rail">
            { facet_panel(&here, &list.facets, m::DOCUMENTS) }
            <div>
                <header class="head"><h1>{ m::DOCUMENTS }</h1></header>
                <Chips words=true />
                <div class="result-head">
                    <p class="count">{ m::shown(list.documents.len(), list.of, m::documents) }</p>
                    <SortChoice orders={&m::DOCUMENT_ORDERS[..]} />
                </div>
                if list.documents.is_empty() {
                    <p class="nothing">{ m::NO_DOCUMENT }</p>
                }
                <ul class="document-list"><LongList {rows} drawn={here.visit.drawn} /></ul>
                <p class="note">{ m::DATES_AS_PRINTED }</p>
            </div>
        </div>
    }
}
