//! Markup inside a passage: what hides, what shows instead, and how the source sets it.

use std::collections::BTreeMap;

use entente_corpus::{Body, Markup, Style, StyleKind};
use entente_text::Span;
use entente_text::order;

/// True if the text uses Markdown's marks: a star or an underscore in a plain text is only that.
pub(crate) fn is_markdown(text: &str) -> bool {
    let marks = ["**", "](", "~~", "</u>", "|---", "| ---"];
    marks.iter().any(|mark| text.contains(mark))
        || escapes(text)
        || text.lines().any(|line| super::headings::atx(line).is_some())
}

/// Lines of a paragraph that somebody has wrapped by hand.
const MIN_WRAPPED_LINES: usize = 4;

/// True if `text`, in a file whose name says Markdown, has no mark of it and lines that were wrapped by hand: what a scanner
/// or a printer has set, whose line ends mean more than a blank.
pub(crate) fn is_unmarked(text: &str) -> bool {
    const MARKS: &[&str] =
        &["*", "`", "\\", "](", "][", "]:", "[^", "</", "<!", "<a", "<b", "<p", "<d", " _", "\n_", "{{", "{%"];
    let (mut run, mut longest) = (0, 0);
    for line in text.lines() {
        let line = line.trim_end();
        let listed = line.trim_start().trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(". ")
            || ["- ", "+ ", "    ", "\t", "--", "==", ">", "|"].iter().any(|mark| line.starts_with(mark));
        if listed {
            return false;
        }
        run = if line.is_empty() { 0 } else { run + 1 };
        longest = longest.max(run);
    }
    longest >= MIN_WRAPPED_LINES && !is_markdown(text) && !MARKS.iter().any(|mark| text.contains(mark))
}

/// True if a backslash escapes something: "US\\$5", "1\\. First", "\\* note". In a drawing it is a line of it.
fn escapes(text: &str) -> bool {
    text.match_indices('\\').any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let mut after = text[at + 1..].chars();
        let (sign, next) = (after.next(), after.next());
        let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        match sign {
            Some('.' | ')') => word(before) && next == Some(' '),
            Some('*' | '#' | '-' | '+') => before.is_none_or(|c| c == '\n' || c == ' ') && next == Some(' '),
            Some('_' | '$' | '&' | '<' | '[' | ']' | '~') => word(next) && !matches!(before, Some('\\')),
            _ => false,
        }
    })
}

/// Finds the markup of every passage.
pub(crate) fn mark(body: &mut Body, markdown: bool) {
    let text = std::mem::take(&mut body.text);
    for passage in &mut body.passages {
        let mut found = InlineMarks::default();
        if let Some(debris) = glued(&text, passage.extent()) {
            found.hide(debris.start as usize, debris.end as usize);
        }
        for piece in passage.pieces.iter().filter(|_| markdown) {
            scan(&text, piece.span, &mut found);
        }
        order::sort_by_key(&mut found.markup, |markup| markup.span);
        found.markup.dedup_by(|b, a| b.span.start < a.span.end);
        order::sort_by_key(&mut found.styles, |style| (style.span, style.kind));
        passage.markup = found.markup;
        passage.styles = found.styles;
    }
    body.text = text;
}

/// A button's word that a conversion has glued to the line after it: "ListPage 83".
pub(crate) fn glued(text: &str, span: Span) -> Option<Span> {
    let words = span.of(text);
    let word = ["List", "Home", "Menu", "Print", "Share"].into_iter().find(|word| words.starts_with(word))?;
    let mut after = words[word.len()..].chars();
    let camel = after.next()?.is_uppercase() && after.next()?.is_lowercase();
    camel.then(|| Span::new(span.start as usize, span.start as usize + word.len()))
}

#[derive(Default)]
struct InlineMarks {
    markup: Vec<Markup>,
    styles: Vec<Style>,
    /// Lengths of the markup found so far, by where it starts.
    lengths: BTreeMap<usize, usize>,
    /// Where each tag is closed next; nothing where it is not any more.
    closes: BTreeMap<&'static str, Option<usize>>,
}

impl InlineMarks {
    fn hide(&mut self, start: usize, end: usize) {
        self.show(start, end, "");
    }

    fn show(&mut self, start: usize, end: usize, shows: &str) {
        self.lengths.insert(start, end - start);
        self.markup.push(Markup { span: Span::new(start, end), shows: shows.to_owned() });
    }

    fn style(&mut self, start: usize, end: usize, kind: StyleKind, target: Option<String>) {
        if start < end {
            self.styles.push(Style { span: Span::new(start, end), kind, target });
        }
    }
}

/// Marks that open and close alike.
const PAIRS: &[(&str, StyleKind)] =
    &[("**", StyleKind::Strong), ("__", StyleKind::Strong), ("~~", StyleKind::Deleted), ("`", StyleKind::Code)];
/// Tags that are read as styles; all others are text.
const TAGS: &[(&str, Option<StyleKind>)] = &[
    ("u", Some(StyleKind::Underline)),
    ("b", Some(StyleKind::Strong)),
    ("strong", Some(StyleKind::Strong)),
    ("i", Some(StyleKind::Emphasis)),
    ("em", Some(StyleKind::Emphasis)),
    ("s", Some(StyleKind::Deleted)),
    ("del", Some(StyleKind::Deleted)),
    ("sup", Some(StyleKind::Super)),
    ("sub", Some(StyleKind::Sub)),
    ("br", None),
];
/// Longest address of a link.
const MAX_ADDRESS_BYTES: usize = 4096;
/// Named character references that Markdown files carry.
const NAMED: &[(&str, &str)] = &[
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "'"),
    ("nbsp", " "),
    ("ndash", "–"),
    ("mdash", "—"),
    ("copy", "©"),
];

fn scan(text: &str, span: Span, found: &mut InlineMarks) {
    found.closes.clear();
    let words = span.of(text);
    let base = span.start as usize;
    let mut at = 0;
    while let Some(c) = words[at..].chars().next() {
        let rest = &words[at..];
        let next = at + c.len_utf8();
        at = match c {
            '\\' if rest[1..].starts_with(|c: char| c.is_ascii_punctuation()) => {
                found.hide(base + at, base + at + 1);
                at + 2
            }
            '*' | '_' | '~' | '`' => paired(words, at, base, found).unwrap_or(next),
            '[' | '!' => linked(text, words, at, base, found).unwrap_or(next),
            '<' => tagged(words, at, base, found).unwrap_or(next),
            '&' => referenced(words, at, base, found).unwrap_or(next),
            _ => next,
        };
    }
}

/// `**strong**`, `~~deleted~~`, `*emphasis*`; where it goes on after the opening mark.
fn paired(words: &str, at: usize, base: usize, found: &mut InlineMarks) -> Option<usize> {
    if let Some(length) = found.lengths.get(&(base + at)) {
        return Some(at + length);
    }
    let rest = &words[at..];
    let (mark, kind) = PAIRS.iter().copied().find(|(mark, _)| rest.starts_with(mark)).or_else(|| {
        let single = [("*", StyleKind::Emphasis), ("_", StyleKind::Emphasis)];
        let fits = |mark: &str| {
            let inside = words[..at].chars().next_back().is_some_and(char::is_alphanumeric);
            !(inside || rest[mark.len()..].starts_with(char::is_whitespace))
        };
        single.into_iter().find(|(mark, _)| rest.starts_with(mark) && fits(mark))
    })?;
    let from = at + mark.len();
    let length = words.get(from..)?.find(mark).filter(|length| *length > 0)?;
    found.hide(base + at, base + from);
    found.hide(base + from + length, base + from + length + mark.len());
    found.style(base + from, base + from + length, kind, None);
    Some(from)
}

/// `[words](address)`: the words stay; an address of `#` leads nowhere and makes no link.
fn linked(text: &str, words: &str, at: usize, base: usize, found: &mut InlineMarks) -> Option<usize> {
    let open = at + usize::from(words[at..].starts_with('!'));
    let inside = words[open..].strip_prefix('[')?;
    // Looked for up to the next bracket, so that a run of them takes no longer than its length.
    let close = inside[..inside.find('[').unwrap_or(inside.len())].find("](")?;
    let address = &inside[close + 2..];
    let end = address.bytes().take(MAX_ADDRESS_BYTES).position(|byte| byte == b')')?;
    let (from, to) = (open + 1, open + 1 + close);
    let after = to + 2 + end + 1;
    found.hide(base + at, base + from);
    found.hide(base + to, base + after);
    let target = address[..end].split_whitespace().next().unwrap_or("").trim_matches(['<', '>']);
    if !target.is_empty() && target != "#" && open == at {
        found.style(base + from, base + to, StyleKind::Link, Some(target.to_owned()));
    }
    // Markup inside the words is read as well; what is inside the address is hidden whole.
    // What is known of the tags after them stays known.
    let closes = std::mem::take(&mut found.closes);
    scan(text, Span::new(base + from, base + to), found);
    found.closes = closes;
    Some(after)
}

fn tagged(words: &str, at: usize, base: usize, found: &mut InlineMarks) -> Option<usize> {
    let rest = words[at..].strip_prefix('<')?;
    let end = rest.find('>').filter(|end| *end <= 8)?;
    let name = rest[..end].trim_end_matches('/').trim().to_ascii_lowercase();
    let (tag, kind) = TAGS.iter().find(|(tag, _)| *tag == name.trim_start_matches('/'))?;
    let after = at + 1 + end + 1;
    found.show(base + at, base + after, if *tag == "br" { " " } else { "" });
    if let Some(kind) = kind.filter(|_| !name.starts_with('/')) {
        let known = found.closes.get(tag).copied().filter(|at| at.is_none_or(|at| at >= base + after));
        let close = known.unwrap_or_else(|| closed(&words[after..], tag).map(|at| base + after + at));
        found.closes.insert(tag, close);
        let close = close.map_or(words.len(), |at| at - base);
        found.style(base + after, base + close, kind, None);
    }
    Some(after)
}

/// Where `tag` is closed in `words`.
fn closed(words: &str, tag: &str) -> Option<usize> {
    let closes = |rest: &str| {
        let name = rest.get(2..2 + tag.len()).is_some_and(|name| name.eq_ignore_ascii_case(tag));
        name && rest[2 + tag.len()..].starts_with('>')
    };
    words.match_indices("</").map(|(at, _)| at).find(|at| closes(&words[*at..]))
}

fn referenced(words: &str, at: usize, base: usize, found: &mut InlineMarks) -> Option<usize> {
    let rest = words[at..].strip_prefix('&')?;
    let end = rest.find(';').filter(|end| (2..=8).contains(end))?;
    let name = &rest[..end];
    let shows = match name.strip_prefix('#') {
        None => NAMED.iter().find(|(known, _)| *known == name)?.1.to_owned(),
        Some(number) => {
            let code = number
                .strip_prefix(['x', 'X'])
                .map_or_else(|| number.parse().ok(), |hex| u32::from_str_radix(hex, 16).ok())?;
            char::from_u32(code).filter(|c| !c.is_control())?.to_string()
        }
    };
    found.show(base + at, base + at + end + 2, &shows);
    Some(at + end + 2)
}

#[cfg(test)]
mod tests {
    use entente_corpus::{Body, Style};

    use crate::{TextFormat, structure};

    fn styles(text: &str) -> Vec<(&str, String)> {
        let body: Body = structure(text, TextFormat::Plain).body;
        let of = |style: &Style| (style.span.of(text), format!("{:?}", style.kind));
        body.passages.iter().flat_map(|passage| passage.styles.iter().map(of)).collect()
    }

    #[test]
    fn marks_style_what_they_enclose() {
        let expected = [("x", "Strong"), ("y", "Link"), ("z", "Strong"), ("u", "Emphasis")];
        let expected: Vec<(&str, String)> = expected.map(|(words, kind)| (words, kind.to_owned())).to_vec();
        assert_eq!(styles("**x** [y](https://a.example) <B>z</b> *u* [n [o] (p"), expected);
    }

    #[test]
    fn a_file_of_markdown_without_a_mark_is_read_by_its_lines() {
        let order = "THE HARBOUR OF SUVA\nOFFICE OF THE\nMINISTER\nORDER NO. 222\nWhereas the ports are\nopen\n";
        for (text, expected) in [
            (order.to_owned(), TextFormat::Plain),
            (format!("{order}updat{{e] & open\n"), TextFormat::Plain),
            (format!("{order}**now**\n"), TextFormat::Markdown),
            (format!("- one\n{order}"), TextFormat::Markdown),
            (format!("{order}\\---\n"), TextFormat::Markdown),
            ("Ports\n\nopen\n\nagain\n\nin\n\nMay\n".to_owned(), TextFormat::Markdown),
        ] {
            assert_eq!(TextFormat::of(&text, "x.md"), expected, "{text}");
        }
    }

    #[test]
    fn an_address_that_no_browser_opens_is_no_link() {
        let link = |length: usize| format!("See [y]({}).", "a".repeat(length));
        assert_eq!(styles(&link(super::MAX_ADDRESS_BYTES - 1)), [("y", "Link".to_owned())]);
        assert_eq!(styles(&link(super::MAX_ADDRESS_BYTES)), []);
    }

    /// Runs of marks without end once took minutes: every mark looked through all the others.
    #[test]
    fn runs_of_marks_take_no_longer_than_their_length() {
        for run in ["**a", "<b>", "_a ", "[x", "[a](", "&#", "`a", "</b><b>"] {
            let text = format!("**x** {}", run.repeat(20_000));
            assert_eq!(structure(&text, TextFormat::Plain).body.text.len(), text.len());
        }
    }
}
