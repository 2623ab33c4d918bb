//! Numbers: digits with decimal and group marks, words, and the scales after them.
//!
//! In: tokens and the byte where a number may begin. Out: its value and where it ends, or nothing where what is printed
//! there is not wholly understood ("1.2.3", "2,5" in a list). Raised digits are marks of notes, not digits.

mod in_words;
mod literal;

use std::ops::Range;

use entente_text::script::{is_han, is_hangul, is_kana};

use self::in_words::parse_words;
use self::literal::{Literal, LiteralReading, is_comma_language, read_literal};
use super::decimal::Decimal;
use super::myriad::parse_myriad;
use super::tables::{Written, scale_word, writes_comma};
use crate::class::Class;
use crate::token::{Tokens, is_power_of_ten, is_raised_digit};

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
    /// True if it has marks between groups of digits: it is neither a year nor the number of a paragraph.
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
    // "10³": what it is worth is a power, not ten.
    let printed = |c: &char| c.is_ascii_digit() || is_raised_digit(*c) || *c == '⁻';
    let length: usize = text[at..].chars().take_while(printed).map(char::len_utf8).sum();
    if is_power_of_ten(&text[at..at + length]) {
        return None;
    }
    let tail = Tail::parse(tokens, next)?;
    let has_scale = tail.exponent.is_some();
    let percent = text[tail.next..].trim_start_matches([' ', '\u{a0}', '\u{202f}']).starts_with('%')
        || tokens.has(tokens.token_at(tail.next), Class::Percent);
    let mut needs = if tail.is_money { Needs::Currency } else { Needs::Nothing };
    let comma = is_comma_language(tokens.language) || currency.is_some_and(writes_comma);
    let mut is_grouped = false;
    let value = match reading {
        LiteralReading::Certain { value, is_grouped: grouped } => {
            is_grouped = grouped;
            value
        }
        LiteralReading::CommaDecimal(value) => {
            if !comma && !has_scale {
                needs = needs.max(Needs::Unit);
            }
            value
        }
        LiteralReading::OneSpace(value) => {
            needs = needs.max(if comma { Needs::Unit } else { Needs::Currency });
            is_grouped = true;
            value
        }
        LiteralReading::OneMark { mark, grouped, decimal } => {
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
    /// The scales from byte `at` on. `None` if the letters there are not a scale: "5G", "14th".
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
