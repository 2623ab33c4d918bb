//! Lines about delivery, about the session, and about the paper's place in a series.

use super::super::head_words::{List, words};
use super::starts;
use crate::word_lists::word_list;

/// "Check against delivery", "Delivered by Jane Roe, Political Coordinator": how a speech relates to its text, or who gave it.
pub(super) fn is_delivery_note(folded: &str, count: usize) -> bool {
    words(List::DeliveryNote).iter().any(|words| {
        let limit = if GIVEN_BY.contains(words) { MAX_SPEAKER_WORDS } else { MAX_NOTE_WORDS };
        count <= limit && (starts(folded, words) || folded.ends_with(words))
    })
}

/// Notes on delivery that the speaker with the office follows.
const GIVEN_BY: &[&str] = &["delivered by"];

/// Words of the longest note on delivery, without who speaks and with it.
const MAX_NOTE_WORDS: usize = 12;

pub(super) const MAX_SPEAKER_WORDS: usize = 30;

pub(super) fn is_session(folded: &str) -> bool {
    let count = folded.split_whitespace().count();
    let counted = folded.starts_with(|c: char| c.is_ascii_digit())
        || folded.starts_with('第')
        || folded.starts_with('제')
        || word_list("session-ordinal").iter().any(|word| folded.starts_with(word))
        || folded
            .split([' ', '-'])
            .next()
            .is_some_and(|word| word.ends_with("th") || word.ends_with("ieth") || word.ends_with("ty"));
    let last = words(List::SessionLast).iter().any(|word| folded.ends_with(word));
    let first = words(List::SessionFirst).iter().any(|words| folded.starts_with(words))
        && folded.contains(|c: char| c.is_ascii_digit());
    let journal = folded.contains("journal no");
    let lists = count <= MAX_SESSION_WORDS
        && counted
        && folded.contains("session")
        && folded.split(|c: char| !c.is_alphanumeric()).all(is_session_word);
    lists
        || (count <= 5 && counted && last && folded.chars().count() <= 40)
        || (first && count <= 10)
        || (journal && count <= 10)
}

/// Words of the longest line that lists the sittings of a session.
const MAX_SESSION_WORDS: usize = 14;

/// True for a word of a line that names a session and its sittings: "Seventieth Session, 22nd & 23rd Meetings (AM & PM)".
fn is_session_word(word: &str) -> bool {
    let ordinal = word.ends_with("th") || word.ends_with("st") || word.ends_with("nd") || word.ends_with("rd");
    word.is_empty()
        || ordinal
        || word.starts_with(|c: char| c.is_ascii_digit())
        || word_list("session-word").contains(&word)
}

/// True for a line that is in square brackets as a whole, or numbers the paper in a series: "[Senate Report 106-24]",
/// "TREATY SERIES 12978". No title is set so.
pub(super) fn is_apparatus(text: &str, folded: &str) -> bool {
    let inner = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    let bracketed = inner.is_some_and(|inner| inner.is_ascii() && !inner.contains(['[', ']']));
    let numbered = folded.rsplit_once(' ').is_some_and(|(before, number)| {
        before.ends_with(" series") && number.contains(|c: char| c.is_ascii_digit()) && number.len() <= 12
    });
    bracketed || numbered
}
