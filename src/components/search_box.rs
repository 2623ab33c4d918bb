//! The search box with what could be meant: an ARIA combobox. What is typed is the application's; the box only tells it.

use std::rc::Rc;

use entente_explore::{Suggestion, SuggestionKind};
use yew::events::Event;
use yew::virtual_dom::ListenerKind;

use crate::actions::SearchBoxAction;
use crate::context::{Field, ViewContext};
use crate::element::{El, bdi, el, of, small};
use crate::messages as m;
use crate::platform::dom;

/// The box of the header, or of the search view: larger, with a button.
pub(crate) fn search_box(here: &ViewContext, field: Field) -> El {
    let large = field == Field::Search;
    let id = if large { "search" } else { "header-search" };
    // Only one of the boxes is on a page at a time.
    let open = here.has_suggestions(field);
    let chosen = here.suggested.chosen.filter(|_| open).map(|at| format!("suggestion-{at}"));
    let then = here.dispatch.clone();
    let typed = move |event: &Event| then.act(SearchBoxAction::Type(field, dom::typed(event)));
    let then = here.dispatch.clone();
    let picked = here.suggested.chosen.is_some();
    let pressed = move |event: &Event| {
        let act = match dom::key(event).0.as_str() {
            "ArrowDown" => SearchBoxAction::Step(field, 1),
            "ArrowUp" => SearchBoxAction::Step(field, -1),
            "Tab" if picked => SearchBoxAction::Complete(field),
            "Escape" if open => SearchBoxAction::CloseSuggestions,
            "Escape" if !dom::typed(event).is_empty() => SearchBoxAction::Type(field, String::new()),
            "Escape" => {
                dom::focus("main");
                return event.prevent_default();
            }
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        then.act(act);
    };
    let then = here.dispatch.clone();
    let sent = move |event: &Event| {
        event.prevent_default();
        then.act(SearchBoxAction::Send(field));
    };
    let input = el("input")
        .id(id)
        .attr("type", "search")
        .attr("role", "combobox")
        .attr("aria-expanded", if open { "true" } else { "false" })
        .attr("aria-controls", open.then_some("suggestions"))
        .attr("aria-autocomplete", "list")
        .attr("aria-activedescendant", &chosen)
        .attr("placeholder", m::SEARCH_THIS_FILE)
        .attr("aria-label", m::SEARCH_THIS_FILE)
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("enterkeyhint", "search")
        .attr("dir", "auto")
        .value(&here.text(field))
        .on(ListenerKind::oninput, Rc::new(typed))
        .on(ListenerKind::onkeydown, Rc::new(pressed))
        .act(ListenerKind::onblur, here.dispatch.clone(), SearchBoxAction::CloseSuggestions);
    let aside = if large {
        of("button", "button").attr("type", "submit").attr("data-primary", "true").child(m::SEARCH)
    } else {
        el("kbd").attr("aria-hidden", "true").child("/")
    };
    of("form", "search-box")
        .attr("role", "search")
        .when("data-large", large)
        .on(ListenerKind::onsubmit, Rc::new(sent))
        .child(input)
        .child(aside)
        .child(open.then(|| list(here)))
}

/// What could be meant, by what it is.
fn list(here: &ViewContext) -> El {
    let mut out = of("div", "suggestions").id("suggestions").attr("role", "listbox").attr("aria-label", m::SUGGESTIONS);
    let mut last = "";
    let mut group = el("div");
    for (n, found) in here.suggested.suggestions.iter().enumerate() {
        let kind = kind(found);
        if kind != last {
            if !last.is_empty() {
                out.push(std::mem::take(&mut group));
            }
            group = el("div")
                .attr("role", "group")
                .attr("aria-label", kind)
                .child(el("p").attr("aria-hidden", "true").child(kind));
            last = kind;
        }
        group.push(option(here, n, found));
    }
    let mut help = el("footer").attr("aria-hidden", "true");
    for (key, does) in m::SUGGESTION_KEYS {
        help.push(el("span").child(el("kbd").child(*key)).child(" ").child(*does));
    }
    out.child(group).child(help)
}

/// The heading of the group that a suggestion stands in.
fn kind(found: &Suggestion) -> &'static str {
    match found.kind {
        SuggestionKind::Name(facet) => m::name_kinds(facet.as_str()),
        SuggestionKind::Document => m::DOCUMENTS,
        SuggestionKind::Term if found.passages == 0 => m::RECENT,
        SuggestionKind::Term => m::WORDS,
    }
}

fn option(here: &ViewContext, n: usize, found: &Suggestion) -> El {
    let chosen = here.suggested.chosen == Some(n);
    let then = here.dispatch.clone();
    // Before the field loses the focus and the list closes.
    let follow = move |event: &Event| {
        event.prevent_default();
        then.act(SearchBoxAction::Follow(n));
    };
    let words =
        if found.kind == SuggestionKind::Term { bdi(&found.text) } else { bdi(&found.text).attr("class", "printed") };
    let form = found
        .form
        .as_ref()
        .filter(|form| **form != found.text)
        .map(|form| small("").child(" “").child(bdi(form)).child("”"));
    let count = (found.passages > 0).then(|| small(&m::passages(found.passages)).attr("class", "count"));
    el("div")
        .attr("role", "option")
        .id(format!("suggestion-{n}"))
        .attr("aria-selected", if chosen { "true" } else { "false" })
        .on(ListenerKind::onmousedown, Rc::new(follow))
        .child(el("span").child(words).child(form))
        .child(count)
}
