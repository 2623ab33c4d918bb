//! Phrases of several words, by what they show, as a table: `data/phrases.tsv`. A line has the name of a set and its phrases,
//! folded and parted by `|`.

use std::sync::LazyLock;

use entente_text::WordLists;

/// The table as written.
const PHRASES: &str = include_str!("../data/phrases.tsv");

/// The phrases of the set called `name`, in their order. Empty if there is no such set.
pub(crate) fn phrases(name: &str) -> &'static [&'static str] {
    static SETS: LazyLock<WordLists> = LazyLock::new(|| WordLists::read(PHRASES, '|'));
    SETS.words(name)
}

/// True if `text` (folded) contains a phrase of the set called `name`.
pub(crate) fn contains_phrase(name: &str, text: &str) -> bool {
    phrases(name).iter().any(|phrase| text.contains(phrase))
}

#[cfg(test)]
mod tests {
    use super::{PHRASES, contains_phrase, phrases};

    #[test]
    fn the_sets_are_sorted_unique_and_folded() {
        let rows: Vec<(&str, &str)> = PHRASES.lines().skip(1).filter_map(|line| line.split_once('\t')).collect();
        assert_eq!(rows.len(), PHRASES.lines().count() - 1);
        assert!(rows.is_sorted_by(|a, b| a.0 < b.0));
        for (name, _) in rows {
            assert!(phrases(name).is_sorted_by(|a, b| a < b), "{name}");
            for phrase in phrases(name) {
                assert_eq!(entente_text::fold::fold(phrase), phrase.trim_end(), "{name}");
            }
        }
    }

    #[test]
    fn phrases_are_found_in_folded_text() {
        assert!(contains_phrase("form-planned", "next steps for 2020"));
        assert!(!contains_phrase("form-planned", "what was done"));
        assert!(phrases("no such set").is_empty());
    }
}
