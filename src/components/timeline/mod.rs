//! Documents and meetings over time: one chart with one stop of the Tab key, the rows of the chosen year or month beside its
//! title, and a table after it.

mod drawing;
pub(crate) mod lanes;
mod lanes_drawing;
mod packing;
mod scale;

use entente_explore::tables::{Counts, Layer, Period, Step, Timeline};
use entente_explore::{Axis, Filter, Query, Selection};
use yew::prelude::*;

use crate::actions::RouteAction;
use crate::components::figure::figure_tools;
use crate::components::references::address;
use crate::components::shared::Shared;
use crate::context::use_view_context;
use crate::messages as m;
use crate::route::{Route, View};
use drawing::{ChartWidth, Events, drawing};

/// Properties of [`TimelineChart`].
#[derive(Properties, PartialEq)]
pub(crate) struct TimelineChartProps {
    pub(crate) timeline: Shared<Timeline>,
    /// Of a dossier: the filter for its name, which its passages and meetings pass.
    #[prop_or_default]
    pub(crate) about: Option<(Axis, AttrValue)>,
    /// What is beside the chart: documents without a date.
    #[prop_or_default]
    pub(crate) children: Html,
}

/// The chart; nothing if nothing has a date.
#[component]
pub(crate) fn TimelineChart(props: &TimelineChartProps) -> Html {
    let here = use_view_context();
    let timeline = &props.timeline;
    let about = about(props.about.as_ref());
    let counted = counted(timeline);
    let chosen = use_state(|| fullest(timeline));
    let Some(period) = timeline.periods.get(*chosen) else { return Html::default() };
    let open = {
        let (route, dispatch, timeline) = (here.route.clone(), here.dispatch.clone(), timeline.clone());
        let about = about.clone();
        Callback::from(move |at: usize| {
            if let Some(period) = timeline.periods.get(at) {
                let to = within(&route, counted.view.clone(), &about, timeline.step, period);
                dispatch.act(RouteAction::Go(to.into()));
            }
        })
    };
    let open_meeting = {
        let (route, dispatch) = (here.route.clone(), here.dispatch.clone());
        Callback::from(move |id: String| dispatch.act(RouteAction::Go(route.to(View::Engagement(id)).into())))
    };
    let choose = {
        let chosen = chosen.clone();
        Callback::from(move |at: usize| chosen.set(at))
    };
    let onkeydown = {
        let (at, last, choose, open) = (*chosen, timeline.periods.len() - 1, choose.clone(), open.clone());
        let year = if timeline.step == Step::Month { 12 } else { 1 };
        Callback::from(move |event: KeyboardEvent| {
            let next = match event.key().as_str() {
                "ArrowLeft" | "ArrowDown" => at.saturating_sub(1),
                "ArrowRight" | "ArrowUp" => (at + 1).min(last),
                "PageDown" => at.saturating_sub(year),
                "PageUp" => (at + year).min(last),
                "Home" => 0,
                "End" => last,
                "Enter" => return open.emit(at),
                _ => return,
            };
            event.prevent_default();
            choose.emit(next);
        })
    };
    let said = m::comma(&(counted.unit)(counts(period).documents), &m::engagements(period.meetings));
    let value_text = m::colon(&m::period(period), &said);
    let events = Events { choose, open, open_meeting };
    html! {
        <section class="figure" aria-labelledby="chart-title">
            <header>
                <h2 id="chart-title">{ m::chart_title(timeline) }</h2>
                <p class="readout" role="status"><b>{ m::period(period) }</b>{ " " }{ said }</p>
                { figure_tools(&here, "documents-over-time") }
            </header>
            <div class="plot" data-beside={(props.children != Html::default()).then_some("true")}>
                <div
                    class="chart"
                    role="slider"
                    tabindex="0"
                    aria-label={if props.about.is_some() { m::NAME_CHART_LABEL } else { m::CHART_LABEL }}
                    aria-valuemin="0"
                    aria-valuemax={(timeline.periods.len() - 1).to_string()}
                    aria-valuenow={chosen.to_string()}
                    aria-valuetext={value_text}
                    {onkeydown}
                >
                    { drawing(timeline, *chosen, ChartWidth::Wide, &events) }
                    { drawing(timeline, *chosen, ChartWidth::Narrow, &events) }
                </div>
                { props.children.clone() }
            </div>
            <div class="figure-notes">
                { legend(timeline) }
                { not_drawn(&here.route, &about, timeline) }
                { table(&here.route, &about, timeline) }
            </div>
        </section>
    }
}

/// The period with the most documents and meetings.
fn fullest(timeline: &Timeline) -> usize {
    let weight = |period: &Period| (period.meetings + counts(period).documents, period.bounds());
    let periods = timeline.periods.iter().enumerate();
    periods.max_by_key(|(_, period)| weight(period)).map_or(0, |(at, _)| at)
}

fn counts(period: &Period) -> Counts {
    Counts { documents: period.documents.iter().sum(), meetings: period.meetings }
}

/// The filter for what a chart is about; of the whole file none.
fn about(about: Option<&(Axis, AttrValue)>) -> Filter {
    about.map_or_else(Filter::default, |(axis, id)| Filter::default().with(*axis, id))
}

/// The rows of a list that a period counts.
fn within(route: &Route, view: View, about: &Filter, step: Step, period: &Period) -> Route {
    let value = period.value();
    dated(route, view, step, about.clone().with(Axis::From, &value).with(Axis::To, &value))
}

/// The rows of a list with a date that the chart draws, under a filter.
fn dated(route: &Route, view: View, step: Step, filter: Filter) -> Route {
    if view == View::Search {
        return route.plain(view).with(Query::default().with_filter(filter));
    }
    let own = Selection::default().with(Axis::Status, "undated", true);
    let own = if step == Step::Month { own.with(Axis::Status, "no-month", true) } else { own };
    route.plain(view).with(Query::default().with_filter(filter)).selecting(own)
}

/// What the signs of the chart mean.
fn legend(timeline: &Timeline) -> Html {
    if counted(timeline).view == View::Search {
        return html! { <p class="figure-note">{ m::NAME_CHART_LEGEND }</p> };
    }
    let has_single_meetings = timeline.step == Step::Month || timeline.meetings.len() == timeline.drawn.meetings;
    if timeline.documents.len() == timeline.drawn.documents && has_single_meetings {
        return html! { <p class="figure-note">{ m::CHART_SINGLE_LEGEND }</p> };
    }
    let sum = |at: usize| timeline.periods.iter().map(|period| period.documents[at]).sum::<usize>();
    html! {
        <>
            <ul class="figure-layers">
                for (at, layer) in timeline.layers.iter().enumerate().filter(|(at, _)| sum(*at) > 0) {
                    <li>
                        <svg width="11" height="11" aria-hidden="true">
                            { drawing::unknown_pattern("unknown-legend") }
                            <rect class={layer_class(at, *layer)} fill={drawing::unknown_fill(*layer, "legend")} width="11" height="11" />
                        </svg>
                        { m::layer(*layer) }
                        <span>{ m::number(sum(at)) }</span>
                    </li>
                }
            </ul>
            <p class="figure-note">{ m::CHART_BARS_LEGEND }</p>
        </>
    }
}

/// The class that gives a layer its tint; `None` for the one that has a pattern.
fn layer_class(at: usize, layer: Layer) -> Option<String> {
    (layer != Layer::UnknownKind).then(|| format!("layer-{}", at + 1))
}

/// A list whose rows the chart counts.
struct Drawn {
    view: View,
    count: fn(Counts) -> usize,
    unit: fn(usize) -> String,
}

const DOCUMENTS: Drawn = Drawn { view: View::Documents, count: |counts| counts.documents, unit: m::documents };
const PASSAGES: Drawn = Drawn { view: View::Search, count: |counts| counts.documents, unit: m::passages };
const MEETINGS: Drawn = Drawn { view: View::Engagements, count: |counts| counts.meetings, unit: m::engagements };

/// What is above the line of the chart.
fn counted(timeline: &Timeline) -> &'static Drawn {
    if timeline.layers.as_slice() == [Layer::Passages] { &PASSAGES } else { &DOCUMENTS }
}

/// What the chart leaves out, each number a link to its rows; nothing if it leaves out nothing.
fn not_drawn(route: &Route, about: &Filter, timeline: &Timeline) -> Html {
    let (Some(first), Some(last)) = (timeline.periods.first(), timeline.periods.last()) else {
        return Html::default();
    };
    let with = |view: View, word: &str| {
        let named = route.plain(view).with(Query::default().with_filter(about.clone()));
        named.selecting(Selection::default().with(Axis::Status, word, false))
    };
    let before = about.clone().with(Axis::To, &(first.year - 1).to_string());
    let after = about.clone().with(Axis::From, &(last.year + 1).to_string());
    let mut parts: Vec<(String, Route)> = Vec::new();
    for list in [counted(timeline), &MEETINGS] {
        let (without_month, earlier, later) =
            ((list.count)(timeline.without_month), (list.count)(timeline.earlier), (list.count)(timeline.later));
        if without_month > 0 {
            parts.push((m::without_month(&(list.unit)(without_month)), with(list.view.clone(), "no-month")));
        }
        if earlier > 0 {
            let to = dated(route, list.view.clone(), timeline.step, before.clone());
            parts.push((m::before(&(list.unit)(earlier), first.year), to));
        }
        if later > 0 {
            let to = dated(route, list.view.clone(), timeline.step, after.clone());
            parts.push((m::after(&(list.unit)(later), last.year), to));
        }
    }
    if timeline.undated.meetings > 0 {
        parts.push((m::without_year(timeline.undated.meetings), with(View::Engagements, "undated")));
    }
    // Undated documents are beside the chart of the file; a search finds no passages by that.
    let is_of_name = counted(timeline).view == View::Search;
    let passages = if is_of_name { timeline.undated.documents } else { 0 };
    if parts.is_empty() && passages == 0 {
        return Html::default();
    }
    html! {
        <p class="figure-note">
            { m::NOT_DRAWN }
            if passages > 0 {
                { " " }
                { m::passages_without_date(passages) }
                if !parts.is_empty() {
                    { "," }
                }
            }
            for (at, (words, to)) in parts.into_iter().enumerate() {
                { if at == 0 { " " } else { ", " } }
                <a href={to.to_string()}>{ words }</a>
            }
        </p>
    }
}

/// The same as rows: each year or month with anything in it, its numbers as links.
fn table(route: &Route, about: &Filter, timeline: &Timeline) -> Html {
    let above = counted(timeline);
    let is_of_file = above.view == View::Documents;
    let cell = |view: View, count: usize, period: &Period| {
        if count == 0 {
            return html! { <td>{ "0" }</td> };
        }
        html! { <td><a href={within(route, view, about, timeline.step, period).to_string()}>{ m::number(count) }</a></td> }
    };
    html! {
        <details class="figure-table">
            <summary>{ m::CHART_TABLE }</summary>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{ m::step(timeline.step) }</th>
                        <th scope="col">{ if is_of_file { m::DOCUMENTS_COLUMN } else { m::PASSAGES } }</th>
                        <th scope="col">{ m::MEETINGS_COLUMN }</th>
                    </tr>
                </thead>
                <tbody>
                    for (period, sums) in timeline.periods.iter().map(|period| (period, counts(period))) {
                        if sums.documents + sums.meetings > 0 {
                            <tr>
                                <th scope="row">{ m::period(period) }</th>
                                { cell(above.view.clone(), sums.documents, period) }
                                { cell(View::Engagements, sums.meetings, period) }
                            </tr>
                        }
                    }
                </tbody>
            </table>
            if is_of_file {
                <p><a href={address(route, View::Engagements)}>{ m::MEETINGS_COLUMN }</a></p>
            }
        </details>
    }
}
