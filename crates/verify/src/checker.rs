//! A text, checked sentence by sentence, so that a page can stop between two.

use std::collections::BTreeSet;
use std::ops::Range;

use entente_explore::Explorer;
use entente_text::{checkpoint, sentences};

use crate::attribution::speaker;
use crate::matching::Sought;
use crate::names::{self, find_names};
use crate::quotations::{Quote, find_quotations};
use crate::report::{CheckedSentence, Novelty};
use crate::tokens::tokenize;
use crate::{precedents, quotation, values};

/// Sentences of a text that are checked; the rest is counted.
pub const MAX_SENTENCES: usize = 2_000;
/// Bytes of a sentence: a longer one is read as several.
const MAX_SENTENCE_BYTES: usize = 4_000;
/// Quotations that begin in one sentence and are checked.
const MAX_QUOTATIONS: usize = 40;
/// Passages that are compared with a sentence.
const CLOSEST: usize = 12;

/// Checks a text. An iterator: each step checks one sentence.
#[derive(Debug)]
pub struct Checker<'a> {
    explorer: &'a Explorer,
    text: &'a str,
    sentences: Vec<Range<usize>>,
    quotations: Vec<Quote>,
    next: usize,
    all: usize,
}

impl<'a> Checker<'a> {
    /// Reads `text` into sentences and quotations, in time in line with its length. No sentence is checked yet.
    #[must_use]
    pub fn new(explorer: &'a Explorer, text: &'a str) -> Self {
        let mut list: Vec<Range<usize>> =
            sentences(text).into_iter().flat_map(|sentence| shorter(text, sentence)).collect();
        list.retain(|sentence| text[sentence.clone()].chars().any(char::is_alphanumeric));
        let all = list.len();
        list.truncate(MAX_SENTENCES);
        Self { explorer, text, sentences: list, quotations: find_quotations(text), next: 0, all }
    }

    /// Sentences that are checked.
    #[must_use]
    pub fn sentences(&self) -> usize {
        self.sentences.len()
    }

    /// Sentences beyond those: they are not checked.
    #[must_use]
    pub fn unchecked(&self) -> usize {
        self.all - self.sentences.len()
    }

    /// All quotations of the text.
    #[must_use]
    pub fn quotations(&self) -> &[Quote] {
        &self.quotations
    }

    fn check(&self, at: usize) -> CheckedSentence {
        checkpoint();
        let (explorer, text) = (self.explorer, self.text);
        let range = self.sentences[at].clone();
        let from = self.quotations.partition_point(|quote| quote.outer.end <= range.start);
        let quotes: Vec<&Quote> =
            self.quotations[from..].iter().take_while(|quote| quote.outer.start < range.end).collect();
        let quoted: Vec<Range<usize>> = quotes.iter().map(|quote| quote.outer.clone()).collect();
        // Its closing mark and a stop may stand after the quotation.
        let is_inside = quoted.iter().any(|quote| quote.start <= range.start && range.end <= quote.end + 2);
        let begin = |quote: &&&Quote| quote.outer.start >= range.start || at == 0;
        let checked =
            quotes.iter().filter(begin).take(MAX_QUOTATIONS).map(|quote| self.check_quotation(quote, &range)).collect();
        let mut out = CheckedSentence {
            number: at + 1,
            range: range.clone(),
            novelty: Novelty::NotChecked,
            quotations: checked,
            values: Vec::new(),
            names: Vec::new(),
            precedents: Vec::new(),
            uses: None,
        };
        if is_inside {
            return out;
        }
        let own = &text[range.clone()];
        let tokens = tokenize(own);
        let sought = Sought::new(own, &tokens);
        let closest = if tokens.len() > 1 { sought.closest(explorer, CLOSEST) } else { Vec::new() };
        if precedents::is_long_enough(&tokens) {
            (out.precedents, out.novelty, out.uses) = precedents::precedents(explorer, &sought, &closest);
        }
        let is_free =
            |range: &Range<usize>| quoted.iter().all(|quote| quote.end <= range.start || range.end <= quote.start);
        let mut known = find_names(explorer, text, range.clone());
        known.retain(|name| is_free(&name.range));
        let sentence = values::Sentence {
            text,
            range: range.clone(),
            tokens: &tokens,
            entities: known.iter().flat_map(|name| name.entities.iter().copied()).collect::<BTreeSet<u32>>(),
            names: known.iter().map(|name| &text[name.range.clone()]).collect(),
        };
        out.values = values::check(explorer, &sentence, &quoted, &closest);
        let mut taken = quoted.clone();
        taken.extend(out.values.iter().map(|value| value.range.clone()));
        out.names = names::check(explorer, text, range, &known, &taken);
        out
    }

    fn check_quotation(&self, quote: &Quote, sentence: &Range<usize>) -> crate::report::CheckedQuotation {
        let last = self.sentences.partition_point(|sentence| sentence.end < quote.outer.end);
        let end = self.sentences.get(last).map_or(sentence.end, |last| last.end);
        let named = speaker(self.explorer, self.text, quote, sentence, end, &self.quotations);
        quotation::check(self.explorer, self.text, quote, named.as_ref())
    }
}

impl Iterator for Checker<'_> {
    type Item = CheckedSentence;

    fn next(&mut self) -> Option<CheckedSentence> {
        if self.next >= self.sentences.len() {
            return None;
        }
        self.next += 1;
        Some(self.check(self.next - 1))
    }
}

/// A long sentence in parts, cut at blanks where there are any.
fn shorter(text: &str, sentence: Range<usize>) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = sentence.start;
    while sentence.end - start > MAX_SENTENCE_BYTES {
        let most = text.floor_char_boundary(start + MAX_SENTENCE_BYTES);
        let blank = text[start..most].rfind(char::is_whitespace).filter(|at| *at > 0);
        let end = blank.map_or(most, |at| start + at);
        out.push(start..end);
        start = end;
    }
    out.push(start..sentence.end);
    out
}
