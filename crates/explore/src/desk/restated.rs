//! Which passages restate which, by number.

use entente_corpus::{Corpus, End, LinkKind};
use entente_search::varint::{put, take};
use entente_text::order::sort_by;
use entente_text::saturating_u32;

use super::passages::Passages;

/// Which passages restate which, in order, both ways.
#[derive(Debug, Default)]
pub(crate) struct Restated {
    pairs: Vec<(u32, u32)>,
}

impl Restated {
    pub(crate) fn new(corpus: &Corpus, passages: &Passages) -> Self {
        let number = |end: End| match end {
            End::Passage(document, passage) => u32::try_from(passages.number(document as usize, passage as usize)).ok(),
            End::Document(_) | End::Statement(..) | End::Engagement(..) | End::Amount(..) | End::Entity(_) => None,
        };
        let mut pairs = Vec::new();
        for link in corpus.catalogue.links.get().into_iter().flatten().filter(|link| link.kind == LinkKind::Restates) {
            if let (Some(from), Some(to)) = (number(link.from), number(link.to)) {
                pairs.extend([(from, to), (to, from)]);
            }
        }
        sort_by(&mut pairs, Ord::cmp);
        pairs.dedup();
        pairs.retain(|(one, other)| one != other);
        Self { pairs }
    }

    /// Appends the pairs, each once: the steps of the first, and how far the second is after it.
    pub(crate) fn pack(&self, out: &mut Vec<u8>) {
        let once: Vec<&(u32, u32)> = self.pairs.iter().filter(|(one, other)| one < other).collect();
        put(out, saturating_u32(once.len()));
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

    /// The passages that restate `number` or that it restates.
    pub(crate) fn of(&self, number: u32) -> impl Iterator<Item = u32> {
        let others = &self.pairs[self.pairs.partition_point(|pair| pair.0 < number)..];
        others.iter().take_while(move |pair| pair.0 == number).map(|pair| pair.1)
    }
}
