//! A text as a person reads it, with the way back to the text as it is written.
//!
//! In: a text, or a body with its structure. Out: the same letters, normalised: compatibility forms, diacritics, dashes and
//! blanks have one form, and invisible characters are left out. Case is kept. Further views have escapes resolved and tags
//! removed. The search never runs over the written text itself, because `d&#101;sk%40example.org` is an address as well.

use std::ops::Range;

use entente_structure::Structured;
use entente_text::decompose::composed;
use entente_text::fold::fold_into;

/// Most bytes between `<` and `>` of a tag.
const MAX_TAG_BYTES: usize = 4_000;
/// Elements that separate words: letters in two of them belong to two words.
const BLOCKS: &[&str] = &[
    "article",
    "aside",
    "blockquote",
    "body",
    "br",
    "caption",
    "dd",
    "div",
    "dl",
    "dt",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hr",
    "html",
    "li",
    "main",
    "nav",
    "ol",
    "option",
    "p",
    "pre",
    "section",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "title",
    "tr",
    "ul",
];
/// First digits of the scripts that have their own.
const ZEROS: &[u32] = &[
    0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20, 0x1040,
    0x17e0, 0x1810, 0xff10,
];

/// A normalised text with the way back; see the module.
#[derive(Clone, Debug, Default)]
pub(crate) struct View {
    /// The text as it is read.
    pub(crate) text: String,
    runs: Vec<Run>,
}

/// Bytes of a view up to the next run, and the bytes of the written text that they stand for.
#[derive(Clone, Copy, Debug)]
struct Run {
    at: usize,
    start: usize,
    end: usize,
    /// Byte for byte; else each byte stands for the whole.
    verbatim: bool,
}

impl View {
    /// The view of `text` as written.
    pub(crate) fn of(text: &str) -> Self {
        let mut out = Self { text: String::with_capacity(text.len()), runs: Vec::new() };
        let mut folded = String::new();
        for (at, c) in text.char_indices() {
            out.put(c, at..at + c.len_utf8(), &mut folded);
        }
        out
    }

    /// The views of a text: as written, with escapes resolved, and without tags.
    pub(crate) fn all(text: &str) -> Vec<Self> {
        let mut out = vec![Self::of(text)];
        let mut last = 0;
        // What is escaped may be escaped again.
        for _ in 0..3 {
            match super::decode::decoded(&out[last]) {
                Some(view) => out.push(view),
                None => break,
            }
            last = out.len() - 1;
        }
        if let Some(view) = out[last].without_tags() {
            out.push(view);
        }
        out
    }

    /// The reading text of `document`: a line for each passage, blank lines between them, tabs between the cells of a row.
    pub(crate) fn reading(document: &Structured) -> Self {
        let mut out = Self::default();
        let mut folded = String::new();
        for (passage, reading) in document.body.passages.iter().zip(&document.texts) {
            let row = passage.table.is_some();
            for (at, c) in reading.text.char_indices() {
                let parts = row && at > 0 && reading.pieces.iter().any(|piece| *piece as usize == at);
                if parts {
                    out.put('\t', out.end()..out.end(), &mut folded);
                }
                if let Some(span) = reading.to_source(at..at + c.len_utf8()) {
                    out.put(c, span.range(), &mut folded);
                }
            }
            out.put('\n', out.end()..out.end(), &mut folded);
            out.put('\n', out.end()..out.end(), &mut folded);
        }
        out
    }

    /// The bytes that `range` of this view stands for, in its order; those that touch are one.
    pub(crate) fn sources(&self, range: Range<usize>) -> Vec<Range<usize>> {
        let mut out: Vec<Range<usize>> = Vec::new();
        if range.is_empty() {
            return out;
        }
        let first = self.runs.partition_point(|run| run.at <= range.start).saturating_sub(1);
        for (n, run) in self.runs.iter().enumerate().skip(first) {
            let bytes = run.at..self.runs.get(n + 1).map_or(self.text.len(), |next| next.at);
            if bytes.start >= range.end {
                break;
            }
            if bytes.end <= range.start {
                continue;
            }
            let place = if run.verbatim {
                let from = |at: usize| run.start + (at - bytes.start);
                from(range.start.max(bytes.start))..from(range.end.min(bytes.end))
            } else {
                run.start..run.end
            };
            match out.last_mut().filter(|last| last.end == place.start || **last == place) {
                Some(last) => last.end = place.end,
                None if place.is_empty() => {}
                None => out.push(place),
            }
        }
        out
    }

    /// True if something is left out between the byte before `at` and the one at it.
    pub(crate) fn is_joined(&self, at: usize) -> bool {
        let n = self.runs.partition_point(|run| run.at < at);
        let Some(before) = n.checked_sub(1).and_then(|n| self.runs.get(n)) else { return false };
        self.runs.get(n).is_some_and(|run| run.at == at && run.start != before.end)
    }

    /// Takes in the words of `range` as written in `other`.
    pub(super) fn copy(&mut self, other: &Self, range: Range<usize>) {
        for (at, c) in other.text[range.clone()].char_indices() {
            let at = range.start + at;
            self.push(c, other.place(at));
        }
    }

    /// What the character at `at` stands for.
    fn place(&self, at: usize) -> Range<usize> {
        let n = self.runs.partition_point(|run| run.at <= at).saturating_sub(1);
        let Some(run) = self.runs.get(n) else { return 0..0 };
        if !run.verbatim {
            return run.start..run.end;
        }
        let length = self.text[at..].chars().next().map_or(0, char::len_utf8);
        let start = run.start + (at - run.at);
        start..start + length
    }

    /// Everything from the first to the last byte that `range` stands for.
    pub(super) fn extent(&self, range: Range<usize>) -> Range<usize> {
        let places = self.sources(range);
        let start = places.iter().map(|place| place.start).min().unwrap_or(0);
        start..places.iter().map(|place| place.end).max().unwrap_or(start)
    }

    /// Where the last character stands for.
    fn end(&self) -> usize {
        self.runs.last().map_or(0, |run| if run.verbatim { run.start + (self.text.len() - run.at) } else { run.end })
    }

    /// Adds `c`, brought to its one form.
    pub(super) fn put(&mut self, c: char, place: Range<usize>, folded: &mut String) {
        if c.is_ascii() && !c.is_ascii_whitespace() {
            return self.push(c, place);
        }
        match c {
            '\t' => return self.push('\t', place),
            '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => return self.push('\n', place),
            '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180e}' => return,
            // Letters that nothing decomposes and that are often written without their stroke.
            'ß' => return ["s", "s"].iter().for_each(|_| self.push('s', place.clone())),
            _ if c.is_whitespace() => return self.push(' ', place),
            _ => {}
        }
        if let Some(plain) = stroke(c) {
            return plain.chars().for_each(|c| self.push(c, place.clone()));
        }
        if let Some(digit) = digit(c) {
            return self.push(digit, place);
        }
        let mut bytes = [0; 4];
        fold_into(c.encode_utf8(&mut bytes), folded);
        let upper = c.is_uppercase();
        for c in folded.chars() {
            let whole = self.text.chars().next_back().and_then(|before| composed(before, c));
            if let Some(syllable) = whole {
                // Both are three bytes long.
                self.text.pop();
                if let Some(run) = self.runs.last_mut() {
                    let start = if run.verbatim { run.start + (self.text.len() - run.at) } else { run.start };
                    if run.verbatim && run.at < self.text.len() {
                        self.runs.push(Run { at: self.text.len(), start, end: place.end, verbatim: false });
                    } else {
                        *run = Run { at: run.at, start, end: place.end, verbatim: false };
                    }
                }
                self.text.push(syllable);
                continue;
            }
            if upper {
                c.to_uppercase().for_each(|c| self.push(c, place.clone()));
            } else {
                self.push(c, place.clone());
            }
        }
    }

    fn push(&mut self, c: char, place: Range<usize>) {
        let at = self.text.len();
        let verbatim = place.len() == c.len_utf8();
        let goes_on = self.runs.last().is_some_and(|last| {
            if last.verbatim {
                verbatim && last.start + (at - last.at) == place.start
            } else {
                !verbatim && last.start == place.start && last.end == place.end
            }
        });
        if !goes_on {
            self.runs.push(Run { at, start: place.start, end: place.end, verbatim });
        }
        self.text.push(c);
    }

    /// The view without tags and comments; `None` if it has none.
    fn without_tags(&self) -> Option<Self> {
        let text = self.text.as_str();
        let mut out = Self::default();
        let mut folded = String::new();
        let mut from = 0;
        let mut found = false;
        let mut at = 0;
        while let Some(start) = text[at..].find('<').map(|n| at + n) {
            let Some((end, parts)) = tag(text, start) else {
                at = start + 1;
                continue;
            };
            found = true;
            out.copy(self, from..start);
            if let Some(mark) = parts {
                let place = self.extent(start..end);
                out.put(mark, place, &mut folded);
            }
            at = end;
            from = end;
        }
        out.copy(self, from..text.len());
        found.then_some(out)
    }
}

/// The end of the tag or comment that begins at `start`, and what it puts between the words around it.
fn tag(text: &str, start: usize) -> Option<(usize, Option<char>)> {
    let rest = &text[start..];
    if let Some(comment) = rest.strip_prefix("<!--") {
        return comment.find("-->").map(|end| (start + 4 + end + 3, None));
    }
    let name_at = if rest[1..].starts_with('/') { 2 } else { 1 };
    let first = rest[name_at..].chars().next()?;
    if !(first.is_ascii_alphabetic() || matches!(first, '!' | '?')) {
        return None;
    }
    let near = &rest[..rest.floor_char_boundary(MAX_TAG_BYTES)];
    let end = near.find('>')? + 1;
    let name = near[name_at..].split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    let name = name.to_ascii_lowercase();
    let mark = match name.as_str() {
        "td" | "th" => Some('\t'),
        name if BLOCKS.contains(&name) => Some('\n'),
        _ => None,
    };
    Some((start + end, mark))
}

fn digit(c: char) -> Option<char> {
    let code = u32::from(c);
    let zero = ZEROS.iter().find(|zero| (**zero..**zero + 10).contains(&code))?;
    char::from_digit(code - zero, 10)
}

fn stroke(c: char) -> Option<&'static str> {
    Some(match c {
        'ł' => "l",
        'Ł' => "L",
        'ø' => "o",
        'Ø' => "O",
        'đ' => "d",
        'Đ' | 'Ð' => "D",
        'ð' => "d",
        'ı' => "i",
        'æ' => "ae",
        'Æ' => "Ae",
        'œ' => "oe",
        'Œ' => "Oe",
        'þ' => "th",
        'Þ' => "Th",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::View;

    /// The last of the views of `text`, and what the whole of `words` in it stands for.
    fn source<'a>(text: &'a str, words: &str) -> Vec<&'a str> {
        for view in View::all(text) {
            if let Some(at) = view.text.find(words) {
                return view.sources(at..at + words.len()).into_iter().map(|place| &text[place]).collect();
            }
        }
        Vec::new()
    }

    #[test]
    fn words_are_found_as_they_are_read_and_cover_what_is_written() {
        for (text, words, covers) in [
            ("see Jan Doe.", "Jan Doe", vec!["Jan Doe"]),
            ("Jo\u{ad}hn\u{200b} D\u{f6}e", "John Doe", vec!["Jo", "hn", " D\u{f6}e"]),
            ("Do\u{308}e", "Do", vec!["Do"]),
            ("ＤＯＥ　１２", "DOE 12", vec!["ＤＯＥ　１２"]),
            ("d&#101;sk%40example", "desk@example", vec!["d&#101;sk%40example"]),
            ("J\\u0061n", "Jan", vec!["J\\u0061n"]),
            ("J<b>a</b>n<br>D", "Jan\nD", vec!["J", "a", "n<br>D"]),
            ("\u{1112}\u{1169}\u{11bc}x", "홍x", vec!["\u{1112}\u{1169}\u{11bc}x"]),
            ("a &amp;#74;b", "Jb", vec!["&amp;#74;b"]),
            ("Łukasz Ørsted", "Lukasz Orsted", vec!["Łukasz Ørsted"]),
        ] {
            assert_eq!(source(text, words), covers, "{text}");
        }
    }
}
