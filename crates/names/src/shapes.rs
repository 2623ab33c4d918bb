//! Names that no list has, by their shape: capitalised words with a head noun, and what belongs to it.
//!
//! In: a scanned passage, the persons already found in it. Out: agencies, organisations, firms, media,
//! forums, instruments, systems, operations ("Ministry of Land, Infrastructure and Transport"), and the
//! capitalised runs that have no head.

mod complements;
mod headed_run;
mod kinds;

use std::ops::Range;

use entente_corpus::EntityKind;
use entente_language::values::english_ordinal;
use entente_text::fold::fold;

use self::headed_run::HeadedRun;
use self::kinds::{entity_kind, tells_apart};
use super::candidate::{Candidate, Key};
use super::countries;
use super::scan::{Gap, Scan};
use crate::gazetteer::classes::Class;
use crate::gazetteer::countries::{COUNTRIES, Form};
use crate::gazetteer::head_nouns::{Head, head};
use crate::gazetteer::places::PLACES;

/// The head noun at word `at`. "Task Force" is a working group, any other force a state's.
fn head_at(scan: &Scan, at: usize) -> Option<Head> {
    match scan.folded(at) {
        "force" if at > 0 && scan.folded(at - 1) == "task" => Some(Head::Forum),
        "force" if at > 0 && matches!(scan.folded(at - 1), "air" | "police" | "defense" | "defence" | "border") => {
            Some(Head::State)
        }
        "congress" if at > 0 && countries::at(scan, at - 1).is_some() => Some(Head::State),
        // "Finnish Customs" is a body; "Korea Customs" begins the name of one.
        "customs" if at > 0 && is_demonym(scan.folded(at - 1)) && scan.is_capital(at) => Some(Head::State),
        // "Canberra ACT 2600": a short word in capitals after a word that is not is a short form.
        word => head(word).filter(|_| !(Class::Statute.has(word) && is_short_form(scan, at))),
    }
}

/// True for a word of a few capitals right after a word in small letters, or before a number that is not a year.
fn is_short_form(scan: &Scan, at: usize) -> bool {
    let capitals = scan.words[at].text.len() <= 4 && is_abbreviated(scan, at);
    let next = scan.folded(at + 1);
    let code = next.len() == 4 && next.bytes().all(|b| b.is_ascii_digit()) && !is_year(next);
    capitals && at > 0 && (!is_abbreviated(scan, at - 1) || code)
}

fn is_demonym(word: &str) -> bool {
    COUNTRIES.phrase(word).is_some_and(|(_, form)| form == Form::Demonym)
}

/// Words of the longest name; beyond it, a text is written in capitals or hostile.
const MAX_NAME_WORDS: usize = 24;

/// What a passage contains.
#[derive(Default)]
pub(crate) struct Shapes {
    /// Names, in order.
    pub(crate) found: Vec<Candidate>,
    /// Capitalised runs of several words without a head.
    pub(crate) runs: Vec<Range<usize>>,
}

/// The names of a passage; `taken` are words of persons and their titles.
pub(crate) fn find(scan: &Scan, taken: &[bool]) -> Shapes {
    let mut out = Shapes::default();
    if scan.is_shouted() {
        return out;
    }
    let mut at = 0;
    while at < scan.words.len() {
        if !starts(scan, taken, at) {
            at += 1;
            continue;
        }
        if let Some(found) = office(scan, at) {
            out.found.push(found);
            at += 3;
            continue;
        }
        let end = core(scan, taken, at);
        at = match HeadedRun::new(scan, taken, at, end).and_then(|run| run.name()) {
            Some((found, next)) => {
                out.found.push(found);
                next
            }
            None => {
                let parts = (at..end).filter(|at| scan.is_capital(*at) && scan.words[*at].text.len() > 2);
                if end - at > 1 && (at + 1..end).any(|at| scan.gap(at) == Gap::Space) && parts.count() > 1 {
                    out.runs.push(scan.bytes(at, end));
                }
                end
            }
        };
    }
    share_country(scan, &mut out.found);
    out
}

/// "the President's Office".
fn office(scan: &Scan, at: usize) -> Option<Candidate> {
    let holder = matches!(scan.folded(at), "president" | "minister" | "chancellor" | "governor" | "king");
    let named =
        holder && scan.gap(at + 1) == Gap::Possessive && scan.folded(at + 2) == "office" && scan.is_capital(at + 2);
    let start = if at > 0 && scan.folded(at - 1) == "prime" && scan.gap(at) == Gap::Space { at - 1 } else { at };
    named.then(|| {
        let range = scan.bytes(start, at + 3);
        Candidate::new(Key::printed(EntityKind::Agency, normal(&scan.text[range.clone()])), range, "name-with-head")
    })
}

/// True if a name may begin with the word.
fn starts(scan: &Scan, taken: &[bool], at: usize) -> bool {
    let gerund = scan.folded(at).ends_with("ing") && !scan.has(at, Class::NounInIng);
    let verb = scan.begins_sentence(at) && gerund;
    // "Five-Point Consensus" begins with its number, and not in the middle.
    let compound = scan.gap(at + 1) == Gap::Join && scan.is_capital(at + 1);
    let inside = at > 0 && scan.gap(at) == Gap::Join && scan.is_capital(at - 1) && !taken[at - 1];
    // "Los Angeles Superior Court".
    let place = || PLACES.at(scan.text, &scan.words, at).is_some_and(|place| place.count > 1);
    scan.is_capital(at)
        && !taken[at]
        && !inside
        && (!scan.has(at, Class::Opener) || compound || place())
        && !verb
        && english_ordinal(scan.folded(at)).is_none()
        && scan.words[at].text != "I"
}

/// True for the "-ing" form of a verb.
fn is_gerund(word: &str) -> bool {
    use entente_language::verbs::{Form, inflections};
    inflections(word).iter().any(|found| found.form == Form::Gerund)
}

/// The end of the run of capitalised words that begins at `at`.
pub(crate) fn core(scan: &Scan, taken: &[bool], at: usize) -> usize {
    let mut end = at + countries::at(scan, at).map_or(1, |(count, _)| count);
    while end < scan.words.len() && end - at < MAX_NAME_WORDS && !taken[end] {
        let goes_on = match scan.gap(end) {
            // "Energy-led Supply Chain".
            Gap::Join => scan.is_capital(end) || !scan.has(end, Class::CompoundTail),
            Gap::Space => scan.is_capital(end),
            Gap::Plural => scan.is_capital(end) && head_at(scan, end).is_some(),
            _ => false,
        };
        if !goes_on {
            break;
        }
        end += countries::at(scan, end).map_or(1, |(count, _)| count);
    }
    end
}

/// The kind of a defined long form, by its last word, where it is written as a name.
pub(crate) fn named(scan: &Scan, from: usize, to: usize) -> Option<EntityKind> {
    if to <= from + 1 || !scan.is_capital(from) || scan.has(from, Class::Opener) {
        return None;
    }
    // "International Symposium on Cyber crime Response": the head comes before the first link, too.
    let first = (from + 1..to).find(|at| matches!(scan.folded(*at), "of" | "on" | "for" | "to" | "against"));
    let kind = head_at(scan, to - 1).or_else(|| first.and_then(|at| head_at(scan, at - 1)))?;
    let written = (from..to).all(|at| {
        scan.is_capital(at) || scan.words[at].text.len() < 8 && matches!(scan.gap(at), Gap::Space | Gap::Join)
    });
    // "Fijian Competition and Commerce Commission": the country says whose it is.
    let owned = countries::at(scan, from).is_some_and(|(count, _)| from + count < to);
    (written && tells_apart(scan, from, to, kind, owned)).then(|| entity_kind(scan, from, to, kind, owned))
}

pub(crate) fn is_abbreviated(scan: &Scan, at: usize) -> bool {
    !scan.words[at].text.chars().any(char::is_lowercase)
}

/// "the Department of State, the Department of Defense, and the FBI of the US": the last one's country is theirs.
fn share_country(scan: &Scan, found: &mut [Candidate]) {
    for n in (1..found.len()).rev() {
        let (left, right) = found.split_at_mut(n);
        let (left, right) = (&mut left[n - 1], &right[0]);
        // The parties of an instrument are inside its name.
        let Some(between) = scan.text.get(left.range.end..right.range.start) else { continue };
        let listed = between.len() < 40
            && !between.contains(['.', ';', ':'])
            && entente_text::words::words(between)
                .iter()
                .all(|word| matches!(&*word.folded, "and" | "the") || !word.text.chars().any(char::is_lowercase));
        let agencies = left.key.kind == EntityKind::Agency && right.key.kind == EntityKind::Agency;
        if listed && agencies && left.within.is_none() && right.rule == "name-of-country" {
            left.within.clone_from(&right.within);
            left.rule = "name-of-country";
        }
    }
}

pub(crate) fn is_year(word: &str) -> bool {
    word.len() == 4 && word.parse::<u16>().is_ok_and(|year| (1900..2100).contains(&year))
}

/// The folded name without article, hyphens and plural apostrophes: spellings of one name agree.
pub(crate) fn normal(name: &str) -> String {
    let folded =
        fold(name).replace(['-', '/', ',', '.'], " ").replace('&', " and ").replace("'s", "s").replace('\'', "");
    let spelled = folded.split_whitespace().filter(|word| *word != "the").map(|word| match word {
        "organisation" => "organization",
        "defence" => "defense",
        "centre" => "center",
        "programme" => "program",
        "communique" => "communiqué",
        "cooperation" => "co operation",
        word => word,
    });
    spelled.collect::<Vec<_>>().join(" ")
}
