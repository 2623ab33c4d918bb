//! The dossier of one name.

use entente_explore::tables::{DocumentMentions, Dossier, InContext, NameRef};
use entente_explore::{Facet, Filter, Query};
use yew::prelude::*;

use super::overview::thread;

use crate::components::cells;
use crate::components::facts::{ENGAGEMENT_HEADS, engagement};
use crate::components::section::section;
use crate::components::table::Table;
use crate::messages as m;
use crate::route::{Route, View};

/// Names shown beside the dossier before "more".
const BESIDE: usize = 12;

/// The dossier, as many of its mentions as are drawn by now.
pub(crate) fn one(route: &Route, dossier: Option<&Dossier>, drawn: usize) -> Html {
    let Some(dossier) = dossier else {
        return super::not_found::missing(route, m::UNKNOWN_NAME);
    };
    let name = &dossier.name;
    html! {
        <div class="page dossier">
            <header class="head list-head">
                <div>
                    <p class="crumb">
                        <span>{ m::name_kind(name.kind) }</span>
                        if let Some(code) = &dossier.code { <span>{ code }</span> }
                        if let Some(parent) = &dossier.parent { <span>{ m::BELONGS_TO }{ " " }{ cells::name(route, parent) }</span> }
                        <span>{ m::found(dossier.passages, dossier.documents.len(), dossier.passages) }</span>
                    </p>
                    <h1 class="printed"><bdi>{ &name.name }</bdi></h1>
                    if let Some(form) = dossier.forms.iter().find(|form| form.text == name.name) {
                        <p>{ m::shown_as(&form.text, form.count) }</p>
                    }
                </div>
                <div class="list-tools">
                    if let Some(link) = passages(route, name) { <a class="button" href={link}>{ m::FIND_PASSAGES }</a> }
                </div>
            </header>
            <div class="with-margin">
                <div>
                    { roles(route, dossier) }
                    { threads(route, dossier) }
                    { engagements(route, dossier) }
                    { statements(route, dossier) }
                    { forms(route, dossier) }
                    { contexts(route, &dossier.documents, drawn) }
                </div>
                <aside aria-label={m::TOGETHER}>
                    { by_document(route, &dossier.documents) }
                    { beside(route, m::TOGETHER, &dossier.together) }
                    { beside(route, m::PEOPLE, &dossier.people) }
                    { beside(route, m::WITHIN, &dossier.within) }
                </aside>
            </div>
        </div>
    }
}

/// The search for the passages that name it, where the search has a filter for its kind.
fn passages(route: &Route, name: &NameRef) -> Option<String> {
    let facet = Facet::from_word(name.kind)?;
    let query = Query::default().with_filter(Filter::default().with(facet, &name.id));
    Some(Route { query, ..route.plain(View::Search) }.to_string())
}

fn threads(route: &Route, dossier: &Dossier) -> Html {
    if dossier.threads.is_empty() {
        return Html::default();
    }
    let list = html! { <ul class="threads">{ for dossier.threads.iter().map(|found| thread(route, found)) }</ul> };
    section(m::THREADS, m::THREADS_REMARK, list)
}

fn engagements(route: &Route, dossier: &Dossier) -> Html {
    if dossier.engagements.is_empty() {
        return Html::default();
    }
    let rows = dossier.engagements.iter().map(|row| engagement(route, row)).collect::<Vec<_>>();
    let table =
        html! { <Table name="engagements" label={m::ENGAGEMENTS} heads={ENGAGEMENT_HEADS} named_by={1} {rows} /> };
    section(m::ENGAGEMENTS, &m::number(dossier.engagements.len()), table)
}

fn statements(route: &Route, dossier: &Dossier) -> Html {
    if dossier.statements.is_empty() {
        return Html::default();
    }
    let rows = dossier.statements.iter().map(|row| super::statements::row(route, row)).collect::<Vec<_>>();
    let table = html! { <Table name="statements" label={m::STATEMENTS} heads={super::statements::HEADS} named_by={2} {rows} /> };
    section(m::STATEMENTS, &m::number(dossier.statements.len()), table)
}

fn roles(route: &Route, dossier: &Dossier) -> Html {
    if dossier.roles.is_empty() {
        return Html::default();
    }
    html! {
        { section(m::ROLES, m::ROLES_REMARK, html! { <>
            <ul class="role-list">
                { for dossier.roles.iter().map(|role| html! {
                    <li>
                        <bdi class="printed">{ &role.role }</bdi>
                        if let Some(whom) = &role.affiliation { <span>{ m::FOR }{ " " }{ cells::name(route, whom) }</span> }
                        { cells::source(route, &role.source) }
                    </li>
                }) }
            </ul>
        </> }) }
    }
}

fn forms(route: &Route, dossier: &Dossier) -> Html {
    html! {
        { section(m::FORMS, m::FORMS_REMARK, html! { <>
            <ul class="form-list">
                { for dossier.forms.iter().map(|form| html! {
                    <li key={form.text.clone()}>
                        <bdi class="printed">{ &form.text }</bdi>
                        <span>{ m::times(form.count) }</span>
                        <span class="places">{ for form.places.iter().map(|place| cells::source(route, place)) }</span>
                    </li>
                }) }
            </ul>
        </> }) }
    }
}

fn contexts(route: &Route, documents: &[DocumentMentions], drawn: usize) -> Html {
    let total: usize = documents.iter().map(|document| document.mentions.len()).sum();
    let mut left = drawn;
    let groups = documents.iter().map(|document| {
        let shown = left.min(document.mentions.len());
        left -= shown;
        html! {
            <section class="context-group" key={document.document.clone()} id={format!("in-{}", document.document)}>
                <h3>{ cells::title(route, &document.document, &document.title, document.titled) }<small>{ m::number(document.mentions.len()) }</small></h3>
                <ol>{ for document.mentions.iter().take(shown).map(|mention| context(route, mention)) }</ol>
            </section>
        }
    });
    html! { { section(m::IN_CONTEXT, &m::number(total), html! { <>{ for groups }</> }) } }
}

fn context(route: &Route, mention: &InContext) -> Html {
    html! {
        <li class="context">
            { cells::place(route, &mention.source) }
            <span class="printed" dir="auto" lang={mention.source.language.clone()}>{ &mention.before }<b>{ &mention.words }</b>{ &mention.behind }</span>
        </li>
    }
}

fn by_document(route: &Route, documents: &[DocumentMentions]) -> Html {
    let most = documents.iter().map(|document| document.mentions.len()).max().unwrap_or(1);
    let rows = documents.iter().map(|document| {
        let link = document.mentions.first().map(|mention| cells::address(route, &mention.source)).unwrap_or_default();
        bar(html! { <a class="printed" href={link}><bdi>{ &document.title }</bdi></a> }, document.mentions.len(), most)
    });
    html! { { section(m::BY_DOCUMENT, m::MENTIONS, html! { <><ul class="bar-list">{ for rows }</ul></> }) } }
}

fn bar(label: Html, count: usize, most: usize) -> Html {
    html! {
        <li>{ label }<span>{ m::number(count) }</span><svg aria-hidden="true"><rect width={format!("{}%", count * 100 / most.max(1))} height="100%" /></svg></li>
    }
}

/// Names with counts, the first of them; the others unfold.
fn beside(route: &Route, heading: &'static str, names: &[(NameRef, usize)]) -> Html {
    if names.is_empty() {
        return Html::default();
    }
    let most = names.first().map_or(1, |(_, count)| *count);
    let rows = |list: &[(NameRef, usize)]| {
        html! { <ul class="bar-list">{ for list.iter().map(|(name, count)| bar(cells::name(route, name), *count, most)) }</ul> }
    };
    let (first, rest) = names.split_at(names.len().min(BESIDE));
    let content = html! {
        <>
            { rows(first) }
            if !rest.is_empty() { <details class="more"><summary>{ format!("{} more", m::number(rest.len())) }</summary>{ rows(rest) }</details> }
        </>
    };
    section(heading, m::PASSAGES, content)
}
