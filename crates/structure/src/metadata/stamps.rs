//! Days that a page prints beside its author, its section or its office: "Jane Roe Published July 26, 2023 | 03:20 PM".
//!
//! In: cells at the head. Out: the day of publication, and that of the last change. A day in a sentence is neither.

use entente_corpus::{Basis, MetadataField, Metadatum};
use entente_text::fold::fold;

use super::cells::LineCell;
use super::head_words::{List, words};
use super::roles::{Role, filed_under, is_office, role};
use super::{add_date, datelines, parse_date};

/// Longest line with a stamp, in characters.
const MAX_LINE_CHARS: usize = 160;
/// Longest line that is nothing but a stamp, in bytes.
const MAX_OWN_LINE_BYTES: usize = 100;
/// Longest words of a stamp, in bytes.
const MAX_STAMP_BYTES: usize = 24;
/// Bytes that the words of a stamp take up at most, with their accents and marks.
const MAX_STAMP_HEAD_BYTES: usize = 4 * MAX_STAMP_BYTES;
/// Bytes between the words of a stamp and its day.
const MAX_GAP_BYTES: usize = 24;
/// Words after the day that a line begins with.
const MAX_WORDS_AFTER_DAY: usize = 8;

/// "Publié le 16 décembre 2014": a line that begins with the words of a stamp. It goes on from no line above it.
pub(crate) fn is_stamp(line: &str) -> bool {
    // "por Portal do Porto publicado 30/07/2016"
    let published_by = |line: &str| {
        let first = line.split(' ').next().unwrap_or_default();
        matches!(first, "by" | "por" | "par" | "von" | "di" | "da" | "door") && holds_stamp(line)
    };
    if published_by(line) {
        return true;
    }
    let day = || after(line, words(List::Stamp)).or_else(|| after(line, words(List::StampOfChange)));
    line.len() <= MAX_OWN_LINE_BYTES
        && line.contains(|c: char| c.is_ascii_digit())
        && begins(line)
        && day().is_some_and(|(range, _)| range.start <= MAX_GAP_BYTES + MAX_STAMP_BYTES)
}

/// "por Portal do Porto publicado 30/07/2016": a line that says inside it when a page was published.
pub(super) fn holds_stamp(line: &str) -> bool {
    line.len() <= MAX_LINE_CHARS
        && line.contains(|c: char| c.is_ascii_digit())
        && !line.ends_with(['.', ';'])
        && (after(line, words(List::Stamp)).is_some() || holds_figures(line))
}

/// "por Portal do Porto publicado 03/05/2016": a stamp with a day that may be read in two ways.
fn holds_figures(line: &str) -> bool {
    let folded = fold(line);
    words(List::Stamp).iter().any(|stamp| {
        folded.match_indices(stamp).any(|(at, _)| {
            let apart = folded[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
            let day = folded[at + stamp.len()..].trim_start_matches([' ', ':']).split(' ').next().unwrap_or_default();
            let figures = day.bytes().filter(u8::is_ascii_digit).count();
            apart
                && (6..=8).contains(&figures)
                && day.bytes().all(|byte| byte.is_ascii_digit() || b"/.-".contains(&byte))
        })
    })
}

/// True if `line` begins with the words of a stamp.
fn begins(line: &str) -> bool {
    let folded = fold(line);
    let mut stamps = words(List::Stamp).iter().chain(words(List::StampOfChange));
    stamps.any(|stamp| folded.strip_prefix(stamp).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)))
}

/// The days of a line that says inside it when a page was published or changed.
pub(super) fn read(cell: &LineCell, all: &mut Vec<Metadatum>) {
    if cell.text.chars().count() > MAX_LINE_CHARS || role(cell.text) == Role::Sentence {
        return;
    }
    for (list, field) in [(List::Stamp, MetadataField::Date), (List::StampOfChange, MetadataField::Updated)] {
        if all.iter().any(|datum| datum.field == field) {
            continue;
        }
        if let Some((range, date)) = after(cell.text, words(list)) {
            add_date(all, field, cell.fact(date, Basis::Stated, "day-of-a-stamp", range));
        }
    }
}

/// The day that follows one of `stamps` in `text`.
fn after(text: &str, stamps: &[&str]) -> Option<(std::ops::Range<usize>, entente_text::PartialDate)> {
    let starts = text.char_indices().filter(|(at, c)| {
        let before = text[..*at].chars().next_back();
        c.is_alphabetic() && before.is_none_or(|c| !c.is_alphanumeric())
    });
    for (at, _) in starts {
        let rest = &text[at..];
        let folded = fold(&rest[..rest.floor_char_boundary(MAX_STAMP_HEAD_BYTES)]);
        let stamp = stamps.iter().filter(|stamp| folded.starts_with(**stamp)).max_by_key(|stamp| stamp.len());
        let Some(stamp) = stamp else { continue };
        // Folding keeps the number of words.
        let count = stamp.split(' ').count();
        let mut from = at;
        for _ in 0..count {
            let rest = &text[from..];
            let word = rest.len() - rest.trim_start().len();
            from += word + rest[word..].find(|c: char| c.is_whitespace() || c == ':').unwrap_or(rest.len() - word);
        }
        let found = datelines::first_day(&text[from..]).filter(|(range, _)| range.start <= MAX_GAP_BYTES);
        if let Some((range, date)) = found {
            return Some((from + range.start..from + range.end, date));
        }
    }
    None
}

/// "2023.01.10 외교부", "7 January 1989 - Check against delivery": a line that begins with a day, before who issues the text or
/// a note.
pub(super) fn day_first<'a>(head: impl Iterator<Item = &'a LineCell<'a>>, all: &mut Vec<Metadatum>) {
    for cell in head.filter(|cell| cell.text.chars().count() <= MAX_LINE_CHARS) {
        let first = |(range, _): &(std::ops::Range<usize>, _)| {
            cell.text[..range.start].split_whitespace().all(datelines::is_weekday)
        };
        let Some((range, date)) = datelines::first_day(cell.text).filter(first) else { continue };
        let rest = cell.text[range.end..].trim_start();
        let marked = rest.starts_with(['-', '–', '—', '|', '•', '·']);
        let rest = rest.trim_start_matches(['-', '–', '—', '|', '•', '·', ' ']);
        let short = rest.split_whitespace().count() <= MAX_WORDS_AFTER_DAY && !rest.ends_with(['.', ';']);
        let issuer = is_office(rest)
            || is_hour(rest)
            || filed_under(rest).is_some()
            || marked && short && parse_date(rest).is_none();
        if !rest.is_empty() && issuer {
            return add_date(all, MetadataField::Date, cell.fact(date, Basis::Stated, "day-before-a-note", range));
        }
    }
}

/// "18.32 BST", "14:05": an hour, with its zone or without.
fn is_hour(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let hour = words.next().is_some_and(|word| {
        let parts = word.trim_end_matches(|c: char| c.is_ascii_alphabetic()).split_once([':', '.']);
        parts.is_some_and(|(hours, minutes)| {
            hours.parse::<u8>().is_ok_and(|hours| hours < 24)
                && minutes.len() == 2
                && minutes.parse::<u8>().is_ok_and(|it| it < 60)
        })
    });
    hour && words.all(|word| word.len() <= 5 && word.chars().all(|c| c.is_ascii_uppercase() || c == '.'))
}

#[cfg(test)]
mod tests {
    use entente_ingest::{Settings, Source, read};

    #[test]
    fn stamps_give_the_day_of_publication() {
        for (line, expected) in [
            ("Jane Roe (@roe) Published July 26, 2023 | 03:20 PM", Some("2023-07-26")),
            ("ANI | Updated: 25-07-2023 19:31 IST | Created: 24-07-2023 19:31 IST", Some("2023-07-24")),
            ("Publié le mardi 16 décembre 2014 | Port", Some("2014-12-16")),
            ("por Portal do Porto publicado 13/05/2016 20h22, última modificação 14/05/2016 20h22", Some("2016-05-13")),
            ("2023.01.10 외교부", Some("2023-01-10")),
            ("Mon 11 May 2020 18.32 BST", Some("2020-05-11")),
            ("11 May 2020 Posted in Press releases", Some("2020-05-11")),
            ("11 May 2020 posted in all the ports", None),
            ("7 January 1989 - Check against delivery", Some("1989-01-07")),
            ("7 January 1989 was a day on which the ports of the two states were shut.", None),
        ] {
            let text = format!(
                "Two states talk about ports\n\n{line}\n\nThe ports of the two states stay open all year long.\n"
            );
            let source = Source { file: "x.txt".into(), bytes: text.into_bytes() };
            let (record, _) = read(&source, &Settings::default()).expect("a text");
            assert_eq!(record.date.map(|fact| fact.value.to_string()).as_deref(), expected, "{line}");
        }
    }
}
