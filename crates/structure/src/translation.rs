//! Signs that a text was translated by a machine: reported with the reason, and only if there are several.
//!
//! A careful writer makes one of these slips; a machine that does not know who is spoken of makes several.

use entente_corpus::{Anomaly, AnomalyKind, Body, PassageKind, ReadingText};

/// Signs that must come together.
const TOGETHER: usize = 3;
/// Signs looked at in one passage, at most: as many tell as much.
const MAX_SIGNS: usize = 50;
/// Words for both sides of a meeting: a report about them does not go on with "we".
const SIDES: &[&str] = &[
    "Both sides",
    "both sides",
    "The two sides",
    "the two sides",
    "Both countries",
    "both countries",
    "The two countries",
];
/// A report's sentence that goes on in the first person.
const FIRST: &[&str] = &[". We also ", ". We decided ", ". We agreed ", ", we decided ", ". We will "];

/// Adds one note where the signs come together.
pub(super) fn note(body: &Body, texts: &[ReadingText], anomalies: &mut Vec<Anomaly>) {
    let mut signs: Vec<(u32, std::ops::Range<usize>, &'static str)> = Vec::new();
    for ((index, passage), reading) in (0..).zip(&body.passages).zip(texts) {
        if !matches!(passage.kind, PassageKind::Paragraph | PassageKind::Item) {
            continue;
        }
        let found =
            shifted(&reading.text).into_iter().map(|range| (range, "a report about both sides goes on with “we”"));
        let doubled = doubled(&reading.text).into_iter().map(|range| (range, "one name is listed twice"));
        signs.extend(found.chain(doubled).map(|(range, why)| (index, range, why)));
    }
    let Some((at, range, _)) = signs.first().filter(|_| signs.len() >= TOGETHER) else { return };
    let Some(span) = texts.get(*at as usize).and_then(|reading| reading.to_source(range.clone())) else { return };
    let count = |why: &str| signs.iter().filter(|sign| sign.2 == why).count();
    let mut told: Vec<&str> = signs.iter().map(|sign| sign.2).collect();
    told.sort_unstable();
    told.dedup();
    let told: Vec<String> = told.into_iter().map(|why| format!("{why} ({} times)", count(why))).collect();
    anomalies.push(Anomaly {
        kind: AnomalyKind::MachineTranslation,
        passage: Some(*at),
        span,
        detail: format!("it reads as translated by a machine: {}", told.join("; ")),
        rule: "signs-of-translation".to_owned(),
    });
}

/// "Both sides agreed that …. We also agreed": who speaks changes without a quote.
fn shifted(text: &str) -> Vec<std::ops::Range<usize>> {
    if !SIDES.iter().any(|sides| text.contains(sides)) {
        return Vec::new();
    }
    // Inside a quote the last mark before is the one that opens it.
    let quoted = |at: usize| text[..at].rfind(['“', '”']).is_some_and(|mark| text[mark..].starts_with('“'));
    let found = FIRST.iter().flat_map(|words| text.match_indices(words).take(MAX_SIGNS));
    found.filter(|(at, _)| !quoted(*at)).map(|(at, words)| at + 2..at + words.len() - 1).collect()
}

/// "the United States, and the United States": a list that names one thing twice in a row.
fn doubled(text: &str) -> Vec<std::ops::Range<usize>> {
    let mut out = Vec::new();
    for (at, joint) in text.match_indices(" and ") {
        let after = &text[at + joint.len()..];
        let before = text[..at].trim_end_matches(',');
        // A name is short: of a long line only what is near is looked at.
        let near = after.char_indices().nth(60).map_or(after.len(), |(end, _)| end);
        let length = after[..near].find([',', '.', ';']).unwrap_or(near);
        let words: Vec<&str> = after[..length].split_whitespace().take(4).collect();
        for count in (2..=words.len()).rev() {
            let name = words[..count].join(" ");
            let capital =
                name.trim_start_matches("the ").starts_with(char::is_uppercase) && name.split(' ').count() >= 2;
            if capital && before.ends_with(&name) {
                out.push(before.len() - name.len()..at + joint.len() + name.len());
                break;
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{MAX_SIGNS, doubled, shifted};

    #[test]
    fn signs_are_what_a_careful_writer_does_not_write() {
        assert_eq!(doubled("between Korea-Japan, the United States, and the United States and solidarity").len(), 1);
        assert_eq!(doubled("the United States and the United Kingdom").len(), 0);
        assert_eq!(shifted("Both sides agreed on it. We also agreed to further cooperation.").len(), 1);
        let often = format!("Both sides agreed on it. {}", "We also agreed to it. ".repeat(2 * MAX_SIGNS));
        assert_eq!(shifted(&often).len(), MAX_SIGNS, "the first of each kind are enough");
        assert_eq!(shifted("We met. We also agreed to further cooperation.").len(), 0);
        assert_eq!(shifted("Both sides said, “We met. We also agreed.”").len(), 0);
    }
}
