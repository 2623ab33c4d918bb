//! Days at the end: of a signature, or alone on one of the last lines.
//!
//! In: passages, cells. Out: the day of signature, the document's day.

use std::ops::Range;

use entente_corpus::{Basis, MetadataField, Metadatum, PassageKind};
use entente_language::values::parse_date;
use entente_text::fold::fold;
use entente_text::{PartialDate, Precision};

use super::super::cells::LineCell;
use super::super::head_words::{List, words};
use super::super::{PassageText, add_date, datelines};
use super::labels::MAX_LABEL_CHARS;
use super::{dated, first};
use crate::word_lists::word_list;

/// Longest closing note, in characters.
const MAX_NOTE_CHARS: usize = 160;
/// A day at the end stands among this many last passages.
const FOOT: usize = 6;

/// A day alone on one of the last lines is the day on which a letter or a statement was given.
pub(super) fn closing(cells: &[LineCell], all: &mut Vec<Metadatum>) {
    let last = cells.last().map_or(0, |cell| cell.place);
    let foot = cells.iter().rev().filter(|cell| {
        cell.place + FOOT > last
            && !matches!(cell.kind, PassageKind::Furniture | PassageKind::Note | PassageKind::Row | PassageKind::Item)
    });
    for cell in foot {
        let day = parse_date(cell.text).filter(|date| date.precision() == Precision::Day);
        let found = day.map(|date| (0..cell.text.len(), date)).or_else(|| datelines::line(cell.text));
        if let Some((range, date)) = found {
            return add_date(all, MetadataField::Date, cell.fact(date, Basis::Stated, "date-at-the-end", range));
        }
        if let Some((range, date)) = told_at_the_end(cell.text) {
            return add_date(all, MetadataField::Date, cell.fact(date, Basis::Stated, "day-of-a-closing-note", range));
        }
    }
}

/// "This notice is given by order of the Council on August 10, 2021.": a closing note that ends with its day.
fn told_at_the_end(text: &str) -> Option<(Range<usize>, PartialDate)> {
    let folded = fold(text);
    let short = text.chars().count() <= MAX_NOTE_CHARS && text.contains(|c: char| c.is_ascii_digit());
    if !short || !words(List::ClosingNote).iter().any(|words| folded.starts_with(words)) {
        return None;
    }
    let end = text.trim_end_matches(['.', ' ', ')']).len();
    datelines::first_day(text).filter(|(range, _)| range.end == end)
}

/// "Done at Singapore, this 28th day of January 1992": the day of a signature, which dates a treaty that has no other.
pub(super) fn signed(lines: &[PassageText], all: &mut Vec<Metadatum>) {
    let closes = |line: &&PassageText| {
        let text = line.reading.text.as_str();
        let folded = fold(text.get(..text.floor_char_boundary(MAX_LABEL_CHARS)).unwrap_or(""));
        let running = matches!(line.kind, PassageKind::Paragraph | PassageKind::Heading | PassageKind::Answer);
        let begins = |list: &[&str]| list.iter().any(|words| folded.starts_with(words));
        running && (begins(word_list("signed-at")) || begins(word_list("enacted")) && head(text).contains(" day of "))
    };
    for line in lines.iter().rev().filter(closes) {
        let text = line.reading.text.as_str();
        let short = head(text);
        // "this 28th day of January, 1992" is 28 January 1992.
        let plain = short.replace(" day of ", " ");
        let written = datelines::day_in_words(short);
        if let Some((_, date)) =
            written.or_else(|| first(&plain)).filter(|(_, date)| date.precision() == Precision::Day)
        {
            let at = || line.fact(date, Basis::Stated, "day-of-signature", 0..short.len());
            add_date(all, MetadataField::Signed, at());
            if !dated(all) {
                add_date(all, MetadataField::Date, at());
            }
            return;
        }
    }
}

/// The beginning of `text` in which the day of a signature stands.
fn head(text: &str) -> &str {
    &text[..text.floor_char_boundary(MAX_NOTE_CHARS)]
}

#[cfg(test)]
mod tests {
    use entente_ingest::{Settings, Source, read};

    #[test]
    fn what_closes_a_document_dates_it() {
        for (close, expected) in [
            ("This notice is given by order of the Council on August 10, 2021.", Some("2021-08-10")),
            ("NOTICE PUBLISHED IN THE HARBOUR NEWS ON JUNE 14TH, 2024.", Some("2024-06-14")),
            ("Fait à Suva, le 24 juin 2023", Some("2023-06-24")),
            (
                "Approved and adopted at a regular meeting of the Harbour Council held on the 10th day of December, 2018.",
                Some("2018-12-10"),
            ),
            ("ADOPTED by the Council this 12 day of June, 1978", Some("1978-06-12")),
            ("The Council adopted the rules on the 12th of June 1978, and they are old.", None),
            ("Dado en Suva, a los nueve días del mes de enero del año dos mil doce.", Some("2012-01-09")),
            ("This notice is about the ports that were opened on August 10, 2021 by the minister.", None),
            ("The ports were opened on August 10, 2021.", None),
        ] {
            let said = "The ports of the two states are open to all who come by boat from the north.";
            let text = format!("Ports of the two states\n\n{said}\n\n{said}\n\n{close}\n");
            let source = Source { file: "x.txt".into(), bytes: text.into_bytes() };
            let (record, _) = read(&source, &Settings::default()).expect("a text");
            assert_eq!(record.date.map(|fact| fact.value.to_string()).as_deref(), expected, "{close}");
        }
    }
}
