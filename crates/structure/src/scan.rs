//! Traces of reading a scan: letters of words set apart, digits for letters, stray signs.
//!
//! In: a structured body. Out: one note for each sort, at its first place. A single odd word is a spelling; several
//! together show that a machine has read the page.

use crate::word_lists::word_list;
use entente_corpus::{Anomaly, AnomalyKind, Body, Passage, PassageKind};
use entente_text::Span;

/// Words with a wrong sign in them, before a text counts as read from a scan.
const MIN_MISREAD_WORDS: usize = 3;
/// Passages whose letters stand apart.
const MIN_SPACED_PASSAGES: usize = 3;
/// Single letters of such a passage.
const SINGLE: usize = 8;

/// Adds a note for every sort of trace in `body`.
pub(super) fn note(body: &Body, anomalies: &mut Vec<Anomaly>) {
    anomalies.extend(letters_apart(body));
    anomalies.extend(wrong_signs(body));
}

fn noted(passage: usize, span: Span, detail: String, rule: &str) -> Anomaly {
    let kind = AnomalyKind::ConversionDebris;
    Anomaly { kind, passage: u32::try_from(passage).ok(), span, detail, rule: rule.to_owned() }
}

/// One note where a scan has set the letters of words apart: "P r i m e".
fn letters_apart(body: &Body) -> Option<Anomaly> {
    let apart = |passage: &&Passage| {
        let words = passage.pieces.iter().flat_map(|piece| piece.span.of(&body.text).split_whitespace());
        let (single, all) = words.fold((0_usize, 0_usize), |(single, all), word| {
            let letter = word.chars().count() == 1 && word.chars().all(char::is_alphabetic) && word.is_ascii();
            (single + usize::from(letter), all + 1)
        });
        single >= SINGLE && single * 2 >= all
    };
    let count = body.passages.iter().filter(apart).count();
    let first = body.passages.iter().position(|passage| apart(&passage)).filter(|_| count >= MIN_SPACED_PASSAGES)?;
    let detail =
        format!("letters of words stand apart in {count} passages; a search for these words does not find them");
    Some(noted(first, body.passages[first].pieces[0].span, detail, "letters-apart"))
}

/// One note where words hold signs that a scan puts for letters: "Government1s", "inJLtiatives", "harbour.the".
fn wrong_signs(body: &Body) -> Option<Anomaly> {
    let mut found: Vec<(usize, Span)> = Vec::new();
    let running = |passage: &Passage| {
        matches!(passage.kind, PassageKind::Paragraph | PassageKind::Item | PassageKind::Heading | PassageKind::Answer)
    };
    for (n, passage) in body.passages.iter().enumerate().filter(|(_, passage)| running(passage)) {
        for piece in &passage.pieces {
            let words = piece.span.of(&body.text);
            let mut at = piece.span.start as usize;
            for part in words.split_inclusive(char::is_whitespace) {
                let word = part.trim_end();
                if is_wrong(word) {
                    found.push((n, Span::new(at, at + word.len())));
                }
                at += part.len();
            }
        }
    }
    let (n, span) = found.first().copied().filter(|_| found.len() >= MIN_MISREAD_WORDS)?;
    let detail = format!(
        "it reads like a scan: signs stand for letters in {} words, such as “{}”; they are read as printed",
        found.len(),
        span.of(&body.text)
    );
    Some(noted(n, span, detail, "signs-of-a-scan"))
}

/// A word with a digit for an apostrophe, capitals in its middle, or two words with a stop between them.
fn is_wrong(word: &str) -> bool {
    let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
    if bare.len() < 6 || bare.len() > 40 || !bare.is_ascii() || bare.contains(['/', '@', '_', '\\', '=', ':', '#']) {
        return false;
    }
    let bytes = bare.as_bytes();
    // "Government1s", "Barriers11".
    let digit = bytes.windows(3).any(|three| three[0].is_ascii_lowercase() && three[1] == b'1' && three[2] == b's')
        && bare.ends_with("1s");
    // "inJLtiatives": two capitals between small letters.
    let capitals = bytes.windows(4).any(|four| {
        four[0].is_ascii_lowercase()
            && four[1].is_ascii_uppercase()
            && four[2].is_ascii_uppercase()
            && four[3].is_ascii_lowercase()
    }) && bytes[0].is_ascii_lowercase();
    // "harbour.the": a stop with no blank after it, between two words of small letters.
    let mut parts = bare.split(['.', ',']);
    let stopped = match (parts.next(), parts.next(), parts.next()) {
        (Some(one), Some(two), None) => one.len() >= 4 && word_list("after-stop").contains(&two),
        _ => false,
    };
    digit || capitals || (stopped && one_is_small(bare))
}

fn one_is_small(word: &str) -> bool {
    word.bytes().skip(1).all(|byte| !byte.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::is_wrong;

    #[test]
    fn signs_for_letters_are_told_from_names_and_addresses() {
        for word in ["Government1s", "inJLtiatives", "harbour.the", "time,there"] {
            assert!(is_wrong(word), "{word}");
        }
        for word in [
            "Government's",
            "MoUs",
            "iPhone",
            "e.g.",
            "www.the.example",
            "1990s",
            "eGovFrame",
            "co-operation",
            "U.S.",
            "B1s",
            "COVID19s",
        ] {
            assert!(!is_wrong(word), "{word}");
        }
    }
}
