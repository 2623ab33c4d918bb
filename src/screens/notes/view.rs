//! What is odd in the sources.

use entente_explore::tables::{List, NoteRow};
use yew::prelude::*;

use crate::components::date_brush::Counted;
use crate::components::fact_table::{Columns, FactTable};
use crate::components::list_page::{ListPage, list_filters, listed, row_count};
use crate::components::list_preview::{RowFacts, current_row, list_preview};
use crate::components::long_list::Rows;
use crate::components::references::evidence;
use crate::components::row_tools::{RowContext, source_cell};
use crate::components::shared::Shared;
use crate::components::text::bdi;
use crate::context::{ViewContext, use_view_context};
use crate::messages as m;
use crate::screens::not_found::view::NothingFound;

static COLUMNS: Columns = Columns {
    name: "notes",
    heads: &[m::KIND, m::SOURCE_HAS, m::SOURCE],
    sorts: &["kind", "words", "document"],
    own_order: Some(("document", false)),
    named_by: 1,
};
/// Filters that come first.
const FIRST_FILTERS: [&str; 5] = ["note-kind", "document", "kind", "publisher", "language"];

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
            counted={Counted(m::notes)}
            listed={listed(list)}
            filters={list_filters(&here, &list.groups, &FIRST_FILTERS, m::show(&m::notes(list.total)))}
            beside={beside(&here, list)}
        >
            <FactTable columns={&COLUMNS} label={m::NOTES} {rows} is_list=true />
        </ListPage>
    }
}

/// The id of the row's element.
pub(super) fn row_id(n: usize) -> String {
    format!("note-{n}")
}

/// The problem that the reader is at; nothing without room for it, or if it is one of a whole file.
fn beside(here: &ViewContext, list: &List<NoteRow>) -> Option<Html> {
    let n = current_row(here, (0..list.rows.len()).map(row_id));
    let row = list.rows.get(n)?;
    let facts = vec![(m::SOURCE_HAS, Some(bdi(&row.detail)))];
    let name = m::note_kind(row.kind.as_str());
    list_preview(here, (n, list.total), RowFacts { name, open: None, facts, source: row.source.as_ref()? })
}

/// True if the words say something that what is said of them does not: no lone signs, no words that are quoted already.
fn is_worth_quoting(detail: &str, quote: &str) -> bool {
    quote.chars().any(char::is_alphanumeric) && !detail.contains(&m::quoted(quote))
}

fn note_row(at: &RowContext, n: usize, row: &NoteRow) -> Html {
    let detail = html! {
        <>
            { bdi(&row.detail) }
            if let Some(source) = &row.source && is_worth_quoting(&row.detail, &source.quote) {
                { evidence(source) }
            }
        </>
    };
    let place = match &row.source {
        Some(source) => source_cell(at, source),
        None => html! { <code>{ bdi(&row.file) }</code> },
    };
    let kind = html! { <span class="flag">{ m::note_kind(row.kind.as_str()) }</span> };
    COLUMNS.row(row_id(n), [kind, detail, place])
}

#[cfg(test)]
mod tests {
    use super::is_worth_quoting;

    #[test]
    fn words_are_quoted_once_and_signs_never() {
        assert!(is_worth_quoting("two dates", "28 April"));
        for (detail, quote) in
            [("the text breaks off after “and”", "and"), ("a sign is escaped", "]"), ("no words", "")]
        {
            assert!(!is_worth_quoting(detail, quote), "{detail}");
        }
    }
}
