//! How two words of a text stand beside each other: a space, a hyphen, an apostrophe, a comma, or something that parts them.

use super::{Gap, Token, is_raised_digit};
use crate::class::Class;

/// What is between a token and `word`, which begins at byte `start`.
pub(super) fn gap_before(text: &str, before: &Token, start: usize, word: &str) -> Gap {
    let between = text[before.span.end..start].trim_start_matches(is_raised_digit);
    // A note's mark between the two is not a token.
    let between = match between.strip_prefix(['.', ',', ';']) {
        Some(rest) if rest.starts_with(|c: char| c.is_ascii_digit()) => &between[..1],
        _ => between,
    };
    match between {
        " " => return Gap::Space,
        "-" | "‐" | "‑" | "–" | "&" => return Gap::Join,
        "'" | "’" if word == "s" || word == "S" => return Gap::Possessive,
        "'" | "’" => return Gap::Join,
        // "6,200 firms": a comma before three digits is inside a number.
        "," if before.text.len() < 4 && is_number(before.text, word) => return Gap::Join,
        _ => {}
    }
    match between.trim() {
        "" => Gap::Space,
        "&" => Gap::Join,
        ".-" | ".–" if is_abbreviation(before) => Gap::Join,
        "." if between.starts_with('.') && between.len() > 1 && is_abbreviation(before) => Gap::Space,
        "'" | "’" if !between.starts_with(' ') => Gap::Plural,
        "," => Gap::Comma,
        _ => Gap::Break,
    }
}

/// True if a comma between the two would be inside a number: "6" and "200".
fn is_number(before: &str, three: &str) -> bool {
    three.len() == 3 && before.bytes().chain(three.bytes()).all(|b| b.is_ascii_digit())
}

/// True if the full stop after the token belongs to it: "Mr.", "J.", "U.S.".
pub(super) fn is_abbreviation(token: &Token) -> bool {
    let initial = token.text.chars().count() == 1 && token.text.starts_with(char::is_uppercase);
    initial || token.text.contains('.') || token.classes.has(Class::Abbreviation)
}
