//! A list of labelled values.

use yew::prelude::*;

/// The list, without the values that are not known.
pub(crate) fn facts_list(values: Vec<(&'static str, Option<Html>)>) -> Html {
    let known = values.into_iter().filter_map(|(label, value)| Some((label, value?)));
    html! {
        <dl class="facts-list">
            for (label, value) in known {
                <div><dt>{ label }</dt><dd>{ value }</dd></div>
            }
        </dl>
    }
}

/// `draw` of a list, unless it is empty.
pub(crate) fn unless_empty<T>(list: &[T], draw: impl FnOnce(&[T]) -> Html) -> Option<Html> {
    if list.is_empty() { None } else { Some(draw(list)) }
}
