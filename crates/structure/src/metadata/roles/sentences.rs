//! Sentences of running text, and titles that are printed with a full stop.

use entente_corpus::DocumentKind;
use entente_text::fold::fold;

use super::super::head_words::{List, is_in};
use super::super::kind;
use super::verbs::tells;
use super::{MAX_TITLE_CHARS, is_eastern};
use crate::word_lists::word_list;

/// A line that ends like a sentence is one from this many words, or characters of a script without blanks.
const SENTENCE_WORDS: usize = 8;

const SENTENCE_IDEOGRAPHS: usize = 20;

/// True if `text` is a whole sentence of running text although it may be short.
pub(crate) fn tells_in_full(text: &str) -> bool {
    text.trim_end().ends_with(['.', '。', '!', '！']) && weight_of_sentence(text) >= SENTENCE_WORDS
}

fn weight_of_sentence(text: &str) -> usize {
    text.split_whitespace().count().max(text.chars().filter(|c| is_eastern(*c)).count() / 2)
}

pub(super) fn is_sentence(text: &str) -> bool {
    let count = text.chars().count();
    let words = text.split_whitespace().count();
    let ideographs = text.chars().filter(|c| is_eastern(*c)).count();
    // "[서울=뉴시스]": an agency's line, or what it prints below a picture.
    let agency = text.strip_prefix('[').and_then(|rest| rest.split_once(']'));
    if agency.is_some_and(|(inner, rest)| inner.contains('=') && inner.len() <= 60 && !rest.trim().is_empty()) {
        return true;
    }
    // A line that begins inside a sentence goes on from the one above: "to the Gazette No. 29."
    if words <= MAX_CONTINUED_WORDS && text.starts_with(char::is_lowercase) && text.is_ascii() {
        return false;
    }
    if is_titled_sentence(text) {
        return false;
    }
    let ends =
        text.trim_end_matches(['"', '”', '’', ')', '」', '』']).ends_with(['.', ';', ',', '。', '；', '，', '、']);
    let asks = text.ends_with('?') && words >= SENTENCE_WORDS;
    count > MAX_TITLE_CHARS
        || asks
        || (ends && (words >= SENTENCE_WORDS || ideographs >= SENTENCE_IDEOGRAPHS || ideographs > 0))
}

/// Words of the longest line that goes on from the one above it.
const MAX_CONTINUED_WORDS: usize = 14;

/// "Address by the Minister of Ports to the conference, Suva, 2 May 2014.": a title that is printed with a stop.
pub(crate) fn is_titled_sentence(text: &str) -> bool {
    let Some((kind, rest)) = kind::named_at_start(text) else { return false };
    if is_numbered_title(kind, rest) {
        return text.ends_with('.') && text.chars().count() <= MAX_TITLE_CHARS;
    }
    let named = fold(&text[..text.len() - rest.len()]);
    let last = named.rsplit(' ').next().unwrap_or_default();
    let after = fold(rest.split_whitespace().next().unwrap_or_default());
    let first = if is_in(List::TitleOpen, last) { last } else { after.as_str() };
    let stops = text.trim_end_matches('.').contains(['.', ';', '?', '!']) && text.contains(". ");
    let parts = text.matches(". ").count();
    let initials =
        text.split(". ").take(parts).all(|part| part.rsplit(' ').next().is_some_and(|last| last.chars().count() <= 3));
    is_in(List::TitleOpen, first)
        && text.ends_with('.')
        && text.chars().count() <= MAX_TITLE_CHARS
        && (!stops || initials || text.matches(". ").count() <= 2 && text.contains(" M. "))
        && !(word_list("english-open").contains(&first) && tells(&fold(text)))
}

/// "Decreto-Lei N.o 407, sobre los puertos": what follows the words for a law or a resolution is its number and its subject.
fn is_numbered_title(kind: DocumentKind, rest: &str) -> bool {
    let mut words = rest.split_whitespace();
    let number = words.by_ref().take(3).find(|word| word.contains(|c: char| c.is_ascii_digit()));
    matches!(kind, DocumentKind::Law | DocumentKind::Resolution)
        && number.is_some_and(|number| number.ends_with(','))
        && words.next().is_some_and(|word| word_list("law-subject-opener").contains(&fold(word).as_str()))
}
