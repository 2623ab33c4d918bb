//! Topics by their terms.
//!
//! In: a scanned passage. Out: mentions of topics, which may overlap other names but not each other.

use std::ops::Range;

use entente_corpus::EntityKind;

use super::found::{Found, Key};
use super::scan::Scan;
use crate::gazetteer::phrases::{is_hangul, is_unspaced};
use crate::gazetteer::topics::TOPICS;

/// Inside a word of an unspaced script, a term this long is not there by chance.
const LONG_ENOUGH_INSIDE: usize = 3;

/// The topics of a passage, in order.
pub(crate) fn find(scan: &Scan) -> Vec<Found> {
    let mut out = Vec::new();
    let mut at = 0;
    let mut behind = 0;
    while let Some(word) = scan.words.get(at) {
        at += 1;
        if word.start < behind {
            continue;
        }
        if word.text.chars().any(is_unspaced) {
            for (range, id) in glued(scan.text, word.start..word.end) {
                behind = range.end;
                out.push(found(id, range, true));
            }
        } else if let Some(term) = TOPICS.phrases.at(scan.text, &scan.words, at - 1) {
            let end = scan.words[at + term.count - 2].end;
            at += term.count - 1;
            out.push(found(term.value, word.start..end, term.whole));
        }
    }
    out
}

fn found(id: &'static str, range: Range<usize>, names: bool) -> Found {
    Found { names, ..Found::new(Key::new(EntityKind::Topic, id), range, "topic-term") }
}

/// Terms in one word of an unspaced script, and those that run over a space behind it.
fn glued(text: &str, word: Range<usize>) -> Vec<(Range<usize>, &'static str)> {
    let mut out = Vec::new();
    let mut at = word.start;
    while at < word.end {
        let rest = &text[at..];
        let long = |length: usize| rest[..length].chars().filter(|c| *c != ' ').count() >= LONG_ENOUGH_INSIDE;
        match TOPICS.phrases.glued(rest) {
            Some((length, id)) if at == word.start || long(length) || !rest.starts_with(is_hangul) => {
                out.push((at..at + length, id));
                at += length;
            }
            _ => at += rest.chars().next().map_or(1, char::len_utf8),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::names::scan::Scan;

    #[test]
    fn topics_are_found_by_their_terms() {
        let cases: &[(&str, &[(&str, &str)])] = &[
            ("PROMOTING CYBER SECURITY", &[("CYBER SECURITY", "cyber-security")]),
            (
                "cybersecurity and cyber-security threats",
                &[("cybersecurity", "cyber-security"), ("cyber-security", "cyber-security")],
            ),
            ("the fight against cyber crimes", &[("cyber crimes", "cybercrime")]),
            ("bilateral counter-terrorism consultations", &[("counter-terrorism", "terrorism")]),
            (
                "prevent money laundering and terrorist financing",
                &[("money laundering", "money-laundering"), ("terrorist financing", "terrorist-financing")],
            ),
            ("it is important in transition", &[]),
            ("the nuclear weapon states", &[("nuclear weapon", "nuclear-weapons")]),
            (
                "국가사이버안보전략과 기후변화에 관한",
                &[("사이버안보", "cyber-security"), ("기후변화", "climate-change")],
            ),
            ("사이버 안보 분야 협력", &[("사이버 안보", "cyber-security")]),
            (
                "le changement climatique et les droits de l’homme",
                &[("changement climatique", "climate-change"), ("droits de l’homme", "human-rights")],
            ),
            ("テロ対策と人権", &[("テロ対策", "terrorism"), ("人権", "human-rights")]),
            ("cyber. Security is", &[]),
        ];
        for (text, expected) in cases {
            let found = find(&Scan::new(text));
            let found: Vec<(&str, &str)> =
                found.iter().map(|found| (&text[found.range.clone()], found.key.name.as_str())).collect();
            assert_eq!(&found, expected, "{text}");
        }
    }
}
