//! Cities: those of a list, where no longer name holds them.
//!
//! In: a scanned passage. Out: mentions of places. "Washington" before another capitalised word is left alone:
//! it may be part of a name.

use entente_corpus::EntityKind;

use super::countries;
use super::found::{Found, Key};
use super::scan::{Gap, Scan};
use crate::gazetteer::heads::head;
use crate::gazetteer::phrases::{is_hangul, is_unspaced};
use crate::gazetteer::places::PLACES;

/// What may follow a place in Hangul, besides nothing.
const PARTICLES: &[&str] = &[
    "에서",
    "에서는",
    "에",
    "의",
    "시",
    "시에서",
    "은",
    "는",
    "을",
    "를",
    "과",
    "와",
    "으로",
    "로",
    "이",
    "가",
    "까지",
    "부터",
    "소재",
    "주재",
    "특별시",
    "광역시",
];

/// The places of a passage, in order.
pub(crate) fn find(scan: &Scan) -> Vec<Found> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < scan.words.len() {
        let word = &scan.words[at];
        at += 1;
        if word.text.chars().any(is_unspaced) {
            if let Some((length, key)) = PLACES.glued(word.text)
                && (PARTICLES.contains(&&word.text[length..])
                    || word.text.len() == length
                    || !word.text.starts_with(is_hangul))
            {
                out.push(found(key, word.start..word.start + length));
            }
            continue;
        }
        let Some(place) = PLACES.at(scan.text, &scan.words, at - 1).filter(|_| scan.is_capital(at - 1)) else {
            continue;
        };
        let end = at - 1 + place.count;
        let capitals =
            (at - 1..end).all(|at| scan.is_capital(at) || scan.words[at].text.len() < 4 || scan.gap(at) == Gap::Join);
        let goes_on = scan.gap(end) == Gap::Space && scan.is_capital(end) && countries::at(scan, end).is_none();
        let before = at > 1
            && scan.gap(at - 1) == Gap::Space
            && scan.is_capital(at - 2)
            && !scan.begins_sentence(at - 2)
            && head(scan.folded(at - 2)).is_none();
        at = end;
        if capitals && !goes_on && !(before && place.count == 1) {
            let dot = usize::from(
                scan.words[end - 1].text.contains('.') && scan.text[scan.words[end - 1].end..].starts_with('.'),
            );
            out.push(found(place.value, word.start..scan.words[end - 1].end + dot));
        }
    }
    out
}

fn found(key: &'static str, range: std::ops::Range<usize>) -> Found {
    Found::new(Key::new(EntityKind::Place, key), range, "known-place")
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::names::scan::Scan;

    #[test]
    fn cities_are_found_and_names_made_of_them_are_not() {
        let cases: &[(&str, &[&str])] = &[
            ("held in Seoul and in Washington, D.C. on Monday", &["Seoul", "Washington, D.C."]),
            ("the Washington Post, the Seoul Communiqué, Mr Paris", &[]),
            ("at The Hague and in New York", &["The Hague", "New York"]),
            ("서울에서 개최, 경주는", &["서울", "경주"]),
            ("à Genève et à Londres", &["Genève", "Londres"]),
            ("sofia and rome", &[]),
        ];
        for (text, expected) in cases {
            let found: Vec<&str> = find(&Scan::new(text)).into_iter().map(|found| &text[found.range]).collect();
            assert_eq!(&found, expected, "{text}");
        }
    }
}
