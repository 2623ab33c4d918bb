//! Ordinals: "7th", "twenty-first", "제5차", "第三回", "XIVth", "troisième".

use std::ops::Range;

use super::tables::{NumberKind, OrdinalPlace, number_word, ordinal_marks, sign_digit, sign_scale};
use crate::class::Class;
use crate::language::Language;
use crate::token::{Gap, Tokens};

/// Largest ordinal.
const MAX_ORDINAL: u32 = 9999;

/// The ordinal at token `at`, and the token after it.
#[must_use]
pub fn ordinal_at(tokens: &Tokens, at: usize) -> Option<(u32, usize)> {
    let token = tokens.get(at)?;
    if let Some(value) = suffixed(token.text)
        .or_else(|| counted(token.text).map(|(value, _)| value))
        .or_else(|| roman_suffixed(token.text))
    {
        return Some((value, at + 1));
    }
    let word = |at: usize, class: Class, kind: NumberKind| {
        // The class is looked up already, and most words do not have it.
        let word = &*tokens.get(at).filter(|token| token.anywhere.has(class))?.folded;
        number_word(word, tokens.language, kind).or_else(|| number_word(word, Language::English, kind))
    };
    if let Some(value) = word(at, Class::OrdinalWord, NumberKind::Ordinal) {
        return Some((value, at + 1));
    }
    // "twenty-first".
    let tens =
        word(at, Class::NumberWord, NumberKind::Cardinal).filter(|tens| (20..100).contains(tens) && tens % 10 == 0)?;
    let joined = matches!(tokens.gap(at + 1), Gap::Join | Gap::Space);
    let units =
        word(at + 1, Class::OrdinalWord, NumberKind::Ordinal).filter(|units| joined && (1..10).contains(units))?;
    Some((tens + units, at + 2))
}

/// The number of an English ordinal in one word (folded): 20 for "twentieth". `None` for any other word.
#[must_use]
pub fn english_ordinal(word: &str) -> Option<u32> {
    number_word(word, Language::English, NumberKind::Ordinal)
}

/// The tens that an English word (folded) is: 40 for "forty" in "forty-second". `None` for any other word.
#[must_use]
pub fn english_tens(word: &str) -> Option<u32> {
    number_word(word, Language::English, NumberKind::Cardinal).filter(|tens| (20..100).contains(tens) && tens % 10 == 0)
}

/// "7th", "1er", "3º".
pub(crate) fn suffixed(word: &str) -> Option<u32> {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let (number, suffix) = word.split_at(digits);
    if digits == 0 || suffix.is_empty() {
        return None;
    }
    let suffix = suffix.to_lowercase();
    let known = ordinal_marks().iter().any(|(mark, place)| *place == OrdinalPlace::Suffix && *mark == suffix);
    number.parse().ok().filter(|value| known && (1..=MAX_ORDINAL).contains(value))
}

/// "제5차", "5차", "第三回", with whatever particle after it: the number, and the bytes up to the particle.
fn counted(word: &str) -> Option<(u32, usize)> {
    let marks = ordinal_marks();
    let prefix = marks
        .iter()
        .find_map(|(mark, place)| (*place == OrdinalPlace::Prefix).then(|| word.strip_prefix(mark)).flatten());
    let rest = prefix.unwrap_or(word);
    let (value, length) = number_of(rest)?;
    let counters =
        marks.iter().filter(|(mark, place)| *place == OrdinalPlace::Counter && rest[length..].starts_with(mark));
    let counter = counters.map(|(mark, _)| mark.len()).max();
    let fits = counter.is_some() || prefix.is_some() && length == rest.len();
    let end = word.len() - rest.len() + length + counter.unwrap_or(0);
    (fits && (1..=MAX_ORDINAL).contains(&value)).then_some((value, end))
}

/// The first ordinal written with a counter in `text`, a word of a script without spaces, and its bytes:
/// "제5차" in "제5차회의", "第三次" in "中韩第三次外长对话".
#[must_use]
pub fn find_counted(text: &str) -> Option<(u32, Range<usize>)> {
    let mut before: Option<char> = None;
    for (at, c) in text.char_indices() {
        let begins = !c.is_ascii_digit() || before.is_none_or(|before| !before.is_numeric());
        if begins && let Some((value, length)) = counted(&text[at..]) {
            return Some((value, at..at + length));
        }
        before = Some(c);
    }
    None
}

/// The number in digits or signs that `text` begins with, and its length: "12", "十二", "三".
pub(crate) fn number_of(text: &str) -> Option<(u32, usize)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 {
        return Some((text[..digits].parse().ok()?, digits));
    }
    let (digits, length) = super::number::leading_digits(text);
    if length > 0 {
        return Some((digits.parse().ok()?, length));
    }
    signs(text)
}

/// The number in signs that `text` begins with: "二〇二四", "三十一".
fn signs(text: &str) -> Option<(u32, usize)> {
    let (mut total, mut digit, mut length): (u32, Option<u32>, usize) = (0, None, 0);
    let mut buffer = [0; 4];
    for c in text.chars().take(8) {
        if c.is_ascii() || entente_text::script::is_hangul(c) {
            break;
        }
        let sign = &*c.encode_utf8(&mut buffer);
        if let Some(value) = sign_digit(sign) {
            // "二〇二四" is written digit by digit.
            digit = Some(digit.map_or(Some(value), |digit| digit.checked_mul(10)?.checked_add(value))?);
        } else if let Some(scale) = sign_scale(sign).filter(|scale| scale.exponent < 4) {
            let power = 10_u32.pow(scale.exponent.unsigned_abs());
            total = total.checked_add(digit.take().unwrap_or(1).checked_mul(power)?)?;
        } else {
            break;
        }
        length += c.len_utf8();
    }
    (length > 0).then(|| Some((total.checked_add(digit.unwrap_or(0))?, length))).flatten()
}

/// "XIVth", "XXIe": Roman letters with the ending of an ordinal. Of single letters only the three smallest: "De", "Le" and "Der" are
/// other words.
fn roman_suffixed(word: &str) -> Option<u32> {
    let length = word.bytes().take_while(|byte| matches!(byte, b'I' | b'V' | b'X' | b'L' | b'C' | b'D' | b'M')).count();
    if length == 0 {
        return None;
    }
    let suffix = word[length..].to_lowercase();
    let known = ordinal_marks().iter().any(|(mark, place)| *place == OrdinalPlace::Suffix && *mark == suffix);
    let is_word = length == 1 && !word.starts_with(['I', 'V', 'X']);
    if known && !is_word { roman(&word[..length]) } else { None }
}

/// The value of a Roman number in capitals, up to 3999; `None` for any other order of letters.
#[must_use]
pub fn roman(word: &str) -> Option<u32> {
    const PARTS: [(&str, u32); 13] = [
        ("M", 1000),
        ("CM", 900),
        ("D", 500),
        ("CD", 400),
        ("C", 100),
        ("XC", 90),
        ("L", 50),
        ("XL", 40),
        ("X", 10),
        ("IX", 9),
        ("V", 5),
        ("IV", 4),
        ("I", 1),
    ];
    let (mut rest, mut value) = (word, 0);
    for (mark, worth) in PARTS {
        let most = if mark.len() == 1 && !matches!(mark, "D" | "L" | "V") { 3 } else { 1 };
        for _ in 0..most {
            let Some(after) = rest.strip_prefix(mark) else { break };
            rest = after;
            value += worth;
        }
    }
    (rest.is_empty() && value > 0).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::{ordinal_at, roman};
    use crate::language::Language;
    use crate::token::tokenize_in;

    #[test]
    fn ordinals_in_digits_words_and_signs() {
        for (language, text, expected) in [
            (Language::English, "7th Meeting", Some((7, 1))),
            (Language::English, "twenty-first session", Some((21, 2))),
            (Language::English, "Twenty First session", Some((21, 2))),
            (Language::English, "third", Some((3, 1))),
            (Language::English, "thirtieth", Some((30, 1))),
            (Language::English, "XIVth", Some((14, 1))),
            (Language::English, "7", None),
            (Language::English, "seven", None),
            (Language::English, "twenty five", None),
            (Language::English, "5G", None),
            (Language::English, "", None),
            (Language::French, "troisième réunion", Some((3, 1))),
            (Language::French, "1er mai", Some((1, 1))),
            (Language::French, "XXIe", Some((21, 1))),
            (Language::French, "Ve République", Some((5, 1))),
            (Language::French, "Le Ministre", None),
            (Language::French, "De Paris", None),
            (Language::German, "Der Minister", None),
            (Language::German, "dritten", Some((3, 1))),
            (Language::Spanish, "3º", Some((3, 1))),
            (Language::Korean, "제5차", Some((5, 1))),
            (Language::Korean, "제5차에서", Some((5, 1))),
            (Language::Korean, "12차", Some((12, 1))),
            (Language::Korean, "5명", None),
            (Language::Japanese, "第三回会合", Some((3, 1))),
            (Language::Japanese, "第十二回", Some((12, 1))),
            (Language::Chinese, "第七届", Some((7, 1))),
        ] {
            assert_eq!(ordinal_at(&tokenize_in(text, language), 0), expected, "{text}");
        }
    }

    #[test]
    fn roman_numbers() {
        for (word, expected) in [
            ("XIV", Some(14)),
            ("IV", Some(4)),
            ("MCMXC", Some(1990)),
            ("IIII", None),
            ("VX", None),
            ("", None),
            ("A", None),
        ] {
            assert_eq!(roman(word), expected, "{word}");
        }
    }
}
