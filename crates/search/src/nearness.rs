//! What words add to a score by standing together.

use crate::index::Index;
use crate::plan::{Node, Plan};
use crate::postings::Occurrence;
use crate::score;

impl Plan {
    /// The factor by which the score of each of `passages`, which are in order, grows because its words stand together:
    /// from 1 to [`Plan::most`].
    #[must_use]
    pub fn nearness(&self, index: &Index, passages: &[u32]) -> Vec<f32> {
        if let Node::Closest(sentence) = &self.root {
            return sentence.nearness(index, passages);
        }
        if self.placed < 2 {
            return vec![1.0; passages.len()];
        }
        let words: Vec<u32> = self.places.iter().map(|(word, _)| *word).collect();
        let found = index.text.places(&words, passages);
        let mut rest = found.as_slice();
        let factor = |passage: &u32| {
            let (here, after) = rest.split_at(rest.partition_point(|found| found.text <= *passage));
            rest = after;
            self.factor(here)
        };
        passages.iter().map(factor).collect()
    }

    /// The factor of a passage with these words at these places.
    fn factor(&self, found: &[Occurrence]) -> f32 {
        // The last place of each word of the query, and the closest that it came to the next one.
        let mut last: [Option<u32>; score::MAX_NEARNESS_WORDS] = [None; score::MAX_NEARNESS_WORDS];
        let mut apart: [u32; score::MAX_NEARNESS_WORDS] = [u32::MAX; score::MAX_NEARNESS_WORDS];
        for Occurrence { place: at, word, .. } in found {
            let Ok(known) = self.places.binary_search_by_key(word, |(known, _)| *known) else { continue };
            let bits = self.places[known].1;
            for n in (0..self.placed).filter(|n| bits & (1 << n) != 0) {
                let before = n.checked_sub(1).and_then(|before| Some((before, last[before]?)));
                let next = last.get(n + 1).copied().flatten().map(|next| (n, next));
                for (pair, other) in [before, next].into_iter().flatten() {
                    apart[pair] = apart[pair].min(at.saturating_sub(other));
                }
            }
            for n in (0..self.placed).filter(|n| bits & (1 << n) != 0) {
                last[n] = Some(*at);
            }
        }
        let pairs = self.placed - 1;
        let close: f32 = apart[..pairs].iter().map(|apart| score::closeness(*apart)).sum();
        1.0 + score::NEARNESS_BONUS * close / pairs as f32
    }

    /// The most that [`Plan::nearness`] gives.
    #[must_use]
    pub fn most(&self) -> f32 {
        match &self.root {
            Node::Closest(_) => 1.0 + crate::closest::ORDER_BONUS,
            _ if self.placed < 2 => 1.0,
            _ => 1.0 + score::NEARNESS_BONUS,
        }
    }
}
