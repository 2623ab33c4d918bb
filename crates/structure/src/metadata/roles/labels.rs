//! Labels, turns of speakers and codes.

use entente_corpus::DocumentKind;
use entente_text::fold::fold;

use super::super::head_words::{List, is_in};
use super::super::kind;
use super::MAX_TITLE_CHARS;
use crate::word_lists::word_list;

/// Longest label, in words, and in characters where words are not parted.
const LABEL_WORDS: usize = 4;

const LABEL_CHARS: usize = 32;

/// "JOURNALIST:", "PM: Well, …": somebody speaks.
pub(super) fn is_turn(text: &str) -> bool {
    let Some((label, said)) = text.split_once([':', '：']) else { return false };
    let letters = label.chars().filter(|c| c.is_alphabetic());
    let capitals = letters.clone().all(char::is_uppercase) && letters.clone().any(|c| c.is_ascii_uppercase());
    let asks = word_list("asker").contains(&fold(label).as_str());
    let spoken = said.trim().is_empty() || said.split_whitespace().count() >= 6;
    let known = is_in(List::Label, &fold(label));
    // "WORLD: Statement by the High Commissioner" is a headline: what somebody says ends like a sentence.
    let ended = said.trim().is_empty()
        || asks
        || text.chars().count() > MAX_TITLE_CHARS
        || text.trim_end().ends_with(['.', '!', '?', '…', '"', '”', '-', '–', '—', ';', ',']);
    (capitals || asks)
        && ended
        && spoken
        && !known
        && label.split_whitespace().count() <= 5
        && kind::of_title(label).is_none()
        && !said.trim().chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase) | said.trim().is_empty()
}

/// "Subject(s): …", "담당부서: …": a short label and what it says; "JOINT FACT SHEET: …" names its kind.
pub(super) fn is_label(text: &str) -> bool {
    let Some((label, value)) = text.split_once([':', '：']) else { return false };
    let named = kind::named_at_start(label).is_some_and(|(kind, rest)| {
        rest.trim().is_empty() && !matches!(kind, DocumentKind::Standard | DocumentKind::Other)
    });
    // "Italy: advice to travellers" is a title; a label's value stands apart from nothing else.
    let known = fold(label.trim_matches(['(', '[', '*', ' ']));
    let known = is_in(List::Label, known.trim_end_matches("(s)")) || is_in(List::KindLabel, known.trim_end());
    let short = label.split_whitespace().count() <= LABEL_WORDS && label.chars().count() <= LABEL_CHARS;
    let numbered = value.split_whitespace().count() <= 3 && value.contains(|c: char| c.is_ascii_digit());
    !named && short && (known || numbered || value.trim().is_empty())
}

/// "Speaker:", "Date:": a label with its value in the next line.
pub(crate) fn is_bare_label(text: &str) -> bool {
    let Some(label) = text.trim_end().strip_suffix([':', '：']) else { return false };
    let folded = fold(label);
    is_in(List::Label, folded.trim_end()) || matches!(folded.trim_end(), "speaker" | "event" | "orateur" | "redner")
}

/// Longest Roman number in a code, in bytes.
const MAX_ROMAN_BYTES: usize = 8;

/// True if `text` is made of codes: "FA24", "AA 06 28", "No. 47/12", "PC.DEC/1202".
pub(super) fn is_code(text: &str) -> bool {
    let mut words = text.split_whitespace().peekable();
    let code = |word: &str| {
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        let capitals = word.chars().filter(|c| c.is_uppercase()).count();
        let digits = word.contains(|c: char| c.is_ascii_digit());
        letters == 0
            || (capitals == letters && (digits && word.len() <= 20 || letters <= 2))
            || word.len() <= MAX_ROMAN_BYTES && word.trim_end_matches('.').chars().all(|c| "IVXLC".contains(c))
            || matches!(word, "No." | "No" | "Nr." | "n°")
    };
    words.peek().is_some() && text.len() <= 40 && words.all(code)
}
