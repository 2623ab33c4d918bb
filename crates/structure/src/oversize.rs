//! Paragraphs of megabytes are cut into passages of bounded size.
//!
//! In: passages in the making. Out: the same, with none of one piece longer than [`MAX_PASSAGE_BYTES`]. A passage is read as
//! one sentence after the other, and what is known of its words is kept until its end: a bound on its length bounds memory.
//! Cuts stand between sentences, else between words. Nothing that a person writes is long enough to be cut.

use std::collections::VecDeque;

use entente_corpus::{Markup, Passage, PassageKind, Piece, Style};
use entente_text::sentence::sentences;
use entente_text::{Span, checkpoint, saturating_u32};

use super::PassageDraft;

/// Longest passage of one piece, in bytes. It is more than the longest one whose names the page marks.
const MAX_PASSAGE_BYTES: usize = 256 * 1024;
/// A cut stands at the end of a sentence where one ends in the last part of a passage that is this long, in bytes.
const CUT_WITHIN_BYTES: usize = 16 * 1024;

/// Cuts what is longer than [`MAX_PASSAGE_BYTES`].
pub(crate) fn cut(text: &str, drafts: &mut Vec<PassageDraft>) {
    if !drafts.iter().any(is_oversized) {
        return;
    }
    let old = std::mem::take(drafts);
    // Where each passage begins now: notes and answers point at others by number.
    let mut places: Vec<u32> = Vec::with_capacity(old.len());
    for draft in old {
        places.push(saturating_u32(drafts.len()));
        if is_oversized(&draft) {
            drafts.extend(parts(text, draft));
        } else {
            drafts.push(draft);
        }
    }
    for draft in drafts {
        let of = draft.passage.of.and_then(|of| places.get(of as usize).copied());
        draft.passage.of = of.or(draft.passage.of);
    }
}

fn is_oversized(draft: &PassageDraft) -> bool {
    let prose = match draft.passage.kind {
        PassageKind::Paragraph
        | PassageKind::Item
        | PassageKind::Question
        | PassageKind::Answer
        | PassageKind::Note => true,
        PassageKind::Heading
        | PassageKind::Row
        | PassageKind::Code
        | PassageKind::Furniture
        | PassageKind::Caption
        | PassageKind::Quote => false,
    };
    matches!(draft.passage.pieces[..], [piece] if prose && piece.span.len() > MAX_PASSAGE_BYTES)
}

/// `draft` in parts: the first keeps its number and mark, the others go on as paragraphs.
fn parts(text: &str, draft: PassageDraft) -> Vec<PassageDraft> {
    let PassageDraft { passage, class, alone, indent, bullet, speaks } = draft;
    let Some(whole) = passage.pieces.first().copied() else { return Vec::new() };
    let start = whole.span.start as usize;
    let words = whole.span.of(text);
    let first = Passage { pieces: Vec::new(), markup: Vec::new(), styles: Vec::new(), ..passage.clone() };
    let (markup, mut styles) = (passage.markup, passage.styles.into_iter().collect::<VecDeque<Style>>());
    let mut markup = markup.into_iter().peekable();
    let mut out = Vec::new();
    let mut from = 0;
    while from < words.len() {
        checkpoint();
        let rest = &words[from..];
        let mut to = from + if rest.len() <= MAX_PASSAGE_BYTES { rest.len() } else { end_of_part(rest) };
        let mut own: Vec<Markup> = Vec::new();
        // What a mark hides or replaces stays in one passage.
        while let Some(mark) = markup.next_if(|mark| (mark.span.start as usize) < start + to) {
            to = to.max(mark.span.end as usize - start);
            own.push(mark);
        }
        let span = Span::new(start + from, start + to);
        let mut part = PassageDraft::new(PassageKind::Paragraph, span);
        if from == 0 {
            part = PassageDraft { passage: first.clone(), class: class.clone(), alone, indent, bullet, speaks };
        }
        part.passage.of = first.of;
        part.passage.pieces = vec![Piece { span, page: whole.page }];
        part.passage.markup = own;
        part.passage.styles = styles_of(&mut styles, span.end);
        out.push(part);
        from = to + (words[to..].len() - words[to..].trim_start().len());
    }
    out
}

/// Takes the styles that begin before `end`; one that goes on after it begins anew there.
fn styles_of(styles: &mut VecDeque<Style>, end: u32) -> Vec<Style> {
    let mut own = Vec::new();
    let mut open = Vec::new();
    while styles.front().is_some_and(|style| style.span.start < end) {
        let Some(mut style) = styles.pop_front() else { break };
        if style.span.end > end {
            open.push(Style { span: Span { start: end, end: style.span.end }, ..style.clone() });
            style.span.end = end;
        }
        own.push(style);
    }
    for style in open.into_iter().rev() {
        styles.push_front(style);
    }
    own
}

/// Where the first part of `words` ends: after a sentence, else after a word, else after a letter.
fn end_of_part(words: &str) -> usize {
    let limit = words.floor_char_boundary(MAX_PASSAGE_BYTES);
    let from = words.floor_char_boundary(limit - CUT_WITHIN_BYTES);
    let last = &words[from..limit];
    let ends = sentences(last);
    // The last sentence is cut off by the limit.
    let sentence = ends.len().checked_sub(2).and_then(|n| ends.get(n)).map(|range| range.end);
    let cut = sentence.or_else(|| last.rfind(char::is_whitespace)).filter(|at| *at > 0);
    cut.map_or(limit, |at| from + at)
}

#[cfg(test)]
mod tests {
    use entente_corpus::ReadingText;
    use entente_ingest::{Settings, Source, read};

    use super::MAX_PASSAGE_BYTES;

    fn passages(text: String) -> Vec<String> {
        let source = Source { file: "x.txt".into(), bytes: text.into_bytes() };
        let (_, body) = read(&source, &Settings::default()).expect("a text");
        body.passages.iter().map(|passage| ReadingText::of(&body, passage).text).collect()
    }

    #[test]
    fn a_paragraph_of_megabytes_is_cut_between_sentences() {
        let sentence = "The governments of the two states agreed to open the ports. ";
        let text = sentence.repeat(2 * MAX_PASSAGE_BYTES / sentence.len());
        let parts = passages(text.clone());
        assert!(parts.len() >= 2, "{}", parts.len());
        assert!(
            parts
                .iter()
                .all(|part| part.len() <= MAX_PASSAGE_BYTES && part.starts_with("The ") && part.ends_with("ports."))
        );
        assert_eq!(parts.join(" "), text.trim_end());
    }

    #[test]
    fn what_a_person_writes_stays_whole() {
        let sentence = "The governments of the two states agreed to open the ports. ";
        assert_eq!(passages(sentence.repeat(1000)).len(), 1);
        let letters = "한".repeat(MAX_PASSAGE_BYTES);
        assert_eq!(passages(letters.clone()).concat(), letters);
    }
}
