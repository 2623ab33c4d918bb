//! One name in the middle, those whom it met around it, the same every time. The table beside it says the same.

use std::f64::consts::TAU;

use entente_explore::tables::Partners;
use yew::prelude::*;

use crate::messages as m;

/// The picture, in its own units.
const WIDTH: f64 = 560.0;
const HEIGHT: f64 = 400.0;
/// Half the axes of the ellipse on which the partners are drawn.
const REACH: (f64, f64) = (170.0, 150.0);
/// The radius of a mark, and how much it grows up to the partner of most meetings.
const RADIUS: f64 = 4.0;
const GROWTH: f64 = 5.0;
/// The width of the widest line.
const MAX_LINE_WIDTH: f64 = 6.0;
/// A partner at least this far from the middle has its name beside its mark, not above or below.
const BESIDE: f64 = 60.0;

/// The picture.
pub(super) fn graph(found: &Partners) -> Html {
    let most = found.met.iter().map(|partner| partner.meetings).max().unwrap_or(1).max(1);
    let part = |meetings: usize| small(meetings) / small(most);
    let centre = (WIDTH / 2.0, HEIGHT / 2.0);
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
        <svg class="graph" viewBox={format!("0 0 {WIDTH} {HEIGHT}")} aria-hidden="true">
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
                { label(*at, &m::in_short_count(&partner.name.name, partner.meetings)) }
            }
        </svg>
    }
}

/// A place on the ellipse: the first stands at the top, the others to its right and left in turn.
fn place(at: usize, of: usize) -> (f64, f64) {
    let turn = at.div_ceil(2);
    let side = if at.is_multiple_of(2) { -1.0 } else { 1.0 };
    let angle = side * TAU * small(turn) / small(of.max(1));
    (WIDTH / 2.0 + REACH.0 * angle.sin(), HEIGHT / 2.0 - REACH.1 * angle.cos())
}

/// A name beside its mark, on the outer side.
fn label((x, y): (f64, f64), words: &str) -> Html {
    let away = x - WIDTH / 2.0;
    let (x, y, anchor) = if away > BESIDE {
        (x + 14.0, y + 4.0, "start")
    } else if away < -BESIDE {
        (x - 14.0, y + 4.0, "end")
    } else if y < HEIGHT / 2.0 {
        (x, y - 14.0, "middle")
    } else {
        (x, y + 22.0, "middle")
    };
    html! { <text x={number(x)} y={number(y)} text-anchor={anchor}>{ words.to_owned() }</text> }
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
    fn partners_lie_apart_and_inside_the_picture() {
        for of in 1..=24 {
            let places: Vec<(f64, f64)> = (0..of).map(|at| place(at, of)).collect();
            for (n, one) in places.iter().enumerate() {
                assert!(one.0 > 0.0 && one.0 < WIDTH && one.1 > 0.0 && one.1 < HEIGHT, "{of}: {one:?}");
                for other in &places[..n] {
                    let apart = (one.0 - other.0).hypot(one.1 - other.1);
                    assert!(apart > 2.0 * (RADIUS + GROWTH), "{of}: {one:?} and {other:?}");
                }
            }
        }
    }
}
