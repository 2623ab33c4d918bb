//! The search box. What is typed is its own until it rests.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use yew::prelude::*;

use crate::messages as m;
use crate::platform::dom;
use crate::platform::timer::{self, Pending};
use crate::route::Route;

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
    /// What could be meant by what is typed.
    pub(crate) suggest: Callback<String, Vec<Suggested>>,
    /// A suggestion was chosen.
    pub(crate) go: Callback<Route>,
}

/// One suggestion.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Suggested {
    /// For reading.
    pub(crate) text: String,
    /// The form by which it was found, where that is another.
    pub(crate) form: Option<String>,
    /// What it is.
    pub(crate) kind: &'static str,
    /// Passages that have it.
    pub(crate) count: String,
    /// Where it leads.
    pub(crate) route: Route,
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
    // What is suggested, and which of it is chosen; nothing while the list is closed.
    let list = use_state(|| (Vec::<Suggested>::new(), None::<usize>));
    let close = {
        let list = list.clone();
        Callback::from(move |()| list.set((Vec::new(), None)))
    };
    let oninput = {
        let (list, suggest) = (list.clone(), props.suggest.clone());
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
            let (list, suggest) = (list.clone(), suggest.clone());
            let wait = timer::after(REST, move || {
                rested.set(false);
                let found = if value.trim().is_empty() { Vec::new() } else { suggest.emit(value.clone()) };
                list.set((found, None));
                typed.emit(value);
            });
            pending.replace(Some(wait));
        })
    };
    let onsubmit = {
        let text = text.clone();
        let entered = props.entered.clone();
        let (list, close, go) = (list.clone(), close.clone(), props.go.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            close.emit(());
            if let Some(chosen) = list.1.and_then(|at| list.0.get(at)) {
                return go.emit(chosen.route.clone());
            }
            pending.replace(None);
            typing.set(false);
            entered.emit((*text).clone());
        })
    };
    let onkeydown = {
        let (list, close) = (list.clone(), close.clone());
        Callback::from(move |event: KeyboardEvent| {
            let (found, at) = &*list;
            let last = found.len().checked_sub(1);
            let next = match (event.key().as_str(), last) {
                ("ArrowDown", Some(last)) => at.map_or(Some(0), |at| (at < last).then_some(at + 1)),
                ("ArrowUp", Some(last)) => at.map_or(Some(last), |at| at.checked_sub(1)),
                ("Escape", Some(_)) => {
                    event.prevent_default();
                    event.stop_propagation();
                    return close.emit(());
                }
                _ => return,
            };
            event.prevent_default();
            list.set((found.clone(), next));
        })
    };
    let onblur = close.reform(|_: FocusEvent| ());
    let listed = format!("{}-list", props.id);
    let option = |(n, found): (usize, &Suggested)| {
        let (go, close, route) = (props.go.clone(), close.clone(), found.route.clone());
        // Before the field loses the focus and the list closes.
        let onmousedown = Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            close.emit(());
            go.emit(route.clone());
        });
        html! {
            <li role="option" id={format!("{listed}-{n}")} aria-selected={(list.1 == Some(n)).to_string()} {onmousedown}>
                <span><bdi>{ &found.text }</bdi>if let Some(form) = &found.form { <small>{ " “" }<bdi>{ form }</bdi>{ "”" }</small> }</span>
                <small>{ found.kind }</small><small class="count">{ &found.count }</small>
            </li>
        }
    };
    let open = !list.0.is_empty();
    html! {
        <form class="search-box" role="search" data-large={props.large.then_some("true")} {onsubmit}>
            <input
                id={props.id.clone()}
                type="search"
                value={(*text).clone()}
                {oninput}
                {onkeydown}
                {onblur}
                role="combobox"
                aria-expanded={open.to_string()}
                aria-controls={open.then(|| listed.clone())}
                aria-autocomplete="list"
                aria-activedescendant={list.1.map(|at| format!("{listed}-{at}"))}
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
            if open {
                <ul class="suggestions" role="listbox" id={listed.clone()} aria-label={m::SUGGESTIONS}>{ for list.0.iter().enumerate().map(option) }</ul>
            }
        </form>
    }
}
