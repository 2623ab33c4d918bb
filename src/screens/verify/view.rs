//! The text at the left, what this file says to it at the right.

use std::rc::Rc;

use entente_verify::wording;
use yew::prelude::*;

use super::Limits;
use super::draft::{draft_field, draft_text};
use super::limits::limit_choices;
use super::sentence::SentenceCard;
use crate::actions::{CheckAction, Copied, CopyText, SaveAs};
use crate::components::chips::Chips;
use crate::components::shared::Shared;
use crate::components::text::text;
use crate::context::{ViewContext, on_event, use_view_context};
use crate::hooks::CheckedText;
use crate::messages as m;

/// Properties of [`Verify`].
#[derive(Properties, PartialEq)]
pub(crate) struct VerifyProps {
    pub(crate) limits: Shared<Limits>,
}

/// The screen.
#[component]
pub(crate) fn Verify(props: &VerifyProps) -> Html {
    let here = use_view_context();
    let checking = here.checking.clone();
    let checked = checking.checked.clone();
    html! {
        <div class="page verify">
            <header class="head list-head">
                <div><h1>{ m::VERIFY }</h1><p>{ m::VERIFY_LEAD }</p></div>
                if let Some(checked) = &checked {
                    { outputs(&here, checked) }
                }
            </header>
            <div class="verify-columns">
                <section class="draft" aria-labelledby="draft-heading">
                    <header><h2 id="draft-heading">{ m::YOUR_TEXT }</h2><p>{ m::STAYS_HERE }</p></header>
                    if !checking.is_closed {
                        <DraftField key={checking.revision} />
                    }
                    if let Some(checked) = checked.as_ref().filter(|checked| checking.is_closed || !checked.sentences.is_empty()) {
                        if !checking.is_closed {
                            <h3>{ m::WITH_VERDICTS }</h3>
                        }
                        { draft_text(&here, checked) }
                    }
                    { draft_tools(&here) }
                    { state(&here) }
                    if let Some(checked) = &checked {
                        { sums(checked) }
                    }
                    <p class="note">{ wording::CAVEAT }</p>
                </section>
                <section class="answers" aria-label={m::WHAT_FILE_SAYS}>
                    { limit_choices(&here, &props.limits) }
                    <Chips />
                    if let Some(checked) = checked.filter(|checked| !checked.sentences.is_empty()) {
                        <p class="compare-key">
                            <span><ins>{ m::ADDED }</ins>{ " " }{ m::ONLY_IN_SOURCE }</span>
                            <span><del>{ m::REMOVED }</del>{ " " }{ m::ONLY_IN_TEXT }</span>
                        </p>
                        { cards(&here, &checked) }
                    } else {
                        <p class="missing">{ m::NOTHING_CHECKED }</p>
                    }
                </section>
            </div>
        </div>
    }
}

/// The sentences, as many as are drawn by now.
fn cards(here: &ViewContext, checked: &Rc<CheckedText>) -> Html {
    let drawn = here.visit.drawn;
    html! {
        <ol class="sentences">
            for sentence in checked.sentences.iter().take(drawn) {
                <SentenceCard key={sentence.number} whole={checked.text.clone()} sentence={sentence.clone()} />
            }
        </ol>
    }
}

/// The field that a text is typed or pasted into. It is a component so that it has what is typed when it is drawn.
#[component]
fn DraftField() -> Html {
    draft_field(&use_view_context())
}

/// What is done with the text.
fn draft_tools(here: &ViewContext) -> Html {
    let checking = &here.checking;
    html! {
        <div class="draft-tools">
            if checking.is_closed {
                <button class="button" type="button" id="edit-draft" onclick={on_event(here, CheckAction::Edit)}>{ m::EDIT_TEXT }</button>
            } else {
                <button class="button" type="button" data-primary="true" onclick={on_event(here, CheckAction::Check)}>
                    { m::CHECK_NOW }
                    { " " }
                    <kbd>{ m::KEY_CTRL }</kbd>
                    <kbd>{ m::KEY_ENTER }</kbd>
                </button>
            }
            if !checking.is_empty {
                <button class="plain-button" type="button" onclick={on_event(here, CheckAction::Put(String::new()))}>{ m::CLEAR }</button>
            }
        </div>
    }
}

/// How far the check is, and what has to be said of the text as a whole.
fn state(here: &ViewContext) -> Html {
    let checking = &here.checking;
    let mut remarks: Vec<String> = Vec::new();
    if let Some(name) = &checking.refused {
        remarks.push(m::cannot_read(name));
    }
    if checking.is_waiting {
        remarks.push(m::TEXT_WAITS.to_owned());
    }
    if let Some(checked) = &checking.checked {
        if checked.is_done && checked.of == 0 {
            remarks.push(if checked.text.trim().is_empty() { m::NO_TEXT } else { m::NO_SENTENCE }.to_owned());
        }
        remarks.extend(checked.is_unfamiliar.then(|| wording::UNFAMILIAR.to_owned()));
        remarks.extend(wording::unchecked(checked.of, checked.unchecked));
        remarks.extend(wording::unread(checked.unread));
        if checked.is_done && checked.sentences.len() < checked.of {
            remarks.push(m::stopped(checked.sentences.len(), checked.of));
        }
    }
    html! {
        <>
            if let Some(checked) = checking.checked.as_ref().filter(|checked| !checked.is_done) {
                <p class="check-progress">
                    <progress
                        max={checked.of.to_string()}
                        value={checked.sentences.len().to_string()}
                        aria-label={m::CHECKING}
                    />
                    { m::checked_of(checked.sentences.len(), checked.of) }
                    <button class="plain-button" type="button" onclick={on_event(here, CheckAction::Stop)}>{ m::STOP }</button>
                </p>
            }
            <div role="status">
                for remark in remarks {
                    <p class="notice">{ text(&remark) }</p>
                }
                if let Some(checked) = checking.checked.as_ref().filter(|checked| checked.is_done && checked.of > 0) {
                    <p class="unseen-text">{ m::check_done(checked.sentences.len()) }</p>
                }
            </div>
        </>
    }
}

/// The sums over all sentences.
fn sums(checked: &CheckedText) -> Html {
    if checked.sentences.is_empty() {
        return Html::default();
    }
    html! {
        <ul class="sums">
            for line in wording::sums(&checked.counts) {
                <li>{ text(&line) }</li>
            }
        </ul>
    }
}

/// What is made of a check.
fn outputs(here: &ViewContext, checked: &Rc<CheckedText>) -> Html {
    if checked.sentences.is_empty() {
        return Html::default();
    }
    let (dispatch, whole) = (here.dispatch.clone(), checked.clone());
    let copy = Callback::from(move |_| dispatch.act(CopyText(Copied::Report, whole.as_text())));
    let save = |form: SaveAs| on_event(here, CheckAction::Save(form));
    html! {
        <div class="list-tools">
            <button class="button" type="button" onclick={copy}>{ m::COPY_REPORT }</button>
            <button class="button" type="button" onclick={save(SaveAs::Word)}>{ m::SAVE_DOCX }</button>
            <button class="button" type="button" onclick={save(SaveAs::Markdown)}>{ m::SAVE_MARKDOWN }</button>
            <button class="button" type="button" onclick={save(SaveAs::Csv)}>{ m::EXPORT_CSV }</button>
        </div>
    }
}
