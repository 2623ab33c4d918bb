//! The dates of a list as a brush: bars by year, and two sliders that say how far the list goes.
//!
//! Dark is what is dated in the text, light what is there by the date of its document, grey what is outside.

use entente_explore::{Axis, Years};
use yew::prelude::*;

use super::year_histogram::{after_year, asked_year, before_year};
use crate::actions::FilterFieldAction;
use crate::context::use_view_context;
use crate::messages as m;
use crate::platform::dom;
use crate::route::Route;

/// Height of the bars.
const HEIGHT: usize = 36;
/// How far along the axis the number of a year begins at most, so that it has room.
const MAX_LABEL_START: f64 = 0.9;
/// Years that are named below the bars.
const NAMED_YEARS: usize = 6;

/// Properties of [`DateBrush`].
#[derive(Properties, PartialEq)]
pub(crate) struct DateBrushProps {
    pub(crate) years: Years,
    /// What is counted: "3 meetings".
    pub(crate) counted: Counted,
}

/// Says how many there are of what a list counts: "3 meetings".
#[derive(Clone, Copy, Debug)]
pub(crate) struct Counted(pub(crate) fn(usize) -> String);

impl PartialEq for Counted {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::fn_addr_eq(self.0, other.0)
    }
}

/// The brush; nothing if all is of one year.
#[component]
pub(crate) fn DateBrush(props: &DateBrushProps) -> Html {
    let here = use_view_context();
    // The ends while a slider is dragged; the list follows when it is let go.
    let dragged = use_state_eq(|| None::<(u16, u16)>);
    let found = &props.years;
    let (Some((first, _)), Some((last, _))) = (found.years.first(), found.years.last()) else {
        return Html::default();
    };
    let (first, last) = (*first, *last);
    if first == last {
        return Html::default();
    }
    let route = &here.route;
    let asked = |axis, known: u16| asked_year(route, axis).unwrap_or(known).clamp(first, last);
    let (from, to) = (*dragged).unwrap_or((asked(Axis::From, first), asked(Axis::To, last)));
    let count = usize::from(last - first) + 1;
    let slider = |is_first: bool| {
        let (value, label) = if is_first { (from - first, m::FROM) } else { (to - first + 1, m::TO) };
        let year = if is_first { from } else { to };
        let within = found.years.iter().find(|(known, _)| *known == year).map_or(0, |(_, count)| *count);
        let moved = move |event: &Event| {
            let at = dom::typed(event).parse::<u16>().unwrap_or(0);
            let at = if is_first { first + at } else { (first + at).saturating_sub(1) };
            if is_first { (at.clamp(first, to), to) } else { (from, at.clamp(from, last)) }
        };
        let (drag, end) = (dragged.clone(), dragged.clone());
        let (dispatch, route) = (here.dispatch.clone(), route.clone());
        let oninput = Callback::from(move |event: InputEvent| drag.set(Some(moved(&event))));
        let onchange = Callback::from(move |event: Event| {
            let (from, to) = moved(&event);
            end.set(None);
            dispatch.act(FilterFieldAction::Replace(ranged(&route, (from, to), (first, last))));
        });
        html! {
            <input
                type="range"
                min="0"
                max={count.to_string()}
                step="1"
                value={value.to_string()}
                aria-label={label}
                aria-valuetext={m::colon(&year.to_string(), &(props.counted.0)(within))}
                {oninput}
                {onchange}
            />
        }
    };
    html! {
        <div class="date-brush">
            <div class="brush" role="group" aria-label={m::DATES}>
                { bars(found, (first, last), (from, to)) }
                <div class="sliders">{ slider(true) }{ slider(false) }</div>
            </div>
            <p class="brush-rest">
                if found.earlier > 0 {
                    <a href={before_year(route, first).to_string()}>{ m::earlier(found.earlier) }</a>
                }
                if found.later > 0 {
                    <a href={after_year(route, last).to_string()}>{ m::later(found.later) }</a>
                }
                if found.undated > 0 {
                    <span>{ m::undated(found.undated) }</span>
                }
                if !found.by_document.is_empty() {
                    <span data-key="text">{ m::DATED_IN_TEXT }</span>
                    <span data-key="document">{ m::DATED_BY_DOCUMENT }</span>
                }
            </p>
        </div>
    }
}

/// The view from one year to another; an end that reaches the last year that there is asks for nothing.
fn ranged(route: &Route, (from, to): (u16, u16), (first, last): (u16, u16)) -> Route {
    route.within_years(Some(from).filter(|from| *from > first), Some(to).filter(|to| *to < last))
}

fn bars(found: &Years, (first, last): (u16, u16), (from, to): (u16, u16)) -> Html {
    let years = usize::from(last - first) + 1;
    let most = found.years.iter().map(|(_, count)| *count).max().unwrap_or(1).max(1);
    let percent = |year: u16, share: f64| format!("{:.2}%", (f64::from(year - first) + share) * 100.0 / years as f64);
    let height = |count: usize| if count == 0 { 0 } else { (count * HEIGHT / most).max(2) };
    let step = years.div_ceil(NAMED_YEARS);
    let bar = |year: u16, below: usize, count: usize, of: &'static str| {
        let outside = (year < from || year > to).then_some("true");
        html! {
            <rect
                x={percent(year, 0.1)}
                y={(HEIGHT - height(below + count)).to_string()}
                width={format!("{:.2}%", 80.0 / years as f64)}
                height={(height(below + count) - height(below)).to_string()}
                data-of={of}
                data-outside={outside}
            />
        }
    };
    html! {
        <svg height="54" aria-hidden="true">
            <rect
                class="window"
                x={percent(from, 0.0)}
                width={format!("{:.2}%", (f64::from(to - from) + 1.0) * 100.0 / years as f64)}
                height={HEIGHT.to_string()}
            />
            for (year, count) in &found.years {
                { bar(*year, 0, count - by_document(found, *year), "text") }
                { bar(*year, count - by_document(found, *year), by_document(found, *year), "document") }
            }
            <line x1="0" x2="100%" y1={HEIGHT.to_string()} y2={HEIGHT.to_string()} />
            for year in (first..=last).step_by(step) {
                { year_label(f64::from(year - first) / years as f64, year) }
            }
            for (edge, year) in [(0.0, from), (1.0, to)] {
                <svg x={percent(year, edge)} overflow="visible">
                    <line class="edge" y1="0" y2={HEIGHT.to_string()} />
                    <rect class="handle" x="-4" y="10" width="8" height="16" rx="2" />
                </svg>
            }
        </svg>
    }
}

/// The number of a year, `at` so far along the axis. Near its end the number ends there, so that it does not reach beyond.
fn year_label(at: f64, year: u16) -> Html {
    let (x, anchor) =
        if at > MAX_LABEL_START { ("100%".to_owned(), Some("end")) } else { (format!("{:.2}%", at * 100.0), None) };
    html! { <text {x} y="50" text-anchor={anchor}>{ year }</text> }
}

/// Of a year, what is counted by the date of its document.
fn by_document(found: &Years, year: u16) -> usize {
    found.by_document.iter().find(|(known, _)| *known == year).map_or(0, |(_, count)| *count)
}

#[cfg(test)]
mod tests {
    use super::ranged;
    use crate::route::Route;

    #[test]
    fn a_slider_at_its_end_asks_for_nothing() {
        let route = Route::read("#/engagements?country=kr&from=2014&to=2015");
        for (range, to) in [
            ((2010, 2020), "#/engagements?country=kr"),
            ((2012, 2020), "#/engagements?country=kr&from=2012"),
            ((2010, 2010), "#/engagements?country=kr&to=2010"),
        ] {
            assert_eq!(ranged(&route, range, (2010, 2020)).to_string(), to);
        }
    }
}
