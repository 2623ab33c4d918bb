//! HTML: the words of a page as passages, with its tags as markup over the source.
//!
//! In: the source text of a page. Out: blocks. It draws nothing and runs nothing: a tag is only
//! ever hidden, and what surrounds the text is kept as furniture. Words in scripts and styles are
//! none of the page's.

mod place;
mod references;
mod run;
mod table;
pub(crate) mod token;
mod tree;

use std::collections::{BTreeMap, BTreeSet};

use entente_corpus::PassageKind;
use entente_text::checkpoint;

pub(crate) use self::references::resolve;
use self::run::Run;
use self::token::{Token, TokenKind};
use self::tree::{Tree, is_block};
use super::blocks::PassageDraft;
use super::headings::{self, Class};
use super::line;
use super::marker::{self, MarkerKind};

/// True if `text` is a page of HTML: it begins with what only such pages begin with.
pub(crate) fn is_html(text: &str) -> bool {
    let mut rest = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    loop {
        let close = if rest.starts_with("<!--") {
            "-->"
        } else if rest.starts_with("<?xml") {
            "?>"
        } else {
            break;
        };
        let Some(end) = rest.find(close) else { return false };
        rest = rest[end + close.len()..].trim_start();
    }
    let head = rest.get(..rest.char_indices().nth(15).map_or(rest.len(), |(at, _)| at)).unwrap_or("");
    let head = head.to_ascii_lowercase();
    ["<!doctype html", "<html", "<head>", "<head ", "<body>", "<body "].iter().any(|begin| head.starts_with(begin))
}

/// True if something in `text` is a tag, a comment or a character reference.
pub(crate) fn has_markup(text: &str) -> bool {
    text.match_indices(['<', '&']).any(|(at, mark)| {
        let after = &text[at + 1..];
        let letter = |rest: &str| rest.starts_with(|c: char| c.is_ascii_alphabetic());
        match mark {
            // "</ port >" is a comment to browsers.
            "<" => letter(after) || after.starts_with(['!', '?', '/']),
            _ => references::reference(&text[at..], references::Within::Text).is_some(),
        }
    })
}

/// The blocks of the page `text`, after the front matter that some sites keep in it.
pub(super) fn drafts(text: &str) -> Vec<PassageDraft> {
    let mut out = Vec::new();
    super::blocks::front_matter(text, &line::lines(text), &mut out);
    let Some(last) = out.last() else { return blocks(text) };
    let end = last.passage.extent().end as usize;
    out.extend(blocks(&format!("{}{}", " ".repeat(end), &text[end..])));
    out
}

/// The blocks of the page `text`.
pub(super) fn blocks(text: &str) -> Vec<PassageDraft> {
    let tokens = token::tokens(text);
    let tree = tree::tree(text, &tokens);
    let furniture = place::furniture(text, &tokens, &tree);
    let tables = table::tables(text, &tokens, &tree);
    let page = Page { text, tokens: &tokens, tree: &tree, furniture: &furniture, tables: &tables };
    let mut reader = PageReader {
        page: &page,
        open: None,
        row: None,
        breaks: 0,
        out: Vec::new(),
        moved: BTreeMap::new(),
        tables: BTreeMap::new(),
        items: BTreeSet::new(),
    };
    for n in 0..tokens.len() {
        reader.token(n);
    }
    reader.end_row();
    reader.end_run();
    reader.in_order()
}

/// A page taken apart.
struct Page<'a> {
    text: &'a str,
    tokens: &'a [Token],
    tree: &'a Tree,
    furniture: &'a [bool],
    tables: &'a table::Tables,
}

impl Page<'_> {
    fn name(&self, element: usize) -> &str {
        &self.tree.elements[element].name
    }

    /// The table around `inner`, where no cell or caption of it is.
    fn outside_cells(&self, inner: Option<usize>) -> Option<usize> {
        const PARTS: &[&str] = &["td", "th", "caption", "table", "tbody", "thead", "tfoot", "tr", "colgroup"];
        let part = self.nearest(inner, PARTS)?;
        if matches!(self.name(part), "td" | "th" | "caption") { None } else { self.nearest(Some(part), &["table"]) }
    }

    /// The nearest element around `inner` that has one of `names`.
    fn nearest(&self, inner: Option<usize>, names: &[&str]) -> Option<usize> {
        self.tree.outwards(inner).find(|at| names.contains(&self.name(*at)))
    }
}

struct PageReader<'a> {
    page: &'a Page<'a>,
    /// The run of words that is being read.
    open: Option<Run>,
    /// The row of a table that is being read, with its cells' words.
    row: Option<(usize, BTreeMap<usize, Run>)>,
    /// Line breaks since the last word: two end a paragraph.
    breaks: u8,
    out: Vec<PassageDraft>,
    /// What stands in a table and in none of its cells, by the number of blocks before the table: browsers show it there.
    moved: BTreeMap<usize, Vec<PassageDraft>>,
    /// The number of blocks before each table, by the table's start tag.
    tables: BTreeMap<usize, usize>,
    /// List items whose first words are read.
    items: BTreeSet<usize>,
}

impl PageReader<'_> {
    fn token(&mut self, n: usize) {
        checkpoint();
        let page = self.page;
        match &page.tokens[n].kind {
            TokenKind::Text | TokenKind::Verbatim => self.words(n),
            TokenKind::Aside => {}
            TokenKind::Start(name) | TokenKind::End(name) => {
                if name == "br" {
                    self.breaks = self.breaks.saturating_add(1);
                    if self.breaks == 2 {
                        self.end_run();
                    }
                } else if is_block(name) {
                    self.end_run();
                }
                if name == "table" && page.tokens[n].kind == TokenKind::Start(name.clone()) {
                    self.end_row();
                    self.tables.insert(n, self.out.len());
                }
            }
        }
    }

    fn words(&mut self, n: usize) {
        let page = self.page;
        if page.tree.outwards(page.tree.around[n]).any(|at| page.name(at) == "head") {
            return;
        }
        if let Some(table) = page.outside_cells(page.tree.around[n]) {
            let Some(words) = Run::of(page, n, page.tokens[n].start, page.tokens[n].end) else { return };
            let mut draft = words.draft(page);
            if page.tree.outwards(page.tree.around[n]).any(|at| page.furniture[at]) {
                draft.passage.kind = PassageKind::Furniture;
            }
            let before = self.tables.get(&page.tree.elements[table].open).copied();
            self.moved.entry(before.unwrap_or(self.out.len())).or_default().push(draft);
            return;
        }
        let Some(cell) = page.tables.cell(page.tree, page.tree.around[n]) else {
            self.end_row();
            let lines = page.nearest(page.tree.around[n], &["pre"]).is_some();
            for (start, end) in parts(page, n, lines) {
                if let Some(words) = Run::of(page, n, start, end) {
                    match self.open.as_mut() {
                        Some(run) if start == page.tokens[n].start => run.extend(&words),
                        _ => {
                            self.end_run();
                            self.open = Some(words);
                        }
                    }
                    self.breaks = 0;
                }
            }
            return;
        };
        self.end_run();
        let token = &page.tokens[n];
        let Some(words) = Run::of(page, n, token.start, token.end) else { return };
        if self.row.as_ref().is_some_and(|(row, _)| *row != cell.row) {
            self.end_row();
        }
        let (_, cells) = self.row.get_or_insert_with(|| (cell.row, BTreeMap::new()));
        cells.entry(cell.cell).and_modify(|run| run.extend(&words)).or_insert(words);
    }

    /// All blocks, with what was moved before its table.
    fn in_order(self) -> Vec<PassageDraft> {
        if self.moved.is_empty() {
            return self.out;
        }
        let mut moved = self.moved;
        let count = self.out.len();
        let mut out = Vec::with_capacity(count);
        for (n, draft) in self.out.into_iter().enumerate() {
            out.extend(moved.remove(&n).unwrap_or_default());
            out.push(draft);
        }
        out.extend(moved.remove(&count).unwrap_or_default());
        out
    }

    fn end_row(&mut self) {
        let Some((row, cells)) = self.row.take() else { return };
        let surrounds = self.page.furniture[row];
        let mut draft = table::row(self.page, row, &cells);
        if surrounds {
            draft.passage.kind = PassageKind::Furniture;
            draft.passage.table = None;
        }
        self.out.push(draft);
    }

    fn end_run(&mut self) {
        let Some(run) = self.open.take() else { return };
        self.breaks = 0;
        let page = self.page;
        let mut draft = run.draft(page);
        let inner = page.tree.around[run.first];
        let names =
            ["h1", "h2", "h3", "h4", "h5", "h6", "li", "dd", "blockquote", "q", "figcaption", "caption", "summary"];
        let nearest = page.nearest(inner, &names);
        let item = nearest.filter(|at| page.name(*at) == "li" && !self.items.contains(at));
        self.items.extend(item);
        if page.tree.outwards(inner).any(|at| page.furniture[at]) {
            draft.passage.kind = PassageKind::Furniture;
        } else if let Some(level) = nearest.and_then(|at| page.name(at).strip_prefix('h')?.parse().ok()) {
            draft.passage.kind = PassageKind::Heading;
            draft.class = Some(Class::Markdown(level));
        } else if let Some(item) = item {
            draft.passage.kind = PassageKind::Item;
            let lists = page.tree.outwards(Some(item)).filter(|at| matches!(page.name(*at), "ul" | "ol")).count();
            draft.passage.level = u8::try_from(lists.max(1)).unwrap_or(u8::MAX);
        } else if nearest.is_some_and(|at| matches!(page.name(at), "figcaption" | "caption")) {
            draft.passage.kind = PassageKind::Caption;
        } else {
            let quoted = page.nearest(inner, &["blockquote"]).is_some();
            draft.passage.kind = if quoted { PassageKind::Quote } else { PassageKind::Paragraph };
            printed(page.text, &mut draft);
        }
        self.out.push(draft);
    }
}

/// A paragraph may print its own mark or be a heading by its words, as in plain text.
pub fn printed(text: &str, draft: &mut PassageDraft) {
    let span = draft.passage.pieces[0].span;
    let words = span.of(text);
    let marked = marker::marker(words).filter(|marker| {
        // The mark is markup's neighbour, not broken by it.
        let end = span.start as usize + marker.length;
        draft.passage.markup.first().is_none_or(|markup| markup.span.start as usize >= end)
    });
    if let Some(marker) = marked {
        let from = span.start as usize;
        draft.passage.marker = Some(entente_text::Span::new(from, from + marker.mark));
        draft.passage.pieces[0].span.start += u32::try_from(marker.length).unwrap_or(0);
        match marker.kind {
            MarkerKind::Bullet(bullet) => {
                draft.passage.kind = PassageKind::Item;
                draft.bullet = Some(bullet);
            }
            MarkerKind::Note => draft.passage.kind = PassageKind::Note,
            MarkerKind::Number => {
                let number = marker::bare(&words[..marker.mark]);
                draft.passage.number = Some(entente_text::Span::new(from + number.start, from + number.end));
            }
        }
    } else if draft.passage.markup.is_empty()
        && let Some(class) = headings::class(words)
    {
        draft.passage.kind = PassageKind::Heading;
        draft.class = Some(class);
    }
}

/// A text in parts: in preformatted text, a blank line ends a passage.
fn parts(page: &Page, n: usize, lines: bool) -> Vec<(usize, usize)> {
    let token = &page.tokens[n];
    if !lines {
        return vec![(token.start, token.end)];
    }
    let mut out = Vec::new();
    let (mut start, mut at) = (token.start, token.start);
    for line in page.text[token.start..token.end].split_inclusive('\n') {
        if line.trim().is_empty() && start < at {
            out.push((start, at));
            start = at;
        }
        at += line.len();
    }
    out.push((start, at));
    out
}

#[cfg(test)]
mod tests;
