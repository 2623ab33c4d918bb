//! Which passages match a query, and how well.

use std::collections::BTreeMap;

use crate::expand::expand;
use crate::index::{Field, Index};
use crate::query::{Query, Word};
use crate::score;

/// What a search gives.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// Passages with their scores, in order of passage.
    pub passages: BTreeMap<u32, f64>,
    /// What has to be said, one sentence each.
    pub remarks: Vec<String>,
}

/// Searches. Where no passage has all of the words, passages with some of them are given, and it is said.
#[must_use]
pub fn search(index: &Index, query: &Query) -> Found {
    let mut remarks = Vec::new();
    let mut passages = scores(&matched(index, query, None, &mut remarks));
    if passages.is_empty()
        && let Query::And(parts) = query
        && parts.iter().filter(|part| !matches!(part, Query::Not(_))).count() > 1
    {
        let wanted = parts.iter().filter(|part| !matches!(part, Query::Not(_))).cloned().collect();
        let mut some = vec![Query::Or(wanted)];
        some.extend(parts.iter().filter(|part| matches!(part, Query::Not(_))).cloned());
        passages = scores(&matched(index, &Query::And(some), None, &mut Vec::new()));
        if !passages.is_empty() {
            remarks.push("No passage has all of these words; passages with some of them are shown.".to_owned());
        }
    }
    Found { passages, remarks }
}

/// What is known of one passage while a query is worked through.
#[derive(Clone, Debug, Default)]
struct Match {
    score: f64,
    /// Places in the passage's own text, for nearness.
    positions: Vec<u32>,
}

type Matches = BTreeMap<u32, Match>;

fn scores(matches: &Matches) -> BTreeMap<u32, f64> {
    matches.iter().map(|(passage, found)| (*passage, found.score)).collect()
}

fn matched(index: &Index, query: &Query, field: Option<Field>, remarks: &mut Vec<String>) -> Matches {
    match query {
        Query::Word(word) => worded(index, word, field, remarks),
        Query::Phrase(words) => phrase(index, words, field),
        Query::In(name, inner) => matched(index, inner, Field::from_word(name), remarks),
        Query::Near(a, b, distance) => {
            let left = matched(index, a, field, remarks);
            let right = matched(index, b, field, remarks);
            both(left, right, Some(*distance))
        }
        Query::Or(parts) => {
            let mut out = Matches::new();
            for part in parts {
                for (passage, found) in matched(index, part, field, remarks) {
                    let known = out.entry(passage).or_default();
                    known.score += found.score;
                    known.positions.extend(found.positions);
                    known.positions.sort_unstable();
                }
            }
            out
        }
        Query::And(parts) => all(index, parts, field, remarks),
        Query::Not(inner) => {
            let without = matched(index, inner, field, remarks);
            let every = 0..u32::try_from(index.passages()).unwrap_or(u32::MAX);
            every.filter(|passage| !without.contains_key(passage)).map(|passage| (passage, Match::default())).collect()
        }
    }
}

fn all(index: &Index, parts: &[Query], field: Option<Field>, remarks: &mut Vec<String>) -> Matches {
    let (unwanted, wanted): (Vec<&Query>, Vec<&Query>) = parts.iter().partition(|part| matches!(part, Query::Not(_)));
    let mut out: Option<Matches> = None;
    for part in wanted.into_iter().chain(unwanted) {
        let next = matched(index, part, field, remarks);
        out = Some(match out {
            None => next,
            Some(known) if matches!(part, Query::Not(_)) => {
                known.into_iter().filter(|(passage, _)| next.contains_key(passage)).collect()
            }
            Some(known) => both(known, next, None),
        });
    }
    out.unwrap_or_default()
}

/// Passages in both, closer words scoring higher; with `within`, only where they are that close.
fn both(left: Matches, mut right: Matches, within: Option<u32>) -> Matches {
    let mut out = Matches::new();
    for (passage, a) in left {
        let Some(b) = right.remove(&passage) else { continue };
        let apart = closest(&a.positions, &b.positions);
        if within.is_some_and(|within| apart.is_none_or(|apart| apart > within)) {
            continue;
        }
        let mut positions = a.positions;
        positions.extend(b.positions);
        positions.sort_unstable();
        out.insert(passage, Match { score: (a.score + b.score) * score::together(apart), positions });
    }
    out
}

/// Words between the closest two places of two sorted lists.
fn closest(a: &[u32], b: &[u32]) -> Option<u32> {
    let apart = |x: &u32| {
        let at = b.partition_point(|y| y < x);
        [at.checked_sub(1), Some(at)].into_iter().flatten().filter_map(|n| b.get(n)).map(|y| x.abs_diff(*y)).min()
    };
    a.iter().filter_map(apart).min()
}

fn worded(index: &Index, word: &Word, field: Option<Field>, remarks: &mut Vec<String>) -> Matches {
    let tokens = index.analyser.tokens(&word.text);
    match tokens.as_slice() {
        [] => Matches::new(),
        [token] => {
            let expansion = expand(index, &token.surface, word);
            if expansion.words.is_empty()
                && let Some(parts) = parted(index, &token.surface)
            {
                return phrase(index, &parts, field);
            }
            remarks.extend(expansion.remark);
            weighed(index, &expansion.words, field)
        }
        // "cyber-security": the words side by side, or written as one.
        several => {
            let words: Vec<String> = several.iter().map(|token| token.surface.clone()).collect();
            let joined = words.concat();
            let mut out = phrase(index, &words, field);
            let one = expand(index, &joined, &Word { text: joined.clone(), prefix: word.prefix, fuzzy: false });
            if one.remark.is_none() {
                for (passage, found) in weighed(index, &one.words, field) {
                    out.entry(passage).or_insert(found);
                }
            }
            out
        }
    }
}

/// "cybersecurity" as "cyber" and "security", where both are words of the index and it is not.
fn parted(index: &Index, surface: &str) -> Option<Vec<String>> {
    let cuts = surface.char_indices().skip(3).map(|(at, _)| at).filter(|at| surface.len() - at >= 3);
    cuts.map(|at| surface.split_at(at))
        .find(|(a, b)| index.word(a).is_some() && index.word(b).is_some())
        .map(|(a, b)| vec![a.to_owned(), b.to_owned()])
}

fn weighed(index: &Index, words: &BTreeMap<u32, f64>, field: Option<Field>) -> Matches {
    let mut frequencies: BTreeMap<u32, (f64, Vec<u32>)> = BTreeMap::new();
    for (word, weight) in words {
        for posting in index.postings.get(*word as usize).into_iter().flatten() {
            if field.is_some_and(|field| field != posting.field) {
                continue;
            }
            // Words of headings and titles alone do not make a passage match: they belong to many.
            let (frequency, positions) = frequencies.entry(posting.passage).or_default();
            *frequency += weight * score::frequency(index, posting.passage, posting.field, posting.positions.len());
            if posting.field == Field::Text {
                positions.extend(&posting.positions);
            }
        }
    }
    if field.is_none() {
        frequencies.retain(|_, (_, positions)| !positions.is_empty());
    }
    let rarity = score::rarity(index, frequencies.len());
    let weigh = |(passage, (frequency, mut positions)): (u32, (f64, Vec<u32>))| {
        positions.sort_unstable();
        (passage, Match { score: score::worth(frequency, rarity), positions })
    };
    frequencies.into_iter().map(weigh).collect()
}

/// Passages with the words one behind the other, in one field.
fn phrase(index: &Index, words: &[String], field: Option<Field>) -> Matches {
    let surfaces: Vec<String> =
        words.iter().flat_map(|word| index.analyser.tokens(word)).map(|token| token.surface).collect();
    let field = field.unwrap_or(Field::Text);
    let mut starts: Option<BTreeMap<u32, Vec<u32>>> = None;
    for (surface, offset) in surfaces.iter().zip(0_u32..) {
        let postings = index.word(surface).and_then(|word| index.postings.get(word as usize));
        let mut here: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        for posting in postings.into_iter().flatten().filter(|posting| posting.field == field) {
            here.insert(posting.passage, posting.positions.iter().filter_map(|at| at.checked_sub(offset)).collect());
        }
        starts = Some(match starts {
            None => here,
            Some(known) => known
                .into_iter()
                .filter_map(|(passage, mut at)| {
                    let next = here.get(&passage)?;
                    at.retain(|start| next.contains(start));
                    (!at.is_empty()).then_some((passage, at))
                })
                .collect(),
        });
    }
    let starts = starts.unwrap_or_default();
    let rarity = score::rarity(index, starts.len()) * surfaces.len() as f64;
    let weigh = |(passage, positions): (u32, Vec<u32>)| {
        let frequency = score::frequency(index, passage, field, positions.len());
        (passage, Match { score: score::worth(frequency, rarity), positions })
    };
    starts.into_iter().map(weigh).collect()
}
