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
pub fn rank_best(index: &Index, plan: &Plan, mut list: Vec<(u32, f32)>, limit: usize) -> Vec<(u32, f32)> {
    let most = plan.most();
    let mut kept: Vec<(u32, f32)> = Vec::new();
    let (mut at, mut round) = (0, FIRST_ROUND_PASSAGES.max(limit));
    while at < list.len() && limit > 0 {
        let rest = &mut list[at..];
        let taken = round.min(rest.len());
        if taken < rest.len() {
            rest.select_nth_unstable_by(taken - 1, order);
        }
        let least = rest[..taken].iter().map(|(_, score)| *score).fold(f32::INFINITY, f32::min);
        kept.extend(add_nearness(index, plan, rest[..taken].to_vec()));
        sort_by(&mut kept, order);
        kept.truncate(limit);
        at += taken;
        round *= 4;
        // The rest scores no more than the least of this round.
        if kept.len() == limit && kept.last().is_some_and(|(_, score)| least * most < *score) {
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
    use super::{order, rank_best};
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
}
