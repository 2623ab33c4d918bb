//! Persons with a title or an office before their name: "Deputy Prime Minister A. Lund".

use super::french::after_field;
use super::name::{self, Lead, count_parts, is_auxiliary, is_given_gen, name_end};
use super::role::{MAX_ROLE_WORDS, is_office};
use super::{Person, between};
use crate::countries;
use crate::gazetteer::classes::Class;
use crate::gazetteer::head_nouns::is_opener;
use crate::gazetteer::persons::PERSONS;
use crate::gazetteer::places::PLACES;
use crate::known::is_capitals;
use crate::lexicon::Lexicon;
use crate::scan::{Gap, Scan};

/// A title, what belongs to it, and a name.
pub(super) fn titled(scan: &Scan, lexicon: &Lexicon, at: usize, after: usize) -> Option<Person> {
    let courtesy = is_courtesy(scan, at);
    if !courtesy && !PERSONS.is_title(scan.folded(at)) || is_given_gen(scan, at) {
        return None;
    }
    // "Lieutenant General (Ret.) Amara Okoro": what comes between is not part of the name.
    let mut first = at + 1;
    // "Hon**'ble** Mia Lund".
    while courtesy && scan.gap(first) == Gap::Join && scan.has(first, Class::CourtesyTail) {
        first += 1;
    }
    let called = first > at + 1;
    while !courtesy && scan.has(first, Class::TitleTail) && matches!(scan.gap(first), Gap::Space | Gap::Join) {
        first += 1;
    }
    let tailed = first > at + 1 && !called;
    first = after_retired(scan, first - 1).unwrap_or(first);
    // The last of several titles comes before the name: "Director General", "H.E. Mr.".
    if follows_title(scan, first) {
        return None;
    }
    let from = role_start(scan, at, after);
    let is_small = !scan.is_capital(at);
    let lead = if courtesy { Lead::Courtesy } else { Lead::Title };
    let (mut name_at, mut rule) = (first, "person-titled");
    let joins = first > at + 1 && !tailed && !called
        || scan.gap(first) == Gap::Space
        || courtesy && scan.gap(first) == Gap::Plural;
    let mut end = if joins { name_end(scan, lexicon, first, lead) } else { None };
    let of_field = if end.is_none() && !courtesy { after_field(scan, lexicon, at) } else { None };
    if let Some(found) = of_field {
        (name_at, end) = (found.0, Some(found.1));
        rule = "person-titled-of";
    }
    if end.is_none()
        && !courtesy
        && !is_small
        && let Some(found) = behind_complement(scan, lexicon, at)
    {
        (name_at, end) = (found.0, Some(found.1));
        rule = "person-titled-of";
    }
    if end.is_none() && !courtesy {
        let found = behind_comma(scan, lexicon, at)?;
        (name_at, end) = (found.0, Some(found.1));
        rule = "person-in-apposition";
    }
    let end = end?;
    let is_short = count_parts(scan, name_at, end) < 2;
    if courtesy && begins_office(scan, name_at, end) {
        return None;
    }
    // "H.E. **Deputy** Prime Minister": a word of an office is not a name.
    if is_short && scan.has(name_at, Class::OfficeWord) && scan.has(name_at, Class::RoleWord) {
        return None;
    }
    // "Mr. **Prime** Minister, welcome": a word that begins an office is not a name.
    // "Hon. **Railway** Minister": neither is a common word before an office.
    // "Prime Minister **Parliamentary** Secretary": in a list of offices the next one is not a name either.
    if is_short
        && (scan.has(name_at, Class::RoleWord)
            || !courtesy && is_role_modifier(scan.folded(name_at))
            || courtesy && lexicon.is_small(scan.folded(name_at)) && !scan.has(name_at, Class::NameAlso))
        && scan.gap(end) == Gap::Space
        && PERSONS.is_title(scan.folded(end))
    {
        return None;
    }
    if is_small && is_short || is_short && courtesy && scan.folded(name_at).len() < 2 {
        return None;
    }
    let mut start = from;
    while start < at && (is_courtesy(scan, start) || countries::at(scan, start).is_some()) {
        start += countries::at(scan, start).map_or(1, |(count, _)| count);
    }
    // "**Son Excellence Monsieur** X": without an office, what stands before a form of address is one, too.
    let is_own_office = |at: usize| is_office(scan, at) && !is_courtesy(scan, at) || scan.has(at, Class::Everyday);
    let no_office = courtesy && !(start..name_at).any(is_own_office);
    // "Minister for Fisheries, Semi Koroilavesau, said": the role ends before the comma.
    let mut role_end = if rule == "person-in-apposition" { end_of_role(scan, at, name_at) } else { name_at };
    // "Homeland Security Advisor Dr. Liz Sherwood-Randall": a form of address is not part of the role.
    let own_office =
        |until: usize| (start..until).any(|at| PERSONS.is_title(scan.folded(at)) && !is_courtesy(scan, at));
    // "President **Sheikh** X": after an office a form of address says nothing more.
    let tail = |at: usize| scan.has(at, Class::CourtesyTail) && scan.gap(at) == Gap::Join;
    let address = |at: usize| {
        tail(at) || is_courtesy(scan, at) && (scan.is_abbreviation(at) || tail(at + 1) || !is_short && own_office(at))
    };
    // "Prime Minister **the** Honourable X": its article belongs to the form of address.
    let article = |at: usize| scan.has(at, Class::RoleOpener) && at > start;
    while role_end > start + 1
        && (address(role_end - 1) || scan.has(role_end - 1, Class::Retired) || article(role_end - 1))
    {
        role_end -= 1;
    }
    // "The Representative of Ghana, **SRSG** Lund": a second title after a comma is not part of the first.
    let second = (start + 1..role_end).rev().find(|at| scan.gap(*at) == Gap::Comma).filter(|comma| {
        let title = |at: usize| PERSONS.is_title(scan.folded(at)) || is_capitals(scan.words[at].text);
        rule == "person-titled-of" && (*comma..role_end).all(title)
    });
    role_end = second.unwrap_or(role_end);
    // "The Special Representative **of the Chairperson** of the Commission, Ambassador Lund": the office of somebody else.
    let of_other = rule == "person-titled-of" && is_of_other_office(scan, from);
    let helper = if rule == "person-titled-of" { helper_of_other(scan, from, after) } else { None };
    let (from, start) = helper.map_or((from, start), |helper| (helper, helper));
    // "The Speaker of the House **and** His Excellency X": what "and" joins is the office of the one before.
    let of_other = of_other || scan.folded(role_end.saturating_sub(1)) == "and";
    // "Minister for Fisheries and **the Sea** Ms X": where small words stand before, the field of an office ends here.
    let titles = |at: usize| PERSONS.is_title(scan.folded(at)) && !is_courtesy(scan, at);
    let is_field = courtesy
        && start < at
        && !(start..at).any(titles)
        && start.checked_sub(1).is_some_and(|before| before > after && scan.has(before, Class::RoleLink));
    let office = if is_field { office_of_field(scan, start, after) } else { Some(start) };
    let start = office.unwrap_or(start);
    let from = from.min(start);
    let role = (!no_office && !of_other && office.is_some()).then_some((start.min(at), role_end));
    let from = if of_other { name_at } else { from };
    Some(Person { name: (name_at, end), role, whole: (from, end), titles: (at, name_at), rule, is_short })
}

/// True if the words between `from` and `end`, which an address comes before, begin an office and name nobody: "Hon. **Judges** of …",
/// "Rt. Hon. **Vice**-President", "Hon. **DPM** and …".
fn begins_office(scan: &Scan, from: usize, end: usize) -> bool {
    let word = scan.folded(from);
    let singular = word.strip_suffix('s').filter(|word| PERSONS.is_title(word) || Class::OfficeWord.has(word));
    let is_name = scan.has(from, Class::NameAlso) || PERSONS.is_given(word) || PERSONS.is_surname(word);
    let role = !is_name && scan.has(from, Class::RoleWord) || singular.is_some();
    // Letters that cannot be spoken as a word.
    let letters = is_capitals(scan.words[from].text) && !is_name && !word.contains(['a', 'e', 'i', 'o', 'u', 'y']);
    role && (end == from + 1 || !PERSONS.is_given(scan.folded(from + 1))) || letters && end == from + 1
}

/// True if what begins at word `from` says whose representative or deputy somebody is: "Special Representative **of the** …".
fn is_of_other_office(scan: &Scan, from: usize) -> bool {
    let of = if from > 0 && scan.folded(from - 1) == "the" { from.checked_sub(2) } else { from.checked_sub(1) };
    let office = of.filter(|at| matches!(scan.folded(*at), "of" | "to")).and_then(|at| at.checked_sub(1));
    office.is_some_and(|at| scan.has(at, Class::Posted) && scan.is_capital(at))
}

/// Where the office begins that serves the one at word `from`: "**Assistant to** the President for Security Affairs".
fn helper_of_other(scan: &Scan, from: usize, after: usize) -> Option<usize> {
    let article = usize::from(from > 0 && scan.folded(from - 1) == "the");
    let to = from.checked_sub(1 + article).filter(|at| scan.folded(*at) == "to")?;
    let office = to.checked_sub(1).filter(|at| *at >= after && scan.is_capital(*at) && is_office(scan, *at))?;
    Some(role_start(scan, office, after))
}

/// True for a word that says which office is meant, folded: "parliamentary".
fn is_role_modifier(word: &str) -> bool {
    use entente_language::{Class, Language, lexicon::classes_of};
    classes_of(word, Language::English).has(Class::RoleModifier) && !PERSONS.is_surname(word) && !PERSONS.is_given(word)
}

/// True for a word by which persons are addressed and that says no office: "Mr", "H.E", "Dato'".
pub(super) fn is_courtesy(scan: &Scan, at: usize) -> bool {
    let Some(word) = scan.words.get(at) else { return false };
    if Class::AddressWithStop.has(&word.folded) && word.text.starts_with(char::is_uppercase) {
        return scan.text[word.end..].starts_with('.');
    }
    if is_spaced_excellency(scan, at) {
        return true;
    }
    if !PERSONS.is_courtesy(&word.folded) || name::is_inside_name(scan, at) {
        return false;
    }
    match word.text.chars().count() {
        // "M. Macron", but not "Kwame M. Asare".
        1 => {
            let inside = at > 0
                && scan.gap(at) == Gap::Space
                && scan.is_capital(at - 1)
                && !PERSONS.is_title(scan.folded(at - 1));
            scan.text[word.end..].starts_with('.') && !inside
        }
        // "HE the Ambassador", but not "He said".
        2 if word.folded == "he" => word.text == "HE",
        // "Hr. Lund", but not "HR issues".
        2 if word.folded == "hr" => word.text == "Hr",
        _ => word.text.starts_with(char::is_uppercase),
    }
}

/// True for one of the two letters of "H. E.", set apart.
pub(super) fn is_spaced_excellency(scan: &Scan, at: usize) -> bool {
    let is = |at: usize, letter: &str| {
        scan.words.get(at).is_some_and(|word| word.text == letter && scan.text[word.end..].starts_with('.'))
    };
    let pair = |at: usize| is(at, "H") && is(at + 1, "E") && between(scan, at + 1).trim() == ".";
    pair(at) || at.checked_sub(1).is_some_and(pair)
}

/// True if a title or a form of address stands at `at`, and no given name like "Dean".
fn follows_title(scan: &Scan, at: usize) -> bool {
    let titled = PERSONS.is_title(scan.folded(at)) || is_courtesy(scan, at);
    let joins =
        matches!(scan.gap(at), Gap::Space | Gap::Join | Gap::Plural) || at > 0 && between(scan, at).contains(')');
    // "Foreign Secretary Dean Park": a given name goes on with a surname.
    let given = PERSONS.is_given(scan.folded(at)) && scan.gap(at + 1) == Gap::Space && scan.is_capital(at + 1);
    titled && joins && !given && !is_given_gen(scan, at)
}

/// The word after "(Ret.)" that follows the rank at `at`.
fn after_retired(scan: &Scan, at: usize) -> Option<usize> {
    let opens = matches!(between(scan, at + 1).trim(), "(" | "," | "");
    let closes = matches!(between(scan, at + 2).trim(), ")" | ".)" | "." | "," | "");
    (scan.has(at + 1, Class::Retired) && opens && closes && scan.is_capital(at + 2)).then_some(at + 2)
}

/// Where the words that belong to the title at `at` begin: "Vice Defense", "National Security Office".
fn role_start(scan: &Scan, at: usize, after: usize) -> usize {
    let mut from = at;
    let small = !scan.is_capital(at);
    while from > after && at - from < MAX_ROLE_WORDS / 2 && matches!(scan.gap(from), Gap::Space | Gap::Join) {
        let word = scan.folded(from - 1);
        let fits = if small {
            Class::RoleWord.has(word)
        } else {
            let under = word == "under" && scan.folded(from) == "secretary";
            // "**deputy** First Minister".
            let deputy = scan.has(from - 1, Class::OfficeWord) && scan.has(from - 1, Class::RoleWord);
            deputy && !scan.is_capital(from - 1)
                || scan.is_capital(from - 1)
                    && !is_auxiliary(word)
                    && (!is_opener(word) || is_courtesy(scan, from - 1) || under || is_long_place(scan, from - 1))
        };
        // "Cook County **State's** Attorney": whose office it is belongs to the office.
        let owned = from > after + 1
            && scan.gap(from - 1) == Gap::Possessive
            && scan.has(from - 2, Class::OfficeOwner)
            && scan.is_capital(from - 2);
        if !fits && !owned {
            break;
        }
        from -= if owned { 2 } else { 1 };
    }
    // "Visit Italy **President** X": what stands before a country belongs to the role only if it says an office.
    let after_country = |start: usize| {
        let end = countries::at(scan, start).map(|(count, _)| start + count).filter(|end| *end <= at)?;
        let says_office = |at: usize| is_office(scan, at) || scan.has(at, Class::RoleWord) || is_courtesy(scan, at);
        (!(from..start).any(says_office)).then_some(end)
    };
    (from + 1..at).find_map(after_country).unwrap_or(from)
}

/// "**Los** Angeles County Attorney".
fn is_long_place(scan: &Scan, at: usize) -> bool {
    PLACES.at(scan.text, &scan.words, at).is_some_and(|place| place.count > 1)
}

/// Where the office begins whose field ends before word `from`, over small words: "**Minister for Fisheries and the** Sea Ms X".
fn office_of_field(scan: &Scan, from: usize, after: usize) -> Option<usize> {
    let joins = |at: &usize| {
        matches!(scan.gap(at + 1), Gap::Space | Gap::Join) && (scan.is_capital(*at) || scan.has(*at, Class::RoleLink))
    };
    let mut back = (after.max(from.saturating_sub(MAX_ROLE_WORDS))..from).rev().take_while(joins);
    let office = back.find(|at| scan.is_capital(*at) && is_office(scan, *at) && scan.has(at + 1, Class::RoleLink))?;
    Some(role_start(scan, office, after))
}

/// True if another office comes after the one at `at`, so that a name at word `end` is that of its bearer: "The Minister for Fisheries
/// **and the Minister** for Trade, Semi Koroilavesau, said".
fn has_second_office(scan: &Scan, at: usize, end: usize) -> bool {
    let begins =
        |at: usize| scan.folded(at) == "and" && scan.folded(at + 1) == "the" && PERSONS.is_title(scan.folded(at + 2));
    (at + 1..end).any(begins)
}

/// "Ambassador **for International Security Affairs** Shin Maeng-ho": where the name begins and ends.
pub(super) fn behind_complement(scan: &Scan, lexicon: &Lexicon, at: usize) -> Option<(usize, usize)> {
    let mut probe = at + 1;
    if !scan.has(probe, Class::RoleLink) || scan.gap(probe) != Gap::Space {
        return None;
    }
    while probe - at < MAX_ROLE_WORDS && probe < scan.words.len() {
        let word = scan.folded(probe);
        let small = Class::RoleLink.has(word);
        let joins = matches!(scan.gap(probe), Gap::Space | Gap::Join)
            || scan.gap(probe) == Gap::Comma && scan.is_capital(probe);
        if !joins || !(small || scan.is_capital(probe)) {
            return None;
        }
        // "President of Vietnam, Nguyen Xuan Phuc": a name after a comma begins with a known given name.
        let known = PERSONS.is_surname(word) || PERSONS.is_given(word);
        // "High Representative for Small States, **Gyan** Chandra Roy, spoke": the name begins with the word before.
        let begun = || scan.gap(probe - 1) == Gap::Comma && lexicon.can_name_a_person(scan.folded(probe - 1));
        let begins = match scan.gap(probe) {
            Gap::Space => scan.is_capital(probe - 1) && !begun(),
            Gap::Comma => known,
            _ => false,
        };
        // "The Special Envoy of **President X**": the title right before the name is that of its bearer.
        let own_title = scan.gap(probe) == Gap::Space && PERSONS.is_title(scan.folded(probe - 1));
        // "President of the Forum **Dr.** Ram Chandra Roy".
        let address = scan.gap(probe) == Gap::Space && is_courtesy(scan, probe - 1);
        if probe > at + 2
            && begins
            && let Some(end) = name_end(scan, lexicon, probe, if address { Lead::Courtesy } else { Lead::Nothing })
            && count_parts(scan, probe, end) > 1
        {
            return (!own_title).then_some((probe, end));
        }
        probe += 1;
    }
    None
}

/// "Minister for Fisheries, **Semi Koroilavesau**, said": a name between commas after a title, if the sentence goes on
/// after it with a small letter.
fn behind_comma(scan: &Scan, lexicon: &Lexicon, at: usize) -> Option<(usize, usize)> {
    let mut probe = at + 1;
    while probe - at < MAX_ROLE_WORDS && matches!(scan.gap(probe), Gap::Space | Gap::Join) {
        let small = scan.has(probe, Class::RoleLink);
        if !(small || scan.is_capital(probe)) {
            return None;
        }
        probe += 1;
    }
    if scan.gap(probe) != Gap::Comma || !scan.is_capital(probe) || PERSONS.is_title(scan.folded(probe)) {
        return None;
    }
    if has_second_office(scan, at, probe) {
        return None;
    }
    // "Mr. Urmas Paet" is possible there as well.
    let from = if is_courtesy(scan, probe) && scan.gap(probe + 1) == Gap::Space { probe + 1 } else { probe };
    let end = name_end(scan, lexicon, from, if from > probe { Lead::Courtesy } else { Lead::Nothing })?;
    let goes_on = scan.gap(end) == Gap::Comma
        && scan.words.get(end).is_some_and(|word| word.text.starts_with(char::is_lowercase))
        && !matches!(scan.folded(end), "and" | "or");
    let unwritten = (from..end).all(|at| !lexicon.is_small(scan.folded(at)));
    (goes_on && unwritten && count_parts(scan, from, end) > 1).then_some((from, end))
}

/// The word after a role whose name follows a comma.
fn end_of_role(scan: &Scan, at: usize, name_at: usize) -> usize {
    (at + 1..=name_at).find(|at| scan.gap(*at) == Gap::Comma).unwrap_or(name_at)
}
