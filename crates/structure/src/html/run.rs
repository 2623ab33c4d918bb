//! Words that stand together: from the first to the last, with the tags between them as markup.

use entente_corpus::{Markup, PassageKind, Style, StyleKind};
use entente_text::Span;

use super::super::blocks::Draft;
use super::Page;
use super::references::reference;
use super::token::TokenKind;
use super::tree::is_block;

/// Elements that set words in a way of their own.
const STYLES: &[(&str, StyleKind)] = &[
    ("b", StyleKind::Strong),
    ("strong", StyleKind::Strong),
    ("i", StyleKind::Emphasis),
    ("em", StyleKind::Emphasis),
    ("cite", StyleKind::Emphasis),
    ("u", StyleKind::Underline),
    ("ins", StyleKind::Underline),
    ("s", StyleKind::Deleted),
    ("strike", StyleKind::Deleted),
    ("del", StyleKind::Deleted),
    ("sup", StyleKind::Super),
    ("sub", StyleKind::Sub),
    ("code", StyleKind::Code),
    ("tt", StyleKind::Code),
    ("kbd", StyleKind::Code),
    ("a", StyleKind::Link),
];

/// A run of words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Run {
    /// First token of words.
    pub(super) first: usize,
    /// Last token of words.
    last: usize,
    /// First byte that shows something.
    start: usize,
    /// Behind the last.
    end: usize,
}

impl Run {
    /// What of the source's `start..end`, inside token `n`, shows something; `None` where it is all white space.
    pub(super) fn of(page: &Page, n: usize, start: usize, end: usize) -> Option<Self> {
        let mut run: Option<Self> = None;
        let mut at = start;
        while at < end {
            let rest = &page.text[at..end];
            let c = rest.chars().next()?;
            let (length, shows) = reference(rest).unwrap_or((c.len_utf8(), c));
            if !shows.is_whitespace() && !entente_text::fold::is_zero_width(shows) {
                run.get_or_insert(Self { first: n, last: n, start: at, end: at }).end = at + length;
            }
            at += length;
        }
        run
    }

    /// Goes on to the end of `other`.
    pub(super) fn extend(&mut self, other: &Self) {
        self.last = other.last;
        self.end = other.end;
    }

    /// Its bytes.
    pub(super) fn span(&self) -> Span {
        Span::new(self.start, self.end)
    }

    /// A passage of it alone.
    pub(super) fn draft(&self, page: &Page) -> Draft {
        let mut draft = Draft::new(PassageKind::Paragraph, self.span());
        self.mark(page, &mut draft);
        draft
    }

    /// Adds its markup and styles to `draft`.
    pub(super) fn mark(&self, page: &Page, draft: &mut Draft) {
        for n in self.first..=self.last {
            let token = &page.tokens[n];
            let shows = match &token.kind {
                TokenKind::Text => {
                    self.references(page, n, &mut draft.passage.markup);
                    continue;
                }
                TokenKind::Start(name) | TokenKind::End(name) if name == "br" || is_block(name) => " ",
                _ => "",
            };
            let span = Span::new(token.start, token.end);
            draft.passage.markup.push(Markup { span, shows: shows.to_owned() });
        }
        self.styles(page, &mut draft.passage.styles);
    }

    fn references(&self, page: &Page, n: usize, markup: &mut Vec<Markup>) {
        let token = &page.tokens[n];
        let (mut at, end) = (token.start.max(self.start), token.end.min(self.end));
        while let Some(found) = page.text[at..end].find('&') {
            at += found;
            match reference(&page.text[at..end]) {
                Some((length, c)) => {
                    markup.push(Markup { span: Span::new(at, at + length), shows: c.to_string() });
                    at += length;
                }
                None => at += 1,
            }
        }
    }

    /// The styles of its words: of the elements around its beginning and of those that begin inside.
    fn styles(&self, page: &Page, styles: &mut Vec<Style>) {
        let elements = &page.tree.elements;
        let behind = elements.partition_point(|element| element.open < self.first);
        let inside = (behind..elements.len()).take_while(|at| elements[*at].open <= self.last);
        for at in page.tree.outwards(page.tree.around[self.first]).chain(inside) {
            let element = &elements[at];
            let Some((_, kind)) = STYLES.iter().find(|(name, _)| *name == element.name) else { continue };
            let target = element.attribute("href").map(str::trim).filter(|target| !matches!(*target, "" | "#"));
            if *kind == StyleKind::Link && target.is_none() {
                continue;
            }
            let start = page.tokens[element.open].end.max(self.start);
            let end = page.tokens.get(element.close).map_or(page.text.len(), |token| token.start).min(self.end);
            if start < end {
                let target = target.filter(|_| *kind == StyleKind::Link).map(str::to_owned);
                styles.push(Style { span: Span::new(start, end), kind: *kind, target });
            }
        }
        styles.sort_by_key(|style| (style.span, style.kind));
    }
}
