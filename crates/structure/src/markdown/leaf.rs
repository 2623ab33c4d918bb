//! Leaf blocks become passages: paragraphs, headings, items, the parts of a paragraph that are blocks of their own.

use std::ops::Range;

use entente_corpus::{Markup, PassageKind, Piece, Style, StyleKind};
use entente_text::Span;
use entente_text::order;

use super::super::blocks::PassageDraft;
use super::super::headings::Class;
use super::super::nesting::{is_inside, outermost};
use super::super::{headings, html, marker, turns};
use super::{DEEPEST, Leaf, MarkdownReader};

impl MarkdownReader<'_> {
    /// The leaf block ends.
    pub(super) fn end(&mut self) {
        self.end_page();
        let Some(mut leaf) = self.leaf.take() else { return };
        while !leaf.open.is_empty() {
            leaf.close();
        }
        if leaf.pieces.is_empty() {
            return;
        }
        let kind = if self.code { PassageKind::Code } else { PassageKind::Paragraph };
        let mut draft = PassageDraft::new(kind, Span::default());
        if self.code {
            draft.passage.pieces = leaf.pieces.iter().map(|piece| self.piece(piece)).collect();
            self.out.push(draft);
            return;
        }
        leaf.hide_deleted();
        order::sort_by_key(&mut leaf.styles, |style| (style.span, style.kind));
        let mut starts = vec![leaf.pieces[0].start];
        starts.extend(self.inner_starts(&leaf));
        let last = leaf.pieces.last().map_or(0, |piece| piece.end);
        for (n, start) in starts.iter().enumerate() {
            let end = starts.get(n + 1).map_or(last, |next| {
                let before = leaf.pieces.partition_point(|piece| piece.end <= *next);
                before.checked_sub(1).map_or(*next, |piece| leaf.pieces[piece].end)
            });
            self.part(&leaf, *start..end, n == 0);
        }
    }

    /// Where lines inside a paragraph begin something of their own: a bullet that Markdown does not know, a number, a
    /// speaker.
    pub(super) fn inner_starts(&self, leaf: &Leaf) -> Vec<usize> {
        if self.heading.is_some() {
            return Vec::new();
        }
        let styles = outermost(leaf.styles.iter().map(|style| style.span));
        let begins = |at: &usize| {
            let before = self.text[..*at].trim_end();
            let line = self.text[*at..].lines().next().unwrap_or_default();
            let styled = is_inside(&styles, Span::new(at.saturating_sub(1), *at + 1));
            let marked = marker::marker(line).is_some() && before.ends_with(['.', '?', '!', ';', ':', ')', '。']);
            !styled && (marked || turns::begins(line))
        };
        let mut starts: Vec<usize> = leaf
            .breaks
            .iter()
            .filter_map(|at| {
                let next = leaf.pieces.partition_point(|piece| piece.start < *at);
                leaf.pieces.get(next).map(|piece| piece.start)
            })
            .collect();
        starts.dedup();
        starts.retain(begins);
        starts
    }

    /// One passage of the leaf block.
    pub(super) fn part(&mut self, leaf: &Leaf, range: Range<usize>, first: bool) {
        let span = Span::new(range.start, range.end);
        let mut draft = PassageDraft::new(PassageKind::Paragraph, span);
        // Both lists are sorted by where they start: a block of many parts is not gone through for each of them.
        let markup = leaf.markup[leaf.markup.partition_point(|markup| markup.span.start < span.start)..].iter();
        let markup = markup.take_while(|markup| markup.span.start < span.end);
        draft.passage.markup = markup.filter(|markup| span.contains(markup.span)).cloned().collect();
        let styles = leaf.styles[leaf.styles.partition_point(|style| style.span.start < span.start)..].iter();
        let styles = styles.take_while(|style| style.span.start < span.end);
        draft.passage.styles = styles.filter(|style| span.contains(style.span)).cloned().collect();
        draft.alone = leaf.breaks.is_empty();
        let item = self.items.last_mut().filter(|_| first).and_then(Option::take);
        let heading = self.heading.filter(|(_, start)| !is_underlined_sentence(self.text, *start, range.clone()));
        if let Some((level, start)) = heading {
            draft.passage.kind = PassageKind::Heading;
            draft.class = Some(Class::Markdown(level));
            let mark = self.text[start..range.start].trim_end();
            let hashes = mark.bytes().take_while(|byte| *byte == b'#').count();
            if hashes > 0 && hashes == mark.len() {
                draft.passage.marker = Some(Span::new(start, start + hashes));
            }
        } else if self.notes > 0 {
            draft.passage.kind = PassageKind::Note;
        } else if let Some(start) = item {
            draft.passage.kind = PassageKind::Item;
            draft.passage.level = u8::try_from(self.lists.clamp(1, DEEPEST)).unwrap_or(1);
            let mark = self.text.get(start..range.start).map_or("", str::trim_end);
            let mark = mark.split_whitespace().next().unwrap_or_default();
            if !mark.is_empty() {
                draft.passage.marker = Some(Span::new(start, start + mark.len()));
                let digits = mark.trim_end_matches(['.', ')']);
                if digits.starts_with(|c: char| c.is_ascii_digit()) {
                    // A numbered list at the top is what its author numbers: paragraphs of a communiqué.
                    draft.passage.number = Some(Span::new(start, start + digits.len()));
                    if self.lists == 1 {
                        draft.passage.kind = PassageKind::Paragraph;
                        draft.passage.level = 0;
                    }
                } else {
                    draft.bullet = mark.chars().next();
                }
            }
        } else if self.quotes > 0 {
            draft.passage.kind = PassageKind::Quote;
        } else {
            html::printed(self.text, &mut draft);
            bold_heading(self.text, &mut draft);
            tight_heading(self.text, &mut draft);
        }
        self.out.push(draft);
    }

    pub(super) fn piece(&self, range: &Range<usize>) -> Piece {
        debug_assert!(range.start >= self.base);
        Piece { span: Span::new(range.start, range.end), page: None }
    }
}

impl Leaf {
    /// A struck word is shown as struck and read by nobody.
    pub(super) fn hide_deleted(&mut self) {
        let deleted =
            outermost(self.styles.iter().filter(|style| style.kind == StyleKind::Deleted).map(|style| style.span));
        self.markup.retain(|markup| !is_inside(&deleted, markup.span));
        self.markup.extend(deleted.into_iter().map(|span| Markup { span, shows: String::new() }));
        order::sort_by_key(&mut self.markup, |markup| markup.span);
    }

    /// The innermost open style ends.
    pub(super) fn close(&mut self) {
        let Some((kind, target, Some(start))) = self.open.pop() else { return };
        let end = self.pieces.last().map_or(start, |piece| piece.end);
        if kind == StyleKind::Link && target.as_deref().is_none_or(|target| matches!(target, "" | "#")) {
            return;
        }
        if start < end {
            self.styles.push(Style { span: Span::new(start, end), kind, target });
        }
    }
}

/// Longest heading in bold letters, in characters.
const MAX_BOLD_HEADING_CHARS: usize = 110;

/// True for a long sentence above a rule: the rule parts it from what follows, though its shape underlines a heading.
fn is_underlined_sentence(text: &str, start: usize, range: Range<usize>) -> bool {
    let words = text.get(range).unwrap_or_default();
    !text[start..].starts_with('#') && words.ends_with('.') && words.chars().count() > MAX_BOLD_HEADING_CHARS
}

/// "##Ports": a heading whose blank is missing, as in plain text.
fn tight_heading(text: &str, draft: &mut PassageDraft) {
    let Piece { span, .. } = draft.passage.pieces[0];
    let start = span.start as usize;
    let escaped = text[..start].ends_with('\\');
    let Some((level, from, to)) = headings::atx(span.of(text)).filter(|_| draft.alone && !escaped) else { return };
    draft.passage.kind = PassageKind::Heading;
    draft.class = Some(Class::Markdown(level));
    draft.passage.marker = Some(Span::new(start, start + usize::from(level)));
    draft.passage.pieces[0].span = Span::new(start + from, start + to);
}

/// A paragraph that is bold as a whole and short is a heading, as in plain text.
fn bold_heading(text: &str, draft: &mut PassageDraft) {
    let span = draft.passage.pieces[0].span;
    let bold = draft.passage.styles.iter().any(|style| style.kind == StyleKind::Strong && style.span == span);
    let words = span.of(text);
    if bold
        && draft.passage.kind == PassageKind::Paragraph
        && draft.alone
        && words.chars().count() <= MAX_BOLD_HEADING_CHARS
        && !words.ends_with(['.', ',', ';'])
    {
        draft.passage.kind = PassageKind::Heading;
        draft.class = Some(Class::Bold);
    }
}
