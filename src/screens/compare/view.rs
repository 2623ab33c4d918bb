//! Two texts side by side, word by word; two names side by side, with what they have in common.

use std::ops::Range;
use std::rc::Rc;

use entente_brief::Reference;
use entente_explore::tables::{
    Became, Change, Comparison, Facing, NameRef, NameSide, NamesCompared, PASTED, PartnerOfEither, SharedBy, Side,
    Source,
};
use entente_explore::{Axis, Filter, Query};
use yew::prelude::*;

use super::picker::{self, ComparePicker, Picker};
use crate::actions::FocusAction;
use crate::components::differences::compared_words;
use crate::components::engagement::{ENGAGEMENT_COLUMNS, engagement_row};
use crate::components::fact_table::{Columns, FactTable};
use crate::components::long_list::{LongList, Rows};
use crate::components::references::{
    address, document_title, evidence, name_link, passage_id, place_label, place_link, source_link,
};
use crate::components::row_tools::{RowContext, passage_reference, row_tools};
use crate::components::section::Section;
use crate::components::shared::Shared;
use crate::components::text::{bdi, text};
use crate::context::{ViewContext, on_event, use_view_context};
use crate::messages as m;
use crate::route::{Route, View};

static PARTNER_COLUMNS: Columns =
    Columns { name: "partners", heads: &[m::NAME, m::LEFT, m::RIGHT], sorts: &[], own_order: None, named_by: 0 };
/// Forms of a name that are shown.
const SHOWN_FORMS: usize = 6;

/// A run of more identical paragraphs than this shows only its first and last ones.
const SHOWN_IDENTICAL: usize = 3;

/// A part of a comparison: a paragraph, or a run of identical ones that is one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// The paragraph of this index.
    One(usize),
    /// Identical paragraphs.
    Identical(Range<usize>),
}

/// The parts of a comparison: identical paragraphs between changes are folded, so that one change is near the next.
pub(crate) fn parts(found: &Comparison) -> Vec<Part> {
    let mut out = Vec::new();
    let mut next = 0;
    while next < found.facing.len() {
        let run = found.facing[next..].iter().take_while(|facing| facing.became() == Became::Identical).count();
        let end = next + run.max(1);
        if run > SHOWN_IDENTICAL {
            out.push(Part::One(next));
            out.push(Part::Identical(next + 1..end - 1));
            out.push(Part::One(end - 1));
        } else {
            out.extend((next..end).map(Part::One));
        }
        next = end;
    }
    out
}

/// Properties of [`Choose`].
#[derive(Properties, PartialEq)]
pub(crate) struct ChooseProps {
    pub(crate) picker: Shared<Picker>,
}

/// The choice of two sides.
#[component]
pub(crate) fn Choose(props: &ChooseProps) -> Html {
    html! {
        <div class="page">
            <header class="head"><h1>{ m::COMPARE }</h1><p>{ m::CHOOSE_LEAD }</p></header>
            <ComparePicker picker={props.picker.clone()} />
        </div>
    }
}

/// That the two sides cannot be compared, with the choice of others.
fn not_comparable(picker: &Shared<Picker>, what: &'static str) -> Html {
    html! {
        <div class="page">
            <header class="head"><h1>{ m::COMPARE }</h1><p class="nothing" role="status">{ what }</p></header>
            <ComparePicker picker={picker.clone()} />
        </div>
    }
}

/// Properties of [`CompareTexts`].
#[derive(Properties, PartialEq)]
pub(crate) struct CompareTextsProps {
    pub(crate) found: Option<Shared<Comparison>>,
    pub(crate) parts: Shared<Vec<Part>>,
    pub(crate) picker: Shared<Picker>,
}

/// The comparison of two texts, as many of its passages as are drawn by now.
#[component]
pub(crate) fn CompareTexts(props: &CompareTextsProps) -> Html {
    let here = use_view_context();
    let route = here.route.clone();
    let picker = &props.picker;
    let Some(found) = &props.found else {
        let is_pasting = picker.left.address == PASTED || picker.right.address == PASTED;
        let what = if is_pasting && picker.pasted.trim().is_empty() { m::PASTE_FIRST } else { m::UNKNOWN_COMPARE };
        return not_comparable(picker, what);
    };
    let at_rows = RowContext::from(&here);
    let data = Rc::new((found.rc().clone(), props.parts.rc().clone()));
    let rows = use_memo((found.clone(), props.parts.clone(), here.route.clone()), |_| {
        Rows::new(&data, 0..data.1.len(), move |(found, parts), n| match &parts[n] {
            Part::One(at) => facing_row(&at_rows, &found.facing[*at], *at),
            Part::Identical(range) => identical_rows(&at_rows, &found.facing[range.clone()], range.start),
        })
    });
    html! {
        <div class="page">
            <header class="head list-head">
                <div><h1>{ m::COMPARE }</h1><p>{ m::COMPARE_LEAD }{ " " }{ m::same(found.same) }</p></div>
                <div class="list-tools">
                    if let Some(href) = history(&route, found) {
                        <a class="button" {href}>{ m::HISTORY_LINK }</a>
                    }
                    <a class="button" href={address(&route, View::Pairs)}>{ m::ALL_PAIRS }</a>
                </div>
            </header>
            <ComparePicker picker={picker.clone()} />
            { changes(&here, found) }
            // The style sheet does it: what differs in form alone is marked for it.
            <input class="hide-formatting" id="hide-formatting" type="checkbox" />
            <label class="check" for="hide-formatting">{ m::HIDE_FORMATTING }</label>
            <p class="compare-key">
                <span><del>{ m::REMOVED }</del>{ " " }{ m::ONLY_LEFT }</span>
                <span><ins>{ m::ADDED }</ins>{ " " }{ m::ONLY_RIGHT }</span>
            </p>
            { only_sentence(found) }
            <div class="comparison">
                <div class="compare-row compare-heads">
                    { text_heading(&route, &found.left, &picker.left) }
                    { text_heading(&route, &found.right, &picker.right) }
                </div>
                <LongList rows={(*rows).clone()} drawn={here.visit.drawn} />
            </div>
        </div>
    }
}

/// Of two passages, the address of the earlier and later wordings of the first.
fn history(route: &Route, found: &Comparison) -> Option<String> {
    match found.facing.as_slice() {
        [Facing { left: Some(left), right: Some(_) }] if !left.source.passage.is_empty() => {
            Some(address(route, View::History(passage_id(&left.source))))
        }
        _ => None,
    }
}

/// How many paragraphs are changed, added and gone, and the way from one to the next; nothing for two passages.
fn changes(here: &ViewContext, found: &Comparison) -> Html {
    if found.facing.len() < 2 {
        return Html::default();
    }
    let count = |became: Became| found.facing.iter().filter(|facing| facing.became() == became).count();
    let counts = [Became::Changed, Became::Added, Became::Gone, Became::Identical].map(count);
    let differ = found.facing.len() - counts[3];
    let step = |by: i32, label: &'static str, key: &'static str| {
        let onclick = on_event(here, FocusAction::Step(CHANGES, by));
        html! {
            <button class="button" type="button" {onclick}>{ label }{ " " }<kbd aria-hidden="true">{ key }</kbd></button>
        }
    };
    html! {
        <div class="changes">
            <p class="count">{ m::paragraphs_changed(counts) }</p>
            if differ > 0 {
                { step(-1, m::PREVIOUS_CHANGE, "p") }
                { step(1, m::NEXT_CHANGE, "n") }
            }
        </div>
    }
}

/// Paragraphs that are changed, added or gone.
pub(crate) const CHANGES: &str = ".compare-row[data-became]:not([data-became=identical])";

/// Two paragraphs side by side.
fn facing_row(at: &RowContext, facing: &Facing, n: usize) -> Html {
    let route = &at.route;
    let became = facing.became();
    let is_cited = |side: &&Side| !side.source.document.is_empty() && !side.source.passage.is_empty();
    let (left, right) = (facing.left.as_ref().filter(is_cited), facing.right.as_ref().filter(is_cited));
    // Two passages are collected as a pair, one by itself.
    let tools = match (left, right) {
        (Some(left), Some(right)) => {
            Some((&left.source, Reference::Pair(passage_id(&left.source), passage_id(&right.source))))
        }
        (Some(one), None) | (None, Some(one)) => Some((&one.source, passage_reference(&one.source))),
        (None, None) => None,
    };
    html! {
        <div class="compare-row" key={n} data-became={became.as_str()} tabindex="-1" role="group" aria-label={m::became(became.as_str())}>
            { side(route, facing.left.as_ref(), true) }
            { side(route, facing.right.as_ref(), false) }
            if let Some((source, reference)) = tools {
                { row_tools(at, source, reference) }
            }
        </div>
    }
}

/// Identical paragraphs as one line that opens.
fn identical_rows(at: &RowContext, facing: &[Facing], first: usize) -> Html {
    html! {
        <details class="more identical" key={first}>
            <summary>{ m::identical_paragraphs(facing.len()) }</summary>
            for (n, facing) in facing.iter().enumerate() {
                { facing_row(at, facing, first + n) }
            }
        </details>
    }
}

fn text_heading(route: &Route, source: &Source, side: &picker::Side) -> Html {
    html! {
        <h2>
            if side.address == PASTED {
                { m::PASTED_TEXT }
            } else {
                { document_title(route, &source.document, &source.title, source.titled) }
            }
        </h2>
    }
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
            if side.source.document.is_empty() {
                <p class="crumb">{ text(&place_label(&side.source)) }</p>
            } else {
                <p class="crumb">{ place_link(route, &side.source) }</p>
            }
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
    pub(crate) picker: Shared<Picker>,
}

/// The comparison of two names.
#[component]
pub(crate) fn CompareNames(props: &CompareNamesProps) -> Html {
    let here = use_view_context();
    let route = here.route.clone();
    let Some(found) = &props.found else {
        return not_comparable(&props.picker, m::UNKNOWN_COMPARE);
    };
    let (engagements, both, partners) = (found.engagements.len(), found.both.len(), found.partners.len());
    html! {
        <div class="page">
            <header class="head">
                <h1>{ m::COMPARE }</h1>
                <p>{ m::compare_names_lead(both, engagements) }</p>
            </header>
            <ComparePicker picker={props.picker.clone()} />
            { shares(&route, found) }
            <div class="comparison name-sides">
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

/// What only the left name has, what both have, what only the right one has. Each number opens what it counts.
fn shares(route: &Route, found: &NamesCompared) -> Html {
    let (left, right) = (&found.left.name, &found.right.name);
    html! {
        <table class="shares">
            <caption class="unseen-text">{ m::SHARES }</caption>
            <thead>
                <tr>
                    <td></td>
                    <th scope="col">{ m::ONLY }{ " " }{ bdi(&left.name) }</th>
                    <th scope="col">{ m::BOTH }</th>
                    <th scope="col">{ m::ONLY }{ " " }{ bdi(&right.name) }</th>
                </tr>
            </thead>
            <tbody>
                for share in &found.shares {
                    <tr>
                        <th scope="row">{ shared_label(share.of) }</th>
                        <td>{ counted(route, share.of, share.left, only_one_of(left, right)) }</td>
                        <td>{ counted(route, share.of, share.both, both_of(left, right)) }</td>
                        <td>{ counted(route, share.of, share.right, only_one_of(right, left)) }</td>
                    </tr>
                }
            </tbody>
        </table>
    }
}

fn shared_label(shared: SharedBy) -> &'static str {
    match shared {
        SharedBy::Passages => m::PASSAGES,
        SharedBy::Documents => m::DOCUMENTS,
        SharedBy::Engagements => m::ENGAGEMENTS,
        SharedBy::Names => m::NAMED_WITH_EITHER,
    }
}

/// The filter for what `name` has without `other`; `None` if the kind of one of them is not a filter.
fn only_one_of(name: &NameRef, other: &NameRef) -> Option<Filter> {
    let (wanted, unwanted) = (Axis::from_word(name.kind)?, Axis::from_word(other.kind)?);
    Some(Filter::default().with(wanted, &name.id).excluding(unwanted, &other.id))
}

/// The filter for what both names have; `None` if there is no such filter. Two values of one filter mean either of them, so
/// that the kinds have to differ.
fn both_of(left: &NameRef, right: &NameRef) -> Option<Filter> {
    let (one, other) = (Axis::from_word(left.kind)?, Axis::from_word(right.kind)?);
    (one != other).then(|| Filter::default().with(one, &left.id).with(other, &right.id))
}

fn counted(route: &Route, shared: SharedBy, count: usize, filter: Option<Filter>) -> Html {
    let view = match shared {
        SharedBy::Passages => Some(View::Search),
        SharedBy::Documents => Some(View::Documents),
        SharedBy::Engagements => Some(View::Engagements),
        SharedBy::Names => None,
    };
    match view.zip(filter).filter(|_| count > 0) {
        Some((view, filter)) => {
            let href = route.plain(view).with(Query::default().with_filter(filter)).to_string();
            html! { <a {href}>{ m::number(count) }</a> }
        }
        None => Html::from(m::number(count)),
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
        let PartnerOfEither { name, left, right } = &found.partners[n];
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
