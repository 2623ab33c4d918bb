//! Markdown by CommonMark and GitHub's extensions, as blocks over the source text.
//!
//! In: a text that is Markdown. Out: the same blocks as for plain text. `pulldown-cmark` says what is markup and where it
//! stands; what it shows becomes pieces, all between them is hidden. HTML blocks go through the reader of pages, code is
//! of kind `code`, footnotes are notes. What a communiqué adds (numbered paragraphs, other bullets, speakers) is found in
//! the paragraphs, as in plain text.

mod embedded;
mod inline;
mod leaf;
mod loose;
mod tags;

use std::ops::Range;

use entente_corpus::{Markup, Style, StyleKind};
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use self::loose::LooseMarks;
use super::blocks::PassageDraft;
use super::{blocks, line};

/// Deepest level of a list that is distinguished from others.
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
    let loose = LooseMarks::of(text);
    let tags = tags::find(text);
    let shown = tags::blanked(text, &tags);
    let mut reader = MarkdownReader { text, base, out, loose, tags, ..MarkdownReader::default() };
    for (event, range) in Parser::new_ext(&shown[base..], options).into_offset_iter() {
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
    loose: LooseMarks,
    tags: Vec<Range<usize>>,
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
                self.text_run(range, &words);
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
                if let Some((row, _)) = self.row.as_mut() {
                    let mut cell = cell.unwrap_or_default();
                    cell.hide_deleted();
                    let whole = cell.pieces.first().zip(cell.pieces.last());
                    // A cell without words is an empty piece, so that columns stay columns.
                    let at = row.pieces.last().map_or(range.start, |last| last.end.max(range.start));
                    row.pieces.push(whole.map_or(at..at, |(first, last)| first.start..last.end));
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
            (
                "##06 Ports\n\n\\## Ports\n\n#ports\n",
                vec!["heading 06 Ports", "paragraph ## Ports", "paragraph #ports"],
            ),
            ("> Quoted\n> words.\n", vec!["quote Quoted words."]),
            (
                "```\nlet a = 1;\n\nlet b = 2;\n```\n\n    indented\n",
                vec!["code let a = 1; let b = 2;", "code indented"],
            ),
            ("- one\n- two\n  - deep\n", vec!["item one", "item two", "item deep"]),
            ("| A | B |\n|---|---|\n| 1 | 2 |\n", vec!["row A B", "row 1 2"]),
            ("| A | B |\n|---|---|\n| ~~1~~ 3 | 2 |\n", vec!["row A B", "row 3 2"]),
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
    fn a_long_sentence_above_a_rule_is_no_heading() {
        let sentence = format!("The ports of the two states {}.", "are open and stay open ".repeat(5).trim_end());
        assert_eq!(read(&format!("{sentence}\n---\n")), [format!("paragraph {sentence}")]);
        assert_eq!(read("The ports are open.\n---\n"), ["heading The ports are open."]);
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
