//! Names that no list has, by their shape: capitalised words with a head noun, and what belongs to it.
//!
//! In: a scanned passage, the persons already found in it. Out: agencies, organisations, firms, media,
//! forums, instruments, systems, operations ("Ministry of Land, Infrastructure and Transport"), and the
//! capitalised runs that have no head.

mod complements;
mod kinds;

use std::ops::Range;

use entente_corpus::EntityKind;
use entente_language::values::english_ordinal;
use entente_text::fold::fold;
use entente_text::order;

use self::complements::{after, complement, headed, joined};
use self::kinds::{entity_kind, tells_apart};
use super::candidate::{Candidate, Key};
use super::scan::{Gap, Scan};
use super::{countries, instruments};
use crate::gazetteer::classes::Class;
use crate::gazetteer::countries::{COUNTRIES, Form};
use crate::gazetteer::head_nouns::{Head, head};
use crate::gazetteer::organisations::ORGANISATIONS;
use crate::gazetteer::persons::PERSONS;
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
        at = match name(scan, taken, at, end) {
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

/// The name that begins with the run `at..end`, and the word after it.
fn name(scan: &Scan, taken: &[bool], at: usize, end: usize) -> Option<(Candidate, usize)> {
    let (mut from, owners) = lead(scan, at, end);
    // "U.S.-originating Federal Standards". The last word stays, so that "US-Japan-dialogue" keeps its head.
    while from + 1 < end && !scan.is_capital(from) && !owners.is_empty() {
        from += 1;
    }
    if from >= end {
        return None;
    }
    let mut end = end;
    // "Law No. 12": the sign belongs to the number.
    if end - from > 1 && scan.has(end - 1, Class::NumberSign) && head_at(scan, end - 2) == Some(Head::Instrument) {
        end -= 1;
    }
    // "Agreement Between Japan and …": a capital link ends the run.
    if let Some(cut) = (from + 1..end).find(|at| scan.has(*at, Class::InstrumentBreak))
        && head_at(scan, cut - 1) == Some(Head::Instrument)
    {
        end = cut;
    }
    // A head inside a run closes a name where a title or another name follows: "Ministry spokesman".
    if head_at(scan, end - 1).is_none() {
        end = joined(scan, taken, from, end).or_else(|| headed(scan, from, end))?;
    }
    let noun = scan.folded(end - 1);
    let kind = head_at(scan, end - 1)?;
    // "Foreign Affairs **Cabinet Secretary**" is an office.
    if noun == "cabinet" && scan.gap(end) == Gap::Space && PERSONS.is_title(scan.folded(end)) {
        return None;
    }
    // "**Promoting** Democratic Principles", "**Upholding** International Law": what is done, at the head of a section.
    if kind == Head::Instrument && end - from < 4 && Class::LoosePaper.has(noun) && is_gerund(scan.folded(from)) {
        return None;
    }
    let shouted = |at: &usize| scan.words[*at].text.len() > 4 && is_abbreviated(scan, *at);
    if (from..end).filter(shouted).count() > 1 {
        return None;
    }
    // "The heads of the ROK-U.S. Security Office": the words name bodies of two states at once, so they are not the name of one.
    if owners.len() > 1 && matches!(kind, Head::State | Head::Body) {
        return None;
    }
    let core_end = end;
    let mut end_byte = None;
    let mut instrument_start = None;
    let (mut has_parties, mut is_told) = (false, false);
    if kind == Head::Instrument {
        let extent = instruments::extent(scan, taken, at, end);
        instrument_start = Some(extent.start).filter(|start| *start < at);
        (end, end_byte) = (extent.end, Some(extent.end_byte));
        (has_parties, is_told) = (extent.has_parties, extent.is_told);
    } else {
        end = complement(scan, taken, end, kind);
    }
    let trailing = after(scan, end);
    // "the U.S. Army": one word more is not part of the name.
    let lone = owners.len() == 1 && from + 1 == core_end && end == core_end && Class::BodyByCountry.has(noun);
    let keep_country = lone
        || owners.len() > 1
        || owners.len() == 1 && !Class::CountryOutside.has(noun) && from > at && !is_abbreviated(scan, at);
    let joint = matches!(kind, Head::Forum | Head::Instrument | Head::Operation | Head::System);
    let start = if from < end && (owners.is_empty() || owners.len() == 1 && !keep_country || owners.len() > 1 && !joint)
    {
        from
    } else {
        at
    };
    let start = instrument_start.unwrap_or_else(|| dated(scan, start, kind));
    let told = is_told || instrument_start.is_some();
    if start >= core_end || !told && !tells_apart(scan, start, end, kind, !owners.is_empty()) {
        return None;
    }
    // "High Representative for Foreign Affairs and Security Policy": what somebody is in charge of, and no paper.
    let charge = |at: usize| PERSONS.is_title(scan.folded(at)) || scan.has(at, Class::InCharge);
    if kind == Head::Instrument
        && matches!(scan.folded(end - 1), "policy" | "policies" | "strategy" | "plans")
        && at > 1
        && scan.folded(at - 1) == "for"
        && charge(at - 2)
    {
        return None;
    }
    // "Domestic Policy Advisor Susan Rice": a title, and no policy.
    if kind == Head::Instrument && end == core_end && scan.gap(end) == Gap::Space && taken.get(end) == Some(&true) {
        return None;
    }
    let owner = if owners.len() == 1 { owners.first().cloned() } else { trailing.clone() };
    let entity_kind = entity_kind(scan, start, end, kind, owner.is_some());
    let mut range = scan.bytes(start, end);
    range.end = end_byte.unwrap_or(range.end);
    let key = Key::printed(entity_kind, key_name(scan, start, end, at, from, &owners));
    let rule = match kind {
        Head::Instrument if has_parties => "instrument-between",
        _ if trailing.is_some() && owners.is_empty() => "name-of-country",
        Head::State | Head::Body | Head::Organisation => "name-with-head",
        Head::Company | Head::Media => "firm-with-head",
        Head::Forum => "forum-with-head",
        Head::Instrument => "instrument-with-head",
        Head::System | Head::Operation | Head::Place => "system-with-head",
    };
    let within = owner.filter(|_| entity_kind == EntityKind::Agency);
    // The parties of an instrument are names of their own.
    let next = if has_parties { core_end } else { end };
    Some((Candidate { within, ..Candidate::new(key, range, rule) }, next))
}

/// The folded name; a pair's countries come before it by their codes, in one order for all.
fn key_name(scan: &Scan, start: usize, end: usize, at: usize, from: usize, owners: &[Key]) -> String {
    if start != at || owners.len() < 2 {
        return normal(&scan.text[scan.bytes(start, end)]);
    }
    let mut codes: Vec<&str> = owners.iter().map(|owner| owner.name.as_str()).collect();
    order::sort(&mut codes);
    codes.dedup();
    format!("{}|{}", codes.join("+"), normal(&scan.text[scan.bytes(from, end)]))
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

/// "9.19 Military Agreement": a day before the name of an instrument is part of it.
fn dated(scan: &Scan, start: usize, kind: Head) -> usize {
    let digits = |at: usize| scan.words[at].text.len() <= 2 && scan.words[at].text.bytes().all(|b| b.is_ascii_digit());
    let is_day = kind == Head::Instrument
        && start >= 2
        && scan.gap(start) == Gap::Space
        && digits(start - 1)
        && digits(start - 2)
        && matches!(&scan.text[scan.words[start - 2].end..scan.words[start - 1].start], "." | "·");
    if is_day { start - 2 } else { start }
}

/// Countries in front of a name: where they end, and which they are.
fn lead(scan: &Scan, at: usize, end: usize) -> (usize, Vec<Key>) {
    let mut from = at;
    let mut owners = Vec::new();
    while from < end {
        // "Indian Ocean Commission" is that of a sea.
        let water = |at: usize| matches!(scan.folded(at), "ocean" | "sea" | "gulf" | "strait");
        let country = countries::at(scan, from).filter(|(count, _)| !water(from + count));
        let Some((count, code)) = country else {
            // A bloc in a pair: "ASEAN-Republic of Korea Summit".
            if from + 1 < end
                && (scan.gap(from + 1) == Gap::Join && countries::at(scan, from + 1).is_some()
                    || !owners.is_empty() && scan.gap(from) == Gap::Join)
                && ORGANISATIONS.acronym(scan.words[from].text).is_some_and(|entry| entry.kind == EntityKind::Bloc)
            {
                if let Some(entry) = ORGANISATIONS.acronym(scan.words[from].text) {
                    owners.push(Key::new(entry.kind, entry.key));
                }
                from += 1;
                continue;
            }
            break;
        };
        if from + count >= end {
            break;
        }
        owners.push(Key::new(EntityKind::Country, code));
        from += count;
        if scan.gap(from) != Gap::Join {
            break;
        }
    }
    (from, owners)
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
