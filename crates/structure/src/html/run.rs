//! Words that stand together: from the first to the last, with the tags between them as markup.

use std::collections::BTreeMap;

use entente_corpus::{Markup, PassageKind, Style, StyleKind};
use entente_text::Span;
use entente_text::order;

use super::super::blocks::PassageDraft;
use super::Page;
use super::references::{Within, reference};
use super::token::TokenKind;
use super::tree::{Element, is_block};

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

/// Longest address of a link, in bytes: no browser opens more, and each passage around which the link stands repeats it.
const MAX_ADDRESS_BYTES: usize = 4_096;
/// Longest mark of a note, in bytes.
const MAX_NOTE_MARK_BYTES: usize = 8;

/// The end tag of the raised mark of a note that the token `n` begins: a number in `<sup>` that is a link, or follows a
/// word. A mark is read as none of the words, so that it fuses with no number before it; powers ("10<sup>6</sup>",
/// "km<sup>2</sup>") and ordinals ("20<sup>th</sup>") are no marks.
fn note_mark(page: &Page, n: usize) -> Option<usize> {
    let TokenKind::Start(name) = &page.tokens[n].kind else { return None };
    if name != "sup" {
        return None;
    }
    let inside = page.tokens.iter().enumerate().skip(n + 1).take(6);
    let close = inside.clone().find(|(_, token)| matches!(&token.kind, TokenKind::End(name) if name == "sup"))?.0;
    let (mut words, mut linked) = (String::new(), false);
    for token in &page.tokens[n + 1..close] {
        match &token.kind {
            TokenKind::Text | TokenKind::Verbatim => words.push_str(page.text[token.start..token.end].trim()),
            TokenKind::Start(name) => linked |= name == "a",
            _ => {}
        }
    }
    let mark = words.trim_matches(['[', ']', '(', ')']);
    let shaped = !mark.is_empty()
        && mark.len() <= MAX_NOTE_MARK_BYTES
        && mark.chars().all(|c| c.is_ascii_digit() || matches!(c, '*' | '†' | '‡' | ',' | ' '));
    let before =
        page.text[..page.tokens[n].start].trim_end_matches(|c: char| !c.is_alphanumeric() && c != '.' && c != ',');
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let power = word == "10"
        || word == "2"
        || matches!(word, "m" | "km" | "cm" | "mm" | "ft" | "mi" | "s")
        || word.len() == 1 && word.starts_with(char::is_alphabetic);
    (shaped && (linked || !power)).then_some(close)
}

/// A run of words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Run {
    /// First token of words.
    pub(super) first: usize,
    /// Last token of words.
    last: usize,
    /// First byte that shows something.
    start: usize,
    /// After the last.
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
            let found =
                if c == '&' && page.tokens[n].kind == TokenKind::Text { reference(rest, Within::Text) } else { None };
            let (length, shows) = found.map_or((c.len_utf8(), c), |(length, shown)| (length, shown.first()));
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
    pub(super) fn draft(&self, page: &Page) -> PassageDraft {
        let mut draft = PassageDraft::new(PassageKind::Paragraph, self.span());
        self.mark(page, &mut draft);
        draft
    }

    /// Adds its markup and styles to `draft`.
    pub(super) fn mark(&self, page: &Page, draft: &mut PassageDraft) {
        let mut hidden = 0;
        for n in self.first..=self.last {
            let token = &page.tokens[n];
            if n < hidden {
                continue;
            }
            if let Some(close) = note_mark(page, n).filter(|close| *close <= self.last) {
                let span = Span::new(token.start, page.tokens[close].end);
                draft.passage.markup.push(Markup { span, shows: String::new() });
                hidden = close + 1;
                continue;
            }
            let shows = match &token.kind {
                TokenKind::Verbatim => continue,
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
            match reference(&page.text[at..end], Within::Text) {
                Some((length, shown)) => {
                    let shows = shown.chars().collect();
                    markup.push(Markup { span: Span::new(at, at + length), shows });
                    at += length;
                }
                None => at += 1,
            }
        }
    }

    /// The styles of its words: of the elements around its beginning and of those that begin inside. Elements of one kind that
    /// lie in each other may be hundreds, so a word has a style once. Of links it has the innermost.
    fn styles(&self, page: &Page, styles: &mut Vec<Style>) {
        let elements = &page.tree.elements;
        let after = elements.partition_point(|element| element.open < self.first);
        let inside = (after..elements.len()).take_while(|at| elements[*at].open <= self.last);
        // The end of the last style of each kind, in tokens.
        let mut ends: BTreeMap<StyleKind, usize> = BTreeMap::new();
        let mut around: Vec<usize> = page.tree.outwards(page.tree.around[self.first]).collect();
        let mut innermost =
            around.iter().copied().filter(|at| elements[*at].name == "a" && address(&elements[*at]).is_some());
        let link = innermost.next();
        around.reverse();
        for at in around.into_iter().chain(inside) {
            let element = &elements[at];
            let Some((_, kind)) = STYLES.iter().find(|(name, _)| *name == element.name) else { continue };
            let target = address(element);
            if *kind == StyleKind::Link {
                if target.is_none() || element.open < self.first && link != Some(at) {
                    continue;
                }
            } else if ends.get(kind).is_some_and(|end| element.close <= *end) {
                continue;
            }
            ends.insert(*kind, element.close);
            let start = page.tokens[element.open].end.max(self.start);
            let end = page.tokens.get(element.close).map_or(page.text.len(), |token| token.start).min(self.end);
            if start < end {
                let target = target.filter(|_| *kind == StyleKind::Link).map(str::to_owned);
                styles.push(Style { span: Span::new(start, end), kind: *kind, target });
            }
        }
        order::sort_by_key(styles, |style| (style.span, style.kind));
    }
}

/// The address that an element links to.
fn address(element: &Element) -> Option<&str> {
    let address = element.attribute("href").map(str::trim)?;
    (!matches!(address, "" | "#") && address.len() <= MAX_ADDRESS_BYTES).then_some(address)
}
