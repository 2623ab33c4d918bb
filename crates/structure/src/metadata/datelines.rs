//! Places with days, as documents print them at their head, before their first sentence and at their end:
//! "SEOUL, Jan. 27, 2017 —", "(Oslo, 27 January 2017)", "30 September 2024, New York", "Bern, 4 March 2021.".
//!
//! In: a line. Out: the day and where it stands. A sentence that holds a day is no such line.

use std::ops::Range;

use entente_language::tokenize;
use entente_language::values::{Printed, find_dates, parse_date};
use entente_text::fold::fold;
use entente_text::words::words;
use entente_text::{PartialDate, Precision};

use super::roles;

/// Longest line that is a place with a day and nothing else, in characters.
const MAX_LINE_CHARS: usize = 100;
/// The day of a dateline begins before this byte of its line.
const WITHIN: usize = 70;
/// Words of a place.
const PLACE_WORDS: usize = 4;
/// Letters of a place in a script without blanks.
const PLACE_LETTERS: usize = 10;
/// Words before a day that say what happened on it, and words of sentences.
const NO_PLACES: &[&str] = &[
    "adopted",
    "signed",
    "done",
    "held",
    "updated",
    "revised",
    "amended",
    "since",
    "until",
    "from",
    "on",
    "in",
    "by",
    "last",
    "effective",
    "before",
    "after",
    "between",
    "during",
    "as",
    "at",
    "of",
    "the",
    "this",
    "next",
    "summit",
    "meeting",
    "conference",
    "session",
    "dialogue",
    "forum",
    "exercise",
    "act",
    "resolution",
    "decision",
    "agreement",
    "treaty",
    "report",
    "le",
    "la",
    "du",
    "am",
    "vom",
    "seit",
    "bis",
    "el",
    "desde",
    "adopte",
    "signe",
    "ratified",
    "entered",
    "approved",
    "born",
    "died",
    "dated",
    "agenda",
    "vol",
    "volume",
    "issue",
    "page",
    "figure",
    "table",
    "note",
];
/// Words beside a day that say no more than when: days of the week and hours.
const BESIDE: &[&str] = &[
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "dimanche",
    "montag",
    "dienstag",
    "mittwoch",
    "donnerstag",
    "freitag",
    "samstag",
    "sonntag",
    "lunes",
    "martes",
    "miercoles",
    "jueves",
    "viernes",
    "sabado",
    "domingo",
    "lunedi",
    "martedi",
    "mercoledi",
    "giovedi",
    "venerdi",
    "sabato",
    "domenica",
    "segunda",
    "terca",
    "quarta",
    "quinta",
    "sexta",
    "feira",
    "maandag",
    "dinsdag",
    "woensdag",
    "donderdag",
    "vrijdag",
    "zaterdag",
    "zondag",
    "am",
    "pm",
    "a.m",
    "p.m",
    "a",
    "p",
    "m",
    "at",
    "noon",
    "hrs",
    "hours",
    "uhr",
    "h",
    "est",
    "edt",
    "gmt",
    "utc",
    "cet",
    "cest",
    "kst",
    "jst",
    "local",
    "time",
    "le",
    "den",
    "el",
    "the",
    "on",
];
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

/// True if `text` is a date, or a place with a day, and nothing else.
pub(super) fn whole(text: &str) -> bool {
    text.chars().count() <= MAX_LINE_CHARS
        && (parse_date(text.trim_matches(BRACKETS)).is_some() || line(text).is_some())
}

/// What may stand around a dateline.
const BRACKETS: [char; 9] = ['(', ')', '[', ']', '（', '）', ' ', '.', '*'];

/// "Friday, January 11, 2013 - 09:24": a line that is a day with its hour goes on from no line above it.
pub(crate) fn is_day_and_hour(text: &str) -> bool {
    let hour = text.rsplit_once(':').is_some_and(|(before, _)| before.ends_with(|c: char| c.is_ascii_digit()));
    hour && line(text.trim()).is_some()
}

/// The day of a line that is a place with a day, or a day with its hour, and nothing else.
pub(super) fn line(text: &str) -> Option<(Range<usize>, PartialDate)> {
    if text.chars().count() > MAX_LINE_CHARS || !text.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    if let Some(found) = eastern(text).or_else(|| written_out(text)) {
        return Some(found);
    }
    let (range, date) = first_day(text)?;
    let (before, behind) = (&text[..range.start], &text[range.end..]);
    if before.contains([':', '：']) {
        return None;
    }
    let before = before.trim_matches(BRACKETS).trim_matches([',', '–', '-', '—', ':', ' ', '(', '|']);
    let behind = behind.trim_matches(BRACKETS).trim_matches([',', '–', '-', '—', ' ', ')', '|']);
    let parted = |part: &str, mark: bool| part.is_empty() || is_when(part) || (mark && is_place(part));
    let marked = text[..range.start].trim_end().ends_with([',', '(', '–', '—', '-', '|']);
    // "Roma 29 Aprile 2013": one word and a day, and nothing else on the line.
    let alone =
        behind.is_empty() && before.split_whitespace().count() == 1 && !before.contains(|c: char| c.is_ascii_digit());
    let marked = marked || alone;
    let followed = text[range.end..].trim_start().starts_with([',', '–', '—', '-', '|', ')']);
    (parted(before, marked) && parted(behind, followed)).then_some((range, date))
}

/// The last of the days of a line that is a place with several days and nothing else: "(Hanoi, Viet Nam, 4-7 May 2009)".
pub(super) fn last_of_days(text: &str) -> Option<(Range<usize>, PartialDate)> {
    if text.chars().count() > MAX_LINE_CHARS || !text.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let found = find_dates(&tokenize(text)).into_iter().next()?;
    let Printed::Date(days) = found.value else { return None };
    let before = text[..found.range.start].trim_matches(BRACKETS).trim_matches([',', '–', '-', '—', ' ', '(', '|']);
    let behind = text[found.range.end..].trim_matches(BRACKETS);
    let (start, end) = days.bounds().filter(|_| days.precision() == Precision::Interval)?;
    // Within one month: what goes on for longer is a period.
    let last = (start / 100 == end / 100).then(|| PartialDate::day(year(end)?, part(end / 100), part(end)))??;
    (is_place(before) && behind.is_empty()).then_some((found.range, last))
}

/// The year of a day that is written as one number.
fn year(day: u32) -> Option<u16> {
    u16::try_from(day / 10_000).ok()
}

/// Its last two digits.
fn part(number: u32) -> u8 {
    u8::try_from(number % 100).unwrap_or(0)
}

/// The day of the dateline that a paragraph begins with.
pub(super) fn at_start(text: &str) -> Option<(Range<usize>, PartialDate)> {
    let head = &text[..text.floor_char_boundary(2 * WITHIN)];
    let (range, date) = first_day(head).or_else(|| eastern_at_start(head))?;
    if range.start > WITHIN {
        return None;
    }
    let (before, behind) = (head[..range.start].trim(), head[range.end..].trim_start());
    // "Tabled: 2 May 2014": a label's day is no dateline's.
    if before.contains([':', '：']) {
        return None;
    }
    let bracketed = before.contains(['(', '[', '（']) && !before.contains([')', ']', '）']);
    let place = before.trim_matches(['(', '[', '（', ',', '，', ' ', '–', '-', ':']);
    let placed = place.is_empty() || is_place(place) || is_when(place);
    let closes = behind.find([')', ']', '）']).filter(|at| {
        let inner = behind[..*at].trim_matches([',', ' ', '，']);
        inner.is_empty() || is_place(inner) || is_when(inner)
    });
    // "SEOUL, Jan. 27, 2017 (Agency) --": who sends it stands in brackets before the dash.
    let agency = behind.strip_prefix('(').and_then(|rest| rest.split_once(')')).filter(|(name, _)| name.len() <= 30);
    let behind = agency.map_or(behind, |(_, rest)| rest.trim_start());
    // "Ramallah, le 7 mars 2022, WAFA-": or in capitals after a comma.
    let named = behind.strip_prefix(',').map(str::trim_start).and_then(|rest| {
        let end = rest.find(|c: char| !c.is_ascii_uppercase()).unwrap_or(rest.len());
        (2..=12).contains(&end).then(|| rest[end..].trim_start())
    });
    let behind = named.filter(|rest| rest.starts_with(['-', '–', '—', '/'])).unwrap_or(behind);
    let dashed = behind.starts_with(['–', '—', '-', '―', ':', '/']);
    let stopped =
        behind.starts_with('.') && behind[1..].trim_start().starts_with(char::is_uppercase) && before.ends_with(',');
    // "Brussels 08.06.2022 The commissioner": in figures the day is no part of the sentence.
    let figures = head[range.clone()].bytes().all(|byte| byte.is_ascii_digit() || byte == b'.' || byte == b'/')
        && behind.starts_with(char::is_uppercase)
        && is_place(place);
    let ended = if bracketed { closes.is_some() } else { (dashed || stopped || figures) && !place.is_empty() };
    (placed && ended).then_some((range, date))
}

/// The first date of `text` that is a day with its year.
pub(super) fn first_day(text: &str) -> Option<(Range<usize>, PartialDate)> {
    let found = find_dates(&tokenize(text)).into_iter().find_map(|when| match when.value {
        Printed::Date(date) if date.precision() == Precision::Day && date.bounds().is_some() => {
            Some((when.range, date))
        }
        _ => None,
    });
    found.or_else(|| dotted(text))
}

/// "2024. 5. 4.", "12.11.2021", "2024-05-04", "14/09/2023": a run of numbers that is a day.
fn dotted(text: &str) -> Option<(Range<usize>, PartialDate)> {
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let length = text[start..]
        .find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | '-' | '/' | ' ')))
        .unwrap_or(text.len() - start);
    let run = text[start..start + length].trim_end_matches([' ', '-', '/']);
    let day = |run: &str| {
        let read = |run: &str| parse_date(run).filter(|date| date.precision() == Precision::Day);
        // "25-07-2023" is written as "25/07/2023" is.
        read(run).or_else(|| read(&run.replace('-', "/")))
    };
    // "25-07-2023 19:31": the hour is not part of the day.
    let without_hour = || run.rsplit_once(' ').map_or(run, |(day, _)| day);
    let (run, date) = day(run).map(|date| (run, date)).or_else(|| Some((without_hour(), day(without_hour())?)))?;
    Some((start..start + run.len(), date))
}

/// "2017年1月27日，北京", "（2024년 5월 4일, 서울）": a day with a place, its parts set apart.
fn eastern(text: &str) -> Option<(Range<usize>, PartialDate)> {
    if !text.contains(['年', '년']) {
        return None;
    }
    let mut found = None;
    for part in text.split(['，', ',', '（', '）', '(', ')', '、', '\u{3000}', '|', '于', '於']) {
        let part = part.trim();
        if part.is_empty() {
            continue;
        }
        if let Some(date) = parse_date(part).filter(|date| found.is_none() && date.precision() == Precision::Day) {
            let start = part.as_ptr() as usize - text.as_ptr() as usize;
            found = Some((start..start + part.len(), date));
        } else if part.chars().count() > PLACE_LETTERS || part.ends_with(['。', '.']) {
            return None;
        }
    }
    found
}

/// The day in "(서울, 2024년 5월 4일) …", "（北京2017年1月27日）…".
fn eastern_at_start(text: &str) -> Option<(Range<usize>, PartialDate)> {
    let end = text.char_indices().find(|(_, c)| matches!(c, '日' | '일')).map(|(at, c)| at + c.len_utf8())?;
    let from = text[..end].find(|c: char| c.is_ascii_digit())?;
    let date = parse_date(&text[from..end]).filter(|date| date.precision() == Precision::Day)?;
    Some((from..end, date))
}

/// "Suva, this 8th day of August, two thousand and twelve", "this second day of May 1992".
pub(super) fn written_out(text: &str) -> Option<(Range<usize>, PartialDate)> {
    let words = words(text);
    let at = words.windows(2).position(|pair| pair[0].folded == "day" && pair[1].folded == "of")?;
    let printed = words.get(at.checked_sub(1)?)?;
    let digits: String = printed.folded.chars().take_while(char::is_ascii_digit).collect();
    let mut day = digits.parse::<u8>().ok().or_else(|| ordinal(&printed.folded))?;
    // "twenty-first day of"
    let mut start = printed.start;
    if let Some(tens) = at.checked_sub(2).and_then(|at| words.get(at)).filter(|_| day < 10 && digits.is_empty())
        && matches!(tens.folded.as_str(), "twenty" | "thirty")
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
    let skip = words.iter().take_while(|word| matches!(word.folded.as_str(), "in" | "the" | "year" | "of")).count();
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
        match word.folded.as_str() {
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

/// True for the name of a day of the week.
pub(super) fn is_weekday(word: &str) -> bool {
    const LAST: usize = 44;
    let folded = fold(word.trim_matches(|c: char| !c.is_alphanumeric()));
    BESIDE.iter().take(LAST).any(|day| *day == folded && day.len() > 2)
}

/// True if `text` is nothing but a day of the week or an hour.
fn is_when(text: &str) -> bool {
    let clock = |word: &str| word.chars().all(|c| c.is_ascii_digit() || matches!(c, ':' | '.' | 'h'));
    words(text).iter().all(|word| BESIDE.contains(&word.folded.as_str()) || clock(&word.folded))
}

/// True if `text` may be a place: few words, each with a capital letter.
fn is_place(text: &str) -> bool {
    let letters = text.chars().filter(|c| roles::is_eastern(*c)).count();
    if letters > 0 {
        return text.chars().count() <= PLACE_LETTERS;
    }
    let capital = |word: &str| {
        word.trim_matches(['.', ',', '(', ')']).starts_with(char::is_uppercase)
            || matches!(
                word,
                "de" | "of" | "la" | "el" | "am" | "di" | "den" | "le" | "du" | "the" | "and" | "an" | "der"
            )
    };
    let words: Vec<&str> = text.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    (1..=PLACE_WORDS + text.matches(',').count()).contains(&words.len())
        && words.iter().all(|word| capital(word))
        && !words.iter().any(|word| {
            NO_PLACES.contains(&fold(word.trim_matches(['.', '(', ')'])).as_str())
                && !matches!(*word, "of" | "the" | "la" | "le" | "el" | "du" | "am")
        })
        && !words.first().is_some_and(|word| matches!(*word, "The" | "On" | "In"))
        && !roles::tells(&fold(text))
        && super::kind::of_title(text).is_none()
}

#[cfg(test)]
mod tests {
    use super::{at_start, line, whole};

    #[test]
    fn lines_with_a_place_and_a_day() {
        for (text, expected) in [
            ("(Oslo, 12 February 2017)", Some("2017-02-12")),
            ("30 September 2024, New York", Some("2024-09-30")),
            ("(25 September 2024, New York, United States)", Some("2024-09-25")),
            ("Tuesday, 17 March 2015, 10 a.m.", Some("2015-03-17")),
            ("Martedì, 24 Settembre 2024", Some("2024-09-24")),
            ("Suva, this 8th day of August, two thousand and twelve", Some("2012-08-08")),
            ("[12 May 2014]", Some("2014-05-12")),
            ("2017年1月27日，北京", Some("2017-01-27")),
            ("(2024년 5월 4일, 서울)", Some("2024-05-04")),
            ("Adopted, 12 May 2014", None),
            ("The ports opened on 12 May 2014", None),
            ("Leaders' Summit, 12 May 2014", None),
            ("제출연월일 : 2010. 11. 15.", None),
            ("Ports: 12 May 2014", None),
            ("(signed in Oslo on 12 May 2014)", None),
        ] {
            assert_eq!(line(text).map(|(_, date)| date.to_string()).as_deref(), expected, "{text}");
        }
        assert!(whole("May 2014") && !whole("In May 2014 the ports opened"));
    }

    #[test]
    fn paragraphs_that_begin_with_a_dateline() {
        for (text, expected) in [
            ("SEOUL, Jan. 27, 2017 — The ports are open.", Some("2017-01-27")),
            ("SEOUL, Jan. 27, 2017 (Agency) -- The ports are open.", Some("2017-01-27")),
            ("Bern, 4 March 2021. The ports are open.", Some("2021-03-04")),
            ("Lagos (14 January 2017) – The ports are open.", Some("2017-01-14")),
            ("(Oslo, 12 February 2017) The ports are open.", Some("2017-02-12")),
            ("On 4 March 2021. The ports", None),
            ("Since 4 March 2021 – and before – the ports are open.", None),
            ("Oslo, 4 March 2021 was a good day.", None),
            ("The minister came on 4 March 2021: the ports were open.", None),
        ] {
            assert_eq!(at_start(text).map(|(_, date)| date.to_string()).as_deref(), expected, "{text}");
        }
    }
}
