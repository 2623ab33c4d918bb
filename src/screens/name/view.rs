//! The dossier of one name.

use std::rc::Rc;

use entente_explore::tables::{DocumentMentions, Dossier, InContext, NameRef};
use entente_explore::{Axis, Filter, Query};
use yew::prelude::*;

use crate::components::bar::bar;
use crate::components::engagement::{ENGAGEMENT_COLUMNS, engagement_row};
use crate::components::fact_table::{Columns, FactTable};
use crate::components::long_list::{LongList, Rows};
use crate::components::references::{address, document_title, name_link, passage_address, place_link, source_link};
use crate::components::row_tools::RowContext;
use crate::components::section::Section;
use crate::components::shared::Shared;
use crate::components::text::{bdi, printed, printed_in, small, text};
use crate::components::thread::threads;
use crate::context::use_view_context;
use crate::messages as m;
use crate::route::{Route, View};
use crate::screens::amounts::view as amounts;
use crate::screens::not_found::view::NothingFound;
use crate::screens::statements::view as statements;

/// Names shown beside the dossier before "more".
const SHOWN_BESIDE: usize = 12;
/// Kinds of names that stand under a heading of their own.
const OWN_PARTS: [&str; 4] = ["topic", "instrument", "system", "operation"];

/// Properties of [`Name`].
#[derive(Properties, PartialEq)]
pub(crate) struct NameProps {
    pub(crate) dossier: Option<Shared<Dossier>>,
}

/// The dossier, as many of its mentions as are drawn by now.
#[component]
pub(crate) fn Name(props: &NameProps) -> Html {
    let here = use_view_context();
    let route = &here.route;
    let Some(dossier) = &props.dossier else {
        return html! { <NothingFound what={m::UNKNOWN_NAME} /> };
    };
    html! {
        <div class="page dossier">
            { head(route, dossier) }
            <div class="with-margin">
                <div>
                    { roles(route, dossier) }
                    { threads(route, &dossier.threads) }
                    { fact_tables(&RowContext::from(&here), dossier) }
                    { forms(route, dossier) }
                    { contexts(route, dossier, here.visit.drawn) }
                </div>
                { aside(route, dossier) }
            </div>
        </div>
    }
}

fn head(route: &Route, dossier: &Dossier) -> Html {
    let name = &dossier.name;
    // The one that is named with it most, of its own kind.
    let partner = dossier.together.iter().map(|(other, _)| other).find(|other| other.kind == name.kind);
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
                    <span>{ m::in_documents(dossier.passages, dossier.documents.len()) }</span>
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

/// The search for the passages that name it; `None` if the search has no filter for its kind.
fn passages_address(route: &Route, name: &NameRef) -> Option<String> {
    let facet = Axis::from_word(name.kind)?;
    let query = Query::default().with_filter(Filter::default().with(facet, &name.id));
    Some(Route { query, ..route.plain(View::Search) }.to_string())
}

fn roles(route: &Route, dossier: &Dossier) -> Html {
    if dossier.roles.is_empty() {
        return Html::default();
    }
    html! {
        <Section heading={m::ROLES} remark={m::ROLES_REMARK}>
            <ul class="role-list">
                for role in &dossier.roles {
                    <li>
                        { printed_in(&role.role, role.source.language.as_deref()) }
                        if let Some(whom) = &role.affiliation {
                            <span>{ m::FOR }{ " " }{ name_link(route, whom) }</span>
                        }
                        { source_link(route, &role.source) }
                    </li>
                }
            </ul>
        </Section>
    }
}

/// Engagements, statements and amounts of the name. Rows of a table are drawn after those of the tables above it.
fn fact_tables(context: &RowContext, dossier: &Shared<Dossier>) -> Html {
    let (engagements, statements, amounts) =
        (dossier.engagements.len(), dossier.statements.len(), dossier.amounts.len());
    let at = context.clone();
    let engagement_rows =
        Rows::new(dossier.rc(), 0..engagements, move |dossier, n| engagement_row(&at, &dossier.engagements[n]));
    let at = context.clone();
    let statement_rows = Rows::new(dossier.rc(), 0..statements, move |dossier, n| {
        statements::statement_row(&at, &dossier.statements[n])
    });
    let at = context.clone();
    let amount_rows =
        Rows::new(dossier.rc(), 0..amounts, move |dossier, n| amounts::amount_row(&at, &dossier.amounts[n]));
    html! {
        <>
            { fact_table(m::ENGAGEMENTS, &ENGAGEMENT_COLUMNS, engagement_rows, 0) }
            { fact_table(m::STATEMENTS, &statements::COLUMNS, statement_rows, engagements) }
            { fact_table(m::AMOUNTS, &amounts::COLUMNS, amount_rows, engagements + statements) }
        </>
    }
}

/// A table under its heading with the number of its rows; nothing if it has none.
fn fact_table(label: &'static str, columns: &'static Columns, rows: Rows, skip: usize) -> Html {
    let count = rows.len();
    html! {
        if count > 0 {
            <Section heading={label} remark={m::number(count)}>
                <FactTable {columns} {label} {rows} {skip} />
            </Section>
        }
    }
}

fn forms(route: &Route, dossier: &Dossier) -> Html {
    html! {
        <Section heading={m::FORMS} remark={m::FORMS_REMARK}>
            <ul class="form-list">
                for form in &dossier.forms {
                    <li key={form.text.as_str()}>
                        { printed_in(&form.text, form.places.first().and_then(|place| place.language.as_deref())) }
                        <span>{ m::times(form.count) }</span>
                        <span class="places">
                            for place in &form.places {
                                { source_link(route, place) }
                            }
                        </span>
                    </li>
                }
            </ul>
        </Section>
    }
}

/// The mentions by document, those that are drawn after `drawn` rows of everything above.
fn contexts(route: &Rc<Route>, dossier: &Shared<Dossier>, drawn: usize) -> Html {
    let total: usize = dossier.documents.iter().map(|document| document.mentions.len()).sum();
    // The tables above are drawn first.
    let mut left = drawn.saturating_sub(dossier.engagements.len() + dossier.statements.len());
    let mut groups = Vec::new();
    for (n, document) in dossier.documents.iter().enumerate() {
        let drawn = left.min(document.mentions.len());
        left -= drawn;
        groups.push(context_group(route, dossier, n, drawn));
    }
    html! { <Section heading={m::IN_CONTEXT} remark={m::number(total)}>{ groups }</Section> }
}

fn context_group(route: &Rc<Route>, dossier: &Shared<Dossier>, n: usize, drawn: usize) -> Html {
    let document = &dossier.documents[n];
    let at = route.clone();
    let rows = Rows::new(dossier.rc(), 0..document.mentions.len(), move |dossier, mention| {
        context(&at, &dossier.documents[n].mentions[mention])
    });
    html! {
        <section
            class="context-group"
            key={document.document.as_str()}
            id={format!("in-{}", document.document)}
        >
            <h3>
                { document_title(route, &document.document, &document.title, document.titled) }
                { small(&m::number(document.mentions.len())) }
            </h3>
            <ol><LongList {rows} {drawn} /></ol>
        </section>
    }
}

fn context(route: &Route, mention: &InContext) -> Html {
    html! {
        <li class="context">
            { place_link(route, &mention.source) }
            <span class="printed" dir="auto" lang={mention.source.language.clone()}>
                <span>{ text(&mention.before) }</span>
                <b>{ text(&mention.words) }</b>
                <span>{ text(&mention.behind) }</span>
            </span>
        </li>
    }
}

/// What is named beside it, in bars.
fn aside(route: &Route, dossier: &Dossier) -> Html {
    let together = |fits: fn(&str) -> bool| -> Vec<(NameRef, usize)> {
        dossier.together.iter().filter(|(other, _)| fits(other.kind)).cloned().collect()
    };
    html! {
        <aside aria-label={m::TOGETHER}>
            { by_document(route, &dossier.documents) }
            { beside(route, m::TOGETHER, &together(|kind| !OWN_PARTS.contains(&kind))) }
            { beside(route, m::TOPICS, &together(|kind| kind == "topic")) }
            { beside(route, m::PEOPLE, &dossier.people) }
            { beside(route, m::INSTRUMENTS, &together(|kind| kind == "instrument")) }
            { beside(route, m::SYSTEMS, &together(|kind| kind == "system")) }
            { beside(route, m::OPERATIONS, &together(|kind| kind == "operation")) }
            { beside(route, m::WITHIN, &dossier.within) }
        </aside>
    }
}

fn by_document(route: &Route, documents: &[DocumentMentions]) -> Html {
    let most = documents.iter().map(|document| document.mentions.len()).max().unwrap_or(1);
    let mut rows = Vec::new();
    for document in documents {
        let href = document.mentions.first().map(|mention| passage_address(route, &mention.source));
        let label = html! { <a href={href.unwrap_or_default()}>{ printed(&document.title) }</a> };
        rows.push(bar_row(label, document.mentions.len(), most));
    }
    html! { <Section heading={m::BY_DOCUMENT} remark={m::MENTIONS}>{ folded(rows) }</Section> }
}

/// Names with counts, the first of them; the others unfold. Nothing if there are none.
fn beside(route: &Route, heading: &'static str, names: &[(NameRef, usize)]) -> Html {
    let Some((_, most)) = names.first() else { return Html::default() };
    let rows = names.iter().map(|(name, count)| bar_row(name_link(route, name), *count, *most)).collect();
    html! { <Section {heading} remark={m::PASSAGES}>{ folded(rows) }</Section> }
}

fn bar_row(label: Html, count: usize, most: usize) -> Html {
    html! { <li>{ label }<span>{ m::number(count) }</span>{ bar("", count, most) }</li> }
}

/// The first rows, and the others under a line that says how many.
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
