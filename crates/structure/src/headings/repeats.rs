//! Headings whose words the text below repeats.

use std::collections::BTreeSet;
use std::ops::Bound;

use entente_text::Span;
use entente_text::fold::fold;

use super::super::blocks::PassageDraft;
use super::Class;

/// Fewest bytes of words that a paragraph and an item share.
pub(super) const MIN_REPEATED_BYTES: usize = 20;

/// A paragraph in the words of an item above or below: a form's commitment over what was done for it.
pub(super) fn repeats(words: &str, items: &BTreeSet<String>) -> bool {
    let words = comparable(words);
    if words.len() < MIN_REPEATED_BYTES {
        return false;
    }
    if items.range(words.clone()..).next().is_some_and(|item| item.starts_with(&words)) {
        return true;
    }
    // The last item before `words` is its beginning, or shares one with the item that is.
    let mut begins = words.as_str();
    while let Some(item) = items.range::<str, _>((Bound::Unbounded, Bound::Included(begins))).next_back() {
        let shared: usize =
            item.chars().zip(begins.chars()).take_while(|(a, b)| a == b).map(|(c, _)| c.len_utf8()).sum();
        if shared == item.len() {
            return true;
        }
        if shared < MIN_REPEATED_BYTES {
            return false;
        }
        begins = &begins[..shared];
    }
    false
}

pub(super) fn comparable(words: &str) -> String {
    let letters: String = fold(words).chars().filter(|c| c.is_alphanumeric() || *c == ' ').collect();
    letters.trim().to_owned()
}

/// The printed number of a heading, as its marker and number; the words stay as they are.
pub(super) fn number(text: &str, draft: &mut PassageDraft) {
    let span = draft.passage.pieces[0].span;
    let words = span.of(text);
    let start = words.find(char::is_alphanumeric).unwrap_or(0);
    let length = words[start..].find([' ', '\t']).unwrap_or(0);
    let digits = words[start..start + length].trim_end_matches(['.', ':']);
    let at = span.start as usize + start;
    // A bold line begins with any word; only a number is one.
    let counts = draft.class != Some(Class::Bold) || digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    if !digits.is_empty() && counts && !words[start + length..].trim().is_empty() {
        draft.passage.number = Some(Span::new(at, at + digits.len()));
    }
}
