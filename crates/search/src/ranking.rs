//! The first passages of a list in their order, without sorting all of it.

use std::cmp::Ordering;

use entente_text::order::sort_by;

use crate::index::Index;
use crate::plan::Plan;

/// Higher scores first; equals in the order of the file.
fn order(a: &(u32, f32), b: &(u32, f32)) -> Ordering {
    b.1.total_cmp(&a.1).then(a.0.cmp(&b.0))
}

/// Passages of the first round; each further round has four times as many.
const FIRST_ROUND_PASSAGES: usize = 512;

/// The best `limit` of `list`, best first, their scores with what nearness adds.
///
/// Nearness is looked at for the passages only that could still be among the best: it never adds more than
/// [`Plan::most`], so that the walk down the list ends where even that would not be enough.
#[must_use]
pub fn rank_best(index: &Index, plan: &Plan, list: Vec<(u32, f32)>, limit: usize) -> Vec<(u32, f32)> {
    rank_in_rounds(list, limit, plan.most(), |round| add_nearness(index, plan, round))
}

/// The best `limit` of `list` by the scores that `add` gives to the passages of a round: at most `most` times as much.
fn rank_in_rounds(
    mut list: Vec<(u32, f32)>,
    limit: usize,
    most: f32,
    mut add: impl FnMut(Vec<(u32, f32)>) -> Vec<(u32, f32)>,
) -> Vec<(u32, f32)> {
    let mut kept: Vec<(u32, f32)> = Vec::new();
    let (mut at, mut round) = (0, FIRST_ROUND_PASSAGES.max(limit));
    while at < list.len() && limit > 0 {
        let rest = &mut list[at..];
        let taken = round.min(rest.len());
        if taken < rest.len() {
            rest.select_nth_unstable_by(taken - 1, order);
        }
        // The rest scores no more than the last of this round. What scores the same comes later in the file.
        let (last, least) = rest[taken - 1];
        kept.extend(add(rest[..taken].to_vec()));
        sort_by(&mut kept, order);
        kept.truncate(limit);
        at += taken;
        round *= 4;
        if kept.len() == limit && kept.last().is_some_and(|worst| order(worst, &(last, least * most)).is_le()) {
            break;
        }
    }
    kept
}

/// `list` in the order of the file, its scores with what nearness adds.
#[must_use]
pub fn add_nearness(index: &Index, plan: &Plan, mut list: Vec<(u32, f32)>) -> Vec<(u32, f32)> {
    sort_by(&mut list, |a, b| a.0.cmp(&b.0));
    let passages: Vec<u32> = list.iter().map(|(passage, _)| *passage).collect();
    for ((_, score), factor) in list.iter_mut().zip(plan.nearness(index, &passages)) {
        *score *= factor;
    }
    list
}

#[cfg(test)]
mod tests {
    use super::{FIRST_ROUND_PASSAGES, order, rank_best, rank_in_rounds};
    use crate::{Fields, Index, Plan, Synonyms, parse_query};

    #[test]
    fn the_first_of_many_are_those_of_a_full_sort() {
        let texts: Vec<String> = (0..3000_u32)
            .map(|n| {
                format!(
                    "{} cyber {} policy {}",
                    "x ".repeat(n as usize % 7),
                    "y ".repeat(n as usize % 5),
                    "cyber ".repeat(n as usize % 3)
                )
            })
            .collect();
        let index = Index::new(texts.iter().map(|text| Fields { text, ..Fields::default() }));
        let plan = Plan::new(&index, &parse_query("cyber policy", &[], false).query, &Synonyms::default());
        let found = plan.search(&index, &|_, _| None).passages;
        let mut all: Vec<(u32, f32)> =
            found.iter().map(|(at, score)| (*at, score * plan.nearness(&index, &[*at])[0])).collect();
        all.sort_unstable_by(order);
        for limit in [0, 1, 20, 700, 5000] {
            assert_eq!(rank_best(&index, &plan, found.clone(), limit), all[..limit.min(all.len())], "{limit}");
        }
    }

    #[test]
    fn of_passages_that_all_score_the_same_one_round_is_looked_at() {
        let list: Vec<(u32, f32)> = (0..10_000).rev().map(|at| (at, 2.0)).collect();
        let mut looked_at = 0;
        let best = rank_in_rounds(list, 3, 1.5, |round| {
            looked_at += round.len();
            round.into_iter().map(|(at, score)| (at, score * 1.5)).collect()
        });
        assert_eq!((best, looked_at), (vec![(0, 3.0), (1, 3.0), (2, 3.0)], FIRST_ROUND_PASSAGES));
    }
}
