//! Lanes as one picture: names and missing numbers at the left, marks on the axis, at the right what has no place on it.

use entente_explore::tables::{BesideMeeting, Lane, Lanes};
use yew::prelude::*;

use super::drawing::{
    ChartWidth, Events, MEETING_LANE, columns, cut, extent_of, meeting_mark, patterns, percent, place, years,
};
use super::lanes::{Stop, called};
use super::packing::lanes as packed;
use super::scale::{Extent, Scale};
use crate::messages as m;

/// Height of the line of years, and of a line of words, in pixels.
const HEAD: usize = 24;
const LINE: usize = 18;
/// Space between two lanes.
const GAP: usize = 10;
/// Letters of a line of a name, and lines of it.
const NAME_CHARS: usize = 34;
const NAME_LINES: usize = 2;
/// Letters of what is beside the axis.
const BESIDE_CHARS: usize = 18;

/// What a pointer does.
pub(super) struct LaneEvents {
    /// Opens a stop of a lane.
    pub(super) open: Callback<(usize, Stop)>,
    /// For single marks.
    pub(super) marks: Events,
}

/// Where the axis begins and how wide it is, where the missing numbers and the rest are, in percent.
struct Columns {
    missing: f64,
    axis: f64,
    width: f64,
    beside: f64,
}

const WIDE: Columns = Columns { missing: 24.0, axis: 34.0, width: 51.0, beside: 86.5 };
const NARROW: Columns = Columns { missing: 0.0, axis: 0.0, width: 96.0, beside: 0.0 };

/// The lanes, the chosen stop of one of them marked. Hidden from screen readers, which have the slider and the rows.
pub(super) fn drawing(lanes: &Lanes, chosen: (usize, Option<Stop>), layout: ChartWidth, events: &LaneEvents) -> Html {
    let place = if layout == ChartWidth::Wide { WIDE } else { NARROW };
    let scale = Scale::new(&lanes.axis.periods);
    let mut top = HEAD;
    let mut drawn = Vec::new();
    for (at, lane) in lanes.lanes.iter().enumerate() {
        let (html, height) = one(lanes, (at, lane), scale, (chosen.0 == at, chosen.1), (layout, &place, top), events);
        drawn.push(html);
        top += height + GAP;
    }
    html! {
        <svg class={layout.class()} height={top.to_string()} aria-hidden="true">
            { patterns(layout) }
            if let Some(scale) = scale {
                <svg x={percent(place.axis)} y="0" width={percent(place.width)} height={top.to_string()} overflow="visible">
                    { columns(&lanes.axis, scale, usize::MAX, top) }
                    { years(&lanes.axis, scale, usize::MAX, 14, layout) }
                </svg>
            }
            if layout == ChartWidth::Wide {
                <text x={percent(place.missing)} y="14">{ m::NOT_HERE }</text>
                <text x={percent(place.beside)} y="14">{ m::NO_YEAR }</text>
            }
            { for drawn }
        </svg>
    }
}

/// A lane and its height.
fn one(
    lanes: &Lanes,
    (number, lane): (usize, &Lane),
    scale: Option<Scale>,
    (is_chosen, stop): (bool, Option<Stop>),
    (layout, place, top): (ChartWidth, &Columns, usize),
    events: &LaneEvents,
) -> (Html, usize) {
    let is_wide = layout == ChartWidth::Wide;
    let name = name_lines(&called(lane.name.as_ref()));
    let named = name.len() * LINE;
    let marks = top + if is_wide { 0 } else { named };
    let extents: Vec<Extent> = scale
        .map_or_else(Vec::new, |scale| lane.meetings.iter().map(|found| extent_of(scale, found, layout)).collect());
    // The axis is narrower than the chart.
    let lane_of = packed(&extents, layout.mark_width() * 100.0 / place.width);
    let rows = lane_of.iter().max().map_or(1, |last| last + 1) * MEETING_LANE;
    let beside: Vec<String> = lane.beside.iter().take(3).map(beside_words).collect();
    let more = lane.beside_in_all.saturating_sub(beside.len());
    let said = beside.len() + usize::from(more > 0);
    let height = if is_wide { named.max(rows).max(said * LINE) } else { named + rows + said * LINE };
    let (x, y) = if is_wide { (percent(place.beside), top) } else { (percent(0.0), marks + rows) };
    let missing = m::numbers_missing(&lane.missing);
    let html = html! {
        <>
            if is_chosen {
                <rect class="chosen" x="0" y={(top - 3).to_string()} width="100%" height={(height + 6).to_string()} />
            }
            for (n, line) in name.iter().enumerate() {
                <text class="document-title" x="0" y={(top + 14 + n * LINE).to_string()}>{ line.clone() }</text>
            }
            if !missing.is_empty() {
                if is_wide {
                    <text x={percent(place.missing)} y={(top + 14).to_string()}>{ missing }</text>
                } else {
                    <text x="100%" y={(top + 14).to_string()} text-anchor="end">{ missing }</text>
                }
            }
            if let Some(scale) = scale {
                <svg x={percent(place.axis)} y={marks.to_string()} width={percent(place.width)} height={rows.to_string()} overflow="visible">
                    for ((at, (found, extent)), row) in lane.meetings.iter().zip(&extents).enumerate().zip(&lane_of) {
                        if is_chosen && stop == Some(Stop::Meeting(at)) {
                            { ring(*extent, row * MEETING_LANE) }
                        }
                        { meeting_mark(found, *extent, row * MEETING_LANE, layout, &events.marks) }
                    }
                    for (at, count) in lane.by_year.iter().enumerate().filter(|(_, count)| **count > 0) {
                        { year_count(lanes, scale, (number, at, *count), is_chosen && stop == Some(Stop::Year(at)), events) }
                    }
                </svg>
            }
            for (n, words) in beside.into_iter().enumerate() {
                { beside_mark(lane, (number, n), words, (x.clone(), y + n * LINE), is_chosen && stop == Some(Stop::Beside(n)), events) }
            }
            if more > 0 {
                <text x={x} y={(y + 14 + (said - 1) * LINE).to_string()}>{ m::and_more(more) }</text>
            }
            <line class="tick" x1="0" x2="100%" y1={(top + height + GAP / 2).to_string()} y2={(top + height + GAP / 2).to_string()} />
        </>
    };
    (html, height)
}

/// Marks a chosen mark.
fn ring(extent: Extent, top: usize) -> Html {
    let at = match extent {
        Extent::Day(at) | Extent::Month(at) | Extent::Since(at) | Extent::Until(at) => at,
        Extent::Year(from, width) | Extent::Span(from, width) => from + width / 2.0,
    };
    html! { <circle class="lane-chosen" cx={percent(at)} cy={(top + 8).to_string()} r="11" /> }
}

/// The number of meetings of a year that are too many for single marks.
fn year_count(
    lanes: &Lanes,
    scale: Scale,
    (lane, at, count): (usize, usize, usize),
    is_chosen: bool,
    events: &LaneEvents,
) -> Html {
    let Some(year) = lanes.axis.periods.get(at) else { return Html::default() };
    let (from, width) = place(scale, year);
    let open = events.open.clone();
    html! {
        <g class="meeting-mark" onclick={Callback::from(move |_| open.emit((lane, Stop::Year(at))))}>
            <title>{ m::comma(&m::period(year), &m::engagements(count)) }</title>
            <rect class={if is_chosen { "meeting" } else { "meeting-bar" }} x={percent(from + width * 0.06)} y="0" width={percent(width * 0.88)} height="16" />
            <text class="number" x={percent(from + width / 2.0)} y="12" text-anchor="middle">{ m::number(count) }</text>
        </g>
    }
}

fn beside_words(found: &BesideMeeting) -> String {
    let number = found.ordinal.map(|number| number.to_string());
    let date = found.date.map(|date| m::date(date, ""));
    let words = m::commas(number.into_iter().chain(date));
    cut(if words.is_empty() { &found.name } else { &words }, BESIDE_CHARS)
}

/// A meeting that has no place on the axis: its number or day, else its name.
fn beside_mark(
    lane: &Lane,
    (number, n): (usize, usize),
    words: String,
    (x, y): (String, usize),
    is_chosen: bool,
    events: &LaneEvents,
) -> Html {
    let open = events.open.clone();
    let title = lane.beside.get(n).map(|found| m::comma(&found.name, &m::beside_date(found))).unwrap_or_default();
    html! {
        <g class="meeting-mark" onclick={Callback::from(move |_| open.emit((number, Stop::Beside(n))))}>
            <title>{ title }</title>
            <text class={if is_chosen { "chosen-year" } else { "year" }} {x} y={(y + 14).to_string()}>{ words }</text>
        </g>
    }
}

/// A name in lines, the last of them cut.
fn name_lines(name: &str) -> Vec<String> {
    let mut lines: Vec<String> = vec![String::new()];
    for word in name.split_whitespace() {
        let Some(line) = lines.last_mut() else { break };
        if line.is_empty() || line.chars().count() + word.chars().count() < NAME_CHARS || lines.len() == NAME_LINES {
            let line = lines.last_mut().expect("there is one");
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        } else {
            lines.push(word.to_owned());
        }
    }
    lines.iter().map(|line| cut(line, NAME_CHARS)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_has_two_lines_and_ends_with_a_mark() {
        assert_eq!(name_lines("Peru-Chile Dialogue"), ["Peru-Chile Dialogue"]);
        let long = name_lines(
            "Regional Forum Inter-Sessional Meeting on Counter-Terrorism and Transnational Crimes of the Pacific Coast",
        );
        assert_eq!(long.len(), 2);
        assert!(long[1].ends_with('…') && long.iter().all(|line| line.chars().count() <= NAME_CHARS), "{long:?}");
        assert_eq!(name_lines(""), [""]);
        assert_eq!(name_lines(&"x".repeat(300))[0].chars().count(), NAME_CHARS);
    }
}
