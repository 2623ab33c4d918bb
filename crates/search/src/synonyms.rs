//! Names that mean the same, as the corpus says: a short form and what it stands for, a name in two scripts.

use std::collections::BTreeMap;

use crate::tokens::Analyser;

/// For each name, folded, the others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Synonyms {
    others: BTreeMap<String, Vec<Vec<String>>>,
    longest: usize,
}

/// A name of more words than this is a sentence.
const LONGEST: usize = 12;

impl Synonyms {
    /// From pairs of a name and another: who asks for the one finds the other as well.
    #[must_use]
    pub fn new<'a>(analyser: &Analyser, pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut out = Self::default();
        for (from, to) in pairs {
            let (from, to) = (analyser.surfaces(from), analyser.surfaces(to));
            if from.is_empty() || to.is_empty() || from == to || from.len() > LONGEST || to.len() > LONGEST {
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
