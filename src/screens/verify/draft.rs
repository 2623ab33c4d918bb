//! The checked text: the field that it is typed into, and the text with its verdicts drawn in it.

use std::ops::Range;

use entente_text::order;
use entente_verify::report::{NameVerdict, ValueVerdict};
use yew::prelude::*;

use crate::actions::{CheckAction, FocusAction};
use crate::components::text::text;
use crate::context::{ViewContext, on_event};
use crate::hooks::CheckedText;
use crate::messages as m;
use crate::platform::dom;

/// Bytes of a text that is drawn with its verdicts only once all of them are there.
const MAX_PARTLY_DRAWN_BYTES: usize = 30_000;
/// Sentences whose verdicts are drawn in the text.
const MAX_DRAWN: usize = 600;

/// The field. What is typed is not drawn again at each key; the page changes its text only by drawing it again.
pub(crate) fn draft_field(here: &ViewContext) -> Html {
    let act = |action: fn(String) -> CheckAction| {
        let dispatch = here.dispatch.clone();
        Callback::from(move |text: String| dispatch.act(action(text)))
    };
    let (typed, put, refuse) = (act(CheckAction::Type), act(CheckAction::Put), act(CheckAction::Refuse));
    let oninput = Callback::from(move |event: InputEvent| typed.emit(dom::typed_area(&event)));
    let dispatch = here.dispatch.clone();
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
            event.prevent_default();
            event.stop_propagation();
            dispatch.act(CheckAction::Check);
        }
    });
    let ondrop = Callback::from(move |event: DragEvent| {
        dom::take_dropped(&event, m::READ_HERE, put.clone(), refuse.clone());
    });
    let ondragover = Callback::from(|event: DragEvent| dom::allow_drop(&event));
    let draft = here.dispatch.draft();
    html! {
        <textarea
            id="draft"
            aria-labelledby="draft-heading"
            placeholder={m::PASTE_TEXT_HERE}
            spellcheck="false"
            dir={dom::area_direction(draft.len())}
            rows="12"
            defaultvalue={draft.to_string()}
            {oninput}
            {onkeydown}
            {ondrop}
            {ondragover}
        />
    }
}

/// A run of the text with what is said of it.
struct Mark {
    range: Range<usize>,
    state: &'static str,
    says: &'static str,
}

/// The text with its verdicts. A number leads to what is said of a sentence.
pub(crate) fn draft_text(here: &ViewContext, checked: &CheckedText) -> Html {
    if !checked.is_done && checked.text.len() > MAX_PARTLY_DRAWN_BYTES {
        return Html::default();
    }
    let whole: &str = &checked.text;
    let drawn = &checked.sentences[..checked.sentences.len().min(MAX_DRAWN)];
    let mut marks = marks(checked);
    marks.retain(|mark| drawn.last().is_some_and(|last| mark.range.start < last.range.end));
    let mut numbers = drawn.iter().map(|sentence| (sentence.range.start, sentence.number)).peekable();
    let mut out: Vec<Html> = Vec::new();
    let mut at = 0;
    for mark in &marks {
        if mark.range.start < at || mark.range.is_empty() {
            continue;
        }
        // A sentence that begins with its quotation has its number before the marks.
        let before = whole[..mark.range.start].trim_end_matches(is_opening).len().max(at);
        plain(here, whole, at..mark.range.start, before, &mut numbers, &mut out);
        let words = text(whole.get(mark.range.clone()).unwrap_or_default());
        out.push(html! {
            <span class="mark" data-state={mark.state} title={mark.says}>
                { words }
                <span class="unseen-text">{ m::in_brackets(mark.says) }</span>
            </span>
        });
        at = mark.range.end;
        // Sentences that begin inside of a quotation have no number of their own.
        while numbers.next_if(|(start, _)| *start < at).is_some() {}
    }
    let end = if checked.is_done && drawn.len() == checked.sentences.len() {
        whole.len().min(checked.sentences.last().map_or(0, |last| last.range.end + 2_000))
    } else {
        drawn.last().map_or(0, |last| last.range.end.max(at))
    };
    let end = whole.floor_char_boundary(end.max(at));
    plain(here, whole, at..end, end, &mut numbers, &mut out);
    html! {
        <div class="draft-text" id="checked-text" role="group" aria-label={m::WITH_VERDICTS} tabindex="-1" dir="auto">
            { for out }
            if end < whole.len() {
                { " …" }
            }
        </div>
    }
}

fn is_opening(c: char) -> bool {
    matches!(c, '“' | '"' | '„' | '«' | '»' | '‘' | '\'' | '‹' | '「' | '『' | '>' | ' ')
}

/// The words of `range`, with the numbers of the sentences that begin there; those up to `limit` stand before it.
fn plain(
    here: &ViewContext,
    whole: &str,
    range: Range<usize>,
    limit: usize,
    numbers: &mut std::iter::Peekable<impl Iterator<Item = (usize, usize)>>,
    out: &mut Vec<Html>,
) {
    let mut at = range.start;
    while let Some((start, number)) = numbers.next_if(|(start, _)| *start < range.end || *start <= limit) {
        let start = start.clamp(at, range.end);
        out.push(text(whole.get(at..start).unwrap_or_default()));
        let show = on_event(here, FocusAction::Show(m::sentence_id(number)));
        out.push(html! {
            <button class="sentence-number" type="button" aria-label={m::to_sentence(number)} onclick={show}>
                { number }
            </button>
        });
        at = start;
    }
    out.push(text(whole.get(at..range.end).unwrap_or_default()));
}

/// What is drawn in the text, in order: quotations, values that the documents give otherwise or not at all, unknown names.
fn marks(checked: &CheckedText) -> Vec<Mark> {
    let mut out = Vec::new();
    for sentence in &checked.sentences {
        for found in &sentence.quotations {
            let (state, says) = m::quotation_state(found.verdict);
            out.push(Mark { range: found.range.clone(), state, says });
        }
        for found in &sentence.values {
            let (state, says) = match found.verdict {
                ValueVerdict::Same => continue,
                ValueVerdict::Another => ("differs", m::GIVEN_OTHERWISE),
                ValueVerdict::NotFound => ("unsure", m::NOT_WITH_NAMES),
            };
            out.push(Mark { range: found.range.clone(), state, says });
        }
        for found in &sentence.names {
            if found.verdict == NameVerdict::Unknown {
                out.push(Mark { range: found.range.clone(), state: "unsure", says: m::NAME_NOT_HERE });
            }
        }
    }
    order::sort_by_key(&mut out, |mark| (mark.range.start, mark.range.end));
    out
}
