//! Labels and single lines: publisher, symbol, address, translation note, edition.

use entente_corpus::{Basis, MetadataField, Metadatum, PassageKind, StyleKind};
use entente_text::fold::fold;

use super::cells::LineCell;
use super::{PassageText, add};
use crate::word_lists::word_list;

/// Labels before a value on the same line, and the field it fills.
const LABELS: &[(&str, MetadataField)] = &[
    ("submitted by", MetadataField::Publisher),
    ("issued by", MetadataField::Publisher),
    ("publisher", MetadataField::Publisher),
    ("published by", MetadataField::Publisher),
    ("released by", MetadataField::Publisher),
    ("source", MetadataField::Source),
    ("稿件来源", MetadataField::Source),
    ("来源", MetadataField::Source),
    ("出典", MetadataField::Source),
    ("출처", MetadataField::Source),
    ("agenda item", MetadataField::AgendaItem),
    ("purpose", MetadataField::Purpose),
    ("economy", MetadataField::Economy),
    ("language", MetadataField::LanguageNote),
];
/// A letterhead is among this many first passages.
const LETTERHEAD: usize = 15;

/// Reads what is printed around the text.
pub(super) fn read(lines: &[PassageText], cells: &[LineCell], all: &mut Vec<Metadatum>) {
    for cell in cells {
        labelled(cell, all);
        if cell.place < LETTERHEAD && cell.kind != PassageKind::Furniture {
            if is_office(&fold(cell.text)) {
                add(
                    all,
                    MetadataField::Publisher,
                    cell.whole(cell.text.to_owned(), Basis::Stated, "office-alone-on-a-line"),
                );
            }
            if is_symbol(cell.text) {
                add(
                    all,
                    MetadataField::Symbol,
                    cell.whole(cell.text.to_owned(), Basis::Stated, "symbol-alone-on-a-line"),
                );
            }
        }
    }
    // A page's menu may hold hundreds of lines before its letterhead.
    let mut printed = 0;
    for line in lines {
        let n = if line.kind == PassageKind::Furniture { LETTERHEAD } else { printed };
        printed += usize::from(line.kind != PassageKind::Furniture);
        let text = line.reading.text.as_str();
        copyright(line, text, all);
        if n < LETTERHEAD {
            address(line, text, all);
        }
        if text.chars().count() <= 80 && is_translation(&fold(text)) {
            add(all, MetadataField::Translation, line.whole(text.to_owned(), Basis::Stated, "translation-note"));
        }
        if n < 4 {
            edition(line, text, all);
        }
    }
}

/// "(unofficial translation)", "Traduction non officielle", "비공식 번역": a line that calls the text a translation.
fn is_translation(folded: &str) -> bool {
    word_list("translation-note").iter().any(|note| folded.contains(note))
}

fn labelled(cell: &LineCell, all: &mut Vec<Metadatum>) {
    let Some((name, value)) = cell.text.split_once([':', '：']) else { return };
    let name = fold(name);
    let value = value.trim();
    let known = LABELS.iter().find(|(label, _)| *label == name);
    if let Some((_, field)) = known.filter(|_| !value.is_empty() && value.len() <= 120) {
        let at = cell.text.len() - value.len();
        add(all, *field, cell.fact(value.to_owned(), Basis::Stated, "behind-label", at..at + value.len()));
    }
}

/// "<Copyright ⓒ The Korea Defense Daily, All rights reserved>": the holder is the publisher.
fn copyright(line: &PassageText, text: &str, all: &mut Vec<Metadatum>) {
    if line.kind != PassageKind::Furniture {
        return;
    }
    let sign = text.char_indices().find(|(_, c)| matches!(c, '©' | 'ⓒ' | 'Ⓒ')).map(|(at, c)| at + c.len_utf8());
    // "Copyright 2020 The Daily. All Rights Reserved": the word stands for the sign.
    // "COPYRIGHT ACT" is the name of a law.
    let dated = || text.split(|c: char| !c.is_ascii_digit()).any(|number| number.len() == 4);
    let law = || super::kind::of_title(text).is_some();
    let word = || text.get(..9).filter(|word| word.eq_ignore_ascii_case("copyright") && dated() && !law()).map(|_| 9);
    let Some(at) = sign.or_else(word) else { return };
    let after = &text[at..];
    let start = after.find(char::is_alphabetic).unwrap_or(after.len());
    let holder = after[start..].split([',', '.', '>', '|']).next().unwrap_or("").trim();
    // "© Crown copyright 2020" names a right, not who issued it.
    if !holder.is_empty()
        && !holder.to_lowercase().contains("copyright")
        && !holder.to_lowercase().starts_with("all rights")
    {
        let from = at + start;
        add(
            all,
            MetadataField::Publisher,
            line.fact(holder.to_owned(), Basis::Stated, "copyright-holder", from..from + holder.len()),
        );
    }
}

/// An office's name alone on a line.
fn is_office(folded: &str) -> bool {
    let words = folded.split_whitespace().count();
    let english = ["ministry of ", "department of ", "office of the "]
        .iter()
        .any(|head| folded.starts_with(head) || folded.starts_with(&format!("the {head}")));
    let hangul = folded.chars().count() <= 8
        && folded.chars().all(entente_text::script::is_hangul_syllable)
        && folded.ends_with(['부', '청', '원', '처']);
    (english && words <= 8 && !folded.ends_with('.')) || (hangul && folded.chars().count() >= 3)
}

/// "2015/SOM1/CTWG/016", "A/RES/70/1", "S/PV.8789"
fn is_symbol(text: &str) -> bool {
    let plain = text
        .chars()
        .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || matches!(c, '/' | '.' | '-' | '(' | ')' | ' '));
    let parts = text.split('/').count();
    plain
        && parts >= 3
        && text.len() <= 40
        && text.chars().any(|c| c.is_ascii_uppercase())
        && text.chars().any(|c| c.is_ascii_digit())
}

/// A line that is an address and nothing else.
fn address(line: &PassageText, text: &str, all: &mut Vec<Metadatum>) {
    let link = line
        .passage
        .styles
        .iter()
        .find(|style| style.kind == StyleKind::Link && line.reading.from_source(style.span) == Some(0..text.len()));
    let printed = (text.starts_with("http://") || text.starts_with("https://")) && !text.contains(' ');
    let value = link
        .and_then(|style| style.target.clone())
        .filter(|target| target.starts_with("http"))
        .or_else(|| printed.then(|| text.to_owned()));
    if let Some(value) = value {
        add(all, MetadataField::Url, line.whole(value, Basis::Stated, "address-alone-on-a-line"));
    }
}

/// "Page 83 - 2020 Defence White Paper": the year of the book that the page is from.
fn edition(line: &PassageText, text: &str, all: &mut Vec<Metadatum>) {
    let folded = fold(text);
    let paged = folded.starts_with("page ") || folded.starts_with("p. ");
    let book = folded.contains("white paper") || folded.contains("yearbook") || folded.contains("백서");
    let year = text.as_bytes().windows(4).position(|window| window.iter().all(u8::is_ascii_digit));
    if let Some(at) = year.filter(|_| book && paged && text.len() < 120) {
        add(
            all,
            MetadataField::Edition,
            line.fact(text[at..at + 4].to_owned(), Basis::Stated, "year-of-the-book", at..at + 4),
        );
    }
}
