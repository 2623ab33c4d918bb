//! Words by what they show, as a table: a line a set, its words folded, sorted and unique.

use std::sync::LazyLock;

use entente_text::WordLists;

/// The table as written.
const WORD_SETS: &str = include_str!("../data/word-sets.tsv");

/// True if `word` (folded) is in the set called `name`. False if there is no such set.
pub(crate) fn is_in(name: &str, word: &str) -> bool {
    static SETS: LazyLock<WordLists> = LazyLock::new(|| WordLists::read(WORD_SETS, ' '));
    SETS.contains(name, word)
}

#[cfg(test)]
mod tests {
    use super::{WORD_SETS, is_in};

    #[test]
    fn the_sets_are_sorted_unique_and_folded() {
        let rows: Vec<(&str, &str)> = WORD_SETS.lines().skip(1).filter_map(|line| line.split_once('\t')).collect();
        assert_eq!(rows.len() + 1, WORD_SETS.lines().count());
        assert!(rows.is_sorted_by(|a, b| a.0 < b.0));
        for (name, list) in rows {
            let words: Vec<&str> = list.split(' ').collect();
            assert!(words.is_sorted_by(|a, b| a < b), "{name}");
            assert!(words.iter().all(|word| entente_text::fold::fold(word) == *word), "{name}");
        }
        assert!(is_in("verb", "said") && !is_in("verb", "met") && !is_in("no such set", "said"));
    }
}
