//! HTML becomes tokens that know their place.
//!
//! In: the source text. Out: tokens that cover it without gaps. It repairs nothing: what closes
//! what is the tree's work.

use super::references;

/// A part of the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    /// First byte.
    pub(crate) start: usize,
    /// After the last byte.
    pub(crate) end: usize,
    /// What it is.
    pub(crate) kind: TokenKind,
}

/// The kinds of tokens. Names are in lower case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// Words, with character references.
    Text,
    /// Words in which nothing stands for anything else: `<xmp>`, `<plaintext>`, `<![CDATA[`.
    Verbatim,
    /// `<name …>`
    Start(String),
    /// `</name>`
    End(String),
    /// Comments, declarations, and what stands inside scripts and styles.
    Aside,
}

impl TokenKind {
    /// True for words that the page shows.
    pub(crate) fn is_words(&self) -> bool {
        matches!(self, TokenKind::Text | TokenKind::Verbatim)
    }
}

/// How the content of an element is read that is not markup.
fn raw_content(name: &str) -> Option<TokenKind> {
    match name {
        "script" | "style" | "title" | "iframe" | "noembed" | "noframes" => Some(TokenKind::Aside),
        "textarea" => Some(TokenKind::Text),
        "xmp" | "plaintext" => Some(TokenKind::Verbatim),
        _ => None,
    }
}

/// Begins a run of letters in a drawing or a formula; elsewhere it is a comment.
const CDATA: &str = "<![CDATA[";

/// The tokens of `text`.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::new();
    let mut foreign = Foreign::default();
    let mut limit = Limit::of(text);
    let (mut at, mut words) = (0, 0);
    while let Some(start) = text[at..].find('<').map(|found| at + found) {
        if foreign.is_inside() && text[start..].starts_with(CDATA) {
            push(&mut out, words, start, TokenKind::Text);
            let from = start + CDATA.len();
            let (end, after) = text[from..].find("]]>").map_or((text.len(), text.len()), |n| (from + n, from + n + 3));
            push(&mut out, start, from, TokenKind::Aside);
            push(&mut out, from, end, TokenKind::Verbatim);
            push(&mut out, end, after, TokenKind::Aside);
            (at, words) = (after, after);
            continue;
        }
        let Some((end, kind)) = markup(text, start, &mut limit) else {
            at = start + 1;
            continue;
        };
        push(&mut out, words, start, TokenKind::Text);
        let raw = match &kind {
            TokenKind::Start(name) => {
                let empty = text[start..end].ends_with("/>");
                let content = if foreign.open(name, empty) { raw_in_foreign(name, empty) } else { raw_content(name) };
                content.map(|content| (content, closing(text, end, name)))
            }
            TokenKind::End(name) => {
                foreign.close(name);
                None
            }
            _ => None,
        };
        push(&mut out, start, end, kind);
        at = end;
        if let Some((content, close)) = raw {
            push(&mut out, end, close, content);
            at = close;
        }
        words = at;
    }
    push(&mut out, words, text.len(), TokenKind::Text);
    out
}

/// Scripts and styles of a drawing show nothing either.
fn raw_in_foreign(name: &str, empty: bool) -> Option<TokenKind> {
    (matches!(name, "script" | "style") && !empty).then_some(TokenKind::Aside)
}

/// The drawings and formulas that are open, and the places in them that hold a page's words again.
#[derive(Default)]
struct Foreign {
    /// Each with whether it is such a place.
    open: Vec<(String, bool)>,
}

/// Deepest nesting that is kept.
const DEEPEST_FOREIGN: usize = 512;

impl Foreign {
    /// True if the next words stand in a drawing or formula itself.
    fn is_inside(&self) -> bool {
        self.open.last().is_some_and(|(_, page)| !page)
    }

    /// The start tag `name`; `empty` where it is its end as well. True for an element of a drawing or formula.
    fn open(&mut self, name: &str, empty: bool) -> bool {
        let inside = self.is_inside();
        let drawing = self.open.iter().rev().find(|(_, page)| !page).map(|(name, _)| name.as_str());
        let page = match name {
            "svg" | "math" => false,
            "foreignobject" | "desc" | "title" if inside && drawing == Some("svg") => true,
            "mi" | "mo" | "mn" | "ms" | "mtext" | "annotation-xml" if inside && drawing == Some("math") => true,
            _ => {
                if inside && ends_foreign(name) {
                    while self.is_inside() {
                        self.open.pop();
                    }
                }
                return self.is_inside();
            }
        };
        if !empty && self.open.len() < DEEPEST_FOREIGN {
            self.open.push((name.to_owned(), page));
        }
        true
    }

    fn close(&mut self, name: &str) {
        if let Some(at) = self.open.iter().rposition(|(open, _)| open == name) {
            self.open.truncate(at);
        }
    }
}

/// Elements of a page that no drawing or formula has: they end it.
fn ends_foreign(name: &str) -> bool {
    matches!(
        name,
        "b" | "big"
            | "blockquote"
            | "body"
            | "br"
            | "center"
            | "code"
            | "dd"
            | "div"
            | "dl"
            | "dt"
            | "em"
            | "embed"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "head"
            | "hr"
            | "i"
            | "img"
            | "li"
            | "listing"
            | "menu"
            | "meta"
            | "nobr"
            | "ol"
            | "p"
            | "pre"
            | "ruby"
            | "s"
            | "small"
            | "span"
            | "strike"
            | "strong"
            | "sub"
            | "sup"
            | "table"
            | "tt"
            | "u"
            | "ul"
            | "var"
    )
}

/// Bytes that may be looked at in vain for the end of a tag, so that many tags that never end take no longer than the
/// text is long.
struct Limit {
    rest: usize,
}

impl Limit {
    /// Times that a text may be looked through in vain.
    const ROUNDS: usize = 4;

    fn of(text: &str) -> Self {
        Self { rest: text.len().saturating_mul(Self::ROUNDS) }
    }

    fn spend(&mut self, bytes: usize) {
        self.rest = self.rest.saturating_sub(bytes);
    }
}

fn push(out: &mut Vec<Token>, start: usize, end: usize, kind: TokenKind) {
    if start < end {
        out.push(Token { start, end, kind });
    }
}

/// End and kind of the markup that begins at `start`; `None` where the `<` is only that.
fn markup(text: &str, start: usize, limit: &mut Limit) -> Option<(usize, TokenKind)> {
    let rest = &text[start + 1..];
    if let Some(comment) = rest.strip_prefix("!--") {
        return Some((start + 4 + comment_end(comment), TokenKind::Aside));
    }
    let closes = rest.starts_with('/');
    if closes && rest.len() == 1 {
        return None;
    }
    // "</3 days>" is a comment to browsers, and "</>" nothing.
    let bogus = closes && !rest[1..].starts_with(|c: char| c.is_ascii_alphabetic());
    if bogus || rest.starts_with(['!', '?']) {
        return Some((rest.find('>').map_or(text.len(), |n| start + 1 + n + 1), TokenKind::Aside));
    }
    let name_at = start + 1 + usize::from(closes);
    if !text[name_at..].starts_with(|c: char| c.is_ascii_alphabetic()) || limit.rest == 0 {
        return None;
    }
    let ends = |c: char| c.is_ascii_whitespace() || c == '/' || c == '>';
    let length = text[name_at..].find(ends).unwrap_or(text.len() - name_at);
    let Some(end) = parse_attributes(text, name_at + length, &mut |_| {}) else {
        limit.spend(text.len() - start);
        // A text that was cut off inside its last tag; before other tags, the mark was none.
        return (!rest.contains('<')).then_some((text.len(), TokenKind::Aside));
    };
    let name = text[name_at..name_at + length].to_ascii_lowercase();
    Some((end, if closes { TokenKind::End(name) } else { TokenKind::Start(name) }))
}

/// Bytes of `comment`, which follows `<!--`, its end included: `-->`, `--!>`, or `>` and `->` right at its start.
fn comment_end(comment: &str) -> usize {
    for short in [">", "->"] {
        if comment.starts_with(short) {
            return short.len();
        }
    }
    let mut at = 0;
    while let Some(found) = comment[at..].find("--") {
        let following = at + found + 2;
        for close in [">", "!>"] {
            if comment[following..].starts_with(close) {
                return following + close.len();
            }
        }
        at += found + 1;
    }
    comment.len()
}

/// Where the end tag of the raw element `name` begins, or the text ends.
fn closing(text: &str, from: usize, name: &str) -> usize {
    if name == "plaintext" {
        return text.len();
    }
    if name == "script" {
        return script_end(text, from);
    }
    let mut at = from;
    while let Some(found) = text[at..].find("</") {
        let start = at + found;
        if is_tag(&text[start + 2..], name) {
            return start;
        }
        at = start + 2;
    }
    text.len()
}

/// True if `text` begins with the name of a tag, and nothing goes on with it.
fn is_tag(text: &str, name: &str) -> bool {
    let bytes = text.as_bytes();
    let ends = bytes.get(name.len()).is_some_and(|byte| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>'));
    ends && bytes[..name.len()].eq_ignore_ascii_case(name.as_bytes())
}

/// Where the end tag of the script that begins at `from` stands, or the text ends. In a comment, a script's end tag ends a
/// script that began in the comment, as the standard has it.
fn script_end(text: &str, from: usize) -> usize {
    let (mut at, mut commented, mut inner) = (from, false, false);
    while let Some(found) = text[at..].find(['<', '-']) {
        let start = at + found;
        let rest = &text[start..];
        at = start + 1;
        if commented && rest.starts_with("-->") {
            (commented, inner) = (false, false);
        } else if !commented && rest.starts_with("<!--") {
            commented = true;
            // Its own dashes may be those of its end.
            at = start + 2;
        } else if rest.strip_prefix("</").is_some_and(|tag| is_tag(tag, "script")) {
            if !inner {
                return start;
            }
            inner = false;
        } else if commented && rest.strip_prefix('<').is_some_and(|tag| is_tag(tag, "script")) {
            inner = true;
        }
    }
    text.len()
}

/// Where name and value of an attribute stand.
struct Place {
    name: (usize, usize),
    value: (usize, usize),
}

/// Finds the attributes that begin at `from`; gives the first byte after the tag's `>`, or nothing where it never ends.
fn parse_attributes(text: &str, from: usize, found: &mut dyn FnMut(Place)) -> Option<usize> {
    let bytes = text.as_bytes();
    let skip = |from: usize, stop: &dyn Fn(u8) -> bool| -> Option<usize> {
        Some(from + bytes.get(from..)?.iter().position(|byte| stop(*byte))?)
    };
    let mut at = from;
    loop {
        at = skip(at, &|byte| !(byte.is_ascii_whitespace() || byte == b'/'))?;
        if bytes[at] == b'>' {
            return Some(at + 1);
        }
        // A lone `=` begins a name, so that every round goes on.
        let end = skip(at + 1, &|byte| byte.is_ascii_whitespace() || matches!(byte, b'=' | b'/' | b'>'))?;
        let name = (at, end);
        at = skip(end, &|byte| !byte.is_ascii_whitespace())?;
        let mut value = (end, end);
        if bytes[at] == b'=' {
            at = skip(at + 1, &|byte| !byte.is_ascii_whitespace())?;
            value = match bytes[at] {
                quote @ (b'"' | b'\'') => {
                    let value = (at + 1, skip(at + 1, &|byte| byte == quote)?);
                    at = value.1 + 1;
                    value
                }
                _ => {
                    let value = (at, skip(at, &|byte| byte.is_ascii_whitespace() || byte == b'>')?);
                    at = value.1;
                    value
                }
            };
        }
        found(Place { name, value });
    }
}

/// An attribute of a start tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Attribute {
    /// Name in lower case.
    pub(crate) name: String,
    /// Value with its references resolved.
    pub(crate) value: String,
    /// First byte of the value in the source.
    pub(crate) start: usize,
    /// After its last byte.
    pub(crate) end: usize,
}

/// The attributes of the start tag `token`.
pub(crate) fn attributes(text: &str, token: &Token) -> Vec<Attribute> {
    let TokenKind::Start(name) = &token.kind else { return Vec::new() };
    let mut out = Vec::new();
    parse_attributes(&text[..token.end], token.start + 1 + name.len(), &mut |Place { name, value: (start, end) }| {
        let value = references::resolve(&text[start..end]);
        out.push(Attribute { name: text[name.0..name.1].to_ascii_lowercase(), value, start, end });
    });
    out
}

#[cfg(test)]
mod tests {
    use super::{TokenKind, attributes, tokens};

    fn shown(text: &str) -> Vec<(&str, &str)> {
        let label = |kind: &TokenKind| match kind {
            TokenKind::Text | TokenKind::Verbatim => "text",
            TokenKind::Start(_) => "start",
            TokenKind::End(_) => "end",
            TokenKind::Aside => "aside",
        };
        tokens(text).iter().map(|token| (label(&token.kind), &text[token.start..token.end])).collect()
    }

    #[test]
    fn tokens_cover_the_text() {
        for text in [
            "<p class=\"a>b\">x<br/>y</P>",
            "a < b and <3 <",
            "<!-- x --><!doctype html><?xml ?>",
            "<script>if (a</b>c) \"<p>\"</script>z",
            "<a href=\"open>never closed",
            "<style>never closed <p>",
            "<!-- never closed <p>",
            "é<b é=ü>ö</b",
        ] {
            let joined: String = shown(text).iter().map(|(_, part)| *part).collect();
            assert_eq!(joined, text);
        }
    }

    #[test]
    fn comments_end_where_browsers_end_them() {
        for (text, rest) in [
            ("<!-- a --!>b>", "b>"),
            ("<!-->b>", "b>"),
            ("<!--->b>", "b>"),
            ("<!-- a -- > b -->c>", "c>"),
            ("<!-- a --->b>", "b>"),
            ("</3 days>b>", "b>"),
            ("<script>a</scripts>b</script >", ""),
        ] {
            let shown = shown(text);
            let words: String = shown.iter().filter(|(kind, _)| *kind == "text").map(|(_, part)| *part).collect();
            assert_eq!(words, rest, "{text}");
        }
    }

    /// The words that a page of `text` shows.
    fn words(text: &str) -> String {
        shown(text).iter().filter(|(kind, _)| *kind == "text").map(|(_, words)| *words).collect()
    }

    #[test]
    fn content_that_is_no_markup_is_shown_or_hidden_as_browsers_do() {
        for (text, expected) in [
            ("<textarea><p>a</textarea>b", "<p>ab"),
            ("<xmp><b>a</xmp>b", "<b>ab"),
            ("a<plaintext><p></plaintext>", "a<p></plaintext>"),
            ("<title>a</title>b<iframe><p>c</iframe>d", "bd"),
            ("a<script>'<!-- <sCript>'</script>b</script>c", "ac"),
            ("a<script><!-- b</script>c", "ac"),
            ("a<script><!--<script>-></script>--></script>c", "ac"),
            ("<svg><title>a</title><style>b</style><![CDATA[<p>c]]></svg>d", "a<p>cd"),
            ("<p><![CDATA[a]]>b", "b"),
            ("<svg><p><title>a</title>b", "b"),
            ("<svg><foreignObject><title>a</title>b</foreignObject><![CDATA[c]]>", "bc"),
            ("a</p<p>b", "ab"),
            ("a<div id='b' class", "a"),
            ("a<p =\"b>c", "ac"),
            ("a</", "a</"),
        ] {
            assert_eq!(words(text), expected, "{text}");
        }
    }

    #[test]
    fn tags_that_never_end_are_looked_for_a_few_times_at_most() {
        let text = "<a b=\"".repeat(100_000);
        assert_eq!(words(&text).len(), text.len());
    }

    #[test]
    fn what_is_no_tag_stays_text() {
        assert_eq!(shown("a < b <3 c"), [("text", "a < b <3 c")]);
        assert_eq!(shown("<a href=\"x>never <closed"), [("text", "<a href=\"x>never "), ("aside", "<closed")]);
        assert_eq!(
            shown("<script>\"<p>\"</script>z"),
            [("start", "<script>"), ("aside", "\"<p>\""), ("end", "</script>"), ("text", "z")]
        );
    }

    #[test]
    fn attributes_have_values_and_places() {
        let text = "<A Href='/x?a=1&amp;b=2' hidden data-x = y title=\"a>b\"/>";
        let token = &tokens(text)[0];
        let found: Vec<(String, String, String)> =
            attributes(text, token).into_iter().map(|a| (a.name, a.value, text[a.start..a.end].to_owned())).collect();
        let expected = [
            ("href", "/x?a=1&b=2", "/x?a=1&amp;b=2"),
            ("hidden", "", ""),
            ("data-x", "y", "y"),
            ("title", "a>b", "a>b"),
        ];
        assert_eq!(found, expected.map(|(a, b, c)| (a.to_owned(), b.to_owned(), c.to_owned())));
    }
}
