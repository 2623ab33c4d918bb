//! Days that pages print again and again, or beside their numbers.
//!
//! In: passages. Out: the day of the issue.

use std::collections::BTreeMap;

use entente_corpus::{Basis, MetadataField, Metadatum, PassageKind};
use entente_language::values::parse_date;
use entente_text::{PartialDate, Precision};

use super::super::{PassageText, add_date};
use super::labels::MAX_VALUE_CHARS;
use super::{first, full};
use crate::running::without_numbers;

/// A day in the head of a page stands this near its number, in passages.
const BESIDE_PAGE: usize = 3;

/// A page's head or foot is printed at least this often.
const RUNNING: usize = 3;

/// Longest line that is nothing but a day, in bytes.
const MAX_DAY_BYTES: usize = 40;

/// The same day on several lines of its own, and no other day so: pages of proceedings carry it.
pub(super) fn on_lines_of_its_own(lines: &[PassageText], all: &mut Vec<Metadatum>) {
    let mut days: BTreeMap<String, (usize, &PassageText, PartialDate)> = BTreeMap::new();
    for line in lines.iter().filter(|line| line.reading.text.len() <= MAX_DAY_BYTES && line.kind != PassageKind::Row) {
        // "10th Feb., 2021": the stop belongs to the month.
        let text = line.reading.text.replace(".,", ",");
        if let Some(date) = parse_date(&text).filter(|date| full(*date)) {
            days.entry(date.to_string()).or_insert((0, line, date)).0 += 1;
        }
    }
    let mut days = days.into_values();
    if let (Some((2.., line, date)), None) = (days.next(), days.next()) {
        add_date(all, MetadataField::Date, line.whole(date, Basis::Inferred, "day-on-lines-of-its-own"));
    }
}

/// A day alone on a line beside a page's number is in the head or foot of the page.
pub(super) fn beside_page_number(lines: &[PassageText], all: &mut Vec<Metadatum>) {
    let numbered = |line: &PassageText| {
        let text = line.reading.text.trim();
        let digits = text.trim_start_matches(|c: char| !c.is_ascii_digit());
        line.kind == PassageKind::Furniture
            && text.len() <= 12
            && !digits.is_empty()
            && digits.chars().all(|c| c.is_ascii_digit())
    };
    for (n, line) in lines.iter().enumerate() {
        let text = line.reading.text.as_str();
        if text.len() > MAX_VALUE_CHARS || !text.contains(|c: char| c.is_ascii_digit()) {
            continue;
        }
        let near = || lines[n.saturating_sub(BESIDE_PAGE)..(n + BESIDE_PAGE + 1).min(lines.len())].iter().any(numbered);
        if let Some(date) = parse_date(text).filter(|date| date.precision() == Precision::Day && near()) {
            return add_date(all, MetadataField::Date, line.whole(date, Basis::Inferred, "date-beside-page-number"));
        }
    }
}

/// A date in the head or foot of every page is the day of the issue.
pub(super) fn running(lines: &[PassageText], all: &mut Vec<Metadatum>) {
    let furniture =
        || lines.iter().filter(|line| line.kind == PassageKind::Furniture && line.reading.text.len() <= 200);
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    furniture().for_each(|line| *counts.entry(without_numbers(&line.reading.text)).or_default() += 1);
    counts.retain(|_, count| *count >= RUNNING);
    for line in furniture().filter(|line| counts.contains_key(&without_numbers(&line.reading.text))) {
        if let Some((range, date)) = first(&line.reading.text).filter(|(_, date)| full(*date)) {
            add_date(all, MetadataField::Date, line.fact(date, Basis::Inferred, "date-on-every-page", range));
            return;
        }
    }
}
