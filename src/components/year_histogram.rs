//! Passages by year: a brush over bars that also works by keys, and two fields for the years.

use crate::actions::{FocusAction, RouteAction, SearchBoxAction};
use entente_explore::{Axis, Years};
use yew::prelude::*;

use crate::context::{Field, ViewContext};
use crate::messages as m;
use crate::platform::dom;
use crate::route::Route;

/// Years that are named below their bars.
const NAMED_YEARS: usize = 8;

/// The bars and the fields; nothing if there is only one year.
pub(crate) fn year_histogram(here: &ViewContext, found: &Years) -> Html {
    let (Some((first, _)), Some((last, _))) = (found.years.first(), found.years.last()) else {
        return Html::default();
    };
    if found.years.len() < 2 {
        return Html::default();
    }
    html! {
        <div class="by-year">
            { bars(here, found, (*first, *last)) }
            <div class="years" role="group" aria-label={m::YEARS}>
                { year_field(here, Axis::From, m::FROM, *first) }
                { year_field(here, Axis::To, m::TO, *last) }
                // Years that few passages have would leave the others no room.
                if found.earlier > 0 {
                    <a href={before_year(&here.route, *first).to_string()}>{ m::earlier(found.earlier) }</a>
                }
                if found.later > 0 {
                    <a href={after_year(&here.route, *last).to_string()}>{ m::later(found.later) }</a>
                }
                if found.undated > 0 {
                    <span>{ m::undated(found.undated) }</span>
                }
            </div>
        </div>
    }
}

fn bars(here: &ViewContext, found: &Years, (first, last): (u16, u16)) -> Html {
    let most = found.years.iter().map(|(_, count)| *count).max().unwrap_or(1).max(1);
    let step = (usize::from(last - first) + 1).div_ceil(NAMED_YEARS);
    let mut counted = found.years.iter().peekable();
    let is_stop = |(year, count): &&(u16, usize)| *count > 0 && !is_outside(&here.route, *year);
    let stop = found.years.iter().find(is_stop).or(found.years.first()).map(|(year, _)| *year);
    html! {
        <ol class="histogram" aria-label={m::BY_YEAR}>
            // Time is linear: a year without passages has its place.
            for year in first..=last {
                <li key={year.to_string()}>
                    if let Some((_, count)) = counted.next_if(|(known, _)| *known == year).filter(|(_, count)| *count > 0) {
                        { bar(here, year, (first, last), *count, most, stop == Some(year)) }
                    }
                    if usize::from(year - first).is_multiple_of(step) {
                        <b aria-hidden="true">{ year }</b>
                    }
                </li>
            }
        </ol>
    }
}

/// A bar. Bars may be narrow, so that one of them is the stop of the Tab key, and arrows go from there to the others.
fn bar(here: &ViewContext, year: u16, ends: (u16, u16), count: usize, most: usize, is_stop: bool) -> Html {
    let height = (count * 100 / most).max(3);
    let label = m::colon(&year.to_string(), &m::passages(count));
    html! {
        <a
            href={within_years(&here.route, year, year).to_string()}
            aria-label={label.clone()}
            title={label}
            data-outside={is_outside(&here.route, year).then_some("true")}
            tabindex={(!is_stop).then_some("-1")}
            onkeydown={brush(here, year, ends)}
        >
            <svg aria-hidden="true">
                <rect y={format!("{}%", 100 - height)} width="100%" height={format!("{height}%")} />
            </svg>
        </a>
    }
}

/// True if the link asks for other years.
fn is_outside(route: &Route, year: u16) -> bool {
    asked_year(route, Axis::From).is_some_and(|from| year < from)
        || asked_year(route, Axis::To).is_some_and(|to| year > to)
}

/// A field for the first or the last year; `known` is the first or the last that there is.
pub(crate) fn year_field(here: &ViewContext, axis: Axis, label: &'static str, known: u16) -> Html {
    let value = here.route.query.filter.wanted(axis).first().cloned().unwrap_or_default();
    let dispatch = here.dispatch.clone();
    let field = Field::Year(axis);
    let onchange = Callback::from(move |event: Event| dispatch.act(SearchBoxAction::Type(field, dom::typed(&event))));
    html! {
        <label>
            { label }
            { " " }
            <input
                type="text"
                inputmode="numeric"
                size="10"
                autocomplete="off"
                placeholder={known.to_string()}
                {value}
                {onchange}
            />
        </label>
    }
}

/// The year of the date that a filter asks for; `None` if it asks for none.
pub(super) fn asked_year(route: &Route, axis: Axis) -> Option<u16> {
    route.query.filter.wanted(axis).first()?.get(..4)?.parse().ok()
}

/// The same view from one year to another.
fn within_years(route: &Route, from: u16, to: u16) -> Route {
    route.within_years(Some(from), Some(to))
}

/// The same view before `year`.
pub(super) fn before_year(route: &Route, year: u16) -> Route {
    route.within_years(None, Some(year.saturating_sub(1)))
}

/// The same view after `year`.
pub(super) fn after_year(route: &Route, year: u16) -> Route {
    route.within_years(Some(year.saturating_add(1)), None)
}

/// Shift and an arrow widen or narrow the years from the bar that has the focus; an arrow alone goes to the next bar.
fn brush(here: &ViewContext, year: u16, (first, last): (u16, u16)) -> Callback<KeyboardEvent> {
    let (dispatch, route) = (here.dispatch.clone(), here.route.clone());
    Callback::from(move |event: KeyboardEvent| {
        let step = match event.key().as_str() {
            "ArrowLeft" => -1,
            "ArrowRight" => 1,
            _ => return,
        };
        event.prevent_default();
        if !event.shift_key() {
            return dispatch.act(FocusAction::Step(".histogram a", step));
        }
        let from = asked_year(&route, Axis::From).unwrap_or(year);
        let to = asked_year(&route, Axis::To).unwrap_or(year);
        let next = if step < 0 {
            within_years(&route, from.saturating_sub(1).max(first), to)
        } else {
            within_years(&route, from, (to + 1).min(last))
        };
        dispatch.act(RouteAction::Go(next.into()));
    })
}
