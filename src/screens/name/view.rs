//! The dossier of one name.

use std::rc::Rc;

use entente_explore::tables::{Concordance, Dossier, InContext, NameRef};
use entente_explore::{Axis, Filter, Query};
use yew::prelude::*;

use crate::components::bar::bar;
use crate::components::concordance::ConcordanceTable;
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
use crate::route::{ListLayout, Route, View};
use crate::screens::amounts::view as amounts;
use crate::screens::not_found::view::NothingFound;
use crate::screens::statements::view as statements;

/// Names shown beside the dossier before "more".
const SHOWN_BESIDE: usize = 12;
/// Forms of the name that are shown.
const SHOWN_FORMS: usize = 24;
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

/// Properties of [`NameInContext`].
#[derive(Properties, PartialEq)]
pub(crate) struct NameInContextProps {
    pub(crate) name: String,
    pub(crate) lines: Shared<Concordance>,
}

/// Every mention of the name on a line.
#[component]
pub(crate) fn NameInContext(props: &NameInContextProps) -> Html {
    let here = use_view_context();
    html! {
        <div class="page">
            <header class="head list-head">
                <div><p class="crumb">{ m::AS_LINES }</p><h1 class="printed">{ bdi(&props.name) }</h1></div>
                <div class="list-tools">
                    <a class="button" href={here.link(here.route.view.clone())}>{ m::BACK_TO_DOSSIER }</a>
                </div>
            </header>
            <ConcordanceTable found={&props.lines} />
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
                    <span>{ m::in_documents(dossier.passages, dossier.in_documents) }</span>
                </p>
                <h1 class="printed">{ bdi(&name.name) }</h1>
                if let Some(words) = m::shown_because(&name.name, dossier.shown_as) {
                    <p>{ text(&words) }</p>
                }
            </div>
            <div class="list-tools">
                <a class="button" href={Route { layout: ListLayout::Context, ..route.plain(route.view.clone()) }.to_string()}>{ m::AS_LINES }</a>
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
            <ul class="role-list">
                for role in &dossier.roles {
                    <li>
                        { printed_in(&role.role, role.source.language.as_deref()) }
                        if let Some(whom) = &role.affiliation {
                            <span>{ m::FOR }{ " " }{ name_link(route, whom) }</span>
                        }
                        <span>
                            { source_link(route, &role.source) }
                            if role.documents > 1 {
                                { " " }
                                { m::and_more_documents(role.documents - 1) }
                            }
                        </span>
                    </li>
                }
            </ul>
        </Section>
    }
}

/// Engagements, statements and amounts of the name. Rows of a table are drawn after those of the tables above it.
fn fact_tables(context: &RowContext, dossier: &Shared<Dossier>) -> Html {
    let all = |view: View, total: usize| (list_address(&context.route, &dossier.name, view), total);
    let (engagements, statements, amounts) =
        (dossier.engagements.rows.len(), dossier.statements.rows.len(), dossier.amounts.rows.len());
    let at = context.clone();
    let engagement_rows =
        Rows::new(dossier.rc(), 0..engagements, move |dossier, n| engagement_row(&at, &dossier.engagements.rows[n]));
    let at = context.clone();
    let statement_rows = Rows::new(dossier.rc(), 0..statements, move |dossier, n| {
        statements::statement_row(&at, &dossier.statements.rows[n])
    });
    let at = context.clone();
    let amount_rows =
        Rows::new(dossier.rc(), 0..amounts, move |dossier, n| amounts::amount_row(&at, &dossier.amounts.rows[n]));
    html! {
        <>
            { fact_table(m::ENGAGEMENTS, &ENGAGEMENT_COLUMNS, engagement_rows, 0, all(View::Engagements, dossier.engagements.total)) }
            { fact_table(m::STATEMENTS, &statements::COLUMNS, statement_rows, engagements, all(View::Statements, dossier.statements.total)) }
            { fact_table(m::AMOUNTS, &amounts::COLUMNS, amount_rows, engagements + statements, all(View::Amounts, dossier.amounts.total)) }
        </>
    }
}

/// A table under its heading with the number of all rows, and a link to the list of `all` if it has only the first; nothing if it
/// has none.
fn fact_table(
    label: &'static str,
    columns: &'static Columns,
    rows: Rows,
    skip: usize,
    all: (Option<String>, usize),
) -> Html {
    let (count, (href, total)) = (rows.len(), all);
    html! {
        if count > 0 {
            <Section heading={label} remark={m::number(total)}>
                <FactTable {columns} {label} {rows} {skip} />
                { all_link(count, href, total) }
            </Section>
        }
    }
}

/// The link to all of what only the first `shown` stand here of; nothing if these are all.
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

/// The mentions by document, those that are drawn after `drawn` rows of everything above.
fn contexts(route: &Rc<Route>, dossier: &Shared<Dossier>, drawn: usize) -> Html {
    let shown: usize = dossier.documents.iter().map(|document| document.mentions.len()).sum();
    // The tables above are drawn first.
    let mut left = drawn.saturating_sub(dossier.engagements.rows.len() + dossier.statements.rows.len());
    let mut groups = Vec::new();
    for (n, document) in dossier.documents.iter().enumerate() {
        let drawn = left.min(document.mentions.len());
        left -= drawn;
        groups.push(context_group(route, dossier, n, drawn));
    }
    let href = passages_address(route, &dossier.name);
    html! {
        <Section heading={m::IN_CONTEXT} remark={m::number(dossier.mentions)}>
            { groups }
            if shown < dossier.mentions {
                { all_link(0, href, dossier.passages) }
            }
        </Section>
    }
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
                { small(&m::part_of(document.mentions.len(), document.total)) }
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
            { by_document(route, dossier) }
            { beside(route, m::TOGETHER, &together(|kind| !OWN_PARTS.contains(&kind))) }
            { all_link(dossier.together.len(), list_address(route, &dossier.name, View::Names), dossier.together_in_all) }
            { beside(route, m::TOPICS, &together(|kind| kind == "topic")) }
            { beside(route, m::PEOPLE, &dossier.people) }
            { beside(route, m::INSTRUMENTS, &together(|kind| kind == "instrument")) }
            { beside(route, m::SYSTEMS, &together(|kind| kind == "system")) }
            { beside(route, m::OPERATIONS, &together(|kind| kind == "operation")) }
            { beside(route, m::WITHIN, &dossier.within) }
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
fn beside(route: &Route, heading: &'static str, names: &[(NameRef, usize)]) -> Html {
    let Some((_, most)) = names.first() else { return Html::default() };
    let rows = names.iter().map(|(name, count)| bar_row(name_link(route, name), *count, *most)).collect();
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
