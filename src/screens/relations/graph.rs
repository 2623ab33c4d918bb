//! One name in the middle, those whom it met around it, the same every time. The table beside it says the same.

use entente_explore::tables::Partners;
use yew::prelude::*;

use crate::messages as m;

/// The picture's width, in its own units.
const WIDTH: f64 = 560.0;
/// Above and below the ellipse on which the partners are drawn.
const MARGIN: f64 = 40.0;
/// Half the width of the ellipse.
const REACH: f64 = 125.0;
/// Half its height: so much for each line of partners, within bounds.
const LINE_REACH: f64 = 20.0;
const MIN_REACH: f64 = 60.0;
const MAX_REACH: f64 = 160.0;
/// The radius of a mark, and how much it grows up to the partner of most meetings.
const RADIUS: f64 = 4.0;
const GROWTH: f64 = 5.0;
/// The width of the widest line.
const MAX_LINE_WIDTH: f64 = 6.0;
/// From a mark to its name.
const LABEL_GAP: f64 = 14.0;
/// The widest letter of a name and its count, about.
const LETTER_WIDTH: f64 = 7.0;

/// The picture.
pub(super) fn graph(found: &Partners) -> Html {
    let most = found.met.iter().map(|partner| partner.meetings).max().unwrap_or(1).max(1);
    let part = |meetings: usize| small(meetings) / small(most);
    let height = height(found.met.len());
    let centre = (WIDTH / 2.0, height / 2.0);
    let places: Vec<(f64, f64)> = (0..found.met.len()).map(|at| place(at, found.met.len())).collect();
    let line = |from: (f64, f64), to: (f64, f64), class: &'static str, width: f64| {
        html! {
            <line
                {class}
                x1={number(from.0)}
                y1={number(from.1)}
                x2={number(to.0)}
                y2={number(to.1)}
                stroke-width={number(width)}
            />
        }
    };
    html! {
        <svg class="graph" viewBox={format!("0 0 {WIDTH} {height}")} aria-hidden="true">
            for tie in &found.between {
                { line(places[tie.one], places[tie.other], "between", (part(tie.meetings) * MAX_LINE_WIDTH / 2.0).clamp(0.5, MAX_LINE_WIDTH)) }
            }
            for (partner, to) in found.met.iter().zip(&places) {
                { line(centre, *to, "met", (part(partner.meetings) * MAX_LINE_WIDTH).clamp(1.0, MAX_LINE_WIDTH)) }
            }
            <circle class="centre" cx={number(centre.0)} cy={number(centre.1)} r="10" />
            <text class="centre-name" x={number(centre.0)} y={number(centre.1 + 26.0)} text-anchor="middle">{ &found.name.name }</text>
            for (partner, at) in found.met.iter().zip(&places) {
                <circle
                    class={if partner.name.kind == "person" { "person" } else { "party" }}
                    cx={number(at.0)}
                    cy={number(at.1)}
                    r={number(RADIUS + part(partner.meetings) * GROWTH)}
                />
                { label(*at, &partner.name.name, partner.meetings) }
            }
        </svg>
    }
}

/// Half the height of the ellipse of so many partners.
fn reach(of: usize) -> f64 {
    (small(of.div_ceil(2)) * LINE_REACH).clamp(MIN_REACH, MAX_REACH)
}

/// The height of the picture of so many partners.
fn height(of: usize) -> f64 {
    2.0 * (reach(of) + MARGIN)
}

/// A place on the ellipse: the partners stand to its right and left in turn, from the top down, each at a height of its own, so that
/// no name covers another one.
fn place(at: usize, of: usize) -> (f64, f64) {
    let (row, is_left) = (at / 2, !at.is_multiple_of(2));
    let rows = if is_left { of / 2 } else { of.div_ceil(2) };
    let at = (2.0 * small(row) + 1.0) / small(rows.max(1)) - 1.0;
    let away = REACH * (1.0 - at * at).sqrt();
    (WIDTH / 2.0 + if is_left { -away } else { away }, height(of) / 2.0 + reach(of) * at)
}

/// A name with its count beside its mark, on the outer side; a long name is cut so that it ends inside of the picture.
fn label((x, y): (f64, f64), name: &str, meetings: usize) -> Html {
    let is_left = x < WIDTH / 2.0;
    let (x, anchor) = if is_left { (x - LABEL_GAP, "end") } else { (x + LABEL_GAP, "start") };
    let room = if is_left { x } else { WIDTH - x };
    let words = m::in_short_count(&fitting(name, room - 5.0 * LETTER_WIDTH), meetings);
    html! { <text x={number(x)} y={number(y + 4.0)} text-anchor={anchor}>{ words }</text> }
}

/// The beginning of a name that is no wider than `room`; letters of East Asian scripts are twice as wide as others.
fn fitting(name: &str, room: f64) -> String {
    let mut width = 0.0;
    let end = name.char_indices().find(|(_, letter)| {
        width += if *letter < '\u{1100}' { LETTER_WIDTH } else { 2.0 * LETTER_WIDTH };
        width > room
    });
    end.map_or_else(|| name.to_owned(), |(at, _)| format!("{}…", name[..at].trim_end()))
}

/// A count of partners or meetings, to reckon with.
fn small(n: usize) -> f64 {
    f64::from(entente_text::saturating_u32(n))
}

fn number(n: f64) -> String {
    format!("{n:.1}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_is_cut_where_the_picture_ends() {
        for (name, shown) in
            [("Japan", "Japan"), ("Interpol General Secretariat", "Interpol…"), ("대한민국 외교부", "대한민국…")]
        {
            assert_eq!(fitting(name, 64.0), shown);
        }
    }

    #[test]
    fn partners_lie_apart_and_inside_the_picture() {
        for of in 1..=24 {
            let places: Vec<(f64, f64)> = (0..of).map(|at| place(at, of)).collect();
            for (n, one) in places.iter().enumerate() {
                assert!(one.0 > 0.0 && one.0 < WIDTH && one.1 > 0.0 && one.1 < height(of), "{of}: {one:?}");
                for other in &places[..n] {
                    let apart = (one.0 - other.0).hypot(one.1 - other.1);
                    assert!(apart > 2.0 * (RADIUS + GROWTH), "{of}: {one:?} and {other:?}");
                    let is_same_side = (one.0 < WIDTH / 2.0) == (other.0 < WIDTH / 2.0);
                    let line = 14.0;
                    assert!(
                        !is_same_side || (one.1 - other.1).abs() > line,
                        "names cover each other: {of}: {one:?} and {other:?}"
                    );
                }
            }
        }
    }
}
