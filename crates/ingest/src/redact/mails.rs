//! E-mail addresses: printed, written out, broken, in any script.
//!
//! In: a text as it is read. Out: places. "at" and "dot" count only together: "see us at example.org" is not an address.

use std::ops::Range;
use std::sync::LazyLock;

use entente_text::fold::fold;

use super::words::{Class, longest_first};

static AT_WORDS: LazyLock<Vec<&'static str>> = LazyLock::new(|| longest_first(Class::AtWord));
/// A bare "at" needs the word "dot" itself, because "at the point of" is not an address.
static ENGLISH_DOTS: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| DOT_WORDS.iter().copied().filter(|word| word.contains("dot")).collect());
static DOT_WORDS: LazyLock<Vec<&'static str>> = LazyLock::new(|| longest_first(Class::DotWord));

/// Longest local part and longest domain, in bytes.
const MAX_PART_BYTES: usize = 255;
/// Fewest letters of the last part of a domain.
const MIN_LAST_PART_LETTERS: usize = 2;

/// The addresses of `text`.
pub(super) fn addresses(text: &str) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    for (at, c) in text.char_indices() {
        let Some(length) = at_sign(text, at, c) else { continue };
        let spelled = c != '@';
        let bare = spelled && c.is_alphabetic();
        let english = bare && text[at..].get(..2).is_some_and(|word| word.eq_ignore_ascii_case("at"));
        let Some(domain) = domain(text, at + length, english) else { continue };
        let Some(start) = local(text, at, spelled) else { continue };
        if out.last().is_none_or(|last| last.end <= start) {
            out.push(start..domain);
        }
    }
    out
}

/// Bytes of the sign or word at `at` that stands for "@".
fn at_sign(text: &str, at: usize, c: char) -> Option<usize> {
    if c == '@' {
        return Some(1);
    }
    if c.is_ascii_alphanumeric() && !c.eq_ignore_ascii_case(&'a') && c != 'c' && c != 'C' {
        return None;
    }
    if c.is_whitespace() || matches!(c, '.' | ',' | ';' | ':') {
        return None;
    }
    // A word is apart.
    let before = text[..at].chars().next_back().unwrap_or(' ');
    if c.is_alphanumeric() && !before.is_whitespace() {
        return None;
    }
    word_at(text, at, &AT_WORDS)
}

/// Bytes of the longest of `words` at `at`.
fn word_at(text: &str, at: usize, words: &[&'static str]) -> Option<usize> {
    let near = &text[at..text.floor_char_boundary((at + 40).min(text.len()))];
    words.iter().find_map(|word| {
        let mut length = 0;
        let mut wanted = word.chars();
        let mut rest = near.chars();
        for expected in wanted.by_ref() {
            let c = rest.next()?;
            if c.to_lowercase().next() != Some(expected) {
                return None;
            }
            length += c.len_utf8();
        }
        let apart = !word.ends_with(char::is_alphanumeric) || near[length..].starts_with(char::is_whitespace);
        apart.then_some(length)
    })
}

/// Where the domain ends that begins at `from`; `spelled`: its full stops have to be words.
fn domain(text: &str, from: usize, spelled: bool) -> Option<usize> {
    let mut at = from + blanks(&text[from..])?;
    let mut dots = 0;
    let mut good = None;
    while at - from <= MAX_PART_BYTES {
        let label: usize =
            text[at..].chars().take_while(|c| c.is_alphanumeric() || *c == '-').map(char::len_utf8).sum();
        let words = &text[at..at + label];
        let hyphen = words.ends_with('-');
        let words = words.trim_end_matches('-');
        if words.is_empty() {
            break;
        }
        let end = at + words.len();
        let last = words.chars().filter(|c| c.is_alphabetic()).count() >= MIN_LAST_PART_LETTERS
            && !words.contains(|c: char| c.is_ascii_digit());
        if dots > 0 && last {
            good = Some(end);
        }
        let rest = &text[end..];
        // "exam-\nple.org", "exam\nple.org": the line's end is inside of a part.
        let broken = rest.strip_prefix('-').unwrap_or(rest);
        if (hyphen || dots == 0) && broken.starts_with('\n') && broken[1..].starts_with(|c: char| c.is_lowercase()) {
            let next: String = broken[1..].chars().take_while(|c| c.is_alphanumeric() || *c == '-').collect();
            if hyphen || broken[1 + next.len()..].starts_with('.') {
                at = end + (rest.len() - broken.len()) + 1;
                continue;
            }
        }
        match dot(rest, spelled, dots == 0) {
            Some(length) => {
                dots += 1;
                at = end + length;
            }
            None => break,
        }
    }
    good
}

/// Bytes of the full stop, written out or not, at the start of `rest`, with the blanks around it.
fn dot(rest: &str, spelled: bool, first: bool) -> Option<usize> {
    if let Some(following) = rest.strip_prefix('.').filter(|_| !spelled) {
        if following.starts_with(char::is_alphanumeric) {
            return Some(1);
        }
        let gap = blanks(following)?;
        // "example.\norg": the address is not whole without what follows.
        return (first && gap > 0 && following[gap..].starts_with(char::is_lowercase)).then_some(1 + gap);
    }
    let before = blanks(rest)?;
    let following = &rest[before..];
    let words: &[&'static str] = if spelled { &ENGLISH_DOTS } else { &DOT_WORDS };
    let word =
        if following.starts_with('.') { (before > 0 && !spelled).then_some(1) } else { word_at(following, 0, words) }?;
    if before == 0 && following.starts_with(char::is_alphanumeric) {
        return None;
    }
    let after = blanks(&following[word..])?;
    following[word + after..].starts_with(char::is_alphanumeric).then_some(before + word + after)
}

/// Bytes of the blanks at the start of `rest`; `None` if there are too many.
fn blanks(rest: &str) -> Option<usize> {
    let length = rest.len() - rest.trim_start_matches([' ', '\n', '\t', '|']).len();
    (length <= 3).then_some(length)
}

/// Where the local part starts that ends before `at`; with `spelled`, full stops in it may be words.
fn local(text: &str, at: usize, spelled: bool) -> Option<usize> {
    let before = text[..at].trim_end_matches([' ', '\n', '\t', '|']);
    if at - before.len() > 3 {
        return None;
    }
    let part = |c: &char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '+' | '%' | '\'' | '!' | '#' | '~');
    let length = |text: &str| text.chars().rev().take_while(part).map(char::len_utf8).sum::<usize>();
    let mut start = before.len() - length(before).min(MAX_PART_BYTES);
    start = text.ceil_char_boundary(start);
    start += text[start..before.len()].len()
        - text[start..before.len()].trim_start_matches(['.', '-', '\'', '#', '~']).len();
    if start >= before.len() {
        return None;
    }
    // "-\njan_doe" and "jan_\ndoe": the line's end is inside.
    while let Some(above) = text[..start].strip_suffix('\n') {
        let joined = above.ends_with(['-', '_']) && length(above) > 1;
        if !joined {
            break;
        }
        start = above.len() - length(above);
    }
    if !spelled {
        return Some(start);
    }
    loop {
        let words = text[..start].trim_end();
        let folded_end = fold(&words[words.ceil_char_boundary(words.len().saturating_sub(24))..]);
        let Some(dot) = DOT_WORDS.iter().find(|dot| folded_end.ends_with(**dot)) else { break };
        let stem =
            &words[..words.len() - words.chars().rev().take(dot.chars().count()).map(char::len_utf8).sum::<usize>()];
        let stem = stem.trim_end();
        let more = length(stem);
        if more == 0 || start - stem.len() > 24 {
            break;
        }
        start = stem.len() - more;
    }
    Some(start)
}

#[cfg(test)]
mod tests {
    use super::addresses;

    #[test]
    fn addresses_are_found_in_every_form_and_nothing_else() {
        for (text, expected) in [
            ("Write to desk@example.org, or a.b@mail.example.org.", vec!["desk@example.org", "a.b@mail.example.org"]),
            ("desk (at) example (dot) org", vec!["desk (at) example (dot) org"]),
            ("desk[at]example.org now", vec!["desk[at]example.org"]),
            ("jan dot doe at example dot org", vec!["jan dot doe at example dot org"]),
            ("desk@example\n.org", vec!["desk@example\n.org"]),
            ("desk@example.\norg", vec!["desk@example.\norg"]),
            ("desk@\nexample.org", vec!["desk@\nexample.org"]),
            ("desk @ example.org", vec!["desk @ example.org"]),
            ("desk@exam-\nple.org", vec!["desk@exam-\nple.org"]),
            ("почта@пример.рф", vec!["почта@пример.рф"]),
            ("用户@例子.公司", vec!["用户@例子.公司"]),
            ("desk 골뱅이 example.org", vec!["desk 골뱅이 example.org"]),
            ("desk arroba example punto org", vec!["desk arroba example punto org"]),
            ("we met at example.org", vec![]),
            ("see us at the point of entry", vec![]),
            ("meet @ Seoul, user@host", vec![]),
            ("2 @ 3.50", vec![]),
        ] {
            let found: Vec<&str> = addresses(text).into_iter().map(|range| &text[range]).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
