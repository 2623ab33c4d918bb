//! The day on which a body adopted or issued a text: "Adopted by the Council at its 12th meeting, on 8 June 2004".
//!
//! In: the first passages. Out: the document's date, where nothing else printed gives it. That another text was adopted, in a
//! sentence that begins otherwise, gives no date.

use entente_corpus::{Basis, MetadataField, Metadatum, PassageKind};
use entente_text::fold::fold;

use super::head_words::{List, words};
use super::{PassageText, add_date, datelines};
use crate::word_lists::word_list;

/// Passages at the beginning among which the note stands.
const WITHIN: usize = 12;
/// Longest such note, in bytes.
const MAX_NOTE_BYTES: usize = 260;

/// Finds the day of adoption among the first of `lines`.
pub(super) fn read(lines: &[PassageText], all: &mut Vec<Metadatum>) {
    let printed = lines.iter().filter(|line| line.kind != PassageKind::Furniture).take(WITHIN);
    for line in printed {
        let text = line.reading.text.as_str();
        if let Some((range, date)) = eastern(text) {
            return add_date(all, MetadataField::Date, line.fact(date, Basis::Stated, "day-of-adoption", range));
        }
        let mut at = 0;
        for sentence in text[..text.floor_char_boundary(2 * MAX_NOTE_BYTES)].split_inclusive(". ") {
            let from = at + sentence.len() - sentence.trim_start_matches(['[', '(', ' ', '*']).len();
            at += sentence.len();
            let note = &text[from..at];
            let folded = fold(note);
            if note.len() > MAX_NOTE_BYTES || !word_list("adoption-note").iter().any(|words| folded.starts_with(words))
            {
                continue;
            }
            if let Some((range, date)) = last_day(note) {
                let range = from + range.start..from + range.end;
                return add_date(all, MetadataField::Date, line.fact(date, Basis::Stated, "day-of-adoption", range));
            }
        }
    }
}

/// The day that a line of a law in a script of East Asia begins with, if the line says who adopted it:
/// "2021年11月25日 第十五届港口会议通过".
fn eastern(text: &str) -> Option<(std::ops::Range<usize>, entente_text::PartialDate)> {
    // Several such lines may stand in one passage.
    let head = &text[..text.floor_char_boundary(MAX_NOTE_BYTES)];
    let ends = words(List::AdoptionEnd).iter().flat_map(|end| head.match_indices(end).map(|(at, end)| at + end.len()));
    let stops = |end: &usize| head[*end..].is_empty() || head[*end..].starts_with([' ', ')', '）', '，', ',']);
    let end = ends.filter(stops).min()?;
    if head[..end].contains('。') {
        return None;
    }
    let begun = text.find(|c: char| !matches!(c, '(' | '（' | ' '))?;
    datelines::first_day(text).filter(|(range, _)| range.start == begun)
}

/// The last day of `note`: the day of the meeting stands after its number.
fn last_day(note: &str) -> Option<(std::ops::Range<usize>, entente_text::PartialDate)> {
    let (range, date) = datelines::first_day(note)?;
    let rest = note[range.end..].trim_matches(|c: char| !c.is_alphanumeric());
    // "Adopted by the Council on 8 June 2004 and published in the Gazette of 9 June": the first is meant.
    (rest.is_empty() || datelines::first_day(rest).is_none()).then_some((range, date))
}

#[cfg(test)]
mod tests {
    use entente_ingest::{Settings, Source, read};

    #[test]
    fn a_resolution_is_of_the_day_on_which_it_was_adopted() {
        for (note, expected) in [
            ("Adopted by the Council of Ports at its 12th meeting, on 8 June 2004", Some("2004-06-08")),
            ("See the report of the committee. Text adopted by the Assembly on 10 November 1994.", Some("1994-11-10")),
            ("The press release issued by the Harbour Office on 5 July 2024.", Some("2024-07-05")),
            ("Adoptée par le Conseil des ports le 8 juin 2004", Some("2004-06-08")),
            ("2004年6月8日 第十届港口代表会议第三次会议通过", Some("2004-06-08")),
            ("2004年6月8日 第十届港口代表会议通过\n2004年7月8日 公告第54号公布", Some("2004-06-08")),
            ("2004年6月8日 港口开放。两国通过", None),
            ("The rules that were adopted by the Council on 8 June 2004 stay in force.", None),
        ] {
            let text =
                format!("Ports of the world\n\n{note}\n\n1. The ports of the two states shall stay open all year.\n");
            let source = Source { file: "x.txt".into(), bytes: text.into_bytes() };
            let (record, _) = read(&source, &Settings::default()).expect("a text");
            assert_eq!(record.date.map(|fact| fact.value.to_string()).as_deref(), expected, "{note}");
        }
    }
}
