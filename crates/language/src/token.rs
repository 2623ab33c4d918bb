//! Tokens: the words of a text, each with what all readers want to know of it.
//!
//! In: reading text. Out: its words in order, with spans, folded forms, the gap before each, shapes and classes.
//! Punctuation and signs are not tokens: they are in the gaps between tokens, which [`Tokens::between`] returns.

mod gap;

use std::borrow::Cow;
use std::ops::Range;

use entente_text::fold::fold_word;
use entente_text::script::{is_han, is_hangul, is_kana};
use entente_text::{checkpoint, each_word};

use self::gap::{gap_before, is_abbreviation};
use crate::class::{Class, Classes};
use crate::language::Language;
use crate::lexicon::{WordClasses, word_classes_of};
use crate::values::tables::month_name;

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token<'a> {
    /// As printed.
    pub text: &'a str,
    /// Bytes of the text that was tokenized.
    pub span: Range<usize>,
    /// Lower case, diacritics off, compatibility forms replaced.
    pub folded: Cow<'a, str>,
    /// The gap before it.
    pub gap: Gap,
    /// How it is written.
    pub shape: Shape,
    /// What it can be in the language of the text.
    pub classes: Classes,
    /// What it can be in any language: dates are found in every language, whatever the text's own.
    pub anywhere: Classes,
}

/// The gap before a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// White space, or an abbreviation's full stop and white space.
    Space,
    /// A hyphen, an apostrophe or an ampersand: the words are one.
    Join,
    /// A plural's apostrophe: "Ministers' Meeting".
    Plural,
    /// The apostrophe before a possessive "s".
    Possessive,
    /// A comma.
    Comma,
    /// Anything else, and the beginning.
    Break,
}

/// How a token is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Letters with case, none of them a capital: "talks".
    Lower,
    /// A capital first, and no other: "Seoul", "A".
    Capitalised,
    /// Two letters or more, all capitals: "OECD", "U.S".
    Upper,
    /// Capitals elsewhere, or letters and digits: "iPhone", "G20", "5bn".
    Mixed,
    /// Digits and other number signs alone.
    Number,
    /// Has a Korean syllable or letter: "서울", "2024년".
    Hangul,
    /// Has Japanese kana.
    Kana,
    /// Has a Chinese character, but no kana.
    Han,
    /// Letters without case of any other script.
    Other,
}

/// A text and its tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tokens<'a> {
    /// The text that was tokenized.
    pub text: &'a str,
    /// The language that the words were read in.
    pub language: Language,
    /// Its tokens in order.
    pub tokens: Vec<Token<'a>>,
}

/// The tokens of `text`, with the classes that words have in English and in any language. A text without words has none.
///
/// ```
/// use entente_language::{Class, Gap, tokenize};
///
/// let tokens = tokenize("The ministers met, briefly.");
/// assert_eq!(tokens.len(), 4);
/// assert_eq!((tokens.printed(0), tokens.folded(0)), ("The", "the"));
/// assert!(tokens.has(0, Class::Determiner));
/// // The gap before the fourth token, and the text between the third and it.
/// assert_eq!((tokens.gap(3), tokens.between(2)), (Gap::Comma, ", "));
/// assert!(tokenize("… – …").is_empty());
/// ```
#[must_use]
pub fn tokenize(text: &str) -> Tokens<'_> {
    tokenize_in(text, Language::English)
}

/// The tokens of `text`, with the classes that words have in `language` and in any language.
#[must_use]
pub fn tokenize_in(text: &str, language: Language) -> Tokens<'_> {
    checkpoint();
    let mut tokens: Vec<Token> = Vec::with_capacity(text.len() / 6);
    each_word(text, |start, end| {
        if tokens.last().is_some_and(|before| is_glued_note_mark(text, before, start..end)) {
            return;
        }
        let end = start + without_note_mark(&text[start..end]).len();
        let printed = &text[start..end];
        let folded = fold_word(printed);
        let WordClasses { own: mut classes, anywhere } = word_classes_of(&folded, language);
        if classes.has(Class::Month) && !is_month(&folded, printed) {
            classes = classes.without(Class::Month);
        }
        let gap = tokens.last().map_or(Gap::Break, |before| gap_before(text, before, start, printed));
        let shape = Shape::of(printed);
        tokens.push(Token { text: printed, span: start..end, folded, gap, shape, classes, anywhere });
    });
    Tokens { text, language, tokens }
}

/// "may", "march" and "dec" are months with a capital only.
fn is_month(folded: &str, printed: &str) -> bool {
    month_name(folded).is_some_and(|name| !name.needs_capital || printed.starts_with(char::is_uppercase))
}

/// `word` without the raised digits of a note at its end: "officers¹", "36¹", but not "km²".
fn without_note_mark(word: &str) -> &str {
    let bare = word.trim_end_matches(is_raised_digit);
    let is_power = bare.len() < 4 && bare.bytes().all(|byte| byte.is_ascii_alphabetic()) || is_power_of_ten(word);
    if bare.is_empty() || is_power { word } else { bare }
}

/// Most digits of a note's mark.
const MAX_NOTE_DIGITS: usize = 2;
/// Shortest word that a note's mark is glued to, in bytes: shorter ones stand before numbers ("art.5").
const MIN_MARKED_BYTES: usize = 4;

/// True if `word` is the mark of a note that a plain text prints right after a stop or a comma: "the states,2 which",
/// "the agreement.3 The". It is not one of the sentence's numbers.
fn is_glued_note_mark(text: &str, before: &Token, word: Range<usize>) -> bool {
    let digits = &text[word.clone()];
    let Some(mark) = text.get(before.span.end..word.start).filter(|mark| matches!(*mark, "." | "," | ";")) else {
        return false;
    };
    let lower = before.text.bytes().skip(1).all(|byte| byte.is_ascii_lowercase());
    let letters = before.text.starts_with(|c: char| c.is_ascii_alphabetic());
    let worded = letters && lower && before.text.len() >= MIN_MARKED_BYTES && !is_abbreviation(before);
    let numbered = digits.len() <= MAX_NOTE_DIGITS && digits.bytes().all(|byte| byte.is_ascii_digit());
    let after = &text[word.end..];
    let next = after.trim_start().chars().next();
    let apart = after.is_empty() || after.starts_with(char::is_whitespace);
    let goes_on = if mark == "." {
        next.is_none_or(|c| c.is_uppercase() || matches!(c, '"' | '“' | '('))
    } else {
        next.is_some_and(char::is_lowercase)
    };
    worded && numbered && apart && goes_on
}

/// "10³", "10¹²", but not "10¹", which is ten with the mark of a note.
pub(crate) fn is_power_of_ten(word: &str) -> bool {
    word.strip_prefix("10")
        .is_some_and(|raised| !matches!(raised, "" | "¹") && raised.chars().all(|c| is_raised_digit(c) || c == '⁻'))
}

/// True for a raised digit.
#[must_use]
pub fn is_raised_digit(c: char) -> bool {
    matches!(c, '\u{b2}' | '\u{b3}' | '\u{b9}' | '\u{2070}' | '\u{2074}'..='\u{2079}')
}

impl Shape {
    /// How `word` is written.
    #[must_use]
    pub fn of(word: &str) -> Self {
        let (mut lower, mut upper, mut digits, mut other) = (0_usize, 0_usize, 0_usize, 0_usize);
        let (mut hangul, mut kana, mut han) = (false, false, false);
        for c in word.chars() {
            match c {
                'a'..='z' => lower += 1,
                'A'..='Z' => upper += 1,
                '0'..='9' => digits += 1,
                '.' => {}
                _ if is_hangul(c) => hangul = true,
                _ if is_kana(c) => kana = true,
                _ if is_han(c) => han = true,
                _ if c.is_uppercase() => upper += 1,
                _ if c.is_lowercase() => lower += 1,
                _ if c.is_numeric() => digits += 1,
                _ => other += 1,
            }
        }
        let capital_first = word.chars().next().is_some_and(char::is_uppercase);
        match () {
            () if hangul => Self::Hangul,
            () if kana => Self::Kana,
            () if han => Self::Han,
            () if lower + upper + digits == 0 => Self::Other,
            () if lower + upper == 0 => Self::Number,
            () if digits > 0 => Self::Mixed,
            () if upper == 0 => Self::Lower,
            () if upper == 1 && capital_first => Self::Capitalised,
            () if lower == 0 && other == 0 => Self::Upper,
            () => Self::Mixed,
        }
    }
}

impl<'a> Tokens<'a> {
    /// How many tokens there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// True if the text has no word.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// Token `at`; `None` outside.
    #[must_use]
    pub fn get(&self, at: usize) -> Option<&Token<'a>> {
        self.tokens.get(at)
    }

    /// Folded form of token `at`; "" outside.
    #[must_use]
    pub fn folded(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| &*token.folded)
    }

    /// Token `at` as printed; "" outside.
    #[must_use]
    pub fn printed(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.text)
    }

    /// True if token `at` has `class`; false outside.
    #[must_use]
    pub fn has(&self, at: usize, class: Class) -> bool {
        self.tokens.get(at).is_some_and(|token| token.classes.has(class))
    }

    /// True if token `at` has one of `classes`; false outside.
    #[must_use]
    pub fn has_any(&self, at: usize, classes: Classes) -> bool {
        self.tokens.get(at).is_some_and(|token| token.classes.meets(classes))
    }

    /// True if the folded form of token `at` is `word`.
    #[must_use]
    pub fn is(&self, at: usize, word: &str) -> bool {
        self.tokens.get(at).is_some_and(|token| token.folded == word)
    }

    /// The gap before token `at`; a break outside.
    #[must_use]
    pub fn gap(&self, at: usize) -> Gap {
        self.tokens.get(at).map_or(Gap::Break, |token| token.gap)
    }

    /// True if a mark that can end a clause comes before token `at`: a full stop, a semicolon, a colon, a dash. A currency
    /// sign, a bracket, a quotation mark and the point of "1.5" are not. True at the start of the text, too.
    #[must_use]
    pub fn follows_stop(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return true };
        let between = self.between(before);
        let point = between == "." && self.printed(at).starts_with(|c: char| c.is_ascii_digit());
        self.gap(at) == Gap::Break && !point && between.contains(['.', ';', ':', '!', '?', '—', '–', '…'])
    }

    /// How token `at` is written; `None` outside.
    #[must_use]
    pub fn shape(&self, at: usize) -> Option<Shape> {
        self.tokens.get(at).map(|token| token.shape)
    }

    /// The characters between token `at` and the next one; after the last, the rest of the text; "" outside.
    #[must_use]
    pub fn between(&self, at: usize) -> &'a str {
        let Some(token) = self.tokens.get(at) else { return "" };
        let end = self.tokens.get(at + 1).map_or(self.text.len(), |next| next.span.start);
        self.text.get(token.span.end..end).unwrap_or("")
    }

    /// Bytes of the tokens of `range`; empty at the end of the text where there are none.
    #[must_use]
    pub fn bytes(&self, range: Range<usize>) -> Range<usize> {
        let inside = self.tokens.get(range).unwrap_or(&[]);
        match (inside.first(), inside.last()) {
            (Some(first), Some(last)) => first.span.start..last.span.end,
            _ => self.text.len()..self.text.len(),
        }
    }

    /// The first token that starts at or after byte `at`.
    #[must_use]
    pub fn token_at(&self, at: usize) -> usize {
        self.tokens.partition_point(|token| token.span.start < at)
    }

    /// True if token `at` begins with a capital letter.
    #[must_use]
    pub fn is_capital(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.text.starts_with(char::is_uppercase))
    }
}

#[cfg(test)]
mod tests {
    use super::{Gap, Shape, tokenize};

    #[test]
    fn gaps_say_what_stands_before_a_word() {
        let tokens = tokenize("Mr. Kim met the ROK-US Ministers' team, Korea's.  End; it’s");
        let gaps: Vec<(&str, Gap)> = tokens.tokens.iter().map(|token| (token.text, token.gap)).collect();
        let expected = [
            ("Mr", Gap::Break),
            ("Kim", Gap::Space),
            ("met", Gap::Space),
            ("the", Gap::Space),
            ("ROK", Gap::Space),
            ("US", Gap::Join),
            ("Ministers", Gap::Space),
            ("team", Gap::Plural),
            ("Korea", Gap::Comma),
            ("s", Gap::Possessive),
            ("End", Gap::Break),
            ("it", Gap::Break),
            ("s", Gap::Possessive),
        ];
        assert_eq!(gaps, expected);
        assert_eq!(tokens.between(7), ", ");
        assert_eq!(tokens.between(10), "; ");
        assert_eq!((tokens.between(99), tokens.folded(99)), ("", ""));
    }

    #[test]
    fn stops_are_told_from_other_marks() {
        let tokens = tokenize("It met; they gave $5 million (\"all\"). End — so");
        let stops: Vec<&str> =
            (0..tokens.len()).filter(|at| tokens.follows_stop(*at)).map(|at| tokens.printed(at)).collect();
        assert_eq!(stops, ["It", "they", "End", "so"]);
    }

    #[test]
    fn marks_of_notes_that_are_glued_to_a_word_are_no_tokens() {
        for (text, expected) in [
            ("the two states,2 which met in Oslo.3 They left", "the two states which met in Oslo They left"),
            ("the agreement.3", "the agreement"),
            ("see art.5 of it", "see art 5 of it"),
            ("open 24,5 days a week", "open 24 5 days a week"),
            ("ports,2,3 and more", "ports 2 3 and more"),
            ("the ports.12 of them", "the ports 12 of them"),
        ] {
            let words: Vec<&str> = tokenize(text).tokens.iter().map(|token| token.text).collect();
            assert_eq!(words.join(" "), expected, "{text}");
        }
        let tokens = tokenize("the two states,2 which");
        assert_eq!(tokens.tokens.last().map(|token| token.gap), Some(Gap::Comma));
    }

    #[test]
    fn shapes_say_how_a_word_is_written() {
        for (word, shape) in [
            ("talks", Shape::Lower),
            ("Seoul", Shape::Capitalised),
            ("A", Shape::Capitalised),
            ("OECD", Shape::Upper),
            ("U.S", Shape::Upper),
            ("McDonald", Shape::Mixed),
            ("G20", Shape::Mixed),
            ("2014", Shape::Number),
            ("２０", Shape::Number),
            ("2024년", Shape::Hangul),
            ("第3回会合", Shape::Han),
            ("東京で", Shape::Kana),
            ("Élysée", Shape::Capitalised),
            ("مصر", Shape::Other),
        ] {
            assert_eq!(Shape::of(word), shape, "{word}");
        }
    }

    #[test]
    fn folded_forms_are_those_of_the_text_crate() {
        assert_eq!(tokenize("36¹ officers² of 5 km²").tokens.last().map(|token| &*token.folded), Some("km2"));
        assert_eq!(tokenize("36¹ officers²").folded(1), "officers");
        for text in ["Zürich’s ＡＰＥＣ 2024년 École x9 Straße ﬁn İstanbul", "", "  ", "—"] {
            let words: Vec<String> =
                entente_text::words(text).into_iter().map(|word| word.folded.into_owned()).collect();
            let tokens: Vec<String> =
                tokenize(text).tokens.into_iter().map(|token| token.folded.into_owned()).collect();
            assert_eq!(tokens, words);
        }
    }
}
