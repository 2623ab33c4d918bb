//! What stands inside a leaf block: shown text, code, HTML tags inside lines, and what is hidden.

use std::ops::Range;

use entente_corpus::{Markup, PassageKind, StyleKind};
use entente_text::Span;

use super::super::blocks::PassageDraft;
use super::MarkdownReader;

impl MarkdownReader<'_> {
    /// A list of one item without words is its dash: a form that is answered so says something.
    pub(super) fn keep_lone_mark(&mut self, start: usize) {
        let line = self.text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
        let mark = line.trim_end();
        if mark == "-" {
            self.out.push(PassageDraft::new(PassageKind::Paragraph, Span::new(start, start + mark.len())));
        }
    }

    /// A run of text: shown without the tags of templates.
    pub(super) fn text_run(&mut self, range: Range<usize>, words: &str) {
        let first = self.tags.partition_point(|tag| tag.end <= range.start);
        let after = self.tags.partition_point(|tag| tag.start < range.end);
        if self.code || first >= after {
            return self.untagged_run(range, words);
        }
        let tags = std::mem::take(&mut self.tags);
        let mut at = range.start;
        for tag in &tags[first..after] {
            self.show_source(at..tag.start);
            at = tag.end.min(range.end);
        }
        self.tags = tags;
        self.show_source(at..range.end);
    }

    /// What stands in `range` is shown as it is.
    fn show_source(&mut self, range: Range<usize>) {
        let text = self.text;
        let words = text.get(range.clone()).unwrap_or_default();
        self.untagged_run(range, words);
    }

    /// A run of text: shown, but for loose marks of emphasis, which set what is between them.
    fn untagged_run(&mut self, range: Range<usize>, words: &str) {
        let text = self.text;
        let is_plain = !self.code && text.get(range.clone()) == Some(words);
        let marks = if is_plain { self.loose.inside(&range).to_vec() } else { Vec::new() };
        if marks.is_empty() {
            return self.show(range, words);
        }
        let mut at = range.start;
        for mark in marks {
            if mark.start >= range.start {
                self.show(at..mark.start, &text[at..mark.start]);
                let leaf = self.leaf.get_or_insert_default();
                if mark.opens { leaf.open.push((StyleKind::Strong, None, None)) } else { leaf.close() }
            }
            at = mark.end().min(range.end);
        }
        self.show(at..range.end, &text[at..range.end]);
    }

    /// `words` are shown where `range` stands.
    pub(super) fn show(&mut self, range: Range<usize>, words: &str) {
        if words.is_empty() || range.is_empty() {
            return;
        }
        let (text, code) = (self.text, self.code);
        let leaf = self.leaf.get_or_insert_default();
        if code {
            // Each line of code is a piece; its line end is not.
            let printed = text[range.clone()].trim_end_matches(['\n', '\r']);
            if !printed.is_empty() {
                leaf.pieces.push(range.start..range.start + printed.len());
            }
            return;
        }
        match leaf.pieces.last().map(|last| last.end) {
            Some(end) if end < range.start => {
                let shows = if leaf.gap.is_empty() { "" } else { " " };
                leaf.markup.push(Markup { span: Span::new(end, range.start), shows: shows.to_owned() });
            }
            Some(end) if end > range.start => return,
            _ => {}
        }
        leaf.gap = "";
        if text.get(range.clone()) != Some(words) {
            leaf.markup.push(Markup { span: Span::new(range.start, range.end), shows: words.to_owned() });
        }
        // What was opened before one that has begun has begun as well.
        for (.., start) in leaf.open.iter_mut().rev().take_while(|(.., start)| start.is_none()) {
            *start = Some(range.start);
        }
        leaf.pieces.push(range);
    }

    pub(super) fn inline_code(&mut self, range: Range<usize>, words: &str) {
        let source = &self.text[range.clone()];
        let ticks = source.bytes().take_while(|byte| *byte == b'`').count();
        let inside = source.get(ticks..source.len().saturating_sub(ticks)).unwrap_or(source);
        let leaf = self.leaf.get_or_insert_default();
        leaf.open.push((StyleKind::Code, None, None));
        let shown = match inside.find(words) {
            Some(at) if !words.is_empty() => range.start + ticks + at..range.start + ticks + at + words.len(),
            _ => range,
        };
        self.show(shown, words);
        if let Some(leaf) = self.leaf.as_mut() {
            leaf.close();
        }
    }

    /// Tags that set words: `<sup>`, `<u>`, `<del>`.
    pub(super) fn inline_tag(&mut self, tag: &str) {
        const TAGS: &[(&str, StyleKind)] = &[
            ("u", StyleKind::Underline),
            ("b", StyleKind::Strong),
            ("strong", StyleKind::Strong),
            ("i", StyleKind::Emphasis),
            ("em", StyleKind::Emphasis),
            ("s", StyleKind::Deleted),
            ("del", StyleKind::Deleted),
            ("sup", StyleKind::Super),
            ("sub", StyleKind::Sub),
        ];
        let name = tag.trim_matches(['<', '>', '/', ' ']).to_ascii_lowercase();
        let Some((_, kind)) = TAGS.iter().find(|(known, _)| *known == name) else { return };
        let leaf = self.leaf.get_or_insert_default();
        if !tag.starts_with("</") {
            leaf.open.push((*kind, None, None));
        } else if leaf.open.last().is_some_and(|(open, ..)| open == kind) {
            leaf.close();
        }
    }
}
