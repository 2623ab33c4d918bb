//! The line above every list: a field that adds filters, the link's filters, the dates, and the way to all filters.

use entente_explore::Years;
use yew::prelude::*;

use super::chips::{Chips, without_last_chip};
use super::date_brush::{Counted, DateBrush};
use super::text::bdi;
use crate::actions::FilterFieldAction;
use crate::context::{ViewContext, on_event, use_view_context};
use crate::hooks::{FILTER_FIELD, Offer};
use crate::messages as m;
use crate::platform::dom;
use crate::visit::VisitAction;

/// Properties of [`FilterBar`].
#[derive(Properties, PartialEq)]
pub(crate) struct FilterBarProps {
    /// Rows by year.
    pub(crate) years: Option<Years>,
    /// What is counted: "3 meetings".
    pub(crate) counted: Counted,
}

/// The line.
#[component]
pub(crate) fn FilterBar(props: &FilterBarProps) -> Html {
    let here = use_view_context();
    // Chips may have come or gone.
    use_effect(|| {
        dom::measure_filter_bar();
        let listener = dom::on_resize(dom::measure_filter_bar);
        move || drop(listener)
    });
    html! {
        <section class="filter-bar" aria-label={m::FILTERS}>
            { add_field(&here) }
            <Chips words=true />
            if let Some(years) = &props.years {
                <DateBrush years={years.clone()} counted={props.counted} />
            }
            { open_button(&here, m::ALL_FILTERS) }
        </section>
    }
}

/// The button that opens and closes all filters, with the number of filters in the link.
pub(crate) fn open_button(here: &ViewContext, label: &'static str) -> Html {
    let is_open = here.visit.filters_open;
    let count = here.chips.len();
    html! {
        <button
            class="button open-filters"
            type="button"
            id="open-filters"
            aria-expanded={is_open.to_string()}
            aria-controls="filters"
            onclick={on_event(here, VisitAction::OpenFilters(!is_open))}
        >
            { label }
            if count > 0 {
                <b aria-label={m::in_force(count)}>{ count }</b>
            }
        </button>
    }
}

fn add_field(here: &ViewContext) -> Html {
    let dispatch = here.dispatch.clone();
    let oninput = Callback::from(move |event: InputEvent| dispatch.act(FilterFieldAction::Type(dom::typed(&event))));
    let is_open = !here.offers.shown.is_empty();
    let chosen = is_open.then(|| offer_id(here.offers.chosen));
    html! {
        <div class="add-filter">
            <label class="unseen-text" for={FILTER_FIELD}>{ m::ADD_FILTER }</label>
            <input
                id={FILTER_FIELD}
                type="text"
                role="combobox"
                aria-expanded={is_open.to_string()}
                aria-controls="filter-offers"
                aria-autocomplete="list"
                aria-activedescendant={chosen}
                autocomplete="off"
                spellcheck="false"
                dir="auto"
                placeholder={m::ADD_FILTER_EXAMPLES}
                {oninput}
                onkeydown={keys(here)}
                onblur={on_event(here, FilterFieldAction::Close)}
            />
            <kbd aria-hidden="true">{ m::FILTER_FIELD_KEY }</kbd>
            <div id="filter-offers" class="suggestions" role="listbox" aria-label={m::OFFERS} hidden={!is_open}>
                if is_open && !here.offers.has_values() {
                    <p role="presentation">{ m::no_value_begins(&here.offers.words) }</p>
                }
                for (n, offer) in here.offers.shown.iter().enumerate() {
                    { option(here, n, offer) }
                }
                if is_open {
                    <footer aria-hidden="true">
                        for (key, does) in m::FILTER_KEYS {
                            <span><kbd>{ key }</kbd>{ " " }{ does }</span>
                        }
                    </footer>
                }
            </div>
        </div>
    }
}

fn keys(here: &ViewContext) -> Callback<KeyboardEvent> {
    let dispatch = here.dispatch.clone();
    let without_last = without_last_chip(here);
    Callback::from(move |event: KeyboardEvent| {
        let text = dom::typed(&event);
        let action = match event.key().as_str() {
            "ArrowDown" => FilterFieldAction::Step(1),
            "ArrowUp" => FilterFieldAction::Step(-1),
            "Enter" if text.trim().is_empty() => return,
            "Enter" => FilterFieldAction::Add { at: None, is_excluded: event.alt_key() },
            "Backspace" if text.is_empty() => match &without_last {
                Some(next) => FilterFieldAction::Go(next.clone()),
                None => return,
            },
            "Escape" if !text.is_empty() => FilterFieldAction::Clear,
            "Escape" => {
                dom::focus("main");
                return event.prevent_default();
            }
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        dispatch.act(action);
    })
}

fn offer_id(n: usize) -> String {
    format!("offer-{n}")
}

fn option(here: &ViewContext, n: usize, offer: &Offer) -> Html {
    let dispatch = here.dispatch.clone();
    // Before the field loses the focus and the list closes.
    let onmousedown = Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        dispatch.act(FilterFieldAction::Add { at: Some(n), is_excluded: event.alt_key() });
    });
    let (group, label, count) = match offer {
        Offer::Value { axis, label, count, .. } => (m::axis(*axis), label.clone(), Some(*count)),
        Offer::Year(year) => (m::DATE, year.to_string(), None),
        Offer::Words(words) => (m::WORDS, m::quoted(words), None),
    };
    html! {
        <div role="option" id={offer_id(n)} aria-selected={(here.offers.chosen == n).to_string()} {onmousedown}>
            <span><small>{ group }</small>{ " " }{ bdi(&label) }</span>
            if let Some(count) = count {
                <small class="count">{ m::number(count) }</small>
            }
        </div>
    }
}
