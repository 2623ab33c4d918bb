//! Handling markings as they are printed: "TLP:AMBER", "RESTRICTED", "대외비".
//!
//! In: a line. Out: the marking that it is. A marking is a line of its own; the same words in a sentence are about
//! something.

use crate::word_lists::word_list;
use entente_text::fold::fold;

/// Colours of the Traffic Light Protocol.
const COLOURS: &[&str] = &["red", "amber", "amber+strict", "green", "white", "clear"];
/// Longest line with a marking, in characters.
const MAX_LINE_CHARS: usize = 60;
/// Most words of a line that says until when nothing may be printed.
const EMBARGO: usize = 8;

/// The marking that `line` is, without what surrounds it. In small letters it counts `at_edge` of a document only.
pub(crate) fn marking(line: &str, at_edge: bool) -> Option<&str> {
    // No marking is longer in bytes than its letters can be.
    if line.len() > 4 * MAX_LINE_CHARS {
        return None;
    }
    let value = line.trim_matches(|c: char| c.is_whitespace() || "*_-–—[]()<>〈〉【】|/".contains(c));
    let folded = fold(value);
    let cased = value.contains(char::is_lowercase);
    let light = folded.strip_prefix("tlp").map(|rest| rest.trim_start_matches([':', ' ', '-']));
    if light.is_some_and(|colour| COLOURS.contains(&colour)) {
        return Some(value);
    }
    // "embargo imposed by the Council" goes on a sentence; "Embargoed until 10 May" begins a line of its own.
    let mut words = folded.split_whitespace();
    let forbids = matches!(words.next(), Some("embargo" | "embargo:" | "embargoed" | "embargoed:"));
    let until = !cased
        || value.starts_with(char::is_uppercase)
            && words.next().is_none_or(|word| {
                matches!(word, "until" | "till" | "for") || word.starts_with(|c: char| c.is_ascii_digit())
            });
    let embargo = forbids && until && value.split_whitespace().count() <= EMBARGO;
    // "OFFICIAL" and "LIMITED" are words too: they count in capitals alone.
    let known = word_list("marking").contains(&folded.as_str())
        && (!cased || at_edge && value.contains(' ') || at_edge && value.len() > 9);
    // "CONFIDENTIAL//NOFORN": what stands first decides.
    let compound = !cased
        && value.split_once("//").is_some_and(|(first, _)| word_list("marking").contains(&fold(first.trim()).as_str()));
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
            ("Embargoed until 10 May 2016, 18:00", Some("Embargoed until 10 May 2016, 18:00")),
            ("embargoed until the conclusion of the call.", None),
            ("embargo imposed by the United Nations Security Council.", None),
            ("Embargo of arms to the region", None),
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
