//! The role that is printed after a name: "Christopher Painter, **the Coordinator for Cyber Issues** at the …".

use super::super::countries;
use super::super::known::is_capitals;
use super::super::lexicon::Lexicon;
use super::super::scan::{Gap, Scan};
use super::between;
use super::name::{Lead, count_parts, name_end};
use super::titled::is_courtesy;
use crate::gazetteer::classes::Class;
use crate::gazetteer::organisations::ORGANISATIONS;
use crate::gazetteer::persons::PERSONS;

/// Words of the longest role.
pub(super) const MAX_ROLE_WORDS: usize = 14;
/// Words of a role before its title.
const MAX_LEAD_WORDS: usize = MAX_ROLE_WORDS / 2;

/// The first and the last word (exclusive) of the role after the name that ends before word `end`.
pub(super) fn role_after(scan: &Scan, lexicon: &Lexicon, end: usize) -> Option<(usize, usize)> {
    // "Alan Duncan MP, Minister of State", "Alan Duncan, MP, Minister of State".
    let granted = |word: &entente_text::words::Word| word.text.len() <= 4 && is_capitals(word.text);
    let after_comma = scan.gap(end) == Gap::Comma && scan.gap(end + 1) == Gap::Comma;
    let may_follow = scan.gap(end) == Gap::Space || after_comma && !PERSONS.is_title(scan.folded(end));
    let end = if may_follow && scan.words.get(end).is_some_and(granted) { end + 1 } else { end };
    let opens = between(scan, end).trim() == "(";
    let mut from = end;
    if opens && title_within(scan, end).is_some_and(|title| closes_after(scan, title)) {
        // "F. Koya (Minister for Commerce)": the role is the words in brackets.
        let title = title_within(scan, end)?;
        let last =
            (title + 1..scan.words.len()).find(|at| between(scan, *at).contains(')')).unwrap_or(scan.words.len());
        return (!is_of_next(scan, lexicon, title)).then_some((from, last));
    }
    if opens {
        // "Dr. Nalwanga (Chair), Director of …": what is in brackets is between.
        from = (end + 1..scan.words.len()).take(4).find(|at| between(scan, *at).trim() == "),")?;
    } else if scan.gap(end) == Gap::Space && scan.is_capital(end) && PERSONS.is_title(scan.folded(end)) {
        // A signature: the title stands in the line below the name.
    } else if scan.gap(end) != Gap::Comma {
        return None;
    }
    let end = from;
    while scan.has(from, Class::RoleOpener) && from - end < 3 {
        from += 1;
    }
    let title = title_within(scan, from)?;
    // "Mia Lund, Minister's Office": where somebody works is not an office of theirs.
    if scan.gap(title + 1) == Gap::Possessive && scan.is_capital(title + 2) {
        return None;
    }
    // "Mia Lund, S.C., **M.P.** Prime Minister": honours are not part of the role.
    while from < title && is_granted(scan, from) {
        from += 1;
    }
    let last = role_end(scan, from, title);
    if holds_next_name(scan, lexicon, title, last) {
        return None;
    }
    if (from..last).any(|at| PERSONS.is_title(scan.folded(at)) && is_of_next(scan, lexicon, at)) {
        return None;
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

/// A title within reach, with nothing but names and role words before it.
fn title_within(scan: &Scan, from: usize) -> Option<usize> {
    let mut title = None;
    let mut at = from;
    while at < scan.words.len()
        && at - from < MAX_LEAD_WORDS
        && (at == from || matches!(scan.gap(at), Gap::Space | Gap::Join | Gap::Possessive))
    {
        let word = scan.folded(at);
        if is_office(scan, at) {
            title = Some(at);
        }
        let goes_on = scan.is_capital(at)
            || Class::RoleWord.has(word)
            || scan.gap(at) == Gap::Join
            || scan.gap(at) == Gap::Possessive;
        if !goes_on {
            break;
        }
        at += 1;
    }
    title
}

/// True for a title, or another word that a role can end in.
pub(super) fn is_office(scan: &Scan, at: usize) -> bool {
    let word = scan.folded(at);
    PERSONS.is_title(word) || Class::OfficeWord.has(word) || word == "assistant" && scan.folded(at + 1) == "to"
}

/// The word after the role whose title is at `title`.
fn role_end(scan: &Scan, from: usize, title: usize) -> usize {
    let mut last = title + 1;
    // "Ambassador in charge of Cyber Policy".
    if scan.folded(last) == "in" && scan.folded(last + 1) == "charge" && scan.folded(last + 2) == "of" {
        last += 2;
    }
    let mut linked = false;
    while last < scan.words.len() && last - from < MAX_ROLE_WORDS {
        // "Speaker of the People**’s** Assembly".
        if scan.gap(last) == Gap::Possessive && scan.is_capital(last + 1) {
            last += 2;
            continue;
        }
        if !matches!(scan.gap(last), Gap::Space | Gap::Join) {
            break;
        }
        let word = scan.folded(last);
        let next_capital = scan.is_capital(last + 1) || scan.folded(last + 1) == "the" && scan.is_capital(last + 2);
        let link = Class::RoleComplement.has(word) && next_capital && !(linked && word == "of");
        // "Minister for Fisheries **and the** Sea".
        let and_the = word == "and" && linked && scan.folded(last + 1) == "the" && is_more_of_field(scan, last + 2);
        let more = and_the
            || word == "the" && scan.is_capital(last + 1)
            || word == "and"
                && linked
                && scan.is_capital(last + 1)
                && !PERSONS.is_title(scan.folded(last + 1))
                && !addresses_somebody(scan, last + 1);
        if !(link || more || scan.is_capital(last)) {
            break;
        }
        linked |= link;
        last += 1;
    }
    // "President of the Republic **of Ghana**": a country's name is not cut.
    let cut = |at: usize| countries::at(scan, at).map(|(count, _)| at + count).filter(|end| *end > last);
    (title + 1..last).find_map(cut).unwrap_or(last)
}

/// True if word `at` may go on with the field of an office: it begins no other office, body or country.
fn is_more_of_field(scan: &Scan, at: usize) -> bool {
    let other = PERSONS.is_title(scan.folded(at)) || scan.has(at, Class::RoleWord) || countries::at(scan, at).is_some();
    scan.is_capital(at) && !other && !addresses_somebody(scan, at) && scan.head(at).is_none()
}

/// True for letters that were granted to somebody: "QC", "M.P".
fn is_granted(scan: &Scan, at: usize) -> bool {
    let dotted = scan.words[at].text.contains('.')
        && scan.words[at].text.split('.').all(|part| part.len() <= 1 && !part.contains(char::is_lowercase));
    dotted || scan.has(at, Class::PostNominal) && is_capitals(scan.words[at].text)
}

/// True if word `at` begins a form of address: "His Excellency", "H. E.", "Mr".
fn addresses_somebody(scan: &Scan, at: usize) -> bool {
    let initial =
        scan.words.get(at).is_some_and(|word| word.text.chars().count() == 1 && scan.text[word.end..].starts_with('.'));
    initial || is_courtesy(scan, at) || scan.has(at, Class::RoleOpener)
}

/// True if the title at `at` is followed by the name of its own bearer: "…, **Minister** Hanana Sidi".
fn is_of_next(scan: &Scan, lexicon: &Lexicon, at: usize) -> bool {
    if scan.gap(at + 1) != Gap::Space {
        return false;
    }
    let Some(end) = name_end(scan, lexicon, at + 1, Lead::Title) else { return false };
    PERSONS.is_given(scan.folded(at + 1)) || count_parts(scan, at + 1, end) > 1 || scan.gap(end) == Gap::Possessive
}

/// True if the role that ends before word `last` has the name of its own bearer at its end: "…, Japan's Ambassador to **Togo Ama
/// Mensah**".
fn holds_next_name(scan: &Scan, lexicon: &Lexicon, title: usize, last: usize) -> bool {
    let known = |at: usize| {
        let country = countries::at(scan, at).map(|(count, _)| count);
        country.or_else(|| ORGANISATIONS.acronym(scan.words.get(at)?.text).map(|_| 1))
    };
    (title + 1..last).any(|at| {
        let Some(name) = known(at).map(|count| at + count).filter(|name| *name < last) else { return false };
        let plain = |at: usize| {
            scan.is_capital(at)
                && scan.head(at).is_none()
                && !PERSONS.is_title(scan.folded(at))
                && !scan.has(at, Class::RoleWord)
                && !lexicon.is_small(scan.folded(at))
        };
        let end = name_end(scan, lexicon, name, Lead::Nothing);
        scan.gap(name) == Gap::Space
            && end.is_some_and(|end| count_parts(scan, name, end) > 1 && (name..end).all(plain))
    })
}

/// True if brackets close within a role's length after the title.
fn closes_after(scan: &Scan, title: usize) -> bool {
    let until = (title + 1 + MAX_ROLE_WORDS).min(scan.words.len());
    let mut gaps = (title + 1..until).map(|at| between(scan, at));
    let last = scan.words.last().map_or("", |word| &scan.text[word.end..]);
    gaps.find(|gap| gap.contains([')', '(', ';']))
        .map_or(until == scan.words.len() && last.starts_with(')'), |gap| gap.trim_start().starts_with(')'))
}
