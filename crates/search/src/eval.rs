//! Which passages match a plan, and how well, word for word.

use entente_text::order::sort_by_key;

use crate::dictionary::clamp;
use crate::index::{Field, Index};
use crate::plan::{Leaf, Node, Run};
use crate::score;

/// Passages in order, with what they score.
pub type Scores = Vec<(u32, f32)>;

/// Which passages `name:value` lets through; `None` for a filter that is not known.
pub type Filters<'a> = &'a dyn Fn(&str, &str) -> Option<Vec<bool>>;

/// Every passage that matches `node`, and how well.
pub(crate) fn scores(index: &Index, node: &Node, filters: Filters) -> Scores {
    match node {
        Node::Words(leaf) => words(index, leaf),
        Node::Run(run) => self::run(index, run),
        Node::Near(a, b, distance) => near(index, a, b, *distance, filters),
        Node::Filter(name, value) => match filters(name, value) {
            Some(through) => (0..).zip(through).filter(|(_, through)| *through).map(|(at, _)| (at, 0.0)).collect(),
            None => Vec::new(),
        },
        Node::Closest(sentence) => sentence.scores(index),
        Node::All(parts) => all(index, parts, filters),
        Node::Any(parts) => merged(index, parts, filters, |known, next| known + next),
        Node::Best(parts) => merged(index, parts, filters, f32::max),
        Node::Not(inner) => without(every(index), &scores(index, inner, filters)),
    }
}

fn every(index: &Index) -> Scores {
    (0..clamp(index.passages())).map(|passage| (passage, 0.0)).collect()
}

fn all(index: &Index, parts: &[Node], filters: Filters) -> Scores {
    let mut out: Option<Scores> = None;
    for part in parts.iter().filter(|part| !matches!(part, Node::Not(_))) {
        let next = scores(index, part, filters);
        let both = match out {
            None => next,
            Some(known) => both(&known, &next, |_, a, b| Some(a + b)),
        };
        if both.is_empty() {
            return both;
        }
        out = Some(both);
    }
    if parts.is_empty() {
        return Vec::new();
    }
    let mut out = out.unwrap_or_else(|| every(index));
    for part in parts {
        if let Node::Not(inner) = part {
            out = without(out, &scores(index, inner, filters));
        }
    }
    out
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

fn merged(index: &Index, parts: &[Node], filters: Filters, add: impl Fn(f32, f32) -> f32) -> Scores {
    let mut lists: Vec<Scores> =
        parts.iter().map(|part| scores(index, part, filters)).filter(|list| !list.is_empty()).collect();
    if lists.len() < 2 {
        return lists.pop().unwrap_or_default();
    }
    let mut sums: Vec<f32> = vec![-1.0; index.passages()];
    for (passage, score) in lists.into_iter().flatten() {
        if let Some(sum) = sums.get_mut(passage as usize) {
            *sum = if *sum < 0.0 { score } else { add(*sum, score) };
        }
    }
    (0..).zip(sums).filter(|(_, sum)| *sum >= 0.0).collect()
}

/// Passages with a word, by BM25F.
pub(crate) fn words(index: &Index, leaf: &Leaf) -> Scores {
    if let Some(shared) = index.shared(leaf.field) {
        let postings = index.postings(leaf.field);
        let by_text = weighed(postings.len(), &leaf.words, postings);
        return spread(index, shared, &by_text, postings.len());
    }
    let mut out = weighed(index.passages(), &leaf.words, &index.text);
    let rarity = score::rarity(index, out.len());
    // Words of headings and titles alone do not make a passage match: they belong to many. They help it.
    let lookup = |field: Field| {
        let postings = index.postings(Some(field));
        let mut by_text = vec![0.0_f32; postings.len()];
        let mut any = false;
        for (text, frequency) in weighed(postings.len(), &leaf.words, postings) {
            by_text[text as usize] = frequency;
            any = true;
        }
        any.then_some(by_text)
    };
    let (sections, titles) = (lookup(Field::Section), lookup(Field::Title));
    let helped = |by_text: &Option<Vec<f32>>, of: &[u32], passage: u32| {
        by_text.as_ref().map_or(0.0, |by_text| by_text[of[passage as usize] as usize])
    };
    for (passage, score) in &mut out {
        let frequency =
            *score + helped(&sections, &index.section_of, *passage) + helped(&titles, &index.title_of, *passage);
        *score = score::worth(frequency, rarity);
    }
    out
}

/// Texts of one field that have any of `words`, with weighted frequencies.
fn weighed(texts: usize, words: &[(u32, f32)], postings: &crate::postings::Postings) -> Scores {
    if let [(word, weight)] = words {
        return postings
            .list(*word)
            .map(|(text, count)| (text, weight * f32::from(count) * postings.weight(text)))
            .collect();
    }
    let total: usize = words.iter().map(|(word, _)| postings.frequency(*word)).sum();
    let add = |word: u32, weight: f32| {
        postings.list(word).map(move |(text, count)| (text, weight * f32::from(count) * postings.weight(text)))
    };
    // Few are sorted, many are added up in a row of all texts.
    if total < texts / 16 {
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
    let mut sums = vec![0.0_f32; texts];
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

/// Passages with words one behind the other.
pub(crate) fn run(index: &Index, run: &Run) -> Scores {
    let postings = index.postings(run.field);
    let frequency = |slot: &Vec<u32>| -> usize { slot.iter().map(|word| postings.frequency(*word)).sum() };
    let Some(rarest) = run.slots.iter().min_by_key(|slot| frequency(slot)) else { return Vec::new() };
    let mut texts: Vec<u32> = rarest.iter().flat_map(|word| postings.list(*word)).map(|(text, _)| text).collect();
    if rarest.len() > 1 {
        texts.sort_unstable();
        texts.dedup();
    }
    let found: Scores = texts
        .into_iter()
        .map(|text| (text, starts(postings.words_of(text), &run.slots).count() as f32))
        .filter(|(_, count)| *count > 0.0)
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

fn near(index: &Index, a: &Node, b: &Node, distance: u32, filters: Filters) -> Scores {
    let (left, right) = (scores(index, a, filters), scores(index, b, filters));
    let worth = |apart: usize, first: f32, second: f32| {
        let near = apart <= distance as usize;
        near.then(|| (first + second) * (1.0 + score::PROXIMITY * score::closeness(clamp(apart))))
    };
    if let (Node::Words(a), Node::Words(b)) = (a, b) {
        // Two plain words, the common case: a row of all words says which are meant.
        let mut meant = vec![0_u8; index.words.len()];
        for (leaf, bit) in [(a, 1), (b, 2)] {
            leaf.words.iter().for_each(|(word, _)| meant[*word as usize] |= bit);
        }
        return both(&left, &right, |passage, first, second| {
            worth(apart(index.words_of(passage), &meant)?, first, second)
        });
    }
    both(&left, &right, |passage, first, second| {
        let words = index.words_of(passage);
        worth(closest(&places(words, a), &places(words, b))?, first, second)
    })
}

/// Words between the closest two places, one of a word that is `meant` as the first and one as the second.
fn apart(words: &[u32], meant: &[u8]) -> Option<usize> {
    let (mut first, mut second, mut least) = (None, None, None::<usize>);
    for (at, word) in words.iter().enumerate() {
        let bits = meant[*word as usize];
        if bits == 0 {
            continue;
        }
        // The same word is not near itself.
        let other = [if bits & 1 != 0 { second } else { None }, if bits & 2 != 0 { first } else { None }];
        for other in other.into_iter().flatten() {
            least = Some(least.map_or(at - other, |least: usize| least.min(at - other)));
        }
        first = if bits & 1 != 0 { Some(at) } else { first };
        second = if bits & 2 != 0 { Some(at) } else { second };
    }
    least
}

/// Where in `words` a word or run stands: its first and last place.
fn places(words: &[u32], node: &Node) -> Vec<(usize, usize)> {
    match node {
        Node::Words(leaf) => {
            let has = |word: &u32| leaf.words.binary_search_by_key(word, |(known, _)| *known).is_ok();
            words.iter().enumerate().filter(|(_, word)| has(word)).map(|(at, _)| (at, at)).collect()
        }
        Node::Run(run) => starts(words, &run.slots).map(|at| (at, at + run.slots.len().saturating_sub(1))).collect(),
        Node::Best(parts) | Node::All(parts) | Node::Any(parts) => {
            let mut out: Vec<(usize, usize)> = parts.iter().flat_map(|part| places(words, part)).collect();
            sort_by_key(&mut out, |place| *place);
            out
        }
        _ => Vec::new(),
    }
}

/// Words between the closest two places.
fn closest(a: &[(usize, usize)], b: &[(usize, usize)]) -> Option<usize> {
    let apart = |x: &(usize, usize), y: &(usize, usize)| if x.0 > y.1 { x.0 - y.1 } else { y.0.saturating_sub(x.1) };
    let near = |x: &(usize, usize)| {
        let at = b.partition_point(|y| y.0 < x.0);
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
