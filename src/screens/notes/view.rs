//! What is odd in the sources.

use entente_explore::tables::{List, NoteRow};
use yew::prelude::*;

use crate::components::fact_table::{Columns, FactTable};
use crate::components::list_page::{ListPage, list_filters, listed, row_count};
use crate::components::long_list::Rows;
use crate::components::references::evidence;
use crate::components::row_tools::{RowContext, source_cell};
use crate::components::shared::Shared;
use crate::components::text::bdi;
use crate::context::use_view_context;
use crate::messages as m;
use crate::screens::not_found::view::NothingFound;

static COLUMNS: Columns = Columns { name: "notes", heads: &[m::KIND, m::SOURCE_HAS, m::SOURCE], named_by: 1 };

/// Properties of [`Notes`].
#[derive(Properties, PartialEq)]
pub(crate) struct NotesProps {
    pub(crate) list: Shared<List<NoteRow>>,
}

/// The list.
#[component]
pub(crate) fn Notes(props: &NotesProps) -> Html {
    let here = use_view_context();
    let list = &props.list;
    if list.of == 0 {
        return html! { <NothingFound what={m::NO_NOTES} lead={m::NOTES_LEAD} /> };
    }
    let at = RowContext::from(&here);
    let rows = Rows::new(list.rc(), 0..list.rows.len(), move |list, n| note_row(&at, n, &list.rows[n]));
    html! {
        <ListPage
            heading={m::notes_heading(list.total, list.documents)}
            lead={m::NOTES_LEAD}
            count={row_count(list, m::notes)}
            listed={listed(list)}
            filters={list_filters(&here, &list.groups)}
        >
            <FactTable columns={&COLUMNS} label={m::NOTES} {rows} />
        </ListPage>
    }
}

fn note_row(at: &RowContext, n: usize, row: &NoteRow) -> Html {
    let detail = html! {
        <>
            { bdi(&row.detail) }
            if let Some(source) = &row.source && !source.quote.is_empty() {
                { evidence(source) }
            }
        </>
    };
    let place = match &row.source {
        Some(source) => source_cell(at, source),
        None => html! { <code>{ bdi(&row.file) }</code> },
    };
    let kind = html! { <span class="flag">{ m::note_kind(row.kind.as_str()) }</span> };
    COLUMNS.row(format!("note-{n}"), [kind, detail, place])
}
