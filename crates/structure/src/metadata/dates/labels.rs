//! Days after a label, on the same line or in the next column: "Published: 2 May 2014".
//!
//! In: cells. Out: the day with the field that its label names.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use entente_corpus::{Basis, MetadataField, Metadatum};
use entente_language::values::parse_date;
use entente_text::PartialDate;
use entente_text::fold::fold;
use entente_text::order;

use super::super::add_date;
use super::super::cells::LineCell;
use super::first;

/// Labels before a date and the field that it fills, a row each: label, folded, and field; sorted by label.
const LABELS: &str = include_str!("../../../data/date-labels.tsv");

/// Longest label, in characters.
pub(super) const MAX_LABEL_CHARS: usize = 32;

/// The longest value after a label.
pub(super) const MAX_VALUE_CHARS: usize = 80;

/// Years of two digits from this one on are of the last century.
const FIRST_YEAR_OF_LAST_CENTURY: u8 = 50;

/// A label and its date: on one line, or in two columns.
pub(super) fn labelled(cell: &LineCell, next: Option<&LineCell>, all: &mut Vec<Metadatum>) {
    let bare = cell.text.trim_start_matches(['(', '[', '*', '-', '•', ' ']);
    let split = bare.char_indices().find(|(at, c)| {
        matches!(c, ':' | '：')
            || bare[*at..].starts_with(" - ")
            || bare[*at..].starts_with(" – ")
            || bare[*at..].starts_with("  ")
    });
    let Some((at, mark)) = split.filter(|(at, _)| bare[..*at].chars().count() <= MAX_LABEL_CHARS) else {
        // "제출일" in one column, the day in the next.
        if let Some(field) = label(bare)
            && let Some(next) = next.filter(|next| next.kind == cell.kind)
            && let Some(date) = parse_date(next.text.trim_start_matches([':', ' ']))
        {
            add_date(all, field, next.whole(date, Basis::Stated, "date-beside-label"));
        }
        return;
    };
    let Some(field) = label(&bare[..at]) else { return };
    let after = at + mark.len_utf8();
    let value = bare[after..].trim_start_matches([' ', '-', '–', '*', '\u{3000}']);
    let start = cell.text.len() - value.len();
    let value = value.trim_end_matches([')', ']', '*', ' ', '.']);
    if value.is_empty() && next.is_some_and(|next| next.kind == cell.kind) {
        let next = next.and_then(|next| Some((next, parse_date(next.text)?)));
        add_date(all, field, next.and_then(|(next, date)| next.whole(date, Basis::Stated, "date-beside-label")));
        return;
    }
    // "Dated: 27 November 2006  Number: 12": the next label stands after a gap.
    let named = |(at, _): &(usize, &str)| value[*at..].trim_start().starts_with(char::is_alphabetic);
    let value = value.match_indices("  ").find(named).map_or(value, |(at, _)| &value[..at]);
    if value.chars().count() > MAX_VALUE_CHARS {
        return;
    }
    let whole = |value: &str| parse_date(value).map(|date| (start..start + value.len(), date));
    // "12.11.2021 (unchanged since 05.11.2021)": what stands in brackets is about another day.
    let outside = value.split('(').next().unwrap_or(value).trim_end();
    let found = whole(value).or_else(|| two_digits(value).map(|date| (start..start + value.len(), date)));
    let found = found.or_else(|| whole(outside)).or_else(|| {
        let (range, date) = first(value)?;
        (range.start <= MAX_LABEL_CHARS / 2).then(|| (start + range.start..start + range.end, date))
    });
    if let Some((range, date)) = found {
        add_date(all, field, cell.fact(date, Basis::Stated, "date-behind-label", range));
    }
}

/// "08/29/16": three numbers of two digits that can be read as a day in one way only. "17/08/12" may be a day of 2012 or 2017.
fn two_digits(value: &str) -> Option<PartialDate> {
    let mark = ['/', '.', '-'].into_iter().find(|mark| value.matches(*mark).count() == 2)?;
    let parts: Vec<u8> = value.split(mark).map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let &[a, b, c] = parts.as_slice() else { return None };
    if value.split(mark).any(|part| part.len() > 2) || c > 99 || a > 99 {
        return None;
    }
    let year = |year: u8| if year < FIRST_YEAR_OF_LAST_CENTURY { 2000 } else { 1900 } + u16::from(year);
    let readings = [(a, b, c), (c, b, a), (c, a, b)].map(|(y, m, d)| PartialDate::day(year(y), m, d));
    let mut days: Vec<PartialDate> = readings.into_iter().flatten().collect();
    days.dedup();
    if let [day] = days.as_slice() { Some(*day) } else { None }
}

pub(super) fn label(text: &str) -> Option<MetadataField> {
    if text.len() > 4 * MAX_LABEL_CHARS {
        return None;
    }
    let folded = fold(text.trim_matches(['*', ' ', ':', '：', '.', '(', ')']));
    static FIELDS: OnceLock<BTreeMap<&str, MetadataField>> = OnceLock::new();
    let fields = FIELDS.get_or_init(|| order::map(LABELS.lines().filter_map(parse_row)));
    fields.get(folded.as_str()).copied()
}

fn parse_row(row: &'static str) -> Option<(&'static str, MetadataField)> {
    let (label, field) = row.split_once('\t')?;
    Some((label, MetadataField::from_word(field)?))
}

#[cfg(test)]
mod tests {
    use entente_ingest::{Settings, Source, read};
    use entente_text::fold::fold;

    use super::{LABELS, parse_row};

    #[test]
    fn labels_are_sorted_folded_and_each_fills_a_date() {
        let rows: Vec<(&str, _)> = LABELS.lines().filter_map(parse_row).collect();
        assert_eq!(rows.len(), LABELS.lines().count());
        assert!(rows.windows(2).all(|two| two[0].0 < two[1].0));
        for (label, field) in rows {
            assert!(field.is_date() && fold(label) == label, "{label}");
        }
    }

    #[test]
    fn labels_of_any_language_date_a_document_or_its_event() {
        for (line, expected) in [
            ("Fecha de publicación: 8 de agosto de 2017", Some("2017-08-08")),
            ("Дата публикации: 3 июля 2020 года", Some("2020-07-03")),
            ("Data di pubblicazione: 9 ottobre 2015", Some("2015-10-09")),
            (
                "Dated: 9 October 2015  Number: abc12  Portfolio: Ports of the north and of the south, and all of their boats",
                Some("2015-10-09"),
            ),
            ("Ausfertigungsdatum\n:   1998-06-25", Some("1998-06-25")),
            ("Fecha de la reunión: 8 de agosto de 2017", None),
            ("Дата заседания: 3 июля 2020 года", None),
        ] {
            let text = format!("# Ports of the two states\n\n{line}\n\nThe ports of the two states are open again.\n");
            let source = Source { file: "x.md".into(), bytes: text.into_bytes() };
            let (record, _) = read(&source, &Settings::default()).expect("a text");
            assert_eq!(record.date.map(|fact| fact.value.to_string()).as_deref(), expected, "{line}");
        }
    }
}
