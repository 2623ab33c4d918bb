//! Numbers: digits with decimal and group marks, words, and the scales after them.
//!
//! In: tokens and the byte where a number may begin. Out: its value and where it ends, or nothing where what is printed
//! there is not wholly understood ("1.2.3", "2,5" in a list). Raised digits are marks of notes, not digits.

use std::ops::Range;

use entente_text::script::{is_han, is_hangul, is_kana};

use super::decimal::Decimal;
use super::myriad::parse_myriad;
use super::tables::{NumberKind, Written, number_word, scale_word, writes_comma};
use crate::class::Class;
use crate::language::Language;
use crate::token::{Gap, Tokens, is_raised_digit};

/// A number as printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// Bytes of the text, without a note's mark after it.
    pub span: Range<usize>,
    /// Where the text goes on: after the note's mark, where there is one.
    pub next: usize,
    /// What it is worth, scale included.
    pub value: Decimal,
    /// The power of ten of its scale, if it has one: 6 for "million".
    pub scale: Option<i32>,
    /// True if it has marks between groups of digits: it is no year and no number of a paragraph.
    pub is_grouped: bool,
    /// True if it is written in words alone.
    pub in_words: bool,
    /// What it needs beside it to be understood.
    pub needs: Needs,
}

/// What a number needs beside it to be understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Needs {
    /// Nothing.
    Nothing,
    /// A unit: "12,5" may be two numbers.
    Unit,
    /// A currency: "5m" may be metres, "3 250" two numbers.
    Currency,
}

/// Most groups of digits in a number.
const MAX_GROUPS: usize = 10;
/// Most scales after a number: "3 lakh crore".
const MAX_SCALES: usize = 3;
/// Longest word in letters after digits that is looked at, in bytes.
const MAX_GLUED: usize = 8;

/// The number that begins at byte `at`: digits there, or a token that is a number word. `currency` is the code of a
/// currency printed before it, which decides between marks of groups and of decimals.
#[must_use]
pub fn parse_number(tokens: &Tokens, at: usize, currency: Option<&str>) -> Option<Number> {
    if let Some(number) = parse_myriad(tokens, at) {
        return Some(number);
    }
    if tokens.text.get(at..)?.starts_with(is_digit) {
        parse_digits(tokens, at, currency)
    } else {
        parse_words(tokens, at)
    }
}

/// True for a digit, of full width too.
pub(crate) fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '０'..='９')
}

/// The digits that `text` begins with, in ASCII, and how many bytes they take.
pub(crate) fn leading_digits(text: &str) -> (String, usize) {
    let mut digits = String::new();
    let mut length = 0;
    for c in text.chars().take_while(|c| is_digit(*c)) {
        let digit = u32::from(c) & 0xf;
        digits.extend(char::from_digit(digit, 10));
        length += c.len_utf8();
    }
    (digits, length)
}

/// Groups of digits with the marks between them.
struct Literal {
    groups: Vec<String>,
    marks: Vec<char>,
    end: usize,
}

impl Literal {
    /// The digits at byte `at` with all marks that may belong to them.
    fn scan(text: &str, at: usize) -> Option<Self> {
        let (first, length) = leading_digits(text.get(at..)?);
        let mut literal = Self { groups: vec![first], marks: Vec::new(), end: at + length };
        while literal.groups.len() <= MAX_GROUPS {
            let rest = text.get(literal.end..)?;
            let Some(mark) = rest.chars().next() else { break };
            let (digits, length) = leading_digits(&rest[mark.len_utf8()..]);
            let is_space = matches!(mark, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}' | '\u{2007}');
            let apart = is_space || matches!(mark, '\'' | '’');
            let belongs = match mark {
                '.' | ',' | '．' | '，' => !digits.is_empty(),
                _ if apart => {
                    let behind = rest[mark.len_utf8() + length..].chars().next();
                    digits.len() == 3
                        && literal.groups.last().is_some_and(|group| group.len() <= 3)
                        && literal.marks.iter().all(|known| *known == normal_mark(mark))
                        && !behind.is_some_and(|c| c.is_alphabetic() && !is_unspaced(c))
                }
                _ => false,
            };
            if !belongs {
                break;
            }
            literal.groups.push(digits);
            literal.marks.push(normal_mark(mark));
            literal.end += mark.len_utf8() + length;
        }
        (literal.groups.len() <= MAX_GROUPS).then_some(literal)
    }

    /// True if all groups but the first have three digits, the first at most three.
    fn is_grouped(groups: &[String]) -> bool {
        let first = groups.first().map_or(0, String::len);
        (1..=3).contains(&first) && groups[1..].iter().all(|group| group.len() == 3)
    }

    /// True for groups of two digits and a last one of three: "25,00,000".
    fn is_grouped_by_lakh(groups: &[String]) -> bool {
        let (Some(first), Some(last)) = (groups.first(), groups.last()) else { return false };
        groups.len() > 2
            && (1..=2).contains(&first.len())
            && last.len() == 3
            && groups[1..groups.len() - 1].iter().all(|group| group.len() == 2)
    }
}

/// One mark for all of its kind.
fn normal_mark(mark: char) -> char {
    match mark {
        ',' | '，' => ',',
        '.' | '．' => '.',
        '\'' | '’' => '\'',
        _ => ' ',
    }
}

/// What digits and marks mean.
enum Reading {
    /// One value only.
    Certain { value: Decimal, is_grouped: bool },
    /// "12,5" where a comma is usually not a decimal mark.
    CommaDecimal(Decimal),
    /// "3 250": one space.
    OneSpace(Decimal),
    /// "1.500", "1,500": one mark and three digits.
    OneMark { mark: char, grouped: Decimal, decimal: Decimal },
}

fn read_literal(literal: &Literal) -> Option<Reading> {
    let (groups, marks) = (&literal.groups, &literal.marks);
    let joined = || Decimal::from_digits(&groups.concat(), "");
    let certain = |value| Reading::Certain { value, is_grouped: true };
    match marks.as_slice() {
        [] => Some(Reading::Certain { value: joined()?, is_grouped: false }),
        [mark] => {
            let (whole, fraction) = (groups.first()?, groups.get(1)?);
            let decimal = Decimal::from_digits(whole, fraction);
            let is_group = Literal::is_grouped(groups) && !whole.starts_with('0');
            match mark {
                '\'' => is_group.then(joined)?.map(certain),
                ' ' => Some(Reading::OneSpace(is_group.then(joined)??)),
                _ if is_group => Some(Reading::OneMark { mark: *mark, grouped: joined()?, decimal: decimal? }),
                '.' => Some(Reading::Certain { value: decimal?, is_grouped: false }),
                _ => Some(Reading::CommaDecimal(decimal?)),
            }
        }
        [first, .., last] if marks[..marks.len() - 1].iter().all(|mark| mark == first) => {
            let same = first == last;
            if same && (Literal::is_grouped(groups) || *first == ',' && Literal::is_grouped_by_lakh(groups)) {
                return joined().map(certain);
            }
            let (fraction, whole) = groups.split_last()?;
            let by_lakh = *first == ',' && Literal::is_grouped_by_lakh(whole);
            let fits = !same && matches!(last, '.' | ',') && (Literal::is_grouped(whole) || by_lakh);
            fits.then(|| Decimal::from_digits(&whole.concat(), fraction)).flatten().map(certain)
        }
        _ => None,
    }
}

/// True for a language that writes a comma before decimals.
fn is_comma_language(language: Language) -> bool {
    match language {
        Language::French | Language::German | Language::Spanish | Language::Italian | Language::Portuguese => true,
        Language::English | Language::Korean | Language::Japanese | Language::Chinese => false,
    }
}

fn parse_digits(tokens: &Tokens, at: usize, currency: Option<&str>) -> Option<Number> {
    let text = tokens.text;
    let mut literal = Literal::scan(text, at)?;
    let reading = read_literal(&literal)?;
    let mut fraction = None;
    if let Some(sign) = text[literal.end..].chars().next().filter(|_| literal.marks.is_empty()) {
        fraction = vulgar_fraction(sign);
        literal.end += fraction.map_or(0, |_| sign.len_utf8());
    }
    let end = literal.end;
    let next = end + text[end..].chars().take_while(|c| is_raised_digit(*c)).map(char::len_utf8).sum::<usize>();
    let tail = Tail::parse(tokens, next)?;
    let has_scale = tail.exponent.is_some();
    let percent = text[tail.next..].trim_start_matches([' ', '\u{a0}', '\u{202f}']).starts_with('%')
        || tokens.has(tokens.token_at(tail.next), Class::Percent);
    let mut needs = if tail.is_money { Needs::Currency } else { Needs::Nothing };
    let comma = is_comma_language(tokens.language) || currency.is_some_and(writes_comma);
    let mut is_grouped = false;
    let value = match reading {
        Reading::Certain { value, is_grouped: grouped } => {
            is_grouped = grouped;
            value
        }
        Reading::CommaDecimal(value) => {
            if !comma && !has_scale {
                needs = needs.max(Needs::Unit);
            }
            value
        }
        Reading::OneSpace(value) => {
            needs = needs.max(if comma { Needs::Unit } else { Needs::Currency });
            is_grouped = true;
            value
        }
        Reading::OneMark { mark, grouped, decimal } => {
            let group_mark = if comma { '.' } else { ',' };
            is_grouped = mark == group_mark;
            if is_grouped {
                if percent {
                    return None;
                }
                grouped
            } else if percent || has_scale && !comma {
                decimal
            } else {
                return None;
            }
        }
    };
    let value = match fraction {
        Some(part) => value.plus(part)?,
        None => value,
    };
    let end = if has_scale { tail.end } else { end };
    Some(Number {
        span: at..end,
        next: tail.next,
        value: value.scaled(tail.exponent.unwrap_or(0))?,
        scale: tail.exponent,
        is_grouped,
        in_words: false,
        needs,
    })
}

/// A fraction in one sign.
fn vulgar_fraction(sign: char) -> Option<Decimal> {
    match sign {
        '½' => Decimal::from_digits("0", "5"),
        '¼' => Decimal::from_digits("0", "25"),
        '¾' => Decimal::from_digits("0", "75"),
        _ => None,
    }
}

/// True for a character of a script that writes no spaces.
pub(crate) fn is_unspaced(c: char) -> bool {
    is_hangul(c) || is_han(c) || is_kana(c)
}

/// The scales after a number's digits.
struct Tail {
    /// Power of ten of all scales together.
    exponent: Option<i32>,
    /// True if one of them is a scale beside a currency only.
    is_money: bool,
    /// Where the last scale ends.
    end: usize,
    /// Where the text goes on.
    next: usize,
}

impl Tail {
    /// The scales from byte `at` on. `None` where letters stand right there that are no scale: "5G", "14th".
    fn parse(tokens: &Tokens, at: usize) -> Option<Self> {
        let text = tokens.text;
        let mut tail = Self { exponent: None, is_money: false, end: at, next: at };
        let rest = text.get(at..)?;
        if rest.starts_with(|c: char| c.is_alphanumeric() && !is_unspaced(c)) {
            let length: usize =
                rest.chars().take_while(|c| c.is_alphanumeric()).map(char::len_utf8).take(MAX_GLUED).sum();
            let word = rest[..length].to_lowercase();
            let scale = scale_word(&word, tokens.language);
            let is_scale = rest[length..].chars().next().is_none_or(|c| !c.is_alphanumeric());
            let scale = scale.filter(|scale| is_scale && !matches!(scale.written, Written::Small | Written::Myriad))?;
            tail.add(text, scale.exponent, scale.written, at + length)?;
        }
        let mut last = None;
        for _ in 0..MAX_SCALES {
            let Some((exponent, written, end)) = spaced_scale(tokens, tail.next) else { break };
            // "lakh crore" and "thousand million" grow.
            if last.or(tail.exponent).is_some_and(|last| last >= exponent) {
                break;
            }
            last = Some(exponent);
            tail.add(text, exponent, written, end)?;
        }
        Some(tail)
    }

    fn add(&mut self, text: &str, exponent: i32, written: Written, end: usize) -> Option<()> {
        self.exponent = Some(self.exponent.unwrap_or(0) + exponent);
        self.is_money |= written == Written::Money;
        self.end = end;
        let mark: usize = text.get(end..)?.chars().take_while(|c| is_raised_digit(*c)).map(char::len_utf8).sum();
        self.next = end + mark;
        Some(())
    }
}

/// The scale that follows byte `at` after a space or a hyphen: its power of ten, how it is written, and where it ends.
fn spaced_scale(tokens: &Tokens, at: usize) -> Option<(i32, Written, usize)> {
    let place = tokens.token_at(at);
    let token = tokens.get(place)?;
    let between = tokens.text.get(at..token.span.start)?;
    let joins = matches!(between, "-" | "‑" | "‐") || between.trim().is_empty() && between.chars().count() <= 2;
    if !joins || between.is_empty() {
        return None;
    }
    // "million7": the digits are a note's mark.
    let mark = token.text.bytes().rev().take_while(u8::is_ascii_digit).count();
    let word = token.folded.strip_suffix(&token.text[token.text.len() - mark..]).unwrap_or(&token.folded);
    let scale = scale_word(word, tokens.language)?;
    let fits = match scale.written {
        Written::Word => true,
        Written::Glued | Written::Money => mark == 0,
        Written::Small | Written::Myriad => false,
    };
    fits.then_some((scale.exponent, scale.written, token.span.end))
}

/// A number in words: "two hundred and twenty-five thousand", "half a million", "a billion".
fn parse_words(tokens: &Tokens, at: usize) -> Option<Number> {
    let first = tokens.token_at(at);
    if tokens.get(first)?.span.start != at {
        return None;
    }
    let mut words = Words::default();
    let mut next = first;
    if tokens.has(first, Class::Half) {
        next += 1 + usize::from(tokens.has(first + 1, Class::Article));
        return words.half(tokens, first, next);
    }
    if tokens.has(first, Class::Article) {
        next += 1;
        if tokens.has(next, Class::Half) {
            return words.half(tokens, first, next + 1);
        }
        words.section = 1;
        scale_at(tokens, next)?;
    }
    let mut end = None;
    loop {
        // "two hundred and five", but not "five and six".
        let links = end.is_some() && tokens.has(next, Class::And) && words.total + words.section >= 20;
        let place = next + usize::from(links);
        let close = end.is_none() || (next..=place).all(|at| matches!(tokens.gap(at), Gap::Space | Gap::Join));
        let Some(token) = tokens.get(place).filter(|_| close) else { break };
        let cardinal = number_word(&token.folded, tokens.language, NumberKind::Cardinal);
        let taken = match (cardinal, scale_at(tokens, place)) {
            (Some(value), _) => words.add(u64::from(value)),
            (None, Some(exponent)) if !links && (end.is_some() || place > first) => words.scale(exponent),
            _ => None,
        };
        if taken.is_none() {
            break;
        }
        next = place + 1;
        end = Some(next);
    }
    words.number(tokens, first, end?)
}

/// The power of ten of the scale that token `at` is.
fn scale_at(tokens: &Tokens, at: usize) -> Option<i32> {
    let scale = scale_word(tokens.folded(at), tokens.language)?;
    (scale.written == Written::Word).then_some(scale.exponent)
}

/// A number in words as far as it is read.
#[derive(Default)]
struct Words {
    /// What larger scales have closed.
    total: u64,
    /// What no scale has closed yet.
    section: u64,
    /// The power of ten of the last scale.
    last_scale: Option<i32>,
    /// True if the last word was a scale.
    after_scale: bool,
    largest: Option<i32>,
}

impl Words {
    fn add(&mut self, value: u64) -> Option<()> {
        let rest = self.section % 100;
        // "soixante-dix", "quatre-vingts".
        let by_score = (rest == 60 || rest == 80) && (10..20).contains(&value);
        if rest == 4 && value == 20 {
            self.section = self.section - 4 + 80;
            return Some(());
        }
        let fits = match value {
            0 => self.section == 0 && self.total == 0,
            1..=9 => rest == 0 || rest >= 20 && rest.is_multiple_of(10),
            10..=99 => rest == 0 || by_score,
            _ => self.section == 0,
        };
        if !fits {
            return None;
        }
        self.section += value;
        self.after_scale = false;
        Some(())
    }

    fn scale(&mut self, exponent: i32) -> Option<()> {
        let power = 10_u64.checked_pow(u32::try_from(exponent).ok()?)?;
        if exponent == 2 {
            (self.section < 100).then_some(())?;
            self.section = self.section.max(1).checked_mul(power)?;
        } else if self.section == 0 && self.after_scale {
            // "thousand million", "mil millones".
            (self.last_scale? < exponent).then_some(())?;
            self.total = self.total.checked_mul(power)?;
        } else {
            let fits = self.total == 0 || self.last_scale.is_none_or(|last| last > exponent);
            fits.then_some(())?;
            self.total = self.total.checked_add(self.section.max(1).checked_mul(power)?)?;
            self.section = 0;
        }
        self.last_scale = Some(exponent);
        self.largest = Some(self.largest.unwrap_or(0).max(exponent));
        self.after_scale = true;
        Some(())
    }

    fn number(&self, tokens: &Tokens, first: usize, end: usize) -> Option<Number> {
        let span = tokens.bytes(first..end);
        let value = Decimal::whole(self.total.checked_add(self.section)?);
        let next = after_mark(tokens.text, span.end);
        Some(Number {
            span,
            next,
            value,
            scale: self.largest,
            is_grouped: false,
            in_words: true,
            needs: Needs::Nothing,
        })
    }

    /// "half a million", "a half million": the scale at token `at`.
    fn half(&mut self, tokens: &Tokens, first: usize, at: usize) -> Option<Number> {
        let exponent = scale_at(tokens, at)?;
        let span = tokens.bytes(first..at + 1);
        let value = Decimal::from_digits("0", "5")?.scaled(exponent)?;
        let next = after_mark(tokens.text, span.end);
        Some(Number {
            span,
            next,
            value,
            scale: Some(exponent),
            is_grouped: false,
            in_words: true,
            needs: Needs::Nothing,
        })
    }
}

/// The byte after the note's mark at byte `at`, or `at`.
pub(crate) fn after_mark(text: &str, at: usize) -> usize {
    at + text.get(at..).unwrap_or("").chars().take_while(|c| is_raised_digit(*c)).map(char::len_utf8).sum::<usize>()
}

#[cfg(test)]
mod tests {
    use super::{Needs, parse_number};
    use crate::language::Language;
    use crate::token::tokenize_in;

    /// Text, value, and what is left after it.
    type Case = (&'static str, Option<(f64, &'static str)>);

    fn check(language: Language, cases: &[Case]) {
        for (text, expected) in cases {
            let tokens = tokenize_in(text, language);
            let number = parse_number(&tokens, 0, None).filter(|number| number.needs == Needs::Nothing);
            let found = number.map(|number| (number.value.to_f64(), &text[number.next..]));
            assert_eq!(found, *expected, "{text}");
        }
    }

    #[test]
    fn numbers_of_english() {
        check(
            Language::English,
            &[
                ("1,234.5 x", Some((1234.5, " x"))),
                ("1,234 ships", Some((1234.0, " ships"))),
                ("1.500.000,00", Some((1_500_000.0, ""))),
                ("1'500'000", Some((1_500_000.0, ""))),
                ("1 500 000 people", Some((1_500_000.0, " people"))),
                ("25,00,000", Some((2_500_000.0, ""))),
                ("2.5 million people", Some((2_500_000.0, " people"))),
                ("2.5bn", Some((2.5e9, ""))),
                ("0.4bn.", Some((4e8, "."))),
                ("3 lakh crore", Some((3e12, ""))),
                ("2-million", Some((2e6, ""))),
                ("36¹ officers", Some((36.0, " officers"))),
                ("5 billion³ to", Some((5e9, " to"))),
                ("2½ million", Some((2.5e6, ""))),
                ("12,5", None),
                ("12,5 million", Some((12.5e6, ""))),
                ("3,5% of", None),
                ("1.2.3", None),
                ("12.11.2021", None),
                ("1,2,3", None),
                ("14th", None),
                ("5G", None),
                ("5m", None),
                ("5 m", None),
                ("2.500 ships", None),
                ("2.125%", Some((2.125, "%"))),
                ("2014", Some((2014.0, ""))),
                ("14, 15", Some((14.0, ", 15"))),
                ("14.", Some((14.0, "."))),
                ("123456789012345678901234567890123", None),
                ("5년", Some((5.0, "년"))),
                ("１２ ships", Some((12.0, " ships"))),
            ],
        );
    }

    #[test]
    fn numbers_in_words() {
        check(
            Language::English,
            &[
                ("two thousand and twelve", Some((2012.0, ""))),
                ("twenty-five million dollars", Some((25e6, " dollars"))),
                ("one hundred and twenty thousand", Some((120_000.0, ""))),
                ("five and six", Some((5.0, " and six"))),
                ("half a million", Some((5e5, ""))),
                ("a half billion", Some((5e8, ""))),
                ("a million people", Some((1e6, " people"))),
                ("a meeting", None),
                ("two three", Some((2.0, " three"))),
                ("million", None),
            ],
        );
        check(
            Language::French,
            &[
                ("trois cents millions", Some((3e8, ""))),
                ("quatre-vingt-dix mille", Some((90_000.0, ""))),
                ("2,5 milliards", Some((2.5e9, ""))),
                ("1.500 euros", Some((1500.0, " euros"))),
                ("1,500 euros", None),
            ],
        );
        check(
            Language::German,
            &[("fünfundzwanzig Millionen", Some((25e6, ""))), ("2 Mio. Euro", Some((2e6, ". Euro")))],
        );
        check(Language::Spanish, &[("1.500 millones", Some((1.5e9, ""))), ("tres mil millones", Some((3e9, "")))]);
    }
}
