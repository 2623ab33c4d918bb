//! Persons near an address or a number: the owner of an address, the name before a number, the line above a signature.

use std::ops::Range;

use entente_text::fold::fold;
use entente_text::script::is_hangul_syllable;

use super::super::words::{Class, is, is_ordinary};
use super::person::{is_hangul_title, is_likely, person};
use super::{OWNER_WINDOW_BYTES, opening};

/// Most lines above a number or an address in which the name of its owner is looked for.
const MAX_SIGNATURE_LINES: usize = 4;
/// Most words between a name and the number after it.
const MAX_WORDS_AFTER_NAME: usize = 4;

/// The owner of an address: "Jan Doe <desk@…>", or a name near it that the address contains.
pub(super) fn owners(text: &str, address: &Range<usize>) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let before = &text[text.floor_char_boundary(address.start.saturating_sub(OWNER_WINDOW_BYTES))..address.start];
    let base = address.start - before.len();
    if let Some(shown) = before.strip_suffix("mailto:").unwrap_or(before).strip_suffix('<') {
        let line = shown.rfind(['\n', '\t', ';', '>', '|', ':']).map_or(0, |at| at + 1);
        let from = base + line + opening(&shown[line..]);
        let named = person(text, from, false)
            .filter(|name| text[name.end..base + shown.len()].trim_matches(|c: char| !c.is_alphanumeric()).is_empty());
        out.extend(named);
    }
    let local = text[address.clone()].split('@').next().unwrap_or_default();
    let parts: Vec<String> = fold(local)
        .split(|c: char| !c.is_alphabetic())
        .filter(|part| part.chars().count() >= 3)
        .map(str::to_owned)
        .collect();
    if parts.is_empty() {
        return out;
    }
    let to = text.ceil_char_boundary((address.end + OWNER_WINDOW_BYTES).min(text.len()));
    for range in [base..address.start, address.end..to] {
        let mut at = range.start;
        while at < range.end {
            let Some(length) = text[at..range.end].find(|c: char| c.is_uppercase()) else { break };
            let start = at + length;
            let word_starts = !text[..start].ends_with(char::is_alphanumeric);
            let found = if word_starts { person(text, start, false) } else { None };
            let found = found.filter(|name| name.end <= range.end);
            let fits = found.clone().filter(|name| {
                let shown = &text[name.clone()];
                let words = fold(shown);
                let has = |word: &str| {
                    word.chars().count() >= 3 && !is_ordinary(word) && parts.iter().any(|part| part.contains(word))
                };
                let words = words.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
                let known = words.clone().filter(|word| has(word)).count();
                let acronym = shown.split(' ').any(|word| word.len() <= 4 && word.chars().all(char::is_uppercase));
                known > 0 && is_likely(shown) || known > 1 && known == words.count() && !acronym
            });
            at = found.map_or(start + text[start..].chars().next().map_or(1, char::len_utf8), |name| name.end);
            out.extend(fits);
        }
    }
    out
}

/// The person whose name comes right before a number or an address: "Jan Doe, Tel. …", "홍길동 서기관(02-…)", or alone on one
/// of the lines above, as in a signature.
pub(super) fn before_detail(text: &str, detail: usize) -> Option<Range<usize>> {
    let from = text.floor_char_boundary(detail.saturating_sub(OWNER_WINDOW_BYTES));
    let mut line_end = detail;
    let mut above = 0;
    loop {
        let line_start = text[from..line_end].rfind('\n').map_or(from, |at| from + at + 1);
        let found = if line_end == detail {
            last_person(text, line_start, line_end)
        } else {
            whole_line(text, line_start, line_end)
        };
        // In a word processor each line of a signature is a paragraph: blank lines end nothing.
        above += usize::from(!text[line_start..line_end].trim().is_empty());
        if found.is_some() || line_start == from || above > MAX_SIGNATURE_LINES {
            return found;
        }
        line_end = line_start - 1;
    }
}

/// The last person in `text[start..end]` with few words after the name.
fn last_person(text: &str, start: usize, end: usize) -> Option<Range<usize>> {
    let mut best: Option<Range<usize>> = None;
    let mut before = ' ';
    for (at, c) in text[start..end].char_indices() {
        let begins = !before.is_alphanumeric() && (c.is_uppercase() || is_hangul_syllable(c));
        before = c;
        let at = start + at;
        if !begins || best.as_ref().is_some_and(|best| at < best.end) {
            continue;
        }
        let Some(name) = person(text, at, false).filter(|name| name.end <= end && name.start >= at) else { continue };
        let after = &text[name.end..end];
        let korean = is_hangul_syllable(c);
        let titled =
            after.split(|c: char| !is_hangul_syllable(c)).find(|word| !word.is_empty()).is_some_and(is_hangul_title);
        let near = after.split_whitespace().count() <= MAX_WORDS_AFTER_NAME
            && !after.contains(['.', '!', '?'].as_slice())
            || labels_only(after);
        if near && (korean && titled || !korean && is_likely(&text[name.clone()])) {
            best = Some(name);
        }
    }
    best
}

/// True if all `words` are labels: "Tel.", "(Mobile:".
fn labels_only(words: &str) -> bool {
    let words = fold(words);
    let mut parts = words.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    parts.all(|part| is(part, Class::PhoneLabel) || is(part, Class::MailLabel))
}

/// The person whose name is all of the line `text[start..end]`.
fn whole_line(text: &str, start: usize, end: usize) -> Option<Range<usize>> {
    let from = start + opening(&text[start..end]);
    let name = person(text, from, false).filter(|name| name.end <= end)?;
    let rest = text[name.end..end].trim_matches(|c: char| !c.is_alphanumeric());
    let titled = rest.split_whitespace().next().is_some_and(is_hangul_title) || rest.is_empty();
    let initials = text[name.clone()].split(['.', ' ']).any(|word| word.chars().count() == 1);
    let likely = name.start >= from && titled && !initials && is_likely(&text[name.clone()]);
    // In Korean, words of three syllables are not always names.
    let korean = text[name.clone()].chars().all(|c| is_hangul_syllable(c) || c == ' ') && rest.is_empty();
    (likely && !korean).then_some(name)
}
