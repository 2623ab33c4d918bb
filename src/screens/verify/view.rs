//! The text at the left, what this file says to it at the right.

use std::rc::Rc;

use entente_verify::{CheckedSentence, History, wording};
use yew::prelude::*;

use super::Limits;
use super::draft::{draft_field, draft_text};
use super::limits::limit_choices;
use super::sentence::{SentenceCard, compare_key};
use crate::actions::{CheckAction, SaveAs};
use crate::components::chips::Chips;
use crate::components::element::{button, element, words};
use crate::components::shared::Shared;
use crate::components::text::text;
use crate::context::{ViewContext, on_event, use_view_context};
use crate::hooks::CheckedText;
use crate::messages as m;
use crate::screens::history::view::history_of_clause;

/// Properties of [`CheckScreen`].
#[derive(Properties, PartialEq)]
pub(crate) struct CheckScreenProps {
    /// The history that is shown; else it is a text that is checked.
    #[prop_or_default]
    pub(crate) history: Option<Shared<History>>,
    #[prop_or_default]
    pub(crate) limits: Option<Shared<Limits>>,
}

/// The check of a text, or the history of a clause: one component, because each costs the page some kilobytes.
#[component]
pub(crate) fn CheckScreen(props: &CheckScreenProps) -> Html {
    let here = use_view_context();
    match (&props.history, &props.limits) {
        (Some(history), _) => history_of_clause(&here, history),
        (None, Some(limits)) => verify(&here, limits),
        (None, None) => Html::default(),
    }
}

fn verify(here: &ViewContext, limits: &Limits) -> Html {
    let checking = &here.checking;
    let checked = checking.checked.as_deref();
    let has_verdicts = checked.is_some_and(|checked| !checked.sentences.is_empty());
    let mut head = vec![element("div", "", vec![words("h1", "", m::VERIFY), words("p", "", m::VERIFY_LEAD)])];
    let mut draft = vec![html! {
        <header><h2 id="draft-heading">{ m::YOUR_TEXT }</h2>{ words("p", "", m::STAYS_HERE) }</header>
    }];
    // Each part has its place, drawn or not: the others stay the same elements, and keep the focus.
    let is_open = !checking.is_closed;
    let text = checked.filter(|_| checking.is_closed || has_verdicts);
    draft.extend([
        html! { if is_open { <DraftField key={checking.revision} /> } },
        text.filter(|_| is_open).map(|_| words("h3", "", m::WITH_VERDICTS)).unwrap_or_default(),
        text.map(|checked| draft_text(here, checked)).unwrap_or_default(),
        draft_tools(here),
        state(here),
        checked.filter(|_| has_verdicts).map(sums).unwrap_or_default(),
        words("p", "note", wording::CAVEAT),
    ]);
    let mut answers = vec![limit_choices(here, limits), html! { <Chips /> }];
    match checked.filter(|_| has_verdicts) {
        Some(checked) => {
            head.push(outputs(here));
            answers.extend([
                compare_key([("ins", m::ADDED, m::ONLY_IN_SOURCE), ("del", m::REMOVED, m::ONLY_IN_TEXT)]),
                cards(here, checked),
            ]);
        }
        None => answers.push(words("p", "missing", m::NOTHING_CHECKED)),
    }
    let columns = vec![
        html! { <section class="draft" aria-labelledby="draft-heading">{ for draft }</section> },
        html! { <section class="answers" aria-label={m::WHAT_FILE_SAYS}>{ for answers }</section> },
    ];
    element(
        "div",
        "page verify",
        vec![element("header", "head list-head", head), element("div", "verify-columns", columns)],
    )
}

/// The sentences, as many as are drawn by now.
fn cards(here: &ViewContext, checked: &CheckedText) -> Html {
    let card = |sentence: &Rc<CheckedSentence>| {
        html! { <SentenceCard key={sentence.number} whole={checked.text.clone()} sentence={sentence.clone()} /> }
    };
    let cards: Vec<Html> = checked.sentences.iter().take(here.visit.drawn).map(card).collect();
    element("ol", "sentences", cards)
}

/// The field that a text is typed or pasted into. It is a component so that it has what is typed when it is drawn.
#[component]
fn DraftField() -> Html {
    draft_field(&use_view_context())
}

/// What is done with the text.
fn draft_tools(here: &ViewContext) -> Html {
    let checking = &here.checking;
    let mut tools = vec![if checking.is_closed {
        html! { <button class="button" type="button" id="edit-draft" onclick={on_event(here, CheckAction::Edit)}>{ m::EDIT_TEXT }</button> }
    } else {
        html! {
            <button class="button" type="button" data-primary="true" onclick={on_event(here, CheckAction::Check)}>
                { m::CHECK_NOW }
                { " " }
                { words("kbd", "", m::KEY_CTRL) }
                { words("kbd", "", m::KEY_ENTER) }
            </button>
        }
    }];
    if !checking.is_empty {
        tools.push(button(here, "plain-button", m::CLEAR, CheckAction::Put(String::new())));
    }
    element("div", "draft-tools", tools)
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
    let mut out: Vec<Html> = Vec::new();
    let mut status: Vec<Html> = remarks.iter().map(|remark| words("p", "notice", remark)).collect();
    if let Some(checked) = &checking.checked {
        let (done, of) = (checked.sentences.len(), checked.of);
        if !checked.is_done {
            let progress =
                html! { <progress max={of.to_string()} value={done.to_string()} aria-label={m::CHECKING} /> };
            let stop = button(here, "plain-button", m::STOP, CheckAction::Stop);
            // The count grows: what stands after it would move away from the pointer.
            out.push(element("p", "check-progress", vec![progress, stop, text(&m::checked_of(done, of))]));
        } else if of > 0 {
            status.push(words("p", "unseen-text", &m::check_done(done)));
        }
    }
    out.push(html! { <div role="status">{ for status }</div> });
    out.into_iter().collect()
}

/// The sums over all sentences.
fn sums(checked: &CheckedText) -> Html {
    element("ul", "sums", wording::sums(&checked.counts).iter().map(|line| words("li", "", line)).collect())
}

/// What is made of a check.
fn outputs(here: &ViewContext) -> Html {
    let forms = [(SaveAs::Copy, m::COPY_REPORT), (SaveAs::Word, m::SAVE_DOCX), (SaveAs::Markdown, m::SAVE_MARKDOWN)];
    let tool = |(form, label)| button(here, "button", label, CheckAction::Save(form));
    element("div", "list-tools", forms.into_iter().map(tool).collect())
}
