//! Markdown by CommonMark and GitHub's extensions, as blocks over the source text.
//!
//! In: a text that is Markdown. Out: the same blocks as for plain text. `pulldown-cmark` says what is markup and where it
//! stands; what it shows becomes pieces, all between them is hidden. HTML blocks go through the reader of pages, code is
//! of kind `code`, footnotes are notes. What a communiqué adds (numbered paragraphs, other bullets, speakers) is found in
//! the paragraphs, as in plain text.

use std::ops::Range;

use entente_corpus::{Markup, PassageKind, Piece, Style, StyleKind};
use entente_text::Span;
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use super::blocks::{self, PassageDraft};
use super::headings::Class;
use super::nesting::{is_inside, outermost};
use super::{html, line, marker, turns};

/// Deepest list that is told apart.
const DEEPEST: usize = 12;

/// The blocks of `text`, in order.
pub(crate) fn drafts(text: &str) -> Vec<PassageDraft> {
    let lines = line::lines(text);
    let mut out = Vec::new();
    let front = blocks::front_matter(text, &lines, &mut out);
    let base = lines.get(front).map_or(text.len(), |line| if front == 0 { 0 } else { line.content.start as usize });
    let mut options = Options::empty();
    options.insert(Options::ENABLE_TABLES);
    options.insert(Options::ENABLE_STRIKETHROUGH);
    options.insert(Options::ENABLE_FOOTNOTES);
    options.insert(Options::ENABLE_TASKLISTS);
    let mut reader = MarkdownReader { text, base, out, ..MarkdownReader::default() };
    for (event, range) in Parser::new_ext(&text[base..], options).into_offset_iter() {
        reader.event(event, range.start + base..range.end + base);
    }
    reader.end();
    reader.out
}

/// A leaf block that is being read.
#[derive(Default)]
struct Leaf {
    /// Bytes of what it shows, one run a cell or a line of code.
    pieces: Vec<Range<usize>>,
    markup: Vec<Markup>,
    styles: Vec<Style>,
    /// Styles that are open: kind, target, where the first shown byte stands.
    open: Vec<(StyleKind, Option<String>, Option<usize>)>,
    /// What hidden bytes before the next shown one show: a line break is a blank.
    gap: &'static str,
    /// Line breaks in it.
    breaks: Vec<usize>,
}

#[derive(Default)]
struct MarkdownReader<'a> {
    text: &'a str,
    base: usize,
    out: Vec<PassageDraft>,
    leaf: Option<Leaf>,
    lists: usize,
    /// Items whose first words are not read yet, and where their mark begins.
    items: Vec<Option<usize>>,
    /// Items of the innermost list so far, and where one without words begins.
    list_items: usize,
    bare: Option<usize>,
    quotes: usize,
    notes: usize,
    heading: Option<(u8, usize)>,
    code: bool,
    row: Option<(Leaf, bool)>,
    tables: u32,
    page: Option<Range<usize>>,
    /// What stands in its bytes and belongs to what is around it.
    margins: Vec<Range<usize>>,
}

impl MarkdownReader<'_> {
    fn event(&mut self, event: Event, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.close(tag, range),
            Event::Text(words) => {
                if self.page.is_some() {
                    return;
                }
                let words: &str = &words;
                self.show(range, words);
            }
            Event::Code(words) => self.inline_code(range, &words),
            Event::Html(_) => match &mut self.page {
                Some(page) => {
                    // The marks of the quote or list around stand before each line of it.
                    if page.end < range.start {
                        self.margins.push(page.end..range.start);
                    }
                    page.end = page.end.max(range.end);
                }
                None => self.page = Some(range),
            },
            Event::InlineHtml(tag) => {
                let is_break = tag.get(1..3).is_some_and(|name| name.eq_ignore_ascii_case("br"));
                if is_break && let Some(leaf) = self.leaf.as_mut() {
                    leaf.gap = " ";
                }
                self.inline_tag(&tag);
            }
            Event::SoftBreak | Event::HardBreak => {
                if let Some(leaf) = self.leaf.as_mut() {
                    leaf.gap = " ";
                    leaf.breaks.push(range.end);
                }
            }
            // It draws a line and shows no words.
            Event::Rule => self.end(),
            Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
            Event::InlineMath(words) | Event::DisplayMath(words) => self.show(range, &words),
        }
    }

    fn start(&mut self, tag: Tag, range: Range<usize>) {
        let style = |kind| Some((kind, None));
        let styled = match tag {
            Tag::Emphasis => style(StyleKind::Emphasis),
            Tag::Strong => style(StyleKind::Strong),
            Tag::Strikethrough => style(StyleKind::Deleted),
            Tag::Superscript => style(StyleKind::Super),
            Tag::Subscript => style(StyleKind::Sub),
            Tag::Link { dest_url, .. } => Some((StyleKind::Link, Some(dest_url.to_string()))),
            Tag::Image { .. } => None,
            other => return self.start_block(other, range),
        };
        if let Some((kind, target)) = styled {
            self.leaf.get_or_insert_default().open.push((kind, target, None));
        }
    }

    fn start_block(&mut self, tag: Tag, range: Range<usize>) {
        self.end();
        match tag {
            Tag::Heading { level, .. } => self.heading = Some((level as u8, range.start)),
            Tag::BlockQuote(_) => self.quotes += 1,
            Tag::CodeBlock(kind) => {
                self.code = !matches!(kind, CodeBlockKind::Fenced(ref name) if name.as_ref() == "math")
            }
            // Its first line says where it begins.
            Tag::HtmlBlock => {}
            Tag::List(_) => {
                self.lists += 1;
                (self.list_items, self.bare) = (0, None);
            }
            Tag::Item => self.items.push(Some(range.start)),
            Tag::FootnoteDefinition(_) => self.notes += 1,
            Tag::Table(_) => self.tables += 1,
            Tag::TableHead => self.row = Some((Leaf::default(), true)),
            Tag::TableRow => self.row = Some((Leaf::default(), false)),
            _ => {}
        }
    }

    fn close(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link => {
                if let Some(leaf) = self.leaf.as_mut() {
                    leaf.close();
                }
                return;
            }
            TagEnd::Image => return,
            TagEnd::TableCell => {
                let cell = self.leaf.take();
                if let (Some((row, _)), Some(cell)) = (self.row.as_mut(), cell) {
                    let whole = cell.pieces.first().zip(cell.pieces.last());
                    row.pieces.extend(whole.map(|(first, last)| first.start..last.end));
                    row.markup.extend(cell.markup);
                    row.styles.extend(cell.styles);
                }
                return;
            }
            TagEnd::TableHead | TagEnd::TableRow => return self.end_row(range),
            TagEnd::HtmlBlock => return self.end_page(),
            _ => {}
        }
        self.end();
        match tag {
            TagEnd::Heading(_) => self.heading = None,
            TagEnd::BlockQuote(_) => self.quotes -= 1,
            TagEnd::CodeBlock => self.code = false,
            TagEnd::List(_) => {
                self.lists -= 1;
                if let Some(start) = self.bare.take().filter(|_| self.list_items == 1) {
                    self.keep_lone_mark(start);
                }
            }
            TagEnd::Item => {
                if let Some(Some(start)) = self.items.pop() {
                    self.bare.get_or_insert(start);
                }
                self.list_items += 1;
            }
            TagEnd::FootnoteDefinition => self.notes -= 1,
            _ => {}
        }
    }

    /// A list of one item without words is its dash: a form that is answered so says something.
    fn keep_lone_mark(&mut self, start: usize) {
        let line = self.text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
        let mark = line.trim_end();
        if mark == "-" {
            self.out.push(PassageDraft::new(PassageKind::Paragraph, Span::new(start, start + mark.len())));
        }
    }

    /// `words` are shown where `range` stands.
    fn show(&mut self, range: Range<usize>, words: &str) {
        if words.is_empty() || range.is_empty() {
            return;
        }
        let (text, code) = (self.text, self.code);
        let leaf = self.leaf.get_or_insert_default();
        if code {
            // Each line of code is a piece; its line end is none.
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

    fn inline_code(&mut self, range: Range<usize>, words: &str) {
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
    fn inline_tag(&mut self, tag: &str) {
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

    /// The leaf block ends.
    fn end(&mut self) {
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
        // A struck word is shown as struck and read by nobody.
        let deleted =
            outermost(leaf.styles.iter().filter(|style| style.kind == StyleKind::Deleted).map(|style| style.span));
        leaf.markup.retain(|markup| !is_inside(&deleted, markup.span));
        leaf.markup.extend(deleted.into_iter().map(|span| Markup { span, shows: String::new() }));
        leaf.markup.sort_by_key(|markup| markup.span);
        leaf.styles.sort_by_key(|style| (style.span, style.kind));
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
    fn inner_starts(&self, leaf: &Leaf) -> Vec<usize> {
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
    fn part(&mut self, leaf: &Leaf, range: Range<usize>, first: bool) {
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
        if let Some((level, start)) = self.heading {
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
        }
        self.out.push(draft);
    }

    fn end_row(&mut self, range: Range<usize>) {
        let Some((row, header)) = self.row.take() else { return };
        if row.pieces.is_empty() {
            return;
        }
        let mut draft = PassageDraft::new(PassageKind::Row, Span::new(range.start, range.end));
        draft.passage.pieces = row.pieces.iter().map(|piece| self.piece(piece)).collect();
        draft.passage.markup = row.markup;
        draft.passage.styles = row.styles;
        draft.passage.table = Some(self.tables.saturating_sub(1));
        draft.passage.header = header;
        self.out.push(draft);
    }

    /// The HTML block that was read goes through the reader of pages.
    fn end_page(&mut self) {
        let Some(range) = self.page.take() else { return };
        let margins = std::mem::take(&mut self.margins);
        let mut page = self.text[range.clone()].to_owned();
        for margin in &margins {
            let blank = " ".repeat(margin.len());
            page.replace_range(margin.start - range.start..margin.end - range.start, &blank);
        }
        let moved = |span: Span| Span::new(span.start as usize + range.start, span.end as usize + range.start);
        for mut draft in html::blocks(&page) {
            let passage = &mut draft.passage;
            passage.pieces.iter_mut().for_each(|piece| piece.span = moved(piece.span));
            passage.markup.iter_mut().for_each(|markup| markup.span = moved(markup.span));
            passage.styles.iter_mut().for_each(|style| style.span = moved(style.span));
            passage.marker = passage.marker.map(moved);
            passage.number = passage.number.map(moved);
            let extent = passage.extent();
            let inside = margins.iter().map(|margin| Span::new(margin.start, margin.end));
            let inside = inside.filter(|margin| extent.contains(*margin));
            passage.markup.extend(inside.map(|span| Markup { span, shows: String::new() }));
            passage.markup.sort_by_key(|markup| markup.span);
            // What surrounds the text of a page may be the text of a document.
            if passage.kind == PassageKind::Furniture {
                passage.kind = PassageKind::Paragraph;
            }
            self.out.push(draft);
        }
    }

    fn piece(&self, range: &Range<usize>) -> Piece {
        debug_assert!(range.start >= self.base);
        Piece { span: Span::new(range.start, range.end), page: None }
    }
}

impl Leaf {
    /// The innermost open style ends.
    fn close(&mut self) {
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

/// A paragraph that is bold as a whole and short is a heading, as in plain text.
fn bold_heading(text: &str, draft: &mut PassageDraft) {
    const MAX_BOLD_HEADING_CHARS: usize = 110;
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

#[cfg(test)]
mod tests {
    use entente_corpus::{PassageKind, ReadingText};

    use crate::{TextFormat, structure};

    /// Kind and reading text of each passage.
    fn read(text: &str) -> Vec<String> {
        let body = structure(text, TextFormat::Markdown).body;
        body.passages
            .iter()
            .map(|passage| format!("{} {}", passage.kind, ReadingText::of(&body, passage).text))
            .collect()
    }

    #[test]
    fn blocks_are_told_apart() {
        for (text, expected) in [
            (
                "# Ports\n\nOpen *again* since **Monday**.\n",
                vec!["heading Ports", "paragraph Open again since Monday."],
            ),
            ("Ports\n=====\n\nTwo\nlines.\n", vec!["heading Ports", "paragraph Two lines."]),
            ("> Quoted\n> words.\n", vec!["quote Quoted words."]),
            (
                "```\nlet a = 1;\n\nlet b = 2;\n```\n\n    indented\n",
                vec!["code let a = 1; let b = 2;", "code indented"],
            ),
            ("- one\n- two\n  - deep\n", vec!["item one", "item two", "item deep"]),
            ("| A | B |\n|---|---|\n| 1 | 2 |\n", vec!["row A B", "row 1 2"]),
            (
                "Thirty-six[^1] boats.\n\n[^1]: Of whom two sank.\n",
                vec!["paragraph Thirty-six boats.", "note Of whom two sank."],
            ),
            (
                "Four ~~five~~ boats &amp; [a port](https://example.org) \\* &hellip;\n",
                vec!["paragraph Four boats & a port * …"],
            ),
            ("<div>\n<p>In a <b>page</b></p>\n</div>\n", vec!["paragraph In a page"]),
            ("`code` and <sup>up</sup><br>down\n", vec!["paragraph code and up down"]),
            (
                "---\ntitle: T\n---\n\nText.\n",
                vec!["furniture ---", "furniture title: T", "furniture ---", "paragraph Text."],
            ),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn nothing_is_too_deep_or_too_long() {
        for mark in ["> ", "- ", "[", "*", "`", "<div>", "![", "_", "(", "\\", "&#", "|", "~"] {
            let text = mark.repeat(100_000);
            let body = structure(&text, TextFormat::Markdown).body;
            assert!(
                body.passages.iter().all(|passage| passage.kind != PassageKind::Code || !passage.pieces.is_empty())
            );
        }
    }
}
