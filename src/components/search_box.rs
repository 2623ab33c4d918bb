//! The search box. What is typed is its own until it rests.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use yew::prelude::*;

use crate::messages as m;
use crate::platform::dom;
use crate::platform::timer::{self, Pending};

/// Rest after the last key before the results follow.
const REST: u32 = 120;

#[derive(Properties, PartialEq)]
pub(crate) struct SearchBoxProps {
    /// Id of the field.
    pub(crate) id: AttrValue,
    /// The words in force.
    pub(crate) text: AttrValue,
    /// Larger, with a button.
    #[prop_or_default]
    pub(crate) large: bool,
    /// The words rested.
    pub(crate) typed: Callback<String>,
    /// The words were sent off.
    pub(crate) entered: Callback<String>,
}

#[component]
pub(crate) fn SearchBox(props: &SearchBoxProps) -> Html {
    let text = use_state(|| props.text.to_string());
    let pending: Rc<RefCell<Option<Pending>>> = use_mut_ref(|| None);
    // True between a key and the rest after it: what is typed then goes before the link's words.
    let typing = use_memo((), |()| Cell::new(false));
    {
        // Another link, or Back: the words of the link go before what was typed.
        let text = text.clone();
        let typing = typing.clone();
        use_effect_with(props.text.clone(), move |given| {
            if !typing.get() && text.trim() != given.as_str() {
                text.set(given.to_string());
            }
        });
    }
    let oninput = {
        let text = text.clone();
        let typed = props.typed.clone();
        let pending = pending.clone();
        let typing = typing.clone();
        Callback::from(move |event: InputEvent| {
            let value = dom::typed(&event);
            text.set(value.clone());
            let typed = typed.clone();
            let rested = typing.clone();
            typing.set(true);
            let wait = timer::after(REST, move || {
                rested.set(false);
                typed.emit(value);
            });
            pending.replace(Some(wait));
        })
    };
    let onsubmit = {
        let text = text.clone();
        let entered = props.entered.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            pending.replace(None);
            typing.set(false);
            entered.emit((*text).clone());
        })
    };
    html! {
        <form class="search-box" role="search" data-large={props.large.then_some("true")} {onsubmit}>
            <input
                id={props.id.clone()}
                type="search"
                value={(*text).clone()}
                {oninput}
                placeholder={m::SEARCH_THIS_FILE}
                aria-label={m::SEARCH_THIS_FILE}
                autocomplete="off"
                spellcheck="false"
                enterkeyhint="search"
                dir="auto"
            />
            if props.large {
                <button type="submit" class="button" data-primary="true">{ m::SEARCH }</button>
            } else {
                <kbd aria-hidden="true">{ "/" }</kbd>
            }
        </form>
    }
}
