//! Lists of words by which the parts of a document are known, as a table: `data/word-lists.tsv`.
//!
//! A line has the name of a list, what its words are, and the words, parted by `|`. They are folded, unless a list is asked for with
//! words as they are printed.

use std::sync::LazyLock;

use entente_text::WordLists;

/// The table as written.
const WORD_LISTS: &str = include_str!("../data/word-lists.tsv");

/// The words of the list called `name`, in their order. Empty if there is no such list.
pub(crate) fn word_list(name: &str) -> &'static [&'static str] {
    static LISTS: LazyLock<WordLists> = LazyLock::new(|| WordLists::read(WORD_LISTS, '|'));
    LISTS.words(name)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{WORD_LISTS, word_list};

    #[test]
    fn lists_are_sorted_have_a_meaning_and_name_each_word_once() {
        let rows: Vec<Vec<&str>> = WORD_LISTS.lines().skip(1).map(|line| line.split('\t').collect()).collect();
        assert!(rows.is_sorted_by(|a, b| a[0] < b[0]));
        for row in rows {
            let [name, meaning, _] = row[..] else { panic!("{row:?} has not three cells") };
            let words = word_list(name);
            assert!(meaning.ends_with(['.', '"']), "{name}");
            assert_eq!(words.iter().collect::<BTreeSet<_>>().len(), words.len(), "{name}");
            assert!(words.iter().all(|word| !word.trim().is_empty()), "{name}");
        }
        assert!(word_list("no such list").is_empty());
    }
}
