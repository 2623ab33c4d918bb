//! Labels and single lines: publisher, symbol, address, translation note, edition, marking.

use entente_corpus::{Basis, Metadatum, PassageKind, StyleKind};
use entente_text::fold::fold;

use super::{Line, add};

/// Labels before a value on the same line, and the field it fills.
const LABELS: &[(&str, &str)] = &[
    ("submitted by", "publisher"),
    ("issued by", "publisher"),
    ("publisher", "publisher"),
    ("published by", "publisher"),
    ("released by", "publisher"),
    ("source", "source"),
    ("agenda item", "agenda-item"),
    ("purpose", "purpose"),
    ("economy", "economy"),
    ("language", "language-note"),
];
/// A letterhead is among this many first passages.
const LETTERHEAD: usize = 15;
/// Handling markings, as whole lines.
const MARKINGS: &[&str] = &[
    "confidential",
    "secret",
    "top secret",
    "restricted",
    "official use only",
    "for official use only",
    "대외비",
    "비밀",
    "embargoed",
];

/// Reads what is printed around the text.
pub(crate) fn read(lines: &[Line], all: &mut Vec<Metadatum>) {
    // A page's menu may hold hundreds of lines before its letterhead.
    let mut printed = 0;
    for line in lines {
        let n = if line.kind == PassageKind::Furniture { LETTERHEAD } else { printed };
        printed += usize::from(line.kind != PassageKind::Furniture);
        let text = line.reading.text.as_str();
        let folded = fold(text);
        labelled(line, text, all);
        copyright(line, text, all);
        if n < LETTERHEAD {
            if is_office(&folded) {
                add(all, "publisher", line.whole(text.to_owned(), Basis::Stated, "office-alone-on-a-line"));
            }
            if is_symbol(text) {
                add(all, "symbol", line.whole(text.to_owned(), Basis::Stated, "symbol-alone-on-a-line"));
            }
            if MARKINGS.contains(&folded.as_str()) {
                add(all, "marking", line.whole(text.to_owned(), Basis::Stated, "marking-alone-on-a-line"));
            }
            address(line, text, all);
        }
        if text.chars().count() <= 80
            && (folded.contains("official translation")
                || folded.contains("courtesy translation")
                || folded.contains("비공식 번역"))
        {
            add(all, "translation", line.whole(text.to_owned(), Basis::Stated, "translation-note"));
        }
        if n < 4 {
            edition(line, text, all);
        }
    }
}

fn labelled(line: &Line, text: &str, all: &mut Vec<Metadatum>) {
    let Some((name, value)) = text.split_once(':') else { return };
    let name = fold(name);
    let value = value.trim();
    if let Some((_, field)) =
        LABELS.iter().find(|(label, _)| *label == name).filter(|_| !value.is_empty() && value.len() <= 120)
    {
        let at = text.len() - value.len();
        add(all, field, line.fact(value.to_owned(), Basis::Stated, "behind-label", at..at + value.len()));
    }
}

/// "<Copyright ⓒ The Korea Defense Daily, All rights reserved>": the holder is the publisher.
fn copyright(line: &Line, text: &str, all: &mut Vec<Metadatum>) {
    if line.kind != PassageKind::Furniture {
        return;
    }
    let Some((at, mark)) = text.char_indices().find(|(_, c)| matches!(c, '©' | 'ⓒ' | 'Ⓒ')) else { return };
    let behind = &text[at + mark.len_utf8()..];
    let start = behind.find(char::is_alphabetic).unwrap_or(behind.len());
    let holder = behind[start..].split([',', '.', '>', '|']).next().unwrap_or("").trim();
    if !holder.is_empty() {
        let from = at + mark.len_utf8() + start;
        add(
            all,
            "publisher",
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
        && folded.chars().all(|c| ('\u{ac00}'..='\u{d7a3}').contains(&c))
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
fn address(line: &Line, text: &str, all: &mut Vec<Metadatum>) {
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
        add(all, "url", line.whole(value, Basis::Stated, "address-alone-on-a-line"));
    }
}

/// "Page 83 - 2020 Defence White Paper": the year of the book that the page is from.
fn edition(line: &Line, text: &str, all: &mut Vec<Metadatum>) {
    let folded = fold(text);
    let paged = folded.starts_with("page ") || folded.starts_with("p. ");
    let book = folded.contains("white paper") || folded.contains("yearbook") || folded.contains("백서");
    let year = text.as_bytes().windows(4).position(|window| window.iter().all(u8::is_ascii_digit));
    if let Some(at) = year.filter(|_| book && paged && text.len() < 120) {
        add(all, "edition", line.fact(text[at..at + 4].to_owned(), Basis::Stated, "year-of-the-book", at..at + 4));
    }
}
