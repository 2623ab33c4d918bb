//! The document's own dates: those that stand where documents print theirs, each by its label, its place or its rule.
//!
//! In: the cells of a document. Out: its date, when it was last changed, what time it covers, when it was tabled, the day
//! of its event, when it comes into force. A date of an event never becomes the document's.

mod at_end;
mod labels;
mod laws;
mod meetings;
mod near_head;
mod pages;
mod titled;

use std::ops::Range;

use entente_corpus::{Basis, MetadataField, Metadatum, PassageKind};
use entente_language::tokenize;
use entente_language::values::{Printed, find_dates, parse_date};
use entente_text::{PartialDate, Precision};

use self::at_end::{closing, signed};
use self::labels::{label, labelled};
use self::meetings::{days_of_its_meeting, held, minutes};
use self::near_head::{before_date, placed, timed, timestamp, told_first};
use self::pages::{beside_page_number, on_lines_of_its_own, running};
use super::cells::LineCell;
use super::opening::Opening;
use super::{PassageText, add_date, adoption, stamps};

pub(super) use self::titled::from_title;

/// A date alone on a line counts as the document's among this many first passages.
const WITHIN: usize = 12;
/// Cells of them: one row of a table may have tens of thousands.
const MAX_HEAD_CELLS: usize = 1_000;

/// A line with a source, an author and a time is at most this long.
const MAX_BYLINE_CHARS: usize = 100;

/// Finds the dates that are the document's own.
pub(super) fn read(lines: &[PassageText], opening: &Opening, cells: &[LineCell], all: &mut Vec<Metadatum>) {
    for (n, line) in lines.iter().enumerate() {
        // A heading that is a label, with the date below.
        if let Some(field) = label(&line.reading.text).filter(|_| line.kind == PassageKind::Heading)
            && let Some(next) = lines.get(n + 1)
            && let Some(date) = parse_date(&next.reading.text)
        {
            add_date(all, field, next.whole(date, Basis::Stated, "date-under-label"));
        }
    }
    for (n, cell) in cells.iter().enumerate() {
        labelled(cell, cells.get(n + 1), all);
    }
    let at_head = |cell: &&LineCell| {
        let printed = cell.kind != PassageKind::Furniture && cell.place < WITHIN;
        printed && !cell.ends_a_sentence() && !ends_on_a_day(cell)
    };
    // A table with a column of days is about what happened on them.
    let column =
        cells.iter().filter(at_head).filter(|cell| is_day_of_a_row(cell)).nth(MIN_DAYS_OF_A_COLUMN - 1).is_some();
    let head = || cells.iter().filter(at_head).filter(|cell| !(column && is_day_of_a_row(cell))).take(MAX_HEAD_CELLS);
    for cell in head() {
        let Some(date) = parse_date(cell.text) else { continue };
        let known = |field: MetadataField, cell: &LineCell| {
            let fact = cell.whole((), Basis::Stated, "");
            let stands = |datum: &Metadatum| fact.as_ref().is_some_and(|fact| datum.fact.evidence == fact.evidence);
            all.iter().any(|datum| datum.field == field && stands(datum))
        };
        match date.precision() {
            Precision::Day | Precision::Month if !known(MetadataField::Date, cell) => {
                add_date(all, MetadataField::Date, cell.whole(date, Basis::Stated, "date-alone-on-a-line"));
            }
            // No document is issued on several days; something is held on them.
            Precision::Interval if !known(MetadataField::Event, cell) && !known(MetadataField::Period, cell) => {
                add_date(all, MetadataField::Event, cell.whole(date, Basis::Stated, "days-alone-on-a-line"));
            }
            _ => {}
        }
    }
    for cell in head().filter(|cell| cell.text.contains(|c: char| c.is_ascii_digit())) {
        before_date(cell, all);
        stamps::read(cell, all);
    }
    held(head(), all);
    placed(head(), opening, all);
    if !dated(all) {
        adoption::read(lines, all);
    }
    if !dated(all) {
        stamps::day_first(head(), all);
    }
    if !dated(all) {
        minutes(head(), all);
    }
    if !dated(all) {
        told_first(opening, all);
    }
    if !dated(all) {
        // A time of day is printed where something was published, beside a source or an author.
        for cell in head().filter(|cell| cell.text.chars().count() <= MAX_BYLINE_CHARS) {
            let stamp = timestamp(cell.text).and_then(|range| Some((range.clone(), parse_date(&cell.text[range])?)));
            if let Some((range, date)) = stamp {
                add_date(all, MetadataField::Date, cell.fact(date, Basis::Stated, "timestamp-near-title", range));
            } else if let Some((range, date)) = timed(cell.text) {
                // In words it may be when something is held, too.
                add_date(all, MetadataField::Date, cell.fact(date, Basis::Inferred, "day-beside-a-time", range));
            }
        }
    }
    if !dated(all) {
        laws::read(head(), all);
    }
    signed(lines, all);
    if !dated(all) {
        closing(cells, all);
    }
    if !dated(all) {
        running(lines, all);
    }
    if !dated(all) {
        beside_page_number(lines, all);
    }
    if !dated(all) {
        on_lines_of_its_own(lines, all);
    }
    if !dated(all) {
        days_of_its_meeting(head(), all);
    }
}

/// Fewest days in rows before they are a column's.
const MIN_DAYS_OF_A_COLUMN: usize = 3;

/// True for a cell of a table that is nothing but a day.
fn is_day_of_a_row(cell: &LineCell) -> bool {
    cell.kind == PassageKind::Row && parse_date(cell.text).is_some_and(|date| date.precision() == Precision::Day)
}

/// True for the last line of a wrapped sentence, if it is nothing but a day: "21 November 2019." below "in operation on".
fn ends_on_a_day(cell: &LineCell) -> bool {
    cell.is_of_a_sentence() && cell.text.ends_with('.') && parse_date(cell.text).is_some_and(full)
}

fn dated(all: &[Metadatum]) -> bool {
    all.iter().any(|datum| datum.field == MetadataField::Date)
}

/// The first date in `text` whose year is known.
fn first(text: &str) -> Option<(Range<usize>, PartialDate)> {
    let found = find_dates(&tokenize(text));
    found.into_iter().find_map(|when| match when.value {
        Printed::Date(date) if date.bounds().is_some() => Some((when.range, date)),
        _ => None,
    })
}

fn full(date: PartialDate) -> bool {
    matches!(date.precision(), Precision::Day | Precision::Month)
}

#[cfg(test)]
mod tests {
    use entente_ingest::{Settings, Source, read};

    /// The date of the document `text`.
    fn date(text: &str) -> Option<String> {
        let source = Source { file: "x.txt".into(), bytes: text.into() };
        let (record, _) = read(&source, &Settings::default()).expect("a text");
        record.date.map(|fact| fact.value.to_string())
    }

    #[test]
    fn a_report_of_a_meeting_is_of_its_last_day() {
        let report = |head: &str| {
            format!(
                "Summary Report of the Second Meeting on Ports\n\n{head}\n\nThe ministers met and spoke about the ports.\n"
            )
        };
        assert_eq!(date(&report("(Hanoi, Viet Nam, 4-7 May 2009)")).as_deref(), Some("2009-05-07"));
        assert_eq!(date(&report("(Hanoi, Viet Nam, May 2009 to June 2010)")), None);
        let plan = "Notes on the ports\n\n(Hanoi, Viet Nam, 4-7 May 2009)\n\nThe ministers spoke about the ports.\n";
        assert_eq!(date(plan), None, "what is no outcome of a meeting may announce it");
    }

    #[test]
    fn a_day_after_who_issues_it_or_after_its_embargo_is_the_document_s() {
        let release = |head: &str| format!("{head}\n\nPorts open again\n\nThe ports of the north are open again.\n");
        for (head, expected) in [
            ("Minister for Ports Anne Harbour 27 December 2013", Some("2013-12-27")),
            ("Embargoed until 12am 27 January 2003", Some("2003-01-27")),
            ("Minister for Ports since 27 December 2013 in office", None),
        ] {
            assert_eq!(date(&release(head)).as_deref(), expected, "{head}");
        }
    }

    #[test]
    fn a_day_with_an_hour_before_the_kind_of_what_was_published_is_the_document_s() {
        let page = |line: &str| format!("# Ports open again\n\n{line}\n\nThe ports of the north are open again.\n");
        assert_eq!(
            date(&page("Thursday, 26 March 2015, 12:12 pm Press Release: Port Office")).as_deref(),
            Some("2015-03-26")
        );
        assert_eq!(date(&page("Opening: Thursday, 26 March 2015, 12:00 pm at the harbour")), None);
    }

    #[test]
    fn a_line_that_names_the_kind_below_the_title_may_end_with_the_day() {
        let text =
            |line: &str| format!("Ports Forum 2022 of the North\n\n{line}\n\nThe ports of the north are open again.\n");
        let speech = "Speech by Jane Roe, Minister for Ports, at the forum on 11 April 2022";
        assert_eq!(date(&text(speech)).as_deref(), Some("2022-04-11"));
        assert_eq!(date(&text("The minister opened the forum of the north on 11 April 2022")), None);
    }

    #[test]
    fn a_day_that_ends_a_wrapped_sentence_is_not_the_document_s() {
        let said = "The ports of the north are open, and so they stay.\n\n".repeat(30);
        let text =
            format!("Rules of the ports\n\nThese are rules that come into operation on\n21 November 2019.\n\n{said}");
        let source = Source { file: "x.md".into(), bytes: text.into() };
        assert!(read(&source, &Settings::default()).expect("a text").0.date.is_none());
        let alone = format!("Rules of the ports\n\n21 November 2019.\n\n{said}");
        assert_eq!(date(&alone).as_deref(), Some("2019-11-21"));
    }

    #[test]
    fn a_day_that_pages_carry_is_the_day_of_proceedings() {
        let pages = |days: [&str; 2]| {
            let said = "The ports of the north are open again, said the member, and so they stay.\n\n".repeat(14);
            format!("Questions on ports\n\n{said}{}\n\n{said}{}\n\n{said}", days[0], days[1])
        };
        assert_eq!(date(&pages(["10th Feb., 2021", "10th Feb., 2021"])).as_deref(), Some("2021-02-10"));
        assert_eq!(date(&pages(["10 February 2021", "11 March 2021"])), None);
    }

    /// A row may consist of dates alone, and each was compared with all before it.
    #[test]
    fn of_a_row_of_dates_the_first_are_looked_at() {
        let bytes = format!("\n{}", "2024-01-01,".repeat(5_000)).into_bytes();
        let source = Source { file: "x.csv".into(), bytes };
        let (_, body) = read(&source, &Settings::default()).expect("a text");
        assert!(body.metadata.len() < super::MAX_HEAD_CELLS + 10, "{}", body.metadata.len());
    }
}
