//! Words that are not names although they are capitalised: common words, words of the gazetteer's tables, and words that the
//! same document also writes with a small letter.
//!
//! Only the document itself is asked, so that what is found in it does not depend on the other documents of its folder.

use std::sync::LazyLock;

use entente_corpus::Body;
use entente_language::verbs::inflections;
use entente_text::WordSet;
use entente_text::fold::fold;
use entente_text::words::words;

use crate::gazetteer::classes::Class;
use crate::gazetteer::head_nouns::{head, is_generic, is_opener};
use crate::gazetteer::persons::PERSONS;

/// Words of topics and organisations: a capital makes no name of them.
static EVERYDAY: LazyLock<WordSet<String>> = LazyLock::new(|| {
    let tables = [include_str!("../data/topics.tsv"), include_str!("../data/organisations.tsv")];
    tables
        .iter()
        .flat_map(|table| table.lines().filter(|row| !row.starts_with('#')))
        .flat_map(|row| row.split('\t').skip(1))
        .flat_map(|cell| words(cell).into_iter().map(|word| word.folded.into_owned()).collect::<Vec<_>>())
        .collect()
});

/// Common English words, sorted. A short document seldom writes each of its words with a small letter too, so it needs to be
/// told that "Election" is a word.
static COMMON: LazyLock<WordSet<&'static str>> = LazyLock::new(|| common_words().collect());

/// The words of that table.
fn common_words() -> impl Iterator<Item = &'static str> {
    include_str!("../data/common-english.txt").lines().filter(|row| !row.starts_with('#'))
}

/// Endings of a common word, and what takes their place in the word that is listed.
const ENDINGS: [(&str, &str); 9] =
    [("s", ""), ("es", ""), ("ed", ""), ("d", ""), ("ing", ""), ("ing", "e"), ("ly", ""), ("ies", "y"), ("ied", "y")];

/// True for a common English word (folded) in any of its regular forms.
fn is_common(word: &str) -> bool {
    let listed = |word: &str| COMMON.contains(word);
    let by_ending = |(ending, replaced): (&str, &str)| {
        // "Boxes", but not "Bornes" of "born".
        let fits = |base: &&str| ending != "es" || base.ends_with(['s', 'x', 'z', 'h', 'o']);
        let base = word.strip_suffix(ending).filter(|base| base.len() + replaced.len() > 2).filter(fits);
        base.is_some_and(|base| if replaced.is_empty() { listed(base) } else { listed(&format!("{base}{replaced}")) })
    };
    listed(word) || ENDINGS.into_iter().any(by_ending) || !inflections(word).is_empty()
}

/// The words of one document that are not names by themselves.
#[derive(Default)]
pub(crate) struct Lexicon {
    /// Words that the document writes with a small first letter, folded.
    small: WordSet<String>,
    /// Words that the document prints alone in brackets, folded: "(DOT)".
    bracketed: WordSet<String>,
}

impl Lexicon {
    /// Reads the words of a document.
    pub(crate) fn of(body: &Body) -> Self {
        let mut out = Self::default();
        for text in body.text.split_whitespace() {
            // Addresses are written small whatever they are made of.
            if text.contains(['@', '/', '=', '_']) || text.starts_with("www.") {
                continue;
            }
            if let Some((inside, _)) = text.strip_prefix('(').and_then(|text| text.split_once(')')) {
                out.bracketed.insert(fold(inside));
            }
            for word in text.split(|c: char| !c.is_alphabetic()) {
                if word.starts_with(char::is_lowercase) && word.len() > 2 && !out.small.contains(word) {
                    out.small.insert(if word.is_ascii() { word.to_owned() } else { fold(word) });
                }
            }
        }
        out
    }

    /// True for a word, folded, that is common or that the document writes with a small first letter.
    pub(crate) fn is_small(&self, word: &str) -> bool {
        self.is_used(word) || is_common(word)
    }

    /// True for a word, folded, that the document writes with a small first letter.
    pub(crate) fn is_used(&self, word: &str) -> bool {
        self.small.contains(word)
    }

    /// True for a word, folded, that the document prints alone in brackets, as it does where it defines a short form.
    pub(crate) fn is_bracketed(&self, word: &str) -> bool {
        self.bracketed.contains(word)
    }

    /// True for a word, folded, that can be part of a person's name.
    pub(crate) fn can_name_a_person(&self, word: &str) -> bool {
        let is_name = PERSONS.is_given(word) || PERSONS.is_surname(word);
        word.chars().all(char::is_alphabetic)
            && !is_opener(word)
            && !PERSONS.is_title(word)
            && !PERSONS.is_courtesy(word)
            && head(word).is_none()
            && (is_name
                || !(self.is_small(word) || is_generic(word) || Class::Everyday.has(word) || EVERYDAY.contains(word)))
    }
}

#[cfg(test)]
mod tests {
    use super::{common_words, is_common};

    #[test]
    fn common_words_are_sorted_and_unique() {
        assert!(common_words().is_sorted_by(|a, b| a < b));
        assert!(common_words().all(|word| word.len() > 2 && word.bytes().all(|byte| byte.is_ascii_lowercase())));
    }

    #[test]
    fn a_common_word_is_known_in_its_regular_forms() {
        for word in ["election", "elections", "policies", "studied", "moving", "quickly", "adhering"] {
            assert!(is_common(word), "{word}");
        }
        for name in ["seaga", "miller", "myint", "lund"] {
            assert!(!is_common(name), "{name}");
        }
    }
}
