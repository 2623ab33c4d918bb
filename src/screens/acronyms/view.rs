//! Short forms and what they stand for.

use entente_corpus::Basis;
use entente_explore::tables::{AcronymRow, List};
use yew::prelude::*;

use crate::components::fact_table::{Columns, FactTable};
use crate::components::list_page::{ListPage, list_filters, listed, row_count};
use crate::components::long_list::Rows;
use crate::components::references::{address, evidence, source_link};
use crate::components::row_tools::{RowContext, source_cell};
use crate::components::shared::Shared;
use crate::components::text::{printed, printed_in, tag};
use crate::context::use_view_context;
use crate::messages as m;
use crate::route::View;
use crate::screens::not_found::view::NothingFound;

/// Other documents that a row names.
const SHOWN_PLACES: usize = 3;

static COLUMNS: Columns = Columns { name: "acronyms", heads: &[m::ACRONYM, m::STANDS_FOR, m::SOURCE], named_by: 0 };

/// Properties of [`Acronyms`].
#[derive(Properties, PartialEq)]
pub(crate) struct AcronymsProps {
    pub(crate) list: Shared<List<AcronymRow>>,
}

/// The list.
#[component]
pub(crate) fn Acronyms(props: &AcronymsProps) -> Html {
    let here = use_view_context();
    let list = &props.list;
    if list.of == 0 {
        return html! { <NothingFound what={m::NO_ACRONYMS} lead={m::ACRONYMS_LEAD} /> };
    }
    let at = RowContext::from(&here);
    let rows = Rows::new(list.rc(), 0..list.rows.len(), move |list, n| acronym_row(&at, n, &list.rows[n]));
    html! {
        <ListPage
            heading={m::acronyms_heading(list.part("never-opened"), list.total)}
            lead={m::ACRONYMS_LEAD}
            count={row_count(list, m::acronyms)}
            listed={listed(list)}
            filters={list_filters(&here, &list.groups)}
        >
            <FactTable columns={&COLUMNS} label={m::ACRONYMS} {rows} />
        </ListPage>
    }
}

fn acronym_row(at: &RowContext, n: usize, row: &AcronymRow) -> Html {
    let route = &at.route;
    let short = match &row.name {
        Some(name) => html! { <a href={address(route, View::Name(name.id.clone()))}>{ printed(&row.acronym) }</a> },
        None => printed(&row.acronym),
    };
    let expansion = html! {
        <>
            if let Some(words) = &row.expansion {
                { printed_in(words, row.source.language.as_deref()) }
                { " " }
                if row.basis != Basis::Stated {
                    { tag(m::OPENED_ELSEWHERE) }
                }
            } else {
                <span class="missing">{ m::NEVER_OPENED }</span>
            }
            { evidence(&row.source) }
            if !row.elsewhere.is_empty() {
                <p class="places">
                    { m::ALSO_AT }
                    for (n, place) in row.elsewhere.iter().take(SHOWN_PLACES).enumerate() {
                        if n > 0 {
                            { "; " }
                        }
                        { source_link(route, place) }
                    }
                    if row.documents > SHOWN_PLACES + 1 {
                        { "; " }
                        { m::and_more(row.documents - SHOWN_PLACES - 1) }
                    }
                </p>
            }
        </>
    };
    COLUMNS.row(format!("short-{n}"), [short, expansion, source_cell(at, &row.source)])
}
