//! Days at the end: of a signature, or alone on one of the last lines.
//!
//! In: passages, cells. Out: the day of signature, the document's day.

use entente_corpus::{Basis, MetadataField, Metadatum, PassageKind};
use entente_language::values::parse_date;
use entente_text::Precision;
use entente_text::fold::fold;

use super::super::cells::LineCell;
use super::super::{PassageText, add_date, datelines};
use super::labels::MAX_LABEL_CHARS;
use super::{MAX_BYLINE_CHARS, dated, first};

/// A day at the end stands among this many last passages.
const FOOT: usize = 6;

/// Words before place and day at the end of a treaty or a law.
const SIGNED: &[&str] = &[
    "done at",
    "done in",
    "signed at",
    "signed in",
    "fait a",
    "geschehen zu",
    "unterzeichnet in",
    "hecho en",
    "firmado en",
    "fatto a",
    "feito em",
];

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
    }
}

/// "Done at Singapore, this 28th day of January 1992": the day of a signature, which dates a treaty that has no other.
pub(super) fn signed(lines: &[PassageText], all: &mut Vec<Metadatum>) {
    let closes = |line: &&PassageText| {
        let text = line.reading.text.as_str();
        let folded = fold(text.get(..text.floor_char_boundary(MAX_LABEL_CHARS)).unwrap_or(""));
        line.kind == PassageKind::Paragraph && SIGNED.iter().any(|words| folded.starts_with(words))
    };
    for line in lines.iter().rev().filter(closes) {
        let text = line.reading.text.as_str();
        let short = &text[..text.floor_char_boundary(MAX_BYLINE_CHARS)];
        // "this 28th day of January, 1992" is 28 January 1992.
        let plain = short.replace(" day of ", " ");
        let written = datelines::written_out(short);
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
