//! Days of laws: in brackets below a number that ends in its year, and beside the gazette that printed it.
//!
//! In: cells at the head. Out: the document's day.

use entente_corpus::{Basis, DocumentKind, MetadataField, Metadatum};
use entente_language::tokenize;
use entente_language::values::{Printed, find_dates};
use entente_text::PartialDate;
use entente_text::fold::fold;

use super::super::cells::LineCell;
use super::super::head_words::{List, words};
use super::super::{add_date, datelines, kind};

/// Longest line with a gazette's number and day, in characters.
const MAX_GAZETTE_CHARS: usize = 120;

/// "(abril 23)" below "DECRETO 1345 DE 2010"; else "Diario Oficial No. 47.693 de 27 de abril de 2010".
pub(super) fn read<'a>(head: impl Iterator<Item = &'a LineCell<'a>>, all: &mut Vec<Metadatum>) {
    let mut above: Option<&LineCell> = None;
    let mut printed = None;
    for cell in head {
        let numbered = above.and_then(|above| Some((above, year_at_end(above.text)?)));
        if let Some((above, year)) = numbered
            && let Some(date) = bracketed_day(cell.text, year)
            && matches!(kind::of_title(above.text), Some(DocumentKind::Law | DocumentKind::Resolution))
        {
            let fact = cell.whole(date, Basis::Stated, "day-below-number-and-year").map(|mut fact| {
                fact.evidence.extend(above.whole((), Basis::Stated, "").into_iter().flat_map(|fact| fact.evidence));
                fact
            });
            return add_date(all, MetadataField::Date, fact);
        }
        if printed.is_none() && is_gazette(cell.text) {
            printed = datelines::first_day(cell.text)
                .and_then(|(range, date)| cell.fact(date, Basis::Stated, "day-of-a-gazette", range));
        }
        above = Some(cell);
    }
    add_date(all, MetadataField::Date, printed);
}

fn is_gazette(text: &str) -> bool {
    let folded = fold(text);
    text.chars().count() <= MAX_GAZETTE_CHARS
        && text.contains(|c: char| c.is_ascii_digit())
        && words(List::Gazette).iter().any(|name| {
            // "First published in the Government Gazette, on 12 November 2019"
            folded.find(name).is_some_and(|at| at == 0 || folded[..at].ends_with("published in the "))
        })
}

/// The year that `text` ends with.
fn year_at_end(text: &str) -> Option<u16> {
    let last = text.trim_end_matches(['.', ')', ' ']).rsplit([' ', '/', '(']).next()?;
    last.parse().ok().filter(|year| last.len() == 4 && (1500..2200).contains(year))
}

/// The day of `year` that `text` names in brackets, with its month and without a year.
fn bracketed_day(text: &str, year: u16) -> Option<PartialDate> {
    let inner = text.trim().strip_prefix('(')?.strip_suffix(')')?;
    let [found] = <[_; 1]>::try_from(find_dates(&tokenize(inner))).ok()?;
    let Printed::Date(date) = found.value else { return None };
    let written = date.to_string();
    let (month, day) = written.strip_prefix("XXXX-")?.split_once('-')?;
    let alone = found.range == (0..inner.len());
    PartialDate::day(year, month.parse().ok()?, day.parse().ok()?).filter(|_| alone)
}

#[cfg(test)]
mod tests {
    use entente_ingest::{Settings, Source, read};

    #[test]
    fn laws_are_dated_below_their_number_or_by_their_gazette() {
        for (head, expected) in [
            ("DECRETO 1345 DE 2010\n\n(abril 23)\n\nDiario Oficial No. 47 de 27 de abril de 2010", Some("2010-04-23")),
            ("DECRETO 1345\n\nDiario Oficial No. 47 de 27 de abril de 2010", Some("2010-04-27")),
            ("No. 745\n\nFirst published in the Government Gazette, on 12 November 2019 at 5 pm.", Some("2019-11-12")),
            ("DECRETO 1345 DE 2010\n\n(artículo 23)", None),
            ("Puertos del norte 2010\n\n(abril 23)", None),
        ] {
            let text =
                format!("{head}\n\nLos puertos de los dos estados están abiertos desde el lunes, según la ley.\n");
            let source = Source { file: "x.txt".into(), bytes: text.into_bytes() };
            let (record, _) = read(&source, &Settings::default()).expect("a text");
            assert_eq!(record.date.map(|fact| fact.value.to_string()).as_deref(), expected, "{head}");
        }
    }
}
