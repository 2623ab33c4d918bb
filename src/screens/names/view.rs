//! The index of names, by kind.

use entente_explore::tables::{List, NameRow};
use yew::prelude::*;

use crate::components::bar::bar;
use crate::components::date_brush::Counted;
use crate::components::fact_table::{Columns, FactTable};
use crate::components::list_page::{ListPage, list_filters, listed, row_count};
use crate::components::long_list::Rows;
use crate::components::references::{address, name_link};
use crate::components::row_tools::{RowContext, whole_tools};
use crate::components::section::Section;
use crate::components::shared::Shared;
use crate::components::text::bdi;
use crate::context::ViewContext;
use crate::context::use_view_context;
use crate::messages as m;
use crate::route::View;
use crate::screens::not_found::view::NothingFound;

static COLUMNS: Columns = Columns {
    name: "names",
    heads: &[m::NAME, m::ALSO, m::BELONGS_TO, m::DOCUMENTS, m::PASSAGES],
    sorts: &["name", "", "", "documents", "passages"],
    own_order: Some(("passages", true)),
    named_by: 0,
};
/// Filters that stand first.
const FIRST_FILTERS: [&str; 5] = ["entity-kind", "country", "topic", "document", "kind"];

/// Properties of [`Names`].
#[derive(Properties, PartialEq)]
pub(crate) struct NamesProps {
    pub(crate) list: Shared<List<NameRow>>,
}

/// The list.
#[component]
pub(crate) fn Names(props: &NamesProps) -> Html {
    let here = use_view_context();
    let list = &props.list;
    if list.of == 0 {
        return html! { <NothingFound what={m::NO_NAMES} lead={m::NAMES_LEAD} /> };
    }
    html! {
        <ListPage
            heading={m::names(list.total)}
            lead={m::NAMES_LEAD}
            count={row_count(list, m::names)}
            counted={Counted(m::names)}
            listed={listed(list)}
            filters={list_filters(&here, &list.groups, &FIRST_FILTERS, m::show(&m::names(list.total)))}
        >
            { tables_by_kind(&here, list) }
        </ListPage>
    }
}

/// A table for each kind; rows stand in the order of their kinds.
fn tables_by_kind(here: &ViewContext, list: &Shared<List<NameRow>>) -> Html {
    let most = list.rows.iter().map(|row| row.passages).max().unwrap_or(0);
    let mut tables = Vec::new();
    let mut first = 0;
    for same in list.rows.chunk_by(|one, next| one.name.kind == next.name.kind) {
        let kind = same[0].name.kind;
        let label = m::name_kinds(kind);
        let at = RowContext::from(here);
        let draw = move |list: &List<NameRow>, n: usize| name_row(&at, &list.rows[n], most);
        let rows = Rows::new(list.rc(), first..first + same.len(), draw);
        tables.push(html! {
            <Section key={kind} heading={label} remark={m::number(same.len())}>
                <FactTable columns={&COLUMNS} {label} {rows} skip={first} is_list=true />
            </Section>
        });
        first += same.len();
    }
    tables.into_iter().collect()
}

fn name_row(at: &RowContext, row: &NameRow, most: usize) -> Html {
    let route = &at.route;
    let forms = row.forms.join("; ");
    let passages = html! {
        <a
            class="bar-link"
            href={address(route, View::Name(row.name.id.clone()))}
            aria-label={m::colon(&row.name.name, &m::passages(row.passages))}
        >
            { m::number(row.passages) }
            { bar("row-bar", row.passages, most) }
        </a>
    };
    COLUMNS.row(
        format!("name-{}", row.name.id),
        [
            name_link(route, &row.name),
            if forms.is_empty() {
                Html::default()
            } else {
                html! { <span class="printed clipped" title={forms.clone()}>{ bdi(&forms) }</span> }
            },
            row.parent.as_ref().map(|parent| name_link(route, parent)).unwrap_or_default(),
            html! {
                <>{ m::number(row.documents) }{ whole_tools(at, &row.name.name, View::Name(row.name.id.clone())) }</>
            },
            passages,
        ],
    )
}
