//! Days that are written out in words: "this 8th day of August, two thousand and twelve".

use std::ops::Range;

use entente_language::values::parse_date;
use entente_text::words::words;
use entente_text::{PartialDate, Precision};

/// Numbers of years in words, by what they add.
const NUMBERS: &[(&str, u16)] = &[
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17),
    ("eighteen", 18),
    ("nineteen", 19),
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
];

/// Days in words.
const ORDINALS: &[(&str, u8)] = &[
    ("first", 1),
    ("second", 2),
    ("third", 3),
    ("fourth", 4),
    ("fifth", 5),
    ("sixth", 6),
    ("seventh", 7),
    ("eighth", 8),
    ("ninth", 9),
    ("tenth", 10),
    ("eleventh", 11),
    ("twelfth", 12),
    ("thirteenth", 13),
    ("fourteenth", 14),
    ("fifteenth", 15),
    ("sixteenth", 16),
    ("seventeenth", 17),
    ("eighteenth", 18),
    ("nineteenth", 19),
    ("twentieth", 20),
    ("thirtieth", 30),
];

/// "Suva, this 8th day of August, two thousand and twelve", "this second day of May 1992".
pub(crate) fn written_out(text: &str) -> Option<(Range<usize>, PartialDate)> {
    let words = words(text);
    let at = words.windows(2).position(|pair| pair[0].folded == "day" && pair[1].folded == "of")?;
    let printed = words.get(at.checked_sub(1)?)?;
    let digits: String = printed.folded.chars().take_while(char::is_ascii_digit).collect();
    let mut day = digits.parse::<u8>().ok().or_else(|| ordinal(&printed.folded))?;
    // "twenty-first day of"
    let mut start = printed.start;
    if let Some(tens) = at.checked_sub(2).and_then(|at| words.get(at)).filter(|_| day < 10 && digits.is_empty())
        && matches!(&*tens.folded, "twenty" | "thirty")
    {
        day += if tens.folded == "twenty" { 20 } else { 30 };
        start = tens.start;
    }
    let month = words.get(at + 2)?;
    let rest = words.get(at + 3..)?;
    let (year, end) = year_of(rest)?;
    let date = parse_date(&format!("{day} {} {year}", month.text))?;
    let known = date.precision() == Precision::Day;
    known.then_some((start..end, date))
}

fn ordinal(word: &str) -> Option<u8> {
    ORDINALS.iter().find(|(name, _)| *name == word).map(|(_, value)| *value)
}

/// The year that `words` begin with, in digits or words, and where it ends.
fn year_of(words: &[entente_text::words::Word]) -> Option<(u16, usize)> {
    let skip = words.iter().take_while(|word| matches!(&*word.folded, "in" | "the" | "year" | "of")).count();
    let words = &words[skip..];
    let first = words.first()?;
    if first.folded.len() == 4
        && let Ok(year) = first.folded.parse()
    {
        return Some((year, first.end));
    }
    let mut total: u16 = 0;
    let mut part: u16 = 0;
    let mut end = None;
    for word in words.iter().take(8) {
        match &*word.folded {
            "thousand" => total = part.checked_mul(1000)?,
            "hundred" => total = total.checked_add(part.checked_mul(100)?)?,
            "and" => continue,
            name => {
                let Some((_, value)) = NUMBERS.iter().find(|(known, _)| *known == name) else { break };
                // "nineteen ninety-two": two numbers below a hundred stand side by side.
                if part >= 10 && *value >= 10 && total == 0 {
                    total = part * 100;
                    part = *value;
                } else {
                    part += value;
                }
                end = Some(word.end);
                continue;
            }
        }
        part = 0;
        end = Some(word.end);
    }
    let year = total.checked_add(part)?;
    end.filter(|_| (1500..2200).contains(&year)).map(|end| (year, end))
}
