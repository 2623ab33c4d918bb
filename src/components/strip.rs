//! A strip of time with a mark for each place.

use entente_verify::report::Target;
use yew::prelude::*;

/// Height of the strip in pixels. Its line is above the names of the years.
const HEIGHT: u32 = 42;
const LINE: u32 = 30;
/// Pixels from one mark to the next above it.
const STEP: u32 = 7;
/// Marks above each other that have room.
const MAX_STACKED: u32 = 4;
/// Years that are named.
const NAMED_YEARS: u32 = 8;
/// Thousandths of the strip that a mark is wide: nearer ones are drawn above each other.
const MARK: u32 = 14;

/// The strip; nothing if no place has a date. The place at the index `chosen` is emphasised.
pub(crate) fn strip(places: &[&Target], chosen: Option<usize>) -> Html {
    let dated: Vec<(f64, usize)> =
        places.iter().enumerate().filter_map(|(n, place)| Some((year_of(place.days()?)?, n))).collect();
    let first = dated.iter().map(|(year, _)| *year).fold(f64::INFINITY, f64::min).floor();
    let last = dated.iter().map(|(year, _)| *year).fold(0.0, f64::max).floor() + 1.0;
    if dated.is_empty() || last <= first {
        return Html::default();
    }
    let share = |year: f64| ((year - first) / (last - first) * 1000.0) as u32;
    let percent = |share: u32| format!("{}.{}%", share / 10, share % 10);
    let step = ((last - first) as u32).div_ceil(NAMED_YEARS).max(1);
    let mut stacked: Vec<(u32, u32)> = Vec::new();
    let mut marks = Vec::new();
    for (year, n) in dated {
        let at = share(year);
        let above = stacked.iter().filter(|(known, _)| known.abs_diff(at) < MARK).count() as u32;
        stacked.push((at, above));
        if above < MAX_STACKED {
            let class = if chosen == Some(n) { "chosen" } else { "held" };
            let y = (LINE - 5 - above * STEP).to_string();
            marks.push(html! { <circle {class} cx={percent(at)} cy={y} r="2.7" /> });
        }
    }
    html! {
        <svg class="strip" height={HEIGHT.to_string()} aria-hidden="true">
            for year in (first as u32..last as u32).step_by(step as usize) {
                <line class="tick" x1={percent(share(f64::from(year)))} x2={percent(share(f64::from(year)))} y1="0" y2={LINE.to_string()} />
                <text x={percent(share(f64::from(year)))} dx="3" y="40">{ year }</text>
            }
            <line class="base" x1="0" x2="100%" y1={LINE.to_string()} y2={LINE.to_string()} />
            { for marks }
        </svg>
    }
}

/// The middle of a date as a year with its part: 2023.5 for July 2023. `None` if the date is open to both sides.
fn year_of((first, last): (u32, u32)) -> Option<f64> {
    let part = |day: u32| {
        let (year, month, day) = (day / 10_000, day / 100 % 100, day % 100);
        f64::from(year) + (f64::from(month.max(1) - 1) + f64::from(day.max(1) - 1) / 31.0) / 12.0
    };
    match (first, last) {
        (0, u32::MAX) => None,
        (0, last) => Some(part(last)),
        (first, u32::MAX) => Some(part(first)),
        (first, last) => Some(f64::midpoint(part(first), part(last))),
    }
}

#[cfg(test)]
mod tests {
    use super::year_of;

    #[test]
    fn a_date_stands_in_the_middle_of_what_it_may_mean() {
        for (days, year) in [
            ((20_230_101, 20_230_101), Some(2023.0)),
            ((20_230_701, 20_230_701), Some(2023.5)),
            ((20_200_101, u32::MAX), Some(2020.0)),
            ((0, 20_200_101), Some(2020.0)),
            ((0, u32::MAX), None),
        ] {
            assert_eq!(year_of(days), year, "{days:?}");
        }
        let whole = year_of((20_230_101, 20_231_231)).expect("a year");
        assert!((2023.4..2023.6).contains(&whole));
    }
}
