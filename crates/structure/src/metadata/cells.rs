//! Runs of words as a letterhead, a form or a title page sets them: a printed line, or one column of it.
//!
//! In: passages with their reading texts. Out: short texts with their places. A passage with markup is one run, because
//! its lines are not the page's.

use std::ops::Range;

use entente_corpus::{Basis, Body, Evidence, Fact, Passage, PassageKind};
use entente_text::Span;

use super::PassageText;
use super::roles::Role;

/// Blanks that part two columns.
const GAP: &str = "   ";
/// Longest line that is looked at, in bytes.
const MAX_LINE_BYTES: usize = 400;

/// A run of words.
#[derive(Clone)]
pub(super) struct LineCell<'a> {
    pub(super) text: &'a str,
    pub(super) kind: PassageKind,
    /// How many passages that are no furniture stand before it.
    pub(super) place: usize,
    line: &'a PassageText<'a>,
    /// Where it begins in the source; nothing where it is the reading text.
    start: Option<usize>,
    /// Whether it is not the first run of its passage.
    is_later: bool,
}

impl LineCell<'_> {
    /// A fact that stands on `range` of it.
    pub(super) fn fact<T>(&self, value: T, basis: Basis, rule: &str, range: Range<usize>) -> Option<Fact<T>> {
        let Some(start) = self.start else { return self.line.fact(value, basis, rule, range) };
        let span = Span::new(start + range.start, start + range.end);
        Some(Fact::new(value, basis, rule, Evidence { passage: Some(self.line.index), span }))
    }

    /// True for a later line of a sentence: "on 21 November 2019." below "and come into operation".
    pub(super) fn ends_a_sentence(&self) -> bool {
        self.text.starts_with(char::is_lowercase) && self.is_of_a_sentence()
    }

    /// True for a later line of a sentence, wherever it begins: "21 November 2019." below "and come into operation on".
    pub(super) fn is_of_a_sentence(&self) -> bool {
        self.is_later && self.line.role() == Role::Sentence
    }

    /// True if its passage has a number.
    pub(super) fn is_numbered(&self) -> bool {
        self.line.passage.number.is_some()
    }

    /// The index of its passage.
    pub(super) fn passage(&self) -> u32 {
        self.line.index
    }

    /// A fact that stands on all of it.
    pub(super) fn whole<T>(&self, value: T, basis: Basis, rule: &str) -> Option<Fact<T>> {
        self.fact(value, basis, rule, 0..self.text.len())
    }
}

/// The cells of `lines`, in order. The lines of a `page` are not those that it shows.
pub(super) fn cells<'a>(body: &'a Body, lines: &'a [PassageText<'a>], page: bool) -> Vec<LineCell<'a>> {
    let mut out = Vec::new();
    let mut place = 0;
    for line in lines {
        // A row has a piece for each of its cells: it is looked through once.
        let first = line.passage.extent().start as usize;
        let one = |text, start: Option<usize>| {
            let is_later = start.is_some_and(|start| start > first);
            LineCell { text, kind: line.kind, place, line, start, is_later }
        };
        if line.passage.markup.is_empty() && line.passage.styles.is_empty() {
            for piece in &line.passage.pieces {
                let mut at = piece.span.start as usize;
                for printed in piece.span.of(&body.text).split_inclusive(['\n', '\r']) {
                    if printed.len() <= MAX_LINE_BYTES {
                        columns(printed, |from, text| out.push(one(text, Some(at + from))));
                    }
                    at += printed.len();
                }
            }
        } else {
            if line.reading.text.len() <= MAX_LINE_BYTES {
                out.push(one(line.reading.text.as_str(), None));
            }
            if !page && place < LINES_WITHIN {
                out.extend(plain_lines(body, line.passage).map(|(at, text)| one(text, Some(at))));
            }
        }
        place += usize::from(line.kind != PassageKind::Furniture);
    }
    out
}

/// Passages at the beginning whose single lines are looked at where the passage has markup.
const LINES_WITHIN: usize = 16;
/// Most such lines of a passage.
const MAX_PLAIN_LINES: usize = 12;

/// The lines of a passage of several that hold no markup, each with its place.
fn plain_lines<'a>(body: &'a Body, passage: &'a Passage) -> impl Iterator<Item = (usize, &'a str)> {
    let extent = passage.extent();
    let mut at = extent.start as usize;
    let several = passage.extent().of(&body.text).trim_end().contains('\n');
    let lines = extent.of(&body.text).split_inclusive('\n').take(if several { MAX_PLAIN_LINES } else { 0 });
    let placed = lines.map(move |line| {
        let start = at + line.len() - line.trim_start().len();
        at += line.len();
        (start, line.trim())
    });
    placed.filter(|(start, line)| {
        let span = Span::new(*start, start + line.len());
        let marked =
            passage.markup.iter().map(|markup| markup.span).chain(passage.styles.iter().map(|style| style.span));
        !line.is_empty() && line.len() <= MAX_LINE_BYTES && !marked.into_iter().any(|marked| marked.overlaps(span))
    })
}

/// Calls `found` with the columns of `line` and where each begins.
fn columns<'a>(line: &'a str, mut found: impl FnMut(usize, &'a str)) {
    let mut at = 0;
    while at < line.len() {
        let rest = &line[at..];
        let gaps = rest.match_indices(GAP).map(|(end, _)| end).filter(|end| !is_in_date(rest, *end));
        let end = gaps.chain(rest.find('\t')).min().unwrap_or(rest.len());
        let (text, gap) = rest.split_at(end);
        if !text.trim().is_empty() {
            found(at + text.len() - text.trim_start().len(), text.trim());
        }
        at += end + gap.len() - gap.trim_start().len();
    }
}

/// True if the gap at `end` stands inside a date set apart: "2010.    11.    15."
fn is_in_date(text: &str, end: usize) -> bool {
    let before = text[..end].trim_end();
    let numbered = before.strip_suffix('.').is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit()));
    numbered && text[end..].trim_start().starts_with(|c: char| c.is_ascii_digit())
}
