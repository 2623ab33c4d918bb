//! Words by which a document shows who speaks, as a table: titles, offices, marks of questions, verbs of quotations.
//!
//! `data/speech-words.tsv` has a line a set: its name and its words, folded, sorted and unique. The verbs of quotations are in
//! `data/quotation-verbs.txt`: the page needs no others.

use std::sync::LazyLock;

use entente_text::WordLists;

/// The table as written.
const SPEECH_WORDS: &str = include_str!("../data/speech-words.tsv");

/// True if `word` (folded) is in the set called `name`. False if there is no such set.
#[must_use]
pub fn is_speech_word(name: &str, word: &str) -> bool {
    static SETS: LazyLock<WordLists> = LazyLock::new(|| WordLists::read(SPEECH_WORDS, ' '));
    SETS.contains(name, word)
}

/// The verbs as written.
const QUOTATION_VERBS: &str = include_str!("../data/quotation-verbs.txt");

/// True if `word` (folded) is a verb that introduces a quotation: "said".
#[must_use]
pub fn is_quotation_verb(word: &str) -> bool {
    QUOTATION_VERBS.split_whitespace().any(|verb| verb == word)
}

#[cfg(test)]
mod tests {
    use super::{QUOTATION_VERBS, SPEECH_WORDS, is_quotation_verb, is_speech_word};

    #[test]
    fn the_verbs_of_quotations_are_sorted_unique_and_folded() {
        let verbs: Vec<&str> = QUOTATION_VERBS.split_whitespace().collect();
        assert!(verbs.is_sorted_by(|a, b| a < b));
        assert!(verbs.iter().all(|verb| entente_text::fold::fold(verb) == *verb));
        assert!(is_quotation_verb("said") && !is_quotation_verb("met") && !is_quotation_verb(""));
    }

    #[test]
    fn the_sets_are_sorted_unique_and_folded() {
        let rows: Vec<(&str, &str)> = SPEECH_WORDS.lines().skip(1).filter_map(|line| line.split_once('\t')).collect();
        assert_eq!(rows.len(), SPEECH_WORDS.lines().count() - 1);
        assert!(rows.is_sorted_by(|a, b| a.0 < b.0));
        for (name, list) in rows {
            let words: Vec<&str> = list.split_whitespace().collect();
            assert!(words.is_sorted_by(|a, b| a < b), "{name}");
            for word in words {
                assert_eq!(entente_text::fold::fold(word), word, "{name}");
            }
        }
    }

    #[test]
    fn a_word_is_in_its_sets_alone() {
        assert!(is_speech_word("office", "minister") && !is_speech_word("courtesy", "minister"));
        assert!(!is_speech_word("no such set", "minister") && !is_speech_word("office", ""));
    }
}
