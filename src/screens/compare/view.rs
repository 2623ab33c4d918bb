//! Two texts side by side, word by word; two names side by side, with what they have in common.

use std::rc::Rc;

use entente_explore::tables::{Change, Comparison, Facing, NameSide, NamesCompared, Side, Source};
use yew::prelude::*;

use crate::components::differences::compared_words;
use crate::components::engagement::{ENGAGEMENT_COLUMNS, engagement_row};
use crate::components::fact_table::{Columns, FactTable};
use crate::components::long_list::{LongList, Rows};
use crate::components::references::{
    address, document_title, evidence, name_link, place_label, place_link, source_link,
};
use crate::components::row_tools::RowContext;
use crate::components::section::Section;
use crate::components::shared::Shared;
use crate::components::text::{bdi, text};
use crate::context::use_view_context;
use crate::messages as m;
use crate::route::{Route, View};
use crate::screens::not_found::view::NothingFound;

static PARTNER_COLUMNS: Columns =
    Columns { name: "partners", heads: &[m::NAME, m::LEFT, m::RIGHT], sorts: &[], own_order: None, named_by: 0 };
/// Forms of a name that are shown.
const SHOWN_FORMS: usize = 6;

/// Properties of [`CompareTexts`].
#[derive(Properties, PartialEq)]
pub(crate) struct CompareTextsProps {
    pub(crate) found: Option<Shared<Comparison>>,
}

/// The comparison of two texts, as many of its passages as are drawn by now.
#[component]
pub(crate) fn CompareTexts(props: &CompareTextsProps) -> Html {
    let here = use_view_context();
    let route = here.route.clone();
    let Some(found) = &props.found else {
        return html! { <NothingFound what={m::UNKNOWN_COMPARE} /> };
    };
    let row_route = route.clone();
    let rows = Rows::new(found.rc(), 0..found.facing.len(), move |found, n| {
        let pair = &found.facing[n];
        html! { <>{ side(&row_route, pair.left.as_ref(), true) }{ side(&row_route, pair.right.as_ref(), false) }</> }
    });
    html! {
        <div class="page">
            <header class="head list-head">
                <div><h1>{ m::COMPARE }</h1><p>{ m::COMPARE_LEAD }{ " " }{ m::same(found.same) }</p></div>
                <div class="list-tools">
                    <a class="button" href={address(&route, View::Pairs)}>{ m::ALL_PAIRS }</a>
                </div>
            </header>
            // The style sheet does it: what differs in form alone is marked for it.
            <input class="hide-formatting" id="hide-formatting" type="checkbox" />
            <label class="check" for="hide-formatting">{ m::HIDE_FORMATTING }</label>
            <p class="compare-key">
                <span><del>{ m::REMOVED }</del>{ " " }{ m::ONLY_LEFT }</span>
                <span><ins>{ m::ADDED }</ins>{ " " }{ m::ONLY_RIGHT }</span>
            </p>
            { only_sentence(found) }
            <div class="comparison">
                { text_heading(&route, &found.left) }
                { text_heading(&route, &found.right) }
                <LongList {rows} drawn={here.visit.drawn} />
            </div>
        </div>
    }
}

fn text_heading(route: &Route, source: &Source) -> Html {
    html! { <h2>{ document_title(route, &source.document, &source.title, source.titled) }</h2> }
}

/// For two passages, what each side has alone, in a sentence; nothing for longer texts.
fn only_sentence(found: &Comparison) -> Html {
    let [Facing { left: Some(left), right: Some(right) }] = found.facing.as_slice() else { return Html::default() };
    html! { <p class="printed">{ text(&only_in(left)) }{ " " }{ text(&only_in(right)) }</p> }
}

fn only_in(side: &Side) -> String {
    let only = side.runs.iter().filter(|run| run.change == Change::Only);
    let words: Vec<String> = only.map(|run| run.text.clone()).collect();
    if words.is_empty() { String::new() } else { m::only_in(&place_label(&side.source), &words) }
}

fn side(route: &Route, side: Option<&Side>, is_left: bool) -> Html {
    let Some(side) = side else {
        return html! { <div class="missing">{ m::NOTHING_HERE }</div> };
    };
    html! {
        <div>
            <p class="crumb">{ place_link(route, &side.source) }</p>
            <p class="printed" dir="auto" lang={side.source.language.clone()}>
                { compared_words(&side.runs, is_left) }
            </p>
        </div>
    }
}

/// Properties of [`CompareNames`].
#[derive(Properties, PartialEq)]
pub(crate) struct CompareNamesProps {
    pub(crate) found: Option<Shared<NamesCompared>>,
}

/// The comparison of two names.
#[component]
pub(crate) fn CompareNames(props: &CompareNamesProps) -> Html {
    let here = use_view_context();
    let route = here.route.clone();
    let Some(found) = &props.found else {
        return html! { <NothingFound what={m::UNKNOWN_COMPARE} /> };
    };
    let (engagements, both, partners) = (found.engagements.len(), found.both.len(), found.partners.len());
    html! {
        <div class="page">
            <header class="head">
                <h1>{ m::COMPARE }</h1>
                <p>{ m::compare_names_lead(both, engagements) }</p>
            </header>
            <div class="comparison">
                { name_side(&route, &found.left) }
                { name_side(&route, &found.right) }
            </div>
            if engagements > 0 {
                <Section heading={m::BOTH_ENGAGEMENTS} remark={m::number(engagements)}>
                    <FactTable
                        columns={&ENGAGEMENT_COLUMNS}
                        label={m::ENGAGEMENTS}
                        rows={engagements_of_both(found, RowContext::from(&here))}
                    />
                </Section>
            }
            if both > 0 {
                <Section heading={m::BOTH_PASSAGES} remark={m::number(both)}>
                    <ol class="contexts"><LongList rows={passages_of_both(found, &here.route)} drawn={here.visit.drawn} /></ol>
                </Section>
            }
            if partners > 0 {
                <Section heading={m::NAMED_WITH_EITHER} remark={m::number(partners)}>
                    <FactTable
                        columns={&PARTNER_COLUMNS}
                        label={m::NAMED_WITH_EITHER}
                        rows={partner_rows(found, &here.route)}
                    />
                </Section>
            }
        </div>
    }
}

fn engagements_of_both(found: &Shared<NamesCompared>, at: RowContext) -> Rows {
    Rows::new(found.rc(), 0..found.engagements.len(), move |found, n| engagement_row(&at, &found.engagements[n]))
}

fn passages_of_both(found: &Shared<NamesCompared>, route: &Rc<Route>) -> Rows {
    let route = route.clone();
    Rows::new(found.rc(), 0..found.both.len(), move |found, n| {
        let source = &found.both[n];
        html! { <li class="said">{ source_link(&route, source) }{ evidence(source) }</li> }
    })
}

fn partner_rows(found: &Shared<NamesCompared>, route: &Rc<Route>) -> Rows {
    let route = route.clone();
    let count = |count: usize| if count == 0 { Html::from("·") } else { Html::from(m::number(count)) };
    Rows::new(found.rc(), 0..found.partners.len(), move |found, n| {
        let (name, left, right) = &found.partners[n];
        PARTNER_COLUMNS.row(format!("partner-{n}"), [name_link(&route, name), count(*left), count(*right)])
    })
}

fn name_side(route: &Route, side: &NameSide) -> Html {
    let name = &side.name;
    let forms = &side.forms[..side.forms.len().min(SHOWN_FORMS)];
    html! {
        <div>
            <p class="crumb">{ m::name_kind(name.kind) }</p>
            <h2><a class="title" href={address(route, View::Name(name.id.clone()))}>{ bdi(&name.name) }</a></h2>
            <p>{ m::in_documents(side.passages, side.documents) }</p>
            <p>{ m::comma(&m::engagements(side.engagements), &m::statements(side.statements)) }</p>
            <p class="printed">{ text(&forms.join("; ")) }</p>
        </div>
    }
}
