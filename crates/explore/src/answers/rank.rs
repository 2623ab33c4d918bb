//! The order of passages, and which of them are listed under another that says the same.

use entente_search::Plan;
use entente_text::order::sort_by_key;

use super::compare::{Change, Run, differing};
use crate::desk::Desk;
use crate::models::results::Sort;

/// Of this many words of a passage one may differ from one that says the same.
const WORDS_PER_DIFFERENCE: usize = 5;
/// Words that may differ however short the passage is.
const MIN_DIFFERENCES: usize = 2;

/// A passage of a ranked list, with those that are listed under it.
pub(crate) struct Folded {
    pub(crate) number: u32,
    pub(crate) score: f32,
    /// Number of each, and how many words differ.
    pub(crate) also: Vec<(u32, usize)>,
}

/// The first `limit` of `passages`, which are in the order of their numbers.
pub(crate) fn ranked(
    desk: &Desk,
    plan: &Plan,
    mut passages: Vec<(u32, f32)>,
    limit: usize,
    sort: Sort,
) -> Vec<(u32, f32)> {
    if sort == Sort::Best {
        return entente_search::rank_best(desk.index_of(plan), plan, passages, limit);
    }
    let days = |number: u32| {
        let document = desk.passages.document_of(number) as usize;
        desk.values.dates_of(number as usize, document).first().copied()
    };
    match sort {
        Sort::Best | Sort::Place => {}
        Sort::Oldest => sort_by_key(&mut passages, |(number, _)| days(*number).unwrap_or((u32::MAX, u32::MAX))),
        Sort::Newest => sort_by_key(&mut passages, |(number, _)| {
            days(*number).map_or((u32::MAX, u32::MAX), |days| (u32::MAX - days.1, u32::MAX - days.0))
        }),
    }
    passages.truncate(limit);
    let order: Vec<u32> = passages.iter().map(|(number, _)| *number).collect();
    let near = entente_search::add_nearness(desk.index_of(plan), plan, passages);
    let score = |number: u32| near.binary_search_by_key(&number, |(known, _)| *known).map_or(0.0, |at| near[at].1);
    order.into_iter().map(|number| (number, score(number))).collect()
}

/// The best `limit` passages; those that repeat a better one are listed under it.
pub(crate) fn folded(desk: &Desk, plan: &Plan, found: Vec<(u32, f32)>, limit: usize, sort: Sort) -> Vec<Folded> {
    let plain = |(number, score)| Folded { number, score, also: Vec::new() };
    if sort != Sort::Best {
        return ranked(desk, plan, found, limit, sort).into_iter().map(plain).collect();
    }
    // What is folded makes room for others: they are fetched until there are enough.
    let mut fetched = limit;
    loop {
        let ranked = ranked(desk, plan, found.clone(), fetched, sort);
        let all = ranked.len() < fetched || fetched == 0;
        let mut folded = fold(desk, ranked);
        if all || folded.len() >= limit {
            folded.truncate(limit);
            return folded;
        }
        fetched += limit;
    }
}

/// `ranked`, best first, with each passage that restates an earlier one put under that one.
fn fold(desk: &Desk, ranked: Vec<(u32, f32)>) -> Vec<Folded> {
    let restated = desk.restated();
    let mut out: Vec<Folded> = Vec::new();
    for (number, score) in ranked {
        let found = restated.of(number).find_map(|other| {
            let at = out.iter().position(|folded| folded.number == other)?;
            Some((at, few_differences(desk, other, number)?))
        });
        match found {
            Some((at, differ)) => out[at].also.push((number, differ)),
            None => out.push(Folded { number, score, also: Vec::new() }),
        }
    }
    out
}

/// How many words differ between two passages; `None` if too many do.
fn few_differences(desk: &Desk, one: u32, other: u32) -> Option<usize> {
    let text = |number: u32| Some(desk.reading_text(*desk.passages.all.get(number as usize)?));
    let (one, other) = (text(one)?, text(other)?);
    let only = |runs: &[Run]| -> usize {
        runs.iter().filter(|run| run.change == Change::Only).map(|run| run.text.split(' ').count()).sum()
    };
    let (left, right) = differing(&one, &other);
    let differ = only(&left).max(only(&right));
    (differ <= MIN_DIFFERENCES.max(one.split_whitespace().count() / WORDS_PER_DIFFERENCE)).then_some(differ)
}
