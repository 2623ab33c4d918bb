//! The index of names, by kind.

use entente_explore::tables::{List, NameRow};
use yew::prelude::*;

use crate::components::cells;
use crate::components::list_page::{Ask, Place, list_page};
use crate::components::section::section;
use crate::components::table::{Row, Table};
use crate::messages as m;
use crate::route::{Route, View};

const HEADS: &[&str] = &[m::NAME, m::ALSO, m::BELONGS_TO, m::DOCUMENTS, m::PASSAGES];

/// The list.
pub(crate) fn list(place: &Place, list: &List<NameRow>) -> Html {
    let route = &place.route;
    if list.of == 0 {
        return super::not_found::nothing(route, m::NO_NAMES, m::NAMES_LEAD);
    }
    let mut kinds: Vec<&'static str> = list.rows.iter().map(|row| row.name.kind).collect();
    kinds.dedup();
    let most = list.rows.iter().map(|row| row.passages).max().unwrap_or(0).max(1);
    let part = |kind: &&'static str| {
        let rows: Vec<Row> =
            list.rows.iter().filter(|row| row.name.kind == *kind).map(|found| row(route, found, most)).collect();
        html! {
            { section(m::name_kinds(kind), &m::number(rows.len()), html! { <>
                <Table name="names" label={m::name_kinds(kind)} heads={HEADS} {rows} />
            </> }) }
        }
    };
    let ask = Ask {
        heading: m::names(list.of),
        lead: html! { { m::NAMES_LEAD } },
        table: "entities",
        count: m::shown(list.rows.len(), list.of, m::names),
        above: Html::default(),
    };
    list_page(place, ask, &list.groups, &list.exported, html! { <>{ for kinds.iter().map(part) }</> })
}

fn row(route: &Route, row: &NameRow, most: usize) -> Row {
    let link = route.plain(View::Name(row.name.id.clone())).to_string();
    let forms = row.forms.join("; ");
    Row {
        id: format!("name-{}", row.name.id),
        cells: vec![
            cells::name(route, &row.name),
            html! { <span class="printed clipped" title={forms.clone()}><bdi>{ forms }</bdi></span> },
            row.parent.as_ref().map(|parent| cells::name(route, parent)).unwrap_or_default(),
            html! { { m::number(row.documents) } },
            html! { <a class="bar-link" href={link} aria-label={format!("{}: {}", row.name.name, m::passages(row.passages))}>{ m::number(row.passages) }<svg class="row-bar" aria-hidden="true"><rect width={format!("{}%", row.passages * 100 / most)} height="100%" /></svg></a> },
        ],
    }
}
