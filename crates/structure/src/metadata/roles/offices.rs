//! Lines that name an office, an organisation or a person and nothing else.

use entente_text::fold::fold;

use super::super::head_words::{List, is_in, words};
use super::super::kind;
use super::verbs::tells;
use super::{is_eastern, starts};
use crate::word_lists::word_list;

/// Longest line of an office or a person, in words.
const OFFICE_WORDS: usize = 30;

/// An office follows a name within this many words.
const NAME_WORDS: usize = 7;

/// "SENATOR ANNE PORTER MEDIA RELEASE": who issues it, and the words for it.
pub(super) fn is_issued_release(text: &str) -> bool {
    // "State Office - Pressemitteilung Nr.: 584/02"
    let mut words_of = text.split_whitespace().rev().peekable();
    let mut text = text;
    if words_of.next_if(|last| last.contains(|c: char| c.is_ascii_digit())).is_some() {
        let numbered =
            |word: &&str| matches!(fold(word.trim_end_matches([':', '.'])).as_str(), "no" | "nr" | "num" | "n°");
        let count = 1 + usize::from(words_of.next_if(numbered).is_some());
        text = text.rsplitn(count + 1, ' ').last().unwrap_or_default();
    }
    let folded = fold(text);
    let ends = |end: &&&str| folded.ends_with(**end) && starts_word(&folded, end);
    words(List::ReleaseEnd).iter().filter(ends).any(|end| {
        // Folding keeps the number of words.
        let count = end.split(' ').count();
        let issuer = text.rsplitn(count + 1, ' ').last().unwrap_or_default();
        let issuer = issuer.trim_end_matches([' ', '-', '–', '|', ',']);
        // "Harbour Democrats Press Releases" is a part of a site, not an office.
        let part = || {
            let capital = |word: &str| word.starts_with(char::is_uppercase);
            end.ends_with("releases") && issuer.split(' ').count() <= NAME_WORDS && issuer.split(' ').all(capital)
        };
        is_office(issuer) || part()
    })
}

/// True if `text` names an office, an organisation or a person and nothing else.
pub(crate) fn is_office(text: &str) -> bool {
    let folded = fold(text);
    let folded = folded.trim_matches(['(', ')', '[', ']', ' ', '.', ',', ';', '*']);
    let folded = folded.strip_prefix("the ").unwrap_or(folded);
    let count = folded.split_whitespace().count();
    if is_eastern_office(text.trim_matches(['(', ')', '[', ']', ' ', '<', '>'])) {
        return true;
    }
    let speaks = || folded.split([' ', ',']).any(|word| is_in(List::KindNoun, word));
    // "Minister of Ports and Secretary for Fish Agree on Harbours": of several, a verb has no ending.
    let together = folded
        .split_once(" and ")
        .is_some_and(|(_, rest)| rest.split(' ').any(|word| word_list("plural-verb").contains(&word)));
    if count == 0 || count > OFFICE_WORDS || together || tells(folded) || text.contains([':', '?', '!']) || speaks() {
        return false;
    }
    let capital = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        word.is_empty()
            || is_in(List::SmallWord, &fold(word))
            || word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
    };
    if !text.split_whitespace().all(capital) {
        return is_introduced(text);
    }
    let first = words(List::OfficeFirst).iter().any(|words| starts(folded, words));
    let apart = || folded.split(' ').any(|word| word_list("not-in-office").contains(&word));
    let last = !apart()
        && words(List::OfficeLast).iter().any(|word| folded.ends_with(word) && count <= 8 && starts_word(folded, word));
    let person = words(List::PersonFirst).iter().any(|words| folded.starts_with(words))
        || [" mp", " m.p", ", mp", " mep"].iter().any(|end| folded.ends_with(end));
    // The blank ends the last word.
    let spaced = format!("{folded} ");
    let inside = words(List::OfficeInside).iter().any(|words| {
        let at = spaced.find(words);
        at.filter(|at| *at <= folded.len()).is_some_and(|at| {
            // "Visit by the Minister of Ports" is about somebody.
            let mut before = folded[..at].split_whitespace();
            before.clone().count() <= NAME_WORDS
                && !before.any(|word| matches!(word, "by" | "with" | "to" | "from" | "between" | "on" | "for"))
        })
    });
    let named = kind::of_title(text).is_some();
    // "Committee on Ports Third Report" names a paper, too.
    let named = named || folded.rsplit(' ').next().is_some_and(|last| matches!(last, "report" | "reports"));
    // "United Nations Convention on Ports" names a paper.
    (first || last || person || inside || is_member(text)) && (!named || person)
}

/// "Ports spokesperson, Senator Jane Roe": an office in small letters, before the person who has it.
fn is_introduced(text: &str) -> bool {
    let Some((office, person)) = text.split_once(", ") else { return false };
    let (office, name) = (fold(office), fold(person));
    let last = office.rsplit(' ').next().unwrap_or_default();
    office.split(' ').count() <= NAME_WORDS
        && is_in(List::OfficeLast, last)
        && words(List::PersonFirst).iter().any(|words| starts(&name, words.trim_end()))
        && person.split_whitespace().all(|word| word.starts_with(char::is_uppercase))
}

/// "Jane Roe (Suva North) (Lab)", "JANE ROE (Labour)": a member of a parliament with the party.
fn is_member(text: &str) -> bool {
    let Some((name, party)) = text.trim().strip_suffix(')').and_then(|rest| rest.rsplit_once('(')) else {
        return false;
    };
    let name = name.split('(').next().unwrap_or_default().trim();
    is_in(List::Party, &fold(party)) && (2..=4).contains(&name.split_whitespace().count())
}

/// True if the last `word` of `folded` is a whole word.
fn starts_word(folded: &str, word: &str) -> bool {
    let before = folded[..folded.len() - word.len()].chars().next_back();
    before.is_none_or(|c| !c.is_alphanumeric())
}

/// "외교부", "外務省", "中华人民共和国外交部": a short line in a script of East Asia that ends in a word for an office.
fn is_eastern_office(text: &str) -> bool {
    let count = text.chars().count();
    (2..=14).contains(&count)
        && text.chars().all(|c| is_eastern(c) || c == ' ' || c == '·')
        && words(List::EasternOffice).iter().any(|last| text.ends_with(last))
}
