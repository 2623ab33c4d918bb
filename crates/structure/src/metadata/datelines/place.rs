//! What may stand beside the day of a dateline: a place, a day of the week, an hour.

use entente_text::fold::{fold, fold_word};
use entente_text::words::words;

use super::super::head_words::{List, is_in};
use super::super::roles;
use crate::word_lists::word_list;

/// Words of a place.
const PLACE_WORDS: usize = 4;

/// Letters of a place in a script without blanks.
pub(super) const PLACE_LETTERS: usize = 10;

/// True for the name of a day of the week.
pub(crate) fn is_weekday(word: &str) -> bool {
    let folded = fold_word(word.trim_matches(|c: char| !c.is_alphanumeric()));
    is_in(List::Weekday, &folded)
}

/// True if `text` is nothing but a day of the week or an hour.
pub(super) fn is_when(text: &str) -> bool {
    let clock = |word: &str| word.chars().all(|c| c.is_ascii_digit() || matches!(c, ':' | '.' | 'h'));
    let beside = |word: &str| word_list("beside-day").contains(&word) || is_in(List::Weekday, word);
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
        elided.unwrap_or(word).starts_with(char::is_uppercase) || word_list("inside-place").contains(&word)
    };
    let words: Vec<&str> = text.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    (1..=PLACE_WORDS + text.matches(',').count()).contains(&words.len())
        && words.iter().all(|word| capital(word))
        && !words.iter().any(|word| {
            word_list("not-a-place").contains(&fold(word.trim_matches(['.', '(', ')'])).as_str())
                && !matches!(*word, "of" | "the" | "la" | "le" | "el" | "du" | "am")
        })
        && !words.first().is_some_and(|word| matches!(*word, "The" | "On" | "In"))
        && !roles::tells(&fold(text))
        && super::super::kind::of_title(text).is_none()
}
