//! Words by which a document shows who speaks, as a table: titles, offices, verbs of quotations, marks of questions.
//!
//! `data/speech-words.tsv` has a line a set: its name and its words, folded, sorted and unique.

use std::sync::OnceLock;

use entente_text::WordSet;

/// The table as written.
const SPEECH_WORDS: &str = include_str!("../data/speech-words.tsv");

/// True if `word` (folded) is in the set called `name`. False if there is no such set.
#[must_use]
pub fn is_speech_word(name: &str, word: &str) -> bool {
    static MEMBERS: OnceLock<WordSet<(&'static str, &'static str)>> = OnceLock::new();
    let row = |line: &'static str| line.split_once('\t');
    let all = |(name, words): (&'static str, &'static str)| words.split_whitespace().map(move |word| (name, word));
    let members = MEMBERS.get_or_init(|| SPEECH_WORDS.lines().skip(1).filter_map(row).flat_map(all).collect());
    members.contains(&(name, word))
}

#[cfg(test)]
mod tests {
    use super::{SPEECH_WORDS, is_speech_word};

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
