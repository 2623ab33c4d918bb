//! The dossier of one name.

use entente_explore::tables::{DocumentMentions, Dossier, InContext, NameRef};
use entente_explore::{Facet, Filter, Query};
use yew::prelude::*;

use super::ViewProps;
use crate::components::cells;
use crate::components::section::Section;
use crate::components::table::use_growing;
use crate::messages as m;
use crate::route::{Route, View};

/// Names shown beside the dossier before "more".
const BESIDE: usize = 12;

#[derive(Properties, PartialEq)]
pub(crate) struct NameProps {
    pub(crate) view: ViewProps,
    pub(crate) id: AttrValue,
}

#[component]
pub(crate) fn Name(props: &NameProps) -> Html {
    let ViewProps { library, route, .. } = &props.view;
    let dossier = use_memo((library.clone(), props.id.clone()), |(library, id)| library.dossier(id));
    let drawn = use_growing(dossier.as_ref().as_ref().map_or(0, |dossier| dossier.mentions));
    let Some(dossier) = dossier.as_ref() else {
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
                    { forms(route, dossier) }
                    { contexts(route, &dossier.documents, drawn) }
                </div>
                <aside aria-label={m::TOGETHER}>
                    { by_document(route, &dossier.documents) }
                    <Beside heading={m::TOGETHER} route={route.clone()} names={dossier.together.clone()} />
                    <Beside heading={m::PEOPLE} route={route.clone()} names={dossier.people.clone()} />
                    <Beside heading={m::WITHIN} route={route.clone()} names={dossier.within.clone()} />
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

fn roles(route: &Route, dossier: &Dossier) -> Html {
    if dossier.roles.is_empty() {
        return Html::default();
    }
    html! {
        <Section heading={m::ROLES} remark={m::ROLES_REMARK}>
            <ul class="role-list">
                { for dossier.roles.iter().map(|role| html! {
                    <li>
                        <bdi class="printed">{ &role.role }</bdi>
                        if let Some(whom) = &role.affiliation { <span>{ m::FOR }{ " " }{ cells::name(route, whom) }</span> }
                        { cells::source(route, &role.source) }
                    </li>
                }) }
            </ul>
        </Section>
    }
}

fn forms(route: &Route, dossier: &Dossier) -> Html {
    html! {
        <Section heading={m::FORMS} remark={m::FORMS_REMARK}>
            <ul class="form-list">
                { for dossier.forms.iter().map(|form| html! {
                    <li key={form.text.clone()}>
                        <bdi class="printed">{ &form.text }</bdi>
                        <span>{ m::times(form.count) }</span>
                        <span class="places">{ for form.places.iter().map(|place| cells::source(route, place)) }</span>
                    </li>
                }) }
            </ul>
        </Section>
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
    html! { <Section heading={m::IN_CONTEXT} remark={m::number(total)}>{ for groups }</Section> }
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
    html! { <Section heading={m::BY_DOCUMENT} remark={m::MENTIONS}><ul class="bar-list">{ for rows }</ul></Section> }
}

fn bar(label: Html, count: usize, most: usize) -> Html {
    html! {
        <li>{ label }<span>{ m::number(count) }</span><svg aria-hidden="true"><rect width={format!("{}%", count * 100 / most.max(1))} height="100%" /></svg></li>
    }
}

#[derive(Properties, PartialEq)]
struct BesideProps {
    heading: &'static str,
    route: Route,
    names: Vec<(NameRef, usize)>,
}

/// Names with counts, the first of them.
#[component]
fn Beside(props: &BesideProps) -> Html {
    let all = use_state(|| false);
    if props.names.is_empty() {
        return Html::default();
    }
    let most = props.names.first().map_or(1, |(_, count)| *count);
    let limit = if *all { usize::MAX } else { BESIDE };
    let hidden = props.names.len().saturating_sub(limit);
    let rows = props.names.iter().take(limit).map(|(name, count)| bar(cells::name(&props.route, name), *count, most));
    html! {
        <Section heading={props.heading} remark={m::PASSAGES}>
            <ul class="bar-list">{ for rows }</ul>
            if hidden > 0 {
                <button type="button" class="plain-button" onclick={move |_: MouseEvent| all.set(true)}>{ format!("{} more", m::number(hidden)) }</button>
            }
        </Section>
    }
}
