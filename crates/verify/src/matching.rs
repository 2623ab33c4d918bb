//! Fits words into the text of passages and measures how much they differ there.
//!
//! In: the words of a quotation or a sentence, and passages. Out: a [`Match`] with the words that differ. The search index
//! proposes the passages (see `search`); they are compared on their texts.

use entente_text::order;
use entente_text::saturating_u32;
use std::ops::Range;

use entente_corpus::{PassageKind, ReadingText};
use entente_explore::{Explorer, PassageAt};

use crate::align::{Alignment, fit};
use crate::tokens::{Token, tokenize};

/// Words that are looked for, with the numbers they are compared by.
#[derive(Debug)]
pub(crate) struct Sought<'a> {
    /// The whole text.
    pub(crate) text: &'a str,
    /// The words.
    pub(crate) tokens: &'a [Token],
    /// Each word by the number that it is compared by.
    numbers: Vec<u32>,
    /// The different words, sorted; their numbers are their places, from 1.
    known: Vec<&'a str>,
}

/// Passages of the documents read as one text: one, or several that follow each other.
#[derive(Debug)]
pub(crate) struct SourceText {
    /// The passages.
    pub(crate) passages: Vec<SourcePassage>,
    /// The words of all passages.
    pub(crate) tokens: Vec<SourceToken>,
}

/// A passage with its reading text.
#[derive(Debug)]
pub(crate) struct SourcePassage {
    pub(crate) at: PassageAt,
    pub(crate) reading: ReadingText,
}

/// A word of a passage.
#[derive(Debug)]
pub(crate) struct SourceToken {
    /// Index of the passage in [`SourceText::passages`].
    pub(crate) passage: usize,
    /// The word; its range is bytes of the passage's reading text.
    pub(crate) token: Token,
}

/// The part of a passage that belongs to a match.
#[derive(Clone, Debug)]
pub(crate) struct MatchPart {
    /// Index of the passage in [`SourceText::passages`].
    pub(crate) passage: usize,
    /// Bytes of its reading text.
    pub(crate) range: Range<usize>,
}

/// Where in the documents the words are, and how they differ there.
#[derive(Debug)]
pub(crate) struct Match {
    /// The passages.
    pub(crate) source: SourceText,
    /// How the words fit into it.
    pub(crate) alignment: Alignment,
    /// Weight of the words that are the same, of the weight of all, in per cent.
    pub(crate) share: u32,
    /// Content words that both have, in whatever order.
    pub(crate) common: usize,
    /// Words are written as one here and apart there: "counterterrorism".
    pub(crate) has_joins: bool,
    /// Words that differ.
    pub(crate) differing: usize,
}

impl SourceText {
    /// Bytes of the passages, which all had to be read.
    pub(crate) fn bytes(&self) -> usize {
        self.passages.iter().map(|passage| passage.reading.text.len()).sum()
    }

    /// True if a sentence or clause ends after the first `count` words.
    fn is_stop_after(&self, count: usize) -> bool {
        let Some(SourceToken { passage, token }) = count.checked_sub(1).and_then(|at| self.tokens.get(at)) else {
            return false;
        };
        let rest = &self.passages[*passage].reading.text[token.range.end..];
        let rest = rest.trim_start_matches([')', ']', '”', '"', '’', '*', '_']);
        // An initial: "Alfred N. Brandon".
        let is_initial = token.folded.chars().count() == 1 && token.folded.chars().all(char::is_alphabetic);
        if is_initial && rest.starts_with('.') && !token.is_solid() {
            return false;
        }
        rest.is_empty() || rest.starts_with(['.', '!', '?', '。', ',', ';', ':'])
    }

    /// True if a sentence begins with the word at `at`.
    fn begins_sentence(&self, at: usize) -> bool {
        let Some(SourceToken { passage, token }) = self.tokens.get(at) else { return false };
        let before = self.passages[*passage].reading.text[..token.range.start]
            .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '“' | '"' | '‘' | '(' | '[' | '*' | '_'));
        !before.contains(char::is_alphanumeric) || before.ends_with(['.', '!', '?', '。', ':', ';'])
    }
}

impl Match {
    /// Words of the checked text that differ; where only the documents have words, one.
    pub(crate) fn own_differing(&self) -> usize {
        self.alignment.hunks.iter().map(|hunk| hunk.left.len().max(1)).sum()
    }

    /// The first passage that has words of it.
    pub(crate) fn place(&self) -> PassageAt {
        let first = self.parts().first().map_or(0, |part| part.passage);
        self.source.passages[first].at
    }

    /// The part of each passage that has words of it.
    pub(crate) fn parts(&self) -> Vec<MatchPart> {
        let mut out: Vec<MatchPart> = Vec::new();
        for SourceToken { passage, token } in self.source.tokens.get(self.alignment.right.clone()).unwrap_or_default() {
            match out.last_mut().filter(|last| last.passage == *passage) {
                Some(last) => last.range.end = token.range.end,
                None => out.push(MatchPart { passage: *passage, range: token.range.clone() }),
            }
        }
        out
    }

    /// Differences of which one side is empty: another word in its place is the closer wording.
    pub(crate) fn one_sided(&self) -> usize {
        self.alignment.hunks.iter().filter(|hunk| hunk.left.is_empty() || hunk.right.is_empty()).count()
    }

    /// The words of the documents, as printed.
    pub(crate) fn quote(&self) -> String {
        let words = |part: &MatchPart| &self.source.passages[part.passage].reading.text[part.range.clone()];
        self.parts().iter().map(words).collect::<Vec<_>>().join(" ")
    }

    /// The words of the documents at `range` of [`SourceText::tokens`], as printed.
    pub(crate) fn words(&self, range: Range<usize>) -> String {
        let mut out = String::new();
        let mut last: Option<(usize, usize)> = None;
        for SourceToken { passage, token } in self.source.tokens.get(range).unwrap_or_default() {
            let text = &self.source.passages[*passage].reading.text;
            let from = match last {
                Some((before, end)) if before == *passage => end,
                Some(_) => {
                    out.push(' ');
                    token.range.start
                }
                None => token.range.start,
            };
            out.push_str(&text[from..token.range.end]);
            last = Some((*passage, token.range.end));
        }
        out
    }
}

/// Words in a row by which passages are looked for.
const RUN_WORDS: usize = 4;
/// Most runs that are looked for.
pub(crate) const MAX_RUNS: usize = 8;
/// Most passages that may contain the rarest word of a run.
const MAX_RUN_PASSAGES: usize = 20_000;
/// Most consecutive passages that are read as one text.
const MAX_PASSAGES: usize = 40;
/// Most consecutive words that a replaced word at the end of a sentence may stand for.
const MAX_EXTENDED_WORDS: usize = 5;
/// Bytes of a passage that are compared.
const MAX_PASSAGE_BYTES: usize = 2_000_000;

impl<'a> Sought<'a> {
    pub(crate) fn new(text: &'a str, tokens: &'a [Token]) -> Self {
        let mut known: Vec<&str> = tokens.iter().map(|token| token.folded.as_str()).collect();
        order::sort_by(&mut known, Ord::cmp);
        known.dedup();
        let mut out = Self { text, tokens, numbers: Vec::new(), known };
        out.numbers = tokens.iter().map(|token| out.number(token)).collect();
        out
    }

    /// The number that a word is compared by; 0 for one that is not looked for.
    fn number(&self, token: &Token) -> u32 {
        self.known.binary_search(&token.folded.as_str()).map_or(0, |at| saturating_u32(at + 1))
    }

    /// The bytes from the first of the words `range` to the last.
    pub(crate) fn words(&self, range: Range<usize>) -> &'a str {
        match (self.tokens.get(range.start), range.end.checked_sub(1).and_then(|last| self.tokens.get(last))) {
            (Some(first), Some(last)) if range.start < range.end => &self.text[first.range.start..last.range.end],
            _ => "",
        }
    }

    /// The whole, as printed.
    pub(crate) fn all(&self) -> &'a str {
        self.words(0..self.tokens.len())
    }

    fn numbers_of(&self, source: &SourceText) -> Vec<u32> {
        source.tokens.iter().map(|word| self.number(&word.token)).collect()
    }

    /// How the words fit into `source`.
    pub(crate) fn fit(&self, source: SourceText) -> Match {
        let mut alignment = fit(&self.numbers, &self.numbers_of(&source));
        // Words in square brackets are those of the person who quotes: they may stand for others.
        alignment.hunks.retain(|hunk| {
            let own = &self.tokens[hunk.left.clone()];
            own.is_empty() || !own.iter().all(|token| token.in_brackets)
        });
        let count = alignment.hunks.len();
        alignment.hunks.retain(|hunk| {
            let own: String = self.tokens[hunk.left.clone()].iter().map(|token| token.folded.as_str()).collect();
            let there = source.tokens.get(hunk.right.clone()).unwrap_or_default();
            own != there.iter().map(|word| word.token.folded.as_str()).collect::<String>()
        });
        let has_joins = alignment.hunks.len() < count;
        cut_at_bounds(&mut alignment, &source);
        self.extend(&mut alignment, &source);
        self.strip(&mut alignment, &source);
        let (differ, content) = self.what_differs(&alignment, &source);
        let all_content = self.tokens.iter().filter(|token| token.is_content()).count();
        let all = self.tokens.iter().map(Token::weight).sum::<u32>().max(1);
        Match {
            share: (all - differ.min(all)) * 100 / all,
            common: all_content - content,
            has_joins,
            differing: alignment.differing(),
            alignment,
            source,
        }
    }

    /// The weight of the words that `source` does not have in their place, and the number of content words among them. Words
    /// in another order count as there.
    fn what_differs(&self, alignment: &Alignment, source: &SourceText) -> (u32, usize) {
        let mut there: Vec<&str> = Vec::new();
        for hunk in &alignment.hunks {
            let words = source.tokens.get(hunk.right.clone()).unwrap_or_default();
            there.extend(words.iter().map(|word| word.token.folded.as_str()));
        }
        order::sort_by(&mut there, Ord::cmp);
        let own = alignment.hunks.iter().flat_map(|hunk| &self.tokens[hunk.left.clone()]);
        let (mut weight, mut content) = (0, 0);
        for token in own {
            if let Ok(at) = there.binary_search(&token.folded.as_str()) {
                there.remove(at);
            } else {
                weight += token.weight();
                content += usize::from(token.is_content());
            }
        }
        (weight, content)
    }

    /// A word replaced at an end of a sentence replaces all words up to the end there: "in the North" for "in the United
    /// States".
    fn extend(&self, alignment: &mut Alignment, source: &SourceText) {
        let ends = self.tokens.last().is_some_and(|last| {
            let rest = &self.text[last.range.end..];
            rest.trim_start_matches([')', ']', '*', '_']).starts_with(['.', '!', '?', '。'])
        });
        let begins =
            self.tokens.first().is_some_and(|first| self.text[first.range.start..].starts_with(char::is_uppercase));
        let (count, right) = (self.tokens.len(), alignment.right.clone());
        if let Some(last) = alignment.hunks.last_mut()
            && ends
            && last.left.end == count
            && !last.left.is_empty()
            && last.right.end == right.end
            && !(last.right.is_empty() && source.is_stop_after(last.right.start))
        {
            let most = last.right.end.max(last.right.start + 1) + MAX_EXTENDED_WORDS;
            let found = (last.right.start + 1..most).find(|end| source.is_stop_after(*end));
            last.right.end = found.unwrap_or(last.right.end);
            alignment.right.end = last.right.end;
        }
        if let Some(first) = alignment.hunks.first_mut()
            && begins
            && first.left.start == 0
            && !first.left.is_empty()
            && first.right.start == right.start
            && !(first.right.is_empty() && source.begins_sentence(first.right.end))
        {
            let least = first.right.start.saturating_sub(MAX_EXTENDED_WORDS);
            let found = (least..first.right.end).rev().find(|start| source.begins_sentence(*start));
            first.right.start = found.unwrap_or(first.right.start);
            alignment.right.start = first.right.start;
        }
    }

    /// Takes words off the outer ends of the first and last difference that are the same on both sides.
    fn strip(&self, alignment: &mut Alignment, source: &SourceText) {
        let is_same = |left: usize, right: usize| {
            let there = source.tokens.get(right).map(|word| word.token.folded.as_str());
            self.tokens.get(left).map(|token| token.folded.as_str()) == there
        };
        if let Some(first) = alignment.hunks.first_mut() {
            while !first.left.is_empty() && !first.right.is_empty() && is_same(first.left.start, first.right.start) {
                first.left.start += 1;
                first.right.start += 1;
            }
        }
        if let Some(last) = alignment.hunks.last_mut() {
            while !last.left.is_empty() && !last.right.is_empty() && is_same(last.left.end - 1, last.right.end - 1) {
                last.left.end -= 1;
                last.right.end -= 1;
            }
        }
        alignment.hunks.retain(|hunk| !hunk.left.is_empty() || !hunk.right.is_empty());
    }

    /// Fits the words into a passage; into the passages around it as well if they run past its end.
    pub(crate) fn fit_at(&self, explorer: &Explorer, at: PassageAt) -> Option<Match> {
        let found = self.fit(read(explorer, &[at])?);
        if self.runs_past_end(&found)
            && let Some(longer) = around(explorer, at, self.tokens.len())
        {
            let longer = self.fit(longer);
            if longer.differing < found.differing {
                return Some(longer);
            }
        }
        Some(found)
    }

    /// True if words at an end differ where the passage ends, too.
    fn runs_past_end(&self, found: &Match) -> bool {
        let (right, count) = (&found.alignment.right, found.source.tokens.len());
        let first =
            found.alignment.hunks.first().is_some_and(|hunk| hunk.left.start == 0 && right.start <= hunk.left.len());
        let last = found
            .alignment
            .hunks
            .last()
            .is_some_and(|hunk| hunk.left.end == self.tokens.len() && right.end + hunk.left.len() >= count);
        first || last
    }

    /// True if even the rarest word of a run occurs in very many passages.
    pub(crate) fn is_common(&self, run: Range<usize>, explorer: &Explorer) -> bool {
        let words = self.tokens[run].iter().filter(|token| token.is_content() && !token.is_solid());
        let rarest = words.map(|token| explorer.passages_with_word(&token.folded)).min();
        rarest.is_some_and(|passages| passages > MAX_RUN_PASSAGES)
    }

    /// The runs of words by which passages are looked for, each with the passages it may give at most. Runs of small words
    /// alone are left out.
    pub(crate) fn runs(&self) -> Vec<Range<usize>> {
        let count = self.tokens.len();
        let run = if self.tokens.iter().all(Token::is_solid) { RUN_WORDS + 2 } else { RUN_WORDS };
        let starts = count.saturating_sub(run) + 1;
        let runs = MAX_RUNS.min(starts);
        let range = |n: usize| {
            let start = n * starts / runs.max(1);
            start..(start + run).min(count)
        };
        (0..runs).map(range).filter(|range| self.tokens[range.clone()].iter().any(Token::is_content)).collect()
    }
}

/// A word replaced at an end has no counterpart in another sentence: it was inserted.
fn cut_at_bounds(alignment: &mut Alignment, source: &SourceText) {
    let right = alignment.right.clone();
    if let Some(first) = alignment.hunks.first_mut()
        && first.left.start == 0
        && first.right.start == right.start
        && source.begins_sentence(first.right.end)
        && first.right.end < right.end
    {
        first.right.start = first.right.end;
        alignment.right.start = first.right.end;
    }
    if let Some(last) = alignment.hunks.last_mut()
        && last.right.end == right.end
        && source.begins_sentence(last.right.start)
        && last.right.start > right.start
    {
        last.right.end = last.right.start;
        alignment.right.end = last.right.start;
    }
}

/// Several passages as one text.
pub(crate) fn read(explorer: &Explorer, passages: &[PassageAt]) -> Option<SourceText> {
    let mut out = SourceText { passages: Vec::new(), tokens: Vec::new() };
    for at in passages {
        let reading = explorer.reading_text(*at)?;
        let n = out.passages.len();
        let end = reading.text.floor_char_boundary(MAX_PASSAGE_BYTES.min(reading.text.len()));
        out.tokens.extend(tokenize(&reading.text[..end]).into_iter().map(|token| SourceToken { passage: n, token }));
        out.passages.push(SourcePassage { at: *at, reading });
    }
    Some(out)
}

/// The passage before `at`, itself and those after it, until they have room for `words` more words.
fn around(explorer: &Explorer, at: PassageAt, words: usize) -> Option<SourceText> {
    let body = explorer.corpus().bodies.get(at.document as usize)?;
    let is_text = |passage: &u32| {
        let kind = body.passages.get(*passage as usize).map(|passage| passage.kind);
        kind.is_some_and(|kind| !matches!(kind, PassageKind::Furniture | PassageKind::Note))
    };
    let before = (0..at.passage).rev().take(3).find(is_text);
    let mut passages: Vec<PassageAt> = before.into_iter().map(|passage| PassageAt { passage, ..at }).collect();
    let count = saturating_u32(body.passages.len());
    let mut room = 0;
    for passage in (at.passage..count).filter(|passage| *passage == at.passage || is_text(passage)) {
        if passages.len() > MAX_PASSAGES || room > words {
            break;
        }
        let next = PassageAt { passage, ..at };
        if passage > at.passage {
            room += explorer.reading_text(next)?.text.split_whitespace().count().max(1);
        }
        passages.push(next);
    }
    read(explorer, &passages)
}
