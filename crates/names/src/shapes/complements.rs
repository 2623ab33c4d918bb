//! What comes after the head of a name and belongs to it: "Ministry **of Foreign Affairs**".

use entente_corpus::EntityKind;

use super::{MAX_NAME_WORDS, core, head_at, is_abbreviated};
use crate::candidate::Key;
use crate::countries;
use crate::gazetteer::classes::Class;
use crate::gazetteer::head_nouns::Head;
use crate::gazetteer::organisations::ORGANISATIONS;
use crate::gazetteer::places::PLACES;
use crate::scan::{Gap, Scan};

/// "Internet **and** Security Agency": the end of the second run, where it closes the name.
pub(super) fn joined(scan: &Scan, taken: &[bool], from: usize, end: usize) -> Option<usize> {
    if scan.folded(end) != "and" || scan.gap(end) != Gap::Space || scan.gap(end + 1) != Gap::Space {
        return None;
    }
    let next = end + 1;
    if next >= scan.words.len() || taken[next] || !scan.is_capital(next) || scan.has(next, Class::Opener) {
        return None;
    }
    let known =
        |at: usize| countries::at(scan, at).is_some() || ORGANISATIONS.phrases.at(scan.text, &scan.words, at).is_some();
    let short = scan.words[from].text.chars().count() > 1 && is_abbreviated(scan, from);
    let next_end = core(scan, taken, next);
    let led = from > 0 && scan.gap(from) == Gap::Space && countries_end_at(scan, from);
    let closes = head_at(scan, next_end - 1).is_some_and(|head| head != Head::Instrument || end - from > 1 || led)
        && next_end - next > 1;
    let alone = end - from == 1 && (known(from) || short);
    (closes && !known(next) && !alone && from < end).then_some(next_end)
}

/// True if a country's name ends right before word `at`.
fn countries_end_at(scan: &Scan, at: usize) -> bool {
    (at.saturating_sub(6)..at).any(|from| countries::at(scan, from).is_some_and(|(count, _)| from + count == at))
}

/// The end of the last head within a run: "Defense Ministry Press …".
pub(super) fn headed(scan: &Scan, from: usize, end: usize) -> Option<usize> {
    // "… Working Group Meeting Subic": a place after a head noun begins something else.
    let placed = |at: usize| at + 1 < end && PLACES.at(scan.text, &scan.words, at + 1).is_some();
    let is_head = |at: &usize| {
        let head = head_at(scan, *at);
        scan.gap(*at) == Gap::Space && (head == Some(Head::State) || head.is_some() && placed(*at))
    };
    let at = (from + 1..end).rev().find(is_head)?;
    // Numbered rounds and groups keep their number.
    Some(at + 1)
}

/// Where the complement of a head ends: "of Land, Infrastructure and Transport", "on Cybercrime".
pub(super) fn complement(scan: &Scan, taken: &[bool], end: usize, kind: Head) -> usize {
    let mut end = end;
    let begin = end;
    let noun = scan.folded(end - 1);
    // "Working Group 3".
    let digits = scan.folded(end).bytes().all(|b| b.is_ascii_digit()) && scan.gap(end) == Gap::Space;
    if noun == "group" && digits && (1..=2).contains(&scan.folded(end).len()) {
        end += 1;
    }
    let link = match kind {
        Head::State | Head::Organisation | Head::Body => Class::BodyLink,
        Head::Forum => Class::ForumLink,
        Head::System => Class::SystemLink,
        Head::Company | Head::Instrument | Head::Media | Head::Operation | Head::Place => return end,
    };
    // "Bank of Uganda on Banking Supervision" is a bank and a matter.
    let is_on_matter = kind == Head::Organisation && Class::CountryInside.has(noun);
    while end - begin < MAX_NAME_WORDS {
        // "Ministry of Finance **on** the Companies Bill": what a ministry is of, it is not on.
        let closes = is_on_matter || kind == Head::State && end > begin;
        if closes && scan.folded(end) == "on" {
            break;
        }
        let Some(next) = linked(scan, taken, end, link, kind) else { break };
        end = next;
    }
    end
}

/// The end of one more part of a complement after `end`.
fn linked(scan: &Scan, taken: &[bool], end: usize, links: Class, kind: Head) -> Option<usize> {
    let link = scan.folded(end);
    if scan.gap(end) != Gap::Space || !links.has(link) || scan.is_capital(end) {
        return None;
    }
    let mut at = end + 1;
    if scan.gap(at) == Gap::Space && link == "relating" && scan.folded(at) == "to" {
        at += 1;
    }
    let article = scan.gap(at) == Gap::Space && matches!(scan.folded(at), "the" | "la" | "les" | "l" | "der" | "des");
    if article && !scan.is_capital(at) {
        at += 1;
    }
    // "The Security Conference on Saturday": a day is not a subject matter.
    let is_day = entente_language::lexicon::classes_anywhere(scan.folded(at)).has(entente_language::Class::Weekday);
    if is_day || !part(scan, taken, at) || !matches!(scan.gap(at), Gap::Space | Gap::Join) {
        return None;
    }
    // "of the ROK", "of the CGPCS", "of the Ministry": another name begins, and says whose this one is.
    let noun = scan.folded(end - 1);
    let country = countries::at(scan, at).is_some();
    if link == "in" && !is_region(scan, at) {
        return None;
    }
    let run = core(scan, taken, at);
    if country && (link != "of" && link != "in" || !Class::CountryInside.has(noun)) || begins_name(scan, at, run, kind)
    {
        return None;
    }
    let mut last = run;
    // A list: ", Infrastructure and Transport"; it must come to its "and".
    let mut probe = last;
    loop {
        let comma = scan.gap(probe) == Gap::Comma;
        let is_and = |at: usize| matches!(scan.folded(at), "and" | "et" | "und" | "y") && !scan.is_capital(at);
        if !comma && scan.gap(probe) == Gap::Space && is_and(probe) || comma && is_and(probe) {
            let next = probe + 1;
            let on =
                part(scan, taken, next) && (!is_other(scan, taken, next) || is_matter(scan, taken, next, end, kind));
            if scan.gap(next) == Gap::Space && on {
                last = core(scan, taken, next);
                // "Ministry of Science and Information and Communication Technologies".
                let more = kind == Head::State
                    && scan.gap(last) == Gap::Space
                    && is_and(last)
                    && scan.gap(last + 1) == Gap::Space
                    && part(scan, taken, last + 1)
                    && !is_other(scan, taken, last + 1)
                    && head_at(scan, core(scan, taken, last + 1) - 1).is_none();
                if more {
                    last = core(scan, taken, last + 1);
                }
            }
            break;
        }
        if comma
            && matches!(kind, Head::State | Head::Body | Head::Organisation)
            && part(scan, taken, probe)
            && !is_other(scan, taken, probe)
        {
            probe = core(scan, taken, probe);
            continue;
        }
        break;
    }
    Some(last)
}

/// "Department of Health and **Human Services**", "Office of Science and **Technology Policy**": after the head noun of a state's
/// body, what looks like a body or a policy is the second half of its matter.
fn is_matter(scan: &Scan, taken: &[bool], at: usize, end: usize, kind: Head) -> bool {
    let of_state = kind == Head::State || kind == Head::Body && scan.folded(end - 1) == "office";
    let last = core(scan, taken, at) - 1;
    let plain = last > at && countries::at(scan, at).is_none() && !is_abbreviated(scan, at);
    of_state
        && plain
        && matches!(scan.folded(last), "services" | "policy" | "policies" | "development" | "programs" | "programmes")
}

/// True if a region begins: a meeting's "in Asia-Pacific Region" is part of its name, its "in Seoul" is not.
fn is_region(scan: &Scan, at: usize) -> bool {
    let form = ORGANISATIONS.phrases.at(scan.text, &scan.words, at);
    form.is_some_and(|form| matches!(ORGANISATIONS.entry(form.value).kind, EntityKind::Region | EntityKind::Place))
}

/// True for a word that can be part of a complement.
fn part(scan: &Scan, taken: &[bool], at: usize) -> bool {
    at < scan.words.len() && scan.is_capital(at) && !taken[at] && !scan.has(at, Class::Opener)
}

/// True if a run is a name of its own: it has a head, is a country's, or a known short form.
fn is_other(scan: &Scan, taken: &[bool], at: usize) -> bool {
    let end = core(scan, taken, at);
    let headed = match head_at(scan, end - 1) {
        // "Efficient Vehicles and Sustainable Transportation **Systems**", "Technology and **Standards**".
        Some(Head::Company | Head::System | Head::Place) | None => false,
        Some(Head::Instrument) => scan.has(end - 1, Class::OwnInstrument),
        Some(_) => true,
    };
    let short = is_abbreviated(scan, at) && scan.words[at].text.len() > 1;
    countries::at(scan, at).is_some()
        || headed
        || short && !scan.has(at, Class::MatterAcronym)
        || ORGANISATIONS.phrases.at(scan.text, &scan.words, at).is_some()
}

/// True if the words after "of the" begin another name that owns this one.
fn begins_name(scan: &Scan, at: usize, end: usize, kind: Head) -> bool {
    let own = head_at(scan, end - 1);
    let body = |head: Option<Head>| matches!(head, Some(Head::State | Head::Body | Head::Forum | Head::Organisation));
    let short = is_abbreviated(scan, at) && scan.words[at].text.chars().count() > 1 && end == at + 1;
    match kind {
        Head::Instrument => body(own) || short,
        _ => {
            let instrument = own == Some(Head::Instrument) && scan.has(end - 1, Class::OwnInstrument);
            body(own) || short && !scan.has(at, Class::MatterAcronym) || instrument && kind != Head::Forum
        }
    }
}

/// The country after "of": "… Agency of the ROK", "… Office (FCO) of the United Kingdom".
pub(super) fn after(scan: &Scan, end: usize) -> Option<Key> {
    let mut at = end;
    // A short form in brackets between.
    if scan.gap(at) == Gap::Break && at < scan.words.len() && is_abbreviated(scan, at) {
        at += 1;
    }
    if scan.folded(at) != "of" && scan.folded(at) != "in" || !matches!(scan.gap(at), Gap::Space | Gap::Break) {
        return None;
    }
    at += 1;
    if scan.folded(at) == "the" {
        at += 1;
    }
    let (_, code) = countries::at(scan, at).filter(|_| scan.gap(at) == Gap::Space && scan.folded(end) != "in")?;
    Some(Key::new(EntityKind::Country, code))
}
