//! Persons in Latin letters, by titles, given names and the shape of Korean names.
//!
//! In: a scanned passage. Out: names with the words of their role and of their titles. Whom they represent
//! is read in `affiliation`, who a bare surname means in `link`.

mod french;
mod name;
mod role;
mod titled;

use entente_text::fold::fold;
use entente_text::order;
use name::{Lead, MAX_NAME_WORDS, count_parts, is_auxiliary, is_hyphenated, known_as_other, name_end};
use role::{MAX_ROLE_WORDS, is_office, role_after};

use self::titled::{behind_complement, is_courtesy, titled};
use super::countries;
use super::lexicon::Lexicon;
use super::scan::{Gap, Scan};
use crate::gazetteer::classes::Class;
use crate::gazetteer::organisations::ORGANISATIONS;
use crate::gazetteer::persons::PERSONS;
use crate::gazetteer::places::PLACES;

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
    // "Joe Biden" is "Joseph Biden"; a word alone is a surname or a name of its own.
    let whole = |part: String| PERSONS.whole_given(&part).to_owned();
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
    if parts.len() > 1 {
        parts = parts.into_iter().map(whole).collect();
    }
    order::sort(&mut parts);
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

/// "By Su-Yeol, Maeng" at the beginning of a passage that contains little else.
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
    while scan.has(start, Class::RoleLink) || scan.has(start, Class::RoleOpener) {
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
            && !scan.has(at, Class::Opener)
            && scan.head(at).is_none()
            && !PERSONS.is_title(scan.folded(at))
            && !is_courtesy(scan, at)
            && !scan.has(at, Class::Generic)
            && !scan.has(at, Class::Everyday)
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
    // "**Will** Peter Lund resign?"
    let asks = is_auxiliary(word) && PERSONS.is_given(scan.folded(at + 1)) && scan.is_capital(at + 2);
    if asks && scan.gap(at + 1) == Gap::Space && scan.gap(at + 2) == Gap::Space {
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
    at > end && !PERSONS.is_title(scan.folded(end)) && scan.head(at - 1).is_some()
}

/// The gap between a word and the one before it.
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
            ("Joe Biden", "Joseph R. Biden"),
            ("Emmanuel MACRON", "Emmanuel Macron"),
        ] {
            assert_eq!(key(left), key(right), "{left}");
        }
        assert_ne!(key("Kim Man-ki"), key("Kim Man-bok"));
        assert_ne!(key("A. Smith"), key("B. Smith"));
    }
}
