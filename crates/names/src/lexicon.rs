//! Words that are no one's name: those of the gazetteer's tables, and those that the documents write small.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use entente_corpus::Body;
use entente_text::fold::fold;
use entente_text::words::words;

use crate::gazetteer::classes::Class;
use crate::gazetteer::heads::{head, is_generic, is_opener};
use crate::gazetteer::persons::PERSONS;

/// Words of topics and organisations: a capital makes no name of them.
static EVERYDAY: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let tables = [include_str!("../data/topics.tsv"), include_str!("../data/organisations.tsv")];
    tables
        .iter()
        .flat_map(|table| table.lines().filter(|row| !row.starts_with('#')))
        .flat_map(|row| row.split('\t').skip(1))
        .flat_map(|cell| words(cell).into_iter().map(|word| word.folded).collect::<Vec<_>>())
        .collect()
});

/// What is known of the words of the whole file.
#[derive(Default)]
pub(crate) struct Lexicon {
    /// Words that stand somewhere with a small first letter, folded.
    small: BTreeSet<String>,
}

impl Lexicon {
    /// Reads the words of all texts.
    pub(crate) fn of(bodies: &[Body]) -> Self {
        let mut small = BTreeSet::new();
        for body in bodies {
            // Addresses are written small whatever they are made of.
            let text = body
                .text
                .split_whitespace()
                .filter(|text| !text.contains(['@', '/', '=', '_']) && !text.starts_with("www."));
            for word in text.flat_map(|text| text.split(|c: char| !c.is_alphabetic())) {
                if word.starts_with(char::is_lowercase) && word.len() > 2 && !small.contains(word) {
                    small.insert(if word.is_ascii() { word.to_owned() } else { fold(word) });
                }
            }
        }
        Self { small }
    }

    /// True for a word, folded, that some text writes with a small first letter.
    pub(crate) fn is_small(&self, word: &str) -> bool {
        self.small.contains(word)
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
                || !(self.small.contains(word)
                    || is_generic(word)
                    || Class::Everyday.has(word)
                    || EVERYDAY.contains(word)))
    }
}
