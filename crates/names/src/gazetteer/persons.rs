//! Words by which persons are found: given names, surnames of East Asia, titles.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use entente_text::fold::fold;
use entente_text::{WordMap, WordSet, order};

/// The lists of this build.
pub struct Persons {
    given: WordSet<String>,
    surnames: WordSet<String>,
    hangul: BTreeSet<char>,
    titles: WordSet<String>,
    courtesies: WordSet<String>,
    nicknames: WordMap<&'static str, &'static str>,
    /// Given names of other languages in Hangul.
    pub(crate) hangul_given: BTreeSet<&'static str>,
    /// Titles in Hangul, after a name or before it.
    pub hangul_titles: BTreeSet<&'static str>,
    /// Offices in Chinese characters, before a name or after it.
    pub(crate) han_titles: WordSet<&'static str>,
    /// Those of them before which an ordinary word may stand: only a name in katakana is believed.
    pub(crate) kana_titles: WordSet<&'static str>,
    /// Chinese surnames.
    pub(crate) han_surnames: BTreeSet<char>,
    /// Chinese characters that spell names of other languages.
    pub(crate) foreign_letters: BTreeSet<char>,
    /// Chinese characters after a name that do not belong to it.
    pub(crate) after_han_name: BTreeSet<char>,
    /// Ordinary words before an office.
    pub(crate) han_words: Vec<&'static str>,
}

/// The lists of this build.
pub static PERSONS: LazyLock<Persons> = LazyLock::new(|| {
    let rows = || include_str!("../../data/persons.tsv").lines().filter_map(|row| row.split_once('\t'));
    let list = |kind: &str| rows().filter(|row| row.0 == kind).flat_map(|row| row.1.split(' ')).collect::<Vec<_>>();
    let letters = |kind: &str| order::set(list(kind).iter().filter_map(|word| word.chars().next()));
    let folded = |kind: &str| list(kind).into_iter().map(fold).collect();
    Persons {
        given: folded("given"),
        surnames: folded("surname-ko"),
        hangul: letters("surname-hangul"),
        titles: folded("title"),
        courtesies: folded("courtesy"),
        nicknames: list("nickname").into_iter().filter_map(|pair| pair.split_once(':')).collect(),
        hangul_given: order::set(list("given-hangul")),
        hangul_titles: order::set(list("title-hangul")),
        han_titles: list("title-han").into_iter().collect(),
        kana_titles: list("title-kana").into_iter().collect(),
        han_surnames: letters("surname-han"),
        foreign_letters: letters("letters-of-foreign-names"),
        after_han_name: letters("after-han-name"),
        han_words: list("word-not-name-han"),
    }
});

impl Persons {
    /// True for a common given name, folded.
    pub fn is_given(&self, word: &str) -> bool {
        self.given.contains(word)
    }

    /// The whole form of a given name that is a short form: "joseph" of "joe", folded. Any other word is its own.
    pub fn whole_given<'a>(&self, word: &'a str) -> &'a str {
        self.nicknames.get(word).copied().unwrap_or(word)
    }

    /// True for a Korean surname in letters, folded.
    pub fn is_surname(&self, word: &str) -> bool {
        self.surnames.contains(word)
    }

    /// True for a syllable that is a Korean surname.
    pub fn is_hangul_surname(&self, c: char) -> bool {
        self.hangul.contains(&c)
    }

    /// True for a word that says the office of a person.
    pub fn is_title(&self, word: &str) -> bool {
        self.titles.contains(word)
    }

    /// True for "Mr", "H.E" and the like, which say no office.
    pub fn is_courtesy(&self, word: &str) -> bool {
        self.courtesies.contains(word)
    }
}

#[cfg(test)]
mod tests {
    use super::PERSONS;

    #[test]
    fn the_lists_are_read() {
        assert!(PERSONS.is_given("christopher") && PERSONS.is_given("jose") && PERSONS.is_surname("maeng"));
        assert!(PERSONS.is_hangul_surname('윤') && PERSONS.hangul_titles.contains("장관"));
        assert_eq!((PERSONS.whole_given("joe"), PERSONS.whole_given("lund")), ("joseph", "lund"));
        assert!(PERSONS.is_title("ambassador") && PERSONS.is_courtesy("h.e") && !PERSONS.is_title("ministers"));
    }
}
