//! Topics by their terms.
//!
//! In: a scanned passage. Out: mentions of topics, which may overlap other names but not each other.

use std::cell::RefCell;
use std::ops::Range;

use entente_corpus::EntityKind;

use super::candidate::{Candidate, Key};
use super::scan::Scan;
use crate::gazetteer::phrases::{inside, is_hangul, letters};
use crate::gazetteer::topics::TOPICS;

/// Inside a word of an unspaced script, a term this long is not there by chance.
const MIN_TERM_CHARS_INSIDE: usize = 3;

/// The topics of a passage, in order.
pub(crate) fn find(scan: &Scan) -> Vec<Candidate> {
    let out = RefCell::new(Vec::new());
    let fits =
        |rest: &str, length: usize| letters(rest, length) >= MIN_TERM_CHARS_INSIDE || !rest.starts_with(is_hangul);
    scan.walk(
        &mut |run| {
            let terms = inside(&TOPICS.phrases, scan.text, run.clone(), &fits);
            let after = terms.last().map_or(run.start, |(range, _)| range.end);
            out.borrow_mut().extend(terms.into_iter().map(|(range, id)| found(id, range, true)));
            after
        },
        &mut |at| {
            TOPICS.phrases.at(scan.text, &scan.words, at).map_or(1, |term| {
                out.borrow_mut().push(found(term.value, scan.bytes(at, at + term.count), term.whole));
                term.count
            })
        },
    );
    out.into_inner()
}

fn found(id: &'static str, range: Range<usize>, names: bool) -> Candidate {
    Candidate { names, ..Candidate::new(Key::new(EntityKind::Topic, id), range, "topic-term") }
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::scan::Scan;

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
