//! Elements made by a function. The code that `html!` generates for an element costs the page several times as much, so screens
//! of many small elements are made of these.

use yew::prelude::*;

use super::text::text;
use crate::actions::Action;
use crate::context::{ViewContext, on_event};

/// An element with a class; none if it is "".
pub(crate) fn element(tag: &'static str, class: &'static str, children: Vec<Html>) -> Html {
    element_in(tag, class, None, children)
}

/// An element with a class, and the state of what it shows.
pub(crate) fn element_in(
    tag: &'static str,
    class: &'static str,
    state: Option<&'static str>,
    children: Vec<Html>,
) -> Html {
    let class = (!class.is_empty()).then_some(class);
    html! { <@{tag} {class} data-state={state}>{ for children }</@> }
}

/// An element of words.
pub(crate) fn words(tag: &'static str, class: &'static str, words: &str) -> Html {
    element(tag, class, vec![text(words)])
}

/// A text of a document or of the reader, whose direction its letters decide.
pub(crate) fn printed_words(tag: &'static str, class: &'static str, language: Option<String>, words: Html) -> Html {
    html! { <@{tag} class={(!class.is_empty()).then_some(class)} dir="auto" lang={language}>{ words }</@> }
}

/// A button that does `action`.
pub(crate) fn button(here: &ViewContext, class: &'static str, label: &'static str, action: impl Action) -> Html {
    html! { <button {class} type="button" onclick={on_event(here, action)}>{ label }</button> }
}
