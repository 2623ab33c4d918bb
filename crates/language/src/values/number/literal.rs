//! Numbers in digits, with their group and decimal marks.

use super::{is_unspaced, leading_digits};
use crate::language::Language;
use crate::values::decimal::Decimal;

/// Most groups of digits in a number.
const MAX_GROUPS: usize = 10;

/// Groups of digits with the marks between them.
pub(super) struct Literal {
    groups: Vec<String>,
    pub(super) marks: Vec<char>,
    pub(super) end: usize,
}

impl Literal {
    /// The digits at byte `at` with all marks that may belong to them.
    pub(super) fn scan(text: &str, at: usize) -> Option<Self> {
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
                    let after = rest[mark.len_utf8() + length..].chars().next();
                    digits.len() == 3
                        && literal.groups.last().is_some_and(|group| group.len() <= 3)
                        && literal.marks.iter().all(|known| *known == normal_mark(mark))
                        && !after.is_some_and(|c| c.is_alphabetic() && !is_unspaced(c))
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
pub(super) enum LiteralReading {
    /// One value only.
    Certain { value: Decimal, is_grouped: bool },
    /// "12,5" where a comma is usually not a decimal mark.
    CommaDecimal(Decimal),
    /// "3 250": one space.
    OneSpace(Decimal),
    /// "1.500", "1,500": one mark and three digits.
    OneMark { mark: char, grouped: Decimal, decimal: Decimal },
}

pub(super) fn read_literal(literal: &Literal) -> Option<LiteralReading> {
    let (groups, marks) = (&literal.groups, &literal.marks);
    let joined = || Decimal::from_digits(&groups.concat(), "");
    let certain = |value| LiteralReading::Certain { value, is_grouped: true };
    match marks.as_slice() {
        [] => Some(LiteralReading::Certain { value: joined()?, is_grouped: false }),
        [mark] => {
            let (whole, fraction) = (groups.first()?, groups.get(1)?);
            let decimal = Decimal::from_digits(whole, fraction);
            let is_group = Literal::is_grouped(groups) && !whole.starts_with('0');
            match mark {
                '\'' => is_group.then(joined)?.map(certain),
                ' ' => Some(LiteralReading::OneSpace(is_group.then(joined)??)),
                _ if is_group => Some(LiteralReading::OneMark { mark: *mark, grouped: joined()?, decimal: decimal? }),
                '.' => Some(LiteralReading::Certain { value: decimal?, is_grouped: false }),
                _ => Some(LiteralReading::CommaDecimal(decimal?)),
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
pub(super) fn is_comma_language(language: Language) -> bool {
    match language {
        Language::French | Language::German | Language::Spanish | Language::Italian | Language::Portuguese => true,
        Language::English | Language::Korean | Language::Japanese | Language::Chinese => false,
    }
}
