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
    /// Behind the last byte.
    pub(crate) end: usize,
    /// What it is.
    pub(crate) kind: TokenKind,
}

/// The kinds of tokens. Names are in lower case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// Words, with character references.
    Text,
    /// `<name …>`
    Start(String),
    /// `</name>`
    End(String),
    /// Comments, declarations, and what stands inside scripts and styles.
    Aside,
}

/// Elements whose content is no markup and no words of the page.
const RAW: &[&str] = &["script", "style", "title", "iframe", "noembed", "noframes"];

/// The tokens of `text`.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::new();
    let mut at = 0;
    let mut words = 0;
    // Behind the last `>` nothing can be markup, and nothing is tried.
    let last = text.rfind('>').unwrap_or(0);
    while let Some(start) = text[at..].find('<').map(|found| at + found).filter(|start| *start < last) {
        let Some((end, kind)) = markup(text, start) else {
            at = start + 1;
            continue;
        };
        push(&mut out, words, start, TokenKind::Text);
        let raw = match &kind {
            TokenKind::Start(name) if RAW.contains(&name.as_str()) => Some(closing(text, end, name)),
            _ => None,
        };
        push(&mut out, start, end, kind);
        at = end;
        if let Some(close) = raw {
            push(&mut out, end, close, TokenKind::Aside);
            at = close;
        }
        words = at;
    }
    push(&mut out, words, text.len(), TokenKind::Text);
    out
}

fn push(out: &mut Vec<Token>, start: usize, end: usize, kind: TokenKind) {
    if start < end {
        out.push(Token { start, end, kind });
    }
}

/// End and kind of the markup that begins at `start`; `None` where the `<` is only that.
fn markup(text: &str, start: usize) -> Option<(usize, TokenKind)> {
    let rest = &text[start + 1..];
    if let Some(comment) = rest.strip_prefix("!--") {
        return Some((start + 4 + comment_end(comment), TokenKind::Aside));
    }
    let closes = rest.starts_with('/');
    // "</3 days>" is a comment to browsers, and "</>" nothing.
    let bogus = closes && !rest[1..].starts_with(|c: char| c.is_ascii_alphabetic());
    if bogus || rest.starts_with(['!', '?']) {
        return rest.find('>').map(|n| (start + 1 + n + 1, TokenKind::Aside));
    }
    let name_at = start + 1 + usize::from(closes);
    let length = text[name_at..].find(|c: char| c.is_ascii_whitespace() || c == '/' || c == '>')?;
    let name = text[name_at..name_at + length].to_ascii_lowercase();
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) || name.contains(['<', '"', '\'']) {
        return None;
    }
    let end = tag_end(text, name_at + length)?;
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
        let behind = at + found + 2;
        for close in [">", "!>"] {
            if comment[behind..].starts_with(close) {
                return behind + close.len();
            }
        }
        at += found + 1;
    }
    comment.len()
}

/// Behind the `>` of the tag whose attributes begin at `from`; a `>` inside quotes ends nothing.
fn tag_end(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = from;
    let mut value = false;
    loop {
        match *bytes.get(at)? {
            b'>' => return Some(at + 1),
            quote @ (b'"' | b'\'') if value => {
                at += 1 + bytes.get(at + 1..)?.iter().position(|b| *b == quote)?;
                value = false;
            }
            b'=' => value = true,
            b if !b.is_ascii_whitespace() => value = false,
            _ => {}
        }
        at += 1;
    }
}

/// Where the end tag of the raw element `name` begins, or the text ends.
fn closing(text: &str, from: usize, name: &str) -> usize {
    let mut at = from;
    while let Some(found) = text[at..].find("</") {
        let start = at + found;
        let after = text.as_bytes().get(start + 2..start + 2 + name.len());
        let ends = text.as_bytes().get(start + 2 + name.len());
        let whole = ends.is_none_or(|byte| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>'));
        if whole && after.is_some_and(|bytes| bytes.eq_ignore_ascii_case(name.as_bytes())) {
            return start;
        }
        at = start + 2;
    }
    text.len()
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
    /// Behind its last byte.
    pub(crate) end: usize,
}

/// The attributes of the start tag `token`.
pub(crate) fn attributes(text: &str, token: &Token) -> Vec<Attribute> {
    let TokenKind::Start(name) = &token.kind else { return Vec::new() };
    let inside = &text[..token.end - 1];
    let mut at = token.start + 1 + name.len();
    let mut out = Vec::new();
    let skip = |from: usize, stop: &dyn Fn(char) -> bool| inside[from..].find(stop).map_or(inside.len(), |n| from + n);
    loop {
        at = skip(at, &|c| !(c.is_ascii_whitespace() || c == '/'));
        if at >= inside.len() {
            return out;
        }
        // A lone `=` begins a name, so that every round goes on.
        let first = inside[at..].chars().next().map_or(1, char::len_utf8);
        let end = skip(at + first, &|c| c.is_ascii_whitespace() || matches!(c, '=' | '/'));
        let name = inside[at..end].to_ascii_lowercase();
        at = skip(end, &|c| !c.is_ascii_whitespace());
        let (mut start, mut stop) = (at, at);
        if inside[at..].starts_with('=') {
            start = skip(at + 1, &|c| !c.is_ascii_whitespace());
            stop = match inside[start..].chars().next() {
                Some(quote @ ('"' | '\'')) => {
                    start += 1;
                    inside[start..].find(quote).map_or(inside.len(), |n| start + n)
                }
                _ => skip(start, &|c| c.is_ascii_whitespace()),
            };
            at = stop + usize::from(inside[stop..].starts_with(['"', '\'']));
        }
        out.push(Attribute { name, value: references::resolve(&inside[start..stop]), start, end: stop });
    }
}

#[cfg(test)]
mod tests {
    use super::{TokenKind, attributes, tokens};

    fn shown(text: &str) -> Vec<(&str, &str)> {
        let label = |kind: &TokenKind| match kind {
            TokenKind::Text => "text",
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

    #[test]
    fn what_is_no_tag_stays_text() {
        assert_eq!(shown("a < b <3 c"), [("text", "a < b <3 c")]);
        assert_eq!(shown("<a href=\"x>never closed"), [("text", "<a href=\"x>never closed")]);
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
