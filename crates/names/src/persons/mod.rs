//! Persons in Latin letters, by titles, given names and the shape of Korean names.
//!
//! In: a scanned passage. Out: names with the words of their role and of their titles. For whom they stand
//! is read in `affiliation`, who a bare surname means in `link`.

use entente_text::fold::fold;

mod name;
mod role;

use super::countries;
use super::known::is_capitals;
use super::lexicon::Lexicon;
use super::scan::{Gap, Scan};
use crate::gazetteer::classes::Class;
use crate::gazetteer::head_nouns::{head, is_opener};
use crate::gazetteer::organisations::ORGANISATIONS;
use crate::gazetteer::persons::PERSONS;
use crate::gazetteer::places::PLACES;
use name::{Lead, MAX_NAME_WORDS, count_parts, is_given_gen, is_hyphenated, known_as_other, name_end};
use role::{MAX_ROLE_WORDS, is_office, role_after};

/// A person found in a passage. Pairs are words, the second after the last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Person {
    /// The name.
    pub(crate) name: (usize, usize),
    /// The role, where one is printed with it.
    pub(crate) role: Option<(usize, usize)>,
    /// Where name, role and title begin and end.
    pub(crate) whole: (usize, usize),
    /// The title words right before the name.
    pub(crate) titles: (usize, usize),
    /// Name of the rule.
    pub(crate) rule: &'static str,
    /// True for a surname alone.
    pub(crate) is_short: bool,
}

impl Person {
    /// A whole name without a title before it.
    fn named(from: usize, end: usize, rule: &'static str) -> Self {
        Self { name: (from, end), role: None, whole: (from, end), titles: (from, from), rule, is_short: false }
    }
}

/// The persons of a passage, in order.
pub(crate) fn find(scan: &Scan, lexicon: &Lexicon) -> Vec<Person> {
    let mut out: Vec<Person> = Vec::new();
    let mut at = 0;
    while at < scan.words.len() {
        let behind = out.last().map_or(0, |person| person.whole.1);
        let found = labelled(scan, at)
            .or_else(|| listed(scan, lexicon, at, out.last()))
            .or_else(|| byline(scan, at))
            .or_else(|| bracketed(scan, lexicon, at))
            .or_else(|| titled(scan, lexicon, at, behind))
            .or_else(|| introduced(scan, lexicon, at))
            .or_else(|| bare(scan, lexicon, at));
        match found {
            Some(mut person) => {
                if person.role.is_none() && !person.is_short {
                    person.role = role_after(scan, lexicon, person.name.1);
                    person.whole.1 = person.role.map_or(person.whole.1, |role| role.1.max(person.whole.1));
                }
                at = person.whole.1.max(at + 1);
                out.push(person);
            }
            None => at += 1,
        }
    }
    out
}

/// One key for all ways to write a name: order, hyphens and capitals do not count.
pub(crate) fn key(name: &str) -> String {
    let folded = fold(name).replace("- ", "-");
    let letters = |part: &str| part.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let all = folded.split(|c: char| c.is_whitespace() || c == ',' || c == '.').map(letters);
    let all: Vec<String> = all.filter(|part| !part.is_empty() && part != "jr").collect();
    let long = |part: &&String| part.chars().count() > 1;
    // "A. Smith" and "B. Smith" are two; "Donald J. Trump" is "Donald Trump".
    let initials_tell = all.iter().filter(long).count() < 2;
    let mut parts: Vec<String> = all.iter().filter(|part| initials_tell || long(part)).cloned().collect();
    // "Shin Maeng Ho" is "Shin Maeng-ho".
    if parts.len() == 3
        && PERSONS.is_surname(&parts[0])
        && parts[1..].iter().all(|part| part.len() <= 5 && !PERSONS.is_given(part))
    {
        let last = parts.pop().unwrap_or_default();
        parts[1].push_str(&last);
    }
    parts.sort();
    parts.join(" ")
}

/// "Name: Kim, Taeyeon Title: Deputy Director".
fn labelled(scan: &Scan, at: usize) -> Option<Person> {
    if scan.folded(at) != "name" || !between(scan, at + 1).trim_start().starts_with(':') {
        return None;
    }
    let from = at + 1;
    let mut end = from;
    while end < scan.words.len() && end - from < MAX_NAME_WORDS {
        let gap = between(scan, end);
        let glued = gap.starts_with('-');
        let joins = end == from || glued || gap.trim().is_empty() || gap == ", ";
        if !joins
            || !(scan.is_capital(end) || glued)
            || scan.folded(end) == "title"
            || PERSONS.is_title(scan.folded(end))
        {
            break;
        }
        end += 1;
    }
    if end - from < 2 {
        return None;
    }
    let mut person = Person {
        name: (from, end),
        role: None,
        whole: (at, end),
        titles: (at, from),
        rule: "person-labelled",
        is_short: false,
    };
    if scan.folded(end) == "title" && between(scan, end + 1).trim_start().starts_with(':') {
        let role = end + 1;
        let mut last = role;
        while last < scan.words.len()
            && last - role < MAX_ROLE_WORDS
            && (last == role || matches!(scan.gap(last), Gap::Space | Gap::Join))
        {
            last += 1;
        }
        if last > role {
            person.role = Some((role, last));
            person.whole.1 = last;
        }
    }
    Some(person)
}

/// "By Su-Yeol, Maeng" at the beginning of a passage that holds little else.
fn byline(scan: &Scan, at: usize) -> Option<Person> {
    if at != 0 || scan.folded(0) != "by" || scan.words.len() > 7 {
        return None;
    }
    let mut end = 1;
    while end < scan.words.len()
        && scan.is_capital(end)
        && (end == 1 || matches!(scan.gap(end), Gap::Space | Gap::Join | Gap::Comma))
    {
        end += 1;
    }
    let named = (1..end).any(|at| PERSONS.is_given(scan.folded(at)) || PERSONS.is_surname(scan.folded(at)));
    (end > 2 && named).then_some(Person {
        name: (1, end),
        role: None,
        whole: (0, end),
        titles: (0, 1),
        rule: "person-byline",
        is_short: false,
    })
}

/// A title, what belongs to it, and a name.
fn titled(scan: &Scan, lexicon: &Lexicon, at: usize, behind: usize) -> Option<Person> {
    let courtesy = is_courtesy(scan, at);
    if !courtesy && !PERSONS.is_title(scan.folded(at)) || is_given_gen(scan, at) {
        return None;
    }
    // "Lieutenant General (Ret.) Amara Okoro": what stands between is no part of the name.
    let mut first = at + 1;
    while !courtesy && Class::TitleTail.has(scan.folded(first)) && matches!(scan.gap(first), Gap::Space | Gap::Join) {
        first += 1;
    }
    let tailed = first > at + 1;
    first = after_retired(scan, first - 1).unwrap_or(first);
    // The last of several titles stands before the name: "Director General", "H.E. Mr.".
    if follows_title(scan, first) {
        return None;
    }
    let from = role_start(scan, at, behind);
    let is_small = !scan.is_capital(at);
    let lead = if courtesy { Lead::Courtesy } else { Lead::Title };
    let (mut name_at, mut rule) = (first, "person-titled");
    let joins =
        first > at + 1 && !tailed || scan.gap(first) == Gap::Space || courtesy && scan.gap(first) == Gap::Plural;
    let mut end = if joins { name_end(scan, lexicon, first, lead) } else { None };
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
    // "H.E. **Deputy** Prime Minister": a word of an office is not a name.
    if is_short && Class::OfficeWord.has(scan.folded(name_at)) && Class::RoleWord.has(scan.folded(name_at)) {
        return None;
    }
    if is_small && is_short || is_short && courtesy && scan.folded(name_at).len() < 2 {
        return None;
    }
    let mut start = from;
    while start < at && (is_courtesy(scan, start) || countries::at(scan, start).is_some()) {
        start += countries::at(scan, start).map_or(1, |(count, _)| count);
    }
    let only_courtesy = (start..=at).all(|at| is_courtesy(scan, at));
    // "Minister for Fisheries, Semi Koroilavesau, said": the role ends before the comma.
    let mut role_end = if rule == "person-in-apposition" { end_of_role(scan, at, name_at) } else { name_at };
    // "Homeland Security Advisor Dr. Liz Sherwood-Randall": how somebody is addressed is no part of the role.
    let own_office =
        |until: usize| (start..until).any(|at| PERSONS.is_title(scan.folded(at)) && !is_courtesy(scan, at));
    // "President **Sheikh** X": after an office a form of address says nothing more.
    let address = |at: usize| is_courtesy(scan, at) && (scan.is_abbreviation(at) || !is_short && own_office(at));
    while role_end > start + 1 && (address(role_end - 1) || Class::Retired.has(scan.folded(role_end - 1))) {
        role_end -= 1;
    }
    // "The Representative of Ghana, **SRSG** Lund": a second title after a comma is no part of the first.
    let second = (start + 1..role_end).rev().find(|at| scan.gap(*at) == Gap::Comma).filter(|comma| {
        let title = |at: usize| PERSONS.is_title(scan.folded(at)) || is_capitals(scan.words[at].text);
        rule == "person-titled-of" && (*comma..role_end).all(title)
    });
    role_end = second.unwrap_or(role_end);
    // "The Special Representative **of the Chairperson** of the Commission, Ambassador Lund": the office of somebody else.
    let of_other = rule == "person-titled-of" && is_of_other_office(scan, from);
    let role = (!only_courtesy && !of_other).then_some((start.min(at), role_end));
    let from = if of_other { name_at } else { from };
    Some(Person { name: (name_at, end), role, whole: (from, end), titles: (at, name_at), rule, is_short })
}

/// True if what begins at word `from` says whose representative or deputy somebody is: "Special Representative **of the** …".
fn is_of_other_office(scan: &Scan, from: usize) -> bool {
    let of = if from > 0 && scan.folded(from - 1) == "the" { from.checked_sub(2) } else { from.checked_sub(1) };
    let office = of.filter(|at| matches!(scan.folded(*at), "of" | "to")).and_then(|at| at.checked_sub(1));
    office.is_some_and(|at| Class::Posted.has(scan.folded(at)) && scan.is_capital(at))
}

/// True for a word by which persons are addressed and that says no office: "Mr", "H.E", "Dato'".
fn is_courtesy(scan: &Scan, at: usize) -> bool {
    let Some(word) = scan.words.get(at) else { return false };
    if Class::AddressWithStop.has(&word.folded) && word.text.starts_with(char::is_uppercase) {
        return scan.text[word.end..].starts_with('.');
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
        _ => word.text.starts_with(char::is_uppercase),
    }
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
    (Class::Retired.has(scan.folded(at + 1)) && opens && closes && scan.is_capital(at + 2)).then_some(at + 2)
}

/// "The Economic Secretary to the Treasury (**Chloe Smith**)": a name in brackets after an office.
fn bracketed(scan: &Scan, lexicon: &Lexicon, at: usize) -> Option<Person> {
    if at == 0 || between(scan, at).trim() != "(" || !scan.is_capital(at) {
        return None;
    }
    let from = if is_courtesy(scan, at) { at + 1 } else { at };
    let lead = if from > at { Lead::Courtesy } else { Lead::Nothing };
    let end = name_end(scan, lexicon, from, lead)?;
    let after = scan.words.get(end).map_or(scan.text.len(), |word| word.start);
    let closes = scan.text[scan.words[end - 1].end..after].trim_start().starts_with(')');
    let known =
        (from..end).any(|at| countries::at(scan, at).is_some() || ORGANISATIONS.acronym(scan.words[at].text).is_some());
    if !closes || known || count_parts(scan, from, end) < 2 {
        return None;
    }
    // The office is what is capitalised right before the brackets, over small words.
    let mut start = at;
    let mut title = None;
    while start > 0 && at - start < MAX_ROLE_WORDS && (start == at || matches!(scan.gap(start), Gap::Space | Gap::Join))
    {
        let word = scan.folded(start - 1);
        let small = Class::RoleLink.has(word) || Class::RoleWord.has(word);
        if !(scan.is_capital(start - 1) || small) || word == "the" && title.is_some() {
            break;
        }
        start -= 1;
        if is_office(scan, start) {
            title = Some(start);
        }
    }
    title?;
    while Class::RoleLink.has(scan.folded(start)) || Class::RoleOpener.has(scan.folded(start)) {
        start += 1;
    }
    Some(Person {
        name: (from, end),
        role: Some((start, at)),
        whole: (start, end),
        titles: (at, from),
        rule: "person-in-brackets",
        is_short: false,
    })
}

/// Where the words that belong to the title at `at` begin: "Vice Defense", "National Security Office".
fn role_start(scan: &Scan, at: usize, behind: usize) -> usize {
    let mut from = at;
    let small = !scan.is_capital(at);
    while from > behind && at - from < MAX_ROLE_WORDS / 2 && matches!(scan.gap(from), Gap::Space | Gap::Join) {
        let word = scan.folded(from - 1);
        let fits = if small {
            Class::RoleWord.has(word)
        } else {
            let under = word == "under" && scan.folded(from) == "secretary";
            scan.is_capital(from - 1) && (!is_opener(word) || is_courtesy(scan, from - 1) || under)
        };
        if !fits {
            break;
        }
        from -= 1;
    }
    from
}

/// "Ambassador **for International Security Affairs** Shin Maeng-ho": where the name begins and ends.
fn behind_complement(scan: &Scan, lexicon: &Lexicon, at: usize) -> Option<(usize, usize)> {
    let mut probe = at + 1;
    if !Class::RoleLink.has(scan.folded(probe)) || scan.gap(probe) != Gap::Space {
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
        // "President of Vietnam, Nguyen Xuan Phuc": after a comma a name begins with one that persons bear.
        let begins = match scan.gap(probe) {
            Gap::Space => scan.is_capital(probe - 1),
            Gap::Comma => PERSONS.is_surname(word) || PERSONS.is_given(word),
            _ => false,
        };
        if probe > at + 2
            && begins
            && let Some(end) = name_end(scan, lexicon, probe, Lead::Nothing)
            && count_parts(scan, probe, end) > 1
        {
            return Some((probe, end));
        }
        probe += 1;
    }
    None
}

/// "Minister for Fisheries, **Semi Koroilavesau**, said": a name between commas after a title, where the sentence goes on
/// after it with a small letter.
fn behind_comma(scan: &Scan, lexicon: &Lexicon, at: usize) -> Option<(usize, usize)> {
    let mut probe = at + 1;
    while probe - at < MAX_ROLE_WORDS && matches!(scan.gap(probe), Gap::Space | Gap::Join) {
        let small = Class::RoleLink.has(scan.folded(probe));
        if !(small || scan.is_capital(probe)) {
            return None;
        }
        probe += 1;
    }
    if scan.gap(probe) != Gap::Comma || !scan.is_capital(probe) || PERSONS.is_title(scan.folded(probe)) {
        return None;
    }
    // "Mr. Urmas Paet" stands there as well.
    let from = if is_courtesy(scan, probe) && scan.gap(probe + 1) == Gap::Space { probe + 1 } else { probe };
    let end = name_end(scan, lexicon, from, if from > probe { Lead::Courtesy } else { Lead::Nothing })?;
    let goes_on = scan.gap(end) == Gap::Comma
        && scan.words.get(end).is_some_and(|word| word.text.starts_with(char::is_lowercase))
        && !matches!(scan.folded(end), "and" | "or");
    let unwritten = (from..end).all(|at| !lexicon.is_small(scan.folded(at)));
    (goes_on && unwritten && count_parts(scan, from, end) > 1).then_some((from, end))
}

/// The word after a role whose name stands after a comma.
fn end_of_role(scan: &Scan, at: usize, name_at: usize) -> usize {
    (at + 1..=name_at).find(|at| scan.gap(*at) == Gap::Comma).unwrap_or(name_at)
}

/// "foreign ministers **Elmar Mammadyarov**, **Ali Akbar Salehi** and **Ahmet Davutoglu**".
fn listed(scan: &Scan, lexicon: &Lexicon, at: usize, last: Option<&Person>) -> Option<Person> {
    let before = at.checked_sub(1)?;
    let goes_on = last.filter(|last| last.rule == "person-listed").is_some_and(|last| {
        let and = scan.folded(before) == "and" && last.name.1 == before;
        and || last.name.1 == at && scan.gap(at) == Gap::Comma
    });
    let titles = scan.folded(before);
    let of_several = titles.strip_suffix('s').is_some_and(|title| PERSONS.is_title(title)) || titles == "secretaries";
    let begins = of_several && scan.gap(at) == Gap::Space;
    if !scan.is_capital(at) || !(begins || goes_on) || countries::at(scan, at).is_some() {
        return None;
    }
    let end = name_end(scan, lexicon, at, if begins { Lead::Title } else { Lead::Nothing })?;
    let more = scan.gap(end) == Gap::Comma || scan.folded(end) == "and";
    if !more && !goes_on {
        return None;
    }
    let mut person = Person::named(at, end, "person-listed");
    if count_parts(scan, at, end) < 2 {
        // "Presidents Lund and Asare": surnames alone, where no text writes them small.
        let known = |at: usize| PLACES.at(scan.text, &scan.words, at).is_some() || known_as_other(scan, at);
        if known(at) || lexicon.is_small(scan.folded(at)) || !scan.is_capital(before) && begins {
            return None;
        }
        person.is_short = true;
    }
    Some(person)
}

/// "Deanne Criswell, Administrator, Federal Emergency Management Agency", "Andriy Yermak, the head of the Presidential
/// Office": a name that its title follows after a comma. Inside a sentence the title has to say of what.
fn introduced(scan: &Scan, lexicon: &Lexicon, at: usize) -> Option<Person> {
    let begins = matches!(scan.gap(at), Gap::Break);
    let placed = at > 0 && matches!(scan.folded(at - 1), "in" | "at" | "from" | "to" | "near" | "of" | "for");
    if !scan.is_capital(at) || !begins && (placed || scan.gap(at) != Gap::Space) {
        return None;
    }
    let end = name_end(scan, lexicon, at, Lead::Nothing).or_else(|| two_words(scan, at))?;
    let known = |at: usize| {
        countries::at(scan, at).is_some()
            || PLACES.at(scan.text, &scan.words, at).is_some()
            || ORGANISATIONS.phrases.at(scan.text, &scan.words, at).is_some()
    };
    if scan.gap(end) != Gap::Comma || !(2..=4).contains(&count_parts(scan, at, end)) || (at..end).any(known) {
        return None;
    }
    let title = end + usize::from(scan.folded(end) == "the");
    let word = scan.folded(title);
    let is_title = PERSONS.is_title(word) || matches!(word, "head" | "assistant");
    let charged = scan.folded(title + 1) == "in" && scan.folded(title + 2) == "charge";
    let of = (matches!(scan.folded(title + 1), "of" | "for" | "to") || charged) && scan.gap(title + 1) == Gap::Space;
    let closed = of || begins && scan.is_capital(title) && scan.gap(title + 1) == Gap::Comma;
    // "Ana Lopez, Minister of Defense Juan Perez": the title is the next one's.
    let next = || behind_complement(scan, lexicon, title).is_some();
    (is_title && closed && !next()).then(|| Person::named(at, end, "person-introduced"))
}

/// "Long Zhou, Coordinator for Cyber Affairs": before a title with its field, two capitalised words are a name also where
/// one of them is an everyday word.
fn two_words(scan: &Scan, at: usize) -> Option<usize> {
    let plain = |at: usize| {
        scan.is_capital(at)
            && scan.words.get(at).is_some_and(|word| word.text.chars().all(char::is_alphabetic) && word.text.len() > 2)
            && scan.words[at].text.chars().any(char::is_lowercase)
            && !is_opener(scan.folded(at))
            && head(scan.folded(at)).is_none()
            && !PERSONS.is_title(scan.folded(at))
            && !is_courtesy(scan, at)
            && !Class::Generic.has(scan.folded(at))
            && !Class::Everyday.has(scan.folded(at))
    };
    let two = plain(at) && plain(at + 1) && scan.gap(at + 1) == Gap::Space && scan.gap(at + 2) == Gap::Comma;
    let after = at > 0 && scan.gap(at) == Gap::Space && !scan.is_capital(at - 1);
    (two && (after || scan.gap(at) == Gap::Break)).then_some(at + 2)
}

/// A name without a title: a common given name and a surname, or a Korean surname and a hyphenated name.
fn bare(scan: &Scan, lexicon: &Lexicon, at: usize) -> Option<Person> {
    let word = scan.folded(at);
    let given = PERSONS.is_given(word);
    let korean = PERSONS.is_surname(word) && is_hyphenated(scan, at + 1) && scan.gap(at + 1) == Gap::Space;
    let reversed = is_hyphenated(scan, at) && PERSONS.is_surname(scan.folded(at + 2)) && scan.gap(at + 2) == Gap::Space;
    if !scan.is_capital(at) || !(given || korean || reversed) || matches!(scan.gap(at), Gap::Join) {
        return None;
    }
    let end = name_end(scan, lexicon, at, Lead::Nothing)?;
    let place = PLACES.at(scan.text, &scan.words, at).is_some_and(|place| place.count > 1);
    if place || count_parts(scan, at, end) < 2 || given && leads_to_head(scan, end) {
        return None;
    }
    let rule = if given { "person-given-name" } else { "person-korean-name" };
    Some(Person::named(at, end, rule))
}

/// "Lawrence Berkeley **National Lab**": the capitalised words after a name end in a head, so all of them are one name.
fn leads_to_head(scan: &Scan, end: usize) -> bool {
    let mut at = end;
    while scan.gap(at) == Gap::Space && scan.is_capital(at) && at - end < MAX_NAME_WORDS {
        at += 1;
    }
    at > end && !PERSONS.is_title(scan.folded(end)) && head(scan.folded(at - 1)).is_some()
}

/// What stands between a word and the one before it.
fn between<'a>(scan: &Scan<'a>, at: usize) -> &'a str {
    let start = at.checked_sub(1).and_then(|n| scan.words.get(n)).map_or(0, |word| word.end);
    scan.words.get(at).map_or("", |word| &scan.text[start..word.start])
}

#[cfg(test)]
mod tests {
    use super::{find, key};
    use crate::lexicon::Lexicon;
    use crate::scan::Scan;

    /// A text a line, then the persons in it, each with its role after a bar.
    const CASES: &str = include_str!("../../data/cases/persons.tsv");

    #[test]
    fn persons_are_found_with_their_roles() {
        let mut wrong = Vec::new();
        for row in CASES.lines().filter(|row| !row.starts_with('#')) {
            let (text, expected) = row.split_once('\t').unwrap_or((row, ""));
            let scan = Scan::new(text);
            let found = find(&scan, &Lexicon::default());
            let found: Vec<String> = found
                .iter()
                .map(|person| {
                    let name = &text[scan.bytes(person.name.0, person.name.1)];
                    let role = person.role.map(|(from, to)| format!(" | {}", &text[scan.bytes(from, to)]));
                    format!("{name}{}", role.unwrap_or_default())
                })
                .collect();
            if found.join("; ") != expected {
                wrong.push(format!("{text}\n  found:    {}\n  expected: {expected}", found.join("; ")));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn ways_to_write_one_name_have_one_key() {
        for (left, right) in [
            ("Kim, Taeyeon", "Taeyeon Kim"),
            ("Jang, Ju-yeon", "Jang, Juyeon"),
            ("Shin Maeng-ho", "SHIN Maeng Ho"),
            ("Donald J. Trump", "Donald Trump"),
            ("Joseph R. Biden, Jr", "Joseph Biden"),
            ("Emmanuel MACRON", "Emmanuel Macron"),
        ] {
            assert_eq!(key(left), key(right), "{left}");
        }
        assert_ne!(key("Kim Man-ki"), key("Kim Man-bok"));
        assert_ne!(key("A. Smith"), key("B. Smith"));
    }
}
