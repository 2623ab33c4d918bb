//! Broadens a query by words that its best passages share.
//!
//! Pseudo-relevance feedback (RM3; Lavrenko and Croft 2001), done only on request. The result
//! is a query that can be read and changed, so that a search never means more than the reader sees.

use std::collections::BTreeMap;

use entente_search::score::rarity;
use entente_search::{Query as Tree, is_small};
use entente_text::order::sort_by;

use super::ask::ask;
use super::filter_passages::filter_passages;
use super::rank::ranked;
use crate::desk::Desk;
use crate::models::results::Sort;
use crate::query::Query;

/// Number of the best passages that words are taken from.
const BEST_PASSAGES: usize = 10;
/// Most words that are added.
const ADDED_WORDS: usize = 6;
/// Fewest of these passages that have to contain a word.
const MIN_PASSAGES: usize = 2;
/// Fewest letters of a word. Shorter words rarely name a subject.
const MIN_WORD_CHARS: usize = 4;

/// The query with words added that the best passages share; `None` if they share no other words.
pub(crate) fn broadened(desk: &Desk, query: &Query) -> Option<String> {
    let asked = ask(desk, query);
    let (index, said) = (desk.index(), asked.tree.said());
    if said.is_empty() {
        return None;
    }
    let own: Vec<String> =
        index.analyser.surfaces(&said.join(" ")).iter().map(|word| index.analyser.stem(word)).collect();
    let found = filter_passages(desk, asked.scores, &asked.filter).through;
    // For each stem the passages that contain it, its weight in them, and its spelling there.
    let mut words: BTreeMap<String, (usize, f32, String)> = BTreeMap::new();
    for (number, score) in ranked(desk, &asked.plan, found, BEST_PASSAGES, Sort::Best) {
        let text = desk.reading_text(desk.passages.all[number as usize]);
        let surfaces = index.analyser.surfaces(&text);
        let share = score / surfaces.len().max(1) as f32;
        let mut here: BTreeMap<String, (f32, &String)> = BTreeMap::new();
        for surface in &surfaces {
            let is_subject = surface.chars().count() >= MIN_WORD_CHARS && surface.chars().all(char::is_alphabetic);
            if is_subject && !is_small(surface) {
                here.entry(index.analyser.stem(surface)).or_insert((0.0, surface)).0 += share;
            }
        }
        for (stem, (weight, surface)) in here {
            let word = words.entry(stem).or_insert((0, 0.0, surface.clone()));
            word.0 += 1;
            word.1 += weight;
        }
    }
    let mut best: Vec<(f32, String)> = words
        .into_iter()
        .filter(|(stem, (passages, ..))| *passages >= MIN_PASSAGES && !own.contains(stem))
        .map(|(_, (_, weight, surface))| {
            let passages = index.family(&surface).iter().map(|word| index.frequency(*word)).sum();
            (weight * rarity(index, passages), surface)
        })
        .collect();
    sort_by(&mut best, |a, b| b.0.total_cmp(&a.0));
    best.truncate(ADDED_WORDS);
    if best.is_empty() {
        return None;
    }
    let word = |text: String| Tree::Word(entente_search::query::Word { text, ..Default::default() });
    let (kept, wanted) = match asked.tree {
        Tree::And(parts) => parts.into_iter().partition(|part| matches!(part, Tree::Not(_) | Tree::Filter(..))),
        tree => (Vec::new(), vec![tree]),
    };
    let mut any: Vec<Tree> = match &wanted[..] {
        [Tree::Or(parts)] => parts.clone(),
        _ => wanted,
    };
    any.extend(best.into_iter().map(|(_, text)| word(text)));
    let any = Tree::Or(any);
    Some(if kept.is_empty() { any } else { Tree::And([vec![any], kept].concat()) }.to_string())
}
