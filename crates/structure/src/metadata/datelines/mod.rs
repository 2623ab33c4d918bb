//! Places with days, as documents print them at their head, before their first sentence and at their end:
//! "SEOUL, Jan. 27, 2017 —", "(Oslo, 27 January 2017)", "30 September 2024, New York", "Bern, 4 March 2021.".
//!
//! In: a line. Out: the day and where it stands. A sentence that contains a day is not such a line.

mod figures;
mod in_words;
mod place;
mod written_out;

use std::ops::Range;

use entente_language::tokenize;
use entente_language::values::{Printed, find_dates, parse_date};
use entente_text::fold::fold;
use entente_text::{PartialDate, Precision};

use self::figures::{dotted, eastern, eastern_at_start};
use self::in_words::in_words;
use self::place::{is_place, is_when};
use self::written_out::written_out;

pub(super) use self::place::is_weekday;

/// Longest line that is a place with a day and nothing else, in characters.
const MAX_LINE_CHARS: usize = 100;

/// The day of a dateline begins before this byte of its line.
const WITHIN: usize = 70;

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
    if text.chars().count() > MAX_LINE_CHARS {
        return None;
    }
    if let Some(found) = placed_in_words(text) {
        return Some(found);
    }
    if !text.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    if let Some(found) = eastern(text).or_else(|| written_out(text)) {
        return Some(found);
    }
    let (range, date) = first_day(text)?;
    let (before, following) = (&text[..range.start], &text[range.end..]);
    if before.contains([':', '：']) {
        return None;
    }
    let (before, weekday) = without_weekday(before);
    let before = before.trim_matches(BRACKETS).trim_matches([',', '–', '-', '—', ':', ' ', '(', '|']);
    let following =
        without_language(following.trim()).trim_matches(BRACKETS).trim_matches([',', '–', '-', '—', ' ', ')', '|']);
    // "26.09.2024, New York, 18 Uhr"
    let hour = |part: &str| part.rsplit_once(", ").is_some_and(|(place, when)| is_place(place) && is_when(when));
    let parted = |part: &str, mark: bool| part.is_empty() || is_when(part) || mark && (is_place(part) || hour(part));
    let marked = weekday || text[..range.start].trim_end().ends_with([',', '(', '–', '—', '-', '|']);
    // "Roma 29 Aprile 2013": one word and a day, and nothing else on the line.
    let alone = following.is_empty()
        && before.split_whitespace().count() == 1
        && !before.contains(|c: char| c.is_ascii_digit());
    let marked = marked || alone;
    let followed = text[range.end..].trim_start().starts_with([',', '–', '—', '-', '|', ')']);
    (parted(before, marked) && parted(following, followed)).then_some((range, date))
}

/// "Bogotá, diecinueve de abril de dos mil doce": a place and a day in words, and nothing else.
fn placed_in_words(text: &str) -> Option<(Range<usize>, PartialDate)> {
    let (range, date) = in_words(text)?;
    let place = text[..range.start].trim_matches(BRACKETS).trim_matches([',', ' ']);
    let alone = text[range.end..].trim_matches(BRACKETS).is_empty() && !place.contains(':');
    (alone && (place.is_empty() || is_place(place) || is_when(place))).then_some((range, date))
}

/// The day in words that `text` contains, in any of the languages in which documents write their days out.
pub(super) fn day_in_words(text: &str) -> Option<(Range<usize>, PartialDate)> {
    written_out(text).or_else(|| in_words(text))
}

/// "Palace of Ports — Wednesday", "Suva, on": what stands before the day of the week or a small word before a day, and whether
/// a mark parted them.
fn without_weekday(before: &str) -> (&str, bool) {
    let bare = before.trim_end();
    let Some((rest, _)) = bare.rsplit_once(' ').filter(|(_, last)| is_when(last)) else { return (before, false) };
    (rest, rest.trim_end().ends_with([',', '–', '—', '-', '|', '(']))
}

/// The words after the day without the note on the original language: "(OR. en)".
fn without_language(after: &str) -> &str {
    let inner = after.strip_suffix(')').and_then(|rest| rest.rsplit_once('('));
    let noted = inner.filter(|(_, note)| note.starts_with("OR. ") && note.len() <= MAX_LANGUAGE_NOTE_BYTES);
    noted.map_or(after, |(rest, _)| rest.trim_end())
}

/// Longest note on the original language, in bytes.
const MAX_LANGUAGE_NOTE_BYTES: usize = 8;

/// The last of the days of a line that is a place with several days and nothing else: "(Hanoi, Viet Nam, 4-7 May 2009)".
pub(super) fn last_of_days(text: &str) -> Option<(Range<usize>, PartialDate)> {
    if text.chars().count() > MAX_LINE_CHARS || !text.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let found = find_dates(&tokenize(text)).into_iter().next()?;
    let Printed::Date(days) = found.value else { return None };
    let before = text[..found.range.start].trim_matches(BRACKETS).trim_matches([',', '–', '-', '—', ' ', '(', '|']);
    let following = text[found.range.end..].trim_matches(BRACKETS);
    let (start, end) = days.bounds().filter(|_| days.precision() == Precision::Interval)?;
    // Within one month: what goes on for longer is a period.
    let last = (start / 100 == end / 100).then(|| PartialDate::day(year(end)?, part(end / 100), part(end)))??;
    (is_place(before) && following.is_empty()).then_some((found.range, last))
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
    let numbered = number_before(text);
    if numbered > 0 {
        let (range, date) = at_start(&text[numbered..])?;
        return Some((range.start + numbered..range.end + numbered, date));
    }
    let head = &text[..text.floor_char_boundary(2 * WITHIN)];
    let (range, date) = first_day(head).or_else(|| eastern_at_start(head))?;
    if range.start > WITHIN {
        return None;
    }
    let (before, following) = (head[..range.start].trim(), head[range.end..].trim_start());
    // "Tabled: 2 May 2014": the day after a label is not that of a dateline.
    if before.contains([':', '：']) {
        return None;
    }
    let bracketed = before.contains(['(', '[', '（']) && !before.contains([')', ']', '）']);
    let place = before.trim_matches(['(', '[', '（', ',', '，', ' ', '–', '—', '-', ':']);
    let placed = place.is_empty() || is_place(place) || is_when(place);
    let closes = following.find([')', ']', '）']).filter(|at| {
        let inner = following[..*at].trim_matches([',', ' ', '，']);
        inner.is_empty() || is_place(inner) || is_when(inner)
    });
    // "SEOUL, Jan. 27, 2017 (Agency) --": who sends it stands in brackets before the dash.
    let agency = following.strip_prefix('(').and_then(|rest| rest.split_once(')')).filter(|(name, _)| name.len() <= 30);
    let following = agency.map_or(following, |(_, rest)| rest.trim_start());
    // "Ramallah, le 7 mars 2022, WAFA-": or in capitals after a comma.
    let named = following.strip_prefix(',').map(str::trim_start).and_then(|rest| {
        let end = rest.find(|c: char| !c.is_ascii_uppercase()).unwrap_or(rest.len());
        (2..=12).contains(&end).then(|| rest[end..].trim_start())
    });
    let following = named.filter(|rest| rest.starts_with(['-', '–', '—', '/'])).unwrap_or(following);
    let dashed = following.trim_start_matches('.').starts_with(['–', '—', '-', '―', ':', '/']);
    let stopped = following.starts_with('.')
        && following[1..].trim_start().starts_with(char::is_uppercase)
        && before.ends_with(',');
    // "Brussels 08.06.2022 The commissioner": a day in figures is not part of the sentence.
    let figures = head[range.clone()].bytes().all(|byte| byte.is_ascii_digit() || byte == b'.' || byte == b'/')
        && following.starts_with(char::is_uppercase)
        && is_place(place);
    let ended = if bracketed { closes.is_some() } else { (dashed || stopped || figures) && !place.is_empty() };
    (placed && ended).then_some((range, date))
}

/// Bytes of the number of a decree before its place and day: "Núm. 72.- Santiago, 1 de junio de 2012.-".
fn number_before(text: &str) -> usize {
    let Some((number, _)) = text.split_once(".- ").filter(|(number, _)| number.len() <= MAX_NUMBER_BYTES) else {
        return 0;
    };
    let (word, digits) = number.split_once(' ').unwrap_or_default();
    let named = matches!(fold(word).trim_end_matches(['.', 'º', '°']), "num" | "no" | "n" | "nr");
    let counted = digits.starts_with(|c: char| c.is_ascii_digit()) && !digits.contains(char::is_alphabetic);
    if named && counted { number.len() + ".- ".len() } else { 0 }
}

/// Longest number of a decree, in bytes.
const MAX_NUMBER_BYTES: usize = 24;

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
            ("Brussels, 17 October 2024 (OR. en)", Some("2024-10-17")),
            ("Palais de l’Étoile — mercredi 25 août 2010", Some("2010-08-25")),
            ("Suva, Fiji, on 11 November 2022", Some("2022-11-11")),
            ("The ports were opened on 12 May 2014", None),
            ("2017年1月27日，北京", Some("2017-01-27")),
            ("(2024년 5월 4일, 서울)", Some("2024-05-04")),
            ("Adopted, 12 May 2014", None),
            ("The ports opened on 12 May 2014", None),
            ("Leaders' Summit, 12 May 2014", None),
            ("제출연월일 : 2010. 11. 15.", None),
            ("Ports: 12 May 2014", None),
            ("(signed in Oslo on 12 May 2014)", None),
            ("Bogotá, D.C., diecinueve de abril de dos mil doce.", Some("2012-04-19")),
            ("Los puertos abren el diecinueve de abril de dos mil doce.", None),
            ("Осло, 12 февраля 2017 года", Some("2017-02-12")),
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
            ("SUVA, FJ — September 25, 2025 — The ports are open.", Some("2025-09-25")),
            ("Núm. 72.- Oslo, 4 de marzo de 2021.- Vistos: los puertos.", Some("2021-03-04")),
            ("On 4 March 2021. The ports", None),
            ("Since 4 March 2021 – and before – the ports are open.", None),
            ("Oslo, 4 March 2021 was a good day.", None),
            ("The minister came on 4 March 2021: the ports were open.", None),
        ] {
            assert_eq!(at_start(text).map(|(_, date)| date.to_string()).as_deref(), expected, "{text}");
        }
    }
}
