//! Lists of words by name, as a table has them.

use crate::{WordMap, WordSet};

/// Lists of words, each with a name.
#[derive(Debug)]
pub struct WordLists {
    lists: WordMap<&'static str, Vec<&'static str>>,
    members: WordSet<(&'static str, &'static str)>,
}

impl WordLists {
    /// Reads a table. Its first line says what the columns are; each line after it is a list, with its name in the first column and its
    /// words in the last one, parted by `separator`. A line without a tab is left out.
    ///
    /// ```
    /// let lists = entente_text::WordLists::read("list\twords\nsea\tharbour port\n", ' ');
    /// assert!(lists.contains("sea", "port") && !lists.contains("sea", "road") && !lists.contains("land", "road"));
    /// assert_eq!(lists.words("sea"), ["harbour", "port"]);
    /// ```
    #[must_use]
    pub fn read(table: &'static str, separator: char) -> Self {
        let rows = || table.lines().skip(1).filter_map(|line| Some((line.split_once('\t')?.0, line.rsplit_once('\t')?.1)));
        let members = rows().flat_map(|(name, words)| words.split(separator).map(move |word| (name, word)));
        Self {
            lists: rows().map(|(name, words)| (name, words.split(separator).collect())).collect(),
            members: members.collect(),
        }
    }

    /// True if `word` is in the list called `name`. False if there is no such list.
    #[must_use]
    pub fn contains(&self, name: &str, word: &str) -> bool {
        self.members.contains(&(name, word))
    }

    /// The words of the list called `name`, in their order. Empty if there is no such list.
    #[must_use]
    pub fn words(&self, name: &str) -> &[&'static str] {
        self.lists.get(name).map_or(&[], Vec::as_slice)
    }
}
