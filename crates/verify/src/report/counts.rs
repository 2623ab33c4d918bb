//! Sums of verdicts over the sentences of a text.

use super::{CheckedSentence, Novelty, QuotationVerdict};

/// Sums over all sentences.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Sentences.
    pub sentences: usize,
    /// Quotations by verdict: word for word, differ, joined, short phrases, not in this file.
    pub quotations: [usize; 5],
    /// Quotations that the documents give to somebody else.
    pub misattributed: usize,
    /// Values by verdict: same, another, not found.
    pub values: [usize; 3],
    /// Names by verdict: known, by another form, unknown.
    pub names: [usize; 3],
    /// Sentences: identical, close, new, not checked.
    pub novelty: [usize; 4],
}

impl Counts {
    /// Adds a sentence.
    pub fn add(&mut self, sentence: &CheckedSentence) {
        self.sentences += 1;
        for quotation in &sentence.quotations {
            self.quotations[quotation.verdict as usize] += 1;
            self.misattributed += usize::from(quotation.attribution.as_ref().is_some_and(|found| !found.agrees));
        }
        for value in &sentence.values {
            self.values[value.verdict as usize] += 1;
        }
        for name in &sentence.names {
            self.names[name.verdict as usize] += 1;
        }
        let at = match sentence.novelty {
            Novelty::Identical => 0,
            Novelty::Close(_) => 1,
            Novelty::New => 2,
            Novelty::NotChecked => 3,
        };
        self.novelty[at] += 1;
    }

    /// Quotations that the documents do not have.
    #[must_use]
    pub fn not_in_file(&self) -> usize {
        self.quotations[QuotationVerdict::NotInFile as usize]
    }
}
