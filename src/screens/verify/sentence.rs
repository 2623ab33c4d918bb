//! What is said of one sentence: its quotations, values and names, and what was said before with nearly the same words.

use std::rc::Rc;

use entente_verify::report::{
    CheckedQuotation, CheckedSentence, CheckedValue, Difference, NameVerdict, Precedent, Side, Target, ValueVerdict,
};
use entente_verify::wording;
use yew::prelude::*;

use crate::components::date_label::date_label;
use crate::components::references::{address, passage_address, passage_id};
use crate::components::row_tools::{RowContext, source_tools};
use crate::components::strip::strip;
use crate::components::text::{bdi, printed_in, text};
use crate::components::verdicts::{place_of, place_row, source_of};
use crate::context::use_view_context;
use crate::messages as m;
use crate::route::{Route, View};

/// Properties of [`SentenceCard`].
#[derive(Properties)]
pub(crate) struct SentenceCardProps {
    /// The whole checked text.
    pub(crate) whole: Rc<str>,
    pub(crate) sentence: Rc<CheckedSentence>,
}

impl PartialEq for SentenceCardProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.sentence, &other.sentence)
    }
}

/// A sentence with its verdicts.
#[component]
pub(crate) fn SentenceCard(props: &SentenceCardProps) -> Html {
    let here = use_view_context();
    let at = RowContext::from(&here);
    let sentence = &props.sentence;
    let own = |range: &std::ops::Range<usize>| props.whole.get(range.clone()).unwrap_or_default();
    let (state, says) = m::sentence_state(sentence);
    let words = text(&m::one_line(own(&sentence.range)));
    let has_verdicts = !(sentence.quotations.is_empty() && sentence.values.is_empty() && sentence.names.is_empty());
    html! {
        <li class="checked" id={m::sentence_id(sentence.number)} tabindex="-1">
            <header>
                <span class="sentence-at" aria-hidden="true">{ sentence.number }</span>
                <h3 dir="auto">{ heading(&at.route, sentence, words) }</h3>
                <span class="state" data-state={state}>{ says }</span>
            </header>
            if has_verdicts {
                <ul class="verdict-list">
                    for found in &sentence.quotations {
                        { quotation(&at, own(&found.range), found) }
                    }
                    for found in &sentence.values {
                        { value(&at, own(&found.range), found) }
                    }
                    { names(&at.route, &props.whole, sentence) }
                </ul>
            }
            { uses(sentence) }
            if !sentence.precedents.is_empty() {
                <ol class="precedents" aria-label={m::PRECEDENTS}>
                    for found in &sentence.precedents {
                        { precedent(&at, found) }
                    }
                </ol>
            }
        </li>
    }
}

/// The sentence; it leads to the first place, if there is one.
fn heading(route: &Route, sentence: &CheckedSentence, words: Html) -> Html {
    let quoted = sentence.quotations.iter().flat_map(|found| &found.targets);
    let near = sentence.precedents.iter().map(|found| &found.target);
    let given = sentence.values.iter().filter_map(|found| found.target.as_ref());
    match quoted.chain(near).chain(given).next() {
        Some(target) => html! { <a class="title" href={passage_address(route, &source_of(target))}>{ words }</a> },
        None => html! { <span class="title" tabindex="-1">{ words }</span> },
    }
}

fn quotation(at: &RowContext, words: &str, found: &CheckedQuotation) -> Html {
    let (state, _) = m::quotation_state(found.verdict);
    html! {
        <li data-state={state}>
            <b>{ m::QUOTATION }</b>
            <div>
                <p><q class="printed" dir="auto">{ text(&m::begin_of(words)) }</q>{ " " }{ m::quotation(found) }</p>
                if !found.difference.changes.is_empty() {
                    <p class="printed" dir="auto">{ compared(&found.difference) }</p>
                }
                if !found.targets.is_empty() {
                    { place_list(at, found.targets.iter(), found.more) }
                }
                if let Some(said) = &found.attribution {
                    <p class="state" data-state={if said.agrees { "stands" } else { "gone" }}>
                        { m::attribution(said) }
                        { ": " }
                        { place_of(&at.route, &said.target) }
                    </p>
                }
            </div>
        </li>
    }
}

fn place_list<'t>(at: &RowContext, targets: impl Iterator<Item = &'t Target>, more: usize) -> Html {
    html! {
        <ul class="places">
            for target in targets {
                { place_row(at, target) }
            }
            if more > 0 {
                <li>{ m::further_places(more) }</li>
            }
        </ul>
    }
}

fn value(at: &RowContext, words: &str, found: &CheckedValue) -> Html {
    let (state, says) = match found.verdict {
        ValueVerdict::Same => ("stands", m::SAME_VALUE),
        ValueVerdict::Another => ("differs", m::ANOTHER_IS_GIVEN),
        ValueVerdict::NotFound => ("unsure", m::NOT_WITH_NAMES),
    };
    html! {
        <li data-state={state}>
            <b>{ text(words) }</b>
            <div>
                <p>
                    { says }
                    if let Some(target) = &found.target {
                        { " " }
                        if found.verdict == ValueVerdict::Another {
                            { printed_in(&target.quote, target.language.as_deref()) }
                            { " " }
                        }
                        { place_of(&at.route, target) }
                    }
                </p>
            </div>
        </li>
    }
}

/// Names: those of other forms or none with a row each, the known ones in one.
fn names(route: &Route, whole: &str, sentence: &CheckedSentence) -> Html {
    let link = |name: &str, id: &str| {
        html! { <a class="name-link" href={address(route, View::Name(id.to_owned()))}>{ bdi(name) }</a> }
    };
    let words = |range: &std::ops::Range<usize>| text(whole.get(range.clone()).unwrap_or_default());
    let mut known: Vec<&(String, String)> = Vec::new();
    let mut rows: Vec<Html> = Vec::new();
    for found in &sentence.names {
        match (found.verdict, &found.entity) {
            (NameVerdict::Known, Some(entity)) if known.contains(&entity) => {}
            (NameVerdict::Known, Some(entity)) => known.push(entity),
            (NameVerdict::OtherForm, Some((name, id))) => rows.push(html! {
                <li data-state="differs"><b>{ words(&found.range) }</b><div><p>{ m::OTHER_FORM }{ " " }{ link(name, id) }</p></div></li>
            }),
            (NameVerdict::Known | NameVerdict::OtherForm | NameVerdict::Unknown, _) => rows.push(html! {
                <li data-state="unsure"><b>{ words(&found.range) }</b><div><p>{ m::NAME_NOT_HERE }</p></div></li>
            }),
        }
    }
    html! {
        <>
            { for rows }
            if !known.is_empty() {
                <li data-state="stands">
                    <b>{ m::NAMES }</b>
                    <div>
                        <p>
                            { m::KNOWN_NAMES }
                            { " " }
                            for (n, (name, id)) in known.into_iter().enumerate() {
                                if n > 0 {
                                    { ", " }
                                }
                                { link(name, id) }
                            }
                        </p>
                    </div>
                </li>
            }
        </>
    }
}

/// How often the words of the best precedent are used, over time; nothing if once.
fn uses(sentence: &CheckedSentence) -> Html {
    let Some(uses) = &sentence.uses else { return Html::default() };
    let Some(says) = wording::uses(uses) else { return Html::default() };
    html! { <div class="uses">{ strip(&uses.places, None) }<p>{ text(&m::sentence_case(&says)) }</p></div> }
}

fn precedent(at: &RowContext, found: &Precedent) -> Html {
    let target = &found.target;
    let history = address(&at.route, View::History(passage_id(&source_of(target))));
    html! {
        <li class="precedent">
            { date_label(target.date.as_ref(), None) }
            <div>
                <p class="printed" dir="auto" lang={target.language.clone()}>{ compared(&found.difference) }</p>
                <ul class="places">
                    { place_row(at, target) }
                    for also in &found.also {
                        { place_row(at, also) }
                    }
                </ul>
                <p class="tools">
                    if !found.parties.is_empty() {
                        <span>{ m::with_parties(&found.parties) }</span>
                    }
                    <a href={history}>{ m::HISTORY_LINK }</a>
                    { source_tools(at, &source_of(target)) }
                </p>
            </div>
            <span class="differing-count">{ wording::differing(found.difference.words) }</span>
        </li>
    }
}

/// The words of both sides in order: struck out what only the text has, underlined what only the documents have.
pub(crate) fn compared(difference: &Difference) -> Html {
    html! {
        for (n, run) in difference.runs.iter().enumerate() {
            if n > 0 {
                { " " }
            }
            { match run.side {
                Side::Both => text(&run.text),
                Side::Text => html! { <del>{ text(&run.text) }</del> },
                Side::Source => html! { <ins>{ text(&run.text) }</ins> },
            } }
        }
    }
}
