//! Puts marks into lanes, so that they do not overlap.

use entente_text::order::permutation;

use super::scale::{Extent, WHOLE};

/// Part of the width that an open interval fades over, in percent.
pub(crate) const FADE: f64 = 8.0;

/// The lane of each mark, from 0, in the order of `extents`. A mark is `mark_width` percent of the chart wide.
pub(crate) fn lanes(extents: &[Extent], mark_width: f64) -> Vec<usize> {
    let start = |at: usize| room(extents[at], mark_width).0;
    let order = permutation(extents.len(), &|a, b| start(a).total_cmp(&start(b)));
    // Where each lane is free again.
    let mut free: Vec<f64> = Vec::new();
    let mut out = vec![0; extents.len()];
    for at in order {
        let (from, to) = room(extents[at], mark_width);
        let lane = free.iter().position(|end| *end <= from).unwrap_or(free.len());
        if lane == free.len() {
            free.push(to);
        } else {
            free[lane] = to;
        }
        out[at] = lane;
    }
    out
}

/// Where a mark begins and ends.
fn room(extent: Extent, mark_width: f64) -> (f64, f64) {
    let half = mark_width / 2.0;
    match extent {
        Extent::Day(at) | Extent::Month(at) => (at - half, at + half),
        Extent::Year(from, width) | Extent::Span(from, width) => (from, from + width.max(mark_width)),
        Extent::Since(from) => (from, (from + FADE).min(WHOLE)),
        Extent::Until(to) => ((to - FADE).max(0.0), to + half),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_that_would_meet_lie_in_lanes_of_their_own() {
        let extents = [Extent::Day(10.0), Extent::Month(10.5), Extent::Day(30.0), Extent::Year(20.0, 25.0)];
        assert_eq!(lanes(&extents, 2.0), [0, 1, 1, 0]);
        assert_eq!(lanes(&[Extent::Day(1.0), Extent::Day(9.0)], 2.0), [0, 0]);
        assert!(lanes(&[], 2.0).is_empty());
    }
}
