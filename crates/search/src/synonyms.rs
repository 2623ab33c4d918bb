//! What the corpus says of its words: names that mean the same (a short form and what it stands for, a name in two
//! scripts), and which passages are in which language.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::index::Index;
use crate::stems::{self, Language};
use crate::tokens::Analyser;

/// For each name, folded, the others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Synonyms {
    others: BTreeMap<String, Vec<Vec<String>>>,
    longest: usize,
    /// Passages of each language that has a stemmer of its own.
    spoken: Vec<(Language, Vec<Range<u32>>)>,
}

/// Names of more words than this are taken for sentences and left out.
const MAX_NAME_WORDS: usize = 12;

impl Synonyms {
    /// Builds synonyms from pairs of names: a query for the first finds the second as well.
    #[must_use]
    pub fn new<'a>(analyser: &Analyser, pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut out = Self::default();
        for (from, to) in pairs {
            // It is asked for without its genitive, and stands in the texts with it.
            let (from, to) = (analyser.asked(from), analyser.surfaces(to));
            if from.is_empty()
                || to.is_empty()
                || from == to
                || from.len() > MAX_NAME_WORDS
                || to.len() > MAX_NAME_WORDS
            {
                continue;
            }
            out.longest = out.longest.max(from.len());
            let others = out.others.entry(from.join(" ")).or_default();
            if !others.contains(&to) {
                others.push(to);
            }
        }
        out
    }

    /// Says that `passages` are in `language`.
    pub fn speak(&mut self, language: Language, passages: Range<u32>) {
        match self.spoken.iter_mut().find(|(known, _)| *known == language) {
            Some((_, ranges)) => ranges.push(passages),
            None => self.spoken.push((language, vec![passages])),
        }
    }

    /// The words with the same stem as `surface`, in any language of the corpus, in order of number.
    #[must_use]
    pub(crate) fn family(&self, index: &Index, surface: &str) -> Vec<u32> {
        let mut words = index.family(surface).to_vec();
        for (language, ranges) in &self.spoken {
            words.extend(stems::family(index, *language, ranges, surface));
        }
        words.sort_unstable();
        words.dedup();
        words
    }

    /// Words of the longest name.
    #[must_use]
    pub fn longest(&self) -> usize {
        self.longest.max(1)
    }

    /// The words of the other names of `name`, which is folded, its words apart by one space.
    #[must_use]
    pub fn of(&self, name: &str) -> Option<&[Vec<String>]> {
        self.others.get(name).map(Vec::as_slice)
    }
}
