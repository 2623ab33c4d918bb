//! Names of the gazetteer: organisations, blocs, regions, forums, instruments and the like.
//!
//! In: a scanned passage. Out: mentions with the gazetteer's key. Names count where their capitals are
//! printed, short forms in the very case they have.

use std::cell::RefCell;
use std::ops::Range;

use entente_corpus::EntityKind;

use super::candidate::{Candidate, Key};
use super::countries;
use super::scan::{Gap, Scan};
use super::shapes::normal;
use crate::gazetteer::classes::Class;
use crate::gazetteer::countries::COUNTRIES;
use crate::gazetteer::organisations::{Entry, ORGANISATIONS};
use crate::gazetteer::persons::PERSONS;
use crate::gazetteer::phrases::{inside, letters};

/// Letters of the longest short form in the name of a firm: "SDI".
const MAX_FIRM_LETTERS: usize = 5;

/// The known names of a passage, in order; they may overlap countries.
pub(crate) fn find(scan: &Scan) -> Vec<Candidate> {
    let out = RefCell::new(Vec::new());
    // A country's name inside another word is left to the countries.
    let long = |rest: &str, length: usize| letters(rest, length) > 3;
    scan.walk(
        &mut |run| {
            let entries = inside(&ORGANISATIONS.phrases, scan.text, run.clone(), &long);
            let after = entries.last().map_or(run.start, |(range, _)| range.end);
            let named = entries
                .into_iter()
                .filter(|(range, _)| !is_broken(scan.text, range))
                .map(|(range, form)| found(ORGANISATIONS.entry(form), range, "known-name"));
            out.borrow_mut().extend(named);
            after
        },
        &mut |at| {
            // "National Security Council": a state's, and not that of the United Nations.
            let of_state =
                at > 0 && scan.folded(at - 1) == "national" && scan.is_capital(at - 1) && scan.gap(at) == Gap::Space;
            let known = ORGANISATIONS.phrases.at(scan.text, &scan.words, at);
            if let Some(name) = known.filter(|_| !of_state) {
                let printed = &scan.words[at..at + name.count];
                if let Some(entry) = ORGANISATIONS.of_form(name.value, printed.iter().map(|word| word.text)) {
                    if entry.kind == EntityKind::Company
                        && let Some(end) = firm_of_group(scan, at + name.count)
                    {
                        let range = scan.bytes(at, end);
                        let key = Key::printed(EntityKind::Company, normal(&scan.text[range.clone()]));
                        out.borrow_mut().push(Candidate::new(key, range, "firm-of-group"));
                        return end - at;
                    }
                    out.borrow_mut().push(found(entry, scan.bytes(at, at + name.count), "known-name"));
                    return name.count;
                }
            }
            short(scan, at).map_or(1, |(entry, range, count)| {
                out.borrow_mut().push(found(entry, range, "known-acronym"));
                count
            })
        },
    );
    out.into_inner()
}

/// The word after the name of a firm that belongs to a known one, whose own letters begin at word `at`: "Samsung **SDI America**".
fn firm_of_group(scan: &Scan, at: usize) -> Option<usize> {
    let word = scan.words.get(at).filter(|_| scan.gap(at) == Gap::Space)?;
    let other = ORGANISATIONS.acronym(word.text).is_some()
        || COUNTRIES.short(word.text).is_some()
        || PERSONS.is_title(&word.folded)
        || Class::NoShortForm.has(&word.folded)
        || Class::MatterAcronym.has(&word.folded);
    let letters = (2..=MAX_FIRM_LETTERS).contains(&word.text.len()) && word.text.chars().all(char::is_alphabetic);
    if other || !letters || !is_capitals(word.text) || scan.is_shouted() || scan.gap(at + 1) == Gap::Join {
        return None;
    }
    let of_country = if scan.gap(at + 1) == Gap::Space { countries::at(scan, at + 1) } else { None };
    Some(at + 1 + of_country.map_or(0, |(count, _)| count))
}

/// "작업 중 미끄럼": a short name that is found only across the space between two words is not a name.
fn is_broken(text: &str, range: &Range<usize>) -> bool {
    let name = &text[range.clone()];
    name.contains(' ') && letters(name, name.len()) < 4
}

fn found(entry: &Entry, range: Range<usize>, rule: &'static str) -> Candidate {
    Candidate { within: entry.within.map(owner), ..Candidate::new(Key::new(entry.kind, entry.key), range, rule) }
}

/// The key of what an entry belongs to.
pub(crate) fn owner(within: &str) -> Key {
    match ORGANISATIONS.get(within) {
        Some(entry) => Key::new(entry.kind, entry.key),
        None => Key::new(EntityKind::Country, &within.to_uppercase()),
    }
}

/// A short form at word `at`: "UN", "E.U", "G-20", "ADMM-Plus"; what it names, where, and how many words it takes.
fn short(scan: &Scan, at: usize) -> Option<(&'static Entry, Range<usize>, usize)> {
    let word = &scan.words[at];
    if let Some(next) = scan.words.get(at + 1)
        && matches!(&scan.text[word.end..next.start], "-" | "‑" | "–")
        && let Some(entry) = ORGANISATIONS.acronym(&format!("{}-{}", word.text, next.text))
    {
        return Some((entry, word.start..next.end, 2));
    }
    let entry = ORGANISATIONS.acronym(word.text).filter(|_| COUNTRIES.short(word.text).is_none())?;
    let shouted = |n: usize| scan.words.get(n).is_some_and(|word| word.text.len() > 3 && is_capitals(word.text));
    if Class::EverydayNotAcronym.has(&word.folded) && (shouted(at + 1) || at > 0 && shouted(at - 1)) {
        return None;
    }
    let dot = usize::from(word.text.contains('.') && scan.text[word.end..].starts_with('.'));
    Some((entry, word.start..word.end + dot, 1))
}

/// True if every letter is a capital.
pub(crate) fn is_capitals(word: &str) -> bool {
    word.chars().any(char::is_uppercase) && !word.chars().any(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::scan::Scan;

    #[test]
    fn known_names_are_found_as_they_are_written() {
        let cases: &[(&str, &[(&str, &str)])] = &[
            (
                "the UN Security Council and the U.N.",
                &[("UN Security Council", "un-security-council"), ("U.N.", "united-nations")],
            ),
            ("consultations with E.U in May", &[("E.U", "eu")]),
            (
                "the International Civil Aviation Organization (ICAO)",
                &[("International Civil Aviation Organization", "icao"), ("ICAO", "icao")],
            ),
            ("Interpol and INTERPOL", &[("Interpol", "interpol"), ("INTERPOL", "interpol")]),
            ("THE APEC REGION", &[("APEC", "apec")]),
            (
                "Asia-Pacific Economic Cooperation in the Asia-Pacific",
                &[("Asia-Pacific Economic Cooperation", "apec"), ("Asia-Pacific", "asia-pacific")],
            ),
            ("the G-20 and the ADMM-Plus", &[("G-20", "g20"), ("ADMM-Plus", "admm-plus")]),
            ("THOSE WHO MEET, and the WHO said", &[("WHO", "who")]),
            ("a group of seven, the red cross", &[]),
            (
                "Samsung SDI America, the Samsung CEO and Samsung TV",
                &[("Samsung SDI America", "samsung sdi america"), ("Samsung", "samsung"), ("Samsung", "samsung")],
            ),
            ("the National Security Council and the Security Council", &[("Security Council", "un-security-council")]),
            ("작업 중 미끄럼에 주의한다", &[]),
            ("유엔 안보리와 아세안은", &[("유엔 안보리", "un-security-council"), ("아세안", "asean")]),
            ("la Unión Europea y la ONU", &[("Unión Europea", "eu"), ("ONU", "united-nations")]),
            (
                "l’Organisation de l’aviation civile internationale",
                &[("Organisation de l’aviation civile internationale", "icao")],
            ),
        ];
        for (text, expected) in cases {
            let found = find(&Scan::new(text));
            let found: Vec<(&str, &str)> =
                found.iter().map(|found| (&text[found.range.clone()], found.key.name.as_str())).collect();
            assert_eq!(&found, expected, "{text}");
        }
    }
}
