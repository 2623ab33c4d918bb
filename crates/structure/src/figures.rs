//! Figures that do not add up: "33 submissions (19 approvals, 4 partial approvals, 3 deferrals)".
//!
//! Only a list in brackets that is nothing but numbers with their words is taken for the parts of the number before it,
//! so that each notice is worth reading.

use entente_corpus::{Anomaly, AnomalyKind, Body, PassageKind, ReadingText};

/// Words between the total and its bracket, at most.
const REACH: usize = 4;

/// Adds a note for every total that its parts contradict.
pub(super) fn note(body: &Body, texts: &[ReadingText], anomalies: &mut Vec<Anomaly>) {
    for ((index, passage), reading) in (0..).zip(&body.passages).zip(texts) {
        if passage.kind == PassageKind::Furniture {
            continue;
        }
        let text = reading.text.as_str();
        for (open, _) in text.match_indices('(') {
            // A list of numbers contains no other bracket; so no text is looked through twice.
            let Some(close) = text[open + 1..].find(['(', ')']).map(|at| open + 1 + at) else { break };
            if text[close..].starts_with('(') {
                continue;
            }
            let (Some(parts), Some((start, total))) = (parts(&text[open + 1..close]), total(&text[..open])) else {
                continue;
            };
            let sum: u64 = parts.iter().sum();
            let largest = parts.iter().max().copied().unwrap_or(0);
            if parts.len() < 2 || sum == total || total < largest {
                continue;
            }
            let Some(span) = reading.to_source(start..close + 1) else { continue };
            let listed: Vec<String> = parts.iter().map(u64::to_string).collect();
            anomalies.push(Anomaly {
                kind: AnomalyKind::InconsistentFigures,
                passage: Some(index),
                span,
                detail: format!("{} make {sum}, not {total}", listed.join(" + ")),
                rule: "parts-and-total".to_owned(),
            });
        }
    }
}

/// The numbers of "19 Approvals, 4 Partial Approvals, 3 deferrals"; `None` where anything else stands there.
fn parts(inside: &str) -> Option<Vec<u64>> {
    let part = |part: &str| {
        let mut words = part.trim().trim_start_matches("and ").split_whitespace();
        let number = words.next()?.parse::<u64>().ok()?;
        let rest: Vec<&str> = words.collect();
        let worded = (1..=3).contains(&rest.len())
            && rest.iter().all(|word| word.chars().all(|c| c.is_alphabetic() || c == '-'));
        worded.then_some(number)
    };
    let split = inside.split([',', ';']).flat_map(|piece| piece.split(" and "));
    split.map(part).collect()
}

/// The last number before a bracket, few words away, in the same sentence; and where it begins.
fn total(before: &str) -> Option<(usize, u64)> {
    let sentence = before.rfind(['.', ';', ':', '(', ')']).map_or(0, |at| at + 1);
    let mut words = Vec::new();
    let mut at = sentence;
    for piece in before[sentence..].split_inclusive(char::is_whitespace) {
        let word = piece.trim_end();
        if !word.is_empty() {
            words.push((at, word));
        }
        at += piece.len();
    }
    let near = words.iter().rev().take(REACH);
    near.filter_map(|(start, word)| Some((*start, word.replace(',', "").parse().ok()?))).next()
}

#[cfg(test)]
mod tests {
    use super::{parts, total};

    #[test]
    fn only_lists_of_numbers_with_words_are_parts() {
        assert_eq!(parts("19 Approvals, 4 Partial Approvals, 3 deferrals"), Some(vec![19, 4, 3]));
        assert_eq!(parts("2 men and 3 women"), Some(vec![2, 3]));
        assert_eq!(parts("August 2010, 3 ships"), None);
        assert_eq!(parts("2002, 2003"), None);
        assert_eq!(total("At present, there are 33 DMR submissions"), Some((22, 33)));
        assert_eq!(total("In 2013 many ships of the navy"), None);
    }
}
