//! Pairs: what is said twice, with the words that differ.

use entente_brief::Reference;
use entente_explore::tables::{List, PairRow};
use yew::prelude::*;

use crate::components::date_brush::Counted;
use crate::components::differences::differing_words_counted;
use crate::components::fact_table::{Columns, FactTable};
use crate::components::list_page::{ListPage, list_filters, listed, row_count};
use crate::components::list_preview::{RowFacts, current_row, list_preview};
use crate::components::long_list::Rows;
use crate::components::references::{address, passage_id, place_link, source_link};
use crate::components::row_tools::{RowContext, fact_cell};
use crate::components::section::Section;
use crate::components::shared::Shared;
use crate::components::text::{printed_in, small};
use crate::context::ViewContext;
use crate::context::use_view_context;
use crate::messages as m;
use crate::route::View;
use crate::screens::not_found::view::NothingFound;

static COLUMNS: Columns = Columns {
    name: "pairs",
    heads: &[m::FIRST_WORDS, m::WORDS_THAT_DIFFER, m::SAID_IN, m::AND_IN],
    sorts: &["words", "differ", "document", ""],
    own_order: None,
    named_by: 0,
};
/// Filters that come first.
const FIRST_FILTERS: [&str; 5] = ["status", "difference-kind", "document", "country", "topic"];
/// Runs of differing words that a row shows.
const SHOWN_RUNS: usize = 4;

/// Properties of [`Pairs`].
#[derive(Properties, PartialEq)]
pub(crate) struct PairsProps {
    pub(crate) list: Shared<List<PairRow>>,
}

/// The list: those with other words first, a form's own wording last.
#[component]
pub(crate) fn Pairs(props: &PairsProps) -> Html {
    let here = use_view_context();
    let list = &props.list;
    if list.of == 0 {
        return html! { <NothingFound what={m::NO_PAIRS} lead={m::PAIRS_LEAD} /> };
    }
    html! {
        <ListPage
            heading={m::pairs_heading(list.total, list.part("reworded"))}
            lead={m::PAIRS_LEAD}
            count={row_count(list, m::pairs)}
            counted={Counted(m::pairs)}
            listed={listed(list)}
            filters={list_filters(&here, &list.groups, &FIRST_FILTERS, m::show(&m::pairs(list.total)))}
            years={list.years.clone()}
            beside={beside(&here, list)}
        >
            { tables_by_sort(&here, list) }
        </ListPage>
    }
}

/// The id of the row's element.
pub(super) fn row_id(n: usize) -> String {
    format!("pair-{n}")
}

/// The pair that the reader is at, in its first place; nothing without room for it.
fn beside(here: &ViewContext, list: &List<PairRow>) -> Option<Html> {
    let n = current_row(here, (0..list.rows.len()).map(row_id));
    let row = list.rows.get(n)?;
    let name = m::cut(&row.one.quote);
    let (left, right) = (&row.only_one, &row.only_other);
    let differs = !left.is_empty() || !right.is_empty();
    let facts = vec![
        (m::WORDS_THAT_DIFFER, differs.then(|| differing_words_counted(left, right, SHOWN_RUNS))),
        (m::AND_IN, Some(source_link(&here.route, &row.other))),
    ];
    let open = Some(address(&here.route, View::Compare(passage_id(&row.one), passage_id(&row.other))));
    list_preview(here, (n, list.total), RowFacts { name: &name, open, facts, source: &row.one })
}

/// A table for each sort of pair that there is.
fn tables_by_sort(here: &ViewContext, list: &Shared<List<PairRow>>) -> Html {
    let (differing, alike) = (list.part("reworded"), list.part("verbatim"));
    let end = list.rows.len();
    let (after_differing, after_alike) = (differing.min(end), (differing + alike).min(end));
    let sorts = [
        (m::DIFFERING, 0..after_differing),
        (m::ALIKE, after_differing..after_alike),
        (m::TEMPLATES, after_alike..end),
    ];
    let mut tables = Vec::new();
    for ((label, range), part) in sorts.into_iter().zip(&list.parts) {
        if range.is_empty() {
            continue;
        }
        let at = RowContext::from(here);
        let draw = move |list: &List<PairRow>, n: usize| pair_row(&at, n, &list.rows[n]);
        let rows = Rows::new(list.rc(), range.clone(), draw);
        tables.push(html! {
            <Section key={label} heading={label} remark={m::shown(range.len(), part.count, m::pairs)}>
                <FactTable columns={&COLUMNS} {label} {rows} skip={range.start} is_list=true />
            </Section>
        });
    }
    tables.into_iter().collect()
}

fn pair_row(at: &RowContext, n: usize, row: &PairRow) -> Html {
    let route = &at.route;
    let compare = address(route, View::Compare(passage_id(&row.one), passage_id(&row.other)));
    let first_words = printed_in(&m::cut(&row.one.quote), row.one.language.as_deref());
    let (left, right) = (&row.only_one, &row.only_other);
    let differing = match row.difference {
        Some(kind) if left.is_empty() && right.is_empty() => small(&m::word(kind.as_str())),
        Some(_) => differing_words_counted(left, right, SHOWN_RUNS),
        None => html! { <span class="missing">{ m::words_same(row.words) }</span> },
    };
    let other = if row.one.document == row.other.document {
        place_link(route, &row.other)
    } else {
        source_link(route, &row.other)
    };
    COLUMNS.row(
        row_id(n),
        [
            html! { <a href={compare}>{ first_words }</a> },
            html! { <div>{ differing }</div> },
            fact_cell(at, &row.one, Reference::Pair(passage_id(&row.one), passage_id(&row.other))),
            other,
        ],
    )
}
