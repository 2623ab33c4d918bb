//! Persons in Latin letters, by titles, given names and the shape of Korean names.
//!
//! In: a scanned passage. Out: names with the words of their role and of their titles. For whom they stand
//! is read in `affiliation`, who a bare surname means in `link`.

use entente_text::fold::fold;

use super::countries;
use super::known::is_capitals;
use super::lexicon::Lexicon;
use super::scan::{Gap, Scan};
use crate::gazetteer::classes::Class;
use crate::gazetteer::heads::{head, is_opener};
use crate::gazetteer::organisations::ORGANISATIONS;
use crate::gazetteer::persons::PERSONS;
use crate::gazetteer::places::PLACES;

/// Words of the longest name and of the longest role.
const LONGEST_NAME: usize = 6;
const LONGEST_ROLE: usize = 14;

/// A person found in a passage. Pairs are words, the second behind the last.
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
            .or_else(|| titled(scan, lexicon, at, behind))
            .or_else(|| introduced(scan, lexicon, at))
            .or_else(|| bare(scan, lexicon, at));
        match found {
            Some(mut person) => {
                if person.role.is_none() && !person.is_short {
                    person.role = role_behind(scan, person.name.1);
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
    let mut parts: Vec<String> = folded
        .split(|c: char| c.is_whitespace() || c == ',' || c == '.')
        .map(|part| part.chars().filter(|c| c.is_alphanumeric()).collect::<String>())
        .filter(|part| part.chars().count() > 1)
        .collect();
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
    while end < scan.words.len() && end - from < LONGEST_NAME {
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
            && last - role < LONGEST_ROLE
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
    let word = scan.folded(at);
    let courtesy = PERSONS.is_courtesy(word);
    if !courtesy && !PERSONS.is_title(word) {
        return None;
    }
    if is_given_gen(scan, at) {
        return None;
    }
    // The last of several titles stands before the name: "Director General", "H.E. Mr.".
    let next = scan.folded(at + 1);
    if matches!(scan.gap(at + 1), Gap::Space | Gap::Join)
        && (PERSONS.is_title(next) || PERSONS.is_courtesy(next))
        && !PERSONS.is_given(next)
        && !is_given_gen(scan, at + 1)
    {
        return None;
    }
    let from = role_start(scan, at, behind);
    let is_small = !scan.is_capital(at);
    let (mut name_at, mut rule) = (at + 1, "person-titled");
    let mut end = if scan.gap(at + 1) == Gap::Space { name(scan, lexicon, at + 1) } else { None };
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
    let is_short = words_of(scan, name_at, end) < 2;
    if is_small && is_short || is_short && (courtesy && scan.folded(name_at).len() < 2) {
        return None;
    }
    let mut start = from;
    while start < at && (PERSONS.is_courtesy(scan.folded(start)) || countries::at(scan, start).is_some()) {
        start += countries::at(scan, start).map_or(1, |(count, _)| count);
    }
    let only_courtesy = (start..=at).all(|at| PERSONS.is_courtesy(scan.folded(at)));
    // "Minister for Fisheries, Semi Koroilavesau, said": the role ends before the comma.
    let mut role_end = if rule == "person-in-apposition" { end_of_role(scan, at, name_at) } else { name_at };
    // "Homeland Security Advisor Dr. Liz Sherwood-Randall": how somebody is addressed is no part of the role.
    while role_end > start + 1 && matches!(scan.folded(role_end - 1), "dr" | "mr" | "mrs" | "ms" | "hon") {
        role_end -= 1;
    }
    let role = (!only_courtesy).then_some((start.min(at), role_end));
    Some(Person { name: (name_at, end), role, whole: (from, end), titles: (at, at + 1), rule, is_short })
}

/// Where the words that belong to the title at `at` begin: "Vice Defense", "National Security Office".
fn role_start(scan: &Scan, at: usize, behind: usize) -> usize {
    let mut from = at;
    let small = !scan.is_capital(at);
    while from > behind && at - from < LONGEST_ROLE / 2 && matches!(scan.gap(from), Gap::Space | Gap::Join) {
        let word = scan.folded(from - 1);
        let fits = if small {
            Class::RoleWord.has(word)
        } else {
            let under = word == "under" && scan.folded(from) == "secretary";
            scan.is_capital(from - 1) && (!is_opener(word) || PERSONS.is_courtesy(word) || under)
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
    if !matches!(scan.folded(probe), "of" | "for" | "at" | "to" | "in" | "on" | "de" | "des" | "du")
        || scan.gap(probe) != Gap::Space
    {
        return None;
    }
    while probe - at < LONGEST_ROLE && probe < scan.words.len() {
        let word = scan.folded(probe);
        let small = matches!(
            word,
            "of" | "for" | "at" | "to" | "in" | "on" | "the" | "and" | "de" | "des" | "du" | "la" | "les" | "l" | "et"
        );
        let joins = matches!(scan.gap(probe), Gap::Space | Gap::Join)
            || scan.gap(probe) == Gap::Comma && scan.is_capital(probe);
        if !joins || !(small || scan.is_capital(probe)) {
            return None;
        }
        // "President of Vietnam, Nguyen Xuan Phuc": behind a comma a name begins with one that persons bear.
        let begins = match scan.gap(probe) {
            Gap::Space => scan.is_capital(probe - 1),
            Gap::Comma => PERSONS.is_surname(word) || PERSONS.is_given(word),
            _ => false,
        };
        if probe > at + 2
            && begins
            && let Some(end) = name(scan, lexicon, probe)
            && words_of(scan, probe, end) > 1
        {
            return Some((probe, end));
        }
        probe += 1;
    }
    None
}

/// "Minister for Fisheries, **Semi Koroilavesau**, said": a name between commas behind a title, where the sentence goes on
/// behind it with a small letter.
fn behind_comma(scan: &Scan, lexicon: &Lexicon, at: usize) -> Option<(usize, usize)> {
    let mut probe = at + 1;
    while probe - at < LONGEST_ROLE && matches!(scan.gap(probe), Gap::Space | Gap::Join) {
        let small = matches!(scan.folded(probe), "of" | "for" | "and" | "the" | "at" | "on" | "to");
        if !(small || scan.is_capital(probe)) {
            return None;
        }
        probe += 1;
    }
    if scan.gap(probe) != Gap::Comma || !scan.is_capital(probe) || PERSONS.is_title(scan.folded(probe)) {
        return None;
    }
    // "Mr. Urmas Paet" stands there as well.
    let from =
        if PERSONS.is_courtesy(scan.folded(probe)) && scan.gap(probe + 1) == Gap::Space { probe + 1 } else { probe };
    let end = name(scan, lexicon, from)?;
    let goes_on = scan.gap(end) == Gap::Comma
        && scan.words.get(end).is_some_and(|word| word.text.starts_with(char::is_lowercase))
        && !matches!(scan.folded(end), "and" | "or");
    let unwritten = (from..end).all(|at| !lexicon.is_small(scan.folded(at)));
    (goes_on && unwritten && words_of(scan, from, end) > 1).then_some((from, end))
}

/// The word behind a role whose name stands behind a comma.
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
    let end = name(scan, lexicon, at)?;
    let more = scan.gap(end) == Gap::Comma || scan.folded(end) == "and";
    (words_of(scan, at, end) > 1 && (more || goes_on)).then(|| Person::named(at, end, "person-listed"))
}

/// "Deanne Criswell, Administrator, Federal Emergency Management Agency", "Andriy Yermak, the head of the Presidential
/// Office": a name that its title follows behind a comma. Inside a sentence the title has to say of what.
fn introduced(scan: &Scan, lexicon: &Lexicon, at: usize) -> Option<Person> {
    let begins = matches!(scan.gap(at), Gap::Break);
    let placed = at > 0 && matches!(scan.folded(at - 1), "in" | "at" | "from" | "to" | "near" | "of" | "for");
    if !scan.is_capital(at) || !begins && (placed || scan.gap(at) != Gap::Space) {
        return None;
    }
    let end = name(scan, lexicon, at)?;
    let known = |at: usize| {
        countries::at(scan, at).is_some()
            || PLACES.at(scan.text, &scan.words, at).is_some()
            || ORGANISATIONS.phrases.at(scan.text, &scan.words, at).is_some()
    };
    if scan.gap(end) != Gap::Comma || !(2..=3).contains(&words_of(scan, at, end)) || (at..end).any(known) {
        return None;
    }
    let title = end + usize::from(scan.folded(end) == "the");
    let word = scan.folded(title);
    let is_title = PERSONS.is_title(word) || matches!(word, "head" | "assistant");
    let of = matches!(scan.folded(title + 1), "of" | "for" | "to") && scan.gap(title + 1) == Gap::Space;
    let closed = of || begins && scan.is_capital(title) && scan.gap(title + 1) == Gap::Comma;
    // "Ana Lopez, Minister of Defense Juan Perez": the title is the next one's.
    let next = || behind_complement(scan, lexicon, title).is_some();
    (is_title && closed && !next()).then(|| Person::named(at, end, "person-introduced"))
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
    let end = name(scan, lexicon, at)?;
    let rule = if given { "person-given-name" } else { "person-korean-name" };
    (words_of(scan, at, end) > 1).then(|| Person::named(at, end, rule))
}

/// "Maeng-ho", "Jong-Hwa": two short syllables with a hyphen.
fn is_hyphenated(scan: &Scan, at: usize) -> bool {
    let short = |at: usize| {
        scan.words.get(at).is_some_and(|word| word.text.len() <= 6 && word.text.chars().all(char::is_alphabetic))
    };
    scan.is_capital(at)
        && scan.gap(at + 1) == Gap::Join
        && short(at)
        && short(at + 1)
        && scan.gap(at + 2) != Gap::Join
        && &scan.text[scan.words[at].end..scan.words[at + 1].start] == "-"
}

/// Where the name that begins at `at` ends.
fn name(scan: &Scan, lexicon: &Lexicon, at: usize) -> Option<usize> {
    let mut end = at;
    let mut letters = 0;
    while end < scan.words.len() && end - at < LONGEST_NAME {
        if end > at && !matches!(scan.gap(end), Gap::Space | Gap::Join) {
            break;
        }
        let word = &scan.words[end];
        let joined = end > at && scan.gap(end) == Gap::Join && &scan.text[scan.words[end - 1].end..word.start] != "&";
        // "Alan Duncan MP": what is granted stands behind the name.
        let granted = (2..=4).contains(&word.text.len()) && is_capitals(word.text) && !PERSONS.is_surname(&word.folded);
        if end > at + 1 && granted {
            break;
        }
        // "Mr A. K. Antony" begins with one, which has its full stop.
        let stop = scan.text[word.end..].starts_with('.') && at > 0 && PERSONS.is_courtesy(scan.folded(at - 1));
        let is_initial = word.text.chars().count() == 1 && scan.is_capital(end) && (end > at || stop);
        let particle = end > at
            && Class::SurnameParticle.has(word.text)
            && scan.is_capital(end + 1)
            // "Abdel Fattah el-Sisi" has a hyphen.
            && (scan.gap(end + 1) == Gap::Space || scan.gap(end + 1) == Gap::Join && matches!(word.text, "el" | "al"))
            && lexicon.can_name_a_person(scan.folded(end + 1));
        let hyphenated =
            is_hyphenated(scan, end) && PERSONS.is_surname(scan.folded(if end > at { at } else { end + 2 }));
        let plain = scan.is_capital(end)
            && lexicon.can_name_a_person(&word.folded)
            && !is_short_form(scan, end)
            && (end > at || known_as_other(scan, end).is_none());
        // "Advisor Susan Rice": behind a title and a given name any word in capitals is a surname.
        let behind_given = end == at + 1
            && at > 0
            && scan.is_capital(end)
            && PERSONS.is_title(scan.folded(at - 1))
            && PERSONS.is_given(scan.folded(at))
            && !(is_opener(&word.folded) || PERSONS.is_title(&word.folded) || head(&word.folded).is_some());
        let plain = plain || behind_given || end == at && is_given_gen(scan, at);
        let goes_on = plain || is_initial || particle || hyphenated || joined && !scan.is_capital(end);
        if !goes_on {
            break;
        }
        letters += usize::from(!is_initial && !particle);
        end += 1;
    }
    // "Roosevelt Institute" is no person, nor is a country at the end of one.
    let goes_on =
        matches!(scan.gap(end), Gap::Space | Gap::Join) && scan.is_capital(end) && head(scan.folded(end)).is_some();
    (letters > 0 && !goes_on && scan.words[end - 1].text.len() > 1).then_some(end)
}

/// "Defence Minister **Gen** Nakatani": behind an office of state and before one word, it is no general's rank.
fn is_given_gen(scan: &Scan, at: usize) -> bool {
    let goes_on = |at: usize| matches!(scan.gap(at), Gap::Space | Gap::Join) && scan.is_capital(at);
    scan.words.get(at).is_some_and(|word| word.text == "Gen")
        && at > 0
        && matches!(scan.folded(at - 1), "minister" | "secretary" | "ambassador")
        && scan.gap(at + 1) == Gap::Space
        && goes_on(at + 1)
        && !goes_on(at + 2)
}

/// Capitals that are a short form and no surname in capitals.
fn is_short_form(scan: &Scan, at: usize) -> bool {
    let text = scan.words[at].text;
    let capitals = text.chars().count() > 1 && !text.chars().any(char::is_lowercase);
    capitals && !(PERSONS.is_surname(scan.folded(at)) || is_mixed_neighbour(scan, at))
        || ORGANISATIONS.acronym(text).is_some()
}

/// "PAINTER Christopher": the other part of the name is a given name.
fn is_mixed_neighbour(scan: &Scan, at: usize) -> bool {
    let given = |at: usize| scan.is_capital(at) && PERSONS.is_given(scan.folded(at));
    scan.gap(at + 1) == Gap::Space && given(at + 1) || at > 0 && scan.gap(at) == Gap::Space && given(at - 1)
}

/// A country or a known organisation that begins here and is no given name.
fn known_as_other(scan: &Scan, at: usize) -> Option<()> {
    let country = countries::at(scan, at).is_some() && !(PERSONS.is_given(scan.folded(at)) && scan.is_capital(at + 1));
    let known = ORGANISATIONS.phrases.at(scan.text, &scan.words, at).is_some();
    (country || known).then_some(())
}

/// Parts of a name, hyphenated ones counted once.
fn words_of(scan: &Scan, from: usize, to: usize) -> usize {
    (from..to).filter(|at| *at == from || scan.gap(*at) != Gap::Join).count()
}

/// "Christopher Painter, **the Coordinator for Cyber Issues** at the …": the role behind a name.
fn role_behind(scan: &Scan, end: usize) -> Option<(usize, usize)> {
    // "Alan Duncan MP, Minister of State".
    let granted = |word: &entente_text::words::Word| word.text.len() <= 4 && is_capitals(word.text);
    let end = if scan.gap(end) == Gap::Space && scan.words.get(end).is_some_and(granted) { end + 1 } else { end };
    let mut from = end;
    // "Dr. Nalwanga (Chair), Director of …": what is in brackets stands between.
    if between(scan, end).trim() == "(" {
        from = (end + 1..scan.words.len()).take(4).find(|at| between(scan, *at).trim() == "),")?;
    } else if scan.gap(end) == Gap::Space && scan.is_capital(end) && PERSONS.is_title(scan.folded(end)) {
        // A signature: the title stands in the line below the name.
    } else if scan.gap(end) != Gap::Comma {
        return None;
    }
    let end = from;
    while matches!(scan.folded(from), "the" | "a" | "an" | "who" | "is" | "then" | "current") && from - end < 3 {
        from += 1;
    }
    // A title within reach, with nothing but names and role words before it.
    let mut title = None;
    let mut at = from;
    while at < scan.words.len()
        && at - from < LONGEST_ROLE / 2
        && (at == from || matches!(scan.gap(at), Gap::Space | Gap::Join | Gap::Possessive))
    {
        let word = scan.folded(at);
        let assists = word == "assistant" && scan.folded(at + 1) == "to";
        if PERSONS.is_title(word) || word == "head" || word == "chief" || assists {
            title = Some(at);
        }
        if !(scan.is_capital(at)
            || Class::RoleWord.has(word)
            || scan.gap(at) == Gap::Join
            || scan.gap(at) == Gap::Possessive)
        {
            break;
        }
        at += 1;
    }
    let title = title?;
    let mut last = title + 1;
    let mut linked = false;
    while last < scan.words.len() && last - from < LONGEST_ROLE && matches!(scan.gap(last), Gap::Space | Gap::Join) {
        let word = scan.folded(last);
        let next_capital = scan.is_capital(last + 1) || scan.folded(last + 1) == "the" && scan.is_capital(last + 2);
        let link = matches!(word, "of" | "for" | "to" | "on") && next_capital && !(linked && word == "of");
        let more = word == "the" && scan.is_capital(last + 1)
            || word == "and" && linked && scan.is_capital(last + 1) && !PERSONS.is_title(scan.folded(last + 1));
        if !(link || more || scan.is_capital(last)) {
            break;
        }
        linked |= link;
        last += 1;
    }
    // A country in front says for whom, not what.
    while let Some((count, _)) = countries::at(scan, from).filter(|(count, _)| from + count < title) {
        from += count;
        if scan.gap(from) == Gap::Possessive {
            from += 1;
        }
    }
    Some((from, last))
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

    #[test]
    fn persons_are_found_with_their_roles() {
        let cases: &[(&str, &[(&str, &str)])] = &[
            (
                "with Ambassador for International Security Affairs Shin Maeng-ho of the ROK Foreign Ministry and Coordinator for Cyber Issues Christopher Painter of the US Department of State leading",
                &[
                    ("Shin Maeng-ho", "Ambassador for International Security Affairs"),
                    ("Christopher Painter", "Coordinator for Cyber Issues"),
                ],
            ),
            (
                "Kim Man-ki, head of the Defense Policy Office of the Ministry and Deputy Minister of Defense for Singapore Teo Eng Dih held",
                &[
                    ("Kim Man-ki", "head of the Defense Policy Office"),
                    ("Teo Eng Dih", "Deputy Minister of Defense for Singapore"),
                ],
            ),
            (
                "Deputy Secretary Teo visited Vice Defense Minister Park Jae-min before",
                &[("Teo", "Deputy Secretary"), ("Park Jae-min", "Vice Defense Minister")],
            ),
            (
                "U.S. National Security Advisor Jake Sullivan and Director Cho",
                &[("Jake Sullivan", "National Security Advisor"), ("Cho", "Director")],
            ),
            (
                "Japan’s National Security Agency Director Takeo Akiba this",
                &[("Takeo Akiba", "National Security Agency Director")],
            ),
            (
                "President Donald J. Trump’s Meeting with President Lee Jae Myung",
                &[("Donald J. Trump", "President"), ("Lee Jae Myung", "President")],
            ),
            (
                "Contact Point: Name: Kim, Taeyeon Title: Deputy Director, Korea Customs Service",
                &[("Kim, Taeyeon", "Deputy Director")],
            ),
            ("Name: Kwon, Oh- kwan Title: Deputy Director, Ministry", &[("Kwon, Oh- kwan", "Deputy Director")]),
            ("By Su-Yeol, Maeng", &[("Su-Yeol, Maeng", "")]),
            ("Mark Jones is a world traveler", &[("Mark Jones", "")]),
            (
                "Christopher Painter, the Coordinator for Cyber Issues at the U.S. Department of State, and H.E. Mr. LIM Sungnam",
                &[("Christopher Painter", "Coordinator for Cyber Issues"), ("LIM Sungnam", "")],
            ),
            (
                "the Rt Hon Sir Alan Duncan MP, Minister of State for Europe,",
                &[("Alan Duncan", "Minister of State for Europe")],
            ),
            (
                "Deanne Criswell, Administrator, Federal Emergency Management Agency, named Sandra L. Eslinger",
                &[("Deanne Criswell", "Administrator"), ("Sandra L. Eslinger", "")],
            ),
            (
                "the foreign ministers Elmar Mammadyarov, Ali Akbar Salehi and Ahmet Davutoglu held a meeting",
                &[("Elmar Mammadyarov", ""), ("Ali Akbar Salehi", ""), ("Ahmet Davutoglu", "")],
            ),
            ("with India’s Minister of Defence, Mr A. K. Antony.", &[("A. K. Antony", "Minister of Defence")]),
            ("the prime ministers Norway and Sweden sent", &[]),
            ("Policy Advisor Susan Rice and others", &[("Susan Rice", "Policy Advisor")]),
            ("Paris, Minister of Defence", &[]),
            (
                "He met with Andriy Yermak, the head of the Presidential Office, in Addis Ababa, the capital",
                &[("Andriy Yermak", "head of the Presidential Office")],
            ),
            (
                "and Tzipora Carnival, Coordinator of the Cancer Moonshot, joined",
                &[("Tzipora Carnival", "Coordinator of the Cancer Moonshot")],
            ),
            (
                "met with Geoffreyo Onyeama, Minister of Defense Hanana Sidi, and others",
                &[("Hanana Sidi", "Minister of Defense")],
            ),
            (
                "Jennifer Klein, Assistant to the President and Director of the Council, spoke",
                &[("Jennifer Klein", "Assistant to the President")],
            ),
            (
                "Under Secretary for Farm Production Robert Bonnie and First Lady Jill Biden",
                &[("Robert Bonnie", "Under Secretary for Farm Production"), ("Jill Biden", "First Lady")],
            ),
            (
                "Remarks by Homeland Security Advisor Dr. Liz Sherwood-Randall",
                &[("Liz Sherwood-Randall", "Homeland Security Advisor")],
            ),
            ("President Biden Announces Key Nominee", &[("Biden", "President")]),
            ("the Minister of Justice and the Secretary said", &[]),
            ("the General Assembly, the Camp David Agreement and the Director of Aviation", &[]),
            (
                "French President Emmanuel Macron met Chancellor Olaf Scholz",
                &[("Emmanuel Macron", "President"), ("Olaf Scholz", "Chancellor")],
            ),
            (
                "Secretary of State Antony Blinken and Foreign Minister Wang Yi",
                &[("Antony Blinken", "Secretary of State"), ("Wang Yi", "Foreign Minister")],
            ),
        ];
        for (text, expected) in cases {
            let scan = Scan::new(text);
            let found = find(&scan, &Lexicon::default());
            let found: Vec<(&str, &str)> = found
                .iter()
                .map(|person| {
                    let role = person.role.map_or("", |(from, to)| &text[scan.bytes(from, to)]);
                    (&text[scan.bytes(person.name.0, person.name.1)], role)
                })
                .collect();
            assert_eq!(&found, expected, "{text}");
        }
    }

    #[test]
    fn ways_to_write_one_name_have_one_key() {
        for (left, right) in [
            ("Kim, Taeyeon", "Taeyeon Kim"),
            ("Jang, Ju-yeon", "Jang, Juyeon"),
            ("Shin Maeng-ho", "SHIN Maeng Ho"),
            ("Donald J. Trump", "Donald Trump"),
        ] {
            assert_eq!(key(left), key(right), "{left}");
        }
        assert_ne!(key("Kim Man-ki"), key("Kim Man-bok"));
    }
}
