//! Meetings as lanes: a line of marks for each series, partner or topic, with one stop of the Tab key, and the same as rows of a table.

use entente_explore::tables::{Lane, Lanes, NameRef};
use entente_explore::{Axis, Filter, Query, Selection};
use yew::prelude::*;

use super::lanes_drawing::{LaneEvents, drawing};
use super::{ChartWidth, Events};
use crate::actions::RouteAction;
use crate::components::figure::figure_tools;
use crate::components::shared::Shared;
use crate::components::text::bdi;
use crate::context::use_view_context;
use crate::messages as m;
use crate::route::{Route, View};

/// Properties of [`LanesChart`].
#[derive(Properties, PartialEq)]
pub(crate) struct LanesChartProps {
    pub(crate) lanes: Shared<Lanes>,
}

/// Something in a lane that can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// A meeting on the axis.
    Meeting(usize),
    /// The meetings of a year, by its place on the axis.
    Year(usize),
    /// A meeting beside the axis.
    Beside(usize),
}

/// What can be chosen in a lane, from the left to the right.
fn stops(lane: &Lane) -> Vec<Stop> {
    let meetings = (0..lane.meetings.len()).map(Stop::Meeting);
    let years = lane.by_year.iter().enumerate().filter(|(_, count)| **count > 0).map(|(at, _)| Stop::Year(at));
    meetings.chain(years).chain((0..lane.beside.len()).map(Stop::Beside)).collect()
}

/// The chart; nothing if no meeting is left.
#[component]
pub(crate) fn LanesChart(props: &LanesChartProps) -> Html {
    let here = use_view_context();
    let lanes = &props.lanes;
    let chosen = use_state(|| (0_usize, 0_usize));
    let (lane, at) = (chosen.0.min(lanes.lanes.len().saturating_sub(1)), chosen.1);
    let Some(own) = lanes.lanes.get(lane) else { return Html::default() };
    let all = stops(own);
    let at = at.min(all.len().saturating_sub(1));
    let stop = all.get(at).copied();
    let open = {
        let (route, dispatch, lanes) = (here.route.clone(), here.dispatch.clone(), lanes.clone());
        Callback::from(move |(lane, stop): (usize, Stop)| {
            if let Some(to) = lanes.lanes.get(lane).and_then(|own| target(&route, &lanes, own, stop)) {
                dispatch.act(RouteAction::Go(to.into()));
            }
        })
    };
    let onkeydown = {
        let (chosen, lanes, open) = (chosen.clone(), lanes.clone(), open.clone());
        Callback::from(move |event: KeyboardEvent| {
            let last = |lane: usize| lanes.lanes.get(lane).map_or(0, |lane| stops(lane).len().saturating_sub(1));
            let next = match event.key().as_str() {
                "ArrowLeft" => (lane, at.saturating_sub(1)),
                "ArrowRight" => (lane, (at + 1).min(last(lane))),
                "ArrowUp" => (lane.saturating_sub(1), at),
                "ArrowDown" => ((lane + 1).min(lanes.lanes.len() - 1), at),
                "Home" => (lane, 0),
                "End" => (lane, last(lane)),
                "Enter" => {
                    if let Some(stop) = stop {
                        open.emit((lane, stop));
                    }
                    return;
                }
                _ => return,
            };
            event.prevent_default();
            chosen.set((next.0, next.1.min(last(next.0))));
        })
    };
    let said = stop.map_or_else(|| m::engagements(own.total), |stop| words(lanes, own, stop));
    let called = called(own.name.as_ref());
    let value_text = m::colon(&called, &said);
    let before: usize = lanes.lanes[..lane].iter().map(|lane| stops(lane).len()).sum();
    let in_all: usize = lanes.lanes.iter().map(|lane| stops(lane).len()).sum();
    let events = LaneEvents { open, marks: no_periods(&here.route, &here.dispatch) };
    html! {
        <section class="figure" aria-labelledby="lanes-title">
            <header>
                <h2 id="lanes-title">{ m::lanes_title(lanes, here.route.group) }</h2>
                <p class="readout" role="status"><b>{ bdi(&called) }</b>{ " " }{ bdi(&said) }</p>
                { figure_tools(&here, "meetings-in-lanes") }
            </header>
            { legend() }
            <div class="chart" role="slider" tabindex="0" aria-label={m::LANES_LABEL} aria-valuemin="1"
                aria-valuemax={in_all.max(1).to_string()} aria-valuenow={(before + at + 1).min(in_all.max(1)).to_string()} aria-valuetext={value_text} {onkeydown}>
                { drawing(lanes, (lane, stop), ChartWidth::Wide, &events) }
                { drawing(lanes, (lane, stop), ChartWidth::Narrow, &events) }
            </div>
            <p class="figure-note">{ m::LANES_BESIDE }{ m::lanes_left_out(lanes.more) }</p>
            { table(&here.route, lanes) }
        </section>
    }
}

/// What each mark means, with the mark itself. It belongs to the picture that is saved.
fn legend() -> Html {
    let circle = |class: &'static str| html! { <circle {class} cx="8" cy="8" r="6" /> };
    let bar = |class: &'static str, x: &'static str, y: &'static str, width: &'static str, height: &'static str| {
        html! { <rect {class} {x} {y} {width} {height} /> }
    };
    let marks = [
        (circle("meeting"), m::KEY_DAY),
        (bar("meeting", "2", "2", "12", "12"), m::KEY_MONTH),
        (["1", "5", "9", "13"].into_iter().map(|x| bar("meeting", x, "3", "2", "10")).collect(), m::KEY_YEAR),
        (circle("meeting-ahead"), m::KEY_AHEAD),
        (
            html! { <><g opacity="0.4">{ bar("meeting", "0", "5", "16", "6") }</g>{ bar("meeting", "0", "2", "3", "12") }</> },
            m::KEY_SINCE,
        ),
    ];
    html! {
        <p class="figure-note lanes-legend">
            for (mark, says) in marks {
                <span><svg class="chart" width="16" height="16" aria-hidden="true">{ mark }</svg>{ " " }{ says }</span>
            }
            <span>{ m::KEY_NUMBER }</span>
        </p>
    }
}

/// What happens at a click on a mark. Lanes have no periods to choose.
fn no_periods(route: &std::rc::Rc<Route>, dispatch: &crate::actions::Dispatch) -> Events {
    let (route, dispatch) = (route.clone(), dispatch.clone());
    let open_meeting = Callback::from(move |id: String| {
        dispatch.act(RouteAction::Go(route.to(View::Engagement(id)).into()));
    });
    Events { choose: Callback::noop(), open: Callback::noop(), open_meeting }
}

/// What a lane is called.
pub(super) fn called(name: Option<&NameRef>) -> String {
    match name {
        None => m::NO_LANE.to_owned(),
        Some(name) if name.kind == "topic" => m::topic(&name.name),
        Some(name) => name.name.clone(),
    }
}

/// What a stop says.
fn words(lanes: &Lanes, lane: &Lane, stop: Stop) -> String {
    match stop {
        Stop::Meeting(at) => lane.meetings.get(at).map(|found| m::comma(&found.name, &m::date(found.date, ""))),
        Stop::Year(at) => {
            lanes.axis.periods.get(at).map(|year| m::comma(&m::period(year), &m::engagements(lane.by_year[at])))
        }
        Stop::Beside(at) => lane.beside.get(at).map(|found| m::comma(&found.name, &m::beside_date(found))),
    }
    .unwrap_or_default()
}

/// Where a stop leads.
fn target(route: &Route, lanes: &Lanes, lane: &Lane, stop: Stop) -> Option<Route> {
    Some(match stop {
        Stop::Meeting(at) => route.to(View::Engagement(lane.meetings.get(at)?.id.clone())),
        Stop::Beside(at) => route.to(View::Engagement(lane.beside.get(at)?.id.clone())),
        Stop::Year(at) => {
            let year = lanes.axis.periods.get(at)?.year;
            let name = lane.name.as_ref();
            let asked = Route {
                query: route.query.clone(),
                selection: route.selection.clone(),
                ..route.plain(View::Engagements)
            };
            let asked =
                name.and_then(|name| Some(asked.toggled(Axis::from_word(name.kind)?, &name.id))).unwrap_or(asked);
            asked.within_years(Some(year), Some(year))
        }
    })
}

/// The page of what a lane stands for.
fn lane_address(route: &Route, name: &NameRef) -> String {
    let view = if name.kind == "series" { View::Series(name.id.clone()) } else { View::Name(name.id.clone()) };
    Route {
        query: Query::default().with_filter(Filter::default()),
        selection: Selection::default(),
        ..route.plain(view)
    }
    .to_string()
}

/// The same as rows.
fn table(route: &Route, lanes: &Lanes) -> Html {
    let rows = |lane: &Lane| {
        let name = called(lane.name.as_ref());
        let row = |stop: Stop| {
            let (date, words) = match stop {
                Stop::Meeting(at) => (m::date(lane.meetings[at].date, ""), lane.meetings[at].name.clone()),
                Stop::Year(at) => (m::period(&lanes.axis.periods[at]), m::engagements(lane.by_year[at])),
                Stop::Beside(at) => (m::beside_date(&lane.beside[at]), lane.beside[at].name.clone()),
            };
            let href = target(route, lanes, lane, stop).map(|to| to.to_string());
            html! { <tr><td>{ date }</td><td><a {href}>{ bdi(&words) }</a></td></tr> }
        };
        html! {
            <tbody>
                <tr>
                    <th scope="rowgroup" colspan="2">
                        if let Some(known) = &lane.name {
                            <a href={lane_address(route, known)}>{ bdi(&name) }</a>
                        } else {
                            { &name }
                        }
                        { " " }
                        { m::number(lane.total) }
                        if !lane.missing.is_empty() {
                            { m::numbers_not_here(&lane.missing) }
                        }
                    </th>
                </tr>
                { for stops(lane).into_iter().map(row) }
                if lane.beside_in_all > lane.beside.len() {
                    <tr><td></td><td>{ m::and_more(lane.beside_in_all - lane.beside.len()) }</td></tr>
                }
            </tbody>
        }
    };
    html! {
        <details class="figure-table lane-table">
            <summary>{ m::CHART_TABLE }</summary>
            <table>
                <thead><tr><th scope="col">{ m::DATE }</th><th scope="col">{ m::ENGAGEMENT }</th></tr></thead>
                { for lanes.lanes.iter().map(rows) }
            </table>
        </details>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_without_meetings_are_no_stops() {
        let lane = Lane { by_year: vec![3, 0, 2], ..Lane::default() };
        assert_eq!(stops(&lane), [Stop::Year(0), Stop::Year(2)]);
        assert!(stops(&Lane::default()).is_empty());
    }
}
