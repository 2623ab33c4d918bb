//! The chart itself, in percent of its width: documents above a line, meetings below it.

use entente_corpus::EngagementStatus;
use entente_explore::tables::{DatedDocument, DatedMeeting, Layer, Period, Step, Timeline};
use yew::prelude::*;

use super::layer_class;
use super::packing::{FADE, lanes};
use super::scale::{Extent, Scale, WHOLE};
use crate::messages as m;

/// Heights in pixels.
const DOCUMENT_LANE: usize = 22;
const NARROW_DOCUMENT_LANE: usize = 36;
const BARS: usize = 160;
const NAME_BARS: usize = 64;
const AXIS: usize = 20;
pub(super) const MEETING_LANE: usize = 18;
const MEETING_BARS: usize = 36;
/// Years named on the axis at most.
const NAMED_YEARS: usize = 14;
const NARROW_NAMED_YEARS: usize = 4;
/// Lines between years, at most.
const MAX_LINES: usize = 60;
/// Letters of a title.
const TITLE_CHARS: usize = 44;
const NARROW_TITLE_CHARS: usize = 36;
/// Part of the width of a period that its bar fills.
const BAR_WIDTH: f64 = 0.86;

/// How wide the chart is: both are drawn, and the style shows one of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ChartWidth {
    /// On a screen.
    Wide,
    /// On a phone.
    Narrow,
}

impl ChartWidth {
    pub(super) fn class(self) -> &'static str {
        match self {
            Self::Wide => "wide-only",
            Self::Narrow => "narrow-only",
        }
    }

    /// Width of a mark in percent of the chart.
    pub(super) fn mark_width(self) -> f64 {
        match self {
            Self::Wide => 1.8,
            Self::Narrow => 5.0,
        }
    }
}

/// What a pointer does.
pub(super) struct Events {
    /// Chooses a period.
    pub(super) choose: Callback<usize>,
    /// Opens the rows of a period.
    pub(super) open: Callback<usize>,
    /// Opens a meeting.
    pub(super) open_meeting: Callback<String>,
}

/// The chart with the `chosen` period marked. It is hidden from screen readers, which have the slider and the table.
pub(super) fn drawing(timeline: &Timeline, chosen: usize, layout: ChartWidth, events: &Events) -> Html {
    let Some(scale) = Scale::new(&timeline.periods) else { return Html::default() };
    let single = timeline.documents.len() == timeline.drawn.documents;
    let document_lane = if layout == ChartWidth::Wide { DOCUMENT_LANE } else { NARROW_DOCUMENT_LANE };
    let base = if single { timeline.documents.len() * document_lane + 8 } else { bars_height(timeline) + 16 };
    let extents: Vec<Extent> = timeline.meetings.iter().map(|meeting| extent_of(scale, meeting, layout)).collect();
    let lane_of = lanes(&extents, layout.mark_width());
    let below = match lane_of.iter().max() {
        Some(last) => (last + 1) * MEETING_LANE,
        None if timeline.drawn.meetings > 0 => MEETING_BARS + 4,
        None => 0,
    };
    let height = base + AXIS + below;
    html! {
        <svg class={layout.class()} height={height.to_string()} aria-hidden="true">
            { patterns(layout) }
            { columns(timeline, scale, chosen, height) }
            if !single {
                { bars(timeline, scale, base, layout) }
            }
            <line class="base" x1="0" x2="100%" y1={base.to_string()} y2={base.to_string()} />
            { years(timeline, scale, chosen, base + 14, layout) }
            if single {
                for (at, document) in timeline.documents.iter().rev().enumerate() {
                    { document_mark(document, scale, at * document_lane, layout) }
                }
            }
            if timeline.meetings.is_empty() {
                { meeting_bars(timeline, scale, base + AXIS) }
            }
            { pointer_columns(timeline, scale, height, events) }
            for ((meeting, extent), lane) in timeline.meetings.iter().zip(&extents).zip(&lane_of) {
                { meeting_mark(meeting, *extent, base + AXIS + lane * MEETING_LANE, layout, events) }
            }
        </svg>
    }
}

/// What marks are filled with.
pub(super) fn patterns(layout: ChartWidth) -> Html {
    html! {
        <defs>
            <pattern id={format!("hatch-{}", layout.class())} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(25)">
                <path class="hatch" d="M1 0V4" />
            </pattern>
            { unknown_pattern(&format!("unknown-{}", layout.class())) }
            <linearGradient id={format!("fade-{}", layout.class())}>
                <stop class="fade" offset="0" />
                <stop class="fade" offset="1" stop-opacity="0" />
            </linearGradient>
        </defs>
    }
}

/// The place of a meeting on the axis. One of some days is a mark, not a bar that is too narrow to be seen.
pub(super) fn extent_of(scale: Scale, meeting: &DatedMeeting, layout: ChartWidth) -> Extent {
    match scale.extent(meeting.date) {
        Some(Extent::Span(from, width)) if width < layout.mark_width() => Extent::Day(from + width / 2.0),
        Some(extent) => extent,
        None => Extent::Day(0.0),
    }
}

pub(super) fn percent(part: f64) -> String {
    format!("{part:.2}%")
}

/// Where a period begins and how wide it is.
pub(super) fn place(scale: Scale, period: &Period) -> (f64, f64) {
    let (first, last) = period.bounds();
    let from = scale.at(first);
    (from, scale.at(last + 1) - from)
}

/// The first period of each year.
fn first_periods(timeline: &Timeline) -> Vec<&Period> {
    timeline.periods.iter().filter(|period| period.month.is_none_or(|month| month == 1)).collect()
}

/// Years from one line to the next: lines of very many years would be a grey ground.
fn years_between_lines(timeline: &Timeline) -> usize {
    first_periods(timeline).len().div_ceil(MAX_LINES).max(1)
}

/// Lines between years, and the ground of the chosen period.
pub(super) fn columns(timeline: &Timeline, scale: Scale, chosen: usize, height: usize) -> Html {
    let height = height.to_string();
    html! {
        <>
            if let Some(period) = timeline.periods.get(chosen) {
                <rect class="chosen" x={percent(place(scale, period).0)} width={percent(place(scale, period).1)} height={height.clone()} />
            }
            for period in first_periods(timeline).into_iter().step_by(years_between_lines(timeline)) {
                <line class="tick" x1={percent(place(scale, period).0)} x2={percent(place(scale, period).0)} y1="0" y2={height.clone()} />
            }
        </>
    }
}

/// Columns that a pointer meets, above everything but the marks of meetings.
fn pointer_columns(timeline: &Timeline, scale: Scale, height: usize, events: &Events) -> Html {
    let column = |at: usize, period: &Period| {
        let (from, width) = place(scale, period);
        let (choose, open) = (events.choose.clone(), events.open.clone());
        html! {
            <rect class="pointer" x={percent(from)} width={percent(width)} height={height.to_string()}
                onmouseover={Callback::from(move |_| choose.emit(at))} onclick={Callback::from(move |_| open.emit(at))} />
        }
    };
    timeline.periods.iter().enumerate().map(|(at, period)| column(at, period)).collect()
}

/// The numbers of the years below the line.
pub(super) fn years(timeline: &Timeline, scale: Scale, chosen: usize, y: usize, layout: ChartWidth) -> Html {
    let chosen = timeline.periods.get(chosen).map(|period| period.year);
    let named = first_periods(timeline);
    let most = if layout == ChartWidth::Wide { NAMED_YEARS } else { NARROW_NAMED_YEARS };
    let step = named.len().div_ceil(most).max(1);
    let year = |at: usize, period: &Period| {
        let from = scale.at(period.bounds().0);
        let width = scale.at((u32::from(period.year) + 1) * 10_000 + 101) - from;
        // A year of one period is in its middle, a year of months at its beginning.
        let (x, anchor) = if timeline.step == Step::Year { (from + width / 2.0, "middle") } else { (from, "start") };
        let is_chosen = chosen == Some(period.year);
        html! {
            if at.is_multiple_of(step) {
                <text class={if is_chosen { "chosen-year" } else { "year" }} x={percent(x)} y={y.to_string()} text-anchor={anchor}
                    dx={if anchor == "start" { "4" } else { "0" }}>
                    { period.year }
                </text>
            }
        }
    };
    named.into_iter().enumerate().map(|(at, period)| year(at, period)).collect()
}

/// A document by itself: its mark, and its title beside it where there is more room.
fn document_mark(document: &DatedDocument, scale: Scale, top: usize, layout: ChartWidth) -> Html {
    let Some(extent) = scale.extent(document.date) else { return Html::default() };
    let (from, width) = match extent {
        Extent::Day(at) | Extent::Month(at) | Extent::Since(at) | Extent::Until(at) => (at, 0.0),
        Extent::Year(from, width) | Extent::Span(from, width) => (from, width),
    };
    let is_left = from + width / 2.0 > WHOLE / 2.0;
    let (x, dx, anchor) = match layout {
        ChartWidth::Narrow => (WHOLE, "0", "end"),
        ChartWidth::Wide if is_left => (from, "-10", "end"),
        ChartWidth::Wide => (from + width, "10", "start"),
    };
    let chars = if layout == ChartWidth::Wide { TITLE_CHARS } else { NARROW_TITLE_CHARS };
    let (label, mark) = if layout == ChartWidth::Wide { (top + 15, top + 6) } else { (top + 14, top + 22) };
    html! {
        <>
            if width > 0.0 {
                <rect class={mark_class("document", extent)} x={percent(from)} width={percent(width)} y={mark.to_string()} height="8"
                    fill={hatch(extent, layout)} />
            } else {
                <circle class="document" cx={percent(from)} cy={(mark + 4).to_string()} r="5" />
            }
            // A length in percent and one in pixels are added by an inner picture.
            <svg x={percent(x)} y={label.to_string()} overflow="visible">
                <text class="document-title" x={dx} text-anchor={anchor}>
                    { cut(&document.title, chars) }
                    if layout == ChartWidth::Wide {
                        <tspan class="kind" dx="8">{ m::kind_and_date(document.kind.as_str(), document.date) }</tspan>
                    }
                </text>
            </svg>
        </>
    }
}

/// A meeting by itself. It says its name and date to a pointer that rests on it, and opens on a click.
pub(super) fn meeting_mark(
    meeting: &DatedMeeting,
    extent: Extent,
    top: usize,
    layout: ChartWidth,
    events: &Events,
) -> Html {
    let is_ahead = matches!(meeting.status, Some(EngagementStatus::Announced | EngagementStatus::Planned));
    let class = if is_ahead { "meeting-ahead" } else { "meeting" };
    let title = format!("{}, {}", meeting.name, m::date(meeting.date, ""));
    let (id, open) = (meeting.id.clone(), events.open_meeting.clone());
    let onclick = Callback::from(move |event: MouseEvent| {
        event.stop_propagation();
        open.emit(id.clone());
    });
    let mark = match extent {
        Extent::Day(at) | Extent::Month(at) => html! {
            <svg x={percent(at)} y={top.to_string()} overflow="visible">
                if matches!(extent, Extent::Day(_)) {
                    <circle {class} cx="0" cy="8" r="7" />
                } else {
                    <rect {class} x="-7" y="1" width="14" height="14" rx="1" />
                }
                if let Some(ordinal) = meeting.ordinal.filter(|ordinal| *ordinal < 100) {
                    <text class={if is_ahead { "number-ahead" } else { "number" }} x="0" y="12" text-anchor="middle">{ ordinal }</text>
                }
            </svg>
        },
        Extent::Year(from, width) | Extent::Span(from, width) => html! {
            <rect class={mark_class("meeting", extent)} x={percent(from)} width={percent(width)} y={(top + 3).to_string()}
                height="10" fill={hatch(extent, layout)} />
        },
        Extent::Since(from) => html! {
            <>
                <rect x={percent(from)} width={percent(FADE.min(WHOLE - from))} y={(top + 5).to_string()} height="6"
                    fill={format!("url(#fade-{})", layout.class())} />
                <rect class="meeting" x={percent(from)} width="3" y={(top + 2).to_string()} height="12" />
            </>
        },
        Extent::Until(to) => html! {
            <rect class="meeting" x={percent(to)} width="3" y={(top + 2).to_string()} height="12" />
        },
    };
    html! { <g class="meeting-mark" {onclick}><title>{ title }</title>{ mark }</g> }
}

/// A year of which no more is known is hatched.
fn hatch(extent: Extent, layout: ChartWidth) -> Option<String> {
    matches!(extent, Extent::Year(..)).then(|| format!("url(#hatch-{})", layout.class()))
}

fn mark_class(class: &'static str, extent: Extent) -> Option<&'static str> {
    (!matches!(extent, Extent::Year(..))).then_some(class)
}

/// A dossier has less room than the overview.
fn bars_height(timeline: &Timeline) -> usize {
    if timeline.layers.as_slice() == [Layer::Passages] { NAME_BARS } else { BARS }
}

/// Bars of documents by layer, with two lines that say how many they stand for.
fn bars(timeline: &Timeline, scale: Scale, base: usize, layout: ChartWidth) -> Html {
    let all = |period: &Period| period.documents.iter().sum::<usize>();
    let most = timeline.periods.iter().map(all).max().unwrap_or(0);
    let top = round_up(most);
    let height = |count: usize| count * bars_height(timeline) / top.max(1);
    let bar = |period: &Period| {
        let (from, width) = place(scale, period);
        let (x, width) = (from + width * (1.0 - BAR_WIDTH) / 2.0, width * BAR_WIDTH);
        let mut below = 0;
        let rects = timeline.layers.iter().zip(&period.documents).enumerate().map(|(at, (layer, count))| {
            let start = height(below);
            below += count;
            let end = height(below);
            html! {
                if end > start {
                    <rect class={layer_class(at, *layer)} fill={unknown_fill(*layer, layout.class())} x={percent(x)} width={percent(width)} y={(base - end).to_string()}
                        height={(end - start).to_string()} />
                }
            }
        });
        rects.collect::<Html>()
    };
    html! {
        <>
            for lines in [top, top / 2] {
                if lines > 0 {
                    <line class="tick" x1="0" x2="100%" y1={(base - height(lines)).to_string()} y2={(base - height(lines)).to_string()} />
                }
            }
            for period in &timeline.periods {
                { bar(period) }
            }
            <text x="0" y={(base - height(top) - 4).to_string()}>{ m::chart_unit(timeline, top) }</text>
            if top.is_multiple_of(2) {
                <text x="0" y={(base - height(top / 2) - 4).to_string()}>{ m::number(top / 2) }</text>
            }
        </>
    }
}

/// The pattern of documents whose kind is not known.
pub(super) fn unknown_pattern(id: &str) -> Html {
    html! {
        <pattern id={id.to_owned()} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect class="unknown-ground" width="4" height="4" />
            <path class="unknown-hatch" d="M1 0V4" />
        </pattern>
    }
}

/// What a layer is filled with if no class says so: the pattern in the picture of this name.
pub(super) fn unknown_fill(layer: Layer, picture: &str) -> Option<String> {
    (layer == Layer::UnknownKind).then(|| format!("url(#unknown-{picture})"))
}

/// Bars of meetings that hang from the axis.
fn meeting_bars(timeline: &Timeline, scale: Scale, top: usize) -> Html {
    let most = timeline.periods.iter().map(|period| period.meetings).max().unwrap_or(0).max(1);
    let bar = |period: &Period| {
        let (from, width) = place(scale, period);
        let height = (period.meetings * MEETING_BARS).div_ceil(most);
        html! {
            if height > 0 {
                <rect class="meeting-bar" x={percent(from + width * 0.3)} width={percent(width * 0.4)} y={top.to_string()}
                    height={height.to_string()} />
            }
        }
    };
    timeline.periods.iter().map(bar).collect()
}

/// The next number of the form 1, 2, 3, 4, 5, 6, 8 or 10 times a power of ten.
fn round_up(n: usize) -> usize {
    let mut power = 1_usize;
    while power.saturating_mul(10) < n {
        power *= 10;
    }
    [1, 2, 3, 4, 5, 6, 8, 10].into_iter().map(|step| step * power).find(|round| *round >= n).unwrap_or(n)
}

/// The first letters of a title.
pub(super) fn cut(title: &str, chars: usize) -> String {
    if title.chars().count() <= chars {
        return title.to_owned();
    }
    let kept: String = title.chars().take(chars - 1).collect();
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_axis_ends_at_a_round_number() {
        for (n, expected) in [(0, 1), (1, 1), (7, 8), (12, 20), (297, 300), (301, 400), (999, 1_000)] {
            assert_eq!(round_up(n), expected, "{n}");
        }
    }

    #[test]
    fn a_long_title_is_cut_between_letters() {
        assert_eq!(cut("2014 APEC Action Plan", 10), "2014 APEC…");
        assert_eq!(cut("회의", 10), "회의");
    }
}
