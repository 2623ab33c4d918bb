//! Running heads and feet: how lines are compared that pages repeat, and what a page's number looks like.
//!
//! In: a line's words. Out: its words without numbers, or whether it is nothing but a page's number. Where a line
//! stands is for the reader of each format to say.

use entente_language::values::roman;
use entente_text::fold::fold;

/// Longest line that may be a running head, in characters.
pub const MAX_RUNNING_HEAD_CHARS: usize = 160;

/// `words` folded, with each run of digits as one sign: what two pages print alike.
pub fn without_numbers(words: &str) -> String {
    let mut out = String::new();
    for c in fold(words).chars() {
        match c {
            c if c.is_ascii_digit() && out.ends_with('#') => {}
            c if c.is_ascii_digit() => out.push('#'),
            c => out.push(c),
        }
    }
    out
}

/// "- 12 -", "../2", "Smith [Page 3]": a line with a page's number, whatever the page.
pub(crate) fn is_foot(line: &str) -> bool {
    let bare = line.trim();
    let number = |words: &str| {
        let words = words.trim();
        (1..=4).contains(&words.len()) && words.bytes().all(|b| b.is_ascii_digit())
    };
    let dashed =
        bare.strip_prefix(['-', '–', '—']).and_then(|rest| rest.strip_suffix(['-', '–', '—'])).is_some_and(number);
    let next = bare.starts_with("..") && number(bare.trim_start_matches('.').trim().trim_start_matches('/'));
    let bracketed = bare.rfind("[Page ").is_some_and(|at| number(bare[at + 6..].trim_end_matches(']')));
    dashed || next || (bracketed && bare.ends_with(']'))
}

/// Pages before a text that counts from one that have Roman numbers, at most.
const MAX_ROMAN_PAGES: usize = 40;

/// True for a line that is the number of this `page` and nothing else: "- 3 -", "3/12", "Page 3 of 9", "iii".
pub fn is_number(line: &str, page: usize) -> bool {
    let folded = fold(line);
    let bare = folded.trim_start_matches("page").trim_matches(['-', ' ', '.', '[', ']', '|', '–']);
    let is_roman = || roman(&bare.to_uppercase()).is_some_and(|number| number as usize == page);
    if page <= MAX_ROMAN_PAGES && is_roman() {
        return true;
    }
    let parts: Vec<&str> = bare
        .split(['/', ' '])
        .filter(|part| !part.is_empty() && !matches!(*part, "of" | "sur" | "de" | "von"))
        .collect();
    let numbers = parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    numbers && (1..=2).contains(&parts.len()) && parts[0].parse() == Ok(page)
}

#[cfg(test)]
mod tests {
    use super::{is_foot, is_number, without_numbers};

    #[test]
    fn feet_of_pages_are_told_from_lists() {
        for line in ["- 12 -", "– 3 –", "../2", "..../13", "Smith [Page 3]"] {
            assert!(is_foot(line), "{line}");
        }
        for line in ["- 12", "--", "- a -", "2.", "12", "[Page x]", "...", "- 12 - 14 -"] {
            assert!(!is_foot(line), "{line}");
        }
        assert_eq!(without_numbers("TRADE  212, May 1993"), "trade #, may #");
    }

    #[test]
    fn page_numbers_are_told_from_other_lines() {
        for line in ["3", "- 3 -", "3/12", "Page 3 of 9", "Page 3", "3 / 12", "[3]", "iii", "- iii -"] {
            assert!(is_number(line, 3), "{line}");
        }
        for line in ["4", "Article 3", "3. The Parties", "2013", "", "-", "iv"] {
            assert!(!is_number(line, 3), "{line}");
        }
    }
}
