//! Quotations in a text: in the quotation marks of six languages, and block quotes of Markdown.
//!
//! In: any text. Out: the outermost quotations in order, with those inside them. A mark that is never closed closes at
//! the end of its paragraph, unless the next paragraph opens with the same mark again: then the quotation goes on.

use std::ops::Range;

/// A quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// Bytes between the marks.
    pub range: Range<usize>,
    /// Bytes with the marks.
    pub outer: Range<usize>,
    /// False if the closing mark is missing.
    pub is_closed: bool,
    /// A block quote, without marks of its own.
    pub is_block: bool,
    /// Ranges of quotations inside it, in order.
    pub inside: Vec<Range<usize>>,
}

/// Marks that open, and all that may close them.
const MARKS: &[(char, &[char])] = &[
    ('“', &['”']),
    ('„', &['“', '”']),
    ('‟', &['”']),
    ('«', &['»']),
    ('»', &['«']),
    ('‹', &['›']),
    ('›', &['‹']),
    ('‘', &['’']),
    ('‚', &['‘', '’']),
    ('「', &['」']),
    ('『', &['』']),
    ('"', &['"']),
    ('＂', &['＂']),
    ('\'', &['\'']),
    ('”', &['”']),
];
/// Most levels of quotations inside quotations that are read.
const MAX_DEPTH: usize = 8;

/// A mark that is open.
struct Open {
    mark: char,
    closers: &'static [char],
    start: usize,
    inside: Vec<Range<usize>>,
}

/// The outermost quotations of `text`, in order. Takes time in line with its length.
///
/// ```
/// use entente_verify::find_quotations;
///
/// let text = "They “agreed to ‘act’ now” and left.";
/// let quotations = find_quotations(text);
/// assert_eq!(&text[quotations[0].range.clone()], "agreed to ‘act’ now");
/// assert_eq!((quotations.len(), quotations[0].inside.len()), (1, 1));
/// ```
#[must_use]
pub fn find_quotations(text: &str) -> Vec<Quote> {
    let mut out = Vec::new();
    let mut open: Vec<Open> = Vec::new();
    for paragraph in paragraphs(text) {
        if let Some(block) = block_quote(text, paragraph.clone()) {
            close_all(&mut open, paragraph.start, text, &mut out);
            out.push(block);
            continue;
        }
        // A quotation over several paragraphs opens each of them again.
        let mut from = paragraph.start;
        if let Some(outermost) = open.first() {
            if text[paragraph.clone()].starts_with(outermost.mark) && is_directed(outermost.mark) {
                open.truncate(1);
                from += outermost_len(&open);
            } else {
                close_all(&mut open, paragraph.start, text, &mut out);
            }
        }
        scan(text, from..paragraph.end, &mut open, &mut out);
    }
    close_all(&mut open, text.len(), text, &mut out);
    out
}

fn outermost_len(open: &[Open]) -> usize {
    open.first().map_or(0, |outermost| outermost.mark.len_utf8())
}

/// Marks of which one only opens.
fn is_directed(mark: char) -> bool {
    !matches!(mark, '\'' | '”')
}

fn scan(text: &str, range: Range<usize>, open: &mut Vec<Open>, out: &mut Vec<Quote>) {
    let mut before = text[..range.start].chars().next_back();
    let singles = Singles::new(text, range.clone());
    for (at, c) in text[range.clone()].char_indices() {
        let at = range.start + at;
        let rest = at + c.len_utf8();
        let next = text[rest..].chars().next();
        let closes = open.iter().rposition(|open| open.closers.contains(&c)).filter(|_| {
            // "ministers’" and "it's" close nothing.
            !matches!(c, '’' | '\'') || singles.closes(at)
        });
        if let Some(level) = closes.filter(|level| !reopens(c, &open[*level], before, next)) {
            // What was opened inside and never closed was no quotation.
            open.truncate(level + 1);
            if let Some(closed) = open.pop() {
                let quote = Quote {
                    range: closed.start + closed.mark.len_utf8()..at,
                    outer: closed.start..rest,
                    is_closed: true,
                    is_block: false,
                    inside: closed.inside,
                };
                match open.last_mut() {
                    Some(outer) => outer.inside.push(quote.range),
                    None => push(text, quote, out),
                }
            }
        } else if let Some((mark, closers)) = MARKS.iter().find(|(mark, _)| *mark == c)
            && opens(c, before, next, &singles, at)
            && open.len() < MAX_DEPTH
        {
            // The same mark opens again: the one before was never closed.
            if open.first().is_some_and(|outermost| outermost.mark == c) && !is_plain(c) {
                close_all(open, at, text, out);
            }
            open.push(Open { mark: *mark, closers, start: at, inside: Vec::new() });
        }
        before = Some(c);
    }
}

/// Straight marks look the same at both ends.
fn is_plain(c: char) -> bool {
    matches!(c, '"' | '＂' | '\'')
}

/// True if a mark that could close opens instead: a straight one after a blank and before a letter, where one is open
/// by mistake.
fn reopens(c: char, open: &Open, before: Option<char>, next: Option<char>) -> bool {
    let spaced = before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '['));
    matches!(c, '"' | '＂') && open.mark != c && spaced && next.is_some_and(char::is_alphanumeric)
}

fn opens(c: char, before: Option<char>, next: Option<char>, singles: &Singles, at: usize) -> bool {
    let after_break = before.is_none_or(|c| {
        c.is_whitespace()
            || matches!(c, '(' | '[' | '{' | '—' | '–' | '-' | '/' | '*' | '_' | ':' | '：' | '，' | '、' | '>')
            || MARKS.iter().any(|(mark, _)| *mark == c)
    });
    let before_word = next.is_some_and(|c| !c.is_whitespace() && !matches!(c, ',' | '.' | ';' | ')' | '?' | '!'));
    let solid = before.is_some_and(|c| c >= '\u{3000}');
    match c {
        '"' | '＂' | '”' => (after_break || solid) && before_word,
        '\'' => after_break && before_word && singles.has_close_after(at),
        // An apostrophe that was turned the wrong way: "‘90s".
        '‘' => before_word && singles.has_close_after(at),
        '»' | '›' => (after_break || solid) && before_word,
        _ => true,
    }
}

/// Where single marks of a paragraph may close: after a letter or a stop, and before no letter.
struct Singles {
    closes: Vec<usize>,
}

impl Singles {
    fn new(text: &str, range: Range<usize>) -> Self {
        let mut closes = Vec::new();
        let mut before: Option<char> = None;
        let part = &text[range.clone()];
        for (at, c) in part.char_indices() {
            if matches!(c, '’' | '\'') {
                let next = part[at + c.len_utf8()..].chars().next();
                let after = before.is_some_and(|c| !c.is_whitespace() && !matches!(c, '(' | '['));
                // No apostrophe stands before a particle of Korean or Japanese: "'…'고".
                if after && !next.is_some_and(|c| c.is_alphanumeric() && c < '\u{1100}') {
                    closes.push(range.start + at);
                }
            }
            before = Some(c);
        }
        // "the ministers’ meeting’": the last of two that a small letter follows after an "s" is the one.
        let plural = |n: usize| {
            let at: usize = closes[n];
            let mark = text[at..].chars().next().map_or(1, char::len_utf8);
            let mut rest = text[at + mark..].chars();
            let goes_on = rest.next() == Some(' ') && rest.next().is_some_and(char::is_lowercase);
            let until = closes.get(n + 1).map_or(at, |next| *next);
            text[..at].ends_with('s') && goes_on && until > at && !text[at..until].contains(['‘', '‚'])
        };
        let kept: Vec<usize> = (0..closes.len()).filter(|n| !plural(*n)).map(|n| closes[n]).collect();
        Self { closes: kept }
    }

    fn closes(&self, at: usize) -> bool {
        self.closes.binary_search(&at).is_ok()
    }

    fn has_close_after(&self, at: usize) -> bool {
        self.closes.last().is_some_and(|last| *last > at)
    }
}

/// What is open at the end of a paragraph ends there. A single mark was an apostrophe.
fn close_all(open: &mut Vec<Open>, at: usize, text: &str, out: &mut Vec<Quote>) {
    let all = std::mem::take(open);
    let Some(outermost) = all.into_iter().find(|open| !matches!(open.mark, '\'' | '‘' | '‚' | '»' | '›' | '”'))
    else {
        return;
    };
    let start = outermost.start + outermost.mark.len_utf8();
    let end = start + text[start..at.max(start)].trim_end().len();
    let quote = Quote {
        range: start..end,
        outer: outermost.start..end,
        is_closed: false,
        is_block: false,
        inside: outermost.inside,
    };
    push(text, quote, out);
}

fn push(text: &str, quote: Quote, out: &mut Vec<Quote>) {
    if text[quote.range.clone()].chars().any(char::is_alphanumeric) {
        out.push(quote);
    }
}

/// Byte ranges of the paragraphs of `text`, parted by blank lines; a block quote is one of its own.
fn paragraphs(text: &str) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    let mut open: Option<(Range<usize>, bool)> = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let (start, end) = (at, at + line.len());
        at = end;
        let is_blank = line.trim().is_empty();
        let is_block = is_block_line(line);
        let start = start + line.len() - line.trim_start().len();
        let end = start + text[start..end].trim_end().len();
        match &mut open {
            Some((range, block)) if !is_blank && *block == is_block => range.end = end,
            _ => {
                out.extend(open.take().map(|(range, _)| range));
                open = (!is_blank).then_some((start..end, is_block));
            }
        }
    }
    out.extend(open.map(|(range, _)| range));
    out
}

fn is_block_line(line: &str) -> bool {
    line.trim_start().starts_with('>')
}

/// A paragraph of lines that begin with ">", without the line that signs it.
fn block_quote(text: &str, paragraph: Range<usize>) -> Option<Quote> {
    if !text[paragraph.clone()].starts_with('>') {
        return None;
    }
    let mut end = paragraph.start;
    let mut at = paragraph.start;
    for line in text[paragraph.clone()].split_inclusive('\n') {
        let words = line.trim_start_matches([' ', '\t', '>']);
        let signs = words.starts_with(['—', '–', '―']) || words.starts_with("-- ");
        at += line.len();
        if !signs && !words.trim().is_empty() {
            end = at;
        }
    }
    let start = paragraph.start + text[paragraph.clone()].len()
        - text[paragraph.clone()].trim_start_matches(['>', ' ', '\t', '"', '“', '„', '«']).len();
    let end = start + text[start..end.max(start)].trim_end_matches(['"', '”', '“', '»', ' ', '\n', '\r']).len();
    let has_words = text[start..end].chars().any(char::is_alphanumeric);
    has_words.then_some(Quote {
        range: start..end,
        outer: paragraph.start..end,
        is_closed: true,
        is_block: true,
        inside: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::find_quotations;

    /// The quotations of `text`, each with "…" where its closing mark is missing.
    fn found(text: &str) -> Vec<String> {
        find_quotations(text)
            .into_iter()
            .map(|quote| format!("{}{}", &text[quote.range], if quote.is_closed { "" } else { "…" }))
            .collect()
    }

    #[test]
    fn marks_of_six_languages() {
        for (text, expected) in [
            ("He said “we agree”.", vec!["we agree"]),
            ("He said \"we agree\" and \"so\".", vec!["we agree", "so"]),
            ("Sie sagte: „Wir stimmen zu“.", vec!["Wir stimmen zu"]),
            ("Sie sagte: »Wir stimmen zu«.", vec!["Wir stimmen zu"]),
            ("Il a dit : « nous sommes d’accord ».", vec![" nous sommes d’accord "]),
            ("« avant » et « après »", vec![" avant ", " après "]),
            ("It said ‘the ministers’ meeting’ ended.", vec!["the ministers’ meeting"]),
            ("It’s the ministers’ meeting and the ’90s.", vec![]),
            ("the ‘rule of law’ and the ‘order’", vec!["rule of law", "order"]),
            ("It said 'we agree' and isn't 'sure'.", vec!["we agree", "sure"]),
            ("大臣は「同意する」と述べた。", vec!["同意する"]),
            ("『白書』と「『外交』青書」", vec!["白書", "『外交』青書"]),
            ("장관은 “동의한다”고 말했다. ‘안보’", vec!["동의한다", "안보"]),
            ("‹ oui › und ‚nein‘", vec![" oui ", "nein"]),
            ("a 5\" pipe and 6' long", vec![]),
            ("", vec![]),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn nested_unbalanced_and_over_paragraphs() {
        for (text, expected) in [
            ("“He said ‘we agree’ to it”", vec!["He said ‘we agree’ to it"]),
            ("“We agree to it.\n\nNext one.", vec!["We agree to it.…"]),
            ("“We agree to it.\n\n“And to this.”\n\nNext.", vec!["We agree to it.\n\n“And to this."]),
            ("We agree” to it. “Yes”", vec!["Yes"]),
            ("“a “b” c”", vec!["a…", "b"]),
            ("> We agree\n> to it.\n> — A. B.\n\nNext", vec!["We agree\n> to it."]),
            ("text\n> “We agree”\ntext", vec!["We agree"]),
            ("““““", vec![]),
            ("”””“”\"\"", vec![]),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
        assert_eq!(find_quotations("“He said ‘we agree’ to it”")[0].inside.len(), 1);
    }

    #[test]
    fn marks_alone_take_time_in_line_with_their_number() {
        for mark in ["“", "\"", "'", "’", "‘", "» ", "«", "”", "\" ", " \"a", "> ", "‘a ", "s’ a"] {
            let text = mark.repeat(40_000);
            assert!(find_quotations(&text).len() <= text.len(), "{mark}");
        }
    }
}
