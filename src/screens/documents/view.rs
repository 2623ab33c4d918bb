//! The list of documents, under the same filters as everything else.

use entente_explore::{DocumentCard, DocumentList};
use yew::prelude::*;

use crate::components::date_brush::Counted;
use crate::components::date_label::date_label;
use crate::components::document_line::title;
use crate::components::fact_table::{Columns, FactTable};
use crate::components::list_page::{ListPage, list_filters};
use crate::components::long_list::Rows;
use crate::components::row_tools::{RowContext, whole_tools};
use crate::components::shared::Shared;
use crate::components::text::printed;
use crate::context::use_view_context;
use crate::messages as m;
use crate::route::View;
use crate::screens::not_found::view::EmptyFile;

static COLUMNS: Columns = Columns {
    name: "documents",
    heads: &[m::DATE, m::TITLE, m::KIND, m::PUBLISHER, m::PASSAGES],
    sorts: &["date", "name", "kind", "publisher", "passages"],
    own_order: Some(("date", true)),
    named_by: 1,
};
/// Filters that stand first.
const FIRST_FILTERS: [&str; 5] = ["kind", "topic", "country", "publisher", "language"];

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
    let total = list.documents.len();
    let at = RowContext::from(&here);
    let rows = Rows::new(list.rc(), 0..total, move |list, n| document_row(&at, &list.documents[n]));
    html! {
        <ListPage
            heading={m::documents(total)}
            lead={m::DATES_AS_PRINTED}
            count={m::shown(total, list.of, m::documents)}
            counted={Counted(m::documents)}
            listed={(total, total)}
            filters={list_filters(&here, &list.facets, &FIRST_FILTERS, m::show(&m::documents(total)))}
            years={list.years.clone()}
        >
            <FactTable columns={&COLUMNS} label={m::DOCUMENTS} {rows} is_list=true />
        </ListPage>
    }
}

fn document_row(at: &RowContext, card: &DocumentCard) -> Html {
    let route = &at.route;
    let view = View::Document { id: card.id.clone(), passage: None };
    let address = route.to(view.clone()).to_string();
    let language = card.language.as_deref().map_or(m::NO_LANGUAGE, m::language);
    let size = m::commas([language.to_owned(), m::words(card.words), m::size(card.bytes)].into_iter());
    let named = html! {
        <>
            <span class="row-name">{ title(card, Some(address)) }</span>
            <span class="second-line">{ size }</span>
        </>
    };
    let kind = card.kind.as_str();
    // Of those for which it was found, if words or filters are asked for that a passage can have.
    let passages = if card.matching == 0 && route.query.text.is_empty() {
        Html::from(m::number(card.passages))
    } else {
        html! { <strong>{ m::n_of(card.matching, card.passages) }</strong> }
    };
    COLUMNS.row(
        format!("d-{}", card.id),
        [
            date_label(card.date.as_ref(), card.edition.as_deref()),
            named,
            if kind == "other" { Html::default() } else { Html::from(m::kind(kind)) },
            match &card.publisher {
                Some(publisher) => printed(publisher),
                None => html! { <span class="missing">{ m::NO_PUBLISHER }</span> },
            },
            html! { <>{ passages }{ whole_tools(at, card.title.as_ref().unwrap_or(&card.begins), view) }</> },
        ],
    )
}
