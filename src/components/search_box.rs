//! The search box with its suggestions: an ARIA combobox. Its state belongs to the application; the box only dispatches.

use crate::actions::SearchBoxAction;
use entente_explore::{Suggestion, SuggestionKind};
use yew::prelude::*;

use super::text::text;
use crate::context::on_event;
use crate::context::{Field, ViewContext};
use crate::messages as m;
use crate::platform::dom;

/// The box of the header, or of the search view: larger, with a button.
pub(crate) fn search_box(here: &ViewContext, field: Field) -> Html {
    let is_large = field == Field::Search;
    // Only one of the boxes is on a page at a time.
    let is_open = here.has_suggestions(field);
    let chosen = if is_open { here.suggested.chosen.map(suggestion_id) } else { None };
    let dispatch = here.dispatch.clone();
    let oninput =
        Callback::from(move |event: InputEvent| dispatch.act(SearchBoxAction::Type(field, dom::typed(&event))));
    let dispatch = here.dispatch.clone();
    let onsubmit = Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        dispatch.act(SearchBoxAction::Send(field));
    });
    html! {
        <form class="search-box" role="search" data-large={is_large.then_some("true")} {onsubmit}>
            <input
                id={if is_large { "search" } else { "header-search" }}
                type="search"
                role="combobox"
                aria-expanded={is_open.to_string()}
                aria-controls={is_open.then_some("suggestions")}
                aria-autocomplete="list"
                aria-activedescendant={chosen}
                placeholder={m::SEARCH_THIS_FILE}
                aria-label={m::SEARCH_THIS_FILE}
                autocomplete="off"
                spellcheck="false"
                enterkeyhint="search"
                dir="auto"
                value={here.text(field)}
                {oninput}
                onkeydown={answer_keys(here, field, is_open)}
                onblur={on_event(here, SearchBoxAction::CloseSuggestions)}
            />
            if is_large {
                <button class="button" type="submit" data-primary="true">{ m::SEARCH }</button>
            } else {
                <kbd aria-hidden="true">{ "/" }</kbd>
            }
            if is_open {
                { suggestions(here) }
            }
        </form>
    }
}

/// Arrows choose a suggestion, `Tab` takes its words over, `Esc` closes the suggestions, then clears the field, then leaves it.
fn answer_keys(here: &ViewContext, field: Field, is_open: bool) -> Callback<KeyboardEvent> {
    let dispatch = here.dispatch.clone();
    let has_chosen = here.suggested.chosen.is_some();
    Callback::from(move |event: KeyboardEvent| {
        let act = match event.key().as_str() {
            "ArrowDown" => SearchBoxAction::Step(field, 1),
            "ArrowUp" => SearchBoxAction::Step(field, -1),
            "Tab" if has_chosen => SearchBoxAction::Complete(field),
            "Escape" if is_open => SearchBoxAction::CloseSuggestions,
            "Escape" if !dom::typed(&event).is_empty() => SearchBoxAction::Type(field, String::new()),
            "Escape" => {
                dom::focus("main");
                return event.prevent_default();
            }
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        dispatch.act(act);
    })
}

/// The suggestions, in groups of one kind each.
fn suggestions(here: &ViewContext) -> Html {
    let suggested = &here.suggested.suggestions;
    let groups = suggested.chunk_by(|one, next| group_heading(one) == group_heading(next));
    let mut numbered = suggested.iter().enumerate();
    html! {
        <div class="suggestions" id="suggestions" role="listbox" aria-label={m::SUGGESTIONS}>
            for group in groups {
                <div role="group" aria-label={group_heading(&group[0])}>
                    <p aria-hidden="true">{ group_heading(&group[0]) }</p>
                    for (n, suggestion) in numbered.by_ref().take(group.len()) {
                        { option(here, n, suggestion) }
                    }
                </div>
            }
            <footer aria-hidden="true">
                for (key, does) in m::SUGGESTION_KEYS {
                    <span><kbd>{ *key }</kbd>{ " " }{ *does }</span>
                }
            </footer>
        </div>
    }
}

fn suggestion_id(n: usize) -> String {
    format!("suggestion-{n}")
}

/// The heading of the group of a suggestion.
fn group_heading(suggestion: &Suggestion) -> &'static str {
    match suggestion.kind {
        SuggestionKind::Name(facet) => m::name_kinds(facet.as_str()),
        SuggestionKind::Document => m::DOCUMENTS,
        SuggestionKind::Term if suggestion.passages == 0 => m::RECENT,
        SuggestionKind::Term => m::WORDS,
    }
}

fn option(here: &ViewContext, n: usize, suggestion: &Suggestion) -> Html {
    let is_chosen = here.suggested.chosen == Some(n);
    let dispatch = here.dispatch.clone();
    // Before the field loses the focus and the list closes.
    let onmousedown = Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        dispatch.act(SearchBoxAction::Follow(n));
    });
    let is_document_word = suggestion.kind != SuggestionKind::Term;
    let form = suggestion.form.as_ref().filter(|form| **form != suggestion.text);
    html! {
        <div role="option" id={suggestion_id(n)} aria-selected={is_chosen.to_string()} {onmousedown}>
            <span>
                <bdi class={is_document_word.then_some("printed")}>{ text(&suggestion.text) }</bdi>
                if let Some(form) = form {
                    <small>{ " “" }<bdi>{ text(form) }</bdi>{ "”" }</small>
                }
            </span>
            if suggestion.passages > 0 {
                <small class="count">{ m::passages(suggestion.passages) }</small>
            }
        </div>
    }
}
