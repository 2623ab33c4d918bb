//! A concordance: every hit of a search, or every mention of a name, on a line with the words around it.
//!
//! In: a query or a name, and an order. Out: lines in that order, each with its place in its document. All hits
//! count, however many are drawn. If there are more than [`MAX_LINES`], the result has the number of passages that were used.

use std::ops::Range;

use entente_corpus::{Evidence, ReadingText};
use entente_text::fold::fold;
use entente_text::order::sort_by_key;

use super::ask::ask;
use super::filter_passages::filter_passages;
use crate::desk::passages::PassageAt;
use crate::desk::{Desk, resolve};
use crate::models::facts::Source;
use crate::query::Query;

/// Lines of a concordance. More take seconds to sort, and nobody reads them.
const MAX_LINES: usize = 10_000;
/// Characters on either side of the words that are found.
const CONTEXT_CHARS: usize = 70;
/// Words on either side that lines are sorted by.
const SORTED_WORDS: usize = 6;

/// The order of the lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ContextOrder {
    /// In the order of the documents.
    #[default]
    Place,
    /// By the words before, the nearest first.
    Left,
    /// By the words after.
    Right,
}

impl ContextOrder {
    /// Every order.
    pub const ALL: &[Self] = &[Self::Place, Self::Left, Self::Right];

    /// The word in links.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Place => "place",
            Self::Left => "left",
            Self::Right => "right",
        }
    }

    /// The order with this word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|order| order.as_str() == word)
    }
}

/// One line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContextLine {
    /// Its place; its quote is the line.
    pub source: Source,
    /// The text before it.
    pub before: String,
    /// The words that are found, as printed.
    pub words: String,
    /// The text after it.
    pub after: String,
}

/// The places of the hits of one document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dispersion {
    /// Public name.
    pub document: String,
    /// Title as printed, else its first words.
    pub title: String,
    /// False: `title` is the first words.
    pub titled: bool,
    /// Each hit, in thousandths of the document, ascending.
    pub marks: Vec<u16>,
}

/// The concordance.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Concordance {
    /// Lines in the order asked for.
    pub lines: Vec<ContextLine>,
    /// Documents in the order of the file.
    pub documents: Vec<Dispersion>,
    /// Passages that the lines are from, and passages found in all: the first is less if there are too many lines.
    pub passages: (usize, usize),
}

/// Lines while they are gathered, in the order of the file.
struct Gathered<'a> {
    desk: &'a Desk,
    out: Concordance,
}

impl Gathered<'_> {
    /// Adds the hits `ranges` of the passage `at`.
    fn add(&mut self, at: PassageAt, text: &ReadingText, ranges: &[Range<usize>]) {
        let desk = self.desk;
        let document = at.document as usize;
        let Some(passage) = desk.passage(at) else { return };
        let Some(record) = desk.corpus.catalogue.documents.get(document) else { return };
        if ranges.is_empty() {
            return;
        }
        if self.out.documents.last().is_none_or(|known| known.document != record.id.as_str()) {
            self.out.documents.push(Dispersion {
                document: record.id.to_string(),
                title: desk.corpus.title_of(document).to_owned(),
                titled: record.title.is_some(),
                marks: Vec::new(),
            });
        }
        let place = desk.unquoted(at.document, Evidence { passage: Some(at.passage), span: passage.extent() });
        let count = desk.passages.numbers(document).len().max(1);
        for range in ranges {
            let (before, after) = around(&text.text, range);
            let words = text.text[range.clone()].to_owned();
            let quote = [before.as_str(), &words, &after].concat();
            // Within a thousandth, where a passage is long.
            let share = (at.passage as usize * 1000 + range.start * 1000 / text.text.len().max(1)) / count;
            if let Some(document) = self.out.documents.last_mut() {
                document.marks.push(u16::try_from(share.min(999)).unwrap_or(999));
            }
            self.out.lines.push(ContextLine { source: Source { quote, ..place.clone() }, before, words, after });
        }
        self.out.passages.0 += 1;
    }

    fn is_full(&self) -> bool {
        self.out.lines.len() >= MAX_LINES
    }

    fn sorted(mut self, order: ContextOrder) -> Concordance {
        match order {
            ContextOrder::Place => {}
            ContextOrder::Left => sort_by_key(&mut self.out.lines, |line| left_key(&line.before)),
            ContextOrder::Right => sort_by_key(&mut self.out.lines, |line| right_key(&line.after)),
        }
        self.out
    }
}

/// What lines are sorted by to the left: the nearest word first.
fn left_key(before: &str) -> Vec<String> {
    before.split_whitespace().rev().map(sorted_word).filter(|word| !word.is_empty()).take(SORTED_WORDS).collect()
}

/// What lines are sorted by to the right.
fn right_key(after: &str) -> Vec<String> {
    after.split_whitespace().map(sorted_word).filter(|word| !word.is_empty()).take(SORTED_WORDS).collect()
}

/// A word without the marks around it, in small letters.
fn sorted_word(word: &str) -> String {
    fold(word.trim_matches(|c: char| !c.is_alphanumeric()))
}

/// The words before and after `range` of a text, cut between words.
fn around(text: &str, range: &Range<usize>) -> (String, String) {
    let (before, after) = (&text[..range.start], &text[range.end..]);
    let start = before.char_indices().rev().nth(CONTEXT_CHARS).map(|(at, _)| at);
    let before = match start {
        Some(start) => {
            let cut = &before[start..];
            let word = cut.find(char::is_whitespace).map_or(cut, |space| &cut[space..]);
            format!("…{word}")
        }
        None => before.to_owned(),
    };
    let end = after.char_indices().nth(CONTEXT_CHARS).map(|(at, _)| at);
    let after = match end {
        Some(end) => {
            let cut = &after[..end];
            let word = cut.rfind(char::is_whitespace).map_or(cut, |space| &cut[..=space]);
            format!("{word}…")
        }
        None => after.to_owned(),
    };
    (before, after)
}

/// Every hit of the words of `query` in the passages that it finds.
pub(crate) fn of_search(desk: &Desk, query: &Query, order: ContextOrder) -> Concordance {
    let asked = ask(desk, query);
    let mut found = filter_passages(desk, asked.scores, &asked.filter).through;
    sort_by_key(&mut found, |(number, _)| *number);
    let mut gathered = Gathered { desk, out: Concordance::default() };
    gathered.out.passages.1 = found.len();
    for (number, _) in found {
        if gathered.is_full() {
            break;
        }
        let Some(at) = desk.passages.all.get(number as usize).copied() else { continue };
        let Some((body, passage)) = desk.body(at.document).zip(desk.passage(at)) else { continue };
        let text = ReadingText::of(body, passage);
        let marks = asked.plan.marks(desk.index(), &text.text);
        // Without words every passage is a hit, and its line begins at its first word.
        if marks.is_empty() && asked.words.is_empty() {
            let first = 0..first_word(&text.text);
            gathered.add(at, &text, std::slice::from_ref(&first));
        } else {
            gathered.add(at, &text, &marks);
        }
    }
    gathered.sorted(order)
}

fn first_word(text: &str) -> usize {
    text.find(char::is_whitespace).unwrap_or(text.len())
}

/// Every mention of the name with this id, or called so; `None` if this file has no such name.
pub(crate) fn of_name(desk: &Desk, id: &str, order: ContextOrder) -> Option<Concordance> {
    let entity = resolve::entity(desk, id)?;
    let mut gathered = Gathered { desk, out: Concordance::default() };
    for (document, body) in desk.corpus.bodies.numbered() {
        let own = body.mentions.iter().filter(|mention| mention.entity == entity).collect::<Vec<_>>();
        for mentions in own.chunk_by(|one, next| one.passage == next.passage) {
            gathered.out.passages.1 += 1;
            if gathered.is_full() {
                continue;
            }
            let at = PassageAt { document, passage: mentions[0].passage };
            let Some(passage) = desk.passage(at) else { continue };
            let text = ReadingText::of(body, passage);
            let ranges: Vec<Range<usize>> =
                mentions.iter().filter_map(|mention| text.from_source(mention.span)).collect();
            gathered.add(at, &text, &ranges);
        }
    }
    Some(gathered.sorted(order))
}

#[cfg(test)]
mod tests {
    use super::{around, left_key, right_key};

    #[test]
    fn lines_are_sorted_by_the_nearest_word_first() {
        assert_eq!(left_key("…the “Joint Cyber "), ["cyber", "joint", "the"]);
        assert_eq!(right_key(", policy — and more"), ["policy", "and", "more"]);
        assert_eq!(left_key(""), Vec::<String>::new());
    }

    #[test]
    fn what_stands_around_is_cut_between_words() {
        let text = format!("{} cyber {}", "word ".repeat(40).trim(), "other ".repeat(40).trim());
        let at = text.find("cyber").expect("it is there");
        let (before, after) = around(&text, &(at..at + 5));
        assert!(before.starts_with("… word") && before.ends_with("word "), "{before}");
        assert!(after.starts_with(" other") && after.ends_with(" …"), "{after}");
        assert_eq!(around("사이버 정책", &(0..9)), (String::new(), " 정책".to_owned()));
    }
}
