//! What may stand beside the day of a dateline: a place, a day of the week, an hour.

use entente_text::fold::{fold, fold_word};
use entente_text::words::words;

use super::super::head_words::{List, is_in};
use super::super::roles;

/// Words of a place.
const PLACE_WORDS: usize = 4;

/// Letters of a place in a script without blanks.
pub(super) const PLACE_LETTERS: usize = 10;

/// Words before a day that say what happened on it, and words of sentences.
const NO_PLACES: &[&str] = &[
    "adopted",
    "signed",
    "done",
    "held",
    "updated",
    "revised",
    "amended",
    "since",
    "until",
    "from",
    "on",
    "in",
    "by",
    "last",
    "effective",
    "before",
    "after",
    "between",
    "during",
    "as",
    "at",
    "of",
    "the",
    "this",
    "next",
    "summit",
    "meeting",
    "conference",
    "session",
    "dialogue",
    "forum",
    "exercise",
    "act",
    "resolution",
    "decision",
    "agreement",
    "treaty",
    "report",
    "le",
    "la",
    "du",
    "am",
    "vom",
    "seit",
    "bis",
    "el",
    "desde",
    "adopte",
    "signe",
    "ratified",
    "entered",
    "approved",
    "born",
    "died",
    "dated",
    "agenda",
    "vol",
    "volume",
    "issue",
    "page",
    "figure",
    "table",
    "note",
];

/// Words beside a day that say no more than when, beside days of the week.
const BESIDE: &[&str] = &[
    "am", "pm", "a.m", "p.m", "a", "p", "m", "at", "noon", "hrs", "hours", "uhr", "h", "est", "edt", "gmt", "utc",
    "cet", "cest", "kst", "jst", "local", "time", "le", "den", "el", "the", "on", "года", "год", "г", "року",
];

/// True for the name of a day of the week.
pub(crate) fn is_weekday(word: &str) -> bool {
    let folded = fold_word(word.trim_matches(|c: char| !c.is_alphanumeric()));
    is_in(List::Weekday, &folded)
}

/// True if `text` is nothing but a day of the week or an hour.
pub(super) fn is_when(text: &str) -> bool {
    let clock = |word: &str| word.chars().all(|c| c.is_ascii_digit() || matches!(c, ':' | '.' | 'h'));
    let beside = |word: &str| BESIDE.contains(&word) || is_in(List::Weekday, word);
    words(text).iter().all(|word| beside(&word.folded) || clock(&word.folded))
}

/// True if `text` may be a place: few words, each with a capital letter.
pub(super) fn is_place(text: &str) -> bool {
    let letters = text.chars().filter(|c| roles::is_eastern(*c)).count();
    if letters > 0 {
        return text.chars().count() <= PLACE_LETTERS;
    }
    let capital = |word: &str| {
        let word = word.trim_matches(['.', ',', '(', ')']);
        // "Palais de l’Étoile"
        let elided = word.strip_prefix(['l', 'd']).and_then(|rest| rest.strip_prefix(['\'', '’']));
        elided.unwrap_or(word).starts_with(char::is_uppercase)
            || matches!(
                word,
                "de" | "of" | "la" | "el" | "am" | "di" | "den" | "le" | "du" | "the" | "and" | "an" | "der"
            )
    };
    let words: Vec<&str> = text.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    (1..=PLACE_WORDS + text.matches(',').count()).contains(&words.len())
        && words.iter().all(|word| capital(word))
        && !words.iter().any(|word| {
            NO_PLACES.contains(&fold(word.trim_matches(['.', '(', ')'])).as_str())
                && !matches!(*word, "of" | "the" | "la" | "le" | "el" | "du" | "am")
        })
        && !words.first().is_some_and(|word| matches!(*word, "The" | "On" | "In"))
        && !roles::tells(&fold(text))
        && super::super::kind::of_title(text).is_none()
}
