//! Passages that say what a better one says already: they stand under it, with how many words differ.

use entente_corpus::{Corpus, End, LinkKind};
use entente_search::varint::{put, take};
use entente_text::order::sort_by;

use crate::prepare::{Prepared, reading_of};
use crate::tables::{Change, Run, differing};

/// Of this many words of a passage one may differ, and [`FEW`] of any: with more it says something else.
const ONE_OF: usize = 5;
/// See [`ONE_OF`].
const FEW: usize = 2;

/// Which passages restate which, in order, both ways.
#[derive(Debug, Default)]
pub(crate) struct Restated {
    pairs: Vec<(u32, u32)>,
}

/// A passage of a ranked list, with those that stand under it.
pub(crate) struct Folded {
    pub(crate) number: u32,
    pub(crate) score: f32,
    /// Number of each, and how many words differ.
    pub(crate) also: Vec<(u32, usize)>,
}

impl Restated {
    pub(crate) fn new(corpus: &Corpus, prepared: &Prepared) -> Self {
        let number = |end: End| match end {
            End::Passage(document, passage) => u32::try_from(prepared.number(document as usize, passage as usize)).ok(),
            _ => None,
        };
        let mut pairs = Vec::new();
        for link in corpus.catalogue.links.iter().filter(|link| link.kind == LinkKind::Restates) {
            if let (Some(from), Some(to)) = (number(link.from), number(link.to)) {
                pairs.extend([(from, to), (to, from)]);
            }
        }
        sort_by(&mut pairs, Ord::cmp);
        pairs.dedup();
        pairs.retain(|(one, other)| one != other);
        Self { pairs }
    }

    /// Appends the pairs, each once: the steps of the first, and how far the second is behind it.
    pub(crate) fn pack(&self, out: &mut Vec<u8>) {
        let once: Vec<&(u32, u32)> = self.pairs.iter().filter(|(one, other)| one < other).collect();
        put(out, u32::try_from(once.len()).unwrap_or(u32::MAX));
        let mut before = 0;
        for (one, other) in once {
            put(out, one - before);
            put(out, other - one);
            before = *one;
        }
    }

    /// Takes pairs off the front of `bytes`.
    pub(crate) fn open(bytes: &mut &[u8]) -> Option<Self> {
        let mut pairs = Vec::new();
        let mut one = 0_u32;
        for _ in 0..take(bytes) {
            one = one.checked_add(take(bytes))?;
            let other = one.checked_add(take(bytes))?;
            if bytes.is_empty() {
                return None;
            }
            pairs.extend([(one, other), (other, one)]);
        }
        sort_by(&mut pairs, Ord::cmp);
        Some(Self { pairs })
    }

    /// Numbers of the passages that restate passage `number`, in order.
    pub(crate) fn of(&self, number: u32) -> Vec<u32> {
        let first = self.pairs.partition_point(|pair| pair.0 < number);
        self.pairs[first..].iter().take_while(|pair| pair.0 == number).map(|pair| pair.1).collect()
    }

    /// `ranked`, best first, each passage that restates one before it put under that one.
    pub(crate) fn fold(&self, corpus: &Corpus, prepared: &Prepared, ranked: Vec<(u32, f32)>) -> Vec<Folded> {
        let mut out: Vec<Folded> = Vec::new();
        for (number, score) in ranked {
            let others = &self.pairs[self.pairs.partition_point(|pair| pair.0 < number)..];
            let mut others = others.iter().take_while(|pair| pair.0 == number).map(|pair| pair.1);
            let found = others.find_map(|other| {
                let at = out.iter().position(|folded| folded.number == other)?;
                Some((at, few(corpus, prepared, other, number)?))
            });
            match found {
                Some((at, differ)) => out[at].also.push((number, differ)),
                None => out.push(Folded { number, score, also: Vec::new() }),
            }
        }
        out
    }
}

/// How many words differ between two passages, where they are few.
fn few(corpus: &Corpus, prepared: &Prepared, one: u32, other: u32) -> Option<usize> {
    let text = |number: u32| Some(reading_of(corpus, *prepared.units.get(number as usize)?));
    let (one, other) = (text(one)?, text(other)?);
    let only = |runs: &[Run]| -> usize {
        runs.iter().filter(|run| run.change == Change::Only).map(|run| run.text.split(' ').count()).sum()
    };
    let (left, right) = differing(&one, &other);
    let differ = only(&left).max(only(&right));
    (differ <= FEW.max(one.split_whitespace().count() / ONE_OF)).then_some(differ)
}
