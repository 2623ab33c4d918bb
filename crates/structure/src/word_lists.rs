//! Lists of words by which the parts of a document are known, as a table: `data/word-lists.tsv`.
//!
//! A line has the name of a list, what its words are, and the words, parted by `|`. They are folded, unless a list is asked for with
//! words as they are printed.

use std::sync::OnceLock;

use entente_text::WordMap;

/// The table as written.
const WORD_LISTS: &str = include_str!("../data/word-lists.tsv");

/// The words of the list called `name`, in their order. Empty if there is no such list.
pub(crate) fn word_list(name: &str) -> &'static [&'static str] {
    static LISTS: OnceLock<WordMap<&'static str, Vec<&'static str>>> = OnceLock::new();
    let lists = LISTS.get_or_init(|| rows().map(|[name, _, words]| (name, words.split('|').collect())).collect());
    lists.get(name).map_or(&[], Vec::as_slice)
}

fn rows() -> impl Iterator<Item = [&'static str; 3]> {
    WORD_LISTS.lines().skip(1).filter_map(|line| {
        let mut cells = line.split('\t');
        Some([cells.next()?, cells.next()?, cells.next()?])
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{WORD_LISTS, rows, word_list};

    #[test]
    fn lists_are_sorted_have_a_meaning_and_name_each_word_once() {
        assert_eq!(rows().count() + 1, WORD_LISTS.lines().count(), "each line has three cells");
        assert!(rows().collect::<Vec<_>>().is_sorted_by(|a, b| a[0] < b[0]));
        for [name, meaning, _] in rows() {
            let words = word_list(name);
            assert!(meaning.ends_with(['.', '"']), "{name}");
            assert_eq!(words.iter().collect::<BTreeSet<_>>().len(), words.len(), "{name}");
            assert!(words.iter().all(|word| !word.trim().is_empty()), "{name}");
        }
        assert!(word_list("no such list").is_empty());
    }
}
