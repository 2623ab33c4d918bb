//! A pasted sentence: which passages come closest to it, and which of its words they do not have.

use entente_text::saturating_u32;

use crate::eval::{self, Scores};
use crate::expand::STEM_WEIGHT;
use crate::index::Index;
use crate::plan::{Leaf, Node, Plan};
use crate::score;
use crate::small::is_small;
use crate::synonyms::Synonyms;

/// The most that words in the same order add, as a share of the score: 0 adds nothing, 1 doubles it.
pub(crate) const ORDER_BONUS: f32 = 0.5;
/// A passage is left out if it has less than this share of the weight of the sentence that the best passage has.
const MIN_WEIGHT_SHARE: f32 = 0.2;

/// The words of a sentence, looked up.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Sentence {
    /// Distinct words in order: as typed, folded, and how rare.
    words: Vec<Sought>,
    /// Numbers of words, and which of `words` each is a form of, in order of number.
    forms: Vec<(u32, u32)>,
    /// Which of `words` stands at each place of the sentence.
    order: Vec<u32>,
}

#[derive(Clone, Debug, Default, PartialEq)]
struct Sought {
    leaf: Leaf,
    rarity: f32,
    /// How often the sentence says it; 0 for a small word, which is not searched for.
    times: f32,
}

impl Sentence {
    pub(crate) fn new(index: &Index, synonyms: &Synonyms, words: &[String]) -> Self {
        let mut out = Self::default();
        let mut known = std::collections::BTreeMap::new();
        for word in words {
            for surface in index.analyser.surfaces(word) {
                let next = saturating_u32(out.words.len());
                let at = *known.entry(surface.clone()).or_insert(next);
                out.order.push(at);
                if at < next {
                    out.words[at as usize].times += if is_small(word) { 0.0 } else { 1.0 };
                    continue;
                }
                let own = index.words.find(&surface);
                let forms: Vec<(u32, f32)> = synonyms
                    .family(index, &surface)
                    .into_iter()
                    .map(|form| (form, if Some(form) == own { 1.0 } else { STEM_WEIGHT }))
                    .collect();
                let passages: usize = forms.iter().map(|(form, _)| index.frequency(*form)).sum();
                let leaf = Leaf { shown: word.clone(), words: forms, ..Leaf::default() };
                let times = if is_small(word) { 0.0 } else { 1.0 };
                out.words.push(Sought { leaf, rarity: score::rarity(index, passages), times });
            }
        }
        out.forms = (0_u32..)
            .zip(&out.words)
            .flat_map(|(at, word)| word.leaf.words.iter().map(move |(form, _)| (*form, at)))
            .collect();
        out.forms.sort_unstable();
        out.forms.dedup_by_key(|(form, _)| *form);
        out
    }

    /// Passages that have enough of the sentence, by BM25F: a word that it says twice counts twice.
    pub(crate) fn scores(&self, index: &Index) -> Scores {
        let mut sums = vec![(0.0_f32, 0.0_f32); index.passages()];
        for word in self.words.iter().filter(|word| word.times > 0.0) {
            for (passage, score) in eval::words(index, &word.leaf, None) {
                let (sum, share) = &mut sums[passage as usize];
                *sum += word.times * score;
                *share += word.rarity;
            }
        }
        let most = sums.iter().map(|(_, share)| *share).fold(0.0, f32::max);
        let enough = |(passage, (sum, share)): (u32, (f32, f32))| {
            (sum > 0.0 && share >= MIN_WEIGHT_SHARE * most).then_some((passage, sum))
        };
        (0_u32..).zip(sums).filter_map(enough).collect()
    }

    /// The factors for words that follow each other in each of `passages` as they do in the sentence.
    pub(crate) fn nearness(&self, index: &Index, passages: &[u32]) -> Vec<f32> {
        let found = index.text.places(&self.numbers(), passages);
        let mut rest = found.as_slice();
        let factor = |passage: &u32| {
            let (here, after) = rest.split_at(rest.partition_point(|found| found.text <= *passage));
            rest = after;
            let follow = here.windows(2).filter(|pair| pair[0].place.saturating_add(1) == pair[1].place);
            let mut pairs: Vec<(u32, u32)> =
                follow.filter_map(|pair| Some((self.sought(pair[0].word)?, self.sought(pair[1].word)?))).collect();
            pairs.sort_unstable();
            let kept = self.order.windows(2).filter(|pair| pairs.binary_search(&(pair[0], pair[1])).is_ok()).count();
            let share = kept as f32 / self.order.len().saturating_sub(1).max(1) as f32;
            1.0 + ORDER_BONUS * share
        };
        passages.iter().map(factor).collect()
    }

    /// The numbers of all forms of its words.
    fn numbers(&self) -> Vec<u32> {
        self.forms.iter().map(|(form, _)| *form).collect()
    }

    /// Which word of the sentence a word of the index is a form of.
    pub(crate) fn sought(&self, word: u32) -> Option<u32> {
        self.forms.binary_search_by_key(&word, |(form, _)| *form).ok().map(|at| self.forms[at].1)
    }
}

impl Plan {
    /// The words of a pasted sentence that a passage does not have, as typed; none for any other query.
    #[must_use]
    pub fn missing(&self, index: &Index, passage: u32) -> Vec<String> {
        let Node::Closest(sentence) = &self.root else { return Vec::new() };
        let mut has = vec![false; sentence.words.len()];
        for found in index.text.places(&sentence.numbers(), &[passage]) {
            if let Some(at) = sentence.sought(found.word) {
                has[at as usize] = true;
            }
        }
        sentence.words.iter().zip(has).filter(|(_, has)| !has).map(|(word, _)| word.leaf.shown.clone()).collect()
    }
}
