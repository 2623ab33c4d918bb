//! Handling markings that a document prints: "TLP:AMBER", "RESTRICTED", "대외비".
//!
//! In: the cells of a document. Out: each marking once, where it is printed first, and notes on it. A marking is a line
//! of its own; the same words in a sentence are about something.

use entente_corpus::{Anomaly, AnomalyKind, Basis, Metadatum, PassageKind};
use entente_text::fold::fold;

use super::add;
use super::cells::Cell;

/// Markings, folded, as whole lines.
const MARKINGS: &[&str] = &[
    "confidential",
    "secret",
    "top secret",
    "restricted",
    "unclassified",
    "official",
    "official sensitive",
    "official use only",
    "for official use only",
    "fouo",
    "cui",
    "controlled unclassified information",
    "sensitive but unclassified",
    "internal use only",
    "for internal use only",
    "not for distribution",
    "not for public release",
    "limited distribution",
    "limite",
    "limited",
    "embargoed",
    "nato unclassified",
    "nato restricted",
    "nato confidential",
    "nato secret",
    "cosmic top secret",
    "eu restricted",
    "restreint ue",
    "restreint ue/eu restricted",
    "confidentiel ue/eu confidential",
    "diffusion restreinte",
    "confidentiel",
    "confidentiel defense",
    "secret defense",
    "tres secret",
    "usage interne",
    "vs-nur fur den dienstgebrauch",
    "vs-nfd",
    "vs-vertraulich",
    "vertraulich",
    "geheim",
    "streng geheim",
    "reservado",
    "confidencial",
    "secreto",
    "riservato",
    "대외비",
    "비밀",
    "극비",
    "2급비밀",
    "3급비밀",
    "2급 비밀",
    "3급 비밀",
    "i급비밀",
    "내부용",
    "비공개",
    "取扱注意",
    "部外秘",
    "秘",
    "極秘",
    "機密",
    "内部资料",
    "内部",
    "秘密",
    "机密",
    "绝密",
];
/// Colours of the Traffic Light Protocol.
const COLOURS: &[&str] = &["red", "amber", "amber+strict", "green", "white", "clear"];
/// Longest line with a marking, in characters.
const LONGEST: usize = 60;
/// Most words of a line that says until when nothing may be printed.
const EMBARGO: usize = 8;
/// A marking in small letters counts at the top of a document only.
const TOP: usize = 15;

/// Finds the markings of `cells`.
pub(super) fn read(cells: &[Cell], all: &mut Vec<Metadatum>) {
    let mut found: Vec<String> = Vec::new();
    for cell in cells.iter().filter(|cell| cell.text.chars().count() <= LONGEST) {
        let at_edge = cell.place < TOP || cell.kind == PassageKind::Furniture;
        let Some(value) = marking(cell.text, at_edge) else { continue };
        let folded = fold(value);
        if !found.contains(&folded) {
            let start = cell.text.find(value).unwrap_or(0);
            let fact =
                cell.fact(value.to_owned(), Basis::Stated, "marking-alone-on-a-line", start..start + value.len());
            add(all, "marking", fact);
            found.push(folded);
        }
    }
}

/// Notes on what is marked: each marking that is printed, and that one contradicts another.
pub(super) fn notes(all: &[Metadatum]) -> Vec<Anomaly> {
    let printed: Vec<&Metadatum> =
        all.iter().filter(|datum| datum.field == "marking" && !datum.fact.evidence.is_empty()).collect();
    let first = printed.first().map_or("", |datum| datum.fact.value.as_str());
    let note = |(n, datum): (usize, &&Metadatum)| {
        let place = datum.fact.evidence.first()?;
        let value = &datum.fact.value;
        let (detail, rule) = if n == 0 {
            (
                format!("the document is marked “{value}”; who may be given it is for its issuer to say"),
                "marking-printed",
            )
        } else {
            (format!("the document is marked “{value}” here and “{first}” elsewhere"), "markings-differ")
        };
        let kind = AnomalyKind::Marking;
        Some(Anomaly { kind, passage: place.passage, span: place.span, detail, rule: rule.to_owned() })
    };
    printed.iter().enumerate().filter_map(note).collect()
}

/// The marking that `line` is, without what surrounds it.
fn marking(line: &str, at_edge: bool) -> Option<&str> {
    let value = line.trim_matches(|c: char| c.is_whitespace() || "*_-–—[]()<>〈〉【】|/".contains(c));
    let folded = fold(value);
    let cased = value.contains(char::is_lowercase);
    let light = folded.strip_prefix("tlp").map(|rest| rest.trim_start_matches([':', ' ', '-']));
    if light.is_some_and(|colour| COLOURS.contains(&colour)) {
        return Some(value);
    }
    let embargo = folded.starts_with("embargo") && value.split_whitespace().count() <= EMBARGO;
    // "OFFICIAL" and "LIMITED" are words too: they count in capitals alone.
    let known =
        MARKINGS.contains(&folded.as_str()) && (!cased || at_edge && value.contains(' ') || at_edge && value.len() > 9);
    // "CONFIDENTIAL//NOFORN": what stands first decides.
    let compound =
        !cased && value.split_once("//").is_some_and(|(first, _)| MARKINGS.contains(&fold(first.trim()).as_str()));
    (known || compound || (embargo && (!cased || at_edge))).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::marking;

    #[test]
    fn markings_are_told_from_words() {
        for (line, expected) in [
            ("TLP:AMBER+STRICT", Some("TLP:AMBER+STRICT")),
            ("[TLP: CLEAR]", Some("TLP: CLEAR")),
            ("- RESTRICTED -", Some("RESTRICTED")),
            ("(대외비)", Some("대외비")),
            ("Confidential", Some("Confidential")),
            ("**OFFICIAL USE ONLY**", Some("OFFICIAL USE ONLY")),
            ("VS-Nur für den Dienstgebrauch", Some("VS-Nur für den Dienstgebrauch")),
            ("CONFIDENTIAL//NOFORN", Some("CONFIDENTIAL//NOFORN")),
            ("EMBARGO 10 P.M.", Some("EMBARGO 10 P.M.")),
            ("Limited", None),
            ("Official", None),
            ("Secret", None),
            ("TLP", None),
            ("The embargo was lifted in May 1996 by the Council", None),
            ("RESTRICTED AREAS", None),
        ] {
            assert_eq!(marking(line, true), expected, "{line}");
        }
        assert_eq!(marking("Confidential", false), None, "in the text it is a word");
    }
}
