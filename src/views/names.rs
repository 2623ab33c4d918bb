//! The index of names, by kind.

use entente_explore::tables::NameRow;
use yew::prelude::*;

use super::ViewProps;
use crate::components::cells;
use crate::components::list_page::ListPage;
use crate::components::save::SaveTable;
use crate::components::section::Section;
use crate::components::table::{Row, Table};
use crate::messages as m;
use crate::route::{Route, View};

const HEADS: &[&str] = &[m::NAME, m::ALSO, m::BELONGS_TO, m::DOCUMENTS, m::PASSAGES];

#[component]
pub(crate) fn Names(props: &ViewProps) -> Html {
    let ViewProps { library, route, go, instead } = props;
    let list =
        use_memo((library.clone(), route.query.clone(), route.selection.clone()), |(library, query, selection)| {
            library.names(query, selection)
        });
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
            <Section key={*kind} heading={m::name_kinds(kind)} remark={m::number(rows.len())}>
                <Table name="names" label={m::name_kinds(kind)} heads={HEADS} {rows} />
            </Section>
        }
    };
    html! {
        <ListPage library={library.clone()} route={route.clone()} go={go.clone()} instead={instead.clone()}
            heading={m::names(list.of)} lead={html! { { m::NAMES_LEAD } }}
            tools={html! { <SaveTable library={library.clone()} table="entities" rows={list.exported.clone()} /> }}
            groups={list.groups.clone()} count={m::shown(list.rows.len(), list.of, m::names)} nothing={list.rows.is_empty()}>
            { for kinds.iter().map(part) }
        </ListPage>
    }
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
