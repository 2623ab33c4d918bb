//! Short forms and what they stand for.

use entente_corpus::{Basis, rules};
use entente_explore::tables::{AcronymRow, List};
use yew::prelude::*;

use crate::components::date_brush::Counted;
use crate::components::fact_table::{Columns, FactTable};
use crate::components::list_page::{ListPage, list_filters, listed, row_count};
use crate::components::list_preview::{RowFacts, current_row, list_preview};
use crate::components::long_list::Rows;
use crate::components::references::{address, source_link};
use crate::components::row_tools::{RowContext, source_cell};
use crate::components::shared::Shared;
use crate::components::text::{printed, printed_in, tag, text};
use crate::context::{ViewContext, use_view_context};
use crate::messages as m;
use crate::route::View;
use crate::screens::not_found::view::NothingFound;

/// Other documents that a row names.
const SHOWN_PLACES: usize = 3;

static COLUMNS: Columns = Columns {
    name: "acronyms",
    heads: &[m::ACRONYM, m::STANDS_FOR, m::SOURCE],
    sorts: &["name", "stands-for", "documents"],
    own_order: Some(("name", false)),
    named_by: 0,
};
/// Filters that come first.
const FIRST_FILTERS: [&str; 5] = ["status", "document", "kind", "agency", "organisation"];

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
            counted={Counted(m::acronyms)}
            listed={listed(list)}
            filters={list_filters(&here, &list.groups, &FIRST_FILTERS, m::show(&m::acronyms(list.total)))}
            beside={beside(&here, list)}
        >
            <FactTable columns={&COLUMNS} label={m::ACRONYMS} {rows} is_list=true />
        </ListPage>
    }
}

/// The id of the row's element.
pub(super) fn row_id(n: usize) -> String {
    format!("short-{n}")
}

/// The abbreviation that the reader is at; nothing without room for it.
fn beside(here: &ViewContext, list: &List<AcronymRow>) -> Option<Html> {
    let n = current_row(here, (0..list.rows.len()).map(row_id));
    let row = list.rows.get(n)?;
    let expansion = row.expansion.as_ref().map(|words| printed_in(words, row.source.language.as_deref()));
    let facts = vec![
        (m::STANDS_FOR, Some(expansion.unwrap_or_else(|| Html::from(m::NEVER_OPENED)))),
        (m::DOCUMENTS, Some(Html::from(m::number(row.documents)))),
        (m::RULE, Some(text(&m::rule(&[rules::ACRONYMS], &row.rule)))),
    ];
    let open = row.name.as_ref().map(|name| address(&here.route, View::Name(name.id.clone())));
    list_preview(here, (n, list.total), RowFacts { name: &row.acronym, open, facts, source: &row.source })
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
    COLUMNS.row(row_id(n), [short, expansion, source_cell(at, &row.source)])
}
