//! Which passages match a plan, and how well, word for word.

use entente_text::order::sort_by_key;
use entente_text::saturating_u32;

use crate::index::{Field, Index};
use crate::plan::{Leaf, Node, Run};
use crate::postings::Postings;
use crate::score;

/// Passages in order, with what they score.
pub type Scores = Vec<(u32, f32)>;

/// Which passages `name:value` lets through; `None` for a filter that is not known.
pub type Filters<'a> = &'a dyn Fn(&str, &str) -> Option<Vec<bool>>;

/// Every passage that matches `node`, and how well.
pub(crate) fn scores(index: &Index, node: &Node, filters: Filters) -> Scores {
    among(index, node, filters, None)
}

/// What `node` gives; where only some passages are asked for, of those at least.
fn among(index: &Index, node: &Node, filters: Filters, within: Option<&[u32]>) -> Scores {
    match node {
        Node::Words(leaf) => words(index, leaf, within),
        Node::Run(run) => self::run(index, run),
        Node::Near(a, b, distance) => near(index, a, b, *distance, filters),
        Node::Filter(name, value) => {
            let Some(through) = filters(name, value) else { return Vec::new() };
            let open = |passage: &(u32, f32)| through.get(passage.0 as usize).copied().unwrap_or(false);
            every(index, within).into_iter().filter(open).collect()
        }
        Node::Closest(sentence) => sentence.scores(index),
        Node::All(parts) => all(index, parts, filters, within),
        Node::Any(parts) => merged(index, parts, filters, within, |known, next| known + next),
        Node::Best(parts) => merged(index, parts, filters, within, f32::max),
        Node::Not(inner) => without(every(index, within), &among(index, inner, filters, within)),
    }
}

fn every(index: &Index, within: Option<&[u32]>) -> Scores {
    match within {
        Some(passages) => passages.iter().map(|passage| (*passage, 0.0)).collect(),
        None => (0..saturating_u32(index.passages())).map(|passage| (passage, 0.0)).collect(),
    }
}

/// Passages with all of `parts`: those of the rarest part are found, the other parts are looked up in them.
fn all(index: &Index, parts: &[Node], filters: Filters, within: Option<&[u32]>) -> Scores {
    if parts.is_empty() {
        return Vec::new();
    }
    let (unwanted, mut wanted): (Vec<&Node>, Vec<&Node>) = parts.iter().partition(|part| matches!(part, Node::Not(_)));
    sort_by_key(&mut wanted, |part| most(index, part));
    let mut out: Option<Scores> = None;
    for part in wanted {
        let Some(known) = out else {
            out = Some(among(index, part, filters, within));
            continue;
        };
        if known.is_empty() {
            return known;
        }
        let passages = numbers(&known);
        out = Some(both(&known, &among(index, part, filters, Some(&passages)), |_, a, b| Some(a + b)));
    }
    let mut out = out.unwrap_or_else(|| every(index, within));
    for part in unwanted {
        if let Node::Not(inner) = part {
            let passages = numbers(&out);
            out = without(out, &among(index, inner, filters, Some(&passages)));
        }
    }
    out
}

/// An upper bound of the passages that a part can give, without evaluating it.
fn most(index: &Index, node: &Node) -> usize {
    let sum = |postings: &Postings, words: &mut dyn Iterator<Item = u32>| -> usize {
        words.map(|word| postings.frequency(word)).sum()
    };
    match node {
        Node::Words(leaf) if leaf.field.is_none() => sum(&index.text, &mut leaf.words.iter().map(|(word, _)| *word)),
        Node::Run(run) if run.field.is_none() => {
            run.slots.iter().map(|slot| sum(&index.text, &mut slot.iter().copied())).min().unwrap_or(0)
        }
        Node::Near(a, b, _) => most(index, a).min(most(index, b)),
        Node::All(parts) => parts.iter().map(|part| most(index, part)).min().unwrap_or(0),
        Node::Any(parts) | Node::Best(parts) => parts.iter().map(|part| most(index, part)).sum(),
        // A field has fewer passages; a filter or a negation may let all of them through.
        Node::Words(_) | Node::Run(_) | Node::Filter(..) | Node::Closest(_) | Node::Not(_) => index.passages(),
    }
}

fn numbers(scores: &Scores) -> Vec<u32> {
    scores.iter().map(|(passage, _)| *passage).collect()
}

/// Passages of both lists, for which `score` gives one.
pub(crate) fn both(a: &Scores, b: &Scores, score: impl Fn(u32, f32, f32) -> Option<f32>) -> Scores {
    let mut out = Vec::new();
    let mut rest = b.iter().copied().peekable();
    for (passage, first) in a {
        while rest.next_if(|(other, _)| other < passage).is_some() {}
        if let Some((_, second)) = rest.next_if(|(other, _)| other == passage)
            && let Some(score) = score(*passage, *first, second)
        {
            out.push((*passage, score));
        }
    }
    out
}

pub(crate) fn without(mut list: Scores, unwanted: &Scores) -> Scores {
    let mut rest = unwanted.iter().map(|(passage, _)| *passage).peekable();
    list.retain(|(passage, _)| {
        while rest.next_if(|other| other < passage).is_some() {}
        rest.peek() != Some(passage)
    });
    list
}

fn merged(
    index: &Index,
    parts: &[Node],
    filters: Filters,
    within: Option<&[u32]>,
    add: impl Fn(f32, f32) -> f32,
) -> Scores {
    let mut lists: Vec<Scores> =
        parts.iter().map(|part| among(index, part, filters, within)).filter(|list| !list.is_empty()).collect();
    if lists.len() < 2 {
        return lists.pop().unwrap_or_default();
    }
    // Few are sorted, many are added up in a row of all passages.
    if lists.iter().map(Vec::len).sum::<usize>() < index.passages() / 16 {
        let mut out = lists.concat();
        sort_by_key(&mut out, |(passage, _)| *passage);
        out.dedup_by(|next, known| {
            let same = next.0 == known.0;
            if same {
                known.1 = add(known.1, next.1);
            }
            same
        });
        return out;
    }
    let mut sums: Vec<f32> = vec![-1.0; index.passages()];
    for (passage, score) in lists.into_iter().flatten() {
        if let Some(sum) = sums.get_mut(passage as usize) {
            *sum = if *sum < 0.0 { score } else { add(*sum, score) };
        }
    }
    (0..).zip(sums).filter(|(_, sum)| *sum >= 0.0).collect()
}

/// Passages with a word, by BM25F; of those in `within` only where that is given.
pub(crate) fn words(index: &Index, leaf: &Leaf, within: Option<&[u32]>) -> Scores {
    if let Some(shared) = index.shared(leaf.field) {
        let postings = index.postings(leaf.field);
        let by_text = weighed(&leaf.words, postings, None);
        return spread(index, shared, &by_text, postings.len());
    }
    let mut out = weighed(&leaf.words, &index.text, within);
    let rarity = score::rarity(index, index.frequency_of_any(&leaf.words));
    // Words of headings and titles alone do not make a passage match: they belong to many. They help it.
    for (field, of) in [(Field::Section, &index.section_of), (Field::Title, &index.title_of)] {
        help(&mut out, &leaf.words, index.postings(Some(field)), of);
    }
    for (_, score) in &mut out {
        *score = score::worth(*score, rarity);
    }
    out
}

/// Adds what `words` count in the shared text that each passage of `out` has.
fn help(out: &mut Scores, words: &[(u32, f32)], postings: &Postings, of: &[u32]) {
    if words.iter().all(|(word, _)| postings.frequency(*word) == 0) {
        return;
    }
    let text = |passage: u32| of.get(passage as usize).copied().unwrap_or(u32::MAX);
    // Few texts are looked up, many are laid out in a row.
    if out.len() < postings.len() / 8 {
        let mut texts: Vec<u32> = out.iter().map(|(passage, _)| text(*passage)).collect();
        texts.sort_unstable();
        texts.dedup();
        let found = weighed(words, postings, Some(&texts));
        for (passage, score) in out {
            if let Ok(at) = found.binary_search_by_key(&text(*passage), |(text, _)| *text) {
                *score += found[at].1;
            }
        }
        return;
    }
    let mut by_text = vec![0.0_f32; postings.len()];
    for (text, frequency) in weighed(words, postings, None) {
        by_text[text as usize] = frequency;
    }
    for (passage, score) in out {
        *score += by_text.get(text(*passage) as usize).copied().unwrap_or(0.0);
    }
}

/// Texts of one field that have any of `words`, with weighted frequencies; of those in `within` where that is given.
fn weighed(words: &[(u32, f32)], postings: &Postings, within: Option<&[u32]>) -> Scores {
    if let Some(texts) = within {
        let mut sums = vec![0.0_f32; texts.len()];
        for (word, weight) in words {
            postings.list(*word).meet(texts, |at, cursor| {
                sums[at] += weight * cursor.count() as f32 * postings.weight(texts[at]);
            });
        }
        return texts.iter().copied().zip(sums).filter(|(_, sum)| *sum > 0.0).collect();
    }
    let add = |word: u32, weight: f32| {
        postings.list(word).map(move |(text, count)| (text, weight * count as f32 * postings.weight(text)))
    };
    if let [(word, weight)] = words {
        return add(*word, *weight).collect();
    }
    let total: usize = words.iter().map(|(word, _)| postings.frequency(*word)).sum();
    // Few are sorted, many are added up in a row of all texts.
    if total < postings.len() / 16 {
        let mut out: Scores = words.iter().flat_map(|(word, weight)| add(*word, *weight)).collect();
        sort_by_key(&mut out, |(text, _)| *text);
        out.dedup_by(|next, known| {
            let same = next.0 == known.0;
            if same {
                known.1 += next.1;
            }
            same
        });
        return out;
    }
    let mut sums = vec![0.0_f32; postings.len()];
    for (word, weight) in words {
        for (text, frequency) in add(*word, *weight) {
            sums[text as usize] += frequency;
        }
    }
    (0..).zip(sums).filter(|(_, sum)| *sum > 0.0).collect()
}

/// Scores of shared texts given to every passage that has them.
fn spread(index: &Index, shared: &[u32], by_text: &Scores, texts: usize) -> Scores {
    let mut frequencies = vec![0.0_f32; texts];
    for (text, frequency) in by_text {
        frequencies[*text as usize] = *frequency;
    }
    let mut out: Scores =
        (0..).zip(shared).map(|(at, text)| (at, frequencies[*text as usize])).filter(|(_, f)| *f > 0.0).collect();
    let rarity = score::rarity(index, out.len());
    for (_, score) in &mut out {
        *score = score::worth(*score, rarity);
    }
    out
}

/// Passages with words one after the other.
pub(crate) fn run(index: &Index, run: &Run) -> Scores {
    let postings = index.postings(run.field);
    let found: Scores = begins(postings, &run.slots, None)
        .chunk_by(|a, b| a.0 == b.0)
        .map(|places| (places[0].0, places.len() as f32))
        .collect();
    let weigh = |passages: usize, frequency: f32| {
        run.weight * score::worth(frequency, score::rarity(index, passages) * run.slots.len() as f32)
    };
    if let Some(shared) = index.shared(run.field) {
        let mut out = spread(index, shared, &found, postings.len());
        let passages = out.len();
        out.iter_mut().for_each(|(_, score)| *score = weigh(passages, *score));
        return out;
    }
    let passages = found.len();
    found.into_iter().map(|(text, count)| (text, weigh(passages, count * postings.weight(text)))).collect()
}

/// Where words stand one after the other: text and place of the first, in order; in texts of `within` where that is
/// given.
pub(crate) fn begins(postings: &Postings, slots: &[Vec<u32>], within: Option<&[u32]>) -> Vec<(u32, u32)> {
    let mut by_frequency: Vec<(&Vec<u32>, u32)> = slots.iter().zip(0..).collect();
    sort_by_key(&mut by_frequency, |(slot, _)| slot.iter().map(|word| postings.frequency(*word)).sum::<usize>());
    let Some(((rarest, _), others)) = by_frequency.split_first() else { return Vec::new() };
    let mut texts: Vec<u32> = match within {
        Some(texts) => postings.having(rarest, texts),
        None => rarest.iter().flat_map(|word| postings.list(*word)).map(|(text, _)| text).collect(),
    };
    if rarest.len() > 1 {
        texts.sort_unstable();
        texts.dedup();
    }
    for (slot, _) in others {
        texts = postings.having(slot, &texts);
    }
    // The rarest words leave few texts in which the places of frequent ones have to be read.
    let mut out: Option<Vec<(u32, u32)>> = None;
    for (slot, n) in by_frequency {
        // Where the run would begin.
        let here = postings.places(slot, &texts).into_iter();
        let here = here.filter_map(|found| Some((found.text, found.place.checked_sub(n)?)));
        let known = match out {
            None => here.collect(),
            Some(mut known) => {
                let mut here = here.peekable();
                known.retain(|begin| {
                    while here.next_if(|next| next < begin).is_some() {}
                    here.peek() == Some(begin)
                });
                known
            }
        };
        texts.clear();
        texts.extend(known.iter().map(|(text, _)| *text));
        texts.dedup();
        out = Some(known);
    }
    out.unwrap_or_default()
}

/// Where in `words` a run begins.
pub(crate) fn starts<'a>(words: &'a [u32], slots: &'a [Vec<u32>]) -> impl Iterator<Item = usize> + 'a {
    let stands = |slot: &Vec<u32>, word: u32| match slot.as_slice() {
        [only] => *only == word,
        several => several.binary_search(&word).is_ok(),
    };
    words
        .windows(slots.len().max(1))
        .enumerate()
        .filter(move |(_, window)| {
            !slots.is_empty() && window.iter().zip(slots).all(|(word, slot)| stands(slot, *word))
        })
        .map(|(at, _)| at)
}

/// Passages in which `a` and `b` stand within so many words of each other.
fn near(index: &Index, a: &Node, b: &Node, distance: u32, filters: Filters) -> Scores {
    let (left, right) = (scores(index, a, filters), scores(index, b, filters));
    let together = both(&left, &right, |_, first, second| Some(first + second));
    let texts = numbers(&together);
    let (first, second) = (spots(index, a, &texts), spots(index, b, &texts));
    let (mut first, mut second) = (first.as_slice(), second.as_slice());
    let mut out = Vec::new();
    for (passage, sum) in together {
        let (here, there) = (taken(&mut first, passage), taken(&mut second, passage));
        if let Some(apart) = closest(here, there).filter(|apart| *apart <= distance) {
            out.push((passage, sum * (1.0 + score::NEARNESS_BONUS * score::closeness(apart))));
        }
    }
    out
}

/// Where a word or a run of words stands in the own text of a passage. Places count words from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Spot {
    passage: u32,
    first: u32,
    last: u32,
}

/// Takes the spots of `passage` off the front of `spots`, and skips those before.
fn taken<'a>(spots: &mut &'a [Spot], passage: u32) -> &'a [Spot] {
    let before = spots.partition_point(|spot| spot.passage < passage);
    let after = before + spots[before..].partition_point(|spot| spot.passage == passage);
    let out = &spots[before..after];
    *spots = &spots[after..];
    out
}

/// The places of a word or run in `texts`, sorted.
fn spots(index: &Index, node: &Node, texts: &[u32]) -> Vec<Spot> {
    match node {
        Node::Words(leaf) => {
            let words: Vec<u32> = leaf.words.iter().map(|(word, _)| *word).collect();
            let places = index.text.places(&words, texts).into_iter();
            places.map(|found| Spot { passage: found.text, first: found.place, last: found.place }).collect()
        }
        Node::Run(run) => {
            let last = saturating_u32(run.slots.len()).saturating_sub(1);
            let begins = begins(&index.text, &run.slots, Some(texts)).into_iter();
            begins.map(|(passage, first)| Spot { passage, first, last: first.saturating_add(last) }).collect()
        }
        Node::Best(parts) | Node::All(parts) | Node::Any(parts) => {
            let mut out: Vec<Spot> = parts.iter().flat_map(|part| spots(index, part, texts)).collect();
            out.sort_unstable();
            out
        }
        // Nearness is measured between words and runs only.
        Node::Near(..) | Node::Filter(..) | Node::Closest(_) | Node::Not(_) => Vec::new(),
    }
}

/// Words between the closest two places of one passage.
fn closest(a: &[Spot], b: &[Spot]) -> Option<u32> {
    let apart = |x: &Spot, y: &Spot| if x.first > y.last { x.first - y.last } else { y.first.saturating_sub(x.last) };
    let near = |x: &Spot| {
        let at = b.partition_point(|y| y.first < x.first);
        // The same word is not near itself.
        [at.checked_sub(1), Some(at), Some(at + 1)]
            .into_iter()
            .flatten()
            .filter_map(|n| b.get(n))
            .filter(|y| *y != x)
            .map(|y| apart(x, y))
            .min()
    };
    a.iter().filter_map(near).min()
}
