//! Days in figures, and in scripts of East Asia.

use std::ops::Range;

use entente_language::values::parse_date;
use entente_text::{PartialDate, Precision};

use super::place::PLACE_LETTERS;

/// "2024. 5. 4.", "12.11.2021", "2024-05-04", "14/09/2023": a run of numbers that is a day.
pub(super) fn dotted(text: &str) -> Option<(Range<usize>, PartialDate)> {
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
pub(super) fn eastern(text: &str) -> Option<(Range<usize>, PartialDate)> {
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
pub(super) fn eastern_at_start(text: &str) -> Option<(Range<usize>, PartialDate)> {
    let end = text.char_indices().find(|(_, c)| matches!(c, '日' | '일')).map(|(at, c)| at + c.len_utf8())?;
    let from = text[..end].find(|c: char| c.is_ascii_digit())?;
    let date = parse_date(&text[from..end]).filter(|date| date.precision() == Precision::Day)?;
    Some((from..end, date))
}
