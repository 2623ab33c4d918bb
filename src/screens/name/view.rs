//! The dossier of one name.

use entente_explore::tables::{Concordance, CountedName, Dossier, EngagementRow, NameRef, Official, RoleUse};
use entente_explore::{Axis, Dated, Filter, Query};
use yew::prelude::*;

use crate::components::bar::bar;
use crate::components::concordance::ConcordanceTable;
use crate::components::engagement::{ENGAGEMENT_COLUMNS, engagement_row};
use crate::components::fact_table::{Columns, FactTable};
use crate::components::long_list::Rows;
use crate::components::references::{address, name_link, passage_address, source_link};
use crate::components::row_tools::RowContext;
use crate::components::section::Section;
use crate::components::shared::Shared;
use crate::components::text::{bdi, printed, printed_in, text};
use crate::components::thread::threads;
use crate::components::timeline::TimelineChart;
use crate::context::use_view_context;
use crate::messages as m;
use crate::route::{ListLayout, Route, View};
use crate::screens::amounts::view as amounts;
use crate::screens::not_found::view::NothingFound;
use crate::screens::statements::view as statements;

/// Names shown beside the dossier before "more".
const SHOWN_BESIDE: usize = 12;
/// Names and forms in a line.
const SHOWN_IN_LINE: usize = 6;
/// Titles of a person that are shown unfolded.
const SHOWN_ROLES: usize = 8;
/// Forms of the name that are shown.
const SHOWN_FORMS: usize = 24;
/// Kinds of names under a heading of their own.
const OWN_PARTS: [&str; 4] = ["topic", "instrument", "system", "operation"];

/// Properties of [`Name`].
#[derive(Properties, PartialEq)]
pub(crate) struct NameProps {
    pub(crate) dossier: Option<Shared<Dossier>>,
    /// Every mention on a line, if these are shown.
    #[prop_or_default]
    pub(crate) lines: Option<Shared<Concordance>>,
}

/// The dossier: what it is called, time, and one of its lists.
#[component]
pub(crate) fn Name(props: &NameProps) -> Html {
    let here = use_view_context();
    let route = &here.route;
    let Some(dossier) = &props.dossier else {
        return html! { <NothingFound what={m::UNKNOWN_NAME} /> };
    };
    let shown = shown_part(route, dossier);
    let about = Axis::from_word(dossier.name.kind).map(|axis| (axis, AttrValue::from(dossier.name.id.clone())));
    html! {
        <div class="page dossier">
            { head(route, dossier) }
            { name_lines(route, dossier) }
            { roles(route, dossier) }
            // One year by itself is not a course of time.
            if about.is_some() && dossier.timeline.periods.len() > 1 {
                <TimelineChart timeline={&dossier.timeline} {about} />
            }
            { tabs(route, dossier, shown) }
            if let Some(lines) = &props.lines {
                <ConcordanceTable found={lines} />
            } else {
                <div class="with-margin">
                    <div>
                        { fact_tables(&RowContext::from(&here), dossier, shown) }
                        if shown == ListLayout::List {
                            { threads(route, &dossier.threads) }
                        }
                    </div>
                    { aside(route, dossier) }
                </div>
            }
        </div>
    }
}

/// The lists of a dossier: what each is called, how a link asks for it, how many rows it has.
fn parts(dossier: &Dossier) -> [(&'static str, ListLayout, usize); 4] {
    [
        (m::ENGAGEMENTS, ListLayout::List, dossier.engagements.total),
        (m::STATEMENTS, ListLayout::Statements, dossier.statements.total),
        (m::AMOUNTS, ListLayout::Amounts, dossier.amounts.total),
        (m::MENTIONS, ListLayout::Context, dossier.mentions),
    ]
}

/// The list that a link shows: the one that it asks for, else the first with rows.
pub(crate) fn shown_part(route: &Route, dossier: &Dossier) -> ListLayout {
    let parts = parts(dossier);
    let filled = parts.iter().filter(|(_, _, count)| *count > 0);
    let asked = filled.clone().find(|(_, layout, _)| *layout == route.layout);
    asked.or_else(|| filled.clone().next()).map_or(ListLayout::Context, |(_, layout, _)| *layout)
}

fn tabs(route: &Route, dossier: &Dossier, shown: ListLayout) -> Html {
    let tab = |(label, layout, count): (&'static str, ListLayout, usize)| {
        let href = Route { layout, ..route.plain(route.view.clone()) }.to_string();
        html! {
            if count > 0 {
                <a {href} aria-current={(layout == shown).then_some("true")}>
                    { label }{ " " }<span>{ m::number(count) }</span>
                </a>
            }
        }
    };
    html! { <nav class="tabs" aria-label={m::PARTS_OF_DOSSIER}>{ for parts(dossier).map(tab) }</nav> }
}

/// How it is printed, who stands for it, what belongs to it: a line each.
fn name_lines(route: &Route, dossier: &Dossier) -> Html {
    let named = |names: &[CountedName]| {
        let shown = names.iter().take(SHOWN_IN_LINE);
        shown
            .map(|CountedName { name, count }| html! { <li>{ name_link(route, name) }{ " " }<span>{ m::number(*count) }</span></li> })
            .collect::<Html>()
    };
    let official = |official: &Official| {
        html! {
            <li>
                { name_link(route, &official.name) }
                if let Some(role) = &official.role {
                    { ", " }{ text(role) }
                }
                { " " }
                <span>{ m::number(official.count) }</span>
            </li>
        }
    };
    let officials: Html = dossier.officials.iter().take(SHOWN_IN_LINE).map(official).collect();
    let line = |label: &'static str, inside: Html, of: usize| {
        html! {
            if of > 0 {
                <div>
                    <dt>{ label }</dt>
                    <dd>
                        <ul>
                            { inside }
                            if of > SHOWN_IN_LINE {
                                <li><span>{ m::and_more(of - SHOWN_IN_LINE) }</span></li>
                            }
                        </ul>
                    </dd>
                </div>
            }
        }
    };
    let printed: Html = dossier
        .forms
        .iter()
        .take(SHOWN_IN_LINE)
        .map(|form| {
            let language = form.places.first().and_then(|place| place.language.as_deref());
            html! { <li>{ printed_in(&form.text, language) }{ " " }<span>{ m::number(form.count) }</span></li> }
        })
        .collect();
    html! {
        <>
            <dl class="name-lines">
                { line(m::PRINTED_AS, printed, dossier.forms.len()) }
                { line(m::PEOPLE, officials, dossier.officials.len()) }
                { line(m::within(dossier.name.kind), named(&dossier.within), dossier.within.len()) }
            </dl>
            <details class="figure-table">
                <summary>{ m::FORMS }</summary>
                { forms(route, dossier) }
            </details>
        </>
    }
}

fn head(route: &Route, dossier: &Dossier) -> Html {
    let name = &dossier.name;
    // The one that is named with it most, of its own kind.
    let partner = dossier.together.iter().map(|other| &other.name).find(|other| other.kind == name.kind);
    html! {
        <header class="head list-head">
            <div>
                <p class="crumb">
                    <span>{ m::name_kind(name.kind) }</span>
                    if let Some(code) = &dossier.code {
                        <span>{ text(code) }</span>
                    }
                    if let Some(parent) = &dossier.parent {
                        <span>{ m::BELONGS_TO }{ " " }{ name_link(route, parent) }</span>
                    }
                    <span>{ m::in_documents(dossier.passages, dossier.in_documents) }</span>
                </p>
                <h1 class="printed">{ bdi(&name.name) }</h1>
                if let Some(words) = m::shown_because(&name.name, dossier.shown_as) {
                    <p>{ text(&words) }</p>
                }
            </div>
            <div class="list-tools">
                if let Some(partner) = partner {
                    <a class="button" href={compare_address(route, name, partner)}>
                        { text(&m::compare_with(&partner.name)) }
                    </a>
                }
                if let Some(href) = passages_address(route, name) {
                    <a class="button" {href}>{ m::FIND_PASSAGES }</a>
                }
            </div>
        </header>
    }
}

fn compare_address(route: &Route, name: &NameRef, other: &NameRef) -> String {
    address(route, View::Compare(format!("name:{}", name.id), format!("name:{}", other.id)))
}

/// The search for the passages that name it; `None` if there is no filter for its kind.
fn passages_address(route: &Route, name: &NameRef) -> Option<String> {
    list_address(route, name, View::Search)
}

/// The rows of a list that are about the name; `None` if there is no filter for its kind.
fn list_address(route: &Route, name: &NameRef, view: View) -> Option<String> {
    let facet = Axis::from_word(name.kind)?;
    let is_same_passage = view == View::Names;
    let filter = Filter::default().with(facet, &name.id).within_one_passage(is_same_passage);
    Some(Route { query: Query::default().with_filter(filter), ..route.plain(view) }.to_string())
}

fn roles(route: &Route, dossier: &Dossier) -> Html {
    if dossier.roles.is_empty() {
        return Html::default();
    }
    html! {
        <Section heading={m::ROLES} remark={m::ROLES_REMARK}>
            { folded_roles(dossier.roles.iter().map(|role| role_line(route, role)).collect()) }
        </Section>
    }
}

fn role_line(route: &Route, role: &RoleUse) -> Html {
    html! {
                    <li>
                        { printed_in(&role.role, role.source.language.as_deref()) }
                        if let Some(whom) = &role.affiliation {
                            <span>{ m::FOR }{ " " }{ name_link(route, whom) }</span>
                        }
                        <span>
                            if let Some((first, last)) = role.dates {
                                { m::role_dates(first, last) }
                                { " " }
                            }
                            { source_link(route, &role.source) }
                            if role.documents > 1 {
                                { " " }
                                { m::and_more_documents(role.documents - 1) }
                            }
                        </span>
                    </li>
    }
}

/// The first titles, and the others under a line that says how many.
fn folded_roles(mut rows: Vec<Html>) -> Html {
    let rest = rows.split_off(rows.len().min(SHOWN_ROLES));
    html! {
        <>
            <ul class="role-list">{ rows }</ul>
            if !rest.is_empty() {
                <details class="more">
                    <summary>{ m::n_more(rest.len()) }</summary>
                    <ul class="role-list">{ rest }</ul>
                </details>
            }
        </>
    }
}

/// Engagements, statements or amounts of the name.
fn fact_tables(context: &RowContext, dossier: &Shared<Dossier>, shown: ListLayout) -> Html {
    let all = |view: View, total: usize| (list_address(&context.route, &dossier.name, view), total);
    let at = context.clone();
    match shown {
        ListLayout::Statements => {
            let (count, total) = (dossier.statements.rows.len(), dossier.statements.total);
            let row = move |dossier: &Dossier, n: usize| {
                let rows = &dossier.statements.rows;
                let year = |n: usize| year_of(rows.get(n)?.source.date.as_ref());
                statements::statement_row(&at.of_year(n, rows.len(), year), &rows[n])
            };
            let rows = Rows::new(dossier.rc(), 0..count, row);
            fact_table(m::STATEMENTS, &statements::COLUMNS, rows, all(View::Statements, total))
        }
        ListLayout::Amounts => {
            let (count, total) = (dossier.amounts.rows.len(), dossier.amounts.total);
            let row = move |dossier: &Dossier, n: usize| amounts::amount_row(&at, &dossier.amounts.rows[n]);
            fact_table(m::AMOUNTS, &amounts::COLUMNS, Rows::new(dossier.rc(), 0..count, row), all(View::Amounts, total))
        }
        ListLayout::List | ListLayout::Context | ListLayout::Lanes => {
            let (count, total) = (dossier.engagements.rows.len(), dossier.engagements.total);
            let row = move |dossier: &Dossier, n: usize| {
                let rows = &dossier.engagements.rows;
                let date =
                    |row: &EngagementRow| year_of(row.date.as_ref()).or_else(|| year_of(row.source.date.as_ref()));
                engagement_row(&at.of_year(n, rows.len(), |n| rows.get(n).and_then(date)), &rows[n])
            };
            let rows = Rows::new(dossier.rc(), 0..count, row);
            fact_table(m::ENGAGEMENTS, &ENGAGEMENT_COLUMNS, rows, all(View::Engagements, total))
        }
    }
}

/// The year in which a date begins; `None` if it has no known year.
fn year_of(date: Option<&Dated>) -> Option<u32> {
    date?.date.bounds().map(|(first, _)| first / 10_000).filter(|year| *year > 0)
}

/// A table, and a link to the list of `all` if it has only the first.
fn fact_table(label: &'static str, columns: &'static Columns, rows: Rows, all: (Option<String>, usize)) -> Html {
    let (count, (href, total)) = (rows.len(), all);
    html! {
        <>
            <FactTable {columns} {label} {rows} />
            { all_link(count, href, total) }
        </>
    }
}

/// The link to all rows of a list of which the first `shown` are here; nothing if these are all.
fn all_link(shown: usize, href: Option<String>, total: usize) -> Html {
    html! {
        if shown < total {
            <p class="all">
                if let Some(href) = href {
                    <a {href}>{ m::all_of(total) }</a>
                } else {
                    { m::first_of(shown, total) }
                }
            </p>
        }
    }
}

fn forms(route: &Route, dossier: &Dossier) -> Html {
    html! {
        <Section heading={m::FORMS} remark={m::FORMS_REMARK}>
            <ul class="form-list">
                for form in dossier.forms.iter().take(SHOWN_FORMS) {
                    <li key={form.text.as_str()}>
                        { printed_in(&form.text, form.places.first().and_then(|place| place.language.as_deref())) }
                        <span>{ m::times(form.count) }</span>
                        <span class="places">
                            for place in &form.places {
                                { source_link(route, place) }
                            }
                            if form.documents > form.places.len() {
                                <span>{ m::and_more_documents(form.documents - form.places.len()) }</span>
                            }
                        </span>
                    </li>
                }
            </ul>
            { all_link(SHOWN_FORMS, None, dossier.forms.len()) }
        </Section>
    }
}

/// What is named beside it, in bars.
fn aside(route: &Route, dossier: &Dossier) -> Html {
    let together = |fits: fn(&str) -> bool| -> Vec<CountedName> {
        dossier.together.iter().filter(|other| fits(other.name.kind)).cloned().collect()
    };
    let counted = |official: &Official| CountedName { name: official.name.clone(), count: official.count };
    let officials: Vec<CountedName> = dossier.officials.iter().map(counted).collect();
    html! {
        <aside aria-label={m::TOGETHER}>
            { by_document(route, dossier) }
            { beside(route, m::TOGETHER, &together(|kind| !OWN_PARTS.contains(&kind))) }
            { all_link(dossier.together.len(), list_address(route, &dossier.name, View::Names), dossier.together_in_all) }
            { beside(route, m::TOPICS, &together(|kind| kind == "topic")) }
            { beside(route, m::PEOPLE, &officials) }
            { beside(route, m::INSTRUMENTS, &together(|kind| kind == "instrument")) }
            { beside(route, m::SYSTEMS, &together(|kind| kind == "system")) }
            { beside(route, m::OPERATIONS, &together(|kind| kind == "operation")) }
            { beside(route, m::within(dossier.name.kind), &dossier.within) }
        </aside>
    }
}

fn by_document(route: &Route, dossier: &Dossier) -> Html {
    let documents = &dossier.most_in;
    let most = documents.iter().map(|document| document.total).max().unwrap_or(1);
    let mut rows = Vec::new();
    for document in documents {
        let href = document.mentions.first().map(|mention| passage_address(route, &mention.source));
        let label = html! { <a href={href.unwrap_or_default()}>{ printed(&document.title) }</a> };
        rows.push(bar_row(label, document.total, most));
    }
    let href = list_address(route, &dossier.name, View::Documents);
    html! {
        <Section heading={m::BY_DOCUMENT} remark={m::MENTIONS}>
            { folded(rows) }
            { all_link(documents.len(), href, dossier.in_documents) }
        </Section>
    }
}

/// Names with counts, the first of them; the others unfold. Nothing if there are none.
fn beside(route: &Route, heading: &'static str, names: &[CountedName]) -> Html {
    let Some(CountedName { count: most, .. }) = names.first() else { return Html::default() };
    let rows = names.iter().map(|CountedName { name, count }| bar_row(name_link(route, name), *count, *most)).collect();
    html! { <Section {heading} remark={m::PASSAGES}>{ folded(rows) }</Section> }
}

fn bar_row(label: Html, count: usize, most: usize) -> Html {
    html! { <li>{ label }<span>{ m::number(count) }</span>{ bar("", count, most) }</li> }
}

/// The first rows, and a line with the number of the others that opens them.
fn folded(mut rows: Vec<Html>) -> Html {
    let rest = rows.split_off(rows.len().min(SHOWN_BESIDE));
    html! {
        <>
            <ul class="bar-list">{ rows }</ul>
            if !rest.is_empty() {
                <details class="more">
                    <summary>{ m::n_more(rest.len()) }</summary>
                    <ul class="bar-list">{ rest }</ul>
                </details>
            }
        </>
    }
}
