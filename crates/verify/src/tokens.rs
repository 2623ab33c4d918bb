//! Words as two texts are compared by: folded, numbers whole, signs of money and per cent among them.
//!
//! White space, punctuation, kinds of quotation marks and dashes are not among them. In scripts without spaces each
//! character is a word.

use std::ops::Range;

use entente_explore::is_small;
use entente_text::each_word;
use entente_text::fold::fold;

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    /// Bytes of the text.
    pub(crate) range: Range<usize>,
    /// What it is compared by.
    pub(crate) folded: String,
    /// Stands in square brackets: the words of the person who quotes.
    pub(crate) in_brackets: bool,
}

impl Token {
    /// How much it says: of a sentence of small words alone, nothing is left.
    pub(crate) fn weight(&self) -> u32 {
        let is_letters = self.folded.chars().all(char::is_alphabetic);
        let is_short = is_letters && self.folded.chars().count() == 1 && !is_solid(&self.folded);
        if is_short || is_small(&self.folded) { 1 } else { 4 }
    }

    /// True if it is more than an article, a preposition or the like.
    pub(crate) fn is_content(&self) -> bool {
        self.weight() > 1
    }

    /// True if it is a character of a script without spaces.
    pub(crate) fn is_solid(&self) -> bool {
        is_solid(&self.folded)
    }
}

fn is_solid(word: &str) -> bool {
    word.chars().next().is_some_and(is_solid_char)
}

/// Characters of scripts that set no spaces between words.
fn is_solid_char(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{e7f}' | '\u{3005}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ff9d}' | '\u{20000}'..='\u{3ffff}')
}

/// Signs that change what is said.
fn is_sign(c: char) -> bool {
    matches!(c, '%' | '‰' | '$' | '€' | '£' | '¥' | '₩' | '₹' | '§' | '+' | '±')
}

fn is_raised_digit(c: char) -> bool {
    matches!(c, '¹' | '²' | '³' | '\u{2070}'..='\u{2079}')
}

/// Digits of the longest mark of a note in brackets: "[112]".
const MAX_NOTE_DIGITS: usize = 3;

/// The words of `text`.
pub(crate) fn tokenize(text: &str) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::new();
    let mut scanned = 0;
    each_word(text, |start, end| {
        signs(text, scanned..start, &mut out);
        scanned = end;
        let word = &text[start..end];
        if word.chars().any(is_solid_char) {
            return solid(text, start..end, &mut out);
        }
        let bare = word.trim_end_matches(is_raised_digit);
        let printed = if bare.ends_with(char::is_alphabetic) { bare } else { word };
        let mut folded = fold(printed);
        folded.retain(|c| c != '.');
        let joins = out.last().is_some_and(|before| goes_on(text, before, start, word));
        match out.last_mut().filter(|_| joins) {
            Some(before) => {
                let between = &text[before.range.end..start];
                if between == "." {
                    before.folded.push('.');
                }
                before.folded.push_str(&folded);
                before.range.end = end;
            }
            None if folded.is_empty() => {}
            None => out.push(Token { range: start..end, folded, in_brackets: false }),
        }
    });
    signs(text, scanned..text.len(), &mut out);
    brackets(text, &mut out);
    out
}

/// True if the word at `start` goes on the one before it: "3.5", "1,000", "[w]e".
fn goes_on(text: &str, before: &Token, start: usize, word: &str) -> bool {
    let between = &text[before.range.end..start];
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let number = digit(before.folded.chars().next_back()) && digit(word.chars().next());
    let group = word.chars().take_while(char::is_ascii_digit).count() == 3;
    let letter = between == "]"
        && before.range.len() <= 4
        && before.folded.chars().count() == 1
        && text[..before.range.start].ends_with('[');
    number && (between == "." || between == "," && group) || letter
}

fn signs(text: &str, range: Range<usize>, out: &mut Vec<Token>) {
    for (at, c) in text[range.clone()].char_indices().filter(|(_, c)| is_sign(*c)) {
        let start = range.start + at;
        out.push(Token { range: start..start + c.len_utf8(), folded: c.to_string(), in_brackets: false });
    }
}

/// One token a character; stretches of other scripts in between stay words.
fn solid(text: &str, range: Range<usize>, out: &mut Vec<Token>) {
    let mut open: Option<usize> = None;
    let mut push = |range: Range<usize>| {
        let folded = fold(&text[range.clone()]);
        if !folded.is_empty() {
            out.push(Token { range, folded, in_brackets: false });
        }
    };
    for (at, c) in text[range.clone()].char_indices() {
        let at = range.start + at;
        if is_solid_char(c) {
            if let Some(start) = open.take() {
                push(start..at);
            }
            push(at..at + c.len_utf8());
        } else if open.is_none() {
            open = Some(at);
        }
    }
    if let Some(start) = open {
        push(start..range.end);
    }
}

/// Drops marks of notes ("[12]") and notes which words are in square brackets.
fn brackets(text: &str, tokens: &mut Vec<Token>) {
    if !text.contains('[') {
        return;
    }
    tokens.retain(|token| {
        let is_number = token.folded.len() <= MAX_NOTE_DIGITS && token.folded.bytes().all(|byte| byte.is_ascii_digit());
        !(is_number && text[..token.range.start].ends_with('[') && text[token.range.end..].starts_with(']'))
    });
    let mut open = None;
    let mut groups: Vec<Range<usize>> = Vec::new();
    for (at, c) in text.char_indices() {
        match c {
            '[' => open = Some(at),
            ']' => groups.extend(open.take().map(|start| start..at)),
            _ => {}
        }
    }
    for token in tokens {
        let at = groups.partition_point(|group| group.end < token.range.end);
        token.in_brackets = groups.get(at).is_some_and(|group| group.start < token.range.start);
    }
}

/// Words that a person would count: two characters of a script without spaces are one.
pub(crate) fn word_count(tokens: &[Token]) -> usize {
    let solid = tokens.iter().filter(|token| token.is_solid()).count();
    tokens.len() - solid + solid / 2
}

#[cfg(test)]
mod tests {
    use super::tokenize;

    #[test]
    fn words_are_compared_by_letters_numbers_and_signs() {
        for (text, expected) in [
            ("The “U.S.” — ROK’s Plan", "the us rok s plan"),
            ("USD 1,000.5 or 3.5%, not 12,5", "usd 1000.5 or 3.5 % not 12 5"),
            ("officers¹ met[12] in 2016.", "officers met in 2016"),
            ("[w]e agree", "we agree"),
            ("日本の外務省は2016年", "日 本 の 外 務 省 は 2016 年"),
            ("counter-terrorism", "counter terrorism"),
            ("", ""),
            ("… – “”", ""),
        ] {
            let found: Vec<String> = tokenize(text).into_iter().map(|token| token.folded).collect();
            assert_eq!(found.join(" "), expected, "{text}");
        }
    }

    #[test]
    fn words_in_square_brackets_are_known() {
        let own: Vec<String> =
            tokenize("a [b c] d [e").into_iter().filter(|token| token.in_brackets).map(|token| token.folded).collect();
        assert_eq!(own, ["b", "c"]);
    }
}
