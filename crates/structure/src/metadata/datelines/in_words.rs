//! Days that are written out in Spanish, Portuguese, French and Italian: "diecinueve de abril de dos mil doce", "aos dezenove
//! dias do mês de abril de dois mil e doze".
//!
//! In: a line. Out: the day and where it stands. `data/day-words.tsv` has the words of numbers: word, folded, and value; sorted.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::OnceLock;

use crate::word_lists::word_list;
use entente_language::values::month;
use entente_text::PartialDate;
use entente_text::order;
use entente_text::words::words;

const NUMBERS: &str = include_str!("../../../data/day-words.tsv");

/// Words of a day before its month, and of its year after it.
const MAX_WORDS: usize = 9;
/// Years that a document may be of.
const YEARS: Range<u32> = 1500..2200;
/// Beginnings of years that are one word: "duemiladodici".
const COMPOUND_YEARS: &[(&str, u32)] = &[("duemila", 2000), ("millenovecento", 1900)];

/// The day that is written out in `text`, in words at least in part.
pub(super) fn in_words(text: &str) -> Option<(Range<usize>, PartialDate)> {
    let words = words(text);
    let parts: Vec<(&str, Range<usize>)> = words
        .iter()
        .flat_map(|word| word.folded.split('-').map(|part| (part, word.start..word.end)))
        .filter(|(part, _)| !part.is_empty())
        .collect();
    (0..parts.len()).find_map(|at| {
        let month = month(parts[at].0)?;
        let after = at + 1..parts.len().min(at + 1 + MAX_WORDS);
        let (year, end, year_named) = year(&parts[after.clone()])?;
        let (day, start, day_named) = day(&parts[at.saturating_sub(MAX_WORDS)..at])?;
        let date = PartialDate::day(u16::try_from(year).ok()?, month, u8::try_from(day).ok()?)?;
        (year_named || day_named).then_some((start..end, date))
    })
}

/// The day that `parts` end in, where it begins, and whether it is in words.
fn day(parts: &[(&str, Range<usize>)]) -> Option<(u32, usize, bool)> {
    let (mut total, mut digits, mut start) = (0, None, None);
    for (part, range) in parts.iter().rev() {
        if let Ok(number) = part.parse::<u32>() {
            digits = digits.or(Some(number));
        } else if let Some(number) = number(part).filter(|number| *number <= 31) {
            total += number;
        } else if word_list("day-join").contains(part) {
            continue;
        } else {
            break;
        }
        start = Some(range.start);
    }
    let day = if total > 0 { total } else { digits? };
    (1..=31).contains(&day).then_some((day, start?, total > 0))
}

/// The year that `parts` begin with, where it ends, and whether it is in words.
fn year(parts: &[(&str, Range<usize>)]) -> Option<(u32, usize, bool)> {
    let (mut total, mut part_of_it, mut end) = (0_u32, 0_u32, None);
    for (part, range) in parts {
        if let Some(year) = part.parse::<u32>().ok().filter(|year| YEARS.contains(year) && end.is_none()) {
            return Some((year, range.end, false));
        }
        let compound = COMPOUND_YEARS.iter().find_map(|(begin, value)| Some((part.strip_prefix(begin)?, *value)));
        match compound.map_or_else(|| number(part), |(rest, value)| Some(value + number(rest).unwrap_or(0))) {
            Some(1000) => {
                total += part_of_it.max(1) * 1000;
                part_of_it = 0;
            }
            // "neuf cent", "quatre-vingt".
            Some(100) if (2..10).contains(&part_of_it) => part_of_it *= 100,
            Some(20) if part_of_it % 100 == 4 => part_of_it += 76,
            Some(number) => part_of_it += number,
            None if word_list("day-join").contains(part) => continue,
            None => break,
        }
        end = Some(range.end);
    }
    let year = total + part_of_it;
    YEARS.contains(&year).then_some((year, end?, true))
}

fn number(word: &str) -> Option<u32> {
    static VALUES: OnceLock<BTreeMap<&str, u32>> = OnceLock::new();
    let values = VALUES.get_or_init(|| {
        let rows = NUMBERS.lines().filter_map(|row| row.split_once('\t'));
        order::map(rows.filter_map(|(word, value)| Some((word, value.parse().ok()?))))
    });
    values.get(word).copied()
}

#[cfg(test)]
mod tests {
    use super::{NUMBERS, in_words, number};

    #[test]
    fn numbers_are_sorted_and_understood() {
        let rows: Vec<&str> = NUMBERS.lines().collect();
        assert!(rows.windows(2).all(|two| two[0] < two[1]), "{:?}", rows.windows(2).find(|two| two[0] >= two[1]));
        let known = rows.iter().filter_map(|row| number(row.split('\t').next()?)).count();
        assert_eq!(known, rows.len());
    }

    #[test]
    fn days_in_words_of_several_languages() {
        for (text, expected) in [
            ("diecinueve de abril de dos mil doce", Some("2012-04-19")),
            ("a los diecinueve (19) días del mes de abril de dos mil doce (2012)", Some("2012-04-19")),
            ("treinta y uno de mayo de mil novecientos noventa y cuatro", Some("1994-05-31")),
            ("aos dezenove dias do mês de abril de dois mil e doze", Some("2012-04-19")),
            ("le dix-neuf avril deux mille douze", Some("2012-04-19")),
            ("le premier mai mil neuf cent quatre-vingt-dix-huit", Some("1998-05-01")),
            ("addì diciannove aprile duemiladodici", Some("2012-04-19")),
            ("19 de abril de dos mil doce", Some("2012-04-19")),
            ("19 de abril de 2012", None),
            ("abril de dos mil doce", None),
            ("treinta y dos de mayo de dos mil doce", None),
            ("diecinueve de abril", None),
        ] {
            assert_eq!(in_words(text).map(|(_, date)| date.to_string()).as_deref(), expected, "{text}");
        }
    }
}
