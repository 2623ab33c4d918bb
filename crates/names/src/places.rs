//! Places: cities of a list, unless a longer name contains them, and others by the words around them.
//!
//! In: a scanned passage. Out: mentions of places. "Washington" before another capitalised word is left alone:
//! it may be part of a name. What no list has is a place before a country ("Huye, Rwanda"), at the head of a dateline,
//! after "the town of" or "Lake", and where an occasion is held ("met in Mwanza on 3 May").

use std::ops::Range;

use entente_corpus::EntityKind;
use entente_text::fold::fold;
use entente_text::script::is_katakana;

use super::candidate::{Candidate, Key};
use super::countries;
use super::lexicon::Lexicon;
use super::scan::{Gap, Scan};
use crate::gazetteer::classes::Class;
use crate::gazetteer::countries::COUNTRIES;
use crate::gazetteer::head_nouns::is_opener;
use crate::gazetteer::organisations::ORGANISATIONS;
use crate::gazetteer::persons::PERSONS;
use crate::gazetteer::phrases::{self, is_hangul, is_unspaced};
use crate::gazetteer::places::PLACES;

/// Letters of the longest name of a country in Chinese characters or kana.
const MAX_COUNTRY_CHARS: usize = 12;
/// Words between such a verb and the place, at most.
const MAX_WORDS_BETWEEN: usize = 14;

/// The places of a passage, in order.
pub(crate) fn find(scan: &Scan, lexicon: &Lexicon) -> Vec<Candidate> {
    let mut out = known(scan);
    let mut at = 0;
    while at < scan.words.len() {
        let found = by_surroundings(scan, lexicon, at);
        at = found.as_ref().map_or(at + 1, |(_, end, _)| *end);
        if let Some((from, end, rule)) = found {
            out.push(printed(scan, from, end, rule));
            // "The ports of Beira and Nacala", "between Lobito and Kolwezi": what is listed with it is a place, too.
            while matches!(scan.folded(at), "and" | "to")
                && scan.gap(at) == Gap::Space
                && scan.gap(at + 1) == Gap::Space
            {
                let Some(end) = unknown(scan, lexicon, at + 1) else { break };
                out.push(printed(scan, at + 1, end, "place-in-list"));
                at = end;
            }
        }
    }
    out
}

fn printed(scan: &Scan, from: usize, end: usize, rule: &'static str) -> Candidate {
    let range = scan.bytes(from, end);
    let key = Key::printed(EntityKind::Place, super::shapes::normal(&scan.text[range.clone()]));
    Candidate::new(key, range, rule)
}

/// A place that begins at word `at`, the word after it, and the rule.
fn by_surroundings(scan: &Scan, lexicon: &Lexicon, at: usize) -> Option<(usize, usize, &'static str)> {
    let end = unknown(scan, lexicon, at)?;
    let before = |n: usize| at.checked_sub(n).map_or("", |at| scan.folded(at));
    let spaced = scan.gap(at) == Gap::Space;
    if scan.has(at, Class::PlaceFirst) && end > at + 1 {
        return Some((at, end, "place-by-name"));
    }
    if spaced && before(1) == "of" && Class::PlaceSort.has(before(2)) {
        return Some((at, end, "place-of-sort"));
    }
    // "Kigoma port", "Beira district": what it is comes after it, small.
    let sort = scan.gap(end) == Gap::Space
        && scan.has(end, Class::PlaceSort)
        && scan.words[end].text.starts_with(char::is_lowercase)
        && !scan.begins_sentence(at);
    if sort {
        return Some((at, end, "place-with-sort"));
    }
    let led = spaced && matches!(before(1), "in" | "at" | "near" | "from" | "to");
    if (led || at == 0) && scan.gap(end) == Gap::Comma && countries::at(scan, end).is_some() {
        return Some((at, end, "place-before-country"));
    }
    let digits = |at: usize| scan.folded(at).bytes().all(|b| b.is_ascii_digit()) && !scan.folded(at).is_empty();
    let dated = scan.gap(end) == Gap::Comma
        && (digits(end) || digits(end + 1) && scan.words[end].text.len() > 1 && !head_of(scan, end));
    if at == 0 && dated && scan.words.len() - end <= 6 {
        return Some((at, end, "place-in-dateline"));
    }
    let occasion = || (at.saturating_sub(MAX_WORDS_BETWEEN)..at).any(|at| scan.has(at, Class::Held));
    let closes = |at: usize| scan.has(at, Class::AfterPlaceHeld) || scan.gap(at) != Gap::Space;
    let held = led && matches!(before(1), "in" | "at") && closes(end) && occasion();
    held.then_some((at, end, "place-of-occasion"))
}

fn head_of(scan: &Scan, at: usize) -> bool {
    scan.head(at).is_some()
}

/// The end of a run of one to three capitalised words that nothing else explains.
fn unknown(scan: &Scan, lexicon: &Lexicon, at: usize) -> Option<usize> {
    let plain = |at: usize| {
        let word = &scan.words[at];
        scan.is_capital(at)
            && word.text.chars().count() > 2
            && word.text.chars().any(char::is_lowercase)
            && word.text.chars().all(char::is_alphabetic)
            && !word.text.chars().any(is_unspaced)
            && !is_opener(&word.folded)
            && !lexicon.is_small(&word.folded)
            && !PERSONS.is_title(&word.folded)
            && !PERSONS.is_courtesy(&word.folded)
    };
    let first = plain(at) || scan.has(at, Class::PlaceFirst) && scan.is_capital(at);
    if !first || at > 0 && scan.gap(at) == Gap::Join || countries::at(scan, at).is_some() {
        return None;
    }
    let mut end = at + 1;
    while end < scan.words.len() && end - at < 3 && matches!(scan.gap(end), Gap::Space | Gap::Join) && plain(end) {
        end += 1;
    }
    let goes_on = end < scan.words.len() && matches!(scan.gap(end), Gap::Space | Gap::Join) && scan.is_capital(end);
    let known = ORGANISATIONS.phrases.at(scan.text, &scan.words, at).is_some()
        || PLACES.at(scan.text, &scan.words, at).is_some();
    let headed = (at..end).any(|n| head_of(scan, n) && !scan.has(n, Class::PlaceFirst));
    (!goes_on && !known && !headed && scan.gap(end) != Gap::Possessive).then_some(end)
}

/// The places of the list.
fn known(scan: &Scan) -> Vec<Candidate> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < scan.words.len() {
        let word = &scan.words[at];
        at += 1;
        if word.text.chars().any(is_unspaced) {
            if let Some((length, key)) = PLACES.glued(word.text).filter(|(length, _)| ends_letters(word.text, *length))
                && (Class::AfterPlace.has(&word.text[length..])
                    || word.text.len() == length
                    || !word.text.starts_with(is_hangul))
            {
                out.push(found(key, word.start..word.start + length));
            } else if !word.text.contains(is_hangul) {
                out.extend(inside_run(scan, word.start..word.end));
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
            && scan.head(at - 2).is_none();
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

/// The places inside a run of a script without spaces: where a word that leads to a place comes before one ("王毅在**北京**会见"), or
/// a particle before and after it ("両大臣は**東京**で").
fn inside_run(scan: &Scan, run: Range<usize>) -> Vec<Candidate> {
    let places = phrases::inside(&PLACES, scan.text, run.clone(), &|_, _| true);
    let beside = |range: &Range<usize>| {
        let letter = |c: Option<char>| c.map(|c| fold(&c.to_string())).unwrap_or_default();
        let before = letter(scan.text[run.start..range.start].chars().next_back());
        let after = letter(scan.text[range.end..run.end].chars().next());
        let whole = ends_letters(scan.text, range.end) && !scan.text[run.start..range.start].ends_with(is_katakana);
        let particles = Class::PlaceParticle.has(&before) && (after.is_empty() || Class::PlaceParticle.has(&after));
        whole && (Class::PlaceLead.has(&before) || particles || follows_country(&scan.text[run.start..range.start]))
    };
    places.into_iter().filter(|(range, _)| beside(range)).map(|(range, key)| found(key, range)).collect()
}

/// True if a name in katakana that ends at byte `end` does not go on: "バリ島", not "バリエーション".
fn ends_letters(text: &str, end: usize) -> bool {
    let inside = text[..end].ends_with(is_katakana);
    !(inside && text[end..].starts_with(is_katakana))
}

/// "在日本**仙台**", "米国**ワシントン**": true if the name of a country ends right before the place.
fn follows_country(before: &str) -> bool {
    let starts = before.char_indices().rev().take(MAX_COUNTRY_CHARS).map(|(at, _)| at);
    starts.into_iter().any(|at| COUNTRIES.glued(&before[at..]).is_some_and(|(length, _)| at + length == before.len()))
}

fn found(key: &'static str, range: Range<usize>) -> Candidate {
    Candidate::new(Key::new(EntityKind::Place, key), range, "known-place")
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::lexicon::Lexicon;
    use crate::scan::Scan;

    #[test]
    fn cities_are_found_and_names_made_of_them_are_not() {
        let cases: &[(&str, &[&str])] = &[
            ("held in Seoul and in Washington, D.C. on Monday", &["Seoul", "Washington, D.C."]),
            ("the Washington Post, the Seoul Communiqué, Mr Paris", &[]),
            ("at The Hague and in New York", &["The Hague", "New York"]),
            ("서울에서 개최, 경주는", &["서울", "경주"]),
            ("王毅在北京会见，北京大学", &["北京", "北京"]),
            ("両大臣は東京で会談した、両大臣は東京電力", &["東京"]),
            ("フランス・パリで、バリエーション", &["パリ"]),
            ("将在日本仙台举行", &["仙台"]),
            ("外相は米国ワシントンにおいて", &["ワシントン"]),
            ("à Genève et à Londres", &["Genève", "Londres"]),
            ("sofia and rome", &[]),
            ("They met in Mwanza on 3 May, in Huye, Rwanda, and in Parliament.", &["Mwanza", "Huye"]),
            ("the town of Quatre Bornes, the coast of Lake Turkana", &["Quatre Bornes", "Lake Turkana"]),
            ("Tartu, 3 May 2019", &["Tartu"]),
            ("Signed in Nukufetau on 9 October 2013.", &["Nukufetau"]),
            ("He took part in Operation Atlas and in Spring", &[]),
        ];
        for (text, expected) in cases {
            let found: Vec<&str> =
                find(&Scan::new(text), &Lexicon::default()).into_iter().map(|found| &text[found.range]).collect();
            assert_eq!(&found, expected, "{text}");
        }
    }
}
